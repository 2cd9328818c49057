"""Pictures of parts of a window, to move about: drawn once, when they are first wanted or in time for that."""

from functools import reduce
from typing import NamedTuple

import pygame

from tegenwicht.kit.motion.moves import Look
from tegenwicht.kit.motion.perspective import Face, face_of
from tegenwicht.kit.nodes import Node, Role, find
from tegenwicht.kit.ops import Colour, Fill, moved
from tegenwicht.kit.paint import Drawn, Painter, flatten
from tegenwicht.kit.rect import Rect

LARGEST_FACE, LARGEST_BACK = 1220, 760
"""Pixels: the front and the back of a card to be turned are never made wider; they are drawn from that."""
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


class Pictures:
    """Makes pictures of what is on a window of that size."""

    def __init__(self, painter: Painter, size: tuple[int, int]) -> None:
        self.painter, self._window = painter, Rect(0, 0, *size)

    def picture(self, node: Node, bare: bool = False) -> Picture:
        """A node with all below it, on nothing, with the shadow it throws.

        bare: no more than its own rectangle. What is outside the window is left out.
        """
        drawn = flatten(Node("", Role.GROUP, node.rect.inset(-FARTHEST), children=(node,)))
        whole = node.rect if bare else reduce(Rect.around, (one.seen for one in drawn), node.rect)
        return Picture(*self._cut(drawn, whole, _edge_of(node)))

    def _cut(self, drawn: list[Drawn], rect: Rect, edge: Colour) -> tuple[pygame.Surface, Rect]:
        """What is drawn there; where nothing is, it has the colour that edges are to fade to.

        Of what is wholly outside the window it is one empty pixel.
        """
        whole = rect.shared(self._window)
        surface = pygame.Surface((max(1, whole.w), max(1, whole.h)), pygame.SRCALPHA)
        surface.fill((*edge, 0))
        draw_part(self.painter, surface, drawn, whole)
        return surface, whole

    def face(self, node: Node) -> Face:
        """A card as it is on the window, to be turned."""
        return _face(self.picture(node, bare=True).surface)

    def back(self, look: Look, size: tuple[int, int]) -> Face:
        """The picture on a card's back, to be turned; ``size`` in pixels. It is only seen while it moves."""
        part = min(1.0, LARGEST_BACK / size[0])
        rect = Rect(0, 0, max(1, round(size[0] * part)), max(1, round(size[1] * part)))
        return _face(self._cut([Drawn(op, rect, rect) for op in look(rect)], rect, SHADOW)[0])


def draw_part(painter: Painter, surface: pygame.Surface, drawn: list[Drawn], part: Rect) -> None:
    """Draw a part of a window on a surface no larger than that."""
    x, y, w, h = part
    there = [_beside(one, -x, -y) for one in drawn if one.seen.meets(part)]
    painter.draw(surface, there, Rect(0, 0, w, h))


def _beside(one: Drawn, dx: int, dy: int) -> Drawn:
    clip, seen = (rect._replace(x=rect.x + dx, y=rect.y + dy) for rect in (one.clip, one.seen))
    return Drawn(moved(one.op, dx, dy), clip, seen)


def with_core(picture: Picture, card: Rect, face: Face) -> Picture:
    """The picture of a card, whose middle hides what is behind it; ``face``: the same card, to be turned.

    Of a card that is partly outside the window the middle is what is seen of it.
    """
    margin = max(1, card.w // 24)
    inside = card.inset(margin)
    core = inside._replace(x=inside.x - picture.rect.x, y=inside.y - picture.rect.y)
    if face.solid.get_size() == card[2:]:  # it was not made smaller, and is wholly in the window
        return picture._replace(core=core, solid=face.solid.subsurface((margin, margin, core.w, core.h)))
    core = core.shared(Rect(0, 0, *picture.surface.get_size()))
    if not (core.w and core.h):
        return picture
    return picture._replace(core=core, solid=picture.surface.subsurface(pygame.Rect(core)).convert())


def _edge_of(node: Node) -> Colour:
    """The colour of a node's outer line; its shadow's when it has none."""
    fill = next((op for op in node.ops if isinstance(op, Fill)), None)
    if fill is None:
        return SHADOW
    return fill.border_colour if fill.border else fill.colour


def _face(surface: pygame.Surface) -> Face:
    wide, high = surface.get_size()
    if wide > LARGEST_FACE:
        surface = pygame.transform.smoothscale(
            surface, (LARGEST_FACE, max(1, round(high * LARGEST_FACE / wide)))
        )
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
