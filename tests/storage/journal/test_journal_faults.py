"""What a journal does when the disk is full, locked, read-only, gone or damaged: play goes on, nothing is lost."""

import errno
import resource
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tegenwicht.game.tegenwicht import NoteWritten
from tegenwicht.session import RunningSession
from tegenwicht.storage.journal.journal import SqliteJournal, UnreadableSession
from tests.storage.journal.journal_samples import append, connection, note, notes_on_disk, opened
from tests.storage.session_samples import begun, play, row, started, ticking

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
from tests.storage.journal.journal_samples import append, opened, row, started
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
    done = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parents[3], timeout=300)
    assert done.returncode == 0, done.stderr
    return done.stdout


# -- read-only, locked, gone


def test_a_file_that_cannot_be_opened_for_writing_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same without a mount: the operating system's refusal is put in its place."""
    play(begun(first := opened(tmp_path)), 20)
    first.close()

    def refused(_: Path) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr("tegenwicht.storage.journal.file._make_private", refused)
    journal = opened(tmp_path)
    assert journal.trouble
    assert "mag niet schrijven" in journal.trouble
    session = RunningSession.resume(journal, "een", now=ticking())
    play(session, 5)
    assert [(one.id, one.actions) for one in journal.sessions()] == [("een", 26)]
    monkeypatch.undo()
    assert journal.retry()
    assert len(opened(tmp_path).events("een")) == 26


def test_a_file_that_was_not_closed_well_is_not_read_without_its_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_one = opened(tmp_path)
    play(begun(open_one), 20)

    def refused(_: Path) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr("tegenwicht.storage.journal.file._make_private", refused)
    journal = opened(tmp_path)
    assert journal.sessions() == []
    with pytest.raises(UnreadableSession):
        journal.take_up("een")
    monkeypatch.undo()
    assert len(journal.events("een")) == 21


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
    journal._file.close()
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


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE session SET actions = 99 WHERE id = 'een'",
        "UPDATE session SET actions = 'x' WHERE id = 'een'",
        "DELETE FROM session WHERE id = 'een'",
        "INSERT INTO event VALUES ('een', 3, 'TurnPassed', '{}')",
    ],
)
def test_one_session_that_does_not_match_its_events_is_written_anew_and_the_file_stays(
    tmp_path: Path, damage: str
) -> None:
    journal = opened(tmp_path)
    for name in ("een", "twee"):
        journal.begin(row(name), [started()])
        append(journal, 1, session_id=name)
    connection(journal).execute(damage)
    append(journal, 2)
    append(journal, 3)
    append(journal, 2, session_id="twee")
    assert (journal.trouble, journal.waiting) == (None, 0)
    (told,) = journal.take_notices()
    assert "opnieuw bewaard zoals ze hier open is" in told
    for name, last in (("een", 3), ("twee", 2)):
        assert notes_on_disk(tmp_path, name) == [note(number).text for number in range(1, last + 1)]
    assert [path.name for path in tmp_path.glob("*.sqlite3")] == ["journal.sqlite3"]


def test_a_list_that_says_another_game_than_was_played_harms_nobody(tmp_path: Path) -> None:
    session = begun(opened(tmp_path))
    play(session, 30)
    other = opened(tmp_path)
    connection(other).execute("UPDATE session SET mode = 'peeling', came_up = NULL")
    assert other.reckon_tallies() == 1
    (listed,) = other.sessions()
    assert listed.came_up == session.row.came_up
    assert RunningSession.resume(other, listed.id, now=ticking()).row.mode == "tegenwicht"


# -- two real processes

WRITER = """
import sys
from pathlib import Path
from tests.storage.journal.journal_samples import append, opened, row, started
journal = opened(Path(sys.argv[1]))
journal.begin(row(sys.argv[2]), [started()])
append(journal, *range(1, 100), session_id=sys.argv[2])
assert any(journal.retry() for _ in range(100)), journal.trouble
"""


def test_processes_that_start_at_once_all_save_everything(tmp_path: Path) -> None:
    names = ("een", "twee", "drie", "vier")
    root = Path(__file__).parents[3]
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path / "data"), name], cwd=root)
        for name in names
    ]
    assert [writer.wait(300) for writer in writers] == [0, 0, 0, 0]
    for name in names:
        assert notes_on_disk(tmp_path / "data", name) == [note(number).text for number in range(1, 100)]
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["journal.sqlite3"]
