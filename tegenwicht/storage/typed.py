"""What was typed and not kept yet, on disk: a kill or a power cut a second later loses nothing of it.

One file for each session, and one for the setup in each window; each is gone as soon as all of it is kept elsewhere.
"""

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from tegenwicht.game.text import presentable
from tegenwicht.storage.files import (
    is_real_folder,
    make_private_folder,
    names_in,
    read_plain,
    remove_each,
    write_whole,
)
from tegenwicht.storage.journal.lock import Hold, SessionLock

FOLDER = "getypt"
AT_THE_SETUP = "opzet"
"""The place for what was typed before a session began; a second window has "opzet2", a third "opzet3"."""
MOST_WINDOWS = 99
MOST_BYTES = 256 * 1024
LONGEST = 2000
"""Characters: no field takes more, and a screen that must show far more stands still."""
_ENDING = ".json"


class Typed(NamedTuple):
    """panel: the one that was open, empty for none. forms: what was filled in, by form entry."""

    panel: str
    forms: Mapping[str, str]


class SetupPlace:
    """The place of one window for what is typed at the setup, held as long as the window is there.

    data: the user's folder. Without locks, as in a folder that cannot be written, every window has the first place.
    """

    def __init__(self, data: Path) -> None:
        self._data = data
        self._name = AT_THE_SETUP
        self._lock: SessionLock | None = None

    def find_left(self) -> str:
        """The place with what a window that was killed left there, held from now on; empty when there is none."""
        left = names_in(self._data / FOLDER)
        return self._held_of(one for one in _setup_places() if f"{one}{_ENDING}" in left)

    def take(self) -> str:
        """A place that no other window has, held from now on; rather one where nothing was left by a kill."""
        if self._lock is None:
            left = names_in(self._data / FOLDER)
            empty = (one for one in _setup_places() if f"{one}{_ENDING}" not in left)
            self._name = self._held_of(empty) or self._held_of(_setup_places()) or AT_THE_SETUP
        return self._name

    def let_go(self) -> None:
        """Another window may have it."""
        if self._lock is not None:
            self._lock.release()
        self._lock, self._name = None, AT_THE_SETUP

    def _held_of(self, names: Iterable[str]) -> str:
        """The first that is free; empty when none is."""
        for name in names:
            lock = SessionLock.of_setup(self._data, name)
            if lock.hold is not Hold.ANOTHERS:
                self._lock, self._name = lock, name
                return name
        return ""


def _setup_places() -> Iterator[str]:
    yield AT_THE_SETUP
    yield from (f"{AT_THE_SETUP}{number}" for number in range(2, MOST_WINDOWS + 1))


def keep_typed(data: Path, place: str, typed: Typed) -> None:
    """Keep it in the place: the name of a session, or AT_THE_SETUP. OSError when the disk refuses."""
    path = _path(data, place)
    make_private_folder(path.parent)
    text = json.dumps({"panel": typed.panel, "forms": dict(typed.forms)}, ensure_ascii=False)
    write_whole(path, text.encode("utf-8", "replace"))


def read_typed(data: Path, place: str) -> Typed | None:
    """What was typed there; None for nothing, and for a file that makes no sense. Never raises."""
    try:
        found = json.loads(read_plain(_path(data, place), MOST_BYTES)[:MOST_BYTES])
    except (OSError, ValueError, RecursionError):
        return None
    panel, forms = (found.get("panel"), found.get("forms")) if isinstance(found, dict) else (None, None)
    if not isinstance(panel, str) or not isinstance(forms, dict):
        return None
    if not all(isinstance(text, str) for text in forms.values()):
        return None
    fit = {form: text for form, text in forms.items() if max(len(form), len(text)) <= LONGEST}
    return Typed(panel, {form: presentable(text) for form, text in fit.items()})


def is_erased(data: Path, place: str) -> bool:
    """Whether what lay there is gone while its folder is still there: so erasing leaves it. Never raises."""
    path = _path(data, place)
    return os.path.isdir(path.parent) and not os.path.lexists(path)


def forget_typed(data: Path, place: str) -> None:
    """It is kept elsewhere now, or erased. OSError when it stays."""
    if not is_real_folder(_path(data, place)):  # a folder is none of ours
        _path(data, place).unlink(missing_ok=True)


def forget_all_typed(data: Path) -> None:
    """Whatever lies there, under whatever name: a copy that a backup made holds the same words.

    OSError when something stays.
    """
    folder = data / FOLDER
    remove_each(folder / name for name in names_in(folder) if not is_real_folder(folder / name))


def _path(data: Path, place: str) -> Path:
    safe = "".join(char if char.isascii() and char.isalnum() else "_" for char in place[:80])
    return data / FOLDER / f"{safe}{_ENDING}"
