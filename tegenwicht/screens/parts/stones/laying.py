"""The stones while they are laid, large: six columns on dishes, and the dish with what is left."""

from tegenwicht.game.cards import CLUSTERS, Cluster
from tegenwicht.game.stones import LayStone, TakeStone
from tegenwicht.game.tally import FRAMES, PEOPLE
from tegenwicht.i18n import tr
from tegenwicht.kit.nodes import Drag, Node, Place, Role
from tegenwicht.kit.ops import Fill, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.names import cluster_name
from tegenwicht.screens.parts.stones import parts
from tegenwicht.screens.parts.stones.now import Now
from tegenwicht.screens.parts.stones.places import places_of, spot
from tegenwicht.screens.parts.stones.words import LEFT, ORDER, still_to_lay, value_of
from tegenwicht.screens.parts.table import letters
from tegenwicht.screens.parts.table.ground import Ground
from tegenwicht.screens.parts.table.stone import DISH, HIGH, WIDE, dish_ops, grey_ops, stone_ops
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import All, Do

PITCH, BELOW = 80, 7
"""How far one stone is above the other, and how far the lowest stands below a dish's edge, in design pixels."""
ROWS = {1: (1,), 2: (2,), 3: (2, 1), 4: (3, 1), 5: (3, 2), 6: (3, 3), 7: (4, 3), 8: (4, 3, 1), 9: (4, 3, 2)}
STONE_LIFT = 1.12
"""How many times larger the stone that can be taken becomes under the pointer."""
SWAY = (0, -2, -4, 2, 0, -3, 1, -2, 2, 0)


def nodes(g: Ground, now: Now) -> list[Node]:
    """Everything on the table, in reading order."""
    made = [*parts.heading(g, now.question, now.explained, not now.stones.is_laying)]
    if now.stones.is_laying:
        made.append(left(g, now))
    for frames, clusters in ((False, PEOPLE), (True, FRAMES)):
        total = sum(now.stones.on(one) for one in clusters)
        made.append(
            parts.side(g, frames, places_of(g).sides[int(g.near and not now.stones.is_laying)], total)
        )
        for cluster in clusters:
            number = ORDER.index(cluster)
            made.append(column(g, now, cluster, number))
            made += controls(g, now, cluster, number)
    return made


# -- the columns


def column(g: Ground, now: Now, cluster: Cluster, number: int) -> Node:
    """A dish with the stones on it; what is there is told by the control under it."""
    p = places_of(g)
    left, foot = parts.column_x(g, number), p.dish_y + BELOW * p.small - g.up
    middle = spot(g, left + p.column / 2, p.dish_y - g.up, 0, 0)
    dish = dish_ops(g, middle.x, middle.y, DISH * p.small)
    n = now.stones.on(cluster)
    room = p.room if now.stones.is_laying or not g.near else p.moved_room
    pitch = min(PITCH * p.small, room / n) if n else PITCH
    size = pitch / PITCH
    ops: list[Op] = list(dish)
    top: tuple[Op, ...] = ()
    for level in range(n):
        wide, high = WIDE * size, HIGH * size
        x = left + p.column / 2 - wide / 2 + SWAY[level] * size
        top = stone_ops(g, spot(g, x, foot - level * pitch - high, wide, high), cluster)
        ops += top
    whole = spot(g, left, foot + g.up - p.room - 20, p.column, p.room + 74 * p.small)
    children = (_dish(g, now, cluster, left, foot, top),) if now.stones.is_laying else ()
    return Node(f"column:{cluster}", Role.GROUP, whole, ops=tuple(ops), children=children)


def _dish(g: Ground, now: Now, cluster: Cluster, left: float, foot: float, top: tuple[Op, ...]) -> Node:
    """Where a stone may fall: the dish, and a stone higher than what lies on it. ``top``: the highest that lies."""
    p, n = places_of(g), now.stones.on(cluster)
    high = min(p.room, PITCH * p.small * (max(2, n) + 1))
    at = spot(g, left + 20 * p.small, foot - high, p.column - 40 * p.small, high + 30 * p.small)
    return Node(
        f"dish:{cluster}", Role.GROUP, at, presses=f"stones:{cluster}",
        drag=_taken_off(cluster, top) if n else None,
    )  # fmt: skip


def _taken_off(cluster: Cluster, top: tuple[Op, ...]) -> Drag:
    """The stone on top, to another dish or back to those that are left."""
    take = Do(TakeStone(cluster))
    others = [Place(f"dish:{one}", All((take, Do(LayStone(one))))) for one in CLUSTERS if one is not cluster]
    return Drag((Place(LEFT, take), *others), stays=True, shows=top, lift=1.0)


def controls(g: Ground, now: Now, cluster: Cluster, number: int) -> list[Node]:
    """The control that adds a stone, and its minus; where none are laid, only how many lie."""
    rect = parts.control_rect(g, number)
    n, ink, p = now.stones.on(cluster), g.v.theme.ink, places_of(g)
    x, base = parts.figure_at(g, rect)
    size = p.figure[2] / min(1.2, g.v.text)
    figure = letters.line(g, (x + (0 if g.near else g.px(12)), base), str(n), size, "bold", ink)
    name = cluster_name(cluster)
    if not now.stones.is_laying:
        ops = parts.control_ops(g, rect, cluster, "", (figure,))
        return [Node(f"stones:{cluster}", Role.TEXT, rect, f"{name}, {value_of(n)}", ops=ops)]
    key = keys.MENTION[CLUSTERS.index(cluster)]
    ops = parts.control_ops(g, rect, cluster, now.sign(key) if now.stones.left else "", (figure,))
    right, top, wide, high = map(g.px, p.minus)
    taking = Rect(rect.right - right, rect.y + top, wide, high)
    less = minus(now, cluster, taking, g.scale)
    return [spin(now, cluster, rect)._replace(corner=g.px(16), ops=ops, children=(less,))]


def spin(now: Now, cluster: Cluster, rect: Rect) -> Node:
    """The number of stones on a cluster: pressed it is one more, with the arrows one more or less.

    When all ten lie, Enter is the main button's: to press it is to say that they lie well.
    """
    n = now.stones.on(cluster)
    key = keys.MENTION[CLUSTERS.index(cluster)]
    lay, take = Do(LayStone(cluster)), Do(TakeStone(cluster))
    told = tr("leg een steen: Enter of pijl omhoog; pak er een terug: pijl omlaag")
    more = lay if now.stones.left else None
    return Node(
        f"stones:{cluster}", Role.SPIN, rect, cluster_name(cluster), value_of(n), told, (n, 0, 10), more, more,
        take if n else None, key.names if more else (), first=cluster is ORDER[0],
    )  # fmt: skip


def minus(now: Now, cluster: Cluster, rect: Rect, scale: float) -> Node:
    """Takes one stone back; the keyboard has the arrow down and Shift with the digit."""
    m, n = now.v.theme.table, now.stones.on(cluster)
    ink = now.v.theme.ink if n else now.v.theme.off
    bar = Rect(rect.x + round(rect.w * 0.33), rect.y + rect.h // 2 - max(1, round(1.6 * scale)), 0, 0)
    line = bar._replace(w=rect.right - round(rect.w * 0.33) - bar.x, h=max(2, round(3.2 * scale)))
    edge = m.line if n else now.v.theme.off
    ops = (Fill(rect, m.wall, round(12 * scale), max(1, round(2.2 * scale)), edge), Fill(line, ink))
    return Node(
        f"minus:{cluster}", Role.BUTTON, rect, tr("Steen terug van {cluster}").format(cluster=cluster_name(cluster)),
        action=Do(TakeStone(cluster)) if n else None, enabled=bool(n), changes=f"stones:{cluster}",
        shortcuts=(keys.TAKE_STONE[CLUSTERS.index(cluster)],), corner=round(12 * scale), ops=ops,
    )  # fmt: skip


# -- what is left


def left(g: Ground, now: Now) -> Node:
    """The stones that are still to be laid, grey, on a dish at the right above, and how many. The top one is dragged."""
    n, ink, p = now.stones.left, g.v.theme.ink, places_of(g)
    (dish_x, dish_y), s = p.left, p.small
    middle = spot(g, dish_x, dish_y, 0, 0)
    ops: list[Op] = list(dish_ops(g, middle.x, middle.y, 290 * s, shadow=False))
    top: tuple[Op, ...] = ()
    for at in grey_places(n):
        top = grey_ops(spot(g, dish_x + at[0] * s, dish_y + (8 + at[1]) * s, at[2] * s, at[3] * s))
        ops += top
    dishes = tuple(Place(f"dish:{one}", Do(LayStone(one))) for one in CLUSTERS)
    drag = Drag(dishes, stays=True, shows=top, lift=STONE_LIFT) if n else None
    words = still_to_lay(n)
    first, _, rest = words.partition(" ")
    place, size = spot(g, *p.still[:2], 0, 0), p.still[2]
    lines = [
        letters.line(
            g, (place.x, place.y + k * g.px(size * 1.25)), one, size, "bold", ink, 0.0, g.px(size * 5.9)
        )
        for k, one in enumerate((first, rest))
    ]
    whole = spot(g, dish_x - 150 * s, dish_y - 122 * s, 490 * s, 160 * s)
    return Node(LEFT, Role.TEXT, whole, words, live=False, drag=drag, ops=(*ops, *lines))


def grey_places(n: int) -> list[tuple[float, float, float, float]]:
    """Where so many stones lie: x, y, width and height in design pixels from the middle of the dish's floor."""
    size = 1.0 if n < 3 else 0.72 if n < 6 else 0.6
    wide, high = WIDE * size, HIGH * size
    made = []
    for row, count in enumerate(ROWS.get(n, (4, 4, 2)) if n else ()):
        first = -(count * wide + (count - 1) * 6 * size) / 2
        made += [(first + k * (wide + 6 * size), -high * 0.94 * row - high, wide, high) for k in range(count)]
    return made
