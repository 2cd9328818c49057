"""What every mode shares beside participants, clock and undo: check-in, parking and harvest, and all their events."""

from collections.abc import Iterator
from typing import Protocol, cast

from tegenwicht.game import checkin, harvest, parking
from tegenwicht.game import events as e
from tegenwicht.game.refusals import DoesNotFit, Refusal, hold
from tegenwicht.game.state import Session
from tegenwicht.game.text import clean


class Part(Protocol):
    """A module of rules that every mode shares."""

    ACTIONS: tuple[type[e.Action], ...]
    EVENTS: tuple[type[e.Event], ...]

    def decide(self, session: Session, action: e.Action) -> e.Event | Refusal:
        """What happens when someone wants one of ``ACTIONS``."""

    def refusal(self, session: Session, event: e.Event) -> Refusal | None:
        """Why one of ``EVENTS`` cannot happen now; asked in play and when a journal is replayed."""

    def text_of(self, event: e.Event) -> str:
        """The words in one of ``EVENTS``; empty for none."""

    def apply(self, session: Session, event: e.Event) -> Session:
        """The session after one of ``EVENTS``."""


PARTS = cast("tuple[Part, ...]", (checkin, parking, harvest))

EVENTS: tuple[type[e.Event], ...] = (*e.EVENTS, *checkin.EVENTS, *parking.EVENTS, *harvest.EVENTS)
"""Every shared event, for the journal."""

_PART_OF = {kind: part for part in PARTS for kind in (*part.ACTIONS, *part.EVENTS)}


def part_of(what: e.Action | e.Event) -> Part | None:
    """The part that an action or event belongs to, if any."""
    return _PART_OF.get(type(what))


def open_actions(session: Session) -> Iterator[type[e.Action]]:
    """The actions of all parts that carry free text or numbers and fit now."""
    yield from parking.open_actions(session)
    yield from harvest.open_actions(session)


def candidates(session: Session) -> Iterator[e.Action]:
    """The other actions of all parts; the rules sift them."""
    yield from checkin.candidates(session)
    yield from parking.candidates(session)


def applied(session: Session, event: e.Event) -> Session:
    """The session after an event of one of the parts, unchanged by any other. DoesNotFit when it is refused."""
    part = part_of(event)
    if part is None:
        return session
    hold(part.refusal(session, event))
    text = part.text_of(event)
    if clean(text) != text:
        raise DoesNotFit(f"not as it is typed: {text!r}")
    return part.apply(session, event)
