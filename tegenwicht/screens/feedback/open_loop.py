"""Where the loops run, and the open one: thick, with a line that runs along it when its question opens."""

from math import cos, pi, sin
from typing import NamedTuple

from tegenwicht.kit.motion.moves import Becoming, Move, Sound, Together
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Colour, Drawing, Fill, Op
from tegenwicht.screens.parts.table.ground import Ground, ground_around
from tegenwicht.screens.parts.table.scale import web
from tegenwicht.screens.shell.view import View

MIDDLES = (268, 738, 1182, 1640)
STATION_W, STATION_H, STATION_Y = 330, 116, 150
DOWN = {1: 1544, 2: 1640, 3: 1736}
UP = {1: 1202, 2: 698, 3: 268}
"""Where a loop leaves Resultaat, and where it comes up under its station."""
OPEN, OPENS_IN = "loop:open", 0.6
"""The node of the open loop, and how many seconds its line takes to run along it."""


class Places(NamedTuple):
    """Where things are when a question is open. low: the bottom of each loop; card: of the question."""

    low: dict[int, float]
    card: tuple[float, float, float, float]
    texts: dict[int, tuple[float, float, float]]
    discs: dict[int, tuple[float, float]]


PLACES = {
    0: Places({1: 700, 2: 800, 3: 906}, (941, 318, 864, 216),
              {1: (1232, 596, 290), 2: (730, 772, 560), 3: (452, 868, 950)},
              {0: (1795, 150), 1: (1374, 700), 2: (1374, 800), 3: (388, 906)}),
    1: Places({1: 520, 2: 800, 3: 908}, (868, 414, 864, 216),
              {2: (730, 772, 560), 3: (452, 872, 950)},
              {0: (1795, 150), 1: (1374, 400), 2: (1374, 800), 3: (388, 908)}),
    2: Places({1: 438, 2: 764, 3: 906}, (743, 492, 864, 212),
              {1: (1232, 320, 290), 3: (452, 858, 950)},
              {0: (1795, 150), 1: (1374, 438), 2: (818, 764), 3: (388, 906)}),
    3: Places({1: 424, 2: 492, 3: 960}, (742, 520, 864, 146),
              {1: (1232, 314, 290), 2: (730, 466, 560)},
              {0: (1795, 150), 1: (1374, 424), 2: (1500, 492), 3: (388, 960)}),
}  # fmt: skip


NEAR_PLACES = {
    0: Places({1: 752, 2: 866, 3: 986}, (941, 318, 864, 206),
              {1: (1226, 568, 306), 2: (734, 828, 700), 3: (452, 946, 1200)},
              {0: (1795, 150), 1: (1374, 752), 2: (1500, 866), 3: (388, 986)}),
    1: Places({1: 520, 2: 842, 3: 986}, (868, 424, 864, 226),
              {2: (734, 802, 700), 3: (452, 946, 1200)},
              {0: (1795, 150), 1: (1374, 408), 2: (1500, 842), 3: (388, 986)}),
    2: Places({1: 486, 2: 826, 3: 986}, (743, 540, 864, 212),
              {1: (1226, 312, 306), 3: (452, 946, 1200)},
              {0: (1795, 150), 1: (1374, 486), 2: (818, 826), 3: (388, 986)}),
    3: Places({1: 474, 2: 532, 3: 1016}, (742, 560, 864, 126),
              {1: (1226, 308, 306), 2: (734, 458, 456)},
              {0: (1795, 150), 1: (1374, 474), 2: (1500, 532), 3: (268, 800)}),
}  # fmt: skip
"""The same on a small window, where letters are larger and there is more room below: the other questions take more
lines, and below the last one both lists stand beside each other."""
EDGE, TOP, WIDE, NEAR_HIGH = 60, 110, 1800, 940
"""What the figure takes of the design, from its left and its top; how high it is on a small window."""
NEAR_EDGE, NEAR_TOP, RIM_HIGH = 32, 80, 76


def figure_ground(v: View) -> Ground:
    """The ground on which it stands: in the middle of a large window; whole, but smaller, on a small one."""
    g = ground_around(v)
    if not g.near:
        return g
    across, down = g.across - 2 * NEAR_EDGE, g.down - NEAR_TOP - RIM_HIGH - 6
    part = min(across / WIDE, down / NEAR_HIGH)
    small = Ground(v, g.scale * part, near=True)
    left, top = NEAR_EDGE + (across - WIDE * part) / 2, NEAR_TOP + (down - NEAR_HIGH * part) / 2
    return small._replace(
        right_by=left / part - EDGE - small.middle_x, down_by=top / part - TOP - small.lower
    )


def places_at(g: Ground, at: int) -> Places:
    """Where things are when question ``at`` is open."""
    return (NEAR_PLACES if g.near else PLACES)[at]


def loop(number: int, low: float, colour: str, width: int) -> str:
    """A loop as SVG, in a box whose corner is (60, 130) of the design."""
    right, left = DOWN[number] - 60, UP[number] - 60
    top, bottom, r = STATION_Y + STATION_H + 6 - 130, low - 130, min(64.0, (low - 320) * 0.6)
    head = 24 if width > 5 else 17
    tip = STATION_Y + STATION_H + 15 - 130
    return (
        f'<path d="M{right} {top} V{bottom - r} A{r} {r} 0 0 1 {right - r} {bottom} H{left + r}'
        f' A{r} {r} 0 0 1 {left} {bottom - r} V{tip + 28}" fill="none" stroke="{colour}" stroke-width="{width}"/>'
        f'<path d="M{left} {tip} L{left + head} {tip + 32} H{left - head} Z" fill="{colour}"/>'
    )


def open_loop(g: Ground, at: int, places: Places) -> list[Node]:
    """The loop of the question that is open, thick; there is none for question 0."""
    if at not in places.low:
        return []
    x, y = UP[at] - 30, STATION_Y + STATION_H
    wide, high = DOWN[at] + 10 - x, places.low[at] + 10 - y
    line = loop(at, places.low[at], web(g.v.theme.strong), 14)
    body = f'<g transform="translate({60 - x} {130 - y})">{line}</g>'
    whole = g.mid(x, y, wide, high)
    return [Node(OPEN, Role.GROUP, whole, layer=-1, ops=(Drawing(whole, (wide, high), body),))]


def through_stations(g: Ground) -> list[Node]:
    """A pointer presses the number of a question through the station it looks at."""
    return [
        Node(
            f"station:{number}",
            Role.GROUP,
            g.mid(x - STATION_W / 2, STATION_Y, STATION_W, STATION_H),
            presses=f"step:{len(MIDDLES) - 1 - number}",
        )
        for number, x in enumerate(MIDDLES)
    ]


def opening(g: Ground, number: int) -> Move:
    """A thick line runs along the loop of a question, from Resultaat to where it looks, with a dot before it."""
    run = Becoming(OPEN, lambda part, _rect: _running(g, number, part), OPENS_IN)
    return Together((Sound("slide"), run))


def _running(g: Ground, number: int, part: float) -> tuple[Op, ...]:
    """The loop as far as the line has come."""
    low, right, left = places_at(g, number).low[number], DOWN[number], UP[number]
    r, top, tip = min(64.0, (low - 320) * 0.6), STATION_Y + STATION_H + 6, STATION_Y + STATION_H + 43
    bend = r * pi / 2
    pieces = (low - r - top, bend, right - left - 2 * r, bend, low - r - tip)
    gone, colour = part * sum(pieces), g.v.theme.strong
    ops: list[Op] = []
    for n, long in enumerate(pieces):
        done = min(1.0, max(0.0, gone / long))
        if done > 0:
            ops.append(_piece(g, n, done, (left, right, top, low, r), colour))
            x, y = _end(n, done, (left, right, top, low, r))
        gone -= long
    if not ops:
        return ()
    return (*ops, Fill(g.mid(x - 12, y - 12, 24, 24), colour, g.px(12)))


Way = tuple[float, float, float, float, float]
"""Of a loop: its left and right, its top and bottom, and the radius of its bends."""


def _piece(g: Ground, n: int, done: float, way: Way, colour: Colour) -> Op:
    """A straight piece as far as it is done; a bend whole."""
    left, right, top, low, r = way
    match n:
        case 0:
            return Fill(g.mid(right - 7, top, 14, (low - r - top) * done), colour)
        case 2:
            long = (right - left - 2 * r) * done
            return Fill(g.mid(right - r - long, low - 7, long, 14), colour)
        case 4:
            long = (low - r - STATION_Y - STATION_H - 43) * done
            return Fill(g.mid(left - 7, low - r - long, 14, long), colour)
    x, turn = (
        (right - r, f"M{r} 0 A{r} {r} 0 0 1 0 {r}") if n == 1 else (left, f"M{r} {r} A{r} {r} 0 0 1 0 0")
    )
    body = (
        f'<path d="{turn}" transform="translate(7 0)" fill="none" stroke="{web(colour)}" stroke-width="14"/>'
    )
    return Drawing(g.mid(x - 7, low - r, r + 14, r + 7), (r + 14, r + 7), body)


def _end(n: int, done: float, way: Way) -> tuple[float, float]:
    """Where a piece ends that is done as far as that."""
    left, right, top, low, r = way
    turned = done * pi / 2
    return (
        (right, top + (low - r - top) * done),
        (right - r + r * cos(turned), low - r + r * sin(turned)),
        (right - r - (right - left - 2 * r) * done, low),
        (left + r - r * sin(turned), low - r + r * cos(turned)),
        (left, low - r - (low - r - STATION_Y - STATION_H - 43) * done),
    )[n]
