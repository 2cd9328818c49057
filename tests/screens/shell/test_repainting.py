"""Whatever was on the window before, a screen looks the same: no left-over of it stays, and nothing of the new is lost."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from tegenwicht import paths
from tegenwicht.gallery.states import all_screens
from tegenwicht.kit.rect import Rect
from tegenwicht.preferences import Theme
from tegenwicht.screens.shell.model import Model
from tegenwicht.screens.shell.stage import Stage
from tests.pilot import TO_THE_TABLE, Pilot

SIZE = (1280, 720)


@pytest.fixture(scope="module")
def states() -> dict[str, Model]:
    return {name: model for name, model in all_screens().items() if model.directing != "apart"}


@pytest.fixture
def stage() -> Iterator[Stage]:
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode(SIZE)
    yield Stage(paths.assets(), lambda _parts: None)
    pygame.display.quit()


def _differs(one: pygame.Surface, other: pygame.Surface) -> Rect | None:
    """What is around all pixels that are not the same in both."""
    apart = one.copy()
    apart.blit(other, (0, 0), special_flags=pygame.BLEND_RGB_SUB)
    back = other.copy()
    back.blit(one, (0, 0), special_flags=pygame.BLEND_RGB_SUB)
    apart.blit(back, (0, 0), special_flags=pygame.BLEND_RGB_ADD)
    mask = pygame.mask.from_threshold(apart, (0, 0, 0), (1, 1, 1, 255))
    mask.invert()
    boxes = mask.get_bounding_rects()
    return Rect(*boxes[0].unionall(boxes[1:])) if boxes else None


@pytest.mark.parametrize("theme", ["light", "contrast"])
def test_a_screen_drawn_over_another_is_as_one_drawn_afresh(
    states: dict[str, Model], stage: Stage, theme: str
) -> None:
    window, afresh = pygame.Surface(SIZE), pygame.Surface(SIZE)
    before, wrong = "nothing", []
    for name, model in states.items():
        model, tree = stage.built(replace(model, settings=replace(model.settings, theme=Theme(theme))), SIZE)
        stage.draw(window, tree, model.focus)
        stage.painter.draw(afresh, stage._drawn, Rect(0, 0, *SIZE))
        if place := _differs(window, afresh):
            wrong.append(f"{name!r} after {before!r}: {tuple(place)}")
            window.blit(afresh, (0, 0))
        before = name
    assert not wrong, "\n".join(wrong)


FULLEST = (
    "feedback question 3, the longest", "feedback people", "harvest, the scale of twelve", "table of twelve",
    "alone hand", "discussed, its other side",
)  # fmt: skip
"""The screens with the largest drawings."""


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720)])
@pytest.mark.parametrize("name", FULLEST)
def test_what_is_drawn_again_is_not_made_again(
    states: dict[str, Model], stage: Stage, monkeypatch: pytest.MonkeyPatch, name: str, size: tuple[int, int]
) -> None:
    """All the drawings of a screen are kept together, as many as there are."""
    window = pygame.Surface(size)
    model, tree = stage.built(states[name], size)
    stage.draw(window, tree, model.focus)
    made: list[object] = []
    monkeypatch.setattr(stage.painter.drawings, "put", lambda key, drawn: made.append(key) or drawn)
    stage.draw(window, tree, model.focus, everything=True)
    assert not made


@pytest.mark.parametrize("key", ["f1", "f2"])
def test_back_at_the_table_what_lies_on_it_is_not_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    """From the help or the settings, each with a table of its own behind it; twenty drawings are on this one."""
    with Pilot(tmp_path, size=(1920, 1080)) as pilot:
        pilot.press(*TO_THE_TABLE, "Laat het lot kiezen", "Klaar")
        drawings, made = pilot.app.screen.stage.painter.drawings, list[object]()
        put = drawings.put
        monkeypatch.setattr(drawings, "put", lambda key, drawn: made.append(key) or put(key, drawn))
        for _ in range(3):
            pilot.key(key)
            made.clear()
            pilot.key("escape")
            assert pilot.app.model.scene == "play"
            assert len(made) <= 1
