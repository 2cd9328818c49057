"""Smooth shapes, as the eye sees them."""

from pathlib import Path

import pygame
import pytest

from tegenwicht import paths
from tegenwicht.kit.shapes import Kept, Shapes

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


def picture_of(kilobytes: int) -> pygame.Surface:
    return pygame.Surface((256, kilobytes), pygame.SRCALPHA)


def kept_of(sizes: dict[str, int]) -> Kept[pygame.Surface]:
    """A hundred kilobytes at most, in which these were put."""
    kept = Kept[pygame.Surface](100 * 1024)
    for key, kilobytes in sizes.items():
        kept.put(key, picture_of(kilobytes))
    return kept


def test_what_was_used_longest_ago_goes_first() -> None:
    kept = kept_of({f"{n}": 10 for n in range(10)})
    assert kept.get("0") is not None
    kept.put("new", picture_of(10))
    assert kept.get("1") is None
    assert None not in map(kept.get, ("0", *map(str, range(2, 10)), "new"))


def test_for_a_large_picture_another_large_one_goes_and_the_small_ones_stay() -> None:
    small = {f"{n}": 2 for n in range(20)}
    kept = kept_of({**small, "a table": 45})
    for one, other in (("another table", "a table"), ("a table", "another table")) * 2:
        kept.put(one, picture_of(45))
        assert kept.get(other) is None
        assert None not in map(kept.get, (*small, one))
        assert kept.bytes == 85 * 1024


def test_another_picture_under_the_same_key_is_counted_instead_of_the_first() -> None:
    kept = kept_of({"a": 30})
    for _ in range(5):
        kept.put("a", picture_of(40))
        assert kept.bytes == 40 * 1024
