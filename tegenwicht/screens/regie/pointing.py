"""The ring around what a presenter's clicker is at, on both windows."""

from tegenwicht.kit.nodes import Node, find
from tegenwicht.kit.ops import Focus
from tegenwicht.screens.shell.clicking import pointed
from tegenwicht.screens.shell.view import View

REACH, THICK, RADIUS = 12, 6, 26


def ringed(v: View, tree: Node) -> Node:
    """The tree with that ring; as it is where the clicker is at nothing on it."""
    key = pointed(v.model)
    return _ringed(v, tree, key) if key and find(tree, key) is not None else tree


def _ringed(v: View, node: Node, key: str) -> Node:
    if node.key == key:
        at, thick = node.rect.inset(-v.px(REACH)), max(3, v.px(THICK))
        ring = Focus(at, v.theme.focus, v.theme.halo, thick, v.px(RADIUS), 2, 2)
        return node._replace(ops=(*node.ops, ring))
    return node._replace(children=tuple(_ringed(v, one, key) for one in node.children))
