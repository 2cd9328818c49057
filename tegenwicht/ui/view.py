"""What a scene is given: the model, the window's size, the theme and the type. Sizes come from here.

Design sizes are pixels on a screen of 1920 by 1080. ``u`` scales them to the window; ``t`` also to the
chosen text size. So 1024 by 640 and 3840 by 2160 show the same screen, each sharp.
"""

from typing import NamedTuple

from tegenwicht.ui.model import Model
from tegenwicht.ui.text import Type
from tegenwicht.ui.theme import Theme

LEAST_SCALE = 0.6
WIDE = 1500
"""In design pixels at the chosen text size: from this width on, three columns fit side by side."""


class View(NamedTuple):
    """One moment on one window."""

    model: Model
    width: int
    height: int
    theme: Theme
    type: Type
    scale: float
    text: float

    def u(self, design: float) -> int:
        """Design pixels to the window's pixels; never less than one for what is more than nothing."""
        return max(1, round(design * self.scale)) if design else 0

    def t(self, design: float) -> int:
        """The same for text and what must grow with it."""
        return max(1, round(design * self.scale * self.text)) if design else 0

    @property
    def wide(self) -> bool:
        """Whether three columns fit side by side, and are high enough to be of use."""
        unit = self.scale * self.text
        return self.width / unit >= WIDE and self.height / unit >= 800


def view_of(model: Model, width: int, height: int, theme: Theme, type_: Type) -> View:
    """The view of a model on a window of that size, in pixels."""
    scale = max(LEAST_SCALE, min(max(width, height) / 1920, min(width, height) / 1080))
    return View(model, width, height, theme, type_, scale, model.settings.text_size / 100)
