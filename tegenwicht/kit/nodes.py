"""The one tree for eyes, keys and ears. A scene makes it; painting, mouse, keys, AccessKit and tests read it.

Pure data and lookups: nothing here draws, waits or knows what a command does.
"""

from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import Any, NamedTuple

from tegenwicht.kit.command import Command
from tegenwicht.kit.ops import Colour, Op
from tegenwicht.kit.rect import Rect


class Role(StrEnum):
    """What a node is, for a screen reader. Names follow AccessKit's."""

    WINDOW = "window"
    GROUP = "group"
    DIALOG = "dialog"
    HEADING = "heading"
    TEXT = "text"
    BUTTON = "button"
    TOGGLE = "toggle"
    CHECK_BOX = "check box"
    RADIO_GROUP = "radio group"
    RADIO = "radio"
    SPIN = "spin"
    TEXT_FIELD = "text field"
    LIST = "list"
    LIST_ITEM = "list item"
    TABLE = "table"
    ROW = "row"
    CELL = "cell"
    COLUMN_HEADER = "column header"
    ROW_HEADER = "row header"
    IMAGE = "image"
    TIMER = "timer"
    STATUS = "status"
    SCROLL = "scroll"
    ARTICLE = "article"


FOCUSABLE = {Role.ARTICLE, Role.BUTTON, Role.TOGGLE, Role.CHECK_BOX, Role.RADIO, Role.SPIN, Role.TEXT_FIELD}
CELLS = {Role.CELL, Role.COLUMN_HEADER, Role.ROW_HEADER}
REACHED = FOCUSABLE | CELLS
"""What can have the focus: controls, and the cells of a table, in which arrows go about."""


OVER = 9
"""The layer from which things are drawn over the ring of the focus."""


class Scrolled(NamedTuple):
    """A view on something higher: ``offset`` of ``content`` pixels are above the view.

    bar, thumb: how wide its bar at the right is, and how high the part of it that can be dragged; in pixels.
    """

    offset: int
    content: int
    bar: int = 0
    thumb: int = 0


class Place(NamedTuple):
    """Somewhere a thing may be let fall: the key of a node, and the command that it means."""

    node: str
    command: Command


class Drag(NamedTuple):
    """That a thing lifts under the pointer, and may be dragged where ``places`` says. There is another way as well.

    along: the keys of what is on it and goes along. stays: it is still there then, as a pile of which the card that
    lies on top is taken. shows: ops of what is carried in its place, the first with its place. lift: how many times
    larger it is under the pointer.
    """

    places: tuple[Place, ...] = ()
    along: tuple[str, ...] = ()
    stays: bool = False
    shows: tuple[Any, ...] = ()
    lift: float = 1.04


class Edit(NamedTuple):
    """A text field: the form entry its text goes to, and how long it may be (characters).

    inside: where the text goes; font_px: how large it is. Both for the live element. unbroken: one line of
    text, shown on several rows: Enter begins no new one. paper: what it is written on, where that is not what the
    theme writes on. weight: of its letters, where the words beside it are not running text.
    """

    form: str
    longest: int
    multiline: bool = False
    digits: bool = False
    font_px: int = 24
    inside: Rect = Rect(0, 0, 0, 0)
    unbroken: bool = False
    paper: Colour | None = None
    weight: str = "regular"


class Key(NamedTuple):
    """A key that does what a control does. names: what presses it, as ``input.key_name`` writes it; shown: its sign."""

    names: tuple[str, ...]
    shown: str


class Node(NamedTuple):
    """One thing on the screen.

    key: the same for the same thing from one tree to the next.
    label: its accessible name, which is the word on it. value: what it holds, in words.
    number: (now, least, most) of a spin or a timer.
    action, increase, decrease: commands, or None.
    shortcuts: keys that do the action. bindings: (key, command) pairs for others: on the window, or what a key
    does as long as this has the focus.
    pressed: state of a toggle, check box or radio; None for the rest.
    live: a screen reader says it by itself when it changes.
    changes: the key of the number that a button makes more or less.
    drag: how it answers a pointer; what is dragged can also be done without.
    presses: the key of the control that a pointer presses through it, as through the dish that a number stands under.
    inert: shown, but out of reach (behind a dialog). untabbed: for the pointer; Tab passes it over.
    layer: what it is drawn over or under, with all it holds: the higher later, whatever the reading order; from
    ``OVER`` also over the ring of the focus. corner: how round its corners are, in pixels, for that ring.
    rings: its own ops show that it has the focus, as of a card that leans.
    ops: what the eye sees (kit/ops.py), drawn before the children.
    """

    key: str
    role: Role
    rect: Rect
    label: str = ""
    value: str = ""
    description: str = ""
    number: tuple[float, float, float] | None = None
    action: Command | None = None
    increase: Command | None = None
    decrease: Command | None = None
    shortcuts: tuple[str, ...] = ()
    bindings: tuple[tuple[str, Command], ...] = ()
    enabled: bool = True
    pressed: bool | None = None
    primary: bool = False
    first: bool = False
    inert: bool = False
    untabbed: bool = False
    level: int = 0
    live: bool = False
    edit: Edit | None = None
    scrolled: Scrolled | None = None
    changes: str = ""
    drag: Drag | None = None
    presses: str = ""
    layer: int = 0
    corner: int = 0
    rings: bool = False
    ops: tuple[Op, ...] = ()
    children: tuple["Node", ...] = ()


def walk(node: Node) -> Iterator[Node]:
    """The node and everything below it that is in reach, in reading order."""
    left = [node]
    while left:
        one = left.pop()
        if not one.inert:
            yield one
            left.extend(reversed(one.children))


def find(tree: Node, key: str) -> Node | None:
    """The node with that key, in reach."""
    return next((node for node in walk(tree) if node.key == key), None)


def focusable(tree: Node) -> list[Node]:
    """What Tab reaches, in order: enabled controls."""
    return [node for node in walk(tree) if node.role in FOCUSABLE and node.enabled and not node.untabbed]


def path_to(tree: Node, key: str) -> list[Node]:
    """From the top down to the node with that key; empty where that is not in reach."""
    if tree.inert:
        return []
    if tree.key == key:
        return [tree]
    return next(([tree, *below] for one in tree.children if (below := path_to(one, key))), [])


def scrolls_around(tree: Node, key: str) -> list[Node]:
    """The scrolling views that hold a node, outermost first."""
    return [node for node in path_to(tree, key)[:-1] if node.role is Role.SCROLL]


def touched(tree: Node, x: int, y: int) -> Node | None:
    """What a pointer takes hold of under a pixel: the topmost control, or a thing that can be dragged and is none."""
    found = _topmost(
        tree, x, y, lambda node: node.role in FOCUSABLE or node.drag is not None or bool(node.presses)
    )
    return find(tree, found.presses) if found is not None and found.presses and found.drag is None else found


def _topmost(node: Node, x: int, y: int, answers: Callable[[Node], bool]) -> Node | None:
    if node.inert or (node.role is Role.SCROLL and not node.rect.holds(x, y)):
        return None
    found = next(
        (hit for child in reversed(node.children) if (hit := _topmost(child, x, y, answers)) is not None),
        None,
    )
    return found or (node if answers(node) and node.rect.holds(x, y) else None)


def by_shortcut(tree: Node, key: str) -> Node | None:
    """The enabled control that a key presses."""
    return next((node for node in walk(tree) if key in node.shortcuts and node.enabled), None)


def with_own_keys(tree: Node) -> Node:
    """The tree in which no two nodes have the same key: what comes later gets a number."""
    keys: list[str] = []
    _all_keys(tree, keys)
    return tree if len(set(keys)) == len(keys) else _with_own_keys(tree, set())


def _all_keys(node: Node, keys: list[str]) -> None:
    keys.append(node.key)
    for child in node.children:
        _all_keys(child, keys)


def _with_own_keys(node: Node, seen: set[str]) -> Node:
    key, number = node.key, 2
    while key in seen:
        key, number = f"{node.key}#{number}", number + 1
    seen.add(key)
    children = tuple(_with_own_keys(child, seen) for child in node.children)
    if key is node.key and all(a is b for a, b in zip(children, node.children, strict=True)):
        return node
    return node._replace(key=key, children=children)
