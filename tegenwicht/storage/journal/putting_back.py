"""Putting back a copy of the journal, and what there is to choose from."""

import re
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from tegenwicht.storage.journal import trouble as troubles
from tegenwicht.storage.journal.backups import backups, copy_before, drop_old_of_before, is_good, is_of_before
from tegenwicht.storage.journal.contract import NotPutBack, SessionRow
from tegenwicht.storage.journal.file import ReadOnlyFile, SessionFile
from tegenwicht.storage.journal.lock import Hold, SessionLock

_MOMENT = re.compile(r"journal-(\d{4}-\d\d-\d\d)(?:-[a-z]+-(\d\d)(\d\d)(\d\d))?\.sqlite3")
_EVERY = 2**31


class Copy(NamedTuple):
    """A copy to choose from.

    path: of its file. moment: its day, such as "2026-11-21", for one of before it was put back with the time.
    before: whether it is one of those. readable: whether its sessions can be listed; without that the rest is empty.
    sessions: how many; latest: the last that changed, None when there is none. more: sessions in it that are not here
    now, or went further in it. less: sessions that are here now and not in it, or went further here.
    """

    path: Path
    moment: str
    before: bool
    readable: bool
    sessions: int = 0
    latest: SessionRow | None = None
    more: tuple[SessionRow, ...] = ()
    less: tuple[SessionRow, ...] = ()


def copies_of(data: Path, now: Mapping[str, SessionRow]) -> list[Copy]:
    """The copies there are, the newest first. now: the sessions of the journal by id. Never raises for a disk."""
    found = [_copy(path, now) for path in backups(data)]
    return sorted(found, key=lambda one: (one.moment[:10], one.before, one.moment), reverse=True)


def _copy(path: Path, now: Mapping[str, SessionRow]) -> Copy:
    named = _MOMENT.fullmatch(path.name)
    day, *time = named.groups() if named else ("",)
    moment = f"{day}T{':'.join(time)}" if time and time[0] else str(day)
    try:
        with closing(ReadOnlyFile(path)) as file:
            rows = file.rows(False, "", _EVERY, 0)
    except troubles.DISK_ERRORS:
        return Copy(path, moment, is_of_before(path), False)
    there = {row.id: row for row in rows}
    more, less = _further(there, now), _further(now, there)
    return Copy(path, moment, is_of_before(path), True, len(rows), rows[0] if rows else None, more, less)


def _further(one: Mapping[str, SessionRow], other: Mapping[str, SessionRow]) -> tuple[SessionRow, ...]:
    """The sessions of one that the other has not, or not as far."""
    return tuple(row for key, row in one.items() if key not in other or row.actions > other[key].actions)


def put_back(opened: Callable[[], SessionFile], journal: Path, copy: Path, now: datetime) -> None:
    """As ``Journal.put_back``; opened: gives the open file of the journal."""
    if not is_good(copy):
        raise NotPutBack(troubles.bad_copy(copy))
    with SessionLock.of_backups(journal.parent) as lock:
        if lock.hold is Hold.ANOTHERS:
            raise NotPutBack(troubles.BACKING_UP)
        try:
            file = opened()
            copy_before(journal.parent, now)
            drop_old_of_before(journal.parent, but=copy)
            with closing(ReadOnlyFile(copy)) as source:
                file.replace_all(source.each())
        except troubles.DISK_ERRORS as error:
            raise NotPutBack(troubles.not_put_back(error, journal)) from error
