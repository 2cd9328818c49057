"""What is being typed, as plain data: the text, the selection, the caret, undo. Draws nothing.

The caret steps over accents, flags and joined emoji as one piece.
"""

import re
import unicodedata
from collections.abc import Callable

from tegenwicht.kit.nodes import Edit

MOST_UNDONE = 200
_JOINER = "\u200d"
_WORD = re.compile(r"[\w\u0300-\u036f]+|[^\w\s]+")


def _flag(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def continues(text: str, at: int) -> bool:
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
    while at < len(text) and continues(text, at):
        at += 1
    return at


def before(text: str, at: int) -> int:
    """The next place for the caret to the left."""
    at = max(0, at - 1)
    while at > 0 and continues(text, at):
        at -= 1
    return at


def word_after(text: str, at: int) -> int:
    """The end of the word that the caret is in or before."""
    found = _WORD.search(text, at)
    return found.end() if found else len(text)


def word_before(text: str, at: int) -> int:
    """The start of the word that the caret is in or behind."""
    return max((found.start() for found in _WORD.finditer(text, 0, at)), default=0)


Clean = Callable[[str, bool], str]
"""Takes out of a text what may not be in it, and white space at its ends; the second tells whether it may have lines."""


class Draft:
    """What is being typed. The selection runs from ``anchor`` to ``focus``, where the caret is.

    clean: what the program does with every text that comes in, typed or pasted.
    """

    def __init__(self, text: str, edit: Edit, clean: Clean) -> None:
        self.edit, self._clean = edit, clean
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
        words = self._clean(f"|{words}|", self.edit.multiline and not self.edit.unbroken)[1:-1]
        if self.edit.digits:
            words = "".join(char for char in words if char in "0123456789")
        cut = min(len(words), max(0, room))
        while 0 < cut < len(words) and continues(words, cut):
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
