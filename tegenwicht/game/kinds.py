"""The other kinds of card, mixed into a deck where one chooses so at the setup."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from tegenwicht.game.cards import Card, Deck, Kind

OTHER_KINDS: tuple[Kind, ...] = tuple(kind for kind in Kind if kind is not Kind.FACTOR)


def mixed(deck: Deck, extra: Deck, kinds: Collection[Kind]) -> Deck:
    """The deck with the cards of these kinds of another one (``decks/erbij.yaml``) behind its own.

    A card whose number or id is taken gets the next number that is free, and an id with that number.
    """
    return replace(deck, cards=(*deck.cards, *_free(deck, extra, kinds)))


def _free(deck: Deck, extra: Deck, kinds: Collection[Kind]) -> Iterator[Card]:
    numbers, ids = {card.number for card in deck.cards}, {card.id for card in deck.cards}
    chosen = [card for card in extra.cards if card.kind in kinds and card.kind is not Kind.FACTOR]
    highest = max({*numbers, *(card.number for card in chosen)}, default=0)
    for card in chosen:
        if card.number in numbers or card.id in ids:
            highest += 1
            card = replace(card, number=highest, id=f"{card.id}-{highest}")
        numbers.add(card.number)
        ids.add(card.id)
        yield card


def plays_along(card: Card, kinds: Collection[Kind], has_factors: bool) -> bool:
    """Whether a card of its kind is on the table: a factor, or a kind that was chosen.

    has_factors: whether its deck has any; one without them is played with all it has.
    """
    return not has_factors or card.kind is Kind.FACTOR or card.kind in kinds
