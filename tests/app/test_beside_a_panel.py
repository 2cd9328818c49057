"""A click beside a panel puts it away, as Escape does; nothing that was typed is lost by it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tegenwicht.kit.nodes import Role, walk
from tests.pilot import TO_THE_TABLE, Pilot

CORNER = (8, 300)
"""A spot at the left edge of the window, beside every panel."""


@pytest.fixture
def pilot(tmp_path: Path) -> Iterator[Pilot]:
    with Pilot(tmp_path / "data") as found:
        yield found


def click(pilot: Pilot, x: int, y: int) -> None:
    pilot.settle()
    pilot.mouse_down(x, y)
    pilot.mouse_up(x, y)


def test_a_panel_goes_and_what_lies_behind_is_not_pressed(pilot: Pilot) -> None:
    pilot.press("Spelen", "Verder: tafel en tijd", "Terug", "Instellingen", "Toetsen veranderen…")
    assert pilot.app.model.panel
    back = next(one for one in pilot.app.tree.children[0].children if one.key == "foot").rect
    click(pilot, back.x + 60, back.centre[1])  # on *Terug*, behind the panel
    assert not pilot.app.model.panel and pilot.title.startswith("Instellingen")


def test_a_double_click_beside_it_is_one_click(pilot: Pilot) -> None:
    pilot.press(*TO_THE_TABLE, "Laat het lot kiezen", "Meer")
    done = next(one for one in pilot.app.tree.children[0].children if one.label == "Klaar").rect.centre
    pilot.settle()
    for _ in range(2):
        pilot.mouse_down(*done)
        pilot.mouse_up(*done)
        pilot.clock.now += 0.15
    assert not pilot.app.model.panel and pilot.can("Klaar")


def test_who_was_named_joins(pilot: Pilot) -> None:
    pilot.press(*TO_THE_TABLE, "Meer", "Deelnemers")
    pilot.press("Naam van wie erbij komt")
    pilot.type("Bram")
    click(pilot, *CORNER)
    assert not pilot.app.model.panel
    assert "Bram" in {one.label for one in pilot.nodes()}


def test_a_panel_with_words_that_nothing_keeps_stays(pilot: Pilot) -> None:
    pilot.press(*TO_THE_TABLE, "Kaart op nummer")
    pilot.type("12")
    click(pilot, *CORNER)
    assert pilot.app.model.panel and pilot.value("Nummer op de kaart") == "12"
    pilot.key("escape")
    assert not pilot.app.model.panel


def test_why_a_card_cannot_come_on_the_table_stands_on_the_panel_that_asks_for_it(tmp_path: Path) -> None:
    with Pilot(tmp_path) as pilot:
        pilot.press(*TO_THE_TABLE, "Laat het lot kiezen")
        card = pilot.focus.split(",")[0].removeprefix("Kaart ").split(".")[0]
        pilot.press("Klaar")
        pilot.key("k")
        pilot.type(card)
        pilot.key("return")
        (panel,) = (node for node in pilot.nodes() if node.role is Role.DIALOG)
        why = "Die kaart is al besproken. Kies een ander nummer."
        assert why in [node.label for node in walk(panel)]
        pilot.key("escape")
        left = [node for node in pilot.nodes() if node.label == why and node.role is not Role.STATUS]
        assert not left, "it was about what was asked there"
