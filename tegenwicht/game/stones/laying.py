"""Ten stones over six clusters, before a talk and after it: the state, what may happen, and what moved.

No norm: staying as it was is as good as moving, and nothing says which stone went where.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from tegenwicht.game import events
from tegenwicht.game.cards import CLUSTERS, Cluster
from tegenwicht.game.refusals import Refusal, hold
from tegenwicht.game.stones import actions
from tegenwicht.game.tally import NONE_SIX

STONES = 10

Heaps = tuple[int, ...]
"""How many stones lie on each cluster, in the order of ``CLUSTERS``; at most ten in all."""


class Stage(StrEnum):
    """What happens with the stones now."""

    BEGIN = "begin"  # they are laid for the first time
    TALK = "talk"
    END = "end"  # they are laid again
    DONE = "done"


class Framed:
    """The state of a mode around which stones may be laid, before and after."""

    __slots__ = ()

    @property
    def stones(self) -> "Stones | None":
        """None when that was not chosen."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Stones:
    """Ten stones. begin, end: how they lie, or lay; None when the group left them.

    While they are laid (``Stage.BEGIN``, ``Stage.END``) that one is what lies so far.
    """

    stage: Stage = Stage.BEGIN
    begin: Heaps | None = NONE_SIX
    end: Heaps | None = None

    @property
    def lying(self) -> Heaps:
        """How the stones lie that are laid now, or were laid last; all zeros when there are none."""
        found = self.begin if self.end is None and self.stage is not Stage.END else self.end
        return found or NONE_SIX

    @property
    def left(self) -> int:
        """How many stones are still to be laid; 0 when none are laid now."""
        return STONES - sum(self.lying) if self.is_laying else 0

    @property
    def is_laying(self) -> bool:
        """Whether stones are laid now."""
        return self.stage in (Stage.BEGIN, Stage.END)

    def on(self, cluster: Cluster) -> int:
        """How many lie on one cluster now."""
        return self.lying[CLUSTERS.index(cluster)]

    @property
    def shift(self) -> Heaps | None:
        """End less begin for each cluster; None until both lie."""
        if self.stage is not Stage.DONE or self.begin is None or self.end is None:
            return None
        return tuple(after - before for before, after in zip(self.begin, self.end, strict=True))

    @property
    def moved(self) -> int | None:
        """How many stones lie elsewhere now: the sum of the gains; None until both lie."""
        return None if self.shift is None else sum(one for one in self.shift if one > 0)


def candidates() -> Iterator[events.Action]:
    """Every action with stones."""
    for cluster in CLUSTERS:
        yield from (actions.LayStone(cluster), actions.TakeStone(cluster))
    yield from (actions.SettleStones(), actions.LayAgain(), actions.LeaveStones())


def decide(stones: Stones, action: events.Action) -> events.Event | Refusal:
    """What happens when someone wants one of ``actions.ACTIONS``."""
    event = _event(action)
    return refusal(stones, event) or event


def _event(action: events.Action) -> events.Event:
    match action:
        case actions.LayStone(cluster):
            return actions.StoneLaid(cluster)
        case actions.TakeStone(cluster):
            return actions.StoneTaken(cluster)
        case actions.SettleStones():
            return actions.StonesSettled()
        case actions.LayAgain():
            return actions.LayingBegun()
        case actions.LeaveStones():
            return actions.StonesLeft()
    raise ValueError(f"nothing with stones: {action}")


def refusal(stones: Stones, event: events.Event) -> Refusal | None:
    """Why one of ``actions.EVENTS`` cannot happen now; asked in play and when a journal is replayed."""
    if isinstance(event, actions.LayingBegun):
        seen = stones.stage is Stage.TALK or stones.moved is not None
        can = seen and stones.begin is not None
        return None if can else Refusal.NOT_NOW
    if not stones.is_laying:
        return Refusal.NOT_NOW
    match event:
        case actions.StoneLaid():
            return None if stones.left else Refusal.NO_STONES_LEFT
        case actions.StoneTaken(cluster):
            return None if stones.on(cluster) else Refusal.NO_STONE_THERE
        case actions.StonesSettled():
            return Refusal.STONES_LEFT if stones.left else None
    return None


def apply(stones: Stones, event: events.Event) -> Stones:
    """The stones after one of ``actions.EVENTS``. DoesNotFit for what play would have refused."""
    hold(refusal(stones, event))
    match event:
        case actions.StoneLaid(cluster):
            return _laid(stones, cluster, 1)
        case actions.StoneTaken(cluster):
            return _laid(stones, cluster, -1)
        case actions.LayingBegun():
            return laid_again(stones)
        case actions.StonesLeft():
            return _without(stones)
    return replace(stones, stage=Stage.TALK if stones.stage is Stage.BEGIN else Stage.DONE)


def _laid(stones: Stones, cluster: Cluster, more: int) -> Stones:
    at = CLUSTERS.index(cluster)
    heaps = tuple(n + more * (place == at) for place, n in enumerate(stones.lying))
    return replace(stones, begin=heaps) if stones.stage is Stage.BEGIN else replace(stones, end=heaps)


def laid_again(stones: Stones) -> Stones:
    """With ten stones to lay anew, if they were laid before the talk; else it is done."""
    if stones.stage in (Stage.TALK, Stage.DONE) and stones.begin is not None:
        return replace(stones, stage=Stage.END, end=NONE_SIX)
    return ended(stones)


def ended(stones: Stones) -> Stones:
    """When one stops, wherever one is: what was not settled does not count."""
    unsettled = _without(stones) if stones.is_laying else stones
    return replace(unsettled, stage=Stage.DONE)


def _without(stones: Stones) -> Stones:
    if stones.stage is Stage.BEGIN:
        return replace(stones, begin=None, stage=Stage.TALK)
    return replace(stones, end=None, stage=Stage.DONE)
