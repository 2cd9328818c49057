"""Drawings that are made once and kept: vector drawings, and flat pictures that lie on a table or are turned.

What lies is seen in perspective: each row of the flat picture is narrower the farther it is, and the rows
crowd together. Nothing here knows what a node is.
"""

import io
from collections.abc import Callable, Iterable, Iterator
from math import cos, radians, sin
from typing import Any

import pygame

from tegenwicht.kit import dashes, ops
from tegenwicht.kit.shapes import Pieces

Paint = Callable[[pygame.Surface, Iterable[Any]], None]
"""Draws ops on a surface, placed from its top left."""
LARGE, SQUARE, MOST_FULL = 96 * 96, 32, 0.9
"""From so many pixels on it is looked for what is empty, in squares of so many; and how full it may be at most to be
kept in pieces."""
FINE = 2
"""How much larger a turned picture is reckoned than it is shown, so that its edges are smooth."""
FINEST, MOST_FINE = 3, 900
"""The same for a lying one, whose sides slant less; and how many pixels wide it is reckoned at most."""


def looks(op: Any) -> Any:
    """What an op looks like, wherever it stands: the same for the same picture in two places."""
    x, _y, w, h = op.rect
    if op.__class__ is ops.Laid:
        sides = tuple(edge - x for edge in (*op.top, *op.bottom))
        return (ops.Laid, w, h, op.size, op.ops, sides, op.turn)
    return (op.__class__, w, h, *op[1:])


def drawn(op: Any, paint: Paint) -> pygame.Surface:
    """A surface as large as the op's rectangle with what it shows."""
    if op.__class__ is ops.Drawing:
        return _vector(op)
    if op.__class__ is ops.Still:
        return _still(op, paint)
    return _laid(op, paint) if op.__class__ is ops.Laid else _turned(op, paint)


def to_keep(op: Any, paint: Paint) -> Pieces:
    """The same as it is kept: of a large one that is empty for the most part only what is not."""
    surface = drawn(op, paint)
    w, h = surface.get_size()
    if w * h < LARGE or not surface.get_flags() & pygame.SRCALPHA:
        return Pieces(((surface, (0, 0)),))
    found = list(_not_empty(surface))
    if sum(place.w * place.h for place in found) > MOST_FULL * w * h:
        return Pieces(((surface, (0, 0)),))
    return Pieces(tuple((surface.subsurface(place).copy(), place.topleft) for place in found))


def _not_empty(surface: pygame.Surface) -> Iterator[pygame.Rect]:
    """Where there is something on it: squares, those beside each other as one. What lies against that is in it too: an
    SVG has colour there that cannot be seen, and is blended with when the picture is made larger or smaller."""
    seen, around = pygame.mask.from_surface(surface, 0), pygame.Mask((SQUARE + 2, SQUARE + 2), fill=True)
    w, h = surface.get_size()
    for y in range(0, h, SQUARE):
        first: int | None = None
        for x in range(0, w + SQUARE, SQUARE):
            full = x < w and seen.overlap(around, (x - 1, y - 1)) is not None
            if full and first is None:
                first = x
            elif not full and first is not None:
                yield pygame.Rect(first, y, min(x, w) - first, min(SQUARE, h - y))
                first = None


def flat(size: tuple[int, int], ops: Iterable[Any], paint: Paint) -> pygame.Surface:
    """A picture as it is before it is laid or turned."""
    surface = pygame.Surface(size, pygame.SRCALPHA)
    paint(surface, ops)
    return surface


def _rotated(size: tuple[int, int], ops: Iterable[Any], degrees: float, paint: Paint) -> pygame.Surface:
    """The picture turned to the left, with a clear line around it, so that its edges blend with what is behind."""
    roomy = pygame.Surface((size[0] + 2 * FINE, size[1] + 2 * FINE), pygame.SRCALPHA)
    paint(roomy.subsurface((FINE, FINE, *size)), ops)
    return pygame.transform.rotozoom(roomy, degrees, 1.0) if degrees else roomy


def _vector(op: ops.Drawing) -> pygame.Surface:
    w, h = max(1, op.rect.w), max(1, op.rect.h)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}"'
        f' viewBox="0 0 {op.box[0]:g} {op.box[1]:g}" preserveAspectRatio="none">{dashes.cut(op.body)}</svg>'
    )
    surface = pygame.image.load_sized_svg(io.BytesIO(svg.encode()), (w, h))
    if op.corner:
        surface = _cut(surface, op.corner)
    return _in_window_format(surface, op.solid)


def _cut(surface: pygame.Surface, corner: int) -> pygame.Surface:
    """The surface with round corners: the quarters of a disc, wherever that covers less than what is there."""
    w, h = surface.get_size()
    r = min(corner, w // 2, h // 2)
    if not r:
        return surface
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{2 * r}" height="{2 * r}">'
        f'<circle cx="{r}" cy="{r}" r="{r}" fill="#ffffff"/></svg>'
    )
    disc = pygame.image.load_sized_svg(io.BytesIO(svg.encode()), (2 * r, 2 * r))
    for x, left in ((0, 0), (w - r, r)):
        for y, top in ((0, 0), (h - r, r)):
            surface.blit(disc, (x, y), (left, top, r, r), special_flags=pygame.BLEND_RGBA_MIN)
    return surface


def _still(op: ops.Still, paint: Paint) -> pygame.Surface:
    if op.solid:
        surface = pygame.Surface(op.rect[2:])
        paint(surface, op.ops)
        return surface
    return flat(op.rect[2:], op.ops, paint)


def _laid(op: ops.Laid, paint: Paint) -> pygame.Surface:
    """Row by row from the top, several times as large; each row is all that lies in it, not one line of that."""
    if op.turn:
        picture = _middle_of(_rotated(op.size, op.ops, op.turn, paint), _box(op.size, op.turn))
    else:
        picture = flat(op.size, op.ops, paint)
    w, h = max(1, op.rect.w), max(1, op.rect.h)
    times = max(FINE, min(FINEST, MOST_FINE // w))
    (left0, right0), (left1, right1) = op.top, op.bottom
    above, below = max(1.0, right0 - left0), max(1.0, right1 - left1)
    fine = pygame.Surface((w * times, h * times), pygame.SRCALPHA)
    whole, across, high = fine.get_rect(), picture.get_width(), h * times
    picture = pygame.transform.smoothscale(picture, (across, high))
    rows = []
    for y in range(high):
        part = (y + 0.5) / high
        wide = above + (below - above) * part
        row = min(high - 1, int(part * below / wide * high))
        left = (left0 + (left1 - left0) * part - op.rect.x) * times
        rows.append((row, round(left), max(1, round(wide * times))))
    for y, many in _alike(rows):
        row, left_px, wide_px = rows[y]
        strip, place = picture.subsurface((0, row, across, many)), pygame.Rect(left_px, y, wide_px, many)
        if whole.contains(place):  # written where it is to be
            pygame.transform.smoothscale(strip, place.size, fine.subsurface(place))
        else:
            fine.blit(pygame.transform.smoothscale(strip, place.size), place)
    return _in_window_format(pygame.transform.smoothscale(fine, (w, h)))


def _alike(rows: list[tuple[int, int, int]]) -> Iterator[tuple[int, int]]:
    """Which rows in turn come from rows in turn, to one place and width: the first of them, and how many."""
    first = 0
    for y in range(1, len(rows) + 1):
        row, left, wide = rows[first]
        if y == len(rows) or rows[y] != (row + y - first, left, wide):
            yield first, y - first
            first = y


def _turned(op: ops.Turned, paint: Paint) -> pygame.Surface:
    large = _rotated(op.size, op.ops, op.degrees, paint)
    w, h = (max(1, round(side / FINE)) for side in large.get_size())
    small = pygame.transform.smoothscale(large, (w, h))
    return _in_window_format(_middle_of(small, (max(1, op.rect.w), max(1, op.rect.h))))


def _box(size: tuple[int, int], degrees: float) -> tuple[int, int]:
    """What a picture of that size takes when it is turned."""
    c, s = abs(cos(radians(degrees))), abs(sin(radians(degrees)))
    return round(size[0] * c + size[1] * s), round(size[0] * s + size[1] * c)


def _middle_of(picture: pygame.Surface, size: tuple[int, int]) -> pygame.Surface:
    """The middle of a picture, that size."""
    w, h = picture.get_size()
    middle = pygame.Surface(size, pygame.SRCALPHA)
    middle.blit(picture, ((size[0] - w) // 2, (size[1] - h) // 2))
    return middle


def _in_window_format(surface: pygame.Surface, solid: bool = False) -> pygame.Surface:
    """With its bytes in the window's order, which is twice as fast to draw."""
    if not pygame.display.get_surface():
        return surface
    return surface.convert() if solid else surface.convert_alpha()
