"""The cards on the table: small ones, all of one size, in columns by cluster."""

from collections.abc import Sequence
from typing import NamedTuple

from tegenwicht.game.cards import Card, Cluster, Deck
from tegenwicht.i18n import tr
from tegenwicht.ui import widgets as w
from tegenwicht.ui.buttons import button, off_look, plain_look, primary_look
from tegenwicht.ui.clusters import disc, rank_words
from tegenwicht.ui.commands import Put
from tegenwicht.ui.flow import Grid
from tegenwicht.ui.layout import Box, Column, Leaf, Nodes, Rect, Row
from tegenwicht.ui.names import cluster_name
from tegenwicht.ui.nodes import Node, Role
from tegenwicht.ui.ops import Fill, Icon
from tegenwicht.ui.scenes.browse.finding import MOST_IN_HAND, OPEN, WHOLE, by_cluster, in_or_out
from tegenwicht.ui.view import View

MOST_ACROSS, LEAST, GAP = 6, 236, 16
TITLE, NUMBER, SMALL = 24, 26, 21
SIDE, HEAD, ICON, ROUND, EDGE, SHADOW = 16, 44, 28, 18, 5, 8
MOST_AT_FIRST = 24
"""Cards of one cluster; the rest of a very large deck is shown when it is asked for."""


class Hand(NamedTuple):
    """The deck on the table, and what of it is in the hand, in the order in which it came."""

    deck: Deck
    cards: Sequence[Card]
    numbers: tuple[int, ...]

    def has(self, card: Card) -> bool:
        """Whether the card is in it."""
        return card.number in self.numbers

    @property
    def full(self) -> bool:
        """Whether no card can come in."""
        return len(self.cards) >= MOST_IN_HAND


def table(v: View, cards: Sequence[Card], hand: Hand, empty_too: bool, width: int) -> Box:
    """The cards by cluster: side by side where that fits, else below each other.

    empty_too: clusters without cards as well. width: what there is at the least, in pixels.
    """
    groups = {cluster: some for cluster, some in by_cluster(cards).items() if some or empty_too}
    whole, gap = v.model.form(WHOLE, ()), v.u(GAP)
    first = {c: some if c in whole else some[:MOST_AT_FIRST] for c, some in groups.items()}
    across = max(1, min(MOST_ACROSS, (width + gap) // (v.t(LEAST) + gap)))
    beside = len(groups) if across >= len(groups) else 1
    each = across // beside
    high = _title_height(
        v, [card for some in first.values() for card in some], _part(width, gap, beside * each)
    )
    heads = _heads(v, list(groups), _part(width, gap, beside))
    boxes = [
        Column([head, *_pile(v, c, some, len(groups[c]), hand, (each, high))], v.u(12))
        for head, (c, some) in zip(heads, first.items(), strict=True)
    ]
    return Row(boxes, gap, 0.0) if beside > 1 else Column(boxes, v.u(28))


def _part(width: int, gap: int, columns: int) -> int:
    return (width - gap * (columns - 1)) // columns


def _title_height(v: View, cards: Sequence[Card], tile: int) -> int:
    """The height of the longest title, for tiles so many pixels wide: all are as high as that one."""
    px, room = v.t(TITLE), max(1, tile - 2 * v.u(SIDE))
    most = max((len(v.type.lines(card.title, "semibold", px, room)) for card in cards), default=1)
    return v.type.line_height(px) * most


def _heads(v: View, clusters: Sequence[Cluster], width: int) -> list[Box]:
    """The names over the columns, so many pixels wide, all as high as the highest."""
    rows = [Row([disc(v, one, 40), w.heading(v, cluster_name(one), 27)], v.u(10)) for one in clusters]
    high = max((row.height(width) for row in rows), default=0)
    return [Leaf(high, row.place) for row in rows]


def _pile(
    v: View, cluster: Cluster, cards: Sequence[Card], of: int, hand: Hand, shape: tuple[int, int]
) -> list[Box]:
    """The cards of one cluster. of: how many there are. shape: (tiles across, height of a title)."""
    across, high = shape
    if not cards:
        return [w.muted(v, tr("Dit cluster heeft nog geen kaarten."))]
    parts: list[Box] = [Grid([tile(v, card, hand, high) for card in cards], across, v.u(GAP))]
    if len(cards) < of:
        words = tr("Toon alle {n} kaarten").format(n=of)
        name = tr("{words} van {cluster}").format(words=words, cluster=cluster_name(cluster))
        more = Put(WHOLE, (*v.model.form(WHOLE, ()), cluster))
        parts.append(button(v, f"browse:whole:{cluster}", words, more, size=24, fill=True, name=name))
    return parts


# -- one card


def tile(v: View, card: Card, hand: Hand, high: int) -> Box:
    """A small card: press it to open it, or its lower corner to put it in the hand.

    high: how high its title is, in pixels.
    """
    on = hand.has(card)
    face, put = _Face(v, card, on), _put(v, card, hand, on)
    head, gap = v.t(HEAD), v.u(10)
    upper = head + gap + high + v.u(2)
    foot = put.height(put.natural)

    def place(rect: Rect) -> Nodes:
        opens = face.node(rect._replace(h=upper), head, gap)
        wide = min(put.natural, rect.w - 2 * v.u(12))
        corner = Rect(rect.right - v.u(12) - wide, rect.y + upper, wide, foot)
        ops = face.ground(rect, head)
        return [Node(f"tile:{card.number}", Role.GROUP, rect, ops=ops, children=(opens, *put.place(corner)))]

    return Leaf(upper + foot + v.u(10), place)


def _put(v: View, card: Card, hand: Hand, on: bool) -> Box:
    """In the hand or out of it."""
    look = primary_look(v) if on else plain_look(v) if not hand.full else off_look(v)
    name, px, mark, side = tr("Hand"), v.t(SMALL), v.t(SMALL), v.u(14)
    node = Node(
        f"hand:{card.number}", Role.TOGGLE, w.NOWHERE, tr("In de hand: {card}").format(card=named(card)),
        action=in_or_out(hand.deck, hand.numbers, card), enabled=on or not hand.full, pressed=on,
    )  # fmt: skip

    def place(rect: Rect) -> Nodes:
        at = Rect(rect.x + side, rect.y + (rect.h - mark) // 2, mark, mark)
        word = Rect(at.right + v.u(8), rect.y, 0, rect.h)
        ops = (
            Fill(rect, look.ground, rect.h // 2, max(1, v.u(2)), look.border),
            Icon(at, "check" if on else "plus", look.colour),
            w.middle_line(v, word, name, "semibold", px, look.colour, 0.0),
        )
        return [node._replace(rect=rect, ops=ops)]

    wide = v.type.width(name, "semibold", px) + mark + v.u(8) + 2 * side
    return Leaf(v.t(42), place, wide)


def named(card: Card) -> str:
    """ "9. Belastbaarheid"."""
    return f"{card.number}. {card.title}"


class _Face(NamedTuple):
    """What is on a small card. on: it is in the hand."""

    v: View
    card: Card
    on: bool

    def ground(self, rect: Rect, head: int) -> tuple[Fill, ...]:
        """Its paper and the strip in the colour of its cluster; a thick edge when it is in the hand."""
        v, edge = self.v, self.v.u(EDGE) if self.on else w.outline(self.v)
        shadow, radius = v.u(SHADOW) if v.theme.shadow else 0, v.u(ROUND)
        line = v.theme.strong if self.on else v.theme.edge
        inner, within = rect.inset(edge), max(0, radius - edge)
        strip = Rect(inner.x, inner.y, inner.w, head - edge)
        return (
            Fill(rect, line if edge else v.theme.paper, radius, shadow=shadow),
            Fill(inner, v.theme.paper, within),
            Fill(strip, v.theme.clusters[self.card.cluster].fill, within, top_only=True),
        )

    def node(self, rect: Rect, head: int, gap: int) -> Node:
        """The part that opens it: the strip with icon and number, and the title below."""
        v, card, side = self.v, self.card, self.v.u(SIDE)
        ink = v.theme.clusters[card.cluster].on_fill
        strip = Rect(rect.x + side, rect.y, rect.w - 2 * side, head)
        mark = v.t(ICON)
        beside = Rect(strip.x + mark + v.u(8), strip.y, strip.w - mark - v.u(8), head)
        title = Rect(strip.x, rect.y + head + gap, strip.w, 0)
        px = v.t(TITLE)
        lines = v.type.lines(card.title, "semibold", px, max(1, strip.w))
        ops = (
            Icon(Rect(strip.x, strip.y + (head - mark) // 2, mark, mark), card.cluster.value, ink),
            w.middle_line(v, beside, str(card.number), "bold", v.t(NUMBER), ink, 0.0),
            *([w.middle_line(v, beside, self._place(), "medium", v.t(SMALL), ink, 1.0)] if card.rank else []),
            *w.line_ops(v, title, lines, "semibold", px, v.theme.ink),
        )
        told = " · ".join(filter(None, (cluster_name(card.cluster), rank_words(card))))
        open_it = Put(OPEN, card.number)
        return Node(f"browse:{card.number}", Role.BUTTON, rect, named(card), description=told, action=open_it,
                    ops=ops)  # fmt: skip

    def _place(self) -> str:
        assert self.card.rank is not None
        return tr("plaats {n}").format(n=self.card.rank.overall)
