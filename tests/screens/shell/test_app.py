"""What only shows in the whole app: sessions after one another, panels and help, requests, files, notices."""

import re
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from tegenwicht import paths
from tegenwicht.kit.nodes import Role
from tegenwicht.screens.shell.commands import FocusOn, Put
from tegenwicht.screens.shell.scenes import Scene
from tegenwicht.storage.decks.reader import read_deck
from tegenwicht.storage.journal.journal import MemoryJournal, SessionRow, SessionTakenElsewhere
from tegenwicht.storage.journal.lock import SessionLock
from tests.pilot import TO_THE_TABLE, Pilot
from tests.proof.wanderer import make_files


@pytest.fixture
def pilot(tmp_path: Path) -> Iterator[Pilot]:
    with Pilot(tmp_path / "data", size=(1024, 640)) as found:
        yield found


def goes_on(pilot: Pilot) -> str:
    """The button to go on with the latest session."""
    return next(label for label in pilot.labels() if label.startswith("Verder met"))


# Sessions after one another


def test_the_date_of_a_session_is_that_of_the_clock_that_was_given(pilot: Pilot) -> None:
    pilot.press(*TO_THE_TABLE)
    pilot.press("Menu")
    assert "21 nov" in pilot.text()
    pilot.press("Naar het begin")
    assert goes_on(pilot) == "Verder met 21 nov 2026, 14.05"


def test_what_was_written_in_one_session_is_not_in_the_next(pilot: Pilot) -> None:
    pilot.press(*TO_THE_TABLE, "Sessie afronden…")
    pilot.tells("Deelnemer 1", "Van de eerste groep")
    pilot.press("Sessie sluiten…", "Sessie sluiten")
    pilot.press(*TO_THE_TABLE, "Sessie afronden…", "Schrijf een regel")
    assert pilot.value("Eén regel van Deelnemer 1") == ""
    assert "Van de eerste groep" not in pilot.text()


def test_what_was_typed_and_not_kept_in_one_session_is_not_in_another(pilot: Pilot) -> None:
    pilot.press(*TO_THE_TABLE, "Deelnemers")
    pilot.fill("Naam van wie erbij komt", "Iemand")
    pilot.press("Sluiten", "Naar het begin", *TO_THE_TABLE, "Deelnemers")
    assert pilot.value("Naam van wie erbij komt") == ""


def test_last_times_choices_are_offered_again_but_not_the_shuffle_number(tmp_path: Path) -> None:
    with Pilot(tmp_path, shuffle=None) as pilot:
        pilot.press("Spelen", "Verder: tafel en tijd")
        pilot.fill("Naam van de groep (mag leeg)", "Team Zuid")
        pilot.fill("Deelnemer 2", "Zoë")
        pilot.press("Mensen aan tafel: minder", "60 minuten", "Meer keuzes", "Lichtste cluster eerst")
        pilot.press("Werkgever", "jokers")
        first = pilot.value("Schudnummer")
        pilot.press("Aan tafel")
        pilot.again()
        pilot.press("Spelen", "Verder: tafel en tijd")
        assert [pilot.value(label) for label in ("Mensen aan tafel", "Deelnemer 2")] == ["4 mensen", "Zoë"]
        assert pilot.control("60 minuten").pressed
        pilot.press("Meer keuzes")
        assert pilot.control("jokers").pressed
        assert pilot.control("Lichtste cluster eerst").pressed
        assert not pilot.control("Werkgever").pressed
        assert pilot.control("Organisatie").pressed
        assert 1 <= int(first) <= 9999
        assert pilot.value("Schudnummer").isdecimal()


def test_the_list_of_sessions_shows_the_unfinished_first_and_the_closed_can_be_looked_at(
    pilot: Pilot,
) -> None:
    pilot.press(
        *TO_THE_TABLE,
        "Laat het lot kiezen",
        "Klaar",
        "Sessie afronden…",
        "Sessie sluiten…",
        "Sessie sluiten",
    )
    pilot.press("Alleen", "Terug", "Eerdere sessies")
    tree = pilot.tree()
    assert tree.index("Nog niet klaar") < tree.index("Verder met") < tree.index("Gesloten")
    pilot.press(next(label for label in pilot.labels() if label.startswith("Bekijken")))
    assert pilot.tally()["Wet & beleid"] == [(1, 0)]
    assert not pilot.can("Ongedaan maken")
    pilot.press("Terug")
    assert pilot.title == "Tegenwicht"


def test_a_session_that_another_window_has_open_cannot_be_opened(pilot: Pilot, tmp_path: Path) -> None:
    pilot.press(*TO_THE_TABLE, "Naar het begin")
    (row,) = pilot.app.back.journal.sessions()
    with SessionLock.of_session(tmp_path / "data", row.id):
        pilot.press(goes_on(pilot))
        assert pilot.said == "Deze sessie is open in een ander venster. Sluit hem daar, of kies een andere."
        assert pilot.title == "Tegenwicht"
    pilot.press(goes_on(pilot))
    assert pilot.title == "Ronde 1 van 3 – Tegenwicht"


class TakenJournal(MemoryJournal):
    """Another copy of the app goes on with the session as soon as ``taken``."""

    taken = False

    def append(self, number: int, event: object, row: SessionRow) -> None:
        if self.taken:
            raise SessionTakenElsewhere("De sessie is in een ander venster verdergegaan.")
        super().append(number, event, row)  # type: ignore[arg-type]


@pytest.mark.parametrize("last", ["press", "Naar het begin", "close"])
def test_a_session_that_went_on_elsewhere_ends_here_with_a_sentence(last: str, tmp_path: Path) -> None:
    journal = TakenJournal()
    with Pilot(tmp_path, journal=journal) as pilot:
        pilot.press(*TO_THE_TABLE, "Laat het lot kiezen")
        pilot.pass_time(10)
        journal.taken = True
        if last == "close":
            pilot.close()  # the clock's pause cannot be saved; that is no reason to fall over
            return
        pilot.press("Cliënt" if last == "press" else last)
        assert "De sessie is in een ander venster verdergegaan." in pilot.text()
        assert pilot.title == "Tegenwicht"
        pilot.press("Spelen", "Verder: tafel en tijd")


# Panels and help


def test_a_note_that_is_being_typed_survives_a_look_at_the_help(pilot: Pilot) -> None:
    pilot.press(*TO_THE_TABLE, "Laat het lot kiezen", "Notitie")
    pilot.type("Nog niet bewaard")
    pilot.key("f1")
    assert pilot.title == "Hulp – Tegenwicht"
    pilot.key("escape")
    assert pilot.value("Notitie") == "Nog niet bewaard"


def test_weighing_is_gone_when_its_card_is_undone(pilot: Pilot) -> None:
    pilot.press(*TO_THE_TABLE, "Laat het lot kiezen", "Wegen", "Tel de handen", "2 vingers")
    pilot.ask_key("press", "undo")  # that of the table: out of reach here
    assert pilot.can("2 vingers")
    pilot.press("Stoppen", "Ongedaan maken")
    assert pilot.can("Laat het lot kiezen")
    assert not pilot.can("2 vingers")


# What a screen reader asks


def test_a_screen_reader_can_give_a_number_another_value(pilot: Pilot) -> None:
    pilot.press("Spelen", "Verder: tafel en tijd")
    for value, shown in (("9", "9"), ("2", "2"), ("12", "12"), ("99", "12"), ("-3", "1")):
        pilot.ask("set_value", "Mensen aan tafel", value, role=Role.SPIN)
        assert pilot.value("Mensen aan tafel").split()[0] == shown
    pilot.press("Meer keuzes")
    for value, shown in (("60", "60"), ("0", "0"), ("50", "50"), ("5 minuten", "5")):
        pilot.ask("set_value", "Denktijd in seconden", value)
        assert pilot.value("Denktijd in seconden") == shown, value


@pytest.mark.parametrize(
    ("label", "asked", "kept"),
    [
        ("Deelnemer 1", "Zoë\nen meer", "Zoë en meer"),
        ("Deelnemer 1", "a\u202eb\x00c\ud800", "abc"),
        ("Deelnemer 1", "x" * 100, "x" * 60),
        ("Schudnummer", "zes²66", "66"),
        ("Schudnummer", "12345678", "123456"),
    ],
)
def test_text_from_a_screen_reader_is_as_if_it_was_typed(
    label: str, asked: str, kept: str, pilot: Pilot
) -> None:
    pilot.press("Spelen", "Verder: tafel en tijd", "Meer keuzes")
    pilot.ask("set_value", label, asked)
    assert pilot.value(label) == kept
    pilot.press(label)
    assert pilot.value(label) == kept
    pilot.press("Aan tafel")
    assert pilot.title == "Ronde 1 van 3 – Tegenwicht"


def test_a_screen_reader_moves_the_caret_in_the_field_in_use(pilot: Pilot) -> None:
    pilot.press("Spelen", "Verder: tafel en tijd")
    pilot.fill("Deelnemer 1", "Zo")
    pilot.ask("select", "Deelnemer 1", "0,1")
    assert pilot.app.screen.field.caret == (0, 1)
    pilot.type("J")
    assert pilot.value("Deelnemer 1") == "Jo"


def test_a_request_for_what_is_not_there_does_nothing(pilot: Pilot) -> None:
    before = pilot.tree()
    for kind in ("press", "focus", "increase", "decrease", "set_value", "select", "wat"):
        pilot.ask_key(kind, "weg", "0,1")
        assert pilot.tree() == before


# Files that are dropped


@pytest.mark.parametrize("name", ["bad", "empty", "binary", "folder", "missing", "large", "no.txt"])
def test_a_file_that_is_no_deck_is_told_with_its_place_and_the_deck_stays(
    name: str, pilot: Pilot, tmp_path: Path
) -> None:
    make_files(tmp_path)
    path = tmp_path / "files" / name
    pilot.drop(path)
    assert re.search(rf"Deze kaartset kan niet open:\n{re.escape(str(path))}:\d+:\d+: ", pilot.text())
    assert pilot.said.startswith("Deze kaartset kan niet open:")
    pilot.press("Begrepen")
    assert "Kaartset Tegenwicht · 48 kaarten" in pilot.text()
    assert not pilot.can("Begrepen")


def test_a_deck_that_is_dropped_is_the_one_that_is_played(pilot: Pilot, tmp_path: Path) -> None:
    make_files(tmp_path)
    pilot.drop(tmp_path / "files" / "good")
    assert pilot.said == "Kaartset geopend: Klein, 4 kaarten"
    assert "Kaartset geopend: Klein, 4 kaarten" in pilot.text()
    pilot.press("Niet bewaren")
    assert "Kaartset Klein · 4 kaarten" in pilot.text()
    pilot.press("Spelen", "Verder: tafel en tijd")
    assert "Kaartset: Klein" in pilot.text()
    pilot.press("Aan tafel", "Laat het lot kiezen")
    assert re.match(r"Kaart [1-4], ", pilot.said)


def test_a_deck_that_is_dropped_during_a_session_changes_nothing_in_it(pilot: Pilot, tmp_path: Path) -> None:
    make_files(tmp_path)
    pilot.press(*TO_THE_TABLE, "Laat het lot kiezen")
    pilot.drop(tmp_path / "files" / "good")
    pilot.press("Klaar", "Laat het lot kiezen")
    assert pilot.said.startswith("Kaart 34, Wet & beleid: ")


def test_own_decks_are_offered_and_the_one_that_is_open_is_marked(tmp_path: Path) -> None:
    make_files(tmp_path)
    (tmp_path / "data" / "kaartsets").mkdir(parents=True)
    (tmp_path / "files" / "good").rename(tmp_path / "data" / "kaartsets" / "van-ons.yaml")
    with Pilot(tmp_path / "data", deck=None) as pilot:
        pilot.press("Spelen", "Verder: tafel en tijd", "Meer keuzes")
        assert pilot.control("Kaartset: Tegenwicht").pressed
        assert not pilot.control("Kaartset: Klein").pressed
        pilot.press("Kaartset: Klein")
        assert pilot.said == "Kaartset geopend: Klein, 4 kaarten"
        assert not pilot.control("Kaartset: Tegenwicht").pressed
        assert pilot.control("Kaartset: Klein").pressed


def test_of_decks_with_the_same_title_only_the_one_that_is_open_is_marked(tmp_path: Path) -> None:
    make_files(tmp_path)
    own = tmp_path / "data" / "kaartsets"
    own.mkdir(parents=True)
    for name in ("een", "twee"):
        (own / f"{name}.yaml").write_bytes((tmp_path / "files" / "good").read_bytes())
    with Pilot(tmp_path / "data", deck=None) as pilot:
        pilot.press("Spelen", "Verder: tafel en tijd", "Meer keuzes", "Kaartset: Klein (twee)")
        assert pilot.control("Kaartset: Klein (twee)").pressed
        assert not pilot.control("Kaartset: Klein (een)").pressed


# The window


@pytest.mark.parametrize("size", [(640, 480), (3840, 2160), (900, 1600)])
def test_another_size_keeps_everything_where_it_was(size: tuple[int, int], pilot: Pilot) -> None:
    pilot.press(*TO_THE_TABLE, "Laat het lot kiezen", "Notitie")
    pilot.type("half")
    pilot.resize(*size)
    assert pilot.tree_node.rect[2:] == size
    pilot.type(" en heel")
    pilot.press("Bewaren", "Notitie")
    assert pilot.value("Notitie") == "half en heel"


def test_closing_the_window_ends_the_app_and_keeps_the_time_of_the_turn(pilot: Pilot) -> None:
    pilot.press(*TO_THE_TABLE, "Laat het lot kiezen")
    pilot.pass_time(100)
    pilot.post(pygame.event.Event(pygame.QUIT))
    assert not pilot.app.running
    pilot.again()
    pilot.press(goes_on(pilot))
    assert "1:50 stilgezet" in pilot.text()


def test_settings_hold_at_once_and_the_next_time(pilot: Pilot) -> None:
    pilot.press("Instellingen", "Donker", "Minder beweging", "Tekstgrootte: meer")
    ground = pilot.app.screen.surface.get_at((2, pilot.tree_node.rect.bottom - 2))
    assert sum(ground[:3]) < 200
    pilot.again()
    pilot.press("Instellingen")
    assert pilot.control("Donker").pressed
    assert pilot.value("Tekstgrootte") == "110 %"


def test_a_control_that_goes_out_of_use_keeps_the_focus_and_enter_does_nothing_else(pilot: Pilot) -> None:
    pilot.press("Kaarten", "Eigen kaarten")
    pilot.press(next(label for label in pilot.labels() if label.startswith("Kopie maken")))
    pilot.key("ctrl+n")
    pilot.app.carry_out([FocusOn("desk:undo")])
    pilot.key("return")
    assert pilot.app.model.focus == "desk:undo"
    assert not pilot.can("Ongedaan maken")
    before = pilot.app.model.editing
    pilot.key("return")
    assert pilot.app.model.editing == before


def test_a_clicker_does_not_close_a_session_for_good(pilot: Pilot) -> None:
    for label in (
        *TO_THE_TABLE,
        "Laat het lot kiezen",
        "Sessie afronden…",
        "Telt mee, afronden",
    ):
        pilot.press(label)
    for _ in range(12):
        pilot.key("pagedown")
    assert pilot.app.model.scene == Scene.PLAY


def test_esc_leads_from_one_card_back_to_all_of_them(pilot: Pilot) -> None:
    pilot.press("Kaarten")
    pilot.app.carry_out([Put("browse:open", 9)])
    pilot.key("escape")
    assert pilot.app.model.scene == Scene.BROWSE and pilot.app.model.form("browse:open", 0) == 0


def test_how_to_play_with_a_deck_is_told_where_it_is_chosen(tmp_path: Path) -> None:
    two = paths.decks() / "leidinggevende.yaml"
    with Pilot(tmp_path / "two", deck=two) as pilot:
        pilot.press("Spelen", "Verder: tafel en tijd")
        assert read_deck(two).instruction in pilot.text()
    with Pilot(tmp_path / "old") as pilot:  # a deck without such words
        pilot.press("Spelen", "Verder: tafel en tijd")
        assert not any(node.key == "setup:instruction" for node in pilot.nodes())


def test_help_tells_what_is_meant_by_the_card_on_the_table(tmp_path: Path) -> None:
    deck = read_deck(paths.decks() / "leidinggevende.yaml")
    with Pilot(tmp_path / "two", deck=paths.decks() / "leidinggevende.yaml") as pilot:
        pilot.press(*TO_THE_TABLE)
        pilot.key("return")
        (card,) = [card for card in deck.cards if f": {card.title}." in pilot.said]
        pilot.key("f1")
        assert f"{card.title}: {card.explanation}" in pilot.text()
        assert deck.instruction in pilot.text()
