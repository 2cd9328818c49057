"""``tegenwicht import``: take sessions in from files."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from tegenwicht.cli.parsing import Parser, found_files, named_path
from tegenwicht.game.state import Timeline
from tegenwicht.i18n import called, tr

if TYPE_CHECKING:
    from tegenwicht.storage.exchange.session_file import Became
    from tegenwicht.storage.journal.contract import SessionRow


def parser() -> Parser:
    """What the command takes."""
    parser = Parser(prog="tegenwicht import", description=tr("Haal sessies uit bestanden."))
    add = parser.choices.add_argument
    add("files", nargs="+", type=named_path, metavar="BESTAND", help=tr("een sessie (.tegenwicht)"))
    add(
        "--apart",
        action="store_true",
        help=tr("zet een andere loop van dezelfde sessie erbij, als aparte sessie"),
    )
    add("--data-dir", type=named_path, metavar="MAP", help=tr("waar de sessies staan"))
    return parser


def run(options: argparse.Namespace) -> int:
    """A line for each file; returns 1 when one could not be taken in."""
    from tegenwicht import paths
    from tegenwicht.storage.exchange.session_file import BadSessionFile, Became, OtherCourseError, bring_in
    from tegenwicht.storage.journal.journal import open_journal
    from tegenwicht.storage.journal.lock import is_held

    data = options.data_dir or paths.data_folder()
    journal, notices = open_journal(data)
    for notice in notices:
        print(notice)
    code = 0
    for file in found_files(options.files):
        try:
            row, became = bring_in(
                file, journal, summary, apart=options.apart, is_open=lambda one: is_held(data, one)
            )
        except OtherCourseError as error:
            code = 1
            print(_asked(file, error.row))
        except BadSessionFile as error:
            code = 1
            print(error)
        else:
            in_memory_only = journal.waiting and became in (Became.NEW, Became.LONGER)
            came_of = tr("is niet ingelezen") if in_memory_only else _came_of(became)
            print(f"{file}: {called(row.title)} {came_of.format(n=row.actions)}")
    journal.close()
    if journal.trouble:
        code = 1
        print(journal.trouble)
    return code


def _came_of(became: "Became") -> str:
    from tegenwicht.storage.exchange.session_file import Became

    return {
        Became.NEW: tr("ingelezen, {n} gebeurtenissen"),
        Became.SAME: tr("staat er al"),
        Became.LONGER: tr("stond er al en gaat nu verder: {n} gebeurtenissen"),
        Became.SHORTER: tr("staat er al, en is hier verder gegaan: {n} gebeurtenissen"),
    }[became]


def _asked(file: Path, row: "SessionRow") -> str:
    said = tr(
        "{file}: {name} staat er al, maar ging hier anders verder. Er is niets veranderd. "
        "Wil je ze allebei, geef dan --apart: dan telt wat ze samen hebben twee keer."
    )
    return said.format(file=file, name=called(row.title))


def summary(timeline: Timeline) -> str:
    """The line of the list of sessions, as the screens of the mode word it."""
    from tegenwicht.kit.environment import prepare

    prepare("Tegenwicht")
    from tegenwicht.screens.shell.modes import screens_of

    line: str = screens_of(timeline.session.setup.mode).session_line(timeline.session)
    return line
