"""How a cluster looks on paper beside its colour: its word and, for printers without colour, a pattern."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from tegenwicht.game.cards import Cluster, Family, Kind, Source
from tegenwicht.i18n import tr
from tegenwicht.report.colours import Colour

if TYPE_CHECKING:
    from fpdf import FPDF

Stroke = tuple[tuple[float, float], ...]

WHITE: Colour = (255, 255, 255)
CUT: Colour = (0x9A, 0x9A, 0x9A)


class Box(NamedTuple):
    """A rectangle in mm from the top left of the page."""

    x: float
    y: float
    w: float
    h: float

    def inset(self, by: float) -> "Box":
        """The rectangle ``by`` mm inside this one."""
        return Box(self.x + by, self.y + by, self.w - 2 * by, self.h - 2 * by)

    @property
    def right(self) -> float:
        """The x of the right side."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The y of the lower side."""
        return self.y + self.h

    @property
    def middle(self) -> tuple[float, float]:
        """The point in the middle."""
        return self.x + self.w / 2, self.y + self.h / 2


def mixed(colour: Colour, other: Colour, part: float) -> Colour:
    """``colour`` with ``part`` (0.0 to 1.0) of ``other`` in it."""
    r, g, b = (round(a + (c - a) * part) for a, c in zip(colour, other, strict=True))
    return r, g, b


def cluster_word(cluster: Family) -> str:
    """The short label, as on the screen."""
    return {
        Cluster.PROFESSIONAL: tr("Beroep"),
        Cluster.CLIENT: tr("Cliënt"),
        Cluster.EMPLOYER: tr("Werkgever"),
        Cluster.ORGANISATIONAL: tr("Organisatie"),
        Cluster.POLICY: tr("Wet & beleid"),
        Cluster.INDIVIDUAL: tr("Professional zelf"),
        Kind.FACTOR: tr("Factor"),
        Kind.SITUATION: tr("Situatie"),
        Kind.STATEMENT: tr("Stelling"),
        Kind.TASK: tr("Opdracht"),
        Kind.JOKER: tr("Joker"),
    }[cluster]


def source_words(source: Source) -> str:
    """Where a card's factor comes from, short enough for the foot of a card."""
    return {
        Source.TABLE: tr("Uit het onderzoek"),
        Source.ARTICLE: tr("Genoemd in het artikel"),
        Source.PRACTICE: tr("Uit de praktijk, geschreven voor deze set"),
    }[source]


def draw_pattern(pdf: "FPDF", cluster: Family, box: Box, pitch: float, colour: Colour) -> None:
    """Fill the box with the cluster's pattern; ``pitch`` is the distance in mm at which it repeats."""
    pdf.set_draw_color(*colour)
    pdf.set_fill_color(*colour)
    pdf.set_line_width(pitch * 0.2)
    with pdf.rect_clip(*box):
        if cluster is Cluster.CLIENT:
            for x, y in _dots(box, pitch):
                pdf.circle(x, y, pitch * 0.22, style="F")
            return
        for stroke in _strokes(cluster, box, pitch):
            pdf.polyline(stroke)


def _strokes(cluster: Family, box: Box, pitch: float) -> Iterator[Stroke]:
    match cluster:
        case Cluster.PROFESSIONAL:
            yield from _slanting(box, pitch, up=True)
        case Cluster.EMPLOYER:
            yield from _bricks(box, pitch)
        case Cluster.ORGANISATIONAL:
            yield from _slanting(box, pitch * 1.3, up=True)
            yield from _slanting(box, pitch * 1.3, up=False)
        case Cluster.POLICY:
            yield from _level(box, pitch * 0.5)
        case _:
            yield from _waves(box, pitch)


def _steps(start: float, end: float, step: float) -> Iterator[float]:
    """From ``start`` to beyond ``end``."""
    for count in range(int((end - start) / step) + 2):
        yield start + count * step


def _dots(box: Box, pitch: float) -> Iterator[tuple[float, float]]:
    for row, y in enumerate(_steps(box.y + pitch * 0.35, box.bottom, pitch * 0.65)):
        yield from ((x + row % 2 * pitch / 2, y) for x in _steps(box.x - pitch / 4, box.right, pitch))


def _slanting(box: Box, pitch: float, up: bool) -> Iterator[Stroke]:
    for x in _steps(box.x - box.h, box.right, pitch):
        yield ((x, box.bottom), (x + box.h, box.y)) if up else ((x, box.y), (x + box.h, box.bottom))


def _level(box: Box, pitch: float) -> Iterator[Stroke]:
    for y in _steps(box.y + pitch / 2, box.bottom, pitch):
        yield (box.x, y), (box.right, y)


def _bricks(box: Box, pitch: float) -> Iterator[Stroke]:
    high = pitch * 0.75
    for row, y in enumerate(_steps(box.y + high / 2, box.bottom, high)):
        yield (box.x, y), (box.right, y)
        shift = row % 2 * pitch * 0.75
        yield from (
            ((x, y - high), (x, y)) for x in _steps(box.x + shift + 0.4 * pitch, box.right, pitch * 1.5)
        )


def _waves(box: Box, pitch: float) -> Iterator[Stroke]:
    for y in _steps(box.y + pitch * 0.3, box.bottom, pitch * 0.8):
        tops = enumerate(_steps(box.x, box.right, pitch / 2))
        yield tuple((x, y + (0.25 if place % 2 else -0.25) * pitch) for place, x in tops)
