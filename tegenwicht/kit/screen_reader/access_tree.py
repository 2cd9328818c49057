"""The tree of nodes in AccessKit's words: roles, names, values, states, actions. A translation, nothing else."""

import re
import sys
from typing import Any, NamedTuple

from tegenwicht.kit.nodes import CELLS, REACHED, Node, Role
from tegenwicht.kit.tables import cell_names

SAYS_ALL = sys.platform in ("win32", "darwin")
"""Whether the platform passes on every value and state; AT-SPI only numbers, and no disabled button."""
LONGEST_WORD = 255
NO_BREAK_SPACE = "\u00a0"


class Spoken(NamedTuple):
    """What the translation itself says, in the program's words.

    unavailable: of a button that cannot be pressed now. language: a code, as "nl". program: its name.
    signs: what is said otherwise than it is written, and how: (("&", "and"),).
    """

    unavailable: str = "Unavailable"
    language: str = "en"
    program: str = ""
    signs: tuple[tuple[str, str], ...] = ()

    def aloud(self, words: str) -> str:
        """Words as a voice should say them."""
        for sign, said in self.signs:
            words = words.replace(sign, said)
        return words


Caret = tuple[int, int] | None
"""Where the selection in the focused text field begins, and where the caret stands; in characters."""

_ROLES = {
    Role.TEXT: "LABEL",
    Role.TOGGLE: "BUTTON",
    Role.RADIO: "RADIO_BUTTON",
    Role.SPIN: "SPIN_BUTTON",
    Role.TEXT_FIELD: "TEXT_INPUT",
    Role.SCROLL: "SCROLL_VIEW",
}
"""Where AccessKit has another name. A timer is no progress bar: readers beep or count with those."""
_AT_SPI_ROLES = {Role.RADIO_GROUP: "LIST_BOX"}
"""Where AT-SPI needs another. AccessKit makes a panel of a radio group, and gives no relations between radios: Orca then
says the name of the panel twice when one comes to it, and once more at every arrow. Of a list box it says the name and
the number of choices, once."""
_MEMBERS = {
    Role.RADIO_GROUP: {Role.RADIO},
    Role.LIST: {Role.LIST_ITEM},
    Role.TABLE: {Role.ROW},
    Role.ROW: CELLS,
}
_KEY_NAMES = {"return": "Enter", "escape": "Esc", "pageup": "PageUp", "pagedown": "PageDown"}
_WORD = re.compile(r"\s+|\S+\s*")


EVERYWHERE = "status"
"""The key of what is the same on every screen: a status that is only shown again has said nothing new."""


Name = tuple[str, str, str]
"""(screen, key, part) of what has a number."""


class Ids:
    """AccessKit's numbers for the keys of nodes: as long as a thing is on one screen it has the same number.

    On another screen it has another: the main button there is another button, and gets the focus anew. A
    number is never given twice: clients of AT-SPI keep what left the tree as dead, by its number, and say
    nothing of what comes under that number later. 0 is the window. ``part`` tells apart what shares a key: the
    lines of a text field, or nodes that got the same key by mistake, which AccessKit would not survive.
    """

    def __init__(self) -> None:
        self._screen = ""
        self._last = 0
        self._numbers: dict[Name, int] = {}
        self._names: dict[int, Name] = {0: ("", "", "")}

    def number(self, key: str, part: str = "") -> int:
        """The number of a key on this screen; a new one when it has none."""
        name = ("" if key == EVERYWHERE else self._screen, key, part)
        number = self._numbers.get(name)
        if number is None:
            number = self._last = self._last + 1
            self._numbers[name], self._names[number] = number, name
        return number

    def window(self, key: str, screen: str = "") -> None:
        """Say which key is the window's, and which screen it shows."""
        self._numbers.pop(self._names[0], None)
        self._screen = screen
        self._names[0] = (screen, key, "")
        self._numbers[screen, key, ""] = 0

    def keep(self, numbers: set[int]) -> None:
        """Forget all numbers but these, which are in the tree, and the window's."""
        self._names = {
            number: name for number, name in self._names.items() if number in numbers or not number
        }
        self._numbers = {name: number for number, name in self._names.items()}

    def key(self, number: int) -> str | None:
        """The key on this screen that has this number, or None."""
        screen, key, _ = self._names.get(number, ("", "", ""))
        return key if key and screen in ("", self._screen) else None

    def line(self, number: int) -> int:
        """Which line of a text field has this number; 0 when it is no line."""
        part = self._names.get(number, ("", "", ""))[2]
        return int(part.removeprefix("line")) if part.startswith("line") else 0


def again(text: str, previous: str) -> str:
    """``text`` as an announcement after ``previous``; when it is the same, with a silent difference.

    AccessKit announces a status only when its words change.
    """
    return text + NO_BREAK_SPACE if text == previous else text


def translate(tree: Node, focus: str, ids: Ids, caret: Caret = None, spoken: Spoken | None = None) -> Any:
    """The whole tree as an ``accesskit.TreeUpdate``.

    Groups without a name only arrange what is inside, and are left out; so is what is inert. A focus that
    is not in the tree goes to the window, because AccessKit would not survive it.
    """
    return _Translation(focus, ids, caret, spoken or Spoken()).whole(tree)


class _Translation:
    """One pass over a tree. ``places``: a node's place in its list, row or table, and that one's own; ``cells``: names."""

    def __init__(self, focus: str, ids: Ids, caret: Caret, spoken: Spoken) -> None:
        import accesskit

        self.kit: Any = accesskit
        self.focus, self.ids, self.caret, self.spoken = focus, ids, caret, spoken
        self.nodes: list[tuple[int, Any]] = []
        self.done: set[int] = set()
        self.places: dict[str, tuple[int, int]] = {}
        self.cells: dict[str, str] = {}

    def whole(self, tree: Node) -> Any:
        self.ids.window(tree.key, tree.label)
        self.cells = cell_names(tree)
        self.add(tree)
        focused = self.ids.number(self.focus) if self.focus else 0
        update = self.kit.TreeUpdate(focused if focused in self.done else 0)
        update.tree = self.kit.Tree(0)
        update.tree.toolkit_name = self.spoken.program
        update.nodes.extend(self.nodes)
        self.ids.keep({number for number, _ in self.nodes})
        return update

    def add(self, node: Node) -> list[int]:
        """Add a node and what it holds. Gives the numbers that its parent gets as children."""
        if node.inert:
            return []
        if _only_arranges(node):
            return self.children(node)
        number = self.free_number(node.key)
        made = self.kit.Node(self.role(node))
        self.say(made, node)
        self.stand(made, node)
        self.allow(made, node)
        self.place(made, node)
        children = self.lines(made, node) if node.edit else self.children(node)
        if children:
            made.set_children(children)
        self.nodes.append((number, made))
        return [number]

    def children(self, node: Node) -> list[int]:
        return [number for child in node.children for number in self.add(child)]

    def free_number(self, key: str) -> int:
        number, times = self.ids.number(key), 1
        while number in self.done:
            times += 1
            number = self.ids.number(key, f"again{times}")
        self.done.add(number)
        return number

    def role(self, node: Node) -> Any:
        if node.edit is not None and node.edit.multiline:
            return self.kit.Role.MULTILINE_TEXT_INPUT
        named = None if SAYS_ALL else _AT_SPI_ROLES.get(node.role)
        return getattr(self.kit.Role, named or _ROLES.get(node.role) or node.role.name)

    def say(self, made: Any, node: Node) -> None:
        """What it is called, what it holds, and what is said about it."""
        aloud = self.spoken.aloud
        if node.role is Role.TEXT:  # AccessKit takes the name of a label from its value
            made.set_value(aloud(" ".join(filter(None, (node.label, node.value)))))
        else:
            if name := self.cells.get(node.key, node.label):
                made.set_label(aloud(name))
            if node.value:
                made.set_value(node.value if node.edit else aloud(node.value))
        if description := _description(node, self.spoken.unavailable):
            made.set_description(aloud(description))
        if node.shortcuts:
            made.set_keyboard_shortcut(shortcut_name(node.shortcuts[0]))

    def stand(self, made: Any, node: Node) -> None:
        """How it stands, and what only its role has."""
        if not node.enabled:
            made.set_disabled()
        if node.pressed is not None:
            made.set_toggled(self.kit.Toggled.TRUE if node.pressed else self.kit.Toggled.FALSE)
        if node.number is not None:
            made.set_numeric_value(node.number[0])
            made.set_min_numeric_value(node.number[1])
            made.set_max_numeric_value(node.number[2])
        if (node.live or node.role is Role.STATUS) and (
            node.label or node.value
        ):  # no words would be said too
            made.set_live(self.kit.Live.POLITE)
        if node.role is Role.WINDOW:
            made.set_language(self.spoken.language)
        elif node.role is Role.HEADING:
            made.set_level(max(1, node.level))
        elif node.role is Role.DIALOG:
            made.set_modal()

    def allow(self, made: Any, node: Node) -> None:
        """What a screen reader may ask of it."""
        if not node.enabled:
            return
        can, field = self.kit.Action, node.edit is not None
        if node.role in REACHED and not node.untabbed:
            made.add_action(can.FOCUS)
        if node.action is not None and not field:  # a field's action sends it off: that is Enter, no press
            made.add_action(can.CLICK)
        if node.increase is not None:
            made.add_action(can.INCREMENT)
        if node.decrease is not None:
            made.add_action(can.DECREMENT)
        if field:
            made.add_action(can.SET_VALUE)
            made.add_action(can.SET_TEXT_SELECTION)

    def place(self, made: Any, node: Node) -> None:
        """Where it is: in the window, and among its like."""
        x, y, w, h = node.rect
        made.set_bounds(self.kit.Rect(x, y, x + w, y + h))
        at, above = self.places.get(node.key, (0, 0))
        if node.role in _MEMBERS:
            self.count(made, node, at)
        if node.role is Role.ROW:
            made.set_row_index(at)
        elif node.role in CELLS:
            made.set_row_index(above)
            made.set_column_index(at)
        elif node.key in self.places:
            made.set_position_in_set(at)

    def count(self, made: Any, node: Node, at: int) -> None:
        """How many members it has; remembers the place of each."""
        members = _members(node, _MEMBERS[node.role])
        self.places.update((member.key, (number, at)) for number, member in enumerate(members))
        if node.role is Role.TABLE:
            made.set_row_count(len(members))
            made.set_column_count(max((len(_members(row, CELLS)) for row in members), default=0))
        elif node.role is not Role.ROW:
            made.set_size_of_set(len(members))

    def lines(self, made: Any, node: Node) -> list[int]:
        """A field's text, a run for each line, and the caret in it. Gives the numbers of the runs."""
        lines = split_lines(node.value)
        numbers = [self.ids.number(node.key, f"line{at}") for at in range(len(lines))]
        for number, line in zip(numbers, lines, strict=True):
            run = self.kit.Node(self.kit.Role.TEXT_RUN)
            run.set_value(line)
            run.set_character_lengths([len(character.encode()) for character in line])
            run.set_word_lengths(word_lengths(line))
            self.nodes.append((number, run))
        if self.caret is not None and node.key == self.focus:
            places = [line_and_column(lines, at) for at in self.caret]
            ends = [self.kit.TextPosition(numbers[line], column) for line, column in places]
            made.set_text_selection(self.kit.TextSelection(*ends))
        return numbers


def _only_arranges(node: Node) -> bool:
    """A group that says nothing: its children stand for themselves."""
    return node.role is Role.GROUP and not (node.label or node.value or node.description)


def _members(node: Node, roles: set[Role]) -> list[Node]:
    """What a list, group, table or row counts as its own, not what a list inside it holds."""
    found: list[Node] = []
    for child in node.children:
        if child.role in roles and not child.inert:
            found.append(child)
        elif child.role not in _MEMBERS and not child.inert:
            found += _members(child, roles)
    return found


def _description(node: Node, unavailable: str) -> str:
    """The description, after whatever the platform would not pass on."""
    parts = [node.description]
    if not SAYS_ALL:
        known = node.edit is not None or node.role is Role.TEXT
        number = None if node.number is None else f"{node.number[0]:g}"
        button = node.role in (Role.BUTTON, Role.TOGGLE)
        told = (
            number is not None and node.value.partition(" ")[0] == number
        )  # "3 stenen": the number is passed on
        parts = ["" if known or told else node.value, *parts]
        parts = [unavailable if button and not node.enabled else "", *parts]
    return ". ".join(filter(None, parts))


def shortcut_name(key: str) -> str:
    """A key, as ``input.key_name`` writes it, as a screen reader says it: "ctrl+z" becomes "Ctrl+Z"."""
    front, plus, last = key.rpartition("+")
    if not last:  # the key + itself
        front, last = front.rstrip("+"), plus
    named = _KEY_NAMES.get(last) or last.capitalize()
    return "+".join([*(part.capitalize() for part in front.split("+") if part), named])


def split_lines(text: str) -> list[str]:
    """The lines, each with the newline that ends it; after a last newline an empty one."""
    lines = text.split("\n")
    return [f"{line}\n" for line in lines[:-1]] + lines[-1:]


def word_lengths(line: str) -> list[int]:
    """How many characters each word has, with the spaces after it; in pieces, for each must fit in a byte."""
    lengths = []
    for word in _WORD.findall(line):
        whole, left = divmod(len(word), LONGEST_WORD)
        lengths += [LONGEST_WORD] * whole + [left] * (left > 0)
    return lengths


def line_and_column(lines: list[str], at: int) -> tuple[int, int]:
    """On which line a place in the text is, and how far; past the end is the end."""
    at = max(0, at)
    for number, line in enumerate(lines[:-1]):
        if at < len(line):
            return number, at
        at -= len(line)
    return len(lines) - 1, min(at, len(lines[-1]))
