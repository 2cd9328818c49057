"""Parking: a thought laid aside for later, at the edge of the table. Shared by every mode.

A thought is private until somebody lays it on the table: screens that others see show only how many there are.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tegenwicht.game import events
from tegenwicht.game.refusals import Refusal
from tegenwicht.game.state import Parked, Phase, Session
from tegenwicht.game.text import clean

LONGEST_THOUGHT = 200
MOST_PARKED = 50


@dataclass(frozen=True, slots=True)
class ParkThought(events.Action):
    """``text``: 1 to 200 characters."""

    text: str


@dataclass(frozen=True, slots=True)
class TakeUpThought(events.Action):
    """It is laid on the table, where everyone sees it. ``number``: of a parked thought, from 1."""

    number: int


@dataclass(frozen=True, slots=True)
class RemoveThought(events.Action):
    """It is no longer there. ``number``: of a parked thought, from 1."""

    number: int


@dataclass(frozen=True, slots=True)
class ThoughtParked(events.Event):
    """``number``: the next one, from 1, never used before in this session."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class ThoughtTakenUp(events.Event):
    """It lies on the table now."""

    number: int


@dataclass(frozen=True, slots=True)
class ThoughtRemoved(events.Event):
    """It is gone."""

    number: int


ACTIONS = (ParkThought, TakeUpThought, RemoveThought)
EVENTS: tuple[type[events.Event], ...] = (ThoughtParked, ThoughtTakenUp, ThoughtRemoved)


def open_actions(session: Session) -> Iterator[type[events.Action]]:
    """A thought can be parked while there is place for one."""
    if session.phase is not Phase.CLOSED and has_place(session):
        yield ParkThought


def candidates(session: Session) -> Iterator[events.Action]:
    """What can be done with the thoughts that are there."""
    for one in session.parked:
        yield from (TakeUpThought(one.number), RemoveThought(one.number))


def decide(session: Session, action: events.Action) -> events.Event | Refusal:
    """What happens when someone wants one of ``ACTIONS``."""
    event = _event(session, action)
    return refusal(session, event) or event


def _event(session: Session, action: events.Action) -> events.Event:
    match action:
        case ParkThought(text):
            return ThoughtParked(session.thoughts + 1, clean(text))
        case TakeUpThought(number):
            return ThoughtTakenUp(number)
        case RemoveThought(number):
            return ThoughtRemoved(number)
    raise ValueError(f"not of parking: {action}")


def refusal(session: Session, event: events.Event) -> Refusal | None:
    """Why one of ``EVENTS`` cannot happen now; asked in play and when a journal is replayed."""
    match event:
        case ThoughtParked(number, text):
            fits = has_place(session) and number == session.thoughts + 1
            return _about(text) if fits else Refusal.NOT_NOW
        case ThoughtTakenUp(number) if (there := _parked(session, number)) is not None:
            return Refusal.NOT_NOW if there.on_table else None
        case ThoughtRemoved(number) if _parked(session, number) is not None:
            return None
        case ThoughtTakenUp() | ThoughtRemoved():
            return Refusal.NOT_PARKED
    raise ValueError(f"not of parking: {event}")


def has_place(session: Session) -> bool:
    """Whether one more thought can be parked."""
    return len(session.parked) < MOST_PARKED


def _parked(session: Session, number: int) -> Parked | None:
    return next((one for one in session.parked if one.number == number), None)


def text_of(event: events.Event) -> str:
    """The words in one of ``EVENTS``; empty for none."""
    return event.text if isinstance(event, ThoughtParked) else ""


def _about(text: str) -> Refusal | None:
    if not text:
        return Refusal.NOTHING_WRITTEN
    return Refusal.TEXT_TOO_LONG if len(text) > LONGEST_THOUGHT else None


def apply(session: Session, event: events.Event) -> Session:
    """The session after one of ``EVENTS``."""
    match event:
        case ThoughtParked(number, text):
            return replace(session, parked=(*session.parked, Parked(number, text)), thoughts=number)
        case ThoughtTakenUp(number):
            changed = (replace(one, on_table=True) if one.number == number else one for one in session.parked)
            return replace(session, parked=tuple(changed))
        case ThoughtRemoved(number):
            return replace(session, parked=tuple(one for one in session.parked if one.number != number))
    raise ValueError(f"not of parking: {event}")
