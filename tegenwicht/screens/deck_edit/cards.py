"""The list of cards at the desk: the six clusters, of which one is open, and in it the cards in order."""

from collections import Counter
from collections.abc import Sequence

from tegenwicht.game.cards import CLUSTERS, Family
from tegenwicht.game.deck_editing import FAMILIES, LONGEST, CardDraft, DeckDraft
from tegenwicht.i18n import several, tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import Button, button, primary_look
from tegenwicht.kit.command import Command
from tegenwicht.kit.layout import Box, Column, Padded, Row
from tegenwicht.screens.parts.clusters import disc
from tegenwicht.screens.parts.names import cluster_name
from tegenwicht.screens.shell import entries
from tegenwicht.screens.shell.commands import All, ChangeDeck, FocusOn, Put, SelectCard
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.shell.model import Editing
from tegenwicht.screens.shell.view import View

OPEN = Entry("desk:open")
MOST_SHOWN = 40
"""Cards of one cluster around the one that is shown."""


def open_cluster(v: View, desk: Editing) -> Family:
    """The cluster whose cards are listed: the one that was pressed, else that of the card that is shown."""
    pressed = v.model.form(OPEN, "")
    card = desk.history.now.card(desk.card)
    shown = next((one for one in FAMILIES if one == pressed), None)
    return shown or (card.family if card is not None else CLUSTERS[0])


def list_of(v: View, desk: Editing) -> Box:
    """The deck itself, and the clusters."""
    wrong = Counter(fault.card for fault in desk.faults)
    about = All((SelectCard(0), Put(entries.DESK_SHOWN, "card"), FocusOn("draft:0:title")))
    boxes: list[Box] = [_item(v, "desk:card:0", tr("Over de kaartset"), about, desk.card == 0, wrong[0])]
    opened = open_cluster(v, desk)
    labels = _labels(desk.history.now.cards)
    for cluster in families(desk.history.now):
        mates = desk.history.now.of(cluster)
        boxes.append(_head(v, cluster, len(mates), cluster is opened))
        if cluster is opened:
            boxes.append(Padded(_open(v, desk, cluster, mates, labels, wrong), v.px(10), 0))
    return Column(boxes, v.px(8))


def families(draft: DeckDraft) -> list[Family]:
    """The lists that a deck has: every cluster, and each kind without a cluster of which it has cards."""
    return [one for one in FAMILIES if one in CLUSTERS or draft.of(one)]


def _head(v: View, cluster: Family, count: int, opened: bool) -> Box:
    label, glyph = f"{cluster_name(cluster)} ({count})", "down" if opened else "next"
    press = (
        button(v, f"desk:cluster:{cluster}", label, Put(OPEN, str(cluster)), glyph=glyph)
        .sized(24, 14)
        .filling()
        .chosen(opened)
    )
    return Row([disc(v, cluster, 44), press], v.px(10))


def cluster_line(v: View, cluster: Family, count: int) -> Box:
    """A cluster with how many cards it has."""
    words = several("{n} kaart", "{n} kaarten", count)
    return Row([disc(v, cluster, 40), widgets.text(v, f"{cluster_name(cluster)}: {words}", 26)], v.px(12))


def _open(
    v: View,
    desk: Editing,
    cluster: Family,
    mates: Sequence[CardDraft],
    labels: dict[int, str],
    wrong: Counter[int],
) -> Box:
    shown = _around(mates, desk.card)
    boxes: list[Box] = [
        _card(v, card, labels[card.key], desk.card == card.key, wrong[card.key]) for card in shown
    ]
    if len(shown) < len(mates):
        hidden = several("en nog {n} kaart", "en nog {n} kaarten", len(mates) - len(shown))
        boxes.append(widgets.muted(v, hidden))
    name = tr("Nieuwe kaart bij {cluster}").format(cluster=cluster_name(cluster))
    add = All((ChangeDeck("add", 0, str(cluster)), Put(entries.DESK_SHOWN, "card")))
    boxes.append(button(v, "desk:add", name, add, glyph="plus").sized(22, 14).filling())
    return Column(boxes, v.px(6))


def _around(mates: Sequence[CardDraft], key: int) -> Sequence[CardDraft]:
    """The card that is shown with those before and after it."""
    at = next((place for place, card in enumerate(mates) if card.key == key), 0)
    first = max(0, min(at - MOST_SHOWN // 2, len(mates) - MOST_SHOWN))
    return mates[first : first + MOST_SHOWN]


def _labels(cards: Sequence[CardDraft]) -> dict[int, str]:
    """What each card is called; with its place in the deck where two would be called the same."""
    names = {card.key: _name(card) for card in cards}
    counts = Counter(names.values())
    return {
        card.key: f"{names[card.key]} ({place})" if counts[names[card.key]] > 1 else names[card.key]
        for place, card in enumerate(cards, 1)
    }


def _name(card: CardDraft) -> str:
    title = card.title.strip() or tr("Zonder titel")
    title = title if len(title) <= LONGEST["title"] else f"{title[: LONGEST['title']]}…"
    return f"{card.number}. {title}" if card.number else title


def _card(v: View, card: CardDraft, label: str, shown: bool, wrong: int) -> Box:
    key = card.key
    select = All((SelectCard(key), Put(entries.DESK_SHOWN, "card"), FocusOn(f"draft:{key}:title")))
    return _item(v, f"desk:card:{key}", label, select, shown, wrong)


def _item(v: View, key: str, label: str, action: Command, shown: bool, wrong: int) -> Button:
    look = primary_look(v) if shown else None
    told = several("{n} punt klopt niet", "{n} punten kloppen niet", wrong) if wrong else ""
    return (
        button(v, key, label, action, glyph="warning" if wrong else "")
        .sized(24, 14)
        .filling()
        .painted(look)
        .chosen(shown)
        .heard(description=told)
    )
