"""Tien stenen as people use it: by keys alone, by ear alone, by mouse; as a game, and around a Kaartgesprek."""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from tegenwicht.gallery import states
from tegenwicht.game import events
from tegenwicht.game import stones as game_stones
from tegenwicht.game.account import Paragraph, Table
from tegenwicht.game.cards import CLUSTERS, Cluster
from tegenwicht.kit.nodes import Role, walk
from tegenwicht.screens.parts.account.accounts import account_of
from tegenwicht.screens.parts.account.comparing import comparison_blocks, group_of
from tegenwicht.screens.shell.commands import Begin
from tegenwicht.screens.stones import account, session_line
from tests.pilot import Pilot

NAMES = ("Beroep", "Cliënt", "Werkgever", "Organisatie", "Wet & beleid", "Professional zelf")


@pytest.fixture
def pilot(tmp_path: Path) -> Iterator[Pilot]:
    with Pilot(tmp_path / "data", size=(1920, 1080)) as at_app:
        yield at_app


def begun(pilot: Pilot, mode: str = "stones", **more: object) -> None:
    people = tuple(events.Participant(n, name) for n, name in enumerate(("Samira", "Joost"), 1))
    setup = events.Setup(mode, "Team Zuid", people, thinking_seconds=0, talking_seconds=0, **more)  # type: ignore[arg-type]
    pilot.app.carry_out([Begin(setup, pilot.app.model.deck)])


def stones(pilot: Pilot) -> game_stones.Stones:
    found = game_stones.stones_of(pilot.app.model.playing.timeline.session)
    assert found is not None
    return found


def by_keys(pilot: Pilot) -> None:
    """Three on Cliënt and seven on Organisatie; then one of those on Werkgever."""
    pilot.key(*"222", *"4444444", "return", "return")
    pilot.key(*"222", *"444444", "3", "return", "return")


def by_ear(pilot: Pilot) -> None:
    for first, second in ((3, 7), (3, 6)):
        for _ in range(first):
            pilot.ask("increase", "Cliënt", role=Role.SPIN)
        pilot.ask("set_value", "Organisatie", str(second), role=Role.SPIN)
        if second == 6:
            pilot.ask("press", "Werkgever", role=Role.SPIN)
        pilot.ask("press", "Zo ligt het bij ons")
        pilot.ask("press", "Leg opnieuw" if second == 7 else "Verder: oogsten")


def test_keys_alone_and_ears_alone_end_with_the_same_stones_and_the_same_shift(tmp_path: Path) -> None:
    found = []
    for name, hands in (("keys", by_keys), ("ears", by_ear)):
        with Pilot(tmp_path / name, size=(1920, 1080)) as pilot:
            begun(pilot)
            hands(pilot)
            assert pilot.app.back.journal.sessions()[0].line
            found.append(stones(pilot))
    assert found[0] == found[1]
    assert found[0].shift == (0, 0, 1, -1, 0, 0)


def test_pressed_too_early_the_main_button_says_what_is_left_and_nothing_else_happens(pilot: Pilot) -> None:
    begun(pilot)
    pilot.key("2", "2")
    pilot.press("Zo ligt het bij ons")
    assert pilot.said == "Nog 8 stenen"
    assert stones(pilot).stage is game_stones.Stage.BEGIN and stones(pilot).left == 8


def test_shift_with_a_digit_the_minus_and_the_arrow_down_each_take_a_stone_back(pilot: Pilot) -> None:
    begun(pilot)
    pilot.key(*"2222")
    shifted = {"mod": pygame.KMOD_LSHIFT, "unicode": "@", "scancode": pygame.KSCAN_2}
    pilot.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_2, **shifted))
    assert stones(pilot).on(Cluster.CLIENT) == 3
    pilot.press("Steen terug van Cliënt")
    pilot.reach("stones:client")
    pilot.key("down")
    assert stones(pilot).on(Cluster.CLIENT) == 1
    assert pilot.said == "Cliënt, 1 steen van 10. Nog 9 stenen."
    pilot.key("pageup")
    assert stones(pilot).on(Cluster.CLIENT) == 2


def test_each_cluster_is_a_number_and_what_is_left_is_told_before_the_clusters(pilot: Pilot) -> None:
    begun(pilot)
    pilot.key("4", "4")
    spins = [node for node in walk(pilot.app.tree) if node.role is Role.SPIN]
    assert {node.label for node in spins} == set(NAMES)
    (organisation,) = (node for node in spins if node.label == "Organisatie")
    assert (organisation.value, organisation.number) == ("2 stenen van 10", (2, 0, 10))
    order = [node.key for node in walk(pilot.app.tree)]
    assert order.index("stones:question") < order.index("stones:left") < order.index("stones:client")


def test_an_eleventh_stone_is_refused_in_words(pilot: Pilot) -> None:
    begun(pilot)
    pilot.key(*"22222222222")
    assert sum(stones(pilot).lying) == 10
    assert "Alle tien stenen liggen" in pilot.said


def test_what_moved_is_told_as_a_sentence_and_then_as_a_list_and_never_as_a_norm(pilot: Pilot) -> None:
    begun(pilot)
    pilot.key(*"222", *"4444444", "return", "return", *"222", *"444444", "3", "return")
    text = pilot.text()
    assert "Eén van de tien stenen ligt nu ergens anders." in text
    assert "Geen norm. Blijven liggen mag ook." in text
    items = [node.label for node in walk(pilot.app.tree) if node.role is Role.LIST_ITEM]
    assert "Organisatie: begin 7, eind 6" in items and "Cliënt: begin 3, eind 3, bleef" in items


def test_one_may_lay_once_more_and_take_that_back(pilot: Pilot) -> None:
    begun(pilot)
    pilot.key(*"2222222222", "return", "return", *"4444444444", "return")
    before = stones(pilot)
    pilot.press("Leg opnieuw")
    assert stones(pilot).stage is game_stones.Stage.END and stones(pilot).begin == before.begin
    pilot.key("pageup")
    assert stones(pilot) == before


def test_killed_while_laying_the_stones_lie_where_they_lay(pilot: Pilot) -> None:
    begun(pilot)
    pilot.key(*"2245")
    before = stones(pilot)
    pilot.killed()
    pilot.app.carry_out([*pilot_resume(pilot)])
    assert stones(pilot) == before


def pilot_resume(pilot: Pilot) -> list[object]:
    from tegenwicht.screens.shell.commands import Resume

    return [Resume(pilot.app.model.sessions[0].id)]


def test_the_report_has_begin_and_end_beside_each_other() -> None:
    session = states.all_screens()["stones close"].playing.timeline.session
    blocks = account_of(session, None, True).blocks
    assert Paragraph("Drie van de tien stenen liggen nu ergens anders.") in blocks
    (table,) = (one for one in blocks if isinstance(one, Table) and one.caption == "Waar de stenen lagen")
    assert ("Cliënt", 3, 4, "+1") in table.rows and len(table.rows) == len(CLUSTERS)


# -- around a Kaartgesprek


def test_around_a_kaartgesprek_they_come_first_and_again_when_one_finishes(pilot: Pilot) -> None:
    begun(pilot, "tegenwicht", options=(("stones", "yes"),))
    assert pilot.can("Zonder stenen")
    pilot.key(*"2222222222", "return")
    assert stones(pilot).stage is game_stones.Stage.TALK and pilot.can("Laat het lot kiezen")
    pilot.key("return", "return")
    pilot.app.carry_out([command_to_finish()])
    assert stones(pilot).stage is game_stones.Stage.END
    pilot.key(*"2222222223", "return")
    assert "Eén van de tien stenen ligt nu ergens anders." in pilot.text()
    pilot.key("return")
    assert not [node for node in walk(pilot.app.tree) if node.key == "shift"]
    pilot.key("ctrl+z")
    assert stones(pilot).stage is game_stones.Stage.END


def command_to_finish() -> object:
    from tegenwicht.screens.shell.commands import Do

    return Do(events.Finish(False))


def test_without_stones_the_talk_begins_at_once(pilot: Pilot) -> None:
    begun(pilot, "tegenwicht", options=(("stones", "yes"),))
    pilot.press("Zonder stenen")
    assert pilot.can("Laat het lot kiezen")
    assert stones(pilot).begin is None


def test_beside_other_groups_stand_begin_and_end_of_each_and_no_blind_spots() -> None:
    group = group_of(states.all_screens()["stones close"].playing.timeline.session)
    other = group_of(states.all_screens()["stones, nothing moved"].playing.timeline.session)
    blocks = list(comparison_blocks((group, other), False))
    (table,) = (one for one in blocks if isinstance(one, Table) and one.caption == "Begin en eind, per groep")
    assert ("Cliënt", "3, toen 4", "3, toen 3") in table.rows and table.rows[-1] == ("Verhuisd", "3", "0")
    assert Paragraph("Geen norm. Blijven liggen mag ook.", quiet=True) in blocks
    assert not [one for one in blocks if getattr(one, "text", "") == "Wat bleef weg"]


def test_the_list_of_sessions_says_what_moved() -> None:
    session = states.all_screens()["stones close"].playing.timeline.session
    assert session_line(session) == "Tien stenen · Drie van de tien stenen liggen nu ergens anders."


def test_a_stone_flies_a_key_ends_that_and_pressed_too_early_what_is_left_hops(tmp_path: Path) -> None:
    with Pilot(tmp_path, size=(1920, 1080), motion=True) as pilot:
        begun(pilot)
        for command in ("2", "down"):
            pilot.key(command)
            assert pilot.app.screen.moving
            pilot.pass_time(2)
            assert not pilot.app.screen.moving
        pilot.press("Zo ligt het bij ons")
        assert pilot.app.screen.moving and pilot.said == "Nog 10 stenen"
        pilot.key("4")
        assert stones(pilot).on(Cluster.ORGANISATIONAL) == 1


def test_undo_in_the_menu_has_the_focus_and_enter_takes_back(pilot: Pilot) -> None:
    begun(pilot)
    pilot.key("2")
    pilot.press("Menu")
    assert pilot.focused.label == "Ongedaan maken"
    pilot.key("return")
    assert stones(pilot).left == game_stones.STONES


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 800), (1024, 640), (800, 1280)])
def test_at_the_close_one_looks_back_at_how_the_stones_lie_and_goes_on_to_the_report(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    with Pilot(tmp_path / "data", size=size) as pilot:
        begun(pilot)
        by_keys(pilot)
        pilot.go_through_the_harvest("Verder: terugkijken")
        pilot.press("Verder: terugkijken")
        assert "Eén van de tien stenen ligt nu ergens anders." in pilot.text()
        pilot.press("Verder: verslag")
        assert pilot.can("Maak het verslag")


def test_a_session_without_stones_says_so_where_one_looks_back() -> None:
    before = states.all_screens()["stones close of nothing"].playing
    assert before is not None
    assert Paragraph("De stenen zijn nog niet verdeeld.") in account(before.timeline.session, False)
