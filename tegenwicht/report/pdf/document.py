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
PARTS = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7)
"""How large the letters of the page for the wall can be, in parts of their usual size; what fits in none has that."""
LITTLE, MOST_PAGES = 0.25, 8
"""Part of a last page that holds little, which goes on the page before it where that can be, in a report so short."""
SHORT_ENTRY = 70.0
"""mm; a card up to this height is not spread over two pages."""


def as_pdf(account: Account, made: datetime) -> bytes:
    """The account as a PDF. ``made``: the moment that goes in its properties."""
    sheet = _written(account, made, 1.0)
    pages = sheet.pdf.page
    if sheet.filled < LITTLE and 1 < pages <= MOST_PAGES:
        smaller = (_written(account, made, part) for part in PARTS[1:3])
        sheet = next((one for one in smaller if one.pdf.page < pages), sheet)
    return sheet.whole()


def _written(account: Account, made: datetime, rest: float) -> Sheet:
    """With all its blocks. rest: what part of their usual size the letters after the first page have."""
    at = account.blocks.index(NewPage()) if NewPage() in account.blocks else 0
    writer = _begun(account, made, account.blocks[:at], rest)
    writer.blocks(account.blocks[at:])
    writer.lay()
    return writer.sheet


def _begun(account: Account, made: datetime, front: tuple[Block, ...], rest: float) -> "_Writer":
    """With the title and what is in front of all pages: that is one, to hang on the wall, as large as it fits there."""
    for part in (*PARTS, 1.0):
        sheet = Sheet(account, made)
        sheet.sized(part if front else rest)
        writer = _Writer(sheet, rest)
        writer.title(account)
        writer.blocks(front)
        if not front or writer.high <= sheet.last - sheet.top:
            break
    return writer


class _Writer:
    """Makes pieces of blocks. The order of its elements is the order of reading."""

    def __init__(self, sheet: Sheet, rest: float) -> None:
        self.sheet, self.rest = sheet, rest
        self.pieces: list[Piece] = []
        self.level = 0
        self.parts: tuple[str, ...] = ()

    def title(self, account: Account) -> None:
        """The name of the document and what it is about."""
        self._heading(account.title, TITLE, 0)
        self.pieces += facts_pieces(self.sheet, top_facts(account))

    @property
    def high(self) -> float:
        """How high all is that was not laid yet, without the room at its end."""
        drawn = [n for n, piece in enumerate(self.pieces) if piece.draw]
        return sum(piece.height for piece in self.pieces[: drawn[-1] + 1]) if drawn else 0.0

    def blocks(self, blocks: tuple[Block, ...]) -> None:
        """These, after each other."""
        for block, following in pairwise((*blocks, None)):
            if block is not None:
                self.block(block, isinstance(following, Table | Picture))
                self.parts = block.parts if isinstance(block, Picture) else ()

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
                self.pieces += picture_pieces(self.sheet, block, self.parts == block.parts)
            case CardEntry():
                self._card(block)
            case NewPage():
                self.lay()
                self.sheet.next_page()
                self.sheet.sized(self.rest)

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
            first, *others = self.sheet.lines(text, style, body, INDENT)
            self.pieces += [self._bulleted(first, label, style), *others, Piece(1)]
        self.pieces.append(Piece(1.5))

    def _bulleted(self, piece: Piece, label: Element, style: Style) -> Piece:
        def draw(y: float) -> None:
            with self.sheet.tags.content(label):
                self.sheet.write(self.sheet.left + 1, y, "•", style)
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
        return self.sheet.lines(text, style, element, INDENT)

    def _ruled(self, pieces: list[Piece], colour: Colour) -> list[Piece]:
        """The pieces with an upright line at their left."""

        def ruled(piece: Piece) -> Piece:
            def draw(y: float) -> None:
                with self.sheet.tags.artifact():
                    self.sheet.pdf.set_fill_color(*colour)
                    self.sheet.pdf.rect(self.sheet.left, y, 1.6, piece.height, style="F")
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
                spread(self.sheet, weights, self.sheet.left + INDENT, y + 0.6, self.sheet.room - INDENT)

        return Piece(7, draw)
