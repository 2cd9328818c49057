"""Type: which fonts there are, how wide a text is, where its lines break. Measures; draws nothing."""

from bisect import bisect_right
from functools import lru_cache
from itertools import islice
from pathlib import Path

import pygame.font

WEIGHTS = {
    "regular": "AtkinsonHyperlegibleNext-Regular.ttf",
    "italic": "AtkinsonHyperlegibleNext-Italic.ttf",
    "medium": "AtkinsonHyperlegibleNext-Medium.ttf",
    "semibold": "AtkinsonHyperlegibleNext-SemiBold.ttf",
    "bold": "AtkinsonHyperlegibleNext-Bold.ttf",
}
SMALLEST_PX = 8
MOST_FONTS = 24
"""So many are open at a time to write with, a tenth of a MiB each: a screen writes in some twenty sizes, and measures
eighty, with one more of each weight."""


class Type:
    """The fonts of one run of the app. ``folder``: where the font files are.

    width: of a text, in pixels. stands: how far letters of a weight and size reach above their line, and how high a
    line of them is drawn, in pixels. lines: a text, broken to a width.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._fonts: dict[tuple[str, int], pygame.font.Font] = {}
        self._measures: dict[str, tuple[int, pygame.font.Font]] = {}
        self.stands = lru_cache(512)(self._stands)
        self.width = lru_cache(2048)(self._width)
        self.lines = lru_cache(768)(self._lines)

    def close(self) -> None:
        """Let go of the font files; asked again they are opened again."""
        self._fonts.clear()
        self._measures.clear()

    def font(self, weight: str, px: int) -> pygame.font.Font:
        """A font to write with at once: where enough are open, one that was used long ago gets another size."""
        font = self._fonts.pop((weight, px), None)
        if font is None:
            font = self._sized(weight, max(SMALLEST_PX, px))
        self._fonts[weight, px] = font
        return font

    def _sized(self, weight: str, px: int) -> pygame.font.Font:
        if len(self._fonts) < MOST_FONTS:
            return self._opened(weight, px)
        long_ago = list(islice(self._fonts, MOST_FONTS // 4))
        known = next((key for key in long_ago if key[0] == weight), None)
        font = self._fonts.pop(known or long_ago[0])
        if known is None:
            return self._opened(weight, px)
        font.set_point_size(px)
        return font

    def _opened(self, weight: str, px: int) -> pygame.font.Font:
        return pygame.font.Font(str(self.folder / WEIGHTS[weight]), px)

    def _to_measure(self, weight: str, px: int) -> pygame.font.Font:
        """What is open at that size, as long as there is room; else one of its weight that nothing is written with: far
        more sizes are measured than written, and none of those is to be closed for it."""
        written = self._fonts.get((weight, px))
        if written is not None:
            return written
        if len(self._fonts) < MOST_FONTS:
            return self.font(weight, px)
        px = max(SMALLEST_PX, px)
        if weight not in self._measures:
            self._measures[weight] = (px, self._opened(weight, px))
        was, font = self._measures[weight]
        if was != px:
            font.set_point_size(px)
            self._measures[weight] = (px, font)
        return font

    def _stands(self, weight: str, px: int) -> tuple[int, int]:
        font = self._to_measure(weight, px)
        return font.get_ascent(), font.get_height()

    def _width(self, text: str, weight: str, px: int) -> int:
        return self._to_measure(weight, px).size(text)[0]

    @staticmethod
    def line_height(px: int) -> int:
        """From one line to the next, in pixels."""
        return round(max(SMALLEST_PX, px) * 1.32)

    def _lines(self, text: str, weight: str, px: int, width: int) -> tuple[str, ...]:
        """The text in lines no wider than ``width``; a word wider than that is broken."""
        lines: list[str] = []
        for paragraph in text.split("\n"):
            line = ""
            for word in paragraph.split(" "):
                longer = f"{line} {word}" if line else word
                if self.width(longer, weight, px) <= width:
                    line = longer
                    continue
                if line:
                    lines.append(line)
                *full, line = self._pieces(word, weight, px, width)
                lines += full
            lines.append(line)
        return tuple(lines)

    def _pieces(self, word: str, weight: str, px: int, width: int) -> list[str]:
        """A word, broken after a hyphen where it has one and else between letters, to fit the width."""

        def wide(letters: int) -> int:
            return self._width(word[:letters] + "-", weight, px)

        pieces: list[str] = []
        while len(word) > 1 and (too_many := self._too_many(word, weight, px, width)):
            fits = 1 + bisect_right(range(2, too_many + 1), width, key=wide)
            after = word.rfind("-", 1, fits) + 1
            pieces.append(word[:after] if after else word[:fits] + "-")
            word = word[after or fits :]
        return [*pieces, word]

    def _too_many(self, word: str, weight: str, px: int, width: int) -> int:
        """How many of its letters are wider than ``width``, within twice what is needed; 0 when all of them fit.

        So of a word of thousands of letters no more is measured for each line than a few lines of it.
        """
        letters = min(16, len(word))
        while self._width(word[:letters], weight, px) <= width:
            if letters == len(word):
                return 0
            letters = min(2 * letters, len(word))
        return letters
