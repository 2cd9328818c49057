"""What every mode shares beside participants, clock and undo: check-in, parking and harvest, and all their events."""

from collections.abc import Iterator
from typing import Protocol, cast

from tegenwicht.game import checkin, events, harvest, parking
from tegenwicht.game.refusals import DoesNotFit, Refusal, hold
from tegenwicht.game.state import Session
from tegenwicht.game.text import clean


class Part(Protocol):
    """A module of rules that every mode shares."""

    ACTIONS: tuple[type[events.Action], ...]
    EVENTS: tuple[type[events.Event], ...]

    def decide(self, session: Session, action: events.Action) -> events.Event | Refusal:
        """What happens when someone wants one of ``ACTIONS``."""

    def refusal(self, session: Session, event: events.Event) -> Refusal | None:
        """Why one of ``EVENTS`` cannot happen now; asked in play and when a journal is replayed."""

    def text_of(self, event: events.Event) -> str:
        """The words in one of ``EVENTS``; empty for none."""

    def apply(self, session: Session, event: events.Event) -> Session:
        """The session after one of ``EVENTS``."""


PARTS = cast("tuple[Part, ...]", (checkin, parking, harvest))

EVENTS: tuple[type[events.Event], ...] = (*events.EVENTS, *checkin.EVENTS, *parking.EVENTS, *harvest.EVENTS)
"""Every shared event, for the journal."""

_PART_OF = {kind: part for part in PARTS for kind in (*part.ACTIONS, *part.EVENTS)}


def part_of(what: events.Action | events.Event) -> Part | None:
    """The part that an action or event belongs to, if any."""
    return _PART_OF.get(type(what))


def open_actions(session: Session) -> Iterator[type[events.Action]]:
    """The actions of all parts that carry free text or numbers and fit now."""
    yield from parking.open_actions(session)
    yield from harvest.open_actions(session)


def candidates(session: Session) -> Iterator[events.Action]:
    """The other actions of all parts; the rules sift them."""
    yield from checkin.candidates(session)
    yield from parking.candidates(session)


def applied(session: Session, event: events.Event) -> Session:
    """The session after an event of one of the parts, unchanged by any other. DoesNotFit when it is refused."""
    part = part_of(event)
    if part is None:
        return session
    hold(part.refusal(session, event))
    text = part.text_of(event)
    if clean(text) != text:
        raise DoesNotFit(f"not as it is typed: {text!r}")
    return part.apply(session, event)
