"""The first screen on windows of every size."""

from dataclasses import replace

import pytest

from tegenwicht import paths
from tegenwicht.gallery.states import all_screens, built
from tegenwicht.game.cards import Cluster
from tegenwicht.kit.nodes import find
from tegenwicht.kit.ops import Fill, Turned, Words
from tegenwicht.screens.start.open_card import SHOWN
from tegenwicht.storage.decks.reader import read_deck


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


@pytest.mark.parametrize("size", [(1024, 640), (1280, 720), (1366, 768)])
def test_on_a_small_open_card_no_word_is_broken_and_the_right_has_a_margin_too(size: tuple[int, int]) -> None:
    model = replace(all_screens()["start with sessions"], deck=read_deck(paths.decks() / "tegenwicht.yaml"))
    assert model.deck is not None
    for cluster in Cluster:
        for day in range(1, 10):
            chosen = replace(model, forms={SHOWN: cluster.value}, today=f"2026-11-{day:02}")
            card = find(built(chosen, size)[1], "start:card")
            assert card is not None
            (turned,) = card.ops
            assert isinstance(turned, Turned)
            paper, lines = turned.ops[0], [op for op in turned.ops if isinstance(op, Words)][2:]
            assert isinstance(paper, Fill)
            assert " ".join(op.text for op in lines) in {one.question for one in model.deck.cards}
            left = min(op.rect.x for op in lines) - paper.rect.x
            right = paper.rect.right - max(op.rect.right for op in lines)
            assert right >= left, card.label
