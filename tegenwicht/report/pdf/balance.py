"""A scale in a PDF: a beam that leans, and on its pans a block for each card and a stone for each mention."""

from collections.abc import Iterator, Sequence
from math import cos, radians, sin, tanh
from typing import NamedTuple

from tegenwicht.game.account import Bar, Scale
from tegenwicht.report.colours import INK, Colour, of_cluster
from tegenwicht.report.pdf.sheet import Sheet

WIDE, HIGH = 54.0, 47.0
"""mm; what it takes on the page."""
ARM, CHAIN, PAN, HUB = 15.0, 22.0, 21.0, 2.6
"""mm: an arm, from its end down to the pan, how wide that is, and the radius of the head in the middle."""
LARGEST, PILE = 4.4, 17.0
"""mm: a block at the most, and how high a pan can be piled."""
STEEPEST = 10.0
"""Degrees by which the beam leans at the most."""
BRASS: Colour = (154, 112, 38)


class _Piece(NamedTuple):
    """What lies on a pan."""

    colour: Colour
    round: bool


def balance(sheet: Sheet, scale: Scale, bars: Sequence[Bar], left: float, top: float) -> None:
    """Draw it with its top left corner there, in mm. What it shows stands in words beside it."""
    pdf, half = sheet.pdf, len(bars) // 2
    middle, hub = left + WIDE / 2, top + 4.0
    tilt = radians(STEEPEST * tanh(scale.lean / 3))
    across, down = ARM * cos(tilt), ARM * sin(tilt)
    pdf.set_draw_color(*INK)
    pdf.set_line_width(1.0)
    pdf.line(middle - across, hub - down, middle + across, hub + down)
    pdf.line(middle, hub, middle, top + HIGH - 2)
    pdf.line(middle - 8, top + HIGH - 2, middle + 8, top + HIGH - 2)
    pdf.set_fill_color(*INK)
    pdf.ellipse(middle - HUB, hub - HUB, 2 * HUB, 2 * HUB, style="F")
    size = _size(scale.most)
    for way, some in ((-1, bars[:half]), (1, bars[half:])):
        end = middle + way * across, hub + way * down
        _pan(sheet, end, list(_pieces(some)), size)


def _pan(sheet: Sheet, end: tuple[float, float], pieces: Sequence[_Piece], size: float) -> None:
    """The chains from the end of the beam, the dish, and what lies in it in rows from below."""
    pdf, (x, y) = sheet.pdf, end
    floor = y + CHAIN
    pdf.set_draw_color(*BRASS)
    pdf.set_line_width(0.35)
    pdf.line(x, y, x - PAN / 2, floor)
    pdf.line(x, y, x + PAN / 2, floor)
    pdf.set_line_width(1.2)
    pdf.line(x - PAN / 2, floor, x + PAN / 2, floor)
    each = _in_a_row(size)
    for at in range(0, len(pieces), each):
        row = pieces[at : at + each]
        start, base = x - len(row) * size / 2, floor - 0.8 - (at // each + 1) * size
        for n, piece in enumerate(row):
            pdf.set_fill_color(*piece.colour)
            place = (start + n * size + 0.15, base + 0.15, size - 0.3, size - 0.3)
            (pdf.ellipse if piece.round else pdf.rect)(*place, style="F")


def _pieces(bars: Sequence[Bar]) -> Iterator[_Piece]:
    """The blocks first, for they lie below; then the stones."""
    for part, is_round in ((0, False), (1, True)):
        for bar in bars:
            yield from [_Piece(of_cluster(bar.cluster), is_round)] * bar.values[part]


def _in_a_row(size: float) -> int:
    return max(1, int((PAN - 3) / size))


def _size(most: int) -> float:
    """How large a block is when so many of them must fit on one pan."""
    size = LARGEST
    while size > 0.8 and -(-most // _in_a_row(size)) * size > PILE:
        size -= 0.1
    return size
