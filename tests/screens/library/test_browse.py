"""The cards: finding cards while typing, seeing only some, and playing with a hand of them."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from tegenwicht import paths
from tegenwicht.gallery import states as screens
from tegenwicht.gallery.played import deck_of, usual_card
from tegenwicht.game.cards import Cluster, Deck
from tegenwicht.kit.nodes import Node, Role, find, walk
from tegenwicht.kit.ops import Fill, Words
from tegenwicht.screens.shell.theme import theme_named
from tegenwicht.storage.decks.reader import read_deck
from tests.pilot import DECK, TO_THE_TABLE, Pilot

VISION = "1. Visie van beroeps- en brancheorganisaties op begeleiding"
CLIENT = {9, 10, 11, 12, 13, 14, 15, 16}


@pytest.fixture
def pilot(tmp_path: Path) -> Iterator[Pilot]:
    with Pilot(tmp_path / "data", size=(1920, 1080)) as found:
        found.press("Kaarten")
        yield found


def tiles(tree: Node) -> list[int]:
    """The numbers of the cards on the table, in reading order."""
    return [int(node.key.split(":")[1]) for node in walk(tree) if node.key.startswith("tile:")]


def lies(pilot: Pilot) -> set[int]:
    return set(tiles(pilot.tree_node))


def count(pilot: Pilot) -> str:
    """What the screen says about how many cards there are."""
    (node,) = (node for node in pilot.nodes() if node.key == "browse:count")
    return node.label


def title_of(pilot: Pilot, number: int) -> str:
    deck = pilot.app.model.deck
    assert deck is not None
    return next(f"{card.number}. {card.title}" for card in deck.cards if card.number == number)


def pick(pilot: Pilot, *numbers: int) -> None:
    """Put cards in the hand on the table, or take them out."""
    for number in numbers:
        pilot.press(f"In de hand: {title_of(pilot, number)}")


def in_hand(pilot: Pilot) -> list[int]:
    """The row of the hand, as it is shown."""
    row = [node for node in pilot.nodes() if node.label.startswith("Uit de hand: ")]
    return [int(node.label.removeprefix("Uit de hand: ").split(".")[0]) for node in row]


# -- finding


def test_all_cards_lie_by_cluster_under_the_name_of_their_deck(pilot: Pilot) -> None:
    assert pilot.title == "Kaarten – Tegenwicht"
    assert "Kaartset: Tegenwicht" in pilot.text()
    assert tiles(pilot.tree_node) == list(range(1, 49))
    assert count(pilot) == "48 kaarten"


def test_the_cards_are_found_while_one_types_whatever_the_accents(pilot: Pilot) -> None:
    pilot.fill("Zoek een woord of nummer", "")
    seen = []
    for letter in "client":
        pilot.type(letter)
        seen.append(lies(pilot))
    assert seen[0] > seen[-1] >= CLIENT  # what has the word Cliënt on it, its cluster too
    assert all(after <= before for before, after in pairwise(seen))
    assert count(pilot) == f"{len(seen[-1])} van 48 kaarten"
    pilot.fill("Zoek een woord of nummer", "CLIËNT")
    assert lies(pilot) == seen[-1]
    pilot.key("backspace")
    assert lies(pilot) == seen[-2]


def test_a_number_finds_that_card_and_enter_opens_it(pilot: Pilot) -> None:
    pilot.fill("Zoek een woord of nummer", "9")
    assert lies(pilot) == {9}
    pilot.key("return")
    assert "Kaart 9, Cliënt" in pilot.text()
    pilot.key("escape")
    assert lies(pilot) == {9}


def test_a_factor_is_found_by_the_name_that_the_study_gave_it(tmp_path: Path) -> None:
    with Pilot(tmp_path / "newest", deck=paths.decks() / "tegenwicht.yaml") as pilot:
        pilot.press("Kaarten")
        pilot.fill("Zoek een woord of nummer", "aanpassingsbereidheid")
        assert count(pilot).startswith("1 van")
        pilot.key("return")
        assert "In het onderzoek heet dit: Aanpassingsbereidheid werkgever behoeften cliënt" in pilot.text()
        (card,) = [
            card for card in read_deck(paths.decks() / "tegenwicht.yaml").cards if "bereidheid" in card.factor
        ]
        assert card.explanation in pilot.text() and "bereidheid" not in card.title


def test_words_that_are_nowhere_find_nothing_and_that_is_said(pilot: Pilot) -> None:
    pilot.fill("Zoek een woord of nummer", "zzz")
    assert (lies(pilot), count(pilot)) == (set(), "0 van 48 kaarten")
    assert "Geen kaart gevonden." in pilot.text()
    pilot.press("Alles tonen")
    assert count(pilot) == "48 kaarten"
    assert pilot.value("Zoek een woord of nummer") == ""


def test_clusters_are_chosen_one_by_one_and_none_is_all(pilot: Pilot) -> None:
    pilot.press("Cliënt")
    assert lies(pilot) == CLIENT
    pilot.press("Wet & beleid")
    assert lies(pilot) == CLIENT | set(range(33, 41))
    assert count(pilot) == "16 van 48 kaarten"
    pilot.press("Cliënt", "Wet & beleid")
    assert count(pilot) == "48 kaarten"


def test_the_cards_with_a_published_place_are_the_ten_of_the_study(pilot: Pilot) -> None:
    deck = pilot.app.model.deck
    assert deck is not None
    pilot.press("Met plaats uit het onderzoek")
    assert (
        lies(pilot) == {card.number for card in deck.cards if card.rank}
        and count(pilot) == "10 van 48 kaarten"
    )
    pilot.press("Cliënt")
    assert {card.cluster.value for card in deck.cards if card.number in lies(pilot)} == {"client"}
    pilot.press("Cliënt", "Uit de praktijk")
    assert lies(pilot) and not any(card.rank for card in deck.cards if card.number in lies(pilot))


def test_a_card_shows_its_place_only_when_it_has_one(pilot: Pilot) -> None:
    deck = pilot.app.model.deck
    assert deck is not None
    for card in deck.cards:
        node = find(pilot.tree_node, f"browse:{card.number}")
        assert node is not None
        assert ("plaats" in node.description) == (card.rank is not None)
    shown = find(pilot.tree_node, "browse:1")
    assert shown is not None and deck.cards[0].rank is not None
    painted = [op.text for op in shown.ops if isinstance(op, Words)]
    assert painted[:2] == ["1", f"plaats {deck.cards[0].rank.overall}"]


def test_paging_stays_among_the_cards_that_were_found_and_leads_back_to_the_card(pilot: Pilot) -> None:
    pilot.press("Cliënt", title_of(pilot, 16))
    assert "8 van 8" in pilot.text()
    pilot.press("Volgende")
    assert "Kaart 9, Cliënt" in pilot.text()
    pilot.press("Vorige", "Vorige", "Alle kaarten")
    assert lies(pilot) == CLIENT
    assert pilot.focus == title_of(pilot, 15)


def test_of_a_very_large_deck_all_cards_of_a_cluster_come_when_asked_for() -> None:
    model = screens.all_screens()["cards, very many"]
    model, tree = screens.built(model, (1920, 1080))
    (more,) = (node for node in walk(tree) if node.label == "Toon alle 40 kaarten van Cliënt")
    assert len(tiles(tree)) == 6 * 24
    model = replace(model, forms={more.action.form: more.action.value})  # type: ignore[attr-defined]
    _, tree = screens.built(model, (1920, 1080))
    assert len(tiles(tree)) == 5 * 24 + 40


def test_a_card_out_of_sight_is_there_for_a_screen_reader_and_painted_when_it_comes_into_sight(
    pilot: Pilot,
) -> None:
    far = title_of(pilot, 48)
    assert not pilot.control(far).ops
    there = pilot.in_sight(pilot.control(far))
    assert any(isinstance(op, Words) for op in there.ops)


# -- the hand


def test_cards_go_into_the_hand_and_out_of_it_again(pilot: Pilot) -> None:
    assert "De hand is leeg." in pilot.text()
    pick(pilot, 9, 3, 41)
    assert in_hand(pilot) == [9, 3, 41]
    assert pilot.can("Sessie met deze 3 kaarten")
    pick(pilot, 3)
    pilot.press(f"Uit de hand: {title_of(pilot, 9)}")
    assert in_hand(pilot) == [41]
    pilot.press(title_of(pilot, 1), "In de hand", "Alle kaarten")
    assert in_hand(pilot) == [41, 1]
    pilot.press("Hand leegmaken")
    assert in_hand(pilot) == []
    assert pilot.can("Klaar") and not any(label.startswith("Sessie met") for label in pilot.labels())


def test_the_opened_card_says_whether_it_is_in_the_hand(pilot: Pilot) -> None:
    pilot.press(VISION)
    assert pilot.can("In de hand")
    pilot.press("In de hand")
    assert pilot.can("Uit de hand")
    pilot.press("Uit de hand", "Alle kaarten")
    assert in_hand(pilot) == []


def order_of(pilot: Pilot) -> list[int]:
    """The cards of the session on the table."""
    assert pilot.app.back.session is not None
    return sorted(pilot.app.back.session.timeline.session.order)


def test_a_session_with_the_hand_is_played_with_those_cards_and_resumed_with_them(pilot: Pilot) -> None:
    pick(pilot, 9, 3, 41)
    pilot.press("Sessie met deze 3 kaarten")
    assert pilot.title == "Nieuwe sessie – Tegenwicht"
    pilot.press("Verder: tafel en tijd")
    assert "3 kaarten die in de hand liggen" in pilot.text()
    pilot.press("Aan tafel")
    assert order_of(pilot) == [3, 9, 41]
    pilot.press("Laat het lot kiezen", "Klaar", "Laat het lot kiezen", "Klaar", "Laat het lot kiezen")
    assert pilot.app.back.session is not None
    drawn = pilot.said
    pilot.again()
    pilot.press(next(label for label in pilot.labels() if label.startswith("Verder met")))
    assert order_of(pilot) == [3, 9, 41]
    assert drawn in pilot.said
    pilot.press("Opnieuw schudden")
    assert pilot.said == "2 kaarten geschud"


def test_one_plays_alone_with_the_hand(pilot: Pilot) -> None:
    pick(pilot, 20, 30)
    pilot.press("Alleen spelen met deze kaarten")
    assert order_of(pilot) == [20, 30]


def test_the_hand_is_still_there_after_a_session(pilot: Pilot) -> None:
    pick(pilot, 9, 3)
    pilot.press(
        "Sessie met deze 2 kaarten", "Verder: tafel en tijd", "Aan tafel", "Naar het begin", "Kaarten"
    )
    assert in_hand(pilot) == [9, 3]


def test_another_deck_has_a_hand_of_its_own(pilot: Pilot) -> None:
    pick(pilot, 9, 3)
    pilot.press("De cliënt meenemen")
    assert "Kaartset: De cliënt meenemen" in pilot.text()
    assert in_hand(pilot) == []
    first = next(iter(tiles(pilot.tree_node)))
    pick(pilot, first)
    pilot.press("Tegenwicht")
    assert in_hand(pilot) == [9, 3]
    pilot.press("De cliënt meenemen")
    assert in_hand(pilot) == [first]


def test_cards_to_mix_in_are_not_offered_as_a_deck_to_play_with(pilot: Pilot) -> None:
    labels = {node.label for node in pilot.nodes()}
    assert "De cliënt meenemen" in labels and "Erbij" not in labels


def test_a_hand_chosen_to_play_with_does_not_go_over_to_another_deck(pilot: Pilot) -> None:
    pick(pilot, 9, 3)
    pilot.press(
        "Sessie met deze 2 kaarten",
        "Terug",
        "De cliënt meenemen",
        "Klaar",
        *TO_THE_TABLE,
    )
    deck = pilot.app.model.deck
    assert deck is not None
    assert order_of(pilot) == sorted(card.number for card in deck.cards)


def test_a_full_hand_takes_no_more_cards_but_gives_them_back() -> None:
    deck: Deck = deck_of(usual_card, 10, "Groot")
    model = replace(
        screens.all_screens()["cards"], deck=deck, forms={"browse:hand:proef": tuple(range(1, 49))}
    )
    _, tree = screens.built(model, (1920, 1080))
    toggles = {
        node.key: node.enabled for node in walk(tree) if node.role is Role.TOGGLE and "hand:" in node.key
    }
    assert toggles["hand:48"] and not toggles["hand:49"] and len(toggles) == 60


# -- by keyboard alone, by a screen reader alone


def by_keyboard(pilot: Pilot) -> None:
    def go_to(label: str) -> None:
        pilot.reach(pilot.control(label).key)

    go_to("Zoek een woord of nummer")
    pilot.type("9")
    go_to(f"In de hand: {title_of(pilot, 9)}")
    pilot.key("return")
    go_to("Alles tonen")
    pilot.key("return")
    go_to(VISION)
    pilot.key("return")
    go_to("In de hand")
    pilot.key("return", "escape")
    go_to("Sessie met deze 2 kaarten")
    pilot.key("return", "return", "pagedown")


def by_requests(pilot: Pilot) -> None:
    pilot.ask("set_value", "Zoek een woord of nummer", "9")
    pilot.ask("press", f"In de hand: {title_of(pilot, 9)}")
    pilot.ask("press", "Alles tonen")
    pilot.ask("press", VISION)
    pilot.ask("press", "In de hand")
    pilot.ask("press", "Alle kaarten")
    pilot.ask("press", "Sessie met deze 2 kaarten")
    pilot.ask("press", "Verder: tafel en tijd")
    pilot.ask("press", "Aan tafel")


@pytest.mark.parametrize("way", [by_keyboard, by_requests])
def test_a_hand_is_made_and_played_with_in_every_way(way: Callable[[Pilot], None], pilot: Pilot) -> None:
    way(pilot)
    assert order_of(pilot) == [1, 9]


# -- the moment of the klantreis


def test_the_moment_that_was_chosen_stands_with_every_card(tmp_path: Path) -> None:
    with Pilot(tmp_path / "data", deck=DECK) as pilot:
        pilot.press("Spelen", "Verder: tafel en tijd", "Meer keuzes", "Intake", "Aan tafel")
        assert "Denk aan een intake van de laatste weken." in pilot.text()
        pilot.press("Laat het lot kiezen")
        assert pilot.said.endswith("Denk aan een intake van de laatste weken.")
        assert "Intake" in pilot.text().splitlines()
        pilot.press("Naar het begin", "Eerdere sessies")
        assert "Ronde 1 van 3 · 5 deelnemers · Intake" in pilot.text()


def test_without_a_moment_nothing_is_said_of_one(tmp_path: Path) -> None:
    with Pilot(tmp_path / "data", deck=DECK) as pilot:
        pilot.press(*TO_THE_TABLE)
        assert "Denk aan" not in pilot.text()
        pilot.press("Laat het lot kiezen")
        assert "Denk aan" not in pilot.said


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_a_card_has_the_colour_of_its_cluster_as_on_the_table(theme: str) -> None:
    solid = theme_named(theme).clusters[Cluster.CLIENT].solid
    for name, key in (("one card", "head:9"), ("cards", "browse:9")):
        node = find(screens.built(screens.all_screens()[name], (1920, 1080), theme=theme)[1], key)
        assert node is not None
        assert solid in [op.colour for op in node.ops if isinstance(op, Fill)]
