"""The card that lies open on the start screen, and where the scale stands behind it."""

from datetime import date
from typing import NamedTuple

from tegenwicht.game.cards import Card, Cluster
from tegenwicht.game.tally import FRAMES, PEOPLE
from tegenwicht.kit.command import Command
from tegenwicht.screens.shell.commands import PlayAlone
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.shell.view import View

ROUND = (*PEOPLE, *FRAMES)
"""What lies on the pans, from left to right."""
MOST_TEXT = 1.25
"""Below this size of text the scale stands beside the places."""
SHOWN = Entry("start:cluster")
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


def following(v: View) -> tuple[Cluster | None, Cluster | None]:
    """The cluster of the open card, and the next one round the scale that has a card; None where there is no other.

    Nor where there is no room for the scale: there the card is a line of text.
    """
    deck, card = v.model.deck, open_card(v)
    if deck is None or card is None or card.cluster is None or not has_scale(v):
        return None, None
    at = ROUND.index(card.cluster)
    others = (*ROUND[at + 1 :], *ROUND[:at])
    return card.cluster, next((one for one in others if deck.of(one)), None)


def has_scale(v: View) -> bool:
    """Whether the scale stands beside the places."""
    return v.text < MOST_TEXT and v.width >= 1.25 * v.height


def _day(today: str) -> int:
    """A number that is another every day."""
    try:
        return date.fromisoformat(today).toordinal()
    except ValueError:
        return 0


def alone_with(card: Card | None) -> Command:
    """Play alone, with this card on the table or with the hand of the day."""
    return PlayAlone(on_table=0 if card is None else card.number)
