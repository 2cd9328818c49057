"""The first screen on windows of every size."""

from dataclasses import replace

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


def test_where_a_line_does_not_fit_its_middle_goes_and_no_word_is_cut() -> None:
    model = all_screens()["start with sessions"]
    kept = next(one for one in model.sessions if not one.finished)
    alone = kept._replace(title="", mode="alone", line="Alleen · Nog geen kaart gedaan", ago="vanmiddag")
    for size, words in (
        ((1920, 1080), "Alleen · nog geen kaart gedaan · vanmiddag"),
        ((1024, 640), "Alleen · vanmiddag"),
    ):
        place = find(built(replace(model, sessions=(alone,)), size)[1], "resume")
        assert place is not None
        assert words in [op.text for op in place.ops if isinstance(op, Words)]
        assert place.description == "Alleen · nog geen kaart gedaan · vanmiddag"
