"""What a journal does with a file that is damaged, newer or another's: set aside, named, never a crash."""

import errno
import os
import re
import shutil
import sqlite3
import time
from contextlib import closing, suppress
from pathlib import Path
from random import Random

import pytest

from tegenwicht.session import RunningSession
from tegenwicht.storage.journal.journal import SqliteJournal, UnreadableSession, open_journal
from tegenwicht.storage.journal.schema import FORMAT
from tegenwicht.storage.journal.seal import sealed
from tests.storage.journal.journal_samples import append, connection, note, notes_on_disk, opened
from tests.storage.session_samples import begun, by_chance, play, row, started, ticking


def made(folder: Path, sessions: int = 3) -> bytes:
    """A journal with some sessions of play by chance, and its bytes."""
    journal = opened(folder)
    for number in range(sessions):
        play(begun(journal, f"sessie{number}"), 40, seed=number)
    journal.close()
    return (folder / "journal.sqlite3").read_bytes()


def works(folder: Path) -> list[str]:
    """A journal can be opened, read as far as it goes, and written; the notices it gave."""
    journal = opened(folder)
    for one in journal.sessions():
        with suppress(UnreadableSession):
            journal.events(one.id)
    journal.begin(row("nieuw"), [started()])
    append(journal, 1, 2, session_id="nieuw")
    assert journal.waiting == 0, journal.trouble
    journal.close()
    again = opened(folder)
    assert again.events("nieuw") == [started(), note(1), note(2)]
    again.close()
    return journal.take_notices() + again.take_notices()


def aside(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.name.count("-") > 1 and path.suffix == ".sqlite3")


def test_damage_anywhere_is_no_crash(tmp_path: Path) -> None:
    """Every region of 200 bytes in turn; what is set aside is what was there, to the byte."""
    good = made(tmp_path / "good")
    dice = Random(1)
    told = 0
    for place in range(0, len(good), 200):
        folder = tmp_path / str(place)
        folder.mkdir()
        damaged = (good[:place] + dice.randbytes(200) + good[place + 200 :])[: len(good)]
        (folder / "journal.sqlite3").write_bytes(damaged)
        notices = read_all(folder)
        assert (aside(folder) or [folder / "journal.sqlite3"])[0].read_bytes() == damaged
        notices += works(folder)
        assert len(aside(folder)) == sum("heet nu" in notice for notice in notices), notices
        told += bool(notices)
        shutil.rmtree(folder)
    assert told > len(good) / 200 / 10


def read_all(folder: Path) -> list[str]:
    """Look at everything, change nothing; the notices that gave."""
    journal = opened(folder)
    for one in journal.sessions():
        with suppress(UnreadableSession):
            journal.events(one.id)
    journal.close()
    return journal.take_notices()


INDEXES = ("sqlite_autoindex_session_1", "session_day", "session_unfinished_day")


@pytest.mark.parametrize("name", INDEXES)
def test_a_damaged_index_hides_no_session(tmp_path: Path, name: str) -> None:
    """Its pages fit together; only what they say of the sessions is wrong."""
    whole = made(tmp_path)
    path = tmp_path / "journal.sqlite3"
    with closing(sqlite3.connect(path)) as file:
        (page,) = file.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (name,)).fetchone()
        (size,) = file.execute("PRAGMA page_size").fetchone()
    place = whole.index(b"sessie1" if name == INDEXES[0] else b"2026-", size * (page - 1), size * page)
    path.write_bytes(whole[:place] + b"\x11" + whole[place + 1 :])
    journal = opened(tmp_path)
    ids = [f"sessie{number}" for number in range(3)]
    assert sorted(one.id for one in journal.sessions()) == ids
    assert sorted(one.id for one in journal.sessions(unfinished_only=True)) == ids
    for one in ids:
        assert len(journal.events(one)) > 30
        count = len(journal.events(one))
        session = RunningSession.resume(journal, one, now=ticking())
        session.do(by_chance(session, Random(3)))
        assert (len(journal.events(one)), journal.waiting) == (count + 1, 0)
    assert journal.take_notices() == []
    journal.close()


@pytest.mark.parametrize("most", [512 * 1024, 0])
@pytest.mark.parametrize("sign", [b"\x8e", b"x"])
def test_a_session_whose_row_got_another_id_keeps_all_its_steps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sign: bytes, most: int
) -> None:
    """A sign that is no text, and one that is; in a file that is looked at when it opens, and in a larger one."""
    monkeypatch.setattr("tegenwicht.storage.journal.file._SMALL_ENOUGH_TO_CHECK", most)
    whole = made(tmp_path)
    journal = opened(tmp_path)
    before = {one: journal.events(one) for one in ("sessie0", "sessie1", "sessie2")}
    titles = {one.id: one.title for one in journal.sessions()}
    journal.close()
    place = re.search(rb"sessie1[a-z]+Ons thema", whole).start() + 3
    (tmp_path / "journal.sqlite3").write_bytes(whole[:place] + sign + whole[place + 1 :])
    journal = opened(tmp_path)
    for one in journal.sessions():
        with suppress(UnreadableSession):
            journal.events(one.id)
    assert {one.id: one.title for one in journal.sessions()} == titles
    assert {one: journal.events(one) for one in before} == before
    (told,) = journal.take_notices()
    assert "Teruggehaald en compleet: 3 sessies." in told
    assert "Niet te redden" not in told
    journal.close()


@pytest.mark.parametrize("byte", range(100))
def test_a_header_with_one_wrong_byte_is_no_crash(tmp_path: Path, byte: int) -> None:
    good = bytearray(made(tmp_path, sessions=1))
    good[byte] ^= 0xFF
    (tmp_path / "journal.sqlite3").write_bytes(good)
    works(tmp_path)


def test_a_truncated_file_is_no_crash(tmp_path: Path) -> None:
    good = made(tmp_path / "good")
    for length in [*range(0, len(good), 1024), 1, 50, 99, 100, 1500]:
        folder = tmp_path / str(length)
        folder.mkdir()
        (folder / "journal.sqlite3").write_bytes(good[:length])
        works(folder)


def test_a_damaged_file_is_set_aside_and_named(tmp_path: Path) -> None:
    (tmp_path / "journal.sqlite3").write_bytes(b"geen database" * 100)
    notices = works(tmp_path)
    assert notices == [
        "Het bestand journal.sqlite3 is beschadigd. Het is niet veranderd en heet nu "
        f"journal-beschadigd-2026-11-21.sqlite3, in de map {tmp_path}. "
        "Sessies komen vanaf nu in een nieuw bestand. Er waren geen sessies in te lezen. "
        "Of er nog iets anders in stond, is niet te zien; bewaar het bestand."
    ]
    (kept,) = aside(tmp_path)
    assert kept.read_bytes() == b"geen database" * 100


def test_a_file_of_a_newer_version_is_set_aside_unchanged(tmp_path: Path) -> None:
    made(tmp_path)
    change(tmp_path, f"PRAGMA user_version = {FORMAT + 1}")
    before = (tmp_path / "journal.sqlite3").read_bytes()
    (notice,) = works(tmp_path)
    assert "nieuwere versie" in notice
    (kept,) = aside(tmp_path)
    assert kept.name == "journal-nieuwer-2026-11-21.sqlite3"
    assert kept.read_bytes() == before


def test_a_newer_version_that_is_only_in_the_log_is_seen(tmp_path: Path) -> None:
    made(tmp_path)
    other = sqlite3.connect(tmp_path / "journal.sqlite3")
    other.execute(f"PRAGMA user_version = {FORMAT + 1}")
    shutil.copytree(tmp_path, tmp_path / "killed")
    other.close()
    (notice,) = works(tmp_path / "killed")
    assert "nieuwere versie" in notice


def test_what_an_older_version_set_aside_is_in_the_list_again(tmp_path: Path) -> None:
    made(tmp_path)
    for number in (1, 2):
        (tmp_path / "journal.sqlite3").rename(tmp_path / f"journal-nieuwer-2026-11-2{number}.sqlite3")
        journal = opened(tmp_path)
        journal.begin(row(f"ertussen{number}"), [started()])
        journal.close()
    journal, notices = open_journal(tmp_path)
    assert notices == [
        "Een oudere versie van Tegenwicht had je sessies opzijgezet. Ze staan weer in de lijst: 3 sessies.",
        "Een oudere versie van Tegenwicht had je sessies opzijgezet. Ze staan weer in de lijst: 1 sessie.",
    ]
    assert len(journal.sessions()) == 5
    assert len(journal.events("sessie2")) > 30
    journal.close()
    assert not aside(tmp_path)


def test_what_is_still_too_new_or_damaged_stays_set_aside(tmp_path: Path) -> None:
    made(tmp_path)
    change(tmp_path, f"PRAGMA user_version = {FORMAT + 1}")
    newer = tmp_path / "journal-nieuwer-2026-11-21.sqlite3"
    (tmp_path / "journal.sqlite3").rename(newer)
    (tmp_path / "journal-nieuwer-2026-11-22.sqlite3").write_bytes(b"geen database" * 100)
    (tmp_path / "journal-nieuwer-map.sqlite3").mkdir()
    before = newer.read_bytes()
    journal, notices = open_journal(tmp_path)
    assert (notices, journal.sessions(), len(aside(tmp_path))) == ([], [], 3)
    assert newer.read_bytes() == before
    journal.close()


@pytest.mark.parametrize("newer", ["an event", "a field", "the rules"])
def test_a_session_of_a_newer_version_says_so_and_harms_no_other(tmp_path: Path, newer: str) -> None:
    made(tmp_path)
    kind, number, data = {
        "an event": ("CardJuggled", 3, b"{}"),
        "a field": ("TurnPassed", 3, b'{"gladly":true}'),
        "the rules": ("SessionStarted", 0, b""),
    }[newer]
    with closing(sqlite3.connect(tmp_path / "journal.sqlite3")) as file:
        if not data:
            (old,) = file.execute(
                "SELECT data FROM event WHERE session = 'sessie1' AND number = 0"
            ).fetchone()
            data = old.rstrip().replace(b'"edition":3', b'"edition":99')
        change = "UPDATE event SET kind = ?, data = ? WHERE session = 'sessie1' AND number = ?"
        file.execute(change, (kind, sealed(kind, data), number))
        file.commit()
    journal = opened(tmp_path)
    with pytest.raises(UnreadableSession, match="gespeeld met een nieuwere versie van Tegenwicht"):
        RunningSession.resume(journal, "sessie1", now=ticking())
    assert len(journal.events("sessie2")) > 30
    with closing(sqlite3.connect(tmp_path / "journal.sqlite3")) as file:
        file.execute(change, (kind, data.replace(b"{", b"{ "), number))
        file.commit()
    with pytest.raises(UnreadableSession) as found:
        RunningSession.resume(journal, "sessie1", now=ticking())
    assert ("nieuwere versie" in str(found.value)) == (newer == "the rules")
    journal.close()


@pytest.mark.parametrize("name", ["journal.sqlite3", "journal.sqlite3-wal"])
def test_a_file_that_is_far_too_large_keeps_nobody_waiting(tmp_path: Path, name: str) -> None:
    made(tmp_path)
    with open(tmp_path / name, "r+b" if name == "journal.sqlite3" else "wb") as file:
        file.write(b"geen database")
        file.truncate(3 * 2**30)
    begun_at = time.process_time()
    (notice,) = works(tmp_path)
    assert "veel groter dan een logboek wordt" in notice
    journal, _ = open_journal(tmp_path)
    journal.erase_everything()
    journal.close()
    assert not aside(tmp_path)
    assert time.process_time() - begun_at < 10


def test_another_programs_database_is_set_aside(tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "journal.sqlite3")
    other.execute("CREATE TABLE recipe (name TEXT)")
    other.close()
    (notice,) = works(tmp_path)
    assert "niet van Tegenwicht" in notice
    assert aside(tmp_path)[0].name == "journal-onbekend-2026-11-21.sqlite3"


def test_tables_that_were_changed_are_damage(tmp_path: Path) -> None:
    made(tmp_path)
    change(tmp_path, "DROP INDEX session_day")
    (notice,) = works(tmp_path)
    assert "beschadigd" in notice


def test_a_log_without_its_database_is_not_thrown_away(tmp_path: Path) -> None:
    journal = opened(tmp_path / "first")
    journal.begin(row(), [started()])
    shutil.copytree(tmp_path / "first", tmp_path / "killed")
    (tmp_path / "killed" / "journal.sqlite3").write_bytes(b"")
    log = (tmp_path / "killed" / "journal.sqlite3-wal").read_bytes()
    (notice,) = works(tmp_path / "killed")
    assert "beschadigd" in notice
    kept = tmp_path / "killed" / "journal-beschadigd-2026-11-21.sqlite3-wal"
    assert kept.read_bytes() == log


def test_the_name_of_an_earlier_damaged_file_is_not_used_again(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / "journal.sqlite3").write_bytes(b"kapot" + bytes([number]) * 200)
        opened(tmp_path).close()
    names = [path.name for path in aside(tmp_path)]
    assert sorted(names) == [
        "journal-beschadigd-2026-11-21-2.sqlite3",
        "journal-beschadigd-2026-11-21-3.sqlite3",
        "journal-beschadigd-2026-11-21.sqlite3",
    ]
    assert sorted(path.read_bytes()[5] for path in aside(tmp_path)) == [0, 1, 2]


def test_a_damaged_file_that_must_stay_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    (tmp_path / "journal.sqlite3").write_bytes(b"kapot" * 100)
    monkeypatch.setattr("tegenwicht.storage.files.os.replace", refused)
    journal = opened(tmp_path)
    journal.begin(row(), [started()])
    assert journal.trouble
    assert "kan geen andere naam krijgen" in journal.trouble
    assert journal.waiting == 1
    assert [path.name for path in tmp_path.iterdir()] == ["journal.sqlite3"]
    assert (tmp_path / "journal.sqlite3").read_bytes() == b"kapot" * 100
    monkeypatch.undo()
    assert journal.retry()
    assert notes_on_disk(tmp_path) == []


@pytest.mark.parametrize("ask", ["append", "events", "sessions"])
def test_damage_that_shows_later_does_not_stop_the_session(tmp_path: Path, ask: str) -> None:
    made(tmp_path)
    journal = opened(tmp_path)
    journal.begin(row(), [started()])
    append(journal, 1)
    damage_while_open(tmp_path, journal)
    if ask == "events":
        assert journal.events("een") == [started(), note(1)]
    if ask == "sessions":
        assert [one.id for one in journal.sessions()] == ["een"]
    append(journal, 2)
    (notice,) = journal.take_notices()
    assert "beschadigd" in notice
    assert (journal.trouble, journal.waiting) == (None, 0)
    assert notes_on_disk(tmp_path) == [note(1).text, note(2).text]
    assert len(aside(tmp_path)) == 1


def damage_while_open(folder: Path, journal: SqliteJournal) -> None:
    connection(journal).execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection(journal).execute("PRAGMA shrink_memory")
    with open(folder / "journal.sqlite3", "r+b") as file:
        file.seek(1024)
        file.write(b"\xff" * (os.fstat(file.fileno()).st_size - 1024))


def test_two_processes_that_find_damage_set_aside_one_file(tmp_path: Path) -> None:
    made(tmp_path)
    journals = [opened(tmp_path), opened(tmp_path)]
    for name, journal in zip(("een", "twee"), journals, strict=True):
        journal.begin(row(name), [started()])
        connection(journal).execute("PRAGMA shrink_memory")
    damage_while_open(tmp_path, journals[0])
    connection(journals[1]).execute("PRAGMA shrink_memory")
    for name, journal in zip(("een", "twee"), journals, strict=True):
        append(journal, 1, session_id=name)
        assert journal.trouble is None
    assert len(aside(tmp_path)) == 1
    assert notes_on_disk(tmp_path, "een") == [note(1).text]
    assert notes_on_disk(tmp_path, "twee") == [note(1).text]


def change(folder: Path, statement: str) -> None:
    other = sqlite3.connect(folder / "journal.sqlite3")
    other.execute(statement)
    other.commit()
    other.close()
