"""The cards on the table: small ones, all of one size, in columns by cluster."""

from collections.abc import Sequence
from typing import NamedTuple

from tegenwicht.game.cards import Card, Deck, Family
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import button, off_look, plain_look, primary_look
from tegenwicht.kit.command import Command
from tegenwicht.kit.flow import Grid
from tegenwicht.kit.layout import Box, Column, Leaf, Nodes, Row
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Colour, Fill, Icon, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.browse.finding import MOST_IN_HAND, WHOLE, by_cluster, in_or_out, opened
from tegenwicht.screens.parts.clusters import disc, rank_words
from tegenwicht.screens.parts.favourites import is_favourite, sign
from tegenwicht.screens.parts.names import cluster_name
from tegenwicht.screens.parts.table.cards import picture_ops
from tegenwicht.screens.shell.commands import Put
from tegenwicht.screens.shell.theme import WHITE
from tegenwicht.screens.shell.view import View

MOST_ACROSS, LEAST, GAP = 6, 226, 16
TITLE, NUMBER, SMALL = 23, 26, 21
HEADS = (27, 25, 23, 21)
"""Design pixels of the names over the columns: the largest at which each fits on one line."""
SIDE, HEAD, ICON, ROUND, EDGE, SHADOW = 14, 44, 28, 18, 5, 8
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
    whole, gap = v.model.form(WHOLE, ()), v.px(GAP)
    first = {c: some if c in whole else some[:MOST_AT_FIRST] for c, some in groups.items()}
    across = max(1, min(MOST_ACROSS, (width + gap) // (v.text_px(LEAST) + gap)))
    beside = len(groups) if across >= len(groups) else 1
    each = across // beside
    high = _title_height(
        v, [card for some in first.values() for card in some], _part(width, gap, beside * each)
    )
    heads = _heads(v, list(groups), _part(width, gap, beside))
    boxes = [
        Column([head, *_pile(v, c, some, len(groups[c]), hand, (each, high))], v.px(12))
        for head, (c, some) in zip(heads, first.items(), strict=True)
    ]
    return Row(boxes, gap, 0.0) if beside > 1 else Column(boxes, v.px(28))


def _part(width: int, gap: int, columns: int) -> int:
    return (width - gap * (columns - 1)) // columns


def _title_height(v: View, cards: Sequence[Card], tile: int) -> int:
    """The height of the longest title, for tiles so many pixels wide: all are as high as that one."""
    px, room = v.text_px(TITLE), max(1, tile - 2 * v.px(SIDE))
    most = max((len(v.type.lines(card.title, "semibold", px, room)) for card in cards), default=1)
    return v.type.line_height(px) * most


def _heads(v: View, clusters: Sequence[Family], width: int) -> list[Box]:
    """The names over the columns, so many pixels wide, all as high as the highest."""
    room = width - v.text_px(40) - v.px(10)
    names = [cluster_name(one) for one in clusters]
    size = next(
        (one for one in HEADS if all(v.type.width(name, "bold", v.text_px(one)) <= room for name in names)),
        HEADS[0],
    )
    rows = [
        Row([disc(v, one, 40), widgets.heading(v, name, size)], v.px(10))
        for one, name in zip(clusters, names, strict=True)
    ]
    high = max((row.height(width) for row in rows), default=0)
    return [Leaf(high, row.place) for row in rows]


def _pile(
    v: View, cluster: Family, cards: Sequence[Card], of: int, hand: Hand, shape: tuple[int, int]
) -> list[Box]:
    """The cards of one cluster. of: how many there are. shape: (tiles across, height of a title)."""
    across, high = shape
    if not cards:
        return [widgets.muted(v, tr("Dit cluster heeft nog geen kaarten."))]
    parts: list[Box] = [Grid([tile(v, card, hand, high) for card in cards], across, v.px(GAP))]
    if len(cards) < of:
        words = tr("Toon alle {n} kaarten").format(n=of)
        name = tr("{words} van {cluster}").format(words=words, cluster=cluster_name(cluster))
        more = Put(WHOLE, (*v.model.form(WHOLE, ()), cluster))
        parts.append(button(v, f"browse:whole:{cluster}", words, more).sized(24).filling().heard(name))
    return parts


# -- one card


def tile(v: View, card: Card, hand: Hand, high: int) -> Box:
    """A small card: press it to open it, or its lower corner to put it in the hand.

    high: how high its title is, in pixels. A card that is scrolled out of the window is not painted.
    """
    face = _Face(v, card, hand.has(card), hand.full, is_favourite(v.model, hand.deck, card))
    head, above = v.text_px(HEAD), v.px(10)
    upper, foot, wide = head + above + high + v.px(2), v.text_px(42), face.pill_width
    put = in_or_out(hand.deck, hand.numbers, card)

    def place(rect: Rect) -> Nodes:
        opens, corner = rect._replace(h=upper), v.px(12)
        pill = Rect(rect.right - corner - wide, rect.y + upper, wide, foot)
        seen = rect.y < v.height and rect.bottom > 0
        ops = (*face.ground(rect), *face.picture(rect, pill)) if seen else ()
        inside = (face.opens(opens, head, above, seen), face.puts(pill, put, seen))
        return [Node(f"tile:{card.number}", Role.GROUP, rect, ops=ops, children=inside)]

    return Leaf(upper + foot + v.px(10), place)


def named(card: Card) -> str:
    """A card as it is told: its number and title, "9. Belastbaarheid"."""
    return f"{card.number}. {card.title}"


class _Face(NamedTuple):
    """What is on a small card. on: it is in the hand; full: no other card can come in; liked: it is a favourite."""

    v: View
    card: Card
    on: bool
    full: bool
    liked: bool

    @property
    def edge(self) -> int:
        """How thick its edge is, in pixels: thick when it is in the hand."""
        v, lined = self.v, self._line != self.v.theme.edge
        return v.px(EDGE) if self.on else max(widgets.outline(v), v.px(2) if lined else 0)

    @property
    def _line(self) -> Colour:
        """The colour of the line around it: on the dark that of its cluster, light."""
        theme, colours = self.v.theme, self.v.theme.clusters[self.card.family]
        if self.on:
            return theme.strong
        return theme.edge if colours.edge == colours.under else colours.edge

    def ground(self, rect: Rect) -> tuple[Fill, ...]:
        """Its paper, with its edge."""
        v, edge, radius = self.v, self.edge, self.v.px(ROUND)
        whole = Fill(
            rect, self._line if edge else v.theme.paper, radius, shadow=v.px(SHADOW) if v.theme.shadow else 0
        )
        return (whole, Fill(rect.inset(edge), v.theme.paper, max(0, radius - edge))) if edge else (whole,)

    def picture(self, rect: Rect, pill: Rect) -> tuple[Op, ...]:
        """Its picture, small, in the corner beside the pill; none where there is no room."""
        px, x = pill.h + self.v.px(4), rect.x + self.v.px(SIDE)
        if not self.card.picture or x + px > pill.x - self.v.px(8):
            return ()
        at = Rect(x, pill.bottom - px, px, px)
        return picture_ops(at, self.card.picture, self.v.theme.clusters[self.card.family].line)

    def _strip(self, rect: Rect, head: int) -> Fill:
        """The strip in the colour of its cluster."""
        edge = self.edge
        at = Rect(rect.x + edge, rect.y + edge, rect.w - 2 * edge, head - edge)
        colour = self.v.theme.clusters[self.card.family].solid
        return Fill(at, colour, max(0, self.v.px(ROUND) - edge), top_only=True)

    def opens(self, rect: Rect, head: int, above: int, seen: bool) -> Node:
        """The part that opens it: the strip with icon and number, and the title below."""
        card = self.card
        liked = tr("favoriet") if self.liked else ""
        told = " · ".join(filter(None, (cluster_name(card.family), rank_words(card), liked)))
        return Node(
            f"browse:{card.number}", Role.BUTTON, rect, named(card), description=told,
            action=opened(card), ops=self._words(rect, head, above) if seen else (),
        )  # fmt: skip

    def _words(self, rect: Rect, head: int, above: int) -> tuple[Op, ...]:
        v, card, side = self.v, self.card, self.v.px(SIDE)
        ink, mark, px = WHITE, v.text_px(ICON), v.text_px(TITLE)
        strip = Rect(rect.x + side, rect.y, rect.w - 2 * side, head)
        beside = Rect(strip.x + mark + v.px(8), strip.y, strip.w - mark - v.px(8), head)
        title = Rect(strip.x, rect.y + head + above, strip.w, 0)
        lines = v.type.lines(card.title, "semibold", px, max(1, strip.w))
        place = tr("plaats {n}").format(n=card.rank.overall) if card.rank else ""
        number = v.type.width(str(card.number), "bold", v.text_px(NUMBER))
        marked = Rect(beside.x + number + v.px(12), strip.y + (head - mark) // 2, mark, mark)
        return (
            self._strip(rect, head),
            Icon(Rect(strip.x, strip.y + (head - mark) // 2, mark, mark), card.family.value, ink),
            widgets.middle_line(v, beside, str(card.number), "bold", v.text_px(NUMBER), ink, 0.0),
            *([Icon(marked, sign(True), ink)] if self.liked else []),
            *([widgets.middle_line(v, beside, place, "medium", v.text_px(SMALL), ink, 1.0)] if place else []),
            *widgets.line_ops(v, title, lines, "semibold", px, v.theme.ink),
        )

    @property
    def pill_width(self) -> int:
        """How wide the part is that puts it in the hand, in pixels."""
        v = self.v
        return (
            v.type.width(tr("Hand"), "semibold", v.text_px(SMALL)) + v.text_px(SMALL) + v.px(8) + 2 * v.px(14)
        )

    def puts(self, rect: Rect, command: Command, seen: bool) -> Node:
        """The part that puts it in the hand, or takes it out."""
        card = self.card
        return Node(
            f"hand:{card.number}", Role.TOGGLE, rect, tr("In de hand: {card}").format(card=named(card)),
            action=command, enabled=self.on or not self.full, pressed=self.on,
            ops=self._pill(rect) if seen else (),
        )  # fmt: skip

    def _pill(self, rect: Rect) -> tuple[Op, ...]:
        v, px = self.v, self.v.text_px(SMALL)
        look = primary_look(v) if self.on else off_look(v) if self.full else plain_look(v)
        at = Rect(rect.x + v.px(14), rect.y + (rect.h - px) // 2, px, px)
        word = Rect(at.right + v.px(8), rect.y, 0, rect.h)
        return (
            Fill(rect, look.ground, rect.h // 2, max(1, v.px(2)), look.border),
            Icon(at, "check" if self.on else "plus", look.colour),
            widgets.middle_line(v, word, tr("Hand"), "semibold", px, look.colour, 0.0),
        )
