"""A process killed at any moment loses nothing that it confirmed, and goes on exactly there."""

import hashlib
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

from tegenwicht.game import events, rules
from tegenwicht.session import RunningSession
from tegenwicht.storage.journal.journal import open_journal
from tests.storage.session_samples import begun, by_chance, ticking

KILLS, MOST_KILLS = 30, 300
ROOT = Path(__file__).parents[3]


def digest(event: events.Event) -> str:
    return hashlib.sha256(repr(event).encode()).hexdigest()[:12]


def play_until_killed(folder: Path, seed: int) -> None:
    """Says "ready" and how many events there are; then each event's number as soon as it is confirmed."""
    journal, notices = open_journal(folder)
    assert notices == []
    fresh = not journal.sessions()
    session = begun(journal) if fresh else RunningSession.resume(journal, "een", now=ticking())
    print("ready", session.timeline.count, flush=True)
    dice = Random(seed)
    while True:
        event = session.do(by_chance(session, dice))
        assert isinstance(event, events.Event)
        assert journal.trouble is None
        print(session.timeline.count - 1, digest(event), flush=True)


def said_until_killed(folder: Path, seed: int, seconds: float) -> list[str]:
    """The whole lines of a process that was killed so many seconds after "ready"."""
    command = [sys.executable, "-m", "tests.storage.journal.test_kill", str(folder), str(seed)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        first = process.stdout.readline()
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        lines = [first, *process.stdout.read().splitlines(keepends=True)]
    assert process.returncode == -signal.SIGKILL
    return [line for line in lines if line.endswith("\n")]


def killed_while_opening(folder: Path, seconds: float) -> None:
    """A process that may not even have come to "ready"; what it confirmed is not asked."""
    command = [sys.executable, "-m", "tests.storage.journal.test_kill", str(folder), "0"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL) as process:
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)


def test_thirty_kills_lose_nothing(tmp_path: Path) -> None:
    dice = Random()
    confirmed: dict[int, str] = {}
    for seed in range(MOST_KILLS):
        if seed >= KILLS and len(confirmed) > KILLS:
            break  # on a machine with little time for it, many are killed before they did anything
        if seed % 5 == 4:
            killed_while_opening(tmp_path, dice.uniform(0.1, 0.6))
        ready, *lines = said_until_killed(
            tmp_path, seed, dice.choice([0, 0.001, 0.01, dice.uniform(0, 0.15)])
        )
        found = int(ready.split()[1])
        said = {int(number): digest for number, digest in map(str.split, lines)}
        assert found >= max(confirmed, default=0) + 1
        assert min(said, default=found) == found
        confirmed |= said
    journal, notices = open_journal(tmp_path)
    events = journal.events("een")
    assert notices == []
    assert len(confirmed) > KILLS
    assert {number: digest(events[number]) for number in confirmed} == confirmed
    assert rules.replay(events).count == len(events) == journal.sessions()[0].actions


if __name__ == "__main__":
    play_until_killed(Path(sys.argv[1]), int(sys.argv[2]))
