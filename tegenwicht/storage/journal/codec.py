"""Events as JSON text and back, strictly. Loads msgspec, so import it only when a session is at hand.

What is written is read back at once: nothing gets into the journal that could not come out of it. A field
that this version does not know is an error; a field with a default may be missing, so that files written
before that field was there stay readable.
"""

from collections.abc import Iterable
from functools import cache

import msgspec

from tegenwicht.game import shared
from tegenwicht.game.events import Event, SessionStarted

Text = tuple[str, bytes]
"""(kind, JSON): the name of the event's class, and its fields."""


class CodecError(ValueError):
    """An event that cannot be written or read; the message says which and why."""


def encode(event: Event) -> Text:
    """The event as text. CodecError when it would not come back the same."""
    kind = type(event).__name__
    try:
        data = msgspec.json.encode(event)
        back = _read(type(event), data)
    except (ValueError, TypeError, RecursionError) as error:
        raise CodecError(f"{kind} cannot be written: {error}") from error
    if back != event:
        raise CodecError(f"{kind} would not come back the same: {event}")
    return kind, data


def decode(kind: str, data: bytes, mode_events: Iterable[type[Event]] = ()) -> Event:
    """The event in the text. ``mode_events``: the mode's own, beside those every mode shares.

    CodecError for an unknown kind, a missing, wrong or unknown field, or no JSON at all.
    """
    known = next((one for one in (*shared.EVENTS, *mode_events) if one.__name__ == kind), None)
    if known is None:
        raise CodecError(f"no event is called {kind!r}")
    try:
        data = as_now(kind, data)
        event = _read(known, data)
        stranger = _stranger(msgspec.json.decode(data), msgspec.to_builtins(event))
    except (ValueError, TypeError, RecursionError) as error:
        raise CodecError(f"{kind} cannot be read: {error}") from error
    if stranger:
        raise CodecError(f"{kind} has an unknown field {stranger!r}")
    return event


def as_now(kind: str, data: bytes) -> bytes:
    """The JSON as it is written now: in older sessions a card's other side is called counterweight."""
    if kind != SessionStarted.__name__ or b'"counterweight"' not in data:
        return data
    plain = msgspec.json.decode(data)
    try:
        old = [
            card for card in plain["deck"]["cards"] if "counterweight" in card and "other_side" not in card
        ]
        for card in old:
            card["other_side"] = card.pop("counterweight")
    except (KeyError, AttributeError) as error:
        raise TypeError("Expected a deck with cards") from error
    return msgspec.json.encode(plain)


@cache
def _decoder(kind: type[Event]) -> msgspec.json.Decoder[Event]:
    return msgspec.json.Decoder(kind)


def _read(kind: type[Event], data: bytes) -> Event:
    return _decoder(kind).decode(data)  # type: ignore[arg-type]  # mypy: a frozen class seems unhashable


def _stranger(found: object, known: object) -> str:
    """The first key, at any depth, that was found but is not among what was understood; else empty."""
    if isinstance(found, dict) and isinstance(known, dict):
        for key, value in found.items():
            inner = _stranger(value, known[key]) if key in known else str(key)
            if inner:
                return inner
    if isinstance(found, list) and isinstance(known, list | tuple):
        return next(filter(None, map(_stranger, found, known)), "")
    return ""
