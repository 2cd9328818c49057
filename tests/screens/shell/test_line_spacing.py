"""Lines of running text farther apart: a choice that is kept, and that no layout breaks on."""

from dataclasses import replace
from pathlib import Path

import pytest

from tegenwicht.gallery import states as screens
from tegenwicht.gallery.looks import shortcomings
from tegenwicht.kit.nodes import find
from tests.pilot import Pilot


def test_the_lines_are_farther_apart_at_once_and_that_is_kept(tmp_path: Path) -> None:
    with Pilot(tmp_path / "data", size=(1280, 800)) as pilot:
        pilot.press("Hulp")
        words = next(node for node in pilot.nodes() if node.label.startswith("Neem denktijd."))
        lines, usual = len(words.ops), words.rect.h
        assert lines > 1
        pilot.key("f2")
        assert pilot.control("Gewoon").pressed
        pilot.press("Extra ruim")
        pilot.again()
        pilot.press("Hulp")
        spaced = find(pilot.tree_node, words.key)
        assert spaced is not None
        assert len(spaced.ops) == lines
        assert spaced.rect.h == pytest.approx(usual * 1.3, abs=lines)


@pytest.mark.parametrize(("size", "text"), [((1920, 1080), 100), ((1024, 640), 200)])
def test_no_screen_falls_short_with_the_lines_as_far_apart_as_can_be(
    size: tuple[int, int], text: int
) -> None:
    found = {}
    for name, model in screens.all_screens().items():
        spaced = replace(model, settings=replace(model.settings, spacing=130))
        wrong = shortcomings(screens.built(spaced, size, text)[1])
        found[name] = wrong and not shortcomings(screens.built(model, size, text)[1])
    assert [name for name, wrong in found.items() if wrong] == []
