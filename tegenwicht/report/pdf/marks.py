"""Letters with an accent that has no character of its own with it, such as j with an acute: made into one shape.

A PDF draws what it is given one behind the other; nothing puts an accent on its letter. So where a letter is
followed by such accents, our typeface gets a shape with all of them on their places, by the anchors that the
typeface itself has for that, and the text of the PDF stays what was written. A full engine for shaping text
(HarfBuzz) would be a download of megabytes for these few letters.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from fpdf.fonts import TTFFont

FIRST = 0x10F000
"""The numbers of our shapes, in a range that no writing uses."""

_CLUSTER = re.compile(
    "[^\\s\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff][\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff]+"
)
_OURS = re.compile(f"[{chr(FIRST)}-{chr(0x10FFFD)}]")
_DOTLESS = {"i": "ı", "j": "ȷ"}
_ABOVE, _BELOW = 230, 220
"""Combining classes of Unicode: over and under the letter."""

_MARK_TO_BASE, _MARK_TO_MARK, _EXTENSION = 4, 6, 9
_GAP = 60
"""Between a letter and an accent for which there is no anchor, in thousandths of the size."""

Anchor = tuple[int, int]


class Marks:
    """Makes such shapes for some fonts at once; the same letters have the same number in all of them."""

    def __init__(self, fonts: "list[TTFFont]") -> None:
        self._shapers = [_Shaper(font) for font in fonts]
        self._numbers: dict[str, int] = {}

    def shaped(self, text: str) -> str:
        """The text with the number of a shape in the place of each letter with loose accents."""
        if text.isascii():
            return text
        known = {chr(number) for number in self._numbers.values()}
        text = _OURS.sub(lambda found: found[0] if found[0] in known else "\ufffd", text)
        return _CLUSTER.sub(self._shape, text)

    def _shape(self, found: re.Match[str]) -> str:
        cluster = found[0]
        if not all(one.has(cluster) for one in self._shapers):
            return cluster  # an accent that the typeface lacks is named, and is a box on paper
        if cluster not in self._numbers:
            self._numbers[cluster] = number = FIRST + len(self._numbers)
            for one in self._shapers:
                one.add(cluster, number)
        return chr(self._numbers[cluster])


class _Shaper:
    """Adds shapes to one font."""

    def __init__(self, font: "TTFFont") -> None:
        self._font = font
        self._meant: dict[int, tuple[int, ...]] = {}
        self._tables: dict[int, list[Any]] | None = None

    def has(self, cluster: str) -> bool:
        """Whether the font has the letter and all the accents."""
        return all(ord(char) in self._font.glyph_ids and self._font.glyph_ids[ord(char)] for char in cluster)

    def add(self, cluster: str, number: int) -> None:
        """A shape of the letter with its accents, as ``number``; for copying it stays the letter and accents."""
        font, ttfont = self._font, self._font.ttfont
        parts = list(self._parts(cluster))
        pen = TTGlyphPen(ttfont.getGlyphSet())
        for name, (x, y) in parts:
            pen.addComponent(name, (1, 0, 0, 1, x, y))
        name = f"tegenwicht{number:X}"
        ttfont["glyf"][name] = pen.glyph()
        ttfont["hmtx"][name] = ttfont["hmtx"][parts[0][0]]
        ttfont.getReverseGlyphMap(rebuild=True)
        font.cmap[number], font.glyph_ids[number] = name, ttfont.getGlyphID(name)
        font.cw[number] = font.cw[ord(cluster[0])]
        if not self._meant:
            self._say_what_is_meant()
        self._meant[number] = tuple(map(ord, cluster))

    def _say_what_is_meant(self) -> None:
        """Let the table from shapes to text, for copying and screen readers, know the letters themselves."""
        subset = self._font.subset
        usual = subset.get_glyph

        @cache  # as theirs is: fpdf2 clears it when it is done
        def get_glyph(**wanted: Any) -> Any:
            found = usual(**wanted)
            meant = self._meant.get(wanted.get("unicode", -1))
            return found if found is None or meant is None else replace(found, unicode=meant)

        subset.get_glyph = get_glyph

    def _parts(self, cluster: str) -> Iterator[tuple[str, Anchor]]:
        """(glyph, where it is put): the letter, and each accent on its letter or on the accent before it."""
        letter, accents = cluster[0], cluster[1:]
        over = any(unicodedata.combining(one) == _ABOVE for one in accents)
        dotless = _DOTLESS.get(letter, "") if over else ""
        base = self._name(dotless if dotless and ord(dotless) in self._font.glyph_ids else letter)
        yield base, (0, 0)
        before: dict[int, tuple[str, Anchor]] = {}
        for accent in accents:
            mark, kind = self._name(accent), unicodedata.combining(accent)
            on, (x, y) = before.get(kind, (base, (0, 0)))
            dx, dy = self._moved(on, mark, kind, _MARK_TO_MARK if kind in before else _MARK_TO_BASE)
            before[kind] = mark, (x + dx, y + dy)
            yield before[kind]

    def _name(self, char: str) -> str:
        return str(self._font.cmap[ord(char)])

    def _moved(self, on: str, mark: str, kind: int, lookup: int) -> Anchor:
        """How far an accent moves to come on its place: anchor on anchor, else by what the two look like."""
        for table in self._lookups(lookup):
            found = _anchors(table, on, mark, lookup)
            if found:
                (x, y), (mark_x, mark_y) = found
                return x - mark_x, y - mark_y
        return self._by_looks(on, mark, kind)

    def _by_looks(self, on: str, mark: str, kind: int) -> Anchor:
        glyf = self._font.ttfont["glyf"]
        base, accent = glyf[on], glyf[mark]
        for one in (base, accent):
            one.recalcBounds(glyf)
        gap = _GAP * int(self._font.ttfont["head"].unitsPerEm) // 1000
        x = round((base.xMin + base.xMax - accent.xMin - accent.xMax) / 2)
        if kind == _ABOVE:
            return x, max(0, base.yMax + gap - accent.yMin)
        return x, min(0, base.yMin - gap - accent.yMax) if kind == _BELOW else 0

    def _lookups(self, kind: int) -> list[Any]:
        if self._tables is None:
            self._tables = {_MARK_TO_BASE: [], _MARK_TO_MARK: []}
            font = self._font.ttfont
            for lookup in font["GPOS"].table.LookupList.Lookup if "GPOS" in font else ():
                for table in lookup.SubTable:
                    real = table.ExtSubTable if lookup.LookupType == _EXTENSION else table
                    self._tables.get(real.LookupType, []).append(real)
        return self._tables[kind]


def _anchors(table: Any, on: str, mark: str, kind: int) -> tuple[Anchor, Anchor] | None:
    """(anchor on the letter or the accent before, anchor on the accent); None when the table does not know them."""
    if kind == _MARK_TO_BASE:
        bases, marks = table.BaseCoverage.glyphs, table.MarkCoverage.glyphs
        records, mark_records = table.BaseArray.BaseRecord, table.MarkArray.MarkRecord
    else:
        bases, marks = table.Mark2Coverage.glyphs, table.Mark1Coverage.glyphs
        records, mark_records = table.Mark2Array.Mark2Record, table.Mark1Array.MarkRecord
    if on not in bases or mark not in marks:
        return None
    record = mark_records[marks.index(mark)]
    base = records[bases.index(on)]
    anchor = (base.BaseAnchor if kind == _MARK_TO_BASE else base.Mark2Anchor)[record.Class]
    if anchor is None:
        return None
    return (anchor.XCoordinate, anchor.YCoordinate), (
        record.MarkAnchor.XCoordinate,
        record.MarkAnchor.YCoordinate,
    )
