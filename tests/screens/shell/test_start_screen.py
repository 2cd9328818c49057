"""The first screen on windows of every size."""

import pytest

from tegenwicht.gallery.states import all_screens, built
from tegenwicht.kit.nodes import find
from tegenwicht.kit.ops import Words


@pytest.mark.parametrize("size", [(1024, 640), (1280, 720), (1366, 768), (1600, 900), (1920, 1080)])
def test_what_stands_on_a_place_is_there_whole(size: tuple[int, int]) -> None:
    tree = built(all_screens()["start with sessions"], size)[1]
    for key, words in (("new", "Samen, rond één scherm"), ("resume", "Team Zuid · ronde 2 · vanmorgen")):
        place = find(tree, key)
        assert place is not None
        shown = [op for op in place.ops if isinstance(op, Words)]
        assert words in [op.text for op in shown]
        assert all(place.rect.y <= op.rect.y and op.rect.bottom <= place.rect.bottom for op in shown)
