"""A turn's time: thinking, then talking. It shows, it never forces; it counts seconds it is given.

The clock belongs to a turn with a card on the table. How many seconds have been *spent* is measured
outside (the app has the clock of the machine); what was chosen about it (paused, a minute more, off) is
kept in the journal but is no part of undo: time cannot be taken back.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from tegenwicht.game.events import ClockPaused, ClockStarted, ClockSwitched, Event, MinuteAdded


class Stage(StrEnum):
    """What a turn's time is for just now."""

    OFF = "off"
    THINKING = "thinking"
    TALKING = "talking"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Clock:
    """Choices about this turn's time. ``spent``: seconds gone by at the last choice; ``extra``: added."""

    on: bool = True
    paused: bool = False
    extra: int = 0
    spent: float = 0.0


@dataclass(frozen=True, slots=True)
class Reading:
    """What to show: the stage, the seconds left in it, and the part of it that is gone (0.0 to 1.0).

    past: seconds since the time was over.
    """

    stage: Stage
    left: float
    gone: float
    past: float = 0.0


CLOCK_EVENTS = (ClockPaused, ClockStarted, MinuteAdded, ClockSwitched)


def read(clock: Clock, thinking_seconds: int, talking_seconds: int, spent: float) -> Reading:
    """The reading after ``spent`` seconds of this turn."""
    total = thinking_seconds + talking_seconds + clock.extra
    if not clock.on or total == 0:
        return Reading(Stage.OFF, 0.0, 0.0)
    if spent < thinking_seconds:
        return Reading(Stage.THINKING, thinking_seconds - spent, spent / thinking_seconds)
    if spent >= total:
        return Reading(Stage.OVER, 0.0, 1.0, spent - total)
    talking = total - thinking_seconds
    return Reading(Stage.TALKING, total - spent, (spent - thinking_seconds) / talking)


def changed(clock: Clock, event: Event, thinking_seconds: int, talking_seconds: int) -> Clock:
    """The clock after one of ``CLOCK_EVENTS``."""
    match event:
        case ClockPaused(spent=spent):
            return replace(clock, paused=True, spent=spent)
        case ClockStarted(spent=spent):
            return replace(clock, paused=False, spent=spent)
        case MinuteAdded(spent=spent):
            overrun = max(0, int(spent) - thinking_seconds - talking_seconds - clock.extra)
            return replace(clock, extra=clock.extra + overrun + 60, spent=spent)
        case ClockSwitched(on=on):
            return replace(clock, on=on)
    raise ValueError(f"not a clock event: {event}")
