"""The journal with one byte changed, cut short, or a page zeroed: no crash, and no loss that is not told.

In one process, on files: what is readable must be rescued, and what is not must be named (storage/salvage.py).
"""

import re
import shutil
import sqlite3
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from random import Random

from tegenwicht.game.events import Event
from tegenwicht.game.modes import MODES
from tegenwicht.session import RunningSession
from tegenwicht.storage.journal.backups import back_up_when_due
from tegenwicht.storage.journal.contract import Journal, UnreadableSession
from tegenwicht.storage.journal.journal import open_journal
from tegenwicht.storage.journal.schema import FORMAT
from tests.game.tables import TWO_OF_EACH, deck
from tests.game.test_every_mode import setup_for, wanted
from tests.proof.table import Row, judged
from tests.storage.session_samples import ticking

ACTIONS = 30
PAGE = 1024
FILE, LOG = "journal.sqlite3", "journal.sqlite3-wal"
MORE = "niet te zien"
"""Of the notice that says that there may have been more than can be seen."""
COUNTED = re.compile(r"en nog (\d+) andere")
"""Of a notice that names the first of those that are lost or not whole, and says how many more there are."""

Sessions = dict[str, tuple[str, list[Event]]]
"""(title, events) by id."""
Damage = Callable[[bytearray, Random], bytearray]


def one_byte(data: bytearray, dice: Random) -> bytearray:
    """One byte is another byte."""
    place = dice.randrange(len(data))
    data[place] ^= dice.randrange(1, 256)
    return data


def cut(data: bytearray, dice: Random) -> bytearray:
    """The end is gone."""
    return data[: dice.randrange(len(data))]


def zeroed(data: bytearray, dice: Random) -> bytearray:
    """One page holds nothing but zeros."""
    place = dice.randrange(max(1, len(data) // PAGE)) * PAGE
    data[place : place + PAGE] = bytes(len(data[place : place + PAGE]))
    return data


DECK = replace(deck(*TWO_OF_EACH), sources=("Een bron",))
"""A deck as a file must have it, so that a session file with it can be read."""
DAMAGES: dict[str, Damage] = {"één byte anders": one_byte, "ingekort": cut, "een bladzijde op nul": zeroed}


def played(journal: Journal, mode: str, number: int) -> tuple[str, str]:
    """(id, title) of a session in the journal, played by chance."""
    dice, title = Random(number), f"Sessie {mode} {number}"
    chosen = replace(setup_for(mode, dice), title=title)
    session = RunningSession.start(
        journal, chosen, DECK, now=ticking(), new_id=lambda: f"{mode}{number}"
    )  # fmt: skip
    while session.timeline.count < ACTIONS and session.legal:
        session.do(wanted(session.legal, dice))
    return session.id, title


def made(data: Path, seed: int, killed: bool, backed_up: bool) -> Sessions:
    """A folder with a session or two of each mode. killed: with a log that was not put away yet."""
    room = data.with_name("made")
    journal, _ = open_journal(room)
    numbers = (seed * 10 + n for n in range(2))
    ids = [played(journal, mode, number) for number in numbers for mode in MODES]
    if backed_up:
        assert back_up_when_due(room, datetime.now()) is None
        played(journal, MODES[0], seed * 10 + 5)
        ids.append((f"{MODES[0]}{seed * 10 + 5}", f"Sessie {MODES[0]} {seed * 10 + 5}"))
    sessions = {one: (title, journal.events(one)) for one, title in ids}
    if killed:
        shutil.copytree(room, data)
    journal.close()
    if not killed:
        shutil.copytree(room, data)
    shutil.rmtree(room)
    return sessions


def outcome(data: Path, sessions: Sessions) -> tuple[Counter[str], list[str]]:
    """What became of each session, and what is wrong with that."""
    journal, notices = open_journal(data)
    there = {one: _events(journal, one) for one in sessions}
    listed = {row.id for row in journal.sessions(limit=10**9)}
    told = " ".join([*notices, *journal.take_notices(), journal.trouble or ""])
    journal.close()
    counts: Counter[str] = Counter()
    wrong = []
    for one, (title, events) in sessions.items():
        found = there[one]
        if found == events and one in listed:
            counts["heel"] += 1
        elif title in told or (isinstance(found, str) and title in found and one in listed):
            counts["genoemd"] += 1
        elif MORE in told:
            counts["gemeld"] += 1
        else:
            wrong.append(f"{title}: {_difference(events, found)}; {told[:60] or 'geen melding'}")
    if len(wrong) <= sum(map(int, COUNTED.findall(told))):
        counts["geteld"], wrong = len(wrong), []
    counts["stil"] = len(wrong)
    return +counts, wrong


def _events(journal: Journal, session_id: str) -> list[Event] | str:
    """The events, or what is said when the session is opened."""
    try:
        RunningSession.resume(journal, session_id, now=ticking())
        return journal.events(session_id)
    except UnreadableSession as error:
        return str(error)


def _difference(events: list[Event], found: list[Event] | str) -> str:
    if isinstance(found, str):
        return f"weg ({found[:40]})"
    if found == events:
        return "heel, maar niet in de lijst"
    if found == events[: len(found)]:
        return f"{len(found)} van {len(events)} stappen"
    place = next(n for n, (one, other) in enumerate(zip(events, found, strict=False)) if one != other)
    return f"stap {place} is anders"


def damaged(name: str, times: int, seed: int, file: str = FILE, **how: bool) -> Row:
    """The row of one kind of damage; the longest it took to open and read everything is in it."""
    dice, counts = Random(seed), Counter[str]()
    wrong: list[str] = []
    longest = 0.0
    with tempfile.TemporaryDirectory(prefix="faults-damage-") as room:
        good, data = Path(room) / "good", Path(room) / "data"
        sessions = made(good, seed, **how)
        whole = (good / file).read_bytes()
        for number in range(times):
            shutil.copytree(good, data)
            (data / file).write_bytes(DAMAGES[name](bytearray(whole), dice))
            begin = time.perf_counter()
            try:
                found, silent = outcome(data, sessions)
            except Exception as error:  # noqa: BLE001 - that is what it looks for
                found, silent = Counter({"crash": 1}), [f"{type(error).__name__}: {error}"]
            longest = max(longest, time.perf_counter() - begin)
            counts += found
            wrong += [f"{number}: {one}" for one in silent]
            shutil.rmtree(data)
    return _row(name, times, seed, file, how, counts, wrong, longest)


def _row(
    name: str, times: int, seed: int, file: str, how: dict[str, bool], counts: Counter[str],
    wrong: list[str], longest: float,
) -> Row:  # fmt: skip
    about = [word for word, on in (("gedood", how["killed"]), ("met reservekopie", how["backed_up"])) if on]
    where = f"{'het log' if file == LOG else 'het journaal'} ({', '.join(about) or 'goed gesloten'})"
    parts = ", ".join(f"{count} {word}" for word, count in sorted(counts.items()))
    shown = "".join(f"; {one}" for one in wrong[:3])
    return judged(
        f"{where}: {name}", f"{times} keer",
        f"elke sessie teruggelezen en vergeleken; langst {longest:.2f} s; zaad {seed}",
        f"sessies: {parts}{shown}", not wrong,
    )  # fmt: skip


# -- earlier formats


def earlier(number: int) -> list[str]:
    """What is wrong with a journal of format ``number``, opened now and opened again."""
    from tests.storage.journal.test_old_journals import FOLDER

    with tempfile.TemporaryDirectory(prefix="faults-format-") as room:
        data = Path(room)
        shutil.copy(FOLDER / f"format-{number}.sqlite3", data / FILE)
        before = _raw(data / FILE)
        wrong = []
        for _ in range(2):
            journal, notices = open_journal(data)
            wrong += [*notices, *([journal.trouble] if journal.trouble else [])]
            for row in journal.sessions():
                found = _events(journal, row.id)
                wrong += [found] if isinstance(found, str) else []
            journal.close()
        wrong += [] if _raw(data / FILE) == before else ["de stappen op schijf zijn anders"]
        return wrong


def _raw(path: Path) -> list[tuple[object, ...]]:
    database = sqlite3.connect(path)
    try:
        return database.execute("SELECT * FROM event ORDER BY session, number").fetchall()
    finally:
        database.close()


def check(times: int, seed: int) -> Iterator[Row]:
    """``times`` of each kind of damage, on a journal that was closed well; on the others half as often."""
    for place, name in enumerate(DAMAGES):
        yield damaged(name, times, seed * 31 + place, killed=False, backed_up=False)
        yield damaged(name, max(1, times // 2), seed * 31 + place, killed=False, backed_up=True)
        yield damaged(name, max(1, times // 2), seed * 31 + place, killed=True, backed_up=False)
        yield damaged(name, max(1, times // 2), seed * 31 + place, LOG, killed=True, backed_up=False)
    for number in range(1, FORMAT + 1):
        wrong = earlier(number)
        yield judged(
            f"een journaal van formaat {number}", "2 keer", "geopend, nog eens geopend, elke sessie nagespeeld",
            "; ".join(wrong) or "elke stap is er, niets gemeld", not wrong,
        )  # fmt: skip
