"""How a Word document looks, and what Word and a screen reader must know of it: language, heads, descriptions."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from tegenwicht.game.account import Account
from tegenwicht.game.cards import Cluster, Family
from tegenwicht.i18n import tr
from tegenwicht.report.colours import INK, MUTED, Colour, of_cluster

if TYPE_CHECKING:
    from docx.document import Document
    from docx.shape import InlineShape
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

FACT, QUIET, WRITTEN, AFTER_TABLE = "Feit", "Uitleg", "Geschreven", "Na tabel"
"""Our own styles, beside Word's."""

FONT = "Verdana"
"""On every Windows and macOS, and easy to read."""

LANGUAGES = {"nl": "nl-NL"}


def prepare(document: Document, account: Account, made: datetime) -> None:
    """Language, properties, paper, styles and the numbers of the pages."""
    language = LANGUAGES.get(account.language, account.language)
    properties = document.core_properties
    properties.title, properties.subject = account.title, tr("Verslag van een sessie Tegenwicht")
    properties.author = properties.last_modified_by = "Tegenwicht"
    properties.comments, properties.language = "", language
    properties.created = properties.modified = made.astimezone(UTC).replace(tzinfo=None)
    _paper(document)
    _styles(document, language)
    _footer(document, account)


def _paper(document: Document) -> None:
    from docx.shared import Cm

    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2.2)


def _styles(document: Document, language: str) -> None:
    from docx.enum.style import WD_STYLE_TYPE

    styles: Any = document.styles
    for name, size, colour, before, after in (
        ("Normal", 10.5, INK, 0, 6), ("Title", 24, INK, 0, 10), ("Heading 1", 16, INK, 18, 6),
        ("Heading 2", 13, INK, 14, 4), ("Heading 3", 11.5, INK, 12, 2), ("Caption", 10.5, INK, 8, 4),
        ("List Bullet", 10.5, INK, 0, 4),
    ):  # fmt: skip
        _look(styles[name], size, colour, before, after)
    for name, size, colour, before, after in (
        (FACT, 10.5, INK, 0, 2), (QUIET, 9, MUTED, 0, 6), (WRITTEN, 10.5, INK, 2, 8),
        (AFTER_TABLE, 6, INK, 0, 4),
    ):  # fmt: skip
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        _look(style, size, colour, before, after)
    _left_line(styles[WRITTEN].element.get_or_add_pPr(), MUTED)
    styles["Caption"].paragraph_format.keep_with_next = True
    _language(styles, language)
    for found in document.settings.element.iter(_qualified("w:themeFontLang")):
        found.set(_qualified("w:val"), language)


def _qualified(name: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(name))


def _look(style: Any, size: float, colour: Colour, before: float, after: float) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    font, paragraph = style.font, style.paragraph_format
    font.name, font.size, font.color.rgb, font.italic = FONT, Pt(size), RGBColor(*colour), False
    font.bold = style.name in ("Title", "Caption") or style.name.startswith("Heading")
    faces = style.element.rPr.rFonts
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        faces.attrib.pop(qn(f"w:{theme}"), None)
    paragraph.space_before, paragraph.space_after, paragraph.line_spacing = Pt(before), Pt(after), 1.25
    for border in style.element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)


def _language(styles: Any, language: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    run = styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    found = run.find(qn("w:lang"))
    if found is None:
        found = OxmlElement("w:lang")
        run.append(found)
    for which in ("val", "eastAsia", "bidi"):
        found.set(qn(f"w:{which}"), language)


def _footer(document: Document, account: Account) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    foot = " · ".join(part for part in (account.title, account.when) if part)
    words = tr("Bladzijde {n} van {all}").format(n="\0PAGE\0", all="\0NUMPAGES\0")
    for part in f"{foot} · {words}".split("\0"):
        if part in ("PAGE", "NUMPAGES"):
            _field(paragraph, part)
        elif part:
            paragraph.add_run(part)


def _field(paragraph: Paragraph, code: str) -> None:
    """A number that Word reckons itself."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    shown, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"
    shown.append(text)
    field.append(shown)
    paragraph._p.append(field)


# -- tables


def mark_head(table: Table, said: str) -> None:
    """The first row is the head, on every page; no row breaks over two pages; ``said`` describes the table."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    properties: Any = table._tbl.tblPr
    look = properties.find(qn("w:tblLook"))
    if look is None:
        look = OxmlElement("w:tblLook")
        properties.append(look)
    for name, value in (
        ("val", "00A0"),
        ("firstRow", "1"),
        ("firstColumn", "1"),
        ("noHBand", "1"),
        ("noVBand", "1"),
    ):
        look.set(qn(f"w:{name}"), value)
    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), said)
    properties.append(caption)
    for number, row in enumerate(table.rows):
        row_properties = row._tr.get_or_add_trPr()
        row_properties.append(OxmlElement("w:cantSplit"))
        if number == 0:
            row_properties.append(OxmlElement("w:tblHeader"))


def fill(cell: _Cell, text: str, strong: bool, to_right: bool) -> None:
    """The text of a cell."""
    from docx.shared import Pt

    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
    if to_right:
        at_the_right(paragraph)
    if text:
        paragraph.add_run(text).bold = strong


LARGE = 13
"""The size of what is to be read from a wall, in points."""


SMALL, MANY = 9.5, 8
"""The size of the letters in a table of more rows than that, so that it stays on one page with what is beside it."""
LINE, LETTER, SHORT, LONG = 16.0, 0.21, 16, 60
"""cm: a line, and a letter; a column of up to so many letters keeps them on one line, a longer one counts as so many."""


def sized(table: Table, points: float) -> None:
    """All but its head in letters of that size."""
    from docx.shared import Pt

    for row in table.rows[1:]:
        for cell in row.cells:
            for run in cell.paragraphs[0].runs:
                run.font.size = Pt(points)


def keep_together(table: Table) -> None:
    """So that it is not spread over two pages."""
    for row in table.rows[:-1]:
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.keep_with_next = True


def at_the_right(paragraph: Paragraph) -> None:
    """What is in it ends at the right."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def widths(table: Table, centimetres: list[float]) -> None:
    """How wide the columns are."""
    from docx.shared import Cm

    table.autofit = False
    for column, wide in zip(table.columns, centimetres, strict=True):
        column.width = Cm(wide)
        for cell in column.cells:
            cell.width = Cm(wide)


def word_widths(texts: list[list[str]]) -> list[float]:
    """How wide columns with words are, in cm: the short ones as they need, the others share the line by their length."""
    longest = [max((len(row[n]) for row in texts), default=0) for n in range(len(texts[0]))]
    short = [min(longest[n], SHORT) * LETTER + 0.6 for n in range(len(longest))]
    words = [n for n, most in enumerate(longest) if most > SHORT]
    room = max(3.0 * len(words), LINE - sum(wide for n, wide in enumerate(short) if n not in words))
    share = sum(min(longest[n], LONG) for n in words)
    wide = [room * min(longest[n], LONG) / share if n in words else short[n] for n in range(len(longest))]
    return [one * min(1.0, LINE / sum(wide)) for one in wide]


def edge(cell: _Cell, cluster: Cluster) -> None:
    """A thick left edge in the cluster's colour, beside the cluster's word."""
    from docx.oxml import OxmlElement

    borders = OxmlElement("w:tcBorders")
    borders.append(_line("w:left", of_cluster(cluster), 36))
    cell._tc.get_or_add_tcPr().append(borders)


def bar_beside(paragraph: Paragraph, cluster: Family) -> None:
    """The same edge beside a paragraph."""
    _left_line(paragraph._p.get_or_add_pPr(), of_cluster(cluster))


def _left_line(properties: Any, colour: Colour) -> None:
    from docx.oxml import OxmlElement

    borders = OxmlElement("w:pBdr")
    borders.append(_line("w:left", colour, 24))
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")


def _line(name: str, colour: Colour, eighths: int) -> Any:
    """``eighths`` of a point wide."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    line = OxmlElement(name)
    for key, value in (
        ("val", "single"),
        ("sz", str(eighths)),
        ("space", "6"),
        ("color", bytes(colour).hex()),
    ):
        line.set(qn(f"w:{key}"), value)
    return line


def describe(shape: InlineShape, said: str) -> None:
    """What a screen reader says of an image."""
    shape._inline.docPr.set("descr", said)
