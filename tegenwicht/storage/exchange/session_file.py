"""One session as a file for people to hand on: ``.tegenwicht``, indented JSON, with or without names.

Two levels. Without names (as it comes): no names, no title, no notes, no learning points or other words that
someone typed; what happened stays, who is a number. With names: everything. Occupational groups stay in both.
A file that comes in is not trusted: see ``session_text``.
"""

import errno
import hashlib
import json
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tegenwicht.game.events import Event, SessionStarted
from tegenwicht.game.modes import mode_named
from tegenwicht.game.state import Phase, Timeline
from tegenwicht.i18n import tr
from tegenwicht.storage.decks.text import visible
from tegenwicht.storage.exchange.session_text import (
    FORMAT,
    MOST_BYTES,
    VERSION,
    BadSessionFile,
    FoundSession,
    read_session,
)
from tegenwicht.storage.exchange.session_words import person_free
from tegenwicht.storage.files import NotAPlainFile, read_plain, write_whole
from tegenwicht.storage.journal import codec
from tegenwicht.storage.journal.contract import (
    Journal,
    SessionRow,
    SessionTakenElsewhere,
    UnreadableSession,
)

ENDING = ".tegenwicht"

__all__ = ["ENDING", "BadSessionFile", "BroughtIn", "bring_in", "session_text", "write_session_file"]


class BroughtIn(NamedTuple):
    """What became of a session file. is_new: False when the same session was there already."""

    row: SessionRow
    is_new: bool


# -- out


def session_text(row: SessionRow, events: Sequence[Event], anonymous: bool = True) -> bytes:
    """The file's bytes. rules.ReplayError when the events do not make a session."""
    events = person_free(events) if anonymous else events
    first = events[0]
    assert isinstance(first, SessionStarted)
    head = {
        "format": FORMAT, "version": VERSION, "anonymous": anonymous, "id": row.id, "mode": row.mode,
        "title": first.setup.title, "started": row.started, "changed": row.changed,
        "events": list(map(plain_event, events)),
    }  # fmt: skip
    return json.dumps(head, ensure_ascii=False, indent=2, allow_nan=False).encode() + b"\n"


def plain_event(event: Event) -> dict[str, object]:
    """An event as plain JSON values."""
    kind, data = codec.encode(event)
    return {"kind": kind, **json.loads(data)}


def write_session_file(path: Path, row: SessionRow, events: Sequence[Event], anonymous: bool = True) -> None:
    """The session in a file of its own, whole or not at all. OSError when that cannot be."""
    write_whole(path, session_text(row, events, anonymous))


# -- in


def bring_in(path: Path, journal: Journal, summary: Callable[[Timeline], str]) -> BroughtIn:
    """Put the session in a file in the journal, unless the very same is there already.

    It keeps its id, but gets another when a session with that id holds something else. BadSessionFile, with a
    Dutch sentence, when the file is not sound; ``journal.trouble`` says whether it is on disk yet.
    """
    found = read_session(_bytes(path), visible(path.name))
    row = _row(found, summary)
    for session_id in _ids(found):
        row = row._replace(id=session_id)
        try:
            if journal.events(session_id) == found.events:
                return BroughtIn(row, is_new=False)
            continue
        except UnreadableSession:
            pass  # there is none, or one that cannot be compared: then it cannot begin either
        try:
            journal.begin(row, found.events)
        except SessionTakenElsewhere:
            journal.take_notices()  # nothing happened to any session
            continue
        return BroughtIn(row, is_new=True)
    raise AssertionError("a random id is free")


def _bytes(path: Path) -> bytes:
    try:
        return read_plain(path, MOST_BYTES)
    except (OSError, ValueError) as error:  # ValueError: what can be no name
        raise BadSessionFile(
            tr("{path}: verwacht een sessiebestand, gevonden: {why}; kijk of de naam klopt").format(
                path=visible(str(path)), why=_reason(error)
            )
        ) from error


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, NotAPlainFile):
        return tr("een map") if error.errno == errno.EISDIR else tr("een apparaat of een pijp")
    known = {
        FileNotFoundError: tr("geen bestand"),
        PermissionError: tr("een bestand dat je niet mag lezen"),
        ValueError: tr("wat geen naam van een bestand kan zijn"),
    }
    return known.get(type(error)) or str(getattr(error, "strerror", "") or error)


def _ids(found: FoundSession) -> Iterator[str]:
    """Its own, one that belongs to the contents, and one that no session had."""
    if found.id:
        yield found.id
    digest = hashlib.sha256()
    for event in found.events:
        kind, data = codec.encode(event)
        digest.update(kind.encode() + b" " + data + b"\n")
    yield digest.hexdigest()[:32]
    yield os.urandom(16).hex()


def _row(found: FoundSession, summary: Callable[[Timeline], str]) -> SessionRow:
    session = found.timeline.session
    total = mode_named(session.setup.mode).tally_of(session).total
    return SessionRow(
        found.id, session.setup.mode, found.title, found.started, found.changed,
        session.phase is Phase.CLOSED, len(found.events), summary(found.timeline),
        (*total.cards, *total.mentions),
    )  # fmt: skip
