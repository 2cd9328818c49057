"""Afpellen from the start screen to the closed session: by keyboard alone, and as a screen reader asks."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tegenwicht.gallery import states
from tegenwicht.game.path import PathStep
from tegenwicht.kit.nodes import Role, walk
from tegenwicht.kit.ops import Words
from tests.pilot import Pilot
from tests.screens.hands import Hands, Keyboard, Reader

LINE = "Wel of geen proefplaatsing"
NOTICED, MADE = "Hij keek naar de grond", "Ik dacht dat hij niet durfde"


def write(hands: Hands, step: str, words: str) -> None:
    """A slip in the open layer."""
    hands.press("Strookje schrijven")
    hands.fill(f"Strookje bij {step}", words)
    hands.press("Leg neer")


def begin(pilot: Pilot, hands: Hands) -> None:
    hands.press("Spelen")
    hands.press("Afpellen")
    hands.press("Verder: tafel en tijd")
    hands.press("Aan tafel")
    hands.fill("De afweging in één regel", LINE)
    hands.press("Begin bij Vooraf")
    hands.press("Pel verder: Waarnemen")
    write(hands, "Waarnemen", NOTICED)
    hands.press("Schuif een kaart in deze laag")
    hands.fill("Zoek een woord of nummer", "9")
    (found,) = (label for label in pilot.labels() if label.startswith("Kaart 9, "))
    hands.press(found)
    hands.press("Pel verder: Interpreteren")


def finish(hands: Hands) -> None:
    write(hands, "Interpreteren", MADE)
    for step in ("Opties vormen", "Prioriteren", "Reageren"):
        hands.press(f"Pel verder: {step}")
    hands.press("Bekijk het hele pad")
    hands.fill("Wat zou je anders doen?", "Hem zelf laten antwoorden")
    hands.press("Sessie afronden")
    hands.press("Schrijf een regel")
    hands.fill("Eén regel van Deelnemer 1", "Langer stil zijn")
    hands.press("Bewaren")
    hands.press("Sessie sluiten…")
    hands.press("Sessie sluiten")


@pytest.mark.parametrize("ways", [Keyboard, Reader])
def test_a_consideration_is_peeled_to_the_end_and_a_stop_in_the_middle_loses_nothing(
    tmp_path: Path, ways: Callable[[Pilot], Hands]
) -> None:
    with Pilot(tmp_path / "data") as pilot:
        begin(pilot, ways(pilot))
        assert NOTICED in pilot.text()  # beside what is made of it
        pilot.again()
        ways(pilot).press(next(label for label in pilot.labels() if label.startswith("Verder met")))
        assert pilot.title.startswith("Laag 3 van 6: Interpreteren")
        assert NOTICED in pilot.text()
        finish(ways(pilot))
        hands = ways(pilot)
        hands.press("Eerdere sessies")
        hands.press(next(label for label in pilot.labels() if label.startswith("Bekijken")))
        seen = pilot.text()
        for words in (LINE, NOTICED, MADE, "Hem zelf laten antwoorden", "Langer stil zijn", "Cliënt"):
            assert words in seen
        assert "Cliënt: 1" in seen
        assert not pilot.can("Sessie sluiten…")


def test_a_slip_that_was_typed_and_not_laid_is_kept_when_one_goes_back_stops_or_closes_the_window(
    tmp_path: Path,
) -> None:
    with Pilot(tmp_path / "data") as pilot:
        begin(pilot, Keyboard(pilot))
        pilot.key("n")
        pilot.type(MADE)
        pilot.key("escape")
        assert MADE in pilot.labels()
        pilot.key("n")
        pilot.type("Iets anders")
        pilot.again()
        pilot.press(next(label for label in pilot.labels() if label.startswith("Verder met")))
        assert {MADE, "Iets anders"} <= set(pilot.labels())


def test_going_on_without_writing_leaves_nothing_to_undo_but_the_layer(tmp_path: Path) -> None:
    with Pilot(tmp_path / "data") as pilot:
        begin(pilot, Keyboard(pilot))
        pilot.press("Pel verder: Opties vormen", "Menu")
        assert pilot.control("Ongedaan maken").description == "naar Opties vormen"
        pilot.press("Ongedaan maken")
        assert pilot.title.startswith("Laag 3 van 6")


def test_a_layer_says_its_number_name_and_question_and_shows_where_one_is(tmp_path: Path) -> None:
    with Pilot(tmp_path / "data") as pilot:
        begin(pilot, Keyboard(pilot))
        assert pilot.said == "Laag 3 van 6: Interpreteren. Wat maakte je ervan?"
        assert pilot.control("Stap 3: Interpreteren", Role.RADIO).pressed
        assert pilot.control("Stap 2: Waarnemen", Role.RADIO).description == "ingevuld"
        pilot.press("Terug naar Waarnemen")
        assert pilot.control("Stap 2: Waarnemen", Role.RADIO).pressed


def list_of(pilot: Pilot, words: str) -> str:
    """The name of the tray in which a slip lies."""
    trays = [node for node in pilot.nodes() if node.role is Role.LIST]
    return next(node.label for node in trays for child in walk(node) if child.label == words)


def test_a_slip_moves_to_what_was_made_of_it_and_back_by_keys_and_one_undo_takes_that_back(
    tmp_path: Path,
) -> None:
    with Pilot(tmp_path / "data") as pilot:
        begin(pilot, Keyboard(pilot))
        assert list_of(pilot, NOTICED) == "Gezien en gehoord, 1 strookje"
        pilot.reach(pilot.control(NOTICED).key)
        pilot.key("ctrl+right")
        assert list_of(pilot, NOTICED) == "Ervan gemaakt, 1 strookje"
        assert pilot.said == f"Naar Ervan gemaakt: {NOTICED}"
        assert pilot.focus == NOTICED
        pilot.key("ctrl+left")
        assert list_of(pilot, NOTICED) == "Gezien en gehoord, 1 strookje"
        pilot.key("ctrl+z")
        assert list_of(pilot, NOTICED) == "Ervan gemaakt, 1 strookje"


def test_only_the_tray_of_the_open_layer_takes_slips_and_a_slip_there_can_be_changed(tmp_path: Path) -> None:
    with Pilot(tmp_path / "data") as pilot:
        begin(pilot, Keyboard(pilot))
        write(Keyboard(pilot), "Interpreteren", MADE)
        assert list_of(pilot, MADE) == "Ervan gemaakt, 1 strookje"
        pilot.press(MADE)
        pilot.fill("Strookje bij Interpreteren", "Hij durfde wel")
        pilot.key("return")
        assert "Hij durfde wel" in pilot.labels() and MADE not in pilot.labels()
        assert list_of(pilot, NOTICED) == "Gezien en gehoord, 1 strookje"


def test_digits_open_a_layer_and_escape_goes_back_one_layer_and_then_to_the_menu(tmp_path: Path) -> None:
    with Pilot(tmp_path / "data") as pilot:
        begin(pilot, Keyboard(pilot))
        pilot.key("2")
        assert pilot.said.startswith("Laag 2 van 6: Waarnemen")
        pilot.key("escape")
        assert pilot.said.startswith("Laag 1 van 6: Vooraf")
        pilot.key("escape")
        assert pilot.can("Naar het begin")
        pilot.press("Naar het begin")
        assert pilot.can("Spelen")


def test_finishing_early_asks_first(tmp_path: Path) -> None:
    with Pilot(tmp_path / "data") as pilot:
        begin(pilot, Keyboard(pilot))
        pilot.key("f")
        assert pilot.can("Nog niet") and pilot.title.startswith("Laag 3")
        pilot.press("Nog niet")
        assert pilot.can("Pel verder: Opties vormen")


def test_enter_alone_walks_through_all_layers_and_closes_nothing(tmp_path: Path) -> None:
    with Pilot(tmp_path / "data") as pilot:
        begin(pilot, Keyboard(pilot))
        for _ in range(60):
            pilot.key("return")
        assert not pilot.app.back.journal.sessions()[0].finished


def test_enter_in_an_empty_search_says_what_to_do(tmp_path: Path) -> None:
    with Pilot(tmp_path / "data") as pilot:
        begin(pilot, Keyboard(pilot))
        pilot.press("Schuif een kaart in deze laag")
        words = "Typ eerst een woord of een nummer, of kies hieronder."
        assert words not in pilot.text()
        pilot.key("return")
        assert words in pilot.text() and pilot.said == words
        pilot.type("zzz")
        pilot.key("return")
        assert "Geen kaart gevonden" in pilot.text() and words not in pilot.text()


def test_the_moment_of_the_klantreis_is_said_above() -> None:
    model = states.all_screens()["peeling, about a moment"]
    _, tree = states.built(model, (1920, 1080))
    heads = [node.label for node in walk(tree) if node.role is Role.HEADING and node.level == 1]
    assert heads == ["Team Zuid · Afpellen · Intake"]


@pytest.mark.parametrize(("size", "text"), [((1024, 640), 100), ((1366, 768), 120), ((1920, 1080), 110)])
def test_on_a_laptop_the_rings_stand_beside_the_trays(size: tuple[int, int], text: int) -> None:
    _, tree = states.built(states.all_screens()["peeling, interpreting"], size, text)
    found = {node.key: node for node in walk(tree)}
    seen, made = found["tray:noticing"].rect, found["tray:interpreting"].rect
    assert found["rings"].rect.right <= seen.x
    assert seen.y == made.y
    assert seen.right < made.x
    shown = {key: [op.text for op in found[f"path:go:{key}"].ops if isinstance(op, Words)]
             for key in ("noticing", "interpreting", "options")}  # fmt: skip
    assert shown == {"noticing": ["2"], "interpreting": ["Interpreteren"], "options": ["4"]}
    assert (
        found["path:rename"].rect.y > found["rings"].rect.y
    )  # the consideration is under its rings, all of it


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768)])
def test_pressing_the_empty_place_of_the_open_tray_opens_the_line_and_the_other_tray_does_nothing(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    def press_on(key: str) -> None:
        rect = next(node.rect for node in walk(pilot.tree_node) if node.key == key)
        place = rect.centre[0], rect.bottom - rect.h // 10
        pilot.mouse_down(*place)
        pilot.mouse_up(*place)

    with Pilot(tmp_path / "data", size=size) as pilot:
        begin(pilot, Keyboard(pilot))
        pilot.pass_time(2)
        press_on("tray:noticing")
        assert "Strookje bij Interpreteren" not in pilot.labels()
        press_on("tray:interpreting")
        pilot.type("kan niet meer")  # letters of which each is a key elsewhere
        pilot.key("return")
        assert list_of(pilot, "kan niet meer") == "Ervan gemaakt, 1 strookje"


@pytest.mark.parametrize("size", [(1024, 640), (1280, 720), (1920, 1080)])
@pytest.mark.parametrize("state", ["peeling, whole path", "conversation, whole path"])
def test_the_whole_path_is_seen_at_once_and_the_name_of_a_layer_leads_back_to_it(
    state: str, size: tuple[int, int]
) -> None:
    _, tree = states.built(states.all_screens()[state], size)
    found = {node.key: node for node in walk(tree)}
    assert not [key for key, node in found.items() if node.role is Role.SCROLL]
    for number, step in enumerate(PathStep, 1):
        name, sheet = found[f"path:go:{step}"], found[f"path:sheet:{step}"]
        assert name.label.startswith(f"Stap {number}: ") and name.action is not None
        assert sheet.rect.around(name.rect) == sheet.rect


def test_from_the_first_screen_back_leads_to_the_start_and_keeps_what_was_typed(tmp_path: Path) -> None:
    with Pilot(tmp_path / "data", size=(1024, 640)) as pilot:
        pilot.press("Spelen", "Afpellen", "Verder: tafel en tijd", "Aan tafel")
        pilot.type("Nu bellen of wachten")
        pilot.key("escape")
        pilot.press(next(label for label in pilot.labels() if label.startswith("Verder met")))
        assert pilot.title.startswith("Laag 1 van 6")
        assert "Nu bellen of wachten" in pilot.text()
