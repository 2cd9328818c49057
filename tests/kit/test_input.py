"""Which key was meant, where Tab stops, and what an arrow comes to among options."""

import pygame
import pytest

from tegenwicht.kit.input import beside, key_name, step, stops
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.rect import Rect

SHIFT, CTRL, NUM = pygame.KMOD_LSHIFT, pygame.KMOD_LCTRL, pygame.KMOD_NUM


def pressed(key: int, mod: int = 0, letter: str = "", place: int = 0) -> str:
    return key_name(pygame.event.Event(pygame.KEYDOWN, key=key, mod=mod, unicode=letter, scancode=place))


@pytest.mark.parametrize(
    ("key", "name"),
    [
        (pygame.K_KP_1, "end"), (pygame.K_KP_2, "down"), (pygame.K_KP_3, "pagedown"), (pygame.K_KP_4, "left"),
        (pygame.K_KP_6, "right"), (pygame.K_KP_7, "home"), (pygame.K_KP_8, "up"), (pygame.K_KP_9, "pageup"),
        (pygame.K_KP_0, "insert"), (pygame.K_KP_PERIOD, "delete"),
    ],
)  # fmt: skip
def test_with_num_lock_off_a_key_of_the_number_pad_is_what_stands_below_its_digit(
    key: int, name: str
) -> None:
    assert pressed(key) == name
    assert pressed(key, SHIFT) == f"shift+{name}"


@pytest.mark.parametrize(
    ("key", "digit"), [(pygame.K_KP_1, "1"), (pygame.K_KP_6, "6"), (pygame.K_KP_PERIOD, ".")]
)
def test_with_num_lock_on_and_on_a_mac_it_is_the_digit(key: int, digit: str) -> None:
    assert pressed(key, NUM, digit) == digit
    assert pressed(key, 0, digit) == digit


@pytest.mark.parametrize(
    ("sign", "digit"), [("&", 1), ("é", 2), ('"', 3), ("'", 4), ("(", 5), ("§", 6), ("à", 0)]
)
def test_on_a_belgian_keyboard_a_digit_needs_no_shift(sign: str, digit: int) -> None:
    place = pygame.KSCAN_1 + (digit - 1) % 10
    assert pressed(ord(sign), 0, sign, place) == str(digit)
    assert pressed(ord(sign), SHIFT, str(digit), place) == str(digit)


def test_on_other_keyboards_the_upper_row_is_as_it_was() -> None:
    assert pressed(pygame.K_1, 0, "1", pygame.KSCAN_1) == "1"
    assert pressed(pygame.K_1, SHIFT, "!", pygame.KSCAN_1) == "shift+1"
    assert pressed(pygame.K_PLUS, 0, "+", pygame.KSCAN_1) == "+"  # Czech
    assert pressed(pygame.K_MINUS, CTRL, "", pygame.KSCAN_6) == "ctrl+-"  # French


def test_letters_of_another_script_are_those_at_their_place() -> None:
    assert pressed(ord("ц"), 0, "ц", pygame.KSCAN_W) == "w"
    assert pressed(ord("ц"), SHIFT, "Ц", pygame.KSCAN_W) == "w"
    assert pressed(ord("я"), CTRL, "", pygame.KSCAN_Z) == "ctrl+z"
    assert pressed(ord("à"), CTRL, "", pygame.KSCAN_0) == "ctrl+0"


def test_a_letter_that_moved_on_its_own_keyboard_is_itself() -> None:
    assert pressed(pygame.K_a, 0, "a", pygame.KSCAN_Q) == "a"
    assert pressed(pygame.K_z, CTRL, "", pygame.KSCAN_Y) == "ctrl+z"


def node(key: str, role: Role, *children: Node, **more: bool) -> Node:
    return Node(key, role, Rect(0, 0, 9, 9), key, children=children, **more)  # type: ignore[arg-type]


def tree(chosen: str = "", off: str = "") -> Node:
    """A button, three options, a field and two options."""

    def option(key: str) -> Node:
        return node(key, Role.RADIO, pressed=key == chosen, enabled=key != off)

    return node(
        "window", Role.WINDOW,
        node("begin", Role.BUTTON), node("size", Role.RADIO_GROUP, *map(option, ("small", "usual", "large"))),
        node("name", Role.TEXT_FIELD), node("look", Role.RADIO_GROUP, *map(option, ("light", "dark"))),
    )  # fmt: skip


def test_tab_stops_once_in_a_group_at_what_is_chosen_there() -> None:
    assert stops(tree("usual"), "begin") == ["begin", "usual", "name", "light"]
    assert step(tree("usual"), "begin", 1) == "usual"
    assert step(tree("usual"), "usual", 1) == "name"
    assert step(tree("usual"), "name", -1) == "usual"


def test_in_a_group_without_a_choice_tab_stops_at_the_first_that_can_be_chosen() -> None:
    assert stops(tree(), "begin") == ["begin", "small", "name", "light"]
    assert stops(tree(off="small"), "begin") == ["begin", "usual", "name", "light"]


def test_an_option_that_has_the_focus_is_the_stop_of_its_group() -> None:
    assert stops(tree("usual"), "large") == ["begin", "large", "name", "light"]
    assert "small" in stops(tree("usual", off="small"), "small")


def test_an_arrow_goes_round_within_its_group() -> None:
    def next_to(key: str, by: int, off: str = "") -> str:
        found = beside(tree(off=off), key, by)
        return "" if found is None else found.key

    assert [next_to("small", 1), next_to("usual", 1), next_to("large", 1)] == ["usual", "large", "small"]
    assert next_to("small", -1) == "large"
    assert next_to("small", 1, off="usual") == "large"
    assert next_to("light", 1) == "dark"
    assert next_to("light", 1, off="dark") == ""
    assert next_to("begin", 1) == ""
