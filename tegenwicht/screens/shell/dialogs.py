"""The panel that lies over a screen: its title, news that came since, what it asks, and its buttons."""

from collections.abc import Sequence

from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import Button, toolbar
from tegenwicht.kit.layout import Box, Column, Nodes, Padded, Row, space, width_of
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.shell.view import View


def dialog(v: View, key: str, title: str, box: Box, buttons: Sequence[Button], width: float = 900) -> Node:
    """A panel in the middle of the window; it scrolls when it is higher, its buttons stay in sight.

    News that came since it was opened stands below its title: behind it that would hardly be seen.
    """
    wide = min(v.width - 2 * v.px(24), v.text_px(width))
    pad, gap = v.px(26 if v.low else 36), v.px(20)
    line = _main_last(v, buttons, wide - 2 * pad)
    inside = Column([widgets.heading(v, title, 40), *_told(v), box], v.px(20))
    line_h, content = line.height(wide - 2 * pad), inside.height(wide - 2 * pad)
    most = v.height - 2 * v.px(24)
    if line_h > most // 3:
        inside, line_h, line = Column([inside, line], gap), 0, widgets.NOTHING
        content = inside.height(wide - 2 * pad)
    below = line_h + gap if line_h else 0
    high = min(most, content + below + 2 * pad)
    rect = Rect((v.width - wide) // 2, (v.height - high) // 2, wide, high)
    room = rect.inset(pad)
    nodes = widgets.scroll(v, f"{key}:scroll", inside, room._replace(h=room.h - below))
    nodes += line.place(Rect(room.x, room.bottom - line_h, room.w, line_h)) if line_h else []
    return Node(key, Role.DIALOG, rect, title, ops=_sheet(v, rect), children=tuple(nodes))


def _told(v: View) -> list[Box]:
    words = v.model.message
    if not words:
        return []
    text = widgets.text(v, words, 26, "semibold", v.theme.on_warn, key="panel:message")
    line = Row([widgets.icon(v, "info", 30, v.theme.on_warn), text], v.px(14))

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        ops = (Fill(rect, v.theme.warn, v.px(12)),)
        return Node("panel:told", Role.GROUP, rect, ops=ops, children=tuple(nodes))

    return [Padded(line, v.px(16), v.px(10), wrap)]


BESIDE_MAIN = 20
"""Between the buttons of a panel: the ring of the main one stays clear of its neighbour."""


def _main_last(v: View, buttons: Sequence[Button], width: int) -> Box:
    """The buttons of a panel at the right, the main one at the end; below each other or without keys where it is tight."""
    ordered = [
        *(one for one in buttons if not one.node.primary),
        *(one for one in buttons if one.node.primary),
    ]
    if width_of(ordered, v.px(BESIDE_MAIN)) <= width:
        return Row([space(), *ordered], v.px(BESIDE_MAIN))
    return toolbar(v, ordered, 12)


def _sheet(v: View, rect: Rect) -> tuple[Fill, Fill]:
    """What is behind a panel, dimmed; and the panel's own paper."""
    whole, m = Rect(0, 0, v.width, v.height), v.theme.table
    edge = max(v.px(3), widgets.outline(v))
    return (
        Fill(whole, (0, 0, 0), veil=0.5 if v.theme.shadow else 0.65),
        Fill(rect, m.paper, v.px(20), edge, m.line, v.px(24) if m.rich else 0, shade=1.6),
    )
