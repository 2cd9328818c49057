"""Typing: the one text field that is in use, shown by a live pygame_gui element.

``TextEntry`` takes events and draws what ``draft`` and ``draft_lines`` know. pygame_gui's UITextEntryLine and
UITextEntryBox set and paint the rows, but get no events: half of all sessions of sixty random keys end the
box of 0.6.14 with an exception, or with other words in view than it holds; a letter in a box of 2,000 takes
it 60 ms; and what is typed is looked up as a translation key, so that "pygame-gui.OK" turns into "OK".
pygame_gui is imported when the first field is opened, not before.
"""

import math
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pygame

from tegenwicht.kit.draft import Clean, Draft, after, before, word_after, word_before
from tegenwicht.kit.draft_lines import Line, Window
from tegenwicht.kit.entry_element import Element, EntryColours, Row, entry_theme, new_manager
from tegenwicht.kit.nodes import Edit, Scrolled
from tegenwicht.kit.rect import Rect
from tegenwicht.kit.text import WEIGHTS, Type

WEIGHT = "regular"
FIRST_REPEAT_S, NEXT_REPEAT_S = 0.45, 0.035
DOUBLE_CLICK_S = 0.4
OPENING_S = 0.1
WHEEL_LINES = 3
CTRL = pygame.KMOD_CTRL | pygame.KMOD_META
ENTER = (pygame.K_RETURN, pygame.K_KP_ENTER)
SIDEWAYS = (pygame.K_LEFT, pygame.K_RIGHT, pygame.K_HOME, pygame.K_END)
ROWS_DOWN = {pygame.K_UP: -1, pygame.K_DOWN: 1}
PAGES_DOWN = {pygame.K_PAGEUP: -1, pygame.K_PAGEDOWN: 1}
REPEATING = {*SIDEWAYS, *ROWS_DOWN, *PAGES_DOWN, pygame.K_BACKSPACE, pygame.K_DELETE}
SCANCODE = 1 << 30
"""SDL's mark on keys that type nothing: arrows, function keys, modifiers."""


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

    fonts: the folder of the font files. size: the window's, in pixels. clean: see ``Draft``. clock: seconds, for
    double clicks and held keys. ``changed`` says whether the field looks different since ``draw``.

    Held keys repeat here, not in pygame: pygame drops SDL's own repeats, and ``pygame.key.set_repeat`` would
    go on after the field is left. When ``due`` is not None, call ``tick`` at that time of the clock.
    """

    def __init__(
        self, fonts: Path, size: tuple[int, int], clean: Clean, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.key = ""
        self.changed = False
        self.due: float | None = None
        self._type, self._size, self._clean, self._clock = Type(fonts), size, clean, clock
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
        self.key, self._draft = key, Draft(text, edit, self._clean)
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
            self._manager = new_manager(self._size)
        font = self._type.folder / WEIGHTS[WEIGHT]
        height = self._type.font(WEIGHT, px).size("x")[1]
        self._down = (self._step - height) // 2  # as paint does, so that words stay where they were
        theme = entry_theme(font, px, self._step, height, self._colours)
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
            unbroken = self._in_use()[0].edit.unbroken
            return several and not unbroken and not ctrl and self._insert("\n")
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
