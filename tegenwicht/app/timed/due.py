"""What happens by itself, and when: one list, on which waiting and letting time go on both read."""

from collections.abc import Sequence
from enum import Enum, auto
from typing import Protocol

from tegenwicht.app.answer import Answer
from tegenwicht.screens.shell.model import Model

NEVER = float("inf")
AT_ONCE = float("-inf")
"""Not the clock as it is then: that is always a little later than the moment for which it was asked."""
LONGEST_WAIT = 1.0
"""Seconds: a signal, or a clock that was put forward, is never noticed later than this."""


class When(Enum):
    """What must be going on for something to be done: anything, no movement, or nothing at all."""

    ALWAYS = auto()
    STILL = auto()
    IDLE = auto()


class Timed(Protocol):
    """Something with a moment of its own, by the clock of the app."""

    when: When

    def due(self, model: Model) -> float:
        """When it is to be done; AT_ONCE, or NEVER when there is nothing to do."""

    def act(self, model: Model) -> Answer:
        """Do it. Called when its moment has come."""


class Agenda:
    """Everything that is timed, in the order in which it is done when several moments have come."""

    def __init__(self, timed: Sequence[Timed]) -> None:
        self.timed = tuple(timed)

    def wait(self, model: Model, now: float) -> float:
        """Seconds until the first moment, at the most LONGEST_WAIT."""
        first = min((one.due(model) for one in self.timed), default=NEVER)
        return max(0.0, min(LONGEST_WAIT, first - now))

    def come(self, model: Model, now: float, moving: bool, idle: bool) -> list[Timed]:
        """What is to be done now. moving: something moves on the screen. idle: nobody presses anything."""
        may = {
            When.ALWAYS,
            *(() if moving else (When.STILL,)),
            *((When.IDLE,) if idle and not moving else ()),
        }
        return [one for one in self.timed if one.when in may and one.due(model) <= now]
