"""What is heard: ``uv run --group dev python -m tests.proof.ears``. Ends non-zero when something is not.

First a cheap client of AT-SPI that keeps what it knows, as a screen reader does, goes away from screens and comes back:
nothing may be dead to it. Then whole sessions are played with the keys to the program with Orca 48 beside it, in a
Debian 13 of its own: what is expected in ``heard/*.ears`` must have been heard to its end. The first time that is made
ready (as root; minutes; the network); where it cannot be, it says so and why.

``--short``: the client, and of Orca one script where everything is ready for it. ``--cached``: the client alone.
``--only WORD``: scripts with that in their name. ``--aloud``: print all that was said.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.proof.ears import room as ears_room
from tests.proof.ears.cached import cached
from tests.proof.ears.play import Play, playing
from tests.proof.ears.room import CannotHearError
from tests.proof.ears.script import SCRIPTS, Outcome, lines_of, played
from tests.proof.table import lines
from tests.proof.twice import twice

HEAD = ("wat", "nagegaan", "oordeel")
WIDTHS = (60, 10, 80)
SHORT = "kort"
DECK = SCRIPTS / "kaarten.yaml"


def command(data: Path) -> list[str]:
    """How the program is started: an empty folder, and always the same cards, whatever becomes of its own."""
    options = ["--data-dir", str(data), "--deck", str(DECK), "--shuffle", "7", "--size", "1280x800"]
    return [sys.executable, "-m", "tegenwicht", *options]


def heard(only: str, aloud: bool) -> Iterator[Outcome]:
    """Every script, each with the program started anew; one for which Orca's room did not come once more."""
    for path in sorted(SCRIPTS.glob("*.ears")):
        if only in path.stem:
            print(f"{path.stem} …", file=sys.stderr, flush=True)
            try:
                found = _of_script(path, aloud)
            except CannotHearError as why:
                print(f"{path.stem} nog eens: {why}", file=sys.stderr, flush=True)
                found = _again(path, aloud)
            yield from found


def _of_script(path: Path, aloud: bool) -> list[Outcome]:
    with tempfile.TemporaryDirectory(prefix="ears-data-") as data, playing(command(Path(data))) as play:
        found = list(played(play, lines_of(path)))
        if aloud:
            _print_all(play)
        return found


def _again(path: Path, aloud: bool) -> list[Outcome]:
    """A second time; what is not heard then falls short, and the other scripts go on."""
    try:
        return _of_script(path, aloud)
    except CannotHearError as why:
        return [Outcome(path.stem, 0, (f"NIET GEHOORD met Orca: {why}",))]


def _print_all(play: Play) -> None:
    for one in play.tape.said:
        part = "…" if one.part is None else f"{one.part} %"
        print(f"    {part:6} {one.text}{' (toets)' if one.echo else ''}")


def with_orca(only: str, aloud: bool, may_make: bool) -> tuple[list[Outcome], str]:
    """(what was found, with which Orca); CannotHearError where it cannot be had."""
    if not may_make and ears_room.missing():
        raise CannotHearError(
            f"niet klaar: {', '.join(ears_room.missing())} (zonder --short wordt het gemaakt)"
        )
    ears_room.make_ready()
    return list(heard(only, aloud)), ears_room.version()


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the command line, prove, print."""
    parser = argparse.ArgumentParser(
        prog="tests.proof.ears", description=(__doc__ or "").split("\n", maxsplit=1)[0]
    )
    for name in ("--short", "--cached", "--aloud"):
        parser.add_argument(name, action="store_true")
    parser.add_argument("--only", default="")
    asked = parser.parse_args(arguments)
    begun = time.monotonic()
    found, broke = twice("de lezer die onthoudt", cached)
    note = "Orca is niet gevraagd"
    if not asked.cached:
        try:
            more, version = with_orca(asked.only or SHORT * asked.short, asked.aloud, not asked.short)
            found, note = [*found, *more], f"Orca {version}"
        except CannotHearError as why:
            note = f"NIET GEHOORD met Orca: {why}"
            found += [] if asked.short else [Outcome("met Orca", 0, (note,))]
    _print(found, "; ".join(filter(None, (note, broke))), time.monotonic() - begun)
    return 1 if any(one.faults for one in found) else 0


def _print(found: list[Outcome], note: str, seconds: float) -> None:
    rows = [(one.title, str(one.looked), "; ".join(one.faults) or "gehoord") for one in found]
    print("\n".join(lines(rows, HEAD, WIDTHS)))
    print(f"\n{note}; {seconds:.0f} s; {sum(bool(one.faults) for one in found)} niet goed")
