"""How long sessions are kept: for ever, or so many months; the first time nothing goes before one saw what."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tegenwicht.plain.dates import months_before
from tegenwicht.storage.journal.backups import back_up_when_due
from tegenwicht.storage.journal.lock import SessionLock
from tests.pilot import DAY, Pilot
from tests.storage.journal.journal_samples import opened
from tests.storage.session_samples import row, started

NEW, OLD, OLDER = "Team Nieuw", "Team Wielewaal", "Team Kwartel"
ERASE, SURE = "Wissen, en voortaan vanzelf", "Druk nog een keer om te wissen"


def ago(days: int) -> str:
    return (DAY.astimezone(UTC) - timedelta(days=days)).isoformat(timespec="milliseconds")


def fill(data: Path, **days: int) -> None:
    """Sessions that changed so many days ago."""
    journal = opened(data)
    for title, many in days.items():
        journal.begin(
            row(f"s{many}", ago(many), title=title.replace("_", " "), started=ago(many)), [started()]
        )
    journal.close()


@pytest.fixture
def pilot(tmp_path: Path) -> Iterator[Pilot]:
    data = tmp_path / "data"
    fill(data, Team_Nieuw=3, Team_Wielewaal=200, Team_Kwartel=500)
    assert back_up_when_due(data, DAY - timedelta(days=1)) is None
    with Pilot(data) as found:
        yield found


def titles(pilot: Pilot) -> set[str]:
    return {one.title for one in pilot.app.back.journal.sessions()}


def wait(pilot: Pilot) -> None:
    pilot.pass_time(5)


def test_sessions_stay_for_ever_until_one_says_otherwise(pilot: Pilot) -> None:
    wait(pilot)
    assert titles(pilot) == {NEW, OLD, OLDER}
    pilot.press("Instellingen")
    assert pilot.control("Voor altijd").pressed
    assert "Er gaat nooit vanzelf iets weg." in pilot.text()


def test_choosing_erases_nothing_and_says_how_many_are_older(pilot: Pilot) -> None:
    pilot.press("Instellingen", "1 jaar")
    assert pilot.can("Bekijk de 1 sessie die weg moet…")
    pilot.press("6 maanden")
    assert pilot.can("Bekijk de 2 sessies die weg moeten…")
    pilot.press("Klaar")
    wait(pilot)
    assert titles(pilot) == {NEW, OLD, OLDER}
    assert "2 sessies zijn ouder dan je wilt bewaren." in pilot.text()
    pilot.again()
    wait(pilot)
    assert titles(pilot) == {NEW, OLD, OLDER}


def test_what_goes_is_named_and_enter_keeps_it(pilot: Pilot) -> None:
    pilot.press("Instellingen", "6 maanden", "Bekijk de 2 sessies die weg moeten…")
    assert f"“{OLD}”" in pilot.text()
    assert f"“{OLDER}”" in pilot.text()
    assert NEW not in pilot.text()
    pilot.key("return", "return")
    assert titles(pilot) == {NEW, OLD, OLDER}


def test_once_agreed_they_are_gone_from_the_copies_too(pilot: Pilot) -> None:
    pilot.press("Instellingen", "6 maanden", "Bekijk de 2 sessies die weg moeten…", ERASE, SURE)
    assert titles(pilot) == {NEW}
    assert "2 sessies zijn gewist omdat er zo lang niets mee was gedaan." in pilot.said
    for path in pilot.folder.rglob("journal*.sqlite3*"):
        assert b"Kwartel" not in path.read_bytes()
    pilot.press("Klaar")
    assert not pilot.can(f"Verder met {OLD}")


def test_later_it_goes_by_itself_and_one_reads_that(pilot: Pilot) -> None:
    pilot.press("Instellingen", "6 maanden", "Bekijk de 2 sessies die weg moeten…", ERASE, SURE)
    pilot.close()
    fill(pilot.folder, Team_Spreeuw=190)
    pilot.open()
    wait(pilot)
    assert titles(pilot) == {NEW}
    assert "1 sessie is gewist omdat er zo lang niets mee was gedaan." in pilot.text()


def test_another_length_is_to_be_agreed_anew(pilot: Pilot) -> None:
    pilot.press("Instellingen", "1 jaar", "Bekijk de 1 sessie die weg moet…", ERASE, SURE)
    assert titles(pilot) == {NEW, OLD}
    pilot.press("6 maanden", "Klaar")
    wait(pilot)
    assert titles(pilot) == {NEW, OLD}


def test_a_clock_that_is_years_ahead_erases_nothing(pilot: Pilot) -> None:
    pilot.press("Instellingen", "6 maanden", "Bekijk de 2 sessies die weg moeten…", ERASE, SURE, "Klaar")
    pilot.app.back.now = lambda: datetime(2031, 1, 1, 9, 0)
    pilot.press("Begrepen")
    pilot.pass_time(3700)
    assert titles(pilot) == {NEW}
    assert "1 sessie is ouder dan je wilt bewaren." in pilot.text()


def test_a_session_that_is_open_elsewhere_stays(pilot: Pilot) -> None:
    with SessionLock.of_session(pilot.folder, "s500"):
        pilot.press("Instellingen", "6 maanden", "Bekijk de 2 sessies die weg moeten…", ERASE, SURE)
    assert titles(pilot) == {NEW, OLDER}


def test_the_choice_is_kept(pilot: Pilot) -> None:
    pilot.press("Instellingen", "2 jaar")
    pilot.again()
    pilot.press("Instellingen")
    assert pilot.control("2 jaar").pressed


def test_months_before_a_day_that_a_month_has_not() -> None:
    assert months_before(datetime(2026, 5, 31, 9), 3) == datetime(2026, 2, 28, 9)
    assert months_before(datetime(2026, 1, 15), 24) == datetime(2024, 1, 15)
    assert months_before(datetime(2026, 1, 31), 2) == datetime(2025, 11, 30)
