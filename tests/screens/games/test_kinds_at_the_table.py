"""Other kinds of card at the table: what stands on them, what can be done with them, and where they lie."""

from dataclasses import replace
from pathlib import Path

import pytest

from tegenwicht.gallery import kinds
from tegenwicht.gallery import states as screens
from tegenwicht.gallery.played import OFF
from tegenwicht.game import events, parking, tegenwicht
from tegenwicht.game.cards import Cluster
from tegenwicht.game.drawing import Drawing
from tegenwicht.game.events import AddParticipant
from tegenwicht.kit.nodes import Node, Role, walk
from tegenwicht.kit.ops import Icon, Words
from tegenwicht.kit.text import Type
from tegenwicht.screens.shell.commands import All, Do, Forget, Open, Put
from tegenwicht.screens.shell.model import Model
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.theme import theme_named
from tegenwicht.screens.tegenwicht.now import JOIN
from tests.pilot import TO_THE_TABLE, Pilot

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
    assert found["counter:client"].action == Do(tegenwicht.Mention(Cluster.CLIENT))


def test_everyone_takes_part_in_a_stelling_and_an_opdracht() -> None:
    for name in ("kinds, a stelling", "kinds, an opdracht with places"):
        assert nodes(kinds.screens()[name])["top:words"].label == "Iedereen doet mee"


@pytest.mark.parametrize("size", BOTH)
@pytest.mark.parametrize(
    ("name", "against"), [("a situatie", True), ("a stelling", False), ("an opdracht with places", False)]
)
def test_opposite_what_all_do_together_nothing_hangs(size: tuple[int, int], name: str, against: bool) -> None:
    table = kinds.screens()[f"kinds, {name}"]
    there = {*nodes(table, size), *nodes(replace(table, panel=Panel.MORE), size)}
    assert "weigh" not in there
    assert ("counterweight" in there) is against


def test_five_places_say_which_of_them_a_card_lies_on() -> None:
    found = nodes(kinds.screens()["kinds, an opdracht with places"])
    assert [found[f"place:{n}"].pressed for n in range(1, 6)] == [True, True, False, False, False]
    assert "place:1" not in nodes(kinds.screens()["kinds, a long opdracht"])


@pytest.mark.parametrize("size", BOTH)
def test_a_place_where_a_card_lies_has_a_check(size: tuple[int, int]) -> None:
    found = nodes(kinds.screens()["kinds, an opdracht with places"], size)
    signs = [[op.name for op in found[f"place:{n}"].ops if isinstance(op, Icon)] for n in range(1, 6)]
    assert signs == [["check"], ["check"], [], [], []]


@pytest.mark.parametrize("size", BOTH)
def test_cards_without_a_cluster_have_a_pile_of_their_own(size: tuple[int, int]) -> None:
    others = nodes(kinds.screens()["kinds, piles"], size)["pile:others"]
    assert others.label == "Stapel Andere kaarten"
    assert others.value == "10 kaarten"
    assert "pile:others" not in nodes(screens.all_screens()["table"], size)


def test_a_card_is_drawn_from_that_pile() -> None:

    found = nodes(kinds.table(drawing=Drawing.PILE).model(OFF))
    assert found["pile:others"].action == Do(tegenwicht.DrawFrom(None))


# -- jokers


def test_a_joker_lies_at_the_seat_of_who_drew_it_and_says_whose_it_is() -> None:
    found = nodes(kinds.screens()["jokers at the seats"])
    assert found["joker:432"].label == "Joker van Joost: Vraag door"
    tent = found["tent:2"].rect
    joker = found["joker:432"].rect
    assert joker.bottom == tent.y
    assert tent.x <= joker.x < joker.right <= tent.right


@pytest.mark.parametrize("size", BOTH)
def test_a_joker_is_played_from_meer_as_well(size: tuple[int, int]) -> None:
    found = nodes(replace(kinds.screens()["jokers at the seats"], panel=Panel.MORE), size)
    assert found["more:joker:431"].label == "Joker spelen"
    assert found["more:joker:431"].description == "Joker van Samira: Ruil"


@pytest.mark.parametrize("size", BOTH)
def test_vraag_door_lets_one_choose_a_doorvraag_which_is_then_out(size: tuple[int, int]) -> None:
    found = nodes(kinds.screens()["jokers, vraag door"], size)
    assert found["joker:slip:1"].label == "Doorvraag 1"
    chosen = found["joker:slip:2"].action
    assert isinstance(chosen, All)
    assert Do(tegenwicht.PlayJoker(2, 432, slip=2)) in chosen.commands
    assert Put("slip", (12, 2, 2)) in chosen.commands


@pytest.mark.parametrize("size", BOTH)
def test_ruil_lets_one_choose_another_pile(size: tuple[int, int]) -> None:
    found = nodes(kinds.screens()["jokers, ruil"], size)
    assert found["joker:pile:employer"].label == "Werkgever"
    assert found["joker:pile:others"].label == "Andere kaarten"


def test_no_key_marks_a_cluster_while_a_joker_is_played() -> None:
    found = nodes(kinds.screens()["jokers, ruil"])
    assert found["counter:client"].shortcuts == ()
    assert found["joker:pile:client"].shortcuts == ("2",)


@pytest.mark.parametrize("size", BOTH)
def test_what_a_blank_joker_does_is_written_and_kept(size: tuple[int, int]) -> None:
    found = nodes(kinds.screens()["jokers, one of one's own"], size)
    assert found["joker:text"].value == "Wie het langst stil was, mag nu eerst."
    done = found["joker:keep"].action
    assert isinstance(done, All)
    assert Do(tegenwicht.PlayOwnJoker(3, 435, "Wie het langst stil was, mag nu eerst.")) in done.commands
    assert "joker:text" in nodes(kinds.screens()["jokers, before a card"], size)


def test_draai_om_turns_the_card_and_iedereen_kort_stands_above_it() -> None:
    done = nodes(kinds.screens()["jokers, draai om"])["joker:keep"].action
    assert isinstance(done, All)
    assert done.commands[0] == Forget("other side")
    played = kinds.with_jokers().do(tegenwicht.PlayJoker(3, 433))
    assert nodes(played.model())["ear"].label == "Terug"
    assert nodes(played.do(events.Undo()).model())["ear"].label == "Andersom"
    after = nodes(kinds.screens()["jokers, iedereen kort was played"])
    assert after["top:words"].label == "Iedereen kort, in één zin"


# -- parking


@pytest.mark.parametrize("size", BOTH)
def test_a_thought_is_parked_on_the_strip_with_or_without_a_card(size: tuple[int, int]) -> None:
    found = nodes(kinds.screens()["parking"], size)
    assert found["park:text"].value == kinds.THOUGHT
    done = found["park:keep"].action
    assert isinstance(done, All)
    assert Do(parking.ParkThought(kinds.THOUGHT)) in done.commands
    assert "park:text" in nodes(kinds.screens()["parking before a card"], size)


@pytest.mark.parametrize("size", BOTH)
def test_what_is_parked_is_read_only_where_it_is_opened(size: tuple[int, int]) -> None:
    for name in ("parking, folded in Meer", "parking, opened"):
        said = [node.label for node in nodes(kinds.screens()[name], size).values()]
        assert ("Wie belt de werkgever?" in said) is (name == "parking, opened")
    folded = nodes(kinds.screens()["parking, folded in Meer"], size)["thoughts"]
    assert folded.label == "Geparkeerd · 2"


@pytest.mark.parametrize("size", BOTH)
def test_a_thought_that_is_laid_on_the_table_stands_on_the_strip(size: tuple[int, int]) -> None:
    found = nodes(kinds.screens()["parking, a thought on the table"], size)
    assert found["thought"].label == f"Geparkeerd: {kinds.THOUGHT}"
    assert found["thought:away"].action == Forget("thought")


def test_v_parks_and_enter_in_the_field_as_well() -> None:
    window = nodes(screens.all_screens()["table with a card"])["window"]
    assert dict(window.bindings)["v"] == Open(Panel.PARK)
    assert nodes(kinds.screens()["parking"])["park:text"].action is not None


# -- joining


@pytest.mark.parametrize("size", BOTH)
def test_who_joins_is_named_in_a_tent_and_chooses_when_the_turns_begin(size: tuple[int, int]) -> None:
    found = nodes(kinds.screens()["joining"], size)
    assert found["join:name"].value == "Fatma"
    assert found["join:name"].first
    when = [node for node in found.values() if node.role is Role.RADIO]
    assert [(node.label, node.pressed) for node in when] == [
        ("Beurt in deze ronde", True),
        ("Vanaf ronde 2", False),
    ]
    done = found["join:keep"].action
    assert isinstance(done, All)
    assert Do(AddParticipant("Fatma")) in done.commands


def test_the_name_of_who_joins_stands_on_one_line_with_the_names_beside_it() -> None:
    table = kinds.screens()["joining"]
    for size in ((1600, 900), (1920, 1080), (3840, 2160)):
        found = nodes(table, size)
        other = next(op for op in found["tent:5"].ops if isinstance(op, Words) and op.text == "Willem")
        beside, edit = other.rect, found["join:name"].edit
        assert edit is not None
        assert (edit.weight, edit.font_px) == (other.weight, other.px)
        row = edit.inside._replace(
            h=Type.line_height(edit.font_px)
        )  # the letters are halfway down the field's row
        assert abs((row.y + row.bottom) - (beside.y + beside.bottom)) <= 2


def test_a_long_name_of_who_joins_stays_in_its_tent_while_one_chooses_when() -> None:
    long = "Aaltje-Wilhelmina van den Heuvel-Rijck"
    table = kinds.screens()["joining"]
    table = replace(table, forms={**table.forms, JOIN: long}, focus="join:when:1")
    tent = nodes(table)["join:name"]
    assert tent.value == long
    shown = [op for op in tent.ops if isinstance(op, Words)]
    assert shown and all(op.rect.right <= tent.rect.right for op in shown)


def test_who_joins_from_the_next_round_says_so() -> None:
    done = nodes(kinds.screens()["joining a table of eleven"])["join:keep"].action
    assert isinstance(done, All)
    assert Do(AddParticipant("", next_round=True)) in done.commands


def test_joining_is_under_meer() -> None:
    more = nodes(replace(screens.all_screens()["table with a card"], panel=Panel.MORE))
    assert more["join"].label == "Iemand schuift aan"


# -- a card that was discussed, looked at again


def test_a_card_looked_at_again_is_the_card_with_its_other_side_and_doorvragen() -> None:
    found = nodes(kinds.screens()["discussed, one looked at"])
    assert found["look:card"].label == "Kaart 9, Cliënt: Belastbaarheid van de cliënt 9"
    assert found["look:card"].rect == nodes(screens.all_screens()["table with a card"])["card"].rect
    assert found["look:ear"].action == Put("look:turned", 9)
    assert found["look:next"].action == Put("look:slip", (9, 2))
    assert found["look:close"].shortcuts == ("escape",)
    other = nodes(kinds.screens()["discussed, its other side"])
    assert other["look:card"].description.startswith("Stel dat de belastbaarheid")
    assert other["look:ear"].label == "Voorkant"
    for side in (found, other):
        headings = [node.label for node in walk(side["panel:look"]) if node.role is Role.HEADING]
        assert headings == ["Belastbaarheid van de cliënt 9"]


def test_a_situatie_looked_at_again_still_asks_what_weighs_here() -> None:
    found = nodes(kinds.screens()["discussed, a situatie"])
    assert found["look:card"].description.endswith("Wat weegt hier?")


# -- who thinks


@pytest.mark.parametrize("size", [(1024, 640), (1366, 768), (1920, 1080)])
def test_while_one_thinks_the_rim_has_what_one_does_then_and_the_rest_is_under_meer(
    size: tuple[int, int],
) -> None:
    def labels(name: str, **changes: object) -> list[str]:
        tree = screens.built(replace(screens.all_screens()[name], **changes), size)[1]  # type: ignore[arg-type]
        return [node.label for node in walk(tree) if node.role is Role.BUTTON]

    telling = {"Wegen", "Tegenwicht"}
    assert telling & set(labels("table thinking")) == set()
    assert [one for one in labels("table thinking") if one in ("Begin te vertellen", "Opzij", "Meer", "Klaar")] == [
        "Begin te vertellen", "Opzij", "Meer", "Klaar",
    ]  # fmt: skip
    under_more = labels("table thinking", panel=Panel.MORE)
    assert telling <= set(under_more)
    assert under_more.count("Begin te vertellen") == 0
    assert telling <= set(labels("table with a card"))
    assert "Begin te vertellen" not in labels("table with a card")


def test_what_is_for_the_talk_can_be_done_while_one_thinks_by_its_key(tmp_path: Path) -> None:
    with Pilot(tmp_path, size=(1600, 900)) as pilot:
        pilot.press(*TO_THE_TABLE, "Laat het lot kiezen")
        assert not pilot.can("Tegenwicht")
        pilot.key("w")
        assert "wegen" in pilot.title


def test_a_card_that_is_looked_up_lies_under_its_number(tmp_path: Path) -> None:
    with Pilot(tmp_path, size=(1600, 900)) as pilot:
        pilot.press(*TO_THE_TABLE)
        pilot.key("k")

        def shown() -> Node:
            return next(one for one in pilot.nodes() if one.key == "number:card")

        assert shown().label == "Het nummer staat op elke papieren kaart."
        pilot.type("9")
        assert shown().label.startswith("Kaart 9, Cliënt")
        assert shown().description.endswith("?")
        pilot.type("99")
        assert shown().label == "Kaart 999 zit niet in deze kaartset."


def test_what_is_written_on_the_strip_is_large_and_on_one_sheet_of_paper(tmp_path: Path) -> None:
    with Pilot(tmp_path, size=(1920, 1080)) as pilot:
        pilot.press(*TO_THE_TABLE, "Laat het lot kiezen")
        pilot.key("n")

        def field() -> Node:
            return next(one for one in pilot.nodes() if one.key == "note:text")

        pilot.type("Wat we zagen")
        edit, slip = field().edit, theme_named("light").table.slip
        assert edit is not None
        seen = pilot.app.screen.surface
        row = [
            seen.get_at((x, edit.inside.bottom - 2))[:3]
            for x in range(edit.inside.x - 9, edit.inside.right + 9)
        ]
        assert set(row) == {slip}, "where one types is the paper of the strip"
        pilot.type(" en wat we ervan maakten" * 5)
        longer = field().edit
        assert longer is not None
        assert longer.font_px < edit.font_px
        assert longer.inside.bottom <= field().rect.bottom


def test_cards_put_aside_are_cards_one_beside_the_other_with_their_picture() -> None:
    found = nodes(screens.all_screens()["aside"])
    rows = [node for key, node in found.items() if key.startswith("aside:")]
    assert len(rows) > 2
    assert [one.rect.y for one in rows[:3]] == [rows[0].rect.y] * 3
    assert all(one.rect.h >= 100 for one in rows)


def test_who_is_taken_up_among_those_at_the_table_stands_there_as_a_pawn() -> None:
    found = nodes(screens.all_screens()["people"])
    assert found["people:pawn"].rect.shared(found["people:paper"].rect) == found["people:pawn"].rect
    assert found["time:talking"].value == "3 min"


def test_from_far_away_a_long_name_is_shortened_before_it_becomes_small() -> None:
    def name_on(screen: str) -> tuple[str, int, int]:
        found = nodes(screens.all_screens()[screen])
        name, other = (next(op for op in found[key].ops if isinstance(op, Words) and op.text[0].isalpha())
                       for key in ("counter:individual", "counter:client"))  # fmt: skip
        return name.text, name.px, other.px

    assert name_on("beamer")[0] == "Professional zelf"
    name, px, other_px = name_on("beamer from 5 metres")
    assert name == "Prof. zelf"
    assert px == other_px


def test_the_moment_the_talk_is_about_is_read_whole_and_clear_of_the_clock() -> None:
    asked = nodes(screens.all_screens()["table about a moment"])["moment"]
    shown = " ".join(op.text for op in asked.ops if isinstance(op, Words))
    assert shown == asked.label
    found = nodes(screens.all_screens()["table about a moment, with a card"])
    kind = next(op for op in found["card"].ops if isinstance(op, Words) and "voortgang" in op.text)
    assert kind.text == "Ontwikkelings- of voortgangsgesprek"
    assert kind.rect.x >= found["clock"].rect.right


@pytest.mark.parametrize("size", [(1366, 768), (1024, 640)])
def test_who_is_next_is_on_the_rim_however_long_the_name(size: tuple[int, int]) -> None:
    found = nodes(screens.all_screens()["table of twelve"], size)
    following = found["next"]
    assert following.label.startswith("hierna 5e deelnemer")
    shown = [op for op in following.ops if isinstance(op, Words)]
    assert shown[-1].text.endswith("…")
    assert following.rect.right < found["pass"].rect.x


def test_who_sits_there_stays_on_a_small_rim_while_somebody_joins() -> None:
    found = nodes(screens.all_screens()["joining"], (1280, 720))
    assert len(found["order"].children) == 5
    assert found["join:name"].role is Role.TEXT_FIELD


def test_three_things_that_were_taken_along_are_seen_whole_on_a_laptop() -> None:
    found = nodes(screens.all_screens()["check-in"], (1280, 720))
    assert "checkin:slip:2" in found
    assert "checkin:things" not in found, "nothing scrolls"
