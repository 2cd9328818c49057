"""What people typed in a session, and the same session without it. Knows no mode: it goes by the types.

Every plain text in an event is someone's words, but for the names of things: the mode, and the cards.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any

from tegenwicht.game import events as game_events
from tegenwicht.game import rules, shared
from tegenwicht.game.cards import Deck
from tegenwicht.game.parking import ThoughtParked

TITLE = "Sessie zonder namen"


def _no_words(value: object) -> tuple[str, ...]:
    """The fields whose texts nobody typed: names of things in a setup, and the day on which something happened."""
    return (
        ("mode", "options")
        if isinstance(value, game_events.Setup)
        else ("day",)
        if isinstance(value, game_events.Event)
        else ()
    )


def words_of(event: game_events.Event) -> Iterator[str]:
    """Every text in an event that someone typed; empty ones too."""
    return _words(event)


def _words(value: object) -> Iterator[str]:
    if type(value) is str:
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _words(one)
    elif is_dataclass(value) and not isinstance(value, Deck):
        for field in fields(value):
            if field.name not in _no_words(value):
                yield from _words(getattr(value, field.name))


def person_free(events: Iterable[game_events.Event]) -> list[game_events.Event]:
    """The session without names, title, notes, learning points or any other words of people.

    What happened stays: who is a number. Where a mode needs a text, that is "tekst 1" and so on.
    rules.ReplayError when the session made no sense to begin with.
    """
    events = list(events)
    for numbered in (False, True):
        plain = [_without_words(event, number if numbered else None) for number, event in enumerate(events)]
        try:
            rules.replay(plain)
        except rules.ReplayError:
            if numbered:
                raise
        else:
            break
    return plain


def taken_back(events: Sequence[game_events.Event]) -> set[int]:
    """The numbers of the events that no longer hold."""
    gone: set[int] = set()
    for event in events:
        if isinstance(event, game_events.Undone):
            gone.add(event.number)
        elif isinstance(event, game_events.Redone):
            gone.discard(event.number)
    return gone


def without_what_was_taken_back(events: Sequence[game_events.Event]) -> list[game_events.Event]:
    """The session without the words of what was undone: that it happened stays, for the numbers count on."""
    events = list(events)
    gone = taken_back(events)
    if not any(any(words_of(events[number])) for number in gone):
        return events
    for numbered in (False, True):
        plain = [
            _without_words(event, number if numbered else None) if number in gone else event
            for number, event in enumerate(events)
        ]
        try:
            rules.replay(plain)
        except rules.ReplayError:
            continue
        return plain
    return events


def _without_words(event: game_events.Event, number: int | None) -> game_events.Event:
    """``number``: of the text that comes in the place of a mode's own words; None for no text."""
    words = f"tekst {number}" if number is not None and type(event) not in shared.EVENTS else ""
    if isinstance(event, ThoughtParked):
        words = f"tekst {event.number}"  # there is no parked thought without words
    plain: game_events.Event = _replaced(event, lambda text: words if text else "")
    if isinstance(plain, game_events.SessionStarted):
        subject = _SUBJECT if number is not None and _subject_of(event) else ""
        return replace(plain, setup=replace(plain.setup, title=TITLE, subject=subject))
    return plain


_SUBJECT = "tekst"
"""In the place of what a session was said to be about before it began."""


def _subject_of(event: game_events.Event) -> str:
    return event.setup.subject if isinstance(event, game_events.SessionStarted) else ""


def _replaced(value: Any, change: Callable[[str], str]) -> Any:
    if type(value) is str:
        return change(value)
    if isinstance(value, tuple):
        return tuple(_replaced(one, change) for one in value)
    if not is_dataclass(value) or isinstance(value, type | Deck):
        return value
    named = {field.name: getattr(value, field.name) for field in fields(value)}
    kept = _no_words(value)
    changed = {name: one if name in kept else _replaced(one, change) for name, one in named.items()}
    return replace(value, **changed)
