"""A compact scene: a top that stays, a middle that scrolls, and a rim with buttons, as many lines as they need.

For small windows and large text, where the large table would be too small to read. The same materials.
"""

from collections.abc import Sequence

from tegenwicht.kit import widgets
from tegenwicht.kit.command import Command
from tegenwicht.kit.layout import Box, Column, space
from tegenwicht.kit.nodes import Node
from tegenwicht.kit.ops import Fill, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.kit.theme import mixed
from tegenwicht.screens.shell import frame
from tegenwicht.screens.shell.view import View

Buttons = Sequence[tuple[Node, str, str]]
"""Each: its node without a place, its word, its key's sign ("" for none)."""
SIDE, GAP, PAD, WORD, SIGN, HIGH = 16, 10, 18, 24, 20, 50
WOOD_FROM = 0.5
"""Which part of the middle is wall, before the table begins."""


def build(
    v: View,
    title: str,
    top: Box,
    middle: Sequence[Box],
    buttons: Buttons,
    dialog: Node | None,
    bindings: tuple[tuple[str, Command], ...] = (),
    key: str = "scene:all",
) -> Node:
    """The whole window. middle: below each other; it scrolls where it is higher than the window."""
    room = room_for(v, top, buttons)
    lines = _lines(v, buttons, room.w)
    foot, high = _foot(v, lines), room.y
    nodes = top.place(Rect(room.x, v.px(8), room.w, high - v.px(14)))
    column = Column([space(v.px(8)), *middle, space(v.px(8))], v.px(16))
    spare = room.h - column.height(room.w)
    if spare > v.px(120):  # in a high window what there is stands in sight of all, not above
        column = Column([space(v.px(8) + spare // 3), *middle, space(v.px(8))], v.px(16))
    nodes += widgets.scroll(v, key, column, room)
    nodes += _rim(v, lines, v.height - foot)
    m = v.theme.table
    whole, wood = Rect(0, 0, v.width, v.height), high + round(room.h * WOOD_FROM)
    rim = Rect(0, v.height - foot, v.width, foot)
    ground = (
        Fill(whole, m.wall), Fill(Rect(0, wood, v.width, v.height - wood), m.wood), Fill(rim, m.rim),
        Fill(rim._replace(h=max(1, v.px(3))), m.rim_light),
    )  # fmt: skip
    return frame.scene(v, title, ground, nodes, dialog, bindings, v.height - foot)


def room_for(v: View, top: Box, buttons: Buttons) -> Rect:
    """What top and rim leave for the middle."""
    side = v.px(SIDE)
    wide = v.width - 2 * side
    high, foot = top.height(wide) + v.px(14), _foot(v, _lines(v, buttons, wide))
    return Rect(side, high, wide, max(v.px(80), v.height - high - foot - v.px(6) - frame.news_height(v)))


def left_beside(v: View, room: Rect, others: Sequence[Box]) -> int:
    """How high one more piece of the middle can be without scrolling, in pixels; 0 or less where there is no room."""
    column = Column([space(v.px(8)), *others, space(v.px(8))], v.px(16))
    return room.h - column.height(room.w) - v.px(16)


def _foot(v: View, lines: Sequence[object]) -> int:
    return len(lines) * (v.text_px(HIGH) + v.px(GAP)) + v.px(GAP)


def _wide(v: View, word: str, sign: str, primary: bool) -> int:
    text = v.type.width(word, "bold" if primary else "semibold", v.text_px(WORD))
    more = v.type.width(sign, "semibold", v.text_px(SIGN)) + v.px(28) if sign else 0
    return text + 2 * v.px(PAD) + more


def _lines(v: View, buttons: Buttons, room: int) -> list[list[tuple[Node, str, str, int]]]:
    """The buttons on lines: without signs where that saves one; the main one at the end of the last."""
    whole = [(node, word, sign, _wide(v, word, sign, node.primary)) for node, word, sign in buttons]
    bare = [(node, word, "", _wide(v, word, "", node.primary)) for node, word, _ in buttons]
    one = sum(wide for *_, wide in whole) + v.px(GAP) * (len(whole) - 1) <= room
    lines: list[list[tuple[Node, str, str, int]]] = [[]]
    for button in reversed(whole if one else bare):
        used = sum(wide + v.px(GAP) for *_, wide in lines[0])
        if lines[0] and used + button[3] > room:
            lines.insert(0, [])
        lines[0].insert(0, button)
    return lines


def _rim(v: View, lines: list[list[tuple[Node, str, str, int]]], top: int) -> list[Node]:
    made, high = [], v.text_px(HIGH)
    y = top + v.px(GAP)
    for line in lines:
        x = v.width - v.px(SIDE) - sum(one[3] for one in line) - v.px(GAP) * (len(line) - 1)
        for node, word, sign, wide in line:
            x = max(v.px(6), x)
            at = Rect(x, y, min(wide, v.width - 2 * v.px(6)), high)
            made.append(
                node._replace(rect=at, value="", corner=v.px(14), ops=_button_ops(v, at, word, sign, node))
            )
            x += wide + v.px(GAP)
        y += high + v.px(GAP)
    return made


def _button_ops(v: View, at: Rect, word: str, sign: str, node: Node) -> tuple[Op, ...]:
    theme, m = v.theme, v.theme.table
    ground, ink, line = (
        (theme.strong, theme.on_strong, theme.strong) if node.primary else (m.paper, theme.ink, m.line)
    )
    if not node.enabled:
        ground, ink = mixed(m.paper, m.rim, 0.15), theme.off
    px, weight = v.text_px(WORD), "bold" if node.primary else "semibold"
    while px > v.text_px(14) and v.type.width(word, weight, px) > at.w - v.px(12):
        px -= 1
    pad = min(v.px(PAD), max(v.px(6), (at.w - v.type.width(word, weight, px)) // 2))
    text = Rect(at.x + pad, at.y, at.w - pad, at.h)
    ops: list[Op] = [
        Fill(at, ground, v.px(14), max(2, v.px(2.6)), line), widgets.middle_line(v, text, word, weight, px, ink, 0.0),
    ]  # fmt: skip
    if sign:
        wide, high = v.type.width(sign, "semibold", v.text_px(SIGN)) + v.px(16), v.text_px(30)
        box = Rect(at.right - v.px(12) - wide, at.y + (at.h - high) // 2, wide, high)
        ops += [
            Fill(box, ground, v.px(8), max(1, v.px(2)), ink),
            widgets.middle_line(v, box, sign, "semibold", v.text_px(SIGN), ink),
        ]
    return tuple(ops)
