"""What came up, round by round, on a sheet of paper: a block for every card, a stone for every mention.

A real table for a screen reader: the cluster heads its row, the round its column, and each cell is said with both.
"""

from collections.abc import Sequence
from typing import NamedTuple

from tegenwicht.game.cards import Cluster
from tegenwicht.game.tally import Counts
from tegenwicht.i18n import several, tr
from tegenwicht.kit import widgets
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Drawing, Fill, Icon, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.kit.theme import mixed
from tegenwicht.screens.parts.names import cluster_name
from tegenwicht.screens.parts.table import letters
from tegenwicht.screens.parts.table.ground import Ground
from tegenwicht.screens.parts.table.heap import block_body, stone_body
from tegenwicht.screens.shell.view import View

X, Y, WIDE, HEAD, ROW = 372, 161, 1178, 66, 82
ROUNDS_X, TOGETHER_X, END = 705, 1308, 1524
"""Where the columns of rounds begin, where *Samen* begins, and where the lines between the rows end."""
MOST_ROUNDS = 3
BLOCK, STONE = (40, 32), (28, 24)


class Column(NamedTuple):
    """One round: its heading, its number and its counts. now: the round that stands out."""

    head: str
    counts: Counts
    now: bool = False


def last_rounds(rounds: Sequence[Counts]) -> list[Column]:
    """The last three rounds, the last of them standing out."""
    first = max(0, len(rounds) - MOST_ROUNDS)
    return [
        Column(tr("Ronde {n}").format(n=number), counts, number == len(rounds))
        for number, counts in enumerate(rounds[first:], first + 1)
    ]


def high(rows: int) -> float:
    """How high the sheet is, in design pixels."""
    return HEAD + rows * ROW + 6


def said_of(counts: Counts, cluster: Cluster) -> str:
    """ "2 kaarten, 1 keer genoemd"; "kwam niet langs" """
    if not counts.came_up(cluster):
        return tr("kwam niet langs")
    cards = several("{n} kaart", "{n} kaarten", counts.by_card(cluster))
    return tr("{cards}, {n} keer genoemd").format(cards=cards, n=counts.by_mention(cluster))


def tally_sheet(
    g: Ground, sides: Sequence[Sequence[Cluster]], columns: Sequence[Column], total: Counts
) -> Node:
    """The table: rows by pan, the rounds, and all of them together."""
    m, rows = g.v.theme.table, [cluster for side in sides for cluster in side]
    rect = g.mid(X, Y, WIDE, high(len(rows)))
    shadow = g.px(16) if m.rich else 0
    ops: list[Op] = [Fill(rect, m.card, g.px(24), g.px(3), m.line, shadow, shade=1.3)]
    ops += _now_column(g, rect, columns)
    nodes = [_heads(g, columns)]
    for number, cluster in enumerate(rows):
        nodes.append(_row(g, number, cluster, columns, total))
    ops += _rules(g, sides)
    return Node("tally", Role.TABLE, rect, tr("Tussenstand per ronde"), ops=tuple(ops), children=tuple(nodes))


def _column_x(number: int, count: int) -> float:
    return ROUNDS_X + number * (TOGETHER_X - ROUNDS_X) / max(1, count)


def _wide(count: int) -> float:
    return (TOGETHER_X - ROUNDS_X) / max(1, count)


def _now_column(g: Ground, rect: Rect, columns: Sequence[Column]) -> list[Op]:
    """The round that was just done stands on a darker ground."""
    m, border = g.v.theme.table, g.px(3)
    ground = mixed(m.card, m.wood, 0.28) if m.rich else m.card
    found = []
    for number, one in enumerate(columns):
        if one.now and len(columns) > 1 and m.rich:
            at = g.mid(_column_x(number, len(columns)) - 22, 0, _wide(len(columns)), 0)
            found.append(Fill(Rect(at.x, rect.y + border, at.w, rect.h - 2 * border), ground))
    return list(found)


def _rules(g: Ground, sides: Sequence[Sequence[Cluster]]) -> list[Op]:
    """A line under the headings and between the rows; a thicker one between the pans."""
    m = g.v.theme.table
    first = len(sides[0])
    count = sum(map(len, sides))
    ops: list[Op] = []
    for number in range(count):
        between = 0 < number == first
        y = Y + HEAD + number * ROW
        line = g.mid(X + 3, y - 2.5, WIDE - 6, 5) if between else g.mid(390, y - 1, 1140, 2)
        colour = m.plank if between else mixed(m.card, m.plank, 0.55)
        ops.append(Fill(line, colour if m.rich else g.v.theme.ink))
    return ops


def _heads(g: Ground, columns: Sequence[Column]) -> Node:
    ink, m = g.v.theme.ink, g.v.theme.table
    base = g.mid(0, Y + 43, 0, 0).y
    dark = mixed(ink, m.card, 0.2) if m.rich else ink
    block, disc = g.mid(400, Y + 27, 25, 18), g.mid(504, Y + 27, 18, 18)
    legend = (
        Fill(block, dark, g.px(4)), letters.line(g, (g.mid(432, 0, 0, 0).x, base), tr("kaart"), 23, "regular", ink),
        Fill(disc, dark, disc.w // 2), letters.line(g, (g.mid(530, 0, 0, 0).x, base), tr("genoemd"), 23, "regular", ink),
    )  # fmt: skip
    corner = g.mid(390, Y, 300, HEAD)
    cells = [Node("tally:corner", Role.COLUMN_HEADER, corner, tr("Cluster"), ops=legend)]
    heads = [(_column_x(n, len(columns)), one.head, one.now) for n, one in enumerate(columns)]
    for x, head, now in (*heads, (TOGETHER_X + 12, tr("Samen"), False)):
        weight, colour = ("bold", ink) if now else ("semibold", m.faint if m.rich else ink)
        op = letters.line(g, (g.mid(x, 0, 0, 0).x, base), head, 28, weight, colour)
        cells.append(Node(f"tally:head:{head}", Role.COLUMN_HEADER, op.rect, head, ops=(op,)))
    return Node("tally:heads", Role.ROW, g.mid(390, Y, 1140, HEAD), children=tuple(cells))


def _row(g: Ground, number: int, cluster: Cluster, columns: Sequence[Column], total: Counts) -> Node:
    y = Y + HEAD + number * ROW
    cells = [_name(g, y, cluster)]
    for place, one in enumerate(columns):
        at = g.mid(_column_x(place, len(columns)), y, _wide(len(columns)) - 24, ROW)
        ops = pieces(g, at, cluster, one.counts)
        cells.append(Node(f"cell:{place}:{cluster}", Role.CELL, at, said_of(one.counts, cluster), ops=ops))
    cells.append(_together(g, y, cluster, total))
    return Node(f"row:{cluster}", Role.ROW, g.mid(390, y, 1140, ROW), children=tuple(cells))


def _name(g: Ground, y: float, cluster: Cluster) -> Node:
    square = g.mid(396, y + 13, 54, 54)
    colours = g.v.theme.clusters[cluster]
    line = g.px(2) if colours.edge != colours.under else 0
    ops: list[Op] = [Fill(square, colours.solid, g.px(13), line, colours.edge),
           Icon(square.inset(g.px(9)), cluster.value, (255, 255, 255))]  # fmt: skip
    base = g.mid(464, y + 50, 0, 0)
    room = g.px(ROUNDS_X - 464 - 14)
    name = letters.line(g, (base.x, base.y), cluster_name(cluster), 29, "semibold", g.v.theme.ink, 0.0, room)
    return Node(
        f"name:{cluster}", Role.ROW_HEADER, square.around(name.rect), cluster_name(cluster), ops=(*ops, name)
    )


def pieces(g: Ground, at: Rect, cluster: Cluster, counts: Counts) -> tuple[Op, ...]:
    """Blocks and how many, stones and how many; one of each where they would be too many to stand beside each other."""
    cards, mentions = counts.by_card(cluster), counts.by_mention(cluster)
    middle = at.y + at.h // 2
    if not cards + mentions:
        words = tr("kwam niet langs")
        return (letters.line(g, (at.x, middle + g.px(8)), words, 25, "medium", g.v.theme.ink, 0.0, at.w),)
    figures = sum(letters.width(g, str(n), 31, "bold") + g.px(10) for n in (cards, mentions) if n)
    whole = (
        cards * g.px(BLOCK[0] + 4)
        + mentions * g.px(STONE[0] + 2)
        + figures
        + (g.px(22) if cards and mentions else 0)
    )
    few = whole > at.w
    x = at.x
    ops: list[Op] = []
    for times, size, body, gap in (
        (cards, BLOCK, block_body(g.v.theme.clusters[cluster]), 4),
        (mentions, STONE, stone_body(g.v.theme.clusters[cluster]), 2),
    ):
        box = (80.0, 60.0) if size is BLOCK else (46.0, 38.0)
        for _ in range(min(times, 1) if few else times):
            piece = Rect(x, middle - g.px(size[1]) // 2, g.px(size[0]), g.px(size[1]))
            px = g.px(22 if size is BLOCK else 15)
            sign = Rect(piece.x + (piece.w - px) // 2, piece.y + (piece.h - px) // 2 - g.px(1.5), px, px)
            ops += [Drawing(piece, box, body, ground=g.v.theme.clusters[cluster].solid),
                    Icon(sign, cluster.value, (255, 255, 255))]  # fmt: skip
            x += piece.w + g.px(gap)
        if times:
            figure = letters.line(g, (x + g.px(4), middle + g.px(11)), str(times), 31, "bold", g.v.theme.ink)
            ops.append(figure)
            x = figure.rect.right + g.px(22)
    return tuple(ops)


def _together(g: Ground, y: float, cluster: Cluster, total: Counts) -> Node:
    """All rounds, in figures: cards and mentions apart, and never their sum."""
    at, ink = g.mid(TOGETHER_X + 12, y, END - TOGETHER_X - 12, ROW), g.v.theme.ink
    cards, mentions = total.by_card(cluster), total.by_mention(cluster)
    ops: list[Op] = []
    for number, words, base in (
        (cards, several("kaart", "kaarten", cards), 36), (mentions, tr("× genoemd"), 70),
    ):  # fmt: skip
        y_base = at.y + g.px(base)
        figure = letters.line(g, (at.x, y_base), str(number), 29, "bold", ink)
        ops += [figure, letters.line(g, (figure.rect.right + g.px(8), y_base), words, 23, "medium", ink)]
    said = said_of(total, cluster)
    return Node(f"cell:together:{cluster}", Role.CELL, at, said, ops=tuple(ops))


def legend(v: View, at: Rect) -> tuple[Op, ...]:
    """That a block is a card and a stone a mention; nothing where there is no room for it."""
    m, ink = v.theme.table, v.theme.ink
    dark = mixed(ink, m.card, 0.2) if m.rich else ink
    block, stone, gap, px = (
        (v.text_px(25), v.text_px(18)),
        (v.text_px(18), v.text_px(18)),
        v.text_px(8),
        v.text_px(20),
    )
    x = at.x
    ops: list[Op] = []
    for (wide, high), word in ((block, tr("kaart")), (stone, tr("genoemd"))):
        sign = Rect(x, at.y + (at.h - high) // 2, wide, high)
        said = widgets.middle_line(v, at._replace(x=sign.right + gap), word, "regular", px, ink, 0.0)
        ops += [Fill(sign, dark, v.text_px(4) if wide > high else high // 2), said]
        x = said.rect.right + 2 * gap
    return tuple(ops) if x - gap <= at.right else ()
