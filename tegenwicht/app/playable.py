"""The decks that can be played with: the program's and the user's own."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

from tegenwicht import paths
from tegenwicht.game.cards import Deck
from tegenwicht.i18n import tr
from tegenwicht.storage.decks.own_files import deck_files

MOST_PROBLEMS_SHOWN = 3


class PlayableDecks:
    """data: the user's folder. A file is read again only when it changed."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self._titles: dict[Path, tuple[tuple[int, int], str]] = {}

    def read(self, path: Path) -> tuple[Deck | None, str]:
        """A deck, or the first problems of its file in Dutch."""
        from tegenwicht.storage.decks.cache import keep_deck, kept_deck

        deck = kept_deck(path, self.data)
        if deck is not None:
            return deck, ""
        from tegenwicht.storage.decks.reader import DeckProblems, read_deck

        try:
            deck = read_deck(path)
            keep_deck(path, self.data, deck)
            return deck, ""
        except DeckProblems as error:
            shown = "\n".join(map(str, error.problems[:MOST_PROBLEMS_SHOWN]))
            more = len(error.problems) - MOST_PROBLEMS_SHOWN
            rest = "\n" + tr("en nog {n} andere").format(n=more) if more > 0 else ""
            return None, tr("Deze kaartset kan niet open:") + f"\n{shown}{rest}"

    def listed(self) -> tuple[tuple[str, str], ...]:
        """(path, title) of the decks that can be played with, the program's and the user's own; no two the same."""
        read = [(path, self.title(path)) for path in self.files()]
        found = [(path, title) for path, title in read if title]
        titles = Counter(title for _, title in found)
        if len(titles) == len(found):
            return tuple((str(path), title) for path, title in found)
        from tegenwicht.storage.decks.text import visible

        return tuple(
            (str(path), title if titles[title] == 1 else f"{title} ({visible(path.stem)})")
            for path, title in found
        )

    def files(self) -> list[Path]:
        """Every file that should be a deck, whatever is in it; the usual deck first."""
        usual = paths.decks() / "tegenwicht.yaml"
        own = deck_files(paths.own_decks(self.data))
        return [*sorted(deck_files(paths.decks()), key=lambda path: (path != usual, path)), *sorted(own)]

    def title(self, path: Path) -> str:
        """The title of a deck as it is read; empty for a file that is none, which the list of own decks shows."""
        try:
            found = os.stat(path)
        except OSError:
            return ""
        mark = (found.st_size, found.st_mtime_ns)
        known = self._titles.get(path)
        if known is None or known[0] != mark:
            deck, _ = self.read(path)
            known = self._titles[path] = (mark, deck.title if deck and _plays_alone(deck, path) else "")
        return known[1]


def _plays_alone(deck: Deck, path: Path) -> bool:
    """Whether it is offered as the deck to play with; ours without a factor is only there to be mixed in."""
    return path.parent != paths.decks() or any(card.cluster for card in deck.cards)
