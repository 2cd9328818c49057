"""A report for Word: real headings, lists and tables, so that a screen reader finds its way and a team can edit.

A picture is a table with the words and numbers in it and a bar, without text, in each row.
"""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING, cast

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
from tegenwicht.game.cards import Cluster
from tegenwicht.i18n import tr
from tegenwicht.plain.weights import weights_line
from tegenwicht.report.docx import bars as docx_bars
from tegenwicht.report.docx import looks as docx_looks
from tegenwicht.report.words import (
    bar_line,
    card_level,
    card_title,
    corner,
    most_in,
    on_narrow_paper,
    top_facts,
)

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle
    from docx.table import Table as WordTable
    from docx.text.paragraph import Paragraph as WordParagraph

SHORT_TABLE = 13
"""Rows of a table that is not spread over two pages."""

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The time of each part in the file; the moment it was made is in its properties."""


def as_docx(account: Account, made: datetime) -> bytes:
    """The account as a Word document. ``made``: the moment that goes in its properties."""
    import docx

    document = docx.Document()
    docx_looks.prepare(document, account, made)
    writer = _Writer(document)
    document.add_paragraph(account.title, "Title")
    writer.facts(top_facts(account))
    for block in account.blocks:
        writer.block(block)
    written = io.BytesIO()
    document.save(written)
    return _without_time(written.getvalue())


def _without_time(data: bytes) -> bytes:
    """The same parts, all with the same time: the same account gives the same bytes."""
    again = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = zipfile.ZipInfo(name, _EARLIEST)
            part.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(part, old.read(name))
    return again.getvalue()


class _Writer:
    """Adds blocks to a document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.level = 0
        self._new_page = False
        self._styles: dict[str, ParagraphStyle] = {}

    def block(self, block: Block) -> None:
        """The next block."""
        self.level = card_level(block, self.level)
        match block:
            case Heading(text, level):
                self._text(text, f"Heading {level}")
            case Paragraph(text, quiet):
                self._text(text, docx_looks.QUIET if quiet else "Normal")
            case Facts():
                self.facts(block)
            case Items(items):
                for item in items:
                    self._text(item, "List Bullet")
            case Quote(text, who):
                self._quote(text, who)
            case Table():
                for part in on_narrow_paper(block):
                    self._table(part)
            case Picture():
                self._picture(block)
            case CardEntry():
                self._card(block)
            case NewPage():
                self._new_page = True

    def _text(self, text: str, style: str = "Normal") -> WordParagraph:
        line = self.document.add_paragraph(text, self._style(style))
        if self._new_page:
            line.paragraph_format.page_break_before, self._new_page = True, False
        return line

    def _style(self, name: str) -> ParagraphStyle:
        """Looked up once: python-docx looks through all of them each time."""
        if name not in self._styles:
            self._styles[name] = cast("ParagraphStyle", self.document.styles[name])
        return self._styles[name]

    def facts(self, facts: Facts) -> None:
        """A line for each: the name, strong, and its value."""
        for name, value in facts.pairs:
            line = self.document.add_paragraph(style=self._style(docx_looks.FACT))
            line.add_run(f"{name}: ").bold = True
            line.add_run(value)

    def _quote(self, text: str, who: str) -> WordParagraph:
        line = self.document.add_paragraph(style=self._style(docx_looks.WRITTEN))
        if who:
            line.add_run(f"{who}: ").bold = True
        line.add_run(text)
        return line

    def _table(self, table: Table) -> None:
        rows = [[str(cell) for cell in row] for row in table.rows]
        numbers = [
            n > 0 and all(isinstance(row[n], int) for row in table.rows) for n in range(len(table.head))
        ]
        made = self._grid(table.caption, table.head, rows, numbers)
        if len(numbers) > 1 and all(numbers[1:]):
            columns = len(numbers) - 1
            docx_looks.widths(made, [4.0, *(min(3.0, 12 / columns) for _ in range(columns))])
        elif not any(numbers) and 2 < len(table.head) < 6:
            docx_looks.widths(made, docx_looks.word_widths([list(table.head), *rows]))
            if not table.large and len(rows) > docx_looks.MANY:
                docx_looks.sized(made, docx_looks.SMALL)
        if table.large:
            docx_looks.sized(made, docx_looks.LARGE)
        for n, cluster in enumerate(table.clusters):
            if cluster is not None:
                docx_looks.edge(made.cell(n + 1, 0), cluster)

    def _grid(
        self, caption: str, head: tuple[str, ...], rows: list[list[str]], numbers: list[bool]
    ) -> WordTable:
        self._text(caption, "Caption")
        made: WordTable = self.document.add_table(len(rows) + 1, len(head), "Table Grid")
        docx_looks.mark_head(made, caption)
        for n, line in enumerate([list(head), *rows]):
            cells = made.rows[n].cells
            for column, text in enumerate(line):
                docx_looks.fill(cells[column], text, strong=n == 0 or column == 0, to_right=numbers[column])
        if len(made.rows) <= SHORT_TABLE:
            docx_looks.keep_together(made)
        self._text("", docx_looks.AFTER_TABLE)
        return made

    def _picture(self, picture: Picture) -> None:
        rows = [[bar.label, *map(str, bar.values), ""] for bar in picture.bars]
        numbers = [False, *(True for _ in picture.parts), False]
        made = self._grid(picture.caption, (corner(), *picture.parts, tr("in beeld")), rows, numbers)
        most = most_in(picture)
        for n, bar in enumerate(picture.bars, 1):
            cell = made.cell(n, len(picture.parts) + 1)
            said = tr("Balk van {label}: {numbers}").format(label=bar.label, numbers=bar_line(picture, bar))
            self._drawing(cell.paragraphs[0], bar.values, bar.cluster, most, said)
        if len(picture.parts) > 1:
            for number in range(len(picture.parts)):
                place = made.cell(0, number + 1).add_paragraph()
                self._sample(place, number)
        each = min(2.8, 6 / len(picture.parts))
        docx_looks.widths(made, [4.0, *(each for _ in picture.parts), 12.0 - each * len(picture.parts)])

    def _drawing(
        self,
        place: WordParagraph,
        values: tuple[int, ...],
        cluster: Cluster | None,
        most: int,
        said: str,
    ) -> None:
        from docx.shared import Cm

        if not sum(values):
            return
        drawn, wide = docx_bars.bar(values, cluster, most)
        shape = place.add_run().add_picture(io.BytesIO(drawn), width=Cm(wide), height=Cm(docx_bars.HIGH))
        docx_looks.describe(shape, said)

    def _sample(self, place: WordParagraph, number: int) -> None:
        from docx.shared import Cm

        drawn = docx_bars.sample(number)
        docx_looks.at_the_right(place)
        shape = place.add_run().add_picture(io.BytesIO(drawn), width=Cm(0.6), height=Cm(0.3))
        docx_looks.describe(shape, docx_bars.PATTERNS[number % len(docx_bars.PATTERNS)])

    def _card(self, card: CardEntry) -> None:
        self._text(card_title(card), f"Heading {max(1, self.level) + 1}")
        lines = []
        if card.about:
            lines.append(self._text(card.about, docx_looks.QUIET))
            docx_looks.bar_beside(lines[0], card.cluster)
        if card.question:
            lines.append(self._text(card.question))
        if card.weights:
            lines.append(self._text(weights_line(card.weights)))
        if card.note:
            lines.append(self._quote(card.note, tr("Notitie")))
        for line in lines[:-1]:
            line.paragraph_format.keep_with_next = True
