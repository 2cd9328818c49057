"""The pictures that a card can have, with the Dutch words by which an author finds one. Nothing is read at import.

The drawings are files of ``assets/card-pictures``; ``words.txt`` beside them has a line for each.
"""

import unicodedata
from functools import cache
from typing import NamedTuple

from tegenwicht.paths import assets


class Picture(NamedTuple):
    """name: of the file, as a deck has it. words: in Dutch, the first of which is what it is called."""

    name: str
    words: tuple[str, ...]

    @property
    def called(self) -> str:
        """What it is called on the screen."""
        return self.words[0]


@cache
def pictures() -> dict[str, Picture]:
    """Every picture by its name, in the order of the file. OSError when the file cannot be read."""
    text = (assets() / "card-pictures" / "words.txt").read_text(encoding="utf-8")
    lines = (line.partition(":") for line in text.splitlines() if line and not line.startswith("#"))
    return {name: Picture(name, tuple(map(str.strip, words.split(",")))) for name, _, words in lines}


def found(asked: str) -> tuple[Picture, ...]:
    """The pictures that fit all words that were asked for: first those that are called so, then the others.

    A word fits when a word of the picture, or its name, begins with it; nothing asked is everything.
    """
    wanted = _plain(asked).split()
    every = pictures().values()
    hits = [one for one in every if all(any(_fits(word, said) for said in _said(one)) for word in wanted)]
    return tuple(sorted(hits, key=lambda one: not _plain(one.called).startswith(_plain(asked).strip())))


def meant(name: str) -> str:
    """The picture that somebody may have meant by a name that there is none of; empty when nothing is like it."""
    from difflib import get_close_matches

    called = found(name) if name.strip() else ()
    close = get_close_matches(name, pictures(), n=1, cutoff=0.75)
    return close[0] if close else (called[0].name if called else "")


def _said(picture: Picture) -> tuple[str, ...]:
    return (picture.name, *map(_plain, picture.words))


def _fits(word: str, said: str) -> bool:
    return any(part.startswith(word) for part in said.replace("-", " ").split()) or said.startswith(word)


def _plain(text: str) -> str:
    """As words are compared: without capitals and accents."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
