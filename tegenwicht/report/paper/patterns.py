"""The patterns of clusters and kinds on paper: what tells them apart without colour, as on the screen.

Stripes, dots, bricks, waves, section signs and hearts; for the kinds clocks, arrows up, crosses and diamonds.
"""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from tegenwicht.game.cards import Cluster, Family, Kind
from tegenwicht.report.colours import Colour
from tegenwicht.report.paper.card_looks import Box

if TYPE_CHECKING:
    from fpdf import FPDF

Point = tuple[float, float]
Stroke = tuple[Point, ...]

SECTION = (
    ((4.3, -5.2), (3.5, -7.1), (2, -8.3), (0, -8.3), (-2.4, -8.3), (-4.4, -6.9), (-4.4, -5), (-4.4, -1.4), (5.4, -3.3),
     (5.4, 0.9), (5.4, 2.3), (4.6, 3.2), (3.4, 3.4)),
    ((-4.3, 5.2), (-3.5, 7.1), (-2, 8.3), (0, 8.3), (2.4, 8.3), (4.4, 6.9), (4.4, 5), (4.4, 1.4), (-5.4, 3.3),
     (-5.4, -0.9), (-5.4, -2.3), (-4.6, -3.2), (-3.4, -3.4)),
)  # fmt: skip
HEART = (
    (0, 7), (-10, 0), (-7.6, -7), (-3.6, -6.4), (-1.6, -6.2), (-0.4, -4.8), (0, -3.6), (0.4, -4.8), (1.6, -6.2),
    (3.6, -6.4), (7.6, -7), (10, 0), (0, 7),
)  # fmt: skip
"""A begin, and for each curve two points that pull and an end; in parts of which 36 go in a pitch."""

PARTS = 36
STEPS = 5
"""Straight pieces that a curve is drawn with: at this size nobody sees them."""


def draw_pattern(pdf: "FPDF", family: Family, box: Box, pitch: float, colour: Colour) -> None:
    """Fill the box with the pattern of a cluster or kind; ``pitch`` is the distance in mm at which it repeats."""
    pdf.set_draw_color(*colour)
    pdf.set_fill_color(*colour)
    pdf.set_line_width(pitch * WIDTHS.get(family, 0.08))
    with pdf.rect_clip(*box):
        if family is Cluster.CLIENT:
            for x, y in spots(box, pitch, pitch * 19 / PARTS):
                pdf.circle(x, y, pitch * 0.17, style="F")
        for stroke in strokes(family, box, pitch):
            pdf.polyline(stroke, style="F" if family is Cluster.INDIVIDUAL else "D")


WIDTHS: dict[Family, float] = {
    Cluster.PROFESSIONAL: 0.27, Cluster.EMPLOYER: 0.07, Cluster.ORGANISATIONAL: 0.095, Cluster.POLICY: 0.052,
}  # fmt: skip
"""How wide the lines are, in parts of the pitch."""


def strokes(family: Family, box: Box, pitch: float) -> Iterator[Stroke]:
    """The lines of a pattern; dots have none."""
    made: dict[Family, Callable[[Box, float], Iterator[Stroke]]] = {
        Cluster.PROFESSIONAL: _slanting, Cluster.EMPLOYER: _bricks, Cluster.ORGANISATIONAL: _waves,
        Cluster.POLICY: _sections, Cluster.INDIVIDUAL: _hearts, Kind.SITUATION: _clocks, Kind.STATEMENT: _arrows,
        Kind.TASK: _crosses, Kind.JOKER: _diamonds,
    }  # fmt: skip
    return made[family](box, pitch) if family in made else iter(())


def _steps(start: float, end: float, step: float) -> Iterator[float]:
    """From ``start`` to beyond ``end``."""
    for count in range(int((end - start) / step) + 2):
        yield start + count * step


def spots(box: Box, across: float, down: float) -> Iterator[Point]:
    """Places in rows, every other row half a step aside."""
    for row, y in enumerate(_steps(box.y + down / 2, box.bottom, down)):
        yield from ((x + row % 2 * across / 2, y) for x in _steps(box.x - across / 4, box.right, across))


def _slanting(box: Box, pitch: float) -> Iterator[Stroke]:
    for x in _steps(box.x - box.h, box.right, pitch):
        yield (x, box.bottom + pitch / 4), (x + box.h + pitch / 2, box.y - pitch / 4)


def _bricks(box: Box, pitch: float) -> Iterator[Stroke]:
    high = pitch / 2
    for row, y in enumerate(_steps(box.y + high / 2, box.bottom, high)):
        yield (box.x, y), (box.right, y)
        begin = box.x + pitch * (0.35 + row % 2 * 0.53)
        yield from (((x, y - high), (x, y)) for x in _steps(begin, box.right, pitch * 1.06))


def _waves(box: Box, pitch: float) -> Iterator[Stroke]:
    wave = ((0, 0), (1 / 3, -0.33), (2 / 3, -0.33), (1, 0), (4 / 3, 0.33), (5 / 3, 0.33), (2, 0))
    half = pitch / 2
    for y in _steps(box.y + pitch / 6, box.bottom + pitch / 2, pitch * 20 / PARTS):
        line: list[Point] = []
        for x in _steps(box.x - pitch / 3, box.right, pitch):
            line += [(x + half * px, y + half * py) for px, py in curved(wave)]
        yield tuple(line)


@lru_cache(16)
def curved(points: tuple[Point, ...]) -> Stroke:
    """The line through a begin and curves of three points each."""
    line = [points[0]]
    for a, b, c in zip(points[1::3], points[2::3], points[3::3], strict=True):
        begin = line[-1]
        for step in range(1, STEPS + 1):
            t = step / STEPS
            parts = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
            xs, ys = zip(begin, a, b, c, strict=True)
            line.append(
                (
                    sum(map(float.__mul__, parts, map(float, xs))),
                    sum(map(float.__mul__, parts, map(float, ys))),
                )
            )
    return tuple(line)


def _repeated(shapes: tuple[Stroke, ...], box: Box, pitch: float, down: float) -> Iterator[Stroke]:
    """Shapes in parts of the pitch, at every spot."""
    unit = pitch / PARTS
    for x, y in spots(box, pitch, down * unit):
        yield from (tuple((x + unit * px, y + unit * py) for px, py in shape) for shape in shapes)


def _sections(box: Box, pitch: float) -> Iterator[Stroke]:
    larger = (tuple((1.15 * x, 1.15 * y) for x, y in curved(one)) for one in SECTION)
    return _repeated(tuple(larger), box, pitch, 27)


def _hearts(box: Box, pitch: float) -> Iterator[Stroke]:
    return _repeated((curved(HEART),), box, pitch, 21)


def _clocks(box: Box, pitch: float) -> Iterator[Stroke]:
    ring = ((0, -8), (4.4, -8), (8, -4.4), (8, 0), (8, 4.4), (4.4, 8), (0, 8), (-4.4, 8), (-8, 4.4), (-8, 0),
            (-8, -4.4), (-4.4, -8), (0, -8))  # fmt: skip
    return _repeated((curved(ring), ((0, -4.5), (0, 0), (3.4, 2))), box, pitch, 24)


def _arrows(box: Box, pitch: float) -> Iterator[Stroke]:
    return _repeated((((-6, 3), (0, -4), (6, 3)),), box, pitch, 15)


def _crosses(box: Box, pitch: float) -> Iterator[Stroke]:
    return _repeated((((-5, 0), (5, 0)), ((0, -5), (0, 5))), box, pitch, 21)


def _diamonds(box: Box, pitch: float) -> Iterator[Stroke]:
    return _repeated((((-8, 0), (0, -8), (8, 0), (0, 8), (-8, 0)),), box, pitch, 21)
