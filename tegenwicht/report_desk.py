"""Reports for the app: writes them to the user's folder for documents, and opens them. Wiring only."""

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

from tegenwicht import paths
from tegenwicht.game.state import Session
from tegenwicht.i18n import tr


def save_report(
    session: Session, began: datetime | None, now: datetime, suffix: str, person_free: bool
) -> tuple[Path | None, str]:
    """(where it was written, or None, and why not in Dutch). Never over another file."""
    from tegenwicht.report.names import file_name
    from tegenwicht.report.report import as_bytes
    from tegenwicht.storage.files import write_whole
    from tegenwicht.ui.accounts import account_of

    account = account_of(session, began, person_free)
    folder = paths.documents_folder()
    place = _free(folder / file_name(account.title, now.date().isoformat(), suffix))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(place, as_bytes(account, suffix, now))
    except OSError as error:
        why = error.strerror or str(error)
        return None, tr("Het verslag kan niet in de map {folder}: {why}").format(folder=folder, why=why)
    return place, ""


def _free(path: Path) -> Path:
    """The path, or with a number in it when there is such a file already."""
    number, found = 2, path
    while found.exists():
        found = path.with_name(f"{path.stem} ({number}){path.suffix}")
        number += 1
    return found


def open_file(path: Path) -> str:
    """Show it in the program that this machine has for it; why that cannot be in Dutch, or nothing."""
    try:
        if sys.platform == "win32":
            os.startfile(path)
        else:
            opener = "open" if sys.platform == "darwin" else "xdg-open"
            subprocess.Popen([opener, str(path)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except OSError:
        return tr("Dit bestand kan hier niet worden geopend. Het staat in {path}.").format(path=path)
    return ""
