"""Type: which fonts there are, how wide a text is, where its lines break. Measures; draws nothing."""

from functools import lru_cache
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


class Type:
    """The fonts of one run of the app. ``folder``: where the font files are."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.font = lru_cache(128)(self._font)
        self.width = lru_cache(2048)(self._width)
        self.lines = lru_cache(768)(self._lines)

    def close(self) -> None:
        """Let go of the font files; asked again they are opened again."""
        self.font.cache_clear()

    def _font(self, weight: str, px: int) -> pygame.font.Font:
        return pygame.font.Font(str(self.folder / WEIGHTS[weight]), max(SMALLEST_PX, px))

    def _width(self, text: str, weight: str, px: int) -> int:
        return self.font(weight, px).size(text)[0]

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
        pieces: list[str] = []
        while len(word) > 1 and self.width(word, weight, px) > width:
            fits = 1
            while fits < len(word) and self.width(word[: fits + 1] + "-", weight, px) <= width:
                fits += 1
            after = word.rfind("-", 1, fits) + 1
            pieces.append(word[:after] if after else word[:fits] + "-")
            word = word[after or fits :]
        return [*pieces, word]
