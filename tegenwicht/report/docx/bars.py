"""The bars of a picture in a Word document: small images without text; full, striped, empty, upright lines."""

import io
from typing import TYPE_CHECKING

from tegenwicht.game.cards import Cluster
from tegenwicht.report.colours import INK, Colour, of_cluster

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

LONGEST, HIGH = 5.5, 0.42
"""The longest bar and the height of each, in cm."""

DOTS = 120
"""Dots in a cm."""

PATTERNS = ("vol", "gestreept", "leeg", "lijnen")
"""How the parts look, in this order."""


def bar(values: tuple[int, ...], cluster: Cluster | None, most: int) -> tuple[bytes, float]:
    """(a PNG, how wide it is in cm): the parts after each other; ``most`` would be as long as can be."""
    wide = max(0.1, LONGEST * sum(values) / most)
    widths = [round(wide * DOTS * value / sum(values)) for value in values]
    return _drawn(list(enumerate(widths)), of_cluster(cluster), round(wide * DOTS)), wide


def sample(part: int) -> bytes:
    """A PNG with the pattern of one part, to explain it."""
    return _drawn([(part, 72)], INK, 72)


def _drawn(parts: list[tuple[int, int]], colour: Colour, wide: int) -> bytes:
    from PIL import Image, ImageDraw

    high = round(HIGH * DOTS)
    image = Image.new("RGB", (max(4, wide), high), "white")
    x = 0
    for part, width in parts:
        if width:
            box = Image.new("RGB", (width, high), "white")
            _pattern(ImageDraw.Draw(box), part, colour, width, high)
            image.paste(box, (x, 0))
            x += width
    written = io.BytesIO()
    image.save(written, "PNG", optimize=True)
    return written.getvalue()


def _pattern(draw: "ImageDraw", part: int, colour: Colour, wide: int, high: int) -> None:
    match PATTERNS[part % len(PATTERNS)]:
        case "vol":
            draw.rectangle((0, 0, wide, high), fill=colour)
        case "gestreept":
            for x in range(0, wide + high, 16):
                draw.line((x, 0, x - high, high), fill=colour, width=5)
        case "lijnen":
            for x in range(0, wide, 14):
                draw.line((x, 0, x, high), fill=colour, width=5)
    draw.rectangle((0, 0, wide - 1, high - 1), outline=colour, width=4)
