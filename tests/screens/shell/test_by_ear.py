"""What someone hears who sees nothing: where one is, what was done, and what Enter would do next."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tegenwicht.kit.input import first_focus
from tegenwicht.kit.nodes import Node, Role, find
from tegenwicht.kit.screen_reader.access import Ids
from tests.pilot import TO_THE_TABLE, Pilot


@pytest.fixture
def pilot(tmp_path: Path) -> Iterator[Pilot]:
    with Pilot(tmp_path) as found:
        yield found


@pytest.fixture
def card(pilot: Pilot) -> Pilot:
    """A card of Wet & beleid on the table."""
    pilot.press(*TO_THE_TABLE, "Laat het lot kiezen")
    return pilot


def now(pilot: Pilot) -> Node:
    """What has the focus."""
    node = find(pilot.tree_node, pilot.app.model.focus)
    assert node is not None
    return node


@pytest.mark.parametrize(
    ("button", "screen"),
    [
        ("Spelen", "Nieuwe sessie"), ("Kaarten", "Kaarten"),
        ("Eerdere sessies", "Eerdere sessies"), ("Hulp", "Hulp"), ("Instellingen", "Instellingen"),
    ],
)  # fmt: skip
def test_every_screen_says_its_name(pilot: Pilot, button: str, screen: str) -> None:
    assert pilot.said == ""
    pilot.press(button)
    assert pilot.said.strip("\xa0") == screen
    pilot.key("escape")
    assert pilot.said == "Tegenwicht"


def test_from_the_help_one_hears_which_round_one_is_back_in(card: Pilot) -> None:
    card.key("f1")
    assert card.said == "Hulp"
    card.key("escape")
    assert card.said == "Ronde 1 van 3"


def test_a_panel_gives_the_focus_back_to_what_opened_it(card: Pilot) -> None:
    for label in ("Meer", "Menu"):
        card.ask("focus", label)
        opener = now(card)
        card.key("return")
        assert now(card).key != opener.key
        card.key("escape")
        assert now(card).key == opener.key


def test_back_from_weighing_one_is_at_the_card_again(card: Pilot) -> None:
    card.pass_time(31)  # while one thinks it is under Meer
    card.ask("focus", "Wegen")
    card.key("return")
    assert now(card).key == "weigh:head"
    card.key("escape")
    assert now(card).key == "card"


def test_after_something_was_done_in_a_panel_the_main_button_is_next(card: Pilot) -> None:
    card.key("n")
    assert card.focus == "Notitie"
    card.type("Kort")
    card.press("Bewaren")
    assert card.focus.startswith("Kaart 38, ")  # where Enter is the main button


def test_what_was_chosen_already_stays_when_it_is_pressed_again(pilot: Pilot) -> None:
    pilot.press("Spelen", "Verder: tafel en tijd", "Meer keuzes")
    pilot.ask("focus", "Kiezen of loten", role=Role.RADIO)
    for key in ("space", "return"):
        pilot.key(key)
        assert pilot.can("Aan tafel")
        assert pilot.control("Kiezen of loten", Role.RADIO).pressed


def test_two_lines_noted_one_after_the_other_are_two_lines(pilot: Pilot) -> None:
    pilot.press("Spelen", "Gewogen in gesprek", "Verder: tafel en tijd", "Aan tafel", "Begin het gesprek")
    assert now(pilot).label == "Een afweging in één regel"
    for line in ("Vroeg door", "Wachtte een week"):
        pilot.type(line)
        pilot.key("return", "0")
        assert pilot.said == f"Op tafel: {line}"
        assert pilot.value("Een afweging in één regel") == ""


def test_the_cluster_of_the_card_counts_already(card: Pilot) -> None:
    card.press("Wet & beleid")
    assert card.said == "Dat cluster telt bij Klaar, met de kaart."
    card.press("Cliënt")
    assert card.said == "Cliënt genoemd"


def test_weights_are_said_as_they_were_counted(card: Pilot) -> None:
    card.press("Wegen", "Tel af: 3, 2, 1")
    assert card.said == "3, 2, 1, vingers op!"
    card.press("Tel de handen")
    card.key("2", "4", "4")
    line = next(node for node in card.nodes() if node.label == "3 van 5" and node.live)
    assert line.role is Role.TEXT
    card.press("Klaar met 3")
    assert card.said == "Gewichten bewaard: 1 keer 2, 2 keer 4"


def test_how_many_hands_were_counted_is_said_with_the_next_factor(pilot: Pilot) -> None:
    pilot.press("Spelen", "Wegen", "Verder: tafel en tijd", "Aan tafel")
    pilot.key("3", "3", "4", "return")
    assert pilot.said.startswith("Bewaard: 3 handen, jullie zijn met 5. Factor 2 van ")


def test_the_first_step_of_a_walk_is_said_like_the_others(pilot: Pilot) -> None:
    pilot.press("Spelen", "Afpellen", "Verder: tafel en tijd", "Aan tafel")
    pilot.type("Wel of niet")
    pilot.key("return")
    assert pilot.said.startswith("De afweging: Wel of niet. Laag 1 van 6: Vooraf. ")


def test_a_card_among_all_is_said_when_it_opens_and_so_is_the_next(pilot: Pilot) -> None:
    pilot.press("Kaarten")
    assert next(node for node in pilot.nodes() if node.label == "48 kaarten").live
    pilot.press("9. Belastbaarheid van de cliënt")
    assert pilot.said.startswith("Kaart 9, Cliënt: Belastbaarheid van de cliënt. ")
    pilot.key("return")
    assert pilot.said.startswith("Kaart 10, Cliënt: ")


def test_what_becomes_of_the_session_is_said_when_it_is_left(card: Pilot) -> None:
    card.press("Naar het begin")
    assert card.said == "Sessie bewaard. Je kunt later verder."
    card.press(next(label for label in card.labels() if "verder" in label.lower()))
    card.press("Klaar", "Sessie afronden…")
    card.press("Sessie sluiten…")
    assert "niet meer veranderen" in card.text()
    card.press("Sessie sluiten")
    assert card.said == "Sessie gesloten en bewaard."


def test_the_main_button_of_another_screen_is_another_thing_for_a_screen_reader() -> None:
    ids = Ids()
    ids.window("window", "Nieuwe sessie – Tegenwicht")
    begin, status = ids.number("primary"), ids.number("status")
    ids.window("window", "Ronde 1 van 3 – Tegenwicht")
    assert ids.number("primary") != begin
    assert ids.number("status") == status
    assert ids.key(begin) is None
    assert ids.key(ids.number("primary")) == "primary"


@pytest.mark.parametrize(("way", "key"), [(("Kaarten", "Eigen kaarten"), "f2"), (("Eerdere sessies",), "f1")])
def test_back_on_a_screen_one_is_where_one_was(pilot: Pilot, way: tuple[str, ...], key: str) -> None:
    for label in way:
        pilot.tab_to(label)
        pilot.key("return")
    pilot.key("tab", "tab", "tab")
    there, screen = pilot.focus, pilot.title
    assert now(pilot).key != first_focus(pilot.tree_node)
    pilot.key(key, "tab", "escape")
    assert (pilot.focus, pilot.title) == (there, screen)
    pilot.key("escape")
    assert pilot.focus == way[-1]
