"""Cards that someone marked as favourites: kept with the settings, by deck and card."""

from tegenwicht.game.cards import Card, Deck
from tegenwicht.i18n import tr
from tegenwicht.kit.command import Command
from tegenwicht.preferences import MOST_FAVOURITES
from tegenwicht.screens.shell.commands import All, Prefer, Say
from tegenwicht.screens.shell.model import Model


def favourites(model: Model, deck: Deck) -> tuple[Card, ...]:
    """The favourites of a deck, in its order."""
    kept = frozenset(model.settings.favourites)
    return tuple(card for card in deck.cards if _name(deck, card) in kept) if kept else ()


def is_favourite(model: Model, deck: Deck, card: Card) -> bool:
    """Whether this card of the deck is one."""
    return _name(deck, card) in model.settings.favourites


def turn(model: Model, deck: Deck, card: Card) -> Command:
    """Make the card a favourite, or no longer. With too many, the one that came first makes room."""
    name, kept = _name(deck, card), model.settings.favourites
    if name in kept:
        changed, said = tuple(one for one in kept if one != name), tr("Geen favoriet meer")
    else:
        changed, said = (*kept, name)[-MOST_FAVOURITES:], tr("Favoriet")
    return All((Prefer("favourites", changed), Say(said)))


def sign(on: bool) -> str:
    """The icon of one that is a favourite, and of one that is not."""
    return "favourite" if on else "no-favourite"


def _name(deck: Deck, card: Card) -> str:
    return f"{deck.id}/{card.id}"
