"""Where decks are: the folder of own decks and that of the program; and reading what is in them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tegenwicht import paths
from tegenwicht.i18n import tr
from tegenwicht.storage.decks.own_files import deck_files

if TYPE_CHECKING:
    from tegenwicht.game.cards import Deck

TABLES = (".csv", ".tsv", ".txt", ".xlsx", ".xls", ".xlsm", ".ods")


class Places:
    """data: the user's folder. read: a deck in YAML, or its problems. decks: (path, title) of all decks.

    opened: the file of the deck that is played with.
    """

    def __init__(
        self,
        data: Path,
        read: Callable[[Path], tuple[Deck | None, str]],
        decks: Callable[[], tuple[tuple[str, str], ...]],
    ) -> None:
        self.folder = paths.own_decks(data)
        self.read, self.decks = read, decks
        self.opened: Path | None = None

    def read_any(self, path: Path) -> tuple[Deck | None, tuple[str, ...]]:
        """The deck with the notes of reading it; or None with all its problems."""
        deck = None if path.suffix.lower() in TABLES else self.read(path)[0]
        if deck is not None:  # without a look at the readers: most starts need none
            return deck, ()
        from tegenwicht.app.desks.breaking_off import wants_out
        from tegenwicht.storage.decks.formats import read_any
        from tegenwicht.storage.decks.reader import DeckProblems
        from tegenwicht.storage.patience import Patience

        try:
            return read_any(path, Patience(stop=wants_out))
        except DeckProblems as error:
            return None, tuple(map(str, error.problems))

    def read_at_the_start(self, path: Path) -> tuple[Deck | None, str]:
        """The deck that the command line names, in a file of any kind; or its problems."""
        deck, words = self.read_any(path)
        if deck is None:
            return None, "\n".join((tr("Deze kaartset kan niet open:"), *words))
        self.opened = path
        return deck, "\n".join(words)

    def is_known(self, path: Path) -> bool:
        """Whether it is one of the program's or the user's own."""
        return path.parent in (paths.decks(), self.folder)

    def titles(self, but: str = "") -> list[str]:
        """The titles of all decks and drafts, except of the deck with one name."""
        from tegenwicht.storage.decks import own as own_decks

        titles = [title for path, title in self.decks() if own_decks.name_of(Path(path)) != but or
                  Path(path).parent != self.folder]  # fmt: skip
        drafts = [concept_or_none(self.folder, name) for name in own_decks.names(self.folder) if name != but]
        return titles + [kept.draft.title.strip() for kept in drafts if kept is not None]

    def ids(self) -> list[str]:
        """What decks of the program are called: those names are taken too."""
        return [path.stem for path in self.shipped_files()]

    def shipped_files(self) -> list[Path]:
        """The files of the decks that come with the program, the usual one first."""
        usual = paths.decks() / "tegenwicht.yaml"
        return sorted(deck_files(paths.decks()), key=lambda path: (path != usual, path))

    def own_files(self) -> list[Path]:
        """The files of the user's own decks."""
        return [Path(path) for path, _ in self.decks() if Path(path).parent == self.folder]


def concept_or_none(folder: Path, name: str) -> Any:
    """The draft of a deck for a list; one that cannot be read now counts as none."""
    from tegenwicht.storage.decks import own as own_decks

    try:
        return own_decks.read_concept(folder, name)
    except OSError:
        return None  # the list shows the deck itself; opening the draft tells what is wrong
