"""From an event of the window to the commands it means, by way of the tree. Changes nothing itself."""

import pygame

from tegenwicht.game.text import clean
from tegenwicht.i18n import tr
from tegenwicht.kit import input
from tegenwicht.kit.command import Command
from tegenwicht.kit.nodes import Edit, Node, Role, by_shortcut, find, focusable, walk
from tegenwicht.kit.tables import next_cell
from tegenwicht.screens.shell import commands, keys
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.shell.frame import CORNER
from tegenwicht.screens.shell.model import Model

ARROWS = {"left": -1, "right": 1, "up": -1, "down": 1}
WHEEL_STEP = 90
DOES = (commands.Do, commands.Begin, commands.Leave, commands.Resume, commands.Quit)
"""What is done in a session, and not only on the screen."""
SOUGHT = ":sought"
"""How the form entries end of a word that one looks for something with."""
PAGE_PART = 0.85
HIDES = 0.125
"""Of its height, from which a view is read page by page."""


def for_key(event: pygame.event.Event, tree: Node, model: Model) -> list[Command]:
    """What a key press asks for. Text fields have had their turn already."""
    name = input.key_name(event)
    focused = find(tree, model.focus)
    own = [command for key, command in focused.bindings if key == name] if focused is not None else []
    if own and focused is not None and focused.role is not Role.WINDOW:
        return own
    if name in ("tab", "shift+tab"):
        return [commands.FocusOn(input.step(tree, model.focus, -1 if name == "shift+tab" else 1))]
    if focused is not None and name in ARROWS:
        meant = by_shortcut(tree, name) if focused.role is Role.ARTICLE else None
        return press(meant) if meant is not None else _for_arrow(name, tree, focused)
    if name == "space" and focused is not None and focused.role is Role.SPIN:
        return []  # one who means to change the number must not begin something else
    if name == "space" and focused is not None and focused.role is Role.RADIO and focused.pressed:
        return []  # it was chosen already; what Enter may do more than that, it does not
    if name == "return" and focused is not None:
        return _for_enter(tree, focused)
    if name == "space" and focused is not None and (focused.action is not None or not focused.enabled):
        return _for_enter(tree, focused)
    if name == "ctrl+return" and focused is not None:
        return _for_ctrl_enter(tree, focused)
    reading = (
        focused is not None and focused.role is Role.ARTICLE
    )  # at a card both keys are those of the game, always
    if name in ("pagedown", "pageup") and not reading:
        paged = _paged(tree, 1 if name == "pagedown" else -1)
        if paged:
            return [paged]
    if not model.settings.letter_keys and name in keys.single_letters():
        return []
    if len(name) > 1 and focused is not None and focused.role is Role.TEXT_FIELD and keys.is_own(name):
        return []  # who chose another key than a letter does not press it by typing either
    pressed = by_shortcut(tree, name)
    if pressed is not None and len(name) == 1 and name.isalpha() and _beside_a_field(tree, pressed):
        return [
            commands.FocusOn(pressed.key)
        ]  # Enter does it; a letter that was typed beside the field does nothing
    if pressed is not None:
        return [*_goes_along(tree, pressed, model.focus), *press(pressed)]
    return [command for key, command in tree.bindings if key == name]


def _goes_along(tree: Node, pressed: Node, focus: str) -> list[Command]:
    """In a group of options the focus is on the one that is chosen, whichever key chose it."""
    groups = ([one.key for one in group] for group in input.radio_groups(tree))
    return (
        [commands.FocusOn(pressed.key)] if any({pressed.key, focus} <= {*group} for group in groups) else []
    )


def _for_enter(tree: Node, focused: Node) -> list[Command]:
    """A field or control with something to do does that; elsewhere Enter is the primary button."""
    if focused.role is Role.TEXT_FIELD and focused.action is not None:
        return [focused.action]
    if focused.role is Role.RADIO and focused.action is None:
        return []  # it was chosen already
    if not focused.enabled:
        return _given_on(tree, focused)
    return press(focused if focused.action is not None else input.primary(tree))


def _given_on(tree: Node, focused: Node) -> list[Command]:
    """A control that became unavailable says so, and gives the focus on; it does nothing else's work."""
    words = tr("{name} kan nu niet.").format(name=focused.label)
    onward = focused.changes or _onward(tree)
    return [commands.Say(words), commands.FocusOn(onward)] if onward else [commands.Say(words)]


def _onward(tree: Node) -> str:
    """Where the focus begins; where nothing is meant for that, the first stop of the screen itself, not the help."""
    begin = input.first_focus(tree)
    if not begin.startswith(CORNER):
        return begin
    return next((key for key in input.stops(tree, "") if not key.startswith(CORNER)), begin)


def _beside_a_field(tree: Node, pressed: Node) -> bool:
    """Whether it would do something of the session while there is a field that one may mean to type in."""
    fields = any(node.role is Role.TEXT_FIELD and node.enabled for node in walk(tree))
    return fields and any(isinstance(one, DOES) for one in commands.within(pressed.action))


def _for_ctrl_enter(tree: Node, focused: Node) -> list[Command]:
    """Keep what is in a field of several lines, where Enter begins a new one.

    Without something of its own to do, a field on a panel means the panel's primary button; elsewhere that
    button need not be about the field: on the close it ends the session for good.
    """
    if isinstance(focused.action, commands.FocusOn):
        return press(input.primary(tree))  # its own Enter only leads to the next field
    if focused.edit is None or focused.action is not None:
        return _for_enter(tree, focused)
    on_panel = any(node.role is Role.DIALOG for node in walk(tree))
    return press(input.primary(tree)) if on_panel or not focused.edit.multiline else []


def _for_arrow(name: str, tree: Node, focused: Node) -> list[Command]:
    if focused.role is Role.SPIN:
        wanted = focused.increase if name in ("right", "up") else focused.decrease
        return [] if wanted is None else [wanted]
    cell = next_cell(tree, focused.key, name)
    if cell is not None:
        return [commands.FocusOn(cell)]
    option = input.beside(tree, focused.key, ARROWS[name], name)
    if option is not None:  # it is chosen at once: what moves the focus in a group of options also chooses
        return [commands.FocusOn(option.key), *press(option)]
    there = input.towards(tree, focused.key, name)
    if there == focused.key and name in ("up", "down"):
        moved = _read_on(tree, WHEEL_STEP if name == "down" else -WHEEL_STEP)
        return [] if moved is None else [moved]
    return [commands.FocusOn(there)]


def press(node: Node | None) -> list[Command]:
    """What pressing a control asks for."""
    if node is None or not node.enabled:
        return []
    if node.role is Role.TEXT_FIELD:
        return [commands.FocusOn(node.key)]
    if node.action is None:
        return []
    return [node.action, commands.SayNumber(node.changes)] if node.changes else [node.action]


def put_away(tree: Node) -> list[Command]:
    """What a click beside the panel asks for: what Escape does there, unless words would be lost that stand in it."""
    for name in keys.BACK.names:
        back = by_shortcut(tree, name)
        found = press(back) if back is not None else [does for key, does in tree.bindings if key == name]
        kept = any(isinstance(one, commands.Do) for command in found for one in commands.within(command))
        if found:
            return found if kept or not _holds_words(tree) else []
    return []


def _holds_words(tree: Node) -> bool:
    """Whether something is written on the panel; a word that is only sought does not count."""
    panel = next((node for node in walk(tree) if node.role is Role.DIALOG), tree)
    fields = (node for node in walk(panel) if node.edit is not None and not node.edit.form.endswith(SOUGHT))
    return any(node.value for node in fields)


def for_wheel(tree: Node, pos: tuple[int, int], clicks: float) -> list[Command]:
    """Scroll the innermost view under the pointer that can still move that way."""
    views = [node for node in walk(tree) if node.role is Role.SCROLL and node.rect.holds(*pos)]
    for node in reversed(views):
        moved = _scrolled(node, round(-clicks * WHEEL_STEP))
        if moved:
            return [moved]
    return []


def _paged(tree: Node, way: int) -> commands.ScrollTo | None:
    """A page on or back, where a view that fills most of the window can still move."""
    page = pages(tree)
    return _scrolled(page, round(way * page.rect.h * PAGE_PART)) if page is not None else None


def pages(tree: Node) -> Node | None:
    """The view that fills most of the window and hides a good part of what it holds, where there is one.

    Where news takes a strip of a table, the table can move a little: the keys of the game stay those of the game.
    """
    area = tree.rect.w * tree.rect.h
    views = (node for node in walk(tree) if node.role is Role.SCROLL and node.scrolled is not None)
    return next((one for one in views if one.rect.w * one.rect.h > area / 2 and _hidden(one) > HIDES), None)


def _hidden(view: Node) -> float:
    """How much of its height a view hides."""
    assert view.scrolled is not None
    return (view.scrolled.content - view.rect.h) / max(1, view.rect.h)


def _read_on(tree: Node, by: int) -> commands.ScrollTo | None:
    """Where no control lies further that way, the largest view moves: what is only text must be read too."""
    views = [node for node in walk(tree) if node.role is Role.SCROLL and node.scrolled is not None]
    largest = max(views, key=lambda node: node.rect.w * node.rect.h, default=None)
    return None if largest is None else _scrolled(largest, by)


def _scrolled(node: Node, by: int) -> commands.ScrollTo | None:
    if node.scrolled is None:
        return None
    offset = max(0, min(node.scrolled.offset + by, node.scrolled.content - node.rect.h))
    return commands.ScrollTo(node.key, offset) if offset != node.scrolled.offset else None


def for_request(kind: str, key: str, value: object, tree: Node) -> list[Command]:
    """What a screen reader asks for: press, focus, increase, decrease, set_value."""
    node = find(tree, key)
    if node is None or not node.enabled:
        return []
    if kind == "press":
        return [commands.FocusOn(key), *press(node)] if node in focusable(tree) else press(node)
    if kind == "focus":
        return [commands.FocusOn(key)]
    if kind in ("increase", "decrease"):
        wanted = node.increase if kind == "increase" else node.decrease
        return [] if wanted is None else [wanted]
    if kind == "set_value" and node.edit is not None and isinstance(value, str):
        return [commands.Put(Entry(node.edit.form), _as_typed(value, node.edit))]
    return []


def _as_typed(text: str, edit: Edit) -> str:
    """Only what could have been typed in the field."""
    words = clean(text, edit.multiline and not edit.unbroken)
    if edit.digits:
        words = "".join(char for char in words if char in "0123456789")
    return words[: edit.longest]
