"""Wiping erased sessions from every file in the data folder that may hold them, beside the journal's rows."""

import errno
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from tegenwicht.storage.files import (
    clear_data_folder,
    copy_with_log,
    remove_database,
    remove_leftovers,
    replace_database,
    temporary_folder,
)
from tegenwicht.storage.journal import trouble as troubles
from tegenwicht.storage.journal.backups import backups, folder_of, is_good
from tegenwicht.storage.journal.erasing_mark import erasing_is_done, is_erasing_everything
from tegenwicht.storage.journal.file import ReadOnlyFile, SessionFile, check_pages
from tegenwicht.storage.journal.rows import remove

_TRACES = "fout.txt"
"""What went wrong in the program; an error's words may quote a session."""


def wipe(file: SessionFile) -> list[str]:
    """No file holds an erased session any more; Dutch sentences about what else had to go.

    Can be called again after it failed or was killed. sqlite3.Error, OSError or UnusableFile when it fails.
    """
    data = file.folder
    everything = is_erasing_everything(data) and not file.ids()
    remove_leftovers(data)
    remove_leftovers(folder_of(data))
    clear_data_folder(data)
    (data / _TRACES).unlink(missing_ok=True)
    said = [] if everything else [*_from_backups(data, file), *_from_set_aside(data, file)]
    if everything:
        for path in (*backups(data), *_set_aside(data)):
            remove_database(path)
    file.scrub()
    erasing_is_done(data)
    return said


def _from_backups(data: Path, file: SessionFile) -> list[str]:
    said = []
    erased = file.erased()
    for path in backups(data):
        if is_good(path):
            if _holds_any(path, erased):
                _rewrite_without(path, erased)
        else:
            remove_database(path)
            said.append(troubles.copy_removed(path))
    return said


def _holds_any(path: Path, session_ids: Iterable[str]) -> bool:
    with closing(ReadOnlyFile(path)) as file:
        return any(file.session(one) or file.texts(one) for one in session_ids)


def _set_aside(data: Path) -> list[Path]:
    """Journals that got another name; another program's file is not ours to change."""
    ours = (troubles.Unusable.DAMAGED, troubles.Unusable.NEWER)
    return sorted(path for why in ours for path in data.glob(f"journal-{why}-*.sqlite3"))


def _from_set_aside(data: Path, file: SessionFile) -> list[str]:
    """A damaged file may hold pieces that nothing points at: what can be read of it is kept, the rest goes."""
    from tegenwicht.storage.journal.salvage import bring_out

    said = []
    for path in _set_aside(data):
        if troubles.Unusable.DAMAGED in path.name:
            try:
                bring_out(file, path, set())
            except OSError as error:
                if error.errno != errno.EFBIG:  # that one can never be read, and may hold anything
                    raise
            remove_database(path)
            said.append(troubles.copy_removed(path))
            continue
        try:
            _rewrite_without(path, file.erased())
        except sqlite3.DatabaseError as error:
            if troubles.why_unusable(error) is None:
                raise
            said.append(troubles.copy_stays(path))
    return said


def _rewrite_without(path: Path, session_ids: Iterable[str]) -> None:
    """The database without these sessions, in the place of the old one; untouched when it has none."""
    with temporary_folder(path.parent) as room:
        copy = copy_with_log(path, room)
        with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
            run = connection.execute
            run("PRAGMA journal_mode = DELETE")
            run("PRAGMA secure_delete = ON")
            run("PRAGMA temp_store = MEMORY")
            run("BEGIN")
            removed = sum(remove(connection, one) for one in session_ids)
            run("COMMIT")
            if not removed:
                return
            run("VACUUM")
            check_pages(run)
        replace_database(path, copy)
