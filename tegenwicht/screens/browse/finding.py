"""Which cards are shown: those that hold the words, of the chosen clusters, of the chosen kind. Pure."""

from collections.abc import Sequence
from typing import NamedTuple

from tegenwicht.game.cards import CLUSTERS, Card, Cluster, Deck, Family, Kind, Source
from tegenwicht.plain.once import once_for_each
from tegenwicht.screens.parts.favourites import favourites
from tegenwicht.screens.parts.names import card_aloud
from tegenwicht.screens.parts.panels.picking import found
from tegenwicht.screens.shell import entries
from tegenwicht.screens.shell.commands import All, Put, Say
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.shell.model import Model

OPEN, SOUGHT = entries.BROWSE_OPEN, Entry("browse:sought")
CHOSEN, KIND, WHOLE = Entry("browse:clusters"), Entry("browse:kind"), Entry("browse:whole")
LIKED = Entry("browse:favourites")
MOST_IN_HAND = 48


class Wanted(NamedTuple):
    """What is asked for. clusters: none is all. kind: where the factor comes from; None for anywhere.

    favourites: the numbers of those, where only they are asked for; None for any card.
    """

    words: str
    clusters: tuple[Cluster, ...]
    kind: Source | None
    favourites: frozenset[int] | None = None

    @property
    def all(self) -> bool:
        """Whether nothing is left out."""
        return not (self.words.strip() or self.clusters or self.kind or self.favourites is not None)


def wanted(model: Model) -> Wanted:
    """What was filled in."""
    kind = model.form(KIND, "")
    liked = None
    if model.form(LIKED, False) and model.deck is not None:
        liked = frozenset(card.number for card in favourites(model, model.deck))
    words, clusters = str(model.form(SOUGHT, "")), tuple(model.form(CHOSEN, ()))
    return Wanted(words, clusters, Source(kind) if kind else None, liked)


@once_for_each
def opened(card: Card) -> All:
    """Open a card, and say it as one that is drawn."""
    return All((Put(OPEN, card.number), Say(card_aloud(card))))


def everything() -> All:
    """Leave nothing out any more."""
    return All((Put(SOUGHT, ""), Put(CHOSEN, ()), Put(KIND, ""), Put(LIKED, False)))


def shown(cards: Sequence[Card], what: Wanted) -> list[Card]:
    """The cards that are asked for, by cluster and then in the deck's order."""
    hits = found(cards, what.words)
    if what.clusters:
        hits = [card for card in hits if card.cluster in what.clusters]
    if what.kind:
        hits = [card for card in hits if card.source is what.kind]
    if what.favourites is not None:
        hits = [card for card in hits if card.number in what.favourites]
    return hits


def by_cluster(cards: Sequence[Card]) -> dict[Family, list[Card]]:
    """The cards of each cluster, in their order, and then of each kind without; a cluster may have none."""
    piles: dict[Family, list[Card]] = {cluster: [] for cluster in CLUSTERS}
    without: dict[Family, list[Card]] = {}
    for card in cards:
        (piles if card.cluster else without).setdefault(card.family, []).append(card)
    return piles | {kind: without[kind] for kind in Kind if kind in without}


# -- the hand


def hand_form(deck: Deck) -> Entry:
    """Where the hand is kept: each deck has its own, for a number is another card in another deck."""
    return Entry(f"browse:hand:{deck.id}")


def hand_of(model: Model) -> list[Card]:
    """The cards in the hand, in the order in which they came."""
    deck = model.deck
    if deck is None:
        return []
    cards = {card.number: card for card in deck.cards}
    return [cards[number] for number in model.form(hand_form(deck), ()) if number in cards]


def in_or_out(deck: Deck, hand: Sequence[int], card: Card) -> Put:
    """Put the card in the hand, of which these are the numbers; or out of it when it is there."""
    number = card.number
    changed = [n for n in hand if n != number] if number in hand else [*hand, number]
    return Put(hand_form(deck), tuple(changed))
