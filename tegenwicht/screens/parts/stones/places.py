"""Where everything stands on the screens of the stones, on a large screen and from near, on a small window."""

from typing import NamedTuple

from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.table.ground import HEIGHT, RIM, Ground

SIDE, GAP, BETWEEN = 32, 10, 22
"""From near, in design pixels: what is free at the sides, between two columns, and more between the two sides."""


class Places(NamedTuple):
    """Measures in design pixels; where these are places, those of ``spot``.

    columns begin at ``first``, each ``column`` wide. asks, says: the heading and the line under it: x, base line, size,
    and room. small: the part of their full size that stones, dishes and icons have. icon: the sign on a control, from
    its top left; name: the base line, size and left of its name; figure: left, base line and size of its number;
    minus: its place from the right and the top, and its size. left: the dish with what is left, and the words beside it.
    """

    column: float
    gap: float
    between: float
    first: float
    control_y: float
    control: float
    dish_y: float
    asks: tuple[float, float, float, float]
    says: tuple[float, float, float, float]
    sides: tuple[float, float]
    small: float
    icon: tuple[float, float, float]
    name: tuple[float, float, float]
    figure: tuple[float, float, float]
    minus: tuple[float, float, float, float]
    left: tuple[float, float]
    still: tuple[float, float, float]
    room: float
    moved_room: float
    moved: tuple[float, float]
    legend: float
    asked: tuple[float, float, float, float]
    asked_size: float
    talk: tuple[float, float, float, float]


LARGE = Places(
    column=272, gap=18, between=30, first=86, control_y=874, control=94, dish_y=812, asks=(96, 152, 72, 1000),
    says=(96, 203, 30, 1250), sides=(297, 387), small=1, icon=(12, 16, 58), name=(35, 24, 84), figure=(84, 78, 36),
    minus=(60, 38, 48, 46), left=(1560, 182), still=(1716, 139, 32), room=480, moved_room=400, moved=(64, 194),
    legend=234, asked=(1150, 90, 676, 210), asked_size=44, talk=(1070, 40, 730, 27),
)  # fmt: skip


def places_of(g: Ground) -> Places:
    """Those on this window."""
    if not g.near:
        return LARGE
    column = (g.across - 2 * SIDE - 5 * GAP - BETWEEN) / 6
    rim = g.down - HEIGHT + RIM
    end = g.across - SIDE
    return Places(
        column=column, gap=GAP, between=BETWEEN, first=SIDE, control_y=rim - 112, control=96, dish_y=rim - 156,
        asks=(SIDE, 120, 46, 820), says=(SIDE, 156, 24, end - 350 - SIDE), sides=(212, 262), small=0.74,
        icon=(10, 40, 48), name=(29, 23, 12), figure=(78, 79, 32), minus=(54, 42, 44, 44), left=(end - 236, 148),
        still=(end - 120, 118, 24), room=rim - 412, moved_room=rim - 474, moved=(column * 0.27, column * 0.7), legend=170,
        asked=(end - 520, 76, 520, 142), asked_size=30, talk=(end - 600, 74, 600, 23),
    )  # fmt: skip


def spot(g: Ground, x: float, y: float, w: float, h: float) -> Rect:
    """In the middle of a large screen; from near in design pixels from the window's top left."""
    return g.place(x, y, w, h) if g.near else g.mid(x, y, w, h)
