"""``tegenwicht check``: read decks and say what is wrong with them."""

import argparse
from pathlib import Path

from tegenwicht.cli.parsing import Parser
from tegenwicht.i18n import tr


def parser() -> Parser:
    """What the command takes."""
    parser = Parser(prog="tegenwicht check", description=tr("Kijk kaartsets na."))
    parser.choices.add_argument(
        "files", nargs="+", type=Path, metavar="BESTAND", help=tr("een kaartset (YAML)")
    )
    return parser


def run(options: argparse.Namespace) -> int:
    """A line for each good deck, every problem of each bad one; returns 1 when there is a problem."""
    from tegenwicht.storage.decks import DeckProblems, describe, read_deck

    code = 0
    for file in options.files:
        try:
            print(describe(read_deck(file), str(file)))
        except DeckProblems as error:
            code = 1
            for problem in error.problems:
                print(problem)
    return code
