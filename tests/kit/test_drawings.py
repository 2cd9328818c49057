"""What is turned or lies on a table has smooth edges, as the eye sees them."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

import pygame
import pytest

from tegenwicht.kit import drawings
from tegenwicht.kit import ops as kit_ops
from tegenwicht.kit.paint import Drawn, Painter
from tegenwicht.kit.rect import Rect
from tests.kit.small_table import painter

LEAST_STEP = 110
"""Of 255: how much a line that is not quite level may differ from one pixel to the next. Stairs are 255."""


def _sheet(surface: pygame.Surface, _ops: Iterable[Any]) -> None:
    surface.fill((120, 60, 20, 255))


def _profile(surface: pygame.Surface) -> list[int]:
    """How much of each column is covered, in parts of 255, away from the corners."""
    w, h = surface.get_size()
    return [sum(surface.get_at((x, y)).a for y in range(h)) for x in range(w // 5, w * 4 // 5)]


@pytest.mark.parametrize("degrees", [-1.6, 0.9, 1.6, 5.0])
@pytest.mark.parametrize("times", [1, 2])
def test_a_sheet_that_is_turned_a_little_has_no_stairs(degrees: float, times: int) -> None:
    w, h = 200 * times, 60 * times
    op = kit_ops.Turned(Rect(0, 0, w + 20, h + 30), (2 * w, 2 * h), (), degrees)
    surface = drawings.drawn(op, _sheet)
    upper = surface.subsurface((0, 0, surface.get_width(), surface.get_height() // 2))
    profile = _profile(upper)
    assert max(abs(one - other) for one, other in pairwise(profile)) < LEAST_STEP


def test_a_card_that_lies_turned_has_no_stairs() -> None:
    op = kit_ops.Laid(Rect(0, 0, 190, 80), (344, 218), (), (20.0, 170.0), (0.0, 190.0), 4.0)
    profile = _profile(drawings.drawn(op, _sheet))
    assert max(abs(one - other) for one, other in pairwise(profile)) < LEAST_STEP


@pytest.mark.parametrize("transparent", [False, True])
@pytest.mark.parametrize("size", [(700, 500), (701, 497)])
def test_of_a_few_lines_on_a_large_drawing_only_those_are_kept_and_it_looks_the_same(
    size: tuple[int, int], transparent: bool
) -> None:
    w, h = size
    lines = (
        f'<path d="M{w / 2} 2 L20.4 {h - 60.7} M{w / 2} 2 L{w - 8} {h - 60}" stroke="#9a7040" stroke-width="3.3"/>'
        f'<ellipse cx="90" cy="{h - 40}" rx="80" ry="30" fill="#3a3038" fill-opacity="0.3"/>'
        f'<circle cx="{w - 1}" cy="{h - 1}" r="1"/>'
    )
    op = kit_ops.Drawing(Rect(0, 0, w, h), (w, h), lines)
    whole, pieces = drawings.drawn(op, _sheet), drawings.to_keep(op, _sheet)
    seen = []
    for draw in (lambda on: on.blit(whole, (30, 20)), lambda on: pieces.draw(on, (30, 20))):
        window = pygame.Surface((760, 540), pygame.SRCALPHA if transparent else 0, 32)
        window.fill((0, 0, 0, 0) if transparent else (200, 90, 31))
        draw(window)
        seen.append(window.get_buffer().raw)
    assert seen[0] == seen[1]
    assert sum(piece.get_width() * piece.get_height() for piece, _ in pieces.parts) < w * h / 4


def test_pictures_made_together_are_those_made_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    pygame.font.init()
    whole = Rect(0, 0, 400, 300)
    sheet = kit_ops.Fill(Rect(0, 0, 120, 80), (200, 80, 40), 12)
    words = kit_ops.Words(Rect(10, 10, 90, 40), "Wat nu?", "bold", 30, (0, 0, 0))
    stroke = '<path d="M0 0 L50 40" stroke="#225588" stroke-width="6"/>'
    ops: list[Any] = [
        *(kit_ops.Turned(Rect(20 * n, 10, 90, 70), (120, 80), (sheet,), n) for n in range(4)),
        kit_ops.Turned(Rect(200, 20, 90, 70), (120, 80), (sheet, words), -3),
        *(kit_ops.Drawing(Rect(20, 120 + 50 * n, 50, 40), (50, 40), stroke, 8) for n in range(3)),
        kit_ops.Laid(Rect(200, 150, 120, 60), (120, 80), (sheet,), (210.0, 310.0), (200.0, 320.0)),
        sheet, words,
    ]  # fmt: skip
    one, together = painter(), painter()
    together.prepare_together(ops)
    first = _seen(one, ops, whole)
    monkeypatch.setattr(drawings, "drawn", None)  # there is nothing left to make
    assert _seen(together, ops, whole) == first
    together.prepare_together(ops)


def _seen(on: Painter, ops: list[Any], whole: Rect) -> bytes:
    surface = pygame.Surface(whole[2:], pygame.SRCALPHA)
    on.draw(surface, [Drawn(op, whole, op.rect) for op in ops], whole)
    return surface.get_buffer().raw
