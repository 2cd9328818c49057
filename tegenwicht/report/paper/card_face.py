"""The front of a card on paper, upright: everything on one side, and at the foot, upside down, *Andersom*.

Measured before it is drawn. Everything stays a few mm inside the card's edge, so that a cut or a back that is a
little off does no harm. The published place stands nowhere on a card: see ``facilitator_sheet``.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from tegenwicht.game.cards import Card, Family, Kind
from tegenwicht.i18n import tr
from tegenwicht.report.colours import INK, Colour, of_cluster
from tegenwicht.report.paper.card_looks import WHITE, Box, cluster_word, mixed
from tegenwicht.report.paper.pieces import (
    BAND,
    LEAST_POINTS,
    NUMBERED,
    SIDE,
    Piece,
    draw_pieces,
    height_of,
    unit_of,
)
from tegenwicht.report.pdf.ink import BOLD, CAPITAL, MIDDLE, MM, REGULAR, SEMI, Face, Ink

FITS = (
    1.5, 1.42, 1.34, 1.27, 1.2, 1.14, 1.1, 1.06, 1.03, 1.0, 0.97, 0.94, 0.91, 0.88, 0.85, 0.82, 0.79, 0.76, 0.73,
    0.69, 0.65, 0.6, 0.55, 0.5,
)  # fmt: skip
"""How large the text of a card is, from the largest; below 1.0 its lines come closer together too."""

MOST_FOR_SLIPS = 1.12
"""Slips and the other side do not grow as far as a question that has the card for itself."""

PICTURE, LARGE_PICTURE = 13.6, 25.0
"""The disc of the picture beside the question, and on a card without slips below it; mm on a card of 63 mm."""

TOP, FOOT, GAP = 2.6, 1.7, 2.2
PALER = 0.9


class Style(NamedTuple):
    """How a piece of text looks. Sizes in points on a card 63 mm wide; never below ``least``."""

    face: Face
    size: float
    least: float


TITLE = Style(SEMI, 8.6, 7.0)
QUESTION = Style(BOLD, 12.6, 7.4)
SLIP = Style(REGULAR, 7.9, LEAST_POINTS)
ASKED = Style(SEMI, 9.6, 7.0)
OTHER = Style(MIDDLE, 8.8, LEAST_POINTS)
LABEL = Style(SEMI, 7.0, LEAST_POINTS)


class Measured(NamedTuple):
    """A front whose text fits: title and question, the slips, and what stands upside down at the foot."""

    card: Card
    upper: tuple[Piece, ...]
    slips: tuple[Piece, ...]
    other: tuple[Piece, ...]

    def panel(self, unit: float) -> float:
        """How high the foot is, in mm; 0 without another side."""
        return height_of(self.other) + 2 * FOOT * unit if self.other else 0


def measure(ink: Ink, card: Card, frame: Box) -> Measured | None:
    """The card with its text as large as fits in ``frame``; None when it does not fit at the least size."""
    printed = replace(
        card, title=ink.clean(card.title), question=ink.clean(card.question),
        deeper=tuple(map(ink.clean, card.deeper)), other_side=ink.clean(card.other_side),
    )  # fmt: skip
    unit = unit_of(frame)
    for fit in FITS:
        found = _Measuring(ink, printed, frame.w - 2 * SIDE * unit, unit, fit).measured()
        if _needed(found, unit) <= frame.h - BAND * unit:
            return found
    return None


def _needed(found: Measured, unit: float) -> float:
    upper = height_of(found.upper)
    if found.card.picture:
        upper = (
            max(upper, (PICTURE + 0.6) * unit) if found.slips else upper + (LARGE_PICTURE * 0.72 + GAP) * unit
        )
    slips = height_of(found.slips) + GAP * unit if found.slips else 0
    return TOP * unit + upper + slips + GAP * unit + found.panel(unit)


class _Measuring(NamedTuple):
    ink: Ink
    card: Card
    width: float
    unit: float
    fit: float

    def measured(self) -> Measured:
        card, colour = self.card, of_cluster(self.card.family)
        other: tuple[Piece, ...] = ()
        if card.other_side:
            label = self._piece(tr("Andersom"), LABEL, 0, colour)
            other = (label, self._piece(card.other_side, OTHER, 0.3, INK))
        slips = tuple(
            self._piece(text, SLIP, 1.2 if number > 1 else 0, INK, number)
            for number, text in enumerate(card.deeper, 1)
        )
        return Measured(card, tuple(self._upper(colour)), slips, other)

    def _upper(self, colour: Colour) -> Iterator[Piece]:
        """Title and question; the lines beside the picture are shorter."""
        beside = (PICTURE + 1.6) * self.unit if self.card.picture and self.card.deeper else 0
        low = (PICTURE + 0.8) * self.unit if beside else 0
        title = self._flowing(self.card.title, TITLE, 0, colour, beside, low)
        yield title
        yield self._flowing(self.card.question, QUESTION, 1.5, INK, beside, low - title.height)
        if self.card.kind is Kind.SITUATION:
            yield self._piece(tr("Wat weegt hier?"), ASKED, 1.8, colour)

    def _flowing(
        self, text: str, style: Style, above: float, colour: Colour, beside: float, low: float
    ) -> Piece:
        """Text that goes round the picture: narrower by ``beside`` as long as it is higher than ``low``."""
        size = self._size(text, style, self.width - beside)
        piece = self._of(("",), style, size, above, colour)
        narrow = max(0, int((low - piece.above) / piece.line + 0.75)) if beside else 0
        lines = flow(self.ink, text, (style.face, size), (self.width - beside, self.width), narrow)
        return replace(piece, lines=lines)

    def _piece(self, text: str, style: Style, above: float, colour: Colour, number: int = 0) -> Piece:
        room = self.width - (NUMBERED * self.unit if number else 0)
        size = self._size(text, style, room)
        lines = self.ink.tidy(text, style.face, size, room + 0.01)
        return self._of(lines, style, size, above, colour, number)

    def _of(
        self, lines: tuple[str, ...], style: Style, size: float, above: float, colour: Colour, number: int = 0
    ) -> Piece:
        close = min(1, self.fit)
        leading = 1.08 + 0.1 * max(0, close - 0.7) / 0.3
        return Piece(lines, style.face, size, above * self.unit * close**2, colour, leading, number)

    def _size(self, text: str, style: Style, room: float) -> float:
        """The size at which the widest word fits; as it was for a word that must be broken anyhow."""
        fit = self.fit if style in (TITLE, QUESTION, ASKED) else min(self.fit, MOST_FOR_SLIPS)
        size = max(style.least, style.size * self.unit * fit)
        fits = size * min(1, room / self.ink.widest(text, style.face, size))
        return fits if fits >= style.least else size


def flow(
    ink: Ink, text: str, font: tuple[Face, float], widths: tuple[float, float], narrow: int
) -> tuple[str, ...]:
    """The text in lines, of which the first ``narrow`` have the first of two widths in mm, the others the second."""
    face, size = font
    first = ink.tidy(text, face, size, widths[0] + 0.01)
    if len(first) <= narrow or not narrow:
        return first if narrow else ink.tidy(text, face, size, widths[1] + 0.01)
    beside = ink.wrap(text, face, size, widths[0] + 0.01)[:narrow]
    pieces = list(ink.pieces(text, face, size, widths[0] + 0.01))
    rest = pieces[sum(len(line.split()) for line in beside) :]
    return (*beside, *ink.tidy(" ".join(rest), face, size, widths[1] + 0.01))


# drawing


def draw_front(ink: Ink, measured: Measured, frame: Box) -> None:
    """Draw the card in its frame, in the order in which it is read: number, cluster, title, questions."""
    card, unit, pdf = measured.card, unit_of(frame), ink.pdf
    colour = of_cluster(card.family)
    _band(ink, card, frame, unit, colour)
    left, top = frame.x + SIDE * unit, frame.y + (BAND + TOP) * unit
    draw_pieces(ink, measured.upper, left, top, unit, colour)
    below = frame.bottom - measured.panel(unit)
    if card.picture:
        _picture(ink, measured, frame, below, unit, colour)
    if measured.slips:
        high = height_of(measured.slips)
        begin = top + max(height_of(measured.upper), (PICTURE + 0.6) * unit if card.picture else 0)
        free = max(GAP * unit, (below - begin - high) / 2)
        draw_pieces(ink, measured.slips, left, begin + min(free, 2.4 * GAP * unit), unit, colour)
    if measured.other:
        _upside_down(ink, measured.other, frame, below, unit, colour)
    pdf.set_draw_color(*colour)
    pdf.set_line_width(0.35)
    pdf.rect(*frame, style="D", round_corners=True, corner_radius=2.6 * unit)


def _band(ink: Ink, card: Card, frame: Box, unit: float, colour: Colour) -> None:
    pdf, high = ink.pdf, BAND * unit
    pdf.set_fill_color(*colour)
    pdf.rect(frame.x, frame.y, frame.w, high, "F", ("TOP_LEFT", "TOP_RIGHT"), 2.6 * unit)  # type: ignore[arg-type]
    middle = frame.y + high / 2
    left = frame.x + 2.2 * unit
    right = _number(ink, card.number, frame.right - SIDE * unit, middle, unit)
    _disc(ink, card.family, left, middle, 8.2 * unit, colour)
    after = left + 8.2 * unit + 1.9 * unit
    word = cluster_word(card.family if card.kind is Kind.FACTOR else card.kind)
    _word(ink, word, Box(after, middle, right - 2 * unit - after, 0), unit)


def _number(ink: Ink, number: int, right: float, middle: float, unit: float) -> float:
    """Large: typing it brings the card up on the screen. Returns where it begins."""
    text = str(number)
    size = ink.fitting(text, BOLD, 25 * unit, 16 * unit, 15.5 * unit)
    ink.write_right(right, middle + size * MM * CAPITAL / 2, text, BOLD, size, WHITE)
    return right - ink.width(text, BOLD, size)


def _disc(ink: Ink, family: Family, x: float, middle: float, side: float, colour: Colour) -> None:
    """The sign in the colour of the cluster or kind, on a white disc."""
    ink.pdf.set_fill_color(*WHITE)
    ink.pdf.circle(x + side / 2, middle, side / 2, style="F")
    inside = side * 0.64
    ink.icon(family.value, colour, x + (side - inside) / 2, middle - inside / 2, inside)


def _word(ink: Ink, word: str, box: Box, unit: float) -> None:
    """The word on one line, or on two where the number leaves little room."""
    size = ink.fitting(word, BOLD, 11.5 * unit, 9 * unit, box.w)
    lines = ink.wrap(word, BOLD, size, box.w + 0.01)
    top = box.y - (len(lines) - 1) * size * MM * 0.55 + size * MM * CAPITAL / 2
    for place, line in enumerate(lines):
        ink.write(box.x, top + place * size * MM * 1.1, line, BOLD, size, WHITE)


def _picture(ink: Ink, measured: Measured, frame: Box, below: float, unit: float, colour: Colour) -> None:
    """On a pale disc: at the right above, or large below the question of a card without slips."""
    if measured.slips:
        side = PICTURE * unit
        x, y = frame.right - SIDE * unit - side * 0.94, frame.y + (BAND + 2.0) * unit
    else:
        begin = frame.y + (BAND + TOP) * unit + height_of(measured.upper)
        side = min(LARGE_PICTURE * unit, below - begin - 2 * GAP * unit)
        x, y = frame.x + (frame.w - side) / 2, begin + (below - begin - side) / 2
    ground = mixed(colour, WHITE, PALER)
    ink.pdf.set_fill_color(*ground)
    ink.pdf.circle(x + side / 2, y + side / 2, side / 2, style="F")
    inside = side * 0.7
    pale = mixed(colour, ground, 0.8)
    ink.duotone(
        measured.card.picture, (colour, pale), x + (side - inside) / 2, y + (side - inside) / 2, inside
    )


def _upside_down(
    ink: Ink, pieces: tuple[Piece, ...], frame: Box, top: float, unit: float, colour: Colour
) -> None:
    """The other side: on a pale ground at the foot, to be read when the card is turned."""
    pdf = ink.pdf
    box = Box(frame.x, top, frame.w, frame.bottom - top)
    pdf.set_fill_color(*mixed(colour, WHITE, PALER))
    pdf.rect(*box, "F", ("BOTTOM_LEFT", "BOTTOM_RIGHT"), 2.6 * unit)  # type: ignore[arg-type]
    pdf.set_draw_color(*mixed(colour, WHITE, 0.45))
    pdf.set_line_width(0.3)
    pdf.set_dash_pattern(1.1, 0.9)
    pdf.line(box.x, box.y, box.right, box.y)
    pdf.set_dash_pattern()
    with pdf.rotation(180, *box.middle):
        draw_pieces(ink, pieces, box.x + SIDE * unit, box.y + FOOT * unit, unit, colour)
