"""Buttons: what is said of one that is made comes to the same in any order, and is seen and heard."""

from itertools import permutations

import pygame
import pytest

from tegenwicht import paths
from tegenwicht.kit.buttons import Button, Look, button
from tegenwicht.kit.layout import GROW
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill, Icon, Words
from tegenwicht.kit.rect import Rect
from tegenwicht.kit.text import Type
from tegenwicht.kit.view import View
from tests.kit.example import ENTER, THEME, Add, Show

BRIGHT = Look((255, 255, 0), (0, 0, 0), (0, 0, 0), (0, 0, 0))


@pytest.fixture
def v() -> View:
    """A window of a program that is not Tegenwicht."""
    pygame.font.init()
    return View((1280, 720), THEME, Type(paths.assets() / "fonts"))


def placed(one: Button) -> Node:
    """The button at its own width."""
    (node,) = one.place(Rect(0, 0, one.natural or 600, one.height(one.natural or 600)))
    return node


def words(node: Node) -> list[str]:
    """What is written on it."""
    return [op.text for op in node.ops if isinstance(op, Words)]


def ground(node: Node) -> object:
    """The colour it is filled with."""
    return next(op.colour for op in node.ops if isinstance(op, Fill))


def test_what_is_said_of_a_button_comes_to_the_same_in_any_order(v: View) -> None:
    says = (
        lambda one: one.sized(24, 14),
        lambda one: one.heard("Play the song of the wren", "Half a minute"),
        lambda one: one.chosen(True, Role.RADIO),
        lambda one: one.beside("0:30"),
        lambda one: one.painted(BRIGHT),
    )
    found = []
    for order in permutations(says):
        one = button(v, "play", "Play", Add(), glyph="sound")
        for say in order:
            one = say(one)
        found.append((one.natural, placed(one)))
    assert all(other == found[0] for other in found)
    _, node = found[0]
    assert (node.label, node.description, node.pressed, node.role) == (
        "Play the song of the wren", "Half a minute", True, Role.RADIO,
    )  # fmt: skip
    assert words(node) == ["Play", "0:30"] and ground(node) == BRIGHT.ground


def test_one_that_cannot_be_pressed_looks_so_whatever_it_is_painted_and_is_still_heard(v: View) -> None:
    off = placed(
        button(v, "add", "Add", Add(), enabled=False).painted(BRIGHT).heard(description="No name yet")
    )
    assert ground(off) != BRIGHT.ground
    assert (off.label, off.description, off.enabled) == ("Add", "No name yet", False)


def test_the_key_that_presses_it_is_on_it_and_room_is_kept_for_it(v: View) -> None:
    plain, keyed = button(v, "add", "Add", Add()), button(v, "add", "Add", Add(), ENTER)
    assert words(placed(keyed)) == ["Add", ENTER.shown]
    assert placed(keyed).shortcuts == ENTER.names
    assert keyed.natural > plain.natural
    assert words(placed(keyed.bare())) == ["Add"] and keyed.bare().natural == plain.natural


def test_a_word_of_one_letter_is_still_wide_enough_to_hit() -> None:
    pygame.font.init()
    small = View((640, 480), THEME, Type(paths.assets() / "fonts"))
    assert [button(small, "t", name, Add()).sized(12, 4).natural >= 24 for name in ("t", "i", "Wim")] == [
        True
    ] * 3


def test_where_there_is_no_room_icons_go_only_when_asked(v: View) -> None:
    one = button(v, "about", "About", Show("help"), glyph="info")
    assert any(isinstance(op, Icon) for op in placed(one.bare()).ops)


def test_a_filling_button_takes_the_width_there_is(v: View) -> None:
    one = button(v, "about", "About", Show("help"))
    assert one.natural != GROW
    assert one.filling().natural == GROW
    assert one.filling().filling(False).natural == one.natural
