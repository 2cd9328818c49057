"""Type: few fonts are open at a time, and nobody sees which."""

import pygame

from tegenwicht import paths
from tegenwicht.kit.text import MOST_FONTS, WEIGHTS, Type

FONTS = paths.assets() / "fonts"
WORDS = "Wat deed je toen? § 1:24"


def test_a_font_that_got_another_size_writes_as_one_that_was_opened_at_it() -> None:
    pygame.font.init()
    type_ = Type(FONTS)
    for px in (*range(10, 100), 12, 80):
        for weight in ("bold", "regular"):
            fresh = pygame.font.Font(str(FONTS / WEIGHTS[weight]), px)
            drawn = [one.render(WORDS, True, (0, 0, 0)) for one in (type_.font(weight, px), fresh)]
            assert drawn[0].get_size() == drawn[1].get_size()
            assert drawn[0].get_buffer().raw == drawn[1].get_buffer().raw
            assert type_.width(WORDS, weight, px) == fresh.size(WORDS)[0]
            assert type_.stands(weight, px) == (fresh.get_ascent(), fresh.get_height())


def test_no_more_fonts_are_open_than_a_screen_writes_in() -> None:
    pygame.font.init()
    type_ = Type(FONTS)
    opened = [type_.font(weight, px) for px in range(10, 60) for weight in WEIGHTS]
    assert len({id(one) for one in opened}) <= MOST_FONTS + len(WEIGHTS)
    assert type_.font("bold", 59) is type_.font("bold", 59)


def test_what_a_screen_writes_with_stays_open_while_other_sizes_are_measured() -> None:
    pygame.font.init()
    type_ = Type(FONTS)
    before = [type_.font("bold", px) for px in range(20, 20 + MOST_FONTS)]  # another screen's
    sizes = [(weight, px) for weight in ("bold", "semibold") for px in range(30, 30 + MOST_FONTS // 3)]
    for weight, px in (*sizes, *sizes):
        type_.font(weight, px)
    written = [type_.font(weight, px) for weight, px in sizes]
    for px in range(60, 99):
        assert type_.width(WORDS, "semibold", px) > type_.width(WORDS, "semibold", px - 1)
    assert all(one is type_.font(weight, px) for one, (weight, px) in zip(written, sizes, strict=True)), (
        "each time it is opened again its letters are drawn again"
    )
    assert len(before) == MOST_FONTS


class Counting(Type):
    """How many letters were measured."""

    letters = 0

    def _width(self, text: str, weight: str, px: int) -> int:
        self.letters += len(text)
        return super()._width(text, weight, px)


def test_of_a_word_without_an_end_each_line_measures_no_more_than_lines() -> None:
    pygame.font.init()
    counts = []
    for letters in (1000, 2000, 4000):
        type_ = Counting(FONTS)
        lines = type_.lines("abcdefghij" * (letters // 10), "regular", 30, 600)
        assert "".join(line.removesuffix("-") for line in lines) == "abcdefghij" * (letters // 10)
        counts.append(type_.letters)
    assert counts[2] - counts[1] <= 2.1 * (counts[1] - counts[0])


def test_a_word_too_long_for_its_line_is_broken_after_its_hyphen_or_where_the_line_is_full() -> None:
    pygame.font.init()
    type_ = Type(FONTS)
    room = type_.width("re-integratie", "regular", 30)
    assert type_.lines("re-integratiebegeleider", "regular", 30, room)[0] == "re-"
    word = "arbeidsmarktregiobijeenkomst"
    for width in range(60, 400, 23):
        first, *others = type_.lines(word, "regular", 30, width)
        assert "".join(line.removesuffix("-") for line in (first, *others)) == word
        assert all(type_.width(line, "regular", 30) <= width for line in (first, *others))
        longer = word[: len(first)] + "-"
        assert not others or type_.width(longer, "regular", 30) > width
