"""The tree of nodes as a screen reader gets it, through AccessKit; and what a screen reader asks for.

Nothing here draws or decides. AccessKit calls from a thread of its own: what it asks becomes a ``Request``
that is posted to the app. Without AccessKit the app runs as before.
"""

import logging
import re
import sys
import time
from collections.abc import Callable
from typing import Any, NamedTuple

from tegenwicht.i18n import tr
from tegenwicht.ui.layout import Rect
from tegenwicht.ui.nodes import FOCUSABLE, Node, Role, find

log = logging.getLogger(__name__)

LANGUAGE = "nl"
SAYS_ALL = sys.platform in ("win32", "darwin")
"""Whether the platform passes on every value and state; AT-SPI only numbers, and no disabled button."""
LONGEST_WORD = 255
LONGEST_WAKING_SECONDS = 0.25
NO_BREAK_SPACE = "\u00a0"

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
_CELLS = {Role.CELL, Role.COLUMN_HEADER, Role.ROW_HEADER}
_MEMBERS = {
    Role.RADIO_GROUP: {Role.RADIO},
    Role.LIST: {Role.LIST_ITEM},
    Role.TABLE: {Role.ROW},
    Role.ROW: _CELLS,
}
_KEY_NAMES = {"return": "Enter", "escape": "Esc", "pageup": "PageUp", "pagedown": "PageDown"}
_WORD = re.compile(r"\s+|\S+\s*")


class Request(NamedTuple):
    """What a screen reader asks.

    kind: "press", "focus", "increase", "decrease"; "set_value" with a field's new text, or the number a
    spin must get; "select" with "anchor,caret" in characters, from the keys of a braille display; "awake",
    without a key, when someone begins to listen: the answer is ``Access.update``.
    """

    kind: str
    key: str
    value: str = ""


class Ids:
    """AccessKit's numbers for the keys of nodes: the same key has the same number for the whole run.

    0 is the window. ``part`` tells apart what shares a key: the lines of a text field, or nodes that got
    the same key by mistake, which AccessKit would not survive.
    """

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str], int] = {}
        self._names: list[tuple[str, str]] = [("", "")]

    def number(self, key: str, part: str = "") -> int:
        """The number of a key; a new one when it has none yet."""
        name = (key, part)
        if name not in self._numbers:
            self._names.append(name)
            self._numbers[name] = len(self._names) - 1
        return self._numbers[name]

    def window(self, key: str) -> None:
        """Say which key is the window's."""
        self._names[0] = (key, "")
        self._numbers[key, ""] = 0

    def key(self, number: int) -> str | None:
        """The key that has this number, or None."""
        return self._names[number][0] if 0 <= number < len(self._names) else None

    def line(self, number: int) -> int:
        """Which line of a text field has this number; 0 when it is no line."""
        part = self._names[number][1]
        return int(part.removeprefix("line")) if part.startswith("line") else 0


def again(text: str, previous: str) -> str:
    """``text`` as an announcement after ``previous``; when it is the same, with a silent difference.

    AccessKit announces a status only when its words change.
    """
    return text + NO_BREAK_SPACE if text == previous else text


def translate(tree: Node, focus: str, ids: Ids, caret: Caret = None) -> Any:
    """The whole tree as an ``accesskit.TreeUpdate``.

    Groups without a name only arrange what is inside, and are left out; so is what is inert. A focus that
    is not in the tree goes to the window, because AccessKit would not survive it.
    """
    return _Translation(focus, ids, caret).whole(tree)


class _Translation:
    """One pass over a tree. ``places``: a node's place in its list, row or table, and that one's own."""

    def __init__(self, focus: str, ids: Ids, caret: Caret) -> None:
        import accesskit

        self.kit: Any = accesskit
        self.focus, self.ids, self.caret = focus, ids, caret
        self.nodes: list[tuple[int, Any]] = []
        self.done: set[int] = set()
        self.places: dict[str, tuple[int, int]] = {}

    def whole(self, tree: Node) -> Any:
        self.ids.window(tree.key)
        self.add(tree)
        focused = self.ids.number(self.focus) if self.focus else 0
        update = self.kit.TreeUpdate(focused if focused in self.done else 0)
        update.tree = self.kit.Tree(0)
        update.tree.toolkit_name = "Tegenwicht"
        update.nodes.extend(self.nodes)
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
        return getattr(self.kit.Role, _ROLES.get(node.role) or node.role.name)

    def say(self, made: Any, node: Node) -> None:
        """What it is called, what it holds, and what is said about it."""
        if node.role is Role.TEXT:  # AccessKit takes the name of a label from its value
            made.set_value(" ".join(filter(None, (node.label, node.value))))
        else:
            if node.label:
                made.set_label(node.label)
            if node.value:
                made.set_value(node.value)
        if description := _description(node):
            made.set_description(description)
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
        if node.role is Role.WINDOW:
            made.set_language(LANGUAGE)
        elif node.role is Role.HEADING:
            made.set_level(max(1, node.level))
        elif node.role is Role.STATUS:
            made.set_live(self.kit.Live.POLITE)
        elif node.role is Role.DIALOG:
            made.set_modal()

    def allow(self, made: Any, node: Node) -> None:
        """What a screen reader may ask of it."""
        if not node.enabled:
            return
        can, field = self.kit.Action, node.edit is not None
        if node.role in FOCUSABLE and not node.untabbed:
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
        elif node.role in _CELLS:
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
            made.set_column_count(max((len(_members(row, _CELLS)) for row in members), default=0))
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


def _description(node: Node) -> str:
    """The description, after whatever the platform would not pass on."""
    parts = [node.description]
    if not SAYS_ALL:
        known = node.edit is not None or node.role is Role.TEXT
        number = "" if node.number is None else f"{node.number[0]:g}"
        button = node.role in (Role.BUTTON, Role.TOGGLE)
        parts = ["" if known or node.value == number else node.value, *parts]
        parts = [tr("Niet beschikbaar") if button and not node.enabled else "", *parts]
    return ". ".join(filter(None, parts))


def shortcut_name(key: str) -> str:
    """A key of ``ui.keys`` as a screen reader says it: "ctrl+z" becomes "Ctrl+Z"."""
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


class Shown(NamedTuple):
    """What is on the screen."""

    tree: Node
    focus: str
    caret: Caret = None


class Window(NamedTuple):
    """What is known of the window: whether it has the keyboard, and where its inside is on the desktop."""

    focused: bool = False
    inner: Rect | None = None


Handle = Callable[[], object]
Post = Callable[[Request], object]
First = Callable[[], tuple[Node, str, Caret]]


class Access:
    """The connection with screen readers, for one window. The app calls it from the main thread.

    On Linux, AccessKit asks for the first tree on its own thread, holding a lock that all its methods
    want; and those hold on to Python's lock while they wait. Called at that moment they would wait for
    ever (seen within a second of trying). So none is called before that tree has been handed over and
    ``_state`` is "awake"; which also means that nothing is built while nobody listens.
    """

    def __init__(self, handle: Handle, post: Post, first: First, platform: str = sys.platform) -> None:
        """Begin; on Windows and macOS the window must still be hidden.

        handle: gives the window as the system knows it; not asked on Linux.
        post: gets what a screen reader asks, on any thread: it posts an event and does nothing else.
        first: what is on the screen now; asked once, here.
        """
        self._post, self._platform, self._ids = post, platform, Ids()
        self._shown = Shown(*first())
        self._given: Shown | None = None
        self._window = self._told = Window()
        self._state = "asleep"
        self._adapter: Any = _adapter(platform, handle, self)

    def update(self, tree: Node, focus: str, caret: Caret = None) -> bool:
        """Say what is on the screen; nothing happens when that is the same. Whether something was sent."""
        self._shown = Shown(tree, focus, caret)
        if not self._is_awake():
            return False
        self._tell_window()
        if self._given == self._shown:
            return False
        update = translate(tree, focus, self._ids, caret)
        self._given = self._shown
        self._call("update_if_active", lambda: update)
        return True

    def window_focused(self, focused: bool) -> None:
        """Say whether the window has the keyboard."""
        self._window = self._window._replace(focused=focused)
        if self._is_awake():
            self._tell_window()

    def window_at(self, inner: Rect) -> None:
        """Say where on the desktop the inside of the window is. Else all places are those in the window."""
        self._window = self._window._replace(inner=inner)
        if self._is_awake():
            self._tell_window()

    def close(self) -> None:
        """Stop; before the window goes."""
        self._state, self._adapter = "closed", None

    def wake(self) -> Any:
        """For AccessKit: someone begins to listen, and this is the tree."""
        try:
            self._state = "waking"
            self._given, self._told = self._shown, Window()
            update = translate(self._given.tree, self._given.focus, self._ids, self._given.caret)
            self._post(Request("awake", ""))
        except Exception:
            log.exception("no tree for the screen reader")
            self._state = "closed"
            return None
        self._state = "awake"  # last: from here on AccessKit lets go of its lock without Python
        return update

    def sleep(self) -> None:
        """For AccessKit: nobody listens any more."""
        self._state = "asleep" if self._state == "awake" else self._state

    def asked(self, action: Any) -> None:
        """For AccessKit: pass on what a screen reader asks."""
        try:
            request = self._request(action)
            if request is not None:
                self._post(request)
        except Exception:
            log.exception("what the screen reader asked was lost")

    def _request(self, asked: Any) -> Request | None:
        key, kind = self._ids.key(asked.target), _kind(asked.action)
        if key is None or kind is None:
            return None
        data = asked.data[1] if asked.data else ""
        if kind == "select":
            return self._selection(key, data)
        return Request(kind, key, f"{data:g}" if isinstance(data, float) else str(data))

    def _selection(self, key: str, data: Any) -> Request | None:
        node = find(self._shown.tree, key)
        if node is None or not data:
            return None
        lines = split_lines(node.value)
        ends = ((self._ids.line(end.node), end.character_index) for end in (data.anchor, data.focus))
        return Request("select", key, ",".join(str(sum(map(len, lines[:line])) + at) for line, at in ends))

    def _is_awake(self) -> bool:
        """Whether AccessKit may be called. While it fetches the first tree, that is waited for."""
        end = time.monotonic() + LONGEST_WAKING_SECONDS
        while self._state == "waking" and time.monotonic() < end:
            time.sleep(0.001)
        return self._state == "awake"

    def _tell_window(self) -> None:
        (focused, inner), told, self._told = self._window, self._told, self._window
        if focused != told.focused and self._platform == "darwin":
            self._call("update_view_focus_state", focused)
        elif focused != told.focused and self._platform != "win32":  # there, AccessKit sees it for itself
            self._call("update_window_focus_state", focused)
        if inner is not None and inner != told.inner and self._platform not in ("darwin", "win32"):
            from accesskit import Rect as Bounds

            bounds = Bounds(inner.x, inner.y, inner.right, inner.bottom)
            self._call("set_root_window_bounds", bounds, bounds)

    def _call(self, method: str, *arguments: object) -> None:
        """Call AccessKit. When it breaks, the app goes on without."""
        if self._state != "awake":
            return
        worked, events = _survived(getattr(self._adapter, method), *arguments)
        if worked and events is not None:
            worked, _ = _survived(events.raise_events)
        if not worked:
            self.close()


def open_access(handle: Handle, post: Post, first: First, platform: str = sys.platform) -> Access | None:
    """An ``Access``, or None where AccessKit is not there or cannot connect."""
    worked, access = _survived(Access, handle, post, first, platform)
    return access if worked else None


def _survived(call: Callable[..., Any], *arguments: object) -> tuple[bool, Any]:
    """Whether a call worked, and what it gave. A panic inside AccessKit is no ``Exception``."""
    try:
        return True, call(*arguments)
    except BaseException as error:
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        log.warning("no screen reader: %r", error)
        return False, None


def _adapter(platform: str, handle: Handle, access: Access) -> Any:
    import accesskit

    kit: Any = accesskit
    if platform == "win32":
        return kit.windows.SubclassingAdapter(handle(), access.wake, access.asked)
    if platform == "darwin":
        kit.macos.add_focus_forwarder_to_window_class("SDLWindow")
        return kit.macos.SubclassingAdapter.for_window(handle(), access.wake, access.asked)
    return kit.unix.Adapter(access.wake, access.asked, access.sleep)


def _kind(action: Any) -> str | None:
    """The kind of request that an action becomes; None when nothing here answers it."""
    from accesskit import Action

    kinds = (
        (Action.CLICK, "press"),
        (Action.FOCUS, "focus"),
        (Action.INCREMENT, "increase"),
        (Action.DECREMENT, "decrease"),
        (Action.SET_VALUE, "set_value"),
        (Action.SET_TEXT_SELECTION, "select"),
    )
    return next((kind for known, kind in kinds if known == action), None)
