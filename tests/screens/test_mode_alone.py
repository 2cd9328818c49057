"""Alleen as people use it: by keys alone, by ear alone, killed half-way, and with a card of the day."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pygame
import pytest

from tegenwicht.gallery import states as screens
from tegenwicht.game import alone as a
from tegenwicht.game.account import CardEntry, Heading, Paragraph, Picture, Quote
from tegenwicht.game.tally import Counts
from tegenwicht.kit.nodes import Role, walk
from tegenwicht.screens import alone as scenes
from tegenwicht.screens.shell.model import Pattern
from tests import pilot as piloting
from tests.pilot import Pilot


@pytest.fixture
def pilot(tmp_path: Path) -> Iterator[Pilot]:
    with Pilot(tmp_path / "data") as at_app:
        yield at_app


def play(pilot: Pilot) -> a.Alone:
    """The mode's state of the session on the table."""
    return a.alone(pilot.app.model.playing.timeline.session)


def counts(pilot: Pilot) -> Counts:
    return a.tally_of(pilot.app.model.playing.timeline.session).total


def goes_on(pilot: Pilot) -> str:
    return next(label for label in pilot.labels() if label.startswith("Verder met"))


def tab_to(pilot: Pilot, label: str) -> None:
    pilot.reach(pilot.control(label).key)


def by_keys(pilot: Pilot) -> None:
    """The card of the day and the third card of what is in the hand then, each weighed, noted and turned."""
    tab_to(pilot, "Alleen spelen")
    pilot.key("return", "return", "return")  # the setup, the hand, the card of the day
    pilot.key("2", "4", "4", "w", "3", "return", "n")
    pilot.type("Snel.")
    pilot.key("ctrl+return", "return")
    tab_to(pilot, "Wat verandert er als je zo kijkt?")
    pilot.type("Langzaam.")
    pilot.key("ctrl+return", "3", "6", "return", "return")


def by_ear(pilot: Pilot) -> None:
    pilot.ask("press", "Alleen spelen")
    pilot.ask("press", "Beginnen")
    pilot.ask("press", "Pak de kaart van de dag")
    for label in ("Cliënt", "Organisatie", "Organisatie", "Wegen", "3", "Sluiten", "Notitie"):
        pilot.ask("press", label)
    pilot.ask("set_value", "Notitie", "Snel.", role=Role.TEXT_FIELD)
    pilot.ask("press", "Bewaren")
    pilot.ask("press", "Draai het om")
    pilot.ask("set_value", "Wat verandert er als je zo kijkt?", "Langzaam.", role=Role.TEXT_FIELD)
    pilot.ask("press", "Klaar, leg neer")
    pilot.ask("press", next(node.label for node in pilot.nodes() if node.shortcuts == ("3",)))
    for label in ("Professional zelf", "Draai het om", "Klaar, leg neer"):
        pilot.ask("press", label)


def test_keys_alone_and_ears_alone_end_with_the_same_cards_and_the_same_tally(tmp_path: Path) -> None:
    found = []
    for name, hands in (("keys", by_keys), ("ears", by_ear)):
        with Pilot(tmp_path / name) as pilot:
            hands(pilot)
            state = play(pilot)
            first, second = state.done
            assert (first.weight, first.note, first.other_note) == (3, "Snel.", "Langzaam.")
            assert (len(state.hand), state.on_table) == (4, None)
            pilot.key("f")
            pilot.press("Sessie sluiten…", "Sessie sluiten")
            assert pilot.app.back.journal.sessions()[0].finished
            found.append((first, second))
    assert found[0] == found[1]


def test_the_first_mode_for_one_is_this_one_and_the_group_game_can_still_be_chosen(pilot: Pilot) -> None:
    pilot.press("Alleen spelen")
    assert pilot.control("Alleen", Role.RADIO).pressed
    pilot.press("Tegenwicht", role=Role.RADIO)
    pilot.press("Beginnen")
    assert pilot.title == "Ronde 1 van 3 – Tegenwicht"
    pilot.press("Laat het lot kiezen")
    assert pilot.can("Klaar")


def test_the_card_of_the_day_is_the_same_all_day_and_another_day_another(
    pilot: Pilot, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = []
    for day in (21, 21, 22, 23, 24):
        monkeypatch.setattr(piloting, "DAY", datetime(2026, 11, day, 20, 30))
        pilot.again()
        pilot.press("Alleen spelen", "Beginnen", "Pak de kaart van de dag")
        found.append(pilot.said)
        pilot.press("Stoppen")
    assert found[0] == found[1]
    assert len(set(found)) > 2


def test_enter_alone_plays_the_whole_hand(pilot: Pilot) -> None:
    pilot.press("Alleen spelen", "Beginnen")
    for number in range(6):
        assert len(play(pilot).done) == number
        pilot.key("return", "return", "return")
    assert "Je hand is leeg" in pilot.text()
    pilot.key("return")
    assert len(play(pilot).hand) == 6


def test_killed_with_a_card_turned_round_it_goes_on_exactly_there(pilot: Pilot) -> None:
    pilot.press("Alleen spelen", "Beginnen", "Pak de kaart van de dag", "Werkgever", "Draai het om")
    before = play(pilot)
    pilot.app.back.journal.close()  # no good-bye: the next one reads what is on the disk
    pilot.app.back.leave()
    pygame.display.quit()
    pilot.open()
    pilot.press(goes_on(pilot))
    assert play(pilot) == before
    assert pilot.said.startswith("Omgedraaid: ") and pilot.can("Klaar, leg neer")


def test_what_is_typed_about_the_other_side_is_kept_however_one_goes_on(pilot: Pilot) -> None:
    pilot.press("Alleen spelen", "Beginnen", "Pak de kaart van de dag", "Draai het om")
    label = "Wat verandert er als je zo kijkt?"
    pilot.fill(label, "een")
    pilot.press("Voorkant")
    assert play(pilot).on_table.other_note == "een"
    pilot.press("Draai het om")
    pilot.fill(label, "twee")
    pilot.press("Stoppen")
    pilot.press(goes_on(pilot))
    assert play(pilot).on_table.other_note == pilot.value(label) == "twee"
    pilot.fill(label, "drie")
    pilot.press("Afronden", "Telt mee, afronden")
    assert "drie" in pilot.text()


def test_undo_takes_a_note_out_of_its_field_and_redo_brings_it_back(pilot: Pilot) -> None:
    pilot.press("Alleen spelen", "Beginnen", "Pak de kaart van de dag", "Draai het om")
    label = "Wat verandert er als je zo kijkt?"
    pilot.fill(label, "Anders")
    pilot.press("Klaar, leg neer", "Ongedaan maken", "Ongedaan maken")
    assert pilot.value(label) == ""
    pilot.press("Opnieuw")
    assert pilot.value(label) == "Anders"


def test_the_question_from_the_other_side_is_not_seen_before_the_card_is_turned(pilot: Pilot) -> None:
    pilot.press("Alleen spelen", "Beginnen", "Pak de kaart van de dag")
    card = next(one for one in pilot.app.model.deck.cards if one.number == play(pilot).on_table.card)
    assert card.other_side not in pilot.text()
    pilot.press("Draai het om")
    assert card.other_side in pilot.text()


def test_the_published_place_is_shown_only_after_one_weighed_and_never_as_a_norm() -> None:
    for name, there in (("alone weighing", False), ("alone weighed", True)):
        _, tree = screens.built(screens.all_screens()[name], (1920, 1080))
        text = "\n".join(node.label for node in walk(tree))
        assert ("In het onderzoek: plaats 2 van 41" in text) is there
        assert ("geen norm" in text) is there


def test_thinking_time_is_off_until_it_is_wanted_and_shows_no_numbers(pilot: Pilot) -> None:
    pilot.press("Alleen spelen", "Beginnen", "Pak de kaart van de dag")
    assert not [node for node in pilot.nodes() if node.role is Role.TIMER]
    pilot.press("Denktijd (30 sec)")
    (timer,) = (node for node in pilot.nodes() if node.role is Role.TIMER)
    assert timer.value == "denken"
    pilot.pass_time(40)
    assert not [node for node in pilot.nodes() if node.role is Role.TIMER], "and then there is no hurry"


# -- the account and the pattern


def test_the_account_has_the_cards_with_both_notes_and_without_persons_neither() -> None:
    session = screens.all_screens()["alone close"].playing.timeline.session
    blocks = scenes.account(session, False)
    entries = [one for one in blocks if isinstance(one, CardEntry)]
    assert len(entries) == 4 and all(one.note == screens.NOTE.strip() for one in entries)
    assert [one.text for one in blocks if isinstance(one, Quote)] == [screens.NOTE.strip()] * 4
    assert "kaart van de dag" in entries[0].about and "jouw gewicht: 1" in entries[0].about
    quiet = repr(scenes.account(session, True))
    assert "Wat we eerst zagen" not in quiet and entries[0].title in quiet


def test_the_picture_of_the_account_is_the_tally() -> None:
    session = screens.all_screens()["alone close"].playing.timeline.session
    (picture,) = (one for one in scenes.account(session, True) if isinstance(one, Picture))
    total = a.tally_of(session).total
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
        _, tree = screens.built(screens.all_screens()[name], (1920, 1080))
        assert any(node.label == "Jouw patroon over je sessies" for node in walk(tree)) is there
