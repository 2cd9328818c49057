"""What people type is kept without anything that hides or turns the words on the screen."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tegenwicht.game.text import clean


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Noor  ", "Noor"),
        ("René van den Berg-Ünal", "René van den Berg-Ünal"),
        ("Sam\u202egnis", "Samgnis"),  # right-to-left override
        ("\u2066Sam\u2069\u200e\u200f", "Sam"),  # isolates and marks
        ("\ufeffSam\x00\x1b[31m", "Sam[31m"),  # byte order mark, control characters
        ("Sam\tJan\nPiet", "Sam Jan Piet"),
        ("Sam\u2028Jan\u2029Piet\x85Bo\x0bIs\x0cAl", "Sam Jan Piet Bo Is Al"),  # other ends of a line
        ("\ud800Sam", "Sam"),  # half a character
        ("👩\u200d🏫 Ilse", "👩\u200d🏫 Ilse"),  # one picture of two, kept joined
        ("\u200e \u200f", ""),
        ("", ""),
    ],
)
def test_a_name_is_one_line_without_hidden_characters(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85", "\x0b", "\x0c"])
def test_a_note_keeps_its_lines_however_they_end(end: str) -> None:
    assert clean(f"one{end}{end}two{end}", lines=True) == "one\n\ntwo"


@given(st.text(), st.booleans())
def test_cleaning_is_done_at_once_and_leaves_nothing_hidden(typed: str, lines: bool) -> None:
    text = clean(typed, lines)
    assert clean(text, lines) == text == text.strip()
    hidden = {char for char in text if unicodedata.category(char) in ("Cc", "Cf", "Cs")}
    assert hidden <= {"\u200d", "\n"} if lines else hidden <= {"\u200d"}
    assert len(text.splitlines()) <= (len(text) if lines else 1)


@given(st.text(alphabet=st.characters(categories=["L", "Nd", "P"]), max_size=60))
def test_letters_digits_and_punctuation_stay_as_they_were_typed(typed: str) -> None:
    assert clean(typed) == typed
