"""One card on paper: its front, measured before it is drawn, and its back.

Everything stays a few mm inside the card's edge, so that a cut or a back that is a little off does no harm.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from tegenwicht.game.cards import FACTORS_IN_THE_STUDY, Card, Family
from tegenwicht.i18n import tr
from tegenwicht.report.colours import INK, MUTED, Colour, of_cluster
from tegenwicht.report.paper.card_looks import (
    WHITE,
    Box,
    cluster_word,
    draw_pattern,
    mixed,
    source_words,
)  # fmt: skip
from tegenwicht.report.pdf.ink import BOLD, CAPITAL, MIDDLE, MM, REGULAR, SEMI, SMALL, Face, Ink

LEAST_POINTS = 6.5
"""No text on a card is smaller than this, whatever the card's size."""

BAND, STRIP, FOOT, SIDE = 11.2, 1.8, 4.4, 3.3
FITS = (1.14, 1.1, 1.06, 1.03, 1.0, 0.97, 0.94, 0.91, 0.88, 0.85, 0.82, 0.79, 0.76, 0.73, 0.69, 0.65, 0.6)
"""How large the text of a card is, from the largest; below 1.0 its lines come closer together too."""


class Style(NamedTuple):
    """How a piece of text looks. Sizes in points on a card 63 mm wide; never below ``least``."""

    face: Face
    size: float
    least: float


TITLE = Style(BOLD, 12.4, 8.2)
QUESTION = Style(MIDDLE, 9.5, 6.9)
DEEPER = Style(REGULAR, 7.9, LEAST_POINTS)
COUNTER = Style(MIDDLE, 8.0, LEAST_POINTS)
LABEL = Style(SEMI, 6.9, LEAST_POINTS)


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines of one style, with the room above them in mm. ``dotted``: a dot stands before the first."""

    lines: tuple[str, ...]
    face: Face
    size: float
    above: float
    colour: Colour
    leading: float
    dotted: bool = False

    @property
    def line(self) -> float:
        """The height of one line in mm."""
        return self.leading * self.size * MM

    @property
    def height(self) -> float:
        """In mm, with the room above."""
        return self.above + len(self.lines) * self.line


class Measured(NamedTuple):
    """A front whose text fits: what is below the band, and the panel at the foot."""

    card: Card
    upper: tuple[Piece, ...]
    panel: tuple[Piece, ...]


def measure(ink: Ink, card: Card, frame: Box) -> Measured | None:
    """The card with its text as large as fits in ``frame``; None when it does not fit at the least size."""
    printed = replace(
        card, title=ink.clean(card.title), question=ink.clean(card.question),
        deeper=tuple(map(ink.clean, card.deeper)), other_side=ink.clean(card.other_side),
    )  # fmt: skip
    unit = unit_of(frame)
    room = frame.h - (BAND + STRIP + FOOT) * unit
    for fit in FITS:
        found = _Measuring(ink, printed, frame.w - 2 * SIDE * unit, unit, fit).pieces()
        if _height(found.upper) + _height(found.panel) + 4.4 * unit <= room:
            return found
    return None


def unit_of(frame: Box) -> float:
    """How much larger than on a card of 63 mm everything is: a frame there is 57 mm wide."""
    return frame.w / 57


def _height(pieces: tuple[Piece, ...]) -> float:
    return sum(piece.height for piece in pieces)


class _Measuring(NamedTuple):
    ink: Ink
    card: Card
    width: float
    unit: float
    fit: float

    def pieces(self) -> Measured:
        card, colour = self.card, of_cluster(self.card.family)
        asked = (self._piece(text, DEEPER, 0.9, INK, dotted=True) for text in card.deeper)
        upper = (
            self._piece(card.title, TITLE, 2.2, INK, balanced=True),
            self._piece(card.question, QUESTION, 1.8, INK),
            self._piece(tr("Verdiep"), LABEL, 2.4, MUTED),
            *asked,
        )
        panel = (
            self._piece(tr("Tegenwicht"), LABEL, 0, colour),
            self._piece(card.other_side, COUNTER, 0.4, INK),
        )
        return Measured(card, upper, panel)

    def _piece(
        self,
        text: str,
        style: Style,
        above: float,
        colour: Colour,
        dotted: bool = False,
        balanced: bool = False,
    ) -> Piece:
        narrower = 2.6 * self.unit if dotted else 4.4 * self.unit if style is COUNTER else 0
        room, size = self.width - narrower, style.size * self.unit * self.fit
        size = max(style.least, self._unbroken(text, style, size, room))
        wrap = self.ink.balanced if balanced else self.ink.tidy
        lines = wrap(text, style.face, size, room + 0.01)
        close = min(1, self.fit)
        leading = 1.1 + 0.1 * max(0, close - 0.7) / 0.3
        return Piece(lines, style.face, size, above * self.unit * close**2, colour, leading, dotted)

    def _unbroken(self, text: str, style: Style, size: float, room: float) -> float:
        """The size at which the widest word fits; as it was for a word that must be broken anyhow."""
        fits = size * min(1, room / self.ink.widest(text, style.face, size))
        return fits if fits >= style.least else size


# the front


def draw_front(ink: Ink, measured: Measured, frame: Box) -> None:
    """Draw the card in its frame, in the order in which it is read: number, cluster, title, questions."""
    card, unit, pdf = measured.card, unit_of(frame), ink.pdf
    colour = of_cluster(card.family)
    _band(ink, card, frame, unit, colour)
    inside = Box(frame.x + SIDE * unit, frame.y, frame.w - 2 * SIDE * unit, frame.h)
    draw_pieces(ink, measured.upper, inside.x, frame.y + (BAND + STRIP) * unit, unit, colour)
    _panel(ink, measured.panel, inside, frame.bottom - FOOT * unit, unit, colour)
    _sources(ink, card, inside, unit)
    pdf.set_draw_color(*colour)
    pdf.set_line_width(0.35)
    pdf.rect(*frame, style="D", round_corners=True, corner_radius=2.6 * unit)


def _band(ink: Ink, card: Card, frame: Box, unit: float, colour: Colour) -> None:
    pdf, high = ink.pdf, BAND * unit
    pdf.set_fill_color(*colour)
    pdf.rect(frame.x, frame.y, frame.w, high, "F", ("TOP_LEFT", "TOP_RIGHT"), 2.6 * unit)  # type: ignore[arg-type]
    strip = Box(frame.x, frame.y + high, frame.w, STRIP * unit)
    pdf.set_fill_color(*mixed(colour, WHITE, 0.88))
    pdf.rect(*strip, style="F")
    draw_pattern(pdf, card.family, strip, STRIP * unit, colour)
    middle = frame.y + high / 2
    left = frame.x + 2.2 * unit
    right = _number(ink, card.number, frame.right - SIDE * unit, middle, unit)
    _disc(ink, card.family, left, middle, 8.2 * unit, colour)
    after = left + 8.2 * unit + 1.9 * unit
    _word(ink, cluster_word(card.family), Box(after, middle, right - 2 * unit - after, 0), unit)


def _number(ink: Ink, number: int, right: float, middle: float, unit: float) -> float:
    """Large: typing it brings the card up on the screen. Returns where it begins."""
    text = str(number)
    size = ink.fitting(text, BOLD, 26 * unit, 16 * unit, 15.5 * unit)
    ink.write_right(right, middle + size * MM * CAPITAL / 2, text, BOLD, size, WHITE)
    return right - ink.width(text, BOLD, size)


def _disc(ink: Ink, cluster: Family, x: float, middle: float, side: float, colour: Colour) -> None:
    """The icon in the cluster's colour on a white disc."""
    ink.pdf.set_fill_color(*WHITE)
    ink.pdf.circle(x + side / 2, middle, side / 2, style="F")
    inside = side * 0.64
    ink.icon(cluster.value, colour, x + (side - inside) / 2, middle - inside / 2, inside)


def _word(ink: Ink, word: str, box: Box, unit: float) -> None:
    """The cluster's word on one line, or on two where the number leaves little room."""
    size = ink.fitting(word, BOLD, 11.5 * unit, 9 * unit, box.w)
    lines = ink.wrap(word, BOLD, size, box.w + 0.01)
    top = box.y - (len(lines) - 1) * size * MM * 0.55 + size * MM * CAPITAL / 2
    for place, line in enumerate(lines):
        ink.write(box.x, top + place * size * MM * 1.1, line, BOLD, size, WHITE)


def draw_pieces(ink: Ink, pieces: tuple[Piece, ...], x: float, y: float, unit: float, colour: Colour) -> None:
    """Draw pieces below each other, the dots before them in ``colour``."""
    for piece in pieces:
        y += piece.above
        for first, line in zip(_first_only(), piece.lines, strict=False):
            baseline = y + piece.line / 2 + piece.size * MM * CAPITAL / 2
            if piece.dotted and first:
                ink.pdf.set_fill_color(*colour)
                ink.pdf.circle(x + 0.65 * unit, baseline - piece.size * MM * 0.25, 0.55 * unit, style="F")
            ink.write(
                x + (2.6 * unit if piece.dotted else 0), baseline, line, piece.face, piece.size, piece.colour
            )
            y += piece.line


def _first_only() -> Iterator[bool]:
    yield True
    while True:
        yield False


def _panel(
    ink: Ink, pieces: tuple[Piece, ...], inside: Box, bottom: float, unit: float, colour: Colour
) -> None:
    """The other side of the question, set apart: tinted, with a bar before it."""
    pdf, pad = ink.pdf, 1.5 * unit
    high = _height(pieces) + 2 * pad
    box = Box(inside.x - 1.2 * unit, bottom - high, inside.w + 2.4 * unit, high)
    pdf.set_fill_color(*mixed(colour, WHITE, 0.9))
    pdf.rect(*box, style="F", round_corners=True, corner_radius=1.2 * unit)
    pdf.set_fill_color(*colour)
    pdf.rect(box.x, box.y, 1.1 * unit, box.h, "F")
    draw_pieces(ink, pieces, box.x + 3 * unit, box.y + pad, unit, colour)


def _sources(ink: Ink, card: Card, inside: Box, unit: float) -> None:
    """Where the factor comes from; its published place stands upside down, to be read after weighing."""
    low = inside.bottom - 1.7 * unit
    words = source_words(card.source)
    size = ink.fitting(words, REGULAR, LEAST_POINTS * min(unit, 1.08), LEAST_POINTS, inside.w)
    ink.write(inside.x, low, words, REGULAR, size, MUTED)
    if card.rank is not None:
        place = tr("plaats {place} van {all}, geen norm").format(
            place=card.rank.overall, all=FACTORS_IN_THE_STUDY
        )
        wide = ink.width(place, SEMI, size)
        with ink.pdf.rotation(180, inside.right - wide / 2, low - size * MM * SMALL / 2):
            ink.write(inside.right - wide, low, place, SEMI, size, MUTED)


# the back


def draw_back(ink: Ink, cluster: Family, deck: str, frame: Box) -> None:
    """The back of a card: colour and pattern, icon, word, the name of the game and of another deck."""
    pdf, unit, colour = ink.pdf, unit_of(frame), of_cluster(cluster)
    pdf.set_fill_color(*colour)
    pdf.rect(*frame, style="F", round_corners=True, corner_radius=2.6 * unit)
    edge = 2.6 * unit
    patterned = Box(frame.x + edge, frame.y + edge, frame.w - 2 * edge, frame.h * 0.63)
    draw_pattern(pdf, cluster, patterned, 4.6 * unit, mixed(colour, WHITE, 0.26))
    x, y = patterned.middle
    side = 31 * unit
    pdf.set_fill_color(*colour)
    pdf.circle(x, y, side / 2 + 2 * unit, style="F")
    _disc(ink, cluster, x - side / 2, y, side, colour)
    below = Box(patterned.x, patterned.bottom, patterned.w, frame.bottom - patterned.bottom - edge)
    _names(ink, cluster_word(cluster), deck, below, unit)


def _names(ink: Ink, word: str, deck: str, box: Box, unit: float) -> None:
    """The cluster's word, and below a line the name of the game and of the deck when that is another."""
    x, y = box.middle[0], box.y
    size = ink.fitting(word, BOLD, 17.5 * unit, LEAST_POINTS, box.w)
    ink.write_middle(x, y + 9.2 * unit, word, BOLD, size, WHITE)
    ink.pdf.set_fill_color(*WHITE)
    ink.pdf.rect(x - 6 * unit, y + 12.6 * unit, 12 * unit, 0.45 * unit, "F")
    game, name = tr("Tegenwicht"), ink.clean(deck)
    ink.write_middle(x, y + 17.6 * unit, game, SEMI, 10.5 * unit, WHITE)
    if name != game:
        size = ink.fitting(name, REGULAR, 7.4 * unit, LEAST_POINTS, box.w)
        for place, line in enumerate(ink.balanced(name, REGULAR, size, box.w + 0.01)):
            ink.write_middle(x, y + (21.2 + 2.9 * place) * unit, line, REGULAR, size, WHITE)
