"""The help begins with the screen, or the step, that one is at."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tegenwicht.kit.nodes import Role
from tegenwicht.screens.parts.help_lines import SCREENS
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.own_keys import follow
from tegenwicht.screens.shell.scenes import Scene
from tests.pilot import TO_THE_TABLE, Pilot


@pytest.fixture
def pilot(tmp_path: Path) -> Iterator[Pilot]:
    with Pilot(tmp_path / "data") as found:
        yield found
    follow({}, keys.CHANGEABLE)


def first_heading(pilot: Pilot) -> str:
    return next(node.label for node in pilot.nodes() if node.role is Role.HEADING and node.level == 2)


@pytest.mark.parametrize(
    ("way", "title"),
    [
        ((), "Hulp bij het begin"),
        (("Spelen",), "Hulp bij een nieuwe sessie"),
        (("Kaarten",), "Hulp bij kaarten bekijken"),
        (("Kaarten", "Eigen kaarten"), "Hulp bij eigen kaarten"),
        (("Eerdere sessies",), "Hulp bij eerdere sessies"),
        (("Instellingen",), "Hulp bij instellingen"),
        (TO_THE_TABLE, "Hulp bij trekken"),
        ((*TO_THE_TABLE, "Laat het lot kiezen", "Begin met vertellen"), "Hulp bij vertellen"),
    ],
)
def test_the_help_is_first_about_where_one_is(pilot: Pilot, way: tuple[str, ...], title: str) -> None:
    pilot.press(*[label for label in way if label != "Begin met vertellen"])
    if "Begin met vertellen" in way:
        pilot.pass_time(61)
    pilot.key("f1")
    assert first_heading(pilot) == title


def test_from_one_help_to_the_settings_and_back_it_is_about_the_same_screen(pilot: Pilot) -> None:
    pilot.press("Kaarten")
    pilot.key("f1")
    pilot.press("Klaar")
    assert pilot.title == "Kaarten – Tegenwicht"


def test_every_screen_around_a_session_has_its_help() -> None:
    assert {*SCREENS} == {*Scene} - {Scene.PLAY, Scene.HELP}


def test_a_changed_key_is_the_one_that_is_named(pilot: Pilot) -> None:
    pilot.press("Instellingen", "Toetsen veranderen…", "Meer: M")
    pilot.key("q")
    pilot.press("Sluiten", "Klaar", "Spelen")
    pilot.key("f1")
    assert "Dat staat onder Meer keuzes [Q]." in pilot.text()
