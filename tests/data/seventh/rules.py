"""Rules of a mode of one's own, as they would be in ``game/``: cards are turned over until one has enough."""

from collections.abc import Iterator
from dataclasses import dataclass

from tegenwicht.game import events
from tegenwicht.game.refusals import Refusal
from tegenwicht.game.state import Session
from tegenwicht.game.tally import Counts, Tally, of_turn

PEOPLE = range(2, 13)
OPTIONS = {"pace": ("slow", "fast")}
KINDS = ()
ONE_OF_EACH = False


@dataclass(frozen=True, slots=True)
class TurnOver(events.Action):
    """The next card."""


@dataclass(frozen=True, slots=True)
class CardTurnedOver(events.Event):
    """``card``: its number."""

    card: int


EVENTS: tuple[type[events.Event], ...] = (CardTurnedOver,)


def turned(session: Session) -> tuple[int, ...]:
    """The numbers of the cards that lie open."""
    return session.play  # type: ignore[return-value]


def begin(_session: Session) -> tuple[int, ...]:
    """Nothing lies open yet."""
    return ()


def candidates(_session: Session) -> Iterator[events.Action]:
    """The one thing there is to do."""
    yield TurnOver()


def open_actions(_session: Session) -> Iterator[type[events.Action]]:
    """Nothing to fill in."""
    return iter(())


def decide(session: Session, action: events.Action) -> events.Event | Refusal:
    """The next card, as long as there is one."""
    if isinstance(action, events.Finish):
        return events.SessionFinished(False) if not action.count_card else Refusal.NO_CARD_ON_TABLE
    left = session.order[len(turned(session)) :]
    return CardTurnedOver(left[0]) if left else Refusal.NO_CARDS_LEFT


def apply(session: Session, event: events.Event) -> tuple[int, ...]:
    """One more open card."""
    if isinstance(event, CardTurnedOver):
        return (*turned(session), session.cards[event.card].number)
    return turned(session)


def tally_of(session: Session) -> Tally:
    """Every open card counts."""
    rounds = tuple(of_turn([session.cards[one].cluster], ()) for one in turned(session))
    return Tally(rounds, sum(rounds, Counts()))


def clock_of(_session: Session) -> object:
    """No time."""
    return None
