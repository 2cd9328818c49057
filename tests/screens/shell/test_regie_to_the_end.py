"""Each game is led from the regie to its very end, by what can be pressed there alone, with the table on another screen."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tegenwicht import paths
from tegenwicht.game import feedback as f
from tegenwicht.game.events import Participant, Setup
from tegenwicht.game.modes import MODES
from tegenwicht.kit.nodes import Node, walk
from tegenwicht.screens.shell import commands as c
from tegenwicht.storage.decks.reader import read_deck
from tests.pilot import Pilot
from tests.screens.shell.test_regie import NAMES, SECRET, Screens, on_the_beamer, pressed

MOST_STEPS = 80
REPORTED = "Het is bewaard"
THOUGHT = "Kwartelkoning"
"""Parked at the beginning, and never laid on the table."""
Act = Callable[[Pilot], None]


def names_the_consideration(pilot: Pilot) -> None:
    pilot.fill("De afweging in één regel", "Wel of niet bellen")


def notes_a_line(pilot: Pilot) -> None:
    pilot.fill("Een afweging in één regel", "Niet gebeld")
    pilot.press("Cliënt, 0 strookjes")


def names_what_it_is_about(pilot: Pilot) -> None:
    pilot.fill("Welke afweging? Eén regel, zonder cliëntgegevens", "Wel of niet bellen")


def lays_ten_stones(pilot: Pilot) -> None:
    pilot.press(*["Werkgever"] * 4, *["Cliënt"] * 6)


def counts_hands(pilot: Pilot) -> None:
    pilot.press("1 vinger", "4 vingers")


FIRST: dict[str, Act] = {
    "Begin bij Vooraf": names_the_consideration,
    "Klaar met vertellen": notes_a_line,
    "Beginnen met de vragen": names_what_it_is_about,
    "Zo ligt het bij ons": lays_ten_stones,
    "Bewaren, volgende": counts_hands,
    "Bewaren": counts_hands,
}
"""What is to be done before a main button does something."""
INSTEAD: dict[str, tuple[str, ...]] = {
    "Bewaren voor later": ("Sessie afronden…", "Afronden"),
    "Draai een kaart": ("Menu", "Sessie afronden"),
}
"""What ends a game whose main button goes on."""


def main_button(pilot: Pilot) -> Node:
    """The one main button of the regie."""
    (found,) = (node for node in pilot.nodes() if node.primary)
    return found


def step(pilot: Pilot) -> None:
    """What one does next, with the mouse on the laptop."""
    label = main_button(pilot).label
    if label in INSTEAD:
        pilot.press(*INSTEAD[label])
        return
    if label in FIRST:
        FIRST[label](pilot)
    pilot.click(pilot.in_sight(main_button(pilot)))


@pytest.mark.parametrize("mode", MODES)
def test_a_game_is_led_to_its_end_from_the_laptop_alone(
    tmp_path: Path, mode: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At every step the group sees something of that step, with nothing to press and nothing that is private."""
    monkeypatch.setattr(paths, "documents_folder", lambda: tmp_path / "documents")
    people = tuple(Participant(number, name) for number, name in enumerate(NAMES[:3], 1))
    setup = Setup(mode, SECRET, people[:1] if mode == "alone" else people, rounds=1)
    with Pilot(tmp_path / "data", screens=Screens()) as pilot:
        deck = read_deck(paths.decks() / "tegenwicht.yaml")
        pilot.app.carry_out([c.Begin(setup, deck), c.Direct("apart")])
        pilot.key("v")
        if pilot.can("Een gedachte voor straks"):
            pilot.fill("Een gedachte voor straks", THOUGHT)
            pilot.press("Parkeren", "Terug")
        shown = [on_the_beamer(pilot)]
        for _ in range(MOST_STEPS):
            if main_button(pilot).label == REPORTED:
                break
            step(pilot)
            pilot.pass_time(1)
            shown.append(on_the_beamer(pilot))
            assert SECRET not in shown[-1]
            assert THOUGHT not in shown[-1]
            assert not pressed(pilot.app.beamer.tree)
        assert len(list((tmp_path / "documents").iterdir())) == 1
        pilot.press("Sessie sluiten…", "Sessie sluiten")
        assert "We beginnen zo." in on_the_beamer(pilot)
        assert pilot.can("Spelen")
        assert f"Verder met {SECRET}" not in pilot.text()
    assert len(set(shown)) > len(shown) // 2


def first_shown(pilot: Pilot, words: str) -> int:
    """How far from the top of the group's window those words begin, in pixels; some are above it or below."""
    return next(node.rect.y for node in walk(pilot.app.beamer.tree) if words in node.label)


def last_shown(pilot: Pilot, words: str) -> int:
    """The same, of where they end."""
    return next(node.rect.bottom for node in walk(pilot.app.beamer.tree) if words in node.label)


def test_what_does_not_fit_on_the_beamer_goes_along_with_who_leads(tmp_path: Path) -> None:
    """Nobody can scroll there: where the laptop is at the end, the group is at the end too."""
    with Pilot(tmp_path, screens=Screens()) as pilot:
        people = tuple(Participant(number, name) for number, name in enumerate(NAMES, 1))
        deck = read_deck(paths.decks() / "tegenwicht.yaml")
        pilot.app.carry_out([c.Begin(Setup("feedback", "", people), deck), c.Direct("apart")])
        names_what_it_is_about(pilot)
        pilot.press("Beginnen met de vragen")
        for number in range(4):
            pilot.app.carry_out([c.Do(f.WriteAnswer(f"Antwoord {number}. " + "Dat woog mee. " * 70))])
            pilot.click(main_button(pilot))
            pilot.pass_time(1)
        high = pilot.app.beamer.surface.get_height()
        begins = first_shown(pilot, "Antwoord 0")
        assert begins > 0 and high < last_shown(pilot, "Antwoord 3")
        x, y = next(node for node in walk(pilot.app.tree) if node.key == "play:page").rect.centre
        pilot.wheel(x, y, -60)
        pilot.pass_time(1)
        assert first_shown(pilot, "Antwoord 0") < begins and last_shown(pilot, "Antwoord 3") < high
        pilot.wheel(x, y, 60)
        pilot.pass_time(1)
        at = first_shown(pilot, "Antwoord 0")
        assert at == begins
        pilot.key("f1")
        help_page = next(node for node in pilot.nodes() if node.scrolled is not None)
        pilot.wheel(*help_page.rect.centre, -60)
        pilot.pass_time(1)
        assert any(node.scrolled is not None and node.scrolled.offset for node in pilot.nodes())
        assert first_shown(pilot, "Antwoord 0") == at  # the help is read by who leads alone
