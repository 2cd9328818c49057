"""Getting sessions out of a damaged journal, row by row, and beside that out of the newest good backup.

Reads a copy, so that the damaged file stays as it is. A session is taken from where most of it is left; where
the two contradict each other, the rules say what is sound.
"""

import errno
import json
import sqlite3
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, suppress
from pathlib import Path

from tegenwicht.game.events import SessionClosed
from tegenwicht.i18n import tr
from tegenwicht.storage.files import copy_with_log, remove_database, temporary_folder
from tegenwicht.storage.journal import log as journal_log
from tegenwicht.storage.journal.backups import newest_good
from tegenwicht.storage.journal.contract import SessionRow
from tegenwicht.storage.journal.file import ReadOnlyFile, SessionFile, make_careful
from tegenwicht.storage.journal.pages import rows_in
from tegenwicht.storage.journal.rescued import Rescued, rescue_notice, taken_back_notice
from tegenwicht.storage.journal.rows import Kept, Readable, Text, row_of
from tegenwicht.storage.journal.schema import FIELDS, ONE_SESSION
from tegenwicht.storage.journal.seal import is_as_sealed
from tegenwicht.storage.journal.trouble import DISK_ERRORS
from tegenwicht.storage.reasons import why_not

MOST_BYTES = 256 * 1024 * 1024
"""A thousand sessions are ten megabytes."""
_PAGE = 1024
_COLUMNS_OF_AN_EVENT = 4
_COLUMNS_OF_A_SESSION = (8, 10)
"""In the first format, and in those after it."""
_WHOLE_TABLE = (
    "SELECT {fields} FROM session NOT INDEXED",
    "SELECT {fields} FROM session NOT INDEXED ORDER BY rowid DESC",
    "SELECT {fields} FROM session ORDER BY day",
    "SELECT {fields} FROM session ORDER BY id",
    "SELECT {fields} FROM session ORDER BY id DESC",
)
"""Ways through the table that meet the damage at different places; in an older format some do not exist."""


def rescue(file: SessionFile, damaged: Path, skip: set[str]) -> str:
    """Put in ``file`` what can be read of the damaged journal and its backup; a Dutch sentence about it.

    skip: ids of sessions that this process knows better. Never raises for a disk: the sentence then says
    that the damaged file has to be kept.
    """
    try:
        return rescue_notice(bring_out(file, damaged, skip))
    except DISK_ERRORS as error:
        return rescue_notice(None, why_not(error))


def bring_out(file: SessionFile, damaged: Path, skip: set[str]) -> Rescued:
    """The same, for who must know whether it was done: raises what a disk can raise (``DISK_ERRORS``).

    OSError with EFBIG for a file that is far larger than any journal.
    """
    if damaged.stat().st_size > MOST_BYTES or journal_log.is_too_large(_log_of(damaged)):
        raise OSError(errno.EFBIG, tr("het is veel groter dan een logboek wordt"), str(damaged))
    rescued = Rescued()
    with ExitStack() as open_files:
        room = open_files.enter_context(temporary_folder(damaged.parent))
        source = DamagedFile(copy_with_log(damaged, room), damaged)
        open_files.callback(source.close)
        if not source.row_by_id:
            source.mend_first_page(room)
        source.look_at_every_page()
        source.join_rows_to_their_events()
        erased = source.erased()
        if erased:
            file.erase(erased)
        saved = _backup(damaged.parent, open_files)
        file.bring_back(_best_of(source, saved, skip | erased, rescued))
    return rescued


def take_back(file: SessionFile, path: Path) -> list[str]:
    """The sessions of a journal that an older version set aside as too new, once this version can read it.

    Dutch sentences about it; none when it is still too new, or damaged: then it stays as it is. Raises what a
    disk can raise while writing.
    """
    with temporary_folder(path.parent) as room:
        try:
            with closing(SessionFile(copy_with_log(path, room))) as source:
                sessions = list(source.each())
        except DISK_ERRORS:
            return []
    for kept in sessions:
        kept.saved = 0
    brought = file.bring_back(sessions)
    if all(map(_is_whole, sessions)):
        remove_database(path)
    return [taken_back_notice(brought)] if brought else []


def _log_of(database: Path) -> Path:
    return database.with_name(database.name + "-wal")


def _backup(data: Path, open_files: ExitStack) -> Readable | None:
    path = newest_good(data)
    if path is None:
        return None
    saved = ReadOnlyFile(path)
    open_files.callback(saved.close)
    return saved


def _best_of(source: "DamagedFile", saved: Readable | None, skip: set[str], said: Rescued) -> Iterator[Kept]:
    said.unsure = source.met_damage
    ids = dict.fromkeys([*source.row_by_id, *(saved.ids() if saved else ())])
    for session_id in ids:
        if session_id not in skip:
            found = source.session(session_id)
            best, is_from_backup = _better(found, saved.session(session_id) if saved else None)
            if _tell(said, found, best, is_from_backup):
                yield best


def _better(found: Kept | None, saved: Kept | None) -> tuple[Kept, bool]:
    """(the session as far as it is left, whether that comes from the backup)."""
    if saved is None:
        assert found is not None
        return (found if _is_whole(found) else _sound(found)), False
    if found is None or not found.texts:
        return saved, True
    if saved.texts == found.texts[: len(saved.texts)] and _is_whole(found):
        if not found.row.line:  # made up: the backup knows more of it
            found.row = saved.row._replace(
                actions=found.row.actions, finished=found.row.finished, came_up=None
            )
        return found, False
    sound = _sound(found)
    return (sound, False) if len(sound.texts) >= len(saved.texts) else (saved, True)


def _is_whole(kept: Kept) -> bool:
    return kept.row.actions == len(kept.texts) > 0


def _sound(kept: Kept) -> Kept:
    from tegenwicht.storage.journal.decoding import longest_sound

    return longest_sound(kept)


def _tell(said: Rescued, found: Kept | None, best: Kept, is_from_backup: bool) -> bool:
    """Note what became of a session; whether there is something of it."""
    best.saved = 0
    count = len(best.texts)
    there_were = found.row.actions if found else count
    if not count:
        said.lost.append(best.row.title)
        return False
    if count < there_were or (found is not None and found.row.actions < 0):
        said.partly.append((best.row.title, count, max(0, there_were)))
    else:
        said.whole += 1
    said.from_backup += is_from_backup
    return True


class DamagedFile:
    """A copy of a damaged journal. row_by_id: every session of which a trace was found."""

    def __init__(self, copy: Path, original: Path) -> None:
        self._copy = copy
        self._when = _iso(original)
        self._in_pages: dict[str, dict[int, Text]] = {}
        self._erased: set[str] = set()
        lost_something = journal_log.mend(copy) or journal_log.has_lost_something(original)
        self._connect()
        self.met_damage |= lost_something

    def _connect(self) -> None:
        self._connection = sqlite3.connect(self._copy, isolation_level=None)
        self.met_damage = False
        with suppress(sqlite3.DatabaseError, UnicodeDecodeError):
            make_careful(self._connection)
        self.row_by_id = self._rows()

    def close(self) -> None:
        """Let go of the copy."""
        self._connection.close()

    def mend_first_page(self, room: Path) -> None:
        """Where the tables are stands on the first page, which is the same in every journal of this format."""
        self.close()
        SessionFile(room / "nieuw.sqlite3").close()
        first = bytearray((room / "nieuw.sqlite3").read_bytes()[:_PAGE])
        first[28:32] = (self._copy.stat().st_size // _PAGE).to_bytes(4, "big")
        with open(self._copy, "r+b") as file:
            file.write(first)
        self._connect()
        self.met_damage = True

    def look_at_every_page(self) -> None:
        """Where something is damaged: find the rows and events too to which no page points any more."""
        if not self.met_damage and self._is_sound():
            return
        self.met_damage = True
        rows: dict[str, SessionRow] = {}
        with suppress(sqlite3.DatabaseError):
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        for one in rows_in(self._copy):
            if len(one) == 1:
                self._erased.add(str(one[0]))
            elif len(one) == _COLUMNS_OF_AN_EVENT:
                self._keep_event(one)
            elif len(one) in _COLUMNS_OF_A_SESSION and isinstance(one[0], str) and isinstance(one[6], int):
                row = row_of((*one[:8], one[8] if len(one) > 8 else None))
                if row.id not in rows or rows[row.id].actions < row.actions:
                    rows[row.id] = row
        for session_id in [*rows, *self._in_pages]:
            known = self.row_by_id.get(session_id)
            if known is None or known.actions < 0:
                found = rows.get(session_id)
                self.row_by_id[session_id] = found or self._made_up(session_id)

    def join_rows_to_their_events(self) -> None:
        """A row of which the id is not as it was has no events. The index may have the id; else the events tell."""
        lost = {one: row for one, row in self.row_by_id.items() if row.actions > 0 and not self._texts(one)}
        for session_id, row in lost.items():
            others = {one: other for one, other in self.row_by_id.items() if one not in lost}
            same = [one for one, other in others.items() if other == row._replace(id=one)]
            without_row = [
                one
                for one, other in others.items()
                if other.actions < 0 and (other.mode, other.title) == (row.mode, row.title)
            ]
            if len(same or without_row) == 1:
                (mine,) = same or without_row
                self.row_by_id[mine] = row._replace(id=mine)
                del self.row_by_id[session_id]

    def erased(self) -> set[str]:
        """The ids of sessions that were erased, and of which traces may be left until that is finished."""
        asked = "SELECT name FROM sqlite_master WHERE name = 'erased'"
        there = self._asked("SELECT session FROM erased") if list(self._asked(asked)) else ()
        return self._erased | {str(one) for (one,) in there}

    def _is_sound(self) -> bool:
        """Whether the pages fit together; reading a table may not meet the damage in another."""
        return list(self._asked("PRAGMA quick_check(1)")) == [("ok",)]

    def _keep_event(self, row: tuple[object, ...]) -> None:
        session_id, number, kind, data = row
        if not (isinstance(session_id, str) and isinstance(number, int) and isinstance(kind, str)):
            return
        events = self._in_pages.setdefault(session_id, {})
        if is_as_sealed(kind, data) or (number not in events and _is_object(data)):
            events[number] = (kind, data)  # type: ignore[assignment]  # both tell that data is bytes

    def _asked(self, question: str, *values: object) -> Iterator[tuple[object, ...]]:
        """As many rows as come before the damage."""
        try:
            with closing(self._connection.execute(question, values)) as found:
                yield from found
        except (sqlite3.DatabaseError, UnicodeDecodeError):
            self.met_damage = True

    def _rows(self) -> dict[str, SessionRow]:
        rows: dict[str, SessionRow] = {}
        columns = {str(one[1]) for one in self._asked("PRAGMA table_info(session)")}
        fields = f"{FIELDS}, {'came_up' if 'came_up' in columns else 'NULL'}"
        for question in _WHOLE_TABLE if "day" in columns else _WHOLE_TABLE[3:]:
            for one in self._asked(question.format(fields=fields)):
                if isinstance(one[0], str):
                    rows.setdefault(one[0], row_of(one))
        for order in ("ASC", "DESC"):
            for (found,) in self._asked(f"SELECT DISTINCT session FROM event ORDER BY session {order}"):
                if isinstance(found, str) and found not in rows:
                    rows[found] = self._made_up(found)
        return rows

    def _made_up(self, session_id: str) -> SessionRow:
        """A row for events that lost theirs: what the first event says, and -1 for how many there were."""
        mode, title = "", ""
        for _, data in self._texts(session_id)[:1]:
            setup = json.loads(data).get("setup", {})
            mode, title = str(setup.get("mode", "")), str(setup.get("title", ""))
        return SessionRow(session_id, mode, title, self._when, self._when, False, -1, "")

    def session(self, session_id: str) -> Kept | None:
        """What is left of a session; maybe no events at all. None when there is no trace of it."""
        row = self.row_by_id.get(session_id)
        if row is None:
            return None
        before, self.met_damage = self.met_damage, False
        texts = self._texts(session_id)
        if row.actions < 0 and not self.met_damage and texts:
            row = row._replace(actions=len(texts), finished=texts[-1][0] == SessionClosed.__name__)
        self.met_damage |= before
        return Kept(row, texts)

    def _texts(self, session_id: str) -> list[Text]:
        """The events from 0 on, as far as they are there and are JSON objects."""
        texts: list[Text] = []
        found = self._in_pages.get(session_id, {})
        for number, kind, data in self._asked(ONE_SESSION, session_id):
            if number != len(texts) or not isinstance(kind, str) or not _is_object(data):
                break
            texts.append((kind, data))  # type: ignore[arg-type]  # _is_object: bytes
        while len(texts) in found:
            texts.append(found[len(texts)])
        return texts


def _is_object(data: object) -> bool:
    if not isinstance(data, bytes):
        return False
    try:
        return isinstance(json.loads(data), dict)
    except (ValueError, RecursionError):
        return False


def _iso(path: Path) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%S.000+00:00", time.gmtime(path.stat().st_mtime))
