"""Keys that were not meant: letters beside a field do nothing, and a button that cannot be pressed says so."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.pilot import Pilot


@pytest.fixture
def pilot(tmp_path: Path) -> Iterator[Pilot]:
    with Pilot(tmp_path / "data", size=(1600, 900)) as found:
        yield found


def test_letters_beside_a_field_do_nothing_in_the_session(pilot: Pilot) -> None:
    pilot.press("Nieuwe sessie", "Triple feedback", "Beginnen", "Beginnen met de vragen")
    before = pilot.app.back.journal.sessions()[0].actions
    for letter in "abcdefghijklmnopqrstuvwxyz":
        pilot.app.model = replace(pilot.app.model, focus="bar:help")  # beside the field
        pilot.app.show()
        pilot.key(letter)
    assert pilot.app.back.journal.sessions()[0].actions == before
    assert not pilot.app.back.journal.sessions()[0].finished


def test_a_letter_beside_a_field_leads_to_its_button_and_enter_presses_it(pilot: Pilot) -> None:
    pilot.press("Nieuwe sessie", "Afpellen", "Beginnen")
    pilot.type("Een afweging")
    pilot.key("return")
    button = next(one for one in pilot.nodes() if "a" in one.shortcuts)
    pilot.key("tab", "a")
    assert pilot.focus == button.label
    pilot.key("return")
    assert pilot.title.startswith("Terugkijken")


def test_a_button_that_became_unavailable_says_so_and_gives_the_focus_on(pilot: Pilot) -> None:
    pilot.press("Nieuwe sessie", "Beginnen", "Laat het lot kiezen")
    while pilot.focus != "Ongedaan maken":
        pilot.key("tab")
    pilot.key("return", "return")
    while not pilot.focused.enabled:
        before = pilot.app.back.journal.sessions()[0].actions
        pilot.key("return")
        assert pilot.said == "Herstel kan nu niet."
        assert pilot.app.back.journal.sessions()[0].actions == before
    assert pilot.focused.enabled
    assert pilot.focus != "Ongedaan maken"
