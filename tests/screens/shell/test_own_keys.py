"""Keys that one changes: they work and are shown everywhere, conflicts are said, and they can go back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tegenwicht.kit.nodes import Role
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.own_keys import follow, may_be
from tests.pilot import TO_THE_TABLE, Pilot


@pytest.fixture
def pilot(tmp_path: Path) -> Iterator[Pilot]:
    with Pilot(tmp_path / "data", size=(1600, 900)) as found:
        yield found
    follow({}, keys.CHANGEABLE)


def to_the_key(pilot: Pilot, row: str) -> None:
    pilot.press("Instellingen", "Toetsen veranderen…", row)


def back_to_the_start(pilot: Pilot) -> None:
    pilot.press("Sluiten", "Klaar")


def test_another_key_does_it_and_the_old_one_no_longer(pilot: Pilot) -> None:
    to_the_key(pilot, "Opzij leggen: O")
    assert "Druk nu op de toets die je wilt voor Opzij leggen. Nu is het O." in pilot.text()
    pilot.key("x")
    assert pilot.said == "Opzij leggen is nu X."
    assert pilot.focus == "Opzij leggen: X"
    back_to_the_start(pilot)
    pilot.press(*TO_THE_TABLE, "Laat het lot kiezen")
    pilot.pass_time(1)
    pilot.key("o")
    assert pilot.can("Klaar")
    pilot.key("x")
    assert not pilot.can("Klaar")


def test_the_key_is_shown_on_the_button_in_the_help_and_to_a_screen_reader(pilot: Pilot) -> None:
    to_the_key(pilot, "Wegen: W")
    pilot.key("f7")
    back_to_the_start(pilot)
    pilot.press(*TO_THE_TABLE, "Laat het lot kiezen")
    pilot.pass_time(31)  # while one thinks it is under Meer
    assert pilot.control("Wegen").shortcuts == ("f7",)
    pilot.key("f1")
    (shown,) = (node for node in pilot.nodes() if node.role is Role.TABLE and node.label == "Toetsen")
    heads = [node.label for row in shown.children for node in row.children if node.role is Role.ROW_HEADER]
    assert "F7" in heads
    assert "W" not in heads


def test_it_is_kept(pilot: Pilot) -> None:
    to_the_key(pilot, "Gordijn: G")
    pilot.key("y")
    pilot.again()
    pilot.press("Instellingen", "Toetsen veranderen…")
    assert pilot.can("Gordijn: Y")


def test_a_key_that_does_something_else_is_refused_in_words(pilot: Pilot) -> None:
    to_the_key(pilot, "Wegen: W")
    pilot.key("o")
    assert pilot.said == (
        "O is al voor Opzij leggen. Kies een andere toets, of geef Opzij leggen eerst een andere."
    )
    assert pilot.app.model.settings.keys == {}
    pilot.key("x")
    assert pilot.said == "Wegen is nu X."


@pytest.mark.parametrize("name", ["1", "f1", "f6", "space", "ctrl+z", "ctrl+s"])
def test_a_key_with_a_fixed_task_is_refused_in_words(pilot: Pilot, name: str) -> None:
    to_the_key(pilot, "Wegen: W")
    pilot.key(name)
    assert "heeft al een vaste taak. Kies een letter" in pilot.said
    assert pilot.app.model.settings.keys == {}


def test_escape_and_enter_leave_it_as_it_is(pilot: Pilot) -> None:
    to_the_key(pilot, "Wegen: W")
    pilot.key("escape")
    assert pilot.can("Wegen: W")
    pilot.press("Wegen: W")
    pilot.key("return")
    assert pilot.can("Wegen: W")
    assert pilot.app.model.settings.keys == {}


def test_two_actions_can_change_places(pilot: Pilot) -> None:
    to_the_key(pilot, "Wegen: W")
    pilot.key("x")
    pilot.press("Opzij leggen: O")
    pilot.key("w")
    pilot.press("Wegen: X")
    pilot.key("o")
    assert pilot.can("Wegen: O")
    assert pilot.can("Opzij leggen: W")


def test_one_and_all_go_back_to_the_usual_ones(pilot: Pilot) -> None:
    to_the_key(pilot, "Wegen: W")
    pilot.key("x")
    pilot.press("Meer: M")
    pilot.key("q")
    pilot.press("Wegen: X", "Weer W")
    assert pilot.said == "Wegen is nu W."
    assert pilot.can("Meer: Q")
    pilot.press("Alles weer gewoon")
    assert pilot.can("Meer: M")
    assert pilot.app.model.settings.keys == {}


def test_with_letters_off_a_key_that_is_no_letter_still_works(pilot: Pilot) -> None:
    to_the_key(pilot, "Opzij leggen: O")
    pilot.key("f8")
    pilot.press("Sluiten", "Losse lettertoetsen", "Klaar")
    pilot.press(*TO_THE_TABLE, "Laat het lot kiezen")
    pilot.pass_time(1)
    pilot.key("f8")
    assert not pilot.can("Klaar")


def test_what_one_types_stays_text(pilot: Pilot) -> None:
    to_the_key(pilot, "Opzij leggen: O")
    pilot.key("f8")
    back_to_the_start(pilot)
    pilot.press(*TO_THE_TABLE, "Laat het lot kiezen", "Meer", "Notitie")
    pilot.key("f8")
    pilot.key("escape")
    assert pilot.can("Klaar")


@pytest.mark.parametrize(
    "kept",
    [
        {"w": "o"},
        {"w": "x", "t": "x"},
        {"w": "1"},
        {"nooit": "x"},
        {"w": "ctrl+z"},
        {"w": "niets"},
        {"w": "W"},
    ],
)
def test_what_cannot_be_does_nothing(kept: dict[str, str]) -> None:
    follow(kept, keys.CHANGEABLE)
    assert keys.WEIGH.names == ("w",)
    assert keys.COUNTERWEIGHT.shown == "T"
    follow({}, keys.CHANGEABLE)


def test_every_usual_key_may_be_chosen_again_and_no_two_are_the_same() -> None:
    names = [name for key in keys.CHANGEABLE for name in key[0]]
    assert len({*names}) == len(names)
    assert all(map(may_be, names))
