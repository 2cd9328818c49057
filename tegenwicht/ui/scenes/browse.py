"""All cards in a grid by cluster; one opened large, to page through."""

from tegenwicht.game.cards import CLUSTERS, Card, Cluster
from tegenwicht.i18n import several, tr
from tegenwicht.ui import keys
from tegenwicht.ui import widgets as w
from tegenwicht.ui.bar import help_and_settings
from tegenwicht.ui.buttons import Button, button, toolbar
from tegenwicht.ui.clusters import card_box, card_height, disc, rank_words
from tegenwicht.ui.commands import Put
from tegenwicht.ui.fields import field
from tegenwicht.ui.flow import Grid
from tegenwicht.ui.frame import done, footed, frame, margin_of, page
from tegenwicht.ui.layout import Box, Column, Leaf, Nodes, Rect, Row, space
from tegenwicht.ui.names import cluster_name
from tegenwicht.ui.nodes import Node
from tegenwicht.ui.view import View

OPEN, SOUGHT = "browse:open", "browse:sought"
WIDEST, TILE, CARD = 1760, 400, 1240


def build(v: View) -> Node:
    """The grid, or the card that is open."""
    deck = v.model.deck
    cards = _found(v, deck.cards if deck else ())
    now = next((card for card in cards if card.number == v.model.form(OPEN, 0)), None)
    title = deck.title if deck else tr("Kaarten bekijken")
    if now is None:
        return frame(v, title, lambda rect: _grid(v, cards, rect))
    return frame(v, title, lambda rect: _one(v, cards, now, rect), buttons=help_and_settings(v))


def _found(v: View, cards: tuple[Card, ...]) -> list[Card]:
    """The cards in the order of the clusters that hold every word that was typed."""
    words = str(v.model.form(SOUGHT, "")).casefold().split()
    ordered = [card for cluster in CLUSTERS for card in cards if card.cluster is cluster]
    return [card for card in ordered if all(word in _text(card) for word in words)]


def _text(card: Card) -> str:
    parts = (
        str(card.number),
        card.title,
        card.question,
        *card.deeper,
        card.counterweight,
        cluster_name(card.cluster),
    )
    return " ".join(parts).casefold()


def _grid(v: View, cards: list[Card], rect: Rect) -> Nodes:
    count = w.text(v, several("{n} kaart", "{n} kaarten", len(cards)), w.BODY, "semibold", natural=True)
    sought = field(v, SOUGHT, tr("Zoek een woord of nummer"), SOUGHT, 60)
    parts: list[Box] = [Row([sought, count], v.u(24), 0.8)]
    for cluster in CLUSTERS:
        some = [card for card in cards if card.cluster is cluster]
        if some or not str(v.model.form(SOUGHT, "")):
            parts.append(_cluster(v, cluster, some))
    return page(v, Column(parts, v.u(22)), rect, done(v), WIDEST)


def _cluster(v: View, cluster: Cluster, cards: list[Card]) -> Box:
    head = Row([disc(v, cluster, 56), w.heading(v, cluster_name(cluster), 36)], v.u(14))
    if not cards:
        return Column(
            [head, w.text(v, tr("Dit cluster heeft nog geen kaarten."), colour=v.theme.muted)], v.u(10)
        )
    across = max(1, min(4, int(v.across / TILE)))
    tiles = [
        button(v, f"browse:{card.number}", f"{card.number}. {card.title}", Put(OPEN, card.number), fill=True,
               size=26)
        for card in cards
    ]  # fmt: skip
    return Column([head, Grid(tiles, across, v.u(12))], v.u(10))


def _one(v: View, cards: list[Card], now: Card, rect: Rect) -> Nodes:
    """One card large; the arrows page on."""
    at = cards.index(now)
    before, after = cards[at - 1], cards[(at + 1) % len(cards)]
    onward, back, whole = Put(OPEN, after.number), Put(OPEN, before.number), Put(OPEN, 0)
    buttons = [
        button(v, "browse:after", tr("Volgende"), onward, keys.PRIMARY, primary=True, first=True),
        button(v, "browse:before", tr("Vorige"), back),
        button(v, "browse:all", tr("Alle kaarten"), whole, keys.BACK),
    ]
    width = min(rect.w - 2 * margin_of(v), v.t(CARD))
    side = (rect.w - width) // 2
    corner = rank_words(now)

    def body(room: Rect, left: list[Button]) -> Nodes:
        inner = Rect(rect.x + side, room.y + v.u(20), width, room.h - v.u(40))
        least = card_height(v, now, corner, width)
        high = max(least, min(inner.h, round(least * 1.3))) if not v.wide else inner.h
        card = Leaf(high, lambda r: card_box(v, now, corner, r))
        above = space(max(0, inner.h - high) // 2 if not left else 0)
        more = [toolbar(v, left)] if left else []
        return w.scroll(v, "browse:one", Column([above, card, *more]), inner)

    return footed(v, rect, buttons, body, side)
