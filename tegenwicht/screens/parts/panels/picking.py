"""A panel to choose a card: from a pile, by its number, or by a word on it. For every mode."""

from collections.abc import Callable, Sequence

from tegenwicht.game.cards import CLUSTERS, Card, Cluster, Kind
from tegenwicht.game.events import Action
from tegenwicht.game.text import folded
from tegenwicht.i18n import several, tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import Button, button, labelled
from tegenwicht.kit.command import Command
from tegenwicht.kit.flow import Wrap
from tegenwicht.kit.layout import Box, Column
from tegenwicht.kit.nodes import Node
from tegenwicht.plain.once import once_for_each
from tegenwicht.screens.parts.fields import field
from tegenwicht.screens.parts.names import card_name, cluster_name
from tegenwicht.screens.parts.session_parts import close_button
from tegenwicht.screens.shell import frame
from tegenwicht.screens.shell.commands import All, Do, Open, Put, Say, Shut
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.view import View

SOUGHT, SHOWN, TRIED = Entry("pick:sought"), Entry("pick:cluster"), Entry("pick:tried")
MOST_SHOWN = 12


def found(cards: Sequence[Card], words: str) -> list[Card]:
    """The cards in the order of the clusters that hold every word that was typed, whatever the accents.

    A number alone finds the card of that number; only where there is none, what holds those digits.
    """
    sought = folded(words).split()
    piles = {cluster: list[Card]() for cluster in CLUSTERS}
    for card in cards:
        if card.cluster is not None:
            piles[card.cluster].append(card)
    hits = [card for pile in piles.values() for card in pile]
    if len(sought) == 1 and sought[0].isdecimal():
        of_number = [card for card in hits if card.number == int(sought[0])]
        if of_number:
            return of_number
    if not sought:
        return hits
    texts = [(card, _text(card)) for card in hits]
    for word in sought:
        texts = [(card, text) for card, text in texts if word in text]
    return [card for card, _ in texts]


@once_for_each
def _text(card: Card) -> str:
    """Everything on the card, and what the study calls its factor, to look for words in."""
    shown = (card.title, card.question, *card.deeper, card.other_side, card.explanation)
    parts = (
        *shown,
        card.factor,
        cluster_name(card.family),
        "" if card.kind is Kind.FACTOR else cluster_name(card.kind),
    )
    return folded(" ".join((str(card.number), *parts)))


def open_pick(panel: Panel = Panel.PICK) -> Open:
    """Open the panel, with nothing sought yet."""
    return Open(panel, ((SOUGHT, ""), (SHOWN, ""), (TRIED, False)))


Lay = Callable[[int], Command]
"""The command that choosing the card with that number gives."""


def pick_panel(
    v: View, title: str, cards: Sequence[Card], action: Callable[[int], Action], after: Sequence[Command] = ()
) -> Node:
    """A card to choose.

    cards: those that can be chosen, in the order of the shuffle. action: what choosing the number does.
    after: commands that follow it.
    """

    def lay(number: int) -> Command:
        return All((Do(action(number)), *after, Shut()))

    words, cluster = str(v.model.form(SOUGHT, "")), v.model.form(SHOWN, "")
    hits = found(cards, words) if words.strip() else [one for one in cards if one.cluster == cluster]
    hits.sort(key=lambda card: (CLUSTERS.index(card.cluster), card.number))
    first = lay(hits[0].number) if hits and words.strip() else _told(words)
    parts: list[Box] = [
        field(
            v, "pick:sought", tr("Zoek een woord of nummer"), SOUGHT, 60, action=first, first=True,
            hint=tr("Enter neemt de eerste kaart"),
        )
    ]  # fmt: skip
    if v.model.form(TRIED, False) and not words.strip():
        parts.append(widgets.text(v, _type_first(), 26, "semibold", key="pick:type"))
    if words.strip() or cluster:
        parts += _hits(v, hits, lay)
    if not words.strip():
        parts.append(_piles(v, cards, lay))
    return frame.dialog(v, "panel:pick", title, Column(parts, v.px(18)), [close_button(v, tr("Terug"))], 1000)


def _told(words: str) -> Command:
    """Enter where there is no card to take: what to do instead."""
    return Say(_none_found()) if words.strip() else All((Put(TRIED, True), Say(_type_first())))


def _type_first() -> str:
    """What Enter says where nothing was typed."""
    return tr("Typ eerst een woord of een nummer, of kies hieronder.")


def _none_found() -> str:
    return tr("Geen kaart gevonden. Probeer een ander woord of nummer.")


def _hits(v: View, hits: Sequence[Card], lay: Lay) -> list[Box]:
    count = several("{n} kaart gevonden", "{n} kaarten gevonden", len(hits))
    none = _none_found()
    rows: list[Box] = [widgets.text(v, count if hits else none, widgets.SMALL, key="pick:count", live=True)]
    rows += [_card(v, card, lay) for card in hits[:MOST_SHOWN]]
    if len(hits) > MOST_SHOWN:
        more = several("en nog {n} kaart", "en nog {n} kaarten", len(hits) - MOST_SHOWN)
        rows.append(widgets.muted(v, more))
    return rows


def _card(v: View, card: Card, lay: Lay) -> Button:
    choose = lay(card.number)
    made = button(v, f"pick:{card.number}", card_name(card), choose, glyph=card.family.value)
    return made.sized(26).filling()


def _piles(v: View, cards: Sequence[Card], lay: Lay) -> Box:
    """The next card of each pile, unseen; and the way to see all titles of one."""
    boxes = [_pile(v, cluster, [one for one in cards if one.cluster is cluster], lay) for cluster in CLUSTERS]
    draw = labelled(v, "pick:piles", tr("Trek de bovenste kaart van een stapel"), Wrap(boxes, v.px(10)))
    shown = [
        button(v, f"pick:show:{cluster}", cluster_name(cluster), Put(SHOWN, cluster), glyph="search")
        .sized(24)
        .heard(tr("Toon de kaarten van {cluster}").format(cluster=cluster_name(cluster)))
        for cluster in CLUSTERS
    ]
    look = labelled(v, "pick:look", tr("Of kies uit de titels"), Wrap(shown, v.px(10)))
    return Column([draw, look], v.px(18))


def _pile(v: View, cluster: Cluster, cards: Sequence[Card], lay: Lay) -> Button:
    label = f"{cluster_name(cluster)} ({len(cards)})"
    choose = lay(cards[0].number) if cards else None
    made = button(v, f"pick:pile:{cluster}", label, choose, glyph=cluster.value, enabled=bool(cards))
    return made.sized(26)
