"""What someone can want in the mode Wegen, and what can happen. Frozen data, no behaviour."""

from dataclasses import dataclass

from tegenwicht.game import events as e

# -- what someone wants


@dataclass(frozen=True, slots=True)
class CountHands(e.Action):
    """How many held up 1, 2, 3 and 4 fingers for the factor in front: each 0 to 99, at least one in all."""

    counts: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Give(e.Action):
    """The weight, 1 to 4, that whoever is at the keys gives to the factor in front."""

    weight: int


@dataclass(frozen=True, slots=True)
class TurnTo(e.Action):
    """Another factor in front: to weigh it, or to weigh it anew."""

    card: int


@dataclass(frozen=True, slots=True)
class TakeKeys(e.Action):
    """Someone sits down to weigh; the others look away."""

    participant: int


@dataclass(frozen=True, slots=True)
class CoverUp(e.Action):
    """Whoever is at the keys is done; what they gave is covered."""


@dataclass(frozen=True, slots=True)
class ShowResult(e.Action):
    """Turn over what was weighed so far."""


@dataclass(frozen=True, slots=True)
class TalkAbout(e.Action):
    """A factor that was weighed becomes the talk."""

    card: int


@dataclass(frozen=True, slots=True)
class EndTalk(e.Action):
    """Back to the result."""


@dataclass(frozen=True, slots=True)
class WriteNote(e.Action):
    """A note with the talk that is going on, up to 2000 characters; empty takes it away."""

    text: str


# -- what happened


@dataclass(frozen=True, slots=True)
class HandsCounted(e.Event):
    """``counts``: how many gave 1, 2, 3 and 4 to the factor ``card``."""

    card: int
    counts: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class WeightGiven(e.Event):
    """Someone gave a factor a weight, 1 to 4."""

    participant: int
    card: int
    weight: int


@dataclass(frozen=True, slots=True)
class FactorTurnedTo(e.Event):
    """Another factor is in front."""

    card: int


@dataclass(frozen=True, slots=True)
class KeysTaken(e.Event):
    """Someone sat down to weigh."""

    participant: int


@dataclass(frozen=True, slots=True)
class WeightsCovered(e.Event):
    """Someone is done; their weights are covered."""

    participant: int


@dataclass(frozen=True, slots=True)
class ResultShown(e.Event):
    """What was weighed so far is turned over."""


@dataclass(frozen=True, slots=True)
class TalkBegun(e.Event):
    """A factor became the talk."""

    card: int


@dataclass(frozen=True, slots=True)
class TalkEnded(e.Event):
    """Back to the result."""


@dataclass(frozen=True, slots=True)
class NoteWritten(e.Event):
    """``text``: with the talk that is going on; empty when it was taken away."""

    text: str


EVENTS: tuple[type[e.Event], ...] = (
    HandsCounted, WeightGiven, FactorTurnedTo, KeysTaken, WeightsCovered, ResultShown, TalkBegun, TalkEnded,
    NoteWritten,
)  # fmt: skip
