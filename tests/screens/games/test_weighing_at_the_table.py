"""Weighing a card at the table: count down, count hands, see how they lie; by keys alone and by ear alone."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from tegenwicht import paths
from tegenwicht.gallery.states import all_screens, built
from tegenwicht.game import events, tegenwicht
from tegenwicht.kit.nodes import Node, Role, find, scrolls_around, walk
from tegenwicht.kit.ops import Drawing
from tegenwicht.screens.shell import commands
from tegenwicht.storage.decks.reader import read_deck
from tests.pilot import Pilot


def begin(pilot: Pilot, rounds: int | None = 3) -> None:
    """A session of five with the deck that comes along."""
    people = tuple(
        events.Participant(n, name)
        for n, name in enumerate(("Samira", "Joost", "Anneke", "Deniz", "Willem"), 1)
    )
    deck = read_deck(paths.decks() / "tegenwicht.yaml")
    pilot.app.carry_out(
        [commands.Begin(events.Setup("tegenwicht", "Team Zuid", people, rounds=rounds), deck)]
    )


@pytest.fixture
def card(tmp_path: Path) -> Iterator[Pilot]:
    """A card on the table of five."""
    with Pilot(tmp_path, size=(1920, 1080)) as pilot:
        begin(pilot)
        pilot.app.carry_out([commands.Do(tegenwicht.BringUp(9))])
        pilot.pass_time(1)
        yield pilot


def kept(pilot: Pilot) -> tuple[int, int, int, int] | None:
    """How many gave 1, 2, 3 and 4, as it is kept with the card."""
    turn = tegenwicht.table(pilot.app.model.playing.timeline.session).turn  # type: ignore[union-attr]
    assert turn is not None
    return turn.cards[-1].weights


def heard(pilot: Pilot) -> str:
    """Everything that a screen reader can come past."""
    return "\n".join(
        f"{node.label} {node.value} {node.description}"
        for node in walk(pilot.tree_node)
        if node.role is not Role.BUTTON
    )


def plates(pilot: Pilot) -> list[Node]:
    return [node for node in pilot.nodes() if node.key.startswith("plate:")]


def test_by_keys_alone_hands_are_counted_and_shown_when_all_are(card: Pilot) -> None:
    card.key("w", "return", "1", "4", "3", "4", "3")
    assert kept(card) == (1, 0, 2, 2)
    assert [node.value for node in plates(card)] == ["1 hand", "0 handen", "2 handen", "2 handen"]
    card.key("return")
    assert card.focus.startswith("Kaart ")


def test_the_counting_down_waits_until_everyone_is_ready(card: Pilot) -> None:
    card.key("w")
    assert card.said != "3, 2, 1, vingers op!"
    assert card.can("Tel af: 3, 2, 1") and card.can("Tel de handen")
    card.key("return")
    assert card.said == "3, 2, 1, vingers op!"
    assert card.can("Tel de handen") and not card.can("Tel af: 3, 2, 1")


def test_space_counts_down_again_and_escape_leads_back(card: Pilot) -> None:
    card.key("w", "return", "space")
    assert card.said == "3, 2, 1, vingers op!"
    assert card.can("Tel de handen")
    card.key("escape")
    assert not card.can("Tel de handen")
    assert kept(card) is None


def test_a_hand_is_counted_at_once_while_the_words_still_stand(card: Pilot) -> None:
    card.key("w", "2")
    assert "1 van 5" in card.text()


def test_nothing_tells_which_weights_were_counted_before_all_are(card: Pilot) -> None:
    card.key("w", "space", "1")
    before = heard(card)
    card.key("1", "4")
    assert heard(card).replace("3 van 5", "1 van 5") == before
    assert plates(card) == []
    assert kept(card) is None


def test_page_up_takes_back_the_last_hand_and_says_which(card: Pilot) -> None:
    card.key("w", "return", "3", "4")
    assert card.can("Ongedaan maken: 4 vingers")
    card.key("pageup")
    assert card.said == "4 vingers niet geteld"
    assert "1 van 5" in card.text()
    card.key("4", "4", "4", "4", "pageup")  # also the hand that ended the counting
    assert kept(card) is None
    assert "4 van 5" in card.text()


def test_who_does_not_join_is_left_out(card: Pilot) -> None:
    card.key("w", "return", "2", "2")
    card.press("Klaar met 2")
    assert kept(card) == (0, 2, 0, 0)
    assert "Allemaal 2" in card.text()


def test_the_published_place_comes_only_on_its_own_key_and_is_no_norm(card: Pilot) -> None:
    card.key("w", "return", "1", "2", "3", "4", "4")
    assert "van 41" not in card.text()
    card.key("space")
    assert "plaats 2 van 41" in card.text()
    assert "geen norm" in card.text()
    assert "geen norm" in card.said
    assert not card.can("Wat vond het onderzoek?")


def test_only_the_ends_of_the_scale_have_words(card: Pilot) -> None:
    card.key("w", "space")
    words = {node.label: node.description for node in card.nodes() if node.key.startswith("hand:")}
    assert words == {
        "1 vinger": "geen invloed",
        "2 vingers": "",
        "3 vingers": "",
        "4 vingers": "veel invloed",
    }


def test_by_ear_alone_it_goes_as_by_keys(card: Pilot) -> None:
    card.pass_time(31)  # while one thinks it is under Meer
    for label in ("Wegen", "Tel de handen", *["3 vingers"] * 5):
        card.ask("press", label)
    assert card.said == "Gewichten bewaard: 5 keer 3"
    assert "Wie speelt de tegenstem?" in heard(card)
    card.ask("press", "Terug naar de kaart")
    assert card.can("Klaar")


def test_with_reduced_motion_the_figures_still_count_down(tmp_path: Path) -> None:
    with Pilot(tmp_path, size=(1920, 1080), motion=True) as pilot:
        pilot.app.carry_out([commands.Prefer("reduced_motion", True)])
        begin(pilot)
        pilot.app.carry_out([commands.Do(tegenwicht.BringUp(9))])
        pilot.pass_time(1)
        pilot.pass_time(2)
        pilot.key("w", "return")
        seen = set()
        for _ in range(5):
            pilot.pass_time(0.5)
            seen.add(pygame.image.tobytes(pilot.app.screen.surface, "RGB"))
        assert len(seen) >= 4  # 3, 2, 1 and the words


@pytest.mark.parametrize("size", [(1024, 640), (1366, 768)])
def test_on_a_laptop_hands_are_large_and_one_does_not_weigh_against_the_clock(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    with Pilot(tmp_path, size=size) as pilot:
        begin(pilot)
        pilot.app.carry_out([commands.Do(tegenwicht.BringUp(9))])
        pilot.pass_time(1)
        pilot.key("w", "space")
        hands = [node for node in pilot.nodes() if node.key.startswith("hand:")]
        assert len(hands) == 4
        assert all(node.rect.h > size[1] * 0.4 for node in hands)
        assert [node for node in pilot.nodes() if node.role is Role.TIMER] == []
        assert any(node.label.startswith("Weegschaal") for node in pilot.nodes())


@pytest.mark.parametrize(
    ("size", "text"), [((1080, 1920), 100), ((1920, 1080), 200), ((1366, 768), 200), ((1024, 640), 200)]
)
def test_in_portrait_and_with_large_text_each_hand_stands_large_above_its_plate(
    size: tuple[int, int], text: int
) -> None:
    screens = all_screens()
    shown = built(screens["weigh, shown"], size, text)[1]
    assert find(shown, "weigh:all") is None, "nothing has to be scrolled"
    for weight, count in ((1, 1), (2, 0), (3, 2), (4, 2)):
        risen, plate = find(shown, f"risen:{weight}"), find(shown, f"plate:{weight}")
        assert risen is not None and plate is not None
        assert [op.rect.bottom for op in risen.ops] == [plate.rect.y] * count
        assert all(op.rect.h >= size[1] // 8 for op in risen.ops)
    counting = built(screens["weigh, to count"], size, text)[1]
    assert find(counting, "weigh:all") is None
    for weight in (1, 2, 3, 4):
        button = find(counting, f"hand:{weight}")
        assert button is not None
        assert max(op.rect.h for op in button.ops if isinstance(op, Drawing)) >= size[1] // 7


@pytest.mark.parametrize("size", [(800, 600), (1024, 640), (1366, 768), (1920, 1080)], ids=str)
def test_with_the_largest_letters_the_question_comes_in_sight_and_then_the_research(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    with Pilot(tmp_path, size=size) as pilot:
        model = pilot.app.model
        pilot.app.model = replace(model, settings=replace(model.settings, text_size=200))
        begin(pilot)
        pilot.app.carry_out([commands.Do(tegenwicht.BringUp(9))])
        pilot.pass_time(1)
        pilot.key("w", "return", "1", "4", "3", "4", "3")

        def is_seen(key: str) -> bool:
            node = find(pilot.tree_node, key)
            assert node is not None
            return all(
                view.rect.y <= node.rect.y and node.rect.bottom <= view.rect.bottom
                for view in scrolls_around(pilot.tree_node, key)
            )

        assert is_seen("weigh:head")
        pilot.key("space")
        assert is_seen("published")
        assert is_seen("weigh:head") or size == (800, 600)  # there they do not fit together
