"""How the weights lie: as bars where one factor is talked about, as four small cells in a table."""

from tegenwicht.game import weighing
from tegenwicht.i18n import several, tr
from tegenwicht.kit import widgets
from tegenwicht.kit.layout import Box, Column, Leaf, Nodes
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.table.ground import is_near
from tegenwicht.screens.shell.view import View
from tegenwicht.screens.weighing.words import counts_aloud, weight_name

CELL, CELL_H, NEAR_H, BAR_H = 58, 48, 36, 44


def bars(v: View, one: weighing.Weighed, key: str = "spread") -> Box:
    """A lying bar for each weight, the heaviest on top, with how many gave it."""
    return Column([_bar(v, one, weight, key) for weight in reversed(weighing.WEIGHTS)], v.px(6))


def _bar(v: View, one: weighing.Weighed, weight: int, key: str) -> Box:
    count, px = one.counts[weight - 1], v.text_px(26)
    said = tr("gewicht {weight}: {count}").format(
        weight=weight_name(weight), count=several("{n} keer", "{n} keer", count)
    )
    label_w = max(v.type.width(weight_name(n), "medium", px) for n in weighing.WEIGHTS) + v.px(18)
    count_w = v.type.width("99", "bold", px) + v.px(14)

    def place(rect: Rect) -> Nodes:
        room = max(0, rect.w - label_w - count_w)
        width = max(v.px(6), room * count // max(one.counts))
        at = Rect(rect.x + label_w, rect.y + v.px(5), width, rect.h - v.px(10))
        number = Rect(at.right + v.px(12), rect.y, count_w, rect.h)
        ops = (
            Fill(at, v.theme.ink if count else v.theme.edge, v.px(6)),
            widgets.middle_line(v, rect, weight_name(weight), "medium", px, v.theme.ink, 0.0),
            widgets.middle_line(v, number, str(count), "bold", px, v.theme.ink, 0.0),
        )
        return [Node(f"{key}:{weight}", Role.TEXT, rect, said, ops=ops)]

    return Leaf(v.text_px(NEAR_H if is_near(v) else BAR_H), place)


def _cell(v: View) -> int:
    return v.text_px(CELL * (0.8 if is_near(v) else 1))


def cells_width(v: View) -> int:
    """How wide the four cells of a row are, in pixels."""
    return 4 * _cell(v) + 3 * v.px(6)


def cells(v: View, one: weighing.Weighed) -> Box:
    """How many gave 1, 2, 3 and 4, side by side: dark where anyone did."""
    wide, high, gap = _cell(v), v.text_px(NEAR_H if is_near(v) else CELL_H), v.px(6)

    def place(rect: Rect) -> Nodes:
        ops: list[Op] = []
        for n, count in enumerate(one.counts):
            at = Rect(rect.x + n * (wide + gap), rect.y + (rect.h - high) // 2, wide, high)
            ground, ink = (v.theme.strong, v.theme.on_strong) if count else (v.theme.quiet, v.theme.muted)
            ops.append(Fill(at, ground, v.px(10)))
            ops.append(widgets.middle_line(v, at, str(count) if count else "–", "bold", v.text_px(24), ink))
        return [Node(f"cells:{one.card}", Role.CELL, rect, counts_aloud(one.counts), ops=tuple(ops))]

    return Leaf(high, place, cells_width(v))


def cells_head(v: View) -> Box:
    """The weights over the cells."""
    wide, gap, px = _cell(v), v.px(6), v.text_px(24)

    def place(rect: Rect) -> Nodes:
        ops = tuple(
            widgets.middle_line(v, Rect(rect.x + n * (wide + gap), rect.y, wide, rect.h), str(weight), "semibold", px,
                          v.theme.muted)
            for n, weight in enumerate(weighing.WEIGHTS)
        )  # fmt: skip
        return [
            Node("head:spread", Role.COLUMN_HEADER, rect, tr("Hoeveel mensen gaven 1, 2, 3 en 4"), ops=ops)
        ]

    return Leaf(v.type.line_height(px), place, cells_width(v))
