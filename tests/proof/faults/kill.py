"""Killed (SIGKILL) at random moments over whole sessions of every mode: what was confirmed is there."""

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

from tegenwicht.game.modes import MODES
from tests.proof.faults.kept import Confirmed, as_confirmed, found_in, lost
from tests.proof.faults.player import Life
from tests.proof.table import Row, judged

KILLS_A_FOLDER = 20
"""A folder that grows for ever would only make the looking slow."""


class Toll:
    """What was found over many kills. gone: events that were confirmed and are not there."""

    def __init__(self) -> None:
        self.kills = self.confirmed = self.gone = self.closed = 0
        self.unopened: list[str] = []
        self.moments: dict[str, int] = {"openen": 0, "spelen": 0}

    def take(self, known: Confirmed, data: Path) -> None:
        """Look at what is there after a kill."""
        found = found_in(data)
        self.gone += lost(known, found)
        self.unopened += found.unopened + found.notices


def kills(mode: str, times: int, seed: int, toll: Toll) -> None:
    """Kill the app so many times in one folder, one time in five while it opens."""
    dice = Random(seed)
    known: Confirmed = {}
    with tempfile.TemporaryDirectory(prefix="faults-kill-") as folder:
        data = Path(folder) / "data"
        for number in range(times):
            known |= _one_life(data, mode, seed * 1000 + number, dice, toll)
            toll.take(known, data)
            toll.kills += 1
        toll.confirmed += len(known)
        toll.closed += found_in(data).closed


def _one_life(data: Path, mode: str, seed: int, dice: Random, toll: Toll) -> Confirmed:
    """What was confirmed before the end."""
    life = Life(data, mode, seed)
    if dice.random() < 0.2:
        time.sleep(dice.uniform(0.0, 0.3))
        life.kill()
        toll.moments["openen"] += 1
        return {}
    with life:
        opened = life.opened()
        toll.unopened += [*opened["notices"], *([opened["trouble"]] if opened["trouble"] else [])]
        known = as_confirmed(life.ask("play", 1))
        life.play_on()
        time.sleep(dice.choice((0.02, dice.uniform(0.0, 0.1), dice.uniform(0.0, 1.0))))
        life.kill()
        toll.moments["spelen"] += 1
        return known | as_confirmed(life.confirmed())


def check(times: int, seed: int) -> Iterator[Row]:
    """``times`` kills in each mode."""
    for place, mode in enumerate(MODES):
        toll, left, part = Toll(), times, 0
        while left > 0:
            kills(mode, min(left, KILLS_A_FOLDER), seed * 7919 + 101 * place + part, toll)
            left, part = left - KILLS_A_FOLDER, part + 1
        yield judged(
            f"gedood (SIGKILL) in {mode}",
            f"{toll.kills} keer",
            f"{toll.moments['openen']} tijdens openen, {toll.moments['spelen']} tijdens spelen; "
            f"{toll.confirmed} bevestigde stappen, {toll.closed} sessies uitgespeeld",
            f"{toll.gone} stappen kwijt; {len(toll.unopened)} sessies die niet goed openen"
            + "".join(f"; {one}" for one in toll.unopened[:2]),
            not toll.gone and not toll.unopened and (toll.confirmed > 0 or not toll.moments["spelen"]),
        )
