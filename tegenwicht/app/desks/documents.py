"""Reports and session files for the app: writes them to the user's folder for documents, and opens them."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from tegenwicht import paths
from tegenwicht.game.account import Account
from tegenwicht.game.cards import Deck
from tegenwicht.game.events import Event
from tegenwicht.game.state import Session
from tegenwicht.i18n import tr
from tegenwicht.screens.shell.commands import PrintCards
from tegenwicht.storage.journal.contract import SessionRow


def save_report(
    session: Session, began: datetime | None, now: datetime, suffix: str, person_free: bool
) -> tuple[Path | None, str]:
    """(where it was written, or None, and why not in Dutch). Never over another file."""
    from tegenwicht.screens.parts.account.accounts import account_of

    return save_account(account_of(session, began, person_free), now, suffix)


def save_account(account: Account, now: datetime, suffix: str) -> tuple[Path | None, str]:
    """The same for any account."""
    from tegenwicht.report.names import file_name
    from tegenwicht.report.report import as_bytes

    name = file_name(account.title, now.date().isoformat(), suffix)
    return write_document(name, lambda: as_bytes(account, suffix, now), tr("Het verslag"))


def save_session_file(
    row: SessionRow, events: Sequence[Event], began: datetime | None, anonymous: bool
) -> tuple[Path | None, str]:
    """The session as a file to hand on: as ``save_report``. The name of an anonymous one tells only the day."""
    from tegenwicht.game.rules import ReplayError
    from tegenwicht.report.names import file_name
    from tegenwicht.storage.exchange.session_file import ENDING, session_text

    name = file_name("" if anonymous else row.title, began.date().isoformat() if began else "", ENDING)
    try:
        return write_document(name, lambda: session_text(row, events, anonymous), tr("Het bestand"))
    except ReplayError:
        return None, tr("Deze sessie klopt niet. Er kan geen bestand van worden gemaakt.")


def save_cards(deck: Deck, wanted: PrintCards) -> tuple[Path | None, str]:
    """The cards to print and cut: as ``save_report``; also when a card's text does not fit."""
    from tegenwicht.report.names import file_name
    from tegenwicht.report.paper.cards_on_paper import CardSize, CardsTooLongError, cards_pdf

    def data() -> bytes:
        return cards_pdf(
            deck, card=CardSize(wanted.size), two_sided=wanted.two_sided, tally_sheet=wanted.tally_sheet,
            numbers=wanted.numbers or None,
        )  # fmt: skip

    name = file_name(deck.title, tr("kaarten"), ".pdf")
    try:
        return write_document(name, data, tr("Het bestand"))
    except CardsTooLongError as error:
        return None, str(error)


def unprintable(deck: Deck) -> str:
    """A sentence about the signs that our typeface lacks, for with the cards on paper; empty when all are there."""
    from tegenwicht.report.pdf.fonts import lacking_in

    found = " ".join(lacking_in(deck))
    said = tr("Deze tekens heeft het lettertype niet; op papier staat er een leeg vakje: {signs}")
    return said.format(signs=found) if found else ""


def write_document(name: str, data: Callable[[], bytes], what: str) -> tuple[Path | None, str]:
    """In the user's folder for documents, whole or not at all."""
    from tegenwicht.storage.files import write_whole
    from tegenwicht.storage.reasons import why_not

    folder = paths.documents_folder()
    clear_documents()
    try:
        place = _free(folder / name)
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(place, data())
    except OSError as error:
        why = why_not(error)
        return None, tr("{what} kan niet in de map {folder}: {why}").format(what=what, folder=folder, why=why)
    return place, ""


def clear_documents() -> None:
    """Remove from the folder for documents what a killed process was writing there, and nothing else."""
    from tegenwicht.report.report import SUFFIXES
    from tegenwicht.storage.decks.formats import WRITTEN
    from tegenwicht.storage.files import remove_half_written

    with suppress(OSError):  # where nobody may remove it, nobody of us wrote it either
        remove_half_written(paths.documents_folder(), {*SUFFIXES, ".tegenwicht", ".png", *WRITTEN})


def _free(path: Path) -> Path:
    """The path, or with a number in it when there is such a file already; OSError when nobody can tell."""
    from tegenwicht.storage.files import is_there

    number, found = 2, path
    while is_there(found):
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
        words = tr("{name} kan hier niet worden geopend. Het staat in de map {folder}.")
        return words.format(name=path.name, folder=path.parent.name)
    return ""
