"""Dashes are cut here, since SDL's reader of SVG draws dashed lines differently each time."""

import re

import pygame
import pytest

from tegenwicht.gallery import states
from tegenwicht.kit import dashes, drawings
from tegenwicht.kit.nodes import walk
from tegenwicht.kit.ops import Drawing
from tegenwicht.kit.rect import Rect
from tests.kit.small_table import painter

FRAME = (
    '<rect x="3" y="3" width="954" height="596" rx="24" fill="#fffdf8" fill-opacity="0.5" stroke="#5e4f33"'
    ' stroke-width="3" stroke-dasharray="14 10"/>'
)
CIRCLE = (
    '<circle cx="32" cy="32" r="28" fill="none" stroke="#000000" stroke-width="4" stroke-dasharray="9 6"/>'
)
LINE = '<path d="M0 10 H100" fill="none" stroke="#000000" stroke-width="4" stroke-dasharray="20 10"/>'


def picture(body: str, w: int, h: int) -> pygame.Surface:
    return drawings.drawn(Drawing(Rect(0, 0, w, h), (w, h), body), painter().paint)


@pytest.mark.parametrize("body", [FRAME, CIRCLE, LINE], ids=["frame", "circle", "line"])
def test_a_dashed_outline_looks_the_same_each_time_it_is_drawn(body: str) -> None:
    seen: set[bytes] = set()
    for number in range(40):
        disorder = pygame.Surface((200 + 7 * number, 300))  # other memory for the reader each time
        disorder.fill((number, 90, 200))
        seen.add(pygame.image.tobytes(picture(body, 960, 602), "RGBA"))
    assert len(seen) == 1


def test_dashes_and_gaps_are_as_long_as_they_say() -> None:
    surface = picture(LINE, 100, 20)
    inked = [surface.get_at((x, 10)).a > 128 for x in range(100)]
    assert inked == [x % 30 < 20 for x in range(100)]


def test_the_filling_stays_and_the_dashes_go_round_it() -> None:
    surface = picture(FRAME, 960, 602)
    assert surface.get_at((480, 300)).a == pytest.approx(128, abs=2)
    edge = [surface.get_at((x, 3)).r < 0xC0 for x in range(40, 920)]
    assert 0.5 < sum(edge) / len(edge) < 0.66  # 14 of 24
    assert surface.get_at((0, 0)).a == 0  # round corners


def test_a_dashed_circle_is_round() -> None:
    surface = picture(CIRCLE, 64, 64)
    inked = [(x, y) for x in range(64) for y in range(64) if surface.get_at((x, y)).a > 128]
    assert all(25.5 < ((x - 31.5) ** 2 + (y - 31.5) ** 2) ** 0.5 < 30.5 for x, y in inked)
    assert len(inked) > 250


def test_no_drawing_on_any_screen_reaches_the_reader_with_dashes() -> None:
    found = 0
    for model in states.all_screens().values():
        for node in walk(states.built(model, (1920, 1080))[1]):
            for op in node.ops:
                if isinstance(op, Drawing) and "dasharray" in op.body:
                    found += 1
                    assert not re.search("dasharray", dashes.cut(op.body))
    assert found > 20


def test_a_curve_that_is_not_known_is_said() -> None:
    with pytest.raises(ValueError, match="'C'"):
        dashes.cut('<path d="M0 0 C1 1 2 2 3 3" stroke-dasharray="2 2"/>')
