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
