"""Clocks that jump, a machine that sleeps while the time runs, two programs on one folder."""

import os
import signal
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.proof.faults.disk import Fault, losses, repeated
from tests.proof.faults.kept import as_confirmed
from tests.proof.faults.player import Life
from tests.proof.table import Row

JUMPS = (366.0, -732.0, 366.0, -1.0, 1.0)
"""Days, one after the other."""
A_NIGHT = 8 * 3600.0
ELSEWHERE = "ander venster"


def date_jumps(mode: str, seed: int) -> list[str]:
    """A year ahead, two back, and so on, in the middle of a session and before the next start."""
    with tempfile.TemporaryDirectory(prefix="faults-") as room:
        data = Path(room) / "data"
        with Life(data, mode, seed) as life:
            life.opened()
            known = as_confirmed(life.ask("play", 5))
            for days in JUMPS:
                life.ask("change_date", days)
                known |= as_confirmed(life.ask("play", 3))
            life.ask("close")
        wrong = losses(known, data)
        with Life(data, mode, seed + 1) as life:
            wrong += life.opened()["notices"]
            life.ask("change_date", -500.0)
            known |= as_confirmed(life.ask("play", 5))
        return wrong + losses(known, data)


def sleeps(mode: str, seed: int) -> list[str]:
    """The clock that only goes forward jumps a night, while the time of a turn runs: nobody loses a turn."""
    with tempfile.TemporaryDirectory(prefix="faults-") as room:
        data = Path(room) / "data"
        wrong: list[str] = []
        with Life(data, mode, seed) as life:
            life.opened()
            known = {}
            for _ in range(4):
                known |= as_confirmed(life.ask("play", 4))
                before = life.ask("state")["session"]
                life.ask("pass_time", A_NIGHT)
                after = life.ask("state")
                if (after["scene"], after["session"]) != ("play", before):
                    wrong.append(f"na de slaap is het scherm {after['scene']!r}, sessie {after['session']!r}")
            life.ask("leave")
            known |= as_confirmed(life.ask("play", 5))
        return wrong + losses(known, data)


def stands_still(mode: str, seed: int) -> list[str]:
    """The process is stopped for a while, and goes on; then killed while it is stopped."""
    with tempfile.TemporaryDirectory(prefix="faults-") as room:
        data = Path(room) / "data"
        with Life(data, mode, seed) as life:
            life.opened()
            known = as_confirmed(life.ask("play", 5))
            assert life.process.pid is not None
            os.kill(life.process.pid, signal.SIGSTOP)
            time.sleep(0.5)
            os.kill(life.process.pid, signal.SIGCONT)
            life.play_on()
            time.sleep(0.3)
            os.kill(life.process.pid, signal.SIGSTOP)
            life.kill()
            known |= as_confirmed(life.confirmed())
        return losses(known, data)


def two_programs(mode: str, seed: int) -> list[str]:
    """Both play, each in a session of its own; neither gets into the other's, until that one is gone."""
    with tempfile.TemporaryDirectory(prefix="faults-") as room:
        data = Path(room) / "data"
        with Life(data, mode, seed) as first, Life(data, mode, seed + 1) as second:
            first.opened()
            known = as_confirmed(first.ask("play", 5))
            second.opened()
            theirs = first.ask("state")["session"]
            refused = second.ask("open_session", theirs)
            wrong = [] if ELSEWHERE in refused else [f"de sessie van een ander ging open: {refused!r}"]
            for _ in range(5):
                known |= as_confirmed(second.ask("play", 2))
                known |= as_confirmed(first.ask("play", 2))
            theirs = first.ask("state")["session"]
            first.kill()
            if refused := second.ask("open_session", theirs):
                wrong.append(f"wat de gestopte had, gaat niet open: {refused}")
            known |= as_confirmed(second.ask("play", 5))
        return wrong + losses(known, data)


def check(times: int, seed: int) -> Iterator[Row]:
    """Each so many times."""

    def row(what: str, measured: str, fault: Fault) -> Row:
        return repeated(what, measured, fault, times, seed)

    own = "de klok die de app krijgt; die van de machine is van iedereen"
    yield row("de datum verspringt een jaar, of gaat terug", own, date_jumps)
    yield row("de machine slaapt terwijl de tijd loopt", f"acht uur verder in één stap: {own}", sleeps)
    yield row("het programma staat stil, en gaat verder", "SIGSTOP en SIGCONT; dan SIGKILL", stands_still)
    yield row("twee programma's op één map", "twee processen om en om, het ene gedood", two_programs)
