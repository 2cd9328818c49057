"""Keys that were not meant: letters beside a field do nothing, and a button that cannot be pressed says so."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tegenwicht.screens.shell.commands import NewDeck
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
    pilot.press("Nieuwe sessie", "Triple feedback", "Beginnen", "Beginnen met de vragen")
    button = next(one for one in pilot.nodes() if "f" in one.shortcuts)
    pilot.app.model = replace(pilot.app.model, focus="bar:help")  # beside the field
    pilot.app.show()
    pilot.key("f")
    assert pilot.focus == button.label
    pilot.key("return")
    assert pilot.title.startswith("Terugkijken")


def test_a_button_that_became_unavailable_says_so_and_gives_the_focus_on(pilot: Pilot) -> None:
    """With a deck of one's own: *Ongedaan maken*, when there is nothing left to undo."""
    pilot.app.carry_out([NewDeck()])
    pilot.press("Nieuwe kaart")
    pilot.tab_to("Ongedaan maken")
    pilot.key("return")
    assert pilot.focus == "Ongedaan maken"
    assert not pilot.focused.enabled
    pilot.key("return")
    assert pilot.said == "Ongedaan maken kan nu niet."
    pilot.key("return")
    assert pilot.focused.enabled
