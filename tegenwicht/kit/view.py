"""What a screen is made with: the window's size, the theme and the type. Sizes come from here.

Design sizes are pixels on a screen of 1920 by 1080. ``u`` scales them to the window; ``t`` also to the
chosen text size. So 1024 by 640 and 3840 by 2160 show the same screen, each sharp.
"""

from collections.abc import Mapping

from tegenwicht.kit.text import Type
from tegenwicht.kit.theme import Theme

LEAST_SCALE = 0.6
WIDE, HIGH_ENOUGH = 1500, 800
"""In design pixels at the chosen text size: from here on, three columns fit side by side."""
HALVES = 1250
"""In the same: from this width on, and as high, two columns fit side by side."""
PAIR = 900
"""In the same: from this width on, two narrow things fit side by side."""
UPRIGHT = 1400
"""In the same: from this height on there is room to spare below."""


class View:
    """One moment on one window.

    width, height: of the window, in pixels. text: how large the text is, 1.0 as designed. scale: from
    design pixels to the window's; unit: the same for text. across, down: the window's width and height in
    design pixels at the chosen text size. scroll: how far each scrolling view is, in pixels, by its key.
    letter_keys: whether keys of one character work now, and are shown. spacing: how much farther than usual the lines
    of running text are apart, 1.0 as designed.
    """

    theme: Theme

    def __init__(
        self,
        size: tuple[int, int],
        theme: Theme,
        type_: Type,
        text: float = 1.0,
        scroll: Mapping[str, int] | None = None,
        letter_keys: bool = True,
        spacing: float = 1.0,
    ) -> None:
        self.width, self.height = width, height = size
        self.theme, self.type, self.text, self.letter_keys = theme, type_, text, letter_keys
        self.spacing = spacing
        self.scroll: Mapping[str, int] = {} if scroll is None else scroll
        self.scale = max(LEAST_SCALE, min(max(width, height) / 1920, min(width, height) / 1080))
        self.unit = self.scale * text
        self.across, self.down = width / self.unit, height / self.unit

    def px(self, design: float) -> int:
        """Design pixels to the window's pixels; never less than one for what is more than nothing."""
        return round(design * self.scale) or (1 if design else 0)

    def text_px(self, design: float) -> int:
        """The same for text and what must grow with it."""
        return round(design * self.unit) or (1 if design else 0)

    def step(self, px: int) -> int:
        """From one line of running text to the next, in pixels."""
        return round(self.type.line_height(px) * self.spacing)

    @property
    def wide(self) -> bool:
        """Whether three columns fit side by side, and are high enough to be of use."""
        return self.across >= WIDE and self.down >= HIGH_ENOUGH

    @property
    def halves(self) -> bool:
        """Whether two columns fit side by side, and are high enough to be of use."""
        return self.across >= HALVES and self.down >= HIGH_ENOUGH

    @property
    def roomy(self) -> bool:
        """Whether it is as wide as a screen of 16 by 9."""
        return self.across >= 1850

    @property
    def pair(self) -> bool:
        """Whether two narrow things fit side by side."""
        return self.across >= PAIR

    @property
    def upright(self) -> bool:
        """Whether there is room to spare from top to bottom, as in a portrait window."""
        return self.down >= UPRIGHT

    @property
    def low(self) -> bool:
        """Whether every line from top to bottom counts, as with large text on a small window."""
        return self.down < HIGH_ENOUGH
