"""``tegenwicht gallery``: draw every screen in its states, with a page to look through."""

import argparse
import os
import sys
from collections.abc import Callable

from tegenwicht.cli.parsing import Parser, named_path, one_of, size
from tegenwicht.i18n import tr
from tegenwicht.preferences import Theme

THEMES = tuple(str(one) for one in Theme)


def parser() -> Parser:
    """What the command takes."""
    parser = Parser(
        prog="tegenwicht gallery",
        description=tr("Teken elk scherm in al zijn toestanden, met een bladzijde om ze te bekijken."),
    )
    add = parser.choices.add_argument
    add("--out", type=named_path, required=True, metavar="MAP", help=tr("map voor de plaatjes"))
    add("--size", type=size, default=(1920, 1080), metavar="BxH", help=tr("grootte van de plaatjes"))
    add("--text", type=_percent, default=100, metavar="100-200",
        help=tr("tekstgrootte in procent"))  # fmt: skip
    add(
        "--theme",
        type=one_of(THEMES),
        default=THEMES[0],
        metavar="{" + ",".join(THEMES) + "}",
        help=tr("kleuren"),
    )
    add("--only", default="", metavar="WOORD", help=tr("alleen toestanden met dit in hun naam"))
    add("--check", action="store_true", help=tr("zeg wat niet past, overlapt of geen naam heeft"))
    return parser


def _percent(text: str) -> int:
    return int(one_of(str(one) for one in range(100, 201, 10))(text))


def run(options: argparse.Namespace) -> int:
    """Returns the exit code."""
    from tegenwicht.kit.environment import prepare

    prepare("Tegenwicht")
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    from tegenwicht.gallery.drawing import draw

    found: list[str] = []
    try:
        check = _noted(found) if options.check else None
        count = draw(options.out, options.size, options.text, options.theme, options.only, check)
    except OSError as error:
        from tegenwicht.storage.reasons import why_not

        sentence = tr("De plaatjes kunnen niet in de map {out}: {why}")
        print(sentence.format(out=options.out, why=why_not(error)), file=sys.stderr)
        return 1
    print(tr("{n} plaatjes in {out}; bekijk ze in index.html").format(n=count, out=options.out))
    print(*found, sep="\n", end="\n" if found else "")
    return 1 if found else 0


def _noted(found: list[str]) -> Callable[[str, list[str]], None]:
    """Keeps what falls short, with the name of the state."""
    return lambda name, short: found.extend(f"{name}: {one}" for one in short)
