"""What is drawn again, and what is not: a window that comes back, a ring that goes round a card."""

from itertools import combinations
from pathlib import Path

import pygame
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tegenwicht.kit.nodes import Role, focusable
from tegenwicht.kit.ops import Fill, Still
from tegenwicht.kit.paint import MOST_PARTS, Painter, apart
from tegenwicht.kit.rect import Rect
from tests.pilot import TO_THE_TABLE, Pilot


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[Rect]:
    """The parts of the window that are drawn from now on."""
    parts: list[Rect] = []
    draw = Painter.draw

    def noted(painter: Painter, surface: pygame.Surface, ops: list, part: Rect) -> None:  # type: ignore[type-arg]
        parts.append(part)
        draw(painter, surface, ops, part)

    monkeypatch.setattr(Painter, "draw", noted)
    return parts


@pytest.mark.parametrize("event", [pygame.WINDOWEXPOSED, pygame.WINDOWRESTORED])
def test_a_window_that_was_covered_is_handed_over_as_it_is(
    event: int, tmp_path: Path, drawn: list[Rect]
) -> None:
    with Pilot(tmp_path, size=(1920, 1080)) as pilot:
        stage = pilot.app.screen.stage
        frames, parts = stage.frames, len(drawn)
        pilot.app.take([pygame.event.Event(event)])
        assert stage.frames == frames + 1
        assert len(drawn) == parts


def test_the_ring_around_a_card_does_not_draw_the_card_again(tmp_path: Path, drawn: list[Rect]) -> None:
    with Pilot(tmp_path, size=(1920, 1080)) as pilot:
        pilot.press(*TO_THE_TABLE, "Laat het lot kiezen")
        card = next(node for node in focusable(pilot.app.tree) if node.role is Role.ARTICLE)
        assert pilot.app.model.focus == card.key
        drawn.clear()
        pilot.key("tab")
        assert pilot.app.model.focus != card.key
    inside = card.rect.inset(80)
    again = sum(part.shared(inside).w * part.shared(inside).h for part in drawn)
    assert drawn and again < inside.w * inside.h / 10


@pytest.mark.parametrize("radius", [0, 6, 28, 60])
@pytest.mark.parametrize("wide", [1, 5, 9])
def test_a_border_is_as_if_all_of_it_were_filled_first(radius: int, wide: int, tmp_path: Path) -> None:
    with Pilot(tmp_path) as pilot:
        shapes = pilot.app.screen.stage.painter.shapes
        rect, ink, paper = Rect(10, 10, 240, 160), (20, 30, 40), (250, 240, 230)
        one, other = pygame.Surface((260, 180)), pygame.Surface((260, 180))
        for surface in (one, other):
            surface.fill((90, 120, 90))
        shapes.edge(one, rect, wide, ink, radius, False)
        shapes.fill(other, *rect, ink, radius, False)
        for surface in (one, other):
            shapes.fill(surface, *rect.inset(wide), paper, max(0, radius - wide), False)
        assert one.get_buffer().raw == other.get_buffer().raw


def test_what_is_covered_is_not_drawn_and_nobody_sees_the_difference(tmp_path: Path) -> None:
    with Pilot(tmp_path, size=(1920, 1080)) as pilot:
        pilot.press(*TO_THE_TABLE, "Laat het lot kiezen")
        stage, whole = pilot.app.screen.stage, Rect(0, 0, 1920, 1080)
        painter, kinds = stage.painter, dict(stage.painter._draw)
        one, other = pygame.Surface(whole[2:]), pygame.Surface(whole[2:])
        for drawn in stage._drawn:
            painter.draw(one, [drawn], whole)
        filled: list[Rect] = []
        painter._draw[Fill] = lambda surface, op: (filled.append(op.rect), kinds[Fill](surface, op))[1]
        painter.draw(other, stage._drawn, whole)
        assert one.get_buffer().raw == other.get_buffer().raw
        (wood,) = (drawn.op.rect for drawn in stage._drawn if isinstance(drawn.op, Still) and drawn.op.solid)
        assert filled and wood not in filled


rectangles = st.builds(
    Rect, st.integers(0, 200), st.integers(0, 200), st.integers(1, 120), st.integers(1, 120)
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(rectangles, max_size=30))
def test_parts_that_are_drawn_again_do_not_meet_and_leave_nothing_out(wanted: list[Rect]) -> None:
    parts = apart(wanted)
    assert len(parts) <= MOST_PARTS
    assert not any(one.meets(other) for one, other in combinations(parts, 2))
    covered = {(x, y) for p in parts for x in range(p.x, p.right) for y in range(p.y, p.bottom)}
    assert all((x, y) in covered for r in wanted for x in (r.x, r.right - 1) for y in range(r.y, r.bottom))
    assert sum(part.w * part.h for part in parts) == len(covered)
