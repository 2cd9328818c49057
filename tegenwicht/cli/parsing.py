"""argparse in Dutch, and the values that more than one command takes."""

import argparse
import os
import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NoReturn

from tegenwicht.i18n import tr

LATEST = "laatste"
"""What the session that changed last is called on the command line."""


class Parser(argparse.ArgumentParser):
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


def found_files(given: Iterable[Path]) -> list[Path]:
    """The files, with what "*" and "?" stand for where nobody filled that in, as Windows does not."""
    return [path for one in given for path in _meant(one)]


def one_file(given: Path) -> Path:
    """The same for one: the only file that a pattern stands for; what fits none or more stays as it is."""
    meant = _meant(given)
    return meant[0] if len(meant) == 1 else given


def _meant(path: Path) -> list[Path]:
    if os.path.lexists(path) or not any(sign in str(path) for sign in "*?["):
        return [path]
    from glob import glob

    return [Path(one) for one in sorted(glob(str(path)))] or [path]


def named_path(text: str) -> Path:
    """A file or a folder. Nothing at all is neither: it would mean the folder where one happens to be."""
    if not text.strip():
        raise argparse.ArgumentTypeError(
            tr('verwacht de naam van een bestand of map, "." voor de map waar je bent; gevonden niets')
        )
    return Path(text)


def size(text: str) -> tuple[int, int]:
    """Width and height in px, as in 1280x800."""
    width, _, height = text.lower().partition("x")
    if _is_short(width) and _is_short(height):
        found = int(width), int(height)
        if 320 <= found[0] <= 16384 and 240 <= found[1] <= 16384:
            return found
    raise argparse.ArgumentTypeError(
        tr("verwacht BREEDTExHOOGTE van 320x240 tot 16384x16384, zoals 1280x800; gevonden {text!r}").format(
            text=text[:_MOST_SHOWN]
        )
    )


def one_of(values: Iterable[str]) -> Callable[[str], str]:
    """One of these words."""
    known = tuple(values)

    def chosen(text: str) -> str:
        if text in known:
            return text
        message = tr("verwacht {choices}; gevonden {text!r}")
        raise argparse.ArgumentTypeError(message.format(choices=", ".join(known), text=text[:_MOST_SHOWN]))

    return chosen


_MOST_SHOWN = 60
"""Signs of what somebody typed; nobody looks for a mistake in more."""


def _is_short(digits: str) -> bool:
    return digits.isdecimal() and len(digits) <= len("999999")


def number(text: str) -> int:
    """A shuffle number, 1 to 999999."""
    if _is_short(text) and 1 <= int(text) <= 999_999:
        return int(text)
    raise argparse.ArgumentTypeError(
        tr("verwacht een heel getal van 1 tot 999999; gevonden {text!r}").format(text=text[:_MOST_SHOWN])
    )
