"""How long a durable action takes: ``python -m tests.bench.bench_journal [folder on the disk to measure]``.

Each target is a ratio to a floor that is measured in turn with it. Leaves with 1 when something is too slow.
"""

import fcntl
import gc
import io
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tegenwicht.game import events
from tegenwicht.game.cards import Cluster
from tegenwicht.game.tegenwicht import ClusterMentioned
from tegenwicht.session import RunningSession
from tegenwicht.storage.journal import codec
from tegenwicht.storage.journal.journal import MemoryJournal, open_journal
from tests.storage.session_samples import begun, onward, row, started, ticking

ACTIONS = 3000
COUNTED = 200
PAIRS = 300


class Line(NamedTuple):
    """One row of the table; ``ratio`` is None when it could not be measured here."""

    what: str
    ratio: float | None
    target: float
    too_slow: float

    def __str__(self) -> str:
        ratio = "not measured here" if self.ratio is None else f"{self.ratio:.2f}"
        return f"{self.what} | {ratio} | {self.target:g} | {self.too_slow:g}"


def seconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def percentile(values: list[float], part: float) -> float:
    return sorted(values)[int(part * (len(values) - 1))]


# -- a durable action against raw write and sync


def durable(folder: Path) -> tuple[list[float], list[float]]:
    """Seconds of each append and, in turn with it, of the raw write and sync of the same bytes."""
    journal, _ = open_journal(folder / "durable")
    journal.begin(row(), [started()])
    event = ClusterMentioned(Cluster.CLIENT)
    _, data = codec.encode(event)
    appends, raws = [], []
    with open(folder / "raw", "wb", buffering=0) as file:
        for number in range(1, ACTIONS + 1):
            changed = row(changed=f"2026-11-21T10:00:{number:06}Z", actions=number + 1)
            raws.append(seconds(lambda: write_and_sync(file, data)))
            appends.append(seconds(lambda: journal.append(number, event, changed)))  # noqa: B023 - used at once
    assert journal.trouble is None
    journal.close()
    return appends, raws


def write_and_sync(file: io.FileIO, data: bytes) -> None:
    """So that it reaches the disk: on macOS that takes more than fsync."""
    file.write(data)
    full = getattr(fcntl, "F_FULLFSYNC", None)
    if full:
        fcntl.fcntl(file, full)
    else:
        os.fsync(file)


# -- syncs an action


def syncs(folder: Path) -> float | None:
    """Syncs an action by the count of strace; None where there is no strace."""
    if not shutil.which("strace"):
        return None
    few, many = (_syncs_of(folder / f"syncs-{number}", number) for number in (0, COUNTED))
    return (many - few) / COUNTED


def _syncs_of(folder: Path, actions: int) -> int:
    log = folder.with_suffix(".strace")
    command = ["strace", "-f", "-e", "trace=fsync,fdatasync,sync_file_range", "-o", str(log)]
    own = [sys.executable, "-m", "tests.bench.bench_journal", "--play", str(folder), str(actions)]
    subprocess.run(command + own, check=True)
    return sum("sync" in line for line in log.read_text().splitlines())


def play_for_strace(folder: Path, actions: int) -> None:
    """Stops without closing, so that only the actions count and not the tidying up."""
    journal, _ = open_journal(folder)
    journal.begin(row(), [started()])
    for number in range(1, actions + 1):
        journal.append(number, ClusterMentioned(Cluster.CLIENT), row())
    os._exit(0)


# -- a long session against a short one


def long_and_short(folder: Path) -> float:
    """The median action in a session of 10,000, over that in one of 100, with what the screen asks after it."""
    long, short = (_played(folder / str(length), length) for length in (10_000, 100))
    longs, shorts = [], []
    for _ in range(PAIRS):
        longs.append(_action(long))
        shorts.append(_action(short))
    return percentile(longs, 0.5) / percentile(shorts, 0.5)


def _played(folder: Path, actions: int) -> RunningSession:
    memory = MemoryJournal()
    session = begun(memory)
    while session.timeline.count < actions:
        session.do(onward(session))
    journal, _ = open_journal(folder)
    journal.begin(session.row, memory.events(session.id))
    return RunningSession.resume(journal, session.id, now=ticking())


def _action(session: RunningSession) -> float:
    action = onward(session)

    def do_and_look() -> None:
        assert isinstance(session.do(action), events.Event)
        assert session.legal

    return seconds(do_and_look)


def lines(folder: Path) -> list[Line]:
    appends, raws = durable(folder)
    p50, p99 = (percentile(appends, part) / percentile(raws, part) for part in (0.5, 0.99))
    return [
        Line("durable action, p50 / raw write + fsync", p50, 1.6, 3),
        Line("durable action, p99 / raw write + fsync", p99, 2.5, 3),
        Line("syncs an action", syncs(folder), 1, 2),
        Line("an action in a session of 10,000 / of 100", long_and_short(folder), 1.1, 2),
    ]


def main(where: str | None) -> int:
    gc.freeze()
    with tempfile.TemporaryDirectory(dir=where) as folder:
        found = lines(Path(folder))
    print("what | ratio | target | too slow above", *found, sep="\n")
    return int(any(line.ratio is not None and line.ratio > line.too_slow for line in found))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--play"]:
        play_for_strace(Path(sys.argv[2]), int(sys.argv[3]))
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else None))
