"""The table that people are set at: seen from above, with the scale and a few cards, and where the seats are."""

from tegenwicht.i18n import tr
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Drawing, Fill, Op, Turned
from tegenwicht.screens.parts.table import letters, scale
from tegenwicht.screens.parts.table.ground import Ground, at_in
from tegenwicht.screens.parts.table.rim import clock_ops
from tegenwicht.screens.parts.table.scale import web
from tegenwicht.screens.parts.table.upright import standing_back

TABLE = (96, 360, 944, 566)
TENT, SMALL_TENT, MANY = (222, 80), (178, 76), 8
"""The size of a tent, and of one where there are more than so many places."""
INNER, OUTER = 257, 323
"""How far from the middle a tent stands in the rows behind and in front, and in those between."""
MIDDLE = (568, 655)
SCALE = 0.26
LEAST_PX = 16


def places(count: int) -> list[tuple[float, float]]:
    """Where the middle of each place is, in design pixels, clockwise from the right of the screen."""
    if count > MANY:
        return _many()[:count]
    right = -(-count // 2)
    return [*_side(right, 1), *reversed(_side(count - right, -1))]


def _side(count: int, way: int) -> list[tuple[float, float]]:
    x, y = MIDDLE
    rows = {0: (), 1: (0,), 2: (-118, 118), 3: (-193, 0, 193), 4: (-208, -70, 70, 208)}[count]
    between = range(1, count - 1) if count > 2 else range(count)
    return [(x + way * (OUTER if n in between else INNER), y + row) for n, row in enumerate(rows)]


def _many() -> list[tuple[float, float]]:
    x, y = MIDDLE
    near, far, wide = 103, 308, 355
    return [
        (x + near, y - 208), (x + far, y - 208), (x + wide, y - 70), (x + wide, y + 70),
        (x + far, y + 208), (x + near, y + 208), (x - near, y + 208), (x - far, y + 208),
        (x - wide, y + 70), (x - wide, y - 70), (x - far, y - 208), (x - near, y - 208),
    ]  # fmt: skip


def readable(g: Ground, size: float) -> float:
    """A size of letters, no smaller than can be read where the table is drawn small."""
    return max(size, LEAST_PX / g.scale)


def at_table(g: Ground, x: float, y: float) -> tuple[int, int]:
    """Where a place in design pixels is, in pixels of this window."""
    place = g.mid(x, y, 0, 0)
    return place.x, place.y


def table(g: Ground) -> Node:
    """The table from above, the screen at its head, a scale and a pile in its middle; never a control."""
    m = g.v.theme.table
    x, y, wide, high = TABLE
    at = g.mid(x - 30, y, wide + 60, high + 52)
    ops: list[Op] = [Drawing(at, (wide + 60, high + 52), _top(wide, high, _wood(g), m.rich))]
    plate = g.mid(448, 300, 240, 42)
    ops.append(Fill(plate, m.beam, g.px(7)))
    ink = m.wall
    ops.append(
        letters.line(
            g, (plate.centre[0], plate.y + g.px(28)), tr("het scherm"), readable(g, 23), "semibold", ink, 0.5
        )
    )
    ops += _still_life(g)
    return Node("setup:table", Role.GROUP, at.around(plate), ops=tuple(ops))


def _wood(g: Ground) -> tuple[str, str, str, str]:
    m = g.v.theme.table
    lip = m.rim_edge if m.rich else m.rim_light
    edge = m.rim if m.rich else m.rim_light
    return web(m.wood), web(edge), web(lip), web(m.plank)


def _top(wide: float, high: float, colours: tuple[str, str, str, str], rich: bool) -> str:
    r, edge, x = 176, 18, 30
    wood, rim, lip, plank = colours
    lines = "".join(
        f'<path d="M{x + at} {edge if 150 < at < wide - 150 else 60} V{high - (edge if 150 < at < wide - 150 else 60)}"'
        f' stroke="{plank}" stroke-opacity="0.38" stroke-width="2"/>'
        for at in range(92, int(wide) - 60, 76)
    )
    shadow = (
        f'<ellipse cx="{x + wide / 2}" cy="{high + 18}" rx="{wide / 2 - 40}" ry="22" fill="#000000"'
        f' fill-opacity="0.06"/><ellipse cx="{x + wide / 2}" cy="{high + 16}" rx="{wide / 2 - 90}" ry="18"'
        f' fill="#000000" fill-opacity="0.06"/>'
    )
    return (
        f'{shadow if rich else ""}<rect x="{x}" y="14" width="{wide}" height="{high}" rx="{r}" fill="{lip}"/>'
        f'<rect x="{x}" y="0" width="{wide}" height="{high}" rx="{r}" fill="{rim}"/>'
        f'<rect x="{x + edge}" y="{edge}" width="{wide - 2 * edge}" height="{high - 2 * edge}" rx="{r - edge}"'
        f' fill="{wood}"/>{lines if rich else ""}'
    )


def _still_life(g: Ground) -> list[Op]:
    """The scale, level, and the cards that wait, in the middle of the table."""
    small, m = Ground(g.v, g.scale * SCALE), g.v.theme.table
    middle = g.middle_x + 607, g.lower + 545
    x, y = at_in(small, g, *middle)
    shape = scale.Shape((x, y), 382, 288)
    ops: list[Op] = [*scale.pillar(small, m, y, y + 634, x), scale.beam(small, m, shape)]
    ops += [scale.pan(small, m, shape.end(right), 288, 258) for right in (False, True)]
    ops += clock_ops(small, small.mid(x - 62, y - 62, 124, 124), 0.0, glyph="scale")
    ops += [_card(g, 433, 636 - n * 4, 6.0) for n in range(4)]
    return ops


def _card(g: Ground, x: float, y: float, degrees: float) -> Turned:
    return standing_back(g, g.mid(x - 42, y - 59, 84, 118), None, degrees)
