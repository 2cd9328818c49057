"""Actions and events that every mode shares. Frozen data, no behaviour.

An action is what someone wants (imperative); an event is what happened (past tense) and is what the
journal keeps. One action leads to one event, so that undo takes back exactly one thing. What belongs
to one mode (drawing a card, weighing) lives in that mode's module.
"""

from dataclasses import dataclass
from enum import StrEnum

from tegenwicht.game.cards import Cluster, Deck, Group, Kind, Moment
from tegenwicht.game.drawing import Drawing


@dataclass(frozen=True, slots=True)
class Action:
    """Something a participant or the facilitator wants."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened in a session, as the journal keeps it."""


@dataclass(frozen=True, slots=True)
class Participant:
    """Someone at the table. An empty ``name`` is shown as "Deelnemer" and the ``id`` (1 and up)."""

    id: int
    name: str = ""
    group: Group | None = None
    present: bool = True


class Reviewed(StrEnum):
    """How it went with something that was brought from the last session."""

    DONE = "done"  # gedaan
    NOT_YET = "not yet"  # nog niet
    DROPPED = "dropped"  # laten vallen


@dataclass(frozen=True, slots=True)
class Brought:
    """Something a group took along from its last session: an action, maybe with its day, or a learning point.

    who: a name, may be empty. text: up to 500 characters. by: a day, "2027-01-08", or empty.
    """

    who: str
    text: str
    by: str = ""


MOST_BROUGHT = 40
"""Things that a session may check in with."""


@dataclass(frozen=True, slots=True)
class Setup:
    """The choices made before a session.

    rounds: 1 to 20, or None for open. cards_per_round: 1 to 20, used when one person plays alone.
    clusters: the piles on the table, at least one. Times in seconds, 0 (off) to 3600.
    shuffle_number: 1 to 999999; with the deck's content it decides the order of the cards.
    moment: what the talk is about, shown with every card. cards: the numbers of a hand to play with; empty
    for all cards of the clusters. subject: one line, up to 200 characters, that a mode may begin with.
    options: (name, value) of choices that only this mode has.
    minutes: the time there is, 10 to 240, for the plan (``game.plan``); None for no plan.
    kinds: the other kinds of card that are mixed in; none as it comes. Their cards are in the session's deck.
    brought: what the group's last session left to look back at, at most ``MOST_BROUGHT``.
    """

    mode: str
    title: str
    participants: tuple[Participant, ...]
    rounds: int | None = 3
    cards_per_round: int = 4
    clusters: tuple[Cluster, ...] = tuple(Cluster)
    drawing: Drawing = Drawing.OPEN
    thinking_seconds: int = 30
    talking_seconds: int = 180
    shuffle_number: int = 1
    moment: Moment | None = None
    cards: tuple[int, ...] = ()
    subject: str = ""
    options: tuple[tuple[str, str], ...] = ()
    minutes: int | None = None
    brought: tuple[Brought, ...] = ()
    kinds: tuple[Kind, ...] = ()

    def option(self, name: str, otherwise: str = "") -> str:
        """The value that was chosen for one of the mode's own choices."""
        return dict(self.options).get(name, otherwise)


# -- what someone wants


@dataclass(frozen=True, slots=True)
class AddParticipant(Action):
    """``name``: up to 60 characters, may be empty. ``next_round``: takes part in turns from the next round."""

    name: str = ""
    group: Group | None = None
    next_round: bool = False


@dataclass(frozen=True, slots=True)
class RemoveParticipant(Action):
    """Someone leaves the table; what they did stays."""

    participant: int


@dataclass(frozen=True, slots=True)
class RenameParticipant(Action):
    """Another name, up to 60 characters, or group for someone."""

    participant: int
    name: str
    group: Group | None = None


@dataclass(frozen=True, slots=True)
class MoveParticipant(Action):
    """``places``: -1 (sooner) or +1 (later)."""

    participant: int
    places: int


@dataclass(frozen=True, slots=True)
class ChooseTimes(Action):
    """Seconds, 0 (off) to 3600."""

    thinking_seconds: int
    talking_seconds: int


@dataclass(frozen=True, slots=True)
class PauseClock(Action):
    """``spent``: seconds of this turn's time that have gone by."""

    spent: float


@dataclass(frozen=True, slots=True)
class StartClock(Action):
    """``spent``: seconds of this turn's time that have gone by."""

    spent: float


@dataclass(frozen=True, slots=True)
class AddMinute(Action):
    """``spent``: seconds of this turn's time that have gone by."""

    spent: float


@dataclass(frozen=True, slots=True)
class SwitchClock(Action):
    """This turn's time off, or on again."""

    on: bool


@dataclass(frozen=True, slots=True)
class Finish(Action):
    """Go to the closing screen. ``count_card``: the card still on the table was discussed."""

    count_card: bool = False


@dataclass(frozen=True, slots=True)
class Close(Action):
    """End the session for good; it stays readable."""


@dataclass(frozen=True, slots=True)
class Undo(Action):
    """Take back the last thing that holds."""


@dataclass(frozen=True, slots=True)
class Redo(Action):
    """Do again what was taken back last."""


# -- what happened


@dataclass(frozen=True, slots=True)
class SessionStarted(Event):
    """``order``: the numbers of the chosen cards, in the order of the shuffle.

    edition: of the rules it is played by, 1 to ``editions.EDITION``.
    """

    setup: Setup
    deck: Deck
    order: tuple[int, ...]
    edition: int = 1


@dataclass(frozen=True, slots=True)
class ParticipantAdded(Event):
    """``participant``: the next number, never used before. ``next_round``: no turn in this round."""

    participant: int
    name: str
    group: Group | None
    next_round: bool = False


@dataclass(frozen=True, slots=True)
class ParticipantRemoved(Event):
    """Someone left the table."""

    participant: int


@dataclass(frozen=True, slots=True)
class ParticipantRenamed(Event):
    """Someone has another name or group."""

    participant: int
    name: str
    group: Group | None


@dataclass(frozen=True, slots=True)
class ParticipantMoved(Event):
    """``places``: -1 (sooner) or +1 (later)."""

    participant: int
    places: int


@dataclass(frozen=True, slots=True)
class LearningPointWritten(Event):
    """In older journals; what someone takes along is in the harvest now. ``text``: empty when it was taken away."""

    participant: int
    text: str


@dataclass(frozen=True, slots=True)
class TimesChosen(Event):
    """Seconds, 0 (off) to 3600."""

    thinking_seconds: int
    talking_seconds: int


@dataclass(frozen=True, slots=True)
class ClockPaused(Event):
    """``spent``: seconds of the turn's time at that moment."""

    spent: float


@dataclass(frozen=True, slots=True)
class ClockStarted(Event):
    """``spent``: seconds of the turn's time at that moment."""

    spent: float


@dataclass(frozen=True, slots=True)
class MinuteAdded(Event):
    """``spent``: seconds of the turn's time at that moment."""

    spent: float


@dataclass(frozen=True, slots=True)
class ClockSwitched(Event):
    """The turn's time is off, or on again."""

    on: bool


@dataclass(frozen=True, slots=True)
class SessionFinished(Event):
    """``count_card``: the card still on the table was discussed."""

    count_card: bool


@dataclass(frozen=True, slots=True)
class SessionClosed(Event):
    """The session ended for good."""


@dataclass(frozen=True, slots=True)
class Undone(Event):
    """``number``: the event, counted from 0 (the start of the session), that no longer holds."""

    number: int


@dataclass(frozen=True, slots=True)
class Redone(Event):
    """``number``: the event that holds again."""

    number: int


EVENTS: tuple[type[Event], ...] = (
    SessionStarted, ParticipantAdded, ParticipantRemoved, ParticipantRenamed, ParticipantMoved,
    LearningPointWritten, TimesChosen, ClockPaused, ClockStarted, MinuteAdded, ClockSwitched,
    SessionFinished, SessionClosed, Undone, Redone,
)  # fmt: skip
"""Those of this module; ``game.shared`` has all that every mode shares."""
