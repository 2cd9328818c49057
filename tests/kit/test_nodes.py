"""The keys of nodes: each has one of its own."""

from tegenwicht.kit.nodes import Node, Role, walk, with_own_keys
from tegenwicht.kit.rect import Rect


def node(key: str, *children: Node) -> Node:
    return Node(key, Role.GROUP, Rect(0, 0, 9, 9), children=children)


def test_a_tree_whose_nodes_have_their_own_keys_stays_the_same() -> None:
    tree = node("window", node("a", node("b")), node("c"))
    assert with_own_keys(tree) is tree


def test_what_comes_later_under_the_same_key_gets_a_number() -> None:
    tree = with_own_keys(node("window", node("a"), node("a", node("b")), node("b"), node("a")))
    assert [one.key for one in walk(tree)] == ["window", "a", "a#2", "b", "b#2", "a#3"]


def test_behind_a_panel_too_no_key_comes_twice() -> None:
    behind = node("a")._replace(inert=True)
    tree = with_own_keys(node("window", behind, node("a")))
    assert [one.key for one in tree.children] == ["a", "a#2"]
