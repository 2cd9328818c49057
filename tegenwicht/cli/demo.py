"""``tegenwicht demo``: play by itself and leave a picture of each screen."""

import argparse

from tegenwicht.cli.parsing import Parser, named_path, size
from tegenwicht.i18n import tr


def parser() -> Parser:
    """What the command takes."""
    parser = Parser(
        prog="tegenwicht demo",
        description=tr("Speel vanzelf een sessie en bewaar van elk scherm een plaatje."),
    )
    add = parser.choices.add_argument
    add("--out", type=named_path, required=True, metavar="MAP", help=tr("map voor de plaatjes"))
    add("--size", type=size, default=(1920, 1080), metavar="BxH", help=tr("grootte van de plaatjes"))
    return parser


def run(options: argparse.Namespace) -> int:
    """Returns the exit code."""
    from tegenwicht.kit.environment import prepare

    prepare("Tegenwicht")
    from tegenwicht.demo import play

    return play(options.out, options.size)
