"""What is in a workbook (.xlsx): its sheets and what stands in their cells, read piece by piece.

Anyone can send a workbook, and a program that follows all that one can hold can be kept busy for hours by one
of 30 kB. So only what a table needs is read, and in one pass: names of sheets, texts, numbers, which rows are
hidden, which cells are merged. Formulas are never worked out or even read. Tags are known by their local name,
so that a workbook in the strict form of the format reads the same.
"""

import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from posixpath import dirname, join, normpath

from tegenwicht.storage.decks.workbook_xml import Broken, walk

MOST_SHARED = 200_000
"""Texts that the cells share."""

_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
_BUILT_IN_DATES = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
"""Numbers of the formats of dates and times that every workbook has; ECMA-376 part 1, 18.8.30."""

_LONGEST_FORMAT = 255


class Enough(Exception):  # noqa: N818 - says what it is
    """Whoever reads has seen what was needed."""


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet by its name, the part that it is in, and whether it is shown."""

    name: str
    part: str
    is_hidden: bool


@dataclass(slots=True)
class CellFound:
    """What a cell holds. kind: "" for a number or text, else "formula", "error", "bool" or "date"."""

    text: str
    kind: str = ""


@dataclass(slots=True)
class RowFound:
    """A row: its number from 1, whether it is hidden, its cells by their column from 0."""

    number: int
    is_hidden: bool = False
    cells: dict[int, CellFound] = field(default_factory=dict)


class Workbook:
    """The parts of a workbook by their names, whatever the case and the slashes in them. Broken, BadZipFile.

    look: called after each piece, for whoever may want to end it.
    """

    def __init__(self, data: bytes, look: Callable[[], None] = lambda: None) -> None:
        self._look = look
        self._archive = zipfile.ZipFile(BytesIO(data))
        self._names = {_plain_name(name): name for name in self._archive.namelist()}
        self._main = self._of_type("_rels/.rels", "", "/officeDocument") or "xl/workbook.xml"
        self._texts: list[str] | None = None
        self._dates: set[int] | None = None

    def sheets(self) -> list[SheetPart]:
        """The sheets with cells, in the order of their tabs."""
        targets = self._targets(_rels_of(self._main), dirname(self._main))
        found: list[SheetPart] = []

        def begin(tag: str, values: Mapping[str, str]) -> None:
            kind, part = targets.get(values.get("id", ""), ("", ""))
            if tag == "sheet" and kind.endswith("/worksheet"):
                hidden = values.get("state", "visible") != "visible"
                found.append(SheetPart(values.get("name", ""), part, hidden))

        walk(self._bytes(self._main), begin)
        return found

    def read(
        self, sheet: SheetPart, row: Callable[[RowFound], None], most_columns: int
    ) -> tuple[list[str], set[int]]:
        """Give each row to ``row``; returns the merged ranges, and the hidden columns from 0."""
        reader = _SheetReader(row, self._text, self._is_date, most_columns)
        walk(self._bytes(sheet.part), reader.begin, reader.end, reader.said, self._look)
        return reader.merged, reader.hidden_columns

    # -- parts

    def _bytes(self, part: str) -> bytes:
        name = self._names.get(_plain_name(part))
        if name is None:
            raise Broken(f"no part {part}")
        return self._archive.read(name)

    def _targets(self, rels: str, folder: str) -> dict[str, tuple[str, str]]:
        """(type, part) of what a part refers to, by the name of the reference."""
        found: dict[str, tuple[str, str]] = {}

        def begin(tag: str, values: Mapping[str, str]) -> None:
            if tag == "Relationship" and values.get("TargetMode") != "External":
                target = values.get("Target", "")
                part = target[1:] if target.startswith("/") else normpath(join(folder, target))
                found[values.get("Id", "")] = (values.get("Type", ""), part)

        if _plain_name(rels) in self._names:
            walk(self._bytes(rels), begin)
        return found

    def _of_type(self, rels: str, folder: str, ending: str) -> str:
        targets = self._targets(rels, folder).values()
        return next((part for kind, part in targets if kind.endswith(ending)), "")

    def _beside(self, ending: str) -> str:
        return self._of_type(_rels_of(self._main), dirname(self._main), ending)

    # -- what cells refer to

    def _text(self, place: int) -> str:
        """The shared text with that number."""
        if self._texts is None:
            part = self._beside("/sharedStrings")
            self._texts = list(_shared_texts(self._bytes(part))) if part else []
        if not 0 <= place < len(self._texts):
            raise Broken("no such text")
        return self._texts[place]

    def _is_date(self, style: int) -> bool:
        """Whether numbers in that style are shown as a date or a time."""
        if self._dates is None:
            part = self._beside("/styles")
            self._dates = _date_styles(self._bytes(part)) if part else set()
        return style in self._dates


def _plain_name(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()


def _rels_of(part: str) -> str:
    return join(dirname(part), "_rels", f"{part.rsplit('/', 1)[-1]}.rels")


# -- texts


def unescaped(text: str) -> str:
    """The text that a workbook means: ``_x000D_`` is a sign that XML cannot hold; ECMA-376 part 1, 22.9.2.19."""
    if "_x" not in text:
        return text
    meant = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
    return meant.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # two halves are one sign


def escaped(text: str) -> str:
    """The reverse: what looks like such an escape stays what it is."""
    return re.sub("_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", text)


class _Text:
    """Collects the text of a cell, which may be in runs; how it is pronounced is left out."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._is_in_text = self._is_spoken = False

    def begin(self, tag: str) -> None:
        self._is_in_text = tag == "t"
        self._is_spoken = self._is_spoken or tag == "rPh"

    def end(self, tag: str) -> None:
        self._is_in_text = False
        self._is_spoken = self._is_spoken and tag != "rPh"

    def said(self, text: str) -> None:
        if self._is_in_text and not self._is_spoken:
            self._pieces.append(text)

    def take(self) -> str:
        """All of it; the next text begins."""
        text, self._pieces = "".join(self._pieces), []
        return unescaped(text)


def _shared_texts(data: bytes) -> Iterator[str]:
    found: list[str] = []
    text = _Text()

    def end(tag: str) -> None:
        text.end(tag)
        if tag == "si":
            found.append(text.take())
            if len(found) > MOST_SHARED:
                raise Broken("too many texts")

    walk(data, lambda tag, _: text.begin(tag), end, text.said)
    yield from found


# -- styles


def _date_styles(data: bytes) -> set[int]:
    formats: dict[str, str] = {}
    styles: list[str] = []
    inside = [False]

    def begin(tag: str, values: Mapping[str, str]) -> None:
        if tag == "numFmt":
            formats[values.get("numFmtId", "")] = values.get("formatCode", "")
        elif tag == "cellXfs":
            inside[0] = True
        elif tag == "xf" and inside[0]:
            styles.append(values.get("numFmtId", "0"))

    def end(tag: str) -> None:
        inside[0] = inside[0] and tag != "cellXfs"

    walk(data, begin, end)
    return {place for place, number in enumerate(styles) if _is_date_format(number, formats)}


def _is_date_format(number: str, formats: Mapping[str, str]) -> bool:
    if number in formats:
        return has_date_letters(formats[number][:_LONGEST_FORMAT])
    return number.isdecimal() and int(number[:9]) in _BUILT_IN_DATES


def has_date_letters(code: str) -> bool:
    """Whether a format has a day, month, year, hour or second in it, outside quotes and brackets."""
    quoted = bracketed = skip = False
    for sign in code:
        if skip:
            skip = False
        elif sign == '"':
            quoted = not quoted
        elif quoted:
            continue
        elif sign in "\\_*":
            skip = True
        elif sign in "[]":
            bracketed = sign == "["
        elif not bracketed and sign in "dmyhsDMYHS":
            return True
    return False


# -- a sheet


_KINDS = {"b": "bool", "e": "error", "d": "date"}


class _SheetReader:
    """Takes the tags of a sheet and gives its rows."""

    def __init__(
        self, row: Callable[[RowFound], None], text: Callable[[int], str], is_date: Callable[[int], bool], most: int
    ) -> None:  # fmt: skip
        self.merged: list[str] = []
        self.hidden_columns: set[int] = set()
        self._give, self._shared, self._is_date, self._most = row, text, is_date, most
        self._row = RowFound(0)
        self._column = -1
        self._type = self._style = ""
        self._is_formula = self._is_value = False
        self._value: list[str] = []
        self._text = _Text()

    def begin(self, tag: str, values: Mapping[str, str]) -> None:
        """A tag begins."""
        self._text.begin(tag)
        match tag:
            case "c":
                self._column = column_of(values["r"]) if "r" in values else self._column + 1
                self._type, self._style = values.get("t", "n"), values.get("s", "0")
                self._is_formula, self._value = False, []
                self._text.take()
            case "v":
                self._is_value = True
            case "f":
                self._is_formula = True
            case "row":
                self._row = RowFound(
                    _whole(values.get("r", str(self._row.number + 1))), _is_on(values.get("hidden"))
                )
                self._column = -1
            case "mergeCell":
                self.merged.append(values.get("ref", "")[:40])
            case "col" if _is_on(values.get("hidden")):
                first, last = _whole(values.get("min", "1")), _whole(values.get("max", "1"))
                self.hidden_columns |= {*range(first - 1, min(last, self._most))}

    def said(self, text: str) -> None:
        """Text between tags."""
        if self._is_value:
            self._value.append(text)
        else:
            self._text.said(text)

    def end(self, tag: str) -> None:
        """A tag ends."""
        self._text.end(tag)
        if tag == "v":
            self._is_value = False
        elif tag == "c" and self._column < self._most:
            found = self._found()
            if found is not None:
                self._row.cells[self._column] = found
        elif tag == "row":
            self._give(self._row)

    def _found(self) -> CellFound | None:
        value = "".join(self._value)
        if self._is_formula:
            return CellFound("", "formula")
        if self._type == "inlineStr":
            return CellFound(self._text.take())
        if not value.strip():
            return None
        if self._type in _KINDS:
            return CellFound(value, _KINDS[self._type])
        if self._type == "s":
            return CellFound(self._shared(_whole(value)))
        if self._type == "str":
            return CellFound(unescaped(value))
        return self._number(value)

    def _number(self, value: str) -> CellFound:
        if self._is_date(_whole(self._style)):
            return CellFound(value, "date")
        number = float(value)
        if number != number or abs(number) == float("inf") or len(value) > _LONGEST_FORMAT:
            raise Broken("no number")
        return CellFound(str(int(number)) if number.is_integer() else str(number))


def _is_on(value: str | None) -> bool:
    return value in ("1", "true", "on")


def _whole(text: str) -> int:
    """A whole number that is not negative and not absurd."""
    if not text.strip().isdecimal() or len(text) > 15:
        raise Broken("no whole number")
    return int(text)


def column_of(cell: str) -> int:
    """The column, from 0, of a cell such as B2."""
    letters = cell.rstrip("0123456789")
    if not letters or len(letters) > 6 or not letters.isascii() or not letters.isalpha():
        raise Broken("no cell")
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
