"""What is wrong with a deck, and where. Says nothing itself about what a deck should look like.

Problems are gathered in a :class:`Report`, so that an author sees all of them at once.
"""

from typing import NamedTuple, NoReturn, Protocol

from tegenwicht.i18n import several, tr
from tegenwicht.storage.patience import Patience

MOST_SHOWN = 200
"""Problems an author gets to see; the rest is counted."""

MOST_KEPT = 10_000
"""Problems remembered in order to show the first ones by place; bounds the memory of a hostile file."""


class Mark(Protocol):
    """A place as PyYAML counts it: line and column from 0."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


class Spot(NamedTuple):
    """A mark of our own, where YAML gives none; line and column from 0."""

    line: int = 0
    column: int = 0


START = Spot()


class Problem(NamedTuple):
    """One thing wrong, in plain Dutch; line and column from 1, as editors show them."""

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.message}"


class DeckProblems(Exception):  # noqa: N818 - reads as what it is: `except DeckProblems as found`
    """A deck was refused. ``problems`` has at least one problem, in the order of the file."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


class Report:
    """Gathers the problems of one file."""

    def __init__(self, file: str, patience: Patience | None = None) -> None:
        self.file = file
        self.patience = patience or Patience()
        self.count = 0
        self.notes: list[str] = []
        self._kept: list[Problem] = []

    def add(self, mark: Mark, message: str) -> None:
        """Note one problem and go on."""
        self.count += 1
        if self.count <= MOST_KEPT:
            self._kept.append(Problem(self.file, mark.line + 1, mark.column + 1, message))

    def note(self, message: str) -> None:
        """Something the author should know of the reading, with the deck or with the problems: it may explain them."""
        if message not in self.notes:
            self.notes.append(message)

    def stop(self, mark: Mark, message: str) -> NoReturn:
        """Note one problem after which the rest of the file cannot be read."""
        self.add(mark, message)
        raise self.failure()

    def failure(self) -> DeckProblems:
        """The exception to raise: the first problems by place, then how many more there are."""
        ordered = sorted(self._kept, key=lambda problem: (problem.line, problem.column))
        shown = ordered[:MOST_SHOWN]
        rest = self.count - len(shown)
        if rest:
            more = several("en nog {n} probleem", "en nog {n} problemen", rest)
            shown.append(shown[-1]._replace(message=more))
        notes = [Problem(self.file, 1, 1, tr("let op: {note}").format(note=note)) for note in self.notes]
        return DeckProblems((*notes, *shown))
