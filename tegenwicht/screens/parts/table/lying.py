"""What lies on the table: cards, stacks and piles, seen in perspective, each with its shadow.

Places are design pixels; a thing's place is the middle of its nearest edge.
"""

from collections.abc import Sequence
from functools import lru_cache
from math import cos, radians, sin
from typing import NamedTuple

from tegenwicht.game.cards import Cluster, Family
from tegenwicht.kit.ops import Colour, Drawing, Laid, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.table.backs import back_ops
from tegenwicht.screens.parts.table.ground import EYE, FAR, LEAN, Ground, seen_lying
from tegenwicht.screens.parts.table.scale import web

FINE = 2
"""A flat picture is drawn so much larger than it is seen."""
SHIFTS = (0.0, 1.2, -0.8, 0.6, -1.4, 0.9, -0.3, 1.5)
"""How far each card of a pile lies aside of the one below, in design pixels."""
Point = tuple[float, float]


class Lying(NamedTuple):
    """Where a card lies: the middle of its nearest edge, its size, and by how many degrees it is turned."""

    x: float
    y: float
    w: float
    h: float
    turn: float = 0.0


def card_seen(g: Ground, at: Lying) -> Rect:
    """The box of a card that lies there, in the window's pixels."""
    xs, ys = zip(*corners(g, at), strict=True)
    return g.place(min(xs), min(ys) + g.lower, max(xs) - min(xs), max(ys) - min(ys))


def laid_card(g: Ground, at: Lying, ops: tuple[Op, ...], shadow: bool = True) -> tuple[Op, ...]:
    """A card with ``ops`` on it, that were made for ``flat_size``; and its shadow on the wood."""
    angle = radians(at.turn)
    box = None
    if at.turn:
        c, s = abs(cos(angle)), abs(sin(angle))
        box = (at.w * c + at.h * s, at.w * s + at.h * c)
    seen = seen_lying(at.x, at.y, at.w, at.h, box, middle=_middle(g))
    top, low = round((seen.y + g.lower) * g.scale), round((seen.y + seen.h + g.lower) * g.scale)
    left, right = int(seen.x * g.scale), int((seen.x + seen.w) * g.scale) + 1
    edges = [edge * g.scale for edge in (*seen.top, *seen.bottom)]
    size = flat_size(g, at)
    laid = Laid(
        Rect(left, top, right - left, low - top), size, ops, (edges[0], edges[1]), (edges[2], edges[3]), at.turn
    )  # fmt: skip
    return (*shadow_of(g, corners(g, at)), laid) if shadow else (laid,)


def flat_size(g: Ground, at: Lying) -> tuple[int, int]:
    """The pixels of the flat picture of a card that lies there."""
    return g.px(at.w) * FINE, g.px(at.h) * FINE


def laid_back(g: Ground, at: Lying, cluster: Cluster | None, shadow: bool = True) -> tuple[Op, ...]:
    """A card that lies face down."""
    return laid_card(g, at, back_ops(g.v.theme, cluster, *flat_size(g, at)), shadow)


def _middle(g: Ground) -> float:
    return EYE[0] + g.middle_x


def seen_point(g: Ground, x: float, y: float, away: float) -> Point:
    """Where a point of the table is seen, ``away`` design pixels farther than the line ``y``."""
    k = FAR / (FAR + away * LEAN[1])
    middle = _middle(g)
    return middle + (x - middle) * k, EYE[1] + (y - away * LEAN[0] - EYE[1]) * k


def corners(g: Ground, at: Lying) -> tuple[Point, ...]:
    """The four corners of a card that lies there, from the far left, clockwise; without ``g.lower``."""
    angle, middle = radians(at.turn), at.h / 2
    found = []
    for dx, dy in ((-1, 1), (1, 1), (1, -1), (-1, -1)):
        x, y = dx * at.w / 2, dy * at.h / 2
        turned_x, turned_y = x * cos(angle) - y * sin(angle), x * sin(angle) + y * cos(angle)
        found.append(seen_point(g, at.x + turned_x, at.y, middle + turned_y))
    return tuple(found)


# -- piles


def pile_ops(
    g: Ground, at: Lying, edges: Sequence[Colour], cluster: Cluster | None, step: float = 4
) -> tuple[Op, ...]:
    """A pile, one layer for each of ``edges`` from the bottom, the last one its top card, face down."""
    top = at._replace(y=at.y - step * (len(edges) - 1))
    shadow = shadow_of(g, corners(g, at), len(edges) > 1)
    below = (_layers(g, at, tuple(edges[:-1]), step),) if len(edges) > 1 else ()
    return (*shadow, *below, *laid_back(g, top, cluster, shadow=False))


def pile_seen(g: Ground, at: Lying, cards: int, step: float = 4) -> Rect:
    """The box of a pile of so many cards, in the window's pixels."""
    return card_seen(g, at).around(card_seen(g, at._replace(y=at.y - step * max(0, cards - 1))))


def edges_of_pile(g: Ground, cluster: Family, cards: int) -> tuple[Colour, ...]:
    """The colours of the layers of one cluster's pile: every other card shows its colour at its edge."""
    m, solid = g.v.theme.table, g.v.theme.clusters[cluster].solid
    return tuple(solid if number % 2 == 0 else m.card_line for number in range(cards))


def _layers(g: Ground, at: Lying, edges: tuple[Colour, ...], step: float) -> Drawing:
    seen = pile_seen(g, at, len(edges), step).inset(-g.px(4))
    x, y = seen.x / g.scale, seen.y / g.scale - g.lower
    points = tuple(
        tuple((px - x + SHIFTS[n % len(SHIFTS)], py - y) for px, py in corners(g, at._replace(y=at.y - step * n)))
        for n in range(len(edges))
    )  # fmt: skip
    return Drawing(seen, (seen.w / g.scale, seen.h / g.scale), _stacked(points, edges, g.v.theme.table.rich))


@lru_cache(64)
def _stacked(layers: tuple[tuple[Point, ...], ...], edges: tuple[Colour, ...], rich: bool) -> str:
    paper = "#ffffff" if rich else "#000000"
    return "".join(
        f'<path d="{rounded(points, 9)}" fill="{paper}" stroke="{web(edge)}" stroke-width="2.2"/>'
        for points, edge in zip(layers, edges, strict=True)
    )


def empty_place(g: Ground, at: Lying) -> Drawing:
    """A dashed outline where a pile was."""
    seen = card_seen(g, at).inset(-g.px(4))
    x, y = seen.x / g.scale, seen.y / g.scale - g.lower
    points = tuple((px - x, py - y) for px, py in corners(g, at))
    m = g.v.theme.table
    body = (
        f'<path d="{rounded(points, 12)}" fill="{web(m.rim)}" fill-opacity="0.22" stroke="{web(m.line)}"'
        f' stroke-width="2.6" stroke-dasharray="10 7"/>'
    )
    return Drawing(seen, (seen.w / g.scale, seen.h / g.scale), body)


# -- shadows


def shadow_of(g: Ground, points: Sequence[Point], high: bool = False) -> tuple[Drawing, ...]:
    """The shadow of a card whose corners are seen there; longer under something high. None in high contrast."""
    if not g.v.theme.table.rich:
        return ()
    far = 1.4 if high else 1.0
    xs, ys = [x for x, _ in points], [y for _, y in points]
    x, y, room = min(xs) - 22, min(ys) - 6, 44
    w, h = max(xs) - min(xs) + 2 * room, max(ys) - min(ys) + room
    body = "".join(
        f'<path d="{rounded([(px - x + dx * far, py - y + dy * far) for px, py in points], 14)}"'
        f' fill="#000000" fill-opacity="{dark}"/>'
        for dx, dy, dark in ((10, 15, 0.10), (5, 8, 0.14))
    )
    return (Drawing(g.place(x, y + g.lower, w, h), (w, h), body),)


def rounded(points: Sequence[Point], radius: float) -> str:
    """A closed path through the points with round corners."""
    parts: list[str] = []
    for number, (x, y) in enumerate(points):
        before, after = points[number - 1], points[(number + 1) % len(points)]
        start, end = _towards((x, y), before, radius), _towards((x, y), after, radius)
        parts.append(
            f"{'L' if parts else 'M'}{start[0]:.2f} {start[1]:.2f} Q{x:.2f} {y:.2f} {end[0]:.2f} {end[1]:.2f}"
        )
    return " ".join(parts) + " Z"


def _towards(one: Point, other: Point, far: float) -> Point:
    dx, dy = other[0] - one[0], other[1] - one[1]
    length = max(1e-6, (dx * dx + dy * dy) ** 0.5)
    part = min(0.5, far / length)
    return one[0] + dx * part, one[1] + dy * part
