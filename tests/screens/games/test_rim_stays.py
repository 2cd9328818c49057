"""The buttons on the table's rim stay where they are while a panel opens and while the focus goes on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tegenwicht.kit.nodes import Node
from tegenwicht.kit.ops import Words
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
