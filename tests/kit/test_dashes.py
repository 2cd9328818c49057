"""A dashed line is drawn as dashes, each time: SDL's reader of SVG now and then fills what lies within it."""

import pygame

from tegenwicht.kit import drawings
from tegenwicht.kit.ops import Drawing
from tegenwicht.kit.rect import Rect
from tests.kit.small_table import painter

BODY = (
    '<rect x="3" y="3" width="954" height="596" rx="24" fill="#fffdf8" fill-opacity="0.5" stroke="#5e4f33"'
    ' stroke-width="3" stroke-dasharray="14 10"/>'
)


def test_a_dashed_frame_looks_the_same_each_time_it_is_drawn() -> None:
    op = Drawing(Rect(0, 0, 960, 602), (960, 602), BODY)
    seen: set[bytes] = set()
    for number in range(60):
        disorder = pygame.Surface((200 + 7 * number, 300))  # other memory for the reader each time
        disorder.fill((number, 90, 200))
        seen.add(pygame.image.tobytes(drawings.drawn(op, painter().paint), "RGBA"))
    assert len(seen) == 1
