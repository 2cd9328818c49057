"""Pictures of parts of a window, to move about: drawn once, when a movement begins."""

from typing import NamedTuple

import pygame

from tegenwicht.kit.motion.moves import Look
from tegenwicht.kit.motion.perspective import Face, face_of
from tegenwicht.kit.nodes import Node, Role, find
from tegenwicht.kit.ops import Fill
from tegenwicht.kit.paint import Drawn, Painter, flatten
from tegenwicht.kit.rect import Rect

LARGEST_FACE = 1220
"""Pixels: a card to be turned is never made wider; on a large screen it is drawn from that."""
SHADOW = (10, 8, 24)


class Picture(NamedTuple):
    """A picture, and where in the window it belongs: ``rect`` holds it all, ``body`` is it without its shadow."""

    surface: pygame.Surface
    rect: Rect
    body: Rect


def picture_of(node: Node, painter: Painter, room: int = 0) -> Picture:
    """A node with all below it, on nothing. room: pixels around it for what falls outside it, as its shadow."""
    whole = Rect(max(0, node.rect.x - room), max(0, node.rect.y - room), 0, 0).around(node.rect.inset(-room))
    whole = Rect(*whole)
    ground = Node("", Role.GROUP, whole, children=(node,))
    layer = _layer((whole.right, whole.bottom), _edge_of(node))
    painter.draw(layer, flatten(ground), whole)
    return Picture(_cut(layer, whole), whole, node.rect)


def _cut(layer: pygame.Surface, rect: Rect) -> pygame.Surface:
    cut = layer.subsurface(pygame.Rect(rect)).copy()
    return cut.convert_alpha() if pygame.display.get_surface() else cut


def _layer(size: tuple[int, int], colour: tuple[int, int, int]) -> pygame.Surface:
    """A surface on which nothing is to be seen, in the colour that edges are to fade to."""
    layer = pygame.Surface(size, pygame.SRCALPHA)
    layer.fill((*colour, 0))
    return layer


def _edge_of(node: Node) -> tuple[int, int, int]:
    """The colour of a node's outer line; its shadow's when it has none."""
    fill = next((op for op in node.ops if isinstance(op, Fill)), None)
    if fill is None:
        return SHADOW
    return fill.border_colour if fill.border else fill.colour


def face_of_node(node: Node, painter: Painter) -> Face:
    """A card as it is on the window, to be turned."""
    return _face(picture_of(node, painter).surface)


def face_of_look(look: Look, size: tuple[int, int], painter: Painter) -> Face:
    """The picture on a card's back, to be turned; ``size`` in pixels."""
    part = min(1.0, LARGEST_FACE / size[0])
    rect = Rect(0, 0, max(1, round(size[0] * part)), max(1, round(size[1] * part)))
    layer = _layer(rect[2:], SHADOW)
    painter.draw(layer, [Drawn(op, rect, rect) for op in look(rect)], rect)
    return _face(_cut(layer, rect))


def _face(surface: pygame.Surface) -> Face:
    wide, high = surface.get_size()
    if wide > LARGEST_FACE:
        surface = pygame.transform.smoothscale(surface, (LARGEST_FACE, round(high * LARGEST_FACE / wide)))
    return face_of(surface, max(1, surface.get_width() // 24))


def soft_spot() -> pygame.Surface:
    """A soft shadow on a table, as of something above it; small, to be made large and fainter."""
    small = pygame.Surface((96, 24), pygame.SRCALPHA)
    small.fill((*SHADOW, 0))
    for ring in range(12):
        spot = pygame.Surface((96, 24), pygame.SRCALPHA)
        rect = pygame.Rect(0, 0, 96 - 7 * ring, 24 - 2 * ring)
        rect.center = (48, 12)
        pygame.draw.ellipse(spot, (*SHADOW, 12), rect)
        small.blit(spot, (0, 0))
    return small


def found(tree: Node, key: str) -> Node | None:
    """The node of that key, when some of it is in sight."""
    node = find(tree, key)
    return node if node is not None and node.rect.meets(tree.rect) else None
