"""Sheets of A4: styles of text, pieces that are laid below each other, and where a page ends. Units are mm.

A piece is what never breaks: a line, a row of a table, a bar. Some pieces must not part from the next one: a
heading from what it is over, the first line of a paragraph from the second.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from fpdf import ViewerPreferences

from tegenwicht.game.account import Account
from tegenwicht.i18n import tr
from tegenwicht.report.colours import EDGE, INK, MUTED, Colour
from tegenwicht.report.pdf.blank import blank_pdf
from tegenwicht.report.pdf.fonts import SEMIBOLD, TEXT, printable, register_fonts
from tegenwicht.report.pdf.tags import Element, Tags

WIDTH, HEIGHT = 210.0, 297.0
LEFT, TOP, BOTTOM = 22.0, 20.0, 24.0
ROOM = WIDTH - 2 * LEFT
"""The width of a line."""

POINT = 25.4 / 72


class Style(NamedTuple):
    """How text looks; ``size`` in points, ``leading`` in parts of it."""

    size: float
    family: str = TEXT
    bold: bool = False
    colour: Colour = INK
    leading: float = 1.42

    @property
    def line(self) -> float:
        """The height of a line, in mm."""
        return self.size * POINT * self.leading


BODY = Style(11)
STRONG = Style(11, SEMIBOLD)
SMALL = Style(9.5, colour=MUTED)
CAPTION = Style(10.5, SEMIBOLD)


class Piece(NamedTuple):
    """What never breaks. draw: puts it with its top at a height; None is room, which a page never begins with.

    keep: it stays with the next piece. again: what is repeated over it where a page begins with it.
    """

    height: float
    draw: Callable[[float], None] | None = None
    keep: bool = False
    again: "Piece | None" = None


class Sheet:
    """The document that is being made.

    part: of their usual size, what all letters and lines have that are made and laid now; lengths are in mm as on a
    sheet that is as many times larger.
    """

    def __init__(self, account: Account, made: datetime) -> None:
        self.pdf = pdf = blank_pdf(format="A4")
        self.foot = " · ".join(part for part in (account.title, account.when) if part)
        self.tags = Tags(pdf)
        register_fonts(pdf)
        pdf.set_auto_page_break(False)
        pdf.c_margin = 0
        pdf.set_title(account.title)
        pdf.set_subject(tr("Verslag van een sessie Tegenwicht"))
        pdf.set_lang(account.language)
        pdf.set_creator("Tegenwicht")
        pdf.set_creation_date(made)
        pdf.viewer_preferences = ViewerPreferences(display_doc_title=True)
        pdf.set_display_mode("default", "default")
        self.part, self.y = 1.0, TOP
        self._new_page()

    def sized(self, part: float) -> None:
        """Everything that follows in so large a part of its usual size, from the top of an empty page."""
        self._scaled(part)
        self.part, self.y = part, TOP / part

    def _scaled(self, part: float) -> None:
        pdf = self.pdf
        pdf.k = part / POINT
        pdf.w, pdf.h = pdf.w_pt / pdf.k, pdf.h_pt / pdf.k

    @property
    def left(self) -> float:
        """Where a line begins."""
        return LEFT / self.part

    @property
    def room(self) -> float:
        """The width of a line."""
        return ROOM / self.part

    @property
    def top(self) -> float:
        """Where a page begins."""
        return TOP / self.part

    @property
    def last(self) -> float:
        """Where it ends."""
        return (HEIGHT - BOTTOM) / self.part

    @property
    def filled(self) -> float:
        """Which part of this page something stands on."""
        return (self.y - self.top) / (self.last - self.top)

    # -- text

    def wrapped(self, text: str, style: Style, width: float) -> list[str]:
        """The lines of a text ``width`` mm wide; words that are longer are cut. At least one line.

        A line that is not the last keeps the space after it, so that no words run together when it is read.
        """
        self._set(style)
        found: list[str] = []
        for part in printable(self.pdf, text).split("\n"):
            found += _lines(part, self._width_now, width)
            found[-1] += " "
        found[-1] = found[-1].rstrip()
        return found

    def one_line(self, text: str, style: Style, width: float) -> str:
        """The text as far as it fits on one line ``width`` mm wide; three dots say that there is more."""
        first, *more = self.wrapped(text, style, width - 4)
        return f"{first.rstrip()} …" if more else first

    def width(self, text: str, style: Style) -> float:
        """How wide a text is on one line."""
        self._set(style)
        return self._width_now(printable(self.pdf, text))

    def _width_now(self, text: str) -> float:
        """In the font that is set; fpdf2's own way to ask is ten times as slow."""
        font = self.pdf.current_font
        assert font is not None
        return font.get_text_width(text, self.pdf.font_size_pt, None)[1] / self.pdf.k

    def write(self, x: float, y: float, text: str, style: Style) -> None:
        """One line, its top at ``y``."""
        self._set(style)
        middle = y + style.line / 2 + 0.34 * style.size * POINT
        self.pdf.text(x, middle, printable(self.pdf, text))

    def _set(self, style: Style) -> None:
        self.pdf.set_font(style.family, "B" if style.bold else "", style.size * self.part)
        self.pdf.set_text_color(*style.colour)

    def lines(
        self, text: str, style: Style, element: Element, inwards: float = 0.0, width: float = 0.0
    ) -> list[Piece]:
        """A text as pieces, one a line, that belong to ``element``; ``width``: all that is left when it is 0."""
        x = self.left + inwards
        words = self.wrapped(text, style, width or self.room - inwards)

        def line(one: str) -> Piece:
            def draw(y: float) -> None:
                with self.tags.content(element):
                    self.write(x, y, one, style)

            return Piece(style.line, draw)

        return kept([line(one) for one in words])

    # -- pages

    def lay(self, pieces: Iterable[Piece]) -> None:
        """Put pieces below each other, on as many pages as it takes."""
        for group in _groups(pieces):
            high = sum(piece.height for piece in group)
            if self.y + high > self.last and high <= self.last - self.top and _is_seen(group):
                self.next_page()
            for piece in group:
                self._put(piece)

    def _put(self, piece: Piece) -> None:
        if piece.draw is None:
            self.y = min(self.last, self.y + piece.height) if self.y > self.top else self.top
            return
        if self.y + piece.height > self.last:
            self.next_page()
        if self.y == self.top and piece.again and piece.again.draw:
            piece.again.draw(self.y)
            self.y += piece.again.height
        piece.draw(self.y)
        self.y += piece.height

    def next_page(self) -> None:
        """The next page, unless nothing stands on this one."""
        if self.y == self.top:
            return
        self._footer()
        self._new_page()

    def _new_page(self) -> None:
        self.pdf.add_page()
        self.y = self.top

    def _footer(self) -> None:
        part = self.part
        self._scaled(1.0)
        self.part = 1.0
        words = tr("Bladzijde {n} van {all}").format(n=self.pdf.page, all="{nb}")
        y, left = HEIGHT - 15, self.one_line(self.foot, SMALL, ROOM - 45)
        with self.tags.artifact("/Pagination"):
            self.pdf.set_draw_color(*EDGE)
            self.pdf.set_line_width(0.2)
            self.pdf.line(LEFT, y - 2, WIDTH - LEFT, y - 2)
            self.write(LEFT, y, left, SMALL)
            wide = self.width(words.replace("{nb}", str(self.pdf.page)), SMALL)
            self.pdf.set_xy(WIDTH - LEFT - wide, y)
            self.pdf.cell(text=words, h=SMALL.line)  # unlike text(), this fills in the number of pages
        self._scaled(part)
        self.part = part

    def whole(self) -> bytes:
        """The document, finished."""
        self._footer()
        return bytes(self.pdf.output())


def kept(pieces: list[Piece], whole: int = 3) -> list[Piece]:
    """So that no line stands alone at the end or the beginning of a page; up to ``whole`` stay together."""
    last = len(pieces) - 1
    near = {0, last - 1} if last >= whole else range(last)
    return [piece._replace(keep=True) if n in near and n < last else piece for n, piece in enumerate(pieces)]


def together(pieces: list[Piece]) -> list[Piece]:
    """Pieces that all stay with the next."""
    return [piece._replace(keep=True) for piece in pieces]


def _is_seen(group: list[Piece]) -> bool:
    return any(piece.draw for piece in group)


def _groups(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    group: list[Piece] = []
    for piece in pieces:
        group.append(piece)
        if not piece.keep:
            yield group
            group = []
    if group:
        yield group


def _lines(text: str, width_of: Callable[[str], float], width: float) -> Iterator[str]:
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if width_of(longer) <= width:
            line = longer
            continue
        if line:
            yield f"{line} "
        line = word
        while line and width_of(line) > width:
            most = _fitting(line, width_of, width)
            yield line[:most]
            line = line[most:]
    yield line


def _fitting(word: str, width_of: Callable[[str], float], width: float) -> int:
    """How many characters of a word fit, at least one."""
    count = 1
    while count < len(word) and width_of(word[: count + 1]) <= width:
        count += 1
    return count
