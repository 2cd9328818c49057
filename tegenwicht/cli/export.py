"""``tegenwicht export``: one session as a file to hand on, or all of them as tables."""

import argparse
import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

from tegenwicht.cli.parsing import LATEST, Parser, named_path
from tegenwicht.i18n import called, several, tr
from tegenwicht.storage.journal.contract import Journal, SessionRow

MOST_LISTED = 10


def parser() -> Parser:
    """What the command takes."""
    parser = Parser(
        prog="tegenwicht export",
        description=tr("Bewaar één sessie als bestand, of alle sessies als tabellen. Zonder namen."),
    )
    add = parser.choices.add_argument
    add(
        "session",
        nargs="?",
        metavar="SESSIE",
        help=tr("het begin van haar nummer, woorden uit de titel, of: laatste"),
    )
    add("--to", type=named_path, metavar="BESTAND", help=tr("het bestand (.tegenwicht) voor die ene sessie"))
    add("--all", type=named_path, metavar="MAP", help=tr("alle sessies, als tabellen in deze map"))
    add("--with-names", action="store_true", help=tr("met namen, titels, notities en oogst"))
    add("--data-dir", type=named_path, metavar="MAP", help=tr("waar de sessies staan"))
    return parser


def run(options: argparse.Namespace) -> int:
    """Returns the exit code: 1 when something could not be, 2 for wrong use."""
    from tegenwicht import paths
    from tegenwicht.storage.files import may_look_in

    data = options.data_dir or paths.data_folder()
    if bool(options.all) == bool(options.session and options.to):
        print(tr("Kies: SESSIE met --to BESTAND, of --all MAP."), file=sys.stderr)
        return 2
    if not may_look_in(data):
        said = tr("In de map {data} mag je niet kijken: vraag wie de map beheert om leesrechten.")
        print(said.format(data=data), file=sys.stderr)
        return 1
    if not os.path.isfile(data / "journal.sqlite3"):
        print(tr("Er zijn nog geen sessies in {data}.").format(data=data), file=sys.stderr)
        return 1
    try:
        if options.all:
            return _all(data, options.all, anonymous=not options.with_names)
        return _one(data, options.session, options.to, anonymous=not options.with_names)
    except (OSError, sqlite3.Error) as error:
        print(tr("Exporteren lukte niet: {why}").format(why=_why_not(error)), file=sys.stderr)
        return 1


def _why_not(error: OSError | sqlite3.Error) -> str:
    where = getattr(error, "filename", None) or ""
    if isinstance(error, PermissionError):
        return tr("in {where} mag je niet schrijven. Kies een andere map.").format(where=where)
    if isinstance(error, FileExistsError | NotADirectoryError):
        return tr("{where} is geen map. Kies een andere naam.").format(where=where)
    from tegenwicht.storage.reasons import why_not

    return why_not(error)


def _all(data: Path, folder: Path, anonymous: bool) -> int:
    from tegenwicht.storage.exchange.tables import export_tables
    from tegenwicht.storage.journal.file import open_to_read
    from tegenwicht.storage.journal.trouble import UnusableFile

    try:
        folder.mkdir(parents=True, exist_ok=True)
        with closing(open_to_read(data / "journal.sqlite3")) as source:
            done = export_tables(source, folder, anonymous)
    except UnusableFile:
        said = tr("De sessies in {data} kunnen niet worden gelezen. Start Tegenwicht: dat zegt wat er is.")
        print(said.format(data=data), file=sys.stderr)
        return 1
    print(several("{n} sessie in ", "{n} sessies in ", done.sessions) + str(folder))
    for title in done.unreadable:
        print(tr("Niet mee, want niet te lezen: {title}").format(title=called(title)), file=sys.stderr)
    return int(bool(done.unreadable))


def _one(data: Path, words: str, target: Path, anonymous: bool) -> int:
    from tegenwicht.game.rules import ReplayError
    from tegenwicht.storage.exchange.session_file import write_session_file
    from tegenwicht.storage.journal.journal import UnreadableSession, open_journal

    if os.path.lexists(target):
        print(tr("{target} bestaat al. Kies een andere naam.").format(target=target), file=sys.stderr)
        return 1
    journal, notices = open_journal(data)
    for notice in notices:
        print(notice, file=sys.stderr)
    try:
        found = _found(journal, words)
        if len(found) != 1:
            _ask_which(words, found)
            return 1
        write_session_file(target, found[0], journal.events(found[0].id), anonymous)
    except (UnreadableSession, ReplayError) as error:
        sentence = str(error) if isinstance(error, UnreadableSession) else tr("Deze sessie klopt niet.")
        print(sentence, file=sys.stderr)
        return 1
    finally:
        journal.close()
    said = tr("zonder namen") if anonymous else tr("met namen en alles wat is opgeschreven")
    print(f"{target}: {called(found[0].title)}, {said}")
    return 0


def _found(journal: Journal, words: str) -> list[SessionRow]:
    """The latest when that is asked for; the session of which the id begins so, else those of which the title
    and line hold the words.
    """
    if words.casefold() == LATEST:
        return journal.sessions(limit=1)
    everything = journal.sessions(limit=journal.count())
    by_id = [row for row in everything if row.id.startswith(words)]
    return by_id or journal.sessions(search=words, limit=MOST_LISTED + 1)


def _ask_which(words: str, found: list[SessionRow]) -> None:
    if not found and words.casefold() == LATEST:
        print(tr("Er zijn nog geen sessies. Speel er eerst een: tegenwicht"), file=sys.stderr)
        return
    expected = tr("Verwacht één sessie bij “{words}”, gevonden: {n}.").format(
        words=words, n=len(found) if len(found) <= MOST_LISTED else tr("meer dan {n}").format(n=MOST_LISTED)
    )
    print(expected, tr("Kies er een, met het begin van haar nummer.") if found else "", file=sys.stderr)
    for row in found[:MOST_LISTED]:
        print(f"  {row.id[:8]}  {row.started[:10]}  {row.title}  {row.line}", file=sys.stderr)
