"""Where everything on the screen of a layer has its place: on a large window, and from near on a small one."""

from typing import NamedTuple

from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.peel.rings import OUTER, ROOM, Round, large_round
from tegenwicht.screens.parts.table.ground import MOST_LARGER, Ground

LEFT, WIDE = 1012, 844
TOP, RIM_HIGH = 84, 76


class Question(NamedTuple):
    """How a question is written. sizes: from large to small, of which the first is taken that fits on a line. split:
    the size on two lines. base: at which height the letters stand on one line, and from which on two; step: between
    these two.
    """

    sizes: tuple[float, ...]
    split: float
    base: tuple[float, float]
    step: float


class Spots(NamedTuple):
    """In design pixels, or as places in the window. head: where the layer's number stands, and its size; spoken: the
    bar with the second question, with the sizes of its letters at the most and at least; lines: the height of the
    last line of words; field: of a slip, with the sizes of its label, its words and the warning under it.
    """

    round: Round
    x: float
    wide: float
    head: tuple[float, float]
    question: Question
    folded: Rect
    trays: tuple[float, float]
    gap: float
    spoken: Rect
    spoken_sizes: tuple[float, float]
    buttons: Rect
    last: float
    field: Rect
    field_sizes: tuple[float, float, float]


def spots_of(g: Ground, writing: bool) -> Spots:
    """Those of a window. writing: whether a slip is being written."""
    return _near(g, writing) if g.near else _large(g)


def _large(g: Ground) -> Spots:
    right, low = g.across - 1920, g.lower
    return Spots(
        large_round(g), LEFT + right, WIDE, (131 + low, 28),
        Question((76, 72, 66), 56, (214 + low, 188 + low), 62), g.right(LEFT, 276, WIDE, 66),
        (276 + low, 636 + low), 26, g.right(LEFT, 668, WIDE, 146), (42, 30), g.right(LEFT, 846, WIDE, 60),
        953 + low, g.right(LEFT, 832, WIDE, 124), (24, 34, 20),
    )  # fmt: skip


def _near(g: Ground, writing: bool) -> Spots:
    larger = min(MOST_LARGER, g.v.text)
    bottom = g.down - RIM_HIGH
    part = min((bottom - TOP - 118) / (2 * OUTER), 0.43 * g.across / (2 * ROOM), 0.95)
    spare = bottom - TOP - 118 - 2 * OUTER * part
    middle = (34 + ROOM * part, TOP + spare / 2 + OUTER * part)
    x = 2 * ROOM * part + 64
    wide = g.across - 32 - x
    first, trays = TOP + 20 * larger, TOP + 134 * larger
    second = first + 48 * larger
    spoken, sizes = (bottom - 244, (min(28, 31 / larger), 24)) if writing else (bottom - 216, (32, 24))
    return Spots(
        Round(g, middle, part), x, wide, (first, 22),
        Question((54, 50, 46), 40, (second + 18 * larger, second), 44 * larger), g.place(x, trays, wide, 50),
        (trays, spoken - 16), 20, g.place(x, spoken, wide, 80 if writing else 96), sizes,
        g.place(x, bottom - 104, wide, 50), bottom - 20, g.place(x, bottom - 150, wide, 80), (20, min(28, 30 / larger), 20),
    )  # fmt: skip
