"""Smooth shapes, as the eye sees them."""

from pathlib import Path

import pygame
import pytest

from tegenwicht import paths
from tegenwicht.kit.shapes import Shapes

INK = (0, 112, 92)


@pytest.fixture
def shapes() -> Shapes:
    pygame.display.init()
    pygame.display.set_mode((64, 64))
    return Shapes(Path(paths.assets()) / "icons")


@pytest.mark.parametrize("px", [24, 127, 128, 130, 301, 378])
def test_a_disc_is_round_and_the_same_on_all_sides_at_every_size(shapes: Shapes, px: int) -> None:
    disc = shapes.disc(px, INK)
    for n in range(px):
        x, y = n, px // 2
        edges = [disc.get_at(at).a for at in ((x, y), (px - 1 - x, y), (y, x), (y, px - 1 - x))]
        assert max(edges) - min(edges) <= 16
    full = sum(disc.get_at((x, y)).a for x in range(px) for y in range(px)) / 255
    assert full == pytest.approx(3.14159 * px * px / 4, rel=0.01)
    assert disc.get_at((px // 2, px // 2)) == (*INK, 255)
    assert disc.get_at((0, 0)).a == 0


def test_a_large_disc_looks_the_same_and_takes_half_of_the_memory(shapes: Shapes) -> None:
    px = 400
    kept, whole = pygame.Surface((px, px)), pygame.Surface((px, px))
    before = shapes.kept.bytes
    shapes.fill(kept, 0, 0, px, px, INK, px // 2, False)
    assert shapes.kept.bytes - before < px * px * 4 * 0.6
    whole.blit(shapes.disc(px, INK), (0, 0))
    pairs = zip(kept.get_buffer().raw, whole.get_buffer().raw, strict=True)
    assert max(abs(one - other) for one, other in pairs) <= 1
