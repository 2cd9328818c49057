"""Afpellen from the start screen to the closed session: by keyboard alone, and as a screen reader asks."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tegenwicht.kit.nodes import Role
from tests.pilot import Pilot
from tests.screens.hands import Hands, Keyboard, Reader

LINE = "Wel of geen proefplaatsing"
NOTICED, MADE = "Hij keek naar de grond", "Ik dacht dat hij niet durfde"


def begin(pilot: Pilot, hands: Hands) -> None:
    hands.press("Nieuwe sessie")
    hands.press("Afpellen")
    hands.press("Beginnen")
    hands.fill("De afweging in één regel", LINE)
    hands.press("Begin bij Vooraf")
    hands.press("Verder: Waarnemen")
    hands.fill("Wat zag en hoorde je, ook zonder woorden?", NOTICED)
    hands.press("Kaart leggen")
    hands.fill("Zoek een woord of nummer", "9")
    (found,) = (label for label in pilot.labels() if label.startswith("Kaart 9, "))
    hands.press(found)
    hands.press("Verder: Interpreteren")


def finish(hands: Hands) -> None:
    hands.fill("Wat maakte je ervan?", MADE)
    for step in ("Opties vormen", "Prioriteren", "Reageren"):
        hands.press(f"Verder: {step}")
    hands.press("Bekijk het hele pad")
    hands.fill("Wat zou je anders doen?", "Hem zelf laten antwoorden")
    hands.press("Afronden")
    hands.fill("Deelnemer 2", "Langer stil zijn")
    hands.press("Sessie sluiten…")
    hands.press("Sessie sluiten")


@pytest.mark.parametrize("ways", [Keyboard, Reader])
def test_a_consideration_is_peeled_to_the_end_and_a_stop_in_the_middle_loses_nothing(
    tmp_path: Path, ways: Callable[[Pilot], Hands]
) -> None:
    with Pilot(tmp_path / "data") as pilot:
        begin(pilot, ways(pilot))
        assert NOTICED in pilot.text()  # beside what is made of it
        pilot.again()
        ways(pilot).press(next(label for label in pilot.labels() if label.startswith("Verder met")))
        assert pilot.title.startswith("Stap 3 van 6: Interpreteren")
        assert NOTICED in pilot.text()
        finish(ways(pilot))
        hands = ways(pilot)
        hands.press("Eerdere sessies")
        hands.press(next(label for label in pilot.labels() if label.startswith("Bekijken")))
        seen = pilot.text()
        for words in (LINE, NOTICED, MADE, "Hem zelf laten antwoorden", "Langer stil zijn", "Cliënt"):
            assert words in seen
        assert "Cliënt: 1" in seen
        assert not pilot.can("Sessie sluiten…")


def test_text_that_was_typed_and_not_kept_is_kept_when_one_stops_or_closes_the_window(tmp_path: Path) -> None:
    with Pilot(tmp_path / "data") as pilot:
        begin(pilot, Keyboard(pilot))
        pilot.fill("Wat maakte je ervan?", MADE)
        pilot.key("escape")
        assert pilot.can("Nieuwe sessie")
        pilot.press(next(label for label in pilot.labels() if label.startswith("Verder met")))
        assert pilot.value("Wat maakte je ervan?") == MADE
        pilot.fill("Wat maakte je ervan?", "Iets anders")
        pilot.again()
        pilot.press(next(label for label in pilot.labels() if label.startswith("Verder met")))
        assert pilot.value("Wat maakte je ervan?") == "Iets anders"


def test_going_on_without_writing_leaves_nothing_to_undo_but_the_step(tmp_path: Path) -> None:
    with Pilot(tmp_path / "data") as pilot:
        begin(pilot, Keyboard(pilot))
        pilot.press("Verder: Opties vormen")
        assert pilot.control("Ongedaan maken").description == "naar Opties vormen"
        pilot.press("Ongedaan maken")
        assert pilot.title.startswith("Stap 3 van 6")


def test_a_step_says_its_number_name_and_question_and_shows_where_one_is(tmp_path: Path) -> None:
    with Pilot(tmp_path / "data") as pilot:
        begin(pilot, Keyboard(pilot))
        assert pilot.said == "Stap 3 van 6: Interpreteren. Wat maakte je ervan?"
        assert pilot.control("Stap 3: Interpreteren", Role.RADIO).pressed
        assert pilot.control("Stap 2: Waarnemen", Role.RADIO).description == "ingevuld"
        pilot.press("Terug naar Waarnemen")
        assert pilot.control("Stap 2: Waarnemen", Role.RADIO).pressed
