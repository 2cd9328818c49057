"""What was weighed, where a group looks back: each factor on a line from 1 to 4, with the hands that stood there."""

from tegenwicht.game import weighing
from tegenwicht.game.cards import FACTORS_IN_THE_STUDY, Card
from tegenwicht.game.state import Session
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.layout import Box, Column, Leaf, Nodes, Padded, Row, space
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.clusters import disc
from tegenwicht.screens.parts.small_views import page_view
from tegenwicht.screens.parts.table import hands, letters
from tegenwicht.screens.parts.table.ground import Ground, is_near
from tegenwicht.screens.parts.wall.paper import sheet
from tegenwicht.screens.shell.view import View
from tegenwicht.screens.weighing.words import (
    beside,
    counts_aloud,
    mean_shown,
    source_line,
    weight_name,
)

ROWS, NEAR_ROWS, HEAD, MANY = ((74, 8), (61, 10), (54, 0)), ((64, 6), (52, 8), (44, 10), (38, 0)), 34, 8
"""How high a line is, and up to how many factors; what is over them. On a small window more than ``MANY`` have one line
of words each."""
NAMES, BRIEF_NAMES, SAID, AIR = 0.31, 0.36, 0.25, 16
"""Which part of a line the name takes, and what is said at its right; and what is between."""
MEAN, STUDY = 78, 116
"""Design pixels of what is said where that is one line: the mean, and the place in the study."""
MOST_HANDS = 6
"""Hands beside each other; of more a number says how many."""
LEAST_PITCH = 28
"""Design pixels from a factor to the next on the page for the wall; what has no room then is counted."""


def look_back(v: View, session: Session) -> Box:
    """All of it on one sheet, from heavy to light."""
    v = page_view(v.of(v.model)) if is_near(v) else v
    alone = not weighing.has_spread(session)
    order = weighing.own_order(session)
    title = tr("Hoe zwaar woog jij?") if alone else tr("Hoe zwaar wogen jullie?")
    sizes = NEAR_ROWS if is_near(v) else ROWS
    row = next((high for high, most in sizes if len(order) <= most), sizes[-1][0])
    brief = is_near(v) and _is_wide(v) and len(order) > MANY
    rows = [_row(v, session.cards[one.card], place, one, alone, row, brief) for place, one in order]

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        return Node("look:weights", Role.TABLE, rect, title, children=tuple(nodes))

    head = widgets.heading(v, title, 30 if brief else 34 if is_near(v) else 38)
    ends = _ends(v)
    if _is_wide(v):
        said = _said_heads(v, alone) if brief else _fixed(v, widgets.NOTHING, SAID)
        empty = _fixed(v, space(v.text_px(44 if brief else 0)), BRIEF_NAMES if brief else NAMES)
        ends = Row([empty, ends, said], v.px(AIR), 1.0)
    listed = Padded(Column([ends, *rows], v.px(1 if brief else 2 if len(order) > 10 else 4)), 0, 0, wrap)
    notes = widgets.muted(v, f"{scale_words()} {beside(session, alone)} {source_line()}", 20)
    if brief:
        shown = Column([_over(head, listed), notes], v.px(6))
        return sheet(v, shown, "look:sheet", pad=18)
    gap, pad = (4, 20) if is_near(v) else (10, 26)
    return sheet(v, Column([head, listed, notes], v.px(gap)), "look:sheet", pad=pad)


def _over(head: Box, listed: Box) -> Box:
    """A heading at the left of the line over the table, where that is empty."""
    return Leaf(listed.height, lambda at: [*head.place(at._replace(h=head.height(at.w))), *listed.place(at)])


def scale_words() -> str:
    """What the ends of the line stand for."""
    return tr("1 is geen invloed, 4 is veel invloed.")


def _is_wide(v: View) -> bool:
    """Whether a line has its name at its left, and what is said of it at its right."""
    return v.wide or (is_near(v) and v.halves)


def _width(v: View, part: float) -> int:
    return round(v.width * 0.86 * part)


def _fixed(v: View, box: Box, part: float) -> Box:
    return Leaf(box.height, box.place, _width(v, part))


def _ends(v: View) -> Box:
    """The weights over the lines, with the words that the survey has for the ends."""
    px = v.text_px(22)

    def place(rect: Rect) -> Nodes:
        made = []
        for weight in weighing.WEIGHTS:
            at = _column(rect, weight)
            name = weight_name(weight)
            words = name if v.type.width(name, "semibold", px) <= at.w else str(weight)
            wide = v.type.width(words, "semibold", px)
            at = Rect(max(rect.x, min(at.x + (at.w - wide) // 2, rect.right - wide)), rect.y, wide, rect.h)
            ops = (widgets.middle_line(v, at, words, "semibold", px, v.theme.muted),)
            made.append(Node(f"look:end:{weight}", Role.COLUMN_HEADER, at, name, ops=ops))
        return made

    return Leaf(v.text_px(HEAD), place)


def _said_heads(v: View, alone: bool) -> Box:
    """What the two short columns at the right are."""
    shown = ((tr("gew.") if alone else tr("gem."), tr("gewicht") if alone else tr("gemiddeld"), MEAN),
             (tr("onderzoek"), tr("onderzoek: plaats van 41"), STUDY))  # fmt: skip
    boxes = []
    for words, name, wide in shown:
        box = widgets.text(v, words, 22, "semibold", v.theme.muted, Role.COLUMN_HEADER, align=0.5,
                           key=f"look:head:{name}", label=name)  # fmt: skip
        boxes.append(Leaf(box.height, box.place, v.text_px(wide)))
    return Row(boxes)


def _column(rect: Rect, weight: int) -> Rect:
    """The part of a line that is for a weight."""
    wide = rect.w // len(weighing.WEIGHTS)
    return Rect(rect.x + wide * (weight - 1), rect.y, wide, rect.h)


def _row(
    v: View, card: Card, place: int, one: weighing.Weighed, alone: bool, high: float, brief: bool
) -> Box:
    key = f"look:{card.number}"
    size, room = 25, _width(v, BRIEF_NAMES) - v.px(50)
    while brief and size > 20 and v.type.width(card.title, "semibold", v.text_px(size)) > room:
        size -= 1
    name = widgets.text(v, card.title, size, "semibold", role=Role.ROW_HEADER, key=f"{key}:title")
    named = Row([disc(v, card.family, 32 if brief else 38), name], v.px(12), 0.5)
    line = _line(v, key, one, high)
    said = Column(
        [
            widgets.text(v, _own(place, one, alone), 22, "semibold", role=Role.CELL, key=f"{key}:own"),
            widgets.text(v, _study(card), 20, colour=v.theme.muted, role=Role.CELL, key=f"{key}:study"),
        ],
        v.px(1),
    )

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        return Node(f"{key}:row", Role.ROW, rect, children=tuple(nodes))

    if brief:
        place_there = str(card.rank.overall) if card.rank else "–"
        mean = _short(v, f"{key}:own", mean_shown(one), _own(place, one, alone), MEAN)
        short = Row([mean, _short(v, f"{key}:study", place_there, _study(card), STUDY)])
        return Padded(Row([_fixed(v, named, BRIEF_NAMES), line, short], v.px(AIR), 0.5), 0, 0, wrap)
    if _is_wide(v):
        return Padded(Row([_fixed(v, named, NAMES), line, _fixed(v, said, SAID)], v.px(AIR), 0.5), 0, 0, wrap)
    return Padded(Column([named, line, said], v.px(2)), 0, v.px(4), wrap)


def _short(v: View, key: str, words: str, told: str, wide: float) -> Box:
    """A figure in one of the short columns. told: all of it, for a screen reader."""
    box = widgets.text(v, words, 24, "semibold", role=Role.CELL, align=0.5, key=key, label=told)
    return Leaf(box.height, box.place, v.text_px(wide))


def _own(place: int, one: weighing.Weighed, alone: bool) -> str:
    if alone:
        return tr("plaats {n}, gewicht {mean}").format(n=place, mean=mean_shown(one))
    return tr("plaats {n}, gemiddeld {mean}").format(n=place, mean=mean_shown(one))


def _study(card: Card) -> str:
    """The published place in few words; what it is and is not stands under the lines."""
    if card.rank is None:
        return tr("niet in het onderzoek")
    return tr("onderzoek: {n} van {all}").format(n=card.rank.overall, all=FACTORS_IN_THE_STUDY)


def _line(v: View, key: str, one: weighing.Weighed, high: float) -> Box:
    """The line from 1 to 4: hands stand where they were held up, and a brass bead hangs at their mean."""

    def place(rect: Rect) -> Nodes:
        m, base = v.theme.table, rect.bottom - v.px(13)
        first, last = _column(rect, 1).centre[0], _column(rect, 4).centre[0]
        ops: list[Op] = [Fill(Rect(first, base, last - first, max(2, v.px(3))), m.beam)]
        for weight, count in zip(weighing.WEIGHTS, one.counts, strict=True):
            at = _column(rect, weight)
            tick = max(2, v.px(3))
            ops.append(Fill(Rect(at.centre[0] - tick // 2, base - v.px(4), tick, v.px(11)), m.beam))
            ops += _hands(v, Rect(at.x, rect.y, at.w, base - rect.y), weight, count)
        px = v.px(16)
        mean = first + round((last - first) * (one.mean_in_tenths / 10 - 1) / 3)
        bead = Rect(mean - px // 2, base + max(2, v.px(3)) // 2 - px // 2, px, px)
        ops.append(Fill(bead, m.brass, px // 2, max(2, v.px(2)), v.theme.ink))
        return [Node(f"{key}:line", Role.CELL, rect, counts_aloud(one.counts), ops=tuple(ops))]

    return Leaf(v.text_px(high), place)


def _hands(v: View, at: Rect, weight: int, count: int) -> list[Op]:
    """As many hands as gave a weight, standing in the middle of ``at``; how many, where there is more than one."""
    if not count:
        return []
    px = v.text_px(22)
    figure = v.type.width(f"{count}×", "bold", px) + v.px(6) if count > 1 else 0
    shown, high = min(count, MOST_HANDS), at.h - v.px(2)
    wide = round(high * hands.BOX_W / hands.BOX_H)
    step = min(round(wide * 0.86), (at.w - v.px(8) - figure - wide) // max(1, shown - 1))
    x = at.x + (at.w - wide - step * (shown - 1) - figure) // 2
    ops: list[Op] = []
    if figure:
        number = Rect(x, at.y, figure, max(at.h, v.type.line_height(px)))
        ops.append(widgets.middle_line(v, number, f"{count}×", "bold", px, v.theme.ink, 0.0))
    ops += [
        hands.hand_in(v.theme, Rect(x + figure + n * step, at.y, wide, high), weight, max(1.2, v.px(2)))
        for n in range(shown)
    ]
    return ops


def paper_ops(g: Ground, session: Session, x: int, right: int, top: int, bottom: int) -> list[Op]:
    """The same on the page for the wall: a dot for every hand, and beside it the place in the study."""
    theme, order = g.v.theme, weighing.own_order(session)
    if not order or bottom - top < g.px(90):
        return []
    alone = not weighing.has_spread(session)
    head = tr("Jouw gewichten") if alone else tr("Jullie gewichten")
    names, col = g.px(290), g.px(38)
    start = x + names + g.px(10)
    ops: list[Op] = [letters.line(g, (x, top), head, 25, "bold", theme.ink)]
    for weight in weighing.WEIGHTS:
        at = (start + round(col * (weight - 0.5)), top)
        ops.append(letters.line(g, at, str(weight), 20, "semibold", theme.table.faint, 0.5))
    ops.append(letters.line(g, (right, top), tr("onderzoek"), 20, "semibold", theme.table.faint, 1.0))
    room = bottom - top - g.px(12)
    fit = max(1, room // g.px(LEAST_PITCH))
    shown = order if len(order) <= fit else order[: max(1, fit - 1)]
    pitch = min(g.px(34), room // min(fit, len(order)))
    size = min(21.0, pitch * 0.72 / g.scale)
    if left := len(order) - len(shown):
        at = (x + g.px(18), top + g.px(8) + (len(shown) + 1) * pitch - round(pitch * 0.24))
        ops.append(letters.line(g, at, tr("en nog {n}").format(n=left), size, "medium", theme.table.faint))
    for n, (_, one) in enumerate(shown):
        card, base = session.cards[one.card], top + g.px(8) + (n + 1) * pitch - round(pitch * 0.24)
        bar = Rect(x, base - round(pitch * 0.62), g.px(7), round(pitch * 0.8))
        ops.append(Fill(bar, theme.clusters[card.family].line, g.px(3)))
        ops.append(
            letters.line(
                g, (x + g.px(18), base), card.title, size, "medium", theme.ink, 0.0, names - g.px(18)
            )
        )
        for weight, count in zip(weighing.WEIGHTS, one.counts, strict=True):
            middle = start + round(col * (weight - 0.5))
            ops.append(
                letters.line(
                    g,
                    (middle, base),
                    str(count) if count else "·",
                    size,
                    "bold",
                    theme.ink,
                    0.5,
                )
            )
        place = str(card.rank.overall) if card.rank else "–"
        ops.append(letters.line(g, (right - g.px(34), base), place, size, "semibold", theme.ink, 0.5))
    return ops
