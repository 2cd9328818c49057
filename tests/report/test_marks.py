"""Accents without a character of their own come on their letters in a PDF, and stay what was written."""

import unicodedata
from pathlib import Path

import pytest
from fpdf import FPDF

from tegenwicht.report.pdf.fonts import TEXT, lacking, printable, register_fonts
from tegenwicht.report.pdf.marks import FIRST
from tests.report.poppler import Seen, needs_poppler

WORDS = ("zíj́n", "blíj́ft", "J́a", "m̃", "x̂", "q̈", "ạ̈", "b̌č̣")


def document() -> FPDF:
    pdf = FPDF()
    register_fonts(pdf)
    pdf.add_page()
    pdf.set_font(TEXT, "", 20)
    return pdf


def shape(pdf: FPDF, letters: str) -> list[tuple[str, int, int]]:
    """(glyph, x, y) of the parts that one letter with its accents is made of."""
    (code,) = printable(pdf, letters)
    font = pdf.fonts[TEXT]
    return [(one.glyphName, one.x, one.y) for one in font.ttfont["glyf"][font.cmap[ord(code)]].components]


@needs_poppler
@pytest.mark.parametrize("word", WORDS)
def test_what_is_copied_from_the_pdf_is_what_was_written(tmp_path: Path, word: str) -> None:
    pdf = document()
    pdf.text(20, 40, printable(pdf, word))
    seen = Seen(bytes(pdf.output()), tmp_path)
    assert unicodedata.normalize("NFC", seen.text) == unicodedata.normalize("NFC", word)


def test_a_letter_with_a_dot_loses_it_under_an_accent() -> None:
    (letter, x, y), (accent, *_) = shape(document(), "j́")
    assert (letter, x, y, accent) == ("uni0237", 0, 0, "acutecomb")


def test_accents_stand_on_the_letter_and_on_each_other() -> None:
    pdf = document()
    glyphs = pdf.fonts[TEXT].ttfont["glyf"]
    for letters in ("m̂", "x̃", "q̈", "J́"):
        (letter, *_), (accent, x, y) = shape(pdf, letters)
        for one in (letter, accent):
            glyphs[one].recalcBounds(glyphs)
        middle = (glyphs[accent].xMin + glyphs[accent].xMax) / 2 + x
        assert glyphs[letter].xMin < middle < glyphs[letter].xMax + 20  # that of J is over its stem
        assert glyphs[accent].yMin + y >= glyphs[letter].yMax - 60


def test_the_same_letters_are_one_shape_and_keep_the_width_of_the_letter() -> None:
    pdf = document()
    first, second = printable(pdf, "m̂m̂")
    assert first == second and ord(first) >= FIRST
    font = pdf.fonts[TEXT]
    assert font.cw[ord(first)] == font.cw[ord("m")]
    assert printable(pdf, first) == first


def test_a_character_of_nobody_is_no_way_to_one_of_our_shapes() -> None:
    pdf = document()
    assert printable(pdf, chr(FIRST)) == "\ufffd"


def test_an_accent_that_the_typeface_lacks_is_named() -> None:
    assert lacking("x\u0359y") == "\u0359"
    assert lacking("zíj́n, blíj́ft") == ""
    pdf = document()
    pdf.text(20, 40, printable(pdf, "x\u0359y"))
    assert pdf.output()
