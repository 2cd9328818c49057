"""A deck as a workbook of Excel (.xlsx), with the cards on one sheet and the deck as a whole on another.

Anyone can send a workbook, so it is looked through before openpyxl opens it: how large its parts are, whether
it has macros, and whether its XML declares entities. Formulas are never worked out, and what Excel worked out
is not taken over either: a cell with a formula is a problem, for what it shows can differ from day to day.
"""

import re
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tegenwicht.game.cards import CLUSTERS, Deck, Kind, Source
from tegenwicht.i18n import tr
from tegenwicht.storage.decks.columns import CARDS_SHEET, COLUMNS, DECK_SHEET
from tegenwicht.storage.decks.problems import START, Report
from tegenwicht.storage.decks.reader import LABELS, MOST_CARDS
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

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

MOST_PARTS = 500
MOST_IN_A_PART = 10 * 1024 * 1024
MOST_IN_ALL = 16 * 1024 * 1024
"""Bytes of the parts of a workbook when unpacked; 2000 full cards take 4 MB."""

MOST_TAGS = 400_000
"""In the XML of one part; 2000 full cards take 220,000. Each costs openpyxl ten microseconds."""

LAST_ROW = 100_000
"""Rows looked at, empty ones counted."""

_OLE = b"\xd0\xcf\x11\xe0"
_ENCODINGS = {b"utf-8", b"utf-16", b"us-ascii"}
_ENCODING = re.compile(rb"""<\?xml[^>]*encoding\s*=\s*["']([^"']*)""", re.IGNORECASE)
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*ref=[\"']([A-Z]+[0-9]+:[A-Z]+[0-9]+)")

_BROKEN = (
    ArithmeticError, AssertionError, AttributeError, LookupError, OSError, RuntimeError, SyntaxError, TypeError,
    ValueError, EOFError, struct.error, zipfile.BadZipFile, zlib.error,
)  # fmt: skip
"""What openpyxl and what it stands on raise for a damaged workbook; it promises nothing about that."""

_WIDTHS = (9, 10, 18, 28, 28, 48, 40, 40, 40, 48, 48, 20, 10, *([9] * 7), 30)
"""Of the columns of the cards, in characters."""


def parse_xlsx(data: bytes, file: Path) -> Read:
    """A deck from the bytes of a workbook. Raises DeckProblems with every problem that can be found.

    Columns after the hundredth are not looked at.
    """
    report = TableReport(visible(str(file)))
    _refuse_other_files(data, report)
    try:
        _look_through(data, report)
        sheets, unread = _sheets(data, report)
    except _BROKEN as error:
        report.stop(START, _broken(error))
    found = deck_of(sheets, file, report)
    return found._replace(notes=(*unread, *found.notes))


def to_xlsx(deck: Deck) -> bytes:
    """The deck as a workbook, with every cell a text or a number and never a formula."""
    from openpyxl import Workbook

    book = Workbook()
    cards, about = book.active, book.create_sheet(DECK_SHEET)
    assert cards is not None, "a new workbook has a sheet"
    cards.title = CARDS_SHEET
    _write(cards, list(card_rows(deck)), _WIDTHS)
    _write(about, [list(row) for row in about_rows(deck)], (20, 90))
    cards.freeze_panes = "A2"
    _offer(cards, "cluster", [LABELS[cluster] for cluster in CLUSTERS])
    _offer(cards, "kind", Kind)
    _offer(cards, "source", Source)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


# Before it is opened.


def _refuse_other_files(data: bytes, report: Report) -> None:
    if data.startswith(_OLE):
        message = tr(
            "dit is een oud bestand van Excel (.xls) of het heeft een wachtwoord: "
            "bewaar het als Excel-werkmap (.xlsx) zonder wachtwoord"
        )
        report.stop(START, message)
    if not data.startswith(b"PK"):
        report.stop(START, tr("dit is geen werkmap van Excel: is het CSV, geef het dan een naam op .csv"))


def _look_through(data: bytes, report: Report) -> None:
    """Stop at a workbook that is not one, is too large when unpacked, or has macros or entities."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = archive.infolist()
        _look_at_parts(parts, report)
        for part in parts:
            if part.filename.lower().endswith((".xml", ".rels", ".vml")):
                _look_at_xml(archive.read(part), report)


def _look_at_parts(parts: list[zipfile.ZipInfo], report: Report) -> None:
    """Stop at what the list of the parts tells. A part never unpacks to more than it says here."""
    sizes = [part.file_size for part in parts]
    if len(parts) > MOST_PARTS or sum(sizes) > MOST_IN_ALL or max(sizes, default=0) > MOST_IN_A_PART:
        report.stop(START, _too_large())
    if any(part.flag_bits & 1 for part in parts):
        report.stop(START, tr("deze werkmap heeft een wachtwoord: bewaar haar zonder"))
    lower = {part.filename.lower() for part in parts}
    if any(name.endswith("vbaproject.bin") for name in lower):
        report.stop(START, tr("deze werkmap heeft macro's: bewaar haar als Excel-werkmap (.xlsx)"))
    if "xl/workbook.xml" not in lower:
        report.stop(
            START, tr("dit is geen Excel-werkmap (.xlsx): open het bestand in Excel en bewaar het zo")
        )


def _look_at_xml(data: bytes, report: Report) -> None:
    """Stop at XML that declares entities, is in an encoding that hides them, or has very many tags."""
    data = data.replace(b"\0", b"")  # what UTF-16 has more than ASCII
    encoding = _ENCODING.search(data[:200])
    if b"<!DOCTYPE" in data or (encoding and encoding[1].lower() not in _ENCODINGS):
        report.stop(START, tr("in deze werkmap staat XML die er niet hoort: bewaar haar opnieuw in Excel"))
    if data.count(b"<") > MOST_TAGS:
        report.stop(START, _too_large())


def _too_large() -> str:
    return tr("deze werkmap is te groot: kopieer alleen de tabel naar een nieuwe werkmap")


def _broken(error: Exception) -> str:
    message = tr("deze werkmap is beschadigd en niet te lezen ({error}): bewaar haar opnieuw in Excel")
    return message.format(error=type(error).__name__)


# Reading.


def _sheets(data: bytes, report: Report) -> tuple[list[Sheet], tuple[str, ...]]:
    """The sheet about the deck, where there is one, and the sheet with the cards; and a note on the others."""
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # on parts of Excel that are of no use here
        with closing(load_workbook(BytesIO(data), read_only=True, keep_links=False)) as book:
            found = {sheet.title.casefold(): sheet for sheet in book.worksheets}
            about = found.pop(DECK_SHEET.casefold(), None)
            cards = found.get(CARDS_SHEET.casefold()) or next(iter(found.values()), about)
            if cards is None:
                report.stop(START, tr("deze werkmap heeft geen werkblad"))
            chosen = [cards] if about in (None, cards) else [about, cards]
            sheets = [_sheet(one, data, report) for one in chosen]
            others = [sheet.title for sheet in found.values() if sheet is not cards]
    note = tr("niet gelezen: blad {names}").format(names=", ".join(map(shown, others)))
    return sheets, (note,) if others else ()


def _sheet(sheet: Any, data: bytes, report: Report) -> Sheet:
    _say_merged(sheet, data, report)
    return Sheet(list(_rows(sheet, report)), visible(sheet.title))


def _say_merged(sheet: Any, data: bytes, report: Report) -> None:
    """A problem for the merged cells, of which only the first one has something in it."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        found = _MERGED.findall(archive.read(sheet._worksheet_path).replace(b"\0", b""))
    if found:
        message = tr("blad {name}: samengevoegde cellen {cells}: maak ze los en vul elke cel")
        cells = ", ".join(cell.decode() for cell in found[:5]) + (", …" if len(found) > 5 else "")
        report.add(START, message.format(name=visible(sheet.title), cells=cells))


def _rows(sheet: Any, report: Report) -> Iterator[Row]:
    """The rows of a sheet that have something in them."""
    sheet.reset_dimensions()  # what the file says of its own size can be anything
    found = 0
    for line, cells in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS)):
        if line >= LAST_ROW or found > MOST_ROWS:
            message = tr("te veel rijen, vol of leeg: kopieer alleen de tabel naar een nieuwe werkmap")
            report.stop(Cell(line, 0, visible(sheet.title)), message)
        width = max((place for place, cell in enumerate(cells, 1) if cell.value is not None), default=0)
        read = [
            _read(cell, Cell(line, place, visible(sheet.title)), report)
            for place, cell in enumerate(cells[:width])
        ]
        if any(text != "" for text in read):
            found += 1
            yield Row(line, tuple(read))


def _read(cell: Any, mark: Cell, report: Report) -> str | None:
    """What is in a cell, as text; None when it has no text or number, of which the report then says so."""
    value = cell.value
    if value is None:
        return ""
    if problem := _unfit(cell.data_type, value):
        report.add(mark, tr("verwacht tekst of een getal; gevonden {problem}").format(problem=problem))
        return None
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _unfit(data_type: str, value: object) -> str:
    """What else than a text or a number a cell has, and what to do about it; empty when it has neither."""
    if data_type == "f":
        return tr("een formule: kopieer de cel en plak alleen de waarde")
    if data_type == "e":
        return tr("een foutwaarde van Excel: typ de tekst opnieuw")
    if isinstance(value, bool):
        return tr("WAAR of ONWAAR: zet de celeigenschap op Tekst en typ de tekst opnieuw")
    if isinstance(value, date | datetime | time | timedelta):
        return tr("een datum of tijd: zet de celeigenschap op Tekst en typ de tekst opnieuw")
    return ""


# Writing.


def _write(sheet: "Worksheet", rows: list[list[str]], widths: tuple[int, ...]) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    top, bold = Alignment(wrap_text=True, vertical="top"), Font(bold=True)
    for line, row in enumerate(rows, 1):
        for place, text in enumerate(row, 1):
            if text:
                cell = sheet.cell(line, place)
                _put(cell, text)
                cell.alignment = top
                if line == 1 and sheet.title == CARDS_SHEET:
                    cell.font = bold
    for place, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width


def _offer(sheet: "Worksheet", key: str, values: Iterable[str]) -> None:
    """Let Excel offer the values that a column may have, also in the rows that are still to come."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    letter = get_column_letter(list(COLUMNS).index(key) + 1)
    choice = DataValidation(
        type="list", formula1=f'"{",".join(values)}"', allow_blank=True, showErrorMessage=False
    )
    choice.add(f"{letter}2:{letter}{MOST_CARDS + 1}")
    sheet.add_data_validation(choice)


def _put(cell: Any, text: str) -> None:
    """A whole number as a number; any other text as text, also when it begins as a formula does."""
    if re.fullmatch("[1-9][0-9]{0,8}", text):
        cell.value = int(text)
    else:
        cell.value = text
        cell.data_type = "s"
        cell.quotePrefix = text[0] in "=+-@"
