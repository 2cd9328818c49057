"""What comes in from the keyboard, the pointer or a screen reader, and the commands that it means."""

from typing import TYPE_CHECKING

import pygame

from tegenwicht.kit.command import Command
from tegenwicht.kit.input import key_name
from tegenwicht.kit.nodes import Node, Role, find
from tegenwicht.kit.pointer import Beside, Clicked, Dropped, Gesture, Pointer, Pressed, Scrolled
from tegenwicht.screens.shell import commands, intent, keys
from tegenwicht.screens.shell.model import Model

if TYPE_CHECKING:
    from tegenwicht.kit.screen_reader.access import Request

MOST_STEPS = 300
"""Of a number, when a screen reader asks for a value at once."""
UNREAD_SECONDS = 0.8
"""So long after something new came up, what goes on is not pressed by accident."""
DOUBLE_CLICK_SECONDS = 0.5
DOUBLE_CLICK_PX = 12
ERASING_SECONDS = 0.8
"""So long after a letter was erased, the next press of that key still means letters."""
ERASES = ("delete", "backspace", "ctrl+delete", "ctrl+backspace", "shift+delete")
GOES_ON = ("return", "space", "pagedown")
ONCE = (Role.TOGGLE, Role.CHECK_BOX, Role.RADIO)
"""What a double click must not press twice: it would be as it was."""


class Incoming:
    """Tells what an event asks for; changes nothing but its own memory of the pointer.

    Three things are held back here, for everyone who presses twice by habit or by accident: a double click is one
    click; in the first moments after something new to read came up, what goes on does nothing; and Delete that is
    held, or pressed again and again, takes letters away and nothing more.
    """

    def __init__(self) -> None:
        self.pointer = Pointer()
        self._unread_until = self._clicked_until = float("-inf")
        self._erasing_until, self._erases_on = float("-inf"), False
        self._clicked: tuple[tuple[int, int], Node] | None = None

    def unread(self, now: float) -> None:
        """Something new to read came up."""
        self._unread_until = now + UNREAD_SECONDS

    def key_came(self, event: pygame.event.Event, now: float) -> None:
        """A key went down, whoever it is for; where keys repeat by being let go and pressed again, each of those."""
        if key_name(event) in ERASES:
            self._erases_on, self._erasing_until = now < self._erasing_until, now + ERASING_SECONDS

    def holds_back(
        self, event: pygame.event.Event, tree: Node, model: Model, now: float, moved: bool
    ) -> bool:
        """Whether a key press does nothing now, whatever it would ask for.

        moved: it ended a movement; the main key does no more than that, so that nothing is done unseen.
        """
        if moved and key_name(event) in (*keys.PRIMARY.names, "ctrl+return"):
            return True
        if now < self._unread_until and key_name(event) in GOES_ON and _goes_on(tree, model.focus):
            return True
        return self._erases_on and key_name(event) in ERASES

    def for_gesture(self, gesture: Gesture, tree: Node, now: float) -> list[Command]:
        """What the pointer asks for: a field to type in at once, a control when the button goes up on it.

        A click beside a panel puts that away, as Escape does. What it lifts and carries is only to be seen, until it
        falls on a place.
        """
        match gesture:
            case Pressed(key):
                node = find(tree, key) if key else None
                return [commands.FocusOn(key)] if node is not None and node.role is Role.TEXT_FIELD else []
            case Clicked(key, pos):
                return self._clicked_on(find(tree, key), pos, now)
            case Beside(key, pos):
                panel = find(tree, key)
                again = panel is not None and self._follows(pos, panel, now)
                return [] if panel is None or again else intent.put_away(tree)
            case Scrolled(key, offset):
                return [commands.ScrollTo(key, offset)]
            case Dropped(_, place) if place is not None:
                return [place.command]
        return []

    def _clicked_on(self, node: Node | None, pos: tuple[int, int], now: float) -> list[Command]:
        if node is None or node.role is Role.TEXT_FIELD:
            return []
        if self._follows(pos, node, now) or (now < self._unread_until and node.primary):
            return []
        return intent.press(node)

    def _follows(self, pos: tuple[int, int], node: Node, now: float) -> bool:
        """Whether a click is the second half of one; it is remembered for the next."""
        again = self._is_again(pos, node, now)
        self._clicked, self._clicked_until = (pos, node), now + DOUBLE_CLICK_SECONDS
        return again

    def _is_again(self, pos: tuple[int, int], node: Node, now: float) -> bool:
        """Whether this is the second half of a double click that would press something else, or twice.

        A number that goes up by one with every press is the same control with the same name: it may. A button of
        the game may not: its second press is for the next person, or the next factor.
        """
        if self._clicked is None or now >= self._clicked_until:
            return False
        (x, y), before = self._clicked
        near = max(abs(pos[0] - x), abs(pos[1] - y)) <= DOUBLE_CLICK_PX
        same = (node.key, node.label) == (before.key, before.label)
        return near and (not same or node.primary or node.role in ONCE or _is_step_of_the_game(node))

    def for_request(self, request: "Request", tree: Node) -> list[Command]:
        """What a screen reader asks for."""
        node = find(tree, request.key)
        if request.kind == "set_value" and node is not None and node.role is Role.SPIN:
            return []  # in steps: see ``step_to``
        return intent.for_request(request.kind, request.key, request.value, tree)


def _is_step_of_the_game(node: Node) -> bool:
    """Whether the button does something in the game, and not only to a number."""
    return node.role is Role.BUTTON and not node.changes and isinstance(node.action, commands.Do)


def _goes_on(tree: Node, focus: str) -> bool:
    """Whether Enter would press the main button: it has the focus, or nothing with something of its own has."""
    node = find(tree, focus)
    return node is None or node.primary or node.action is None


def step_to(tree: Node, key: str, wanted: str) -> Command | None:
    """The next step of a spin on its way to a number; None when it is there.

    AT-SPI asks for numbers, not for steps.
    """
    node, target = find(tree, key), _number(wanted)
    if (
        node is None
        or node.role is not Role.SPIN
        or not node.enabled
        or node.number is None
        or target is None
    ):
        return None
    now = node.number[0]
    return None if now == target else node.increase if now < target else node.decrease


def passed(before: Node, after: Node, key: str, wanted: str) -> bool:
    """Whether the last step went past the number, or nowhere."""
    one, two, target = find(before, key), find(after, key), _number(wanted)
    if one is None or two is None or one.number is None or two.number is None or target is None:
        return True
    return (two.number[0] - target) * (one.number[0] - target) < 0 or two.number == one.number


def _number(words: str) -> float | None:
    """A number from a request; None for "nan" and what is none at all."""
    try:
        number = float(words)
    except ValueError:
        return None
    return number if number == number else None
