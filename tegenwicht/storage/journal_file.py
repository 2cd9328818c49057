"""One SQLite file with sessions and their events. Raises whatever goes wrong; ``journal`` copes with it.

Write-ahead log with full synchronisation: a transaction costs one sync and is durable when it returns.
"""

import errno
import os
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack, suppress
from functools import partial
from pathlib import Path

from tegenwicht.storage.files import PRIVATE_FILE, make_private_folder, private_opener
from tegenwicht.storage.journal_contract import SessionRow
from tegenwicht.storage.journal_trouble import Unusable, UnusableFile

FORMAT = 1
APPLICATION = int.from_bytes(b"TGWT", "big")

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100  # bytes; see https://www.sqlite.org/fileformat2.html
_SECONDS_TO_WAIT_FOR_ANOTHER = 0.25
_SMALL_ENOUGH_TO_CHECK = 512 * 1024  # bytes; checking these takes less than two milliseconds
_PAGE = 1024  # bytes; an action touches four pages, and the fewer bytes go along the sooner they are synced

_SCHEMA = (
    "CREATE TABLE session (id TEXT PRIMARY KEY, mode TEXT NOT NULL, title TEXT NOT NULL,"
    " started TEXT NOT NULL, changed TEXT NOT NULL, finished INTEGER NOT NULL, actions INTEGER NOT NULL,"
    " line TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE event (session TEXT NOT NULL, number INTEGER NOT NULL, kind TEXT NOT NULL,"
    " data BLOB NOT NULL, PRIMARY KEY (session, number)) WITHOUT ROWID",
    "CREATE INDEX session_finished ON session (changed) WHERE finished",
    "CREATE INDEX session_unfinished ON session (started) WHERE NOT finished",
)
"""An action changes neither index: what is finished changes no more, and the rest is few enough to sort."""

_NEWEST = "ORDER BY changed DESC, id DESC LIMIT"
_UNFINISHED = f"SELECT * FROM session WHERE NOT finished {_NEWEST} :limit OFFSET :offset"
_ALL = (
    f"SELECT * FROM (SELECT * FROM session WHERE finished {_NEWEST} :most)"
    f" UNION ALL SELECT * FROM session WHERE NOT finished {_NEWEST} :limit OFFSET :offset"
)

Text = tuple[str, bytes]
"""(kind, JSON) of one event."""


class Kept:
    """A session as this process knows it. The first ``saved`` of its texts are on disk."""

    __slots__ = ("row", "saved", "texts")

    def __init__(self, row: SessionRow, texts: list[Text], saved: int = 0) -> None:
        self.row = row
        self.texts = texts
        self.saved = saved

    @property
    def waiting(self) -> int:
        """How many texts are not on disk yet."""
        return len(self.texts) - self.saved


class OutOfStep(Exception):  # noqa: N818 - says what it is
    """What is on disk of a session is not what this process left there."""

    def __init__(self, session_id: str) -> None:
        super().__init__(session_id)
        self.session_id = session_id


class Readable:
    """What can be asked of an open file."""

    _connection: sqlite3.Connection

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def session(self, session_id: str) -> Kept | None:
        """One session whole; None when there is no such session."""
        found = self._connection.execute("SELECT * FROM session WHERE id = ?", (session_id,)).fetchone()
        if found is None:
            return None
        texts = self.texts(session_id)
        return Kept(_row(found), texts, len(texts))

    def texts(self, session_id: str) -> list[Text]:
        """The events of a session from 0 on, as far as their numbers have no gap."""
        found = self._connection.execute(
            "SELECT number, kind, data FROM event WHERE session = ? ORDER BY number", (session_id,)
        )
        return [(kind, data) for place, (number, kind, data) in enumerate(found) if number == place]

    def rows(self, unfinished_only: bool, limit: int, offset: int) -> list[SessionRow]:
        """The sessions, last changed first."""
        question = _UNFINISHED if unfinished_only else _ALL
        wanted = {"limit": limit, "offset": offset, "most": limit + offset}
        return [_row(one) for one in self._connection.execute(question, wanted)]


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
            _make_careful(self._connection)
            _checked(self._connection.execute)
            on_failure.pop_all()


class SessionFile(Readable):
    """The open file. Made when missing; UnusableFile, sqlite3.Error or OSError when that fails."""

    def __init__(self, path: Path) -> None:
        make_private_folder(path.parent)
        _look(path)
        _make_private(path)
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
        _make_careful(self._connection)
        run("PRAGMA fullfsync = ON")  # macOS: without it a sync does not reach the disk
        run(f"PRAGMA page_size = {_PAGE}")
        is_new = _checked(run)
        if not is_new and path.stat().st_size <= _SMALL_ENOUGH_TO_CHECK:
            _check_pages(run)
        (way,) = run("PRAGMA journal_mode = WAL").fetchone()
        # Some network folders have no write-ahead log; then only EXTRA is durable.
        run(f"PRAGMA synchronous = {'FULL' if way == 'wal' else 'EXTRA'}")
        if is_new:
            self._transaction(_make)

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
                _put(connection, kept)

        self._transaction(put_all)

    def _transaction(self, work: Callable[[sqlite3.Connection], None]) -> None:
        connection = self._connection
        connection.execute("BEGIN IMMEDIATE")
        try:
            work(connection)
            connection.execute("COMMIT")
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")


# -- opening


def _look(path: Path) -> None:
    """UnusableFile for a file that SQLite had better not touch, judged by its first bytes."""
    try:
        with open(path, "rb") as file:
            header = file.read(_HEADER)
    except FileNotFoundError:
        header = b""
    if not header:
        _look_for_orphan(path)
        return
    if len(header) < _HEADER or not header.startswith(_MAGIC) or not {*header[18:20]} <= {1, 2}:
        raise UnusableFile(Unusable.DAMAGED, f"no SQLite header: {header[:20]!r}")
    _judge(application=int.from_bytes(header[68:72], "big"), version=int.from_bytes(header[60:64], "big"))


def _look_for_orphan(path: Path) -> None:
    """SQLite would delete the log of a database that lost its contents; the last actions are in it."""
    if path.exists() and _has_log(path):
        raise UnusableFile(Unusable.DAMAGED, "the file is empty, its log is not")


def _has_log(path: Path) -> bool:
    """Whether there are actions that are not in the file itself yet."""
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0


def _judge(application: int, version: int) -> None:
    if application not in (0, APPLICATION):
        raise UnusableFile(Unusable.FOREIGN, f"application {application:#x}")
    if version > FORMAT:
        raise UnusableFile(Unusable.NEWER, f"format {version}, this version knows {FORMAT}")


def _make_private(path: Path) -> None:
    """The file exists and is the user's alone; SQLite gives its companions the same mode."""
    open(path, "ab", opener=private_opener).close()
    if os.name == "posix" and path.stat().st_mode & 0o077:
        with suppress(PermissionError):  # a disk without modes, or another's file: reading it still works
            path.chmod(PRIVATE_FILE)


def _identity(path: str) -> tuple[int, int]:
    found = os.stat(path)
    return found.st_dev, found.st_ino


def _make_careful(connection: sqlite3.Connection) -> None:
    """Trust nothing in a file that may be damaged."""
    connection.text_factory = partial(str, encoding="utf-8", errors="replace")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.execute("PRAGMA trusted_schema = OFF")


def _checked(run: Callable[[str], sqlite3.Cursor]) -> bool:
    """Whether the database is still empty. UnusableFile when it is not what this version makes."""
    (application,) = run("PRAGMA application_id").fetchone()
    (version,) = run("PRAGMA user_version").fetchone()
    schema = {sql for (sql,) in run("SELECT sql FROM sqlite_master")}
    _judge(application, version)
    if not schema and not application and not version:
        return True
    if application != APPLICATION:
        raise UnusableFile(Unusable.FOREIGN, "another program's tables")
    if schema != set(_SCHEMA) or version != FORMAT:
        raise UnusableFile(Unusable.DAMAGED, f"tables of format {version} are not as they should be")
    return False


def _check_pages(run: Callable[[str], sqlite3.Cursor]) -> None:
    (verdict,) = run("PRAGMA quick_check(1)").fetchone()
    if verdict != "ok":
        raise UnusableFile(Unusable.DAMAGED, verdict)


def _make(connection: sqlite3.Connection) -> None:
    """The tables, unless another copy of the app was first."""
    if not _checked(connection.execute):
        return
    for statement in _SCHEMA:
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {FORMAT}")


# -- rows


_GO_ON = "UPDATE session SET changed = ?, actions = ?, line = ? WHERE id = ? AND actions = ?"


def _put(connection: sqlite3.Connection, kept: Kept) -> None:
    row = kept.row
    try:
        if kept.saved:
            new = (row.changed, row.actions, row.line, row.id, kept.saved)
            if connection.execute(_GO_ON, new).rowcount != 1:
                raise OutOfStep(row.id)
            if row.finished:
                connection.execute("UPDATE session SET finished = 1 WHERE id = ?", (row.id,))
        else:
            connection.execute("INSERT INTO session VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
        connection.executemany("INSERT INTO event VALUES (?, ?, ?, ?)", _event_rows(kept))
    except sqlite3.IntegrityError as error:
        raise OutOfStep(row.id) from error


def _event_rows(kept: Kept) -> Iterable[tuple[str, int, str, bytes]]:
    for number in range(kept.saved, len(kept.texts)):
        yield kept.row.id, number, *kept.texts[number]


def _row(found: Sequence[object]) -> SessionRow:
    """A row of which a damaged file may have changed the types."""
    id_, mode, title, started, changed, finished, actions, line = found
    count = actions if isinstance(actions, int) else -1
    return SessionRow(
        str(id_), str(mode), str(title), str(started), str(changed), bool(finished), count, str(line)
    )
