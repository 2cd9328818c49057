"""A deck as CSV, as a Dutch Excel writes and reads it, and whatever other CSV people come with.

Read: commas, semicolons or tabs; UTF-8, UTF-16 as "Unicode-tekst" of Excel, Windows-1252. Written: semicolons
and UTF-8 with a byte order mark, which Excel opens with a double click.
"""

import codecs
import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from tegenwicht.game.cards import Deck
from tegenwicht.i18n import tr
from tegenwicht.storage.decks.columns import column_key
from tegenwicht.storage.decks.problems import START, Report
from tegenwicht.storage.decks.tables import (
    MOST_COLUMNS,
    MOST_ROWS,
    Cell,
    Read,
    Row,
    Sheet,
    TableReport,
    about_rows,
    card_rows,
    deck_of,
)
from tegenwicht.storage.decks.text import visible

_HARMFUL = re.compile(r"'*[=+\-@]")
"""How a text begins that a spreadsheet would take for a formula, or that was made harmless before."""

_HARMLESS = re.compile(r"'+[=+\-@]")
_SEPARATORS = (";", ",", "\t")
_LOOKED_AT = 40
"""Rows read to find out which separator a file has."""

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def parse_csv(data: bytes, file: Path) -> Read:
    """A deck from the bytes of a CSV file. Raises DeckProblems with every problem that can be found."""
    report = TableReport(visible(str(file)))
    if data.startswith(b"PK\x03\x04"):
        report.stop(START, tr("dit is een werkmap van Excel: geef het bestand een naam die op .xlsx eindigt"))
    text, note = _decoded(data, report)
    hint = re.match(r"sep=(.)\r?\n", text, re.IGNORECASE)
    text = text[hint.end() :] if hint else text
    separator = hint[1] if hint else _separator(text)
    found = deck_of([Sheet(list(_rows(text, separator, 1 if hint else 0, report)))], file, report)
    return found._replace(notes=(*note, *found.notes))


def to_csv(deck: Deck) -> bytes:
    """The deck as a CSV file. What a spreadsheet would take for a formula begins with an apostrophe."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    for row in (*about_rows(deck), (), *card_rows(deck)):
        writer.writerow([f"'{cell}" if _HARMFUL.match(cell) else cell for cell in row])
    return codecs.BOM_UTF8 + out.getvalue().encode()


def _decoded(data: bytes, report: Report) -> tuple[str, tuple[str, ...]]:
    """The text, and a note when its encoding is a guess."""
    try:
        if data.startswith(_UTF_16):
            return data.decode("utf-16"), ()
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252"), (
            tr("gelezen als Windows-1252, want het is geen UTF-8: kijk de accenten na"),
        )
    except UnicodeDecodeError:
        report.stop(START, tr("verwacht tekst: bewaar het bestand in Excel als CSV UTF-8"))


def _separator(text: str) -> str:
    """The separator with which the most names of columns are found in one row."""
    return max(_SEPARATORS, key=lambda separator: _columns_found(text, separator))


def _columns_found(text: str, separator: str) -> int:
    most = 0
    try:
        for _, cells in zip(range(_LOOKED_AT), _reader(text, separator), strict=False):
            most = max(most, sum(column_key(cell) is not None for cell in cells[:MOST_COLUMNS]))
    except csv.Error:
        return most  # wrong quotes are told when the file is read with the separator that fits best
    return most


def _reader(text: str, separator: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)


def _rows(text: str, separator: str, first: int, report: Report) -> Iterator[Row]:
    """The rows with something in them, numbered as a spreadsheet does: a line break in a cell counts not."""
    records = _reader(text, separator)
    found, line = 0, first
    while (cells := _next(records, line, report)) is not None:
        texts = tuple(map(_restored, cells))
        width = max((place for place, cell in enumerate(texts, 1) if cell), default=0)
        if width > MOST_COLUMNS:
            message = tr("verwacht ten hoogste {most} kolommen; gevonden {found}")
            report.stop(Cell(line, MOST_COLUMNS), message.format(most=MOST_COLUMNS, found=width))
        if width:
            found += 1
            yield Row(line, texts[:width])
        if found > MOST_ROWS:
            report.stop(Cell(line, 0), tr("verwacht ten hoogste {most} rijen").format(most=MOST_ROWS))
        line += 1


def _next(records: Iterator[list[str]], line: int, report: Report) -> list[str] | None:
    try:
        return next(records, None)
    except csv.Error:
        message = tr(
            "de aanhalingstekens in of na deze rij kloppen niet: zet ze om de hele cel, "
            "en schrijf een aanhalingsteken in de tekst dubbel"
        )
        report.stop(Cell(line, 0), message)


def _restored(cell: str) -> str:
    text = cell.strip()
    return text[1:] if _HARMLESS.match(text) else text
