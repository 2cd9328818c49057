"""A data folder in which lies whatever can lie there: the program starts, every screen comes, one can play and close.

Things are put by chance in every place that the program uses, and beside those; then somebody goes round.
"""

import json
import os
import shutil
import socket
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from random import Random

from tegenwicht.screens.shell.commands import Go
from tegenwicht.screens.shell.scenes import Scene
from tegenwicht.storage.journal.schema import FORMAT
from tegenwicht.storage.settings import FILE_NAME
from tests.pilot import DECK, TO_THE_TABLE, Pilot
from tests.proof.faults.mutants import NASTY, VALUES, of_json
from tests.proof.table import Row, judged

SLOWEST_START = 30.0
"""Seconds, on a busy machine; a folder that makes the program wait is a fault."""
SCREENS = (
    Scene.SETUP,
    Scene.BROWSE,
    Scene.SESSIONS,
    Scene.COMPARE,
    Scene.DECKS,
    Scene.HELP,
    Scene.SETTINGS,
    Scene.START,
)
PLACES = (
    "journal.sqlite3", "journal.sqlite3-wal", "journal.sqlite3-shm", FILE_NAME, "getypt", "getypt/opzet.json",
    "getypt/een.json", "kaartsets", "kaartsets/mijn.yaml", "kaartsets/mijn.concept", "kaartsets/.mijn.yaml.0a1b2c3d.tmp",
    "kaartsets/verwijderd", "kaartsets/verwijderd/oud.yaml", "kaartsets/\udcff.yaml", "kaartsets/CON.yaml",
    "kaartsets/" + "é" * 120 + ".yaml", "sloten", "sloten/een.lock", "sloten/kaartsets", "tegenwicht.lock",
    "reservekopieen", "reservekopieen/journal-2026-11-20.sqlite3", "reservekopieen/journal-9999-99-99.sqlite3",
    "reservekopieen.lock", "wissen-bezig", "fout.txt", "gelezen", ".tijdelijk-0a1b2c3d4e5f",
    "journal-beschadigd-2026-11-21.sqlite3", "journal-nieuwer-2026-11-21.sqlite3", ".instellingen.json.0a1b2c3d.tmp",
    "cache", "foto.jpg", "Thumbs.db", "\u202enaam", "🧑‍🦽",
)  # fmt: skip
DECK_TEXTS = (
    "id: x\ntitle: >\n  a\n  title: b\nlanguage: nl\n",
    "title: 'a\n", "title: " + "a" * 5000, "a: &a [*a]\n", "title: \x00\n",
    "title: \u202e\n", "- " * 3000, "title: ~\ncards: 3\n", "\ufeff", "title: [\n", "{" * 3000, "format: 99\n",
)  # fmt: skip

Thing = Callable[[Path, Random], object]


def _text(path: Path, dice: Random) -> object:
    return path.write_bytes(dice.choice((*NASTY, b"", b"\xff\xfe\x00", bytes(3000))))


def _json(path: Path, dice: Random) -> object:
    plain = {
        "panel": dice.choice(VALUES), "forms": {"setup:title": dice.choice(VALUES), "setup:people": dice.choice(VALUES)},
        "last_setup": {"names": dice.choice(VALUES), "setup:minutes": dice.choice(VALUES), "setup:off": dice.choice(VALUES)},
        "window": dice.choice((*VALUES, [10**9, -(10**9), 1, 1], [0, 0, 0, 0])), "text_size": dice.choice(VALUES),
        "theme": dice.choice(VALUES), "favourites": dice.choice(VALUES), "keep_months": dice.choice(VALUES),
    }  # fmt: skip
    data = json.dumps(plain).encode("utf-8", "replace")
    return path.write_bytes(of_json(data, dice) if dice.random() < 0.5 else data)


def _deck(path: Path, dice: Random) -> object:
    good = DECK.read_text("utf-8")
    return path.write_text(dice.choice((*DECK_TEXTS, good, good.replace("title:", "titel:", 1))), "utf-8")


def _database(path: Path, dice: Random) -> object:
    with closing(sqlite3.connect(path)) as file, suppress(sqlite3.Error):
        file.execute(
            dice.choice(("CREATE TABLE recipe (name)", "CREATE TABLE session (id)", "CREATE TABLE event (a)"))
        )
        file.execute(f"PRAGMA user_version = {dice.choice((0, 1, 2, FORMAT, FORMAT + 1, 99, -1))}")
        file.execute(f"PRAGMA application_id = {dice.choice((0, 1, int.from_bytes(b'TGWT', 'big')))}")
        file.commit()
    return None


def _folder(path: Path, dice: Random) -> object:
    path.mkdir()
    return (path / "iets").write_bytes(b"iets") if dice.random() < 0.5 else None


def _device(path: Path, _dice: Random) -> object:
    return os.mkfifo(path)


def _socket(path: Path, _dice: Random) -> object:
    with socket.socket(socket.AF_UNIX) as end:
        return end.bind(str(path)) if len(os.fsencode(path)) < 100 else None


def _link(path: Path, dice: Random) -> object:
    return path.symlink_to(
        dice.choice((path.name, "/dev/zero", "/dev/null", "nergens", "/", "..", "/proc/self/mem"))
    )


def _hole(path: Path, _dice: Random) -> object:
    with open(path, "wb") as file:
        return file.truncate(3 * 2**30)


def _closed(path: Path, dice: Random) -> object:
    path.write_bytes(b"{}")
    return path.chmod(dice.choice((0, 0o200, 0o111)))


THINGS: tuple[Thing, ...] = (_text, _json, _deck, _database, _folder, _device, _socket, _link, _hole, _closed)


def put(folder: Path, dice: Random) -> list[str]:
    """One to eight things; what they are, for who reads of a failure."""
    told = []
    for place in dice.sample(PLACES, dice.randint(1, 8)):
        path, thing = folder / place, dice.choice(THINGS)
        with suppress(OSError, ValueError):  # what this disk cannot have, or where something else lies
            path.parent.mkdir(parents=True, exist_ok=True)
            if not os.path.lexists(path):
                thing(path, dice)
                told.append(f"{thing.__name__[1:]} als {place}")
    return told


def go_round(folder: Path) -> None:
    """Start, look at every screen, play a turn with a note, and close; then start once more."""
    begun = time.monotonic()
    with Pilot(folder) as pilot:
        took = time.monotonic() - begun
        if took > SLOWEST_START:
            raise TimeoutError(f"de start duurde {took:.1f} s")
        for scene in SCREENS:
            pilot.app.carry_out([Go(scene)])
            pilot.pass_time(1)
        pilot.press(*TO_THE_TABLE)
        if pilot.app.back.session is None:
            raise LookupError(f"niet aan tafel: {pilot.said}")
        pilot.press("Laat het lot kiezen", "Notitie")
        pilot.type("Onderweg")
        pilot.pass_time(1)
        pilot.press("Bewaren")
        pilot.again()
        pilot.pass_time(1)


def check(times: int, seed: int) -> Iterator[Row]:
    """So many folders."""
    wrong: list[str] = []
    kinds: set[str] = set()
    for number in range(times):
        dice = Random(f"{seed}:{number}")
        with tempfile.TemporaryDirectory(prefix="faults-folder-", ignore_cleanup_errors=True) as room:
            data = Path(room) / "data"
            data.mkdir()
            told = put(data, dice)
            kinds |= {one.partition(" ")[0] for one in told}
            try:
                go_round(data)
            except Exception as error:  # noqa: BLE001 - whatever it is, it is found
                wrong.append(f"nr. {number}: {type(error).__name__}: {error} bij {', '.join(told)}"[:400])
            shutil.rmtree(data, ignore_errors=True)
    yield judged(
        "een map vol vreemde dingen", f"{times} mappen",
        f"op {len(PLACES)} plaatsen {len(kinds)} soorten dingen; {len(SCREENS)} schermen, een beurt, nog eens starten",
        "; ".join(wrong[:5]) or "elke start, elk scherm, elke beurt", not wrong,
    )  # fmt: skip


if __name__ == "__main__":  # one folder by its number, to see what goes wrong
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as chosen:
        print(put(Path(chosen), Random(f"{sys.argv[1]}:{sys.argv[2]}")))
        go_round(Path(chosen))
