"""Where everything has its place while one tells: on a large window, and from near on a small one."""

from typing import NamedTuple

from tegenwicht.screens.parts.table.ground import MOST_LARGER, Ground

Place = tuple[float, float, float, float]
"""Left, top, width and height, in design pixels from the window's top left."""
RIM_HIGH = 76


class Person(NamedTuple):
    """Somebody away from the table. x: their middle. plate: with the name, and the size of that; does: the height and
    size of what they do; lines: those of what it is about, and how wide these may be.
    """

    x: float
    pawn: Place
    speech: Place
    plate: Place
    name: float
    does: tuple[float, float]
    lines: tuple[float, float, float]


class Spots(NamedTuple):
    """places: of the two rows of three. label: how far above a row its name stands. slips: how far in a place they
    begin. hint: its middle and height, size, and how wide it may be. field_sizes: of its label and its words.
    listeners: all of their cards, three on a row, or what says how many they are.
    """

    table: Place
    teller: Person
    noter: Person
    places: tuple[tuple[Place, ...], tuple[Place, ...]]
    label: float
    head: float
    slips: float
    beside: Place
    field: Place
    field_sizes: tuple[float, float]
    hint: tuple[float, float, float, float]
    clock: Place
    listeners: Place
    most_listeners: int


def spots_of(g: Ground, listeners: int) -> Spots:
    """Those of a window. listeners: how many there are."""
    return _near(g, listeners) if g.near else _large(g, listeners)


def _rows(
    x: float, pitch: float, tops: tuple[float, float], wide: float, high: float
) -> tuple[tuple[Place, ...], ...]:
    return tuple(tuple((x + n * pitch, top, wide, high) for n in range(3)) for top in tops)


def _large(g: Ground, listeners: int) -> Spots:
    m, low, r = g.middle_x, g.lower, g.across - 1920

    def person(x: float) -> Person:
        return Person(
            x, (x - 107, 136 + low, 214, 240), (x + 83, 126 + low, 84, 76), (x - 130, 398 + low, 260, 62), 32,
            (501 + low, 30), (536 + low, 26, 330),
        )  # fmt: skip

    upper, lower = _rows(440 + m, 352, (138 + low, 388 + low), 336, 204)
    two = listeners > 3
    row = (96 + m, (864 if two else 868) + low, 1728, 122 if two else 104)
    return Spots(
        (410 + m, 84 + low, 1100, 538), person(216), person(1704 + r), (upper, lower), 12, 28, 60,
        (86, 622 + low, 260, 168), (410 + m, 666 + low, 1100, 124), (24, 44), (960 + m, 830 + low, 24, 1000),
        (1643 + r, 633 + low, 122, 122), row if listeners <= 6 else (660 + m, 872 + low, 600, 76), 6,
    )  # fmt: skip


def _near(g: Ground, listeners: int) -> Spots:
    across, bottom = g.across, g.down - RIM_HIGH
    side, top = 216 + (g.across - 1280) / 4, 84.0
    half = side - 24 - 8

    def person(x: float) -> Person:
        return Person(
            x, (x - 71, 94, 142, 159), (x + 40, 84, 56, 51), (x - half / 2 + 4, 262, half - 8, 48), 26, (342, 24),
            (370, 20, half),
        )  # fmt: skip

    under = bottom - (98 if listeners else 8)
    table = (side, top, across - 2 * side, under - 142 - top - 14)
    gap = 27 * min(MOST_LARGER, g.v.text)
    wide, high = (table[2] - 52 - 28) / 3, (table[3] - 14 - 20 - 2 * gap) / 2
    upper, lower = _rows(side + 26, wide + 14, (top + 14 + gap, top + 14 + 2 * gap + high), wide, high)
    row = (32.0, bottom - 96, across - 64, 84.0)
    many = (across / 2 - 260, bottom - 88, 520.0, 66.0)
    middle, words = 24 + half / 2, min(34, 36 / min(MOST_LARGER, g.v.text))
    return Spots(
        table, person(middle), person(across - middle), (upper, lower), 8, 24, 46,
        (28, 424, half - 8, under - 12 - 424), (side, under - 130, across - 2 * side, 92), (22, words),
        (across / 2, under - 12, 22, across - 2 * side), (across - middle - 50, 440, 100, 100),
        row if listeners <= 3 else many, 3,
    )  # fmt: skip
