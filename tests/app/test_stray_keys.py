"""Keys that were not meant: letters beside a field do nothing, and a button that cannot be pressed says so."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from tegenwicht.game.events import Finish
from tegenwicht.kit.nodes import Edit, Node, Role
from tegenwicht.kit.rect import Rect
from tegenwicht.preferences import Settings
from tegenwicht.screens.shell import intent
from tegenwicht.screens.shell.commands import Do, FocusOn, NewDeck, Shut
from tegenwicht.screens.shell.model import Model
from tests.pilot import Pilot


@pytest.fixture
def pilot(tmp_path: Path) -> Iterator[Pilot]:
    with Pilot(tmp_path / "data", size=(1600, 900)) as found:
        yield found


def test_letters_beside_a_field_do_nothing_in_the_session(pilot: Pilot) -> None:
    pilot.press("Spelen", "Triple feedback", "Verder: tafel en tijd", "Aan tafel", "Beginnen met de vragen")
    before = pilot.app.back.journal.sessions()[0].actions
    for letter in "abcdefghijklmnopqrstuvwxyz":
        pilot.app.model = replace(pilot.app.model, focus="bar:help")  # beside the field
        pilot.app.show()
        pilot.key(letter)
    assert pilot.app.back.journal.sessions()[0].actions == before
    assert not pilot.app.back.journal.sessions()[0].finished


def test_the_letter_that_finishes_asks_first_beside_a_field(pilot: Pilot) -> None:
    pilot.press("Spelen", "Triple feedback", "Verder: tafel en tijd", "Aan tafel", "Beginnen met de vragen")
    title = pilot.title
    pilot.app.model = replace(pilot.app.model, focus="bar:help")  # beside the field
    pilot.app.show()
    pilot.key("f")
    assert pilot.can("Nog niet") and pilot.title == title
    pilot.key("escape")
    assert pilot.can("Beginnen met de vragen")


def test_a_letter_beside_a_field_leads_to_its_button_and_only_enter_presses_it() -> None:
    at = Rect(0, 0, 100, 40)
    field = Node("line", Role.TEXT_FIELD, at, "Een regel", edit=Edit("line", 20))
    done = Node("done", Role.BUTTON, at, "Klaar", action=Do(Finish(False)), shortcuts=("f",))
    help_ = Node("help", Role.BUTTON, at, "Hulp", action=Shut())
    tree = Node("window", Role.WINDOW, at, "Venster", children=(field, done, help_))
    model = Model(Settings(), focus="help")
    letter = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_f, mod=0, unicode="f", scancode=0)
    enter = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode="", scancode=0)
    assert intent.for_key(letter, tree, model) == [FocusOn("done")]
    assert intent.for_key(enter, tree, replace(model, focus="done")) == [Do(Finish(False))]


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
