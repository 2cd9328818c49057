"""The check-in: what the group brought from its last session, "gedaan", "nog niet" or "laten vallen".

What was brought is in the setup (``Setup.brought``), so that a session stands alone. The round of one word is only
talk. Shared by every mode, while the session is being played.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tegenwicht.game import events
from tegenwicht.game.refusals import Refusal
from tegenwicht.game.state import Phase, Session


@dataclass(frozen=True, slots=True)
class Review(events.Action):
    """How it went with one thing. ``place``: in ``Setup.brought``, from 0. ``how``: None takes it back."""

    place: int
    how: events.Reviewed | None


@dataclass(frozen=True, slots=True)
class BroughtReviewed(events.Event):
    """How it went with one thing that was brought; None when that was taken back."""

    place: int
    how: events.Reviewed | None


ACTIONS = (Review,)
EVENTS: tuple[type[events.Event], ...] = (BroughtReviewed,)


def candidates(session: Session) -> Iterator[events.Action]:
    """Every answer for every thing that was brought."""
    for place in range(len(session.setup.brought)):
        yield from (Review(place, how) for how in (*events.Reviewed, None))


def decide(session: Session, action: events.Action) -> events.Event | Refusal:
    """What happens when someone wants to review something."""
    assert isinstance(action, Review)
    event = BroughtReviewed(action.place, action.how)
    return refusal(session, event) or event


def refusal(session: Session, event: events.Event) -> Refusal | None:
    """Why it cannot happen now; asked in play and when a journal is replayed."""
    assert isinstance(event, BroughtReviewed)
    there = session.phase is Phase.PLAYING and 0 <= event.place < len(session.reviewed)
    return None if there and session.reviewed[event.place] is not event.how else Refusal.NOT_NOW


def text_of(event: events.Event) -> str:  # noqa: ARG001 - as every part
    """Empty: there are no words in it."""
    return ""


def apply(session: Session, event: events.Event) -> Session:
    """The session after one of ``EVENTS``."""
    assert isinstance(event, BroughtReviewed)
    changed = list(session.reviewed)
    changed[event.place] = event.how
    return replace(session, reviewed=tuple(changed))
