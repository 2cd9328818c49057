"""Who works here: a lock of the operating system on a file, which ends when its process ends.

Of our own, and not filelock: that loads asyncio, which may not be loaded at the first frame. One lock for
a data folder tells that another copy of the app runs on it; one for each session keeps two copies out of
the same session. The journal is safe without them; they let the app say so before anything goes wrong.
"""

import os
import sys
from enum import Enum
from pathlib import Path

from tegenwicht.storage.files import make_private_folder, private_opener

if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


_OF_SESSION = ".lock"


class Hold(Enum):
    """Ours; another process's; or nobody can say, because the folder cannot be written."""

    OURS = "ours"
    ANOTHERS = "another's"
    UNLOCKED = "unlocked"


class SessionLock:
    """Tries once, when made, to lock; ``hold`` says what came of it. Never raises OSError.

    The lock ends with ``release``, at the end of a ``with`` block or when the process dies.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None
        self.hold = self._tried()

    @classmethod
    def of_folder(cls, folder: Path) -> "SessionLock":
        """The lock of the app as a whole on a data folder."""
        return cls(folder / "tegenwicht.lock")

    @classmethod
    def of_session(cls, folder: Path, session_id: str) -> "SessionLock":
        """The lock of one session. Take it before reading the session."""
        safe = "".join(char if char.isascii() and char.isalnum() else "_" for char in session_id[:80])
        return cls(folder / "sloten" / f"{safe}{_OF_SESSION}")

    @classmethod
    def of_deck(cls, folder: Path, name: str) -> "SessionLock":
        """The lock of someone who edits the user's own deck with that name."""
        return cls(folder / "sloten" / "kaartsets" / f"{name}{_OF_SESSION}")

    @classmethod
    def of_setup(cls, folder: Path, place: str) -> "SessionLock":
        """The lock of a window on the place of what is typed there before a session begins."""
        return cls(folder / "sloten" / "opzet" / f"{place}{_OF_SESSION}")

    @classmethod
    def of_backups(cls, folder: Path) -> "SessionLock":
        """The lock on the copies of the journal: who makes one, or takes a session out of them."""
        return cls(folder / "reservekopieen.lock")

    def __enter__(self) -> "SessionLock":
        return self

    def __exit__(self, *_: object) -> None:
        self.release()

    def _tried(self) -> Hold:
        try:
            make_private_folder(self._path.parent)
            handle = private_opener(str(self._path), os.O_RDWR | os.O_CREAT)
        except OSError:
            return Hold.UNLOCKED
        try:
            _lock(handle)
        except (BlockingIOError, PermissionError):
            os.close(handle)
            return Hold.ANOTHERS
        except OSError:  # a file system without locks
            os.close(handle)
            return Hold.UNLOCKED
        return self._kept(handle)

    def _kept(self, handle: int) -> Hold:
        """Ours, if the file still has its name: the one before us may have removed it just now."""
        if not _has_name(handle, self._path):
            os.close(handle)
            return self._tried()
        self._handle = handle
        return Hold.OURS

    def release(self) -> None:
        """Let go, and leave no file behind. May be called more than once."""
        if self._handle is None:
            return
        handle, self._handle = self._handle, None
        if sys.platform == "win32":  # an open file cannot be removed there, nor one that another has open
            os.close(handle)
            _remove(self._path)
        else:
            _remove(self._path)
            os.close(handle)
        self.hold = Hold.UNLOCKED


def is_held(folder: Path, session_id: str) -> bool:
    """Whether someone plays that session: in another process, or in this one."""
    with SessionLock.of_session(folder, session_id) as lock:
        return lock.hold is Hold.ANOTHERS


def any_session_held(folder: Path) -> bool:
    """Whether a session is open: in another process, or in this one."""
    for path in (folder / "sloten").glob(f"*{_OF_SESSION}"):
        with SessionLock(path) as lock:
            if lock.hold is Hold.ANOTHERS:
                return True
    return False


def _has_name(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), os.stat(path))
    except FileNotFoundError:
        return False


def _remove(path: Path) -> None:
    try:
        path.unlink()
    except OSError:
        return  # an empty file stays; it locks nobody out
