"""``tegenwicht print``: cards on paper, as a PDF to print and cut."""

import argparse
import errno
import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from tegenwicht.cli.parsing import Parser, named_path, one_file
from tegenwicht.i18n import several, tr

if TYPE_CHECKING:
    from tegenwicht.game.cards import Deck

Choice = TypeVar("Choice", bound=StrEnum)
TALLY_SHEET = "tally-sheet"


def parser() -> Parser:
    """What the command takes."""
    parser = Parser(
        prog="tegenwicht print", description=tr("Maak een PDF van de kaarten, om te printen en te snijden.")
    )
    add = parser.choices.add_argument
    add(
        "deck", nargs="?", default="tegenwicht", metavar="KAARTSET",
        help=tr("een kaartset (YAML, Excel of CSV), of de naam van een meegeleverde; zonder: tegenwicht"),
    )  # fmt: skip
    add("--to", type=named_path, required=True, metavar="BESTAND", help=tr("de PDF die er moet komen"))
    add("--paper", type=_paper, default="A4", metavar="PAPIER", help=tr("A4, A3 of Letter; zonder: A4"))
    add(
        "--card",
        type=_card,
        default="63x88",
        metavar="BxH",
        help=tr("63x88 (speelkaart) of 74x105 (A7), in mm"),
    )
    add(
        "--two-sided", action="store_true", help=tr("met achterkanten; print dubbelzijdig over de lange kant")
    )
    add("--tally-sheet", action="store_true", help=tr("met een turfblad als laatste bladzijde"))
    add("--only", type=_only, metavar="WAT", help=tr("tally-sheet: alleen het turfblad"))
    add("--overwrite", action="store_true", help=tr("een bestand dat er al is, mag weg"))
    return parser


def run(options: argparse.Namespace) -> int:
    """Write the PDF, whole or not at all; returns 1 with what was wrong when there is none."""
    from tegenwicht.report.paper.cards_on_paper import CardsTooLongError
    from tegenwicht.storage.decks.formats import read_any
    from tegenwicht.storage.decks.reader import DeckProblems

    if refused := _why_not_there(options.to, options.overwrite):
        return _failed(f"{_shown(options.to)}: {refused}")
    try:
        deck = read_any(_file(options.deck)).deck
        data = _made(deck, options)
    except DeckProblems as error:
        print(error)
        return 1
    except CardsTooLongError as error:
        return _failed(str(error))
    return _write(options.to, data) or _say(deck, options)


def _write(file: Path, data: bytes) -> int:
    from tegenwicht.storage.files import write_whole

    try:
        write_whole(file, data)
    except (OSError, ValueError) as error:
        why = _why_unwritable(error)
        return _failed(tr("{file}: niet te schrijven: {why}").format(file=_shown(file), why=why))
    return 0


def _made(deck: "Deck", options: argparse.Namespace) -> bytes:
    from tegenwicht.report.paper.cards_on_paper import cards_pdf, tally_sheet_pdf

    if options.only:
        return tally_sheet_pdf(deck, paper=options.paper)
    return cards_pdf(
        deck,
        card=options.card,
        paper=options.paper,
        two_sided=options.two_sided,
        tally_sheet=options.tally_sheet,
    )


def _file(deck: str) -> Path:
    """A file as given, or else a deck that comes with the program, by its name."""
    from tegenwicht import paths

    given, shipped = Path(deck), paths.decks() / f"{deck}.yaml"
    by_name = given.name == deck and not os.path.isfile(given) and os.path.isfile(shipped)
    return shipped if by_name else one_file(given)


def _why_not_there(file: Path, overwrite: bool) -> str:
    if os.path.isdir(file):
        return tr("verwacht de naam van een bestand; dit is een map: zet er bijvoorbeeld kaarten.pdf achter")
    if not os.path.isdir(file.parent):
        return tr("de map bestaat niet: maak haar eerst, of kies een andere")
    if os.path.lexists(file) and not overwrite:
        return tr("dit bestand is er al: kies een andere naam, of zet er --overwrite bij")
    return ""


def _why_unwritable(error: OSError | ValueError) -> str:
    if isinstance(error, PermissionError):
        return tr("hier mag je niet schrijven: kies een andere map")
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        return tr("de schijf is vol: maak ruimte, of kies een andere")
    if isinstance(error, OSError) and error.errno not in (errno.ENAMETOOLONG, errno.EINVAL):
        from tegenwicht.storage.reasons import why_not

        return tr("{why}: kies een andere plek").format(why=why_not(error))
    return tr("dit kan geen bestandsnaam zijn: kies een andere")


def _shown(file: Path) -> str:
    from tegenwicht.storage.decks.text import visible

    return visible(str(file))


def _say(deck: "Deck", options: argparse.Namespace) -> int:
    """What was made and how to print it; on standard error what our typeface could not print. Returns 0."""
    from tegenwicht.report.pdf.fonts import lacking_in

    if options.only:
        print(tr("{name}: turfblad").format(name=_shown(options.to)))
        return 0
    cards = several("{n} kaart", "{n} kaarten", len(deck.cards))
    print(tr("{file}: {cards} van {card} mm. Print op ware grootte (100 %).").format(
        file=_shown(options.to), cards=cards, card=options.card
    ))  # fmt: skip
    if options.two_sided:
        print(tr("Print dubbelzijdig en kies: omslaan over de lange kant."))
    if boxes := lacking_in(deck):
        print(
            tr("Deze tekens heeft het lettertype niet; op papier staat er een leeg vakje: {signs}").format(
                signs=" ".join(boxes)
            ),
            file=sys.stderr,
        )
    return 0


def _failed(message: str) -> int:
    print(message, file=sys.stderr)
    return 1


def _one_of(kind: type[Choice], text: str) -> Choice:
    for one in kind:
        if one.lower() == text.lower():
            return one
    raise argparse.ArgumentTypeError(
        tr("verwacht een van {choices}; gevonden {text!r}").format(choices=", ".join(kind), text=text)
    )


def _paper(text: str) -> StrEnum:
    from tegenwicht.report.paper.cards_on_paper import Paper

    return _one_of(Paper, text)


def _card(text: str) -> StrEnum:
    from tegenwicht.report.paper.cards_on_paper import CardSize

    return _one_of(CardSize, text)


def _only(text: str) -> str:
    if text == TALLY_SHEET:
        return text
    raise argparse.ArgumentTypeError(
        tr("verwacht {choices}; gevonden {text!r}").format(choices=TALLY_SHEET, text=text)
    )
