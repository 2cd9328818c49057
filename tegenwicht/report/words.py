"""Words and numbers of an account that every format writes in the same way."""

from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import cast

from tegenwicht.game.account import Account, Bar, Block, CardEntry, Facts, Picture, Table
from tegenwicht.game.text import clean
from tegenwicht.i18n import tr

LEAST_SCALE = 5
MOST_COLUMNS = 8
"""Columns of numbers beside the first one that an upright page has room for."""


def top_facts(account: Account) -> Facts:
    """What stands below the title."""
    pairs = (
        (tr("Spel"), account.mode),
        (tr("Datum"), account.when),
        (tr("Onderwerp"), account.subject),
    )
    return Facts(tuple(pair for pair in pairs if pair[1]))


def card_title(card: CardEntry) -> str:
    """ "39. Afspraken over targets"."""
    return f"{card.number}. {card.title}"


def bar_line(picture: Picture, bar: Bar) -> str:
    """The numbers of a bar: "kaarten 3, genoemd 2", or "5" when there is one part only."""
    if len(picture.parts) == 1:
        return str(bar.values[0])
    return ", ".join(f"{part} {value}" for part, value in zip(picture.parts, bar.values, strict=True))


def corner() -> str:
    """The head over the names of a picture's bars, where it is written as a table."""
    return tr("Wat")


def in_words(picture: Picture) -> str:
    """What a picture shows, for those who cannot see it."""
    bars = "; ".join(f"{bar.label}: {bar_line(picture, bar)}" for bar in picture.bars)
    return f"{picture.caption}. {bars}."


def most_in(picture: Picture) -> int:
    """What a bar over the full width stands for: at least LEAST_SCALE, so that 1 does not look like much."""
    return max(LEAST_SCALE, picture.most, *(sum(bar.values) for bar in picture.bars), 1)


def on_narrow_paper(table: Table) -> list[Table]:
    """The table, or as many tables as it takes to give each no more columns than a page has room for."""
    columns = len(table.head) - 1
    if columns <= MOST_COLUMNS:
        return [table]
    parts = -(-columns // MOST_COLUMNS)
    each = -(-columns // parts)
    return [_columns(table, first, first + each) for first in range(1, columns + 1, each)]


def _columns(table: Table, first: int, end: int) -> Table:
    head, rows = table.head, table.rows
    name = tr("{caption}: {first} – {last}").format(
        caption=table.caption, first=head[first], last=head[min(end, len(head)) - 1]
    )
    return replace(
        table,
        caption=name,
        head=(head[0], *head[first:end]),
        rows=tuple((row[0], *row[first:end]) for row in rows),
    )


def card_level(block: Block, level: int) -> int:
    """The level of headings after ``block``: a card is one level below the heading over it."""
    return getattr(block, "level", level)


def safe(account: Account) -> Account:
    """The account in text that any format can hold.

    No control characters and nothing that changes the direction of reading; line breaks stay.
    """
    return cast(Account, _safe(account))


def _safe(value: object) -> object:
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return clean(value, lines=True)
    if isinstance(value, tuple):
        return tuple(map(_safe, value))
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _safe(getattr(value, field.name)) for field in fields(value)})
    return value
