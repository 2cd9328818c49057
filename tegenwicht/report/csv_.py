"""A report as CSV that a Dutch Excel opens with a double click: semicolons, and numbers as numbers.

One table after the other, each under the row with its caption, an empty row between; every row is equally
long. A cell that a spreadsheet would take for a formula gets an apostrophe before it.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator

from tegenwicht.game.account import (
    Account,
    Block,
    CardEntry,
    Facts,
    Heading,
    Items,
    NewPage,
    Paragraph,
    Picture,
    Quote,
    Table,
)
from tegenwicht.i18n import tr
from tegenwicht.report.words import corner, top_facts

Row = tuple[str | int, ...]

_FORMULA = re.compile(r"\s*[=+\-@\t\r＝＋－＠]")


def as_csv(account: Account) -> str:
    """The account as CSV, without the mark for UTF-8 at its beginning."""
    rows = [(account.title,), *top_facts(account).pairs, *_parts(account.blocks)]
    most = max(map(len, rows))
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=";", quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    for row in rows:
        writer.writerow([*map(harmless, row), *[""] * (most - len(row))])
    return written.getvalue()


def harmless(cell: str | int) -> str | int:
    """The cell so that no spreadsheet reckons with it, unless it is a number."""
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell


def _parts(blocks: Iterable[Block]) -> Iterator[Row]:
    cards: list[CardEntry] = []
    for block in blocks:
        if isinstance(block, CardEntry):
            cards.append(block)
            continue
        yield from _cards(cards)
        cards = []
        yield from _block(block)
    yield from _cards(cards)


def _block(block: Block) -> Iterator[Row]:
    match block:
        case Heading(text):
            yield from ((), (text,))
        case Paragraph(text):
            yield (text,)
        case Facts(pairs):
            yield from pairs
        case Items(items):
            yield from ((item,) for item in items)
        case Quote(text, who):
            yield (who, text)
        case Table():
            yield from ((), (block.caption,), block.head)
            yield from block.rows
        case Picture():
            yield from ((), (block.caption,), (corner(), *block.parts))
            for bar in block.bars:
                yield (bar.label, *bar.values)
        case NewPage():
            return


def _cards(cards: list[CardEntry]) -> Iterator[Row]:
    """Cards that follow each other are one table."""
    if not cards:
        return
    weights = [tr("Gewicht {n}").format(n=weight) for weight in (1, 2, 3, 4)]
    yield ()
    yield (tr("Kaarten"),)
    yield (tr("Nummer"), tr("Kaart"), tr("Bij"), tr("Vraag"), *weights, tr("Notitie"))
    for card in cards:
        given: Row = card.weights or ("", "", "", "")
        yield (card.number, card.title, card.about, card.question, *given, card.note)
