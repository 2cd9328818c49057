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
from tests.pilot import TO_THE_TABLE, Pilot


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


# -- keys that are known and can do nothing now


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("w", "Wegen kan nu niet."), ("a", "Andersom kan nu niet."), ("t", "Tegenwicht kan nu niet."),
        ("ctrl+z", "Ongedaan maken kan nu niet."), ("ctrl+y", "Opnieuw kan nu niet."),
        ("c", "Combineer kan nu niet."),
    ],
)  # fmt: skip
def test_a_key_that_can_do_nothing_before_the_first_card_says_so(pilot: Pilot, key: str, said: str) -> None:
    pilot.press(*TO_THE_TABLE)
    before, focus = pilot.app.model.playing, pilot.focus
    pilot.key(key)
    assert pilot.said == said
    assert (pilot.app.model.playing, pilot.focus) == (before, focus)
    pilot.key(key)
    assert pilot.said == said


def test_a_key_nothing_listens_to_and_an_arrow_at_an_edge_stay_silent(pilot: Pilot) -> None:
    pilot.press(*TO_THE_TABLE)
    before = pilot.said
    for key in ("q", "z", "9", "f7", "ctrl+s", "ctrl+n", "home", "up", "up", "up"):
        pilot.key(key)
        assert pilot.said == before, key


def test_after_the_last_doorvraag_the_key_says_that_there_is_none(pilot: Pilot) -> None:
    pilot.press(*TO_THE_TABLE)
    pilot.key("return", "space", "space", "space", "space")
    assert pilot.said == "Nog een doorvraag kan nu niet."


def test_with_the_letters_switched_off_they_say_nothing_and_the_others_do(pilot: Pilot) -> None:
    pilot.press(*TO_THE_TABLE)
    settings = replace(pilot.app.model.settings, letter_keys=False)
    pilot.app.model = replace(pilot.app.model, settings=settings)
    pilot.app.show()
    before = pilot.said
    pilot.key("w", "1")
    assert pilot.said == before
    pilot.key("ctrl+z")
    assert pilot.said == "Ongedaan maken kan nu niet."


def test_letters_beside_a_field_say_nothing(pilot: Pilot) -> None:
    pilot.press("Spelen", "Verder: tafel en tijd")
    pilot.app.model = replace(pilot.app.model, focus="bar:help")
    pilot.app.show()
    before = pilot.said
    pilot.key(*"wat2")
    assert pilot.said == before


def test_on_other_screens_what_cannot_be_done_is_said_too(pilot: Pilot) -> None:
    pilot.key("escape")
    assert pilot.said == "Terug kan nu niet."
    pilot.key("f1", "f1")
    assert pilot.said == "Je bent er al."
    pilot.key("pageup")
    assert pilot.said == "Hier begint de tekst."
    pilot.key("escape", *["ctrl++"] * 40)
    assert pilot.said == "Grotere tekst kan nu niet."


def test_a_number_at_its_end_and_a_choice_that_was_made_say_so(pilot: Pilot) -> None:
    pilot.press("Spelen")
    pilot.key("space")
    assert pilot.said == "Dit is al gekozen."
    pilot.press("Verder: tafel en tijd")
    number = next(one for one in pilot.nodes() if one.role is Role.SPIN)
    pilot.ask_key("focus", number.key)
    pilot.key("space")
    assert pilot.said == "Verander dit met de pijltjes."
    pilot.key(*["down"] * 60)
    assert pilot.said == "Minder kan niet."


def test_what_is_held_back_on_purpose_is_not_said(pilot: Pilot) -> None:
    """Enter in the first moments after a card came up, which is there to be read."""
    pilot.press(*TO_THE_TABLE)
    pilot.key("return")
    card = pilot.said
    pilot.key_down("return")
    pilot.key_up("return")
    assert pilot.said == card


# -- keys that are meant for the game, whatever lies on the table


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 800), (1024, 640)])
@pytest.mark.parametrize(("key", "field"), [("n", "Notitie"), ("v", "Parkeren: een gedachte voor straks")])
def test_one_writes_at_once_also_where_two_cards_hang(
    tmp_path: Path, size: tuple[int, int], key: str, field: str
) -> None:
    """What is typed after the key is text: without a field each letter would do something at the table."""
    with Pilot(tmp_path / "data", size=size) as pilot:
        pilot.press(*TO_THE_TABLE, "Laat het lot kiezen")
        pilot.settle()
        pilot.key("t")
        pilot.settle()
        before = pilot.app.model.playing.timeline.count
        pilot.type(f"{key}opw")
        assert pilot.focus.startswith(field) and pilot.focused.value == "opw"
        assert pilot.app.model.playing.timeline.count == before
        pilot.key("escape")
        assert pilot.focus.startswith("Kaart ") and pilot.app.model.panel == ""


def test_below_a_strip_of_news_the_main_key_is_still_that_of_the_game(pilot: Pilot) -> None:
    """With Tab away from the card, and a word about its own cluster above the rim of a table that then can scroll."""
    with Pilot(pilot.folder.parent / "other", size=(1280, 800)) as small:
        small.press(*TO_THE_TABLE, "Laat het lot kiezen")
        small.settle()
        small.key("5", "down", "pagedown")
        assert small.said == "Deelnemer 2 is aan de beurt"


def test_with_num_lock_off_the_five_of_the_number_pad_marks_nothing(pilot: Pilot) -> None:
    pilot.press(*TO_THE_TABLE, "Laat het lot kiezen")
    before = pilot.tree()
    five = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_KP_5, mod=0, unicode="", scancode=0)
    pilot.post(five)
    assert pilot.tree() == before
