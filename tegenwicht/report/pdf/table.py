"""Tables in a PDF: the head over every page, a mark in the cluster's colour beside the cluster's word."""

from typing import NamedTuple

from tegenwicht.game.account import Facts, Table
from tegenwicht.game.cards import Cluster
from tegenwicht.report.colours import EDGE, QUIET, of_cluster
from tegenwicht.report.pdf.sheet import (
    BODY,
    CAPTION,
    STRONG,
    Piece,
    Sheet,
    Style,
    kept,
    together,
)
from tegenwicht.report.pdf.tags import Element
from tegenwicht.report.words import on_narrow_paper

HEAD = Style(10, BODY.family, True)
CELL, NAME = Style(10.5), STRONG._replace(size=10.5)
LARGE = 13.0
"""The size of what is to be read from a wall, in points."""
PAD, MARK = 2.0, 3.2
WIDEST_NUMBER = 24.0
MOST_LINES = 20
"""Lines of a row that stay together; a higher row goes on in a next piece."""

SHORT, MOST_COMPARED = 36.0, 20
"""mm, up to which a column with words keeps what it needs; and rows of a table of which several widths are tried."""

MOST_REPEATED = 5
"""Lines of a head that are repeated on a next page."""


class _Cell(NamedTuple):
    element: Element | None
    x: float
    width: float
    lines: list[str]
    style: Style
    to_right: bool = False


def table_pieces(sheet: Sheet, table: Table) -> list[Piece]:
    """A table with its caption; one that is too wide as several."""
    pieces: list[Piece] = []
    for part in on_narrow_paper(table):
        pieces += [*_one_table(sheet, part), Piece(5)]
    return pieces


def _one_table(sheet: Sheet, table: Table) -> list[Piece]:
    tags = sheet.tags
    whole = tags.element("Table")
    caption = together(sheet.lines(table.caption, CAPTION, tags.element("Caption", whole)))
    columns = _columns(sheet, table)
    head = tags.element("TR", tags.element("THead", whole))
    heads = [tags.element("TH", head, attributes="<</O /Table /Scope /Column>>") for _ in table.head]
    top = _row(sheet, table.head, columns, heads, HEAD, HEAD)
    again, *_ = _row(sheet, table.head, columns, None, HEAD, HEAD, MOST_REPEATED)
    body = tags.element("TBody", whole)
    rows = [
        piece for n in range(len(table.rows)) for piece in _body_row(sheet, table, n, columns, body, again)
    ]
    return [*caption, Piece(1, keep=True), *together(top), *kept(rows)]


def _body_row(
    sheet: Sheet, table: Table, number: int, columns: list["_Column"], body: Element, again: Piece
) -> list[Piece]:
    row = sheet.tags.element("TR", body)
    first = sheet.tags.element("TH", row, attributes="<</O /Table /Scope /Row>>")
    others = [sheet.tags.element("TD", row) for _ in table.head[1:]]
    name, cell = _styles(table)
    pieces = _row(sheet, table.rows[number], columns, [first, *others], name, cell)
    cluster = table.clusters[number] if number < len(table.clusters) else None
    if cluster is not None:
        pieces[0] = _marked(sheet, pieces[0], cluster)
    return [piece._replace(again=again) for piece in pieces]


def _styles(table: Table) -> tuple[Style, Style]:
    """How the names of its rows look, and the other cells."""
    return (NAME._replace(size=LARGE), CELL._replace(size=LARGE)) if table.large else (NAME, CELL)


def _marked(sheet: Sheet, piece: Piece, cluster: Cluster) -> Piece:
    """With a mark in the cluster's colour before its first cell."""

    def draw(y: float) -> None:
        if piece.draw:
            piece.draw(y)
        with sheet.tags.artifact():
            sheet.pdf.set_fill_color(*of_cluster(cluster))
            sheet.pdf.rect(
                sheet.left + PAD, y + (NAME.line + 2 * PAD - MARK) / 2 - 0.6, MARK, MARK, style="F"
            )

    return piece._replace(draw=draw)


class _Column(NamedTuple):
    x: float
    width: float
    to_right: bool


def _columns(sheet: Sheet, table: Table) -> list[_Column]:
    """Numbers get what they need, words share the rest; the first column makes room for a mark and for whole words."""
    numbers = [
        n > 0 and bool(table.rows) and all(isinstance(row[n], int) for row in table.rows)
        for n in range(len(table.head))
    ]
    natural = [_natural(sheet, table, n) for n in range(len(table.head))]
    for n, is_number in enumerate(numbers):
        if is_number:
            natural[n] = min(WIDEST_NUMBER, natural[n])
    needed = sum(width for width, is_number in zip(natural, numbers, strict=True) if is_number)
    room = sheet.room - min(sheet.room / 3, _longest_word(sheet, table))
    natural = [
        width * min(1.0, room / needed) if is_number else width
        for width, is_number in zip(natural, numbers, strict=True)
    ]
    natural = _narrowed(sheet, table, natural, [n for n, is_number in enumerate(numbers) if not is_number])
    columns, x = [], sheet.left
    for width, is_number in zip(natural, numbers, strict=True):
        columns.append(_Column(x, width, is_number))
        x += width
    return columns


def _narrowed(sheet: Sheet, table: Table, natural: list[float], words: list[int]) -> list[float]:
    """The widths at which the columns with words fit beside the others, in as few lines as there are ways for.

    The narrow ones keep what they need; but where the widest one can have more when another takes more lines, it has.
    """
    room = sheet.room - sum(width for n, width in enumerate(natural) if n not in words)
    found = list(natural)
    left = room
    for place, n in enumerate(sorted(words, key=lambda one: natural[one])):
        found[n] = min(natural[n], left / (len(words) - place))
        left -= found[n]
    long = sorted((n for n in words if natural[n] > SHORT), key=lambda one: natural[one])
    if found == natural or len(long) < 2 or len(table.rows) > MOST_COMPARED:
        return found
    *others, widest = long
    ways = [found]
    for lines in (1, 2, 3):
        way = list(natural)
        for n in others:
            way[n] = min(natural[n], max(SHORT, natural[n] / lines + 2 * PAD))
        way[widest] = room - sum(way[n] for n in words if n != widest)
        if way[widest] >= SHORT:
            ways.append(way)
    return min(ways, key=lambda way: _lines(sheet, table, way))


def _lines(sheet: Sheet, table: Table, widths: list[float]) -> int:
    """How many lines all rows have together."""
    name, cell = _styles(table)
    mark = MARK + PAD

    def of(text: str | int, n: int) -> int:
        wide = widths[n] - 2 * PAD - (0 if n else mark)
        return len(sheet.wrapped(str(text), cell if n else name, max(8, wide)))

    return sum(max(of(text, n) for n, text in enumerate(row)) for row in table.rows)


def _longest_word(sheet: Sheet, table: Table) -> float:
    """How wide the first column is when none of its words is broken."""
    style = _styles(table)[0]
    words = [word for row in table.rows for word in str(row[0]).split()]
    widths = [sheet.width(word, style) for word in words] + [
        sheet.width(word, HEAD) for word in table.head[0].split()
    ]
    return max(widths, default=0.0) + 3 * PAD + MARK + 1


def _natural(sheet: Sheet, table: Table, column: int) -> float:
    texts = [str(row[column]) for row in table.rows]
    mark = MARK + PAD if column == 0 else 0
    style = _styles(table)[1 if column else 0]
    widths = [sheet.width(line, style) for text in texts for line in text.split("\n")]
    return max([*widths, sheet.width(table.head[column], HEAD)]) + 2 * PAD + mark + 1


def _row(
    sheet: Sheet,
    texts: tuple[str | int, ...],
    columns: list[_Column],
    elements: list[Element] | None,
    first: Style,
    other: Style,
    most: int = MOST_LINES,
) -> list[Piece]:
    """A row, in pieces of ``most`` lines; without elements it is a repetition that a screen reader can miss."""
    cells = []
    for n, (text, column) in enumerate(zip(texts, columns, strict=True)):
        style = other if n else first
        mark = MARK + PAD if n == 0 else 0
        lines = sheet.wrapped(str(text), style, max(8, column.width - 2 * PAD - mark))
        element = elements[n] if elements else None
        cells.append(_Cell(element, column.x + PAD + mark, column.width, lines, style, column.to_right))
    highest = max(len(cell.lines) for cell in cells)
    right = columns[-1].x + columns[-1].width
    return [
        _slice(
            sheet, [cell._replace(lines=cell.lines[at : at + most]) for cell in cells], right, first is HEAD
        )
        for at in range(0, highest, most)
    ]


def _slice(sheet: Sheet, cells: list[_Cell], right: float, is_head: bool) -> Piece:
    high = max(len(cell.lines) * cell.style.line for cell in cells) + 2 * (PAD - 0.6)

    def draw(y: float) -> None:
        _ground(sheet, y, high, right, is_head)
        for cell in cells:
            if cell.element is None:
                with sheet.tags.artifact("/Pagination"):
                    _write(sheet, cell, y)
            elif cell.lines:
                with sheet.tags.content(cell.element):
                    _write(sheet, cell, y)

    return Piece(high, draw)


def _ground(sheet: Sheet, y: float, high: float, right: float, is_head: bool) -> None:
    pdf = sheet.pdf
    with sheet.tags.artifact():
        if is_head:
            pdf.set_fill_color(*QUIET)
            pdf.rect(sheet.left, y, right - sheet.left, high, style="F")
        pdf.set_draw_color(*EDGE)
        pdf.set_line_width(0.4 if is_head else 0.15)
        pdf.line(sheet.left, y + high, right, y + high)


def _write(sheet: Sheet, cell: _Cell, y: float) -> None:
    for n, line in enumerate(cell.lines):
        x = cell.x
        if cell.to_right:
            x += cell.width - 2 * PAD - sheet.width(line.rstrip(), cell.style)
        sheet.write(x, y + PAD - 0.6 + n * cell.style.line, line, cell.style)


def facts_pieces(sheet: Sheet, facts: Facts) -> list[Piece]:
    """Names and values beside each other, as a list for a screen reader."""
    tags = sheet.tags
    whole = tags.element("L")
    names = max((sheet.width(name, STRONG) for name, _ in facts.pairs), default=0.0)
    column = min(names + 6, sheet.room / 2)
    pieces: list[Piece] = []
    for name, value in facts.pairs:
        item = tags.element("LI", whole)
        label, body = tags.element("Lbl", item), tags.element("LBody", item)
        pieces += _beside(
            sheet.lines(name, STRONG, label, width=column - 2),
            sheet.lines(value, BODY, body, column),
        )
    return [*pieces, Piece(3)]


def _beside(left: list[Piece], right: list[Piece]) -> list[Piece]:
    """Two columns of lines, line by line."""
    both = []
    for n in range(max(len(left), len(right))):
        parts = [column[n] for column in (left, right) if n < len(column)]

        def draw(y: float, parts: list[Piece] = parts) -> None:
            for part in parts:
                if part.draw:
                    part.draw(y)

        both.append(Piece(max(part.height for part in parts), draw))
    return kept(both)
