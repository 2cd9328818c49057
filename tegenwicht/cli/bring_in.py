"""``tegenwicht import``: take sessions in from files."""

import argparse
from pathlib import Path

from tegenwicht.cli.parsing import Parser, found_files
from tegenwicht.game.state import Timeline
from tegenwicht.i18n import called, tr


def parser() -> Parser:
    """What the command takes."""
    parser = Parser(prog="tegenwicht import", description=tr("Haal sessies uit bestanden."))
    add = parser.choices.add_argument
    add("files", nargs="+", type=Path, metavar="BESTAND", help=tr("een sessie (.tegenwicht)"))
    add("--data-dir", type=Path, metavar="MAP", help=tr("waar de sessies staan"))
    return parser


def run(options: argparse.Namespace) -> int:
    """A line for each file; returns 1 when one could not be taken in."""
    from tegenwicht import paths
    from tegenwicht.storage.exchange.session_file import BadSessionFile, bring_in
    from tegenwicht.storage.journal.journal import open_journal

    journal, notices = open_journal(options.data_dir or paths.data_folder())
    for notice in notices:
        print(notice)
    code = 0
    for file in found_files(options.files):
        try:
            row, is_new = bring_in(file, journal, summary)
        except BadSessionFile as error:
            code = 1
            print(error)
        else:
            said = tr("ingelezen, {n} gebeurtenissen") if is_new else tr("staat er al")
            print(f"{file}: {called(row.title)} {said.format(n=row.actions)}")
    if journal.trouble:
        code = 1
        print(journal.trouble)
    journal.close()
    return code


def summary(timeline: Timeline) -> str:
    """The line of the list of sessions, as the screens of the mode word it."""
    from tegenwicht.kit.environment import prepare

    prepare("Tegenwicht")
    from tegenwicht.screens.shell.modes import screens_of

    line: str = screens_of(timeline.session.setup.mode).session_line(timeline.session)
    return line
