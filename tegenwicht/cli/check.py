"""``tegenwicht check``: read decks and say what is wrong with them, and what an editor would look at again."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from tegenwicht.cli.parsing import Parser, found_files, named_path
from tegenwicht.i18n import several, tr

if TYPE_CHECKING:
    from tegenwicht.game.cards import Card, Deck
    from tegenwicht.game.editorial import Finding


def parser() -> Parser:
    """What the command takes."""
    parser = Parser(prog="tegenwicht check", description=tr("Kijk kaartsets na."))
    parser.choices.add_argument(
        "files", nargs="+", type=named_path, metavar="BESTAND", help=tr("een kaartset (YAML, Excel of CSV)")
    )
    parser.choices.add_argument(
        "--editorial", action="store_true", help=tr("noem ook wat een redacteur nog eens zou bekijken")
    )
    return parser


def run(options: argparse.Namespace) -> int:
    """A line for each good deck, every problem of each bad one; returns 1 when there is a problem.

    What an editor would look at again is advice, and no problem.
    """
    from tegenwicht.storage.decks.formats import read_any
    from tegenwicht.storage.decks.reader import DeckProblems, describe

    code = 0
    for file in found_files(options.files):
        try:
            deck, notes = read_any(file)
        except DeckProblems as error:
            code = 1
            print(*error.problems, sep="\n")
            continue
        print(describe(deck, str(file)), *(f"{file}: {note}" for note in notes), sep="\n")
        if options.editorial:
            _advise(deck, file)
    return code


def _advise(deck: "Deck", file: Path) -> None:
    """A line for each thing to look at again, and how many there are."""
    from tegenwicht.game.editorial import review
    from tegenwicht.storage.decks.reader import MOST_BYTES
    from tegenwicht.storage.decks.text import visible
    from tegenwicht.storage.files import read_plain
    from tegenwicht.storage.seeming import DECK, seems

    if not deck.language.startswith("nl"):
        print(tr("{file}: geen redactie: die kent alleen Nederlands").format(file=visible(str(file))))
        return
    data = read_plain(file, MOST_BYTES)
    lines = (
        data.decode("utf-8-sig", "replace").splitlines() if seems(data) == DECK else []
    )  # a table has cells
    findings = review(deck)
    for finding in findings:
        line = _line(lines, finding.card, finding.field)
        place = f":{line}" if line else ""
        print(f"{visible(str(file))}{place}: {_told(finding)}")
    count = several("{n} punt om nog eens te bekijken", "{n} punten om nog eens te bekijken", len(findings))
    print(f"{visible(str(file))}: {count}")


def _line(lines: list[str], card: "Card", field: str) -> int:
    """The line, from 1, that a text of a card is on, or else the card's id; 0 when neither is found."""
    key, _, number = field.partition(" ")
    text = card.deeper[int(number) - 1] if number else str(getattr(card, key))
    for wanted in (text.replace("\\", "\\\\").replace('"', '\\"'), f"id: {card.id}"):
        for place, line in enumerate(lines, 1):
            if wanted in line:
                return place
    return 0


def _told(finding: "Finding") -> str:
    """A finding in one Dutch sentence, with the card and the text that it is about."""
    from tegenwicht.storage.decks.columns import COLUMNS

    message = _words(finding).format(
        found=finding.found, amount=finding.amount, cards=len(finding.others) + 1,
        others=", ".join(map(str, finding.others)),
    )  # fmt: skip
    where = tr("kaart {number}, {field}").format(number=finding.card.number, field=COLUMNS[finding.field])
    return f"{where}: {message}"


def _words(finding: "Finding") -> str:
    from tegenwicht.game.editorial import Kind

    return {
        Kind.OPENINGS: tr(
            "{cards} van de {amount} kaarten beginnen hier met “{found}” (ook {others}): wissel af"
        ),
        Kind.TEMPLATE: tr("{cards} kaarten beginnen hier met “{found}” (ook {others}): wissel af"),
        Kind.CLOSED: tr("“{found} …?” is een gesloten vraag: begin met hoe, wat, welke, waar of wie"),
        Kind.WHY: tr("“{found}” vraagt om een verdediging: vraag hoe, wat of waardoor"),
        Kind.LONG_SENTENCE: tr("een zin van {amount} woorden: knip hem in tweeën"),
        Kind.LONG_WORD: tr("“{found}” heeft {amount} letters: kies een korter woord"),
        Kind.ALIKE: tr("vraagt bijna hetzelfde als kaart {others}"),
        Kind.CLIENT_DATA: tr("“{found}”: vraag niet naar gegevens waaraan een cliënt te herkennen is"),
        Kind.LONG_QUESTION: tr("{amount} woorden: vraag het in hoogstens 15"),
        Kind.QUESTION_MARKS: tr("{amount} vraagtekens: stel één vraag"),
        Kind.SECOND_QUESTION: tr(
            "“{found} …” is een tweede vraag: kies er een, of maak er een doorvraag van"
        ),
        Kind.LONG_SLIP: tr("{amount} tekens: een doorvraag heeft er hoogstens 95"),
        Kind.FEW_SLIPS: tr("{amount} van de drie doorvragen: schrijf er drie, of geen"),
        Kind.SLIPS_ALIKE: tr("twee doorvragen beginnen met “{found}”: laat ze verschillen"),
        Kind.LONG_TITLE: tr("{amount} tekens: een titel heeft er hoogstens 40"),
        Kind.FORMULA: tr("“{found}” staat op {cards} van de {amount} kaarten (ook {others}): zeg het anders"),
        Kind.ALWAYS_THE_CLIENT: tr(
            "{cards} van de {amount} keer gaat het hier over de cliënt (ook {others}): vraag ook eens iets anders"
        ),
        Kind.DIFFICULT: tr("“{found}”: zeg het in gewone woorden"),
        Kind.JUDGING: tr("“{found}” oordeelt: vraag hoe iemand woog, niet of het goed was"),
    }[finding.kind]
