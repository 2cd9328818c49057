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
from tegenwicht.storage.decks.text import shown, visible
from tegenwicht.storage.patience import EACH, Patience
from tegenwicht.storage.seeming import encoding_said, wide_encoding

_HARMFUL = re.compile(r"'*[=+\-@]")
"""How a text begins that a spreadsheet would take for a formula, or that was made harmless before."""

_HARMLESS = re.compile(r"'+[=+\-@]")
_SEPARATORS = (";", ",", "\t")
_LOOKED_AT = 40
"""Rows read to find out which separator a file has."""

_HINTED = (*_SEPARATORS, "|", ":")
_HINT = re.compile(r'\ufeff?"{0,3}sep=([^\r\n])"{0,3}[;,\t|:" ]*(?:\r\n?|\n)', re.IGNORECASE)
"""The line that Excel writes on top to say which separator follows, also when it was saved again as a row."""

_ENOUGH_COLUMNS = 3
"""Names of columns in one row that make a text a table."""

_OLD = {
    "cp1252": "Windows-1252", "cp850": "MS-DOS (codetabel 850)", "cp437": "MS-DOS (codetabel 437)",
    "mac_roman": "Mac Roman", "iso8859_15": "ISO 8859-15", "cp1250": "Windows-1250",
}  # fmt: skip
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_COMMON = frozenset("éëïöüèêàáâäçóòôíìîúùûñÉËÏÖÜÈÁÓÇœ€‘’“”„–—…·•«»°§©®½²³×")
"""Letters with an accent as Dutch and the names here have them, and the signs of a word processor."""


def parse_csv(data: bytes, file: Path, patience: Patience | None = None) -> Read:
    """A deck from the bytes of a CSV file. Raises DeckProblems with every problem that can be found."""
    report = TableReport(visible(str(file)), patience)
    if data.startswith(b"PK\x03\x04"):
        report.stop(START, tr("dit is een werkmap van Excel: geef het bestand een naam die op .xlsx eindigt"))
    text = _decoded(data.rstrip(b"\x1a"), report)  # how a text of MS-DOS ends
    hint = _HINT.match(text)
    text = text[hint.end() :] if hint else text
    separator = _separator(text, hint[1] if hint else "")
    return deck_of([Sheet(list(_rows(text, separator, 1 if hint else 0, report)))], file, report)


def looks_like_csv(text: str) -> bool:
    """Whether one of the first rows of a text has names of columns in it, as a table of cards has."""
    hint = _HINT.match(text)
    text = text[hint.end() :] if hint else text
    return bool(hint) or _columns_found(text, _separator(text, "")) >= _ENOUGH_COLUMNS


def to_csv(deck: Deck) -> bytes:
    """The deck as a CSV file. What a spreadsheet would take for a formula begins with an apostrophe."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    for row in (*about_rows(deck), (), *card_rows(deck)):
        writer.writerow([f"'{cell}" if _HARMFUL.match(cell) else cell for cell in row])
    return codecs.BOM_UTF8 + out.getvalue().encode()


def _decoded(data: bytes, report: Report) -> str:
    """The text, with a note when its encoding is a guess."""
    try:
        if encoding := encoding_said(data) or wide_encoding(data):
            return data.decode(encoding)
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _guessed(data, report)
    _say_twice_encoded(text, report)
    return text


def _guessed(data: bytes, report: Report) -> str:
    """The text in the old encoding in which its strange letters make the most sense."""
    tries = {name: _tried(data, encoding) for encoding, name in _OLD.items()}
    readable = {name: text for name, text in tries.items() if text is not None}
    if not readable or encoding_said(data):
        report.stop(START, tr("verwacht tekst: bewaar het bestand in Excel als CSV UTF-8"))
    name = max(readable, key=lambda one: _sense(readable[one]))
    report.note(tr("gelezen als {name}, want het is geen UTF-8: kijk de accenten na").format(name=name))
    return readable[name]


def _tried(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if _CONTROL.search(text) else text


def _sense(text: str) -> int:
    """How well the letters and signs beyond ASCII are those of Dutch: each common one counts, each other against."""
    strange = [sign for sign in text if not sign.isascii()]
    return sum(1 if sign in _COMMON else -1 for sign in strange)


def _say_twice_encoded(text: str, report: Report) -> None:
    """A note on letters such as "Ã«", which are what is left of "ë" after it was saved wrongly."""
    if found := re.search("[ÃÂâ][\x80-\xbf€™œ“”žŸ‚ƒ„…†‡ˆ‰Š‹Œ‘’•–—˜š›]", text):
        report.note(
            tr(
                "er staat {found}: de accenten zijn eerder verkeerd bewaard; bewaar het opnieuw als CSV UTF-8"
            ).format(found=shown(found[0]))
        )


def _separator(text: str, hint: str) -> str:
    """The separator with which the most names of columns are found in one row; by what the file says, if equal."""
    known = (hint, *(one for one in _SEPARATORS if one != hint)) if hint in _HINTED else _SEPARATORS
    return max(known, key=lambda separator: _columns_found(text, separator))


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
        if line % EACH == 0:
            report.patience.look()
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
    except csv.Error as error:
        if "field limit" in str(error):  # only so does the module tell the one from the other
            report.stop(Cell(line, 0), tr("een cel in of na deze rij is veel te lang: kort haar in"))
        message = tr(
            "de aanhalingstekens in of na deze rij kloppen niet: zet ze om de hele cel, "
            "en schrijf een aanhalingsteken in de tekst dubbel"
        )
        report.stop(Cell(line, 0), message)


def _restored(cell: str) -> str:
    text = cell.strip()
    return text[1:] if _HARMLESS.match(text) else text
