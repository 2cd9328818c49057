"""The command line. Parses, then hands over; imports only what the chosen command needs."""

import argparse
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NoReturn

from tegenwicht import __version__
from tegenwicht.i18n import tr


def main(arguments: list[str] | None = None) -> int:
    """Run the program; returns its exit code: 0 well, 1 problems, 2 wrong use."""
    given = sys.argv[1:] if arguments is None else arguments
    if given and given[0] == "check":
        return _check(_checker().parse_args(given[1:]).files)
    if given and given[0] == "demo":
        return _demo(_demonstrator().parse_args(given[1:]))
    return _play(_player().parse_args(given))


def run() -> None:
    """For the installed command."""
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)


class _Parser(argparse.ArgumentParser):
    """argparse with Dutch around our own words. ``choices``: the group that options are added to."""

    def __init__(self, **more: Any) -> None:
        super().__init__(formatter_class=_Usage, add_help=False, allow_abbrev=False, **more)
        self.choices = self.add_argument_group(tr("Keuzes"))
        self.choices.add_argument("-h", "--help", action="help", help=tr("toon deze uitleg"))

    def error(self, message: str) -> NoReturn:
        """How it is used, and what was wrong, on standard error; the exit code is 2."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: {_in_dutch(message)}\n")


class _Usage(argparse.HelpFormatter):
    def add_usage(
        self, usage: str | None, actions: Iterable[Any], groups: Iterable[Any], prefix: str | None = None
    ) -> None:
        """ "Gebruik: " where argparse has "usage: "."""
        super().add_usage(usage, actions, groups, tr("Gebruik: ") if prefix is None else prefix)


def _in_dutch(message: str) -> str:
    """What argparse found wrong; what our own functions found is Dutch already."""
    known = (
        (r"unrecognized arguments: (.*)", tr("dit ken ik niet: {0}")),
        (r"the following arguments are required: (.*)", tr("er ontbreekt: {0}")),
        (r"argument (.*): expected (?:one|at least one) argument", tr("geef een waarde bij {0}")),
        (r"argument (.*): ignored explicit argument (.*)", tr("bij {0} hoort geen waarde; gevonden {1}")),
        (r"argument (\S+): (.*)", "{0}: {1}"),
    )
    for pattern, words in known:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return words.format(*found.groups())
    return message


def _player() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="tegenwicht",
        description=tr("Gesprekskaarten die het afwegen vertragen."),
        epilog=tr(
            "Ook: tegenwicht check BESTAND…  en  tegenwicht demo --out MAP  (zie: tegenwicht demo --help)"
        ),
    )
    add = parser.choices.add_argument
    add("--deck", type=Path, metavar="BESTAND", help=tr("speel met deze kaartset (YAML)"))
    add("--data-dir", type=Path, metavar="MAP", help=tr("bewaar sessies en instellingen hier"))
    add("--fullscreen", action="store_true", help=tr("begin op het hele scherm"))
    add("--size", type=_size, metavar="BxH", help=tr("grootte van het venster, zoals 1280x800"))
    add("--shuffle", type=_number, metavar="N", help=tr("schudnummer, 1 tot 999999"))
    version = f"tegenwicht {__version__}"
    add("--version", action="version", version=version, help=tr("toon welke versie dit is"))
    return parser


def _checker() -> argparse.ArgumentParser:
    parser = _Parser(prog="tegenwicht check", description=tr("Kijk kaartsets na."))
    parser.choices.add_argument(
        "files", nargs="+", type=Path, metavar="BESTAND", help=tr("een kaartset (YAML)")
    )
    return parser


def _demonstrator() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="tegenwicht demo",
        description=tr("Speel vanzelf een sessie en bewaar van elk scherm een plaatje."),
    )
    add = parser.choices.add_argument
    add("--out", type=Path, required=True, metavar="MAP", help=tr("map voor de plaatjes"))
    add("--size", type=_size, default=(1920, 1080), metavar="BxH", help=tr("grootte van de plaatjes"))
    return parser


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.lower().partition("x")
    if width.isdecimal() and height.isdecimal():
        size = int(width), int(height)
        if 320 <= size[0] <= 16384 and 240 <= size[1] <= 16384:
            return size
    raise argparse.ArgumentTypeError(
        tr("verwacht BREEDTExHOOGTE van 320x240 tot 16384x16384, zoals 1280x800; gevonden {text!r}").format(
            text=text
        )
    )


def _number(text: str) -> int:
    if text.isdecimal() and 1 <= int(text) <= 999_999:
        return int(text)
    raise argparse.ArgumentTypeError(
        tr("verwacht een heel getal van 1 tot 999999; gevonden {text!r}").format(text=text)
    )


def _play(options: argparse.Namespace) -> int:
    from tegenwicht.ui.environment import prepare

    prepare()
    from tegenwicht import app, paths
    from tegenwicht.ui import window

    try:
        window.open_display()
        if not window.is_real():
            raise window.NoScreenError(tr("alleen een denkbeeldig scherm"))
    except window.NoScreenError:
        print(
            tr(
                "Tegenwicht heeft een scherm nodig en vindt er geen. Zonder scherm kan: tegenwicht demo --out MAP"
            ),
            file=sys.stderr,
        )
        return 1
    program = app.App(
        options.data_dir or paths.data_folder(), deck=options.deck, size=options.size,
        full_screen=options.fullscreen, shuffle=options.shuffle,
    )  # fmt: skip
    try:
        program.open()
        program.run()
    except Exception:  # noqa: BLE001 - the last resort: a user gets a sentence, the maintainer a file
        return _broken(program.back.data)
    return 0


def _broken(data: Path) -> int:
    """Something went wrong that should never; what was confirmed is in the journal."""
    import traceback

    place = data / "fout.txt"
    try:
        place.write_text(traceback.format_exc(), encoding="utf-8")
        where = tr("De details staan in {place}.").format(place=place)
    except OSError:
        where = traceback.format_exc(limit=-1).strip().splitlines()[-1]
    said = tr(
        "Er ging iets mis in Tegenwicht zelf. Wat bevestigd was, is bewaard: start opnieuw en ga verder."
    )
    print(f"{said} {where}", file=sys.stderr)
    return 1


def _check(files: list[Path]) -> int:
    from tegenwicht.storage.decks import DeckProblems, describe, read_deck

    code = 0
    for file in files:
        try:
            print(describe(read_deck(file), str(file)))
        except DeckProblems as error:
            code = 1
            for problem in error.problems:
                print(problem)
    return code


def _demo(options: argparse.Namespace) -> int:
    from tegenwicht.ui.environment import prepare

    prepare()
    from tegenwicht.demo import play

    return play(options.out, options.size)


if __name__ == "__main__":
    run()
