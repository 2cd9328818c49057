"""What someone can want with ten stones, and what can happen. Frozen data, no behaviour.

Shared by the mode Tien stenen and by Kaartgesprek with stones before and after.
"""

from dataclasses import dataclass

from tegenwicht.game import events
from tegenwicht.game.cards import Cluster

# -- what someone wants


@dataclass(frozen=True, slots=True)
class LayStone(events.Action):
    """One of the stones that are left, on a cluster."""

    cluster: Cluster


@dataclass(frozen=True, slots=True)
class TakeStone(events.Action):
    """One stone of a cluster back to what is left."""

    cluster: Cluster


@dataclass(frozen=True, slots=True)
class SettleStones(events.Action):
    """All ten lie as the group wants them."""


@dataclass(frozen=True, slots=True)
class LayAgain(events.Action):
    """After the talk, or once more: divide ten stones anew. (In a Kaartgesprek that begins by itself when one finishes.)"""


@dataclass(frozen=True, slots=True)
class LeaveStones(events.Action):
    """No stones this time; what was laid does not count."""


ACTIONS = (LayStone, TakeStone, SettleStones, LayAgain, LeaveStones)

# -- what happened


@dataclass(frozen=True, slots=True)
class StoneLaid(events.Event):
    """A stone on a cluster."""

    cluster: Cluster


@dataclass(frozen=True, slots=True)
class StoneTaken(events.Event):
    """A stone of a cluster back to what is left."""

    cluster: Cluster


@dataclass(frozen=True, slots=True)
class StonesSettled(events.Event):
    """All ten lie as the group wants them."""


@dataclass(frozen=True, slots=True)
class LayingBegun(events.Event):
    """After the talk: ten stones to divide anew."""


@dataclass(frozen=True, slots=True)
class StonesLeft(events.Event):
    """No stones this time."""


EVENTS: tuple[type[events.Event], ...] = (StoneLaid, StoneTaken, StonesSettled, LayingBegun, StonesLeft)
"""All events of the stones."""
