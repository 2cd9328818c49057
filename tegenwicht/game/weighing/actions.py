"""What someone can want in the mode Wegen, and what can happen. Frozen data, no behaviour."""

from dataclasses import dataclass

from tegenwicht.game import events

# -- what someone wants


@dataclass(frozen=True, slots=True)
class CountHands(events.Action):
    """How many held up 1, 2, 3 and 4 fingers for the factor in front: each 0 to 99, at least one in all."""

    counts: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Give(events.Action):
    """The weight, 1 to 4, that whoever is at the keys gives to the factor in front."""

    weight: int


@dataclass(frozen=True, slots=True)
class TurnTo(events.Action):
    """Another factor in front: to weigh it, or to weigh it anew."""

    card: int


@dataclass(frozen=True, slots=True)
class TakeKeys(events.Action):
    """Someone sits down to weigh; the others look away."""

    participant: int


@dataclass(frozen=True, slots=True)
class CoverUp(events.Action):
    """Whoever is at the keys is done; what they gave is covered."""


@dataclass(frozen=True, slots=True)
class ShowResult(events.Action):
    """Turn over what was weighed so far."""


@dataclass(frozen=True, slots=True)
class TalkAbout(events.Action):
    """A factor that was weighed becomes the talk."""

    card: int


@dataclass(frozen=True, slots=True)
class EndTalk(events.Action):
    """Back to the result."""


@dataclass(frozen=True, slots=True)
class WriteNote(events.Action):
    """A note with the talk that is going on, up to 2000 characters; empty takes it away."""

    text: str


# -- what happened


@dataclass(frozen=True, slots=True)
class HandsCounted(events.Event):
    """``counts``: how many gave 1, 2, 3 and 4 to the factor ``card``."""

    card: int
    counts: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class WeightGiven(events.Event):
    """Someone gave a factor a weight, 1 to 4."""

    participant: int
    card: int
    weight: int


@dataclass(frozen=True, slots=True)
class FactorTurnedTo(events.Event):
    """Another factor is in front."""

    card: int


@dataclass(frozen=True, slots=True)
class KeysTaken(events.Event):
    """Someone sat down to weigh."""

    participant: int


@dataclass(frozen=True, slots=True)
class WeightsCovered(events.Event):
    """Someone is done; their weights are covered."""

    participant: int


@dataclass(frozen=True, slots=True)
class ResultShown(events.Event):
    """What was weighed so far is turned over."""


@dataclass(frozen=True, slots=True)
class TalkBegun(events.Event):
    """A factor became the talk."""

    card: int


@dataclass(frozen=True, slots=True)
class TalkEnded(events.Event):
    """Back to the result."""


@dataclass(frozen=True, slots=True)
class NoteWritten(events.Event):
    """``text``: with the talk that is going on; empty when it was taken away."""

    text: str


EVENTS: tuple[type[events.Event], ...] = (
    HandsCounted, WeightGiven, FactorTurnedTo, KeysTaken, WeightsCovered, ResultShown, TalkBegun, TalkEnded,
    NoteWritten,
)  # fmt: skip
