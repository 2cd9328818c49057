"""What the large screens of the stones share: where columns stand, the names of both sides, the control under a column."""

from collections.abc import Sequence

from tegenwicht.game.cards import Cluster
from tegenwicht.i18n import tr
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Colour, Drawing, Fill, Icon
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.names import cluster_name
from tegenwicht.screens.parts.stones.words import ORDER, side_name
from tegenwicht.screens.parts.table import letters
from tegenwicht.screens.parts.table.ground import Ground
from tegenwicht.screens.parts.table.scale import web

COLUMN, GAP, BETWEEN, FIRST = 272, 18, 30, 86
CONTROL_Y, CONTROL, LIP, ICON = 874, 94, 6, 58
DISH_Y = 812
WHITE = (255, 255, 255)


def column_x(number: int) -> float:
    """Where a column begins, number 0 to 5 from the left, in design pixels."""
    return FIRST + number * (COLUMN + GAP) + (BETWEEN if number >= len(ORDER) // 2 else 0)


def heading(g: Ground, words: str, under: str) -> list[Node]:
    """The question of the screen, and what is said under it."""
    ink = g.v.theme.ink
    at = g.mid(96, 152, 0, 0)
    title = letters.line(g, (at.x, at.y), words, 72, "bold", ink, 0.0, g.px(1000))
    nodes = [Node("stones:question", Role.HEADING, title.rect, words, level=2, ops=(title,))]
    if under:
        line = letters.line(g, (at.x, at.y + g.px(51)), under, 30, "medium", ink, 0.0, g.px(1250))
        nodes.append(Node("stones:explained", Role.TEXT, line.rect, under, ops=(line,)))
    return nodes


def figures(
    g: Ground, at: tuple[int, int], before: int, now: int | None, size: float, ink: Colour
) -> tuple[tuple[object, ...], int]:
    """A number, or one with an arrow to what it became; and where that ends, in pixels."""
    m, design = g.v.theme.table, size / min(1.2, g.v.text)
    first = letters.line(g, at, str(before), design, "bold", ink if now is None else m.faint)
    if now is None:
        return (first,), first.rect.right
    wide = g.px(size * 0.72)
    arrow = Rect(first.rect.right + g.px(size * 0.3), at[1] - g.px(size * 0.62), wide, g.px(size * 0.56))
    second = letters.line(g, (arrow.right + g.px(size * 0.3), at[1]), str(now), design, "bold", ink)
    return (first, arrow_ops(arrow, m.faint), second), second.rect.right


def arrow_ops(at: Rect, ink: Colour) -> Drawing:
    """An arrow to the right filling ``at``."""
    body = f'<path d="M2 16 H40 M29 6 L40 16 L29 26" fill="none" stroke="{web(ink)}" stroke-width="4.4"/>'
    return Drawing(at, (44, 32), body)


def side(g: Ground, frames: bool, base: float, before: int, now: int | None = None) -> Node:
    """The name of three columns with its total, over a beam. base: the height its letters stand on.

    now: what the total became, where it is shown beside what it was.
    """
    m, ink = g.v.theme.table, g.v.theme.ink
    first = column_x(3 if frames else 0) + 6
    wide = 3 * COLUMN + 2 * GAP - 12
    at = g.mid(first + 8, base, 0, 0)
    name = letters.line(g, (at.x, at.y), side_name(frames), 34, "bold", ink)
    total, end = figures(g, (name.rect.right + g.px(12), at.y), before, now, 34, m.faint)
    beam = g.mid(first, base + 19, wide, 5)
    px = g.px(16)
    ends = [Rect(x - px // 2, beam.y + beam.h // 2 - px // 2, px, px) for x in (beam.x, beam.right)]
    ops = (name, *total, Fill(beam, m.beam), *(Fill(one, m.brass, px // 2) for one in ends))
    told = str(before) if now is None else tr("begin {before}, eind {now}").format(before=before, now=now)
    rect = name.rect._replace(w=end - name.rect.x)
    return Node(f"stones:side:{frames}", Role.TEXT, rect, f"{side_name(frames)} {told}", ops=ops)


def control_rect(g: Ground, number: int) -> Rect:
    """Where the control under a column stands, with the lip under it."""
    return g.mid(column_x(number), CONTROL_Y - g.up, COLUMN, CONTROL + LIP)


def control_ops(
    g: Ground, rect: Rect, cluster: Cluster, sign: str, numbers: Sequence[object]
) -> tuple[object, ...]:
    """A control filling ``rect``: the cluster's sign, its key and its name; ``numbers``: the ops of those on it."""
    m, colours = g.v.theme.table, g.v.theme.clusters[cluster]
    lip, radius = g.px(LIP), g.px(16)
    body = rect._replace(h=rect.h - lip)
    px = g.px(ICON)
    square = Rect(body.x + g.px(12), body.y + g.px(16), px, px)
    line = g.px(2) if colours.edge != colours.under else 0
    name = letters.line(
        g, (name_x(g, rect), body.y + g.px(35)), cluster_name(cluster), 24, "semibold", g.v.theme.ink, 0.0,
        body.right - name_x(g, rect) - g.px(10),
    )  # fmt: skip
    ops: list[object] = [
        Fill(body._replace(y=rect.y + lip), m.lip if m.rich else m.wall, radius),
        Fill(body, m.paper, radius, g.px(3), colours.line), Fill(square, colours.solid, g.px(12), line, colours.edge),
        Icon(square.inset((px - g.px(36)) // 2), cluster.value, WHITE), name,
    ]  # fmt: skip
    if sign:
        side_px = g.px(28)
        at = Rect(square.right + g.px(11) - side_px, square.bottom + g.px(9) - side_px, side_px, side_px)
        ops += letters.key_sign(g, at, sign, g.v.theme.ink, m.paper)
    return (*ops, *numbers)


def name_x(g: Ground, rect: Rect) -> int:
    """Where the name and the numbers on a control begin."""
    return rect.x + g.px(84)
