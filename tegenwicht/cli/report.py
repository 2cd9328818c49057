"""``tegenwicht report``: write the report of a session, also of one that is still going on."""

from __future__ import annotations

import argparse
import os
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tegenwicht.cli.parsing import LATEST, Parser, named_path
from tegenwicht.i18n import called, several, tr
from tegenwicht.plain.dates import local_time, with_zone
from tegenwicht.report.report import SUFFIXES, as_bytes

if TYPE_CHECKING:
    from tegenwicht.game.account import Account
    from tegenwicht.storage.journal.contract import Journal, SessionRow

MOST_LISTED = 10_000
SHORTEST_NUMBER = 6


class _NotDone(Exception):  # noqa: N818 - says what it is
    """There is no report; the message is Dutch and says what to do."""


def parser() -> Parser:
    """What the command takes."""
    parser = Parser(
        prog="tegenwicht report",
        description=tr("Schrijf het verslag van een sessie. Zonder SESSIE: toon welke sessies er zijn."),
    )
    add = parser.choices.add_argument
    add("session", nargs="?", metavar="SESSIE",
        help=tr("het begin van een nummer uit de lijst, of: {latest}").format(latest=LATEST))  # fmt: skip
    add(
        "--to",
        type=_file,
        metavar="BESTAND",
        help=tr("hierin; het einde kiest de vorm: .pdf, .docx, .md of .csv"),
    )
    add("--person-free", action="store_true", help=tr("zonder namen, notities en oogst"))
    add("--overwrite", action="store_true", help=tr("schrijf over een bestand heen dat er al is"))
    add("--data-dir", type=named_path, metavar="MAP", help=tr("de sessies staan hier"))
    return parser


def _file(text: str) -> Path:
    path = named_path(text)
    if path.suffix.lower() in SUFFIXES:
        return path
    raise argparse.ArgumentTypeError(
        tr("verwacht een bestand dat eindigt op .pdf, .docx, .md of .csv; gevonden {text!r}").format(
            text=text
        )
    )


def run(options: argparse.Namespace) -> int:
    """Returns the exit code: 0 when the report (or the list) is there, 1 when not."""
    if options.session and options.to is None:
        parser().error(tr("geef met --to een bestand, zoals --to verslag.pdf"))
    if options.to and not options.session:
        parser().error(tr("geef ook een SESSIE: een nummer uit de lijst, of {latest}").format(latest=LATEST))
    try:
        return _with_journal(options)
    except _NotDone as why:
        print(why, file=sys.stderr)
        return 1


def _with_journal(options: argparse.Namespace) -> int:
    from tegenwicht import paths
    from tegenwicht.storage.files import may_look_in
    from tegenwicht.storage.journal.journal import FILE_NAME, open_journal

    data = options.data_dir or paths.data_folder()
    if not may_look_in(data):
        raise _NotDone(
            tr("In de map {data} mag je niet kijken: vraag wie de map beheert om leesrechten.").format(
                data=data
            )
        )
    if not os.path.isfile(data / FILE_NAME):
        raise _NotDone(tr("In de map {data} staan geen sessies.").format(data=data))
    journal, notices = open_journal(data)
    try:
        for notice in filter(None, (*notices, journal.trouble)):
            print(notice, file=sys.stderr)
        rows = journal.sessions(limit=MOST_LISTED)
        if not options.session:
            return _list(rows)
        row = _chosen(rows, options.session)
        return _write(account_in(journal, row, options.person_free), options.to, options.overwrite)
    finally:
        journal.close()


# -- which session


def _list(rows: list[SessionRow]) -> int:
    """A line for each session, the one changed last first."""
    if not rows:
        print(tr("Er zijn nog geen sessies."))
    for row, number in zip(rows, _numbers([row.id for row in rows]), strict=True):
        done = tr("gesloten") if row.finished else tr("nog bezig")
        print("  ".join((number, _day(row) or "?", row.title or tr("zonder naam"), row.line, done)))
    return 0


def _numbers(ids: list[str]) -> list[str]:
    """The shortest beginnings, all of one length, that tell the sessions apart."""
    length = SHORTEST_NUMBER
    while len({one[:length] for one in ids}) < len(ids):
        length += 1
    return [one[:length] for one in ids]


def _chosen(rows: list[SessionRow], wanted: str) -> SessionRow:
    found = (
        rows[:1]
        if wanted.casefold() == LATEST
        else [row for row in rows if row.id.startswith(wanted.lower())]
    )
    exact = [row for row in found if row.id == wanted.lower()]
    if len(exact or found) == 1:
        return (exact or found)[0]
    if not found and wanted == LATEST:
        raise _NotDone(tr("Er zijn nog geen sessies. Speel er eerst een: tegenwicht"))
    if not found:
        raise _NotDone(
            tr(
                "Geen sessie heeft een nummer dat begint met {wanted!r}. Kies er een uit: tegenwicht report"
            ).format(wanted=wanted)
        )
    many = several("{n} sessie begint", "{n} sessies beginnen", len(found))
    raise _NotDone(tr("{many} met {wanted!r}. Geef meer van het nummer.").format(many=many, wanted=wanted))


def _started(row: SessionRow) -> datetime | None:
    """When the session began, here; None when nobody can tell."""
    return local_time(row.started)


def _day(row: SessionRow) -> str:
    when = _started(row)
    return when.strftime("%Y-%m-%d") if when else ""


# -- the report


def account_in(journal: Journal, row: SessionRow, person_free: bool) -> Account:
    """The account of a session in a journal, read without taking the session up: the app may be playing it."""
    from tegenwicht.kit.environment import prepare

    prepare("Tegenwicht")
    from tegenwicht.game import rules
    from tegenwicht.screens.parts.account.accounts import account_of
    from tegenwicht.storage.journal.contract import UnreadableSession

    try:
        timeline = rules.replay(journal.events(row.id))
    except UnreadableSession as error:
        raise _NotDone(str(error)) from error
    except rules.ReplayError as error:
        raise _NotDone(
            tr("De sessie {title} klopt niet vanaf stap {n}; er is geen verslag van te maken.").format(
                title=called(row.title), n=error.number
            )
        ) from error
    return account_of(timeline.session, _started(row), person_free)


def _write(account: Account, path: Path, overwrite: bool) -> int:
    from tegenwicht.storage.files import write_whole

    try:
        _look(path, overwrite)
        write_whole(path, as_bytes(account, path.suffix, with_zone(datetime.now())))
    except OSError as error:
        from tegenwicht.storage.reasons import why_not

        raise _NotDone(
            tr("{path} kan niet worden geschreven: {why}").format(path=path, why=why_not(error))
        ) from error
    print(tr("Verslag van {title}: {path}").format(title=account.title, path=path))
    return 0


def _look(path: Path, overwrite: bool) -> None:
    """Whether a file may come there, before it takes time to make it."""
    from tegenwicht.storage.files import is_there

    if is_there(path) and not overwrite:
        raise _NotDone(
            tr("{path} is er al. Kies een andere naam, of schrijf eroverheen met --overwrite.").format(
                path=path
            )
        )
    if not os.path.isdir(path.parent):
        raise _NotDone(
            tr("De map {folder} is er niet. Maak die eerst, of kies een andere.").format(folder=path.parent)
        )
