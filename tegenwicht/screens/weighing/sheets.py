"""Large words on a sheet when no factor is in front, and two things beside each other."""

from collections.abc import Callable

from tegenwicht.kit import widgets
from tegenwicht.kit.layout import Box, Column, Nodes
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill, Icon, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.shell.view import View

TITLE, ICON = 62, 150


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
