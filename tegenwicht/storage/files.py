"""Files that are written whole or not at all, are the user's alone, and are never overwritten unread."""

import errno
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import BinaryIO

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700

_COMPANIONS = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a database; without its ``-wal`` a database misses its last actions."""


_TEMPORARY = ".tijdelijk-"
_PIECE = 1024 * 1024


def write_whole(path: Path, data: bytes) -> None:
    """Put ``data`` in a file that only the user may read, all of it or none of it.

    OSError when that cannot be done; what was there before is then untouched.
    """
    temporary = path.with_name(f".{path.name}.{os.urandom(6).hex()}.tmp")
    with _removed_on_failure(temporary):
        with open(temporary, "xb", opener=private_opener) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    _sync_folder(path.parent)


def private_opener(path: str, flags: int) -> int:
    """For ``open(..., opener=...)``: a new file is the user's alone."""
    return os.open(path, flags, PRIVATE_FILE)


def make_private_folder(path: Path) -> None:
    """Make the folder and those above it, as far as missing, for the user alone. OSError when it cannot."""
    missing = [folder for folder in (path, *path.parents) if not folder.exists()]
    for folder in reversed(missing):
        folder.mkdir(PRIVATE_FOLDER, exist_ok=True)
    if not path.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(path))


def iso_today() -> str:
    """Today's date here, such as 2026-11-21."""
    return time.strftime("%Y-%m-%d")


def set_aside(path: Path, word: str, day: str) -> Path:
    """Give a file another name, ``journal-beschadigd-2026-11-21.sqlite3``, and return that.

    SQLite's companion files go along. Nothing is overwritten: a taken name gets a number. OSError when
    the folder cannot be changed; the file then keeps its name.
    """
    target = _claimed(path, f"{path.stem}-{word}-{day}")
    with _removed_on_failure(target):
        # Companions first: a database left without them still has its name, and a fresh database
        # beside an old -wal would make SQLite delete that.
        for ending in _COMPANIONS:
            with suppress(FileNotFoundError):
                os.rename(_beside(path, ending), _beside(target, ending))
        os.replace(path, target)
    return target


@contextmanager
def temporary_folder(beside: Path) -> Iterator[Path]:
    """A folder for the user alone inside ``beside``, gone with all in it when the block ends."""
    folder = beside / f"{_TEMPORARY}{os.urandom(6).hex()}"
    make_private_folder(folder)
    try:
        yield folder
    finally:
        _remove_folder(folder)


def remove_leftovers(folder: Path) -> None:
    """Remove temporary folders that a process left when it was killed. Not while another may use one."""
    for left in folder.glob(f"{_TEMPORARY}*"):
        _remove_folder(left)


def _remove_folder(folder: Path) -> None:
    """With the files in it; it has no folders. OSError when something stays."""
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()


def copy_with_log(path: Path, folder: Path) -> Path:
    """A database copied into a folder with its log, so that it can be opened without a change to itself."""
    for ending in ("", "-wal"):
        with suppress(FileNotFoundError), open(_beside(path, ending), "rb") as source:
            _copy(source, _beside(folder / path.name, ending))
    return folder / path.name


def _copy(source: BinaryIO, target: Path) -> None:
    with open(target, "xb", opener=private_opener) as file:
        while piece := source.read(_PIECE):
            file.write(piece)


def remove_database(path: Path) -> None:
    """Remove a database with SQLite's companion files. OSError when something stays."""
    for ending in ("", *_COMPANIONS):
        _beside(path, ending).unlink(missing_ok=True)


def replace_database(path: Path, by: Path) -> None:
    """Put one closed database in the place of another, whole; the log of the other goes first."""
    with open(by, "rb+") as file:
        os.fsync(file.fileno())
    os.replace(by, path)
    for ending in _COMPANIONS:
        _beside(path, ending).unlink(missing_ok=True)
    _sync_folder(path.parent)


def _claimed(path: Path, stem: str) -> Path:
    """A free name, taken at once by an empty file so that no other copy of the app can take it."""
    for number in count(1):
        target = path.with_name(f"{stem}{f'-{number}' if number > 1 else ''}{path.suffix}")
        if any(_beside(target, ending).exists() for ending in _COMPANIONS):
            continue
        with suppress(FileExistsError):
            open(target, "xb", opener=private_opener).close()
            return target
    raise AssertionError("there is always a next number")


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


@contextmanager
def _removed_on_failure(path: Path) -> Iterator[None]:
    """What was begun at ``path`` does not stay when the block fails."""
    done = False
    try:
        yield
        done = True
    finally:
        if not done:
            with suppress(OSError):  # the failure itself is what the caller hears of
                path.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    """Make the new name itself durable, where a folder can be synced."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network folders cannot; the file is whole either way
            os.fsync(handle)
    finally:
        os.close(handle)
