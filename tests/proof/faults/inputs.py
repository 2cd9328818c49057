"""Random inputs through the app's own loop, without a screen and in a real window: tests/fuzz.py, in processes.

Looked for: exceptions, a tree that is not sound, a state that the journal does not replay to, memory that
grows, modes and screens that were never there.
"""

import json
import os
import pkgutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from tegenwicht import screens as scenes
from tegenwicht.game.modes import MODES
from tests.proof.table import Row, judged, unmeasured
from tests.screens import desktop

PIECE = 2000
MOST_GROWTH_MIB = 48.0
ENOUGH_FOR_EVERYTHING = 6000
"""Inputs, from which on every mode and scene must have been there; for the end of each mode it takes more."""
ENOUGH_FOR_ENDS = 30_000
ENOUGH_FOR_MEMORY = 5 * PIECE
OPENINGS = 100
"""Of a bare window, to see what the library itself loses by it."""
IN_A_WINDOW = 10
"""One in so many of the inputs is for the window."""
FAST = Path("/dev/shm")


def run(
    count: int, seed: int, env: Mapping[str, str], *more: str
) -> tuple[int, list[str], dict[str, object]]:
    """(exit code, what it printed, its summary) of ``tests.fuzz`` in a process of its own."""
    with tempfile.TemporaryDirectory(prefix="faults-") as folder:
        summary = Path(folder) / "summary.json"
        command = [sys.executable, "-m", "tests.fuzz", "--count", str(count), "--seed", str(seed)]
        command += ["--piece", str(PIECE), "--summary", str(summary), *more]
        made = subprocess.run(command, env=dict(env), capture_output=True, text=True, check=False)
        said = [*made.stdout.splitlines(), *made.stderr.splitlines()]
        found = (
            json.loads(summary.read_text())
            if summary.exists()
            else {"reached": {}, "memory": [], "opened": []}
        )
        return made.returncode, said, found


def never_there(reached: Mapping[str, int], count: int) -> list[str]:
    """Modes and scenes that were not shown; and, after many inputs, modes that were not played to the end."""
    shown = {name.partition("/")[0] for name in reached}
    wanted = {one.name for one in pkgutil.iter_modules(scenes.__path__)} - {"shell", "parts"}
    ended = {mode for mode in MODES if any(name.startswith(f"{mode}/clos") for name in reached)}
    ends = [f"het einde van {mode}" for mode in MODES if mode not in ended and count >= ENOUGH_FOR_ENDS]
    return [*sorted(wanted - shown), *ends]


def rows(what: str, count: int, seed: int, env: Mapping[str, str], *more: str) -> Iterator[Row]:
    """The rows of one run."""
    code, said, found = run(count, seed, env, *more)
    reached: dict[str, int] = found["reached"]  # type: ignore[assignment]
    memory: list[float] = found["memory"]  # type: ignore[assignment]
    failed = _failed(said) if code else ""
    yield judged(
        what, f"{count} invoeren", f"App.turn, elke invoer nagekeken; zaad {seed}",
        failed or "0 fouten; de toestand is die van het journaal", not code,
    )  # fmt: skip
    missed = never_there(reached, count)
    if code or count < ENOUGH_FOR_EVERYTHING:
        yield unmeasured(f"{what}: alle schermen", f"te weinig invoeren; {len(reached)} soorten gezien")
    else:
        found_all = f"{len(reached)} soorten schermen en panelen" + "".join(
            f"; nooit: {one}" for one in missed
        )
        yield judged(
            f"{what}: alle schermen", f"{count} invoeren", f"{len(MODES)} spelvormen", found_all, not missed
        )
    opened: list[int] = found["opened"]  # type: ignore[assignment]
    yield _memory(what, memory, opened, lost_by_opening(env) if "--window" in more else 0.0, count)


def _failed(said: list[str]) -> str:
    """Why it failed, its seed and the shortest list; or its last words."""
    first = next((n for n, line in enumerate(said) if line.startswith("shortest list")), -5)
    return " ".join(line.strip() for line in said[first:])[:1500]


_BARE = """
import pygame
from tests.fuzz import mebibytes
def open_and_close():
    pygame.display.init()
    pygame.display.set_mode((1024, 640), pygame.RESIZABLE)
    pygame.display.flip()
    pygame.display.quit()
open_and_close()
before = mebibytes()
for _ in range({times}):
    open_and_close()
print("each", (mebibytes() - before) / {times})
"""


def lost_by_opening(env: Mapping[str, str]) -> float:
    """MiB that a bare window of pygame leaves behind each time it is opened and closed: no growth of ours."""
    command = [sys.executable, "-c", _BARE.format(times=OPENINGS)]
    made = subprocess.run(command, env=dict(env), capture_output=True, text=True, check=True)
    return max(0.0, float(made.stdout.split("each")[-1]))


def _memory(what: str, memory: list[float], opened: list[int], lost: float, count: int) -> Row:
    """lost: MiB, each time that a window is opened, by the library."""
    if count < ENOUGH_FOR_MEMORY or not memory or not memory[-1]:
        return unmeasured(f"{what}: geheugen", f"te weinig invoeren ({count})")
    most = max(2, len(memory) // 5)
    settled, last = max(memory[:most]), max(memory[-most:])
    openings = opened[len(memory) - 1 - memory[::-1].index(last)] - opened[memory.index(settled)]
    grown = last - settled - openings * lost
    bare = f"; {openings} vensters verliezen kaal {openings * lost:.0f} MiB" if lost else ""
    return judged(
        f"{what}: geheugen", f"{len(memory)} keer",
        f"na opruimen: hoogste na een vijfde {settled:.0f} MiB, aan het eind {last:.0f} MiB{bare}",
        f"{grown:+.0f} MiB; ten hoogste {MOST_GROWTH_MIB:.0f}", grown <= MOST_GROWTH_MIB,
    )  # fmt: skip


def _environment() -> dict[str, str]:
    env = dict(os.environ)
    if FAST.is_dir() and os.access(FAST, os.W_OK):
        env["TMPDIR"] = str(FAST)  # what is kept is not the question here, so no disk need be waited for
    return env


def check(times: int, seed: int) -> Iterator[Row]:
    """So many inputs without a screen, and a tenth of that in a window."""
    env = _environment()
    yield from rows("willekeurige invoer, zonder scherm", times, seed, env)
    lacking = desktop.missing()
    if lacking:
        yield unmeasured("willekeurige invoer, in een venster", f"hier ontbreekt {', '.join(lacking)}")
        return
    with desktop.desktop(screen_reader=False) as desk:
        yield from rows(
            "willekeurige invoer, in een venster",
            max(1, times // IN_A_WINDOW),
            seed + 500_000,
            env | desk.env,
            "--window",
        )
