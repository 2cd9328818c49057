"""The mode Afpellen: one consideration in slow motion through the six steps.

The group (or one person) names a consideration in a line, walks the steps, writes what came up and lays
cards. What may be done on the way is in ``game.path``; this module is the mode around it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tegenwicht.game import events
from tegenwicht.game import path as game_path
from tegenwicht.game.cards import Kind
from tegenwicht.game.path import Path
from tegenwicht.game.refusals import Refusal, hold, without_cards
from tegenwicht.game.state import Session
from tegenwicht.game.tally import Counts, Tally

EVENTS: tuple[type[events.Event], ...] = game_path.EVENTS
PEOPLE = range(1, 13)
OPTIONS: dict[str, tuple[str, ...]] = {}
KINDS: tuple[Kind, ...] = ()
ONE_OF_EACH = False


@dataclass(frozen=True, slots=True)
class Peeling:
    """The state of the mode."""

    path: Path = field(default_factory=Path)


def path_of(session: Session) -> Path:
    """The walk of a session of this mode."""
    if not isinstance(session.play, Peeling):
        raise TypeError(f"not a session of Afpellen: {type(session.play).__name__}")
    return session.play.path


def begin(session: Session) -> Peeling:
    """At the first step, with the consideration when the setup names it."""
    return Peeling(Path(session.setup.subject))


def candidates(session: Session) -> Iterator[events.Action]:
    """Every action of this mode without free text or numbers."""
    return game_path.candidates(path_of(session))


def open_actions(session: Session) -> Iterable[type[events.Action]]:
    """The actions with free text or numbers that fit now."""
    return game_path.open_actions(path_of(session))


def decide(session: Session, action: events.Action) -> events.Event | Refusal:
    """What happens when someone wants ``action``."""
    if isinstance(action, events.Finish):
        return without_cards(action.count_card) or events.SessionFinished(False)
    return game_path.decide(path_of(session), action, session.order)


def apply(session: Session, event: events.Event) -> Peeling:
    """The mode's state after ``event``. DoesNotFit for one that play would not have given."""
    path = path_of(session)
    if isinstance(event, events.SessionFinished):
        hold(without_cards(event.count_card))
    return Peeling(game_path.apply(path, event, session.order) if type(event) in EVENTS else path)


def tally_of(session: Session) -> Tally:
    """Which clusters came up by card: a "round" for each of the six steps, and all together."""
    steps = tuple(game_path.counts_at(path_of(session), step, session.cards) for step in game_path.STEPS)
    return Tally(steps, sum(steps, Counts()))


def clock_of(_session: Session) -> object:
    """There is no clock: it goes as slowly as it goes."""
    return None
