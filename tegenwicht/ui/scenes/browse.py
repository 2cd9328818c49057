"""All cards in a grid by cluster; one opened large, to page through."""

from tegenwicht.game.cards import CLUSTERS, Card, Cluster
from tegenwicht.i18n import several, tr
from tegenwicht.ui import keys
from tegenwicht.ui import widgets as w
from tegenwicht.ui.clusters import card_box, card_height, disc, rank_words
from tegenwicht.ui.commands import Back, Put
from tegenwicht.ui.frame import frame, page
from tegenwicht.ui.layout import Box, Column, Grid, Leaf, Nodes, Rect, Row, Wrap
from tegenwicht.ui.nodes import Node
from tegenwicht.ui.view import View
from tegenwicht.ui.words import cluster_name

OPEN, SOUGHT = "browse:open", "browse:sought"


def build(v: View) -> Node:
    """The grid, or the card that is open."""
    deck = v.model.deck
    cards = _found(v, deck.cards if deck else ())
    now = next((card for card in cards if card.number == v.model.form(OPEN, 0)), None)
    title = deck.title if deck else tr("Kaarten bekijken")
    if now is None:
        return frame(v, title, lambda rect: _grid(v, cards, rect))
    return frame(v, title, lambda rect: _one(v, cards, now, rect))


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
    field = w.field(v, SOUGHT, tr("Zoek een woord of nummer"), SOUGHT, 60)
    back = Wrap([w.button(v, "primary", tr("Klaar"), Back(), keys.PRIMARY, primary=True, first=True)])
    count = w.muted(v, several("{n} kaart", "{n} kaarten", len(cards)))
    parts: list[Box] = [back, field, count]
    for cluster in CLUSTERS:
        some = [card for card in cards if card.cluster is cluster]
        if some or not str(v.model.form(SOUGHT, "")):
            parts.append(_cluster(v, cluster, some))
    return page(v, Column(parts, v.u(18)), rect, most_width=1700)


def _cluster(v: View, cluster: Cluster, cards: list[Card]) -> Box:
    head = Row([disc(v, cluster, 56), w.heading(v, cluster_name(cluster), 36)], v.u(14))
    if not cards:
        return Column(
            [head, w.text(v, tr("Dit cluster heeft nog geen kaarten."), colour=v.theme.muted)], v.u(10)
        )
    unit = v.scale * v.text
    across = max(1, min(4, int(v.width / unit / 420)))
    tiles = [
        w.button(v, f"browse:{card.number}", f"{card.number}. {card.title}", Put(OPEN, card.number), fill=True,
                 size=26)
        for card in cards
    ]  # fmt: skip
    return Column([head, Grid(tiles, across, v.u(12))], v.u(10))


def _one(v: View, cards: list[Card], now: Card, rect: Rect) -> Nodes:
    """One card large; the arrows page on."""
    inner = rect.inset(v.u(40 if v.wide else 24), v.u(22))
    at = cards.index(now)
    before, after = cards[at - 1], cards[(at + 1) % len(cards)]
    buttons = Wrap(
        [
            w.button(
                v,
                "browse:after",
                tr("Volgende"),
                Put(OPEN, after.number),
                keys.PRIMARY,
                primary=True,
                first=True,
            ),
            w.button(v, "browse:before", tr("Vorige"), Put(OPEN, before.number)),
            w.button(v, "browse:all", tr("Alle kaarten"), Put(OPEN, 0)),
        ],
        v.u(12),
    )
    width = min(inner.w, v.t(1240))
    corner = rank_words(now)
    under = buttons.height(width)
    room = max(card_height(v, now, corner, width) if not v.wide else 0, inner.h - under - v.u(22))
    card = Leaf(room, lambda r: card_box(v, now, corner, r))
    column = Rect(inner.x + (inner.w - width) // 2, inner.y, width, inner.h)
    return w.scroll(v, "browse:one", Column([card, buttons], v.u(22)), column)
