"""The text field that has the focus, as a live one inside our tree; there is never more than one.

Joins the tree (where it is, what it is for) with ``textfield`` (typing).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from tegenwicht.kit import window
from tegenwicht.kit.nodes import Edit, Node, Role, find, scrolls_around
from tegenwicht.kit.rect import Rect

if TYPE_CHECKING:
    from tegenwicht.kit.entry.draft import Clean
    from tegenwicht.kit.entry.textfield import TextEntry
    from tegenwicht.kit.paint import Painter
    from tegenwicht.kit.theme import Theme


class LiveField:
    """painter: of all text on the screen. clean: see ``Draft``. clock: seconds that only go forward."""

    def __init__(self, painter: Painter, clean: Clean, clock: Callable[[], float]) -> None:
        self.painter, self.clean, self.clock = painter, clean, clock
        self.key = ""
        self._entry: TextEntry | None = None
        self._known = ""

    @property
    def caret(self) -> tuple[int, int] | None:
        """(anchor, focus) in characters; None when no field is in use."""
        return self._entry.caret if self._entry is not None and self.key else None

    @property
    def changed(self) -> bool:
        """Whether it looks different since it was drawn."""
        return self._entry is not None and bool(self.key) and self._entry.changed

    @property
    def due(self) -> float | None:
        """When a held key repeats, by the clock."""
        return self._entry.due if self._entry is not None and self.key else None

    def edit(self, tree: Node) -> Edit | None:
        """What the field in use is for."""
        node = find(tree, self.key) if self.key else None
        return node.edit if node is not None else None

    def fit(self, tree: Node, focus: str, theme: Theme, text_of: Callable[[str, object], object]) -> None:
        """Open, move or close it, so that it is where the tree has the focus.

        text_of: gives what is typed in a form entry so far, or else the second. What it gives now and did not
        give before came from elsewhere (a screen reader, a button, undo), and replaces what is in the field.
        """
        node = find(tree, focus)
        if node is None or node.role is not Role.TEXT_FIELD or node.edit is None:
            self.close()
            return
        from tegenwicht.kit.entry.field_rows import entry_colours
        from tegenwicht.kit.entry.textfield import TextEntry

        if self._entry is None:
            self._entry = TextEntry(self.painter, self.clean, self.clock)
        edit, colours = node.edit, entry_colours(theme, node.edit.paper)
        text = str(text_of(edit.form, node.value))
        known, self._known = self._known, text
        if self.key == node.key:
            self._entry.move(edit.inside, edit.font_px, colours, node.rect)
            if text not in (known, self._entry.text):
                self._entry.set_text(text)
            return
        self._entry.open(node.key, edit.inside, text, edit, edit.font_px, colours, node.rect)
        self.key = node.key
        window.listen_to_typing(True)

    def close(self) -> None:
        """No field is in use any more."""
        if self.key and self._entry is not None:
            self._entry.close()
            window.listen_to_typing(False)
        self.key = ""

    def draw(self, surface: pygame.Surface, tree: Node) -> Rect | None:
        """Draw it over its box, within what can be seen of that; returns where."""
        node = find(tree, self.key) if self.key else None
        if node is None or self._entry is None:
            return None
        seen = node.rect.shared(tree.rect)
        for view in scrolls_around(tree, node.key):
            seen = seen.shared(view.rect)
        surface.set_clip(pygame.Rect(seen))
        self._entry.draw(surface)
        surface.set_clip(None)
        return seen

    def handle(self, event: pygame.event.Event) -> bool:
        """Whether the field used the event."""
        return bool(self.key) and self._entry is not None and self._entry.handle(event)

    def tick(self) -> bool:
        """Repeat a held key when it is time; whether it did."""
        return bool(self.key) and self._entry is not None and self._entry.tick()

    @property
    def text(self) -> str:
        """What was typed."""
        return self._entry.text if self._entry is not None and self.key else ""

    def select(self, anchor: int, focus: int) -> None:
        """Another selection, in characters, from a screen reader."""
        if self._entry is not None and self.key:
            self._entry.select(anchor, focus)
