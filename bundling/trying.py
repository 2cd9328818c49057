"""What every package is tried on: a window, two turns by keys, a name typed, a report, going on after a kill."""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from bundling.pins import BuildError
from bundling.screen import PATIENCE_SECONDS, Screen

TO_THE_FIRST_NAME = (("Return", "Nieuwe sessie –"), ("Return", "Nieuwe sessie ·"))
"""Keys, each with how the title of the window begins after it: which game it is, and who sits there."""
NAME = "Robin de Vries"
TO_THE_TABLE = ("ctrl+Return", "Ronde")
TURN = ("Return", "4", "space", "Return")
"""The lot chooses a card, a cluster is marked, a doorvraag comes out, and the card is done."""
GO_ON = "2"
"""On the start screen: the latest session."""
FEWEST_COLOURS = 200
LONG_ENOUGH = 2.5


class Found(NamedTuple):
    """One thing that was tried, and how it went."""

    what: str
    seconds: float
    words: str = ""


def tried(found: list[Found], what: str, attempt: Callable[[], str | None]) -> None:
    """Try it, and note how long it took. BuildError goes on to whoever asked."""
    began = time.monotonic()
    try:
        words = attempt() or ""
    except BuildError as error:
        raise BuildError(f"{what}: {error}") from error
    found.append(Found(what, time.monotonic() - began, words))
    print(f"  {found[-1].seconds:6.1f} s  {what}{': ' if words else ''}{words}", flush=True)


def two_turns(screen: Screen) -> str:
    """From the start screen to the end of the second turn, by keys alone, with a name typed on the way."""
    seconds = screen.wait_for()
    time.sleep(2)
    for key, title in TO_THE_FIRST_NAME:
        screen.keys(key)
        until(screen, title)
    screen.write(NAME)
    screen.keys(TO_THE_TABLE[0])
    until(screen, TO_THE_TABLE[1])
    for _ in range(2):
        screen.keys(*TURN, pause=LONG_ENOUGH)
    colours = screen.colours()
    if colours < FEWEST_COLOURS:
        raise BuildError(f"the window shows {colours} colours: nothing is drawn")
    return f"a window after {seconds:.1f} s, {colours} colours"


def goes_on(screen: Screen) -> str:
    """The session is there again, and goes on by its key; the title it has then."""
    screen.wait_for()
    time.sleep(2)
    screen.keys(GO_ON)
    return until(screen, TO_THE_TABLE[1])


def until(screen: Screen, begins: str) -> str:
    """The title of the window once it begins so, and the screen has been there long enough to take keys."""
    end = time.monotonic() + PATIENCE_SECONDS
    while not (title := screen.title()).startswith(begins):
        if time.monotonic() > end:
            raise BuildError(f"expected a window called {begins!r} …, found one called {title!r}")
        time.sleep(0.1)
    time.sleep(LONG_ENOUGH)
    return title


def two_cards_in(report: Path) -> str:
    """BuildError unless the report tells of two cards that were discussed, and of who sat there."""
    text = report.read_text(encoding="utf-8")
    cards = [line for line in text.splitlines() if line.startswith(("### ", "#### "))]
    if len(cards) < 2:
        raise BuildError(f"two cards were played, the report tells of {len(cards)}:\n{text[:2000]}")
    if NAME not in text:
        raise BuildError(f"{NAME} was typed and is not in the report:\n{text[:2000]}")
    return f"{len(cards)} cards, {NAME}"


def verdict(found: list[Found]) -> int:
    """0: everything that was tried went well."""
    print(f"{len(found)} tried, all well, {sum(one.seconds for one in found):.0f} s", file=sys.stdout)
    return 0
