"""A table for the ear: one stop for Tab, arrows from cell to cell, and every cell says what it is of."""

from typing import Any

import pytest

from tegenwicht.kit.input import stops
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.rect import Rect
from tegenwicht.kit.screen_reader.access_tree import Ids, translate
from tegenwicht.kit.tables import cell_names, next_cell

AT = Rect(0, 0, 10, 10)


def node(key: str, role: Role, label: str = "", *children: Node) -> Node:
    return Node(key, role, AT, label, children=children)


def row(key: str, role: Role, name: str, *cells: str) -> Node:
    head = Role.COLUMN_HEADER if role is Role.COLUMN_HEADER else Role.ROW_HEADER
    inside = [node(f"{key}0", head, name)]
    inside += [node(f"{key}{at}", role, words) for at, words in enumerate(cells, 1)]
    return node(key, Role.ROW, "", node(f"{key}:line", Role.GROUP, "", *inside))


TREE = node(
    "window", Role.WINDOW, "Ronde klaar",
    node("first", Role.BUTTON, "Terug"),
    node(
        "table", Role.TABLE, "Tussenstand",
        row("h", Role.COLUMN_HEADER, "Per ronde", "Ronde 1", "Samen"),
        row("a", Role.CELL, "Werkgever", "2 kaarten", "3 kaarten"),
        row("b", Role.CELL, "Cliënt", "Cliënt in Ronde 1: geen", "1 kaart"),
    ),
    node("last", Role.BUTTON, "Verder"),
)  # fmt: skip


def test_tab_stops_at_one_cell_of_a_table() -> None:
    assert stops(TREE, "first") == ["first", "a1", "last"]
    assert stops(TREE, "b2") == ["first", "b2", "last"]


@pytest.mark.parametrize(
    ("focus", "keys", "there"),
    [
        ("a1", ["right"], "a2"), ("a1", ["down"], "b1"), ("a1", ["left"], "a0"), ("a1", ["up"], "h1"),
        ("b2", ["right"], "b2"), ("h0", ["up"], "h0"), ("a1", ["down", "right", "up", "up", "left"], "h1"),
    ],
)  # fmt: skip
def test_arrows_go_from_cell_to_cell_and_stop_at_the_edge(focus: str, keys: list[str], there: str) -> None:
    for key in keys:
        focus = next_cell(TREE, focus, key) or ""
    assert focus == there


def test_outside_a_table_arrows_are_not_about_cells() -> None:
    assert next_cell(TREE, "first", "down") is None


def test_a_cell_says_what_it_is_of_once() -> None:
    names = cell_names(TREE)
    assert names["a2"] == "Werkgever, Samen: 3 kaarten"
    assert names["b1"] == "Cliënt in Ronde 1: geen"
    assert "a0" not in names and "h1" not in names


def test_a_screen_reader_gets_these_names_and_can_give_a_cell_the_focus() -> None:
    ids = Ids()
    update: Any = translate(TREE, "a2", ids)
    nodes = dict(update.nodes)
    import accesskit

    focused = nodes[update.focus]
    assert focused.label == "Werkgever, Samen: 3 kaarten"
    assert focused.supports_action(accesskit.Action.FOCUS)
