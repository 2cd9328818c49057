"""Pictures of parts of a window, to move about: drawn once, when a movement begins."""

from functools import reduce
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
FARTHEST = 500
"""Pixels: what a node shows farther than that outside its rectangle is not in its picture."""


class Picture(NamedTuple):
    """A picture, and where in the window it belongs. core, solid: the part that hides what is behind."""

    surface: pygame.Surface
    rect: Rect
    core: Rect = Rect(0, 0, 0, 0)
    solid: pygame.Surface | None = None

    def draw(self, target: pygame.Surface, x: int, y: int) -> None:
        """Draw it with its top left there. Its core is copied, which is several times as fast as mixing."""
        wide, high = self.rect.w, self.rect.h
        core = self.core
        if self.solid is None:
            target.blit(self.surface, (x, y))
            return
        below, beside = high - core.bottom, wide - core.right
        for part in ((0, 0, wide, core.y), (0, core.bottom, wide, below),
                     (0, core.y, core.x, core.h), (core.right, core.y, beside, core.h)):  # fmt: skip
            target.blit(self.surface, (x + part[0], y + part[1]), part)
        target.blit(self.solid, (x + core.x, y + core.y))


def picture_of(node: Node, painter: Painter, bare: bool = False) -> Picture:
    """A node with all below it, on nothing, with the shadow it throws; ``bare``: no more than its own rectangle."""
    wide = node.rect.inset(-FARTHEST)
    drawn = flatten(Node("", Role.GROUP, wide, children=(node,)))
    whole = node.rect if bare else reduce(Rect.around, (one.seen for one in drawn), node.rect)
    whole = whole.shared(Rect(0, 0, whole.right, whole.bottom))
    layer = _layer((whole.right, whole.bottom), _edge_of(node))
    painter.draw(layer, drawn, whole)
    return Picture(_cut(layer, whole), whole)


def with_core(picture: Picture, card: Rect) -> Picture:
    """The picture of a card, whose middle hides what is behind it."""
    inside = card.inset(max(1, card.w // 24))
    core = inside._replace(x=inside.x - picture.rect.x, y=inside.y - picture.rect.y)
    return picture._replace(core=core, solid=picture.surface.subsurface(pygame.Rect(core)).convert())


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
    return _face(picture_of(node, painter, bare=True).surface)


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


def whole_card(tree: Node, key: str, along: tuple[str, ...]) -> Node | None:
    """A card with what is on it, as one node."""
    card = found(tree, key)
    if card is None:
        return None
    parts = [node for one in along if (node := found(tree, one)) is not None]
    return card._replace(children=(*card.children, *parts))
