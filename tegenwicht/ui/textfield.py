"""Typing: the one text field that is in use, shown by a live pygame_gui element.

``Draft`` is what is being typed and ``Window`` which part of it fits: both plain data. ``TextEntry`` takes
events and draws. pygame_gui's UITextEntryLine and UITextEntryBox set and paint the rows, but get no events:
half of all sessions of sixty random keys end the box of 0.6.14 with an exception, or with other words in view
than it holds; a letter in a box of 2,000 takes it 60 ms; and what is typed is looked up as a translation key,
so that "pygame-gui.OK" turns into "OK". pygame_gui is imported when the first field is opened, not before.
"""

import math
import re
import sys
import time
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

import pygame

from tegenwicht.game.text import clean
from tegenwicht.ui.layout import Rect
from tegenwicht.ui.nodes import Edit, Scrolled
from tegenwicht.ui.ops import Colour
from tegenwicht.ui.text import WEIGHTS, Type
from tegenwicht.ui.theme import Theme

WEIGHT = "regular"
FIRST_REPEAT_S, NEXT_REPEAT_S = 0.45, 0.035
DOUBLE_CLICK_S = 0.4
OPENING_S = 0.1
MOST_UNDONE = 200
WHEEL_LINES = 3
CTRL = pygame.KMOD_CTRL | pygame.KMOD_META
ENTER = (pygame.K_RETURN, pygame.K_KP_ENTER)
SIDEWAYS = (pygame.K_LEFT, pygame.K_RIGHT, pygame.K_HOME, pygame.K_END)
ROWS_DOWN = {pygame.K_UP: -1, pygame.K_DOWN: 1}
PAGES_DOWN = {pygame.K_PAGEUP: -1, pygame.K_PAGEDOWN: 1}
REPEATING = {*SIDEWAYS, *ROWS_DOWN, *PAGES_DOWN, pygame.K_BACKSPACE, pygame.K_DELETE}
SCANCODE = 1 << 30
"""SDL's mark on keys that type nothing: arrows, function keys, modifiers."""
_JOINER = "\u200d"
_WORD = re.compile(r"[\w\u0300-\u036f]+|[^\w\s]+")


class EntryColours(NamedTuple):
    """ink: letters and caret; paper: the ground of the field; the pair for what is selected."""

    ink: Colour
    paper: Colour
    selected: Colour
    on_selected: Colour


def entry_colours(theme: Theme) -> EntryColours:
    """The colours of a text field in a theme; a selection looks like the focus."""
    return EntryColours(theme.ink, theme.paper, theme.focus, theme.halo)


def _flag(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _continues(text: str, at: int) -> bool:
    """Whether the character belongs to the one before it: an accent apart, a part of an emoji."""
    char, previous = text[at], text[at - 1]
    if char.isspace() or previous.isspace():
        return False
    if _flag(char) and _flag(previous):
        run = at
        while run and _flag(text[run - 1]):
            run -= 1
        return (at - run) % 2 == 1
    toned = "\U0001f3fb" <= char <= "\U0001f3ff"
    return toned or _JOINER in (char, previous) or unicodedata.category(char) in ("Mn", "Me", "Mc")


def after(text: str, at: int) -> int:
    """The next place for the caret to the right."""
    at = min(len(text), at + 1)
    while at < len(text) and _continues(text, at):
        at += 1
    return at


def before(text: str, at: int) -> int:
    """The next place for the caret to the left."""
    at = max(0, at - 1)
    while at > 0 and _continues(text, at):
        at -= 1
    return at


def word_after(text: str, at: int) -> int:
    """The end of the word that the caret is in or before."""
    found = _WORD.search(text, at)
    return found.end() if found else len(text)


def word_before(text: str, at: int) -> int:
    """The start of the word that the caret is in or behind."""
    return max((found.start() for found in _WORD.finditer(text, 0, at)), default=0)


class Draft:
    """What is being typed. The selection runs from ``anchor`` to ``focus``, where the caret is."""

    def __init__(self, text: str, edit: Edit) -> None:
        self.edit = edit
        self.text = ""
        self.text = self._fitting(text, edit.longest)
        self.anchor = self.focus = len(self.text)
        self._done: list[tuple[str, int, int]] = []
        self._undone: list[tuple[str, int, int]] = []
        self._kind = ""

    @property
    def low(self) -> int:
        """Where the selection begins, from the left."""
        return min(self.anchor, self.focus)

    @property
    def high(self) -> int:
        """Where the selection ends, from the left."""
        return max(self.anchor, self.focus)

    @property
    def selected(self) -> str:
        """The words in the selection."""
        return self.text[self.low : self.high]

    def _fitting(self, words: str, room: int) -> str:
        """Of these words what may be in the field; outer spaces stay, for more may be typed."""
        words = clean(f"|{words}|", self.edit.multiline)[1:-1]
        if self.edit.digits:
            words = "".join(char for char in words if char in "0123456789")
        cut = min(len(words), max(0, room))
        while 0 < cut < len(words) and _continues(words, cut):
            cut -= 1
        return words[:cut]

    def insert(self, words: str, kind: str = "") -> None:
        """Put words in the place of the selection; what does not fit is left out."""
        words = self._fitting(words, self.edit.longest - len(self.text) + self.high - self.low)
        if words:
            self._replace(self.low, self.high, words, kind)
            if words[-1].isspace():
                self._kind = ""

    def delete(self, to: int) -> None:
        """Take out the selection, or else what is between the caret and ``to``."""
        low, high = (self.low, self.high) if self.selected else sorted((self.focus, to))
        if low < high:
            self._replace(low, high, "", "delete")

    def put(self, text: str) -> None:
        """All of another text, with the caret at its end."""
        text = self._fitting(text, self.edit.longest)
        if text != self.text:
            self._replace(0, len(self.text), text, "")

    def select(self, anchor: int, focus: int) -> None:
        """Move both ends of the selection; each is kept inside the text."""
        self.anchor = max(0, min(anchor, len(self.text)))
        self.focus = max(0, min(focus, len(self.text)))
        self._kind = ""

    def undo(self) -> None:
        """Back to before the last word typed, or the last thing pasted or taken out."""
        self._swap(self._done, self._undone)

    def redo(self) -> None:
        """Take back the last undo."""
        self._swap(self._undone, self._done)

    def _replace(self, low: int, high: int, words: str, kind: str) -> None:
        if not kind or kind != self._kind:
            self._done = [*self._done[1 - MOST_UNDONE :], (self.text, self.anchor, self.focus)]
        self._undone.clear()
        self.text = self.text[:low] + words + self.text[high:]
        self.anchor = self.focus = low + len(words)
        self._kind = kind

    def _swap(self, source: list[tuple[str, int, int]], target: list[tuple[str, int, int]]) -> None:
        if source:
            target.append((self.text, self.anchor, self.focus))
            self.text, self.anchor, self.focus = source.pop()
        self._kind = ""


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
    while start < end < len(text) and _continues(text, end):
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


class Row(NamedTuple):
    """What one row shows: words, the part of them selected and the caret, in pixels from the left."""

    words: str
    selected: tuple[int, int] | None
    caret: int | None


class Element:
    """The live pygame_gui element, told row by row what to show. It gets no events and no updates."""

    def __init__(self, manager: Any, size: tuple[int, int], rows: int, several: bool, caret_px: int) -> None:
        from pygame_gui.elements import UITextEntryBox, UITextEntryLine

        rect = pygame.Rect(0, 0, *size)
        if several:
            self._element: Any = UITextEntryBox(rect, "\n".join("x" * rows), manager)
            self._layout: Any = self._element.text_box_layout
        else:
            self._element = UITextEntryLine(rect, manager, initial_text="x")
            self._layout = self._element.drawable_shape.text_box_layout
        self._caret_px = self._layout.edit_cursor_width = caret_px
        self._shown: list[Row | None] = [None] * rows
        for row in self._layout.layout_rows:
            row.clear()
            row.items = [next(item for item in row.items if getattr(item, "text", "") == "x")]

    def show(self, rows: list[Row]) -> None:
        """Paint the rows that differ from what they show."""
        for number, wanted in enumerate(rows):
            if wanted != self._shown[number]:
                self._paint(self._layout.layout_rows[number], wanted)
                self._shown[number] = wanted

    def _paint(self, row: Any, wanted: Row) -> None:
        chunk = row.items[0]
        row.clear()
        chunk.text = ""
        chunk.insert_text(wanted.words, 0)
        chunk.should_centre_from_baseline = False  # it moves the letters a pixel up at some sizes
        left, right = wanted.selected or (0, 0)
        chunk.selection_rect = pygame.Rect(left, 0, right - left, chunk.height) if wanted.selected else None
        chunk.selection_colour = self._layout.selection_colour
        chunk.selection_text_colour = self._layout.selection_text_colour
        row.clear_and_recalculate_width()
        row.edit_cursor_active = wanted.caret is not None
        row.cursor_draw_width = max(0, (wanted.caret or 0) - self._caret_px // 2)
        row.cursor_rect = pygame.Rect(0, 0, self._caret_px, row.height)
        row.finalise(self._layout.finalised_surface)

    def draw(self, surface: pygame.Surface, x: int, y: int) -> None:
        """The rows; their top left is at ``x``, ``y``."""
        surface.blit(self._layout.finalised_surface, (x, y), special_flags=pygame.BLEND_PREMULTIPLIED)

    def kill(self) -> None:
        """Take it out of pygame_gui."""
        self._element.kill()


def _new_manager(size: tuple[int, int]) -> Any:
    """pygame_gui's manager, not made the default one; texts are not looked up in files of translations."""
    from pygame_gui import UIManager

    default = import_module("pygame_gui.core.utility")
    kept = default.get_default_manager()
    manager = UIManager(size, enable_live_theme_updates=False)
    default.set_default_manager(kept)
    import_module("i18n").load_path.clear()
    return manager


def _theme(font: Path, px: int, step: int, height: int, colours: EntryColours) -> dict[str, Any]:
    """pygame_gui's theme for the elements: no border, padding or ground of their own."""

    def web(colour: Colour) -> str:
        return "#{:02x}{:02x}{:02x}".format(*colour)

    one = {
        "font": {"name": "tegenwicht", "size": str(px), "regular_path": str(font)},
        "colours": {
            "dark_bg": "#00000000",
            "normal_border": "#00000000",
            "normal_text": web(colours.ink),
            "text_cursor": web(colours.ink),
            "selected_bg": web(colours.selected),
            "selected_text": web(colours.on_selected),
        },
        "misc": {
            "border_width": "0",
            "shadow_width": "0",
            "padding": "0,0",
            "shape_corner_radius": "0",
            "text_vert_alignment": "top",
            "line_spacing": str(step / height),
        },
    }
    return dict.fromkeys(("text_entry_line", "text_entry_box", "text_box"), one)


def _ctrl(event: pygame.event.Event) -> bool:
    """Whether Ctrl (on a Mac: Command) is held, and not as a part of AltGr."""
    return bool(event.mod & CTRL) and not event.mod & (pygame.KMOD_ALT | pygame.KMOD_MODE)


def _pasted() -> str:
    try:
        return pygame.scrap.get_text()
    except (pygame.error, UnicodeError):
        return ""


def _copied(words: str) -> bool:
    try:
        pygame.scrap.put_text(words)
    except (pygame.error, UnicodeError):
        return False
    return True


class TextEntry:
    """The text field in use, if any. Made once by the app.

    fonts: the folder of the font files. size: the window's, in pixels. clock: seconds, for double clicks
    and held keys. ``changed`` says whether the field looks different since ``draw``.

    Held keys repeat here, not in pygame: pygame drops SDL's own repeats, and ``pygame.key.set_repeat`` would
    go on after the field is left. When ``due`` is not None, call ``tick`` at that time of the clock.
    """

    def __init__(
        self, fonts: Path, size: tuple[int, int], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.key = ""
        self.changed = False
        self.due: float | None = None
        self._type, self._size, self._clock = Type(fonts), size, clock
        self._manager: Any = None
        self._look: object = None
        self._draft: Draft | None = None
        self._element: Element | None = None
        self._held: pygame.event.Event | None = None
        self._goal: int | None = None
        self._dragging = False
        self._clicks = (0, 0.0, (0, 0))
        self._deaf_until = 0.0

    @property
    def text(self) -> str:
        """The text as typed; empty when no field is in use."""
        return self._draft.text if self._draft else ""

    @property
    def caret(self) -> tuple[int, int]:
        """(anchor, focus) in characters: the selection, and the caret at its focus."""
        return (self._draft.anchor, self._draft.focus) if self._draft else (0, 0)

    @property
    def caret_rect(self) -> Rect:
        """Where the caret is in the window, in pixels; outside ``rect`` when scrolled out of view."""
        draft, window = self._in_use()
        row = window.row_of(draft.focus) - window.top
        return Rect(self._rect.x + window.x_of(draft.focus), self._rect.y + row * self._step,
                    self._caret_px, self._step)  # fmt: skip

    @property
    def scrolled(self) -> Scrolled | None:
        """How far several lines are scrolled, in pixels, for a scroll bar; None when all are in view."""
        if self._draft is None or len(self._window.lines) <= self._window.rows:
            return None
        return Scrolled(self._window.top * self._step, len(self._window.lines) * self._step)

    def open(
        self,
        key: str,
        rect: Rect,
        text: str,
        edit: Edit,
        font_px: int,
        colours: EntryColours,
        box: Rect | None = None,
    ) -> None:
        """Begin typing in the field ``key``, with the caret at the end of ``text``.

        rect: where the text goes, in the window's pixels. box: where a mouse press counts; ``rect`` if None.
        """
        self.close()
        self.key, self._draft = key, Draft(text, edit)
        self._place(rect, font_px, colours, box)
        pygame.key.start_text_input()
        # the letter of the key that opened the field is still to come
        self._deaf_until = math.inf if True in pygame.key.get_pressed() else self._clock() + OPENING_S

    def move(self, rect: Rect, font_px: int, colours: EntryColours, box: Rect | None = None) -> None:
        """The window, the text size or the theme changed; text, selection and undo stay."""
        if self._draft and (rect, font_px, colours, box or rect) != self._look:
            self._place(rect, font_px, colours, box)

    def close(self) -> None:
        """No field is in use any more."""
        if self._element:
            self._element.kill()
        self._release()
        self.key, self._draft, self._element, self._look, self.changed = "", None, None, None, False

    def set_text(self, text: str) -> None:
        """All of the text anew, from a screen reader; it can be undone."""
        self._in_use()[0].put(text)
        self._update()

    def select(self, anchor: int, focus: int) -> None:
        """Another selection, in characters, from a screen reader."""
        self._in_use()[0].select(anchor, focus)
        self._update()

    def draw(self, surface: pygame.Surface) -> None:
        """Paint the field's ground and text inside its rectangle and the surface's clip."""
        if self._draft is None or self._element is None:
            return
        clip = surface.get_clip()
        self._element.show(self._rows())
        surface.set_clip(clip.clip(pygame.Rect(self._rect)))
        surface.fill(self._colours.paper, self._rect)
        self._element.draw(surface, self._rect.x, self._rect.y + self._down)
        surface.set_clip(clip)
        pygame.key.set_text_input_rect(pygame.Rect(self.caret_rect))
        self.changed = False

    def handle(self, event: pygame.event.Event) -> bool:
        """Whether the field used the event; if not, it is for the rest of the app."""
        if self._draft is None:
            return False
        handlers = {
            pygame.KEYDOWN: self._key_down,
            pygame.KEYUP: self._key_up,
            pygame.TEXTINPUT: self._typed,
            pygame.TEXTEDITING: lambda _event: True,
            pygame.MOUSEBUTTONDOWN: self._mouse_down,
            pygame.MOUSEMOTION: self._mouse_moved,
            pygame.MOUSEBUTTONUP: self._mouse_up,
            pygame.MOUSEWHEEL: self._wheel,
            pygame.WINDOWFOCUSLOST: self._release,
        }
        handler = handlers.get(event.type)
        return bool(handler and handler(event))

    def tick(self) -> bool:
        """Repeat the key that is held when it is time; whether it did."""
        if self._held is None or self.due is None or self._clock() < self.due:
            return False
        self.due = self._clock() + NEXT_REPEAT_S
        return self._press(self._held)

    # Where it is

    def _in_use(self) -> tuple[Draft, Window]:
        if self._draft is None:
            raise RuntimeError("no text field is open: call open() first")
        return self._draft, self._window

    def _place(self, rect: Rect, px: int, colours: EntryColours, box: Rect | None) -> None:
        draft = self._draft
        assert draft is not None
        self._rect, self._box, self._colours = rect, box or rect, colours
        self._look = rect, px, colours, self._box
        self._step, self._caret_px = Type.line_height(px), max(2, round(px / 18))
        several = draft.edit.multiline
        rows = max(1, rect.h // self._step) if several else 1
        self._window = Window(
            rect.w - self._caret_px, rows, several, lambda text: self._type.width(text, WEIGHT, px)
        )
        self._make_element(px, rows, several)
        self._update()

    def _make_element(self, px: int, rows: int, several: bool) -> None:
        """Higher and wider than the text in view, so that it neither wraps nor scrolls by itself."""
        if self._element:
            self._element.kill()
        if self._manager is None:
            self._manager = _new_manager(self._size)
        font = self._type.folder / WEIGHTS[WEIGHT]
        height = self._type.font(WEIGHT, px).size("x")[1]
        self._down = (self._step - height) // 2  # as paint does, so that words stay where they were
        theme = _theme(font, px, self._step, height, self._colours)
        self._manager.get_theme().update_theming(theme, rebuild_all=False)
        self._widest = self._rect.w + 2 * px
        size = self._rect.w + 4 * px, rows * max(self._step, height) + px
        self._element = Element(self._manager, size, rows, several, self._caret_px)

    def _update(self, reveal: bool = True) -> None:
        draft, window = self._in_use()
        window.fit(draft.text)
        if reveal:
            window.reveal(draft.focus)
        self._goal = None
        self.changed = True

    def _rows(self) -> list[Row]:
        """What each row in view shows; rows below the text are empty."""
        draft, window = self._in_use()
        caret_row = window.row_of(draft.focus) - window.top
        rows = [self._row(piece, number == caret_row) for number, piece in enumerate(window.pieces())]
        return rows + [Row("", None, None)] * (window.rows - len(rows))

    def _row(self, piece: Line, with_caret: bool) -> Row:
        draft, window = self._in_use()
        words = draft.text[piece.start : piece.end]
        caret = window.measure(words[: draft.focus - piece.start]) if with_caret else None
        low, high = max(draft.low, piece.start), min(draft.high, piece.end)
        beyond = draft.low <= piece.end < draft.high and window.several
        if low >= high and not beyond:
            return Row(self._paintable(words), None, caret)
        words += " " if beyond else ""  # a line break in the selection is to be seen
        left, right = window.measure(words[: low - piece.start]), high - piece.start + beyond
        return Row(self._paintable(words), (left, window.measure(words[:right])), caret)

    def _paintable(self, words: str) -> str:
        """pygame_gui cannot paint words without width (only an accent) or wider than its element (one emoji
        may be wider than the whole field).
        """
        measure = self._window.measure
        while measure(words) > self._widest:
            words = words[: len(words) * 3 // 4]
        return words if measure(words) else ""

    # Keys

    def _typed(self, event: pygame.event.Event) -> bool:
        if self._clock() >= self._deaf_until:
            self._in_use()[0].insert(event.text, "typing")
            self._update()
        return True

    def _key_down(self, event: pygame.event.Event) -> bool:
        self._held = self.due = None
        # X11 also types the + of Ctrl and +, and the w of Alt and w; on a Mac Alt is for letters
        alt = event.mod & pygame.KMOD_LALT and sys.platform != "darwin"
        self._deaf_until = math.inf if alt or _ctrl(event) else 0.0
        used = self._press(event)
        if used and event.key in REPEATING:
            self._held, self.due = event, self._clock() + FIRST_REPEAT_S
        return used

    def _key_up(self, event: pygame.event.Event) -> bool:
        self._deaf_until = 0.0
        if self._held and self._held.key == event.key:
            self._held = self.due = None
        return False

    def _release(self, _event: pygame.event.Event | None = None) -> bool:
        self._held = self.due = None
        self._deaf_until = 0.0
        self._dragging = False
        return False

    def _press(self, event: pygame.event.Event) -> bool:
        """One press of a key. Letters come by TEXTINPUT: their keys are only kept from the app."""
        several = self._in_use()[0].edit.multiline
        ctrl = _ctrl(event)
        if event.key in SIDEWAYS:
            return self._go_sideways(event, ctrl)
        if several and event.key in ROWS_DOWN | PAGES_DOWN and not ctrl:
            return self._go_down(event)
        if event.key in (pygame.K_BACKSPACE, pygame.K_DELETE):
            return self._delete(event, ctrl)
        if event.key in ENTER:
            return several and not ctrl and self._insert("\n")
        if ctrl or event.key == pygame.K_INSERT:
            return self._command(event, ctrl)
        return self._types(event)

    @staticmethod
    def _types(event: pygame.event.Event) -> bool:
        """Whether a key types a letter, or may do so after the next key (an accent)."""
        if event.key in (pygame.K_TAB, pygame.K_ESCAPE):
            return False
        letter = getattr(event, "unicode", "")
        if event.mod & (pygame.KMOD_ALT | pygame.KMOD_MODE):
            return bool(letter) and letter.isprintable() and not event.mod & pygame.KMOD_LALT
        return event.key < SCANCODE or (bool(letter) and letter.isprintable())

    def _go(self, to: int, event: pygame.event.Event) -> bool:
        draft = self._in_use()[0]
        draft.select(draft.anchor if event.mod & pygame.KMOD_SHIFT else to, to)
        self._update()
        return True

    def _go_sideways(self, event: pygame.event.Event, ctrl: bool) -> bool:
        draft, window = self._in_use()
        text, at, row = draft.text, draft.focus, window.row_of(draft.focus)
        right = event.key in (pygame.K_RIGHT, pygame.K_END)
        if event.mod & pygame.KMOD_ALT:
            return False
        if event.key in (pygame.K_HOME, pygame.K_END) or event.mod & pygame.KMOD_META:
            ends = (0, len(text)) if ctrl and not event.mod & pygame.KMOD_META else window.ends(row)
            to = ends[right]
        elif ctrl:
            to = word_after(text, at) if right else word_before(text, at)
        elif draft.selected and not event.mod & pygame.KMOD_SHIFT:
            to = draft.high if right else draft.low
        else:
            to = after(text, at) if right else before(text, at)
        return self._go(to, event)

    def _go_down(self, event: pygame.event.Event) -> bool:
        """Up or down by rows, keeping as far from the left as where the first of these keys was pressed."""
        draft, window = self._in_use()
        goal = window.x_of(draft.focus) if self._goal is None else self._goal
        by = ROWS_DOWN.get(event.key) or PAGES_DOWN[event.key] * window.rows
        row, last = window.row_of(draft.focus) + by, len(window.lines) - 1
        if event.key in PAGES_DOWN:
            row = max(0, min(row, last))
        ends = (0, len(draft.text))
        used = self._go(window.nearest(row, goal) if 0 <= row <= last else ends[row > 0], event)
        self._goal = goal
        return used

    def _delete(self, event: pygame.event.Event, ctrl: bool) -> bool:
        draft = self._in_use()[0]
        if event.key == pygame.K_DELETE and event.mod & pygame.KMOD_SHIFT:
            return self._cut()
        back = event.key == pygame.K_BACKSPACE
        step = (word_before if ctrl else before) if back else (word_after if ctrl else after)
        draft.delete(step(draft.text, draft.focus))
        self._update()
        return True

    def _insert(self, words: str) -> bool:
        self._in_use()[0].insert(words)
        self._update()
        return True

    def _command(self, event: pygame.event.Event, ctrl: bool) -> bool:
        draft, shift = self._in_use()[0], event.mod & pygame.KMOD_SHIFT
        commands: dict[int, Callable[[], object]] = {
            pygame.K_a: lambda: draft.select(0, len(draft.text)),
            pygame.K_c: self._copy,
            pygame.K_x: self._cut,
            pygame.K_v: lambda: draft.insert(_pasted()),
            pygame.K_z: draft.redo if shift else draft.undo,
            pygame.K_y: draft.redo,
            pygame.K_INSERT: self._copy if ctrl else lambda: draft.insert(_pasted() if shift else ""),
        }
        command = commands.get(event.key)
        if command:
            command()
            self._update()
        return command is not None

    def _copy(self) -> bool:
        words = self._in_use()[0].selected
        return bool(words) and _copied(words)

    def _cut(self) -> bool:
        """Copy the selection and take it out; without a clipboard it stays."""
        draft = self._in_use()[0]
        if self._copy():
            draft.delete(draft.focus)
            self._update()
        return True

    # Mouse

    def _place_under(self, pos: tuple[int, int]) -> int:
        return self._window.under(pos[0] - self._rect.x, pos[1] - self._rect.y, self._step)

    def _mouse_down(self, event: pygame.event.Event) -> bool:
        """Once: the caret; twice: a word; three times: all of the row. With Shift: up to there."""
        if event.button != 1 or not self._box.holds(*event.pos):
            return False
        draft, window = self._in_use()
        self._deaf_until = 0.0
        number, last, where = self._clicks
        near = max(abs(event.pos[0] - where[0]), abs(event.pos[1] - where[1])) <= self._step // 3
        number = number % 3 + 1 if near and self._clock() - last < DOUBLE_CLICK_S else 1
        self._clicks = number, self._clock(), event.pos
        at = self._place_under(event.pos)
        if number == 1:
            draft.select(draft.anchor if pygame.key.get_mods() & pygame.KMOD_SHIFT else at, at)
        elif number == 2:
            draft.select(word_before(draft.text, after(draft.text, at)), word_after(draft.text, at))
        else:
            line = window.lines[window.row_of(at)]
            draft.select(line.start, line.end)
        self._dragging = number == 1
        self._update()
        return True

    def _mouse_moved(self, event: pygame.event.Event) -> bool:
        draft = self._in_use()[0]
        if not self._dragging or not event.buttons[0]:
            self._dragging = False
            return False
        at = self._place_under(event.pos)
        if at != draft.focus:
            draft.select(draft.anchor, at)
            self._update()
        return True

    def _mouse_up(self, event: pygame.event.Event) -> bool:
        used = event.button == 1 and (self._dragging or self._box.holds(*event.pos))
        self._dragging = False
        return used

    def _wheel(self, event: pygame.event.Event) -> bool:
        """Scroll several lines when the pointer is over them; the caret may go out of view."""
        if self.scrolled is None or not self._box.holds(*pygame.mouse.get_pos()):
            return False
        top = self._window.top
        self._window.scroll(-event.y * WHEEL_LINES)
        self.changed = self.changed or top != self._window.top
        return True
