"""A report as PDF: A4, tagged for screen readers, with an outline, readable in black and white."""

from datetime import datetime
from itertools import pairwise

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
from tegenwicht.plain.weights import weights_line
from tegenwicht.report.colours import EDGE, Colour, of_cluster
from tegenwicht.report.pdf.fonts import SEMIBOLD
from tegenwicht.report.pdf.picture import picture_pieces, spread
from tegenwicht.report.pdf.sheet import (
    BODY,
    LEFT,
    ROOM,
    SMALL,
    STRONG,
    Piece,
    Sheet,
    Style,
    kept,
    together,
)
from tegenwicht.report.pdf.table import facts_pieces, table_pieces
from tegenwicht.report.pdf.tags import Element
from tegenwicht.report.words import card_title, top_facts

TITLE = Style(24, bold=True, leading=1.2)
HEADINGS = {1: Style(16, bold=True, leading=1.3), 2: Style(13, bold=True, leading=1.3)}
CARD = Style(12, SEMIBOLD, leading=1.35)
INDENT = 6.0
SHORT_ENTRY = 70.0
"""mm; a card up to this height is not spread over two pages."""


def as_pdf(account: Account, made: datetime) -> bytes:
    """The account as a PDF. ``made``: the moment that goes in its properties."""
    sheet = Sheet(account, made)
    writer = _Writer(sheet)
    writer.title(account)
    for block, following in pairwise((*account.blocks, None)):
        if block is not None:
            writer.block(block, isinstance(following, Table | Picture))
    writer.lay()
    return sheet.whole()


class _Writer:
    """Makes pieces of blocks. The order of its elements is the order of reading."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.pieces: list[Piece] = []
        self.level = 0

    def title(self, account: Account) -> None:
        """The name of the document and what it is about."""
        self._heading(account.title, TITLE, 0)
        self.pieces += facts_pieces(self.sheet, top_facts(account))

    def block(self, block: Block, leads: bool = False) -> None:
        """The next block. leads: a table or picture follows, from which its explanation is not parted."""
        match block:
            case Heading(text, level):
                self.level = max(1, min(2, level))
                self._heading(text, HEADINGS[self.level], self.level)
            case Paragraph(text, quiet):
                self._text(text, SMALL if quiet else BODY, leads and quiet)
            case Facts():
                self.pieces += facts_pieces(self.sheet, block)
            case Items(items, quiet):
                self._items(items, SMALL if quiet else BODY)
            case Quote(text, who):
                self._quote(text, who)
            case Table():
                self.pieces += table_pieces(self.sheet, block)
            case Picture():
                self.pieces += picture_pieces(self.sheet, block)
            case CardEntry():
                self._card(block)
            case NewPage():
                self.lay()
                self.sheet.next_page()

    def lay(self) -> None:
        """Put what was written so far on its pages."""
        self.sheet.lay(self.pieces)
        self.pieces = []

    def _heading(self, text: str, style: Style, level: int) -> None:
        sheet, element = self.sheet, self.sheet.tags.element(f"H{level + 1}")
        first, *others = together(sheet.lines(text, style, element))
        under = first.draw

        def draw(y: float) -> None:
            sheet.pdf.set_y(y)
            sheet.pdf.start_section(" ".join(text.split()) or "–", level, strict=False)
            if under:
                under(y)

        above = Piece(style.size * 0.28 if level else 0, keep=True)
        self.pieces += [above, first._replace(draw=draw), *others, Piece(1.6 if level else 4, keep=True)]

    def _text(self, text: str, style: Style, leads: bool = False) -> None:
        pieces = [*self.sheet.lines(text, style, self.sheet.tags.element("P")), Piece(2.5)]
        self.pieces += together(pieces) if leads else pieces

    def _items(self, items: tuple[str, ...], style: Style) -> None:
        tags = self.sheet.tags
        whole = tags.element("L")
        for text in items:
            item = tags.element("LI", whole)
            label, body = tags.element("Lbl", item), tags.element("LBody", item)
            first, *others = self.sheet.lines(text, style, body, LEFT + INDENT, ROOM - INDENT)
            self.pieces += [self._bulleted(first, label, style), *others, Piece(1)]
        self.pieces.append(Piece(1.5))

    def _bulleted(self, piece: Piece, label: Element, style: Style) -> Piece:
        def draw(y: float) -> None:
            with self.sheet.tags.content(label):
                self.sheet.write(LEFT + 1, y, "•", style)
            if piece.draw:
                piece.draw(y)

        return piece._replace(draw=draw)

    def _quote(self, text: str, who: str) -> None:
        tags = self.sheet.tags
        whole = tags.element("BlockQuote")
        pieces = self._inside(who, STRONG, tags.element("P", whole)) if who else []
        pieces = together(pieces) + self._inside(text, BODY, tags.element("P", whole))
        self.pieces += [*self._ruled(pieces, EDGE), Piece(3)]

    def _inside(self, text: str, style: Style, element: Element) -> list[Piece]:
        return self.sheet.lines(text, style, element, LEFT + INDENT, ROOM - INDENT)

    def _ruled(self, pieces: list[Piece], colour: Colour) -> list[Piece]:
        """The pieces with an upright line at their left."""

        def ruled(piece: Piece) -> Piece:
            def draw(y: float) -> None:
                with self.sheet.tags.artifact():
                    self.sheet.pdf.set_fill_color(*colour)
                    self.sheet.pdf.rect(LEFT, y, 1.6, piece.height, style="F")
                if piece.draw:
                    piece.draw(y)

            return piece._replace(draw=draw)

        return [ruled(piece) for piece in pieces]

    def _card(self, card: CardEntry) -> None:
        tags, level = self.sheet.tags, max(1, self.level) + 2
        pieces = self._inside(card_title(card), CARD, tags.element(f"H{level}"))
        for text, style in ((card.about, SMALL), (card.question, BODY)):
            if text:
                pieces = together(pieces) + self._inside(text, style, tags.element("P"))
        if card.weights:
            words = self._inside(weights_line(card.weights), BODY, tags.element("P"))
            pieces = [*together(pieces), *together(words), self._spread(card.weights)]
        if card.note:
            note = tr("Notitie: {text}").format(text=card.note)
            pieces = together(pieces) + self._inside(note, BODY, tags.element("P"))
        if sum(piece.height for piece in pieces) <= SHORT_ENTRY:
            pieces = kept(pieces, whole=len(pieces))
        self.pieces += [*self._ruled(pieces, of_cluster(card.cluster)), Piece(4)]

    def _spread(self, weights: tuple[int, int, int, int]) -> Piece:
        def draw(y: float) -> None:
            with self.sheet.tags.artifact():  # the line above it says the same
                spread(self.sheet, weights, LEFT + INDENT, y + 0.6, ROOM - INDENT)

        return Piece(7, draw)
