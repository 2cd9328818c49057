"""The harvest: told one after the other, by keys alone and by ear alone, and nothing goes by accident."""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from tegenwicht.gallery import states as screens
from tegenwicht.game import harvest
from tegenwicht.game.cards import Cluster
from tegenwicht.game.tally import Counts
from tegenwicht.kit.nodes import Node, Role, walk
from tegenwicht.kit.ops import Icon, Words
from tegenwicht.screens.parts.harvest.days import day_from, when_of
from tegenwicht.screens.parts.harvest.remarks import remarks
from tests.pilot import TO_THE_TABLE, Pilot


@pytest.fixture
def pilot(tmp_path: Path) -> Iterator[Pilot]:
    """At the harvest of two people, after a card each."""
    with Pilot(tmp_path / "data", size=(1920, 1080)) as found:
        found.press("Spelen", "Verder: tafel en tijd")
        found.fill("Naam van de groep (mag leeg)", "Team Zuid")
        found.fill("Deelnemer 1", "Samira")
        found.fill("Deelnemer 2", "Joost")
        found.press(
            "Aan tafel", "Laat het lot kiezen", "Klaar", "Laat het lot kiezen", "Klaar", "Sessie afronden…"
        )
        yield found


def taken(pilot: Pilot, who: int) -> harvest.Taken:
    session = pilot.app.model.playing.timeline.session  # type: ignore[union-attr]
    return harvest.taken_by(session, who)


def minis(pilot: Pilot) -> list[Node]:
    return [one for one in pilot.nodes() if one.key.startswith("mini:")]


def test_it_is_spoken_first_and_the_first_seat_begins(pilot: Pilot) -> None:
    assert "Samira, welke kaart blijft je bij?" in pilot.text()
    assert "Zeg het hardop: wat neem je mee, en wat ga je ermee doen?" in pilot.text()
    assert not [one for one in pilot.nodes() if one.role is Role.TEXT_FIELD]
    assert len(minis(pilot)) == 2


def test_by_keys_alone_a_card_is_chosen_a_line_is_written_with_its_day_and_the_next_one_tells(
    pilot: Pilot,
) -> None:
    pilot.reach(minis(pilot)[0].key)
    pilot.key("return")
    number = int(minis(pilot)[0].key.split(":")[1])
    assert taken(pilot, 1).card == number
    pilot.key("n")
    pilot.type("Eerst vragen")
    pilot.reach("line:when:0")
    pilot.key("right", "right")  # one and two weeks
    pilot.reach("line:text")
    pilot.key("return")
    assert (taken(pilot, 1).intention, taken(pilot, 1).by) == ("Eerst vragen", "2026-12-05")
    pilot.reach("primary")
    pilot.key("return")
    assert "Joost, welke kaart blijft je bij?" in pilot.text()
    pilot.key("p")
    assert taken(pilot, 2).passed


def test_who_told_and_kept_nothing_has_been_and_who_was_passed_over_still_comes(pilot: Pilot) -> None:
    def states() -> list[str]:
        return [one.description for one in pilot.nodes() if one.key in ("harvest:1", "harvest:2")]

    assert states() == ["vertelt", "straks"]
    pilot.press("Joost")  # out of turn
    assert states() == ["straks", "vertelt"]
    pilot.press("Samira", "Volgende: Joost")
    assert states() == ["geweest", "vertelt"]


@pytest.mark.parametrize("by", ["drag", "swipe"])
def test_a_card_is_dragged_to_the_middle_and_stays_with_who_tells(pilot: Pilot, by: str) -> None:
    (card, _), (place,) = minis(pilot), [n for n in walk(pilot.tree_node) if n.key == "harvest:middle"]
    start = card.rect.centre
    getattr(pilot, by)(start, (start[0] + 30, start[1]), (start[0] + 60, start[1]))
    assert taken(pilot, 1).card is None
    getattr(pilot, by)(start, (place.rect.x, start[1]), place.rect.centre)
    assert taken(pilot, 1).card == int(card.key.split(":")[1])


@pytest.mark.parametrize(
    ("name", "seen", "unseen"),
    [
        ("harvest, the report of which nobody told", ("De weegschaal", "Wat bleef weg"), "Wat we meenemen"),
        ("harvest, the report", ("Wat we meenemen", "De weegschaal"), "Er kwam nog niets langs."),
        ("harvest, the report of nothing", ("De weegschaal", "Er kwam nog niets langs."), "Wat we meenemen"),
        ("peeling, closing, the report", ("Wat we meenemen", "De weegschaal"), "Er kwam nog niets langs."),
    ],
)
def test_the_small_page_has_the_headings_of_the_page_for_the_wall_and_none_over_nothing(
    name: str, seen: tuple[str, ...], unseen: str
) -> None:
    for size in ((1920, 1080), (1280, 720)):
        _, tree = screens.built(screens.all_screens()[name], size)
        page = next(one for one in walk(tree) if one.key == "report:paper")
        words = [op.text for op in page.ops if isinstance(op, Words)]
        assert all(one in words for one in seen) and unseen not in words, (size, words)


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (1280, 720)])
def test_sixteen_cards_on_a_side_are_in_sight_with_their_titles_and_can_be_chosen(
    size: tuple[int, int],
) -> None:
    _, tree = screens.built(screens.all_screens()["harvest of twenty-four cards"], size)
    found = [one for one in walk(tree) if one.key.startswith("mini:")]
    assert len(found) == 24 and all(one.action for one in found)
    assert not any(one.role is Role.SCROLL for one in walk(tree))
    people = next(one.rect for one in walk(tree) if one.key == "harvest:people")
    assert max(one.rect.bottom for one in found) <= people.y
    for one in found:
        assert not any(one.rect.meets(other.rect) for other in found if other is not one), one.label
        assert [op.text for op in one.ops if isinstance(op, Words) and len(op.text) > 2], one.label


def test_with_large_text_on_a_low_screen_the_card_that_lies_open_has_a_check() -> None:
    _, tree = screens.built(screens.all_screens()["harvest, the other side"], (1024, 640), 200)
    signs = {
        one.key: [op.name for op in one.ops if isinstance(op, Icon)]
        for one in walk(tree)
        if one.key.startswith("mini:")
    }
    assert [key for key, names in signs.items() if names == ["check"]] == ["mini:44"]


def test_by_ear_alone_it_is_the_same(pilot: Pilot) -> None:
    pilot.ask("press", minis(pilot)[0].label)
    assert pilot.said.startswith("Kaart ") and pilot.said.endswith("gekozen")
    pilot.ask("press", "Schrijf een regel")
    pilot.ask("set_value", "Eén regel van Samira", "Eerst vragen", role=Role.TEXT_FIELD)
    pilot.ask("press", "datum")
    pilot.ask("set_value", "Datum", "8-1", role=Role.TEXT_FIELD)
    pilot.ask("press", "Bewaren")
    assert (taken(pilot, 1).intention, taken(pilot, 1).by) == ("Eerst vragen", "2027-01-08")
    assert next(one for one in pilot.nodes() if one.key == "harvest:1").description.startswith(
        "vertelt. Eerst vragen"
    )


def test_a_day_that_is_none_is_told_and_nothing_is_kept_with_it(pilot: Pilot) -> None:
    pilot.press("Schrijf een regel")
    pilot.type("Eerst vragen")
    pilot.press("datum")
    pilot.fill("Datum", "40-40")
    assert "Dit is geen dag." in pilot.control("Datum").description
    assert not pilot.can("Bewaren")


@pytest.mark.parametrize("key", ["return", "space", "pagedown"])
def test_sixty_presses_close_and_erase_nothing_and_make_no_heap_of_files(
    pilot: Pilot, key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tegenwicht.paths.documents_folder", lambda: tmp_path / "documents")
    for _ in range(60):
        pilot.key(key)
        pilot.pass_time(1)
    (row,) = pilot.app.back.journal.sessions()
    assert not row.finished
    assert len(list((tmp_path / "documents").glob("*"))) <= 1


def test_closing_and_erasing_have_no_key_and_ask_and_erasing_is_pressed_twice(pilot: Pilot) -> None:
    for label in ("Sessie sluiten…", "Deze sessie wissen…"):
        pilot.press(label)
        assert pilot.focus == "Terug"
        pilot.key("return")
        assert not pilot.control(label).shortcuts
    pilot.press("Deze sessie wissen…", "Wissen")
    assert pilot.app.back.journal.count() == 1
    pilot.press("Druk nog een keer om te wissen")
    assert pilot.app.back.journal.count() == 0


def test_a_number_chooses_what_is_made_and_the_next_enter_makes_that(
    pilot: Pilot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tegenwicht.paths.documents_folder", lambda: tmp_path / "documents")
    pilot.go_through_the_harvest("Maak het verslag")
    pilot.pass_time(1)
    pilot.reach(pilot.control("Als pdf").key)
    pilot.key("2")
    assert pilot.focus == "Als Word-bestand"
    pilot.key("return")
    (made,) = (tmp_path / "documents").iterdir()
    assert made.suffix == ".docx"
    assert f"Bewaard: {made.name}, in de map documents." in pilot.text()


def test_while_a_report_is_made_the_screen_says_so(
    pilot: Pilot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []
    monkeypatch.setattr("tegenwicht.paths.documents_folder", lambda: tmp_path / "documents")
    monkeypatch.setattr(
        "tegenwicht.app.desks.documents.write_document",
        lambda *_: (seen.append(pilot.text()), (None, "Het lukt niet."))[1],
    )
    pilot.press("Maak het verslag")
    (during,) = seen
    assert "\nHet verslag wordt gemaakt…\n" in during.replace(pilot.said, "", 1)
    assert "Het verslag wordt gemaakt…" not in pilot.text()


def test_back_from_the_first_screen_plays_on_as_long_as_nothing_was_told(pilot: Pilot) -> None:
    pilot.key("escape")
    assert "Oogsten" not in pilot.title
    pilot.press("Sessie afronden…")
    pilot.tells("Samira", "Eerst vragen")
    assert not pilot.can("Terug")


def test_the_picture_of_the_table_is_a_file(
    pilot: Pilot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tegenwicht.paths.documents_folder", lambda: tmp_path / "documents")
    pilot.press("Bewaar een plaatje")
    (path,) = (tmp_path / "documents").iterdir()
    assert pygame.image.load(str(path)).get_size() == (1920, 1080)
    assert f"Bewaard: {path.name}, in de map documents." in pilot.text()


def test_the_summary_goes_to_the_clipboard_as_plain_text(
    pilot: Pilot, monkeypatch: pytest.MonkeyPatch
) -> None:
    held: list[str] = []
    monkeypatch.setattr("pygame.scrap.put_text", held.append)
    pilot.tells("Samira", "Eerst vragen")
    pilot.press("Kopieer de samenvatting")
    (words,) = held
    assert words.startswith("Team Zuid · 21 november 2026\n")
    assert "- Samira: Eerst vragen." in words and "DE WEEGSCHAAL" in words and "De kaarten" not in words


def test_without_a_clipboard_it_says_what_else_can_be_done(
    pilot: Pilot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(_: str) -> None:
        raise pygame.error("no clipboard")

    monkeypatch.setattr("pygame.scrap.put_text", failing)
    pilot.press("Kopieer de samenvatting")
    assert "Maak een verslag" in pilot.said


def test_the_scale_is_that_of_the_whole_session_and_says_so_aloud(pilot: Pilot) -> None:
    pilot.press("Kaarten en notities", "Terug")
    balance = next(one for one in walk(pilot.tree_node) if one.key == "balance")
    assert balance.label.startswith("Weegschaal. Mensen: ")
    assert "Geen norm. Recht is niet het doel." in pilot.text()


# -- what is said by rule

CLIENT, SELF, POLICY = Cluster.CLIENT, Cluster.INDIVIDUAL, Cluster.POLICY


def said(cards: tuple[int, ...], mentions: tuple[int, ...]) -> list[str]:
    """The remarks; both tuples: Beroep, Cliënt, Werkgever, Organisatie, Wet & beleid, Professional zelf."""
    return [one.words for one in remarks(Counts(cards, mentions))]


def test_the_remarks_of_the_model_session() -> None:
    assert said((2, 4, 0, 2, 0, 2), (1, 5, 1, 2, 2, 5)) == [
        "Het meest genoemd: Cliënt, samen met Professional zelf.",
        "Werkgever en Wet & beleid kwamen alleen in het gesprek langs, niet als kaart.",
        "Organisatie lag twee keer als kaart en werd twee keer genoemd.",
    ]


def test_what_stayed_away_goes_before_what_was_only_named() -> None:
    assert said((1, 1, 0, 0, 0, 0), (0, 0, 1, 0, 0, 0)) == [
        "Het meest genoemd: Werkgever.",
        "Organisatie, Wet & beleid en Professional zelf kwamen niet langs.",
        "Werkgever kwam alleen in het gesprek langs, niet als kaart.",
    ]


def test_a_session_of_nothing_says_only_that() -> None:
    assert said((0,) * 6, (0,) * 6) == ["In deze sessie kwam geen cluster langs."]


# -- days as people type them


@pytest.mark.parametrize(
    ("typed", "day"),
    [("8-1", "2027-01-08"), ("1/12", "2026-12-01"), ("01.12.26", "2026-12-01"), ("27-11", "2026-11-27"),
     ("26 11", "2027-11-26"), ("30-2", ""), ("morgen", ""), ("", ""), ("1-1-1-1", "")],
)  # fmt: skip
def test_a_day_is_read_as_it_is_typed_and_lies_ahead(typed: str, day: str) -> None:
    assert day_from(typed, "2026-11-27") == day


def test_a_line_that_was_kept_opens_with_the_way_its_day_was_chosen() -> None:
    assert when_of("", "2026-11-27") == (0, "")
    assert when_of("2026-12-11", "2026-11-27") == (2, "")
    assert when_of("2027-01-08", "2026-11-27") == (-1, "8-1")


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768)])
def test_what_was_parked_is_offered_where_one_looks_back_and_stays_folded_until_it_is_opened(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    with Pilot(tmp_path, size=size) as pilot:
        pilot.press(*TO_THE_TABLE, "Laat het lot kiezen")
        pilot.key("v")
        pilot.type("Hoe zit dat met het geheim?")
        pilot.key("return")
        pilot.press("Klaar", "Sessie afronden…", "Verder: de weegschaal")
        assert "Hoe zit dat met het geheim?" not in pilot.text()
        pilot.press("Geparkeerd · 1")
        assert "Hoe zit dat met het geheim?" in pilot.text()
        pilot.press("Haal weg: Hoe zit dat met het geheim?", "Terug")
        assert "Geparkeerd · 1" not in pilot.labels()


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 640)])
@pytest.mark.parametrize("drawn", [("Laat het lot kiezen",), ()])
def test_after_parking_the_table_says_where_it_is_and_no_word_of_it_until_the_next_action(
    tmp_path: Path, size: tuple[int, int], drawn: tuple[str, ...]
) -> None:
    with Pilot(tmp_path, size=size) as pilot:
        pilot.press(*TO_THE_TABLE, *drawn)
        pilot.key("v")
        pilot.type("Hoe zit dat met het geheim?")
        pilot.key("return")
        (shown,) = (node for node in pilot.nodes() if node.key == "message:text")
        assert shown.label == "Geparkeerd. Je vindt het terug bij Meer."
        assert "geheim" not in pilot.text()
        pilot.key("m")
        assert "Geparkeerd · 1" in pilot.labels()
        pilot.key("escape")
        assert not any(node.key == "message" for node in pilot.nodes())


def test_back_is_there_after_a_card_was_chosen_and_leads_to_who_told_before(pilot: Pilot) -> None:
    pilot.click(minis(pilot)[0])
    assert pilot.can("Geen kaart") and pilot.can("Terug")
    pilot.press("Terug")
    assert not pilot.can("Geen kaart") and pilot.can("Terug")  # the card lies where it lay
    pilot.press("Volgende: Joost")
    assert "Joost, welke kaart blijft je bij?" in pilot.text()
    pilot.press("Terug")
    assert "Samira, welke kaart blijft je bij?" in pilot.text()
    pilot.press("Terug")
    assert "Oogsten" not in pilot.title


def test_a_session_that_is_harvested_says_so_where_one_goes_on_with_it(pilot: Pilot) -> None:
    pilot.press("Menu", "Naar het begin")
    assert any("Team Zuid · oogsten" in node.description for node in pilot.nodes())
