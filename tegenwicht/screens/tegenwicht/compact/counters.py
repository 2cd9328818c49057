"""The counters on the compact table: six in a row, or three and three."""

from tegenwicht.game.cards import CLUSTERS, Cluster
from tegenwicht.kit.flow import Grid
from tegenwicht.kit.layout import Box, Leaf
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill, Icon, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.names import cluster_name
from tegenwicht.screens.parts.table import letters
from tegenwicht.screens.shell import keys
from tegenwicht.screens.tegenwicht.compact.compact_size import Size
from tegenwicht.screens.tegenwicht.compact.piles import key_sign
from tegenwicht.screens.tegenwicht.now import Now
from tegenwicht.screens.tegenwicht.pieces import laid
from tegenwicht.screens.tegenwicht.pieces.counting import mark, told

WHITE = (255, 255, 255)


def counters(now: Now, s: Size) -> Box:
    """Six in a row, or three and three; those of a pan after each other."""
    sides = [now.side(False), now.side(True)]
    across = sum(map(len, sides))
    gap = s.px(8)
    one_row = (now.v.width - 2 * s.px(12) - gap * across) // max(1, across) >= s.px(140)
    order = [cluster for side in sides for cluster in side]
    boxes = [Leaf(s.px(74), lambda rect, c=cluster: [_counter(now, s, c, rect)]) for cluster in order]  # type: ignore[misc]
    return Grid(boxes, across if one_row else 3, gap)


def _counter(now: Now, s: Size, cluster: Cluster, rect: Rect) -> Node:
    v, m, colours = now.v, now.v.theme.table, now.v.theme.clusters[cluster]
    on = cluster in now.turn.mentions
    key = keys.MENTION[CLUSTERS.index(cluster)]
    sign = now.sign(key) if now.cards else ""
    ink = WHITE if on else v.theme.ink
    square = Rect(rect.x + s.px(10), rect.y + s.px(9), s.px(34), s.px(34))
    ground, glyph = (WHITE, colours.solid) if on else (colours.solid, WHITE)
    line = max(1, s.px(2)) if colours.edge != colours.under and not on else 0
    ops: list[Op] = [
        Fill(rect, colours.solid if on else m.paper, s.px(10), max(2, s.px(2)), colours.edge if on else colours.line),
        Fill(square, ground, s.px(8), line, colours.edge), Icon(square.inset(s.px(6)), cluster.value, glyph),
    ]  # fmt: skip
    if sign:
        side = s.px(22)
        ops += key_sign(now, s, Rect(square.right - s.px(13), square.bottom - s.px(13), side, side), sign)
    figure = str(now.counts.came_up(cluster))
    at = Rect(square.right, square.y, rect.right - square.right - s.px(12), square.h)
    ops.append(letters.tight(now.g, at, figure, "bold", s.text(25), ink, 1.0))
    word = laid.short_name(cluster)
    px = s.text(18)
    while px > s.text(14) and v.type.width(word, "semibold", px) > rect.w - s.px(16):
        px -= 1
    under = Rect(
        rect.x + s.px(10), square.bottom + s.px(6), rect.w - s.px(14), rect.bottom - square.bottom - s.px(8)
    )
    ops.append(letters.tight(now.g, under, word, "semibold", px, ink, 0.0))
    action = mark(now, cluster)
    return Node(
        f"counter:{cluster}", Role.TOGGLE, rect, cluster_name(cluster), description=told(now, cluster), action=action,
        enabled=action is not None, pressed=on, shortcuts=key.names if now.cards else (), corner=s.px(10),
        ops=tuple(ops),
    )  # fmt: skip
