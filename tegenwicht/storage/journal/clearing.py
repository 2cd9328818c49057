"""At the start: what a process that was killed left in the data folder while it was writing goes."""

from contextlib import suppress
from pathlib import Path

from tegenwicht.storage.files import clear_data_folder, has_leftovers, remove_leftovers
from tegenwicht.storage.journal.file import BACKUPS
from tegenwicht.storage.journal.lock import Hold, SessionLock


def clear(data: Path) -> None:
    """Never raises: what stays is tried again at the next start, and by erasing, which tells."""
    for clear_some in (clear_data_folder, _clear_rooms):
        with suppress(OSError):
            clear_some(data)


def _clear_rooms(data: Path) -> None:
    """Not while another copy of the app may be in one now."""
    folders = [folder for folder in (data, data / BACKUPS) if has_leftovers(folder)]
    if folders:
        with SessionLock.of_backups(data) as lock:
            for folder in folders if lock.hold is Hold.OURS else []:
                remove_leftovers(folder)
