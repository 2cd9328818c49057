"""The tally as a table, clusters by rounds, and as a balance. The same numbers for eye and ear."""

from tegenwicht.game.cards import CLUSTERS, Cluster
from tegenwicht.game.tally import CLIENT_AND_PROFESSIONAL, Counts, Tally
from tegenwicht.i18n import tr
from tegenwicht.ui import widgets as w
from tegenwicht.ui.clusters import disc
from tegenwicht.ui.layout import Box, Column, Leaf, Nodes, Padded, Rect, Row
from tegenwicht.ui.nodes import Node, Role
from tegenwicht.ui.ops import Balance, Colour, Fill
from tegenwicht.ui.theme import mixed
from tegenwicht.ui.view import View
from tegenwicht.ui.words import cluster_name

MOST_ROUNDS_SHOWN = 6
CELL, CELL_H = 124, 70


def tally_table(v: View, tally: Tally, current: int, width: int = 0) -> Box:
    """Clusters by rounds and in all; each cell says how many by card and by mention.

    current: the round, from 1, that stands out; 0 for none. When there are more rounds than fit, the
    first ones are in one column together.
    """
    heads, columns = _columns(tally, _how_many_fit(v, width))
    rows = [_heads(v, heads, current)]
    for cluster in CLUSTERS:
        cells = [
            _cell(v, cluster, number, counts.by_card(cluster), counts.by_mention(cluster))
            for number, counts in enumerate(columns)
        ]
        rows.append(_row(v, cluster, cells))

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        return Node("tally", Role.TABLE, rect, tr("Tussenstand per ronde"), children=tuple(nodes))

    return Padded(Column(rows, v.u(12)), 0, 0, wrap)


def _how_many_fit(v: View, width: int) -> int:
    room = (width or v.width // 2) - v.t(300)
    return max(2, min(MOST_ROUNDS_SHOWN, room // v.t(CELL) - 1))


def _columns(tally: Tally, most: int) -> tuple[list[str], list[Counts]]:
    """(heading, counts) of each column; earlier rounds together when there are more than ``most``."""
    rounds = list(tally.rounds)
    heads = [tr("Ronde {n}").format(n=number) for number in range(1, len(rounds) + 1)]
    if len(rounds) > most:
        earlier = len(rounds) - most + 1
        together = sum(rounds[:earlier], Counts())
        rounds = [together, *rounds[earlier:]]
        heads = [tr("Ronde 1 – {n}").format(n=earlier), *heads[earlier:]]
    return [*heads, tr("Samen")], [*rounds, tally.total]


def _heads(v: View, heads: list[str], current: int) -> Box:
    now = tr("Ronde {n}").format(n=current)
    first = w.text(v, tr("Per ronde"), 26, "semibold", v.theme.muted, Role.COLUMN_HEADER, key="tally:corner")
    boxes: list[Box] = [first]
    for head in heads:
        strong = head == now
        words = w.text(v, head, 24, "bold" if strong else "regular", v.theme.ink if strong else v.theme.muted,
                       Role.COLUMN_HEADER, align=0.5, key=f"tally:{head}")  # fmt: skip
        boxes.append(_fixed(v, words))
    return _as_row("tally:heads", Row(boxes, v.u(12)))


def _fixed(v: View, box: Box) -> Box:
    return Leaf(lambda width: box.height(width), box.place, v.t(CELL))


def _row(v: View, cluster: Cluster, cells: list[Box]) -> Box:
    name = w.text(v, cluster_name(cluster), 28, "semibold", role=Role.ROW_HEADER, key=f"tally:name:{cluster}")
    named = Row([disc(v, cluster, 56), name], v.u(14))
    return _as_row(f"tally:{cluster}", Row([named, *cells], v.u(12)))


def _as_row(key: str, box: Box) -> Box:
    def wrap(rect: Rect, nodes: Nodes) -> Node:
        return Node(key, Role.ROW, rect, children=tuple(nodes))

    return Padded(box, 0, 0, wrap)


def _cell(v: View, cluster: Cluster, number: int, cards: int, mentions: int) -> Box:
    total = cards + mentions
    said = tr("{total}: {cards} kaart, {mentions} genoemd").format(
        total=total, cards=cards, mentions=mentions
    )
    ground, ink = _shade(v, cluster, total)
    split = f"{cards} + {mentions}"
    big, small = v.t(32), v.t(20)

    def place(rect: Rect) -> Nodes:
        edge = max(1, v.u(2)) if v.theme.name == "contrast" else 0
        ops: list[object] = [Fill(rect, ground, v.u(12), edge, v.theme.edge)]
        line, low = v.type.line_height(big), v.type.line_height(small)
        y = rect.y + (rect.h - line - (low if total else 0)) // 2
        ops += w.line_ops(
            v, Rect(rect.x, y, rect.w, line), [str(total) if total else "–"], "bold", big, ink, 0.5
        )
        if total:
            ops += w.line_ops(
                v, Rect(rect.x, y + line - v.u(4), rect.w, low), [split], "medium", small, ink, 0.5
            )
        return [Node(f"cell:{cluster}:{number}", Role.CELL, rect, said, ops=tuple(ops))]

    return Leaf(v.t(CELL_H) + v.u(8), place, v.t(CELL))


def _shade(v: View, cluster: Cluster, total: int) -> tuple[Colour, Colour]:
    """The more often it came up, the fuller the cluster's colour; the words stay readable on it."""
    if not total:
        return v.theme.quiet, v.theme.muted if v.theme.name != "contrast" else v.theme.ink
    colours = v.theme.clusters[cluster]
    if total >= 3:
        return colours.fill, colours.on_fill
    part = 0.76 if total == 1 else 0.6
    return mixed(colours.fill, v.theme.paper, part), v.theme.ink


def balance(v: View, counts: Counts, height: int) -> Box:
    """Client and professional against what stands around them; heavier hangs lower."""
    near, around = counts.balance
    left = tuple(_chips(v, counts, True))
    right = tuple(_chips(v, counts, False))
    tilt = max(-1.0, min(1.0, (around - near) / max(3, near + around) * 1.6)) if near != around else 0.0
    said = tr("De weegschaal: cliënt en professional {near} keer, wat eromheen staat {around} keer").format(
        near=near, around=around
    )
    names = (tr("cliënt en professional: {n}"), tr("wat eromheen staat: {n}"))

    def place(rect: Rect) -> Nodes:
        line = v.type.line_height(v.t(24))
        words = [name.format(n=n) for name, n in zip(names, (near, around), strict=True)]
        half = rect.w // 2 - v.u(8)
        lines = [v.type.lines(one, "semibold", v.t(24), half) for one in words]
        below = line * max(map(len, lines))
        at = Rect(rect.x, rect.y, rect.w, rect.h - below)
        ops: list[object] = [Balance(at, left, right, tilt, v.theme.ink, v.theme.paper)]
        for number, shown in enumerate(lines):
            x = rect.x + number * (half + v.u(16))
            room = Rect(x, at.bottom, half, below)
            ops += w.line_ops(v, room, shown, "semibold", v.t(24), v.theme.ink, 0.5)
        return [Node("balance", Role.IMAGE, rect, said, ops=tuple(ops))]

    return Leaf(height, place)


def _chips(v: View, counts: Counts, near: bool) -> list[Colour]:
    chosen = [c for c in CLUSTERS if (c in CLIENT_AND_PROFESSIONAL) is near]
    return [v.theme.clusters[c].fill for c in chosen for _ in range(counts.came_up(c))]
