"""Words on the table: one line each, placed by the line they stand on, as large as fits their place."""

from tegenwicht.kit.ops import Colour, Fill, Op, Words
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.table.ground import MOST_LARGER, Ground

SMALLEST_PART, LARGE_PART = 0.7, 0.82
"""A line that does not fit gets smaller, down to this part of its size; then it ends in dots. Down to which part it is
still as large as the others beside it."""


def size(g: Ground, design: float) -> int:
    """A size of text in the window's pixels; a little larger where larger text was asked for."""
    return g.px(design * min(MOST_LARGER, g.v.text))


def line(
    g: Ground,
    at: tuple[int, int],
    words: str,
    design: float,
    weight: str,
    colour: Colour,
    align: float = 0.0,
    room: int = 0,
) -> Words:
    """One line of text whose letters stand at height ``at[1]``, beginning at ``at[0]`` in the window's pixels.

    align: 0.0 begins there, 0.5 has its middle there, 1.0 ends there. room: pixels it may be wide; larger than
    ``design`` only where it fits, smaller where it must be.
    """
    words, px = fitted(g, words, design, weight, room)
    ascent, drawn = g.v.type.stands(weight, px)
    wide = g.v.type.width(words, weight, px)
    middle = at[1] - ascent + drawn // 2
    top = middle - px // 2  # the letters themselves, without the room that a font keeps above and below
    high = px + (drawn - px) % 2
    return Words(Rect(at[0] - round(wide * align), top, wide, high), words, weight, px, colour)


def fitted(g: Ground, words: str, design: float, weight: str, room: int) -> tuple[str, int]:
    """The words and their size in pixels, so that they are no wider than ``room``; 0 is as wide as they are."""
    type_, px = g.v.type, size(g, design)
    least = min(px, max(round(g.px(design) * SMALLEST_PART), g.px(20)))
    while room and px > least and type_.width(words, weight, px) > room:
        px -= 1
    if not room or type_.width(words, weight, px) <= room:
        return words, px
    while len(words) > 1 and type_.width(f"{words.rstrip()}…", weight, px) > room:
        words = words[:-1]
    return f"{words.rstrip()}…", px


def is_large(g: Ground, words: str, design: float, weight: str, room: int) -> bool:
    """Whether a line has nearly its own size, ``LARGE_PART`` of it, where it may be no wider than ``room``."""
    return g.v.type.width(words, weight, round(size(g, design) * LARGE_PART)) <= room


def width(g: Ground, words: str, design: float, weight: str) -> int:
    """How wide a line is, in the window's pixels."""
    return g.v.type.width(words, weight, size(g, design))


def tight(
    g: Ground, rect: Rect, words: str, weight: str, px: int, colour: Colour, align: float = 0.5
) -> Words:
    """A line halfway down ``rect``, its own rectangle no higher than its letters; ``px``: in the window's pixels."""
    wide = g.v.type.width(words, weight, px)
    x = rect.x + round((rect.w - wide) * align)
    return Words(Rect(x, rect.y + (rect.h - px) // 2, wide, px), words, weight, px, colour)


def key_sign(
    g: Ground, at: Rect, shown: str, ink: Colour, paper: Colour, design: float = 20
) -> tuple[Op, ...]:
    """The sign of a key: a small square of paper with the key's letter, filling ``at``."""
    middle = (at.x + at.w // 2, at.y + at.h // 2 + round(g.px(design) * 0.345))
    edge = Fill(at, paper, g.px(8), g.px(2), ink)
    return (edge, line(g, middle, shown, design, "bold", ink, 0.5, at.w))
