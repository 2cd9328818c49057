"""The very first frame: soon there, with all that can be pressed; and a moment later the whole picture."""

from pathlib import Path

import pygame
import pytest

from tegenwicht.app.opening import Opening
from tegenwicht.kit.nodes import Node, focusable
from tests.pilot import Pilot


def test_the_first_frame_has_every_word_and_the_next_is_as_if_all_had_been_drawn_at_once(
    tmp_path: Path, monkeypatch
) -> None:  # type: ignore[no-untyped-def]
    first: list[bytes] = []
    complete = Opening.complete

    def looked_at(opening: Opening) -> None:
        first.append(pygame.image.tobytes(opening.screen.surface, "RGB"))
        complete(opening)

    monkeypatch.setattr(Opening, "complete", looked_at)
    with Pilot(tmp_path, size=(1920, 1080)) as pilot:
        whole = pygame.image.tobytes(pilot.app.screen.surface, "RGB")
        assert pilot.app.screen.stage.frames == 2
        pilot.app.show(everything=True)
        assert pygame.image.tobytes(pilot.app.screen.surface, "RGB") == whole

    left = [slice(row * 5760, row * 5760 + 680 * 3) for row in range(1080)]
    assert all(first[0][row] == whole[row] for row in left)
    assert first[0] != whole


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 640), (1080, 1920), (640, 1000)])
def test_nothing_that_can_be_pressed_moves_when_the_rest_comes(
    size: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first: list[Node] = []
    complete = Opening.complete

    def looked_at(opening: Opening) -> None:
        first.append(opening.screen.stage.tree)
        complete(opening)

    monkeypatch.setattr(Opening, "complete", looked_at)
    with Pilot(tmp_path, size=size) as pilot:
        now = {node.key: node.rect for node in focusable(pilot.app.tree)}
        there = {node.key: node.rect for node in focusable(first[0])}
    assert there and all(now[key] == rect for key, rect in there.items())
