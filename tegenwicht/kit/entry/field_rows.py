"""The rows of the text field in use: where they are, and what the eye sees of them, as ops for the painter."""

from collections.abc import Iterator
from typing import NamedTuple

from tegenwicht.kit.entry.draft import Draft
from tegenwicht.kit.entry.draft_lines import Line, Window
from tegenwicht.kit.nodes import Scrolled
from tegenwicht.kit.ops import Colour, Fill, Words
from tegenwicht.kit.paint import Drawn
from tegenwicht.kit.rect import Rect
from tegenwicht.kit.text import Type
from tegenwicht.kit.theme import Theme


class EntryColours(NamedTuple):
    """ink: letters and caret; paper: the ground of the field; the pair for what is selected."""

    ink: Colour
    paper: Colour
    selected: Colour
    on_selected: Colour


def entry_colours(theme: Theme, paper: Colour | None = None) -> EntryColours:
    """The colours of a text field in a theme; ``paper``: the ground of it, where that is another."""
    return EntryColours(theme.ink, theme.paper if paper is None else paper, theme.selected, theme.on_selected)


class Rows:
    """The rows of a field. ``rect``: where the text goes, ``box``: where a press counts, both in the window's pixels.

    px, weight: of the letters. step: from one row to the next. window: which part of the text is in view.
    """

    def __init__(
        self, rect: Rect, box: Rect, px: int, colours: EntryColours, several: bool, type_: Type, weight: str
    ) -> None:
        self.weight = weight
        self.rect, self.box, self.px, self.colours = rect, box, px, colours
        self.step, self.caret_px = Type.line_height(px), max(2, round(px / 18))
        rows = max(1, rect.h // self.step) if several else 1
        self.window = Window(
            rect.w - self.caret_px, rows, several, lambda text: type_.width(text, weight, px)
        )

    def caret_rect(self, draft: Draft) -> Rect:
        """Where the caret is; outside ``rect`` when it is scrolled out of view."""
        row = self.window.row_of(draft.focus) - self.window.top
        x = self.rect.x + self.window.x_of(draft.focus)
        return Rect(x, self.rect.y + row * self.step, self.caret_px, self.step)

    @property
    def scrolled(self) -> Scrolled | None:
        """How far several rows are scrolled, in pixels; None when all are in view."""
        if len(self.window.lines) <= self.window.rows:
            return None
        return Scrolled(self.window.top * self.step, len(self.window.lines) * self.step)

    def place_under(self, pos: tuple[int, int]) -> int:
        """The place in the text under a pixel of the window."""
        return self.window.under(pos[0] - self.rect.x, pos[1] - self.rect.y, self.step)

    def drawn(self, draft: Draft) -> list[Drawn]:
        """The ground, each row in view, and the caret; nothing reaches out of ``rect``."""
        found = [Drawn(Fill(self.rect, self.colours.paper), self.rect, self.rect)]
        for number, piece in enumerate(self.window.pieces()):
            found += self._row(draft, piece, self.rect.y + number * self.step)
        at = self.caret_rect(draft)
        y = at.y + self.step // 10
        caret = Fill(Rect(at.x, y, at.w, self.step - 2 * (self.step // 10)), self.colours.ink)
        return [*found, Drawn(caret, self.rect, caret.rect.shared(self.rect))]

    def _row(self, draft: Draft, piece: Line, y: int) -> Iterator[Drawn]:
        """The words of a row in ink; what is selected of them once more, on its own ground and only there."""
        words = draft.text[piece.start : piece.end]
        room = Rect(self.rect.x, y, self.rect.w, self.step)
        line = Words(room, words, self.weight, self.px, self.colours.ink)
        if words:
            yield Drawn(line, self.rect, room)
        chosen = self._selected(draft, piece, words, room)
        if chosen.w:
            yield Drawn(Fill(chosen, self.colours.selected), self.rect, chosen)
            if words:
                yield Drawn(line._replace(colour=self.colours.on_selected), chosen, chosen)

    def _selected(self, draft: Draft, piece: Line, words: str, room: Rect) -> Rect:
        """The part of a row that is selected; a line break in the selection is to be seen as a space."""
        low, high = max(draft.low, piece.start), min(draft.high, piece.end)
        beyond = draft.low <= piece.end < draft.high and self.window.several
        if low >= high and not beyond:
            return room._replace(w=0)
        measure, end = self.window.measure, high - piece.start + beyond
        left, right = measure(words[: low - piece.start]), measure(f"{words} "[:end])
        return room._replace(x=room.x + left, w=max(0, right - left)).shared(self.rect)
