"""The card that goes with a deck on paper: where its texts and facts come from, and how screen and paper meet."""

from collections.abc import Iterator

from tegenwicht.game.cards import Deck
from tegenwicht.i18n import tr
from tegenwicht.paths import assets
from tegenwicht.report.colours import INK, MUTED
from tegenwicht.report.paper.card_looks import WHITE, Box
from tegenwicht.report.paper.pieces import BAND, LEAST_POINTS, SIDE, Piece, draw_pieces, unit_of
from tegenwicht.report.pdf.ink import BOLD, CAPITAL, MM, REGULAR, SEMI, Face, Ink

_SIZE = 7.4


def about_name() -> str:
    """What the card is called, on it and among the bookmarks."""
    return tr("Over deze kaarten")


def measure_about(ink: Ink, deck: Deck, frame: Box) -> list[tuple[Piece, ...]]:
    """What stands on it; with many sources it is more than one card."""
    unit = unit_of(frame)
    room = frame.h - (BAND + 3) * unit
    cards: list[list[Piece]] = [[]]
    for piece in _pieces(ink, deck, frame.w - 2 * SIDE * unit, unit):
        if sum(one.height for one in [*cards[-1], piece]) > room:
            cards.append([])
        cards[-1].append(piece)
    return [tuple(card) for card in cards]


def _pieces(ink: Ink, deck: Deck, width: float, unit: float) -> Iterator[Piece]:
    def piece(text: str, face: Face, size: float, above: float, muted: bool = False) -> Piece:
        points = max(LEAST_POINTS, size * unit)
        lines = ink.wrap(ink.clean(text), face, points, width)
        return Piece(lines, face, points, above * unit, MUTED if muted else INK, 1.2)

    yield piece(deck.title, BOLD, 11, 2.4)
    yield piece(
        tr("Kaart op papier, spel op het scherm? Typ in Tegenwicht K en het nummer van de kaart."),
        REGULAR,
        _SIZE,
        2,
    )
    if any(card.rank for card in deck.cards):
        yield piece(
            tr(
                "De plaatsen uit het onderzoek staan op een blad apart, voor na het wegen: geen norm."
            ),
            REGULAR, _SIZE, 1.6,
        )  # fmt: skip
    yield piece(tr("Bronnen"), SEMI, 6.9, 2.4, muted=True)
    for source in deck.sources:
        yield piece(source, REGULAR, 6.6, 1)


def draw_about(ink: Ink, pieces: tuple[Piece, ...], frame: Box) -> None:
    """The front: in ink, for it is of no cluster."""
    pdf, unit = ink.pdf, unit_of(frame)
    high = BAND * unit
    pdf.set_fill_color(*INK)
    pdf.rect(frame.x, frame.y, frame.w, high, "F", ("TOP_LEFT", "TOP_RIGHT"), 2.6 * unit)  # type: ignore[arg-type]
    baseline = frame.y + high / 2 + 11.5 * unit * MM * CAPITAL / 2
    ink.write(frame.x + SIDE * unit, baseline, about_name(), BOLD, 11.5 * unit, WHITE)
    draw_pieces(ink, pieces, frame.x + SIDE * unit, frame.y + high, unit, INK)
    pdf.set_draw_color(*INK)
    pdf.set_line_width(0.35)
    pdf.rect(*frame, style="D", round_corners=True, corner_radius=2.6 * unit)


def draw_about_back(ink: Ink, frame: Box) -> None:
    """The back: the game's own mark and name."""
    unit = unit_of(frame)
    ink.pdf.set_fill_color(*INK)
    ink.pdf.rect(*frame, style="F", round_corners=True, corner_radius=2.6 * unit)
    x, y = frame.middle
    side = 36 * unit
    ink.picture(assets() / "icon.svg", x - side / 2, y - 10 * unit - side / 2, side)
    ink.write_middle(x, y + 20 * unit, tr("Tegenwicht"), BOLD, 17.5 * unit, WHITE)
