"""The journal of sessions: in memory, and in a SQLite file that no trouble with the disk can stop.

A SqliteJournal remembers every session it writes. What could not be written waits in memory, in order, and
goes first at the next try; when the file is gone or damaged, the sessions of this process are written whole
into a fresh one. Loads the codec, and msgspec with it, only when a session begins or is opened.
"""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import ExitStack, closing
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from tegenwicht.storage import journal_trouble as troubles
from tegenwicht.storage.files import iso_today, set_aside
from tegenwicht.storage.journal_contract import (
    Journal,
    SessionRow,
    SessionTakenElsewhere,
    UnreadableSession,
)
from tegenwicht.storage.journal_file import Kept, OutOfStep, Readable, ReadOnlyFile, SessionFile, Text

if TYPE_CHECKING:
    from tegenwicht.game.events import Event

__all__ = [
    "Journal", "MemoryJournal", "SessionRow", "SessionTakenElsewhere", "SqliteJournal", "UnreadableSession",
    "open_journal",
]  # fmt: skip

FILE_NAME = "journal.sqlite3"

_Answer = TypeVar("_Answer")
_Otherwise = TypeVar("_Otherwise")


def open_journal(folder: Path, today: Callable[[], str] = iso_today) -> tuple[Journal, list[str]]:
    """The journal in the data folder, and Dutch notices to show. Never raises for what is on the disk.

    When the folder cannot be used, the journal keeps everything in memory and ``trouble`` says so.
    """
    journal = SqliteJournal(folder / FILE_NAME, today)
    return journal, journal.take_notices()


class SqliteJournal:
    """A Journal in one SQLite file. ``today``: the date, for the name of a file that is set aside."""

    def __init__(self, path: Path, today: Callable[[], str] = iso_today) -> None:
        self._path = path
        self._today = today
        self._file: SessionFile | None = None
        self._kept: dict[str, Kept] = {}
        self._notices: list[str] = []
        self._trouble: str | None = None
        self.retry()

    @property
    def trouble(self) -> str | None:
        """See Journal."""
        return self._trouble

    @property
    def waiting(self) -> int:
        """See Journal."""
        return sum(kept.waiting for kept in self._kept.values())

    # -- writing

    def begin(self, row: SessionRow, first: Sequence["Event"]) -> None:
        """See Journal."""
        from tegenwicht.storage import codec

        _check_first(first)
        texts = [codec.encode(event) for event in first]
        if row.id in self._kept:
            raise SessionTakenElsewhere(troubles.gone_on_elsewhere(row.title))
        self._kept[row.id] = Kept(row._replace(actions=len(texts)), texts)
        self._save(row)

    def append(self, number: int, event: "Event", row: SessionRow) -> None:
        """See Journal."""
        from tegenwicht.storage import codec

        kept = self._kept.get(row.id)
        if kept is None:
            raise ValueError(f"session {row.id} was not taken up")
        text = codec.encode(event)
        _check_next(number, len(kept.texts), row)
        kept.texts.append(text)
        kept.row = row if row.actions == number + 1 else row._replace(actions=number + 1)
        self._save(row)

    def _save(self, row: SessionRow) -> None:
        self.retry()
        if row.id not in self._kept:
            raise SessionTakenElsewhere(troubles.gone_on_elsewhere(row.title))

    def retry(self) -> bool:
        """See Journal."""
        if self._attempt(self._write_waiting, otherwise=False):
            self._trouble = None
        return self._trouble is None

    def _write_waiting(self, file: SessionFile) -> bool:
        """True, or it raises. A session that went on elsewhere is dropped, so that the others can pass."""
        sessions = [kept for kept in self._kept.values() if kept.waiting]
        if not sessions:
            return True
        try:
            file.write(sessions)
        except OutOfStep as clash:
            self._compare(file, self._kept[clash.session_id])
            return self._write_waiting(file)
        for kept in sessions:
            kept.saved = len(kept.texts)
        return True

    def _compare(self, file: SessionFile, kept: Kept) -> None:
        """After a clash: less on disk than was saved there is written again; more is another copy's work."""
        on_disk = file.texts(kept.row.id)
        if len(on_disk) > kept.saved or on_disk != kept.texts[: len(on_disk)]:
            self._let_go(kept)
        elif len(on_disk) < kept.saved:
            kept.saved = len(on_disk)
        else:
            raise troubles.UnusableFile(troubles.Unusable.DAMAGED, "a session does not match its events")

    def _let_go(self, kept: Kept) -> None:
        del self._kept[kept.row.id]
        self._notices.append(troubles.gone_on_elsewhere(kept.row.title, some_unsaved=kept.waiting > 1))

    # -- reading

    def take_up(self, session_id: str) -> tuple[SessionRow, list["Event"]]:
        """See Journal."""
        kept = self._found(session_id)
        events = _decoded(kept)
        self._kept[session_id] = kept
        return kept.row, events

    def events(self, session_id: str) -> list["Event"]:
        """See Journal."""
        return _decoded(self._found(session_id))

    def _found(self, session_id: str) -> Kept:
        """What is on disk, unless this process knows more."""
        kept = self._kept.get(session_id)
        if kept and kept.waiting:
            return kept
        found = self._asked(lambda file: file.session(session_id), otherwise=None) or kept
        if found is None:
            raise UnreadableSession("Deze sessie kan niet worden gelezen. Andere sessies zijn er nog wel.")
        return found

    def sessions(
        self, *, unfinished_only: bool = False, limit: int = 50, offset: int = 0
    ) -> list[SessionRow]:
        """See Journal."""
        on_disk = self._rows(unfinished_only, limit, offset)
        unsaved = {kept.row.id: kept.row for kept in self._kept.values() if kept.waiting}
        if not unsaved:
            return on_disk
        on_disk = self._rows(unfinished_only, limit + offset + len(unsaved), 0)
        rows = [*unsaved.values(), *(row for row in on_disk if row.id not in unsaved)]
        return _listed(rows, unfinished_only, limit, offset)

    def _rows(self, unfinished_only: bool, limit: int, offset: int) -> list[SessionRow]:
        none: list[SessionRow] = []
        return self._asked(lambda file: file.rows(unfinished_only, limit, offset), otherwise=none)

    def _asked(self, question: Callable[[Readable], _Answer], otherwise: _Answer) -> _Answer:
        """The answer, if need be from a disk on which nothing can be written just now."""
        answer = self._attempt(question, None)
        if answer is not None:
            return answer
        try:
            with closing(ReadOnlyFile(self._path)) as file:
                return question(file)
        except (sqlite3.Error, OSError, troubles.UnusableFile):
            return otherwise  # the trouble was told by the attempt

    def take_notices(self) -> list[str]:
        """See Journal."""
        notices, self._notices = self._notices, []
        return notices

    # -- the file

    def _attempt(self, work: Callable[[SessionFile], _Answer], otherwise: _Otherwise) -> _Answer | _Otherwise:
        """What the work on the open file gives; once more after a damaged file was set aside."""
        for _ in range(2):
            try:
                return work(self._opened())
            except (sqlite3.Error, OSError, troubles.UnusableFile) as error:
                if not self._can_begin_anew(error):
                    break
        return otherwise

    def _opened(self) -> SessionFile:
        if self._file is None or not self._file.is_in_place():
            self.close_file()
            with ExitStack() as on_failure:
                file = SessionFile(self._path)
                on_failure.callback(file.close)
                for kept in tuple(self._kept.values()):
                    self._line_up(file, kept)
                on_failure.pop_all()
            self._file = file
        return self._file

    def _line_up(self, file: SessionFile, kept: Kept) -> None:
        """With a file opened anew: what was thought unsaved may be there after all, and the reverse."""
        on_disk = file.texts(kept.row.id)
        if on_disk == kept.texts[: len(on_disk)]:
            kept.saved = len(on_disk)
        else:
            self._let_go(kept)

    def _can_begin_anew(self, error: Exception) -> bool:
        """Whether there is a fresh start to be made; sets the trouble when there is not."""
        why = troubles.why_unusable(error)
        in_place = self._file is None or self._file.is_in_place()
        if why is None:
            self._trouble = troubles.sentence(error, self._path)
        if why or not troubles.is_only_busy_or_full(error):
            self.close_file()
        # A file that lost its name was set aside by another copy of the app: go on with what is there now.
        return why is not None and (not in_place or self._set_aside(why))

    def _set_aside(self, why: troubles.Unusable) -> bool:
        try:
            aside = set_aside(self._path, why, self._today())
        except OSError:
            self._trouble = troubles.stays_notice(why, self._path)
            return False
        self._notices.append(troubles.set_aside_notice(why, self._path, aside))
        return True

    def close_file(self) -> None:
        """Let go of the file; the next action or question opens it again."""
        file, self._file = self._file, None
        if file:
            file.close()

    def close(self) -> None:
        """See Journal."""
        if self.waiting:
            self.retry()
        self.close_file()


class MemoryJournal:
    """A Journal that forgets everything when the process ends: for tests and for trying out."""

    def __init__(self) -> None:
        self._rows: dict[str, SessionRow] = {}
        self._events: dict[str, list[Event]] = {}

    @property
    def trouble(self) -> str | None:
        """Never any."""
        return None

    @property
    def waiting(self) -> int:
        """Always 0: nothing is ever going to be written."""
        return 0

    def begin(self, row: SessionRow, first: Sequence["Event"]) -> None:
        """See Journal."""
        _check_first(first)
        if row.id in self._rows:
            raise SessionTakenElsewhere(troubles.gone_on_elsewhere(row.title))
        self._rows[row.id] = row._replace(actions=len(first))
        self._events[row.id] = list(first)

    def take_up(self, session_id: str) -> tuple[SessionRow, list["Event"]]:
        """See Journal."""
        events = self.events(session_id)
        return self._rows[session_id], events

    def append(self, number: int, event: "Event", row: SessionRow) -> None:
        """See Journal."""
        if row.id not in self._events:
            raise ValueError(f"session {row.id} was not taken up")
        events = self._events[row.id]
        _check_next(number, len(events), row)
        events.append(event)
        self._rows[row.id] = row._replace(actions=len(events))

    def events(self, session_id: str) -> list["Event"]:
        """See Journal."""
        if session_id not in self._events:
            raise UnreadableSession("Deze sessie is er niet.")
        return list(self._events[session_id])

    def sessions(
        self, *, unfinished_only: bool = False, limit: int = 50, offset: int = 0
    ) -> list[SessionRow]:
        """See Journal."""
        return _listed(list(self._rows.values()), unfinished_only, limit, offset)

    def retry(self) -> bool:
        """Always well."""
        return True

    def take_notices(self) -> list[str]:
        """Never any."""
        return []

    def close(self) -> None:
        """Nothing to let go of."""


def _check_first(first: Sequence["Event"]) -> None:
    if not first:
        raise ValueError("a session begins with at least one event")


def _check_next(number: int, count: int, row: SessionRow) -> None:
    if number < count:
        raise SessionTakenElsewhere(troubles.gone_on_elsewhere(row.title))
    if number > count:
        raise ValueError(f"event {number} of session {row.id} cannot follow event {count - 1}")


def _listed(rows: list[SessionRow], unfinished_only: bool, limit: int, offset: int) -> list[SessionRow]:
    chosen = (row for row in rows if not (unfinished_only and row.finished))
    ordered = sorted(chosen, key=lambda row: (row.changed, row.id), reverse=True)
    return ordered[offset : offset + limit]


def _decoded(kept: Kept) -> list["Event"]:
    """The events of a session. UnreadableSession when one is missing or makes no sense."""
    from tegenwicht.game.modes import mode_named
    from tegenwicht.storage import codec

    texts: list[Text] = kept.texts
    name = f"De sessie “{kept.row.title}”"
    if len(texts) != kept.row.actions:
        raise UnreadableSession(f"{name} is niet compleet en kan niet worden geopend. De andere sessies wel.")
    try:
        events = mode_named(kept.row.mode).EVENTS
    except ValueError as error:
        raise UnreadableSession(f"{name} heeft een spelvorm die deze versie niet kent.") from error
    try:
        return [codec.decode(kind, data, events) for kind, data in texts]
    except codec.CodecError as error:
        raise UnreadableSession(
            f"{name} is beschadigd en kan niet worden geopend. De andere sessies wel."
        ) from error
