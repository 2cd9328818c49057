"""Disks that fill up, become read-only, break off and come back; a folder that vanishes."""

import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from random import Random

from tegenwicht.game.modes import MODES
from tests.proof.faults.kept import Confirmed, as_confirmed, found_in, lost
from tests.proof.faults.places import breakable_disk, fill, may_break, may_mount, read_only, small_disk
from tests.proof.faults.player import Life
from tests.proof.table import Row, judged, unmeasured

RETRIED = 6.0
"""Seconds after which the app has tried to save again."""
MOST_ACTIONS = 200

Fault = Callable[[str, int], list[str]]
"""What is wrong after a fault in a session of a mode, with a seed."""


def repeated(what: str, measured: str, fault: Fault, times: int, seed: int) -> Row:
    """The row of a fault that is tried in every mode in turn; which comes first depends on the seed."""
    wrong: list[str] = []
    first = Random(f"{seed} {what}").randrange(len(MODES))
    for number in range(times):
        mode = MODES[(first + number) % len(MODES)]
        wrong += [f"{mode}: {problem}" for problem in fault(mode, seed * 1000 + number)]
    found = "; ".join(dict.fromkeys(wrong[:3])) or "niets kwijt, alles gaat weer open"
    return judged(what, f"{times} keer", measured, found, not wrong)


def losses(confirmed: Confirmed, data: Path) -> list[str]:
    """What is wrong with what is on disk now."""
    found = found_in(data)
    gone = lost(confirmed, found)
    return [
        *([f"{gone} van {len(confirmed)} stappen kwijt"] if gone else []),
        *found.unopened,
        *found.notices,
    ]


def saved_again(life: Life) -> list[str]:
    """After the trouble is over: the app says by itself that all is saved."""
    life.ask("pass_time", RETRIED)
    state = life.ask("state")
    if state["trouble"] or state["waiting"]:
        return [f"nog steeds {state['waiting']} niet bewaard: {state['trouble']}"]
    return []


def told(life: Life, words: str) -> list[str]:
    """Whether the lasting notice says so."""
    trouble = life.ask("state")["trouble"]
    return [] if words in trouble else [f"verwacht {words!r} op het scherm, gevonden {trouble!r}"]


# -- full


def until_trouble(life: Life) -> Confirmed:
    """Play until something cannot be saved."""
    did = []
    while len(did) < MOST_ACTIONS:
        did += life.ask("play", 1)
        if not did[-1].saved:
            break
    return as_confirmed(did)


def full_disk(mode: str, seed: int) -> list[str]:
    """Full, and then there is room again."""
    with (
        tempfile.TemporaryDirectory(prefix="faults-") as room,
        small_disk(Path(room) / "disk", "700k") as disk,
    ):
        with Life(disk / "data", mode, seed) as life:
            life.opened()
            known = as_confirmed(life.ask("play", 10))
            big = fill(disk)
            known |= until_trouble(life)
            known |= as_confirmed(life.ask("play", 10))
            wrong = told(life, "De schijf is vol")
            big.unlink()
            wrong += saved_again(life)
        return wrong + losses(known, disk / "data")


def killed_on_full_disk(mode: str, seed: int) -> list[str]:
    """What was saved is there, also for whoever opens on the full disk; and play goes on."""
    with (
        tempfile.TemporaryDirectory(prefix="faults-") as room,
        small_disk(Path(room) / "disk", "700k") as disk,
    ):
        with Life(disk / "data", mode, seed) as life:
            life.opened()
            known = as_confirmed(life.ask("play", 10))
            big = fill(disk)
            did = [one for _ in range(20) for one in life.ask("play", 1)]
            known |= as_confirmed(one for one in did if one.saved)
        wrong = losses(known, disk / "data")
        with Life(disk / "data", mode, seed + 1) as life:
            life.opened()
            known |= as_confirmed(life.ask("play", 5))
            big.unlink()
            wrong += saved_again(life)
        return wrong + losses(known, disk / "data")


def short_of_room(mode: str, seed: int) -> list[str]:
    """The same without a disk of one's own: files of the process may not grow."""
    with tempfile.TemporaryDirectory(prefix="faults-") as room:
        data = Path(room) / "data"
        with Life(data, mode, seed) as life:
            life.opened()
            known = as_confirmed(life.ask("play", 10))
            life.ask("limit", 6000)
            known |= until_trouble(life)
            wrong = told(life, "lukt niet")
            known |= as_confirmed(life.ask("play", 10))
            life.ask("limit", None)
            wrong += saved_again(life)
        return wrong + losses(known, data)


# -- read-only


def becomes_read_only(mode: str, seed: int) -> list[str]:
    """In the middle of a session, and back."""
    with tempfile.TemporaryDirectory(prefix="faults-") as room:
        data = Path(room) / "data"
        with Life(data, mode, seed) as life:
            life.opened()
            known = as_confirmed(life.ask("play", 10))
            life.ask("let_go_of_file")
            with read_only(data):
                known |= as_confirmed(life.ask("play", 10))
                wrong = told(life, "mag niet schrijven")
            wrong += saved_again(life)
        return wrong + losses(known, data)


def opens_read_only(mode: str, seed: int) -> list[str]:
    """Already so when the app opens: the session that is there goes on."""
    with tempfile.TemporaryDirectory(prefix="faults-") as room:
        data = Path(room) / "data"
        with Life(data, mode, seed) as life:
            life.opened()
            known = as_confirmed(life.ask("play", 10))
            life.ask("close")
        with ExitStack() as lives:
            with read_only(data):
                life = lives.enter_context(Life(data, mode, seed + 1))
                life.opened()
                known |= as_confirmed(life.ask("play", 10))
                wrong = told(life, "mag niet schrijven")
            wrong += saved_again(life)
        return wrong + losses(known, data)


# -- gone


def folder_vanishes(mode: str, seed: int) -> list[str]:
    """Removed with all that is in it: the session on the table is written anew."""
    with tempfile.TemporaryDirectory(prefix="faults-") as room:
        data = Path(room) / "data"
        with Life(data, mode, seed) as life:
            life.opened()
            known = as_confirmed(life.ask("play", 20))
            shutil.rmtree(data)
            known |= as_confirmed(life.ask("play", 5))
            wrong = saved_again(life)
        return wrong + losses(known, data)


def folder_comes_back(mode: str, seed: int) -> list[str]:
    """As a stick that is pulled out and put back."""
    with tempfile.TemporaryDirectory(prefix="faults-") as room:
        data = Path(room) / "data"
        with Life(data, mode, seed) as life:
            life.opened()
            known = as_confirmed(life.ask("play", 10))
            data.rename(Path(room) / "away")
            data.write_text("iets anders")
            known |= as_confirmed(life.ask("play", 10))
            wrong = told(life, "lukt niet")
            data.unlink()
            (Path(room) / "away").rename(data)
            wrong += saved_again(life)
        return wrong + losses(known, data)


def breaks_off(mode: str, seed: int) -> list[str]:
    """Every file on the disk fails while the app plays on; the disk is put back and all is saved."""
    with breakable_disk() as disk:
        data = disk.folder / "data"
        with Life(data, mode, seed) as life:
            life.opened()
            known = as_confirmed(life.ask("play", 10))
            disk.break_off()
            known |= as_confirmed(life.ask("play", 10))
            wrong = [] if life.ask("state")["trouble"] else ["er stond niets van op het scherm"]
            disk.take_away()
            disk.put_back()
            wrong += saved_again(life)
        return wrong + losses(known, data)


def power_cut(mode: str, seed: int) -> list[str]:
    """At a random moment whatever was not synced is gone.

    What was confirmed before that moment must be there. With ext4 a sync that is under way while the disk is
    taken from under it may say that it succeeded; with real power there is nobody left to say so to.
    """
    dice = Random(seed)
    with breakable_disk() as disk:
        data = disk.folder / "data"
        with Life(data, mode, seed) as life:
            life.opened()
            life.play_on()
            time.sleep(dice.uniform(0.0, 1.0))
            cut = time.monotonic()
            disk.break_off()
            time.sleep(0.1)
            life.kill()
            known = as_confirmed(one for one in life.confirmed() if one.saved and one.at < cut)
        disk.take_away()
        disk.put_back()
        return losses(known, data)


def check(times: int, seed: int) -> Iterator[Row]:
    """Each fault so many times."""

    def row(what: str, measured: str, fault: Fault, more: int = 1) -> Row:
        return repeated(what, measured, fault, more * times, seed)

    small = "tmpfs van 700 kB, echt volgeschreven"
    if may_mount():
        yield row("schijf loopt vol, krijgt weer ruimte", small, full_disk)
        yield row("gedood op een volle schijf, daarop heropend", small, killed_on_full_disk)
    else:
        yield unmeasured("een volle schijf", "hier mag niet worden gemount (alleen root mag dat)")
    way = "RLIMIT_FSIZE in het programma zelf"
    yield row("bestanden die niet meer mogen groeien", way, short_of_room)
    way = "mount -o ro over de map" if may_mount() else "de rechten van de map"
    first = "; het journaal is eerst losgelaten, want anders kan het niet"
    yield row("alleen-lezen tijdens een sessie, en terug", way + first, becomes_read_only)
    yield row("openen op alleen-lezen, en terug", way, opens_read_only)
    yield row("de gegevensmap verdwijnt", "rm -r tijdens een sessie", folder_vanishes)
    way = "hernoemd, met een bestand op haar plaats"
    yield row("de gegevensmap is even weg", way, folder_comes_back)
    if not may_break():
        why = "daarvoor is root, een loop-apparaat en ext4 nodig"
        yield unmeasured("een schijf die uitvalt; de stroom die uitvalt", why)
        return
    way = "ext4 in een bestand, afgebroken met EXT4_IOC_SHUTDOWN"
    yield row("de schijf valt uit en komt terug", way, breaks_off)
    yield row("de stroom valt uit", f"{way}: wat niet gesynchroniseerd is, is weg", power_cut, more=3)
