"""``tegenwicht convert``: a deck from one kind of file to another, such as from YAML to Excel and back."""

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tegenwicht.cli.parsing import Parser, named_path, one_file
from tegenwicht.i18n import several, tr

if TYPE_CHECKING:
    from tegenwicht.game.cards import Deck


def parser() -> Parser:
    """What the command takes."""
    parser = Parser(
        prog="tegenwicht convert",
        description=tr("Zet een kaartset om: YAML (.yaml), Excel (.xlsx) of CSV (.csv), in elke richting."),
    )
    parser.choices.add_argument("source", type=named_path, metavar="VAN", help=tr("de kaartset die er is"))
    parser.choices.add_argument("target", type=_writable, metavar="NAAR", help=tr("het bestand om te maken"))
    parser.choices.add_argument("--overwrite", action="store_true", help=tr("NAAR mag al bestaan"))
    return parser


def run(options: argparse.Namespace) -> int:
    """One line about what was made; returns 1, with what is wrong, when nothing was."""
    from tegenwicht.storage.decks.formats import read_any
    from tegenwicht.storage.decks.reader import DeckProblems

    source = one_file(options.source)
    if os.path.lexists(options.target) and not options.overwrite:
        message = tr("{file}: bestaat al: kies een andere naam, of geef --overwrite")
        return _say(message.format(file=_shown(options.target)))
    try:
        deck, notes = read_any(source)
    except DeckProblems as error:
        return _say(*map(str, error.problems))
    _say(*(f"{_shown(source)}: {note}" for note in (*notes, *_lost(source))))
    return _write(deck, options.target)


def _write(deck: "Deck", target: Path) -> int:
    from tegenwicht.storage.decks.formats import encode, reads_back
    from tegenwicht.storage.files import write_whole

    data = encode(deck, target.suffix.lower())
    if not reads_back(data, target, deck):
        message = tr(
            "{file}: niet gemaakt: deze kaartset komt er niet precies zo uit; kies een ander soort bestand"
        )
        return _say(message.format(file=_shown(target)))
    try:
        write_whole(target, data)
    except (OSError, ValueError) as error:
        message = tr("{file}: niet te schrijven: {reason}: kies een andere map of naam")
        return _say(message.format(file=_shown(target), reason=_why_unwritable(error)))
    cards = several("{n} kaart", "{n} kaarten", len(deck.cards))
    print(
        tr("{file}: gemaakt, {cards} van {title}").format(file=_shown(target), cards=cards, title=deck.title)
    )
    return 0


def _why_unwritable(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return tr("de map bestaat niet")
    if isinstance(error, PermissionError):
        return tr("hier mag je niet schrijven")
    if isinstance(error, OSError):
        from tegenwicht.storage.reasons import why_not

        return why_not(error)
    return tr("dit kan geen bestandsnaam zijn")


def _lost(source: Path) -> list[str]:
    """What the new file does not have: the comments in a YAML file."""
    from tegenwicht.storage.decks.reader import MOST_BYTES, read_bytes
    from tegenwicht.storage.decks.writer import own_comments
    from tegenwicht.storage.seeming import DECK, seems

    data = read_bytes(source, MOST_BYTES)
    if seems(data) != DECK:
        return []
    found = own_comments(data.decode("utf-8", "replace"))
    lost = several("{n} regel commentaar gaat niet mee", "{n} regels commentaar gaan niet mee", len(found))
    return [lost] if found else []


def _say(*lines: str) -> int:
    """What the user should know, on standard error; returns 1."""
    for line in lines:
        print(line, file=sys.stderr)
    return 1


def _shown(path: Path) -> str:
    from tegenwicht.storage.decks.text import visible

    return visible(str(path))


def _writable(text: str) -> Path:
    """A file name with an end that says what kind of file it is."""
    from tegenwicht.storage.decks.formats import WRITTEN

    path = named_path(text)
    if path.suffix.lower() in WRITTEN:
        return path
    message = tr("verwacht een naam die eindigt op {ends}; gevonden {text!r}")
    raise argparse.ArgumentTypeError(message.format(ends=", ".join(WRITTEN), text=text))
