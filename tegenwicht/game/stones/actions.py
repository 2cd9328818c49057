"""What someone can want with ten stones, and what can happen. Frozen data, no behaviour.

Shared by the mode Tien stenen and by Kaartgesprek with stones before and after.
"""

from dataclasses import dataclass

from tegenwicht.game import events as e
from tegenwicht.game.cards import Cluster

# -- what someone wants


@dataclass(frozen=True, slots=True)
class LayStone(e.Action):
    """One of the stones that are left, on a cluster."""

    cluster: Cluster


@dataclass(frozen=True, slots=True)
class TakeStone(e.Action):
    """One stone of a cluster back to what is left."""

    cluster: Cluster


@dataclass(frozen=True, slots=True)
class SettleStones(e.Action):
    """All ten lie as the group wants them."""


@dataclass(frozen=True, slots=True)
class LayAgain(e.Action):
    """After the talk, or once more: divide ten stones anew. (In a Kaartgesprek that begins by itself when one finishes.)"""


@dataclass(frozen=True, slots=True)
class LeaveStones(e.Action):
    """No stones this time; what was laid does not count."""


ACTIONS = (LayStone, TakeStone, SettleStones, LayAgain, LeaveStones)

# -- what happened


@dataclass(frozen=True, slots=True)
class StoneLaid(e.Event):
    """A stone on a cluster."""

    cluster: Cluster


@dataclass(frozen=True, slots=True)
class StoneTaken(e.Event):
    """A stone of a cluster back to what is left."""

    cluster: Cluster


@dataclass(frozen=True, slots=True)
class StonesSettled(e.Event):
    """All ten lie as the group wants them."""


@dataclass(frozen=True, slots=True)
class LayingBegun(e.Event):
    """After the talk: ten stones to divide anew."""


@dataclass(frozen=True, slots=True)
class StonesLeft(e.Event):
    """No stones this time."""


EVENTS: tuple[type[e.Event], ...] = (StoneLaid, StoneTaken, StonesSettled, LayingBegun, StonesLeft)
"""All events of the stones."""
