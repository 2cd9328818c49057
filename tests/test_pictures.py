"""The pictures of cards: each has a drawing and Dutch words, and is drawn in one colour with paler parts."""

import pygame
import pytest

from tegenwicht.kit.ops import Picture as Drawn
from tegenwicht.kit.paint import Painter
from tegenwicht.kit.rect import Rect
from tegenwicht.kit.shapes import Shapes
from tegenwicht.kit.text import Type
from tegenwicht.paths import assets
from tegenwicht.plain.pictures import (
    found,
    meant,
    pictures,
)

FOLDER = assets() / "card-pictures"
RED, WHITE = (200, 20, 30), (255, 255, 255)


def test_every_drawing_has_its_words_and_every_word_its_drawing() -> None:
    assert {path.stem for path in FOLDER.glob("*.svg")} == set(pictures())
    assert all(one.words and all(one.words) for one in pictures().values())
    assert len({one.called for one in pictures().values()}) == len(pictures()), "two are called the same"


def test_the_licence_lies_beside_the_drawings() -> None:
    assert (FOLDER / "LICENSE").read_text(encoding="utf-8").startswith("MIT License")


def test_a_drawing_has_one_colour_to_replace_and_nothing_that_the_program_cannot_draw() -> None:
    for path in FOLDER.glob("*.svg"):
        text = path.read_text(encoding="utf-8")
        assert "currentColor" in text and "opacity=" in text and len(text) < 8_000, path.name
        assert not any(f"<{tag}" in text for tag in ("text", "style", "mask", "image", "use", "filter")), (
            path.name
        )


@pytest.mark.parametrize(
    ("asked", "expected"),
    [("koffie", "coffee"), ("KOFFIE pauze", "coffee"), ("trein", "train"), ("coffee", "coffee"), ("tolk", "translate"),
     ("cliënt", "folder-user"), ("client", "folder-user"), ("schuld", "coins")],
)  # fmt: skip
def test_an_author_finds_a_picture_by_a_dutch_word(asked: str, expected: str) -> None:
    assert expected in [one.name for one in found(asked)]


def test_what_is_called_so_comes_first_and_nonsense_finds_nothing() -> None:
    assert found("bril")[0].name == "eyeglasses"
    assert found("qqq") == ()
    assert len(found("")) == len(pictures())


@pytest.mark.parametrize(
    ("name", "expected"), [("cofee", "coffee"), ("bril", "eyeglasses"), ("qqqq", ""), ("", "")]
)
def test_who_writes_another_name_is_told_what_may_have_been_meant(name: str, expected: str) -> None:
    assert meant(name) == expected


@pytest.fixture
def painter() -> Painter:
    pygame.display.init()
    pygame.display.set_mode((1, 1))
    return Painter(Type(assets() / "fonts"), Shapes(assets() / "icons"))


def drawn(painter: Painter, name: str, px: int = 200) -> pygame.Surface:
    surface = pygame.Surface((px, px))
    surface.fill(WHITE)
    painter.paint(surface, [Drawn(Rect(0, 0, px, px), name, RED)])
    return surface


def test_a_picture_has_lines_in_the_full_colour_and_paler_parts(painter: Painter) -> None:
    surface = drawn(painter, "coffee")
    seen = {tuple(surface.get_at((x, y))[:3]) for x in range(0, 200, 2) for y in range(0, 200, 2)}
    pale = tuple(round(white + (red - white) * 0.2) for white, red in zip(WHITE, RED, strict=True))
    assert {WHITE, RED} <= seen
    assert any(all(abs(a - b) <= 2 for a, b in zip(colour, pale, strict=True)) for colour in seen)


@pytest.mark.parametrize("px", [16, 31, 64, 296, 640])
def test_a_picture_is_drawn_at_any_size_and_once(painter: Painter, px: int) -> None:
    assert painter.shapes.picture("coffee", px, RED) is painter.shapes.picture("coffee", px, RED)
    surface = drawn(painter, "coffee", px)
    assert any(surface.get_at((x, px // 2))[:3] != WHITE for x in range(px))


@pytest.mark.parametrize("name", ["there-is-none", "../icons/next", "", "/etc/passwd"])
def test_a_name_without_a_drawing_draws_nothing(painter: Painter, name: str) -> None:
    surface = drawn(painter, name, 20)
    assert all(surface.get_at((x, y))[:3] == WHITE for x in range(20) for y in range(20))
