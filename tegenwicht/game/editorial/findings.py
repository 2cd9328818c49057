"""What there can be to say of a deck: the kinds of finding, and the texts of a card by the field they stand in."""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from tegenwicht.game.cards import Card


class Kind(StrEnum):
    """What there is to frown at."""

    OPENINGS = "openings"
    TEMPLATE = "template"
    CLOSED = "closed"
    WHY = "why"
    LONG_SENTENCE = "long sentence"
    LONG_WORD = "long word"
    ALIKE = "alike"
    CLIENT_DATA = "client data"
    JUDGING = "judging"
    LONG_QUESTION = "long question"
    QUESTION_MARKS = "question marks"
    SECOND_QUESTION = "second question"
    LONG_SLIP = "long slip"
    FEW_SLIPS = "few slips"
    SLIPS_ALIKE = "slips alike"
    LONG_TITLE = "long title"
    FORMULA = "formula"
    ALWAYS_THE_CLIENT = "always the client"
    DIFFICULT = "difficult"


class Finding(NamedTuple):
    """One thing to look at again.

    ``field`` is title, question, deeper 1 to 3, other_side or explanation; ``found`` the words it is about;
    ``others`` the numbers of the other cards that it is about; ``amount`` how many words, letters, question marks
    or cards, where there are too many or too few.
    """

    kind: Kind
    card: Card
    field: str
    found: str
    others: tuple[int, ...] = ()
    amount: int = 0


class Text(NamedTuple):
    """A text of a card, and the field that it stands in."""

    card: Card
    field: str
    text: str


WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
SPEAKER = re.compile(r"^[^\W\d_]+: ")
"""Who a question is for, as in "Leidinggevende: welke …"."""


def questions_of(card: Card) -> Iterator[Text]:
    """What a card asks: its question, its slips, and its other side where it has one."""
    yield Text(card, "question", card.question)
    yield from (Text(card, f"deeper {number}", slip) for number, slip in enumerate(card.deeper, 1))
    if card.other_side:
        yield Text(card, "other_side", card.other_side)


def listed(words: str) -> frozenset[str]:
    """The words of a line."""
    return frozenset(words.split())
