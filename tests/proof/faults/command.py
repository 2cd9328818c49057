"""What may go wrong goes wrong, on the real program and real files: ``python -m tests.proof.faults``.

Prints a table of what was checked, how often, how it was measured, what was found and a verdict; ends
non-zero when anything falls short. What cannot be measured on this machine is in the table as such.
``--short`` takes a few minutes; without it, the long form takes hours. ``--only NAME`` (more than once) runs
a part of it; ``--seed N`` gives other chance; ``--part F`` makes the numbers of the form that much smaller.
"""

import argparse
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module

from tests.proof.table import Row, fell_short, judged, lines

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
_ROW = "row "


def rows_of(name: str, part: float, short: bool, seed: int) -> Iterable[Row]:
    """The rows of one check."""
    module, long_times, short_times = CHECKS[name]
    times = max(1, round(part * (short_times if short else long_times)))
    check: Callable[[int, int], Iterator[Row]] = import_module(f"tests.proof.faults.{module}").check
    return check(times, seed)


def from_a_process(name: str, arguments: list[str]) -> list[Row]:
    """The same, from a process of its own; when that ends badly, that is a row too."""
    command = [sys.executable, "-m", "tests.proof.faults", "--only", name, "--rows", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        assert process.stdout is not None
        said = process.stdout.read().splitlines()
    rows = [Row.from_json(line.removeprefix(_ROW)) for line in said if line.startswith(_ROW)]
    if process.returncode:
        last = " / ".join(line for line in said[-3:] if line)
        rows.append(
            judged(f"de proef {name} zelf", "1 keer", "", f"eindigde met {process.returncode}: {last}", False)
        )
    return rows


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
        for row in rows_of(options.only[0], options.part, options.short, options.seed):
            print(_ROW + row.as_json(), flush=True)
        return 0
    return _table(options)


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
