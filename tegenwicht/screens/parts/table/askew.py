"""What lies or stands a little askew, smooth, with the soft shadow it throws."""

from math import ceil, cos, radians, sin

from tegenwicht.kit.ops import Colour, Fill, Op, Still, Turned
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.table.ground import Ground

FINE = 2
"""A turned picture is drawn so much larger than it is seen."""
SOFT = 8
"""How far its shadow reaches, in design pixels."""


def askew(
    g: Ground,
    rect: Rect,
    ops: tuple[Op, ...],
    degrees: float,
    radius: int,
    paper: Colour,
    drop: bool = True,
) -> Turned:
    """A sheet filling ``rect`` before it is turned to the left by so many degrees.

    ops: what is on it, from its own top left, ``FINE`` times as large as it is seen; so is ``radius``, of its corners.
    drop: whether it throws a shadow.
    """
    w, h = rect.w, rect.h
    if not (drop and g.v.theme.table.rich):
        return Turned(around(rect, w, h, degrees), (w * FINE, h * FINE), ops, degrees)
    pad = g.px(SOFT * 1.4) + 2
    size = (w + 2 * pad) * FINE, (h + 2 * pad) * FINE
    inside = Rect(pad * FINE, pad * FINE, w * FINE, h * FINE)
    under = Fill(inside.inset(2), paper, radius, shadow=FINE * g.px(SOFT), shade=0.8)
    where = around(rect, w + 2 * pad, h + 2 * pad, degrees)
    return Turned(where, size, (under, Still(inside, ops)), degrees)


def around(rect: Rect, w: int, h: int, degrees: float) -> Rect:
    """Around the middle of ``rect``, what a picture of ``w`` by ``h`` takes when it is turned by so many degrees."""
    c, s = abs(cos(radians(degrees))), abs(sin(radians(degrees)))
    across, down = ceil(w * c + h * s) + 2, ceil(w * s + h * c) + 2
    across, down = across + (across - rect.w) % 2, down + (down - rect.h) % 2
    return Rect(rect.x - (across - rect.w) // 2, rect.y - (down - rect.h) // 2, across, down)
