"""The tables of a journal: those of now, those there have been, and how the one becomes the other.

Format 2 (from 1): a row says what came up, has the day of its last change for the list, and is an ordinary
row, so that a long title does not spill over into a page of its own; erased sessions are remembered by id.
Format 3 (from 2): the same tables, with events that versions before 0.2 do not know, so that those say so.
"""

import sqlite3
from collections.abc import Callable

from tegenwicht.storage.journal.contract import SessionRow
from tegenwicht.storage.journal.trouble import Unusable, UnusableFile

FIELDS = ", ".join(name for name in SessionRow._fields if name != "came_up")
"""The columns of a session that every format has: a row's own names, in its own order."""
ONE_SESSION = "SELECT number, kind, data FROM event WHERE session = ? ORDER BY number"
EVENTS_WITHOUT_ROW = "SELECT 1 FROM event WHERE session NOT IN (SELECT +id FROM session NOT INDEXED) LIMIT 1"
"""Only a damage leaves events of a session that is not in the list."""

FORMAT = 3
FIRST_WITH_CAME_UP = 2
APPLICATION = int.from_bytes(b"TGWT", "big")

_EVENTS = (
    "CREATE TABLE event (session TEXT NOT NULL, number INTEGER NOT NULL, kind TEXT NOT NULL,"
    " data BLOB NOT NULL, PRIMARY KEY (session, number)) WITHOUT ROWID"
)
SCHEMA = (
    "CREATE TABLE session (id TEXT PRIMARY KEY NOT NULL, mode TEXT NOT NULL, title TEXT NOT NULL,"
    " started TEXT NOT NULL, changed TEXT NOT NULL, finished INTEGER NOT NULL, actions INTEGER NOT NULL,"
    " line TEXT NOT NULL, came_up TEXT, day TEXT NOT NULL)",
    _EVENTS,
    "CREATE TABLE erased (session TEXT PRIMARY KEY NOT NULL) WITHOUT ROWID",
    "CREATE INDEX session_day ON session (day)",
    "CREATE INDEX session_unfinished_day ON session (day) WHERE NOT finished",
)
"""``day`` begins ``changed``. An action changes no index, but for the first of a day and the last of all.

came_up: twelve numbers as a JSON list; NULL when they were not reckoned yet, empty when they cannot be.
"""

OLDER = {
    1: (
        "CREATE TABLE session (id TEXT PRIMARY KEY, mode TEXT NOT NULL, title TEXT NOT NULL,"
        " started TEXT NOT NULL, changed TEXT NOT NULL, finished INTEGER NOT NULL, actions INTEGER NOT NULL,"
        " line TEXT NOT NULL) WITHOUT ROWID",
        _EVENTS,
        "CREATE INDEX session_finished ON session (changed) WHERE finished",
        "CREATE INDEX session_unfinished ON session (started) WHERE NOT finished",
    ),
    2: SCHEMA,
}

_ONE_TO_TWO = (
    "DROP INDEX session_finished",
    "DROP INDEX session_unfinished",
    "ALTER TABLE session RENAME TO session_1",
    SCHEMA[0],
    f"INSERT INTO session SELECT {FIELDS}, NULL, substr(changed, 1, 10) FROM session_1",
    "DROP TABLE session_1",
    *SCHEMA[2:],
)


def judge(application: int, version: int) -> None:
    """UnusableFile for another program's file and for one of a newer version."""
    if application not in (0, APPLICATION):
        raise UnusableFile(Unusable.FOREIGN, f"application {application:#x}")
    if version > FORMAT:
        raise UnusableFile(Unusable.NEWER, f"format {version}, this version knows {FORMAT}")


def format_of(run: Callable[[str], sqlite3.Cursor]) -> int:
    """The format of the tables, 0 when there are none yet. UnusableFile when they are of no format."""
    (application,) = run("PRAGMA application_id").fetchone()
    (version,) = run("PRAGMA user_version").fetchone()
    schema = {sql for (sql,) in run("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")}
    judge(application, version)
    if not schema and not application and not version:
        return 0
    if application != APPLICATION:
        raise UnusableFile(Unusable.FOREIGN, "another program's tables")
    if schema != set(SCHEMA if version == FORMAT else OLDER.get(version, ())):
        raise UnusableFile(Unusable.DAMAGED, f"tables of format {version} are not as they should be")
    return int(version)


def bring_up_to_date(connection: sqlite3.Connection) -> None:
    """Make the tables, or those of now from older ones; nothing when another copy of the app was first.

    Inside a transaction: whatever fails leaves the file as it was.
    """
    found = format_of(connection.execute)
    if found == FORMAT:
        return
    for statement in {0: SCHEMA, 1: _ONE_TO_TWO}.get(found, ()):
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {FORMAT}")
