"""What a journal promises, held against the journal in memory and the one on disk alike."""

import sqlite3
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tegenwicht.game import events
from tegenwicht.game.cards import Cluster
from tegenwicht.game.tegenwicht import CardWeighed, ClusterMentioned, NoteWritten, TurnPassed
from tegenwicht.storage.journal.file import SessionFile
from tegenwicht.storage.journal.journal import (
    Journal,
    MemoryJournal,
    SessionTakenElsewhere,
    SqliteJournal,
    UnreadableSession,
    open_journal,
)
from tegenwicht.storage.journal.rows import Readable
from tests.storage.session_samples import row, started

EVENTS = [TurnPassed(), NoteWritten("één ☕"), CardWeighed((0, 1, 2, 3)), ClusterMentioned(Cluster.CLIENT)]


@pytest.fixture(params=["memory", "sqlite"])
def journal(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Journal]:
    made: Journal = MemoryJournal() if request.param == "memory" else open_journal(tmp_path / "data")[0]
    yield made
    made.close()


def test_a_new_session_has_its_first_events(journal: Journal) -> None:
    journal.begin(row(), [started(), EVENTS[0]])
    assert journal.events("een") == [started(), EVENTS[0]]
    assert journal.sessions() == [row(actions=2)]


def test_events_come_back_in_order(journal: Journal) -> None:
    journal.begin(row(), [started()])
    for number, event in enumerate(EVENTS, 1):
        journal.append(number, event, row())
    assert journal.events("een") == [started(), *EVENTS]


def test_the_list_shows_what_the_last_append_said(journal: Journal) -> None:
    journal.begin(row(), [started()])
    later = row(changed="2026-11-22T09:00:00Z", line="Ronde 2 van 3", finished=True)
    journal.append(1, events.SessionClosed(), later)
    assert journal.sessions() == [later._replace(actions=2)]


def test_the_journal_counts_the_actions_itself(journal: Journal) -> None:
    journal.begin(row(actions=7), [started()])
    journal.append(1, EVENTS[0], row(actions=99))
    assert [one.actions for one in journal.sessions()] == [2]


def test_a_number_that_was_written_before_is_refused(journal: Journal) -> None:
    journal.begin(row(), [started()])
    journal.append(1, EVENTS[0], row())
    with pytest.raises(SessionTakenElsewhere, match="Ons thema"):
        journal.append(1, EVENTS[1], row())
    assert journal.events("een") == [started(), EVENTS[0]]


def test_a_number_too_high_is_a_mistake_of_ours(journal: Journal) -> None:
    journal.begin(row(), [started()])
    with pytest.raises(ValueError, match="cannot follow"):
        journal.append(2, EVENTS[0], row())
    assert journal.events("een") == [started()]


def test_a_session_that_was_not_taken_up_cannot_go_on(journal: Journal) -> None:
    with pytest.raises(ValueError, match="taken up"):
        journal.append(1, EVENTS[0], row())


def test_a_session_needs_a_first_event(journal: Journal) -> None:
    with pytest.raises(ValueError, match="at least one"):
        journal.begin(row(), [])
    assert journal.sessions() == []


def test_an_id_is_used_once(journal: Journal) -> None:
    journal.begin(row(), [started()])
    with pytest.raises(SessionTakenElsewhere):
        journal.begin(row(), [started(seats=5)])
    assert journal.events("een") == [started()]


def test_a_session_that_is_not_there_cannot_be_read(journal: Journal) -> None:
    for ask in (journal.events, journal.take_up):
        with pytest.raises(UnreadableSession, match="Deze sessie"):
            ask("niemand")


def test_a_session_taken_up_goes_on_where_it_was(journal: Journal) -> None:
    journal.begin(row(), [started()])
    journal.append(1, EVENTS[0], row())
    assert journal.take_up("een") == (row(actions=2), [started(), EVENTS[0]])
    journal.append(2, EVENTS[1], row())
    assert journal.events("een") == [started(), EVENTS[0], EVENTS[1]]


def test_sessions_do_not_mix(journal: Journal) -> None:
    journal.begin(row("een"), [started()])
    journal.begin(row("twee"), [started(seats=5)])
    journal.append(1, EVENTS[0], row("een"))
    journal.append(1, EVENTS[1], row("twee"))
    assert journal.events("een") == [started(), EVENTS[0]]
    assert journal.events("twee") == [started(seats=5), EVENTS[1]]


def test_the_last_changed_session_comes_first(journal: Journal) -> None:
    for number in (3, 1, 2):
        journal.begin(row(str(number), changed=f"2026-11-2{number}"), [started()])
    assert [one.id for one in journal.sessions()] == ["3", "2", "1"]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 5), st.booleans()), max_size=12), st.integers(0, 13), st.integers(0, 13)
)
def test_a_page_of_the_list_is_a_slice_of_it(made: list[tuple[int, bool]], limit: int, offset: int) -> None:
    rows = [row(f"{place:02}", f"2026-{day}", finished=done) for place, (day, done) in enumerate(made)]
    expected = sorted(rows, key=lambda one: (one.changed, one.id), reverse=True)
    unfinished = [one for one in expected if not one.finished]
    with tempfile.TemporaryDirectory() as folder:
        for journal in (MemoryJournal(), open_journal(Path(folder))[0]):
            for one in rows:
                journal.begin(one._replace(finished=False), [started()])
                if one.finished:
                    journal.append(1, events.SessionClosed(), one)
            found = journal.sessions(limit=limit, offset=offset)
            assert [one.id for one in found] == [one.id for one in expected[offset : offset + limit]]
            found = journal.sessions(unfinished_only=True, limit=limit, offset=offset)
            assert [one.id for one in found] == [one.id for one in unfinished[offset : offset + limit]]
            journal.close()


def test_an_event_that_cannot_be_written_changes_nothing(tmp_path: Path) -> None:
    journal, _ = open_journal(tmp_path)
    journal.begin(row(), [started()])
    for event in (NoteWritten("\ud800"), events.ClockPaused(float("nan"))):
        with pytest.raises(ValueError, match="cannot be written"):
            journal.append(1, event, row())
    journal.append(1, EVENTS[0], row())
    assert journal.events("een") == [started(), EVENTS[0]]


# -- on disk


def test_all_is_there_in_a_next_process(tmp_path: Path) -> None:
    first, _ = open_journal(tmp_path)
    first.begin(row(), [started()])
    first.append(1, EVENTS[1], row(line="Ronde 1"))
    second, notices = open_journal(tmp_path)  # as after a kill: the first was not closed
    assert notices == []
    assert second.take_up("een") == (row(line="Ronde 1", actions=2), [started(), EVENTS[1]])


def test_the_files_are_the_users_alone(tmp_path: Path) -> None:
    journal, _ = open_journal(tmp_path / "data")
    journal.begin(row(), [started()])
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "data").iterdir()}
    assert modes == dict.fromkeys(["journal.sqlite3", "journal.sqlite3-shm", "journal.sqlite3-wal"], 0o600)
    assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700


def test_a_file_that_others_may_read_becomes_the_users_alone(tmp_path: Path) -> None:
    open_journal(tmp_path)[0].close()
    (tmp_path / "journal.sqlite3").chmod(0o644)
    open_journal(tmp_path)[0].close()
    assert stat.S_IMODE((tmp_path / "journal.sqlite3").stat().st_mode) == 0o600


def test_a_closed_journal_is_one_file(tmp_path: Path) -> None:
    journal, _ = open_journal(tmp_path)
    journal.begin(row(), [started()])
    journal.close()
    assert [path.name for path in tmp_path.iterdir()] == ["journal.sqlite3"]


def test_every_commit_is_synced(tmp_path: Path) -> None:
    journal, _ = open_journal(tmp_path)
    assert _ask(journal, "PRAGMA journal_mode") == "wal"
    assert _ask(journal, "PRAGMA synchronous") == 2  # FULL
    assert _ask(journal, "PRAGMA user_version") == 3
    assert _ask(journal, "PRAGMA application_id") == 0x54475754


def test_an_action_changes_no_index(tmp_path: Path) -> None:
    journal, _ = open_journal(tmp_path)
    journal.begin(row(), [started()])
    journal.append(1, EVENTS[0], row(changed="2026-11-22T10"))
    before = _pages_in_log(tmp_path)
    journal.append(2, EVENTS[0], row(changed="2026-11-22T11"))
    assert _pages_in_log(tmp_path) - before == 2  # the event's and the session's


def test_the_list_is_in_order_when_a_session_goes_on_another_day(tmp_path: Path) -> None:
    one, two = open_journal(tmp_path)[0], open_journal(tmp_path)[0]
    for number, name in enumerate(("a", "b", "c")):
        one.begin(row(name, changed=f"2026-11-2{number}T10"), [started()])
    one.append(1, EVENTS[0], row("a", changed="2026-11-24T10"))
    two.take_up("b")
    two.append(1, EVENTS[0], row("b", changed="2026-11-25T10"))
    two.append(2, EVENTS[0], row("b", changed="2026-11-26T10"))
    for journal in (one, two):
        assert [listed.id for listed in journal.sessions()] == ["b", "a", "c"]
        assert [listed.id for listed in journal.sessions(unfinished_only=True)] == ["b", "a", "c"]


def test_what_another_process_wrote_is_seen_at_once(tmp_path: Path) -> None:
    one, two = open_journal(tmp_path)[0], open_journal(tmp_path)[0]
    one.begin(row(), [started()])
    assert two.sessions() == [row()]
    assert two.events("een") == [started()]


def test_two_processes_write_their_own_sessions(tmp_path: Path) -> None:
    one, two = open_journal(tmp_path)[0], open_journal(tmp_path)[0]
    one.begin(row("een"), [started()])
    two.begin(row("twee"), [started()])
    for number in range(1, 20):
        one.append(number, EVENTS[0], row("een"))
        two.append(number, EVENTS[1], row("twee"))
    assert one.events("twee") == [started()] + [EVENTS[1]] * 19
    assert two.events("een") == [started()] + [EVENTS[0]] * 19


@pytest.mark.parametrize("same", [True, False])
def test_two_processes_in_one_session_do_not_hurt_it(tmp_path: Path, same: bool) -> None:
    one, two = open_journal(tmp_path)[0], open_journal(tmp_path)[0]
    one.begin(row(), [started()])
    two.take_up("een")
    two.append(1, EVENTS[1], row())
    with pytest.raises(SessionTakenElsewhere, match="ander venster"):
        one.append(1, EVENTS[1] if same else EVENTS[0], row())
    assert any("ander venster" in notice for notice in one.take_notices())
    assert one.waiting == 0
    assert one.trouble is None
    assert one.take_up("een") == (row(actions=2), [started(), EVENTS[1]])
    one.append(2, EVENTS[2], row())
    assert two.events("een") == [started(), EVENTS[1], EVENTS[2]]


def test_one_id_begun_by_two_processes_stays_with_the_first(tmp_path: Path) -> None:
    one, two = open_journal(tmp_path)[0], open_journal(tmp_path)[0]
    one.begin(row(), [started()])
    with pytest.raises(SessionTakenElsewhere):
        two.begin(row(), [started(seats=4)])
    assert two.events("een") == [started()]


def test_an_unreadable_session_harms_no_other(tmp_path: Path) -> None:
    journal, _ = open_journal(tmp_path)
    for name in ("goed", "leeg", "kind", "json", "spelvorm", "gat"):
        journal.begin(row(name), [started(), EVENTS[0], EVENTS[1]])
    journal.close()
    with sqlite3.connect(tmp_path / "journal.sqlite3") as database:
        database.execute("DELETE FROM event WHERE session = 'leeg'")
        database.execute("DELETE FROM event WHERE session = 'gat' AND number = 1")
        database.execute("UPDATE event SET kind = 'CardEaten' WHERE session = 'kind' AND number = 1")
        database.execute("UPDATE event SET data = x'ff' WHERE session = 'json' AND number = 2")
        database.execute(
            'UPDATE event SET data = CAST(replace(CAST(data AS TEXT), \'"mode":"tegenwicht"\', \'"mode":"poker"\')'
            " AS BLOB) WHERE session = 'spelvorm' AND number = 0"
        )
    database.close()
    again, notices = open_journal(tmp_path)
    assert notices == []
    for name in ("leeg", "kind", "json", "spelvorm", "gat"):
        with pytest.raises(UnreadableSession, match="De sessie “Ons thema”"):
            again.take_up(name)
    assert again.events("goed") == [started(), EVENTS[0], EVENTS[1]]
    assert len(again.sessions()) == 6


def test_the_list_is_read_from_an_index(tmp_path: Path) -> None:
    journal, _ = open_journal(tmp_path)
    for unfinished_only, index in ((False, "session_day"), (True, "session_unfinished_day")):
        question = Readable().question(unfinished_only, search="")
        assert f"USING INDEX {index}" in _ask_all(journal, f"EXPLAIN QUERY PLAN {question}")


def _ask(journal: Journal, question: str) -> object:
    return _connection(journal).execute(question).fetchone()[0]


def _ask_all(journal: Journal, question: str) -> str:
    rows = _connection(journal).execute(question, {"limit": 1, "offset": 0, "search": ""})
    return "\n".join(one[3] for one in rows)


def _connection(journal: Journal) -> sqlite3.Connection:
    assert isinstance(journal, SqliteJournal)
    return journal._file.opened()._connection


def _pages_in_log(folder: Path) -> int:
    return ((folder / "journal.sqlite3-wal").stat().st_size - 32) // (1024 + 24)


def test_each_session_comes_with_its_own_events_whatever_is_missing(tmp_path: Path) -> None:
    journal, _ = open_journal(tmp_path)
    for name in ("b", "d", "a", "c", "é", "e"):
        journal.begin(row(name), [started(), NoteWritten(name)])
    journal.close()
    database = sqlite3.connect(tmp_path / "journal.sqlite3", isolation_level=None)
    database.execute("DELETE FROM event WHERE session = 'b'")
    database.execute("DELETE FROM session WHERE id = 'c'")
    database.execute("DELETE FROM event WHERE session = 'd' AND number = 0")
    database.close()
    file = SessionFile(tmp_path / "journal.sqlite3")
    found = {kept.row.id: kept.texts for kept in file.each()}
    assert found == {name: file.texts(name) for name in ("a", "b", "d", "e", "é")}
    assert {name: len(texts) for name, texts in found.items()} == {"a": 2, "b": 0, "d": 0, "e": 2, "é": 2}
    file.close()
