"""The large sheet of a screen: a card's strip on top, what stands large below it, and what one does at its foot."""

from collections.abc import Callable

from tegenwicht.game.cards import Card
from tegenwicht.ui import widgets as w
from tegenwicht.ui.clusters import card_head
from tegenwicht.ui.layout import Box, Column, Nodes, Rect
from tegenwicht.ui.nodes import Node, Role
from tegenwicht.ui.ops import Fill, Icon
from tegenwicht.ui.view import View

TITLE, QUESTION, LEAST, LARGE, ICON = 62, 41, 0.8, 1.15, 150


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

    return sheet(LEAST if v.low else LARGE if v.wide else 1.0)


class Plain(Box):
    """Large words in the middle of a sheet, under an icon where that fits: when no factor is in front."""

    __slots__ = ("heading", "icon", "v", "words")

    def __init__(self, v: View, heading: str, lines: list[str], icon: str) -> None:
        super().__init__()
        parts: list[Box] = [
            w.text(v, heading, TITLE, "bold", role=Role.HEADING, level=2, align=0.5, key="sheet:title"),
            *(w.text(v, line, 34, align=0.5, key=f"sheet:line:{n}") for n, line in enumerate(lines)),
        ]
        self.v, self.heading, self.icon, self.words = v, heading, icon, Column(parts, v.u(22))

    def measure(self, width: int) -> int:
        """The words, with room around."""
        return self.words.height(width - 2 * self.v.u(48)) + 2 * self.v.u(40)

    def place(self, rect: Rect) -> Nodes:
        """Halfway down the rectangle."""
        v, px, gap = self.v, self.v.t(ICON), self.v.u(30)
        room = rect.inset(v.u(48), v.u(40))
        high = self.words.height(room.w)
        above = px + gap if high + px + gap <= room.h else 0
        ops: list[object] = [Fill(rect, v.theme.paper, v.u(26), w.outline(v), v.theme.edge,
                                  v.u(20) if v.theme.shadow else 0)]  # fmt: skip
        y = room.y + max(0, room.h - high - above) // 2
        if above:
            ops.append(Icon(Rect(room.x + (room.w - px) // 2, y, px, px), self.icon, v.theme.muted))
        at = Rect(room.x, y + above, room.w, min(high, room.h - above))
        nodes = w.scroll(v, "sheet:scroll", self.words, at, self.heading)
        return [Node("sheet", Role.GROUP, rect, self.heading, ops=tuple(ops), children=tuple(nodes))]


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
