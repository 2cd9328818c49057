"""Which colours are really beside each other on a screen: read from its pixels, while it is painted op by op.

So nothing is supposed about what is behind a line of text: planks, a card that lies turned, a drawing, a veil.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

import pygame

from tegenwicht.gallery import geometry
from tegenwicht.gallery import states as screens
from tegenwicht.kit.nodes import Node, walk
from tegenwicht.kit.ops import Colour, Words
from tegenwicht.kit.paint import Drawn, flatten
from tegenwicht.kit.rect import Rect

REAL_PART = 0.2
"""A colour on less of what is behind a thing than this is a line or a soft edge in it."""
ACROSS, DOWN = 24, 5
"""At how many places is looked at what is behind a thing."""
OUTSIDE_PX, DEEP_PX = 3, 12
"""How far outside a control is looked at what is around it, and how deep from where it begins at its edge."""
LEAST_CHANGE = 8
"""How much of 255 a pixel differs at least from its surroundings where a thing begins."""
LINES = (0.25, 0.4, 0.5, 0.6, 0.75)
"""Where along each side of a control its edge is looked at."""


@lru_cache(2**16)
def luminance(colour: Colour) -> float:
    """Relative luminance as WCAG 2.2 reckons it, 0.0 to 1.0."""
    parts = [c / 255 / 12.92 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: Colour, other: Colour) -> float:
    """From 1.0 for the same colour to 21.0 for black on white."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


class Edge(NamedTuple):
    """How a thing shows to the outside at a place of its edge: its clearest colour, and what is around it."""

    face: Colour
    around: Colour

    @property
    def ratio(self) -> float:
        return contrast(self.face, self.around)


class Painting:
    """A screen that is being painted: what is there so far."""

    def __init__(self, tree: Node) -> None:
        self.tree, self.whole = tree, tree.rect
        self.surface = pygame.Surface(tree.rect[2:])
        self.ops = flatten(tree)

    def steps(self) -> Iterator[tuple[Drawn, geometry.Placed | None]]:
        """Every op with its node, before it is painted; no node for what is out of reach."""
        owners: dict[int, geometry.Placed] = {
            id(op): one for one in geometry.placed(self.tree) for op in one.node.ops
        }
        painter = screens.window().painter
        for one in self.ops:
            yield one, owners.get(id(one.op))
            painter.draw(self.surface, [one], self.whole)

    @cached_property
    def last_of(self) -> dict[int, list[geometry.Placed]]:
        """By the op with which a node and all that is in it are painted: these nodes."""
        when = {id(one.op): number for number, one in enumerate(self.ops)}
        found: dict[int, list[geometry.Placed]] = defaultdict(list)
        for placed in geometry.placed(self.tree):
            numbers = [when[id(op)] for node in walk(placed.node) for op in node.ops if id(op) in when]
            if placed.node.ops and numbers:
                found[max(numbers)].append(placed)
        return found

    def at(self, x: int, y: int) -> Colour:
        """The colour of a pixel; beyond the window that of its edge."""
        x, y = max(0, min(x, self.whole.w - 1)), max(0, min(y, self.whole.h - 1))
        return tuple(self.surface.get_at((x, y)))[:3]  # type: ignore[return-value]

    def behind(self, rect: Rect, clip: Rect) -> list[Colour]:
        """The colours that fill a part of the window, the commonest first; none when it is out of sight."""
        seen = rect.shared(clip).shared(self.whole)
        if not seen.w or not seen.h:
            return []
        places = [
            (seen.x + (2 * i + 1) * seen.w // (2 * ACROSS), seen.y + (2 * j + 1) * seen.h // (2 * DOWN))
            for i in range(ACROSS)
            for j in range(DOWN)
        ]
        counted = Counter(self.at(*place) for place in places).most_common()
        return [c for n, (c, count) in enumerate(counted) if n == 0 or count >= REAL_PART * len(places)]

    def behind_op(self, op: Any, clip: Rect) -> list[Colour]:
        """The colours behind what an op draws; of a line of text only behind its letters."""
        rect: Rect = op[0]
        return self.behind(_letters(op) if isinstance(op, Words) else rect, clip)

    def edge(self, rect: Rect) -> Edge | None:
        """How well a thing is told from what is around it along a quarter of its edge; None when nothing shows.

        A card in a grid is known by its coloured band: its other sides may be quieter.
        """
        found = [edge for start in _starts(rect) for edge in self._edge_at(*start)]
        found.sort(key=lambda one: one.ratio)
        return found[len(found) * 3 // 4] if found else None

    def around(self, rect: Rect) -> set[Colour]:
        """What is just outside its four sides."""
        places = _starts(rect, (0.5,))
        return {self.at(x - OUTSIDE_PX * dx, y - OUTSIDE_PX * dy) for x, y, dx, dy, _ in places}

    def _edge_at(self, x: int, y: int, dx: int, dy: int, far: int) -> Iterator[Edge]:
        """From a side inwards, as far as the thing begins: nothing when it does not, as beside a turned card."""
        outside = self.at(x - OUTSIDE_PX * dx, y - OUTSIDE_PX * dy)
        for n in range(far):
            if _differs(self.at(x + n * dx, y + n * dy), outside):
                faces = {self.at(x + d * dx, y + d * dy) for d in range(n, min(far, n + DEEP_PX))}
                yield Edge(max(faces, key=lambda one: contrast(one, outside)), outside)
                return


def _letters(op: Words) -> Rect:
    """Where the ink of a line is within its rectangle, which is higher than most letters."""
    if not op.text.strip():
        return op.rect._replace(w=0)
    drawn = screens.window().type.font(op.weight, op.px).render(op.text, True, op.colour)
    ink = drawn.get_bounding_rect()
    return Rect(op.rect.x + ink.x, op.rect.y + (op.rect.h - drawn.get_height()) // 2 + ink.y, ink.w, ink.h)


def _starts(rect: Rect, lines: tuple[float, ...] = LINES) -> list[tuple[int, int, int, int, int]]:
    """Places just within the four sides, the way inwards, and how far it goes: to the middle."""
    found = []
    for part in lines:
        x, y = rect.x + round(rect.w * part), rect.y + round(rect.h * part)
        found += [(x, rect.y, 0, 1, rect.h // 2), (x, rect.bottom - 1, 0, -1, rect.h // 2)]
        found += [(rect.x, y, 1, 0, rect.w // 2), (rect.right - 1, y, -1, 0, rect.w // 2)]
    return found


def _differs(one: Colour, other: Colour) -> bool:
    return any(abs(a - b) >= LEAST_CHANGE for a, b in zip(one, other, strict=True))
