"""Random input for the whole app: keys, clicks, the wheel, a screen reader's requests, files, sizes, time.

    python -m tests.fuzz --count 100000 --seed 1

Every mode is played, by its controls and by any legal action. Nothing may raise; the tree must stay sound; and
what is on the table must be what the journal says. On a failure it prints the seed and the shortest list of
inputs it found that still fails, as Python, for ``play``.
"""

import argparse
import contextlib
import ctypes
import gc
import json
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from tegenwicht.report.paper.cards_on_paper import cards_pdf
from tegenwicht.report.report import SUFFIXES, as_bytes
from tests.game.tables import TWO_OF_EACH, deck
from tests.proof.wanderer import Failure, Input, Wanderer, check_journal
from tests.report import account_samples as samples

Thing = TypeVar("Thing")

SIZES = ((640, 480), (640, 480), (800, 600), (1024, 640), (1024, 640), (1280, 800), (640, 1000), (3840, 2160))
KEYS = (
    *("return", "space", "tab", "escape") * 3, "shift+tab", "left", "right", "up", "down", "home", "end", "pageup",
    "pagedown", "backspace", "delete", "ctrl+z", "ctrl+y", "ctrl+shift+z", "ctrl++", "ctrl+-", "ctrl+0",
    "ctrl+a", "ctrl+c", "ctrl+v", "ctrl+x", "shift+left", "ctrl+right", "shift+end", *("f1", "f2", "f6") * 2, "f5", "f11",
    "kp+", "kp.", "kpenter", "alt+a", "ctrl+w", ".", "+", "=", "-", *"123456789", *"wnotpkdba", *"qxyz", "é",
)  # fmt: skip
TEXTS = (
    "a", "Samira", "é", "🙂", "👩‍👩‍👧", "Ünïcödé", "²", "12", "0", "999999", " ", "\t", "\n", "a\nb", "\u202e", "\x00",
    "\u200d", "e\u0301", "\ud800", "x" * 70, "7" * 30, "%s {n}", "漢字", "\u2028",
)  # fmt: skip
WORDS = (
    *("Spelen", "Verder: tafel en tijd", "Aan tafel", "Laat het lot kiezen", "Klaar", "Pas", "Opzij", "Tegenwicht") * 3,
    "Alleen", "Draai de kaart van de dag", "Andersom", "Klaar, leg terug", "Andere hand",
    "Triple feedback", "Beginnen met de vragen", "Volgende vraag", "Naar de antwoorden", "Opnieuw beantwoorden",
    "Weeg ik mee: Cliënt", "Weeg ik niet mee: Beroep",
    "Wegen", "Notitie", "Bewaren", "Sluiten", "Tel de handen", "2 vingers", "3 vingers", "Terug naar de kaart",
    "Kaart op nummer", "Op tafel", "Terughalen", "Deelnemers", "Erbij", "Ongedaan maken", "Opnieuw", "Afronden",
    "Telt mee, afronden", "Telt niet mee, afronden", "Sessie sluiten…", "Sessie sluiten", "Opnieuw schudden", "Stoppen",
    *("Klaar", "Terug") * 4, "Per stapel kiezen", "Mensen aan tafel: minder", "60 minuten", "Meer keuzes", "Kaarten",
    "Eerdere sessies", "Volgende ronde", "Lichtste cluster eerst", "Niet raden",
)  # fmt: skip
"""What brings a session on; chosen blindly, most presses only wander through the settings."""
KINDS = ("press", "press", "focus", "increase", "decrease", "set_value", "select", "awake", "nonsense")
FILES = ("good", "good", "bad", "empty", "binary", "folder", "missing", "large", "no.txt")
SECONDS = (0.1, 0.3, 1.0, 5.0, 40.0, 400.0)
MOST_SHRINK_SECONDS = 300.0


# -- what goes in


def inputs(seed: int, count: int) -> list[Input]:
    """So many inputs; the same for the same seed."""
    chance = random.Random(seed)
    return [_one(chance) for _ in range(count)]


def _one(chance: random.Random) -> Input:
    makers: tuple[tuple[int, Callable[[], Input]], ...] = (
        (20, lambda: ("press", chance.randrange(400))),
        (23, lambda: ("words", chance.choice(WORDS))),
        (20, lambda: ("key", chance.choice(KEYS))),
        (10, lambda: ("ask", chance.choice(KINDS), chance.randrange(400), _value(chance))),
        (5, lambda: ("type", chance.choice(TEXTS))),
        (4, lambda: ("pass_time", chance.choice(SECONDS))),
        (3, lambda: ("wheel", chance.random(), chance.random(), chance.choice((-9, -1, 1, 2)))),
        (3, lambda: ("click", chance.random(), chance.random(), chance.choice((1, 1, 1, 2, 3)))),
        (2, lambda: ("down", chance.randrange(400))),
        (2, lambda: ("up", chance.random(), chance.random())),
        (10, lambda: ("act", chance.randrange(10**6))),
        (1, lambda: ("go", chance.randrange(400))),
        (1, lambda: ("begin", chance.randrange(10**6))),
        (2, lambda: ("resize", *chance.choice(SIZES))),
        (2, lambda: ("drop", chance.choice(FILES))),
        (1, lambda: ("window", chance.choice(("lost", "gained", "exposed", "restored")))),
        (1, lambda: ("again",)),
    )
    (make,) = chance.choices([maker for _, maker in makers], [weight for weight, _ in makers])
    return make()


def _value(chance: random.Random) -> str:
    return chance.choice((*TEXTS, "3", "-1", "1e9", "nan", "0,4", "2,2", "5,1"))


# -- running, and finding out why


def play(
    given: Sequence[Input], reached: Counter[str] | None = None, in_window: bool = False
) -> tuple[int, str] | None:
    """Carry out inputs in a fresh app. None, or the number of the input that failed and why.

    reached: is told which screens there were, and how often.
    """
    done: list[Input] = []
    seen: Counter[str] = Counter() if reached is None else reached
    try:
        with (
            tempfile.TemporaryDirectory(prefix="fuzz-") as folder,
            Wanderer(Path(folder), in_window) as someone,
        ):
            someone.reached = seen
            for one in given:
                someone.carry_out(one)
                done.append(one)
            check_journal(someone.pilot)
    except Exception as error:  # noqa: BLE001 - that is what it looks for
        return min(len(done), len(given) - 1), _why(error)
    return None


def _why(error: Exception) -> str:
    """The error, and where in the app (or here) it came from."""
    frames = traceback.extract_tb(error.__traceback__)
    inside = [frame for frame in frames if "/tegenwicht/" in frame.filename] or frames
    where = "" if isinstance(error, Failure) else f" at {Path(inside[-1].filename).name}:{inside[-1].lineno}"
    return f"{type(error).__name__}: {str(error).splitlines()[0] if str(error) else ''}{where}"


def shortest(given: Sequence[Input], why: str, in_window: bool = False) -> list[Input]:
    """Fewer inputs that fail for the same reason: the last few, if they will do; of those, ever smaller parts
    are left out."""

    def failing(some: list[Input]) -> list[Input] | None:
        return _fails_alike(some, why, in_window)

    return fewer(_last_few(given, failing), failing)


def fewer(
    given: list[Thing],
    failing: Callable[[list[Thing]], list[Thing] | None],
    seconds: float = MOST_SHRINK_SECONDS,
) -> list[Thing]:
    """A list from which hardly anything can be left out. failing: what of a list fails, or None."""
    end = time.monotonic() + seconds
    left, part = list(given), len(given) // 2
    while part and time.monotonic() < end:
        at, shorter = 0, False
        while at < len(left) and time.monotonic() < end:
            failed = failing(left[:at] + left[at + part :])
            if failed is None:
                at += part
            else:
                left, shorter = failed, True
        part = part if shorter and part == 1 else part // 2
    return left


def _last_few(given: Sequence[Input], failing: Callable[[list[Input]], list[Input] | None]) -> list[Input]:
    few = 8
    while few < len(given):
        if failed := failing(list(given[-few:])):
            return failed
        few *= 2
    return list(given)


def _fails_alike(given: list[Input], why: str, in_window: bool) -> list[Input] | None:
    """The inputs up to the one that fails, if it does so for that reason."""
    failed = play(given, None, **_where(in_window))
    return given[: failed[0] + 1] if failed is not None and _alike(failed[1], why) else None


def _where(in_window: bool) -> dict[str, bool]:
    return {"in_window": True} if in_window else {}


def _alike(one: str, other: str) -> bool:
    return one.split(":")[0] == other.split(":")[0] and one.split(" at ")[-1] == other.split(" at ")[-1]


def mebibytes() -> float:
    """What this process has in memory now; 0 where that cannot be told.

    After what nobody uses was given back: what the allocator holds between pieces is no growth.
    """
    gc.collect()
    with contextlib.suppress(OSError, AttributeError):  # another C library gives it back by itself, or never
        ctypes.CDLL(None).malloc_trim(0)
    try:
        return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 2**20
    except OSError:
        return 0.0


def load_what_is_loaded_late() -> None:
    """What the first report of each kind loads, and the first cards on paper: 25 MiB that come once are no growth,
    whenever they come."""
    for suffix in SUFFIXES:
        as_bytes(samples.account(), suffix, samples.MADE)
    cards_pdf(deck(*TWO_OF_EACH))


def main(arguments: list[str] | None = None) -> int:
    """The command. Plays in pieces of ``--piece`` inputs, each with a seed of its own."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--piece", type=int, default=1000, help="inputs before a fresh start")
    parser.add_argument("--window", action="store_true", help="in a window on the screen there is")
    parser.add_argument(
        "--summary",
        type=Path,
        help="write here, as JSON: screens, memory, and openings",
    )
    options = parser.parse_args(arguments)
    reached: Counter[str] = Counter()
    memory: list[float] = []
    opened: list[int] = []
    if options.summary:
        load_what_is_loaded_late()
    code = _pieces(options, reached, memory, opened)
    if options.summary:
        options.summary.write_text(json.dumps({"reached": reached, "memory": memory, "opened": opened}))
    return code


def _pieces(
    options: argparse.Namespace, reached: Counter[str], memory: list[float], opened: list[int]
) -> int:
    """memory, opened: after each piece what this process has, and how often it opened the app by then."""
    done, seed = 0, options.seed
    while done < options.count:
        given = inputs(seed, min(options.piece, options.count - done))
        failed = play(given, reached, **_where(options.window))
        done += len(given)
        memory.append(mebibytes())
        opened.append(sum(opened[-1:]) + 1 + given.count(("again",)))
        print(f"seed {seed}: {len(given)} inputs, {failed[1] if failed else 'well'}", flush=True)
        if failed:
            number, why = failed
            print(f"shortest list for seed {seed}, failing with {why}:")
            for one in shortest(given[: number + 1], why, options.window):
                print(f"    {one!r},")
            return 1
        seed += 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
