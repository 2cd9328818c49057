"""A flat picture that is turned round its upright axis, seen in perspective. Draws with pygame.

A turned picture is drawn in upright strips, each as high as its distance makes it; the slanted edges are
drawn once more as smooth lines, else they show steps.
"""

from collections.abc import Sequence
from math import ceil, cos, radians, sin
from typing import NamedTuple

import pygame

from tegenwicht.kit.motion.later import Later
from tegenwicht.kit.ops import Colour
from tegenwicht.kit.rect import Rect

EYE = 2100
"""How far the eye is from the picture, in pixels of a window 1920 wide."""
STRIPS = 61
"""The most strips that a picture is cut into."""
LEAST_STRIP, MOST_STEP = 6, 3
"""Pixels: no strip narrower, unless two of them would then differ more than this in height."""

NARROW = 0.7
"""A picture that is seen no wider than this part of itself is drawn from one half as large: it moves fast then."""

COARSE = 1.4
"""A picture that is seen larger than this many times itself, as on a 4K screen, is made so in the quick way."""


class Face(NamedTuple):
    """A picture to be turned: ``surface`` with its round corners, ``solid`` the same without, for its middle.

    margin: how much of its width, left and right, is not solid (pixels). edge: the colour of its outer line.
    half: the same half as large, for when it is narrow.
    """

    surface: pygame.Surface
    solid: pygame.Surface
    margin: int
    edge: Colour
    half: "Later[Face] | None" = None


def face_of(surface: pygame.Surface, radius: int) -> Face:
    """A face of a picture whose corners are round (``radius``, pixels) and whose middle hides what is behind."""
    wide, high = surface.get_size()
    face = _face(surface, radius)
    if min(wide, high) < 4 * radius + 4:
        return face

    def half() -> Face:
        small = pygame.transform.smoothscale(surface, (wide // 2, high // 2))
        return _face(small, radius // 2 + 1)

    return face._replace(half=Later(half))


def _face(surface: pygame.Surface, radius: int) -> Face:
    solid = surface.convert() if pygame.display.get_surface() else surface.copy()
    edge = surface.get_at((surface.get_width() // 2, min(1, surface.get_height() - 1)))
    return Face(surface, solid, min(radius, surface.get_width() // 2), (edge.r, edge.g, edge.b))


class Edge(NamedTuple):
    """Where an upright line of the turned picture comes: ``x``, and how much larger than it is (1.0)."""

    x: float
    scale: float


def edge_at(part: float, centre: float, width: float, degrees: float, eye: float) -> Edge:
    """The upright line at ``part`` (0.0 left, 1.0 right) of a picture ``width`` wide turned by ``degrees``.

    A turn of more than 0 brings the left edge nearer.
    """
    x = (part - 0.5) * width
    scale = eye / (eye + x * sin(radians(degrees)))
    return Edge(centre + x * cos(radians(degrees)) * scale, scale)


def draw_turned(
    target: pygame.Surface,
    face: Face,
    centre: tuple[float, float],
    size: tuple[float, float],
    degrees: float,
    eye: float,
) -> Rect:
    """Draw a face ``size`` large turned by -90 to 90 degrees; the part of ``target`` that it covers."""
    parts = _cuts(face, size, degrees, eye)
    edges = [edge_at(part, centre[0], size[0], degrees, eye) for part in parts]
    if face.half is not None and edges[-1].x - edges[0].x < NARROW * face.surface.get_width():
        face = face.half()
    for number in range(len(parts) - 1):
        here = slice(number, number + 2)
        _draw_strip(target, face, edges[here], centre[1], size[1], parts[here])
    _smooth_edges(target, face.edge, edges[0], edges[-1], centre[1], size[1])
    high = size[1] * max(edges[0].scale, edges[-1].scale)
    covered = _whole(edges[0].x, centre[1] - high / 2, edges[-1].x, centre[1] + high / 2)
    return covered.inset(-2).shared(Rect(0, 0, *target.get_size()))


def _cuts(face: Face, size: tuple[float, float], degrees: float, eye: float) -> list[float]:
    """Where it is cut into strips, from 0.0 to 1.0: as many strips as the picture can use.

    One that is not turned has three: the middle, and both sides with their corners.
    """
    wide = face.surface.get_width()
    side = (face.margin + 4) / wide
    if not degrees and side < 0.5:
        return [0.0, side, 1 - side, 1.0]
    left, right = (edge_at(part, 0.0, size[0], degrees, eye) for part in (0.0, 1.0))
    step = abs(left.scale - right.scale) * size[1] / 2
    count = max(3, min(STRIPS, ceil(max((right.x - left.x) / LEAST_STRIP, step / MOST_STEP))))
    count = min(count, wide)
    return [number / count for number in range(count + 1)]


def _draw_strip(
    target: pygame.Surface,
    face: Face,
    edges: Sequence[Edge],
    y: float,
    height: float,
    parts: Sequence[float],
) -> None:
    left, right = round(edges[0].x), round(edges[1].x)
    if right <= left:
        return
    wide, high = face.surface.get_size()
    x0, x1 = (round(part * wide) for part in parts)
    part = (x0, 0, max(1, x1 - x0), high)
    tall = max(1, round(height * (edges[0].scale + edges[1].scale) / 2))
    where = pygame.Rect(left, round(y - tall / 2), right - left, tall)
    shape = pygame.transform.smoothscale if height < COARSE * high else pygame.transform.scale
    inside = face.margin <= x0 and x1 <= wide - face.margin
    if inside and _same_pixels(target, face.solid):
        strip = face.solid.subsurface(part)
        if target.get_rect().contains(where):
            shape(strip, where.size, target.subsurface(where))
        else:
            target.blit(shape(strip, where.size), where)
        return
    target.blit(shape(face.surface.subsurface(part), where.size), where)


def _same_pixels(one: pygame.Surface, other: pygame.Surface) -> bool:
    """Whether pixels of the one can be written into the other as they are."""
    return one.get_masks() == other.get_masks() and one.get_bitsize() == other.get_bitsize()


def _smooth_edges(
    target: pygame.Surface, colour: Colour, left: Edge, right: Edge, y: float, height: float
) -> None:
    """The slanted upper and lower edge once more, smooth; not into the round corners."""
    corner = _corner(left, right)
    for side in (-0.5, 0.5):
        start = left.x + corner, y + side * (height * left.scale - 2)
        end = right.x - corner, y + side * (height * right.scale - 2)
        pygame.draw.aaline(target, colour, start, end)


def _corner(left: Edge, right: Edge) -> float:
    return (right.x - left.x) * 0.025


def _whole(left: float, top: float, right: float, bottom: float) -> Rect:
    x, y = int(left), int(top)
    return Rect(x, y, ceil(right) - x, ceil(bottom) - y)
