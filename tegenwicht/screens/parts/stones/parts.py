"""What the large screens of the stones share: where columns stand, the names of both sides, the control under a column."""

from collections.abc import Sequence

from tegenwicht.game.cards import Cluster
from tegenwicht.i18n import tr
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Colour, Drawing, Fill, Icon, Op, Words
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.names import cluster_name, short_name
from tegenwicht.screens.parts.stones.places import places_of, spot
from tegenwicht.screens.parts.stones.words import ORDER, side_name
from tegenwicht.screens.parts.table import letters
from tegenwicht.screens.parts.table.ground import Ground
from tegenwicht.screens.parts.table.scale import web

LIP = 6
WHITE = (255, 255, 255)


def column_x(g: Ground, number: int) -> float:
    """Where a column begins, number 0 to 5 from the left, in design pixels."""
    p = places_of(g)
    return p.first + number * (p.column + p.gap) + (p.between if number >= len(ORDER) // 2 else 0)


def heading(g: Ground, words: str, under: str, beside: bool = False) -> list[Node]:
    """The question of the screen, and what is said under it. beside: from near, whether a sheet hangs beside it."""
    p = places_of(g)
    title = _line(g, p.asks, words, "bold")
    nodes = [Node("stones:question", Role.HEADING, title.rect, words, level=2, ops=(title,))]
    if under:
        x, y, size, room = p.says
        room = min(room, g.across - p.talk[2] - 100) if g.near and beside else room
        said = [under]
        if g.near and letters.width(g, under, 0.9 * size, "medium") > g.px(room):
            said = list(g.v.type.lines(under, "medium", letters.size(g, size), g.px(room)))
        lines = [_line(g, (x, y + n * size * 1.2, size, room), one, "medium") for n, one in enumerate(said)]
        whole = lines[0].rect.around(lines[-1].rect)
        nodes.append(Node("stones:explained", Role.TEXT, whole, under, ops=tuple(lines)))
    return nodes


def _line(g: Ground, at: tuple[float, float, float, float], words: str, weight: str) -> Words:
    place = spot(g, *at[:2], 0, 0)
    return letters.line(g, (place.x, place.y), words, at[2], weight, g.v.theme.ink, 0.0, g.px(at[3]))


def figures(
    g: Ground, at: tuple[int, int], before: int, now: int | None, size: float, ink: Colour
) -> tuple[tuple[Op, ...], int]:
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
    m, ink, p = g.v.theme.table, g.v.theme.ink, places_of(g)
    first, size = column_x(g, 3 if frames else 0) + 6, 34 if not g.near else 28
    wide = 3 * p.column + 2 * p.gap - 12
    at = spot(g, first + 8, base, 0, 0)
    name = letters.line(g, (at.x, at.y), side_name(frames), size, "bold", ink)
    total, end = figures(g, (name.rect.right + g.px(12), at.y), before, now, size, m.faint)
    beam = spot(g, first, base + size * 0.56, wide, 5)
    px = g.px(16)
    ends = [Rect(x - px // 2, beam.y + beam.h // 2 - px // 2, px, px) for x in (beam.x, beam.right)]
    ops = (name, *total, Fill(beam, m.beam), *(Fill(one, m.brass, px // 2) for one in ends))
    told = str(before) if now is None else tr("begin {before}, eind {now}").format(before=before, now=now)
    rect = name.rect._replace(w=end - name.rect.x)
    return Node(f"stones:side:{frames}", Role.TEXT, rect, f"{side_name(frames)} {told}", ops=ops)


def control_rect(g: Ground, number: int) -> Rect:
    """Where the control under a column stands, with the lip under it."""
    p = places_of(g)
    return spot(g, column_x(g, number), p.control_y - g.up, p.column, p.control + LIP)


def control_ops(g: Ground, rect: Rect, cluster: Cluster, sign: str, numbers: Sequence[Op]) -> tuple[Op, ...]:
    """A control filling ``rect``: the cluster's sign, its key and its name; ``numbers``: the ops of those on it."""
    m, colours, p = g.v.theme.table, g.v.theme.clusters[cluster], places_of(g)
    lip, radius = g.px(LIP), g.px(16)
    body = rect._replace(h=rect.h - lip)
    px = g.px(p.icon[2])
    square = Rect(body.x + g.px(p.icon[0]), body.y + g.px(p.icon[1]), px, px)
    line = g.px(2) if colours.edge != colours.under else 0
    base, size, left = p.name
    x, words = rect.x + g.px(left), cluster_name(cluster)
    room = body.right - x - g.px(10)
    if g.near and cluster is Cluster.INDIVIDUAL and letters.width(g, words, size, "semibold") > room:
        words = short_name(cluster)
    name = letters.line(g, (x, body.y + g.px(base)), words, size, "semibold", g.v.theme.ink, 0.0, room)
    ops: list[Op] = [
        Fill(body._replace(y=rect.y + lip), m.lip if m.rich else m.wall, radius),
        Fill(body, m.paper, radius, g.px(3), colours.line), Fill(square, colours.solid, g.px(12), line, colours.edge),
        Icon(square.inset(round(px * 0.19)), cluster.value, WHITE), name,
    ]  # fmt: skip
    if sign:
        side_px = g.px(28)
        at = Rect(square.right + g.px(11) - side_px, square.bottom + g.px(9) - side_px, side_px, side_px)
        ops += letters.key_sign(g, at, sign, g.v.theme.ink, m.paper)
    return (*ops, *numbers)


def figure_at(g: Ground, rect: Rect) -> tuple[int, int]:
    """Where the number on a control begins, and its base line."""
    x, base, _ = places_of(g).figure
    return rect.x + g.px(x), rect.y + g.px(base)
