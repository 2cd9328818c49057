"""Gewogen in gesprek from the start screen to the closed session: by keyboard, and as a screen reader asks."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tegenwicht.kit.nodes import Role
from tests.pilot import Pilot
from tests.screens.hands import Hands, Keyboard, Reader

FIRST, SECOND = "Zelf gebeld met de werkgever", "Niet gevraagd naar de nachten"


def begin(hands: Hands) -> None:
    hands.press("Nieuwe sessie")
    hands.press("Gewogen in gesprek")
    hands.fill("Deelnemer 1", "Samira")
    hands.fill("Deelnemer 2", "Joost")
    hands.press("Beginnen")
    hands.press("Begin het gesprek")
    hands.fill("Een afweging in één regel", FIRST)
    hands.press("Werkgever")
    hands.press("Noteren")
    hands.fill("Een afweging in één regel", SECOND)
    hands.press("Cliënt")
    hands.press("Klaar met vertellen")


def go_on(pilot: Pilot, hands: Hands) -> None:
    hands.press(f"2. {SECOND}", Role.RADIO)
    hands.press("Deze afpellen")
    hands.fill("Wat wist je al voordat het gesprek begon?", "Alleen de overdracht")
    hands.press("Het hele pad")
    hands.press("Gesprek klaar")
    assert "Joost vertelt" in pilot.said
    hands.press("Begin het gesprek")
    hands.press("Met een kaart")
    hands.fill("Zoek een woord of nummer", "41")
    hands.press(next(label for label in pilot.labels() if label.startswith("Kaart 41, ")))
    hands.press("Gesprek stoppen")
    assert "Iedereen heeft verteld" in pilot.text()
    hands.press("Afronden")
    hands.fill("Samira", "Stilte laten vallen")
    hands.press("Sessie sluiten…")
    hands.press("Sessie sluiten")


@pytest.mark.parametrize("ways", [Keyboard, Reader])
def test_a_pair_tells_notes_and_peels_in_both_roles_with_a_stop_in_the_middle(
    tmp_path: Path, ways: Callable[[Pilot], Hands]
) -> None:
    with Pilot(tmp_path / "data") as pilot:
        begin(ways(pilot))
        pilot.again()
        ways(pilot).press(next(label for label in pilot.labels() if label.startswith("Verder met")))
        assert FIRST in pilot.text()
        go_on(pilot, ways(pilot))
        hands = ways(pilot)
        hands.press("Eerdere sessies")
        hands.press(next(label for label in pilot.labels() if label.startswith("Bekijken")))
        seen = pilot.text()
        for words in (FIRST, SECOND, "Alleen de overdracht", "Stilte laten vallen", "Samira", "Joost"):
            assert words in seen
        assert "Werkgever: 1 (0 kaarten, 1 genoemd)" in seen
        assert "Professional zelf: 1 (1 kaarten, 0 genoemd)" in seen


def test_the_second_talk_begins_with_empty_fields(tmp_path: Path) -> None:
    with Pilot(tmp_path / "data") as pilot:
        hands = Keyboard(pilot)
        begin(hands)
        hands.press("Deze afpellen")
        hands.fill("Wat wist je al voordat het gesprek begon?", "Alleen de overdracht")
        hands.press("Verder: Waarnemen")
        hands.press("Het hele pad")
        hands.press("Gesprek klaar")
        hands.press("Begin het gesprek")
        hands.fill("Een afweging in één regel", "Iets anders")
        hands.press("Klaar met vertellen")
        hands.press("Deze afpellen")
        assert pilot.value("Wat wist je al voordat het gesprek begon?") == ""


def test_other_roles_can_be_chosen_and_each_is_for_someone_else(tmp_path: Path) -> None:
    with Pilot(tmp_path / "data") as pilot:
        pilot.press("Nieuwe sessie", "Gewogen in gesprek", "Beginnen", "Andere rollen")
        pilot.press("Wie vertelt?: Deelnemer 2")
        assert "Kies voor elke rol iemand anders." in pilot.text()
        assert not pilot.can("Begin het gesprek")
        pilot.press("Wie noteert?: Deelnemer 1", "Begin het gesprek")
        assert pilot.said == "Deelnemer 2 vertelt, Deelnemer 1 noteert"


def test_undo_gives_back_what_was_written_before(tmp_path: Path) -> None:
    with Pilot(tmp_path / "data") as pilot:
        hands = Keyboard(pilot)
        begin(hands)
        hands.press("Deze afpellen")
        hands.fill("Wat wist je al voordat het gesprek begon?", "Alleen de overdracht")
        hands.press("Verder: Waarnemen")
        pilot.press("Ongedaan maken", "Ongedaan maken")
        assert pilot.value("Wat wist je al voordat het gesprek begon?") == ""
