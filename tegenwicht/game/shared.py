"""What every mode shares beside participants, clock and undo: check-in, parking and harvest, and all their events."""

from collections.abc import Iterator
from types import ModuleType

from tegenwicht.game import checkin, harvest, parking
from tegenwicht.game import events as e
from tegenwicht.game.refusals import Refusal
from tegenwicht.game.state import Session
from tegenwicht.game.text import clean

PARTS: tuple[ModuleType, ...] = (checkin, parking, harvest)

EVENTS: tuple[type[e.Event], ...] = (*e.EVENTS, *checkin.EVENTS, *parking.EVENTS, *harvest.EVENTS)
"""Every shared event, for the journal."""

_PART_OF = {kind: part for part in PARTS for kind in (*part.ACTIONS, *part.EVENTS)}


def part_of(what: e.Action | e.Event) -> ModuleType | None:
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
    """The session after an event of one of the parts, unchanged by any other. ValueError when it is refused."""
    part = part_of(event)
    if part is None:
        return session
    refusal: Refusal | None = part.refusal(session, event)
    if refusal is not None:
        raise ValueError(f"refused: {refusal.name}")
    text = getattr(event, "text", "")
    if clean(text) != text:
        raise ValueError(f"not as it is typed: {text!r}")
    changed: Session = part.apply(session, event)
    return changed
