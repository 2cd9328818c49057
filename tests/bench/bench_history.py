"""The screen of earlier sessions among many: ``python -m tests.bench.bench_history``.

The first page of 10,000 sessions over that of as many as a page holds, both as the app opens the screen: read,
built and drawn. Finding a word that no session has is told beside it, and what it costs to add up what came up,
which an idle moment does.
"""

import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from tegenwicht.app.desks.history import PAGE
from tegenwicht.screens.shell import commands
from tegenwicht.screens.shell.scenes import Scene
from tegenwicht.storage.journal.journal import open_journal
from tests.pilot import Pilot
from tests.storage.session_samples import row, started

MANY, TIMES = 10_000, 15
TARGET, TOO_SLOW = 1.2, 2.0


def filled(folder: Path, count: int) -> Path:
    """A data folder with so many sessions; all but the first are rows without events, as only rows are read."""
    journal, _ = open_journal(folder)
    journal.begin(row("eerste"), [started()])
    journal.close()
    with closing(sqlite3.connect(folder / "journal.sqlite3")) as file, file:
        file.executemany(
            "INSERT INTO session VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", map(_stored, range(1, count))
        )
    return folder


def _stored(number: int) -> tuple[object, ...]:
    day = f"{2000 + number // 336}-{1 + number // 28 % 12:02}-{1 + number % 28:02}"
    moment, line = f"{day}T10:00:00.000+00:00", "Ronde 2 van 3 · 5 deelnemers"
    came_up = "[1,2,3,0,0,0,1,0,0,0,0,2]"
    return str(number), "tegenwicht", f"Team {number}", moment, moment, number % 3 > 0, 40, line, came_up, day


def _ms(work: Callable[[], object]) -> float:
    """The median of some times, in milliseconds."""
    times = []
    for _ in range(TIMES):
        begin = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - begin))
    return sorted(times)[TIMES // 2]


def _measured(folder: Path) -> tuple[float, float, float]:
    """(opening the screen, finding nothing, adding up) in milliseconds."""
    with Pilot(folder) as pilot:
        app = pilot.app

        def opened() -> None:
            app.carry_out([commands.Go(Scene.SESSIONS)])
            app.carry_out([commands.Back()])

        opened()
        opening = _ms(opened)
        app.carry_out([commands.Go(Scene.SESSIONS)])
        letters = iter(range(TIMES))
        finding = _ms(lambda: app.carry_out([commands.Put("history:sought", f"zzz{next(letters)}")]))
        app.carry_out([commands.Put("history:sought", "")])
        history = app.model.history
        assert history is not None
        adding = _ms(lambda: app.back.journal.totals(history.sought))
    return opening, finding, adding


def main() -> int:
    """The table; 1 when the first page takes too much longer."""
    with tempfile.TemporaryDirectory() as folder:
        (full, _, _), (many, finding, adding) = (
            _measured(filled(Path(folder) / str(count), count)) for count in (PAGE, MANY)
        )
    print("what | ratio | target | too slow above")
    among = f"earlier sessions opened among 10,000 / among {PAGE}, a full page"
    print(f"{among} | {many / full:.2f} | {TARGET} | {TOO_SLOW}")
    print(
        f"  opened in {many:.1f} ms; finding nothing among 10,000: {finding:.1f} ms; adding up: {adding:.1f} ms"
    )
    return int(many / full > TOO_SLOW)


if __name__ == "__main__":
    sys.exit(main())
