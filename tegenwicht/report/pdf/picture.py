"""Pictures in a PDF: lying bars that say the same in black and white, because each part has its own pattern."""

from collections.abc import Callable
from dataclasses import replace

from tegenwicht.game.account import Bar, Picture
from tegenwicht.report.colours import EDGE, INK, Colour, of_cluster
from tegenwicht.report.pdf.balance import HIGH, WIDE, balance
from tegenwicht.report.pdf.sheet import CAPTION, HEIGHT, SMALL, Piece, Sheet, Style, together
from tegenwicht.report.words import bar_line, in_words, most_in

LABEL, NUMBERS = Style(10.5), Style(10)
BAR, GAP = 4.6, 2.2
LEAST_LABEL = 34.0
"""mm; so that pictures below each other begin at the same place."""

BARS_AT_ONCE = 20
"""A picture with more bars is drawn as several, so that each fits on a page."""


def picture_pieces(sheet: Sheet, picture: Picture, explained: bool = False) -> list[Piece]:
    """A caption, what the patterns stand for, and the bars; beside these the scale, where there is one.

    explained: the picture just above it said what the patterns stand for.
    """
    pieces: list[Piece] = []
    for first in range(0, max(1, len(picture.bars)), BARS_AT_ONCE):
        part = replace(picture, bars=picture.bars[first : first + BARS_AT_ONCE])
        pieces += _one(sheet, part, most_in(picture), len(picture.parts) > 1 and not (explained or first))
    return pieces


def _one(sheet: Sheet, picture: Picture, most: int, legend: bool) -> list[Piece]:
    caption = together(sheet.lines(picture.caption, CAPTION, sheet.tags.element("P")))
    high = max(len(picture.bars) * (BAR + GAP) + (7 if legend else 2), HIGH if picture.scale else 0.0)
    left = sheet.left + (WIDE + 4 if picture.scale else 0.0)
    figure = sheet.tags.element("Figure", alt=in_words(picture))

    def draw(y: float) -> None:
        foot, right = HEIGHT - (y + high) * sheet.part, (sheet.left + sheet.room) * sheet.part
        box = f"{_pt(sheet.left * sheet.part)} {_pt(foot)} {_pt(right)} {_pt(foot + high * sheet.part)}"
        figure.a = f"<</O /Layout /Placement /Block /BBox [{box}]>>"
        with sheet.tags.content(figure):
            if picture.scale is not None:
                balance(sheet, picture.scale, picture.bars, sheet.left, y)
            if legend:
                _legend(sheet, picture, left, y)
            _bars(sheet, picture, most, left, y + (7 if legend else 2))

    return [*caption, Piece(high, draw), Piece(5)]


def _pt(millimetres: float) -> str:
    return f"{millimetres * 72 / 25.4:.1f}"


def _legend(sheet: Sheet, picture: Picture, x: float, y: float) -> None:
    for number, part in enumerate(picture.parts):
        patterned(sheet, number, INK, x, y + 1.1, 6, 3.2)
        sheet.write(x + 8, y, part, SMALL)
        x += 8 + sheet.width(part, SMALL) + 7


def _bars(sheet: Sheet, picture: Picture, most: int, x: float, y: float) -> None:
    labels = [sheet.one_line(bar.label, LABEL, sheet.room * 0.4) for bar in picture.bars]
    names = max((sheet.width(label, LABEL) for label in labels), default=0.0) + 4
    names = max(names, LEAST_LABEL if picture.scale is None else 0.0)
    numbers = max((sheet.width(bar_line(picture, bar), NUMBERS) for bar in picture.bars), default=0.0) + 3
    scale = (sheet.left + sheet.room - x - names - numbers) / most
    for label, bar in zip(labels, picture.bars, strict=True):
        sheet.write(x, y + (BAR - LABEL.line) / 2, label, LABEL)
        end = _bar(sheet, bar, x + names, y, scale)
        sheet.write(end + 2, y + (BAR - NUMBERS.line) / 2, bar_line(picture, bar), NUMBERS)
        y += BAR + GAP


def _bar(sheet: Sheet, bar: Bar, x: float, y: float, scale: float) -> float:
    """The parts of a bar after each other, from a short upright line; where they end."""
    sheet.pdf.set_draw_color(*EDGE)
    sheet.pdf.set_line_width(0.3)
    sheet.pdf.line(x, y - 0.6, x, y + BAR + 0.6)
    for number, value in enumerate(bar.values):
        if value:
            patterned(sheet, number, of_cluster(bar.cluster), x, y, value * scale, BAR)
            x += value * scale
    return x


# -- patterns


def patterned(sheet: Sheet, part: int, colour: Colour, x: float, y: float, w: float, h: float) -> None:
    """A box for the ``part``-th part (from 0): full, striped, empty, upright lines, and again."""
    pdf = sheet.pdf
    pdf.set_fill_color(*colour)
    pdf.set_draw_color(*colour)
    pdf.set_line_width(0.35)
    pattern = part % 4
    if pattern == 0:
        pdf.rect(x, y, w, h, style="DF")
        return
    if pattern != 2:
        with pdf.rect_clip(x, y, w, h):
            (_stripes if pattern == 1 else _uprights)(pdf.line, x, y, w, h)
    pdf.rect(x, y, w, h, style="D")


Line = Callable[[float, float, float, float], None]


def _stripes(line: Line, x: float, y: float, w: float, h: float) -> None:
    for n in range(int((w + h) / 1.5) + 1):
        at = x + n * 1.5
        line(at, y, at - h, y + h)


def _uprights(line: Line, x: float, y: float, w: float, h: float) -> None:
    for n in range(int(w / 1.2) + 1):
        line(x + n * 1.2, y, x + n * 1.2, y + h)


def spread(sheet: Sheet, weights: tuple[int, int, int, int], x: float, y: float, width: float) -> None:
    """How many hands gave each weight, as four small bars beside each other."""
    each, most = width / 4, max(*weights, 1)
    for n, count in enumerate(weights):
        left, wide = x + n * each, max(1.0, (each - 18) * count / most)
        sheet.write(left, y, str(n + 1), CAPTION)
        patterned(sheet, 0 if count else 2, INK if count else EDGE, left + 5, y + 1.2, wide, 2.8)
        sheet.write(left + 7 + wide, y, f"{count} ×", NUMBERS)
