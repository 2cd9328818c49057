"""Nothing in the user's folder stops the start; and when something does, one sentence says what to do."""

import gc
import os
import shutil
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tegenwicht.__main__ import main
from tegenwicht.app.loop import App
from tegenwicht.cli import play
from tegenwicht.plain.dates import date_and_time, local_time
from tegenwicht.storage.settings import FILE_NAME
from tests.pilot import TO_THE_TABLE, Pilot


@pytest.fixture
def amsterdam(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Amsterdam")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def played(folder: Path) -> None:
    """A folder with two sessions."""
    with Pilot(folder) as pilot:
        for _ in range(2):
            pilot.press(*TO_THE_TABLE, "Laat het lot kiezen", "Naar het begin")


@pytest.fixture(scope="module")
def two_sessions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("played")
    played(folder)
    return folder


def change(folder: Path, column: str, value: object) -> None:
    """Put something in a column of the latest session."""
    with sqlite3.connect(folder / "journal.sqlite3") as db:
        db.execute(
            f"UPDATE session SET {column} = ? WHERE rowid = (SELECT max(rowid) FROM session)", (value,)
        )
    db.close()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="no time zones to choose from")
@pytest.mark.usefixtures("amsterdam")
@pytest.mark.parametrize(
    "moment",
    ["9999-12-31T23:30:00+00:00", "0001-01-01T00:00:00+14:00", "0001-01-01T00:10:00", "gisteren", ""],
)
def test_a_moment_that_cannot_be_told_here_is_told_as_such(moment: str) -> None:
    found = local_time(moment)
    assert found is None or found.year >= 1
    assert date_and_time(moment)


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="no time zones to choose from")
@pytest.mark.parametrize("zone", ["AAA+24BBB", "XXX-25:99:99", "Nergens/Plaats", ":", ""])
def test_a_time_zone_that_is_none_stops_nothing(
    two_sessions: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, zone: str
) -> None:
    tmp_path = shutil.copytree(two_sessions, tmp_path / "data")
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        with Pilot(tmp_path) as pilot:
            pilot.press("Eerdere sessies", "Terug", *TO_THE_TABLE, "Laat het lot kiezen")
            assert pilot.app.back.session is not None
            assert (
                main(["report", "laatste", "--to", str(tmp_path / "uit.md"), "--data-dir", str(tmp_path)])
                == 0
            )
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="no time zones to choose from")
@pytest.mark.usefixtures("amsterdam")
def test_a_date_at_the_edge_of_the_calendar_stops_nothing(tmp_path: Path) -> None:
    played(tmp_path)
    change(tmp_path, "changed", "9999-12-31T23:30:00.000+00:00")
    change(tmp_path, "started", "9999-12-31T23:30:00.000+00:00")
    with Pilot(tmp_path) as pilot:
        pilot.press("Eerdere sessies")
        assert "datum onbekend" in pilot.text()
        going = [label for label in pilot.labels() if label.startswith("Verder met")]
        assert len(going) == 2
        pilot.press(going[0])
        assert pilot.app.back.session is not None
        pilot.press("Naar het begin")


@pytest.mark.parametrize(
    "column", ["id", "mode", "title", "started", "changed", "line", "actions", "finished", "came_up", "day"]
)
@pytest.mark.parametrize("value", [None, "", -1, 10**18, 1.5, b"\xff\xfe", "\x00", "a" * 100_000, "\udfff"])
def test_whatever_is_in_a_row_the_program_starts(
    two_sessions: Path, tmp_path: Path, column: str, value: object
) -> None:
    tmp_path = shutil.copytree(two_sessions, tmp_path / "data")
    try:
        change(tmp_path, column, value)
    except (sqlite3.Error, UnicodeEncodeError):
        return  # SQLite itself refuses it
    with Pilot(tmp_path) as pilot:
        pilot.press("Eerdere sessies", "Terug", *TO_THE_TABLE, "Laat het lot kiezen")
        assert pilot.app.back.session is not None


@pytest.mark.parametrize(
    "moment", ["gisteren", "2026-13-45", "2026-11-21T14:05:00", "2026-W01-1", "", "[1,2]"]
)
def test_a_session_that_began_at_no_moment_goes_on(two_sessions: Path, tmp_path: Path, moment: str) -> None:
    tmp_path = shutil.copytree(two_sessions, tmp_path / "data")
    change(tmp_path, "started", moment)
    with Pilot(tmp_path) as pilot:
        pilot.press("Eerdere sessies")
        for label in [label for label in pilot.labels() if label.startswith("Verder met")]:
            pilot.press(label)
            assert pilot.app.back.session is not None
            pilot.press("Naar het begin", "Eerdere sessies")


@pytest.mark.parametrize(
    "name", ["getypt", "getypt/opzet.json", FILE_NAME, "journal.sqlite3", "kaartsets", "sloten", "gelezen"]
)
@pytest.mark.parametrize("folder", [True, False])
def test_whatever_lies_where_something_of_ours_should_be_one_can_play(
    tmp_path: Path, name: str, folder: bool
) -> None:
    path = tmp_path / "data" / name
    path.parent.mkdir(parents=True)
    path.mkdir() if folder else path.write_bytes(b"\xff\x00 iets anders")
    with Pilot(tmp_path / "data") as pilot:
        pilot.press("Spelen", "Verder: tafel en tijd")
        pilot.fill("Deelnemer 1", "Zoë")
        pilot.pass_time(1)
        pilot.press("Aan tafel", "Laat het lot kiezen", "Notitie")
        pilot.type("Onderweg")
        pilot.pass_time(1)
        pilot.press("Bewaren")
        assert pilot.app.back.session is not None


def test_when_the_start_itself_fails_a_sentence_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("a fault of ours")

    monkeypatch.setattr("tegenwicht.kit.window.open_display", lambda: None)
    monkeypatch.setattr("tegenwicht.kit.window.is_real", lambda: True)
    monkeypatch.setattr(App, "__init__", broken)
    options = play.parser(()).parse_args(["--data-dir", str(tmp_path)])
    assert play.run(options) == 1
    said = capsys.readouterr().err
    assert "Tegenwicht kan niet beginnen. Je sessies zijn niet veranderd" in said
    assert "Geef die map tijdelijk een andere naam" in said
    assert "Traceback" not in said
    assert "a fault of ours" in (tmp_path / "fout.txt").read_text()
    assert gc.isenabled()


def test_a_fault_while_playing_keeps_what_was_typed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Pilot(tmp_path) as pilot:
        pilot.press(*TO_THE_TABLE, "Laat het lot kiezen", "Notitie")
        pilot.type("Onderweg")
        assert play.broken(tmp_path, pilot.app) == 1
        assert "Start opnieuw en ga verder." in capsys.readouterr().err
    with Pilot(tmp_path) as pilot:
        (row,) = pilot.app.back.journal.sessions()
        assert "Onderweg" in str(pilot.app.back.journal.events(row.id))
    assert os.path.exists(tmp_path / "fout.txt")
