"""Where everything of *De weegschaal* stands, on a large screen and near by, on a small window."""

from typing import NamedTuple

from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.harvest.now import Harvest
from tegenwicht.screens.parts.table import scale
from tegenwicht.screens.parts.table.ground import HEIGHT, RIM, Ground

SIDE, COLUMN, GAP, TOP = 32, 264, 18, 146
"""Near by, in design pixels: what is free at the sides, how wide a side is, what is beside it, where the sheet begins."""
SMALLER = 0.64
"""The part of its full size that the scale has near by."""


class LookPlaces(NamedTuple):
    """Where everything stands, in the window's pixels, and the sizes of words, in design pixels.

    ground, shape: those of the scale. sides: of each side its name and total, and from where its first tally stands,
    each ``pitch`` below the other. came_up: the total of a cluster. each: how high a remark is. cards: where those of
    today lie.
    """

    ground: Ground
    shape: scale.Shape
    sides: tuple[Rect, Rect]
    name: float
    total: float
    came_up: float
    tallies: tuple[Rect, Rect]
    pitch: int
    legend: Rect
    sheet: Rect
    side: float
    asks: float
    remark: float
    each: int
    norm: float
    cards: Rect


def look_places(now: Harvest) -> LookPlaces:
    """Those on this window."""
    return _near(now) if now.v.near else _large(now)


def _large(now: Harvest) -> LookPlaces:
    g = now.g
    return LookPlaces(
        ground=g, shape=scale.shape_on(g, 0.0), sides=(g.left(32, 480, 290, 90), g.right(1598, 480, 290, 90)),
        name=36, total=48, came_up=36, tallies=(g.left(32, 592, 290, 88), g.right(1598, 592, 290, 88)), pitch=g.px(104),
        legend=g.left(32, 918, 290, 36), sheet=g.mid(372, 190, 1176, 588), side=48, asks=92, remark=38,
        each=g.px(116), norm=32, cards=g.mid(372, 812, 1176, 142),
    )  # fmt: skip


def _near(now: Harvest) -> LookPlaces:
    g = now.g
    rim, right = g.down - HEIGHT + RIM, g.across - SIDE - COLUMN
    small = Ground(g.v, g.scale * SMALLER)
    arm = small.across / 2 - (SIDE + COLUMN / 2) / SMALLER
    left, wide = SIDE + COLUMN + GAP, g.across - 2 * (SIDE + COLUMN + GAP)
    high = rim - 150 - TOP
    tally = rim - 256
    return LookPlaces(
        ground=small, shape=scale.Shape((960, 98 / SMALLER - small.lower), arm),
        sides=(g.place(SIDE, tally - 98, COLUMN, 94), g.place(right, tally - 98, COLUMN, 94)),
        name=30, total=40, came_up=29, pitch=g.px(84),
        tallies=(g.place(SIDE, tally, COLUMN, 74), g.place(right, tally, COLUMN, 74)),
        legend=g.place(left + wide / 2 - 126, rim - 36, 270, 34), sheet=g.place(left, TOP, wide, high), side=30, asks=44,
        remark=28, each=g.px((high - 72 - 54) / 3), norm=24, cards=g.place(left, rim - 134, wide, 98),
    )  # fmt: skip
