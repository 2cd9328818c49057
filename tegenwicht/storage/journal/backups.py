"""Copies of the journal in case it is damaged: one a day that something changed, the last seven are kept.

Beside those, of how it was before one of them was put back: of these too the last seven.

A copy is made beside the others, looked at and only then given its name. Nothing here raises for a disk, but
for what takes sessions out. Every function opens its own connections, so that a thread may call it.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from tegenwicht.i18n import tr
from tegenwicht.storage.files import (
    make_private_folder,
    private_opener,
    replace_database,
    temporary_folder,
)
from tegenwicht.storage.journal.erasing_mark import is_erasing
from tegenwicht.storage.journal.file import BACKUPS, ReadOnlyFile, check_pages, make_careful
from tegenwicht.storage.journal.lock import Hold, SessionLock
from tegenwicht.storage.journal.schema import FORMAT, format_of
from tegenwicht.storage.journal.trouble import DISK_ERRORS

MOST = 7
BEFORE = "voor"
"""In the name of a copy of how it was before another was put back."""
_JOURNAL = "journal.sqlite3"
_PAGES_AT_A_TIME = 256  # a quarter of a megabyte, after which ``stop`` is asked

_FINGERPRINT = "SELECT count(*), sum(actions), max(changed), (SELECT count(*) FROM erased) FROM session"


_ANY_SESSION = "SELECT 1 FROM session LIMIT 1"


class _Stopped(Exception):  # noqa: N818 - says what happened
    """Someone has no time for a copy now."""


def folder_of(data: Path) -> Path:
    """The folder of the copies, in the data folder; it need not exist."""
    return data / BACKUPS


def backups(data: Path) -> list[Path]:
    """The copies there are, the newest first."""
    return sorted(folder_of(data).glob("journal-*.sqlite3"), reverse=True)


def of_days(data: Path) -> list[Path]:
    """Those of a day, the newest first."""
    return [path for path in backups(data) if not is_of_before(path)]


def is_of_before(path: Path) -> bool:
    """Whether a copy is of how it was before another was put back."""
    return f"-{BEFORE}-" in path.name


def newest_good(data: Path) -> Path | None:
    """The newest copy that can be read from its first page to its last; None when there is none."""
    return next(filter(is_good, backups(data)), None)


def is_good(path: Path) -> bool:
    """Whether a closed journal is whole and of this version or an older one."""
    try:
        with closing(ReadOnlyFile(path)) as file:
            check_pages(file.ask)
            file.ask(_ANY_SESSION)  # an empty file has good pages too
    except DISK_ERRORS:
        return False
    return True


def is_due(data: Path, now: datetime) -> bool:
    """Whether there is a journal and no copy of it from today; costs no more than looking for two names."""
    return not os.path.exists(_name(data, now)) and os.path.exists(data / _JOURNAL)


def back_up_when_due(data: Path, now: datetime, stop: Callable[[], bool] = lambda: False) -> str | None:
    """Copy the journal if today that was not done, something is in it and something changed in it.

    None when all is well, a Dutch sentence when a copy could not be made. Not to be called while the journal
    has ``trouble``. For a quiet moment after the first frame: some 100 ms for 10 MB, without holding up
    whoever writes; ``stop`` is asked now and then, and ends it without a trace.
    """
    if not is_due(data, now):
        return None
    try:
        with SessionLock.of_backups(data) as lock:
            if lock.hold is not Hold.ANOTHERS and not is_erasing(data):
                _back_up(data, now, stop)
    except _Stopped:
        return None
    except DISK_ERRORS as error:
        return tr(
            "Er kon vandaag geen reservekopie van je sessies worden gemaakt ({why}). Spelen en bewaren gaan "
            "gewoon door. Kijk of er ruimte is op de schijf en of je mag schrijven in {folder}."
        ).format(why=error, folder=folder_of(data))
    return None


def copy_before(data: Path, now: datetime) -> None:
    """A copy of the journal as it is, before an older one is put back; none when nothing is in it.

    Raises one of ``DISK_ERRORS`` when it cannot be made. To be called with the lock on the copies.
    """
    with _snapshot(data / _JOURNAL) as source:
        print_ = source.execute(_FINGERPRINT).fetchone()
        if print_[0]:
            _written(source, data, _free_name_of_before(data, now), print_)


def _free_name_of_before(data: Path, now: datetime) -> Path:
    """None is written over: with two in one second the other gets the next."""
    while True:
        name = folder_of(data) / f"journal-{now:%Y-%m-%d}-{BEFORE}-{now:%H%M%S}.sqlite3"
        if not os.path.exists(name):
            return name
        now += timedelta(seconds=1)


def drop_old_of_before(data: Path, but: Path) -> None:
    """Keep the last seven of how it was before one was put back, and ``but``. OSError when one stays."""
    for path in [one for one in backups(data) if is_of_before(one)][MOST:]:
        if path != but:
            path.unlink(missing_ok=True)


def _name(data: Path, now: datetime) -> Path:
    return folder_of(data) / f"journal-{now:%Y-%m-%d}.sqlite3"


def _back_up(data: Path, now: datetime, stop: Callable[[], bool]) -> None:
    with _snapshot(data / _JOURNAL) as source:
        print_ = source.execute(_FINGERPRINT).fetchone()
        if not print_[0] or print_ == _last_fingerprint(data):
            return
        _written(source, data, _name(data, now), print_, stop)
    _drop_old(data, now)


def _written(
    source: sqlite3.Connection,
    data: Path,
    name: Path,
    print_: object,
    stop: Callable[[], bool] = lambda: False,
) -> None:
    make_private_folder(folder_of(data))
    with temporary_folder(folder_of(data)) as room:
        copy = _copied(source, room / "journal.sqlite3", stop)
        _looked_at(copy, print_ if source.in_transaction else None)
        replace_database(name, copy)


@contextmanager
def _snapshot(path: Path) -> Iterator[sqlite3.Connection]:
    """The journal as it is at one moment; others go on writing. Changes nothing in it.

    Where there is no write-ahead log a reader holds up whoever writes; then the copy is made in pieces, and
    begins again when something was written meanwhile.
    """
    with closing(
        sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None)
    ) as one:
        make_careful(one)
        one.execute("PRAGMA query_only = ON")
        if format_of(one.execute) != FORMAT:
            raise sqlite3.DatabaseError("not a journal of this version")
        if one.execute("PRAGMA journal_mode").fetchone() == ("wal",):
            one.execute("BEGIN")
        yield one


def _last_fingerprint(data: Path) -> object:
    """What the newest copy holds; None when there is none or it cannot be read."""
    for path in of_days(data)[:1]:
        try:
            with closing(ReadOnlyFile(path)) as file:
                return file.ask(_FINGERPRINT).fetchone()
        except DISK_ERRORS:
            return None
    return None


def _copied(source: sqlite3.Connection, path: Path, stop: Callable[[], bool]) -> Path:
    def between(_status: int, _remaining: int, _total: int) -> None:
        if stop():
            raise _Stopped

    open(path, "xb", opener=private_opener).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as target:
        source.backup(target, pages=_PAGES_AT_A_TIME, progress=between, sleep=0)
        target.execute("PRAGMA journal_mode = DELETE")
    return path


def _looked_at(copy: Path, expected: object) -> None:
    """sqlite3.Error or UnusableFile when the copy is not whole, or not of what was ``expected``, if known."""
    with closing(ReadOnlyFile(copy)) as file:
        check_pages(file.ask)
        if expected not in (None, file.ask(_FINGERPRINT).fetchone()):
            raise sqlite3.DatabaseError("the copy is not the same")


def _drop_old(data: Path, now: datetime) -> None:
    """Keep the last seven; one from a day to come, when a clock was wrong, goes first."""
    today = _name(data, now).name
    by_age = sorted(of_days(data), key=lambda path: (path.name <= today, path.name), reverse=True)
    for path in by_age[MOST:]:
        path.unlink(missing_ok=True)
