"""Every write killed at every step: the n-th call that changes something on the disk ends the process (strace).

A short life of everything that writes: settings, what is typed, a session, a deck, a copy, a file, one session erased,
all erased. After the kill the folder opens well, what was confirmed is there, and what was erased is nowhere.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from random import Random
from typing import NamedTuple

from tegenwicht.storage.journal.contract import UnreadableSession
from tegenwicht.storage.journal.journal import open_journal
from tegenwicht.storage.settings import read_settings
from tests.proof.faults.network import may_trace
from tests.proof.table import Row, judged, unmeasured
from tests.screens.desktop import PROJECT

CALLS = "write,pwrite64,pwritev,ftruncate,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,link,mkdir,mkdirat,rmdir"
SECRET, OTHER = "Geheimzinnig", "Blijvertje"
"""Words of the session that is erased, and of the one that stays until all is."""
SECONDS = 300.0
STEPS = ("session", "written", "more", "copied", "typed", "erased", "all")
"""What the life says on the way, when it is sure of it."""


def life(data: Path) -> None:
    """Write everything once, and say what is sure by now, a word a line."""
    from dataclasses import replace

    from tegenwicht.preferences import Settings
    from tegenwicht.storage.exchange.session_file import write_session_file
    from tegenwicht.storage.journal.backups import back_up_when_due
    from tegenwicht.storage.journal.erasing import erase_everything, erase_session
    from tegenwicht.storage.settings import write_changes
    from tegenwicht.storage.typed import Typed, keep_typed
    from tests.storage.session_samples import begun, onward

    def say(word: str) -> None:
        os.write(1, f"{word}\n".encode())

    journal, _ = open_journal(data)
    session = begun(journal, "een")
    session.do(onward(session))
    _note(session, SECRET)
    other = begun(journal, "ander")
    other.do(onward(other))
    _note(other, OTHER)
    say("session")
    settings, _ = read_settings(data)
    chosen = replace(settings, text_size=150, last_setup={"setup:title": SECRET})
    write_changes(data, Settings(), chosen)
    say("written")
    for _ in range(3):
        session.do(onward(session))
    say("more")
    back_up_when_due(data, datetime(2026, 11, 21, 12))
    write_session_file(data.parent / "uit.tegenwicht", session.row, journal.events("een"), anonymous=True)
    say("copied")
    keep_typed(data, "een", Typed("note", {"note:text": SECRET}))
    say("typed")
    chosen, _ = erase_session(data, journal, "een", chosen)
    say("erased")
    erase_everything(data, journal, chosen)
    journal.close()
    say("all")


def _note(session: object, words: str) -> None:
    from tegenwicht.game.tegenwicht import WriteNote

    session.do(WriteNote(words))  # type: ignore[attr-defined]


class Killed(NamedTuple):
    """What was sure before the end, and whether the life was over by itself."""

    sure: list[str]
    whole: bool


class Moment(NamedTuple):
    """The ``time``-th time that a call of the system is made."""

    call: str
    time: int


def lived(data: Path, at: Moment) -> Killed:
    """One life, killed at that moment."""
    watch = ["strace", "-f", "-qq", "-o", os.devnull, "-e", f"trace={CALLS}"]
    watch += ["-e", f"inject={at.call}:signal=KILL:when={at.time}"]
    command = [*watch, sys.executable, "-m", "tests.proof.faults.writes", str(data)]
    env = os.environ | {
        "PYTHONDONTWRITEBYTECODE": "1",
        "SDL_VIDEODRIVER": "dummy",
        "SDL_AUDIODRIVER": "dummy",
    }
    done = subprocess.run(
        command, cwd=PROJECT, env=env, capture_output=True, text=True, timeout=SECONDS, check=False
    )
    sure = [word for word in done.stdout.split() if word in STEPS]
    if sure[-1:] != ["all"] and "Traceback" in done.stderr:
        raise AssertionError(done.stderr[-300:])
    return Killed(sure, sure[-1:] == ["all"])


def wrong_after(data: Path, sure: list[str]) -> Iterator[str]:
    """What is not as it should be when the folder is opened again."""
    journal, notices = open_journal(data)
    texts: dict[str, str] = {}
    for row in journal.sessions():
        with suppress(UnreadableSession):
            texts[row.id] = str(journal.events(row.id))
    yield from (f"gemeld: {one}" for one in notices)
    if journal.trouble:
        yield journal.trouble
    journal.close()
    settings, said = read_settings(data)
    if said:
        yield said
    if "written" in sure and settings.text_size != 150:
        yield "de tekstgrootte is kwijt"
    before_erasing = "typed" not in sure
    if (
        "session" in sure
        and before_erasing
        and not (SECRET in texts.get("een", "") and OTHER in texts.get("ander", ""))
    ):
        yield "een bevestigde notitie is kwijt"
    if "erased" not in sure and not before_erasing and OTHER not in texts.get("ander", ""):
        yield "de andere sessie is mee gewist"
    found = _places_with(data, SECRET)
    if "erased" in sure and found:
        yield f"gewist, en toch in {', '.join(found)}"
    if not before_erasing and "een" not in texts and [one for one in found if "journal" in one]:
        yield f"uit de lijst, en toch in {', '.join(found)}"
    if "all" in sure and (texts or _places_with(data, OTHER)):
        yield "niet alles is gewist"
    left = [
        path.name
        for path in data.rglob("*")
        if path.name.endswith(".tmp") or path.name.startswith(".tijdelijk-")
    ]
    if left:
        yield f"half geschreven: {', '.join(left)}"


def _places_with(data: Path, words: str) -> list[str]:
    return [path.name for path in data.rglob("*") if path.is_file() and words.encode() in path.read_bytes()]


def check(times: int, seed: int) -> Iterator[Row]:
    """So many of the moments at which something is written, or each of them where there are fewer."""
    if not may_trace():
        yield unmeasured("elke schrijfstap gedood", "strace ontbreekt of mag hier niet")
        return
    with tempfile.TemporaryDirectory(prefix="faults-writes-") as room:
        moments = _moments(Path(room))
    chosen = moments if times >= len(moments) else Random(seed).sample(moments, times)
    wrong: list[str] = []
    steps: set[str] = set()
    for at in chosen:
        with tempfile.TemporaryDirectory(prefix="faults-writes-") as room:
            data = Path(room) / "data"
            sure = lived(data, at).sure
            steps.add(sure[-1] if sure else "begin")
            wrong += [
                f"bij {at.call} {at.time} (na {sure[-1:] or 'het begin'}): {one}"
                for one in wrong_after(data, sure)
            ]
    yield judged(
        "gedood bij elke schrijfstap", f"{len(chosen)} van {len(moments)}",
        f"sessies, instellingen, getypt, kopie, bestand, wissen; gedood na {', '.join(sorted(steps))}",
        "; ".join(wrong[:4]) or "niets kwijt, niets gewist dat bleef, niets half geschreven", not wrong,
    )  # fmt: skip


def _moments(room: Path) -> list[Moment]:
    """Every time that a whole life changes something on the disk, in order."""
    log = room / "log"
    command = ["strace", "-f", "-qq", "-o", str(log), "-e", f"trace={CALLS}"]
    command += [sys.executable, "-m", "tests.proof.faults.writes", str(room / "data")]
    env = os.environ | {
        "PYTHONDONTWRITEBYTECODE": "1",
        "SDL_VIDEODRIVER": "dummy",
        "SDL_AUDIODRIVER": "dummy",
    }
    subprocess.run(command, cwd=PROJECT, env=env, capture_output=True, timeout=SECONDS, check=True)
    counts: Counter[str] = Counter()
    found = []
    for line in log.read_text("utf-8", "replace").splitlines():
        if call := re.match(r"\d+ +(\w+)\(", line):
            counts[call[1]] += 1
            found.append(Moment(call[1], counts[call[1]]))
    return found


if __name__ == "__main__":
    life(Path(sys.argv[1]))
