"""What a screen reader gets from our tree of nodes, and how what it asks comes back.

First without one: the tree as AccessKit takes it. Then with a real window on a real accessibility bus.
"""

import gc
import os
import sys
import types
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any, NamedTuple
from weakref import ref

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tegenwicht.kit.nodes import Edit, Node, Role
from tegenwicht.kit.rect import Rect
from tegenwicht.kit.screen_reader import access_tree as access_tree_module
from tegenwicht.kit.screen_reader.access import (
    Access,
    Request,
    again,
    open_access,
)
from tegenwicht.kit.screen_reader.access_tree import (
    Ids,
    line_and_column,
    shortcut_name,
    split_lines,
    translate,
    word_lengths,
)
from tegenwicht.screens.shell.spoken import spoken
from tests.kit.access_window import SIZE, State, tree
from tests.screens import desktop

if os.environ.get("CI"):
    import accesskit
else:
    accesskit = pytest.importorskip("accesskit")

WHOLE = Rect(0, 0, 800, 600)
SOMEWHERE = Rect(10, 20, 30, 40)


@pytest.fixture(autouse=True)
def as_on_linux(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tree as AT-SPI needs it, wherever the tests run."""
    monkeypatch.setattr(access_tree_module, "SAYS_ALL", False)


def window(*children: Node) -> Node:
    return Node("window", Role.WINDOW, WHOLE, "Kaart 1 – Tegenwicht", children=children)


def some(key: str, role: Role, label: str = "", *children: Node, **more: Any) -> Node:
    return Node(key, role, SOMEWHERE, label, children=children, **more)


def told(tree: Node, focus: str = "", caret: tuple[int, int] | None = None) -> tuple[Any, Ids]:
    ids = Ids()
    return translate(tree, focus, ids, caret, spoken()), ids


def made(node: Node, **more: Any) -> Any:
    """AccessKit's node for a node in a window."""
    update, ids = told(window(node), **more)
    return dict(update.nodes)[ids.number(node.key)]


def runs_of(node: Any, update: Any) -> list[Any]:
    return [dict(update.nodes)[number] for number in node.children]


# Numbers


def test_a_key_keeps_its_number_and_can_be_found_back() -> None:
    ids = Ids()
    first, second = ids.number("next"), ids.number("undo")
    assert first != second
    assert ids.number("next") == first
    assert (ids.key(first), ids.key(second)) == ("next", "undo")


def test_a_number_that_was_never_given_has_no_key() -> None:
    ids = Ids()
    assert ids.key(7) is None
    assert ids.key(-1) is None


def test_numbers_stay_the_same_when_the_tree_changes() -> None:
    ids = Ids()
    one, two = some("a", Role.BUTTON, "A"), some("b", Role.BUTTON, "B")
    translate(window(one, two), "a", ids)
    before = ids.number("b")
    update = translate(window(two), "b", ids)
    assert update.focus == before
    assert dict(update.nodes)[0].children == [before]


def test_what_left_the_tree_and_comes_back_has_another_number() -> None:
    ids, given = Ids(), set[int]()
    for _ in range(3):
        translate(window(some("a", Role.BUTTON, "A")), "a", ids)
        number = ids.number("a")
        assert number not in given
        given.add(number)
        translate(window(some("b", Role.BUTTON, "B")), "b", ids)
        assert ids.key(number) is None


def test_another_screen_and_back_gives_no_number_again_but_to_what_is_on_both() -> None:
    ids = Ids()
    first, second = (
        window(some("a", Role.BUTTON, "A"), some("status", Role.STATUS))._replace(label=name) for name in "AB"
    )
    seen = [{number for number, _ in translate(one, "a", ids).nodes} for one in (first, second, first)]
    everywhere = {0, ids.number("status")}
    assert seen[0] & seen[1] == seen[0] & seen[2] == seen[1] & seen[2] == everywhere


def test_only_the_numbers_of_the_last_tree_are_remembered() -> None:
    ids = Ids()
    for count in range(200):
        translate(window(some(f"card {count}", Role.BUTTON, "A"))._replace(label=f"{count}"), "", ids)
    assert len(ids._numbers) == len(ids._names) == 2


# The tree


def test_the_window_is_number_0_with_its_title_and_the_language() -> None:
    update, ids = told(window())
    root = dict(update.nodes)[0]
    assert update.tree.root == 0
    assert ids.key(0) == "window"
    assert root.role == accesskit.Role.WINDOW
    assert (root.label, root.language) == ("Kaart 1 – Tegenwicht", "nl")


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        (Role.GROUP, "GROUP"),
        (Role.DIALOG, "DIALOG"),
        (Role.HEADING, "HEADING"),
        (Role.TEXT, "LABEL"),
        (Role.BUTTON, "BUTTON"),
        (Role.TOGGLE, "BUTTON"),
        (Role.CHECK_BOX, "CHECK_BOX"),
        (Role.RADIO_GROUP, "LIST_BOX"),
        (Role.RADIO, "RADIO_BUTTON"),
        (Role.SPIN, "SPIN_BUTTON"),
        (Role.TEXT_FIELD, "TEXT_INPUT"),
        (Role.LIST, "LIST"),
        (Role.LIST_ITEM, "LIST_ITEM"),
        (Role.TABLE, "TABLE"),
        (Role.ROW, "ROW"),
        (Role.CELL, "CELL"),
        (Role.COLUMN_HEADER, "COLUMN_HEADER"),
        (Role.ROW_HEADER, "ROW_HEADER"),
        (Role.IMAGE, "IMAGE"),
        (Role.TIMER, "TIMER"),
        (Role.STATUS, "STATUS"),
        (Role.SCROLL, "SCROLL_VIEW"),
        (Role.ARTICLE, "ARTICLE"),
    ],
)
def test_every_role_has_its_own_in_accesskit(role: Role, expected: str) -> None:
    node = made(some("it", role, "Naam"))
    assert node.role == getattr(accesskit.Role, expected)
    assert (node.value if role is Role.TEXT else node.label) == "Naam"


def test_a_radio_group_is_one_where_the_platform_passes_on_everything(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(access_tree_module, "SAYS_ALL", True)
    assert made(some("it", Role.RADIO_GROUP, "Keuze")).role == accesskit.Role.RADIO_GROUP


def test_no_role_is_forgotten_in_the_test_above() -> None:
    marks: Any = test_every_role_has_its_own_in_accesskit
    tested = {role for role, _ in marks.pytestmark[0].args[1]}
    assert tested | {Role.WINDOW} == set(Role)


def test_places_are_those_in_the_window() -> None:
    bounds = made(some("it", Role.BUTTON, "Naam")).bounds
    assert (bounds.x0, bounds.y0, bounds.x1, bounds.y1) == (10, 20, 40, 60)


def test_what_is_inert_is_left_out_with_all_that_is_in_it() -> None:
    behind = some("behind", Role.GROUP, "Achter", some("b", Role.BUTTON, "B"), inert=True)
    update, ids = told(window(behind, some("a", Role.BUTTON, "A")))
    assert [ids.key(number) for number, _ in update.nodes] == ["a", "window"]


def test_a_group_without_a_name_gives_its_children_to_its_parent() -> None:
    group = some("bare", Role.GROUP, "", some("a", Role.BUTTON, "A"), some("dot", Role.GROUP))
    update, ids = told(window(group))
    assert dict(update.nodes)[0].children == [ids.number("a")]
    assert len(update.nodes) == 2


def test_two_nodes_with_the_same_key_both_exist_and_answer_to_that_key() -> None:
    update, ids = told(window(some("same", Role.TEXT, "Een"), some("same", Role.TEXT, "Twee")))
    numbers = dict(update.nodes)[0].children
    assert len(set(numbers)) == 2
    assert [ids.key(number) for number in numbers] == ["same", "same"]


@pytest.mark.parametrize("focus", ["", "gone", "behind"])
def test_a_focus_that_is_not_in_reach_goes_to_the_window(focus: str) -> None:
    update, _ = told(window(some("behind", Role.BUTTON, "B", inert=True)), focus)
    assert update.focus == 0


def test_the_focus_is_the_node_with_that_key() -> None:
    update, ids = told(window(some("a", Role.BUTTON, "A"), some("b", Role.BUTTON, "B")), "b")
    assert ids.key(update.focus) == "b"


# States and values


@pytest.mark.parametrize("role", [Role.TOGGLE, Role.CHECK_BOX, Role.RADIO])
def test_what_is_on_or_off_says_so(role: Role) -> None:
    assert made(some("it", role, pressed=True)).toggled == accesskit.Toggled.TRUE
    assert made(some("it", role, pressed=False)).toggled == accesskit.Toggled.FALSE


def test_a_plain_button_is_neither_on_nor_off() -> None:
    assert made(some("it", Role.BUTTON)).toggled is None


def test_a_spin_has_its_number_and_limits() -> None:
    spin = made(some("it", Role.SPIN, "Deelnemers", value="4", number=(4, 1, 12)))
    assert (spin.numeric_value, spin.min_numeric_value, spin.max_numeric_value) == (4, 1, 12)
    assert spin.value == "4"


def test_a_timer_has_its_seconds_and_its_words() -> None:
    timer = made(some("it", Role.TIMER, "Tijd", value="1:35", number=(95, 0, 120)))
    assert (timer.numeric_value, timer.max_numeric_value) == (95, 120)
    assert timer.description == "1:35"


def test_a_status_is_announced_politely() -> None:
    assert made(some("it", Role.STATUS, "Kaart 2")).live == accesskit.Live.POLITE
    assert made(some("it", Role.STATUS, "")).live != accesskit.Live.POLITE, (
        "nothing would be said aloud as nothing"
    )


def test_a_dialog_is_modal() -> None:
    assert made(some("it", Role.DIALOG, "Zeker?")).is_modal


def test_a_heading_has_its_level() -> None:
    assert made(some("it", Role.HEADING, "Kop", level=2)).level == 2


def test_an_image_has_its_description() -> None:
    assert made(some("it", Role.IMAGE, "Verdeling", description="Cliënt 4")).description == "Cliënt 4"


def test_text_with_a_value_reads_as_both() -> None:
    assert made(some("it", Role.TEXT, "Beurt", value="3")).value == "Beurt 3"


def test_radios_know_how_many_they_are_and_which_they_are() -> None:
    radios = [some(f"r{n}", Role.RADIO, str(n), pressed=n == 0) for n in range(3)]
    box = some("box", Role.GROUP, "", *radios)
    update, ids = told(window(some("group", Role.RADIO_GROUP, "Keuze", box)))
    nodes = dict(update.nodes)
    assert nodes[ids.number("group")].size_of_set == 3
    assert [nodes[ids.number(f"r{n}")].position_in_set for n in range(3)] == [0, 1, 2]


def test_a_list_counts_its_own_items_only() -> None:
    inner = some("inner", Role.LIST, "", some("i0", Role.LIST_ITEM, "b"), some("i1", Role.LIST_ITEM, "c"))
    outer = some(
        "outer", Role.LIST, "", some("o0", Role.LIST_ITEM, "a"), some("o1", Role.LIST_ITEM, "", inner)
    )
    update, ids = told(window(outer))
    nodes = dict(update.nodes)
    assert [nodes[ids.number(key)].size_of_set for key in ("outer", "inner")] == [2, 2]
    assert [nodes[ids.number(key)].position_in_set for key in ("o0", "o1", "i0", "i1")] == [0, 1, 0, 1]


def test_a_table_knows_its_rows_and_columns() -> None:
    head = some("h", Role.ROW, "", some("h0", Role.COLUMN_HEADER, "A"), some("h1", Role.COLUMN_HEADER, "B"))
    row = some("r", Role.ROW, "", some("r0", Role.ROW_HEADER, "x"), some("r1", Role.CELL, "1"))
    update, ids = told(window(some("t", Role.TABLE, "Telling", head, row)))
    nodes = dict(update.nodes)
    assert (nodes[ids.number("t")].row_count, nodes[ids.number("t")].column_count) == (2, 2)
    assert nodes[ids.number("r")].row_index == 1
    cell = nodes[ids.number("r1")]
    assert (cell.row_index, cell.column_index) == (1, 1)


# What a platform does not pass on is said in the description


def test_where_values_are_not_read_the_description_begins_with_the_value() -> None:
    node = made(some("it", Role.BUTTON, "Afwegen", value="3 van 5", description="Weeg de kaart"))
    assert node.description == "3 van 5. Weeg de kaart"


def test_where_values_are_read_the_description_is_only_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access_tree_module, "SAYS_ALL", True)
    button = some("it", Role.BUTTON, "Afwegen", value="3 van 5", description="Weeg", enabled=False)
    assert made(button).description == "Weeg"


def test_a_value_that_is_only_the_number_is_not_said_twice() -> None:
    for value in ("4", "4 mensen"):
        assert made(some("it", Role.SPIN, "Deelnemers", value=value, number=(4.0, 1, 12))).description is None
    off = made(some("it", Role.SPIN, "Denktijd", value="uit", number=(0.0, 0, 60)))
    assert off.description == "uit"


def test_a_fields_text_is_no_description() -> None:
    field = some("it", Role.TEXT_FIELD, "Naam", value="José", description="Voornaam", edit=Edit("name", 9))
    assert made(field).description == "Voornaam"


def test_a_button_that_does_nothing_now_says_so() -> None:
    button = made(some("it", Role.BUTTON, "Ongedaan maken", action=1, enabled=False))
    assert button.is_disabled
    assert button.description == "Niet beschikbaar"


# Actions


def actions(node: Node) -> set[str]:
    names = ("CLICK", "FOCUS", "INCREMENT", "DECREMENT", "SET_VALUE", "SET_TEXT_SELECTION")
    return {name for name in names if made(node).supports_action(getattr(accesskit.Action, name))}


@pytest.mark.parametrize("role", [Role.BUTTON, Role.TOGGLE, Role.CHECK_BOX, Role.RADIO])
def test_what_has_an_action_can_be_pressed_and_focused(role: Role) -> None:
    assert actions(some("it", role, action=1)) == {"CLICK", "FOCUS"}


def test_what_is_disabled_can_do_nothing() -> None:
    field = some("it", Role.TEXT_FIELD, edit=Edit("name", 9), enabled=False)
    spin = some("it", Role.SPIN, increase=1, decrease=1, enabled=False)
    assert actions(some("it", Role.BUTTON, action=1, enabled=False)) == set()
    assert actions(field) == actions(spin) == set()


def test_a_spin_goes_as_far_as_it_can() -> None:
    assert actions(some("it", Role.SPIN, increase=1, decrease=1)) == {"FOCUS", "INCREMENT", "DECREMENT"}
    assert actions(some("it", Role.SPIN, decrease=1)) == {"FOCUS", "DECREMENT"}


def test_pressing_a_text_field_does_not_send_it_off() -> None:
    field = some("it", Role.TEXT_FIELD, edit=Edit("name", 9), action=1)
    assert actions(field) == {"FOCUS", "SET_VALUE", "SET_TEXT_SELECTION"}


def test_what_tab_passes_over_can_be_pressed_only() -> None:
    assert actions(some("it", Role.BUTTON, action=1, untabbed=True)) == {"CLICK"}


def test_text_can_do_nothing() -> None:
    assert actions(some("it", Role.TEXT, "Tekst")) == set()


@pytest.mark.parametrize(
    ("key", "said"),
    [("w", "W"), ("ctrl+z", "Ctrl+Z"), ("ctrl+shift+z", "Ctrl+Shift+Z"), ("return", "Enter"),
     ("+", "+"), ("ctrl++", "Ctrl++"), ("ctrl+-", "Ctrl+-"), ("f11", "F11"), ("escape", "Esc")],
)  # fmt: skip
def test_a_shortcut_is_said_as_people_write_it(key: str, said: str) -> None:
    assert shortcut_name(key) == said
    assert made(some("it", Role.BUTTON, shortcuts=(key, "x"))).keyboard_shortcut == said


# Text fields


def field(text: str, multiline: bool = True) -> Node:
    return some("it", Role.TEXT_FIELD, "Notitie", value=text, edit=Edit("note", 99, multiline))


def test_a_field_of_more_lines_says_so() -> None:
    assert made(field("")).role == accesskit.Role.MULTILINE_TEXT_INPUT
    assert made(field("", multiline=False)).role == accesskit.Role.TEXT_INPUT


def test_a_fields_text_is_counted_in_characters_and_their_bytes() -> None:
    update, ids = told(window(field("é 🙂!")))
    (run,) = runs_of(dict(update.nodes)[ids.number("it")], update)
    assert run.role == accesskit.Role.TEXT_RUN
    assert run.value == "é 🙂!"
    assert list(run.character_lengths) == [2, 1, 4, 1]
    assert list(run.word_lengths) == [2, 2]


def test_each_line_is_a_run_and_keeps_its_newline() -> None:
    update, ids = told(window(field("één\n\ntwee woorden\n")))
    runs = runs_of(dict(update.nodes)[ids.number("it")], update)
    assert [run.value for run in runs] == ["één\n", "\n", "twee woorden\n", ""]
    assert [list(run.character_lengths) for run in runs] == [[2, 2, 1, 1], [1], [1] * 13, []]
    assert [list(run.word_lengths) for run in runs] == [[4], [1], [5, 8], []]


def test_an_empty_field_has_one_empty_run() -> None:
    update, ids = told(window(field("")))
    assert [run.value for run in runs_of(dict(update.nodes)[ids.number("it")], update)] == [""]


def test_a_line_keeps_its_number_while_the_text_changes() -> None:
    ids = Ids()
    first = dict(translate(window(field("a")), "", ids).nodes)[ids.number("it")].children
    second = dict(translate(window(field("ab\nc")), "", ids).nodes)[ids.number("it")].children
    assert second[:1] == first
    assert [ids.line(number) for number in second] == [0, 1]


def test_the_caret_is_told_for_the_focused_field() -> None:
    node = made(field("één\ntwee"), focus="it", caret=(1, 6))
    chosen, lines = node.text_selection, node.children
    assert (chosen.anchor.node, chosen.anchor.character_index) == (lines[0], 1)
    assert (chosen.focus.node, chosen.focus.character_index) == (lines[1], 2)


def test_a_field_without_the_focus_has_no_caret() -> None:
    assert made(field("één"), focus="other", caret=(1, 1)).text_selection is None


@pytest.mark.parametrize(
    ("at", "place"), [(0, (0, 0)), (2, (0, 2)), (3, (1, 0)), (5, (1, 2)), (99, (1, 2)), (-3, (0, 0))]
)
def test_after_a_newline_the_next_line_begins(at: int, place: tuple[int, int]) -> None:
    assert line_and_column(["ab\n", "cd"], at) == place


def test_a_word_longer_than_a_byte_can_count_is_cut_in_pieces() -> None:
    assert word_lengths("x" * 600 + " y") == [255, 255, 91, 1]
    assert word_lengths("x" * 255) == [255]


@given(st.text(alphabet=st.sampled_from("aé🙂 \n\t\u00a0") | st.characters(codec="utf-8"), max_size=700))
def test_lines_and_words_hold_every_character_once(text: str) -> None:
    lines = split_lines(text)
    assert "".join(lines) == text
    for line in lines:
        assert sum(word_lengths(line)) == len(line)
        assert all(0 < length < 256 for length in word_lengths(line))


@given(st.text(alphabet="ab\n", max_size=40), st.integers(0, 50))
def test_every_place_in_a_text_is_on_one_line(text: str, at: int) -> None:
    lines = split_lines(text)
    line, column = line_and_column(lines, at)
    assert sum(map(len, lines[:line])) + column == min(at, len(text))


# Announcements


def test_the_same_words_twice_differ_without_being_heard() -> None:
    first = again("Kaart gelegd", "")
    second = again("Kaart gelegd", first)
    third = again("Kaart gelegd", second)
    assert first == third == "Kaart gelegd"
    assert second != first
    assert second.strip() == first


# The connection, with an AccessKit that only remembers


class Adapter:
    """Remembers what it is told. ``wake`` is what AccessKit does when someone begins to listen."""

    def __init__(self, *made_with: Any) -> None:
        self.wake, self.asked = made_with[-3:][0], made_with[-2]
        self.made_with, self.calls, self.events = made_with, list[tuple[str, Any]](), None

    def update_if_active(self, build: Any) -> Any:
        self.calls.append(("update", build()))
        return self.events

    def update_window_focus_state(self, focused: bool) -> None:
        self.calls.append(("focused", focused))

    def set_root_window_bounds(self, outer: Any, _inner: Any) -> None:
        self.calls.append(("at", (outer.x0, outer.y0, outer.x1, outer.y1)))


class Connected(NamedTuple):
    access: Access
    adapter: Adapter
    posted: list[Request]

    @property
    def kinds(self) -> list[str]:
        return [kind for kind, _ in self.adapter.calls]


SCREEN = window(some("next", Role.BUTTON, "Volgende", action=1), field("één\ntwee"))
OTHER = window(some("next", Role.BUTTON, "Verder", action=1))


@pytest.fixture
def connected(monkeypatch: pytest.MonkeyPatch) -> Connected:
    monkeypatch.setattr(accesskit.unix, "Adapter", Adapter)
    posted: list[Request] = []
    access = open_access(lambda: 0, posted.append, lambda: (SCREEN, "next", None), "linux")
    assert access is not None
    return Connected(access, access._adapter, posted)


@pytest.mark.skipif(not hasattr(accesskit, "unix"), reason="AccessKit for Linux only")
class TestAConnection:
    def test_while_nobody_listens_accesskit_is_not_called(self, connected: Connected) -> None:
        assert not connected.access.update(OTHER, "next")
        connected.access.window_focused(True)
        connected.access.window_at(WHOLE)
        assert connected.adapter.calls == []

    def test_who_begins_to_listen_gets_what_is_on_the_screen_then(self, connected: Connected) -> None:
        connected.access.update(OTHER, "next")
        update = connected.adapter.wake()
        assert "Verder" in [node.label for _, node in update.nodes]
        assert connected.posted == [Request("awake", "")]

    def test_who_listens_hears_of_the_window_at_the_next_update(self, connected: Connected) -> None:
        connected.access.window_focused(True)
        connected.access.window_at(Rect(5, 6, 10, 10))
        connected.adapter.wake()
        assert not connected.access.update(SCREEN, "next")
        assert connected.adapter.calls == [("focused", True), ("at", (5, 6, 15, 16))]

    def test_only_a_change_is_sent(self, connected: Connected) -> None:
        connected.adapter.wake()
        same = SCREEN._replace(children=tuple(SCREEN.children))
        assert not connected.access.update(same, "next")
        assert connected.access.update(SCREEN, "it", (0, 0))
        assert connected.access.update(SCREEN, "it", (1, 1))
        assert not connected.access.update(SCREEN, "it", (1, 1))
        assert connected.access.update(OTHER, "next")
        assert connected.kinds == ["update"] * 3

    def test_what_is_announced_with_another_change_is_sent_when_it_is_due(self, connected: Connected) -> None:
        now = [10.0]
        connected.access._clock = lambda: now[0]
        status = some("status", Role.STATUS, "Kaart gelegd")
        connected.adapter.wake()
        assert connected.access.update(OTHER._replace(children=(*OTHER.children, status)), "next")
        due = connected.access.due
        assert due is not None and not connected.access.tick()
        now[0] = due
        assert connected.access.tick() and connected.access.due is None
        names = [[node.label for _, node in update.nodes] for kind, update in connected.adapter.calls]
        assert ["Kaart gelegd" in one for one in names] == [False, True]

    def test_when_nobody_listens_any_more_nothing_is_built(self, connected: Connected) -> None:
        connected.adapter.wake()
        connected.access.sleep()
        assert not connected.access.update(OTHER, "next")
        assert connected.adapter.calls == []

    def test_a_window_that_loses_the_keyboard_is_told_at_once(self, connected: Connected) -> None:
        connected.adapter.wake()
        connected.access.window_focused(True)
        connected.access.window_focused(True)
        connected.access.window_focused(False)
        assert connected.adapter.calls == [("focused", True), ("focused", False)]

    def test_after_closing_nothing_happens(self, connected: Connected) -> None:
        connected.adapter.wake()
        connected.access.close()
        assert not connected.access.update(OTHER, "next")
        connected.access.close()

    def test_closed_it_holds_nothing_of_the_app_however_long_accesskit_holds_it(
        self, connected: Connected
    ) -> None:
        class App:
            def post(self, _request: Request) -> None: ...

        app = App()
        connected.access._post, gone = app.post, ref(app)
        connected.access.update(OTHER, "next")
        connected.access.close()
        del app
        gc.collect()
        assert gone() is None
        connected.access.asked(SimpleNamespace(target=0, action=accesskit.Action.CLICK, data=None))

    def test_events_that_accesskit_gives_back_are_raised(self, connected: Connected) -> None:
        raised: list[bool] = []
        connected.adapter.wake()
        events: Any = SimpleNamespace(raise_events=lambda: raised.append(True))
        connected.adapter.events = events
        connected.access.update(OTHER, "next")
        assert raised == [True]

    def test_when_accesskit_breaks_the_app_goes_on(
        self, connected: Connected, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        class PanicException(BaseException):
            """As pyo3 raises it."""

        def broken(_build: object) -> Any:
            raise PanicException

        connected.adapter.wake()
        monkeypatch.setattr(connected.adapter, "update_if_active", broken)
        connected.access.update(OTHER, "next")
        assert not connected.access.update(SCREEN, "next")

    def test_a_tree_that_cannot_be_told_does_not_take_accesskits_thread_along(
        self, connected: Connected
    ) -> None:
        connected.access.update(None, "next")  # type: ignore[arg-type]
        assert connected.adapter.wake() is None


def ask(connected: Connected, action: str, key: str, data: object = None) -> None:
    connected.adapter.wake()
    connected.posted.clear()
    target = connected.access._ids.number(key)
    connected.adapter.asked(
        SimpleNamespace(action=getattr(accesskit.Action, action), target=target, data=data)
    )


@pytest.mark.skipif(not hasattr(accesskit, "unix"), reason="AccessKit for Linux only")
class TestWhatAReaderAsks:
    @pytest.mark.parametrize(
        ("action", "kind"),
        [("CLICK", "press"), ("FOCUS", "focus"), ("INCREMENT", "increase"), ("DECREMENT", "decrease")],
    )
    def test_it_becomes_a_request_for_the_key(self, connected: Connected, action: str, kind: str) -> None:
        ask(connected, action, "next")
        assert connected.posted == [Request(kind, "next")]

    def test_a_new_text_comes_with_it(self, connected: Connected) -> None:
        ask(connected, "SET_VALUE", "it", (accesskit.ActionDataKind.VALUE, "José 🙂"))
        assert connected.posted == [Request("set_value", "it", "José 🙂")]

    def test_a_new_number_comes_as_text(self, connected: Connected) -> None:
        ask(connected, "SET_VALUE", "it", (accesskit.ActionDataKind.NUMERIC_VALUE, 4.0))
        assert connected.posted == [Request("set_value", "it", "4")]

    def test_a_selection_is_counted_over_the_lines(self, connected: Connected) -> None:
        connected.adapter.wake()
        lines = [connected.access._ids.number("it", f"line{at}") for at in range(2)]
        position = accesskit.TextPosition
        chosen = accesskit.TextSelection(position(lines[0], 1), position(lines[1], 2))
        ask(connected, "SET_TEXT_SELECTION", "it", (accesskit.ActionDataKind.SET_TEXT_SELECTION, chosen))
        assert connected.posted == [Request("select", "it", "1,6")]

    def test_what_nothing_here_answers_is_left(self, connected: Connected) -> None:
        ask(connected, "EXPAND", "next")
        connected.adapter.asked(SimpleNamespace(action=accesskit.Action.CLICK, target=999, data=None))
        assert connected.posted == []

    def test_a_post_that_fails_does_not_take_accesskits_thread_along(self, connected: Connected) -> None:
        def full(_request: Request) -> None:
            raise RuntimeError("event queue full")

        connected.access._post = full
        ask(connected, "CLICK", "next")


def test_without_accesskit_there_is_no_access(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "accesskit", None)
    assert open_access(lambda: 0, lambda _: None, lambda: (SCREEN, "", None)) is None


def test_where_accesskit_has_nothing_for_the_platform_there_is_no_access(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "accesskit", types.ModuleType("accesskit"))
    for platform in ("linux", "win32", "darwin"):
        assert open_access(lambda: 0, lambda _: None, lambda: (SCREEN, "", None), platform) is None


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """AccessKit as it is on Windows and macOS; what it is asked for."""
    asked: list[Any] = []
    kit: Any = types.ModuleType("accesskit")

    def made(handle: object, *callbacks: Any) -> Adapter:
        asked.append(handle)
        return Adapter(handle, *callbacks, None)

    kit.windows = SimpleNamespace(SubclassingAdapter=made)
    kit.macos = SimpleNamespace(
        SubclassingAdapter=SimpleNamespace(for_window=made),
        add_focus_forwarder_to_window_class=asked.append,
    )
    monkeypatch.setitem(sys.modules, "accesskit", kit)
    return asked


def test_on_windows_the_window_itself_is_asked_for(elsewhere: list[Any]) -> None:
    access = open_access(lambda: 42, lambda _: None, lambda: (SCREEN, "", None), "win32")
    assert access is not None
    assert elsewhere == [42]


def test_on_macos_the_focus_is_passed_on_to_the_window(elsewhere: list[Any]) -> None:
    access = open_access(lambda: 42, lambda _: None, lambda: (SCREEN, "", None), "darwin")
    assert access is not None
    assert elsewhere == ["SDLWindow", 42]


def test_importing_the_module_does_not_import_accesskit() -> None:
    code = "import sys, tegenwicht.kit.screen_reader.access; sys.exit('accesskit' in sys.modules)"
    program = desktop.Program([sys.executable, "-c", code], dict(os.environ))
    assert program.process.wait(desktop.PATIENCE_SECONDS) == 0


# A real window and a real accessibility bus


class Real(NamedTuple):
    desk: desktop.Desk
    app: desktop.Program
    reader: desktop.Reader


@pytest.fixture(scope="module")
def _desk() -> Iterator[desktop.Desk]:
    desktop.needs_desktop()
    with desktop.desktop() as desk:
        yield desk


@pytest.fixture
def real(_desk: desktop.Desk) -> Iterator[Real]:
    app = _desk.start([sys.executable, "-m", "tests.kit.access_window"])
    app.expect("open")
    reader = _desk.reader()
    reader.wait_for("Klaar", when=lambda node: "focused" in node["states"])
    reader.forget()
    yield Real(_desk, app, reader)
    desktop.stop(app.process)


ACTIVE, SHOWN = {"active", "enabled", "showing"}, {"enabled", "showing"}
CONTROL = SHOWN | {"focusable"}
ROWS = [
    # depth, role, name, states
    (1, "frame", "Kaart 1 – Tegenwicht", ACTIVE),
    (2, "heading", "Kaart 1", SHOWN),
    (2, "label", "Wat weegt mee?", SHOWN),
    (2, "panel", "Knoppen", SHOWN),
    (3, "push button", "Klaar", CONTROL | {"focused"}),
    (3, "push button", "Ongedaan maken", SHOWN),
    (3, "push button", "Afwegen", CONTROL),
    (3, "toggle button", "Volledig scherm", CONTROL | {"pressed"}),
    (3, "check box", "Geluid", CONTROL | {"checkable"}),
    (2, "list box", "Tekstgrootte", SHOWN),
    (3, "radio button", "Gewoon", CONTROL | {"checkable"}),
    (3, "radio button", "Groot", CONTROL | {"checkable", "checked"}),
    (2, "spin button", "Deelnemers", CONTROL | {"editable", "single-line"}),
    (2, "entry", "Naam", CONTROL | {"editable", "single-line"}),
    (2, "entry", "Notitie", CONTROL | {"editable", "multi-line"}),
    (2, "list", "Besproken", SHOWN),
    (3, "list item", "Werkgever", SHOWN),
    (3, "list item", "Cliënt", SHOWN),
    (2, "table", "Telling", SHOWN),
    (3, "table row", "", SHOWN),
    (4, "column header", "Cluster", SHOWN | {"focusable"}),
    (4, "column header", "Keer", SHOWN | {"focusable"}),
    (3, "table row", "", SHOWN),
    (4, "row header", "Cliënt", SHOWN | {"focusable"}),
    (4, "table cell", "Cliënt, Keer: 4", SHOWN | {"focusable"}),
    (2, "image", "Verdeling", SHOWN),
    (2, "timer", "Tijd", SHOWN),
    (2, "article", "Kaart", CONTROL),
    (2, "panel", "Lijst", SHOWN),
    (3, "label", "Onderaan", SHOWN),
    (2, "label", "Eerste", SHOWN),
    (2, "label", "Tweede", SHOWN),
    (2, "dialog", "Weet u het zeker?", SHOWN),
    (3, "push button", "Ja", CONTROL),
    (2, "status bar", "", SHOWN),
]


@pytest.mark.accessibility
class TestARealScreenReader:
    def test_it_sees_every_node_with_its_role_name_and_states(self, real: Real) -> None:
        real.reader.wait_for("Kaart 1 – Tegenwicht", "frame", lambda node: "active" in node["states"])
        seen = [(n["depth"], n["role"], n["name"], set(n["states"])) for n in real.reader.tree()]
        assert seen[0][1] == "application"
        # newer versions of AccessKit may tell more: what is expected here must be there
        assert [row[:3] for row in seen[1:]] == [row[:3] for row in ROWS]
        for row, expected in zip(seen[1:], ROWS, strict=True):
            assert row[3] >= expected[3], row
            unexpected = row[3] - expected[3]
            assert not unexpected & {"focused", "checked", "pressed", "selected", "focusable"}, row

    def test_it_sees_values_and_descriptions(self, real: Real) -> None:
        nodes = {node["name"]: node for node in real.reader.tree()}
        assert nodes["Deelnemers"]["number"] == [2, 1, 5]
        assert nodes["Deelnemers"]["description"] == ""
        assert nodes["Tijd"]["number"] == [95, 0, 120]
        assert nodes["Tijd"]["description"] == "1:35"
        assert nodes["Afwegen"]["description"] == "3 van 5. Weeg de kaart"
        assert nodes["Ongedaan maken"]["description"] == "Niet beschikbaar"
        assert nodes["Verdeling"]["description"] == "Cliënt 4, werkgever 0"
        assert nodes["Naam"]["text"] == "José"
        assert (nodes["Notitie"]["text"], nodes["Notitie"]["length"]) == ("Één regel 🙂\nen nog een", 22)
        assert nodes["Groot"]["attributes"] == {"posinset": "2", "setsize": "2"}
        assert nodes["Klaar"]["place"][2:] == [200, 4]

    def test_it_knows_where_on_the_desktop_things_are(self, real: Real) -> None:
        frame = real.reader.wait_for("Kaart 1 – Tegenwicht", "frame", lambda node: node["place"][1] > 0)
        x, y, w, h = frame["place"]
        button = real.reader.wait_for("Klaar")
        assert (w, h) == SIZE
        assert button["place"] == [x + 10, y + 34, 200, 4]

    def test_it_reads_a_text_by_character_word_and_line(self, real: Real) -> None:
        parts = [real.reader.ask("part", "Notitie", at, unit) for at, unit in READ]
        assert parts == [
            ["é", 1, 2],
            ["🙂", 10, 11],
            ["Één ", 0, 4],
            ["regel ", 4, 10],
            ["en nog een", 12, 22],
        ]

    def test_pressing_a_button_reaches_the_app_and_the_answer_is_announced(self, real: Real) -> None:
        real.reader.ask("press", "Klaar")
        real.app.expect("press|next|")
        assert real.reader.hear("object:announcement", "Gedrukt: next")["more"] == "Gedrukt: next"

    def test_what_is_off_cannot_be_pressed(self, real: Real) -> None:
        with pytest.raises(LookupError):
            real.reader.ask("press", "Ongedaan maken")

    def test_the_same_announcement_is_heard_twice(self, real: Real) -> None:
        for words in ("Uw beurt", "Uw beurt\u00a0", "Uw beurt"):
            real.app.say("say Uw beurt")
            heard = real.reader.hear("object:announcement", words)
            assert heard["more"].strip() == "Uw beurt"
            assert heard["detail"] == 1  # polite

    def test_the_focus_can_be_asked_for_and_is_told(self, real: Real) -> None:
        real.reader.ask("focus", "Notitie")
        real.app.expect("focus|note|")
        real.reader.hear("object:state-changed:focused", "Notitie")
        note = real.reader.wait_for("Notitie", when=lambda node: "focused" in node["states"])
        assert note["caret"] == 3

    def test_a_spin_can_be_given_another_number(self, real: Real) -> None:
        real.reader.ask("set_number", "Deelnemers", 4)
        real.app.expect("set_value|people|4")
        real.reader.hear("object:property-change:accessible-value", "Deelnemers")
        real.reader.wait_for("Deelnemers", when=lambda node: node["number"][0] == 4)

    def test_the_keys_of_a_braille_display_move_the_caret(self, real: Real) -> None:
        real.reader.ask("focus", "Notitie")
        real.app.expect("focus|note|")
        real.reader.ask("set_caret", "Notitie", 13)
        real.app.expect("select|note|13,13")
        real.reader.wait_for("Notitie", when=lambda node: node["caret"] == 13)

    def test_what_is_typed_is_heard(self, real: Real) -> None:
        real.reader.ask("focus", "Notitie")
        real.app.expect("focus|note|")
        real.app.say("write Één regel 🙂 é")
        removed = real.reader.hear("object:text-changed:delete", "Notitie")
        assert removed["more"] == "\nen nog een"
        added = real.reader.hear("object:text-changed:insert", "Notitie")
        assert (added["more"], added["detail"]) == (" é", 11)
        note = real.reader.wait_for("Notitie", when=lambda node: node["length"] == 13)
        assert note["caret"] == 13

    def test_a_text_can_be_set_where_the_platform_lets_a_reader(self, real: Real) -> None:
        interfaces = real.reader.wait_for("Notitie")["interfaces"]
        if "EditableText" not in interfaces:  # AccessKit 0.7.0 has it on Windows and macOS only
            with pytest.raises(LookupError, match="EditableText"):
                real.reader.ask("set_text", "Notitie", "Nieuw é")
            return
        real.reader.ask("set_text", "Notitie", "Nieuw é")
        real.app.expect("set_value|note|Nieuw é")
        real.reader.wait_for("Notitie", when=lambda node: node["text"] == "Nieuw é")


READ = ((1, "char"), (10, "char"), (1, "word"), (5, "word"), (15, "line"))


@pytest.mark.accessibility
def test_screen_readers_that_come_and_go_never_stop_the_app() -> None:
    """Called the plain way, AccessKit and Python wait for each other within a second of this."""
    desktop.needs_desktop()
    with desktop.desktop(screen_reader=False) as desk:
        app = desk.start([sys.executable, "-m", "tests.kit.access_window"])
        app.expect("open")
        app.say("busy 4")
        for turn in range(60):
            desk.screen_reader_on(turn % 2 == 0)
        app.expect("busy True")
        desk.screen_reader_on(True)
        desk.reader().wait_for("Klaar", "push button", lambda node: "focused" in node["states"])
        app.say("quit")
        assert app.process.wait(desktop.PATIENCE_SECONDS) == 0


def test_in_ci_a_missing_desktop_is_a_failure_and_elsewhere_a_reason_to_skip(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(desktop, "PROGRAMS", ("no-such-program",))
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="no-such-program"):
        desktop.needs_desktop()
    monkeypatch.setenv("CI", "")
    with pytest.raises(pytest.skip.Exception, match="no-such-program"):
        desktop.needs_desktop()


def test_the_window_of_the_tests_shows_every_role() -> None:
    def roles(node: Node) -> set[Role]:
        return {node.role}.union(*(roles(child) for child in node.children))

    assert roles(tree(State())) == set(Role)
