"""The buttons on the table's rim stay where they are while a panel opens and while the focus goes on."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tegenwicht.gallery import states
from tegenwicht.kit.nodes import Node, focusable
from tegenwicht.kit.ops import Fill, Words
from tegenwicht.kit.rect import Rect
from tests.pilot import TO_THE_TABLE, Pilot

ON_RIM = ("order", "next", "put-aside", "more", "done")
SIZES = [(1024, 640), (1366, 768), (1920, 1080)]


def everything(node: Node) -> Iterator[Node]:
    """Every node, also those behind a panel."""
    yield node
    for child in node.children:
        yield from everything(child)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_no_button_and_no_tent_moves_when_meer_opens_or_the_focus_goes_on(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    with Pilot(tmp_path / "data", size=size) as pilot:
        pilot.press(*TO_THE_TABLE, "Laat het lot kiezen", "Begin te vertellen")

        def places() -> dict[str, Rect]:
            return {node.key: node.rect for node in everything(pilot.app.tree) if node.key in ON_RIM}

        before = places()
        assert {"more", "done"} <= set(before)
        pilot.reach("more")
        assert places() == before, "the focus went on"
        pilot.press("Meer")
        assert "Minuut erbij" in pilot.labels()
        assert places() == before, "Meer opened"
        for node in everything(pilot.app.tree):
            if node.key in ("more", "done"):  # where no key's sign stands now, the word is in the middle
                (word,) = (op for op in node.ops if isinstance(op, Words))
                left, right = word.rect.x - node.rect.x, node.rect.right - word.rect.right
                assert abs(left - right) <= 2, f"{word.text} stands off"


@pytest.mark.parametrize("size", SIZES[:2], ids=lambda size: f"{size[0]}x{size[1]}")
def test_help_and_menu_stand_still_from_one_screen_to_the_next(tmp_path: Path, size: tuple[int, int]) -> None:
    with Pilot(tmp_path / "data", size=size) as pilot:
        pilot.press(*TO_THE_TABLE)
        before = pilot.control("Hulp").rect, pilot.control("Menu").rect
        for step in ("Laat het lot kiezen", "Begin te vertellen", "Wegen"):
            pilot.press(step)
            assert (pilot.control("Hulp").rect, pilot.control("Menu").rect) == before, step


@pytest.mark.parametrize(
    "size", [(1920, 1080), (1600, 1200), (2560, 1080)], ids=lambda size: f"{size[0]}x{size[1]}"
)
def test_meer_cuts_no_counter_through_and_what_enter_does_in_it_is_inked(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    with Pilot(tmp_path / "data", size=size) as pilot:
        pilot.press(*TO_THE_TABLE, "Laat het lot kiezen", "Begin te vertellen")
        counters = [one.rect for one in everything(pilot.app.tree) if one.key.startswith("counter:")]
        assert len(counters) == 6
        pilot.press("Meer")
        (panel,) = (one for one in everything(pilot.app.tree) if one.key == "panel:more")
        behind = [rect for rect in counters if rect.x > panel.rect.x]
        assert len(behind) == 3
        for rect in behind:
            assert panel.rect.y <= rect.y or rect.bottom <= panel.rect.y + 1, "cut through"
        for row in panel.children:
            assert panel.rect.y < row.rect.y and row.rect.bottom < panel.rect.bottom
        for _ in range(3):
            inked = [one.key for one in panel_rows(pilot) if is_inked(one, pilot)]
            assert inked == [pilot.app.model.focus]
            pilot.key("tab")


def panel_rows(pilot: Pilot) -> tuple[Node, ...]:
    """What can be done in *Meer*."""
    (panel,) = (one for one in everything(pilot.app.tree) if one.key == "panel:more")
    return panel.children


def is_inked(row: Node, pilot: Pilot) -> bool:
    """Whether it stands on the ground that the main button has."""
    ground = row.ops[0]
    assert isinstance(ground, Fill)
    return ground.colour == pilot.app.screen.stage.theme.strong


@pytest.mark.parametrize("focus", ["bar:help", "hands:count", "primary", "back"])
def test_no_button_leaves_the_stacked_rim_or_comes_to_it_as_the_focus_goes_on(focus: str) -> None:
    model = states.all_screens()["fingers"]
    model = replace(model, settings=replace(model.settings, text_size=200))

    def in_order(key: str) -> list[str]:
        _, tree = states.window().built(replace(model, focus=key, seen=""), (1024, 640))
        return [node.key for node in focusable(tree)]

    assert in_order(focus) == in_order("")
