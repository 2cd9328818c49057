"""One key says again what there is, part by part; numbers and tables can be used by who only hears."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tegenwicht.gallery.states import all_screens, built, window
from tegenwicht.kit.nodes import CELLS, Key, walk
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.model import Model
from tegenwicht.screens.tegenwicht.heard import heard as heard_at_the_table
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


def said_again(pilot: Pilot, times: int) -> list[str]:
    """What is said when the key is pressed so often."""
    heard = []
    for _ in range(times):
        pilot.key("f3")
        heard.append(pilot.said.strip("\xa0"))
    return heard


def test_one_key_says_the_card_the_turn_the_time_the_tally_and_what_can_be_done(card: Pilot) -> None:
    card.press("Cliënt")
    which, turn, time, tally, can, first = said_again(card, 6)
    assert which.startswith("Kaart 38, Wet") and "?" in which
    assert turn == "Deelnemer 1 is aan de beurt. Daarna: Deelnemer 2. Ronde 1 van 3."
    assert time.startswith("Nog ")
    assert tally.startswith("Tussenstand van deze ronde: Cliënt 1, waarvan 1 genoemd. Nog niet: Beroep, ")
    assert can.startswith("Nu kan: Klaar, Enter; Begin te vertellen; Doorvraag 1, Spatie; Andersom, A; ")
    assert "Opzij, O" in can and can.endswith("; een cluster dat genoemd werd, 1, 2, 3, 4 of 6.")
    assert first == which


def test_before_a_card_is_drawn_the_turn_comes_first(pilot: Pilot) -> None:
    pilot.press(*TO_THE_TABLE)
    turn, tally, can, again = said_again(pilot, 4)
    assert turn.startswith("Deelnemer 1 trekt een kaart.")
    assert tally == "Tussenstand: deze ronde kwam nog niets langs."
    assert can.startswith("Nu kan: Laat het lot kiezen, Enter; Pas, P; ")
    assert again == turn


AT_THE_TABLE = [name for name in all_screens() if name == "table" or name.startswith(("table ", "table,"))]
WRITING = (
    "note", "note that looks traceable", "note with a counterweight", "parking", "parking before a card", "joining",
    "joining a table of eleven", "joining before a card",
)  # fmt: skip


def can_be_done(model: Model) -> list[str]:
    """What is said that can be done, part by part; empty where nothing is."""
    told = heard_at_the_table(window().view(model, (1920, 1080)))
    return told[-1].removeprefix("Nu kan: ").removesuffix(".").split("; ") if told else []


def digits_of(part: str) -> set[str]:
    if part.endswith(", 1 tot 6"):
        return set("123456")
    return {one for one in part.replace(",", " ").split() if one.isdecimal()}


def test_each_key_that_is_said_does_something_there() -> None:
    signs: dict[str, tuple[str, ...]] = {}
    for one in vars(keys).values():
        if isinstance(one, Key):
            signs[one.shown] = (*signs.get(one.shown, ()), *one.names)
    heard_somewhere = 0
    for name in (*AT_THE_TABLE, *WRITING):
        model, tree = built(all_screens()[name], (1920, 1080))
        works = {key for node in walk(tree) if node.enabled and node.action for key in node.shortcuts}
        works |= {key for node in walk(tree) for key, _ in node.bindings}
        works |= {"return" for node in walk(tree) if node.primary and node.enabled}
        for part in can_be_done(model):
            heard_somewhere += 1
            if part.startswith(("een cluster dat genoemd werd", "van een stapel trekken")):
                assert digits_of(part) and digits_of(part) <= works, (name, part)
                continue
            _, _, sign = part.rpartition(", ")
            if sign in signs:
                assert works.intersection(signs[sign]), (name, part)
    assert heard_somewhere > 100


def test_while_one_writes_no_letter_or_digit_is_said_to_do_anything() -> None:
    for name in WRITING:
        main, back = can_be_done(all_screens()[name])
        assert main.endswith(", Ctrl Enter") and back == "Terug, Esc", name


@pytest.mark.parametrize(
    ("name", "last"),
    [
        ("table with all cards gone", "Meer, M"),
        ("table with all cards aside", "Meer, M"),
        ("table drawing from piles", "van een stapel trekken, 1 tot 6"),
    ],
)
def test_only_digits_that_draw_are_said_before_a_card(name: str, last: str) -> None:
    assert can_be_done(all_screens()[name])[-1] == last


def test_only_digits_of_clusters_that_are_played_with_are_said() -> None:
    parts = can_be_done(all_screens()["table of three clusters"])
    assert parts[-1].startswith("een cluster dat genoemd werd, ")
    assert digits_of(parts[-1]) < {"1", "2", "3"}  # that of the card itself counts with the card


def test_while_one_thinks_beginning_to_tell_is_said_right_after_the_main_button() -> None:
    parts = can_be_done(all_screens()["table thinking"])
    assert parts[:2] == ["Klaar, Enter", "Begin te vertellen"]
    assert len({one.split(",")[0] for one in parts}) == len(parts)


def test_after_something_else_the_key_begins_with_the_card_again(card: Pilot) -> None:
    which, _ = said_again(card, 2)
    card.key("1")
    assert said_again(card, 1) == [which]


def test_the_key_says_the_other_side_and_the_doorvraag_that_lie_there(card: Pilot) -> None:
    card.press("Andersom")
    assert "Andersom: " in said_again(card, 1)[0]
    card.press("Terug")
    card.ask("focus", next(label for label in card.labels() if label.startswith("Kaart 38")))
    card.key("space")
    assert "Doorvraag 1 van 3: " in said_again(card, 1)[0]


def test_it_works_with_the_letters_switched_off_and_while_one_types(card: Pilot) -> None:
    card.key("n")
    card.type("Kort")
    assert said_again(card, 1)[0].startswith("Kaart 38, ")
    assert card.value("Notitie") == "Kort"


def test_escape_from_a_note_goes_back_to_the_card(card: Pilot) -> None:
    card.key("n")
    card.type("Kort")
    card.key("escape")
    assert card.app.model.panel == ""
    assert card.focus.startswith("Kaart 38, ")


def test_on_a_screen_of_text_it_reads_the_text_part_by_part(pilot: Pilot) -> None:
    pilot.press("Hulp")
    heard = said_again(pilot, 4)
    assert heard[0].startswith("Hulp")
    assert len(set(heard)) == 4


def test_over_the_table_it_reads_the_panel(card: Pilot) -> None:
    card.press("Wegen")
    assert not said_again(card, 1)[0].startswith("Kaart 38, ")


@pytest.mark.parametrize("size", [(1280, 800), (1024, 640), (1920, 1080)])
def test_at_the_harvest_who_is_asked_comes_first_and_at_which_step_one_is_last(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    with Pilot(tmp_path, size=size) as pilot:
        pilot.press(*TO_THE_TABLE, "Laat het lot kiezen", "Klaar")
        pilot.key("f")
        if pilot.can("Afronden"):
            pilot.press("Afronden")
        assert "Oogsten" in pilot.title
        heard = said_again(pilot, 6)
        first = heard[: heard.index(heard[0], 1)]
        assert first[0].startswith("Deelnemer 1, welke kaart blijft je bij?")
        assert not any("stap" in one.lower() for one in first[:-1]) and "stap 1 van 3" in first[-1].lower()


@pytest.mark.parametrize("size", [(1280, 800), (1024, 640), (1920, 1080)])
def test_what_is_asked_at_the_setup_comes_before_the_steps(tmp_path: Path, size: tuple[int, int]) -> None:
    with Pilot(tmp_path, size=size) as pilot:
        pilot.press("Spelen")
        assert said_again(pilot, 1)[0].startswith("Wat gaan jullie spelen?")


def test_the_clock_says_the_time_that_results(card: Pilot) -> None:
    card.key(".")
    assert card.said.startswith("Tijd stilgezet. Nog ") and card.said.endswith("stilgezet.")
    card.key("+")
    assert card.said.startswith("Een minuut erbij. Nog ")
    card.key(".")
    assert card.said.startswith("Tijd loopt. Nog ")


def test_a_number_is_changed_with_tab_and_enter_alone_and_said(pilot: Pilot) -> None:
    pilot.press("Spelen", "Tien stenen", "Verder: tafel en tijd", "Aan tafel")
    while pilot.focus != "Cliënt":
        pilot.key("tab")
    pilot.key("return", "return", "tab")
    assert pilot.focus == "Steen terug van Cliënt"
    pilot.key("return")
    assert pilot.said.strip("\xa0").startswith("Cliënt")
    assert pilot.control("Cliënt").number == (1, 0, 10)
    pilot.key("return", "return")
    assert pilot.said == "Steen terug van Cliënt kan nu niet."
    assert pilot.focus == "Cliënt"


def test_the_tally_is_walked_cell_by_cell(pilot: Pilot) -> None:
    pilot.press(*TO_THE_TABLE)
    for _ in range(5):
        pilot.press("Laat het lot kiezen")
        pilot.press("Klaar")
    for _ in range(40):
        pilot.key("tab")
        if pilot.focused.role in CELLS:
            break
    first = pilot.focused.key
    pilot.key("down")
    assert pilot.focused.role in CELLS and pilot.focused.key != first
    pilot.key("up")
    assert pilot.focused.key == first


def test_what_a_setting_means_is_said_with_it(pilot: Pilot) -> None:
    pilot.key("f2")
    assert pilot.control("Losse lettertoetsen").description.startswith("Losse lettertoetsen uit: dan werken")
    assert pilot.control("Notities bewaren").description.startswith("Notities bewaren uit: ")


@pytest.mark.parametrize("size", [(1280, 800), (1024, 640), (1920, 1080)])
def test_in_the_other_games_too_the_time_is_told_in_words(tmp_path: Path, size: tuple[int, int]) -> None:
    with Pilot(tmp_path, size=size) as pilot:
        pilot.press("Spelen", "Gewogen in gesprek", "Verder: tafel en tijd", "Aan tafel", "Begin het gesprek")
        heard = " ".join(said_again(pilot, 4))
        assert "Nog 3 minuten om te praten." in heard
