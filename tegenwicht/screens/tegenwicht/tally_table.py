"""The tally as a table, clusters by rounds, and as a balance. The same numbers for eye and ear."""

from collections.abc import Sequence
from typing import NamedTuple

from tegenwicht.game.cards import CLUSTERS, Cluster
from tegenwicht.game.tally import FRAMES, PEOPLE, Counts, Tally
from tegenwicht.i18n import several, tr
from tegenwicht.kit import widgets as w
from tegenwicht.kit.layout import Box, Column, Leaf, Nodes, Padded, Row
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Balance, Colour, Fill
from tegenwicht.kit.rect import Rect
from tegenwicht.kit.theme import mixed
from tegenwicht.screens.parts.clusters import disc
from tegenwicht.screens.parts.names import cluster_name
from tegenwicht.screens.shell.view import View

LEAST_CELL, WIDEST_CELL, CELL_H, GAP = 92, 320, 74, 12
MOST_SHOWN = 6
"""Columns of rounds that one sees at a glance; earlier rounds are taken together."""

PAN = 0.32
"""The part of the balance's width below each of its pans: they hang at 0.34 of it from the middle."""

STEEPEST_RISE, ROOM_ABOVE = 0.0532, 0.13
"""How far the beam's end rises at its steepest, of the width; and how far it may, of the height."""

Heading = tuple[str, Counts]
"""The heading of a column, and its counts."""


class Sizes(NamedTuple):
    """How a table is divided, in pixels; ``most``: how many columns of cells there is room for."""

    disc: float
    font: float
    name: int
    cell: int
    most: int
    high: int


def sizes(v: View, width: int, columns: int, high: int = 0) -> Sizes:
    """The sizes of a table ``width`` pixels wide with so many columns; ``high``: of a row, in pixels."""
    large, font = (56, 28) if v.across >= 700 else (40, 24)
    mark, gap = v.t(large) + v.u(14 + 8), v.u(GAP)
    names = [cluster_name(cluster) for cluster in CLUSTERS]
    longest = max(v.type.width(name, "semibold", v.t(font)) for name in names) + 2
    if mark + longest + columns * (v.t(LEAST_CELL) + gap) > width:
        words = [word for name in names for word in name.split()]
        longest = max(v.type.width(word, "semibold", v.t(font)) for word in words) + 2
    room = width - mark - longest
    most = max(1, room // (v.t(LEAST_CELL) + gap))
    cell = min(v.t(WIDEST_CELL), room // min(columns, most) - gap)
    return Sizes(large, font, mark + longest, cell, most, max(high, v.t(CELL_H)))


def tally_table(v: View, tally: Tally, current: int, width: int, high: int = 0) -> Box:
    """Clusters by rounds and in all, ``width`` pixels wide.

    current: the round, from 1, that stands out. When there are more rounds than fit, the first ones are
    in one column together.
    """
    most = sizes(v, width, MOST_SHOWN + 1).most
    shown = _together(tally, max(1, min(MOST_SHOWN, most - 1)))
    return _table(v, shown, current, sizes(v, width, len(shown), high), "tally", tr("Tussenstand per ronde"))


def tally_tables(v: View, tally: Tally, width: int) -> Box:
    """All rounds, none taken together: as many tables below each other as it takes."""
    shown = [*_rounds(tally), (tr("Samen"), tally.total)]
    fit = sizes(v, width, len(shown))
    parts = -(-len(shown) // fit.most)
    each = -(-len(shown) // parts)
    fit = sizes(v, width, each)
    tables = []
    for at in range(0, len(shown), each):
        part = shown[at : at + each]
        name = tr("Tussenstand per ronde")
        if parts > 1:
            name = f"{name}: {part[0][0]} – {part[-1][0]}"
        tables.append(_table(v, part, 0, fit, f"tally:{at}" if at else "tally", name))
    return Column(tables, v.u(26))


def all_fit(v: View, tally: Tally, width: int) -> bool:
    """Whether one table of that width, in pixels, holds all rounds."""
    count = len(tally.rounds) + 1
    return sizes(v, width, count).most >= count


def _rounds(tally: Tally) -> list[Heading]:
    return [(tr("Ronde {n}").format(n=number), counts) for number, counts in enumerate(tally.rounds, 1)]


def _together(tally: Tally, most: int) -> list[Heading]:
    """The rounds and all of them; earlier ones together when there are more than ``most``."""
    rounds = _rounds(tally)
    if len(rounds) > most:
        earlier = len(rounds) - most + 1
        together = sum(tally.rounds[:earlier], Counts())
        rounds = [(tr("Ronde 1 – {n}").format(n=earlier), together), *rounds[earlier:]]
    return [*rounds, (tr("Samen"), tally.total)]


def _table(v: View, shown: Sequence[Heading], current: int, fit: Sizes, key: str, label: str) -> Box:
    rows = [_heads(v, [head for head, _ in shown], current, fit, key)]
    for cluster in CLUSTERS:
        cells = [_cell(v, cluster, f"{key}:{n}", counts, fit) for n, (_, counts) in enumerate(shown)]
        rows.append(_row(v, cluster, cells, fit, key))

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        return Node(key, Role.TABLE, rect, label, children=tuple(nodes))

    return Padded(Column(rows, v.u(10)), 0, 0, wrap)


def _heads(v: View, heads: list[str], current: int, fit: Sizes, key: str) -> Box:
    now = tr("Ronde {n}").format(n=current)
    first = w.text(v, tr("Per ronde"), 24, "semibold", v.theme.muted, Role.COLUMN_HEADER, key=f"{key}:corner")
    boxes = [_fixed(first, fit.name)]
    for head in heads:
        strong = head in (now, tr("Samen"))
        ink = v.theme.ink if strong else v.theme.muted
        words = w.text(v, head, 24, "bold" if strong else "regular", ink, Role.COLUMN_HEADER, align=0.5,
                       key=f"{key}:{head}")  # fmt: skip
        boxes.append(_fixed(words, fit.cell))
    return _as_row(f"{key}:heads", Row(boxes, v.u(GAP)))


def _fixed(box: Box, width: int) -> Box:
    return Leaf(box.height, box.place, width)


def _row(v: View, cluster: Cluster, cells: list[Box], fit: Sizes, key: str) -> Box:
    words = cluster_name(cluster)
    name = w.text(v, words, fit.font, "semibold", role=Role.ROW_HEADER, key=f"{key}:name:{cluster}")
    named = _fixed(Row([disc(v, cluster, fit.disc), name], v.u(14)), fit.name)
    return _as_row(f"{key}:{cluster}", Row([named, *cells], v.u(GAP)))


def _as_row(key: str, box: Box) -> Box:
    def wrap(rect: Rect, nodes: Nodes) -> Node:
        return Node(key, Role.ROW, rect, children=tuple(nodes))

    return Padded(box, 0, 0, wrap)


def _cell(v: View, cluster: Cluster, key: str, counts: Counts, fit: Sizes) -> Box:
    """How often, large; below it how many by card and by mention."""
    cards, mentions = counts.by_card(cluster), counts.by_mention(cluster)
    total = cards + mentions
    by_card = several("{n} kaart", "{n} kaarten", cards)
    said = tr("{total}: {cards}, {mentions} genoemd").format(total=total, cards=by_card, mentions=mentions)
    ground, ink = _shade(v, cluster, total)
    lines = [(str(total), "bold", v.t(32)), (f"{cards} + {mentions}", "medium", v.t(w.LEAST))]
    lines = lines if total else [("–", "bold", v.t(32))]
    steps = [round(px * 1.16) for _, _, px in lines]

    def place(rect: Rect) -> Nodes:
        ops: list[object] = [Fill(rect, ground, v.u(12), w.outline(v), v.theme.edge)]
        y = rect.y + (rect.h - sum(steps)) // 2
        for (words, weight, px), step in zip(lines, steps, strict=True):
            op = w.middle_line(v, Rect(rect.x, y, rect.w, step), words, weight, px, ink)
            ops.append(op._replace(rect=op.rect._replace(y=y, h=step)))
            y += step
        return [Node(f"cell:{key}:{cluster}", Role.CELL, rect, said, ops=tuple(ops))]

    return Leaf(fit.high, place, fit.cell)


def _shade(v: View, cluster: Cluster, total: int) -> tuple[Colour, Colour]:
    """The more often it came up, the fuller the cluster's colour; the words stay readable on it."""
    if not total:
        return v.theme.quiet, v.theme.ink if v.theme.name == "contrast" else v.theme.muted
    colours = v.theme.clusters[cluster]
    if total >= 3:
        return colours.fill, colours.on_fill
    part = 0.76 if total == 1 else 0.6
    return mixed(colours.fill, v.theme.paper, part), v.theme.ink


# -- the balance


def balance(v: View, counts: Counts, height: int) -> Box:
    """People against frames; heavier hangs lower."""
    people, frames = counts.balance
    left, right = tuple(_chips(v, counts, PEOPLE)), tuple(_chips(v, counts, FRAMES))
    tilt = max(-1.0, min(1.0, (frames - people) / max(3, people + frames) * 1.6))
    said = tr("De weegschaal: mensen {people} keer, kaders {frames} keer").format(
        people=people, frames=frames
    )
    sides = (tr("Mensen"), people), (tr("Kaders"), frames)
    px, large = v.t(24), v.t(32)

    def place(rect: Rect) -> Nodes:
        part = round(rect.w * PAN)
        lines = [v.type.lines(words, "semibold", px, part) for words, _ in sides]
        high = v.type.line_height(px) * max(map(len, lines))
        at = Rect(rect.x, rect.y, rect.w, rect.h - high - v.type.line_height(large))
        lean = tilt * min(1.0, ROOM_ABOVE * at.h / (STEEPEST_RISE * rect.w))
        ops: list[object] = [Balance(at, left, right, lean, v.theme.ink, v.theme.paper)]
        for x, shown, (_, count) in zip((rect.x, rect.right - part), lines, sides, strict=True):
            under = Rect(x, at.bottom, part, rect.bottom - at.bottom - high)
            ops.append(w.middle_line(v, under, str(count), "bold", large, v.theme.ink))
            named = Rect(x, under.bottom, part, high)
            ops += w.line_ops(v, named, shown, "semibold", px, v.theme.ink, 0.5)
        return [Node("balance", Role.IMAGE, rect, said, ops=tuple(ops))]

    return Leaf(height, place)


def balance_sheet(v: View, counts: Counts, height: int, key: str) -> Box:
    """The balance under its name, on a sheet; ``height`` of all that, in pixels."""
    head = w.text(v, tr("De weegschaal"), 24, "semibold", v.theme.muted)
    gap, pad = v.u(8), 26
    room = height - head.height(v.width) - gap - 2 * v.u(pad * 0.8)
    return w.panel(v, Column([head, balance(v, counts, room)], gap), key, pad=pad)


def _chips(v: View, counts: Counts, side: tuple[Cluster, ...]) -> list[Colour]:
    return [v.theme.clusters[c].fill for c in side for _ in range(counts.came_up(c))]
