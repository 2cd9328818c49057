"""A log that lost something is noticed and got out; one whose last write was interrupted is nothing special."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tegenwicht.storage.journal import log as journal_log
from tegenwicht.storage.journal.log import has_lost_something, mend
from tests.storage.journal.journal_samples import append, note, opened
from tests.storage.session_samples import row, started

FRAME = 24 + 1024


def killed(folder: Path, actions: int = 12) -> Path:
    """The files of a process that was killed after so many actions."""
    journal = opened(folder / "first")
    journal.begin(row(), [started()])
    append(journal, *range(1, actions + 1))
    shutil.copytree(folder / "first", folder / "killed")
    journal.close()
    return folder / "killed"


def change_log(folder: Path, change: Callable[[bytearray], object]) -> None:
    log = folder / "journal.sqlite3-wal"
    data = bytearray(log.read_bytes())
    change(data)
    log.write_bytes(data)


def flip(place: int) -> Callable[[bytearray], object]:
    return lambda data: data.__setitem__(place, data[place] ^ 1)


def notes(folder: Path) -> tuple[list[object], str]:
    """The notes that a next process finds, and what it says."""
    journal = opened(folder)
    events = journal.events("een")[1:]
    said = " ".join(journal.take_notices())
    journal.close()
    return list(events), said


def test_a_log_of_a_process_that_was_killed_lost_nothing(tmp_path: Path) -> None:
    folder = killed(tmp_path)
    assert not has_lost_something(folder / "journal.sqlite3")
    assert not mend(folder / "journal.sqlite3")
    assert notes(folder) == ([note(number) for number in range(1, 13)], "")


@pytest.mark.parametrize("index", [True, False])
@pytest.mark.parametrize(
    "place", [0, 10, 20, 30, 32, 32 + 10, 32 + FRAME // 2, 32 + 3 * FRAME + 18, 32 + 5 * FRAME + 500]
)
def test_a_damaged_log_is_told_and_what_was_in_it_is_got_out(tmp_path: Path, place: int, index: bool) -> None:
    folder = killed(tmp_path)
    if not index:
        (folder / "journal.sqlite3-shm").unlink()
    change_log(folder, flip(place))
    found, said = notes(folder)
    assert "beschadigd" in said
    assert found == [note(number) for number in range(1, 13)]


def test_a_log_that_was_cut_off_is_told(tmp_path: Path) -> None:
    folder = killed(tmp_path)
    change_log(folder, lambda data: data.__delitem__(slice(len(data) - 3 * FRAME, None)))
    found, said = notes(folder)
    assert "beschadigd" in said
    assert "niet te zien" in said
    assert found == [note(number) for number in range(1, len(found) + 1)]
    assert len(found) in (10, 11)


def test_a_write_that_was_interrupted_is_no_damage(tmp_path: Path) -> None:
    """The last frames are of an action that was never confirmed: the power went before they were synced."""
    folder = killed(tmp_path)
    (folder / "journal.sqlite3-shm").unlink()  # it was written after the sync, so it cannot know of them
    change_log(folder, flip(-500))
    found, said = notes(folder)
    assert said == ""
    assert found == [note(number) for number in range(1, 12)]


def test_a_log_that_is_being_written_while_it_is_looked_at_lost_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was read of it then fits together less than what is there a moment later."""
    folder = killed(tmp_path)
    log = folder / "journal.sqlite3-wal"
    half = bytearray(log.read_bytes())
    flip(32 + 3 * FRAME + 500)(half)
    reads = [bytes(half)]
    really = journal_log._bytes
    monkeypatch.setattr(
        journal_log, "_bytes", lambda path: reads.pop() if path == log and reads else really(path)
    )
    assert not has_lost_something(folder / "journal.sqlite3")
    assert reads == []
    log.write_bytes(half)
    assert has_lost_something(folder / "journal.sqlite3")


def test_what_is_left_of_an_earlier_log_is_not_taken_for_damage_nor_got_out(tmp_path: Path) -> None:
    journal = opened(tmp_path / "first")
    journal.begin(row(), [started()])
    append(journal, *range(1, 30))
    other = opened(tmp_path / "first")
    other._file.opened().ask("PRAGMA wal_checkpoint(RESTART)").fetchall()
    append(journal, 30)
    shutil.copytree(tmp_path / "first", tmp_path / "killed")
    database = tmp_path / "killed" / "journal.sqlite3"
    assert not has_lost_something(database)
    mend(database)
    assert notes(tmp_path / "killed") == ([note(number) for number in range(1, 31)], "")


@pytest.mark.parametrize("data", [b"", b"x", bytes(32), bytes(5000), b"\xff" * 5000])
def test_anything_may_be_in_a_log(tmp_path: Path, data: bytes) -> None:
    folder = killed(tmp_path)
    (folder / "journal.sqlite3-wal").write_bytes(data)
    has_lost_something(folder / "journal.sqlite3")
    mend(folder / "journal.sqlite3")
    opened(folder).close()
