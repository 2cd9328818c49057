"""Files that are written whole or not at all, are the user's alone, and are never overwritten unread."""

import errno
import os
import re
import stat
import time
from collections.abc import Container, Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import BinaryIO

from tegenwicht.i18n import tr

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700

_COMPANIONS = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a database; without its ``-wal`` a database misses its last actions."""


_TEMPORARY = ".tijdelijk-"
_HALF = re.compile(r"\..+\.[0-9a-f]{8,12}\.tmp", re.DOTALL)
"""The one form that a file has while it is being written, wherever that is: see ``half_written``."""

_DEEPEST = 3
"""Folders in each other that the data folder has: kaartsets/verwijderd is two."""
_PIECE = 1024 * 1024


def write_whole(path: Path, data: bytes) -> None:
    """Put ``data`` in a file that only the user may read, all of it or none of it.

    OSError when that cannot be done; what was there before is then untouched.
    """
    try:
        _write_whole(path, data)
    except FileNotFoundError:
        if not is_folder(path.parent):
            raise
        _write_whole(path, data)  # another copy of the app, which just started, cleared it away


def _write_whole(path: Path, data: bytes) -> None:
    temporary = half_written(path)
    with _removed_on_failure(temporary):
        with open(temporary, "xb", opener=private_opener) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    _sync_folder(path.parent)


def half_written(path: Path) -> Path:
    """A new name beside ``path`` for what is not whole yet; ``remove_half_written`` knows it again."""
    return path.with_name(f".{path.name[:80]}.{os.urandom(6).hex()}.tmp")


def private_opener(path: str, flags: int) -> int:
    """For ``open(..., opener=...)``: a new file is the user's alone."""
    return os.open(path, flags, PRIVATE_FILE)


def make_private_folder(path: Path) -> None:
    """Make the folder and those above it, as far as missing, for the user alone. OSError when it cannot."""
    missing = [folder for folder in (path, *path.parents) if not os.path.exists(folder)]
    for folder in reversed(missing):
        folder.mkdir(PRIVATE_FOLDER, exist_ok=True)
    if not is_folder(path):
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


def is_set_aside(name: str, path: Path, word: str) -> bool:
    """Whether a file has the name that ``set_aside`` gives to the one at ``path`` with this word."""
    return name.startswith(f"{path.stem}-{word}-") and name.endswith(path.suffix)


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
    for name in names_in(folder):
        if name.startswith(_TEMPORARY):
            _remove_folder(folder / name)


def has_leftovers(folder: Path) -> bool:
    """Whether there are such folders."""
    return any(name.startswith(_TEMPORARY) for name in names_in(folder))


def remove_half_written(folder: Path, of: Container[str] | None = None) -> None:
    """Remove the files that a process was writing in a folder when it was killed; OSError when one stays.

    A folder with such a name is none of ours, and stays.
    of: the names, or the ends of names, of what we write there, where others keep files too.
    """
    half = [name for name in names_in(folder) if _HALF.fullmatch(name)]
    meant = {name: Path(name[1:].rsplit(".", 2)[0]) for name in half}
    ours = [name for name in half if of is None or meant[name].name in of or meant[name].suffix in of]
    remove_each(folder / name for name in ours if not is_real_folder(folder / name))


def remove_each(paths: Iterable[Path]) -> None:
    """Remove these files; one that stays keeps no other here: OSError after all were tried."""
    stayed: list[OSError] = []
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            stayed.append(error)
    if stayed:
        raise stayed[0]


def is_real_folder(path: Path) -> bool:
    """A folder, and no link to one. Never raises."""
    return os.path.isdir(path) and not os.path.islink(path)


def clear_data_folder(data: Path) -> None:
    """Remove whatever half-written file a killed process left in the user's folder.

    OSError when one stays; the others are gone then too.
    """
    stayed: list[OSError] = []
    for folder, inner, _ in os.walk(data):
        try:
            remove_half_written(Path(folder))
        except OSError as error:
            stayed.append(error)
        depth = len(Path(folder).relative_to(data).parts)
        inner[:] = [] if depth >= _DEEPEST else inner
    if stayed:
        raise stayed[0]


def names_in(folder: Path) -> list[str]:
    """What is in a folder; nothing when it is not there or cannot be read."""
    try:
        return os.listdir(folder)
    except OSError:
        return []


class NotAPlainFile(OSError):  # noqa: N818 - reads as what it is
    """A folder, a device, a pipe or a socket where a file was expected; ``strerror`` says so in Dutch."""


def read_plain(path: Path, most: int) -> bytes:
    """The bytes of a file, and one more than ``most`` when it is larger; never waits, whatever is there.

    OSError when it cannot be read, NotAPlainFile when it is no file; ValueError for a name that cannot be one.
    """
    _refuse_unless_file(os.stat(path).st_mode)  # opening a device can have consequences
    with open(path, "rb", opener=_open_without_waiting) as file:
        _refuse_unless_file(os.fstat(file.fileno()).st_mode)
        return file.read(most + 1)


def _open_without_waiting(path: str, flags: int) -> int:
    """Open, but do not wait for a writer when a named pipe took the place of the file meanwhile."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _refuse_unless_file(mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise NotAPlainFile(errno.EISDIR, tr("dit is een map"))
    if not stat.S_ISREG(mode):
        raise NotAPlainFile(errno.EINVAL, tr("dit is een apparaat of een pijp"))


def is_folder(path: Path) -> bool:
    """Whether there is a folder; False too where nobody may look. Never raises, as ``Path.is_dir`` does."""
    return os.path.isdir(path)


def may_look_in(folder: Path) -> bool:
    """False for a folder of which the system says that one may not; True too where there is none. Never raises."""
    try:
        os.stat(os.path.join(folder, "."))  # a Path leaves the dot out
        return True
    except PermissionError:
        return False
    except (OSError, ValueError):
        return True


def is_there(path: Path) -> bool:
    """Whether a name is taken. OSError when that cannot be told: then nothing may be written over it."""
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def _remove_folder(folder: Path) -> None:
    """With the files in it. Folders in it are not ours, and it stays with them. OSError when a file stays."""
    if not is_real_folder(folder):
        folder.unlink(missing_ok=True)
        return
    remove_each(folder / name for name in names_in(folder) if not is_real_folder(folder / name))
    with suppress(OSError):
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
        if any(is_there(_beside(target, ending)) for ending in _COMPANIONS):
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
