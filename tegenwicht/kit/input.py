"""From keys and pointer to nodes of the tree: which one is meant. Pure lookups."""

import pygame

from tegenwicht.kit.nodes import CELLS, FOCUSABLE, Node, Role, focusable, walk
from tegenwicht.kit.tables import cell_stops

_NAMES = {
    pygame.K_KP_ENTER: "return",
    pygame.K_KP_PLUS: "+",
    pygame.K_KP_MINUS: "-",
    pygame.K_KP_PERIOD: ".",
}
_WITHOUT_NUM_LOCK = {
    pygame.K_KP_0: pygame.K_INSERT, pygame.K_KP_1: pygame.K_END, pygame.K_KP_2: pygame.K_DOWN,
    pygame.K_KP_3: pygame.K_PAGEDOWN, pygame.K_KP_4: pygame.K_LEFT, pygame.K_KP_5: pygame.K_CLEAR,
    pygame.K_KP_6: pygame.K_RIGHT,
    pygame.K_KP_7: pygame.K_HOME, pygame.K_KP_8: pygame.K_UP, pygame.K_KP_9: pygame.K_PAGEUP,
    pygame.K_KP_PERIOD: pygame.K_DELETE,
}  # fmt: skip
"""What is printed below the digits of the number pad. Below the 5 that is nothing, and no program listens to Clear."""


_LETTERS = {pygame.KSCAN_A + at: chr(ord("a") + at) for at in range(26)}
_DIGITS = {pygame.KSCAN_1 + at: str((at + 1) % 10) for at in range(10)}
"""What a keyboard for English has at these places."""
_SIGNS = {"+", "-", "=", "."}
"""What some keyboards type at the place of a digit, and programs use as it is."""
_COMMAND = pygame.KMOD_CTRL | pygame.KMOD_META


def meant(event: pygame.event.Event) -> pygame.event.Event:
    """The event, with the key that was meant in the place of one that nothing listens to.

    With NumLock off a key of the number pad is the arrow, page or Delete below its digit: SDL names it after the
    digit either way; off, it types nothing. (A Mac has no NumLock, and types.) With Ctrl the key of another
    script is the letter that a keyboard for English has there.
    """
    if event.type not in (pygame.KEYDOWN, pygame.KEYUP):
        return event
    key = event.key
    if key in _WITHOUT_NUM_LOCK and not event.mod & pygame.KMOD_NUM and not getattr(event, "unicode", ""):
        key = _WITHOUT_NUM_LOCK[key]
    elif event.mod & _COMMAND and 0x7F < key < 1 << 30:
        key = ord(_at_its_place(event, chr(key)))
    return event if key == event.key else pygame.event.Event(event.type, event.dict | {"key": key})


def _is_a_mere_sign(typed: str) -> bool:
    """Whether Shift with a digit typed something that nothing listens to, as "!" where others type 1."""
    return len(typed) == 1 and typed not in _SIGNS and not (typed.isalnum() and typed.isascii())


def _at_its_place(event: pygame.event.Event, sign: str) -> str:
    """The sign of a key; or what stands at its place on a keyboard for English, where the sign is no use.

    That is a digit that needs Shift here, as on a Belgian keyboard, or a letter of another script.
    """
    place = getattr(event, "scancode", 0)
    if (
        place in _DIGITS
        and not event.mod & pygame.KMOD_SHIFT
        and not (sign in _SIGNS or (sign.isalnum() and sign.isascii()))
    ):
        return _DIGITS[place]
    return _LETTERS.get(place, sign) if len(sign) == 1 and not sign.isascii() else sign


def key_name(event: pygame.event.Event) -> str:
    """A key press in words: "w", "ctrl+z", "shift+tab", "shift+1", "+", "pagedown"."""
    event = meant(event)
    name = _NAMES.get(event.key) or pygame.key.name(event.key)
    name = name.replace(" ", "")
    if name.startswith("[") and name.endswith("]") and len(name) == 3:
        name = name[1]  # the number pad
    ctrl = event.mod & _COMMAND
    if event.mod & pygame.KMOD_ALT:
        return f"alt+{name}"
    typed = getattr(event, "unicode", "")
    place = getattr(event, "scancode", 0)
    if not ctrl and event.mod & pygame.KMOD_SHIFT and place in _DIGITS and _is_a_mere_sign(typed):
        return f"shift+{_DIGITS[place]}"
    if not ctrl and len(typed) == 1 and typed.isprintable() and not typed.isspace():
        return _at_its_place(event, typed).lower()
    shift = "shift+" if event.mod & pygame.KMOD_SHIFT and name not in ("=", "+") else ""
    return f"{'ctrl+' if ctrl else ''}{shift}{name}"


def stops(tree: Node, focus: str) -> list[str]:
    """The keys of what Tab stops at, in order: of the options in a radio group only one, for arrows choose there;
    of a table one cell.

    That is the one with the focus, else the chosen one, else the first. What has the focus stays a stop when it
    cannot be used any more.
    """
    cells = cell_stops(tree, focus)
    reach = [
        node
        for node in walk(tree)
        if (node.role in FOCUSABLE and not node.untabbed) or (node.role in CELLS and node.key in cells)
    ]
    passed = {key for group in radio_groups(tree) for key in _passed(group, focus)}
    return [node.key for node in reach if (node.enabled and node.key not in passed) or node.key == focus]


def _passed(group: list[Node], focus: str) -> set[str]:
    """What Tab passes over in a group of options."""
    keys = [node.key for node in group]
    chosen = [node.key for node in group if node.pressed]
    stop = focus if focus in keys else (chosen or keys or [""])[0]
    return {*keys} - {stop}


def radio_groups(tree: Node) -> list[list[Node]]:
    """The options that can be chosen, group by group."""
    groups = [node for node in walk(tree) if node.role is Role.RADIO_GROUP]
    return [[node for node in walk(group) if node.role is Role.RADIO and node.enabled] for group in groups]


def beside(tree: Node, focus: str, by: int, way: str = "") -> Node | None:
    """The next (+1) or previous (-1) option of the group that has the focus, round and round; None elsewhere.

    way: "up" and "down" lead to the option above or below, where the group stands in rows and columns.
    """
    for group in radio_groups(tree):
        keys = [node.key for node in group]
        if focus in keys and len(keys) > 1:
            at = keys.index(focus)
            return _in_column(group, group[at], way) or group[(at + by) % len(keys)]
    return None


def _in_column(group: list[Node], here: Node, way: str) -> Node | None:
    """The nearest option straight above or below; None where the way is sideways, or all stand in one column or row."""
    if way not in ("up", "down") or len({one.rect.x for one in group}) == 1:
        return None
    if len({one.rect.y for one in group}) == 1:
        return None
    rows = [one for one in group if one.rect.x < here.rect.right and here.rect.x < one.rect.right]
    further = [
        one for one in rows if (one.rect.y > here.rect.y) == (way == "down") and one.rect.y != here.rect.y
    ]
    return min(further, key=lambda one: abs(one.rect.y - here.rect.y), default=here)


def step(tree: Node, focus: str, by: int) -> str:
    """The key of the next (+1) or previous (-1) stop, round and round."""
    keys = stops(tree, focus)
    if not keys:
        return ""
    if focus not in keys:
        return keys[0] if by > 0 else keys[-1]
    return keys[(keys.index(focus) + by) % len(keys)]


def first_focus(tree: Node) -> str:
    """Where the focus begins: the node marked first, else the primary button, else the first control."""
    controls = focusable(tree)
    marked = [node for node in controls if node.first] or [node for node in controls if node.primary]
    return (marked or controls)[0].key if controls else ""


def primary(tree: Node) -> Node | None:
    """The control that Enter presses when the focus is on none."""
    return next((node for node in focusable(tree) if node.primary), None)


def towards(tree: Node, focus: str, direction: str) -> str:
    """The nearest control to the "left", "right", "up" or "down" of the focus; else the focus itself."""
    controls = focusable(tree)
    here = next((node for node in controls if node.key == focus), None)
    if here is None:
        return first_focus(tree)
    away = {node.key: _distance(here, node, direction) for node in controls if node is not here}
    reachable = {key: far for key, far in away.items() if far is not None}
    if direction in ("left", "right"):
        beside = {key: far for key, far in reachable.items() if key in _of_its_row(tree, here)}
        reachable = beside or reachable
    return min(reachable, key=lambda key: reachable[key]) if reachable else focus


def _of_its_row(tree: Node, here: Node) -> set[str]:
    """What stands in the same group as a control, beside it: a row goes on to its end before what scrolls behind it."""
    group = next((one for one in walk(tree) if one.role is Role.GROUP and here in one.children), None)
    row = group.children if group is not None else ()
    return {one.key for one in row if one.rect.y < here.rect.bottom and here.rect.y < one.rect.bottom}


def _distance(here: Node, there: Node, direction: str) -> float | None:
    """How far in that direction, a step aside counting double; None when it lies elsewhere."""
    (x0, y0), (x1, y1) = here.rect.centre, there.rect.centre
    ahead = {"left": x0 - x1, "right": x1 - x0, "up": y0 - y1, "down": y1 - y0}[direction]
    if direction in ("left", "right"):
        overlap = min(here.rect.bottom, there.rect.bottom) - max(here.rect.y, there.rect.y)
        aside = abs(y1 - y0)
        beyond = there.rect.x >= here.rect.right or there.rect.right <= here.rect.x
    else:
        overlap = min(here.rect.right, there.rect.right) - max(here.rect.x, there.rect.x)
        aside = abs(x1 - x0)
        beyond = there.rect.y >= here.rect.bottom or there.rect.bottom <= here.rect.y
    if ahead <= 0 or not beyond:
        return None
    return ahead + (0 if overlap > 0 else 2 * aside)
