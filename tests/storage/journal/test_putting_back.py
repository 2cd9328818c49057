"""A copy of the journal put back: all of it or nothing, and what there was is kept as a copy."""

import sqlite3
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tegenwicht.storage.journal import backups, putting_back
from tegenwicht.storage.journal.backups import back_up_when_due
from tegenwicht.storage.journal.contract import NotPutBack
from tegenwicht.storage.journal.file import SessionFile
from tegenwicht.storage.journal.journal import MemoryJournal, SqliteJournal
from tegenwicht.storage.journal.lock import SessionLock
from tegenwicht.storage.journal.putting_back import Copy, copies_of
from tests.storage.journal.journal_samples import append, opened
from tests.storage.session_samples import begun, play, row, started

TODAY = datetime(2026, 11, 21, 9, 30)
YESTERDAY = TODAY - timedelta(days=1)


def copies(journal: SqliteJournal, data: Path) -> list[Copy]:
    return copies_of(data, {one.id: one for one in journal.sessions()})


def ids(journal: SqliteJournal) -> set[str]:
    return {one.id for one in journal.sessions()}


@pytest.fixture
def journal(tmp_path: Path) -> SqliteJournal:
    """Yesterday's copy has "een" with one step; since then "een" went on and "twee" was begun."""
    made = opened(tmp_path)
    made.begin(row("een"), [started()])
    assert back_up_when_due(tmp_path, YESTERDAY) is None
    append(made, 1, 2)
    made.begin(row("twee"), [started()])
    return made


def test_the_copies_say_what_is_in_them_and_what_is_otherwise_now(
    journal: SqliteJournal, tmp_path: Path
) -> None:
    (copy,) = copies(journal, tmp_path)
    assert (copy.moment, copy.before, copy.readable, copy.sessions) == ("2026-11-20", False, True, 1)
    assert copy.latest is not None and copy.latest.id == "een"
    assert {one.id for one in copy.less} == {"een", "twee"}
    assert copy.more == ()


def test_everything_is_as_it_was_and_what_there_was_can_be_put_back_too(
    journal: SqliteJournal, tmp_path: Path
) -> None:
    later = journal.events("een")
    (copy,) = copies(journal, tmp_path)
    journal.put_back(copy.path, TODAY)
    assert ids(journal) == {"een"}
    assert journal.events("een") == [started()]
    before, yesterday = copies(journal, tmp_path)
    assert (before.moment, before.before, before.sessions) == ("2026-11-21T09:30:00", True, 2)
    assert {one.id for one in before.more} == {"een", "twee"}
    assert (yesterday.more, yesterday.less) == ((), ())
    journal.put_back(before.path, TODAY + timedelta(minutes=1))
    assert ids(journal) == {"een", "twee"}
    assert journal.events("een") == later
    journal.close()
    assert ids(opened(tmp_path)) == {"een", "twee"}


def test_of_a_journal_with_nothing_in_it_no_copy_is_kept(journal: SqliteJournal, tmp_path: Path) -> None:
    journal.close()
    for path in tmp_path.glob("journal.sqlite3*"):
        path.unlink()
    anew = opened(tmp_path)
    anew.put_back(backups.backups(tmp_path)[0], TODAY)
    assert ids(anew) == {"een"}
    assert [copy.before for copy in copies(anew, tmp_path)] == [False]


def test_one_plays_on_after_it(journal: SqliteJournal, tmp_path: Path) -> None:
    journal.put_back(backups.backups(tmp_path)[0], TODAY)
    journal.take_up("een")
    append(journal, 1)
    assert len(opened(tmp_path).events("een")) == 2


def test_a_whole_session_comes_back_as_it_was(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    session = begun(journal)
    play(session, 30)
    (kept,) = journal.sessions()
    events = journal.events(kept.id)
    back_up_when_due(tmp_path, YESTERDAY)
    play(session, 5)
    journal.put_back(backups.backups(tmp_path)[0], TODAY)
    assert journal.sessions() == [kept]
    assert journal.events(kept.id) == events


def test_what_was_erased_stays_erased(journal: SqliteJournal, tmp_path: Path) -> None:
    back_up_when_due(tmp_path, TODAY)
    journal.erase("een")
    for path in backups.backups(tmp_path):
        journal.put_back(path, TODAY)
        assert "een" not in ids(journal)


def test_an_erased_session_is_out_of_the_copy_of_before_too(journal: SqliteJournal, tmp_path: Path) -> None:
    journal.put_back(backups.backups(tmp_path)[0], TODAY)
    journal.erase("een")
    assert all("een" not in {one.id for one in copy.more} for copy in copies(journal, tmp_path))
    journal.erase_everything()
    assert backups.backups(tmp_path) == []


def test_a_copy_that_is_damaged_is_not_put_back(journal: SqliteJournal, tmp_path: Path) -> None:
    path = backups.backups(tmp_path)[0]
    whole = path.read_bytes()
    path.write_bytes(whole[:2000] + bytes(1000) + whole[3000:])
    with pytest.raises(NotPutBack, match="niet meer goed te lezen"):
        journal.put_back(path, TODAY)
    path.write_bytes(b"geen databank")
    assert not copies(journal, tmp_path)[0].readable
    assert ids(journal) == {"een", "twee"}


def test_not_while_a_session_is_open(journal: SqliteJournal, tmp_path: Path) -> None:
    with (
        SessionLock.of_session(tmp_path, "twee"),
        pytest.raises(NotPutBack, match="Er is nog een sessie open"),
    ):
        journal.put_back(backups.backups(tmp_path)[0], TODAY)
    assert ids(journal) == {"een", "twee"}


def test_not_while_a_copy_is_made(journal: SqliteJournal, tmp_path: Path) -> None:
    with SessionLock.of_backups(tmp_path), pytest.raises(NotPutBack, match="over een minuut"):
        journal.put_back(backups.backups(tmp_path)[0], TODAY)


def test_a_disk_that_fails_halfway_changes_nothing(
    journal: SqliteJournal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    path = backups.backups(tmp_path)[0]
    with monkeypatch.context() as patched:
        patched.setattr("tegenwicht.storage.journal.file.put", fails)
        with pytest.raises(NotPutBack, match="Er is niets veranderd"):
            journal.put_back(path, TODAY)
    assert ids(journal) == {"een", "twee"}
    assert len(journal.events("een")) == 3
    with monkeypatch.context() as patched:
        patched.setattr(putting_back, "copy_before", fails)
        patched.setattr(SessionFile, "replace_all", pytest.fail)
        with pytest.raises(NotPutBack):
            journal.put_back(path, TODAY)


def test_seven_of_before_are_kept_beside_those_of_the_days(journal: SqliteJournal, tmp_path: Path) -> None:
    path = backups.backups(tmp_path)[0]
    for _ in range(9):
        journal.put_back(path, TODAY)
    assert len([one for one in backups.backups(tmp_path) if backups.is_of_before(one)]) == 7
    assert path.exists()


def test_the_other_window_sees_it_and_goes_on(journal: SqliteJournal, tmp_path: Path) -> None:
    other = opened(tmp_path)
    assert ids(other) == {"een", "twee"}
    journal.put_back(backups.backups(tmp_path)[0], TODAY)
    assert ids(other) == {"een"}
    other.begin(row("drie"), [started()])
    assert ids(journal) == {"een", "drie"}


def test_in_memory_there_is_nothing_to_put_back(tmp_path: Path) -> None:
    with pytest.raises(NotPutBack):
        MemoryJournal().put_back(tmp_path, TODAY)
