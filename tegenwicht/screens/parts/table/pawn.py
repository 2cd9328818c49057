"""A pawn: a person away from the table, in the colour and with the letters of their tent."""

from functools import lru_cache

from tegenwicht.kit.ops import Colour, Drawing, Fill
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.table import letters
from tegenwicht.screens.parts.table.ground import Ground
from tegenwicht.screens.parts.table.scale import web

WIDE, HIGH = 100, 112
INK = (31, 36, 48)
LEAST = 20.4
"""How large its letters are at the least, in design pixels: to be read from the room on the smallest pawn too."""


def pawn_ops(g: Ground, at: Rect, number: int, letter: str) -> tuple[object, ...]:
    """The pawn of the seat ``number`` (from 0) filling ``at``; from the seventh with a band across."""
    colours = g.v.theme.table.persons
    colour, unit = colours[number % len(colours)], at.h / HIGH
    middle = at.x + at.w // 2, at.y + round(97 * unit)
    size = max(34.5 * unit / g.scale, LEAST)
    text = letters.line(g, middle, letter, size / min(1.2, g.v.text), "bold", INK, 0.5)
    band: tuple[object, ...] = ()
    if number >= len(colours):
        band = (
            Fill(
                Rect(
                    at.x + round(16 * unit),
                    min(at.y + round(62 * unit), text.rect.y),  # never through its letters
                    round(68 * unit),
                    max(2, round(7 * unit)),
                ),
                INK,
            ),
        )
    return (Drawing(at, (WIDE, HIGH), _pawn(colour), ground=colour), *band, text)


@lru_cache(32)
def _pawn(colour: Colour) -> str:
    return (
        f'<path d="M50 4 a27 27 0 0 1 19 46 C88 56 96 72 96 102 a6 6 0 0 1 -6 6 H10 a6 6 0 0 1 -6 -6'
        f' C4 72 12 56 31 50 A27 27 0 0 1 50 4 Z" fill="{web(colour)}" stroke="{web(INK)}" stroke-width="4"/>'
    )
