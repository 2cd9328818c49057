"""Which part of what is typed fits in its field: lines, and the window on them. Plain data, in pixels."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from typing import NamedTuple

from tegenwicht.kit.entry.draft import (
    after,
    before,
    continues,
)


class Line(NamedTuple):
    """A row of text: its characters from ``start`` up to ``end``, without the space or break behind it."""

    start: int
    end: int


Measure = Callable[[str], int]


def broken(paragraph: str, width: int, measure: Measure) -> list[Line]:
    """A paragraph in rows that fit ``width`` pixels, broken at spaces; a longer word between letters."""
    lines: list[Line] = []
    start = 0
    while True:
        end = _fits(paragraph, start, width, measure)
        if end >= len(paragraph):
            return [*lines, Line(start, len(paragraph))]
        space = paragraph.rfind(" ", start + 1, end + 1)
        lines.append(Line(start, space if space > 0 else end))
        start = space + 1 if space > 0 else end


def _fits(text: str, start: int, width: int, measure: Measure) -> int:
    """The place up to which the text fits, and at least one character."""
    most = 16
    while start + most < len(text) and measure(text[start : start + most]) <= width:
        most *= 2
    ends = range(start, min(len(text), start + most) + 1)
    end = ends[bisect_right(ends, width, key=lambda end: measure(text[start:end])) - 1]
    while start < end < len(text) and continues(text, end):
        end -= 1
    return max(end, after(text, start))


class Window:
    """Which rows and letters of a text are in view. ``width`` in pixels, ``rows`` at least one.

    A single line starts at the character ``left``; of several, the row ``top`` is the first in view.
    """

    def __init__(self, width: int, rows: int, several: bool, measure: Measure) -> None:
        self.width, self.rows, self.several, self.measure = max(1, width), max(1, rows), several, measure
        self.text = ""
        self.lines = [Line(0, 0)]
        self.top = self.left = 0
        self._broken: dict[str, list[Line]] = {}

    def fit(self, text: str) -> None:
        """Break the text into rows anew; paragraphs that stay the same are not measured again."""
        self.text = text
        if not self.several:
            self.lines = [Line(0, len(text))]
            return
        known, self._broken, self.lines, at = self._broken, {}, [], 0
        for paragraph in text.split("\n"):
            rows = known.get(paragraph) or broken(paragraph, self.width, self.measure)
            self._broken[paragraph] = rows
            self.lines += [Line(at + start, at + end) for start, end in rows]
            at += len(paragraph) + 1
        self.top = max(0, min(self.top, len(self.lines) - self.rows))

    def row_of(self, at: int) -> int:
        """The row that holds a place in the text."""
        return bisect_right(self.lines, at, key=lambda line: line.start) - 1

    def reveal(self, at: int) -> None:
        """Scroll as little as needed to see a place in the text, and leave no empty room at the end."""
        row = self.row_of(at)
        self.top = max(row - self.rows + 1, min(self.top, row))
        if self.several:
            return
        if at <= self.left:
            self.left = before(self.text, at)
        if self.measure(self.text[self.left : at]) > self.width:
            self.left = at
            while self.measure(self.text[before(self.text, self.left) : at]) <= self.width:
                self.left = before(self.text, self.left)
        while self.left and self.measure(self.text[before(self.text, self.left) :]) <= self.width:
            self.left = before(self.text, self.left)

    def scroll(self, by: int) -> None:
        """Move the view down by so many rows."""
        self.top = max(0, min(self.top + by, len(self.lines) - self.rows))

    def pieces(self) -> list[Line]:
        """The part of each row that is in view; a letter over the right edge still counts."""
        if self.several:
            return self.lines[self.top : self.top + self.rows]
        end = len(self.text)
        if self.left < end:
            end = after(self.text, _fits(self.text, self.left, self.width, self.measure))
        return [Line(self.left, end)]

    def ends(self, row: int) -> tuple[int, int]:
        """The first and last place for the caret in a row; a word broken in two goes on in the next row."""
        start, end = self.lines[row]
        follows = row + 1 < len(self.lines) and self.lines[row + 1].start == end
        return start, before(self.text, end) if follows else end

    def x_of(self, at: int) -> int:
        """How far from the left edge a place in the text is, in pixels."""
        start = max(self.left, self.lines[self.row_of(at)].start)
        return self.measure(self.text[start:at])

    def nearest(self, row: int, x: int) -> int:
        """The place in a row that is nearest to ``x`` pixels from the left edge."""
        start, end = self.ends(row)
        at = max(self.left, start)
        places = [at]
        while at < end:
            at = after(self.text, at)
            places.append(at)
        found = bisect_left(places, x, key=lambda place: self.measure(self.text[places[0] : place]))
        close = places[max(0, found - 1) : found + 1]
        return min(close, key=lambda place: abs(self.measure(self.text[places[0] : place]) - x))

    def under(self, x: int, y: int, step: int) -> int:
        """The place in the text under a pixel of the view; outside it, what comes next in that direction."""
        if not self.several:
            return before(self.text, self.left) if x < 0 else self.nearest(0, x)
        row = self.top + max(-1, min(y // step, self.rows))
        return self.nearest(max(0, min(row, len(self.lines) - 1)), x)
