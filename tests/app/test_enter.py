"""Enter, Enter, Enter: never closes or erases anything. A double click is one click."""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from tegenwicht.gallery.states import all_screens, built
from tegenwicht.game import events
from tegenwicht.kit.command import Command
from tegenwicht.kit.nodes import Node, find, walk
from tegenwicht.screens.shell import commands
from tegenwicht.screens.shell.keys import PRIMARY
from tests.pilot import TO_THE_TABLE, Pilot

MODES = ("Kaartgesprek", "Afpellen", "Gewogen in gesprek", "Triple feedback", "Wegen")
FOR_GOOD = (
    commands.EraseSession,
    commands.EraseEverything,
    commands.EraseOld,
    commands.EraseDeck,
    commands.RemoveDeck,
    commands.PutBack,
)


@pytest.fixture
def pilot(tmp_path: Path) -> Iterator[Pilot]:
    with Pilot(tmp_path / "data") as found:
        yield found


def for_good(command: Command | None) -> bool:
    """Whether it closes or erases something that cannot be brought back."""
    return any(
        isinstance(one, FOR_GOOD) or one in (commands.Do(events.Close()), commands.LeaveDeck("discard"))
        for one in commands.within(command)
    )


def trees() -> Iterator[tuple[str, Node]]:
    """Every screen in all its states."""
    for name, model in all_screens().items():
        yield name, built(model, (1280, 800))[1]


def pressed_by_habit(node: Node) -> bool:
    """Whether Enter, the space bar or a clicker presses it without going there first."""
    return node.primary or node.first or bool({*PRIMARY.names} & {*node.shortcuts})


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("key", ["return", "space", "pagedown"])
def test_sixty_times_the_same_key_closes_and_erases_nothing(pilot: Pilot, mode: str, key: str) -> None:
    pilot.press("Spelen", mode, "Verder: tafel en tijd", "Aan tafel")
    for _ in range(60):
        pilot.key(key)
        pilot.pass_time(1)
    sessions = pilot.app.back.journal.sessions()
    assert sessions
    assert not any(one.finished for one in sessions)


@pytest.mark.parametrize("key", ["return", "space", "pagedown"])
def test_after_the_last_round_the_same_key_does_not_close_the_session(pilot: Pilot, key: str) -> None:
    pilot.press(*TO_THE_TABLE, "Laat het lot kiezen", "Klaar", "Sessie afronden…")
    for _ in range(9):
        pilot.key(key)
    assert not pilot.app.back.journal.sessions()[0].finished


def test_closing_asks_and_begins_on_what_changes_nothing(pilot: Pilot) -> None:
    pilot.press(
        *TO_THE_TABLE,
        "Laat het lot kiezen",
        "Klaar",
        "Sessie afronden…",
        "Sessie sluiten…",
    )
    assert pilot.focus == "Terug"
    pilot.key("return")
    assert not pilot.app.back.journal.sessions()[0].finished
    pilot.press("Sessie sluiten…", "Sessie sluiten")
    assert pilot.app.back.journal.sessions()[0].finished


def test_nothing_for_good_is_under_the_main_key_on_any_screen() -> None:
    wrong = [
        (name, node.key)
        for name, tree in trees()
        for node in walk(tree)
        if pressed_by_habit(node) and for_good(node.action)
    ]
    assert wrong == []


def test_the_focus_never_begins_on_what_is_for_good() -> None:
    from tegenwicht.kit.input import first_focus

    for name, tree in trees():
        node = find(tree, first_focus(tree))
        assert node is None or not for_good(node.action), name


# -- a double click


def double_click(pilot: Pilot, label: str) -> None:
    """Twice at one place, as fast as people do."""
    x, y = pilot.in_sight(pilot.control(label)).rect.centre
    pilot.settle()
    for _ in range(2):
        pilot.mouse_down(x, y)
        pilot.mouse_up(x, y)
        pilot.clock.now += 0.15


def test_a_double_click_on_done_does_not_draw_for_the_next_person(pilot: Pilot) -> None:
    pilot.press(*TO_THE_TABLE, "Laat het lot kiezen")
    double_click(pilot, "Klaar")
    assert pilot.can("Laat het lot kiezen")
    pilot.press("Laat het lot kiezen")
    assert pilot.can("Klaar")


def test_a_double_click_on_draw_does_not_lay_the_card_away_unread(pilot: Pilot) -> None:
    pilot.press(*TO_THE_TABLE)
    double_click(pilot, "Laat het lot kiezen")
    assert pilot.can("Klaar")


def test_a_double_click_on_pass_passes_for_one_person(pilot: Pilot) -> None:
    pilot.press(*TO_THE_TABLE)
    assert not pilot.can("Deelnemer 1")
    double_click(pilot, "Pas")
    assert not pilot.can("Deelnemer 2")
    pilot.press("Pas")
    assert not pilot.can("Deelnemer 3")


def test_a_double_click_on_weigh_later_goes_one_factor_on(pilot: Pilot) -> None:
    pilot.press("Spelen", "Wegen", "Verder: tafel en tijd", "Aan tafel")
    double_click(pilot, "Later wegen")
    assert pilot.title.startswith("Factor 2 van 10")


def test_every_click_lays_a_stone(pilot: Pilot) -> None:
    pilot.press("Spelen", "Tien stenen", "Verder: tafel en tijd", "Aan tafel")
    double_click(pilot, "Beroep")
    assert pilot.value("Beroep") == "2 stenen van 10"
    pilot.settle()
    double_click(pilot, "Steen terug van Beroep")
    assert pilot.value("Beroep") == "0 stenen van 10"


def test_a_double_click_on_a_switch_switches_once(pilot: Pilot) -> None:
    pilot.press("Instellingen")
    sound = next(one for one in pilot.nodes() if one.key == "settings:sound")
    double_click(pilot, sound.label)
    assert not pilot.app.model.settings.sound


def test_a_number_goes_up_with_every_click(pilot: Pilot) -> None:
    pilot.press("Spelen", "Verder: tafel en tijd")
    before = int(pilot.value("Mensen aan tafel").split()[0])
    double_click(pilot, "Mensen aan tafel: meer")
    assert int(pilot.value("Mensen aan tafel").split()[0]) == before + 2


# -- a card that was drawn just now


@pytest.mark.parametrize("key", ["return", "pagedown", "kpenter"])
def test_a_card_is_not_done_in_the_first_moments(pilot: Pilot, key: str) -> None:
    pilot.press(*TO_THE_TABLE)
    pilot.key("return")
    pilot.clock.now += 0.7
    pilot.key_down(key)
    assert pilot.can("Klaar")
    pilot.clock.now += 0.2
    pilot.key_down(key)
    assert pilot.can("Laat het lot kiezen")


def test_space_asks_on_and_never_ends_the_turn(pilot: Pilot) -> None:
    pilot.press(*TO_THE_TABLE)
    pilot.key("return")
    for _ in range(9):
        pilot.clock.now += 0.9
        pilot.key("space")
    assert pilot.can("Klaar")


def test_other_keys_work_at_once_after_a_draw(pilot: Pilot) -> None:
    pilot.press(*TO_THE_TABLE)
    pilot.key("return")
    pilot.key("2")
    assert pilot.said == "Cliënt genoemd"


@pytest.mark.usefixtures("pilot")
def test_a_key_that_is_held_comes_once() -> None:
    assert pygame.key.get_repeat() == (0, 0)
