"""From the start to the table: the games, the seats, the time; and the check-in of a group that was here before."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tegenwicht.gallery import states
from tegenwicht.game import events
from tegenwicht.game.alone import alone
from tegenwicht.kit.nodes import Role, walk
from tests.pilot import TO_THE_TABLE, Pilot


@pytest.fixture
def pilot(tmp_path: Path) -> Iterator[Pilot]:
    with Pilot(tmp_path / "data", size=(1920, 1080)) as found:
        yield found


def test_by_enter_alone_one_comes_past_every_seat_and_the_time_to_the_table(pilot: Pilot) -> None:
    pilot.key("return", "return")
    for name in ("Samira", "Joost", "Anneke", "Deniz", "Willem"):
        pilot.type(name)
        pilot.key("return")
    assert pilot.focus == "90 minuten"
    pilot.key("return")
    assert pilot.said == "Ronde 1 van 3. Samira is aan de beurt"


def test_ctrl_enter_goes_on_from_any_seat(pilot: Pilot) -> None:
    pilot.key("return", "return", "ctrl+return")
    assert pilot.said == "Ronde 1 van 3. Deelnemer 1 is aan de beurt"


def test_the_time_says_how_many_rounds_fit_and_when_one_is_done(pilot: Pilot) -> None:
    pilot.press("Spelen", "Verder: tafel en tijd", "60 minuten")
    told = pilot.control("60 minuten", Role.RADIO).description
    assert told.startswith("2 rondes en één keer wegen.") and "Klaar rond 15.05 uur." in told
    pilot.press("Aan tafel")
    assert pilot.title.startswith("Ronde 1 van 2")


@pytest.mark.parametrize(("typed", "there_is"), [("5", 10), ("45", 45), ("999", 240)])
def test_a_time_that_is_typed_is_brought_inside_what_can_be_played(
    pilot: Pilot, typed: str, there_is: int
) -> None:
    pilot.press("Spelen", "Verder: tafel en tijd", "Meer keuzes")
    pilot.fill("Andere tijd voor de hele sessie, in minuten", typed)
    pilot.press("Aan tafel")
    assert pilot.app.back.session is not None
    assert pilot.app.back.session.timeline.session.setup.minutes == there_is


ONE_CARD = """\
format: 2
id: een
title: Een kaart
language: nl
version: 1
sources: [Geschreven voor deze test.]
cards:
  - {id: reis, number: 1, cluster: client, title: De reis, question: Welke reis woog zwaar?}
"""


def test_one_cannot_begin_without_a_cluster_that_has_cards(pilot: Pilot, tmp_path: Path) -> None:
    (tmp_path / "een.yaml").write_text(ONE_CARD, encoding="utf-8")
    pilot.drop(tmp_path / "een.yaml")
    pilot.press("Niet bewaren", "Spelen", "Verder: tafel en tijd", "Meer keuzes")
    assert pilot.can("Aan tafel")
    pilot.press("Cliënt")
    assert "Kies minstens één cluster dat kaarten heeft." in pilot.text()
    assert not pilot.can("Aan tafel")
    pilot.press("Cliënt")
    assert pilot.can("Aan tafel")


def test_jokers_that_were_chosen_are_shuffled_in(pilot: Pilot) -> None:
    pilot.press("Spelen", "Verder: tafel en tijd", "Meer keuzes", "jokers", "Aan tafel")
    assert pilot.app.back.session is not None
    kinds = {card.kind for card in pilot.app.back.session.timeline.session.cards.values()}
    assert kinds == {"factor", "joker"}


def test_a_group_checks_in_with_what_it_took_along_and_without_anything_it_does_not(pilot: Pilot) -> None:
    pilot.press("Spelen", "Verder: tafel en tijd")
    pilot.fill("Naam van de groep (mag leeg)", "Team Zuid")
    pilot.press("Aan tafel", "Sessie afronden…")
    pilot.tells("Deelnemer 1", "Eerst vragen")
    pilot.press("Naar het begin", *TO_THE_TABLE)
    assert "Eerst vragen" in pilot.text()
    pilot.press("Nog niet: Eerst vragen")
    assert pilot.app.back.session is not None
    assert pilot.app.back.session.timeline.session.reviewed == (events.Reviewed.NOT_YET,)
    pilot.press("Naar de eerste beurt")
    assert pilot.can("Laat het lot kiezen")


def test_the_open_card_of_the_start_lies_on_the_table_and_a_full_hand_is_held(pilot: Pilot) -> None:
    for cluster in ("Cliënt", "Werkgever", "Wet & beleid"):
        side = "Kaders" if cluster == "Wet & beleid" else "Mensen"
        pilot.press(f"Kaart {cluster}, bij {side}")
        shown = next(label for label in pilot.labels() if label.startswith("Open kaart: "))
        pilot.press(shown)
        assert pilot.app.back.session is not None
        session = pilot.app.back.session.timeline.session
        play = alone(session)
        assert play.on_table is not None
        assert session.cards[play.on_table.card].question in shown
        assert len(play.hand) in (5, 6)
        assert session.cards[play.on_table.card].question in pilot.text()
        pilot.press("Menu", "Naar het begin")


def test_a_digit_chooses_a_game_and_enter_goes_on_with_it(pilot: Pilot) -> None:
    pilot.key("return")
    pilot.settle()
    pilot.key("2")
    assert pilot.focus == "Afpellen"
    pilot.key("return")
    assert "Afpellen" in pilot.title


@pytest.mark.parametrize("way", ["held", "again and again", "all of it at once"])
def test_delete_that_goes_on_takes_letters_and_never_a_seat(pilot: Pilot, way: str) -> None:
    """Held down, hammered, or repeated by a keyboard far away, which lets go of the key each time."""
    pilot.press("Spelen", "Verder: tafel en tijd")
    before = [one.label for one in pilot.nodes() if one.role is Role.TEXT_FIELD]
    pilot.type("Anneke")
    pilot.key("ctrl+a" if way == "all of it at once" else "home")
    if way == "held":
        pilot.key_down("delete")
        pilot.pass_time(20.0)
        pilot.key_up("delete")
    else:
        for _ in range(40):
            pilot.key("delete")
            pilot.pass_time(0.2)
    assert pilot.value("Deelnemer 1") == ""
    assert [one.label for one in pilot.nodes() if one.role is Role.TEXT_FIELD] == before
    pilot.pass_time(1.0)
    pilot.key("delete")
    assert "Stoel weg" in pilot.said


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 640)])
def test_alt_with_an_arrow_changes_places_and_delete_takes_away_an_empty_seat(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    with Pilot(tmp_path / "data", size=size) as pilot:
        pilot.press("Spelen", "Verder: tafel en tijd")
        for name in ("Samira", "Joost", "Anneke"):
            pilot.type(name)
            pilot.key("return")
        pilot.key("shift+tab")
        assert pilot.focus == "Deelnemer 3"
        pilot.key("alt+left")
        assert pilot.said == "Anneke heeft nu beurt 2"
        assert (pilot.focus, pilot.value("Deelnemer 2"), pilot.value("Deelnemer 3")) == (
            "Deelnemer 2", "Anneke", "Joost",
        )  # fmt: skip
        pilot.key("alt+down", "alt+up", "alt+up", "alt+up")
        assert (pilot.focus, pilot.value("Deelnemer 1")) == ("Deelnemer 1", "Anneke")
        pilot.key("delete")  # at the end of a name there is nothing to delete, and the seat is not empty
        assert pilot.value("Deelnemer 1") == "Anneke"
        pilot.key("home", "ctrl+delete")
        pilot.pass_time(1.0)
        pilot.key("delete")
        assert pilot.said == "Stoel weg. 4 mensen aan tafel."
        assert [pilot.value(f"Deelnemer {n}") for n in range(1, 5)] == ["Samira", "Joost", "", ""]


@pytest.mark.parametrize(("size", "text"), [((1024, 640), 100), ((1366, 768), 120), ((1280, 1024), 110)])
def test_on_a_laptop_all_games_are_in_sight_and_the_seats_are_round_the_table_beside_the_time(
    size: tuple[int, int], text: int
) -> None:
    _, tree = states.built(states.all_screens()["setup"], size, text)
    assert not [node for node in walk(tree) if node.role is Role.SCROLL]
    tiles = [node.rect for node in walk(tree) if node.key.startswith("setup:game:")]
    assert len({tile.y for tile in tiles}) == 2
    assert len({tile.x for tile in tiles}) == 3
    _, tree = states.built(states.all_screens()["setup at the table"], size, text)
    found = {node.key: node.rect for node in walk(tree)}
    table = found["setup:table"]
    assert all(table.around(found[f"setup:name:{n}"]) == table for n in range(1, 6))
    assert found["setup:second"].x >= max(found[f"setup:name:{n}"].right for n in range(1, 6))
    assert found["setup:second"].y < table.y


@pytest.mark.parametrize("size", [(1366, 749), (1366, 768), (1280, 720), (1024, 640)])
def test_on_a_laptop_the_times_and_what_makes_it_safe_are_there_without_scrolling(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    with Pilot(tmp_path, size=size) as pilot:
        pilot.press("Spelen", "Verder: tafel en tijd")
        places = {node.key: node for node in walk(pilot.tree_node)}
        assert "setup:right" not in places
        assert places["setup:safe"].label.endswith("waaraan je een cliënt herkent.")
        assert places["setup:safe"].rect.bottom < places["begin"].rect.y


def test_what_goes_for_every_seat_is_said_at_the_first_one_alone(pilot: Pilot) -> None:
    """Who hears five seats in a row hears it once."""
    pilot.press("Spelen", "Verder: tafel en tijd")
    first, second = (pilot.control(f"Deelnemer {number}").description for number in (1, 2))
    assert "mag leeg blijven" in first and "Alt met een pijl" in first
    assert second == "beurt 2"


@pytest.mark.parametrize(
    ("game", "order"), [("1", "van de beurten"), ("5", "bij het oogsten"), ("6", "bij het oogsten")]
)
def test_the_order_of_the_seats_is_of_turns_only_in_a_game_that_has_them(
    pilot: Pilot, game: str, order: str
) -> None:
    pilot.press("Spelen")
    pilot.key(game)
    pilot.press("Verder: tafel en tijd")
    assert f"Het cijfer is de volgorde {order}" in pilot.text()


@pytest.mark.parametrize("size", [(1000, 1600), (800, 1280), (1080, 1920)])
def test_on_a_screen_that_stands_the_games_are_as_far_apart_across_as_down(size: tuple[int, int]) -> None:
    tree = states.built(states.all_screens()["setup"], size)[1]
    tiles = [one.rect for one in walk(tree) if one.key.startswith("setup:game:")]
    across, down = tiles[1].x - tiles[0].right, [tiles[n + 2].y - tiles[n].bottom for n in (0, 2)]
    assert all(abs(one - across) <= 1 for one in down)
