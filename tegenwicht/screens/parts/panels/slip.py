"""A slip of paper in a panel: what belongs together lies on it, as on the table."""

from tegenwicht.kit.layout import Box, Nodes, Padded
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.shell.view import View


def slip(v: View, key: str, box: Box) -> Box:
    """The box on a slip of paper of its own."""
    m = v.theme.table

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        paper = Fill(rect, m.slip, v.px(14), max(2, v.px(2)), m.line if m.rich else v.theme.ink)
        return Node(key, Role.GROUP, rect, ops=(paper,), children=tuple(nodes))

    return Padded(box, v.px(20), v.px(16), wrap)
