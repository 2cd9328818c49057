"""Words and icons on a page of a PDF, in mm and points. Knows no cards.

Measures with the typeface itself, so that what does not fit is known before anything is drawn.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tegenwicht.paths import assets
from tegenwicht.plain.pictures import pictures
from tegenwicht.report.colours import Colour
from tegenwicht.report.pdf.fonts import MEDIUM, SEMIBOLD, TEXT, printable

if TYPE_CHECKING:
    from fpdf import FPDF
    from fpdf.svg import SVGObject

MM = 25.4 / 72
"""A point in mm."""

CAPITAL = 0.668
"""How high a capital of our typeface is, in parts of its size."""

_HYPHEN = "-"
_LEAST_BELOW = 3
"""Letters of a broken word that go on below, at least."""


class Face(NamedTuple):
    """A weight of our typeface, as ``set_font`` takes it."""

    family: str
    style: str = ""


REGULAR, BOLD = Face(TEXT), Face(TEXT, "B")
MIDDLE, SEMI = Face(MEDIUM), Face(SEMIBOLD)


class Ink:
    """Measures and draws on the page that the PDF is at."""

    def __init__(self, pdf: "FPDF") -> None:
        self.pdf = pdf
        self._pictures: dict[tuple[Path, Colour, Colour], SVGObject] = {}
        self._widths: dict[tuple[str, Face], float] = {}

    def clean(self, text: str) -> str:
        """What people wrote, as it can be printed; use it before measuring or drawing."""
        return printable(self.pdf, text)

    def width(self, text: str, face: Face, size: float) -> float:
        """How wide one line is in mm, at ``size`` points."""
        key = text, face
        if key not in self._widths:
            font = self.pdf.fonts[f"{face.family}{face.style}"]
            self._widths[key] = font.get_text_width(text, 1, None)[1] * MM
        return self._widths[key] * size

    def fitting(self, text: str, face: Face, size: float, least: float, width: float) -> float:
        """The largest size from ``size`` down to ``least`` at which one line fits; ``least`` if none."""
        wanted = self.width(text, face, size)
        return size if wanted <= width else max(least, size * width / wanted)

    def wrap(self, text: str, face: Face, size: float, width: float) -> tuple[str, ...]:
        """The text in lines of at most ``width`` mm; a word that is wider itself is broken."""
        lines: list[list[str]] = [[]]
        space, begun = self.width(" ", face, size), 0.0
        for word in self.pieces(text, face, size, width):
            wide = self.width(word, face, size)
            if lines[-1] and begun + space + wide > width:
                lines.append([])
            begun = begun + space + wide if lines[-1] else wide
            lines[-1].append(word)
        return tuple(" ".join(line) for line in lines)

    def tidy(self, text: str, face: Face, size: float, width: float) -> tuple[str, ...]:
        """As ``wrap``, but no lonely short word on the last line where that costs no line."""
        lines = self.wrap(text, face, size, width)
        least = self.widest(text, face, size)
        for narrower in (max(part * width, min(least, width)) for part in (1, 0.94, 0.88, 0.82)):
            found = self.wrap(text, face, size, narrower)
            if len(found) == len(lines) and self.width(found[-1], face, size) > width / 4:
                return found
        return lines

    def balanced(self, text: str, face: Face, size: float, width: float) -> tuple[str, ...]:
        """As many lines as ``wrap`` makes, of about the same length: for headings."""
        lines = best = self.wrap(text, face, size, width)
        least = self.widest(text, face, size)
        while len(lines) == len(best) and width - 1.5 > least:
            best, width = lines, width - 1.5
            lines = self.wrap(text, face, size, width)
        return lines if len(lines) == len(best) else best

    def pieces(self, text: str, face: Face, size: float, width: float) -> Iterator[str]:
        """The words; one that is wider than ``width`` mm in parts, with a hyphen."""
        for word in text.split():
            while self.width(word, face, size) > width and len(word) > 1:
                first = self._breaking(word, face, size, width)
                yield f"{word[:first]}{_HYPHEN if word[first - 1 : first + 1].isalpha() else ''}"
                word = word[first:]
            yield word

    def _breaking(self, word: str, face: Face, size: float, width: float) -> int:
        """How many characters of a word that is too wide stand before the break, at least one."""
        fits = (self.width(word[:n] + _HYPHEN, face, size) <= width for n in range(1, len(word)))
        return max(1, min(sum(fits), len(word) - _LEAST_BELOW))

    def widest(self, text: str, face: Face, size: float) -> float:
        """How wide the widest word is in mm."""
        return max(self.width(word, face, size) for word in text.split())

    def write(self, x: float, baseline: float, text: str, face: Face, size: float, colour: Colour) -> None:
        """One line from ``x`` on."""
        self.pdf.set_font(face.family, face.style, size)
        self.pdf.set_text_color(*colour)
        self.pdf.text(x, baseline, text)

    def write_middle(
        self, x: float, baseline: float, text: str, face: Face, size: float, colour: Colour
    ) -> None:
        """One line with its middle at ``x``."""
        self.write(x - self.width(text, face, size) / 2, baseline, text, face, size, colour)

    def write_right(
        self, x: float, baseline: float, text: str, face: Face, size: float, colour: Colour
    ) -> None:
        """One line that ends at ``x``."""
        self.write(x - self.width(text, face, size), baseline, text, face, size, colour)

    def icon(self, name: str, colour: Colour, x: float, y: float, side: float) -> None:
        """One of our icons as lines and planes, ``side`` mm high, with its top left at x, y."""
        self.picture(assets() / "icons" / f"{name}.svg", x, y, side, colour)

    def duotone(self, name: str, colours: tuple[Colour, Colour], x: float, y: float, side: float) -> None:
        """The picture of a card, its lines in the first colour and its paler parts in the second."""
        file = assets() / "card-pictures" / f"{name}.svg"
        if name in pictures():
            self._draw(file, colours, x, y, side)

    def picture(self, file: Path, x: float, y: float, side: float, colour: Colour = (0, 0, 0)) -> None:
        """A square SVG as lines and planes; what is black in it gets the colour."""
        self._draw(file, (colour, colour), x, y, side)

    def _draw(self, file: Path, colours: tuple[Colour, Colour], x: float, y: float, side: float) -> None:
        from fpdf.drawing import GraphicsContext
        from fpdf.drawing_primitives import Transform

        key = file, *colours
        if key not in self._pictures:
            self._pictures[key] = _picture(file, *colours)
        _, _, path = self._pictures[key].transform_to_rect_viewport(1, side, side, ignore_svg_top_attrs=True)
        moved = GraphicsContext()
        moved.transform = Transform.translation(x, y)
        moved.add_item(path, clone=False)
        self.pdf.draw_path(moved, copy=False)


def _picture(file: Path, colour: Colour, pale: Colour) -> "SVGObject":
    """What is see-through in the file gets a colour of its own: two layers of ink would show where they meet."""
    from fpdf.svg import SVGObject

    line, paler = ("#{:02X}{:02X}{:02X}".format(*one) for one in (colour, pale))
    source = file.read_text(encoding="utf-8").replace("#000000", line).replace("currentColor", line)
    return SVGObject(re.sub(r'opacity="0?\.2"', f'fill="{paler}"', source))
