"""One SQLite file with sessions and their events. Raises whatever goes wrong; ``journal`` copes with it.

Write-ahead log with full synchronisation: a transaction costs one sync and is durable when it returns.
"""

import errno
import os
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import ExitStack, suppress
from functools import partial
from pathlib import Path

from tegenwicht.storage.files import (
    PRIVATE_FILE,
    NotAPlainFile,
    make_private_folder,
    private_opener,
    read_plain,
)
from tegenwicht.storage.journal.contract import SessionRow
from tegenwicht.storage.journal.log import has_lost_something
from tegenwicht.storage.journal.rows import Kept, Readable, put, put_came_up, remove, take_out
from tegenwicht.storage.journal.schema import EVENTS_WITHOUT_ROW, FORMAT, bring_up_to_date, format_of, judge
from tegenwicht.storage.journal.searching import holds_stored
from tegenwicht.storage.journal.trouble import Unusable, UnusableFile

BACKUPS = "reservekopieen"
"""The folder of the backups, beside the journal."""

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100  # bytes; see https://www.sqlite.org/fileformat2.html
_SECONDS_TO_WAIT_FOR_ANOTHER = 0.25
_SMALL_ENOUGH_TO_CHECK = 512 * 1024  # bytes; checking these takes less than two milliseconds
_PAGE = 1024  # bytes; an action touches four pages, and the fewer bytes go along the sooner they are synced
_TRIES_TO_SCRUB = 8  # each waits as long as for any lock: two seconds in all


class ReadOnlyFile(Readable):
    """A file on a disk where nothing can be written. It must be there, and have been closed well.

    Without its log it needs no files beside it, as SQLite's ordinary way of opening does.
    """

    def __init__(self, path: Path) -> None:
        _look(path)
        if _has_log(path):
            raise FileExistsError(errno.EEXIST, "a log cannot be read without writing", str(path))
        question = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        self._connection = sqlite3.connect(question, uri=True, isolation_level=None)
        with ExitStack() as on_failure:
            on_failure.callback(self._connection.close)
            make_careful(self._connection)
            self._format = format_of(self._connection.execute) or FORMAT
            on_failure.pop_all()


def open_to_read(path: Path) -> Readable:
    """A journal that is there, for who only reads. UnusableFile, sqlite3.Error or OSError when that fails."""
    try:
        return SessionFile(path)
    except (OSError, sqlite3.OperationalError):
        return ReadOnlyFile(path)


class SessionFile(Readable):
    """The open file. Made when missing; UnusableFile, sqlite3.Error or OSError when that fails."""

    def __init__(self, path: Path) -> None:
        make_private_folder(path.parent)
        _look(path)
        _make_private(path)
        self.folder = path.parent
        self._name = str(path)  # asked for at every action; a Path costs three times as much
        self._identity = _identity(self._name)
        self._connection = sqlite3.connect(
            path, timeout=_SECONDS_TO_WAIT_FOR_ANOTHER, isolation_level=None, cached_statements=32
        )
        with ExitStack() as on_failure:
            on_failure.callback(self._connection.close)
            self._made_ready(path)
            on_failure.pop_all()

    def _made_ready(self, path: Path) -> None:
        run = self._connection.execute
        make_careful(self._connection)
        run("PRAGMA fullfsync = ON")  # macOS: without it a sync does not reach the disk
        run(f"PRAGMA page_size = {_PAGE}")
        run(
            "BEGIN"
        )  # what follows is of one moment, while another copy of the app may make or change the tables
        try:
            found = format_of(run)
        finally:
            self._not_in_transaction()
        if found and path.stat().st_size <= _SMALL_ENOUGH_TO_CHECK:
            check_pages(run)
            mend_indexes(run)
        (way,) = run("PRAGMA journal_mode = WAL").fetchone()
        # Some network folders have no write-ahead log; then only EXTRA is durable.
        run(f"PRAGMA synchronous = {'FULL' if way == 'wal' else 'EXTRA'}")
        if found != FORMAT:
            self._transaction(bring_up_to_date)

    def is_in_place(self) -> bool:
        """Whether the file still has its name; if not, what is written is lost when the app stops."""
        try:
            return _identity(self._name) == self._identity
        except OSError:
            return False

    def write(self, sessions: Iterable[Kept]) -> None:
        """What waits of these sessions, in one transaction: all or nothing.

        OutOfStep when a session on disk has not exactly the events that were saved before.
        """

        def put_all(connection: sqlite3.Connection) -> None:
            for kept in sessions:
                put(connection, kept)

        self._transaction(put_all)

    def reckon(self, rows: Iterable[SessionRow]) -> bool:
        """Write what came up in sessions of which that was unknown. True, or it raises."""

        def put_all(connection: sqlite3.Connection) -> None:
            for row in rows:
                put_came_up(connection, row)

        self._transaction(put_all)
        return True

    def bring_back(self, sessions: Iterable[Kept]) -> int:
        """Put sessions in that are neither here nor erased; how many that were. All or nothing."""
        brought = 0

        def put_all(connection: sqlite3.Connection) -> None:
            nonlocal brought
            for kept in sessions:
                if self.session(kept.row.id) is None and not self.is_erased(kept.row.id):
                    put(connection, kept)
                    brought += 1

        self._transaction(put_all)
        return brought

    def replace_all(self, sessions: Iterable[Kept]) -> None:
        """These sessions, but for erased ones, in the place of all that are here. All or nothing."""

        def put_all(connection: sqlite3.Connection) -> None:
            connection.execute("DELETE FROM event")
            connection.execute("DELETE FROM session")
            for kept in sessions:
                if not self.is_erased(kept.row.id):
                    kept.mark_saved(0)
                    put(connection, kept)

        self._transaction(put_all)

    def write_anew(self, kept: Kept) -> bool:
        """A session, whole, in the place of what is here of it; False when it went on elsewhere just now."""
        whole = Kept(kept.row, kept.texts)

        def put_one(connection: sqlite3.Connection) -> None:
            if not self.went_on(kept):
                remove(connection, kept.row.id)
                put(connection, whole)
                whole.mark_all_saved()

        self._transaction(put_one)
        if whole.waiting:
            return False
        kept.mark_all_saved()
        return True

    def erase(self, session_ids: Iterable[str]) -> None:
        """Delete sessions; ``scrub`` then wipes what is left of them between the rows."""
        self._connection.execute("PRAGMA secure_delete = ON")
        self._transaction(lambda connection: take_out(connection, session_ids))

    def scrub(self) -> None:
        """Write the file anew with only what is in it now, and empty the log. sqlite3.Error when busy."""
        run = self._connection.execute
        run("PRAGMA secure_delete = ON")
        run("PRAGMA temp_store = MEMORY")  # else VACUUM leaves a copy of everything in a temporary file
        self._empty_log()
        run("VACUUM")
        self._empty_log()

    def _empty_log(self) -> None:
        for _ in range(_TRIES_TO_SCRUB):
            (busy, *_) = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            if not busy:
                return
        error = sqlite3.OperationalError("another program reads the log")
        error.sqlite_errorcode = sqlite3.SQLITE_BUSY
        raise error

    def _transaction(self, work: Callable[[sqlite3.Connection], None]) -> None:
        connection = self._connection
        connection.execute("BEGIN IMMEDIATE")
        try:
            work(connection)
            connection.execute("COMMIT")
        finally:
            self._not_in_transaction()

    def _not_in_transaction(self) -> None:
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")


# -- opening


def _look(path: Path) -> None:
    """UnusableFile for a file that SQLite had better not touch, judged by its first bytes."""
    try:
        header = read_plain(path, _HEADER)[:_HEADER]
    except FileNotFoundError:
        header = b""
    except NotAPlainFile as error:
        if error.errno == errno.EISDIR:
            raise
        raise UnusableFile(Unusable.FOREIGN, "a device or a pipe") from error
    if not header:
        _look_for_orphan(path)
        return
    if len(header) < _HEADER or not header.startswith(_MAGIC) or not {*header[18:20]} <= {1, 2}:
        raise UnusableFile(Unusable.DAMAGED, f"no SQLite header: {header[:20]!r}")
    judge(application=int.from_bytes(header[68:72], "big"), version=int.from_bytes(header[60:64], "big"))
    if _has_log(path) and has_lost_something(path):
        raise UnusableFile(Unusable.DAMAGED, "the log has lost finished actions")


def _look_for_orphan(path: Path) -> None:
    """SQLite would delete the log of a database that lost its contents; the last actions are in it.

    Its contents are looked at after its log: another copy of the app, that begins both now, makes them first.
    """
    if _has_log(path) and os.path.exists(path) and path.stat().st_size == 0:
        raise UnusableFile(Unusable.DAMAGED, "the file is empty, its log is not")
    if os.path.exists(path) and any((path.parent / BACKUPS).glob("journal-*.sqlite3")):
        raise UnusableFile(Unusable.DAMAGED, "the file is empty, its backups are not")


def _has_log(path: Path) -> bool:
    """Whether there are actions that are not in the file itself yet."""
    log = path.with_name(path.name + "-wal")
    return os.path.exists(log) and log.stat().st_size > 0


def _make_private(path: Path) -> None:
    """The file exists and is the user's alone; SQLite gives its companions the same mode."""
    open(path, "ab", opener=private_opener).close()
    if os.name == "posix" and path.stat().st_mode & 0o077:
        with suppress(PermissionError):  # a disk without modes, or another's file: reading it still works
            path.chmod(PRIVATE_FILE)


def _identity(path: str) -> tuple[int, int]:
    found = os.stat(path)
    return found.st_dev, found.st_ino


def make_careful(connection: sqlite3.Connection) -> None:
    """Trust nothing in a file that may be damaged, and know how to look for words in it."""
    connection.create_function("words_in", 2, holds_stored, deterministic=True)
    connection.text_factory = partial(str, encoding="utf-8", errors="replace")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.execute("PRAGMA trusted_schema = OFF")


def check_pages(run: Callable[[str], sqlite3.Cursor]) -> None:
    """UnusableFile when the pages do not fit together."""
    (verdict,) = run("PRAGMA quick_check(1)").fetchone()
    if verdict != "ok":
        raise UnusableFile(Unusable.DAMAGED, verdict)


def mend_indexes(run: Callable[[str], sqlite3.Cursor]) -> None:
    """Make the indexes of the sessions anew when they hide some; UnusableFile when the sessions themselves are hurt.

    The pages of a damaged index fit together, so ``check_pages`` does not see it. What is hurt is left as it is: an
    id that is another one in a row may still be whole in the index.
    """
    question = "PRAGMA integrity_check(session)"
    if run(question).fetchone() == ("ok",):
        return
    if run(EVENTS_WITHOUT_ROW).fetchone():
        raise UnusableFile(Unusable.DAMAGED, "events of a session that is not there")
    try:
        run("REINDEX session")
    except sqlite3.IntegrityError as error:  # two sessions with one id
        raise UnusableFile(Unusable.DAMAGED, str(error)) from error
    (verdict,) = run(question).fetchone()
    if verdict != "ok":
        raise UnusableFile(Unusable.DAMAGED, verdict)
