"""A deck as a table, whatever kind of file the table is in: rows of cells to a deck, and a deck to rows.

The checks are those of the YAML reader, so the limits are the same. A table made by hand may have the columns
with the texts alone: what is missing of the rest is filled in, and the notes say what that was.
"""

from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import NamedTuple

from tegenwicht.game.cards import Card, Deck, Kind, Rank, Source
from tegenwicht.i18n import several, tr
from tegenwicht.storage.decks import columns as names
from tegenwicht.storage.decks import nodes
from tegenwicht.storage.decks.checks import check
from tegenwicht.storage.decks.limits import MOST_IN_ID
from tegenwicht.storage.decks.naming import slug, title_from
from tegenwicht.storage.decks.problems import START, Mark, Report
from tegenwicht.storage.decks.reader import MOST_CARDS
from tegenwicht.storage.decks.text import shown

_TEXTS = ("id", "title", "factor", "question", "other_side", "explanation", "picture")
MOST_BYTES = 5 * 1024 * 1024
MOST_COLUMNS = 100
_LOOKED_AT = 20
"""Rows in which the names of the columns are looked for."""

MOST_ROWS = MOST_CARDS + 100
"""Rows with something in them."""


class Cell(NamedTuple):
    """The place of a cell, from 0; ``sheet`` where a file has more than one."""

    line: int
    column: int
    sheet: str = ""


class Row(NamedTuple):
    """A row with something in it: its place from 0, and what is in its cells.

    None stands for a cell that cannot be read; ``wrong`` says where and why, for when the row is used.
    """

    line: int
    cells: tuple[str | None, ...]
    wrong: tuple[tuple[Cell, str], ...] = ()

    def text(self, column: int) -> str:
        """What is in a cell; nothing when there is no such cell."""
        return (self.cells[column] or "") if column < len(self.cells) else ""


class Sheet(NamedTuple):
    """The rows that have something in them, from top to bottom."""

    rows: Sequence[Row]
    name: str = ""


class Read(NamedTuple):
    """A deck that was read, and in Dutch what its author should know of the reading."""

    deck: Deck
    notes: tuple[str, ...] = ()


class TableReport(Report):
    """Problems in a table; each says its cell as a spreadsheet names it."""

    def add(self, mark: Mark, message: str) -> None:
        """Note one problem and go on."""
        if isinstance(mark, Cell):
            where = tr("cel {cell}").format(cell=names.cell_name(mark.line, mark.column))
            sheet = tr("blad {name}").format(name=mark.sheet) + ", " if mark.sheet else ""
            message = f"{sheet}{where}: {message}"
        super().add(mark, message)


def deck_of(sheets: Sequence[Sheet], file: Path, report: Report) -> Read:
    """The deck in the sheets, of which the last has the cards; raises DeckProblems with all that is wrong."""
    reader = _Reader(report)
    *before, last = sheets
    for sheet in before:
        reader.only_about_the_deck(sheet)
    cards = reader.cards(reader.about_the_deck(last), last.name)
    root = reader.deck(file, cards)
    deck = check(root, MOST_CARDS, True, report, names.TABLE_WORDS)
    return Read(deck, (*report.notes, *reader.notes))


def about_rows(deck: Deck) -> Iterator[tuple[str, str]]:
    """The rows about the deck as a whole: a name and a value."""
    yield names.DECK_ROWS["id"], deck.id
    yield names.DECK_ROWS["title"], deck.title
    yield names.DECK_ROWS["language"], deck.language
    yield names.DECK_ROWS["version"], str(deck.version)
    if deck.instruction:
        yield names.DECK_ROWS["instruction"], deck.instruction
    for source in deck.sources:
        yield names.DECK_ROWS["sources"], source


def card_rows(deck: Deck) -> Iterator[list[str]]:
    """The names of the columns, and then a row for each card."""
    yield list(names.COLUMNS.values())
    yield from map(_cells, deck.cards)


def _cells(card: Card) -> list[str]:
    deeper = [*card.deeper, "", "", ""][:3]
    return [
        str(card.number), str(card.kind), names.TABLE_WORDS.values[card.cluster] if card.cluster else "",
        card.title, card.factor, card.question, *deeper, card.other_side, card.explanation, card.picture,
        str(card.source), *_places(card.rank), card.id,
    ]  # fmt: skip


def _places(rank: Rank | None) -> list[str]:
    return list(map(str, (rank.overall, *rank.by_group))) if rank else [""] * len(names.PLACES)


class _Reader:
    """Reads the rows of one deck; what it finds missing it fills in and notes."""

    def __init__(self, report: Report) -> None:
        self.notes: list[str] = []
        self._report = report
        self._about: dict[str, list[nodes.Node]] = {}

    # The deck as a whole.

    def only_about_the_deck(self, sheet: Sheet) -> None:
        """Take every row of a sheet that has nothing else; there a name may be short, as in "titel"."""
        for row in sheet.rows:
            name = row.text(0)
            if key := names.row_key(name) or names.row_key_from_short(name):
                self._take(key, row, sheet.name)
            else:
                message = tr(
                    "onbekende rij: verwacht een van {expected}; gevonden {name}: geef die een andere naam, of haal die weg"
                )
                expected = ", ".join(names.DECK_ROWS.values())
                self._report.add(
                    Cell(row.line, 0, sheet.name), message.format(expected=expected, name=shown(name))
                )

    def about_the_deck(self, sheet: Sheet) -> Sequence[Row]:
        """Take the rows about the deck at the top of a sheet; returns the rows below them."""
        for place, row in enumerate(sheet.rows):
            key = names.row_key(row.text(0))
            if key is None:
                return sheet.rows[place:]
            self._take(key, row, sheet.name)
        return ()

    def _say_wrong(self, row: Row) -> None:
        for mark, message in row.wrong:
            self._report.add(mark, message)

    def _take(self, key: str, row: Row, sheet: str) -> None:
        mark = Cell(row.line, 1, sheet)
        self._say_wrong(row)
        if any(cell != "" for cell in row.cells[2:]):
            message = tr("{row}: verwacht één waarde naast de naam; gevonden meer: haal de rest weg")
            self._report.add(Cell(row.line, 2, sheet), message.format(row=names.DECK_ROWS[key]))
        if key in self._about and key != "sources":
            message = tr("{row}: staat er al: haal deze rij of de andere weg")
            self._report.add(Cell(row.line, 0, sheet), message.format(row=names.DECK_ROWS[key]))
        elif row.cells[1:2] == (None,):
            self._about.setdefault(key, []).append(nodes.Refused(mark))
        elif text := row.text(1):
            self._about.setdefault(key, []).append(nodes.Scalar(mark, text, key == "version"))

    def deck(self, file: Path, cards: nodes.Node) -> nodes.Mapping:
        """The node of the whole deck."""
        title = title_from(file)
        values = {
            "id": slug(title) or "kaartset",
            "title": title,
            "language": "nl",
            "version": "1",
            "sources": tr("Eigen kaarten; er is geen bron genoemd."),
        }
        missing = [key for key in values if key not in self._about]
        if missing:
            said = ", ".join(f"{names.DECK_ROWS[key]} {shown(values[key], 80)}" for key in missing)
            self.notes.insert(0, tr("ontbrak en is ingevuld: {values}").format(values=said))
        for key in missing:
            self._about[key] = [nodes.Scalar(START, values[key], key == "version")]
        fields: dict[str, nodes.Node] = {key: found[0] for key, found in self._about.items()}
        fields["sources"] = _sequence(START, self._about["sources"])
        as_format_2: dict[str, nodes.Node] = {"format": nodes.Scalar(START, "2", True)}
        return _mapping(START, as_format_2 | fields | {"cards": cards})

    # The cards.

    def cards(self, rows: Sequence[Row], sheet: str) -> nodes.Node:
        """The node of the list of cards, from the row with the names of the columns and those below it."""
        if not rows:
            self._report.stop(START, tr("verwacht een rij met de namen van de kolommen; gevonden niets"))
        header, *below = self._from_the_names_on(rows)
        self._say_wrong(header)
        columns = self._columns(header, sheet)
        below = self._with_text(below, columns)
        for row in below:
            self._say_wrong(row)
        self._say_nameless(header, below, sheet)
        filler = _Filler(columns, below)
        mark = Cell(header.line, 0, sheet)
        cards = _sequence(mark, [_card(row, columns, sheet, filler) for row in below])
        self.notes += filler.notes()
        return cards

    def _from_the_names_on(self, rows: Sequence[Row]) -> Sequence[Row]:
        """Without what people write above a table: a title, a date; only where the names of the columns follow."""
        for place, row in enumerate(rows[:_LOOKED_AT]):
            if {names.column_key(cell or "") for cell in row.cells}.issuperset(names.REQUIRED):
                if place:
                    message = tr("overgeslagen, want het staat boven de namen van de kolommen: {rows}")
                    self._report.note(
                        message.format(rows=names.rows_told([one.line + 1 for one in rows[:place]]))
                    )
                return rows[place:]
        return rows

    def _with_text(self, rows: Sequence[Row], columns: dict[str, int]) -> list[Row]:
        """The rows that a card can be made of; where a number or a cluster was only filled down, it is noted."""
        places = [place for key, place in columns.items() if key in names.TEXTS]
        nameless = [row for row in rows if not any(_is_filled(row, place) for place in places)]
        empty = [row for row in nameless if not _says_more(row, columns)]
        if empty:
            message = tr("overgeslagen, want er staat geen tekst in: {rows}")
            self._report.note(message.format(rows=names.rows_told([row.line + 1 for row in empty])))
        skipped = {row.line for row in empty}
        return [row for row in rows if row.line not in skipped]

    def _columns(self, header: Row, sheet: str) -> dict[str, int]:
        """Where each column is, by key. Stops when the table cannot do without one that is not there."""
        columns: dict[str, int] = {}
        if not any(map(names.column_key, filter(None, header.cells))):
            self._stop_without(columns, Cell(header.line, 0, sheet))
        for place, name in enumerate(header.cells):
            key = names.column_key(name or "")
            mark = Cell(header.line, place, sheet)
            if name and key is None:
                self._report.add(mark, _unknown(name))
            elif key in columns:
                first = names.cell_name(header.line, columns[key])
                message = tr("kolom {name} staat er twee keer; de eerste is {first}: haal er een weg")
                self._report.add(mark, message.format(name=names.COLUMNS[key], first=first))
            elif key is not None:
                columns[key] = place
        if "title" not in columns and "factor" in columns:
            columns["title"] = columns.pop("factor")  # what a table called the title before it had both
        self._stop_without(columns, Cell(header.line, 0, sheet))
        return columns

    def _stop_without(self, columns: dict[str, int], mark: Cell) -> None:
        missing = [names.COLUMNS[key] for key in names.REQUIRED if key not in columns]
        if missing:
            message = tr("verwacht een rij met de namen van de kolommen; er ontbreekt: {names}")
            self._report.stop(mark, message.format(names=", ".join(missing)))

    def _say_nameless(self, header: Row, rows: Sequence[Row], sheet: str) -> None:
        """A problem for the first cell with something in it in each column without a name."""
        said: set[int] = set()
        for row in rows:
            for place, cell in enumerate(row.cells):
                if cell and place not in said and not header.text(place):
                    said.add(place)
                    message = tr("deze kolom heeft geen naam: typ een naam, of maak de cel leeg")
                    self._report.add(Cell(row.line, place, sheet), message)


class _Filler:
    """Numbers, ids and origins for the cards that have none."""

    def __init__(self, columns: dict[str, int], rows: Sequence[Row]) -> None:
        self._given = {"number": 0, "source": 0, "id": 0}
        taken = _texts(rows, columns, "number")
        self._numbers = (number for number in map(str, count(1)) if number not in taken)
        self._ids = _texts(rows, columns, "id")

    def fill(self, key: str, values: dict[str, str]) -> str:
        """A value for a card that has none; ``values`` are its other ones, by key."""
        self._given[key] += 1
        if key == "source":
            return str(Source.PRACTICE)
        if key == "number":
            return next(self._numbers)
        return self._id(slug(values["title"]) or f"kaart-{values['number']}")

    def _id(self, wanted: str) -> str:
        """The wanted id, with a number behind it when another card has it."""
        tries = (f"{wanted[: MOST_IN_ID - 5]}-{number}" for number in count(2))
        found = wanted if wanted not in self._ids else next(one for one in tries if one not in self._ids)
        self._ids.add(found)
        return found

    def notes(self) -> Iterator[str]:
        """What was filled in, in Dutch."""
        numbers, sources, ids = self._given.values()
        if numbers:
            yield several(
                "{n} kaart zonder nummer kreeg er een", "{n} kaarten zonder nummer kregen er een", numbers
            )
        if sources:
            yield several(
                "{n} kaart zonder bron kreeg: praktijk", "{n} kaarten zonder bron kregen: praktijk", sources
            )
        if ids:
            yield several("{n} kaart zonder id kreeg er een", "{n} kaarten zonder id kregen er een", ids)


class _CardCells:
    """The cells of one card by the key of their column. An empty cell that can be filled in is."""

    def __init__(self, row: Row, columns: dict[str, int], sheet: str, filler: _Filler) -> None:
        self.mark = Cell(row.line, 0, sheet)
        self._row = row
        self._columns = columns
        self._values = {key: row.text(place) for key, place in columns.items()}
        for key in ("number", "source", "id"):
            if not self._values.get(key) and not self._is_unreadable(key):
                self._values[key] = filler.fill(key, self._values)
        self._values["cluster"] = names.cluster_value(self._values["cluster"])
        self._values["kind"] = names.kind_value(self._values.get("kind", "")) or str(Kind.FACTOR)
        self._values["source"] = names.source_value(self._values["source"])

    def node(self, key: str, plain: bool = False) -> nodes.Node:
        """What is in one column; ``plain`` where the checks should not take it for quoted text."""
        mark = self.mark._replace(column=self._columns.get(key, 0))
        if self._is_unreadable(key):
            return nodes.Refused(mark)
        return nodes.Scalar(mark, self._values.get(key, ""), plain)

    def _is_unreadable(self, key: str) -> bool:
        place = self._columns.get(key)
        return place is not None and self._row.cells[place : place + 1] == (None,)


def _card(row: Row, columns: dict[str, int], sheet: str, filler: _Filler) -> nodes.Mapping:
    """The node of one card."""
    cells = _CardCells(row, columns, sheet, filler)
    fields = {key: cells.node(key, plain=True) for key in ("number", "kind", "cluster", "source")}
    fields |= {key: cells.node(key) for key in _TEXTS}
    deeper = [node for node in map(cells.node, names.DEEPER) if not _is_empty(node)]
    fields["deeper"] = _sequence(cells.mark._replace(column=columns.get(names.DEEPER[0], 0)), deeper)
    places = {key.removeprefix("rank."): cells.node(key, plain=True) for key in names.PLACES}
    if filled := [node for node in places.values() if not _is_empty(node)]:
        fields["rank"] = _mapping(filled[0].start_mark, places)
    return _mapping(cells.mark, fields)


def _is_filled(row: Row, place: int) -> bool:
    return row.cells[place : place + 1] not in ((), ("",))


def _says_more(row: Row, columns: dict[str, int]) -> bool:
    """Whether there is something in a column of which nobody knows what it is for."""
    known = set(columns.values())
    return any(_is_filled(row, place) for place in range(len(row.cells)) if place not in known)


def _texts(rows: Sequence[Row], columns: dict[str, int], key: str) -> set[str]:
    """What is in the cells of one column; nothing when there is no such column."""
    return {row.text(columns[key]) for row in rows} if key in columns else set()


def _unknown(name: str) -> str:
    if close := names.meant(name):
        message = tr("onbekende kolom {name}: bedoel je {close}? Haal die anders weg")
        return message.format(name=shown(name), close=close)
    expected = ", ".join(names.COLUMNS.values())
    message = tr(
        "onbekende kolom: verwacht een van {expected}; gevonden {name}: geef die een andere naam, of haal die weg"
    )
    return message.format(expected=expected, name=shown(name))


def _is_empty(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Scalar) and not node.value


def _sequence(mark: Mark, children: list[nodes.Node]) -> nodes.Sequence:
    found = nodes.Sequence(mark)
    found.children = children
    return found


def _mapping(mark: Mark, fields: dict[str, nodes.Node]) -> nodes.Mapping:
    found = nodes.Mapping(mark)
    found.children = [
        part for key, value in fields.items() for part in (nodes.Scalar(mark, key, True), value)
    ]
    return found
