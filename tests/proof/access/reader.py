"""What AT-SPI really gives to a screen reader, in a real window, compared with the tree node by node.

On Linux, under Xvfb with a session bus of its own. What Windows and macOS pass on is for people to try.
"""

import re
import sys
import time
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from tegenwicht.gallery import states as screens
from tegenwicht.kit.nodes import Node, Role, find, focusable, walk
from tegenwicht.kit.screen_reader.access_tree import _description, _only_arranges
from tegenwicht.kit.screen_reader.announcing import Announcing, Shown, speaks
from tegenwicht.kit.tables import cell_names
from tegenwicht.screens.shell.spoken import spoken
from tests.proof.access.base import Finding
from tests.proof.access.child import FIRST, SIZE, caret_of, model_of
from tests.screens import desktop
from tests.screens.desktop import PATIENCE_SECONDS, Desk, Program, Reader, Seen

TEXT = 100
MOMENTS = 10.0
"""More than any words are kept back."""
ROLES = {
    Role.WINDOW: "frame", Role.GROUP: "panel", Role.DIALOG: "dialog", Role.HEADING: "heading", Role.TEXT: "label",
    Role.BUTTON: "push button", Role.TOGGLE: "toggle button", Role.CHECK_BOX: "check box",
    Role.RADIO_GROUP: "list box", Role.RADIO: "radio button", Role.SPIN: "spin button", Role.TEXT_FIELD: "entry",
    Role.LIST: "list", Role.LIST_ITEM: "list item", Role.TABLE: "table", Role.ROW: "table row",
    Role.CELL: "table cell", Role.COLUMN_HEADER: "column header", Role.ROW_HEADER: "row header",
    Role.IMAGE: "image", Role.ARTICLE: "article", Role.TIMER: "timer", Role.STATUS: "status bar", Role.SCROLL: "panel",
}  # fmt: skip
CELLS = (Role.CELL, Role.COLUMN_HEADER, Role.ROW_HEADER)
STATES = {Role.TOGGLE: "pressed", Role.CHECK_BOX: "checked", Role.RADIO: "checked"}


class Expected(NamedTuple):
    """A node as a screen reader should get it."""

    depth: int
    node: Node
    name: str


class Compared:
    """What was looked at and what differed, by the kind of thing."""

    def __init__(self) -> None:
        self.looked: dict[str, int] = {}
        self.faults: dict[str, list[str]] = {}

    def see(self, kind: str, good: bool, what: str) -> None:
        """One thing more."""
        self.looked[kind] = self.looked.get(kind, 0) + 1
        found = self.faults.setdefault(kind, [])
        if not good:
            found.append(what)

    def findings(self) -> dict[str, Finding]:
        """By kind."""
        return {
            f"at-spi {kind}": Finding(
                count, "knopen via AT-SPI", f"{len(self.faults[kind])} verschillen", tuple(self.faults[kind])
            )
            for kind, count in self.looked.items()
        }


def expected(tree: Node) -> list[Expected]:
    """What of a tree should arrive, in reading order."""
    return list(_expected(tree, 1, cell_names(tree)))


def _expected(node: Node, depth: int, cells: dict[str, str]) -> Iterator[Expected]:
    if node.inert:
        return
    arranges = _only_arranges(node)
    if not arranges:
        both = node.role is Role.TEXT
        name = " ".join(filter(None, (node.label, node.value))) if both else cells.get(node.key, node.label)
        yield Expected(depth, node, spoken().aloud(name))
    for child in () if node.edit else node.children:
        yield from _expected(child, depth + (not arranges), cells)


def compare(name: str, wanted: list[Expected], seen: list[Seen], focus: str, into: Compared) -> None:
    """Node by node: order, role, name, description, number, state, place, actions, text."""
    order = [(one.depth, ROLES[one.node.role], one.name) for one in wanted]
    got = [(one["depth"], one["role"], one["name"]) for one in seen]
    into.see("volgorde", order == got, f"{name}: {_first_difference(order, got)}")
    if len(order) != len(got):
        return
    for key, good in _tables(wanted, seen):
        into.see("tabel", good, f"{name}, {key}: andere rijen of cellen")
    for one, other in zip(wanted, seen, strict=True):
        _compare_node(f"{name}, {one.node.key}", one, other, one.node.key == focus, into)


def _table(node: Node) -> list[list[str]]:
    """The roles of the cells of a table, row by row."""
    rows = [one for one in walk(node) if one.role is Role.ROW]
    return [[ROLES[cell.role] for cell in walk(row) if cell.role in CELLS] for row in rows]


def _tables(wanted: list[Expected], seen: list[Seen]) -> Iterator[tuple[str, bool]]:
    """By table, whether its rows have the cells and headers that they should have."""
    for at, one in enumerate(wanted):
        if one.node.role is Role.TABLE:
            rows: list[list[str]] = []
            for other in seen[at + 1 :]:
                if other["depth"] <= one.depth:
                    break
                if other["role"] == "table row":
                    rows.append([])
                elif other["role"] in {ROLES[role] for role in CELLS} and rows:
                    rows[-1].append(other["role"])
            yield one.node.key, rows == _table(one.node)


def _first_difference(one: list[Any], other: list[Any]) -> str:
    pairs = (f"verwacht {a}, gekregen {b}" for a, b in zip(one, other, strict=False) if a != b)
    return next(pairs, f"{len(one)} verwacht, {len(other)} gekregen")


def _compare_node(where: str, one: Expected, other: Seen, focused: bool, into: Compared) -> None:
    node, states = one.node, set(other["states"])
    named = (other["role"], other["name"]) == (ROLES[node.role], one.name)
    into.see("rol en naam", named, f"{where}: {other['role']} {other['name']!r}")
    told = spoken().aloud(_description(node, spoken().unavailable))
    into.see(
        "beschrijving", other["description"] == told, f"{where}: {other['description']!r}, niet {told!r}"
    )
    if node.number is not None:
        into.see("waarde", other.get("number") == list(node.number), f"{where}: {other.get('number')}")
    if node.edit is not None:
        into.see("tekst", other.get("text") == node.value, f"{where}: {other.get('text')!r}")
    if node.pressed is not None:
        into.see("stand", (STATES[node.role] in states) == node.pressed, f"{where}: {sorted(states)}")
    if focused or "focused" in states:
        into.see("focus", focused == ("focused" in states), f"{where}: {sorted(states)}")
    can = node.enabled and node.action is not None and node.edit is None
    into.see("acties", can <= bool(other.get("actions")), f"{where}: {other.get('actions')}")
    if "place" in other and node.role is not Role.WINDOW:
        size = [node.rect.w, node.rect.h]
        into.see("plaats", _inside(other["place"][2:], size), f"{where}: {other['place']}, niet {size}")


def _inside(got: list[int], wanted: list[int]) -> bool:
    """What scrolling cuts off may be told smaller."""
    return all(g <= w + 1 for g, w in zip(got, wanted, strict=True))


class Said:
    """What of the screens that are shown one after the other is said, and when, by the program's own rule."""

    def __init__(self, first: Shown) -> None:
        """first: what a screen reader finds; nothing of it is said by itself."""
        self._announcing = Announcing()
        self._announcing.sent_all(first)
        self._seconds = 0.0

    def of(self, shown: Shown) -> Node:
        """The tree as it has been sent when everything of it has been said."""
        self._seconds += MOMENTS
        tree = shown[0]
        while (given := self._announcing.next(shown, self._seconds)) is not None:
            tree, self._seconds = given[0], self._seconds + MOMENTS
        return tree


def unheard(tree: Node, sent: Node, focus: str, before: Node) -> list[str]:
    """The sentences of what speaks in a tree that are neither in what was sent to be said nor said with the focus.

    before: the tree that was heard before it; what spoke there and still stands is not said once more.
    """
    node = find(tree, focus)
    groups = (one.label for one in walk(tree) if one.role is Role.RADIO_GROUP and node in walk(one))
    with_focus = () if node is None else (node.label, node.value, node.description, *groups)
    spoken = (one.label for one in (*walk(sent), *_still(tree, before)) if speaks(one))
    told = _signs(" ".join((*with_focus, *spoken)))
    wanted = (part for one in walk(tree) if speaks(one) for part in re.split(r"[.:?!”]", one.label))
    return [part for part in wanted if _signs(part) not in told]


def _still(tree: Node, before: Node) -> list[Node]:
    """What stands in a tree as it stood before."""
    words = {one.key: one.label for one in walk(before)}
    return [one for one in walk(tree) if words.get(one.key) == one.label]


def _signs(words: str) -> str:
    return "".join(filter(str.isalnum, words))


class Ears:
    """A window that shows the screens, and a reader beside it."""

    def __init__(self, desk: Desk) -> None:
        self.window: Program = desk.start([sys.executable, "-m", "tests.proof.access.child"])
        self.window.expect("open")
        self.reader: Reader = desk.reader()
        model, tree = screens.built(screens.all_screens()[FIRST], SIZE)
        self.arrived(tree.label, len(expected(tree)), set())
        self.said, self.before = Said((tree, model.focus, None)), tree

    def read(self, name: str) -> "Read":
        """What should arrive of a screen, and what arrives."""
        line = f"{SIZE[0]}x{SIZE[1]}|{TEXT}|{name}"
        model, tree = model_of(line)
        self.reader.forget()
        self.window.say(line)
        self.window.expect(f"shown {line}")
        sent = self.said.of((tree, model.focus, caret_of(tree, model.focus)))
        wanted = expected(sent)
        said = {one.name for one in wanted if speaks(one.node)}
        focus = model.focus if list(focusable(tree)) else tree.key  # for the room there is nothing to press
        status = next((one.name for one in wanted if one.node.role is Role.STATUS), "")
        seen = self.arrived(tree.label, len(wanted), said)
        before, self.before = self.before, tree
        return Read(wanted, seen, focus, status, unheard(tree, sent, model.focus, before))

    def heard(self, words: str) -> bool:
        """Whether this was announced."""
        try:
            self.reader.hear("object:announcement", words)
        except AssertionError:
            return False
        return True

    def arrived(self, title: str, count: int, said: set[str]) -> list[Seen]:
        """The tree, as soon as it has that title and as many nodes, and what is said, which comes a moment later.

        Or what there is when patience ends.
        """
        end, seen = time.monotonic() + PATIENCE_SECONDS, list[Seen]()
        while time.monotonic() < end:
            try:
                seen = [node for node in self.reader.tree() if node["role"] != "application"]
            except LookupError:  # a node that was just replaced
                continue
            names = {node["name"] for node in seen}
            if seen and seen[0]["name"] == title and len(seen) == count and said <= names:
                break
            time.sleep(0.1)
        return seen


class Read(NamedTuple):
    """A screen as it should be read and as it is; ``focus``: what has it, ``status``: what is announced, nothing when the
    other window says it, ``unheard``: what would have to be said too."""

    wanted: list[Expected]
    seen: list[Seen]
    focus: str
    status: str
    unheard: list[str]


def heard(names: Iterable[str]) -> dict[str, Finding]:
    """Every screen with one of these names, as a screen reader gets it. Empty where there is no desktop."""
    if desktop.missing():
        return {}
    into = Compared()
    with desktop.desktop() as desk:
        ears = Ears(desk)
        for name in names:
            read = ears.read(name)
            compare(name, read.wanted, read.seen, read.focus, into)
            if read.status:
                into.see("status", ears.heard(read.status), f"{name}: niet gehoord")
                into.see("status", not read.unheard, f"{name}: niet gezegd: {read.unheard}")
            into.see("titel", bool(read.seen) and read.seen[0]["name"].endswith("Tegenwicht"), name)
    return into.findings()
