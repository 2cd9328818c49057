"""The card that lies open on the start screen, and where the scale stands behind it."""

from datetime import date
from typing import NamedTuple

from tegenwicht.game.cards import Card, Cluster
from tegenwicht.kit.command import Command
from tegenwicht.screens.shell.commands import PlayAlone
from tegenwicht.screens.shell.view import View

SHOWN = "start:cluster"
"""The form entry that says of which cluster a card lies open; empty is the card of the day."""


class Balance(NamedTuple):
    """Where the scale stands, in the pixels of its layout: its hub, its size, the height of its foot, the open
    card (x, y, width, height) and the line on which the names of the pans stand."""

    hub: tuple[float, float]
    size: float
    foot: float
    card: tuple[float, float, float, float]
    names: float


def open_card(v: View) -> Card | None:
    """The card that lies open: of the cluster that was pressed, or else the card of the day."""
    deck = v.model.deck
    if deck is None:
        return None
    cluster = v.model.form(SHOWN, "")
    chosen = deck.of(Cluster(cluster)) if cluster else tuple(card for card in deck.cards if card.cluster)
    return chosen[_day(v.model.today) % len(chosen)] if chosen else None


def _day(today: str) -> int:
    """A number that is another every day."""
    try:
        return date.fromisoformat(today).toordinal()
    except ValueError:
        return 0


def alone_with(card: Card | None) -> Command:
    """Play alone, with this card on the table or with the hand of the day."""
    return PlayAlone(on_table=0 if card is None else card.number)
