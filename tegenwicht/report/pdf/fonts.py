"""Our typeface in a PDF: embedded, only the characters that are used, and nothing cut off unseen.

A character that the typeface lacks (an emoji, Greek) is drawn as its empty box, and stays itself in the text
of the PDF, for searching, copying and screen readers. Accents come on their letters (``marks``); other shaping
there is none.
"""

import re
import unicodedata
from typing import TYPE_CHECKING

from tegenwicht.paths import assets
from tegenwicht.report.pdf.marks import Marks

if TYPE_CHECKING:
    from fpdf import FPDF
    from fpdf.fonts import TTFFont

    from tegenwicht.game.cards import Deck

TEXT = "tegenwicht"
"""The family for ``set_font``; it has the styles "", "B" and "I"."""

MEDIUM = "tegenwicht-medium"
SEMIBOLD = "tegenwicht-semibold"
"""Weights in between, each a family with the style "" alone."""

_FILES = (
    (TEXT, "", "Regular"),
    (TEXT, "B", "Bold"),
    (TEXT, "I", "Italic"),
    (MEDIUM, "", "Medium"),
    (SEMIBOLD, "", "SemiBold"),
)
_UNSEEN = re.compile("[\u200c\u200d\ufe00-\ufe0f]")
"""Joiners and variation selectors: they shape other characters and have no shape of their own."""


def register_fonts(pdf: "FPDF") -> None:
    """Make TEXT, MEDIUM and SEMIBOLD known to ``set_font``. What a PDF does not use is not put in it."""
    for family, style, file in _FILES:
        pdf.add_font(family, style, assets() / "fonts" / f"AtkinsonHyperlegibleNext-{file}.ttf")
    for font in _ours(pdf):
        font.cmap = dict(font.cmap)  # ours to add to; the font's own is written into the PDF


def printable(pdf: "FPDF", text: str) -> str:
    """The text as our fonts can print it: what is lacking becomes their empty box, in all of them.

    Use it for everything that people wrote; without it fpdf2 leaves such characters out.
    """
    whole = _marks(pdf).shaped(_UNSEEN.sub("", unicodedata.normalize("NFC", text)))
    for font in _ours(pdf):
        for code in {ord(character) for character in whole} - font.glyph_ids.keys():
            font.cmap[code], font.glyph_ids[code] = ".notdef", 0
            font.cw[code] = font.desc.missing_width
    return whole


def lacking(text: str) -> str:
    """The characters of a text that our typeface lacks, each once and in order; empty when all are there."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    whole = _UNSEEN.sub("", unicodedata.normalize("NFC", text))
    with TTFont(assets() / "fonts" / "AtkinsonHyperlegibleNext-Regular.ttf", lazy=True) as font:
        known = font.getBestCmap()
        return "".join(one for one in dict.fromkeys(whole) if ord(one) not in known)


def lacking_in(deck: "Deck") -> str:
    """The same for all that is printed of a deck."""
    texts = [deck.title, deck.instruction, *deck.sources]
    for card in deck.cards:
        texts += (card.title, card.question, *card.deeper, card.other_side, card.explanation, card.factor)
    return lacking("".join(texts))


def _marks(pdf: "FPDF") -> Marks:
    """The maker of shapes that belongs to a document, from its first text on."""
    found: Marks | None = getattr(pdf, "tegenwicht_marks", None)
    if found is None:
        found = Marks(_ours(pdf))
        pdf.tegenwicht_marks = found  # type: ignore[attr-defined]
    return found


def _ours(pdf: "FPDF") -> "list[TTFFont]":
    return [pdf.fonts[f"{family}{style}"] for family, style, _ in _FILES]  # type: ignore[misc]
