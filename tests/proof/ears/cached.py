"""A client of AT-SPI that keeps what it knows, as screen readers do: of what is come back to nothing may be dead to it.

A part that left the tree is dead to such a client for ever, by its path; a new part that got the same path would have
no name, and not be spoken.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tegenwicht.preferences import Settings
from tegenwicht.storage.settings import write_changes
from tests.proof.ears.script import Outcome
from tests.screens import desktop
from tests.screens.desktop import Desk, Reader

QUIET_SECONDS = 1.0
COMES_SECONDS = 60.0
WAYS = (
    ("hulp en terug", ("F1", "Escape")),
    ("instellingen en terug", ("F2", "Escape")),
    ("spelen en terug", ("Return", "Escape")),
    ("hulp, instellingen en terug", ("F1", "F2", "Escape", "Escape")),
    ("nog eens hulp en terug", ("F1", "Escape")),
)


class Part(NamedTuple):
    """Something on the screen, as the client knows it."""

    path: str
    role: str
    name: str
    dead: bool


def cached() -> list[Outcome]:
    """An outcome for each way from the first screen and back; with less movement, so that nothing changes by itself."""
    lacking = desktop.missing()
    if lacking:
        return [Outcome("de lezer die onthoudt", 0, (f"ontbreekt: {', '.join(lacking)}",))]
    with tempfile.TemporaryDirectory(prefix="ears-data-") as data, desktop.desktop() as desk:
        still = Settings(reduced_motion=True)  # else another card lies open every nine seconds
        write_changes(Path(data), Settings(), still)
        reader = desk.reader()
        desk.start([sys.executable, "-m", "tegenwicht", "--data-dir", data])
        reader.wait_for("Hulp", "push button")
        reader.wait_for_keyboard()
        return list(_ways(desk, desk.reader()))


def _ways(desk: Desk, reader: Reader) -> Iterator[Outcome]:
    first = _parts(reader)
    for title, keys in WAYS:
        seen = [first]
        for key in keys:
            before = seen[-1]
            subprocess.run(["xdotool", "key", key], env=desk.env, check=True)
            seen.append(_settled(reader, before))
        yield _outcome(f"de lezer die onthoudt: {title}", seen)


def _outcome(title: str, seen: list[list[Part]]) -> Outcome:
    faults = [f"{one.role} {one.name or 'zonder naam'} is dood" for one in seen[-1] if one.dead]
    here, there = (
        {(one.role, one.name) for one in parts if one.role != "status bar"} for parts in (seen[0], seen[-1])
    )
    faults += [f"weg: {role} {name}" for role, name in sorted(here - there)]
    away = {(one.role, one.name) for one in seen[1] if one.role != "status bar"}
    if away == here:
        faults.append("de toets bracht niet naar een ander scherm: er is niets nagegaan")
    return Outcome(title, len(seen[-1]), tuple(faults))


def _parts(reader: Reader) -> list[Part]:
    found: Any = reader.ask("remember")
    return [Part(*one) for one in found]


def _settled(reader: Reader, before: list[Part]) -> list[Part]:
    """What there is when it has changed, and does not change any more."""
    end = time.monotonic() + COMES_SECONDS
    last = before
    while time.monotonic() < end:
        time.sleep(QUIET_SECONDS / 2)
        try:
            now = _parts(reader)
        except LookupError:  # a part went while it was asked
            continue
        if now == last and now != before:
            return now
        last = now
    return last
