"""Alleen as people use it: by keys alone, by ear alone, killed half-way, and with a card of the day."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pygame
import pytest

from tegenwicht.gallery import states as screens
from tegenwicht.gallery.played import NOTE
from tegenwicht.game import alone, events
from tegenwicht.game.account import CardEntry, Heading, Paragraph, Picture, Quote
from tegenwicht.game.cards import CLUSTERS, Card
from tegenwicht.game.tally import Counts
from tegenwicht.kit.nodes import Role, find, walk
from tegenwicht.screens import alone as scenes
from tegenwicht.screens.parts.harvest.now import STEP, Step
from tegenwicht.screens.shell.commands import Begin, Resume
from tegenwicht.screens.shell.model import Pattern
from tests import pilot as piloting
from tests.pilot import Pilot

LINE = "Eén regel voor jezelf"


@pytest.fixture
def pilot(tmp_path: Path) -> Iterator[Pilot]:
    with Pilot(tmp_path / "data", size=(1920, 1080)) as at_app:
        begun(at_app)
        yield at_app


def begun(pilot: Pilot, shuffle: int = 261121) -> None:
    """Alleen, without being asked anything."""
    setup = events.Setup(
        "alone", "", (events.Participant(1),), thinking_seconds=0, talking_seconds=0, shuffle_number=shuffle
    )
    pilot.app.carry_out([Begin(setup, pilot.app.model.deck)])


def play(pilot: Pilot) -> alone.Alone:
    """The mode's state of the session on the table."""
    return alone.alone(pilot.app.model.playing.timeline.session)


def card(pilot: Pilot) -> Card:
    """The card that lies open."""
    one = play(pilot).on_table
    assert one is not None
    return pilot.app.model.playing.timeline.session.cards[one.card]


def gone_on(pilot: Pilot) -> None:
    pilot.app.carry_out([Resume(pilot.app.model.sessions[0].id)])


def finished(pilot: Pilot) -> None:
    pilot.key("f")
    if pilot.can("Telt mee, afronden"):
        pilot.press("Telt mee, afronden")


# -- to the end


def by_keys(pilot: Pilot) -> None:
    """The card of the day with a line, the first of what is left in the fan, and then a line with both."""
    pilot.key("return", "space", "a", "n")
    pilot.type("Snel.")
    pilot.key("return")
    assert pilot.app.model.focus == "card"
    pilot.key("return", "1", "return", "c", "n")
    pilot.type("Samen.")
    pilot.key("return", "return", "f")


def by_ear(pilot: Pilot) -> None:
    first, *_ = (node.label for node in pilot.nodes() if "kaart van de dag" in node.value)
    pilot.ask("press", first)
    for label in ("2 Doorvraag", "Andersom"):
        pilot.ask("press", label)
    pilot.ask("set_value", LINE, "Snel.", role=Role.TEXT_FIELD)
    pilot.ask("press", "Klaar, leg terug")
    pilot.ask("press", next(node.label for node in pilot.nodes() if node.label.startswith("Kaart 1 van 5")))
    pilot.ask("press", "Klaar, leg terug")
    pilot.ask("press", "Combineer deze twee")
    pilot.ask("set_value", LINE, "Samen.", role=Role.TEXT_FIELD)
    pilot.ask("press", "Klaar")
    pilot.ask("press", "Menu")
    pilot.ask("press", "Sessie afronden")


def test_keys_alone_and_ears_alone_end_with_the_same_cards_and_the_same_lines(tmp_path: Path) -> None:
    found = []
    for name, hands in (("keys", by_keys), ("ears", by_ear)):
        with Pilot(tmp_path / name, size=(1920, 1080)) as pilot:
            begun(pilot)
            hands(pilot)
            state = play(pilot)
            first, second = state.done
            assert (first.note, second.note) == ("Snel.", "")
            assert [(one.first, one.second, one.text) for one in state.pairs] == [
                (first.card, second.card, "Samen.")
            ]
            assert (len(state.hand), state.on_table) == (4, None)
            assert "Oogsten" in pilot.title
            found.append(state)
    assert found[0] == found[1]


def test_enter_alone_turns_and_lays_back_the_whole_hand_and_then_deals_another(pilot: Pilot) -> None:
    for number in range(6):
        assert len(play(pilot).done) == number
        pilot.key("return", "return")
    assert "Je hand is leeg." in pilot.text() and "Nog een hand?" in pilot.text()
    assert "Pak een kaart." not in pilot.text()
    pilot.key("return")
    assert len(play(pilot).hand) == 6


def test_alone_begins_at_once_and_leaves_what_a_group_chose_as_it_was(pilot: Pilot) -> None:
    pilot.press("Menu", "Naar het begin", "Spelen", "Afpellen", "Verder: tafel en tijd", "Aan tafel")
    pilot.press("Menu", "Naar het begin")
    pilot.press("Alleen")
    assert len(play(pilot).hand) == 6
    pilot.press("Menu", "Naar het begin", "Spelen")
    assert pilot.control("Afpellen", Role.RADIO).pressed


# -- the fan and the map


def test_six_cards_lie_closed_and_one_of_them_is_that_of_the_day(pilot: Pilot) -> None:
    (hand,) = (node for node in walk(pilot.app.tree) if node.key == "hand")
    assert hand.label == "6 kaarten in je hand" and hand.role is Role.LIST
    values = [node.value for node in hand.children]
    assert values.count("dicht") == 5 and values.count("kaart van de dag, dicht") == 1
    assert pilot.app.model.focus == hand.children[values.index("kaart van de dag, dicht")].key
    assert not [one for one in pilot.app.model.deck.cards if one.question in pilot.text()]


def test_the_card_of_the_day_is_the_same_all_day_and_another_day_another(
    pilot: Pilot, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = []
    for day in (21, 21, 22, 23, 24):
        monkeypatch.setattr(piloting, "DAY", datetime(2026, 11, day, 20, 30))
        pilot.again()
        begun(pilot, int(f"2611{day}"))
        pilot.press("Draai de kaart van de dag")
        found.append(pilot.said)
    assert found[0] == found[1]
    assert len(set(found)) > 2


def test_the_map_shows_what_was_met_in_this_session_and_before_and_no_number(pilot: Pilot) -> None:
    def met() -> set[str]:
        return {node.key for node in walk(pilot.app.tree) if node.value == "tegengekomen"}

    assert met() == set()
    pilot.key("return")
    first = card(pilot).number
    pilot.key("return")
    assert met() == {f"slot:{first}"}
    pilot.again()
    begun(pilot, 3)
    assert met() == {f"slot:{first}"}
    slots = [node for node in walk(pilot.app.tree) if node.key.startswith("slot:")]
    assert len(slots) == len(pilot.app.model.deck.cards)
    groups = [node for node in walk(pilot.app.tree) if node.key.startswith("map:")]
    assert len(groups) == len(CLUSTERS) and not any(ch.isdigit() for node in groups for ch in node.label)


def test_a_card_of_the_map_that_was_met_opens_and_another_first_tells_its_name(pilot: Pilot) -> None:
    pilot.key("return")
    first = card(pilot).number
    pilot.key("return")
    pilot.ask_key("press", f"slot:{first}")
    assert card(pilot).number == first and play(pilot).done == ()
    pilot.key("return")
    other = next(n for n in play(pilot).left)
    pilot.ask_key("press", f"slot:{other}")
    assert play(pilot).on_table is None
    assert "nog niet tegengekomen" in pilot.said and pilot.said.startswith(f"{other}. ")
    pilot.ask_key("press", f"slot:{other}")
    assert card(pilot).number == other


def test_another_hand_comes_with_h_and_can_be_taken_back(pilot: Pilot) -> None:
    before = play(pilot).hand
    pilot.key("h")
    assert play(pilot).hand != before and len(play(pilot).hand) == 6
    pilot.key("pageup")
    assert play(pilot).hand == before


# -- the card


def test_the_other_side_and_the_doorvragen_come_when_asked_for_and_are_said(pilot: Pilot) -> None:
    pilot.key("return")
    one = card(pilot)
    assert one.other_side not in pilot.text() and one.deeper[0] in pilot.text()
    assert one.deeper[1] not in pilot.text()
    pilot.key("space")
    assert pilot.said == f"Doorvraag 2 van {len(one.deeper)}: {one.deeper[1]}"
    pilot.key("a")
    assert pilot.said == f"Andersom: {one.other_side}" and one.other_side in pilot.text()
    assert one.deeper[1] not in pilot.text()  # it asks on about the front, and goes back under the card
    pilot.key("a")
    assert one.other_side not in pilot.text()


def test_a_line_is_kept_however_one_goes_on(pilot: Pilot) -> None:
    pilot.key("return")
    pilot.fill(LINE, "een")
    pilot.press("Terug naar je hand")
    number = play(pilot).kept[0].card
    assert play(pilot).kept[0].note == "een"
    pilot.ask_key("press", f"hand:{number}")
    assert pilot.value(LINE) == "een"
    pilot.fill(LINE, "twee")
    pilot.press("Menu", "Naar het begin")
    gone_on(pilot)
    assert card(pilot).number == number and pilot.value(LINE) == "twee"
    pilot.fill(LINE, "drie")
    pilot.press("Klaar, leg terug")
    assert play(pilot).done[-1].note == "drie"


def test_a_line_that_was_typed_is_there_after_a_kill(pilot: Pilot) -> None:
    pilot.key("return", "n")
    pilot.type("Half")
    pilot.pass_time(2)
    before = card(pilot).number
    pilot.app.back.journal.close()  # no good-bye: the next one reads what is on the disk
    pilot.app.back.leave()
    pygame.display.quit()
    pilot.open()
    gone_on(pilot)
    assert card(pilot).number == before and pilot.value(LINE) == "Half"


def test_while_one_writes_letters_are_letters_and_no_sign_of_a_key_is_shown(pilot: Pilot) -> None:
    pilot.key("return", "n")
    pilot.type("acrk")
    assert pilot.value(LINE) == "acrk" and pilot.app.model.panel == ""
    words = " ".join(op.text for node in walk(pilot.app.tree) for op in node.ops if hasattr(op, "text"))
    assert "Esc" not in words and "Enter" not in words


def test_undo_takes_a_line_out_of_its_field_and_redo_brings_it_back(pilot: Pilot) -> None:
    pilot.key("return")
    pilot.fill(LINE, "Anders")
    pilot.press("Klaar, leg terug")
    pilot.key("pageup", "pageup")
    assert pilot.value(LINE) == ""
    pilot.key("ctrl+y")
    assert pilot.value(LINE) == "Anders"


def test_own_lines_are_closed_until_they_are_opened_and_then_of_all_sessions(pilot: Pilot) -> None:
    pilot.key("return")
    pilot.fill(LINE, "Van gisteren")
    pilot.press("Klaar, leg terug")
    pilot.again()
    begun(pilot, 5)
    assert "Van gisteren" not in pilot.text()
    pilot.key("r")
    assert "Van gisteren" in pilot.text()


def test_two_cards_of_different_clusters_can_be_combined_and_only_when_two_were_met(pilot: Pilot) -> None:
    assert not pilot.can("Combineer deze twee")
    cards = pilot.app.model.playing.timeline.session.cards
    clusters: set[Any] = set()
    while len(clusters) < 2:
        pilot.key("return")
        clusters.add(card(pilot).cluster)
        pilot.key("return")
    pilot.key("c")
    assert "Wat zegt de ene kaart over de andere?" in pilot.text()
    pilot.fill(LINE, "Ze trekken aan elkaar.")
    pilot.key("escape")
    (pair,) = play(pilot).pairs
    assert cards[pair.first].cluster is not cards[pair.second].cluster


def test_cards_move_when_they_are_taken_laid_back_and_dealt(
    tmp_path: Path,
) -> None:
    with Pilot(tmp_path, size=(1920, 1080), motion=True) as pilot:
        begun(pilot)
        for press in (
            "Draai de kaart van de dag",
            "Terug naar je hand",
            "Draai de kaart van de dag",
            "Klaar, leg terug",
        ):
            pilot.settle()
            pilot.press(press)
            assert pilot.app.screen.moving, press
            pilot.pass_time(3)
            assert not pilot.app.screen.moving
        pilot.key("h")
        assert pilot.app.screen.moving
        pilot.key("1")
        assert play(pilot).on_table is not None, "a key ends the movement and does its own"


# -- the account and the pattern


def test_the_account_has_the_cards_with_both_notes_and_without_persons_neither() -> None:
    session = screens.all_screens()["alone close"].playing.timeline.session
    blocks = scenes.account(session, False)
    entries = [one for one in blocks if isinstance(one, CardEntry)]
    assert len(entries) == 4 and all(one.note == NOTE.strip() for one in entries)
    assert [one.text for one in blocks if isinstance(one, Quote)] == [NOTE.strip()] * 4
    assert "kaart van de dag" in entries[0].about and "jouw gewicht: 1" in entries[0].about
    quiet = repr(scenes.account(session, True))
    assert "Wat we eerst zagen" not in quiet and entries[0].title in quiet


def test_the_picture_of_the_account_is_the_tally() -> None:
    session = screens.all_screens()["alone close"].playing.timeline.session
    (picture,) = (one for one in scenes.account(session, True) if isinstance(one, Picture))
    total = alone.tally_of(session).total
    assert [bar.values for bar in picture.bars] == list(zip(total.cards, total.mentions, strict=True))


def test_the_pattern_tells_of_all_sessions_and_of_what_never_came_up() -> None:
    pattern = Pattern(7, Counts((3, 9, 0, 2, 1, 4), (1, 2, 0, 3, 0, 5)))
    blocks = scenes.pattern_blocks(pattern)
    assert blocks[0] == Heading("Jouw patroon over je sessies")
    (picture,) = (one for one in blocks if isinstance(one, Picture))
    assert [bar.values for bar in picture.bars] == [(3, 1), (9, 2), (0, 0), (2, 3), (1, 0), (4, 5)]
    told = " ".join(one.text for one in blocks if isinstance(one, Paragraph))
    assert "in je 7 sessies" in told and "Nog nooit langsgekomen: Werkgever." in told


def test_where_there_is_no_pattern_nothing_is_said_about_one() -> None:
    assert scenes.pattern_blocks(Pattern(0, Counts())) == ()
    for name, there in (("alone close", True), ("alone close of nothing", False)):
        model = screens.all_screens()[name]
        looking_back = replace(model, forms={**model.forms, STEP: Step.LOOK})
        _, tree = screens.built(looking_back, (1920, 1080))
        assert any(node.label == "Jouw patroon over je sessies" for node in walk(tree)) is there


@pytest.mark.parametrize("size", [(1000, 1600), (800, 1280), (1080, 1920)])
def test_on_a_screen_that_stands_the_cards_are_large(size: tuple[int, int]) -> None:
    made = screens.all_screens()
    open_card = find(screens.built(made["alone card"], size)[1], "card")
    assert open_card is not None
    assert open_card.rect.h > 1.3 * open_card.rect.w
    assert open_card.rect.w > 0.6 * size[0]
    hand = [one for one in walk(screens.built(made["alone hand"], size)[1]) if one.key.startswith("hand:")]
    assert len(hand) == 6
    assert min(one.rect.w for one in hand) > 0.25 * size[0]
    both = [find(screens.built(made["alone pair"], size)[1], f"pair:{n}") for n in (0, 1)]
    assert all(one is not None and one.rect.h > 1.3 * one.rect.w for one in both)
