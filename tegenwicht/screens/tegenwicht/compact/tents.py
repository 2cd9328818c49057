"""The name tents on the rim of the compact table, as wide as there is room for."""

from tegenwicht.kit.nodes import Node
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.table import tents
from tegenwicht.screens.parts.table.ground import Ground
from tegenwicht.screens.tegenwicht.compact.compact_size import Size
from tegenwicht.screens.tegenwicht.now import Now
from tegenwicht.screens.tegenwicht.pieces import seats

UNIT, START, STANDS = 0.83, 14, 5
"""A tent's design pixel in those of 1024 by 640, where the first one stands, and how much higher the one on turn does."""


def tents_of(now: Now, s: Size, room: int) -> list[Node]:
    """The tents in so many pixels from the left; without the names of who waits where that is too wide, or none."""
    people = seats.persons(now)
    if not people:
        return []
    g = Ground(now.v, s.unit * UNIT)
    for folded in (False, True):
        rects = _rects(g, people, folded)
        if rects[-1].right <= room:
            return seats.seats(now._replace(g=g), rects, 1, joins=False)
    return []


def _rects(g: Ground, people: list[tents.Person], folded: bool) -> list[Rect]:
    x, rects = float(START), []
    for one in people:
        wide = tents.WIDE if one.on_turn or not folded else tents.FOLDED
        high = tents.HIGH + (STANDS if one.on_turn else 0)
        rects.append(g.front(x, tents.FIRST_Y + tents.HIGH - high, wide, high + 10))
        x += wide + tents.CLOSE
    return rects
