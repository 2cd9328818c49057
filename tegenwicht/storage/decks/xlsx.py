"""A deck as a workbook of Excel (.xlsx), with the cards on one sheet and the deck as a whole on another.

Anyone can send a workbook, so it is looked through before it is read: how large its parts are, whether
it has macros, and whether its XML declares entities. Formulas are never worked out, and what Excel worked out
is not taken over either: a cell with a formula is a problem, for what it shows can differ from day to day.
openpyxl only writes; ``workbook`` reads, in one pass with a bound.
"""

import re
import struct
import zipfile
import zlib
from collections.abc import Iterable
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tegenwicht.game.cards import CLUSTERS, Deck, Kind, Source
from tegenwicht.i18n import tr
from tegenwicht.storage.decks.columns import (
    CARDS_SHEET,
    COLUMNS,
    DECK_SHEET,
    REQUIRED,
    cell_name,
    column_key,
    rows_told,
)
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
from tegenwicht.storage.decks.workbook import Enough, RowFound, SheetPart, Workbook, escaped
from tegenwicht.storage.decks.workbook_xml import Broken
from tegenwicht.storage.patience import Patience

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

MOST_PARTS = 500
MOST_IN_A_PART = 10 * 1024 * 1024
MOST_IN_ALL = 16 * 1024 * 1024
"""Bytes of the parts of a workbook when unpacked; 2000 full cards take 4 MB."""

MOST_TAGS = 400_000
"""In the XML of one part; 2000 full cards take 220,000. Each costs a few microseconds."""

LONGEST_PIECE = 512 * 1024
"""Bytes from one tag to the next; a cell has at most 32,767 signs. XML is read in pieces: what is longer than
one is looked at again for each, so a tag without end would cost its length squared."""

LAST_ROW = 100_000
"""Rows looked at, empty ones counted."""

_OLE = b"\xd0\xcf\x11\xe0"
_ENCODINGS = {b"utf-8", b"utf-16", b"us-ascii"}
_ENCODING = re.compile(rb"""<\?xml[^>]*encoding\s*=\s*["']([^"']*)""", re.IGNORECASE)

_BROKEN = (
    ValueError, LookupError, OSError, EOFError, NotImplementedError, RuntimeError, struct.error,
    zipfile.BadZipFile, zlib.error,
)  # fmt: skip
"""What a damaged archive, and the parts in it, can raise. RuntimeError: a part says that it has a password."""

_LOOKED_AT = 60
"""Rows in which the names of the columns are looked for."""

_WIDTHS = (9, 10, 18, 28, 28, 48, 40, 40, 40, 48, 48, 20, 10, *([9] * 7), 30)
"""Of the columns of the cards, in characters."""


def parse_xlsx(data: bytes, file: Path, patience: Patience | None = None) -> Read:
    """A deck from the bytes of a workbook. Raises DeckProblems with every problem that can be found.

    Columns after the hundredth are not looked at.
    """
    report = TableReport(visible(str(file)), patience)
    _refuse_other_files(data, report)
    try:
        _look_through(data, report)
        sheets = _sheets(data, report)
    except _BROKEN as error:
        report.stop(START, _broken(error))
    return deck_of(sheets, file, report)


def to_xlsx(deck: Deck) -> bytes:
    """The deck as a workbook, with every cell a text or a number and never a formula."""
    from openpyxl import Workbook as NewWorkbook

    book = NewWorkbook()
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
        report.stop(START, tr("deze werkmap heeft een wachtwoord: bewaar die zonder"))
    lower = {part.filename.lower() for part in parts}
    if any(name.endswith("vbaproject.bin") for name in lower):
        report.stop(START, tr("deze werkmap heeft macro's: bewaar die als Excel-werkmap (.xlsx)"))
    if "xl/workbook.xml" not in lower:
        report.stop(
            START, tr("dit is geen Excel-werkmap (.xlsx): open het bestand in Excel en bewaar het zo")
        )


def _look_at_xml(data: bytes, report: Report) -> None:
    """Stop at XML that declares entities, is in an encoding that hides them, or has very many tags."""
    data = data.replace(b"\0", b"")  # what UTF-16 has more than ASCII
    encoding = _ENCODING.search(data[:200])
    if b"<!DOCTYPE" in data or (encoding and encoding[1].lower() not in _ENCODINGS):
        report.stop(START, tr("in deze werkmap staat XML die er niet hoort: bewaar die opnieuw in Excel"))
    if data.count(b"<") > MOST_TAGS or _longest_piece(data) > LONGEST_PIECE:
        report.stop(START, _too_large())


def _longest_piece(data: bytes) -> int:
    """Bytes of the longest tag with its text, or of the longest comment; reads everything once."""
    most = place = 0
    while place < len(data):
        comment = data.startswith((b"<!--", b"<?"), place)
        after = data.find(b">" if comment else b"<", place + 1)
        if data.startswith(b"<!--", place):
            after = data.find(b"-->", place + 1)
        after = len(data) if after < 0 else after
        most, place = max(most, after - place), after
    return most


def _too_large() -> str:
    return tr("deze werkmap is te groot: kopieer alleen de tabel naar een nieuwe werkmap")


def _broken(error: Exception) -> str:
    why = f" ({visible(str(error))[:80]})" if isinstance(error, Broken) else ""
    return tr("deze werkmap is beschadigd en niet te lezen{why}: bewaar die opnieuw in Excel").format(why=why)


# Reading.


def _sheets(data: bytes, report: TableReport) -> list[Sheet]:
    """The sheet about the deck, where there is one, and the sheet with the cards; what else is there is noted."""
    book = Workbook(data, report.patience.look)
    every = book.sheets()
    if not every:
        report.stop(START, tr("deze werkmap heeft geen werkblad"))
    shown_ones = [sheet for sheet in every if not sheet.is_hidden] or every
    about = _named(DECK_SHEET, shown_ones)
    cards = _with_cards(book, [sheet for sheet in shown_ones if sheet is not about]) or about
    assert cards is not None, "one of the sheets is chosen"
    chosen = [cards] if about in (None, cards) else [about, cards]
    _say_passed_over([sheet for sheet in every if sheet not in chosen], report)
    return [_sheet(book, one, report) for one in chosen if one is not None]


def _named(name: str, sheets: list[SheetPart]) -> SheetPart | None:
    return next((sheet for sheet in sheets if sheet.name.strip().casefold() == name.casefold()), None)


def _with_cards(book: Workbook, sheets: list[SheetPart]) -> SheetPart | None:
    """The sheet with the name for cards, else the first with the names of the columns, else the first."""
    named = _named(CARDS_SHEET, sheets)
    by_name = [named] if named else []
    fits = (sheet for sheet in (*by_name, *sheets) if _has_columns(book, sheet))
    return next(fits, None) or next(iter((*by_name, *sheets)), None)


def _has_columns(book: Workbook, sheet: SheetPart) -> bool:
    """Whether one of the first rows has the columns that a table cannot do without."""
    rows: list[set[str | None]] = []

    def look(row: RowFound) -> None:
        rows.append({column_key(cell.text) for cell in row.cells.values() if not cell.kind})
        if len(rows) >= _LOOKED_AT:
            raise Enough

    with suppress(Enough):
        book.read(sheet, look, MOST_COLUMNS)
    return any(row.issuperset(REQUIRED) for row in rows)


def _say_passed_over(sheets: list[SheetPart], report: TableReport) -> None:
    for is_hidden, message in (
        (False, tr("niet gelezen: blad {names}")),
        (True, tr("niet gelezen, want verborgen: blad {names}")),
    ):
        names = [shown(sheet.name) for sheet in sheets if sheet.is_hidden is is_hidden]
        if names:
            report.note(message.format(names=", ".join(names)))


def _sheet(book: Workbook, sheet: SheetPart, report: TableReport) -> Sheet:
    rows: list[Row] = []
    hidden: list[int] = []
    name = visible(sheet.name)

    def take(found: RowFound) -> None:
        line = found.number - 1
        if not 0 <= line < LAST_ROW or len(rows) > MOST_ROWS or len(hidden) > LAST_ROW:
            message = tr("te veel rijen, vol of leeg: kopieer alleen de tabel naar een nieuwe werkmap")
            report.stop(Cell(line, 0, name), message)
        row = _row(found, name)
        if any(cell != "" for cell in row.cells):
            if found.is_hidden:
                hidden.append(found.number)
            else:
                rows.append(row)

    merged, columns = book.read(sheet, take, MOST_COLUMNS)
    _say_merged(merged, name, report)
    _say_hidden(hidden, columns, rows, report)
    return Sheet(rows, name)


def _row(found: RowFound, name: str) -> Row:
    """What is in a row, as text; None for a cell with something else, of which ``wrong`` says what."""
    width = max(found.cells, default=-1) + 1
    cells: list[str | None] = [""] * width
    wrong = []
    for column, cell in found.cells.items():
        if cell.kind:
            cells[column] = None
            problem = tr("verwacht tekst of een getal; gevonden {problem}").format(problem=_unfit(cell.kind))
            wrong.append((Cell(found.number - 1, column, name), problem))
        else:
            cells[column] = cell.text.strip()
    while cells and cells[-1] == "":
        cells.pop()
    return Row(found.number - 1, tuple(cells), tuple(wrong))


def _unfit(kind: str) -> str:
    """What else than a text or a number a cell has, and what to do about it."""
    return {
        "formula": tr("een formule: kopieer de cel en plak alleen de waarde"),
        "error": tr("een foutwaarde van Excel: typ de tekst opnieuw"),
        "bool": tr("WAAR of ONWAAR: zet de celeigenschap op Tekst en typ de tekst opnieuw"),
        "date": tr("een datum of tijd: zet de celeigenschap op Tekst en typ de tekst opnieuw"),
    }[kind]


def _say_merged(merged: list[str], name: str, report: TableReport) -> None:
    """A problem for the merged cells, of which only the first one has something in it."""
    if merged:
        message = tr("blad {name}: samengevoegde cellen {cells}: maak ze los en vul elke cel")
        cells = ", ".join(map(visible, merged[:5])) + (", …" if len(merged) > 5 else "")
        report.add(START, message.format(name=name, cells=cells))


def _say_hidden(rows: list[int], columns: set[int], read: list[Row], report: TableReport) -> None:
    """What one does not see in Excel: rows are left out, as they are there; columns are read, for they belong."""
    if rows:
        message = tr("niet gelezen, want verborgen in Excel: {rows}: maak zichtbaar wat mee moet")
        report.note(message.format(rows=rows_told(rows)))
    filled = sorted(column for column in columns if any(row.text(column) for row in read))
    if filled:
        letters = ", ".join(cell_name(0, column)[:-1] for column in filled)
        report.note(tr("wel gelezen, al zijn ze verborgen in Excel: kolom {columns}").format(columns=letters))


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
        cell.value = escaped(text)
        cell.data_type = "s"
        cell.quotePrefix = text[0] in "=+-@"
