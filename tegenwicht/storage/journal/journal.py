"""The journal of sessions: in memory, and in a SQLite file that no trouble with the disk can stop.

A SqliteJournal remembers every session it writes. What could not be written waits in memory, in order, and
goes first at the next try; when the file is gone or damaged, the sessions of this process are written whole
into a fresh one. Loads the codec, and msgspec with it, only when a session begins or is opened.
"""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tegenwicht.i18n import tr
from tegenwicht.storage.files import is_set_aside, iso_today, names_in
from tegenwicht.storage.journal import trouble as troubles
from tegenwicht.storage.journal.clearing import clear
from tegenwicht.storage.journal.contract import (
    Journal,
    NotErased,
    NotPutBack,
    SessionRow,
    SessionTakenElsewhere,
    Totals,
    UnreadableSession,
)
from tegenwicht.storage.journal.erasing_mark import begin_erasing, is_erasing
from tegenwicht.storage.journal.file import SessionFile
from tegenwicht.storage.journal.lock import Hold, SessionLock, any_session_held
from tegenwicht.storage.journal.memory import MemoryJournal, check_first, check_next, is_found, listed
from tegenwicht.storage.journal.open_file import OpenFile
from tegenwicht.storage.journal.rows import Kept, OutOfStep, totalled
from tegenwicht.storage.journal.seal import changed_steps

if TYPE_CHECKING:
    from tegenwicht.game.events import Event

__all__ = [
    "Journal", "MemoryJournal", "NotErased", "SessionRow", "SessionTakenElsewhere", "SqliteJournal", "UnreadableSession",
    "open_journal",
]  # fmt: skip

FILE_NAME = "journal.sqlite3"
_ALL_THERE_ARE = 2**62


def open_journal(folder: Path) -> tuple[Journal, list[str]]:
    """The journal in the data folder, and Dutch notices to show. Never raises for what is on the disk.

    When the folder cannot be used, the journal keeps everything in memory and ``trouble`` says so.
    """
    clear(folder)
    journal = SqliteJournal(folder / FILE_NAME)
    journal.take_back_newer()
    journal.go_on_erasing()
    return journal, journal.take_notices()


def _taken_out(chosen: Callable[[SessionFile], list[str]], everything: bool, file: SessionFile) -> list[str]:
    """Delete sessions after a mark was left that their traces are to be wiped; which they were."""
    ids = chosen(file)
    begin_erasing(file.folder, everything)
    file.erase(ids)
    return ids


class SqliteJournal:
    """A Journal in one SQLite file. ``today``: the date, for the name of a file that is set aside."""

    def __init__(self, path: Path, today: Callable[[], str] = iso_today) -> None:
        self._path = path
        self._kept: dict[str, Kept] = {}
        self._file = OpenFile(path, today, self._line_up_all, lambda: set(self._kept))
        self._told_changes: set[str] = set()
        self._written_anew: set[str] = set()
        self.retry()

    @property
    def trouble(self) -> str | None:
        """See Journal."""
        return self._file.trouble

    @property
    def waiting(self) -> int:
        """See Journal."""
        return sum(kept.waiting for kept in self._kept.values())

    # -- writing

    def begin(self, row: SessionRow, first: Sequence["Event"]) -> None:
        """See Journal."""
        from tegenwicht.storage.journal.decoding import encoded

        check_first(first)
        texts = [encoded(event) for event in first]
        if row.id in self._kept:
            raise SessionTakenElsewhere(troubles.gone_on_elsewhere(row.title))
        self._kept[row.id] = Kept(row._replace(actions=len(texts)), texts)
        self._save(row)

    def append(self, number: int, event: "Event", row: SessionRow) -> None:
        """See Journal."""
        kept = self._kept.get(row.id)
        if kept is not None:
            check_next(number, len(kept.texts), row)
        self.extend([event], row)

    def extend(self, events: Sequence["Event"], row: SessionRow) -> None:
        """See Journal."""
        from tegenwicht.storage.journal.decoding import encoded

        kept = self._kept.get(row.id)
        if kept is None:
            raise ValueError(f"session {row.id} was not taken up")
        kept.texts += [encoded(event) for event in events]
        kept.row = row if row.actions == len(kept.texts) else row._replace(actions=len(kept.texts))
        self._save(row)

    def _save(self, row: SessionRow) -> None:
        self.retry()
        if row.id not in self._kept:
            raise SessionTakenElsewhere(troubles.gone_on_elsewhere(row.title))

    def retry(self) -> bool:
        """See Journal."""
        if self._file.attempt(self._write_waiting, otherwise=False):
            self._file.trouble = None
        return self._file.trouble is None

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
            kept.mark_all_saved()
        return True

    def _compare(self, file: SessionFile, kept: Kept) -> None:
        """After a clash: less on disk than was saved there is written again; more is another copy's work.

        Where as much is there and the list or what comes after a gap says otherwise, this one session is damaged:
        it is written anew from what is known here, and no other session is touched. When that does not help, the
        file is damaged.
        """
        if file.is_erased(kept.row.id):
            self._let_go(kept, erased=True)
        elif file.went_on(kept):
            self._let_go(kept)
        elif (count := len(file.texts(kept.row.id))) < kept.saved:
            kept.mark_saved(count)
        elif kept.row.id in self._written_anew:
            raise troubles.UnusableFile(troubles.Unusable.DAMAGED, "a session does not match its events")
        elif file.write_anew(kept):
            self._written_anew.add(kept.row.id)
            self._file.notices.append(troubles.written_anew(kept.row.title))

    def _let_go(self, kept: Kept, erased: bool = False) -> None:
        del self._kept[kept.row.id]
        if erased:
            self._file.notices.append(troubles.erased_elsewhere(kept.row.title))
            return
        self._file.notices.append(troubles.gone_on_elsewhere(kept.row.title, some_unsaved=kept.waiting > 1))

    # -- reading

    def take_up(self, session_id: str) -> tuple[SessionRow, list["Event"]]:
        """See Journal."""
        kept = self._found(session_id)
        from tegenwicht.storage.journal.decoding import decoded, mode_of

        events = decoded(kept)
        kept.row = kept.row._replace(mode=mode_of(events, kept.row.mode))
        self._kept[session_id] = kept
        return kept.row, events

    def events(self, session_id: str) -> list["Event"]:
        """See Journal."""
        from tegenwicht.storage.journal.decoding import decoded

        return decoded(self._found(session_id))

    def _found(self, session_id: str) -> Kept:
        """What is on disk, unless this process knows more."""
        kept = self._kept.get(session_id)
        if kept and kept.waiting:
            return kept
        read = self._read(session_id)
        found = kept if isinstance(read, troubles.Failed) or read is None else read
        self._tell_changes(found)
        if found is None or (
            found is kept and self._file.ask(lambda file: file.is_erased(session_id), False)
        ):
            raise UnreadableSession(
                tr("Deze sessie kan niet worden gelezen. Andere sessies zijn er nog wel.")
            )
        return found

    def _read(self, session_id: str) -> Kept | troubles.Failed | None:
        """A session from the file; None when it is not in it."""
        return self._file.ask(lambda file: file.wanted(session_id), troubles.Failed.ON_DISK)

    def _tell_changes(self, found: Kept | None) -> None:
        """Once for each session: what is not as it was written. It opens as far as it makes sense."""
        steps = changed_steps(found.texts) if found else []
        if found and steps and found.row.id not in self._told_changes:
            self._told_changes.add(found.row.id)
            self._file.notices.append(troubles.changed_notice(found.row.title, steps))

    def sessions(
        self, *, unfinished_only: bool = False, search: str = "", limit: int = 50, offset: int = 0
    ) -> list[SessionRow]:
        """See Journal."""
        on_disk = self._rows(unfinished_only, search, limit, offset)
        unsaved = self._unsaved()  # after the question, which may have begun a fresh file
        if not unsaved:
            return on_disk
        on_disk = self._rows(unfinished_only, search, limit + offset + len(unsaved), 0)
        rows = [row for row in unsaved.values() if is_found(row, search)]
        rows += [row for row in on_disk if row.id not in unsaved]
        return listed(rows, unfinished_only, limit, offset)

    def _unsaved(self) -> dict[str, SessionRow]:
        """The rows of which this process knows more than the disk."""
        return {kept.row.id: kept.row for kept in self._kept.values() if kept.waiting}

    def _rows(self, unfinished_only: bool, search: str, limit: int, offset: int) -> list[SessionRow]:
        none: list[SessionRow] = []
        return self._file.ask(lambda file: file.rows(unfinished_only, search, limit, offset), otherwise=none)

    def count(self, search: str = "") -> int:
        """See Journal."""
        on_disk = self._file.ask(lambda file: file.count(search), otherwise=0)
        if self._unsaved():
            return len(self.sessions(search=search, limit=_ALL_THERE_ARE))
        return on_disk

    def totals(self, search: str = "", limit: int | None = None, mode: str = "") -> Totals:
        """See Journal."""
        if limit is not None or self._unsaved():
            most = _ALL_THERE_ARE if limit is None or mode else limit
            rows = self.sessions(search=search, limit=most)
            return totalled([row.came_up for row in rows if mode in ("", row.mode)][:limit])
        return self._file.ask(lambda file: file.totals(search, mode), otherwise=totalled([]))

    def reckon_tallies(self, most: int = 20) -> int:
        """See Journal."""
        from tegenwicht.storage.journal.decoding import MODES, came_up_in

        none: list[SessionRow] = []
        rows = (
            [] if self._file.trouble else self._file.attempt(lambda file: file.unreckoned(MODES, most), none)
        )
        reckoned = []
        for row in rows:
            kept = self._read(row.id)
            if isinstance(kept, troubles.Failed):
                return 0
            reckoned.append(row._replace(came_up=came_up_in(kept) if kept else None))
        done = bool(reckoned) and self._file.attempt(lambda file: file.reckon(reckoned), otherwise=False)
        return len(reckoned) if done else 0

    # -- erasing

    def erase(self, *session_ids: str) -> None:
        """See Journal."""
        with ExitStack() as locks:
            for one in session_ids:
                lock = locks.enter_context(SessionLock.of_session(self._path.parent, one))
                if lock.hold is Hold.ANOTHERS:
                    raise NotErased(troubles.IN_USE)
            written = [one for one in session_ids if not self._dropped(one)]
            if written:
                self._erase(lambda _: written)

    def _dropped(self, session_id: str) -> bool:
        """Whether all of the session was in memory, because nothing can be written just now."""
        kept = self._kept.get(session_id)
        if kept is None or kept.waiting < len(kept.texts) or self.retry():
            return False
        del self._kept[session_id]
        return True

    def erase_everything(self) -> None:
        """See Journal."""
        if any_session_held(self._path.parent):
            raise NotErased(troubles.SOME_IN_USE)
        self._erase(SessionFile.ids, everything=True)

    def _erase(self, chosen: Callable[[SessionFile], list[str]], everything: bool = False) -> None:
        """Out of the list in one transaction; then out of all else, which can be taken up again later."""
        from tegenwicht.storage.journal import copies

        with SessionLock.of_backups(self._path.parent) as lock:
            if lock.hold is Hold.ANOTHERS:
                raise NotErased(troubles.BACKING_UP)
            gone = self._file.attempt(
                partial(_taken_out, chosen, everything), otherwise=troubles.Failed.ON_DISK
            )
            if isinstance(gone, troubles.Failed):
                raise NotErased(troubles.not_erased(self._file.trouble or ""))
            for session_id in list(self._kept) if everything else gone:
                self._kept.pop(session_id, None)
            self._finish_erasing(copies.wipe)

    def _finish_erasing(self, wipe: Callable[[SessionFile], list[str]]) -> None:
        try:
            self._file.notices += wipe(self._file.opened())
        except troubles.DISK_ERRORS as error:
            raise NotErased(troubles.traces_left(error, self._path)) from error

    def go_on_erasing(self) -> None:
        """What an erasure could not finish, because a disk failed or the app was killed, is finished now."""
        if not is_erasing(self._path.parent):
            return
        from tegenwicht.storage.journal import copies

        with SessionLock.of_backups(self._path.parent) as lock:
            if lock.hold is Hold.ANOTHERS:
                return
            try:
                self._finish_erasing(copies.wipe)
            except NotErased as error:
                self._file.notices.append(str(error))

    # -- putting back

    def put_back(self, copy: Path, now: datetime) -> None:
        """See Journal."""
        from tegenwicht.storage.journal.putting_back import put_back

        if any_session_held(self._path.parent):
            raise NotPutBack(troubles.OPEN_TO_PUT_BACK)
        if self.waiting and not self.retry():
            raise NotPutBack(self._file.trouble or "")
        put_back(self._file.opened, self._path, copy, now)
        self._kept.clear()

    # -- what happened

    def take_notices(self) -> list[str]:
        """See Journal."""
        notices, self._file.notices = self._file.notices, []
        return notices

    def take_back_newer(self) -> None:
        """A journal that an older version set aside because it was newer comes back, once this version knows it."""
        folder = self._path.parent
        names = [name for name in names_in(folder) if is_set_aside(name, self._path, troubles.Unusable.NEWER)]
        if not names:
            return
        from tegenwicht.storage.journal.salvage import take_back

        with SessionLock.of_backups(folder) as lock:
            for name in sorted(names) if lock.hold is not Hold.ANOTHERS else []:
                self._file.notices += self._file.attempt(partial(take_back, path=folder / name), otherwise=[])

    def _line_up_all(self, file: SessionFile) -> None:
        for kept in tuple(self._kept.values()):
            self._line_up(file, kept)

    def _line_up(self, file: SessionFile, kept: Kept) -> None:
        """With a file opened anew: what was thought unsaved may be there after all, and the reverse."""
        if file.is_erased(kept.row.id):
            self._let_go(kept, erased=True)
            return
        on_disk = file.texts(kept.row.id)
        if on_disk == kept.texts[: len(on_disk)]:
            kept.mark_saved(len(on_disk))
        else:
            self._let_go(kept)

    def close(self) -> None:
        """See Journal."""
        if self.waiting:
            self.retry()
        self._file.close()
