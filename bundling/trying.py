"""What every package is tried on: a window, two turns by keys, a name typed, a report, going on after a kill."""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from bundling.pins import BuildError
from bundling.screen import Screen

TO_THE_TABLE = ("Return", "Return", "ctrl+Return")
TURN = ("Return", "4", "space", "Return")
"""The lot chooses a card, a cluster is marked, a doorvraag comes out, and the card is done."""
FEWEST_COLOURS = 200
LONG_ENOUGH = 1.2


class Found(NamedTuple):
    """One thing that was tried, and how it went."""

    what: str
    seconds: float
    words: str = ""


def tried(found: list[Found], what: str, attempt: Callable[[], str | None]) -> None:
    """Try it, and note how long it took. BuildError goes on to whoever asked."""
    began = time.monotonic()
    words = attempt() or ""
    found.append(Found(what, time.monotonic() - began, words))
    print(f"  {found[-1].seconds:6.1f} s  {what}{': ' if words else ''}{words}", flush=True)


def two_turns(screen: Screen) -> str:
    """From the start screen to the end of the second turn, by keys alone."""
    screen.wait_for()
    time.sleep(2)
    screen.keys(*TO_THE_TABLE, pause=LONG_ENOUGH)
    for _ in range(2):
        screen.keys(*TURN, pause=LONG_ENOUGH)
    colours = screen.colours()
    if colours < FEWEST_COLOURS:
        raise BuildError(f"the window shows {colours} colours: nothing is drawn")
    return f"{colours} colours"


def two_cards_in(report: Path) -> str:
    """BuildError unless the report tells of two cards that were discussed."""
    text = report.read_text(encoding="utf-8")
    cards = [line for line in text.splitlines() if line.startswith(("### ", "#### "))]
    if len(cards) < 2:
        raise BuildError(f"two cards were played, the report tells of {len(cards)}:\n{text[:2000]}")
    return f"{len(cards)} cards"


def verdict(found: list[Found]) -> int:
    """0: everything that was tried went well."""
    print(f"{len(found)} tried, all well, {sum(one.seconds for one in found):.0f} s", file=sys.stdout)
    return 0
