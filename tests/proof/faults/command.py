"""What may go wrong goes wrong, on the real program and real files: ``python -m tests.proof.faults``.

Prints a table of what was checked, how often, how it was measured, what was found and a verdict; ends
non-zero when anything falls short. What cannot be measured on this machine is in the table as such.
``--short`` takes a few minutes; without it, the long form takes hours. ``--only NAME`` (more than once) runs
a part of it; ``--seed N`` gives other chance; ``--part F`` makes the numbers of the form that much smaller.
"""

import argparse
import os
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from importlib import import_module
from typing import NamedTuple

from tests.proof.table import Row, Verdict, fell_short, judged, lines, unmeasured
from tests.screens.standing import TELLS, ProgramEndedError, last_words

CHECKS = {
    "kills": ("kill", 500, 8),
    "disk": ("disk", 60, 2),
    "time": ("clocks", 60, 2),
    "files": ("files", 100_000, 400),
    "inputs": ("inputs", 1_000_000, 6000),
    "window": ("window", 100_000, 250),
    "network": ("network", 500, 8),
    "damage": ("damage", 500, 24),
    "folder": ("folder", 3000, 4),
    "writes": ("writes", 100_000, 8),
    "two": ("two", 2000, 8),
    "outside": ("outside", 20_000, 32),
    "arguments": ("arguments", 5000, 60),
}
"""By name: the module with ``check(times, seed)``, how often in the long form, and in the short one."""
AT_ONCE = 2
MOST_SECONDS, SECONDS_TO_TELL = 1200.0, 2.0
"""For one check of the short form: none takes three minutes."""
LAST_LINES = 80
_ROW = "row "


def rows_of(name: str, part: float, short: bool, seed: int) -> Iterable[Row]:
    """The rows of one check."""
    module, long_times, short_times = CHECKS[name]
    times = max(1, round(part * (short_times if short else long_times)))
    check: Callable[[int, int], Iterator[Row]] = import_module(f"tests.proof.faults.{module}").check
    return check(times, seed)


class Done(NamedTuple):
    """One time that a check was carried out. rows: what it found, until its end or until it broke off.

    broke: what it ended with and its last line, empty when it came to its end. said: whatever else it printed.
    """

    rows: list[Row]
    broke: str
    said: list[str]


def carried_out(name: str, arguments: list[str]) -> Done:
    """One check, in a process of its own; the short form of none takes for ever."""
    command = [sys.executable, "-m", "tests.proof.faults", "--only", name, "--rows", *arguments]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
        env=os.environ | TELLS, start_new_session=True,
    )  # fmt: skip
    broke = ""
    try:
        printed, _ = process.communicate(timeout=MOST_SECONDS if "--short" in arguments else None)
    except subprocess.TimeoutExpired:
        broke = f"kwam in {MOST_SECONDS:.0f} s niet klaar"
        print(f"de proef {name} {broke}: {last_words(process.pid)}", flush=True)
        time.sleep(SECONDS_TO_TELL)
        _killed(process)
        printed, _ = process.communicate()
    except BaseException:
        _killed(process)
        raise
    rows = [Row.from_json(line.removeprefix(_ROW)) for line in printed.splitlines() if line.startswith(_ROW)]
    said = [line for line in printed.splitlines() if line and not line.startswith(_ROW)]
    if process.returncode and not broke:
        broke = f"eindigde met {process.returncode}"
    return Done(rows, f"{broke}: {' / '.join(said[-3:])}" if broke else "", said)


def _killed(process: "subprocess.Popen[str]") -> None:
    """With whatever it started: it has a session of its own."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


def from_a_process(name: str, arguments: list[str]) -> list[Row]:
    """The same, from a process of its own. When the proof itself breaks down it is carried out once more.

    That is told, in a row and with its last lines; twice is a row that falls short, and so is whatever fell short
    before it broke down.
    """
    first = carried_out(name, arguments)
    if not first.broke:
        return first.rows
    _tell(name, first)
    second = carried_out(name, arguments)
    itself = f"de proef {name} zelf"
    if second.broke:
        _tell(name, second)
        found = f"{first.broke}; nog eens: {second.broke}"
        return [*second.rows, *_short(first), judged(itself, "2 keer", "", found, good=False)]
    why = f"brak de eerste keer zelf af en liep de tweede keer door: {first.broke}"
    return [*second.rows, *_short(first), unmeasured(itself, why)]


def _short(done: Done) -> list[Row]:
    return [row for row in done.rows if row.verdict is Verdict.SHORT]


def _tell(name: str, done: Done) -> None:
    """All that can be known of a breakdown, at once: where it happened may be seen by nobody."""
    last = "\n".join(f"  {line}" for line in done.said[-LAST_LINES:])
    print(f"de proef {name} brak zelf af: {done.broke[:40]} … Dit zei ze het laatst:\n{last}", flush=True)


def main(arguments: list[str] | None = None) -> int:
    """The command; returns its exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.proof.faults", description=__doc__)
    parser.add_argument("--short", action="store_true", help="minutes instead of hours")
    parser.add_argument("--only", action="append", choices=CHECKS, metavar="NAME", help=", ".join(CHECKS))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--part", type=float, default=1.0, help="of the numbers of this form, such as 0.1")
    parser.add_argument("--rows", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.rows:
        return _rows(options)
    return _table(options)


def _rows(options: argparse.Namespace) -> int:
    """The rows of one check, for another process; a program that broke down is one of them."""
    name = options.only[0]
    try:
        for row in rows_of(name, options.part, options.short, options.seed):
            print(_ROW + row.as_json(), flush=True)
    except ProgramEndedError as why:
        traceback.print_exc()
        row = judged(f"het programma tijdens {name}", "", f"zaad {options.seed}", str(why), good=False)
        print(_ROW + row.as_json(), flush=True)
    return 0


def _table(options: argparse.Namespace) -> int:
    begun = time.monotonic()
    passed_on = [
        "--seed",
        str(options.seed),
        "--part",
        str(options.part),
        *(["--short"] if options.short else []),
    ]
    names = options.only or list(CHECKS)
    took: dict[str, float] = {}

    def one(name: str) -> list[Row]:
        start = time.monotonic()
        rows = from_a_process(name, passed_on)
        took[name] = time.monotonic() - start
        return rows

    with ThreadPoolExecutor(AT_ONCE) as pool:
        rows = [row for part in pool.map(one, names) for row in part]
    print(*lines(rows), sep="\n")
    form = "kort" if options.short else "lang"
    each = ", ".join(f"{name} {took[name]:.0f}" for name in names)
    print(
        f"vorm: {form}, deel {options.part:g}, zaad {options.seed}; {time.monotonic() - begun:.0f} s ({each})"
    )
    return int(fell_short(rows))
