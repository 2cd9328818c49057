"""What may stand in a deck's file: the keys of each format, and what each kind of file calls them."""

from collections.abc import Mapping as ReadOnly
from typing import NamedTuple

from tegenwicht.game.cards import Group

DECK_KEYS = ("id", "title", "language", "version", "sources", "cards")
CARD_KEYS = ("id", "number", "cluster", "title", "question", "deeper", "counterweight", "source", "rank")
"""Of a file of format 1, which is what a file is that does not say."""
DECK_KEYS_2 = ("format", "id", "title", "language", "version", "instruction", "sources", "cards")
CARD_KEYS_2 = (
    "id", "number", "kind", "cluster", "title", "factor", "question", "deeper", "other_side", "explanation",
    "picture", "source", "rank",
)  # fmt: skip
RANK_KEYS = ("overall", *(str(group) for group in Group))


class Format(NamedTuple):
    """What may stand in a file of one format, and what may be left out."""

    number: int
    deck_keys: tuple[str, ...]
    card_keys: tuple[str, ...]
    optional: frozenset[str]
    deeper: tuple[int, int]


FORMAT_1 = Format(1, ("format", *DECK_KEYS), CARD_KEYS, frozenset({"format", "rank"}), (2, 3))
FORMAT_2 = Format(
    2, DECK_KEYS_2, CARD_KEYS_2,
    frozenset({"instruction", "kind", "cluster", "factor", "deeper", "other_side", "explanation", "picture",
               "source", "rank"}), (0, 3),
)  # fmt: skip
FORMATS = (FORMAT_1, FORMAT_2)


class Words(NamedTuple):
    """What the author's kind of file calls things; what is not named here has its name in YAML.

    ``fields``: by key, ``values``: of clusters and sources, ``line``: what is counted from top to bottom.
    """

    fields: ReadOnly[str, str]
    values: ReadOnly[str, str]
    line: str


YAML_WORDS = Words({}, {}, "regel")
