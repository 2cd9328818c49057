"""Favourite cards: marked at Kaarten and at Alleen, kept, shown, sought, and played with."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tegenwicht.kit.nodes import find
from tests.pilot import Pilot

FIRST = "1. Visie van beroeps- en brancheorganisaties op begeleiding"


@pytest.fixture
def pilot(tmp_path: Path) -> Iterator[Pilot]:
    with Pilot(tmp_path / "data", size=(1920, 1080)) as found:
        yield found


def tiles(pilot: Pilot) -> list[str]:
    return [node.key for node in pilot.nodes() if node.key.startswith("tile:")]


def test_a_card_is_marked_with_a_key_and_that_is_kept(pilot: Pilot) -> None:
    pilot.press("Kaarten", FIRST)
    assert not pilot.control("Favoriet").pressed
    pilot.key("e")
    assert pilot.said == "Favoriet"
    assert pilot.control("Favoriet").pressed
    pilot.again()
    pilot.press("Kaarten")
    told = find(pilot.tree_node, "browse:1")
    assert told is not None
    assert told.description.endswith("favoriet")
    pilot.press(FIRST, "Favoriet")
    assert pilot.said == "Geen favoriet meer"
    assert pilot.app.model.settings.favourites == ()


def test_only_the_favourites_are_shown_when_that_is_asked(pilot: Pilot) -> None:
    pilot.press("Kaarten")
    assert not pilot.can("Favorieten")
    pilot.press(FIRST, "Favoriet", "Volgende", "Favoriet", "Alle kaarten", "Favorieten")
    assert len(tiles(pilot)) == 2
    pilot.press("Alles tonen")
    assert len(tiles(pilot)) == 48


def test_a_session_with_only_the_favourites(pilot: Pilot) -> None:
    pilot.press("Kaarten", FIRST, "Favoriet", "Volgende", "Favoriet", "Alle kaarten", "Klaar", "Spelen")
    pilot.press("Verder: tafel en tijd", "Meer keuzes", "Alleen met mijn 2 favorieten")
    assert "Jullie spelen met de 2 kaarten die in de hand liggen." in pilot.text()
    pilot.press("Aan tafel")
    assert pilot.app.back.session is not None
    assert pilot.app.back.session.timeline.session.setup.cards == (1, 2)


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 640)])
def test_a_card_of_ones_own_hand_is_marked_too(tmp_path: Path, size: tuple[int, int]) -> None:
    with Pilot(tmp_path / "alleen", size=size) as pilot:
        pilot.press("Alleen")
        pilot.key("1")
        pilot.key("e")
        assert pilot.control("Favoriet").pressed
        assert len(pilot.app.model.settings.favourites) == 1
        pilot.key("e")
        assert not pilot.control("Favoriet").pressed


def test_a_letter_that_is_typed_marks_nothing(pilot: Pilot) -> None:
    pilot.press("Alleen")
    pilot.key("1")
    pilot.key("n")
    pilot.type("eerst")
    assert pilot.app.model.settings.favourites == ()


def test_the_same_number_in_another_deck_is_another_card(pilot: Pilot) -> None:
    pilot.press("Kaarten", FIRST, "Favoriet", "Alle kaarten")
    deck = pilot.app.model.deck
    assert deck is not None
    assert pilot.app.model.settings.favourites == (f"{deck.id}/{deck.cards[0].id}",)
