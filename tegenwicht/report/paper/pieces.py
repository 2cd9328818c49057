"""Pieces of text on a card of paper: lines of one style below each other, measured before they are drawn."""

from dataclasses import dataclass

from tegenwicht.report.colours import Colour
from tegenwicht.report.paper.card_looks import WHITE, Box
from tegenwicht.report.pdf.ink import BOLD, CAPITAL, MM, Face, Ink

LEAST_POINTS = 6.5
"""No text on a card is smaller than this, whatever the card's size."""

BAND, SIDE = 11.2, 3.3
"""The coloured band on top of a card, and the room beside its text, in mm on a card of 63 mm."""

NUMBERED = 4.6
"""How far the text behind a number stands from the left, in mm on a card of 63 mm."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines of one style, with the room above them in mm. ``number``: stands on a disc before the first; 0 for none."""

    lines: tuple[str, ...]
    face: Face
    size: float
    above: float
    colour: Colour
    leading: float
    number: int = 0

    @property
    def line(self) -> float:
        """The height of one line in mm."""
        return self.leading * self.size * MM

    @property
    def height(self) -> float:
        """In mm, with the room above."""
        return self.above + len(self.lines) * self.line


def unit_of(frame: Box) -> float:
    """How much larger than on a card of 63 mm everything is: a frame there is 57 mm wide."""
    return frame.w / 57


def height_of(pieces: tuple[Piece, ...]) -> float:
    """Of pieces below each other, in mm."""
    return sum(piece.height for piece in pieces)


def draw_pieces(ink: Ink, pieces: tuple[Piece, ...], x: float, y: float, unit: float, colour: Colour) -> None:
    """Draw pieces below each other, the discs before them in ``colour``."""
    for piece in pieces:
        y += piece.above
        if piece.number:
            _number(ink, piece, x, y, unit, colour)
        indent = NUMBERED * unit if piece.number else 0
        for line in piece.lines:
            baseline = y + piece.line / 2 + piece.size * MM * CAPITAL / 2
            ink.write(x + indent, baseline, line, piece.face, piece.size, piece.colour)
            y += piece.line


def _number(ink: Ink, piece: Piece, x: float, y: float, unit: float, colour: Colour) -> None:
    middle = (x + 1.65 * unit, y + piece.line / 2)
    ink.pdf.set_fill_color(*colour)
    ink.pdf.circle(*middle, 1.55 * unit, style="F")
    size = 6.5 * unit
    ink.write_middle(middle[0], middle[1] + size * MM * CAPITAL / 2, str(piece.number), BOLD, size, WHITE)
