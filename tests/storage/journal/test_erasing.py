"""What was erased is nowhere in the data folder any more, to the byte; what was not stays whole."""

import os
import shutil
import sqlite3
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from tegenwicht.game import events
from tegenwicht.game.tegenwicht import Draw, FinishTurn, WriteNote
from tegenwicht.preferences import Settings
from tegenwicht.session import RunningSession
from tegenwicht.storage.journal import backups, erasing, erasing_mark
from tegenwicht.storage.journal.journal import (
    Journal,
    MemoryJournal,
    NotErased,
    SessionTakenElsewhere,
    UnreadableSession,
    open_journal,
)
from tegenwicht.storage.journal.lock import SessionLock
from tegenwicht.storage.settings import read_settings, write_changes
from tests.storage.journal.journal_samples import connection, opened
from tests.storage.session_samples import begun, deck, play, row, setup, started, ticking

NOTE = "Een briefje over iets heel herkenbaars"
NAMES = ("Quirijn", "Xandra")
TITLE = "Team Zwaluwstraat"
SECRETS = (NOTE, *NAMES, TITLE, "Nooit meer zo snel")


def told(journal: Journal, session_id: str = "geheim") -> RunningSession:
    """A session full of things to be forgotten, changed often enough to leave traces everywhere."""
    people = tuple(events.Participant(number, name) for number, name in enumerate(NAMES, 1))
    session = RunningSession.start(
        journal, events.Setup("tegenwicht", TITLE, people, rounds=None), deck(), now=ticking(),
        new_id=lambda: session_id, summary=lambda timeline: f"{TITLE} {timeline.count} " + "z" * 80,
    )  # fmt: skip
    for number in range(40):
        for action in (Draw(), WriteNote(f"{NOTE} {number} " + "x" * 700), WriteNote(NOTE), events.Undo()):
            session.do(action)
        session.do(events.AddParticipant(NAMES[0]) if number % 20 == 7 else FinishTurn())
        for action in (events.RenameParticipant(1, SECRETS[-1]), FinishTurn()):
            session.do(action)
    return session


def places(data: Path) -> list[str]:
    """Every file in the data folder in which one of the secrets can be read."""
    found = []
    for path in sorted(data.rglob("*")):
        if path.is_file():
            raw = path.read_bytes()
            found += [f"{path.name}: {text}" for text in SECRETS if text.encode() in raw]
    return found


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def with_other_sessions(journal: Journal) -> None:
    for number in range(3):
        play(begun(journal, f"sessie{number}"), 40, seed=number)


def test_an_erased_session_is_nowhere_in_the_data_folder(data: Path) -> None:
    journal = opened(data)
    with_other_sessions(journal)
    told(journal)
    with_more = {one.id: journal.events(one.id) for one in journal.sessions() if one.id != "geheim"}
    assert places(data)
    journal.erase("geheim")
    assert places(data) == []
    assert {one.id: journal.events(one.id) for one in journal.sessions()} == with_more
    with pytest.raises(UnreadableSession):
        journal.take_up("geheim")
    journal.close()
    assert places(data) == []


@pytest.mark.parametrize("kind", ["memory", "sqlite"])
def test_every_journal_forgets_what_it_is_told_to(kind: str, data: Path) -> None:
    journal: Journal = MemoryJournal() if kind == "memory" else open_journal(data)[0]
    for name in ("a", "b", "c"):
        journal.begin(row(name), [started()])
    journal.erase("b")
    journal.erase("never was")
    assert sorted(one.id for one in journal.sessions()) == ["a", "c"]
    assert journal.count() == 2
    journal.erase_everything()
    assert (journal.sessions(), journal.count(), journal.waiting) == ([], 0, 0)
    journal.begin(row("d"), [started()])
    assert [one.id for one in journal.sessions()] == ["d"]


def test_the_session_that_is_running_can_be_closed_without_keeping_it(data: Path) -> None:
    journal = opened(data)
    lock = SessionLock.of_session(data, "geheim")
    session = told(journal)
    with pytest.raises(NotErased, match="nog open"):
        journal.erase("geheim")
    assert journal.events("geheim")
    lock.release()
    journal.erase("geheim")
    assert places(data) == []
    with pytest.raises(ValueError, match="taken up"):
        session.do(events.RenameParticipant(1, "Q"))
    journal.retry()
    journal.close()
    assert opened(data).sessions() == []


HOLDER = """
import sys
from pathlib import Path
from tegenwicht.storage.journal.lock import SessionLock
lock = SessionLock.of_session(Path(sys.argv[1]), "geheim")
print(lock.hold.value, flush=True)
sys.stdin.read()
"""


def test_a_session_that_is_open_in_another_window_is_not_erased(data: Path) -> None:
    journal = opened(data)
    told(journal)
    before = journal.events("geheim")
    root = Path(__file__).parents[3]
    command = [sys.executable, "-c", HOLDER, str(data)]
    with subprocess.Popen(
        command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout and other.stdout.readline() == "ours\n"
        with pytest.raises(NotErased, match="ander venster"):
            journal.erase("geheim")
        with pytest.raises(NotErased, match="nog een sessie open"):
            journal.erase_everything()
        assert journal.events("geheim") == before
        assert other.stdin
        other.stdin.close()
    journal.erase("geheim")
    assert places(data) == []


def test_backups_lose_the_erased_session_and_keep_the_others(data: Path) -> None:
    journal = opened(data)
    with_other_sessions(journal)
    backups.back_up_when_due(data, datetime(2026, 11, 19))
    told(journal)
    for day in (20, 21):
        journal.begin(row(f"dag{day}"), [started()])
        assert backups.back_up_when_due(data, datetime(2026, 11, day)) is None
    assert len(backups.backups(data)) == 3
    assert len(places(data)) > len(SECRETS)
    untouched = backups.backups(data)[-1].read_bytes()
    journal.erase("geheim")
    assert places(data) == []
    assert backups.backups(data)[-1].read_bytes() == untouched
    assert all(map(backups.is_good, backups.backups(data)))
    with sqlite3.connect(backups.backups(data)[0]) as database:
        names = [one for (one,) in database.execute("SELECT id FROM session ORDER BY id")]
    database.close()
    assert names == ["dag20", "dag21", "sessie0", "sessie1", "sessie2"]


def test_a_damaged_file_that_was_set_aside_is_taken_away_and_that_is_said(data: Path) -> None:
    first = opened(data)
    told(first)
    first.close()
    raw = bytearray((data / "journal.sqlite3").read_bytes())
    raw[2000:2100] = b"\xff" * 100
    (data / "journal.sqlite3").write_bytes(raw)
    journal = opened(data)
    journal.sessions()
    journal.take_notices()
    assert any("beschadigd" in place for place in places(data))
    journal.begin(row("nieuw"), [started()])
    journal.erase("geheim")
    assert places(data) == []
    assert any("beschadigd-2026-11-21.sqlite3 is weggehaald" in one for one in journal.take_notices())
    assert [one.id for one in journal.sessions()] == ["nieuw"]


def test_a_file_of_a_newer_version_loses_the_session_too(data: Path) -> None:
    journal = opened(data)
    told(journal)
    journal.close()
    shutil.copy(data / "journal.sqlite3", data / "journal-nieuwer-2026-11-20.sqlite3")
    with sqlite3.connect(data / "journal-nieuwer-2026-11-20.sqlite3") as database:
        database.execute("PRAGMA user_version = 9")
    database.close()
    journal.erase("geheim")
    assert places(data) == []
    assert (data / "journal-nieuwer-2026-11-20.sqlite3").exists()


def test_a_newer_file_that_is_built_otherwise_is_named_and_stays(data: Path) -> None:
    journal = opened(data)
    told(journal)
    newer = data / "journal-nieuwer-2026-11-20.sqlite3"
    with sqlite3.connect(newer) as database:
        database.execute("CREATE TABLE meeting (words TEXT)")
    database.close()
    before = newer.read_bytes()
    journal.erase("geheim")
    (notice,) = journal.take_notices()
    assert "In journal-nieuwer-2026-11-20.sqlite3 kan nog staan wat je wiste" in notice
    assert newer.read_bytes() == before
    assert not erasing_mark.is_erasing(data)


def test_a_damaged_file_is_not_taken_away_before_what_it_holds_is_safe(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = opened(data)
    begun(journal)
    (data / "journal-beschadigd-2026-11-20.sqlite3").write_text("wie weet")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tegenwicht.storage.journal.file.SessionFile.bring_back", full)
    with pytest.raises(NotErased, match="de schijf is vol"):
        journal.erase("een")
    assert (data / "journal-beschadigd-2026-11-20.sqlite3").exists()


def test_a_reader_that_holds_up_the_wiping_is_told_and_it_is_done_later(data: Path) -> None:
    journal = opened(data)
    told(journal)
    reader = sqlite3.connect(data / "journal.sqlite3", isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM event").fetchone()
    with pytest.raises(NotErased, match="een ander programma houdt een bestand bezet"):
        journal.erase("geheim")
    reader.close()
    journal.close()
    open_journal(data)[0].close()
    assert places(data) == []


def test_another_copy_of_the_app_does_not_write_an_erased_session_back(data: Path) -> None:
    one, two = opened(data), opened(data)
    session = told(one)
    two.take_up("geheim")
    two.erase("geheim")
    one._file.close()  # as after trouble: what this process knows is held against the file anew
    one.begin(row("anders"), [started()])
    with pytest.raises((SessionTakenElsewhere, ValueError)):
        session.do(events.RenameParticipant(1, "Q"))
    assert any("gewist" in notice for notice in one.take_notices())
    one.close()
    assert places(data) == []
    assert [listed.id for listed in opened(data).sessions()] == ["anders"]


def test_an_action_on_a_session_that_was_erased_elsewhere_says_so(data: Path) -> None:
    one, two = opened(data), opened(data)
    session = told(one)
    two.erase("geheim")
    with pytest.raises((SessionTakenElsewhere, UnreadableSession)):
        one.take_up("geheim")
    with pytest.raises(SessionTakenElsewhere):
        session.do(events.RenameParticipant(1, "Q"))
    assert any("ander venster van Tegenwicht gewist" in notice for notice in one.take_notices())
    assert places(data) == []


@pytest.mark.parametrize("step", ["rewrite", "scrub"])
def test_an_erasure_that_was_cut_off_is_finished_at_the_next_start(
    data: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = opened(data)
    told(journal)
    backups.back_up_when_due(data, datetime(2026, 11, 21))

    def cut_off(*_: object) -> None:
        raise OSError(5, "Input/output error")

    name = {"rewrite": "journal.copies._rewrite_without", "scrub": "journal.file.SessionFile.scrub"}[step]
    monkeypatch.setattr(f"tegenwicht.storage.{name}", cut_off)
    with pytest.raises(NotErased, match="start Tegenwicht opnieuw"):
        journal.erase("geheim")
    assert journal.sessions() == []
    assert erasing_mark.is_erasing(data)
    monkeypatch.undo()
    journal.close()
    again, notices = open_journal(data)
    assert notices == []
    assert again.sessions() == []
    assert places(data) == []
    assert not erasing_mark.is_erasing(data)


def test_nothing_is_erased_when_the_disk_refuses_and_that_is_said(data: Path) -> None:
    journal = opened(data)
    told(journal)
    connection(journal).execute("PRAGMA query_only = ON")
    with pytest.raises(NotErased, match="er is niets gewist"):
        journal.erase("geheim")
    assert len(opened(data).events("geheim")) > 50


KILLED = """
import os, signal, sys, threading
from pathlib import Path
from tests.storage.journal.journal_samples import opened
journal = opened(Path(sys.argv[1]))
journal.sessions()
threading.Timer(float(sys.argv[2]), lambda: os.kill(os.getpid(), signal.SIGKILL)).start()
journal.erase("geheim")
print("done", flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("seconds", [0, 0.001, 0.003, 0.006, 0.01, 0.02])
def test_a_kill_in_the_middle_leaves_the_session_whole_or_gone(data: Path, seconds: float) -> None:
    journal = opened(data)
    with_other_sessions(journal)
    count = told(journal).timeline.count
    backups.back_up_when_due(data, datetime(2026, 11, 21))
    journal.close()
    command = [sys.executable, "-c", KILLED, str(data), str(seconds)]
    done = subprocess.run(command, cwd=Path(__file__).parents[3], capture_output=True, text=True, timeout=300)
    assert done.returncode < 0, done.stderr
    again, notices = open_journal(data)
    assert notices == []
    if any(one.id == "geheim" for one in again.sessions()):
        assert done.stdout == ""
        assert len(again.events("geheim")) == count
        again.erase("geheim")
    assert places(data) == []
    assert len(again.sessions()) == 3


# -- with the settings


def test_erasing_everything_leaves_nothing_but_the_settings_without_names(data: Path) -> None:
    journal = opened(data)
    told(journal)
    backups.back_up_when_due(data, datetime(2026, 11, 21))
    (data / "fout.txt").write_text(NOTE)
    (data / "instellingen-beschadigd-2026-11-20.json").write_text(NAMES[0])
    (data / "journal-beschadigd-2026-11-20.sqlite3").write_text(TITLE)
    before = Settings(
        text_size=150, last_setup={"names": list(NAMES), "setup:title": TITLE, "setup:rounds": 3}
    )
    write_changes(data, Settings(), before)
    settings, said = erasing.erase_everything(data, journal, before)
    assert settings == Settings(text_size=150)
    assert read_settings(data) == (settings, None)
    assert any("uit de instellingen gewist" in one for one in said)
    assert places(data) == []
    journal.close()
    left = sorted(path.name for path in data.rglob("*") if path.is_file())
    assert left == ["instellingen.json", "journal.sqlite3"]
    assert os.stat(data / "journal.sqlite3").st_size < 16_000


def test_erasing_one_session_takes_its_names_from_the_settings(data: Path) -> None:
    journal = opened(data)
    told(journal)
    settings = Settings(last_setup={"names": ["", NAMES[1]], "setup:rounds": 3})
    write_changes(data, Settings(), settings)
    settings, said = erasing.erase_session(data, journal, "geheim", settings)
    assert settings.last_setup == {}
    assert len(said) == 1
    assert places(data) == []


def test_erasing_one_session_leaves_the_names_of_another_in_the_settings(data: Path) -> None:
    journal = opened(data)
    told(journal)
    settings = Settings(last_setup={"names": ["Samira"], "setup:drawing": "pile"})
    assert erasing.erase_session(data, journal, "geheim", settings) == (settings, [])


def test_a_session_never_kept_anywhere_else_is_gone_after_a_full_disk(data: Path) -> None:
    journal = opened(data)
    (pages,) = connection(journal).execute("PRAGMA page_count").fetchone()
    connection(journal).execute(f"PRAGMA max_page_count = {pages}")
    session = RunningSession.start(journal, setup(), deck(), now=ticking(), new_id=lambda: "vol")
    session.do(Draw())
    assert journal.waiting == 2
    connection(journal).execute("PRAGMA max_page_count = 1000000")
    journal.erase("vol")
    assert (journal.waiting, journal.sessions()) == (0, [])
    journal.close()
    assert opened(data).sessions() == []


def test_a_session_that_could_never_be_written_is_dropped_from_memory(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.write_text("geen map")
    journal = opened(data)
    begun(journal)
    assert journal.waiting
    journal.erase("een")
    assert (journal.waiting, journal.sessions()) == (0, [])
    data.unlink()
    journal.retry()
    journal.close()
    assert opened(data).sessions() == []


def test_damaged_settings_go_along_with_any_session(data: Path) -> None:
    journal = opened(data)
    begun(journal)
    (data / "instellingen-beschadigd-2026-11-20.json").write_text('{"names": ["Xandra"')
    settings, said = erasing.erase_session(data, journal, "een", Settings())
    assert settings == Settings()
    assert said == ["Ook instellingen-beschadigd-2026-11-20.json is weggehaald: daar konden namen in staan."]
    assert places(data) == []


def test_names_that_cannot_be_cleared_are_said(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = opened(data)
    told(journal)

    def refused(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(erasing, "write_changes", refused)
    with pytest.raises(NotErased, match="staan nog in de instellingen"):
        erasing.erase_session(data, journal, "geheim", Settings(last_setup={"names": [NAMES[0]]}))
    assert journal.sessions() == []
