"""Mutants of every file that comes in: a result or a refusal, within a second and in little memory."""

import re
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from tegenwicht.app.last_time import forms_from
from tegenwicht.game import rules
from tegenwicht.game.modes import MODES
from tegenwicht.preferences import Settings, Theme
from tegenwicht.storage.decks import formats as deck_formats
from tegenwicht.storage.decks.csv_ import parse_csv, to_csv
from tegenwicht.storage.decks.reader import DeckProblems, parse_deck
from tegenwicht.storage.decks.xlsx import parse_xlsx, to_xlsx
from tegenwicht.storage.exchange.session_file import BadSessionFile, session_text
from tegenwicht.storage.exchange.session_text import read_session
from tegenwicht.storage.journal.journal import MemoryJournal
from tegenwicht.storage.settings import FILE_NAME, read_settings, write_changes
from tests import fuzz
from tests.pilot import DECK, Pilot
from tests.proof.faults.damage import played
from tests.proof.faults.mutants import Mutator, of_bytes, of_json, of_parts, of_tokens
from tests.proof.table import Row, judged, unmeasured
from tests.storage.decks.deck_samples import SMALL_DECK

MOST_SECONDS = 1.0
PATIENCE_SECONDS = 60
MOST_MIB = 200
AT_THE_APP = 400
"""One in so many mutants of the settings is also opened by the app itself."""


class Kind(NamedTuple):
    """A kind of file. read: True when it was taken, False when it was refused; raises when that is a fault."""

    name: str
    seeds: tuple[bytes, ...]
    mutators: tuple[Mutator, ...]
    read: Callable[[bytes], bool]


class Late(BaseException):
    """It took so long that it may go on for ever."""


def kinds(room: Path) -> Iterator[Kind]:
    """Every kind of file that comes in."""
    small, large = SMALL_DECK.encode(), DECK.read_bytes()
    deck = parse_deck(small, "x")
    texts = (of_bytes, of_tokens)
    yield Kind("kaartset (yaml)", (small, small, small, large), texts, _yaml)
    yield Kind("kaartset (csv)", (to_csv(deck),), texts, _csv)
    yield Kind("kaartset (xlsx)", (to_xlsx(deck),), (of_bytes, of_parts, of_parts), _xlsx)
    yield Kind(
        "sessiebestand (.tegenwicht)", tuple(map(_session, MODES)), (*texts, of_json, of_json), _read_session
    )
    yield Kind("instellingen", (_settings(room),), (*texts, of_json), partial(_read_settings, room))


def _yaml(data: bytes) -> bool:
    return _deck(lambda: parse_deck(data, "x.yaml"), ".yaml")


def _csv(data: bytes) -> bool:
    return _deck(lambda: parse_csv(data, Path("x.csv")).deck, ".csv")


def _xlsx(data: bytes) -> bool:
    return _deck(lambda: parse_xlsx(data, Path("x.xlsx")).deck, "")


def _deck(read: Callable[[], Any], kind: str) -> bool:
    try:
        deck = read()
    except DeckProblems as error:
        return not error.problems and _unsaid()
    if kind:
        assert deck_formats.reads_back(deck_formats.encode(deck, kind), Path(f"x{kind}"), deck)
    return True


def _unsaid() -> bool:
    raise ValueError("refused without saying why, or where")


def _session(mode: str) -> bytes:
    journal = MemoryJournal()
    session_id, _ = played(journal, mode, 3)
    (row,) = journal.sessions()
    return session_text(row, journal.events(session_id), anonymous=False)


def _read_session(data: bytes) -> bool:
    try:
        found = read_session(data, "x")
    except BadSessionFile as error:
        return not str(error).startswith("x:") and _unsaid()
    assert rules.replay(found.events) == found.timeline
    return True


def _settings(room: Path) -> bytes:
    last = {"setup:rounds": 3, "setup:off": ["client"], "names": ["Samira", ""], "setup:mode": MODES[0]}
    write_changes(room, Settings(), Settings(theme=Theme.DARK, window=(10, 10, 900, 700), last_setup=last))
    return (room / FILE_NAME).read_bytes()


def _read_settings(room: Path, data: bytes) -> bool:
    for one in room.iterdir():
        one.unlink()
    (room / FILE_NAME).write_bytes(data)
    found, notice = read_settings(room)
    forms_from(found.last_setup)
    write_changes(room, Settings(), found)
    assert read_settings(room) == (found, None)
    return notice is None


def opened_by_the_app(data: bytes) -> None:
    """The app itself with these settings, up to the setup of a new session."""
    with tempfile.TemporaryDirectory(prefix="faults-") as folder:
        (Path(folder) / FILE_NAME).write_bytes(data)
        with Pilot(Path(folder)) as pilot:
            pilot.press("Spelen", "Verder: tafel en tijd")


# -- trying them


@contextmanager
def no_longer_than(seconds: float) -> Iterator[None]:
    """Late after so many seconds."""

    def ring(*_: object) -> None:
        raise Late(f"langer dan {seconds} s")

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


class Tried(NamedTuple):
    """What one file cost. why: what is wrong, empty when nothing is."""

    taken: bool
    seconds: float
    mib: float
    why: str


def tried(read: Callable[[bytes], bool], data: bytes) -> Tried:
    """Read one file; processor time and the highest memory while doing so."""
    _forget_peak()
    before, begin = _status("VmRSS"), time.process_time()
    taken, why = False, ""
    try:
        with no_longer_than(PATIENCE_SECONDS):
            taken = read(data)
    except (Exception, Late) as error:  # noqa: BLE001 - that is what it looks for
        why = f"{type(error).__name__}: {str(error)[:80]}"
    seconds, mib = time.process_time() - begin, (_status("VmHWM") - before) / 1024
    if not why and seconds > MOST_SECONDS:
        why = f"te traag: {seconds:.1f} s"
    if not why and mib > MOST_MIB:
        why = f"te veel geheugen: {mib:.0f} MiB"
    return Tried(taken, seconds, mib, why)


def _forget_peak() -> None:
    with open("/proc/self/clear_refs", "w") as file:
        file.write("5")


def _status(name: str) -> int:
    """KiB."""
    with open("/proc/self/status") as file:
        found = re.search(rf"^{name}:\s+(\d+)", file.read(), re.MULTILINE)
    return int(found[1]) if found else 0


def mutants(kind: Kind, times: int, seed: int) -> Row:
    """The row of so many mutants of a kind of file."""
    dice, taken, slowest, most = Random(seed), 0, 0.0, 0.0
    wrong: list[str] = []
    for number in range(times):
        data = dice.choice(kind.mutators)(dice.choice(kind.seeds), dice)
        found = tried(kind.read, data)
        taken, slowest, most = taken + found.taken, max(slowest, found.seconds), max(most, found.mib)
        if found.why and not any(one.split(":")[1] == found.why.split(":")[0] for one in wrong):
            wrong.append(f"nr {number}:{found.why}; {smallest(kind, data, found.why)}")
    shown = "; ".join(wrong[:3])
    return judged(
        f"mutanten van {kind.name}", f"{times} keer",
        f"zaad {seed}; {taken} gelezen, {times - taken} geweigerd; traagst {slowest:.2f} s, hooguit {most:.0f} MiB erbij",
        shown or "0 fouten, 0 langer dan een seconde, 0 boven 200 MiB", not wrong,
    )  # fmt: skip


def smallest(kind: Kind, data: bytes, why: str) -> str:
    """The bytes of a file that still fails so, with as much left out as a minute allows; kept whole beside."""
    with tempfile.NamedTemporaryFile(prefix="faults-mutant-", delete=False) as file:
        file.write(data)

    def failing(some: list[int]) -> list[int] | None:
        return some if tried(kind.read, bytes(some)).why.split(":")[0] == why.split(":")[0] else None

    left = fuzz.fewer(list(data), failing, seconds=60.0)
    return f"kleinste {bytes(left)[:120]!r}, heel in {file.name}"


def check(times: int, seed: int) -> Iterator[Row]:
    """So many mutants of each kind of file."""
    if not sys.platform.startswith("linux"):
        yield unmeasured("mutanten van bestanden", "het geheugen wordt gelezen zoals Linux het vertelt")
        return
    with tempfile.TemporaryDirectory(prefix="faults-files-") as room:
        for kind in kinds(Path(room)):
            yield mutants(kind, times, seed)
        yield at_the_app(max(1, times // AT_THE_APP), seed, _settings(Path(room)))


def at_the_app(times: int, seed: int, good: bytes) -> Row:
    """Some mutants of the settings, opened by the app."""
    dice, wrong = Random(seed), []
    for number in range(times):
        data = of_json(good, dice)
        try:
            with no_longer_than(PATIENCE_SECONDS):
                opened_by_the_app(data)
        except (Exception, Late) as error:  # noqa: BLE001 - that is what it looks for
            shown = data.decode("utf-8", "replace")[:200]
            wrong.append(f"nr {number}: {type(error).__name__}: {str(error)[:80]} met {shown!r}")
    return judged(
        "mutanten van instellingen in de app zelf", f"{times} keer", "geopend, en naar de opzet van een sessie",
        "; ".join(wrong[:3]) or "de app opent", not wrong,
    )  # fmt: skip
