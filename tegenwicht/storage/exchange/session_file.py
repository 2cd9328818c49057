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
from enum import Enum
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
from tegenwicht.storage.exchange.session_words import person_free, taken_back, without_what_was_taken_back
from tegenwicht.storage.files import NotAPlainFile, read_plain, write_whole
from tegenwicht.storage.journal import codec
from tegenwicht.storage.journal.contract import (
    Journal,
    SessionRow,
    SessionTakenElsewhere,
    UnreadableSession,
)
from tegenwicht.storage.patience import Patience
from tegenwicht.storage.reasons import why_not

ENDING = ".tegenwicht"

__all__ = [
    "ENDING", "BadSessionFile", "Became", "BroughtIn", "OtherCourseError", "bring_in", "session_text", "write_session_file",
]  # fmt: skip


class Became(Enum):
    """What came of a session file: a session that was not there, or nothing, or one that was there went on."""

    NEW = "new"
    SAME = "same"
    LONGER = "longer"
    SHORTER = "shorter"


class BroughtIn(NamedTuple):
    """A session as it is now, and what the file did to it."""

    row: SessionRow
    became: Became


class OtherCourseError(Exception):
    """The same session went two ways: here it has steps that the file has not, and the reverse. Nothing changed.

    row: as it is here. Whoever brings it in decides whether the other is to stand beside it.
    """

    def __init__(self, row: SessionRow) -> None:
        super().__init__(row.title)
        self.row = row


# -- out


def session_text(row: SessionRow, events: Sequence[Event], anonymous: bool = True) -> bytes:
    """The file's bytes. rules.ReplayError when the events do not make a session."""
    events = person_free(events) if anonymous else without_what_was_taken_back(events)
    first = events[0]
    assert isinstance(first, SessionStarted)
    head = {
        "format": FORMAT, "version": VERSION, "anonymous": anonymous, "id": row.id, "mode": first.setup.mode,
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


def bring_in(
    path: Path, journal: Journal, summary: Callable[[Timeline], str], *, apart: bool = False,
    is_open: Callable[[str], bool] = lambda _: False, patience: Patience | None = None,
) -> BroughtIn:  # fmt: skip
    """Put the session in a file in the journal; of the same session twice the longer one counts, once.

    A file that goes on where the session here ends makes it longer; one that it goes on from changes nothing.
    Where neither goes on from the other, OtherCourseError asks; ``apart`` then puts it beside the other.
    is_open: whether someone plays that session now. BadSessionFile, with a Dutch sentence, when the file is not
    sound; ``journal.trouble`` says whether it is on disk yet.
    """
    found = read_session(_bytes(path), visible(path.name), patience)
    row = _row(found, summary)
    for session_id in filter(None, (found.id, _instead_of(found.id))):
        there = _there(journal, session_id)
        if there is not None and (done := _joined(there, found, row, journal, is_open, visible(path.name))):
            return done
        if there is not None and not apart:
            raise OtherCourseError(there[0])
    return _added(found, row, journal, own_ids=not apart)


def _there(journal: Journal, session_id: str) -> tuple[SessionRow, list[Event]] | None:
    """The session of that id; None when there is none, or one that cannot be read."""
    try:
        events = journal.events(session_id)
    except UnreadableSession:
        return None
    rows = journal.sessions(limit=journal.count())
    row = next((one for one in rows if one.id == session_id), None)
    return None if row is None else (row, events)


def _joined(
    there: tuple[SessionRow, list[Event]], found: FoundSession, row: SessionRow, journal: Journal,
    is_open: Callable[[str], bool], name: str,
) -> BroughtIn | None:  # fmt: skip
    """What comes of the file where the session is here already; None when they went different ways."""
    known, events = there
    if events == found.events:
        return BroughtIn(known, Became.SAME)
    if _goes_on(events, found.events):
        return BroughtIn(known, Became.SHORTER if len(events) > len(found.events) else Became.SAME)
    if not _goes_on(found.events, events):
        return None
    if is_open(known.id):
        message = tr("{name}: deze sessie staat nu open. Sluit die eerst; daarna komt de rest erbij.")
        raise BadSessionFile(message.format(name=name))
    longer = row._replace(id=known.id, started=known.started, changed=max(known.changed, row.changed))
    journal.take_up(known.id)
    journal.extend(found.events[len(events) :], longer)
    return BroughtIn(longer, Became.LONGER)


def _goes_on(longer: list[Event], shorter: list[Event]) -> bool:
    """Whether one session begins as the other; also where the names were left out of what is shorter."""
    start = longer[: len(shorter)]
    if len(start) < len(shorter):
        return False
    return (
        start == shorter
        or _same_but_for(taken_back(longer), start, shorter)
        or _without_names(start) == shorter
    )


def _same_but_for(gone: set[int], some: list[Event], others: list[Event]) -> bool:
    """Whether two sessions are the same, but for the words of what was taken back, which no file has."""
    pairs = enumerate(zip(some, others, strict=True))
    return all(one == other or (n in gone and type(one) is type(other)) for n, (one, other) in pairs)


def _without_names(events: list[Event]) -> list[Event]:
    try:
        return person_free(events)
    except ValueError:
        return []


def _added(found: FoundSession, row: SessionRow, journal: Journal, own_ids: bool) -> BroughtIn:
    """A session of its own, under the first id that is free."""
    for session_id in _ids(found, own_ids):
        row = row._replace(id=session_id)
        if (there := _there(journal, session_id)) is not None:
            if there[1] == found.events:
                return BroughtIn(row, Became.SAME)
            continue
        try:
            journal.begin(row, found.events)
        except SessionTakenElsewhere:
            journal.take_notices()  # nothing happened to any session
            continue
        return BroughtIn(row, Became.NEW)
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
    return known.get(type(error)) or why_not(error)


def _instead_of(session_id: str) -> str:
    """The id that a session gets where its own was erased and so may not come back."""
    return hashlib.sha256(session_id.encode()).hexdigest()[:32] if session_id else ""


def _ids(found: FoundSession, own_ids: bool) -> Iterator[str]:
    """Its own and the one instead of that, one that belongs to the contents, and one that no session had."""
    if found.id and own_ids:
        yield found.id
        yield _instead_of(found.id)
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
