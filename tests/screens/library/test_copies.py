"""Copies of all sessions on the screen: what is in them, and putting one back without losing anything."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tegenwicht.storage.journal.backups import back_up_when_due, backups
from tests.pilot import DAY, TO_THE_TABLE, Pilot
from tests.storage.journal.journal_samples import append, opened
from tests.storage.session_samples import row, started

ZUID, NOORD = "Team Zuid", "Team Noord"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Yesterday there was Team Zuid; since then it went on, and Team Noord came."""
    journal = opened(tmp_path / "data")
    journal.begin(row("een", title=ZUID), [started()])
    assert back_up_when_due(tmp_path / "data", DAY - timedelta(days=1)) is None
    append(journal, 1)
    journal.begin(row("twee", title=NOORD), [started()])
    journal.close()
    return tmp_path / "data"


@pytest.fixture
def pilot(data: Path) -> Iterator[Pilot]:
    with Pilot(data) as found:
        yield found


def names(pilot: Pilot) -> list[str]:
    return sorted(one.title for one in pilot.app.back.journal.sessions())


def test_a_copy_says_what_is_in_it_and_what_changes(pilot: Pilot) -> None:
    pilot.press("Eerdere sessies", "Reservekopieën…")
    assert pilot.control("Terugzetten: 20 nov 2026").description.startswith("1 sessie · de laatste: “")
    pilot.press("Terugzetten: 20 nov 2026")
    assert "Terugzetten naar 20 nov 2026?" in pilot.text()
    assert f"“{NOORD}”" in pilot.text()


def test_enter_leaves_everything_as_it_is(pilot: Pilot) -> None:
    pilot.press("Eerdere sessies", "Reservekopieën…", "Terugzetten: 20 nov 2026")
    pilot.key("return")
    assert "Elke dag dat er iets verandert" in pilot.text()
    pilot.key("return", "return", "return")
    assert names(pilot) == [NOORD, ZUID]


def test_put_back_and_back_again(pilot: Pilot, data: Path) -> None:
    pilot.press("Eerdere sessies", "Reservekopieën…", "Terugzetten: 20 nov 2026", "Zet terug")
    assert names(pilot) == [ZUID]
    assert "Teruggezet: je sessies zijn weer zoals op 20 nov 2026." in pilot.said
    assert not pilot.can(f"Verder met {NOORD}")
    assert len(backups(data)) == 2
    pilot.press("Reservekopieën…", "Terugzetten: 21 nov 2026, 14.05", "Zet terug")
    assert names(pilot) == [NOORD, ZUID]
    pilot.again()
    assert names(pilot) == [NOORD, ZUID]


def test_a_copy_that_is_as_it_is_now_cannot_be_put_back(pilot: Pilot) -> None:
    pilot.press("Eerdere sessies", "Reservekopieën…", "Terugzetten: 20 nov 2026", "Zet terug")
    pilot.press("Reservekopieën…", "Terugzetten: 20 nov 2026")
    assert "Er valt niets terug te zetten." in pilot.text()
    assert not pilot.can("Zet terug")


def test_it_is_refused_in_words_while_a_session_is_open(pilot: Pilot) -> None:
    pilot.press(*TO_THE_TABLE)
    pilot.key("f2")
    pilot.press("Reservekopieën…", "Terugzetten: 20 nov 2026", "Zet terug")
    assert "Er is nog een sessie open" in pilot.said
    assert len(names(pilot)) == 3


def test_without_copies_the_panel_says_so(tmp_path: Path) -> None:
    with Pilot(tmp_path / "leeg") as pilot:
        pilot.press("Instellingen", "Reservekopieën…")
        assert "Er zijn nog geen reservekopieën." in pilot.text()


def test_a_copy_that_is_damaged_is_named_and_left(pilot: Pilot, data: Path) -> None:
    backups(data)[0].write_bytes(b"geen databank")
    pilot.press("Eerdere sessies", "Reservekopieën…")
    assert not pilot.can("Terugzetten: 20 nov 2026")
    assert "kan niet worden gelezen" in pilot.text()
