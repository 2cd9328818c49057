"""A deck as a PDF to print and cut: cards laid out on pages, backs that match their fronts.

The same deck and choices give the same bytes: no clock, no random numbers.
"""

from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from tegenwicht.game.cards import CLUSTERS, Card, Deck, Family, Kind
from tegenwicht.i18n import tr
from tegenwicht.report.paper.about_card import about_name, draw_about, draw_about_back, measure_about
from tegenwicht.report.paper.card_back import draw_back, measure_back
from tegenwicht.report.paper.card_face import draw_front, measure
from tegenwicht.report.paper.card_looks import CUT, Box, cluster_word
from tegenwicht.report.paper.facilitator_sheet import draw_facilitator_sheet, sheet_name, sheets_of
from tegenwicht.report.paper.tally_sheet import draw_tally_sheet

if TYPE_CHECKING:
    from fpdf import FPDF

    from tegenwicht.report.pdf.ink import Ink


class CardSize(StrEnum):
    """Width and height of a card in mm: a playing card, or A7."""

    PLAYING = "63x88"
    A7 = "74x105"


class Paper(StrEnum):
    """What the printer has in its tray."""

    A4 = "A4"
    A3 = "A3"
    LETTER = "Letter"


_CARDS = {CardSize.PLAYING: (63.0, 88.0, 3.0), CardSize.A7: (74.0, 105.0, 5.0)}
"""Width, height and how far the print stays inside the edge, in mm."""

_PAPERS = {Paper.A4: (210.0, 297.0), Paper.A3: (297.0, 420.0), Paper.LETTER: (215.9, 279.4)}
_FAMILIES: tuple[Family, ...] = (*CLUSTERS, *Kind)
_PRINTABLE_FROM = 5.0
"""Printers leave the outer few mm of a sheet white; our print stays this far in."""

_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
"""A PDF must say when it was made; a fixed day keeps two runs the same."""


class CardsTooLongError(Exception):
    """Cards whose text does not fit at the least readable size; ``cards`` has at least one."""

    def __init__(self, cards: tuple[Card, ...], size: CardSize) -> None:
        super().__init__(cards)
        self.cards, self.size = cards, size

    def __str__(self) -> str:
        return "\n".join(map(self._told, self.cards))

    def _told(self, card: Card) -> str:
        larger = tr(", of kies een grotere kaart: 74x105") if self.size is CardSize.PLAYING else ""
        return tr(
            'kaart {number}, "{title}": de tekst past niet leesbaar op {size} mm: maak haar korter{larger}'
        ).format(number=card.number, title=card.title, size=self.size, larger=larger)


@dataclass(frozen=True, slots=True)
class Grid:
    """How cards lie on a page, edge against edge, in mm. Slots count from 0, by row from the top left."""

    page: tuple[float, float]
    card: tuple[float, float]
    columns: int
    rows: int

    @property
    def count(self) -> int:
        """Cards on a page."""
        return self.columns * self.rows

    @property
    def landscape(self) -> bool:
        """Whether the page is wider than high."""
        return self.page[0] > self.page[1]

    def slot(self, number: int) -> Box:
        """Where a card lies."""
        row, column = divmod(number, self.columns)
        left, top = self._margins()
        return Box(left + column * self.card[0], top + row * self.card[1], *self.card)

    def behind(self, number: int) -> int:
        """The slot behind a slot when the sheet is turned over its long edge."""
        row, column = divmod(number, self.columns)
        if self.landscape:
            return (self.rows - 1 - row) * self.columns + column
        return row * self.columns + self.columns - 1 - column

    def cuts(self) -> tuple[list[float], list[float]]:
        """The x of each cut from top to bottom, and the y of each from left to right."""
        left, top = self._margins()
        across = [left + count * self.card[0] for count in range(self.columns + 1)]
        return across, [top + count * self.card[1] for count in range(self.rows + 1)]

    def _margins(self) -> tuple[float, float]:
        left = (self.page[0] - self.columns * self.card[0]) / 2
        return left, (self.page[1] - self.rows * self.card[1]) / 2


def grid_for(card: CardSize, paper: Paper) -> Grid:
    """Most cards on a page, upright or lying; upright when that is as many."""
    width, height, inside = _CARDS[card]
    margin = max(0.0, _PRINTABLE_FROM - inside)
    upright = _PAPERS[paper]
    grids = [
        Grid(
            page,
            (width, height),
            *(int((side - 2 * margin) // one) for side, one in zip(page, (width, height), strict=True)),
        )
        for page in (upright, upright[::-1])
    ]
    return max(grids, key=lambda grid: grid.count)


def cards_pdf(
    deck: Deck,
    *,
    card: CardSize = CardSize.PLAYING,
    paper: Paper = Paper.A4,
    two_sided: bool = False,
    tally_sheet: bool = False,
    numbers: Collection[int] | None = None,
) -> bytes:
    """The deck's cards as a PDF, by cluster, and a card about the deck; with ``numbers`` only those cards.

    two_sided: a page of backs follows each page of fronts, to print on both sides over the long edge.
    Where cards have a published place, a sheet with these follows, for who guides. tally_sheet: the last page is
    a sheet to count on. CardsTooLongError when a card's text does not fit;
    ValueError when no card is left or a number is not in the deck.
    """
    from tegenwicht.report.pdf.ink import Ink

    chosen = _chosen(deck, numbers)
    pdf = _document(deck, tr("{deck}: kaarten om te printen").format(deck=deck.title), two_sided)
    ink, grid, inside = Ink(pdf), grid_for(card, paper), _CARDS[card][2]
    frame = grid.slot(0).inset(inside)
    cards = _cards(ink, deck, chosen, frame, card)
    if numbers is None:
        cards += _about(ink, deck, frame)
    sheets = _Sheets(pdf, grid, inside)
    for begin in range(0, len(cards), grid.count):
        sheets.fronts(cards[begin : begin + grid.count])
        if two_sided:
            sheets.backs(cards[begin : begin + grid.count])
    published = _facilitator_pages(pdf, ink, deck, chosen, paper)
    if tally_sheet:
        if two_sided and published % 2:
            _page(pdf, paper)  # the tally must not come on the back of the places
        _tally_page(pdf, ink, deck, paper)
    return bytes(pdf.output())


def tally_sheet_pdf(deck: Deck, *, paper: Paper = Paper.A4) -> bytes:
    """The sheet to count on alone."""
    from tegenwicht.report.pdf.ink import Ink

    pdf = _document(deck, tr("{name}: turfblad").format(name=deck.title), two_sided=False)
    _tally_page(pdf, Ink(pdf), deck, paper)
    return bytes(pdf.output())


def _chosen(deck: Deck, numbers: Collection[int] | None) -> tuple[Card, ...]:
    """By cluster, then by kind, in the deck's order within each."""
    cards = tuple(sorted(deck.cards, key=lambda card: _FAMILIES.index(card.family)))
    if numbers is None:
        return cards
    unknown = set(numbers) - {card.number for card in cards}
    if unknown or not numbers:
        raise ValueError(f"no cards with these numbers: {sorted(unknown)}" if unknown else "no cards chosen")
    return tuple(card for card in cards if card.number in numbers)


class _Printed(NamedTuple):
    """A card that can be drawn in any frame; ``mark``: the bookmark it belongs under."""

    mark: str
    front: Callable[[Box], None]
    back: Callable[[Box], None]


def _cards(ink: "Ink", deck: Deck, cards: tuple[Card, ...], frame: Box, size: CardSize) -> list[_Printed]:
    found = [(card, measure(ink, card, frame), measure_back(ink, card, deck.title, frame)) for card in cards]
    too_long = tuple(card for card, front, back in found if front is None or back is None)
    if too_long:
        raise CardsTooLongError(too_long, size)
    return [
        _Printed(cluster_word(card.family), partial(draw_front, ink, front), partial(draw_back, ink, back))
        for card, front, back in found
        if front is not None and back is not None
    ]


def _about(ink: "Ink", deck: Deck, frame: Box) -> list[_Printed]:
    fronts = measure_about(ink, deck, frame)
    return [
        _Printed(about_name(), partial(draw_about, ink, one), partial(draw_about_back, ink)) for one in fronts
    ]


def _document(deck: Deck, title: str, two_sided: bool) -> "FPDF":
    from fpdf.prefs import ViewerPreferences

    from tegenwicht.report.pdf.blank import blank_pdf
    from tegenwicht.report.pdf.fonts import register_fonts

    pdf = blank_pdf(unit="mm")
    pdf.set_auto_page_break(False)
    pdf.set_margin(0)
    register_fonts(pdf)
    pdf.set_title(title)
    pdf.set_lang(deck.language)
    pdf.set_subject(" ".join(deck.sources))
    pdf.set_producer("Tegenwicht")
    pdf.set_creation_date(_LONG_AGO)
    duplex = "DuplexFlipLongEdge" if two_sided else None
    pdf.viewer_preferences = ViewerPreferences(display_doc_title=True, print_scaling="None", duplex=duplex)
    return pdf


def _page(pdf: "FPDF", paper: Paper, bookmark: str = "") -> Box:
    """A new page that lies on its side; where it is."""
    width, height = _PAPERS[paper]
    pdf.add_page(format=(width, height), orientation="landscape")
    if bookmark:
        pdf.set_y(0)
        pdf.start_section(bookmark)
    return Box(0, 0, height, width)


def _facilitator_pages(pdf: "FPDF", ink: "Ink", deck: Deck, cards: tuple[Card, ...], paper: Paper) -> int:
    """The published places, on as many pages as they need; how many that are."""
    width, height = _PAPERS[paper]
    sheets = list(sheets_of(cards, Box(0, 0, height, width)))
    for number, some in enumerate(sheets):
        page = _page(pdf, paper, "" if number else sheet_name())
        draw_facilitator_sheet(ink, deck.title, some, page)
    return len(sheets)


def _tally_page(pdf: "FPDF", ink: "Ink", deck: Deck, paper: Paper) -> None:
    draw_tally_sheet(ink, deck.title, _page(pdf, paper, tr("Turfblad")))


class _Sheets:
    """Draws pages of fronts and of backs, and a bookmark where a cluster begins."""

    def __init__(self, pdf: "FPDF", grid: Grid, inside: float) -> None:
        self._pdf, self._grid, self._inside = pdf, grid, inside
        self._marked: set[str] = set()

    def fronts(self, cards: list[_Printed]) -> None:
        self._page()
        for number, card in enumerate(cards):
            slot = self._grid.slot(number)
            self._bookmark(card.mark, slot.y)
            card.front(slot.inset(self._inside))

    def backs(self, cards: list[_Printed]) -> None:
        self._page()
        for number, card in enumerate(cards):
            slot = self._grid.slot(self._grid.behind(number))
            with self._upright_in_the_hand(slot):
                card.back(slot.inset(self._inside))

    def _upright_in_the_hand(self, slot: Box) -> AbstractContextManager[None]:
        """A sheet that lies on its side is turned over its top: then backs must stand upside down on it."""
        return self._pdf.rotation(180, *slot.middle) if self._grid.landscape else nullcontext()

    def _page(self) -> None:
        width, height = self._grid.page
        self._pdf.add_page(
            format=(min(width, height), max(width, height)),
            orientation="landscape" if self._grid.landscape else "portrait",
        )
        self._pdf.set_draw_color(*CUT)
        self._pdf.set_line_width(0.12)
        for line in _marks(self._grid):
            self._pdf.line(*line)

    def _bookmark(self, name: str, y: float) -> None:
        if name not in self._marked:
            self._marked.add(name)
            self._pdf.set_y(y)
            self._pdf.start_section(name)


_ARM = 2.0
"""How long the arms of a cut mark are, in mm: well inside what a card keeps white."""


def _marks(grid: Grid) -> Iterator[tuple[float, float, float, float]]:
    """A cross at each corner of a card; at the outer ones, arms that reach to the edge of the page."""
    across, down = grid.cuts()
    for x in across:
        for y in down:
            yield (_outwards(x, across, grid.page[0])[0], y, _outwards(x, across, grid.page[0])[1], y)
            yield (x, _outwards(y, down, grid.page[1])[0], x, _outwards(y, down, grid.page[1])[1])


def _outwards(at: float, cuts: list[float], page: float) -> tuple[float, float]:
    """Where an arm begins and ends: towards the outside it goes on for 10 mm, never off the page."""
    before, after = (10.0 if at == cuts[0] else _ARM), (10.0 if at == cuts[-1] else _ARM)
    return max(0.0, at - before), min(page, at + after)
