"""The sizes of the compact table: those of a window of 1024 by 640, as large as the window and the text ask."""

from typing import NamedTuple

from tegenwicht.screens.parts.table.ground import has_room
from tegenwicht.screens.shell.view import View
from tegenwicht.screens.tegenwicht.now import Now

WIDTH, HEIGHT = 1024, 640


def is_compact(v: View) -> bool:
    """Whether the large table would be too small to read."""
    return not has_room(v)


class Size(NamedTuple):
    """unit: the window's pixels to a pixel at 1024 by 640; text_unit: the same for text. large: design to window."""

    unit: float
    large: float

    def px(self, n: float) -> int:
        """A length in the window's pixels; never less than one for what is more than nothing."""
        return round(n * self.unit) or (1 if n else 0)

    def text(self, n: float) -> int:
        """A size of text in the window's pixels."""
        return max(round(n * self.unit), round(20 * self.large * n / 18 * 0.9) if n < 18 else 0)

    def design(self, n: float) -> float:
        """The size of text that the kit's pieces take for it."""
        return self.text(n) / self.large


def size_of(now: Now) -> Size:
    """The sizes on the view's window."""
    v = now.v
    fits = min(v.width / WIDTH, v.height / HEIGHT)
    return Size(max(fits, 1.11 * v.unit), v.unit)
