"""Gewogen in gesprek from the start screen to the closed session: by keyboard, and as a screen reader asks."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tegenwicht.gallery import states
from tegenwicht.gallery.modes import conversation as made
from tegenwicht.gallery.played import OFF, SHORT, TWELVE
from tegenwicht.kit.nodes import Role, walk
from tegenwicht.kit.ops import Words
from tegenwicht.screens.conversation.words import listening_tasks
from tests.pilot import Pilot
from tests.screens.hands import Hands, Keyboard, Reader

FIRST, SECOND = "Zelf gebeld met de werkgever", "Niet gevraagd naar de nachten"


def begin(hands: Hands) -> None:
    hands.press("Spelen")
    hands.press("Gewogen in gesprek")
    hands.press("Verder: tafel en tijd")
    hands.fill("Deelnemer 1", "Samira")
    hands.fill("Deelnemer 2", "Joost")
    hands.press("Aan tafel")
    hands.press("Begin het gesprek")
    hands.fill("Een afweging in één regel", FIRST)
    lay(hands, "Werkgever")
    hands.fill("Een afweging in één regel", SECOND)
    lay(hands, "Cliënt")
    hands.press("Klaar met vertellen")


def lay(hands: Hands, place: str) -> None:
    """The slip that was written on a place that is still empty."""
    words = next(one for one in hands.pilot.labels() if one.startswith(place) and one.endswith("0 strookjes"))  # type: ignore[attr-defined]
    hands.press(words)


def write(hands: Hands, step: str, words: str) -> None:
    """A slip in the open layer."""
    hands.press("Strookje schrijven")
    hands.fill(f"Strookje bij {step}", words)
    hands.press("Leg neer")


def go_on(pilot: Pilot, hands: Hands) -> None:
    hands.press(f"2. {SECOND}", Role.RADIO)
    hands.press("Pel dit strookje af")
    write(hands, "Vooraf", "Alleen de overdracht")
    hands.press("Het hele pad")
    hands.press("Gesprek klaar")
    assert "Joost vertelt" in pilot.said
    hands.press("Begin het gesprek")
    hands.press("Leg een kaart erbij")
    hands.fill("Zoek een woord of nummer", "41")
    hands.press(next(label for label in pilot.labels() if label.startswith("Kaart 41, ")))
    hands.press("Gesprek stoppen")
    assert "Iedereen heeft verteld" in pilot.text()
    hands.press("Sessie afronden")
    hands.press("Schrijf een regel")
    hands.fill("Eén regel van Samira", "Stilte laten vallen")
    hands.press("Bewaren")
    hands.press("Sessie sluiten…")
    hands.press("Sessie sluiten")


@pytest.mark.parametrize("ways", [Keyboard, Reader])
def test_a_pair_tells_notes_and_peels_in_both_roles_with_a_stop_in_the_middle(
    tmp_path: Path, ways: Callable[[Pilot], Hands]
) -> None:
    with Pilot(tmp_path / "data") as pilot:
        begin(ways(pilot))
        pilot.again()
        ways(pilot).press(next(label for label in pilot.labels() if label.startswith("Verder met")))
        assert FIRST in pilot.text()
        go_on(pilot, ways(pilot))
        hands = ways(pilot)
        hands.press("Eerdere sessies")
        hands.press(next(label for label in pilot.labels() if label.startswith("Bekijken")))
        seen = pilot.text()
        for words in (FIRST, SECOND, "Alleen de overdracht", "Stilte laten vallen", "Samira", "Joost"):
            assert words in seen
        assert "Werkgever: 1 (0 als kaart, 1 genoemd)" in seen
        assert "Professional zelf: 1 (1 als kaart, 0 genoemd)" in seen


def test_the_second_talk_begins_with_empty_fields(tmp_path: Path) -> None:
    with Pilot(tmp_path / "data") as pilot:
        hands = Keyboard(pilot)
        begin(hands)
        hands.press("Pel dit strookje af")
        write(hands, "Vooraf", "Alleen de overdracht")
        hands.press("Pel verder: Waarnemen")
        hands.press("Het hele pad")
        hands.press("Gesprek klaar")
        hands.press("Begin het gesprek")
        hands.fill("Een afweging in één regel", "Iets anders")
        hands.press("Klaar met vertellen")
        hands.press("Pel dit strookje af")
        assert "Alleen de overdracht" not in pilot.text()


def test_other_roles_can_be_chosen_and_each_is_for_someone_else(tmp_path: Path) -> None:
    with Pilot(tmp_path / "data") as pilot:
        pilot.press("Spelen", "Gewogen in gesprek", "Verder: tafel en tijd", "Aan tafel", "Andere rollen")
        pilot.press("Wie vertelt?: Deelnemer 2")
        assert "Kies voor elke rol iemand anders." in pilot.text()
        assert not pilot.can("Begin het gesprek")
        pilot.press("Wie noteert?: Deelnemer 1", "Begin het gesprek")
        assert pilot.said == "Deelnemer 2 vertelt, Deelnemer 1 noteert"


def test_undo_gives_back_what_was_written_before(tmp_path: Path) -> None:
    with Pilot(tmp_path / "data") as pilot:
        hands = Keyboard(pilot)
        begin(hands)
        hands.press("Pel dit strookje af")
        write(hands, "Vooraf", "Alleen de overdracht")
        hands.press("Pel verder: Waarnemen")
        pilot.key("ctrl+z", "pageup")
        assert "Alleen de overdracht" not in pilot.text()
        pilot.key("ctrl+y")
        assert "Alleen de overdracht" in pilot.labels()


def test_enter_leads_from_the_slip_to_the_table_where_a_digit_lays_it_and_zero_lays_it_beside(
    tmp_path: Path,
) -> None:
    with Pilot(tmp_path / "data") as pilot:
        begin_of_talk(pilot)
        pilot.type(FIRST)
        pilot.key("return")
        assert pilot.focus.startswith("Cliënt")
        pilot.key("3")
        assert pilot.said == f"Op tafel: {FIRST}, Werkgever"
        pilot.type(SECOND)
        pilot.key("return", "0")
        assert pilot.said == f"Op tafel: {SECOND}"
        assert pilot.focus == "Een afweging in één regel"


def begin_of_talk(pilot: Pilot) -> None:
    pilot.press("Spelen", "Gewogen in gesprek", "Verder: tafel en tijd", "Aan tafel", "Begin het gesprek")
    pilot.reach(pilot.control("Een afweging in één regel").key)


def test_a_slip_can_be_taken_away_from_its_place(tmp_path: Path) -> None:
    with Pilot(tmp_path / "data") as pilot:
        begin_of_talk(pilot)
        pilot.type(FIRST)
        pilot.key("return", "3")
        pilot.press(next(one for one in pilot.labels() if one.startswith("Werkgever")))
        pilot.press(f"Haal weg: {FIRST}")
        pilot.press("Terug")
        assert FIRST not in pilot.text()


def test_no_key_is_promised_that_does_something_else_while_one_types() -> None:
    model = states.all_screens()["conversation, noted"]
    _, tree = states.built(states.focused(model, "talk:line"), (1920, 1080))
    button = next(node for node in walk(tree) if node.label == "Klaar met vertellen")
    assert [op.text for op in button.ops if isinstance(op, Words)] == ["Klaar met vertellen"]


def test_everyone_who_neither_tells_nor_notes_has_a_task_and_the_tasks_go_round() -> None:
    tasks = []
    for name in ("conversation, five at the table", "conversation, five at the table, second talk"):
        _, tree = states.built(states.all_screens()[name], (1920, 1080))
        listed = next(node for node in walk(tree) if node.label == "Luisteren met een taak")
        tasks.append([node.label for node in listed.children])
    assert tasks[0] == [
        "Anneke: Hoor wat níet gezegd wordt.",
        "Deniz: Zie welk cluster leeg blijft.",
        "Willem: Hoor waar het kantelde.",
    ]
    assert tasks[1][0] == "Anneke: Zie welk cluster leeg blijft."


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720), (1024, 640)])
def test_before_a_talk_everyone_at_the_table_sees_their_role_or_their_task(size: tuple[int, int]) -> None:
    _, tree = states.built(states.all_screens()["conversation of eight, who tells"], size)
    seen = {node.key: node for node in walk(tree)}
    assert {seen[f"roles:task:{n}"].label for n in (0, 1)} == {"Vertelt: Samira", "Noteert: Joost"}
    listening = [node for key, node in seen.items() if key.startswith("roles:listening:")]
    assert [node.label for node in listening] == [
        "Anneke en Eva: Hoor wat níet gezegd wordt.",
        "Deniz en Fatima: Zie welk cluster leeg blijft.",
        "Willem: Hoor waar het kantelde.",
        "Bram: Tel de keren dat het ook anders had gekund.",
    ]
    assert all(node.rect.bottom <= seen["primary"].rect.y for node in listening)


TWELVE_PEOPLE = {
    "short": SHORT,
    "long": tuple(f"{one} van den Heuvel-Jansen" for one in SHORT),
    "the longest": TWELVE,
}
LARGER_LETTERS = [((1366, 768), 120, names) for names in ("short", "long")]


@pytest.mark.parametrize(
    ("size", "text", "people"),
    [
        *((size, 100, people)
          for size in ((1920, 1080), (1366, 768), (1280, 720), (1024, 640)) for people in TWELVE_PEOPLE),
        *LARGER_LETTERS,
    ],
)  # fmt: skip
def test_before_a_talk_of_twelve_everyone_is_in_sight_with_what_they_do(
    size: tuple[int, int], text: int, people: str
) -> None:
    names = TWELVE_PEOPLE[people]
    assert len(names) == 12
    tree = states.built(made.pair(names).model(OFF), size, text)[1]
    nodes = list(walk(tree))
    assert not [node.key for node in nodes if node.role is Role.SCROLL]
    rim = next(node for node in nodes if node.key == "primary").rect.y
    shown = [node for node in nodes if any(isinstance(op, Words) for op in node.ops)]
    told = " ".join(node.label for node in shown if node.rect.bottom <= rim)
    assert all(words in told for words in (*names, *listening_tasks()))
    small = [op.text for node in shown for op in node.ops if isinstance(op, Words) and op.px < 16]
    assert not small


@pytest.mark.parametrize(("size", "text"), [((1366, 768), 120), ((1024, 640), 100)])
@pytest.mark.parametrize("people", [3, 8])
def test_before_a_talk_nothing_scrolls_on_a_laptop(size: tuple[int, int], text: int, people: int) -> None:
    tree = states.built(made.pair(SHORT[:people]).model(OFF), size, text)[1]
    assert not [node.key for node in walk(tree) if node.role is Role.SCROLL]


def test_who_looks_on_has_the_task_that_the_talk_gives_too() -> None:
    _, tree = states.built(states.all_screens()["conversation, who tells"], (1920, 1080))
    role = next(node for node in walk(tree) if node.label == "Kijkt mee: Anneke")
    assert any("Hoor wat níet gezegd wordt." in node.label for node in walk(role))
    _, tree = states.built(states.all_screens()["conversation, telling"], (1920, 1080))
    assert any(node.label == "Anneke: Hoor wat níet gezegd wordt." for node in walk(tree))


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 640)])
def test_with_ten_people_all_tasks_are_behind_one_button(size: tuple[int, int]) -> None:
    _, tree = states.built(states.all_screens()["conversation, ten at the table"], size)
    assert any(node.label == "Luisteren: 8 mensen, 4 taken" for node in walk(tree))
    _, tree = states.built(states.all_screens()["conversation, ten at the table, the tasks"], size)
    assert sum(" Hoor wat níet gezegd wordt." in node.label for node in walk(tree)) == 2


@pytest.mark.parametrize(("size", "text"), [((1024, 640), 100), ((1366, 768), 120)])
def test_on_a_laptop_the_pair_sits_beside_a_table_of_six_places(size: tuple[int, int], text: int) -> None:
    _, tree = states.built(states.all_screens()["conversation, noted"], size, text)
    found = {node.key: node.rect for node in walk(tree)}
    teller, noter, table = found["talk:person:1"], found["talk:person:2"], found["talk:top"]
    assert teller.w < table.w
    assert (
        teller.x < found["place:client"].x < found["place:employer"].x < found["place:individual"].x < noter.x
    )
    assert found["place:client"].y < found["place:professional"].y
    assert all(table.around(rect) == table for key, rect in found.items()
               if key.startswith("place:") and key != "place:beside")  # fmt: skip
    assert (
        found["talk:line"].y >= found["place:policy"].bottom
    )  # the slip that is written lies in front of it


def test_a_place_without_a_line_says_to_write_first_and_then_takes_it(tmp_path: Path) -> None:
    """By mouse alone, as somebody does who never played it."""
    with Pilot(tmp_path, size=(1366, 740)) as pilot:
        pilot.press("Spelen", "Gewogen in gesprek", "Verder: tafel en tijd", "Aan tafel", "Begin het gesprek")
        assert "Schrijf wat je hoort, en klik dan op een plek op tafel." in pilot.text()
        pilot.click(pilot.control("Cliënt, 0 strookjes"))
        assert "Er staat nog niets. Schrijf eerst een regel." in pilot.text()
        pilot.type(FIRST)
        assert "Klik nu op de plek waar het bij hoort. Of druk op Enter en kies." in pilot.text()
        pilot.click(pilot.control("Werkgever, 0 strookjes"))
        assert pilot.can("Werkgever, 1 strookje")


def test_between_two_talks_one_can_finish_without_the_menu(tmp_path: Path) -> None:
    with Pilot(tmp_path) as pilot:
        pilot.press("Spelen", "Gewogen in gesprek", "Verder: tafel en tijd", "Aan tafel")
        assert not pilot.can("Sessie afronden…")
        pilot.press("Begin het gesprek", "Menu", "Gesprek stoppen")
        pilot.press("Sessie afronden…", "Afronden")
        assert "Oogsten" in pilot.text()


def test_from_the_roles_back_leads_to_the_start_and_the_session_waits_there(tmp_path: Path) -> None:
    with Pilot(tmp_path / "data") as pilot:
        pilot.press("Spelen", "Gewogen in gesprek", "Verder: tafel en tijd", "Aan tafel")
        assert "Begin het gesprek" in pilot.labels()
        pilot.press("Terug")
        assert pilot.can("Spelen")
        pilot.press(next(one for one in pilot.labels() if one.startswith("Verder met")))
        assert "Begin het gesprek" in pilot.labels()


def test_what_is_still_needed_to_go_on_is_said_until_it_is_there(tmp_path: Path) -> None:
    why = "Ligt er één strookje, dan kun je verder."
    with Pilot(tmp_path) as pilot:
        begin_of_talk(pilot)
        assert why in pilot.text()
        pilot.type("Een afweging")
        assert why not in pilot.text()
