"""The back of a card on paper: the pattern, and for whoever is new what is meant. Never the published place."""

from collections.abc import Iterator
from typing import NamedTuple

from tegenwicht.game.cards import Card, Kind
from tegenwicht.i18n import tr
from tegenwicht.report.colours import INK, MUTED, Colour, of_cluster
from tegenwicht.report.paper.card_looks import WHITE, Box, cluster_word, mixed, source_words
from tegenwicht.report.paper.patterns import draw_pattern
from tegenwicht.report.paper.pieces import LEAST_POINTS, SIDE, Piece, draw_pieces, height_of, unit_of
from tegenwicht.report.pdf.ink import BOLD, CAPITAL, MIDDLE, MM, REGULAR, SEMI, Face, Ink

FRAME, ROUND, PITCH = 1.9, 2.6, 9.6
DISC, SIGN = 21.0, 4.4
CORNER = 4.6
"""From the coloured edge to the middle of the sign in a corner."""


class MeasuredBack(NamedTuple):
    """A back whose texts fit: what stands in the panel below, which may be nothing."""

    card: Card
    deck: str
    panel: tuple[Piece, ...]


def measure_back(ink: Ink, card: Card, deck: str, frame: Box) -> MeasuredBack | None:
    """The back with its explanation as large as fits; None when it does not fit at the least size."""
    unit = unit_of(frame)
    width = frame.w - 2 * (FRAME + SIDE) * unit
    for size in (8.4, 8.0, 7.6, 7.2, 6.9, LEAST_POINTS):
        panel = tuple(_panel(ink, card, width, unit, size))
        if height_of(panel) <= frame.h * 0.47:
            return MeasuredBack(card, ink.clean(deck), panel)
    return None


def _panel(ink: Ink, card: Card, width: float, unit: float, size: float) -> Iterator[Piece]:
    def piece(text: str, face: Face, points: float, above: float, colour: Colour) -> Piece:
        points = max(LEAST_POINTS, points * unit)
        return Piece(ink.tidy(text, face, points, width), face, points, above * unit, colour, 1.2)

    if card.explanation:
        yield piece(ink.clean(card.explanation), MIDDLE, size, 0, INK)
    for number, text in enumerate(_origin(ink, card)):
        yield piece(text, REGULAR, 6.6, 1.4 if card.explanation and not number else 0.3, MUTED)


def _origin(ink: Ink, card: Card) -> Iterator[str]:
    """Where the card comes from; a factor from the study by its name there."""
    if card.kind is not Kind.FACTOR:
        return
    if card.factor and ink.clean(card.factor) != ink.clean(card.title):
        yield tr("In het onderzoek: {name}").format(name=ink.clean(card.factor))
    else:
        yield source_words(card.source)


def draw_back(ink: Ink, measured: MeasuredBack, frame: Box) -> None:
    """Draw it: a white edge, the colour with its pattern, the sign on a disc, its word, and what is meant."""
    card, unit, pdf = measured.card, unit_of(frame), ink.pdf
    colour = of_cluster(card.family)
    inner = frame.inset(FRAME * unit)
    _edge(ink, frame, unit, colour)
    pdf.set_fill_color(*colour)
    pdf.rect(*inner, style="F", round_corners=True, corner_radius=(ROUND - 0.8) * unit)
    high = height_of(measured.panel) + 2 * SIDE * 0.8 * unit if measured.panel else 0
    names = 15.5 * unit
    upper = Box(inner.x, inner.y, inner.w, inner.h - high - names)
    patterned = Box(inner.x + 0.8 * unit, inner.y + 0.8 * unit, inner.w - 1.6 * unit, upper.h - 0.8 * unit)
    draw_pattern(pdf, card.family, patterned, PITCH * unit, mixed(colour, WHITE, 0.24))
    _sign(ink, card, upper, unit, colour)
    _names(ink, card, measured.deck, Box(inner.x, upper.bottom, inner.w, names), unit)
    if measured.panel:
        box = Box(inner.x, inner.bottom - high, inner.w, high)
        _explanation(ink, measured.panel, box.inset(1.2 * unit), unit, colour)


def _edge(ink: Ink, frame: Box, unit: float, colour: Colour) -> None:
    ink.pdf.set_draw_color(*colour)
    ink.pdf.set_line_width(0.35)
    ink.pdf.rect(*frame, style="D", round_corners=True, corner_radius=ROUND * unit)


def _sign(ink: Ink, card: Card, box: Box, unit: float, colour: Colour) -> None:
    """The sign on a white disc in the middle, and small in two corners, one of them upside down."""
    x, y = box.middle
    side = min(DISC * unit, box.h * 0.72)
    ink.pdf.set_fill_color(*WHITE)
    ink.pdf.circle(x, y, side / 2, style="F")
    inside = side * 0.58
    ink.icon(card.family.value, colour, x - inside / 2, y - inside / 2, inside)
    small, off = SIGN * unit, CORNER * unit
    for at_x, at_y, turn in ((box.x + off, box.y + off, 0), (box.right - off, box.y + off, 0)):
        with ink.pdf.rotation(turn, at_x, at_y):
            ink.pdf.set_fill_color(*colour)
            ink.pdf.circle(at_x, at_y, small * 0.78, style="F")
            ink.icon(card.family.value, WHITE, at_x - small / 2, at_y - small / 2, small)


def _names(ink: Ink, card: Card, deck: str, box: Box, unit: float) -> None:
    """The word of the cluster or kind, and below it the name of the game or of another deck."""
    word, game = cluster_word(card.family), tr("Tegenwicht")
    size = ink.fitting(word, BOLD, 15.5 * unit, LEAST_POINTS, box.w - 4 * unit)
    x, y = box.middle[0], box.y + 4.6 * unit
    ink.write_middle(x, y + size * MM * CAPITAL / 2, word, BOLD, size, WHITE)
    ink.write_middle(x, y + 6.9 * unit, game, SEMI, 8.4 * unit, WHITE)
    if deck and deck != game:
        size = ink.fitting(deck, REGULAR, 7.0 * unit, LEAST_POINTS, box.w - 4 * unit)
        (line, *more) = ink.balanced(deck, REGULAR, size, box.w - 4 * unit)
        ink.write_middle(x, y + 9.7 * unit, line if not more else f"{line}…", REGULAR, size, WHITE)


def _explanation(ink: Ink, panel: tuple[Piece, ...], box: Box, unit: float, colour: Colour) -> None:
    ink.pdf.set_fill_color(*WHITE)
    ink.pdf.rect(*box, style="F", round_corners=True, corner_radius=1.4 * unit)
    top = box.y + (box.h - height_of(panel)) / 2
    draw_pieces(ink, panel, box.x + (SIDE - 1.2) * unit, top, unit, colour)
