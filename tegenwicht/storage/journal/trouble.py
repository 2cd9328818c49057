"""What went wrong with the journal's file: whether to set it aside, and what to tell, in plain Dutch."""

import errno
import os
import sqlite3
from enum import Enum, StrEnum, auto
from pathlib import Path

from tegenwicht.i18n import called, tr

_PLAY_ON = tr("Je kunt gewoon doorgaan, maar nieuwe stappen worden nog niet bewaard.")
_LATER = tr("Sluit Tegenwicht nog niet af: zodra het kan, wordt alles alsnog bewaard.")

_SPACE_FOR_AN_ACTION = 64 * 1024
"""Bytes; with less than this free, a failing write is put down to a full disk."""


MOST_NAMED = 5
"""Sessions or steps that a sentence names; of more it says how many."""

_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)
"""The last is an error in SQL: ours is sound, so then the tables are no longer what they were."""


class Failed(Enum):
    """No answer, whatever was asked: the disk or the file failed. Not the same as "there is none"."""

    ON_DISK = auto()


class Unusable(StrEnum):
    """Why a file is set aside. The value becomes part of its new name."""

    DAMAGED = "beschadigd"
    NEWER = "nieuwer"
    FOREIGN = "onbekend"


class UnusableFile(Exception):  # noqa: N818 - says what it is
    """A file that this version cannot work with."""

    def __init__(self, why: Unusable, detail: str) -> None:
        super().__init__(detail)
        self.why = why


DISK_ERRORS = (sqlite3.Error, OSError, UnusableFile, UnicodeDecodeError)
"""What any question to a file may raise; the last when SQLite's own message quotes a damaged name."""


def why_unusable(error: Exception) -> Unusable | None:
    """Why the file should be set aside, or None when the trouble may pass."""
    if isinstance(error, UnusableFile):
        return error.why
    if isinstance(error, UnicodeDecodeError):
        return Unusable.DAMAGED
    return Unusable.DAMAGED if code(error) in _DAMAGE else None


def code(error: Exception) -> int:
    """SQLite's primary result code, 0 for an error that has none."""
    return (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF


def is_only_busy_or_full(error: Exception) -> bool:
    """Whether the open file is fine and only this write could not be."""
    return code(error) in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def sentence(error: Exception, file: Path) -> str:
    """A lasting notice: what is wrong, that play goes on, what to do."""
    if code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return tr("Een ander programma houdt {file} bezet. {play_on} Sluit dat programma. {later}").format(
            file=file, play_on=_PLAY_ON, later=_LATER
        )
    if _is_full(error, file.parent):
        return tr("De schijf is vol. {play_on} Maak ruimte vrij op de schijf. {later}").format(
            play_on=_PLAY_ON, later=_LATER
        )
    if _is_read_only(error, file.parent):
        return tr(
            "Tegenwicht mag niet schrijven in de map {folder}. {play_on} Zorg dat je in die map mag "
            "schrijven. {later}"
        ).format(folder=file.parent, play_on=_PLAY_ON, later=_LATER)
    return tr(
        "Het bewaren in de map {folder} lukt niet. {play_on} Kijk of de map en de schijf er nog zijn. {later}"
    ).format(folder=file.parent, play_on=_PLAY_ON, later=_LATER)


def _is_full(error: Exception, folder: Path) -> bool:
    if code(error) == sqlite3.SQLITE_FULL or _number(error) in (errno.ENOSPC, errno.EDQUOT):
        return True
    return code(error) in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN) and _has_no_space(folder)


def _is_read_only(error: Exception, folder: Path) -> bool:
    if code(error) in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return True
    if _number(error) in (errno.EROFS, errno.EACCES, errno.EPERM):
        return True
    return code(error) == sqlite3.SQLITE_CANTOPEN and os.path.isdir(folder) and not os.access(folder, os.W_OK)


def _number(error: Exception) -> int | None:
    return error.errno if isinstance(error, OSError) else None


def _has_no_space(folder: Path) -> bool:
    """False when nobody can say."""
    if not hasattr(os, "statvfs"):
        return False
    try:
        disk = os.statvfs(folder)
    except OSError:
        return False
    return disk.f_bavail * disk.f_frsize < _SPACE_FOR_AN_ACTION


_WHY = {
    Unusable.DAMAGED: tr("is beschadigd"),
    Unusable.NEWER: tr("is gemaakt met een nieuwere versie van Tegenwicht"),
    Unusable.FOREIGN: tr("is niet van Tegenwicht"),
}


def set_aside_notice(why: Unusable, file: Path, aside: Path) -> str:
    """What is told when a file was set aside: which, why and where it is now."""
    return tr(
        "Het bestand {file} {why}. Het is niet veranderd en heet nu {new}, in de map {folder}. "
        "Sessies komen vanaf nu in een nieuw bestand."
    ).format(file=file.name, why=_WHY[why], new=aside.name, folder=file.parent)


def stays_notice(why: Unusable, file: Path) -> str:
    """What is told when the file cannot even be given another name."""
    return tr("Het bestand {file} {why} en kan geen andere naam krijgen. {play_on} {later}").format(
        file=file, why=_WHY[why], play_on=_PLAY_ON, later=_LATER
    )


def gone_on_elsewhere(title: str, some_unsaved: bool = False) -> str:
    """What is told when another copy of the app went on with a session that was open here."""
    lost = tr(" Wat hier nog niet bewaard was, staat daar niet bij.") if some_unsaved else ""
    return tr(
        "De sessie {title} is in een ander venster van Tegenwicht verdergegaan. Ga daar verder.{lost}"
    ).format(title=called(title), lost=lost)


def erased_elsewhere(title: str) -> str:
    """What is told when a session that this process knew was erased for good by another copy of the app."""
    return tr("De sessie {title} is in een ander venster van Tegenwicht gewist.").format(title=called(title))


def written_anew(title: str) -> str:
    """What is told when the file had something else about an open session than was written there."""
    return tr(
        "De sessie {title} stond niet goed meer in het bestand. Ze is opnieuw bewaard zoals ze "
        "hier open is; de andere sessies zijn niet veranderd."
    ).format(title=called(title))


def changed_notice(title: str, steps: list[int]) -> str:
    """What is told of a session that opens, but in which events (from 0) are not as they were written."""
    shown = ", ".join(str(step + 1) for step in steps[:MOST_NAMED])
    named = (
        tr("Stap {shown} is").format(shown=shown)
        if len(steps) == 1
        else tr("Stappen {shown}{more} zijn").format(
            shown=shown, more=tr(" en meer") if len(steps) > MOST_NAMED else ""
        )
    )
    return tr(
        "In de sessie {title} is iets beschadigd. {named} niet meer zoals bewaard: er kan een "
        "woord of getal anders zijn. De rest klopt."
    ).format(title=called(title), named=named)


IN_USE = tr("Deze sessie is nog open, hier of in een ander venster. Sluit haar daar en wis haar dan opnieuw.")
SOME_IN_USE = tr("Er is nog een sessie open, hier of in een ander venster. Sluit haar en wis dan opnieuw.")
BACKING_UP = tr("Er wordt net een reservekopie gemaakt of iets gewist. Probeer het over een minuut opnieuw.")

OPEN_TO_PUT_BACK = tr(
    "Er is nog een sessie open, hier of in een ander venster. Sluit haar en zet dan de kopie terug."
)
ONLY_IN_MEMORY = tr("Er staat nu niets op de schijf, dus er is niets om terug te zetten.")


def bad_copy(path: Path) -> str:
    """Why a copy is not put back: it cannot be read from beginning to end."""
    return tr(
        "De reservekopie {name} is niet meer goed te lezen. Er is niets veranderd. Kies een andere."
    ).format(name=path.name)


def not_put_back(error: Exception, file: Path) -> str:
    """Why a copy was not put back, for what a disk did."""
    if _is_full(error, file.parent):
        why = tr("de schijf is vol. Maak ruimte vrij")
    elif code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        why = tr("een ander programma houdt het bestand bezet. Sluit dat")
    else:
        why = tr("in de map {folder} kon niet worden geschreven. Kijk of je daar mag schrijven").format(
            folder=file.parent
        )
    return tr("Terugzetten lukte niet: {why} en probeer het opnieuw. Er is niets veranderd.").format(why=why)


def not_erased(trouble: str) -> str:
    """Why nothing was erased."""
    return (
        tr("Wissen lukte niet; er is niets gewist. {trouble} Probeer het daarna opnieuw.")
        .format(trouble=trouble)
        .replace("  ", " ")
    )


def traces_left(error: Exception, file: Path) -> str:
    """What is told when a session is out of the list, but not yet out of every file."""
    if _is_full(error, file.parent):
        why = tr("de schijf is vol. Maak ruimte vrij")
    elif code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        why = tr("een ander programma houdt een bestand bezet. Sluit dat")
    else:
        why = tr("een bestand kon niet worden veranderd. Kijk of je daar mag schrijven")
    return tr(
        "Uit de lijst is het weg, maar in de map {folder} kunnen nog resten staan: {why} en "
        "start Tegenwicht opnieuw; dan wordt het wissen afgemaakt."
    ).format(folder=file.parent, why=why)


def copy_removed(path: Path) -> str:
    """What is told when a damaged copy went with what was erased."""
    return tr(
        "Ook {name} is weggehaald: dat bestand was beschadigd, en dan is niet zeker wat er nog "
        "in staat. Wat ervan te lezen was, is bewaard."
    ).format(name=path.name)


def copy_stays(path: Path) -> str:
    """What is told of a journal of a newer version from which this one cannot take a session."""
    return tr(
        "In {name} kan nog staan wat je wiste: dat bestand is van een nieuwere versie van "
        "Tegenwicht. Wis het met die versie, of gooi het bestand weg."
    ).format(name=path.name)
