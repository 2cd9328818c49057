"""A copy of the journal each day something changed, seven of them; and what they are worth after damage."""

import sqlite3
import stat
import threading
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tegenwicht.game.tegenwicht import NoteWritten
from tegenwicht.storage.journal import backups
from tegenwicht.storage.journal.backups import back_up_when_due, newest_good
from tegenwicht.storage.journal.journal import SqliteJournal
from tegenwicht.storage.journal.lock import SessionLock
from tests.storage.journal.journal_samples import append, connection, note, opened
from tests.storage.session_samples import begun, play, row, started

TODAY = datetime(2026, 11, 21, 9, 30)


def days(data: Path) -> list[str]:
    return [path.name[16:18] for path in backups.backups(data)]


def ids_in(path: Path) -> list[str]:
    database = sqlite3.connect(path)
    found = [one for (one,) in database.execute("SELECT id FROM session ORDER BY id")]
    database.close()
    return found


def test_a_copy_is_made_once_a_day_and_is_the_journal(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    session = begun(journal)
    play(session, 30)
    assert back_up_when_due(tmp_path, TODAY) is None
    assert [path.name for path in backups.folder_of(tmp_path).iterdir()] == ["journal-2026-11-21.sqlite3"]
    (copy,) = backups.backups(tmp_path)
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    before = copy.read_bytes()
    play(session, 5)
    assert not backups.is_due(tmp_path, TODAY)
    assert back_up_when_due(tmp_path, TODAY) is None
    assert copy.read_bytes() == before
    assert newest_good(tmp_path) == copy


def test_seven_are_kept(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    for number in range(10):
        journal.begin(row(f"dag{number}"), [started()])
        assert back_up_when_due(tmp_path, TODAY - timedelta(days=9 - number)) is None
    assert days(tmp_path) == ["21", "20", "19", "18", "17", "16", "15"]
    assert len(ids_in(backups.backups(tmp_path)[0])) == 10


def test_a_clock_that_was_ahead_does_not_stop_the_copies(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    for number, ahead in enumerate([9, 8, 7, 6, 5, 4, 3, 0]):
        journal.begin(row(f"dag{number}"), [started()])
        back_up_when_due(tmp_path, TODAY + timedelta(days=ahead))
    assert "21" in days(tmp_path)
    assert len(days(tmp_path)) == 7


def test_nothing_changed_is_nothing_copied(tmp_path: Path) -> None:
    """Else a week without play would push out every older copy."""
    assert back_up_when_due(tmp_path, TODAY) is None
    journal = opened(tmp_path)
    assert back_up_when_due(tmp_path, TODAY) is None
    assert backups.backups(tmp_path) == []
    journal.begin(row(), [started()])
    for number in range(20):
        back_up_when_due(tmp_path, TODAY + timedelta(days=number))
    assert days(tmp_path) == ["21"]


def test_a_copy_that_cannot_be_made_is_said_and_leaves_no_file(tmp_path: Path) -> None:
    opened(tmp_path).begin(row(), [started()])
    backups.folder_of(tmp_path).write_text("geen map")
    said = back_up_when_due(tmp_path, TODAY)
    assert said
    assert "geen reservekopie" in said
    assert "gaan gewoon door" in said
    assert backups.folder_of(tmp_path).read_text() == "geen map"


def test_a_damaged_journal_replaces_no_copy(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    play(begun(journal), 60)
    journal.close()
    raw = bytearray((tmp_path / "journal.sqlite3").read_bytes())
    raw[5 * 1024 : 7 * 1024] = b"\xff" * 2048
    (tmp_path / "journal.sqlite3").write_bytes(raw)
    assert back_up_when_due(tmp_path, TODAY)
    assert list(backups.folder_of(tmp_path).iterdir()) == []


def test_a_copy_is_cut_off_without_a_trace_when_there_is_no_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backups, "_PAGES_AT_A_TIME", 16)
    journal = opened(tmp_path)
    for number in range(30):
        play(begun(journal, f"sessie{number}"), 10)
    answers = iter([False, True])
    assert back_up_when_due(tmp_path, TODAY, stop=lambda: next(answers)) is None
    assert list(answers) == []
    assert list(backups.folder_of(tmp_path).iterdir()) == []


def test_play_goes_on_while_a_copy_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backups, "_PAGES_AT_A_TIME", 16)
    journal = opened(tmp_path)
    for number in range(40):
        play(begun(journal, f"sessie{number}"), 10)
    journal.begin(row(), [started()])
    written: list[int] = []

    def play_meanwhile() -> bool:
        written.append(len(written) + 1)
        append(journal, written[-1])
        return False

    assert back_up_when_due(tmp_path, TODAY, stop=play_meanwhile) is None
    assert len(written) > 2
    assert (journal.trouble, journal.waiting) == (None, 0)
    copy = opened_copy(tmp_path)
    assert copy.events("een") == [started()]  # as it was when the copy began
    assert len(journal.events("een")) == len(written) + 1


def opened_copy(data: Path) -> SqliteJournal:
    folder = data / "elders"
    folder.mkdir()
    (folder / "journal.sqlite3").write_bytes(backups.backups(data)[0].read_bytes())
    return opened(folder)


def test_a_journal_without_a_write_ahead_log_is_copied_too(tmp_path: Path) -> None:
    """As on some network folders."""
    with_sessions(tmp_path)
    database = sqlite3.connect(tmp_path / "journal.sqlite3", isolation_level=None)
    assert database.execute("PRAGMA journal_mode = DELETE").fetchone() == ("delete",)
    meanwhile: list[int] = []

    def write() -> bool:
        if not meanwhile:
            database.execute("UPDATE session SET line = 'intussen'")
        meanwhile.append(1)
        return False

    assert back_up_when_due(tmp_path, TODAY, stop=write) is None
    database.close()
    assert meanwhile
    assert len(ids_in(backups.backups(tmp_path)[0])) == 4


def test_a_thread_can_make_the_copy(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    journal.begin(row(), [started()])
    thread = threading.Thread(target=back_up_when_due, args=(tmp_path, TODAY))
    thread.start()
    append(journal, 1)
    thread.join()
    assert journal.trouble is None
    assert newest_good(tmp_path)


def test_no_copy_is_made_while_another_process_is_at_it(tmp_path: Path) -> None:
    opened(tmp_path).begin(row(), [started()])
    with SessionLock.of_backups(tmp_path):
        assert back_up_when_due(tmp_path, TODAY) is None
        assert backups.backups(tmp_path) == []
    back_up_when_due(tmp_path, TODAY)
    assert len(backups.backups(tmp_path)) == 1


def test_the_newest_good_copy_is_not_a_damaged_one(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    for number in range(3):
        journal.begin(row(f"dag{number}"), [started()])
        back_up_when_due(tmp_path, TODAY + timedelta(days=number))
    newest, middle, _ = backups.backups(tmp_path)
    newest.write_bytes(newest.read_bytes()[:3000])
    assert newest_good(tmp_path) == middle
    middle.write_bytes(b"")
    assert newest_good(tmp_path) == backups.backups(tmp_path)[2]


# -- after damage


def damaged(data: Path, *pages: int) -> None:
    raw = bytearray((data / "journal.sqlite3").read_bytes())
    for page in pages:
        raw[(page - 1) * 1024 : page * 1024] = b"\xff" * 1024
    (data / "journal.sqlite3").write_bytes(raw)


def with_sessions(data: Path) -> dict[str, list[object]]:
    journal = opened(data)
    for number in range(4):
        play(begun(journal, f"sessie{number}"), 30, seed=number)
    kept = {one.id: list(journal.events(one.id)) for one in journal.sessions()}
    journal.close()
    return kept  # type: ignore[return-value]


def rescued(data: Path) -> tuple[dict[str, list[object]], str]:
    journal = opened(data)
    found = {one.id: list(journal.events(one.id)) for one in journal.sessions()}
    (notice,) = journal.take_notices()
    journal.close()
    return found, notice  # type: ignore[return-value]


def test_a_journal_without_its_first_page_is_read_all_the_same(tmp_path: Path) -> None:
    kept = with_sessions(tmp_path)
    damaged(tmp_path, 1)
    found, notice = rescued(tmp_path)
    assert found == kept
    assert "Teruggehaald en compleet: 4 sessies." in notice


@pytest.mark.parametrize("page", [2, 3, 5, 6, 7])
def test_sessions_whose_row_is_lost_are_known_by_their_events(tmp_path: Path, page: int) -> None:
    kept = with_sessions(tmp_path)
    before = _rows(tmp_path)
    damaged(tmp_path, page)
    found, notice = rescued(tmp_path)
    if page == 2:  # the table of sessions itself
        assert found == kept
        assert "stappen)" in notice or "compleet" in notice
    for session_id, events in found.items():
        assert kept[session_id][: len(events)] == events
    assert set(found) | {one for one in kept if before[one] in notice} == set(kept)


def _rows(data: Path) -> dict[str, str]:
    journal = opened(data)
    found = {one.id: one.title for one in journal.sessions()}
    journal.close()
    return found


def test_what_is_lost_in_the_journal_comes_from_the_backup_and_what_came_later_is_kept(
    tmp_path: Path,
) -> None:
    kept = with_sessions(tmp_path)
    back_up_when_due(tmp_path, TODAY)
    journal = opened(tmp_path)
    journal.begin(row("later"), [started(), note(1)])
    journal.close()
    (pages,) = (len((tmp_path / "journal.sqlite3").read_bytes()) // 1024,)
    for page in range(2, pages + 1, 7):
        folder = tmp_path / str(page)
        folder.mkdir()
        (folder / "journal.sqlite3").write_bytes((tmp_path / "journal.sqlite3").read_bytes())
        (folder / "reservekopieen").mkdir()
        (folder / "reservekopieen" / "journal-2026-11-21.sqlite3").write_bytes(
            backups.backups(tmp_path)[0].read_bytes()
        )
        damaged(folder, page)
        journal = opened(folder)
        found = {one.id: list(journal.events(one.id)) for one in journal.sessions()}
        notices = journal.take_notices()
        assert {name: found[name] for name in kept} == kept, page
        if notices:
            assert "compleet: 4 sessies" in notices[0] or "compleet: 5 sessies" in notices[0]
        journal.close()


def test_a_journal_that_is_gone_to_pieces_comes_back_from_the_backup(tmp_path: Path) -> None:
    kept = with_sessions(tmp_path)
    back_up_when_due(tmp_path, TODAY)
    (tmp_path / "journal.sqlite3").write_bytes(b"niets meer" * 1000)
    found, notice = rescued(tmp_path)
    assert found == kept
    assert "Teruggehaald en compleet: 4 sessies. Daarvan uit de laatste reservekopie: 4." in notice


def test_a_journal_that_became_empty_comes_back_from_the_backup(tmp_path: Path) -> None:
    kept = with_sessions(tmp_path)
    back_up_when_due(tmp_path, TODAY)
    (tmp_path / "journal.sqlite3").write_bytes(b"")
    assert rescued(tmp_path)[0] == kept


def test_a_journal_that_was_thrown_away_stays_away(tmp_path: Path) -> None:
    with_sessions(tmp_path)
    back_up_when_due(tmp_path, TODAY)
    (tmp_path / "journal.sqlite3").unlink()
    assert opened(tmp_path).sessions() == []


def test_what_is_lost_is_named(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    journal.begin(row("weg", title="Weg ermee"), [started()])
    journal.begin(row("half", title="Half af"), [started(), *(NoteWritten("x" * 400) for _ in range(9))])
    connection(journal).execute("DELETE FROM event WHERE session = 'weg' OR number > 4")
    journal.close()
    damaged(tmp_path, 3)
    found, notice = rescued(tmp_path)
    assert list(found) == ["half"]
    assert "Niet te redden: “Weg ermee”." in notice
    assert "Niet helemaal: “Half af” (" in notice


def test_a_session_that_is_going_on_while_the_damage_shows_stays_as_it_is_here(tmp_path: Path) -> None:
    with_sessions(tmp_path)
    back_up_when_due(tmp_path, TODAY)
    journal = opened(tmp_path)
    journal.take_up("sessie1")
    journal.append(31, note(1), row("sessie1"))
    connection(journal).execute("PRAGMA wal_checkpoint(TRUNCATE)")
    damaged(tmp_path, *range(2, len((tmp_path / "journal.sqlite3").read_bytes()) // 1024 + 1))
    connection(journal).execute("PRAGMA shrink_memory")
    journal.append(32, note(2), row("sessie1"))
    assert (journal.trouble, journal.waiting) == (None, 0)
    assert journal.events("sessie1")[31:] == [note(1), note(2)]
    assert sorted(one.id for one in journal.sessions()) == ["sessie0", "sessie1", "sessie2", "sessie3"]


def test_an_erased_session_does_not_come_back_from_a_damaged_file(tmp_path: Path) -> None:
    with_sessions(tmp_path)
    journal = opened(tmp_path)
    journal.erase("sessie2")
    journal.close()
    damaged(tmp_path, 1)
    found, _ = rescued(tmp_path)
    assert sorted(found) == ["sessie0", "sessie1", "sessie3"]
