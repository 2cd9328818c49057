"""Other kinds of card at the table: what stands on them, what can be done with them, and where they lie."""

import pytest

from tegenwicht.gallery import kinds
from tegenwicht.gallery import states as screens
from tegenwicht.game import tegenwicht as t
from tegenwicht.game.cards import Cluster
from tegenwicht.game.drawing import Drawing
from tegenwicht.kit.nodes import Node, walk
from tegenwicht.screens.shell.commands import Do
from tegenwicht.screens.shell.model import Model

BOTH = ((1920, 1080), (1024, 640))


def nodes(model: Model, size: tuple[int, int] = (1920, 1080)) -> dict[str, Node]:
    """What is on the screen, by key."""
    return {node.key: node for node in walk(screens.built(model, size)[1])}


@pytest.mark.parametrize("size", BOTH)
def test_a_situatie_asks_what_weighs_here_and_is_not_weighed(size: tuple[int, int]) -> None:
    found = nodes(kinds.screens()["kinds, a situatie"], size)
    said = " ".join(node.label for key, node in found.items() if key.startswith("card"))
    assert "Wat weegt hier?" in said
    assert "Maandag 8.40" in said
    assert "weigh" not in found
    assert "ear" not in found
    assert found["counter:client"].action == Do(t.Mention(Cluster.CLIENT))


def test_everyone_takes_part_in_a_stelling_and_an_opdracht() -> None:
    for name in ("kinds, a stelling", "kinds, an opdracht with places"):
        assert nodes(kinds.screens()[name])["top:words"].label == "Iedereen doet mee"


def test_five_places_say_which_of_them_a_card_lies_on() -> None:
    found = nodes(kinds.screens()["kinds, an opdracht with places"])
    assert [found[f"place:{n}"].pressed for n in range(1, 6)] == [True, True, False, False, False]
    assert "place:1" not in nodes(kinds.screens()["kinds, a long opdracht"])


@pytest.mark.parametrize("size", BOTH)
def test_cards_without_a_cluster_have_a_pile_of_their_own(size: tuple[int, int]) -> None:
    others = nodes(kinds.screens()["kinds, piles"], size)["pile:others"]
    assert others.label == "Stapel Andere kaarten"
    assert others.value == "10 kaarten"
    assert "pile:others" not in nodes(screens.all_screens()["table"], size)


def test_a_card_is_drawn_from_that_pile() -> None:

    found = nodes(kinds.table(drawing=Drawing.PILE).model(screens.OFF))
    assert found["pile:others"].action == Do(t.DrawFrom(None))
