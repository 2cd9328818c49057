"""The large sheet of a screen: a card's strip on top, what stands large below it, and what one does at its foot."""

from collections.abc import Callable

from tegenwicht.game.cards import Card
from tegenwicht.kit import widgets
from tegenwicht.kit.layout import Box, Column, Nodes
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill, Icon, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.clusters import card_head
from tegenwicht.screens.shell.view import View

TITLE, QUESTION, ICON = 62, 41, 150
FITS = ((1.15, True), (1.0, True), (1.0, False), (0.93, False))
"""(size of the words, whether what is below them is large), the largest first."""
LOW_FIT = 0.8
"""Where every line counts: with large text on a small window."""


class Sheet(Box):
    """A factor at the largest size that fits: its words at the top, ``lower`` at the bottom; else it scrolls.

    lower: what is done with it, large or not.
    """

    __slots__ = ("card", "key", "label", "lower", "strip", "v")

    def __init__(self, v: View, card: Card, corner: str, lower: Callable[[bool], Box]) -> None:
        super().__init__()
        self.v, self.card, self.lower, self.key = v, card, lower, "sheet"
        self.label = f"{corner}: {card.title}" if corner else card.title
        self.strip = card_head(v, card, corner)

    def _sides(self) -> tuple[int, int]:
        return self.v.px(48 if self.v.wide else 28), self.v.px(30 if self.v.wide else 20)

    def _words(self, fit: float) -> Box:
        v, card = self.v, self.card
        title = widgets.text(v, card.title, TITLE * fit, "bold", role=Role.HEADING, level=2, key="card:title")
        return Column(
            [title, widgets.text(v, card.question, QUESTION * fit, "medium", key="card:question")], v.px(20)
        )

    def _both(self, fit: float, large: bool) -> Column:
        return Column([self._words(fit), self.lower(large)], self.v.px(28))

    def measure(self, width: int) -> int:
        """All of it at the usual size, with room around."""
        dx, dy = self._sides()
        usual = self._both(LOW_FIT if self.v.low else 1.0, False)
        return self.strip.height(width) + usual.height(width - 2 * dx) + 2 * dy

    def place(self, rect: Rect) -> Nodes:
        """Filling the rectangle."""
        v, high = self.v, self.strip.height(rect.w)
        room = Rect(rect.x, rect.y + high, rect.w, rect.h - high).inset(*self._sides())
        nodes = self.strip.place(rect._replace(h=high)) + self._inside(room)
        shadow = v.px(20) if v.theme.shadow else 0
        ground = Fill(rect, v.theme.paper, v.px(26), widgets.outline(v), v.theme.edge, shadow)
        return [Node(self.key, Role.GROUP, rect, self.label, ops=(ground,), children=tuple(nodes))]

    def _inside(self, room: Rect) -> Nodes:
        for fit, large in FITS if not self.v.low else ((LOW_FIT, False),):
            both = self._both(fit, large)
            if both.height(room.w) <= room.h:
                upper, lower = both.boxes
                low = lower.height(room.w)
                at = Rect(room.x, room.bottom - low, room.w, low)
                return upper.place(room._replace(h=upper.height(room.w))) + lower.place(at)
        return widgets.scroll(self.v, f"{self.key}:scroll", both, room, self.label)


class Plain(Box):
    """Large words in the middle of a sheet, under an icon where that fits: when no factor is in front."""

    __slots__ = ("heading", "icon", "v", "words")

    def __init__(self, v: View, heading: str, lines: list[str], icon: str) -> None:
        super().__init__()
        parts: list[Box] = [
            widgets.text(v, heading, TITLE, "bold", role=Role.HEADING, level=2, align=0.5, key="sheet:title"),
            *(widgets.text(v, line, 34, align=0.5, key=f"sheet:line:{n}") for n, line in enumerate(lines)),
        ]
        self.v, self.heading, self.icon, self.words = v, heading, icon, Column(parts, v.px(22))

    def measure(self, width: int) -> int:
        """The words, with room around."""
        return self.words.height(width - 2 * self.v.px(48)) + 2 * self.v.px(40)

    def place(self, rect: Rect) -> Nodes:
        """Halfway down the rectangle."""
        v, px, gap = self.v, self.v.text_px(ICON), self.v.px(30)
        room = rect.inset(v.px(48), v.px(40))
        high = self.words.height(room.w)
        above = px + gap if high + px + gap <= room.h else 0
        ops: list[Op] = [Fill(rect, v.theme.paper, v.px(26), widgets.outline(v), v.theme.edge,
                                  v.px(20) if v.theme.shadow else 0)]  # fmt: skip
        y = room.y + max(0, room.h - high - above) // 2
        if above:
            ops.append(Icon(Rect(room.x + (room.w - px) // 2, y, px, px), self.icon, v.theme.muted))
        at = Rect(room.x, y + above, room.w, min(high, room.h - above))
        nodes = widgets.scroll(v, "sheet:scroll", self.words, at, self.heading)
        return [Node("sheet", Role.GROUP, rect, self.heading, ops=tuple(ops), children=tuple(nodes))]


def beside(
    v: View, rect: Rect, left: Box, right: Box, width: float, fills: bool = True,
    more: Callable[[], list[Box]] = list, wide: bool | None = None,
) -> Nodes:  # fmt: skip
    """A sheet with a column of ``width`` design pixels at its right; below each other where it is narrow.

    wide: whether it is not narrow; None as the view says.
    fills: the sheet takes all of the height. more: what comes after, where everything scrolls.
    """
    gap = v.px(24)
    if v.wide if wide is None else wide:
        side = v.text_px(width)
        first, second = rect._replace(w=rect.w - side - gap), Rect(rect.right - side, rect.y, side, rect.h)
        rest = more()
        column = Column([right, *rest], gap) if rest else right
        nodes = left.place(first) if fills else widgets.scroll(v, "left", left, first)
        return nodes + widgets.scroll(v, "right", column, second)
    stacked = Column([left, right, *more(), widgets.NOTHING], gap)
    return widgets.scroll(v, "all", stacked, rect)
