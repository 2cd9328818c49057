"""What a session leaves behind, in words and numbers but in no format: the closing screen and every report.

An account is a list of blocks in reading order. A mode's screens build it (``screens/shell/modes.py``); the closing
screen shows it and ``report`` writes it, so that all of them say the same. Plain data, no behaviour.
"""

from dataclasses import dataclass

from tegenwicht.game.cards import Cluster, Family


@dataclass(frozen=True, slots=True)
class Heading:
    """``level``: 1 for a part of the account, 2 for a part of that."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """``quiet``: an explanation that may be passed over, in smaller letters."""

    text: str
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """(name, value) pairs, such as ("Ronden", "3")."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Items:
    """A list without order. ``quiet``: in smaller letters."""

    items: tuple[str, ...]
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """What someone wrote. ``who``: a name, or what the words are about; may be empty."""

    text: str
    who: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under ``head``; the first cell of a row names it. Every row is as long as ``head``.

    clusters: the cluster of each row, for a format that shows its colour and icon; may be empty.
    large: to be read from a wall.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str | int, ...], ...]
    clusters: tuple[Cluster | None, ...] = ()
    large: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a picture. ``values``: 0 and up, one for each of the picture's ``parts``."""

    label: str
    values: tuple[int, ...]
    cluster: Cluster | None = None


@dataclass(frozen=True, slots=True)
class Scale:
    """That the first half of a picture's bars hang left on a scale, and the rest right.

    lean: by how much the right outweighs the left; 0 for a beam that stays level. most: how many things lie on the
    fullest pan of all scales that are compared."""

    lean: int
    most: int


@dataclass(frozen=True, slots=True)
class Picture:
    """Lying bars whose ``parts`` ("als kaart", "genoemd") follow each other. Never without words: label and
    numbers are written with each bar, so that it says the same in black and white and read aloud.

    most: what a bar over the full width stands for at least, so that pictures can be compared; 0 for its own.
    scale: for a format that can draw one beside the bars."""

    caption: str
    parts: tuple[str, ...]
    bars: tuple[Bar, ...]
    most: int = 0
    scale: Scale | None = None


@dataclass(frozen=True, slots=True)
class CardEntry:
    """A card that played a part. about: cluster, round, who, place. weights: how many gave 1, 2, 3, 4."""

    number: int
    title: str
    cluster: Family
    about: str = ""
    question: str = ""
    weights: tuple[int, int, int, int] | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class NewPage:
    """What came before is a page of its own, in a format that has pages: the one that a team hangs on the wall."""


Block = Heading | Paragraph | Facts | Items | Quote | Table | Picture | CardEntry | NewPage


@dataclass(frozen=True, slots=True)
class Account:
    """A whole session. when: a Dutch date. person_free: there are no names and nothing anyone wrote in it.

    subject: what it was about, where that was said beforehand.
    """

    title: str
    mode: str
    when: str
    blocks: tuple[Block, ...]
    person_free: bool = False
    language: str = "nl"
    subject: str = ""
