"""Own decks as a trainer makes them: by keyboard, from Excel, with a full disk, after a crash."""

import os
import random
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from tegenwicht import paths
from tegenwicht.game.cards import CLUSTERS, Cluster, Deck, Kind
from tegenwicht.game.deck_editing import draft_of
from tegenwicht.kit.nodes import FOCUSABLE, Role
from tegenwicht.screens.shell import commands
from tegenwicht.screens.shell.commands import Quit
from tegenwicht.storage import files
from tegenwicht.storage.decks.drafts import KeptDraft, to_json
from tegenwicht.storage.decks.formats import encode, read_any
from tegenwicht.storage.decks.reader import read_deck
from tegenwicht.storage.journal.lock import Hold, SessionLock
from tests.pilot import DECK, TO_THE_TABLE, Pilot
from tests.proof.wanderer import make_files

TEXTS = ("Hoe weeg je dat?", "Wat zag je?", "Wat hoorde je?", "", "En als het andersom was?", "")
"""What is typed in a card below its title."""


@pytest.fixture
def pilot(tmp_path: Path) -> Iterator[Pilot]:
    with Pilot(tmp_path / "data") as found:
        yield found


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The folder of own decks."""
    return paths.own_decks(tmp_path / "data")


def tab_to(pilot: Pilot, label: str) -> None:
    """Go to a control with the keyboard, as someone without a mouse does."""
    pilot.reach(pilot.control(label).key)


def dialog(pilot: Pilot) -> str:
    """The title of the open panel; empty when there is none."""
    return next((node.label for node in pilot.nodes() if node.role is Role.DIALOG), "")


def enter(pilot: Pilot, text: str) -> None:
    """Type all of a text at once, as an input method does."""
    pilot.key("end")  # a field that was opened just now does not listen yet
    pilot.post(pygame.event.Event(pygame.TEXTINPUT, text=text))


def write_card(pilot: Pilot, title: str) -> None:
    """With the focus on the title of a new card: all of its texts, each ended with Enter."""
    assert pilot.focus == "Titel"
    for text in (title, *TEXTS):
        enter(pilot, text)
        pilot.key("return")


def message(pilot: Pilot) -> str:
    """What stands at the bottom of the window."""
    return next((node.label for node in pilot.nodes() if node.key == "message:text"), "")


def new_deck(pilot: Pilot, *titles: str) -> None:
    """A new deck, not saved, with cards of these titles."""
    pilot.press("Kaarten", "Eigen kaarten", "Nieuwe kaartset")
    for number, title in enumerate(titles):
        if number:
            pilot.key("ctrl+n")
        write_card(pilot, title)


def saved(own: Path, name: str = "mijn-kaarten") -> Deck:
    """The deck in a file."""
    return read_deck(own / f"{name}.yaml")


# -- making a deck


def test_a_deck_of_six_cards_is_made_by_keyboard_alone_and_played(pilot: Pilot, own: Path) -> None:
    tab_to(pilot, "Kaarten")
    pilot.key("return")
    tab_to(pilot, "Eigen kaarten")
    pilot.key("return", "return")  # the list, and there a new deck
    names = ("Beroep", "Cliënt", "Werkgever", "Organisatie", "Wet & beleid", "Professional zelf")
    for number, name in enumerate(names):
        if number:
            pilot.key("ctrl+n")
            tab_to(pilot, name)
            pilot.key("return")
            tab_to(pilot, "Titel")
        write_card(pilot, f"Over {name}")
        assert pilot.focus == "Nieuwe kaart"
    pilot.key("ctrl+s")
    assert pilot.said == "Bewaard: Mijn kaarten"
    deck = saved(own)
    assert [(card.cluster, card.title) for card in deck.cards] == [
        (cluster, f"Over {name}") for cluster, name in zip(CLUSTERS, names, strict=True)
    ]
    assert deck.cards[0].deeper == ("Wat zag je?", "Wat hoorde je?")
    pilot.key("escape")
    assert pilot.title == "Eigen kaarten – Tegenwicht"
    tab_to(pilot, "Spelen: Mijn kaarten")
    pilot.key("return", "return")
    tab_to(pilot, "Aan tafel")
    pilot.key("return", "return")
    assert re.match(r"Kaart [1-6], .*: Over ", pilot.said)


def test_the_card_is_shown_as_it_will_look_while_it_is_typed(pilot: Pilot) -> None:
    new_deck(pilot)
    pilot.type("Tijd")
    shown = next(node for node in pilot.nodes() if node.label == "Kaart 1, Beroep")
    assert "Tijd" in [node.label for node in shown.children]
    pilot.press("Werkgever")
    assert any(node.label == "Kaart 1, Werkgever" for node in pilot.nodes())


def test_what_is_wrong_is_told_beside_the_field_until_it_is_right(pilot: Pilot) -> None:
    new_deck(pilot, "Tijd")
    pilot.fill("Titel", "")
    enter(pilot, "lang " * 13)
    said = "Verwacht ten hoogste 60 tekens; gevonden 64: maak de tekst korter."
    assert pilot.control("Titel").description == said
    assert pilot.can("1 punt dat niet klopt")
    pilot.fill("Titel", "kort")
    assert pilot.control("Titel").description == "nog 56 tekens"
    assert "alles klopt" in pilot.text()


def test_the_button_for_problems_leads_to_each_of_them(pilot: Pilot) -> None:
    new_deck(pilot, "Een", "Twee", "Drie")
    for number in (1, 3):
        pilot.press(f"{number}. {('Een', 'Twee', 'Drie')[number - 1]}")
        pilot.fill("Vraag", "")
    for expected in ("1", "3", "1"):
        pilot.press("2 punten die niet kloppen")
        assert (pilot.focus, pilot.value("Nummer")) == ("Vraag", expected)


def test_undo_and_redo_go_back_over_texts_cards_and_order(pilot: Pilot) -> None:
    new_deck(pilot, "Een", "Twee")
    pilot.press("Eerder")
    assert [label for label in pilot.labels() if label in ("1. Een", "2. Twee")] == ["2. Twee", "1. Een"]
    pilot.press("Weg")
    assert pilot.controls("2. Twee") == []
    pilot.press("Ongedaan maken", "Ongedaan maken")
    assert [label for label in pilot.labels() if label in ("1. Een", "2. Twee")] == ["1. Een", "2. Twee"]
    pilot.press("2. Twee", "Ongedaan maken")
    assert pilot.value("Andersom (mag leeg)") == ""
    pilot.press("Opnieuw")
    assert pilot.value("Andersom (mag leeg)") == "En als het andersom was?"


def test_undo_changes_the_field_that_is_being_typed_in(pilot: Pilot) -> None:
    new_deck(pilot)
    pilot.type("Tijd")
    pilot.press("Ongedaan maken")
    assert (pilot.focus, pilot.value("Titel")) == ("Titel", "")
    pilot.type("Ruimte")
    assert pilot.value("Titel") == "Ruimte"


def test_copies_get_their_own_numbers_and_all_can_be_numbered_anew(pilot: Pilot, own: Path) -> None:
    new_deck(pilot, "Een")
    pilot.press("Kopie", "Kopie", "Over de kaartset", "Kaarten opnieuw nummeren", "Bewaren")
    deck = saved(own)
    assert [card.number for card in deck.cards] == [1, 2, 3]
    assert len({card.id for card in deck.cards}) == 3


def test_enter_in_a_question_goes_to_the_next_field_and_pasted_lines_become_one(pilot: Pilot) -> None:
    new_deck(pilot)
    pilot.ask("set_value", "Vraag", "Hoe\nweeg je?")
    assert pilot.value("Vraag") == "Hoe weeg je?"
    pilot.press("Vraag")
    pilot.key("return")
    assert (pilot.focus, pilot.value("Vraag")) == ("Doorvraag 1 (mag leeg)", "Hoe weeg je?")


def test_a_card_with_a_picture_and_only_a_question_is_made_by_keyboard_alone(pilot: Pilot, own: Path) -> None:
    tab_to(pilot, "Kaarten")
    pilot.key("return")
    tab_to(pilot, "Eigen kaarten")
    pilot.key("return", "return")
    enter(pilot, "De reis")
    pilot.key("return")
    enter(pilot, "Welke reis woog zwaar?")
    tab_to(pilot, "Kies een plaatje")
    pilot.key("return")
    assert (dialog(pilot), pilot.focus) == ("Kies een plaatje", "Zoek een woord: koffie, trein, brug")
    enter(pilot, "trein")
    assert "1 plaatje. Enter kiest het eerste." in pilot.text()
    pilot.key("return")
    assert (dialog(pilot), pilot.focus) == ("", "Ander plaatje")
    assert pilot.control("Ander plaatje").description == "Nu: trein"
    pilot.key("ctrl+s")
    assert pilot.said == "Bewaard: Mijn kaarten"
    (card,) = saved(own).cards
    assert (card.title, card.question, card.picture) == ("De reis", "Welke reis woog zwaar?", "train")
    assert (card.deeper, card.other_side, card.explanation) == ((), "", "")


@pytest.mark.parametrize("size", [(640, 480), (1000, 700), (1920, 1080)])
def test_a_word_that_no_picture_has_is_told_in_every_size(tmp_path: Path, size: tuple[int, int]) -> None:
    with Pilot(tmp_path / "small", size=size) as pilot:
        new_deck(pilot, "Tijd")
        tab_to(pilot, "Kies een plaatje")
        pilot.key("return")
        enter(pilot, "xyz")
        assert "Geen plaatje gevonden. Probeer een ander woord." in pilot.text()
        pilot.key("backspace", "backspace", "backspace")
        enter(pilot, "trein")
        pilot.key("return")
        assert pilot.control("Ander plaatje").description == "Nu: trein"


def test_arrows_go_over_the_grid_of_pictures_and_escape_leaves_the_card_as_it_was(pilot: Pilot) -> None:
    new_deck(pilot, "Tijd")
    tab_to(pilot, "Kies een plaatje")
    pilot.key("return", "tab")
    assert pilot.focus == "eikel"
    pilot.key("right")
    assert pilot.focus == "adresboek"
    pilot.key("escape")
    assert (dialog(pilot), pilot.focus) == ("", "Kies een plaatje")
    pilot.key("return")
    pilot.key("tab")
    pilot.key("right", "right", "return")
    assert pilot.control("Ander plaatje").description == "Nu: vliegtuig"
    pilot.press("Ongedaan maken")
    assert pilot.control("Kies een plaatje").description == "Nu: geen"
    pilot.press("Opnieuw", "Geen plaatje")
    assert pilot.control("Kies een plaatje").description == "Nu: geen"


def test_a_picture_that_another_card_has_says_so_and_what_is_not_found_is_told(pilot: Pilot) -> None:
    new_deck(pilot, "Een")
    pilot.press("Kies een plaatje", "anker")
    pilot.key("ctrl+n")
    pilot.press("Kies een plaatje")
    assert pilot.control("anker").description == "Staat al op kaart 1"
    enter(pilot, "qqq")
    assert "Geen plaatje gevonden. Probeer een ander woord." in pilot.text()
    pilot.key("return")
    assert dialog(pilot) == "Kies een plaatje"


def test_a_card_becomes_another_kind_and_needs_no_cluster_then(pilot: Pilot, own: Path) -> None:
    new_deck(pilot, "Een", "Twee")
    pilot.press("Situatie")
    assert any(node.label == "Kaart 2, Situatie" for node in pilot.nodes())
    assert "Wat weegt hier?" in pilot.text()
    assert pilot.control("Geen cluster").pressed
    pilot.key("ctrl+s")
    assert [(card.kind, card.cluster) for card in saved(own).cards] == [
        (Kind.FACTOR, Cluster.PROFESSIONAL), (Kind.SITUATION, None),
    ]  # fmt: skip
    pilot.press("Werkgever")
    assert pilot.control("Werkgever").pressed
    pilot.press("Factor")
    assert pilot.controls("Geen cluster") == []


def test_how_to_play_with_a_deck_is_written_at_the_deck(pilot: Pilot, own: Path) -> None:
    new_deck(pilot, "Een")
    pilot.press("Over de kaartset")
    pilot.fill("Hoe speel je met deze kaarten? (mag leeg)", "Vertel ieder je eigen kant.")
    pilot.press("Ongedaan maken")
    assert pilot.value("Hoe speel je met deze kaarten? (mag leeg)") == ""
    pilot.press("Opnieuw")
    pilot.key("ctrl+s")
    assert saved(own).instruction == "Vertel ieder je eigen kant."


# -- nothing is lost


def test_a_draft_with_problems_is_kept_and_the_saved_deck_stays_as_it_was(pilot: Pilot, own: Path) -> None:
    new_deck(pilot, "Een")
    pilot.key("ctrl+s")
    before = (own / "mijn-kaarten.yaml").read_bytes()
    pilot.fill("Titel", "")
    pilot.key("ctrl+s")
    assert "Er is nog 1 punt dat niet klopt." in pilot.said and "als concept" in pilot.said
    assert pilot.focus == "Titel"
    assert (own / "mijn-kaarten.yaml").read_bytes() == before
    assert (own / "mijn-kaarten.concept.json").exists()


def test_what_was_typed_is_there_after_a_crash(pilot: Pilot) -> None:
    new_deck(pilot, "Een")
    pilot.key("ctrl+n")
    pilot.type("Half af")
    pilot.pass_time(2)
    pilot.killed()
    pilot.press("Kaarten", "Eigen kaarten", "Wijzigen: Mijn kaarten", "2. Half af")
    assert pilot.value("Titel") == "Half af"


def test_a_deck_that_another_window_works_at_is_left_to_it(pilot: Pilot, tmp_path: Path) -> None:
    new_deck(pilot, "Een")
    pilot.key("ctrl+s")
    pilot.key("escape")
    with SessionLock.of_deck(tmp_path / "data", "mijn-kaarten") as another:
        pilot.press("Wijzigen: Mijn kaarten")
        assert "ander venster" in message(pilot)
        assert pilot.can("Wijzigen: Mijn kaarten")
        assert another.hold is Hold.OURS
    pilot.press("Wijzigen: Mijn kaarten")
    assert pilot.value("Titel") == "Een"


def test_what_is_on_the_desk_is_free_again_when_it_is_left(pilot: Pilot, tmp_path: Path) -> None:
    new_deck(pilot, "Een")
    pilot.key("ctrl+s")
    with SessionLock.of_deck(tmp_path / "data", "mijn-kaarten") as another:
        assert another.hold is Hold.ANOTHERS
    pilot.key("escape")
    with SessionLock.of_deck(tmp_path / "data", "mijn-kaarten") as another:
        assert another.hold is Hold.OURS


def test_two_windows_that_both_begin_a_new_deck_have_two(pilot: Pilot, own: Path, tmp_path: Path) -> None:
    with SessionLock.of_deck(tmp_path / "data", "nieuwe-kaartset"):
        new_deck(pilot, "Een")
        pilot.pass_time(2)
        assert [path.name for path in own.glob("*.concept.json")] == ["nieuwe-kaartset-2.concept.json"]


def test_what_was_typed_is_there_after_the_window_was_closed_at_once(pilot: Pilot) -> None:
    new_deck(pilot)
    pilot.type("Nog maar net begonnen")
    pilot.again()
    pilot.press("Kaarten", "Eigen kaarten", "Wijzigen: Mijn kaarten")
    assert pilot.value("Titel") == "Nog maar net begonnen"


def test_leaving_with_changes_asks_and_each_answer_does_what_it_says(pilot: Pilot, own: Path) -> None:
    new_deck(pilot, "Een")
    pilot.key("ctrl+s")
    pilot.fill("Titel", "Later")
    pilot.key("escape")
    assert dialog(pilot) == "Nog niet bewaard"
    pilot.key("escape")
    assert (dialog(pilot), pilot.value("Titel")) == ("", "Later")
    pilot.press("Klaar", "Later verder", "Wijzigen: Mijn kaarten")
    assert (pilot.value("Titel"), saved(own).cards[0].title) == ("Later", "Een")
    pilot.press("Klaar", "Wijzigingen weggooien", "Wijzigen: Mijn kaarten")
    assert pilot.value("Titel") == "Een"
    pilot.fill("Titel", "Nu")
    pilot.press("Klaar", "Bewaren")
    assert (pilot.title, saved(own).cards[0].title) == ("Eigen kaarten – Tegenwicht", "Nu")
    assert not (own / "mijn-kaarten.concept.json").exists()


def test_leaving_without_changes_asks_nothing(pilot: Pilot, own: Path) -> None:
    new_deck(pilot)
    pilot.key("escape")
    assert (dialog(pilot), pilot.title) == ("", "Eigen kaarten – Tegenwicht")
    assert not own.exists()


def test_all_undone_is_no_change_and_no_draft_stays(pilot: Pilot, own: Path) -> None:
    new_deck(pilot)
    pilot.type("Toch niet")
    pilot.pass_time(2)
    assert list(own.iterdir())
    pilot.press("Ongedaan maken")
    pilot.key("escape")
    assert (dialog(pilot), list(own.iterdir())) == ("", [])


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """From ``full_disk`` on, nothing can be written."""
    with monkeypatch.context() as patched:
        yield patched


def full_disk(patched: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "de schijf is vol")

    patched.setattr(files, "write_whole", refuse)


def test_with_a_full_disk_nothing_typed_is_lost_and_the_screen_says_so(
    pilot: Pilot, own: Path, full: pytest.MonkeyPatch
) -> None:
    new_deck(pilot, "Een")
    full_disk(full)
    pilot.fill("Titel", "Twee")
    pilot.key("ctrl+s")
    assert pilot.said.startswith("Bewaren lukt niet: de schijf is vol.")
    assert pilot.value("Titel") == "Twee"
    pilot.press("Klaar", "Later verder")
    assert pilot.value("Titel") == "Twee"  # there was no safe way to leave
    assert "Je kaarten kunnen nu niet worden bewaard: de schijf is vol." in pilot.text()
    full.undo()
    pilot.pass_time(6)
    assert "Alles is weer bewaard." in pilot.said
    pilot.key("ctrl+s")
    assert saved(own).cards[0].title == "Twee"


def test_closing_with_a_full_disk_warns_once(pilot: Pilot, full: pytest.MonkeyPatch) -> None:
    new_deck(pilot, "Een")
    full_disk(full)
    pilot.fill("Titel", "Twee")
    pilot.press("Klaar")
    pilot.key("escape")
    pilot.app.carry_out([Quit()])
    assert pilot.app.running
    assert "Wat je typte staat nog op het scherm" in pilot.said


def test_a_file_that_changed_meanwhile_is_left_alone_and_the_work_gets_a_name_of_its_own(
    pilot: Pilot, own: Path
) -> None:
    new_deck(pilot, "Een")
    pilot.key("ctrl+s")
    other = (own / "mijn-kaarten.yaml").read_text().replace("Een", "Van een ander")
    (own / "mijn-kaarten.yaml").write_text(other)
    pilot.fill("Titel", "Van mij")
    pilot.key("ctrl+s")
    assert "intussen door iets anders veranderd" in pilot.said
    assert (own / "mijn-kaarten.yaml").read_text() == other
    assert saved(own, "mijn-kaarten-2").cards[0].title == "Van mij"


# -- files of others


def by_hand(own: Path) -> Path:
    """A deck written with an editor, with a comment between the cards."""
    own.mkdir(parents=True, exist_ok=True)
    make_files(own.parent.parent)
    text = (own.parent.parent / "files" / "good").read_text()
    path = own / "met-de-hand.yaml"
    path.write_text(text.replace("cards:\n", "cards:\n  # deze kaart is van de teamdag\n"))
    return path


def test_a_file_with_comments_is_left_alone_and_a_copy_is_offered(pilot: Pilot, own: Path) -> None:
    path = by_hand(own)
    before = path.read_bytes()
    pilot.press("Kaarten", "Eigen kaarten", "Wijzigen: Klein")
    assert dialog(pilot) == "Met de hand gemaakt"
    assert "deze kaart is van de teamdag" in pilot.text()
    pilot.press("Een kopie wijzigen")
    assert pilot.title == "Wijzigen: Klein 2 – Tegenwicht"
    pilot.fill("Titel", "Anders")
    pilot.key("ctrl+s")
    assert path.read_bytes() == before
    assert "Anders" in [card.title for card in saved(own, "klein-2").cards]


def test_another_name_for_a_file_with_comments_leaves_it_alone_too(pilot: Pilot, own: Path) -> None:
    path = by_hand(own)
    before = path.read_bytes()
    pilot.press("Kaarten", "Eigen kaarten", "Meer: Klein", "Andere naam")
    pilot.fill("Naam van de kaartset", "Groot")
    pilot.press("Bewaren")
    assert dialog(pilot) == "Met de hand gemaakt"
    assert path.read_bytes() == before


def test_a_shipped_deck_is_copied_and_never_changed(pilot: Pilot, own: Path) -> None:
    shipped = paths.decks() / "tegenwicht.yaml"
    before = shipped.read_bytes()
    pilot.press("Kaarten", "Eigen kaarten", "Kopie maken: Tegenwicht")
    assert "Die heet nu Tegenwicht 2." in pilot.said
    pilot.fill("Titel", "Van ons")
    pilot.press("Bewaren")
    assert shipped.read_bytes() == before
    copy = saved(own, "tegenwicht-2")
    assert (copy.title, copy.cards[0].title, len(copy.cards)) == ("Tegenwicht 2", "Van ons", 60)


def test_a_dropped_workbook_is_kept_and_can_be_played(pilot: Pilot, own: Path, tmp_path: Path) -> None:
    make_files(tmp_path)
    deck = read_any(tmp_path / "files" / "good").deck
    book = tmp_path / "Van een collega.xlsx"
    book.write_bytes(encode(deck, ".xlsx"))
    pilot.drop(book)
    assert pilot.said == "Kaartset geopend: Klein, 4 kaarten"
    pilot.press("Bewaren bij Eigen kaarten")
    assert pilot.said == "Bewaard bij Eigen kaarten: Klein."
    assert not pilot.can("Bewaren bij Eigen kaarten")
    book.unlink()
    pilot.again()
    assert saved(own, "klein").cards == deck.cards
    pilot.press(
        "Kaarten",
        "Eigen kaarten",
        "Spelen: Klein",
        "Verder: tafel en tijd",
        "Aan tafel",
        "Laat het lot kiezen",
    )
    assert re.match(r"Kaart [1-4], ", pilot.said)


def test_a_dropped_deck_with_comments_is_kept_as_it_is(pilot: Pilot, own: Path, tmp_path: Path) -> None:
    path = by_hand(own)
    dropped = tmp_path / "los.yaml"
    shutil.move(path, dropped)
    pilot.drop(dropped)
    pilot.press("Bewaren bij Eigen kaarten")
    assert (own / "klein.yaml").read_bytes() == dropped.read_bytes()


def test_the_offer_can_be_declined_and_then_nothing_is_kept(pilot: Pilot, own: Path, tmp_path: Path) -> None:
    make_files(tmp_path)
    pilot.drop(tmp_path / "files" / "good")
    pilot.press("Niet bewaren", "Kaarten", "Eigen kaarten")
    assert not own.exists()
    assert "Nu open: Klein" in pilot.text()
    pilot.press("Bewaren bij Eigen kaarten")
    assert saved(own, "klein").title == "Klein"


def test_a_deck_with_the_same_title_gets_a_number_and_the_same_deck_is_not_kept_twice(
    pilot: Pilot, own: Path, tmp_path: Path
) -> None:
    make_files(tmp_path)
    good = tmp_path / "files" / "good"
    pilot.drop(good)
    pilot.press("Bewaren bij Eigen kaarten")
    pilot.drop(good)
    pilot.press("Bewaren bij Eigen kaarten")
    assert pilot.said == "Klein stond al bij Eigen kaarten."
    good.write_text(good.read_text().replace("Hoe", "Waarom").replace("version: 1", "version: 2"))
    pilot.drop(good)
    pilot.press("Bewaren bij Eigen kaarten")
    assert pilot.said == "Er is al een kaartset die Klein heet. Deze is bewaard als Klein 2."
    assert sorted(path.name for path in own.iterdir()) == ["klein-2.yaml", "klein.yaml"]


def test_all_problems_of_a_dropped_table_are_shown(pilot: Pilot, tmp_path: Path) -> None:
    table = tmp_path / "kaarten.csv"
    rows = "\n".join(f"{n};{n};;v;d;d;t" for n in range(1, 13))
    table.write_text(f"nummer;cluster;titel;openingsvraag;verdieping 1;verdieping 2;tegenwicht\n{rows}\n")
    pilot.drop(table)
    assert message(pilot).count("cluster: verwacht een van") == 12
    assert message(pilot).count("titel: is leeg") == 12


def test_a_deck_that_changes_while_a_session_uses_it_does_not_change_the_session(
    pilot: Pilot, own: Path
) -> None:
    new_deck(pilot, "Een", "Twee")
    pilot.key("ctrl+s")
    pilot.press("Klaar", "Spelen: Mijn kaarten", "Verder: tafel en tijd", "Aan tafel", "Naar het begin")
    pilot.press("Kaarten", "Eigen kaarten", "Wijzigen: Mijn kaarten", "Weg")
    pilot.fill("Titel", "Heel anders")
    pilot.key("ctrl+s")
    assert [card.title for card in saved(own).cards] == ["Heel anders"]
    pilot.press("Klaar", "Terug", "Klaar")
    pilot.press(next(label for label in pilot.labels() if label.startswith("Verder met")))
    said = []
    for _ in range(2):
        pilot.press("Laat het lot kiezen")
        said.append(pilot.said.split(": ")[1])
        pilot.press("Klaar")
    assert sorted(one.split(".")[0] for one in said) == ["Een", "Twee"]


def test_the_deck_that_is_played_next_is_the_one_just_saved(pilot: Pilot) -> None:
    new_deck(pilot, "Een")
    pilot.key("ctrl+s")
    pilot.press("Klaar", "Spelen: Mijn kaarten", "Terug", "Wijzigen: Mijn kaarten")
    pilot.fill("Titel", "Nieuw")
    pilot.press("Bewaren", "Klaar", "Terug", "Klaar", *TO_THE_TABLE, "Laat het lot kiezen")
    assert "Nieuw" in pilot.said


# -- the list


def test_a_deck_that_is_removed_can_be_brought_back(pilot: Pilot, own: Path) -> None:
    new_deck(pilot, "Een")
    pilot.key("ctrl+s")
    pilot.fill("Titel", "Met een concept")
    pilot.press("Klaar", "Later verder", "Meer: Mijn kaarten", "Verwijderen")
    assert not pilot.can("Wijzigen: Mijn kaarten")
    pilot.press("Terugzetten: Mijn kaarten", "Wijzigen: Mijn kaarten")
    assert pilot.value("Titel") == "Met een concept"
    assert saved(own).cards[0].title == "Een"


def test_a_deck_that_is_erased_is_nowhere_in_the_data_folder(pilot: Pilot, tmp_path: Path) -> None:
    new_deck(pilot, "Zevenboom")
    pilot.press("Bewaren", "Klaar", "Meer: Mijn kaarten", "Kopie maken")
    pilot.fill("Vraag", "")
    pilot.press(
        "Klaar", "Later verder", "Meer: Mijn kaarten", "Verwijderen", "Meer: Mijn kaarten 2", "Verwijderen"
    )
    for title in ("Mijn kaarten", "Mijn kaarten 2"):
        pilot.press(f"Voorgoed weg: {title}")
        pilot.key("return")  # the safe answer comes first
        assert (dialog(pilot), pilot.can(f"Terugzetten: {title}")) == ("", True)
        pilot.press(f"Voorgoed weg: {title}", "Voorgoed weg")
        assert pilot.said == f"{title} is voorgoed weg."
    written = [path for path in (tmp_path / "data").rglob("*") if path.is_file()]
    assert written and not [path for path in written if b"Zevenboom" in path.read_bytes()]


def test_another_name_that_is_taken_gets_a_number(pilot: Pilot, own: Path) -> None:
    new_deck(pilot, "Een")
    pilot.press("Bewaren", "Klaar", "Meer: Mijn kaarten", "Andere naam")
    pilot.fill("Naam van de kaartset", "Tegenwicht")
    pilot.key("return")
    assert pilot.said == "Er is al een kaartset die Tegenwicht heet. Deze heet nu Tegenwicht 2."
    assert pilot.can("Wijzigen: Tegenwicht 2")
    assert saved(own).title == "Tegenwicht 2"


def test_two_files_with_one_title_can_be_told_apart(pilot: Pilot, own: Path) -> None:
    path = by_hand(own)
    shutil.copy(path, own / "tweede.yaml")
    pilot.press("Kaarten", "Eigen kaarten")
    assert pilot.can("Wijzigen: Klein (met-de-hand.yaml)") and pilot.can("Wijzigen: Klein (tweede.yaml)")


@pytest.mark.parametrize("kind", ["Excel (.xlsx)", "CSV (.csv)", "YAML (.yaml)"])
def test_a_file_of_an_own_deck_comes_in_documents_and_never_over_another(
    kind: str, pilot: Pilot, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "documents_folder", lambda: tmp_path / "Documenten")
    new_deck(pilot, "Een")
    pilot.press("Bewaren", "Klaar")
    for _ in range(2):
        pilot.press("Meer: Mijn kaarten", "Bestand maken", kind)
        assert pilot.said.startswith("Gemaakt: ")
    found = sorted((tmp_path / "Documenten").iterdir())
    assert {path.stem for path in found} == {"mijn-kaarten", "mijn-kaarten-2"}
    assert [read_any(path).deck for path in found] == [saved(own)] * 2


def test_a_broken_file_says_what_is_wrong_with_all_of_it(pilot: Pilot, own: Path) -> None:
    path = by_hand(own)
    path.write_text(path.read_text().replace("policy", "politiek"))
    pilot.press("Kaarten", "Eigen kaarten", "Wat is er mis?: met-de-hand")
    assert message(pilot).count('gevonden "politiek"') == 2


def test_a_damaged_draft_is_set_aside_and_the_deck_can_be_changed(pilot: Pilot, own: Path) -> None:
    new_deck(pilot, "Een")
    pilot.press("Bewaren", "Klaar")
    (own / "mijn-kaarten.concept.json").write_bytes(b"{stuk")
    pilot.press("Wijzigen: Mijn kaarten")
    assert pilot.value("Titel") == "Een"
    assert [path.read_bytes() for path in own.iterdir() if "beschadigd" in path.name] == [b"{stuk"]


def test_a_workbook_on_the_command_line_is_played_and_can_be_kept(tmp_path: Path) -> None:
    make_files(tmp_path)
    book = tmp_path / "van-een-collega.xlsx"
    book.write_bytes(encode(read_any(tmp_path / "files" / "good").deck, ".xlsx"))
    with Pilot(tmp_path / "data", deck=book) as pilot:
        assert "Kaartset Klein · 4 kaarten" in pilot.text()
        pilot.press("Kaarten", "Eigen kaarten", "Bewaren bij Eigen kaarten")
        assert pilot.can("Wijzigen: Klein")


def test_a_long_deck_is_checked_a_moment_after_typing(pilot: Pilot, own: Path) -> None:
    deck = read_deck(paths.decks() / "tegenwicht.yaml")
    cards = tuple(
        replace(card, id=f"{card.id[:40]}-{part}", number=card.number + 100 * part, title=f"{card.title[:50]} {part}")
        for part in range(8) for card in deck.cards
    )  # fmt: skip
    own.mkdir(parents=True)
    (own / "lang.yaml").write_bytes(encode(replace(deck, title="Lang", cards=cards), ".yaml"))
    pilot.press("Kaarten", "Eigen kaarten", "Wijzigen: Lang")
    pilot.fill("Titel", "")
    assert pilot.can("Nieuwe kaart") and not pilot.can("1 punt dat niet klopt")
    pilot.pass_time(2)
    assert pilot.can("1 punt dat niet klopt")
    pilot.key("ctrl+s")
    assert "Er is nog 1 punt dat niet klopt." in pilot.said


def test_where_no_folder_can_be_made_every_button_says_so_and_nothing_falls_over(
    pilot: Pilot, own: Path
) -> None:
    own.write_bytes(b"")  # a file where the folder should be
    new_deck(pilot, "Een")
    pilot.key("ctrl+s")
    assert pilot.said.startswith("Bewaren lukt niet: ")
    pilot.press("Klaar")
    pilot.key("escape")
    assert pilot.value("Titel") == "Een"


STAYS = {"Klaar", "Hulp", "Instellingen", "Begrepen"}


@pytest.mark.parametrize("seed", [1, 2])
def test_whatever_is_pressed_at_the_desk_undo_leads_back_and_a_crash_loses_nothing(
    seed: int, pilot: Pilot
) -> None:
    chance = random.Random(seed)
    new_deck(pilot, "Een")
    for _ in range(60):
        controls = [
            node
            for node in pilot.nodes()
            if node.role in FOCUSABLE and node.enabled and node.label not in STAYS and not node.inert
        ]
        node = chance.choice(controls)
        if node.role is Role.TEXT_FIELD:
            pilot.ask_key("set_value", node.key, chance.choice(["", "Anders", "12", "é" * 70]))
        else:
            pilot.ask_key("press", node.key)
    assert pilot.app.model.editing is not None
    now = pilot.app.model.editing.history.now
    pilot.pass_time(2)
    pilot.killed()
    pilot.press("Kaarten", "Eigen kaarten")
    pilot.press(next(label for label in pilot.labels() if label.startswith("Wijzigen: ")))
    assert pilot.app.model.editing is not None
    assert replace(pilot.app.model.editing.history.now, next_key=0) == replace(now, next_key=0)


def test_undo_to_the_start_and_redo_to_the_end_show_every_step(pilot: Pilot) -> None:
    new_deck(pilot)
    start = pilot.tree()
    write_card(pilot, "Een")
    pilot.press("Kopie", "Werkgever", "Eerder" if pilot.can("Eerder") else "Kopie")
    steps = 0
    while pilot.can("Ongedaan maken"):
        pilot.press("Ongedaan maken")
        steps += 1
    assert [line for line in pilot.tree().splitlines() if "text field" in line] == [
        line for line in start.splitlines() if "text field" in line
    ]
    for _ in range(steps):
        pilot.press("Opnieuw")
    assert not pilot.can("Opnieuw")


# -- whatever is in the folder


TITLE_IN_A_TEXT = 'id: mijn\nsources:\n  - "Bron\ntitle: 2026-02-30\n"\ntitle: Mijn kaarten\n'


def _odd_file(folder: Path, kind: str) -> None:
    folder.mkdir(parents=True)
    contents = {
        "a title inside a text": TITLE_IN_A_TEXT + DECK.read_text("utf-8").split("title: Tegenwicht\n")[-1],
        "a list for a title": "title: [1, 2]\n",
        "a date that is none": "title: 2026-02-30\n",
        "a title that is a key": "title: : :\n",
        "nothing": "",
    }
    match kind:
        case "a pipe":
            os.mkfifo(folder / "kapot.yaml")
        case "bytes":
            (folder / "kapot.yaml").write_bytes(bytes(range(256)) * 9)
        case "a name that is no UTF-8":
            (folder / os.fsdecode(b"kapot-\xff.yaml")).write_text("title: [")
        case "a name with an escape code":
            (folder / "kapot\x1b[31m.yaml").write_text("title: [")
        case "a link to nowhere":
            (folder / "kapot.yaml").symlink_to("weg.yaml")
        case "a link to itself":
            (folder / "kapot.yaml").symlink_to("kapot.yaml")
        case _:
            (folder / "kapot.yaml").write_text(contents[kind], "utf-8")


@pytest.mark.parametrize(
    "kind",
    [
        "a title inside a text", "a list for a title", "a date that is none", "a title that is a key", "nothing",
        "a pipe", "bytes", "a name that is no UTF-8", "a name with an escape code", "a link to nowhere",
        "a link to itself",
    ],
)  # fmt: skip
def test_a_file_that_is_no_deck_stops_no_screen_and_can_be_removed(
    tmp_path: Path, own: Path, kind: str
) -> None:
    _odd_file(own, kind)
    with Pilot(tmp_path / "data") as pilot:
        for screen in ("setup", "browse", "start"):
            pilot.app.carry_out([commands.Go(screen)])
            assert pilot.nodes(), screen
        pilot.press("Kaarten", "Eigen kaarten")
        (remove,) = [label for label in pilot.labels() if label.startswith("Verwijderen: ")]
        pilot.press(remove)
        assert not [name for name in os.listdir(own) if name.startswith("kapot")]
        assert [name for name in os.listdir(own / "verwijderd") if name.startswith("kapot")]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_a_deck_that_notepad_saved_as_unicode_can_be_changed_and_copied(
    tmp_path: Path, own: Path, encoding: str
) -> None:
    own.mkdir(parents=True)
    text = "# van ons team\n" + DECK.read_text("utf-8").replace("title: Tegenwicht\n", "title: Van ons\n")
    (own / "ons.yaml").write_bytes(text.encode(encoding))
    with Pilot(tmp_path / "data") as pilot:
        pilot.press("Kaarten", "Eigen kaarten", "Meer: Van ons", "Kopie maken")
        assert len(list(own.glob("*.yaml"))) == 2
        pilot.app.carry_out([commands.Go("start")])
        pilot.press("Kaarten", "Eigen kaarten", "Wijzigen: Van ons", "Over de kaartset")
        pilot.fill("Naam van de kaartset", "Van iedereen")
        pilot.press("Bewaren")
    changed = (own / "ons.yaml").read_text("utf-8")
    assert "title: Van iedereen\n" in changed
    assert changed.startswith("# van ons team\n")


ODD_NAMES = [os.fsdecode(b"groep-\xff.yaml"), "groep\x1b[31m.yaml", "groep\n2.yaml"]


@pytest.mark.parametrize("name", ODD_NAMES, ids=["no UTF-8", "an escape code", "a line break"])
def test_two_decks_of_one_title_are_told_apart_whatever_their_files_are_called(
    tmp_path: Path, own: Path, name: str
) -> None:
    own.mkdir(parents=True)
    text = DECK.read_text("utf-8").replace("title: Tegenwicht\n", "title: Van ons\n")
    for one in (name, "ook.yaml"):
        (own / one).write_text(text, "utf-8")
    with Pilot(tmp_path / "data") as pilot:
        pilot.press("Kaarten", "Eigen kaarten")
        labels = [label for label in pilot.labels() if label.startswith("Wijzigen: Van ons (groep")]
        assert len(labels) == 1 and "<U+" in labels[0]
        assert pilot.can("Wijzigen: Van ons (ook.yaml)")


@pytest.mark.parametrize("name", ODD_NAMES, ids=["no UTF-8", "an escape code", "a line break"])
def test_a_deck_opened_from_elsewhere_stops_no_screen_whatever_its_file_is_called(
    tmp_path: Path, name: str
) -> None:
    opened = tmp_path / name
    shutil.copy(DECK, opened)
    with Pilot(tmp_path / "data", deck=opened) as pilot:
        pilot.press("Spelen", "Verder: tafel en tijd", "Meer keuzes")
        assert any("Tegenwicht (groep" in label and "<U+" in label for label in pilot.labels())
        pilot.app.carry_out([commands.Go("start")])
        pilot.press("Kaarten", "Eigen kaarten")
        assert any("groep" in line and "<U+" in line for line in pilot.text().splitlines())


@pytest.mark.parametrize(
    "title", ["\x00", "a\x1b[31m\nb", "\ud800x", "x" * 100_000, "\t\n" * 500, "\u202e"], ids=range(6)
)
def test_a_draft_with_a_title_that_cannot_be_shown_stops_no_screen(
    tmp_path: Path, own: Path, title: str
) -> None:
    own.mkdir(parents=True)
    draft = replace(draft_of(read_deck(DECK)), title=title)
    (own / "raar.concept.json").write_bytes(to_json(KeptDraft(draft)))
    with Pilot(tmp_path / "data") as pilot:
        for screen in ("decks", "setup", "browse", "decks"):
            pilot.app.carry_out([commands.Go(screen)])
            assert list(pilot.nodes())
        for deed in (commands.EditDeck("raar"), commands.SaveDeck()):
            pilot.app.carry_out([deed])
            assert list(pilot.nodes())


def test_a_deck_that_is_in_order_is_called_by_its_title_wherever_that_stands(own: Path, pilot: Pilot) -> None:
    own.mkdir(parents=True)
    text = DECK.read_text("utf-8")
    late = text.replace("title: Tegenwicht\n", "", 1).rstrip() + "\ntitle: Achteraan\n"
    (own / "laat.yaml").write_text(late, "utf-8")
    assert "Achteraan" in [title for _, title in pilot.app.back.playable.listed()]
