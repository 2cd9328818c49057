"""What of a screen is built again, and what is not: counted, for every key and every second of the clock."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tegenwicht.kit.paint import flatten
from tegenwicht.kit.parts import Parts
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.shell.stage import Stage, scene_tree
from tests.pilot import TO_THE_TABLE, Pilot

LARGE, SMALL = (1920, 1080), (1280, 800)
KEYS = (
    "tab", "tab", "shift+tab", "return", "space", "escape", "a", "t", "w", "o", "p", "m", "1", "2", "6", "left", "down",
    "n", "d", "ctrl+z", "g",
)  # fmt: skip


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the parts that are built from now on."""
    names: list[str] = []
    build = Parts._built

    def noted(parts: Parts, one: Callable[..., Any], given: tuple[Any, ...]) -> Any:
        names.append(one.__name__)
        return build(parts, one, given)

    monkeypatch.setattr(Parts, "_built", noted)
    return names


@pytest.mark.parametrize(("size", "part"), [(LARGE, "clock"), (SMALL, "_above")])
def test_a_second_builds_the_clock_and_draws_only_that(
    size: tuple[int, int], part: str, tmp_path: Path, built: list[str]
) -> None:
    with Pilot(tmp_path, size=size) as pilot:
        pilot.press(*TO_THE_TABLE, "Laat het lot kiezen")
        pilot.pass_time(1)
        before, handed = pilot.tree_node.children, handed_over(pilot)
        built.clear()
        pilot.pass_time(1)
        clock = next(one for one in pilot.tree_node.children if one.key == "clock")
        other = {one.key for one in pilot.tree_node.children if not any(one is was for was in before)}
        assert built == [part]
        assert {"clock", "status"} <= other
        assert not other & {"card", "article", "done", "order"}
        assert handed
        assert all(clock.rect.around(seen) == clock.rect for seen in handed)


@pytest.mark.parametrize("size", [LARGE, SMALL])
def test_tab_builds_nothing_where_no_sign_follows_the_focus(
    size: tuple[int, int], tmp_path: Path, built: list[str]
) -> None:
    with Pilot(tmp_path, size=size) as pilot:
        pilot.press(*TO_THE_TABLE, "Laat het lot kiezen")
        while pilot.app.model.focus in ("card", "done"):
            pilot.key("tab")
        pilot.key("tab")
        assert pilot.app.model.focus not in ("card", "done")
        built.clear()
        for _ in range(4):
            was = pilot.app.model.focus
            pilot.key("tab")
            assert pilot.app.model.focus != was
        assert built == []


@pytest.mark.parametrize(("seed", "size"), [(0, LARGE), (1, LARGE), (2, SMALL)])
def test_what_is_kept_is_what_would_be_built(
    seed: int, size: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is pressed: the tree and its ops are those of a screen of which nothing was kept."""
    keys, draw = random.Random(seed), Stage.draw

    def checked(
        stage: Stage, surface: Any, tree: Any, focus: str, everything: bool = False, pointed: bool = False
    ) -> bool:
        done = draw(stage, surface, tree, focus, everything, pointed)
        assert stage._drawn == flatten(tree, stage._focus_ring(tree, focus, pointed))
        return done

    monkeypatch.setattr(Stage, "draw", checked)
    with Pilot(tmp_path, size=size) as pilot:
        pilot.press(*TO_THE_TABLE)
        for _ in range(60):
            if keys.random() < 0.2:
                pilot.pass_time(keys.choice([1, 1, 40]))
            else:
                pilot.key(keys.choice(KEYS))
            stage, model = pilot.app.screen.stage, pilot.app.model
            plain = scene_tree(stage.view(model, size))
            assert written(pilot.tree_node) == written(plain)


def written(tree: Any) -> list[Any]:
    """All of a tree but its commands, some of which hold a function made for them."""
    own = tree._replace(action=None, increase=None, decrease=None, bindings=(), drag=None, children=())
    return [own, [name for name, _ in tree.bindings], [written(child) for child in tree.children]]


def handed_over(pilot: Pilot) -> list[Rect]:
    """The parts of the window that are handed over from now on."""
    parts: list[Rect] = []
    stage = pilot.app.screen.stage
    hand_over = stage._hand_over
    stage._hand_over = lambda some: (parts.extend(some), hand_over(some))
    return parts
