"""A mark in the data folder while traces are being wiped, so that a next start goes on where one was stopped.

It says nothing of any session: which ones are gone is in the journal, by ids that mean nothing to people.
"""

import os
from pathlib import Path

from tegenwicht.storage.files import read_plain, write_whole

_MARK = "wissen-bezig"
_EVERYTHING = b"alles"


def begin_erasing(folder: Path, everything: bool = False) -> None:
    """Leave the mark. ``everything``: no copy of any session is to stay. OSError when that cannot be."""
    write_whole(folder / _MARK, _EVERYTHING if everything else b"")


def is_erasing(folder: Path) -> bool:
    """Whether an erasure was begun and not finished."""
    return os.path.exists(folder / _MARK)


def is_erasing_everything(folder: Path) -> bool:
    """Whether that is an erasure of everything."""
    try:
        return read_plain(folder / _MARK, 100) == _EVERYTHING
    except FileNotFoundError:
        return False


def erasing_is_done(folder: Path) -> None:
    """Take the mark away."""
    (folder / _MARK).unlink(missing_ok=True)
