"""What a journal does when the disk is full, locked, read-only, gone or damaged: play goes on, nothing is lost."""

import errno
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random

import pytest

from tegenwicht.game.tegenwicht import NoteWritten
from tegenwicht.storage.journal import Journal, SqliteJournal, UnreadableSession
from tests.storage.session_samples import begun, play, row, started


def note(number: int) -> NoteWritten:
    return NoteWritten(f"stap {number} " + "é" * 500)


def opened(folder: Path) -> SqliteJournal:
    return SqliteJournal(folder / "journal.sqlite3", today=lambda: "2026-11-21")


def connection(journal: SqliteJournal) -> sqlite3.Connection:
    assert journal._file is not None
    return journal._file._connection


def notes_on_disk(folder: Path, session_id: str = "een") -> list[str]:
    """What another process would find."""
    other = opened(folder)
    first, *others = other.events(session_id)
    assert first == started()
    other.close()
    return [event.text for event in others if isinstance(event, NoteWritten)]


def append(journal: Journal, *numbers: int, session_id: str = "een") -> None:
    for number in numbers:
        journal.append(number, note(number), row(session_id, line=f"stap {number}"))


# -- full


@contextmanager
def full_disk(journal: SqliteJournal) -> Iterator[None]:
    """SQLite's own error for a full disk, from SQLite itself; works everywhere."""
    (pages,) = connection(journal).execute("PRAGMA page_count").fetchone()
    connection(journal).execute(f"PRAGMA max_page_count = {pages}")
    try:
        yield
    finally:
        connection(journal).execute("PRAGMA max_page_count = 1000000")


def test_a_full_disk_is_told_and_play_goes_on(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    journal.begin(row(), [started()])
    with full_disk(journal):
        append(journal, 1, 2, 3)
        assert journal.trouble
        assert "De schijf is vol" in journal.trouble
        assert "Maak ruimte vrij" in journal.trouble
        assert journal.waiting == 3
        assert not journal.retry()
        assert journal.events("een") == [started(), note(1), note(2), note(3)]
        assert journal.sessions() == [row(actions=4, line="stap 3")]
        assert notes_on_disk(tmp_path) == []


def test_what_waited_is_written_in_order_when_there_is_room(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    journal.begin(row(), [started()])
    with full_disk(journal):
        append(journal, 1, 2, 3)
    assert journal.retry()
    assert journal.trouble is None
    assert journal.waiting == 0
    assert notes_on_disk(tmp_path) == [note(number).text for number in (1, 2, 3)]


def test_the_next_action_takes_along_what_waited(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    journal.begin(row(), [started()])
    with full_disk(journal):
        append(journal, 1, 2)
    append(journal, 3)
    assert (journal.trouble, journal.waiting) == (None, 0)
    assert notes_on_disk(tmp_path) == [note(number).text for number in (1, 2, 3)]


def test_a_session_begun_on_a_full_disk_is_written_later(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    with full_disk(journal):
        journal.begin(row(), [started()])
        append(journal, 1)
        assert journal.waiting == 2
        assert journal.take_up("een")[1] == [started(), note(1)]
    journal.close()
    assert notes_on_disk(tmp_path) == [note(1).text]


def test_saved_and_unsaved_sessions_stand_in_one_list(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    for name in ("a", "b", "c"):
        journal.begin(row(name, changed=f"2026-11-21T{ord(name)}"), [started()])
    with full_disk(journal):
        journal.append(1, note(1), row("a", changed="2026-11-22"))
        journal.begin(row("d", changed="2026-11-20", finished=True), [started()])
        ids = [one.id for one in journal.sessions()]
        assert ids == ["a", "c", "b", "d"]
        assert [one.id for one in journal.sessions(limit=2, offset=1)] == ids[1:3]
        assert "d" not in [one.id for one in journal.sessions(unfinished_only=True)]


SHORT_OF_ROOM = """
import resource, sys
from pathlib import Path
from tests.storage.test_journal_faults import append, opened, row, started
journal = opened(Path(sys.argv[1]))
journal.begin(row(), [started()])
append(journal, 1, 2)
_, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
size = Path(sys.argv[1], "journal.sqlite3-wal").stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 3000, hard))
append(journal, *range(3, 40))
assert journal.trouble and journal.waiting > 30, (journal.trouble, journal.waiting)
assert "lukt niet" in journal.trouble, journal.trouble
resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
assert journal.retry() and journal.waiting == 0, journal.trouble
print("done")
"""


def test_files_that_cannot_grow_lose_nothing(tmp_path: Path) -> None:
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[1] == resource.RLIM_INFINITY
    done = run_python(SHORT_OF_ROOM, tmp_path)
    assert done == "done\n"
    assert notes_on_disk(tmp_path) == [note(number).text for number in range(1, 40)]


def run_python(source: str, *arguments: object) -> str:
    command = [sys.executable, "-c", source, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parents[2], timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


# -- a real small disk, where we may make one


@contextmanager
def small_disk(folder: Path, size: str = "160k") -> Iterator[Path]:
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def may_mount() -> bool:
    if not shutil.which("unshare") or os.geteuid() != 0:
        return False
    command = ["unshare", "-m", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    return subprocess.run(command, capture_output=True).returncode == 0


needs_mount = pytest.mark.skipif(
    not may_mount(), reason="only root may mount; SQLite's own errors are tested too"
)


@needs_mount
def test_a_disk_that_is_really_full(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as disk:
        journal = opened(disk)
        journal.begin(row(), [started()])
        (disk / "big").write_bytes(b"x" * (shutil.disk_usage(disk).free - 4096))
        append(journal, *range(1, 20))
        assert journal.trouble
        assert "De schijf is vol" in journal.trouble
        assert journal.waiting
        (disk / "big").unlink()
        assert journal.retry(), journal.trouble
        assert notes_on_disk(disk) == [note(number).text for number in range(1, 20)]
        journal.close()


@needs_mount
def test_beginning_on_a_disk_that_is_really_full(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as disk:
        (disk / "big").write_bytes(b"x" * shutil.disk_usage(disk).free)
        journal = opened(disk)
        journal.begin(row(), [started()])
        append(journal, 1)
        assert journal.trouble
        assert "De schijf is vol" in journal.trouble
        (disk / "big").unlink()
        append(journal, 2)
        assert journal.trouble is None
        assert notes_on_disk(disk) == [note(1).text, note(2).text]
        journal.close()


@needs_mount
def test_a_disk_that_becomes_read_only_for_a_while(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "2m") as disk:
        journal = opened(disk)
        journal.begin(row(), [started()])
        append(journal, 1)
        journal.close()  # a disk with files open for writing cannot be made read-only
        remount(disk, "ro")
        append(journal, 2, 3)
        assert journal.trouble
        assert "mag niet schrijven" in journal.trouble
        assert journal.waiting == 2
        remount(disk, "rw")
        append(journal, 4)
        assert (journal.trouble, journal.waiting) == (None, 0)
        assert notes_on_disk(disk) == [note(number).text for number in (1, 2, 3, 4)]
        journal.close()


@needs_mount
def test_starting_on_a_read_only_disk(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "2m") as disk:
        remount(disk, "ro")
        journal = opened(disk / "data")
        assert journal.trouble
        assert "mag niet schrijven" in journal.trouble
        session = begun(journal)
        play(session, 20)
        remount(disk, "rw")
        assert journal.retry()
        assert len(opened(disk / "data").events("een")) == 21
        journal.close()


def remount(disk: Path, mode: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{mode}", str(disk)], check=True)


# -- read-only, locked, gone


def test_a_file_that_may_not_be_written_is_opened_anew_at_the_next_try(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    journal.begin(row(), [started()])
    connection(journal).execute("PRAGMA query_only = ON")  # SQLITE_READONLY, from SQLite itself
    append(journal, 1)
    assert journal.trouble
    assert f"mag niet schrijven in de map {tmp_path}" in journal.trouble
    append(journal, 2)
    assert (journal.trouble, journal.waiting) == (None, 0)
    assert notes_on_disk(tmp_path) == [note(1).text, note(2).text]


def test_a_file_that_another_program_holds(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    journal.begin(row(), [started()])
    other = sqlite3.connect(tmp_path / "journal.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    append(journal, 1)
    assert journal.trouble
    assert "bezet" in journal.trouble
    other.execute("ROLLBACK")
    other.close()
    assert journal.retry()
    assert notes_on_disk(tmp_path) == [note(1).text]


def test_a_file_in_the_folders_place(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.write_text("van iemand anders")
    journal = opened(folder)
    assert journal.trouble
    assert journal.sessions() == []
    journal.begin(row(), [started()])
    append(journal, 1)
    assert (journal.waiting, folder.read_text()) == (2, "van iemand anders")
    folder.unlink()
    append(journal, 2)
    assert (journal.trouble, journal.waiting) == (None, 0)
    assert notes_on_disk(folder) == [note(1).text, note(2).text]


def test_a_folder_in_the_files_place(tmp_path: Path) -> None:
    (tmp_path / "journal.sqlite3").mkdir()
    journal = opened(tmp_path)
    journal.begin(row(), [started()])
    assert journal.trouble
    (tmp_path / "journal.sqlite3").rmdir()
    assert journal.retry()
    assert notes_on_disk(tmp_path) == []


def test_a_folder_that_vanishes_is_made_again_with_the_whole_session(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    journal = opened(folder)
    journal.begin(row(), [started()])
    append(journal, 1)
    shutil.rmtree(folder)
    append(journal, 2)
    assert (journal.trouble, journal.waiting) == (None, 0)
    assert notes_on_disk(folder) == [note(1).text, note(2).text]


def test_a_folder_that_cannot_be_reached_for_a_while(tmp_path: Path) -> None:
    """As a stick that is pulled out and put back."""
    folder = tmp_path / "data"
    journal = opened(folder)
    journal.begin(row(), [started()])
    append(journal, 1)
    folder.rename(tmp_path / "away")
    folder.write_text("")
    append(journal, 2, 3)
    assert journal.trouble
    assert journal.waiting == 2
    folder.unlink()
    (tmp_path / "away").rename(folder)
    assert journal.retry()
    assert notes_on_disk(folder) == [note(number).text for number in (1, 2, 3)]


def test_a_resumed_session_is_whole_after_the_folder_vanished(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    first = opened(folder)
    first.begin(row(), [started()])
    append(first, 1)
    first.close()
    journal = opened(folder)
    journal.take_up("een")
    shutil.rmtree(folder)
    append(journal, 2)
    assert notes_on_disk(folder) == [note(1).text, note(2).text]


def test_a_sync_that_fails_after_all_was_written(tmp_path: Path) -> None:
    """The transaction may be on disk though SQLite said no: the same events are no clash then."""
    journal = opened(tmp_path)
    journal.begin(row(), [started()])
    with full_disk(journal):
        append(journal, 1)
    other = opened(tmp_path)  # stands in for the log that is read again
    other.take_up("een")
    append(other, 1)
    journal.close_file()
    assert journal.retry()
    append(journal, 2)
    assert notes_on_disk(tmp_path) == [note(1).text, note(2).text]


def test_one_session_that_went_on_elsewhere_does_not_hold_up_the_others(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    for name in ("een", "twee"):
        journal.begin(row(name), [started()])
    with full_disk(journal):
        append(journal, 1, 2)
        append(journal, 1, session_id="twee")
    other = opened(tmp_path)
    other.take_up("een")
    other.append(1, NoteWritten("anders"), row())
    assert journal.retry()
    assert any("nog niet bewaard" in notice for notice in journal.take_notices())
    assert notes_on_disk(tmp_path) == ["anders"]
    assert notes_on_disk(tmp_path, "twee") == [note(1).text]


# -- damaged, newer, foreign


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
    return sorted(path for path in folder.iterdir() if path.name.count("-") > 2 and path.suffix == ".sqlite3")


def test_damage_anywhere_is_no_crash(tmp_path: Path) -> None:
    """Every region of 128 bytes in turn; what is set aside is what was there, to the byte."""
    good = made(tmp_path / "good")
    dice = Random(1)
    told = 0
    for place in range(0, len(good), 128):
        folder = tmp_path / str(place)
        folder.mkdir()
        damaged = (good[:place] + dice.randbytes(128) + good[place + 128 :])[: len(good)]
        (folder / "journal.sqlite3").write_bytes(damaged)
        notices = read_all(folder)
        assert (aside(folder) or [folder / "journal.sqlite3"])[0].read_bytes() == damaged
        notices += works(folder)
        assert len(aside(folder)) == len(notices), notices
        told += bool(notices)
        shutil.rmtree(folder)
    assert told > len(good) / 128 / 10


def read_all(folder: Path) -> list[str]:
    """Look at everything, change nothing; the notices that gave."""
    journal = opened(folder)
    for one in journal.sessions():
        with suppress(UnreadableSession):
            journal.events(one.id)
    journal.close()
    return journal.take_notices()


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
        "Sessies komen vanaf nu in een nieuw bestand."
    ]
    (kept,) = aside(tmp_path)
    assert kept.read_bytes() == b"geen database" * 100


def test_a_file_of_a_newer_version_is_set_aside_unchanged(tmp_path: Path) -> None:
    made(tmp_path)
    change(tmp_path, "PRAGMA user_version = 2")
    before = (tmp_path / "journal.sqlite3").read_bytes()
    (notice,) = works(tmp_path)
    assert "nieuwere versie" in notice
    (kept,) = aside(tmp_path)
    assert kept.name == "journal-nieuwer-2026-11-21.sqlite3"
    assert kept.read_bytes() == before


def test_a_newer_version_that_is_only_in_the_log_is_seen(tmp_path: Path) -> None:
    made(tmp_path)
    other = sqlite3.connect(tmp_path / "journal.sqlite3")
    other.execute("PRAGMA user_version = 2")
    shutil.copytree(tmp_path, tmp_path / "killed")
    other.close()
    (notice,) = works(tmp_path / "killed")
    assert "nieuwere versie" in notice


def test_another_programs_database_is_set_aside(tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "journal.sqlite3")
    other.execute("CREATE TABLE recipe (name TEXT)")
    other.close()
    (notice,) = works(tmp_path)
    assert "niet van Tegenwicht" in notice
    assert aside(tmp_path)[0].name == "journal-onbekend-2026-11-21.sqlite3"


def test_tables_that_were_changed_are_damage(tmp_path: Path) -> None:
    made(tmp_path)
    change(tmp_path, "DROP INDEX session_finished")
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


# -- two real processes

WRITER = """
import sys
from pathlib import Path
from tests.storage.test_journal_faults import append, opened, row, started
journal = opened(Path(sys.argv[1]))
journal.begin(row(sys.argv[2]), [started()])
append(journal, *range(1, 100), session_id=sys.argv[2])
assert journal.retry(), journal.trouble
"""


def test_processes_that_start_at_once_all_save_everything(tmp_path: Path) -> None:
    names = ("een", "twee", "drie", "vier")
    root = Path(__file__).parents[2]
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path / "data"), name], cwd=root)
        for name in names
    ]
    assert [writer.wait(120) for writer in writers] == [0, 0, 0, 0]
    for name in names:
        assert notes_on_disk(tmp_path / "data", name) == [note(number).text for number in range(1, 100)]
    assert aside(tmp_path / "data") == []
