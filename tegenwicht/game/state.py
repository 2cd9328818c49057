"""What is known of a session at one moment. Frozen; changed only by applying events (rules.py)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from tegenwicht.game.cards import Card, Deck
from tegenwicht.game.clock import Clock
from tegenwicht.game.events import Event, Participant, Reviewed, Setup
from tegenwicht.game.taken import Taken


class Phase(StrEnum):
    """Playing, looking back at the close, or ended for good."""

    PLAYING = "playing"
    CLOSING = "closing"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Parked:
    """A thought laid aside. ``on_table``: it was taken up, so everyone may see it; until then it is private."""

    number: int
    text: str
    on_table: bool = False


@dataclass(frozen=True, slots=True)
class Session:
    """Everything that holds now, for any mode. ``play`` is the mode's own state.

    participants: all who ever sat at the table, in order of turns; those who left are not ``present``.
    learning_points: (participant id, text), one per participant at the most.
    edition: of the rules it is played by, see ``SessionStarted``.
    reviewed: how it went with each of ``setup.brought``; None for what was not looked at.
    parked: thoughts laid aside, oldest first; ``thoughts``: how many there ever were. harvest: what each takes along.
    """

    setup: Setup
    deck: Deck
    order: tuple[int, ...]
    participants: tuple[Participant, ...]
    play: object
    phase: Phase = Phase.PLAYING
    thinking_seconds: int = 0
    talking_seconds: int = 0
    learning_points: tuple[tuple[int, str], ...] = ()
    edition: int = 1
    reviewed: tuple[Reviewed | None, ...] = ()
    parked: tuple[Parked, ...] = ()
    thoughts: int = 0
    harvest: tuple[Taken, ...] = ()
    cards: Mapping[int, Card] = field(default_factory=dict, repr=False, compare=False)

    @property
    def present(self) -> tuple[Participant, ...]:
        """Those at the table, in the order of their turns."""
        return tuple(one for one in self.participants if one.present)

    @property
    def alone(self) -> bool:
        """One person: the screens say "jij" and a round is a number of cards."""
        return len(self.present) == 1

    def participant(self, number: int) -> Participant:
        """The participant with that id, present or not; ValueError when there never was one."""
        for one in self.participants:
            if one.id == number:
                return one
        raise ValueError(f"no participant {number}")


@dataclass(frozen=True, slots=True)
class Step:
    """One undoable event with the session before and after it, linked to the step before."""

    number: int
    event: Event
    before: Session = field(repr=False, compare=False)
    after: Session = field(repr=False, compare=False)
    earlier: "Step | None" = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Timeline:
    """A session with its past: what can be undone and redone, and the clock of the turn.

    count: how many events there have been, which is the number of the next one.
    clock_of: names the turn that the clock belongs to; another turn starts a fresh clock.
    """

    session: Session
    count: int
    clock: Clock = field(default_factory=Clock)
    clock_of: object = None
    done: Step | None = None
    undone: Step | None = None
