"""How the live text field looks: pygame_gui's elements, which only set and paint rows. Loaded with the first.

Their own editing is not used, for the reasons that ``textfield`` gives.
"""

from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

import pygame

from tegenwicht.kit.ops import Colour
from tegenwicht.kit.theme import Theme


class EntryColours(NamedTuple):
    """ink: letters and caret; paper: the ground of the field; the pair for what is selected."""

    ink: Colour
    paper: Colour
    selected: Colour
    on_selected: Colour


def entry_colours(theme: Theme) -> EntryColours:
    """The colours of a text field in a theme; a selection looks like the focus."""
    return EntryColours(theme.ink, theme.paper, theme.focus, theme.halo)


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


def new_manager(size: tuple[int, int]) -> Any:
    """pygame_gui's manager, not made the default one; texts are not looked up in files of translations."""
    from pygame_gui import UIManager

    default = import_module("pygame_gui.core.utility")
    kept = default.get_default_manager()
    manager = UIManager(size, enable_live_theme_updates=False)
    default.set_default_manager(kept)
    import_module("i18n").load_path.clear()
    return manager


def entry_theme(font: Path, px: int, step: int, height: int, colours: EntryColours) -> dict[str, Any]:
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
