"""Sessions and events as rows of an open SQLite file: what can be asked of them, and how they get in."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from tegenwicht.game.text import presentable
from tegenwicht.storage.journal.contract import SessionRow, Totals
from tegenwicht.storage.journal.schema import (
    EVENTS_WITHOUT_ROW,
    FIELDS,
    FIRST_WITH_CAME_UP,
    FORMAT,
    ONE_SESSION,
)
from tegenwicht.storage.journal.trouble import Unusable, UnusableFile

Text = tuple[str, bytes]
"""(kind, JSON and its seal) of one event."""

CLUSTER_COUNT = 6

_FIRST = (f"{FIELDS}, NULL", "substr(changed, 1, 10)")
_NOW = (f"{FIELDS}, came_up", "day")
"""(what makes a row, the day of its last change)."""

FOUND = "words_in(CAST(title || char(10) || line AS BLOB), :search)"
_GO_ON = (
    "UPDATE session SET changed = :changed, actions = :actions, line = :line, came_up = :came_up"
    " WHERE id = :id AND actions = :saved"
)
_NEXT_DAY = "UPDATE session SET day = ? WHERE id = ? AND day <> ?"
_FINISH = "UPDATE session SET finished = 1 WHERE id = ?"
_NEW_COLUMNS = (*SessionRow._fields, "day")
_NEW = f"INSERT INTO session ({', '.join(_NEW_COLUMNS)}) VALUES ({', '.join(f':{name}' for name in _NEW_COLUMNS)})"


_HAS_JSON = (3, 38)
"""The version of SQLite from which it always reads JSON by itself, four times as fast as we do."""


def _number(place: int) -> str:
    return f"json_extract(came_up, '$[{place}]')"


_TOTALS = (
    "SELECT {known}, {sums}, {away}, {empty} FROM (SELECT {valid} AS came_up FROM session {{where}})".format(
        known="count(*), count(came_up)",
        sums=", ".join(f"sum({_number(place)})" for place in range(2 * CLUSTER_COUNT)),
        away=", ".join(
            f"sum({_number(place)} + {_number(place + CLUSTER_COUNT)} = 0)" for place in range(CLUSTER_COUNT)
        ),
        empty=f"sum({' + '.join(_number(place) for place in range(2 * CLUSTER_COUNT))} = 0)",
        valid="CASE WHEN json_valid(came_up) THEN came_up END",
    )
)


class Kept:
    """A session as this process knows it. The first ``saved`` of its texts are on disk.

    day: the day that is surely on disk with its row; empty when that is not known.
    """

    __slots__ = ("day", "row", "saved", "texts")

    def __init__(self, row: SessionRow, texts: list[Text], saved: int = 0) -> None:
        self.row = row
        self.texts = texts
        self.day = ""
        self.saved = saved

    @property
    def waiting(self) -> int:
        """How many texts are not on disk yet."""
        return len(self.texts) - self.saved

    def mark_all_saved(self) -> None:
        """All of it was just written."""
        self.saved, self.day = len(self.texts), self.row.changed[:10]

    def mark_saved(self, count: int) -> None:
        """So many of its texts were found there."""
        self.saved, self.day = count, ""


class OutOfStep(Exception):  # noqa: N818 - says what it is
    """What is on disk of a session is not what this process left there."""

    def __init__(self, session_id: str) -> None:
        super().__init__(session_id)
        self.session_id = session_id


class Readable:
    """What can be asked of an open file."""

    _connection: sqlite3.Connection
    _format: int = FORMAT

    @property
    def _has_came_up(self) -> bool:
        return self._format >= FIRST_WITH_CAME_UP

    @property
    def _columns(self) -> tuple[str, str]:
        return _NOW if self._has_came_up else _FIRST

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def ask(self, question: str) -> sqlite3.Cursor:
        """Any question in SQL."""
        return self._connection.execute(question)

    def session(self, session_id: str) -> Kept | None:
        """One session whole; None when there is no such session."""
        question = f"SELECT {self._columns[0]} FROM session WHERE "
        found = (
            self._connection.execute(f"{question} id = ?", (session_id,)).fetchone()
            or self._connection.execute(
                f"{question} +id = ?", (session_id,)
            ).fetchone()  # not by a damaged index
        )
        if found is None:
            return None
        texts = self.texts(session_id)
        return Kept(row_of(found), texts, len(texts))

    def wanted(self, session_id: str) -> Kept | None:
        """The same, of a session that was in the list. UnusableFile when events lost the row that was theirs."""
        kept = self.session(session_id)
        if (kept is None or not kept.texts) and self.ask(EVENTS_WITHOUT_ROW).fetchone():
            raise UnusableFile(Unusable.DAMAGED, "events of a session that is not there")
        return kept

    def each(self) -> Iterator[Kept]:
        """Every session whole, one at a time, as they were when the first was asked for."""
        rows = self._connection.execute(f"SELECT {self._columns[0]} FROM session ORDER BY id")
        events = self._connection.execute(
            "SELECT session, number, kind, data FROM event ORDER BY session, number"
        )
        groups = groupby(events, key=itemgetter(0))
        there, group = next(groups, (None, None))
        for found in rows:
            while there is not None and str(there) < str(found[0]):  # events that lost their row
                there, group = next(groups, (None, None))
            texts = _without_gap(group) if group is not None and there == found[0] else []
            yield Kept(row_of(found), texts, len(texts))

    def texts(self, session_id: str) -> list[Text]:
        """The events of a session from 0 on, as far as their numbers have no gap."""
        found = self._connection.execute(ONE_SESSION, (session_id,))
        return _without_gap((session_id, *one) for one in found)

    def went_on(self, kept: Kept) -> bool:
        """Whether another copy of the app did something in a session after this one saved it.

        Then the list says so too: events that it does not count were left by a damage.
        """
        there = self.session(kept.row.id)
        if there is None:
            return False
        texts, known = there.texts, kept.texts[: kept.saved]
        counted = there.row.actions == len(texts) > kept.saved
        return counted or texts[: kept.saved] != known[: len(texts)]

    def question(self, unfinished_only: bool, search: str) -> str:
        """The SQL for a page of the list; its order follows an index, a day at a time."""
        fields, day = self._columns
        wanted = [*(["NOT finished"] if unfinished_only else []), *([FOUND] if search else [])]
        where = f"WHERE {' AND '.join(wanted)}" if wanted else ""
        order = f"ORDER BY {day} DESC, changed DESC, id DESC LIMIT :limit OFFSET :offset"
        return f"SELECT {fields} FROM session {where} {order}"

    def rows(self, unfinished_only: bool, search: str, limit: int, offset: int) -> list[SessionRow]:
        """The sessions, last changed first."""
        wanted = {"limit": limit, "offset": offset, "search": search}
        return [
            row_of(one) for one in self._connection.execute(self.question(unfinished_only, search), wanted)
        ]

    def count(self, search: str) -> int:
        """How many sessions hold these words."""
        where = f"WHERE {FOUND}" if search else ""
        found = self._connection.execute(f"SELECT count(*) FROM session {where}", {"search": search})
        return int(found.fetchone()[0])

    def totals(self, search: str, mode: str = "") -> Totals:
        """What came up in all sessions that hold these words, or in those of one mode."""
        asked = [*(["mode = :mode"] if mode else []), *([FOUND] if search else [])]
        where = f"WHERE {' AND '.join(asked)}" if asked else ""
        wanted = {"search": search, "mode": mode}
        if self._has_came_up and sqlite3.sqlite_version_info >= _HAS_JSON:
            found = self._connection.execute(_TOTALS.format(where=where), wanted).fetchone()
            return _totals_of([int(one or 0) for one in found])
        field = "came_up" if self._has_came_up else "NULL"
        texts = self._connection.execute(f"SELECT {field} FROM session {where}", wanted)
        return totalled(came_up_of(text) for (text,) in texts)

    def unreckoned(self, modes: Iterable[str], most: int) -> list[SessionRow]:
        """Some rows of these modes that do not say yet what came up."""
        names = list(modes)
        marks = ", ".join("?" * len(names))
        found = self._connection.execute(
            f"SELECT {FIELDS}, came_up FROM session WHERE came_up IS NULL AND mode IN ({marks}) LIMIT ?",
            (*names, most),
        )
        return [row_of(one) for one in found]

    def is_erased(self, session_id: str) -> bool:
        """Whether a session was here and was erased for good."""
        if not self._has_came_up:
            return False
        question = "SELECT 1 FROM erased WHERE session = ?"
        return self._connection.execute(question, (session_id,)).fetchone() is not None

    def erased(self) -> list[str]:
        """The ids of all sessions that were erased."""
        return [str(one) for (one,) in self._connection.execute("SELECT session FROM erased")]

    def ids(self) -> list[str]:
        """The ids of all sessions."""
        return [
            str(one) for (one,) in self._connection.execute("SELECT id FROM session ORDER BY started, id")
        ]


def _without_gap(events: Iterable[tuple[object, int, str, bytes]]) -> list[Text]:
    """The texts of events of one session as far as their numbers go on."""
    return [(kind, data) for place, (_, number, kind, data) in enumerate(events) if number == place]


# -- writing


def put(connection: sqlite3.Connection, kept: Kept) -> None:
    """What waits of a session. OutOfStep when what is there is not what was left there."""
    row = kept.row
    try:
        if kept.saved:
            if connection.execute(_GO_ON, _columns_of(row) | {"saved": kept.saved}).rowcount != 1:
                raise OutOfStep(row.id)
            day = row.changed[:10]
            if kept.day != day:
                connection.execute(_NEXT_DAY, (day, row.id, day))
            if row.finished:
                connection.execute(_FINISH, (row.id,))
        else:
            put_row(connection, row)
        connection.executemany("INSERT INTO event VALUES (?, ?, ?, ?)", _event_rows(kept))
    except sqlite3.IntegrityError as error:
        raise OutOfStep(row.id) from error


def put_row(connection: sqlite3.Connection, row: SessionRow) -> None:
    """A new session. OutOfStep when it was erased before."""
    if connection.execute("SELECT 1 FROM erased WHERE session = ?", (row.id,)).fetchone():
        raise OutOfStep(row.id)
    connection.execute(_NEW, _columns_of(row))


def _columns_of(row: SessionRow) -> dict[str, object]:
    """What a row is in the file, by the names of the columns."""
    return row._asdict() | {"came_up": _text_of(row.came_up), "day": row.changed[:10]}


def put_came_up(connection: sqlite3.Connection, row: SessionRow) -> None:
    """What came up in a session of which that was unknown, unless it went on meanwhile."""
    connection.execute(
        "UPDATE session SET came_up = ? WHERE id = ? AND actions = ? AND came_up IS NULL",
        (_text_of(row.came_up) or "", row.id, row.actions),
    )


def take_out(connection: sqlite3.Connection, session_ids: Iterable[str]) -> None:
    """Delete sessions and remember that they are not to come back."""
    for session_id in session_ids:
        connection.execute("INSERT OR IGNORE INTO erased VALUES (?)", (session_id,))
        remove(connection, session_id)


def remove(connection: sqlite3.Connection, session_id: str) -> int:
    """Delete a session's rows; how many there were."""
    one = (session_id,)
    events = connection.execute("DELETE FROM event WHERE session = ?", one).rowcount
    return events + connection.execute("DELETE FROM session WHERE id = ?", one).rowcount


def _event_rows(kept: Kept) -> Iterable[tuple[str, int, str, bytes]]:
    for number in range(kept.saved, len(kept.texts)):
        yield kept.row.id, number, *kept.texts[number]


def _text_of(came_up: tuple[int, ...] | None) -> str | None:
    return None if came_up is None else f"[{','.join(map(str, came_up))}]"


# -- reading


def row_of(found: Sequence[object]) -> SessionRow:
    """A row of which a damaged file may have changed the types."""
    id_, mode, title, started, changed, finished, actions, line, came_up = found
    count = actions if isinstance(actions, int) else -1
    return SessionRow(
        str(id_), str(mode), presentable(str(title)), str(started), str(changed), bool(finished), count,
        presentable(str(line)),
        came_up_of(came_up),
    )  # fmt: skip


def came_up_of(text: object) -> tuple[int, ...] | None:
    """The twelve numbers in the text of a row; None for anything else."""
    if not isinstance(text, str) or not text:
        return None
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, list) or len(found) != 2 * CLUSTER_COUNT:
        return None
    return tuple(found) if all(type(one) is int and one >= 0 for one in found) else None


def _totals_of(numbers: Sequence[int]) -> Totals:
    """From what ``_TOTALS`` asks for."""
    there_are, known, *rest = numbers
    sums, (*away, empty) = rest[: 2 * CLUSTER_COUNT], rest[2 * CLUSTER_COUNT :]
    by_card, by_mention = tuple(sums[:CLUSTER_COUNT]), tuple(sums[CLUSTER_COUNT:])
    return Totals(known, by_card, by_mention, tuple(one - empty for one in away), there_are - known)


def totalled(all_came_up: Iterable[tuple[int, ...] | None]) -> Totals:
    """The sums over sessions, and how many are not known."""
    known: list[tuple[int, ...]] = []
    unknown = 0
    for one in all_came_up:
        if one is None:
            unknown += 1
        else:
            known.append(one)
    columns = list(zip(*known, strict=True)) or [()] * (2 * CLUSTER_COUNT)
    pairs = list(zip(columns[:CLUSTER_COUNT], columns[CLUSTER_COUNT:], strict=True))
    sums = tuple(map(sum, columns))
    empty = sum(not any(one) for one in known)  # from a session in which nothing came up nothing stayed away
    away = tuple(
        sum(not (card or mention) for card, mention in zip(*pair, strict=True)) - empty for pair in pairs
    )
    return Totals(len(known), sums[:CLUSTER_COUNT], sums[CLUSTER_COUNT:], away, unknown)
