"""Paper on the wall: a sheet with its wooden lip, a slip with words, and the bar in which a question is spoken."""

from tegenwicht.kit import widgets
from tegenwicht.kit.layout import Box, Nodes, Padded
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Colour, Fill, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.shell.view import View

LIP, RADIUS = 6, 16


def sheet_ops(
    v: View, rect: Rect, ground: Colour | None = None, line: Colour | None = None, strong: bool = False
) -> tuple[Op, ...]:
    """A sheet filling ``rect``, its lip included. strong: with a thick edge, for where one is now."""
    m = v.theme.table
    lip = v.px(LIP) if m.rich else 0
    body = rect._replace(h=rect.h - lip)
    edge = line or (v.theme.ink if strong else m.line)
    border = max(v.px(5 if strong else 2.6), widgets.outline(v))
    under = (Fill(rect, m.lip, v.px(RADIUS)),) if lip else ()
    return (*under, Fill(body, m.paper if ground is None else ground, v.px(RADIUS), border, edge))


def sheet(
    v: View,
    box: Box,
    key: str,
    label: str = "",
    pad: float = 30,
    ground: Colour | None = None,
    role: Role = Role.GROUP,
) -> Box:
    """A box on a sheet of its own; an article has the focus first."""

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        ops = sheet_ops(v, rect, ground)
        first = role is Role.ARTICLE
        return Node(key, role, rect, label, first=first, corner=v.px(RADIUS), ops=ops, children=tuple(nodes))

    return Padded(box, v.px(pad), v.px(pad * 0.8) + v.px(LIP) // 2, wrap)


def warm(v: View) -> tuple[Colour, Colour]:
    """(ground, ink) of the consideration that it is all about."""
    if v.theme.name == "light":
        return v.theme.table.persons[0], v.theme.ink
    return (v.theme.warn, v.theme.on_warn) if v.theme.name == "dark" else (v.theme.paper, v.theme.ink)
