"""Typing: the one text field that is in use.

``TextEntry`` takes events, changes what ``draft`` holds, and has it painted row by row by the painter that
paints all other text.
"""

import math
import sys
import time
from collections.abc import Callable

import pygame

from tegenwicht.kit.entry.draft import (
    Clean,
    Draft,
    after,
    before,
    word_after,
    word_before,
)
from tegenwicht.kit.entry.draft_lines import Window
from tegenwicht.kit.entry.field_rows import EntryColours, Rows
from tegenwicht.kit.input import meant
from tegenwicht.kit.nodes import Edit, Scrolled
from tegenwicht.kit.paint import Painter
from tegenwicht.kit.rect import Rect

FIRST_REPEAT_S, NEXT_REPEAT_S = 0.45, 0.035
DOUBLE_CLICK_S = 0.4
OPENING_S = 0.5
"""So long after it opened a field takes no text, unless a key goes down or up: a slow computer tells late of a letter."""
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


def copied(words: str) -> bool:
    """Puts words on the clipboard; whether there was one."""
    try:
        pygame.scrap.put_text(words)
    except (pygame.error, UnicodeError):
        return False
    return True


class TextEntry:
    """The text field in use, if any. Made once by the app.

    painter: of all text on the screen. clean: see ``Draft``. clock: seconds, for double clicks and held keys.
    ``changed`` says whether the field looks different since ``draw``.

    Held keys repeat here, not in pygame: pygame drops SDL's own repeats, and ``pygame.key.set_repeat`` would
    go on after the field is left. When ``due`` is not None, call ``tick`` at that time of the clock.
    """

    def __init__(self, painter: Painter, clean: Clean, clock: Callable[[], float] = time.monotonic) -> None:
        self.key = ""
        self.changed = False
        self.due: float | None = None
        self._painter, self._clean, self._clock = painter, clean, clock
        self._look: object = None
        self._draft: Draft | None = None
        self._rows: Rows | None = None
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
        return self._on_screen().caret_rect(self._in_use()[0])

    @property
    def scrolled(self) -> Scrolled | None:
        """How far several lines are scrolled, in pixels, for a scroll bar; None when all are in view."""
        return self._rows.scrolled if self._rows else None

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
        self._release()
        self.key, self._draft, self._rows, self._look, self.changed = "", None, None, None, False

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
        if self._draft is None or self._rows is None:
            return
        clip = surface.get_clip()
        self._painter.draw(surface, self._rows.drawn(self._draft), self._rows.rect.shared(Rect(*clip)))
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
        return bool(handler and handler(meant(event)))

    def tick(self) -> bool:
        """Repeat the key that is held when it is time; whether it did."""
        if self._held is None or self.due is None or self._clock() < self.due:
            return False
        self.due = self._clock() + NEXT_REPEAT_S
        return self._press(self._held)

    # Where it is

    def _on_screen(self) -> Rows:
        if self._rows is None:
            raise RuntimeError("no text field is open: call open() first")
        return self._rows

    def _in_use(self) -> tuple[Draft, Window]:
        if self._draft is None:
            raise RuntimeError("no text field is open: call open() first")
        return self._draft, self._on_screen().window

    def _place(self, rect: Rect, px: int, colours: EntryColours, box: Rect | None) -> None:
        draft = self._draft
        assert draft is not None
        self._look = rect, px, colours, box or rect
        edit = draft.edit
        self._rows = Rows(rect, box or rect, px, colours, edit.multiline, self._painter.type, edit.weight)
        self._update()

    def _update(self) -> None:
        draft, window = self._in_use()
        window.fit(draft.text)
        window.reveal(draft.focus)
        self._goal = None
        self.changed = True

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
        if event.key == pygame.K_DELETE and not draft.text:
            return False  # there is nothing to delete: it may mean the field itself
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
        return bool(words) and copied(words)

    def _cut(self) -> bool:
        """Copy the selection and take it out; without a clipboard it stays."""
        draft = self._in_use()[0]
        if self._copy():
            draft.delete(draft.focus)
            self._update()
        return True

    # Mouse

    def _mouse_down(self, event: pygame.event.Event) -> bool:
        """Once: the caret; twice: a word; three times: all of the row. With Shift: up to there."""
        if event.button != 1 or not self._on_screen().box.holds(*event.pos):
            return False
        draft, window = self._in_use()
        self._deaf_until = 0.0
        number, last, where = self._clicks
        near = max(abs(event.pos[0] - where[0]), abs(event.pos[1] - where[1])) <= self._on_screen().step // 3
        number = number % 3 + 1 if near and self._clock() - last < DOUBLE_CLICK_S else 1
        self._clicks = number, self._clock(), event.pos
        at = self._on_screen().place_under(event.pos)
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
        at = self._on_screen().place_under(event.pos)
        if at != draft.focus:
            draft.select(draft.anchor, at)
            self._update()
        return True

    def _mouse_up(self, event: pygame.event.Event) -> bool:
        used = event.button == 1 and (self._dragging or self._on_screen().box.holds(*event.pos))
        self._dragging = False
        return used

    def _wheel(self, event: pygame.event.Event) -> bool:
        """Scroll several lines when the pointer is over them; the caret may go out of view."""
        if self.scrolled is None or not self._on_screen().box.holds(*pygame.mouse.get_pos()):
            return False
        window = self._on_screen().window
        top = window.top
        window.scroll(-event.y * WHEEL_LINES)
        self.changed = self.changed or top != window.top
        return True
