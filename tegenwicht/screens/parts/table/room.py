"""The room: wall and skirting, the wooden table with its planks, and the rim in front. Never a control."""

from tegenwicht.kit.ops import Fill, Lines, Op, Still
from tegenwicht.kit.rect import Rect
from tegenwicht.kit.theme import mixed
from tegenwicht.screens.parts.table.ground import BACK_EDGE, HEIGHT, RIM, WIDTH, Ground

PLANKS, VANISHING_Y, APART = 9, -420, 150
"""Lines on either side of the middle, the height at which they would meet, and how far apart they are behind."""


def room(g: Ground) -> tuple[Op, ...]:
    """Wall, table and rim, over the whole window."""
    return (*wall(g), *table_top(g), *rim(g))


def wall(g: Ground, back_edge: float = BACK_EDGE) -> tuple[Op, ...]:
    """The wall and its skirting board, where people only think and nothing lies."""
    m = g.v.theme.table
    back = g.left(0, back_edge - 26, g.across, 26)
    return (Fill(g.whole, m.wall), Fill(back, m.skirting))


def table_top(g: Ground, back_edge: float = BACK_EDGE, front_edge: float = RIM) -> tuple[Op, ...]:
    """The wood, from its back edge to its front edge, whose heights are given in design pixels."""
    m = g.v.theme.table
    back = g.left(0, back_edge, g.across, 5)
    wood = g.whole._replace(y=back.y, h=g.v.height - back.y)
    ground = Fill(wood, m.wood)
    if not m.rich:
        return (ground,)
    if g.v.hasty:  # once, it is faster without keeping it
        edge = Fill(wood._replace(h=back.h), m.wood_edge)
        return (ground, edge, _planks(g, 0, back_edge, front_edge))
    seen = (
        Fill(Rect(0, 0, wood.w, wood.h), m.wood),
        Fill(Rect(0, 0, wood.w, back.h), m.wood_edge),
        _planks(g, wood.y, back_edge, front_edge),
    )
    return (ground, Still(wood, seen, solid=True))


def _planks(g: Ground, start: int, back_edge: float, front_edge: float) -> Lines:
    """The lines between the planks; ``start``: how many pixels from the window's top they are placed."""
    m = g.v.theme.table
    top, bottom = back_edge + 5 + g.lower, front_edge + g.down - HEIGHT
    middle = WIDTH / 2 + g.middle_x
    from_eye = back_edge + 5 - VANISHING_Y
    wider = (from_eye + bottom - top) / from_eye
    count = PLANKS + round(g.middle_x / APART)
    area = g.place(0, top, g.across, bottom - top)
    area = area._replace(y=area.y - start)
    lines = tuple(
        (round((middle + n * APART) * g.scale), area.y, round((middle + n * APART * wider) * g.scale), area.bottom)
        for n in range(-count, count + 1)
    )  # fmt: skip
    return Lines(area, lines, g.px(2), mixed(m.wood, m.plank, 0.38))


def rim(g: Ground) -> tuple[Op, ...]:
    """The front of the table, on which name tents and buttons stand."""
    m = g.v.theme.table
    front = g.front(0, RIM, g.across, HEIGHT - RIM)
    edge = g.front(0, RIM + 4, g.across, 3)
    light = g.front(0, RIM, g.across, 4)
    return (
        Fill(front._replace(h=g.v.height - front.y), m.rim), Fill(light, m.rim_light), Fill(edge, m.rim_edge),
    )  # fmt: skip
