"""The command line. Parses, then hands over; imports only what the chosen command needs."""

import argparse
import sys
from pathlib import Path

from tegenwicht import __version__
from tegenwicht.i18n import tr


def main(arguments: list[str] | None = None) -> int:
    """Run the program; returns its exit code: 0 well, 1 problems, 2 wrong use."""
    given = sys.argv[1:] if arguments is None else arguments
    if given and given[0] in ("check", "demo"):
        options = _commands().parse_args(given)
        return _check(options.files) if options.command == "check" else _demo(options)
    return _play(_player().parse_args(given))


def run() -> None:
    """For the installed command."""
    sys.exit(main())


def _player() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="tegenwicht",
        description=tr("Gesprekskaarten die het afwegen vertragen."),
        epilog=tr(
            "Ook: tegenwicht check BESTAND…  en  tegenwicht demo --out MAP  (zie: tegenwicht demo --help)"
        ),
    )
    parser.add_argument("--deck", type=Path, metavar="BESTAND", help=tr("speel met deze kaartset (YAML)"))
    parser.add_argument(
        "--data-dir", type=Path, metavar="MAP", help=tr("bewaar sessies en instellingen hier")
    )
    parser.add_argument("--fullscreen", action="store_true", help=tr("begin op het hele scherm"))
    parser.add_argument(
        "--size", type=_size, metavar="BxH", help=tr("grootte van het venster, zoals 1280x800")
    )
    parser.add_argument("--shuffle", type=_number, metavar="N", help=tr("schudnummer, 1 tot 999999"))
    parser.add_argument("--version", action="version", version=f"tegenwicht {__version__}")
    return parser


def _commands() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="tegenwicht")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help=tr("kijk kaartsets na"))
    check.add_argument("files", nargs="+", type=Path, metavar="BESTAND")
    demo = commands.add_parser(
        "demo", help=tr("speel vanzelf een sessie en bewaar van elk scherm een plaatje")
    )
    demo.add_argument("--out", type=Path, required=True, metavar="MAP", help=tr("map voor de plaatjes"))
    demo.add_argument("--size", type=_size, default=(1920, 1080), metavar="BxH")
    return parser


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.lower().partition("x")
    if width.isdigit() and height.isdigit():
        size = int(width), int(height)
        if 320 <= size[0] <= 16384 and 240 <= size[1] <= 16384:
            return size
    raise argparse.ArgumentTypeError(
        tr("verwacht BREEDTExHOOGTE van 320x240 tot 16384x16384, zoals 1280x800; gevonden {text!r}").format(
            text=text
        )
    )


def _number(text: str) -> int:
    if text.isdigit() and 1 <= int(text) <= 999_999:
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
    program.open()
    program.run()
    return 0


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
