"""``tegenwicht`` without more: play, in a window."""

import argparse
import gc
import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from tegenwicht import __version__
from tegenwicht.cli.parsing import Parser, named_path, number, size
from tegenwicht.i18n import tr

if TYPE_CHECKING:
    from tegenwicht.app.loop import App


def parser(others: Iterable[str]) -> Parser:
    """What playing takes. ``others``: the words of the other commands."""
    parser = Parser(
        prog="tegenwicht",
        description=tr("Gesprekskaarten die het afwegen vertragen."),
        epilog=tr("Ook: {commands}. Uitleg: tegenwicht check --help, en zo bij elk.").format(
            commands=", ".join(f"tegenwicht {name}" for name in others)
        ),
    )
    add = parser.choices.add_argument
    add("file", type=_file, nargs="?", metavar="BESTAND", help=tr("open deze kaartset of sessie"))
    add("--deck", type=named_path, metavar="BESTAND", help=tr("speel met deze kaartset (YAML, Excel of CSV)"))
    add("--data-dir", type=named_path, metavar="MAP", help=tr("bewaar sessies en instellingen hier"))
    add("--fullscreen", action="store_true", help=tr("begin op het hele scherm"))
    add("--size", type=size, metavar="BxH", help=tr("grootte van het venster, zoals 1280x800"))
    add("--shuffle", type=number, metavar="N", help=tr("schudnummer, 1 tot 999999"))
    add("--version", action=_ShowVersion, nargs=0, help=tr("toon welke versie dit is, en wat erin zit"))
    return parser


def _file(text: str) -> Path:
    """A file to open; a word that is no file is a mistake in a command."""
    path = named_path(text)
    if not path.suffix and not os.path.lexists(path):
        raise argparse.ArgumentTypeError(tr("dit ken ik niet: {0}").format(text))
    try:
        return path.absolute()
    except FileNotFoundError:  # the folder where one is was removed; the window tells that nothing is there
        return path


class _ShowVersion(argparse.Action):
    """Prints the version and what it runs on; looked up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import PackageNotFoundError, version

        from tegenwicht.kit.environment import prepare

        prepare()
        from tegenwicht.kit.window import made_of

        parts = [f"Python {sys.version.split()[0]}", *made_of()]
        for name in ("accesskit", "PyYAML", "fpdf2", "openpyxl", "python-docx"):
            with suppress(PackageNotFoundError):
                parts.append(f"{name} {version(name)}")
        print(f"tegenwicht {__version__} ({', '.join(parts)})")
        parser.exit()


def run(options: argparse.Namespace) -> int:
    """Until the window closes; returns the exit code."""
    gc.disable()  # until the first frame: among what is being loaded there is nothing to clear up yet
    try:
        return _played(options)
    finally:
        gc.enable()


def _played(options: argparse.Namespace) -> int:
    from tegenwicht.kit.environment import prepare
    from tegenwicht.storage import wishes

    prepare("Tegenwicht")
    asked = wishes.begin()  # it is answered while the rest is loaded
    from tegenwicht import paths
    from tegenwicht.app.first_window import window_of
    from tegenwicht.kit import window

    loaded = _loading(
        "tegenwicht.app.opening", "tegenwicht.screens.start", "tegenwicht.storage.decks.cache",
        "tegenwicht.screens.start.balance",
    )  # fmt: skip
    data = options.data_dir or paths.data_folder()
    try:
        opened = window_of(data, options.size, options.fullscreen)
    except window.NoScreenError:
        print(
            tr(
                "Tegenwicht heeft een scherm nodig en vindt er geen. Zonder scherm kan: tegenwicht demo --out MAP"
            ),
            file=sys.stderr,
        )
        return 1
    program = None
    try:
        loaded()
        from tegenwicht.app.opening import Opening

        opening = Opening(
            data, deck=options.deck, size=options.size, full_screen=options.fullscreen, wishes=asked(), opened=opened
        )  # fmt: skip
        opening.show(opening.model)
        from tegenwicht.app import loop as app

        program = app.App(data, shuffle=options.shuffle, opening=opening)
        end_on_signals(program)
        program.open()
        if options.file is not None:
            window.drop(options.file)
        gc.freeze()
        gc.enable()
        program.run()
    except Exception:  # noqa: BLE001 - the last resort: a user gets a sentence, the maintainer a file
        return broken(data, program)
    return 0


def _loading(*names: str) -> Callable[[], object]:
    """Begin to import modules in another thread, while the system makes the window; what is returned waits for it.

    An error there comes again where the module is imported for use.
    """
    from tegenwicht.kit.beside import beside

    def load() -> None:
        for name in names:
            import_module(name)

    return beside(load)


def end_on_signals(program: "App") -> None:
    """Closing the terminal, Ctrl C, Ctrl backslash and the system's request to end close the program as its window does."""
    import signal

    def end(number: int, _frame: object) -> None:
        signal.signal(number, signal.SIG_DFL)  # asked twice, it ends at once
        program.stop()

    for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "SIGBREAK"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:  # nohup asks to go on
            signal.signal(number, end)


def broken(data: Path, program: "App | None") -> int:
    """Something went wrong that should never: keep what can be kept, and say what to do. The exit code.

    data: the user's folder. program: None when it did not even begin.
    """
    import traceback

    from tegenwicht.storage.files import write_whole

    found = traceback.format_exc()
    kept = program is not None and _closed(program)
    place = data / "fout.txt"
    try:
        write_whole(place, found.encode("utf-8", "backslashreplace"))
        where = tr("De details staan in {place}.").format(place=place)
    except (OSError, ValueError):
        where = found.strip().splitlines()[-1]
    _tell(" ".join((*_advice(program is not None, kept, data), where)))
    return 1


def _advice(began: bool, kept: bool, data: Path) -> list[str]:
    """What happened, and what someone can do now."""
    if not began:
        return [
            tr("Tegenwicht kan niet beginnen. Je sessies zijn niet veranderd; ze staan in {data}.").format(
                data=data
            ),
            tr("Geef die map tijdelijk een andere naam en start opnieuw: Tegenwicht begint dan leeg."),
        ]
    saved = tr("Wat bevestigd was, is bewaard.") if kept else tr("Wat bevestigd was, staat in {data}.")
    return [
        tr("Er ging iets mis in Tegenwicht zelf."),
        saved.format(data=data),
        tr("Start opnieuw en ga verder."),
    ]


def _closed(program: "App") -> bool:
    """Close it as far as that goes; whether it went."""
    try:
        program.close()
    except Exception:  # noqa: BLE001 - it is broken already, and the first error is the one to tell
        return False
    return True


def _tell(words: str) -> None:
    """Where people see it: in the terminal, or in a window of the system where there is no terminal."""
    if sys.stderr is not None:
        print(words, file=sys.stderr)
    if sys.stderr is None or (sys.platform in ("win32", "darwin") and not sys.stderr.isatty()):
        from tegenwicht.kit import window

        window.tell("Tegenwicht", words)
