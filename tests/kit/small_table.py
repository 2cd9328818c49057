"""A small table of plain surfaces to move things on: piles, a card, a beam with pans, stones. No game in it."""

from math import atan2, cos, degrees, radians, sin
from pathlib import Path

import pygame

from tegenwicht import paths
from tegenwicht.kit.motion.playing import Shown
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill, Focus, Laid, Lines, Words
from tegenwicht.kit.paint import Painter, flatten
from tegenwicht.kit.rect import Rect
from tegenwicht.kit.shapes import Shapes
from tegenwicht.kit.text import Type

ROOM, TABLE, INK, PAPER = (244, 240, 232), (231, 218, 192), (31, 36, 48), (255, 255, 255)
ORANGE, DARK_ORANGE = (181, 67, 11), (132, 49, 8)
PILES = (445, 651, 857, 1063, 1269, 1475)


def painter() -> Painter:
    """A painter with the project's fonts and icons."""
    assets: Path = paths.assets()
    return Painter(Type(assets / "fonts"), Shapes(assets / "icons"), 70)


def back(rect: Rect) -> tuple[object, ...]:
    """The back of a card: orange with a disc."""
    edge, side = max(2, rect.w // 40), rect.h // 2
    disc = Rect(rect.x + (rect.w - side) // 2, rect.y + (rect.h - side) // 2, side, side)
    return (
        Fill(rect, PAPER, rect.w // 24),
        Fill(rect.inset(edge), ORANGE, rect.w // 30),
        Fill(disc, PAPER, side),
    )


class SmallTable:
    """Trees of a table ``size`` large; lengths are those of a window of 1920 by 1080."""

    def __init__(self, size: tuple[int, int] = (1920, 1080)) -> None:
        self.size = size

    def at(self, x: float, y: float, w: float, h: float) -> Rect:
        """A rectangle of 1920 by 1080 on this window."""
        unit = self.size[0] / 1920
        return Rect(*(round(value * unit) for value in (x, y, w, h)))

    def tree(
        self,
        *,
        card: bool = False,
        stone: bool = False,
        words: bool = True,
        away: bool = False,
        tilt: float = 0.0,
    ) -> Node:
        """Piles and a balance; and a card before it, a stone on its right pan, a card that was put away."""
        left, right = 350 - 40 * tilt, 350 + 40 * tilt
        shown = [
            self._beam(tilt),
            self._pan("pan:left", 45, left, False),
            self._pan("pan:right", 1585, right, stone),
        ]
        shown += self._piles()
        shown += (
            [Node("words", Role.HEADING, self.at(400, 300, 1120, 120), ops=self._words())] if words else []
        )
        shown += [self._lying("aside", self.at(60, 850, 172, 70))] if away else []
        shown += [self.card()] if card else []
        whole = Rect(0, 0, *self.size)
        ground = Fill(whole, ROOM), Fill(self.at(0, 590, 1920, 490), TABLE)
        return Node("window", Role.WINDOW, whole, "Tafel", ops=ground, children=tuple(shown))

    def card(self) -> Node:
        """A card with a question, its shadow, and its number."""
        rect = self.at(350, 104, 1220, 770)
        unit = self.size[0] / 1920
        ops: list[object] = [
            Fill(rect, PAPER, round(28 * unit), round(3 * unit), DARK_ORANGE, round(20 * unit))
        ]
        ops.append(Fill(self.at(353, 107, 1214, 96), ORANGE, round(25 * unit), top_only=True))
        for row, line in enumerate(("Hoe schatte je", "laatst in wat", "iemand aankon?")):
            ops.append(Words(self.at(410, 300 + 95 * row, 700, 95), line, "bold", round(80 * unit), INK))
        return Node("card", Role.BUTTON, rect, "Hoe schatte je laatst in wat iemand aankon?", ops=tuple(ops))

    def _piles(self) -> list[Node]:
        return [self._lying(f"pile:{n}", self.at(x - 98, 770, 196, 78)) for n, x in enumerate(PILES)]

    @staticmethod
    def _lying(key: str, rect: Rect) -> Node:
        """A card that lies there, face down, on an edge of paper."""
        size, aside = (rect.w * 2, rect.w * 2 * 124 // 196), rect.w * 0.06
        far, near = (rect.x + aside, rect.right - aside), (float(rect.x), float(rect.right))
        lies = Laid(rect, size, back(Rect(0, 0, *size)), far, near)
        return Node(key, Role.BUTTON, rect, key, ops=(Fill(rect._replace(y=rect.y + 6), PAPER), lies))

    def _words(self) -> tuple[object, ...]:
        return (
            Words(
                self.at(400, 300, 1120, 120), "Samira, trek een kaart", "bold", round(self.size[0] / 22), INK
            ),
        )

    def _beam(self, tilt: float) -> Node:
        rect = self.at(190, 40, 1540, 640)
        return Node("beam", Role.IMAGE, rect, "Weegschaal", ops=self.leaning(degrees(atan2(80 * tilt, 1540))))

    def leaning(self, by: float) -> tuple[object, ...]:
        """The beam on its pillar, leaning to the right by so many degrees."""
        rect = self.at(190, 40, 1540, 640)
        thick, half = rect.h // 45, rect.w * 0.34
        x, y = rect.x + rect.w // 2, rect.y + round(rect.h * 0.16)
        dx, dy = half * cos(radians(by)), half * sin(radians(by))
        pillar = Fill(Rect(x - thick // 2, y, thick, round(rect.h * 0.78)), INK)
        return pillar, Lines(rect, ((x - dx, y - dy, x + dx, y + dy),), thick, INK)

    def _pan(self, key: str, x: float, y: float, stone: bool) -> Node:
        rect, round_ = self.at(x, y, 290, 90), round(19 * self.size[0] / 1920)
        stones = (Fill(self.at(x + 120, y + 20, 46, 38), ORANGE, round_),) if stone else ()
        bar = Fill(self.at(x, y + 58, 290, 30), (196, 149, 63), 12)
        return Node(key, Role.GROUP, rect, ops=(bar, *stones))


def shown(tree: Node, on: Painter, surface: pygame.Surface | None = None, focus: str = "") -> Shown:
    """The tree as it is on a surface: a new one, or the one that is given."""
    surface = surface or pygame.Surface(tree.rect[2:])
    drawn = flatten(tree)
    ring = next((n.rect.inset(-7) for n in tree.children if n.key == focus), None)
    if ring is not None:
        drawn += flatten(tree._replace(children=(), ops=(Focus(ring, INK, PAPER, 4, 28),)))
    on.draw(surface, drawn, tree.rect)
    return Shown(tree, drawn, surface)
