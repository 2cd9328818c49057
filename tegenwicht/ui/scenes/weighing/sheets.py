"""The large sheet of a screen: a card's strip on top, what stands large below it, and what one does at its foot."""

from collections.abc import Callable

from tegenwicht.game.cards import Card
from tegenwicht.ui import widgets as w
from tegenwicht.ui.clusters import card_head
from tegenwicht.ui.layout import Box, Column, Nodes, Rect
from tegenwicht.ui.nodes import Node, Role
from tegenwicht.ui.ops import Fill
from tegenwicht.ui.view import View

TITLE, QUESTION, LEAST = 62, 41, 0.8


class Sheet(Box):
    """``upper`` at the top, ``lower`` at the bottom of the room under the strip; scrolls where it is too low."""

    __slots__ = ("key", "label", "strip", "upper_and_lower", "v")

    def __init__(self, v: View, key: str, label: str, strip: Box, both: tuple[Box, Box]) -> None:
        super().__init__()
        self.v, self.key, self.label, self.strip, self.upper_and_lower = v, key, label, strip, both

    def _sides(self) -> tuple[int, int]:
        return self.v.u(48 if self.v.wide else 28), self.v.u(30 if self.v.wide else 20)

    def measure(self, width: int) -> int:
        """All of it, with room around."""
        dx, dy = self._sides()
        return self.strip.height(width) + self._both().height(width - 2 * dx) + 2 * dy

    def _both(self) -> Box:
        return Column(self.upper_and_lower, self.v.u(28))

    def place(self, rect: Rect) -> Nodes:
        """Filling the rectangle."""
        v, (dx, dy), high = self.v, self._sides(), self.strip.height(rect.w)
        nodes = self.strip.place(rect._replace(h=high))
        room = Rect(rect.x, rect.y + high, rect.w, rect.h - high).inset(dx, dy)
        upper, lower = self.upper_and_lower
        if self._both().height(room.w) > room.h:
            nodes += w.scroll(v, f"{self.key}:scroll", self._both(), room, self.label)
        else:
            low = lower.height(room.w)
            nodes += upper.place(room._replace(h=upper.height(room.w)))
            nodes += lower.place(Rect(room.x, room.bottom - low, room.w, low))
        shadow = v.u(20) if v.theme.shadow else 0
        ground = Fill(rect, v.theme.paper, v.u(26), w.outline(v), v.theme.edge, shadow)
        return [Node(self.key, Role.GROUP, rect, self.label, ops=(ground,), children=tuple(nodes))]


def factor_sheet(v: View, card: Card, corner: str, lower: Box) -> Box:
    """A factor in front: its title and its question large, and below them what is done with it."""
    label = f"{corner}: {card.title}" if corner else card.title

    def sheet(fit: float) -> Sheet:
        title = w.text(v, card.title, TITLE * fit, "bold", role=Role.HEADING, level=2, key="card:title")
        question = w.text(v, card.question, QUESTION * fit, "medium", key="card:question")
        both = Column([title, question], v.u(20)), lower
        return Sheet(v, "sheet", label, card_head(v, card, corner), both)

    return sheet(LEAST if v.low else 1.0)


def plain_sheet(v: View, heading: str, lines: list[str], lower: Box, strip: Box | None = None) -> Box:
    """Large words on paper, when no factor is in front."""
    parts: list[Box] = [w.text(v, heading, TITLE, "bold", role=Role.HEADING, level=2, key="sheet:title")]
    parts += [w.text(v, line, 36, key=f"sheet:line:{n}") for n, line in enumerate(lines)]
    return Sheet(v, "sheet", heading, strip or w.NOTHING, (Column(parts, v.u(22)), lower))


def beside(
    v: View, rect: Rect, left: Box, right: Box, width: float, fills: bool = True,
    more: Callable[[], list[Box]] = list,
) -> Nodes:  # fmt: skip
    """A sheet with a column of ``width`` design pixels at its right; below each other where it is narrow.

    fills: the sheet takes all of the height. more: what comes after, where everything scrolls.
    """
    gap = v.u(24)
    if v.wide:
        side = v.t(width)
        first, second = rect._replace(w=rect.w - side - gap), Rect(rect.right - side, rect.y, side, rect.h)
        rest = more()
        column = Column([right, *rest], gap) if rest else right
        nodes = left.place(first) if fills else w.scroll(v, "left", left, first)
        return nodes + w.scroll(v, "right", column, second)
    stacked = Column([left, right, *more(), w.NOTHING], gap)
    return w.scroll(v, "all", stacked, rect)
