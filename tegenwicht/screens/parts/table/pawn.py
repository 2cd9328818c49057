"""A pawn: a person away from the table, in the colour and with the letters of their tent."""

from functools import lru_cache

from tegenwicht.kit.ops import Colour, Drawing, Fill, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.table import letters
from tegenwicht.screens.parts.table.ground import Ground
from tegenwicht.screens.parts.table.scale import web

WIDE, HIGH = 100, 112
INK = (31, 36, 48)
LEAST = 20.4
"""How large its letters are at the least, in design pixels: to be read from the room on the smallest pawn too."""


def pawn_ops(g: Ground, at: Rect, number: int, letter: str) -> tuple[Op, ...]:
    """The pawn of the seat ``number`` (from 0) filling ``at``; from the seventh with a band across."""
    colours = g.v.theme.table.persons
    colour, unit = colours[number % len(colours)], at.h / HIGH
    middle = at.x + at.w // 2, at.y + round(96 * unit)
    size = max(36 * unit / g.scale, LEAST)
    text = letters.line(g, middle, letter, size / min(1.2, g.v.text), "bold", INK, 0.5)
    band: tuple[Op, ...] = ()
    if number >= len(colours):
        top = min(62.0, (text.rect.y - at.y) / unit)  # never through its letters
        half = max(11.0, min(25.5, 11 + 1.6 * (top - 54)))
        left = at.x + round((50 - half) * unit)
        wide = round(2 * half * unit)
        band = (Fill(Rect(left, at.y + round(top * unit), wide, max(2, round(7 * unit))), INK),)
    return (Drawing(at, (WIDE, HIGH), _pawn(colour, g.v.theme.table.rich), ground=colour), *band, text)


@lru_cache(32)
def _pawn(colour: Colour, rich: bool) -> str:
    """A round head on a bell, and the shadow it stands in."""
    shadow = '<ellipse cx="50" cy="105.6" rx="42" ry="6" fill="#000000" fill-opacity="0.17"/>' if rich else ""
    return (
        f'{shadow}<path d="M37.7 54 A27 27 0 1 1 62.3 54 C78 60.5 90.2 79 90.2 104.6 H9.8 C9.8 79 22 60.5 37.7 54 Z"'
        f' fill="{web(colour)}" stroke="{web(INK)}" stroke-width="3.5" stroke-linejoin="round"/>'
    )
