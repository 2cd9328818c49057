"""Groups beside each other, with numbers counted by hand; and the same in a report of every form."""

import csv
import io
import sqlite3
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path

import pytest

from tegenwicht import paths
from tegenwicht.gallery import states as screens
from tegenwicht.gallery.played import Table
from tegenwicht.game import events, peeling, stones, tegenwicht, weighing
from tegenwicht.game import tegenwicht as game_tegenwicht
from tegenwicht.game.account import Picture
from tegenwicht.game.cards import CLUSTERS, Cluster
from tegenwicht.game.path import LayCard
from tegenwicht.game.tally import PEOPLE as PEOPLE_SIDE
from tegenwicht.game.tally import Counts
from tegenwicht.kit.nodes import Node, Role, walk
from tegenwicht.screens.parts.account.comparing import (
    comparison_account,
    comparison_blocks,
    full_names,
    group_of,
    weight_shown,
)
from tegenwicht.screens.parts.table.heap import heap
from tegenwicht.screens.parts.table.small_scale import Weighed
from tegenwicht.session import RunningSession
from tegenwicht.storage.journal.contract import Journal
from tegenwicht.storage.journal.journal import open_journal
from tests.pilot import Pilot
from tests.storage.session_samples import deck, ticking

PEOPLE = ("Samira", "Joost", "Anneke", "Deniz")
NAMES = ("Beroep", "Cliënt", "Werkgever", "Organisatie", "Wet & beleid", "Professional zelf")


def session_of(
    journal: Journal, session_id: str, title: str, people: int, *actions: events.Action
) -> RunningSession:
    """A session in the journal; cards 1 to 3 are Beroep, 4 to 6 Cliënt and so on, and 1, 4, … have a place."""
    setup = events.Setup(
        "tegenwicht",
        title,
        tuple(events.Participant(n, name) for n, name in enumerate(PEOPLE[:people], 1)),
        rounds=None,
    )
    session = RunningSession.start(journal, setup, deck(), now=ticking(), new_id=lambda: session_id)
    for action in actions:
        assert isinstance(session.do(action), events.Event), action
    return session


ZUID = (
    game_tegenwicht.BringUp(1), game_tegenwicht.Mention(CLUSTERS[2]), game_tegenwicht.Weigh((0, 2, 1, 0)),
    game_tegenwicht.FinishTurn(),  # Beroep; Werkgever
    game_tegenwicht.BringUp(4), game_tegenwicht.Mention(CLUSTERS[2]), game_tegenwicht.Mention(CLUSTERS[5]),
    game_tegenwicht.FinishTurn(),  # Cliënt; Werkgever, zelf
    game_tegenwicht.BeginRound(), game_tegenwicht.BringUp(2), game_tegenwicht.Weigh((1, 0, 0, 1)),
    game_tegenwicht.WriteNote("Een geheim"), game_tegenwicht.FinishTurn(),  # Beroep
)  # fmt: skip
NOORD = (
    game_tegenwicht.BringUp(2), game_tegenwicht.Weigh((0, 0, 0, 3)), game_tegenwicht.Mention(CLUSTERS[1]),
    game_tegenwicht.FinishTurn(),  # Beroep; Cliënt
    game_tegenwicht.BringUp(1), game_tegenwicht.Weigh((1, 1, 1, 1)), game_tegenwicht.FinishTurn(),  # Beroep
    game_tegenwicht.Pass(),
)  # fmt: skip


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folder for documents."""
    folder = tmp_path / "Documenten"
    monkeypatch.setattr(paths, "documents_folder", lambda: folder)
    return folder


@pytest.fixture
def pilot(tmp_path: Path) -> Iterator[Pilot]:
    """Two groups, side by side: Zuid is the first that was chosen."""
    journal, _ = open_journal(tmp_path / "data")
    session_of(journal, "zuid", "Team Zuid", 2, *ZUID)
    session_of(journal, "noord", "Team Noord", 3, *NOORD)
    journal.close()
    with Pilot(tmp_path / "data") as found:
        found.press(
            "Eerdere sessies", "Vergelijken", "Kies: Team Zuid", "Kies: Team Noord", "Naast elkaar: 2 gekozen"
        )
        yield found


def table(pilot: Pilot, caption: str) -> dict[str, list[str]]:
    """The rows of a table as a screen reader tells them."""
    (found,) = (one for one in pilot.nodes() if one.role is Role.TABLE and one.label == caption)
    return dict(_row(row) for row in found.children if any(one.role is Role.ROW_HEADER for one in walk(row)))


def _row(row: Node) -> tuple[str, list[str]]:
    name = next(one.label for one in walk(row) if one.role is Role.ROW_HEADER)
    return name, [one.label for one in walk(row) if one.role is Role.CELL]


def heads(pilot: Pilot, caption: str) -> list[str]:
    (found,) = (one for one in pilot.nodes() if one.role is Role.TABLE and one.label == caption)
    return [one.label for one in walk(found) if one.role is Role.COLUMN_HEADER]


def test_each_group_has_a_column_with_its_own_tally(pilot: Pilot) -> None:
    assert heads(pilot, "Kaarten en genoemd samen, per groep") == ["Cluster", "Groep 1", "Groep 2"]
    assert table(pilot, "Kaarten en genoemd samen, per groep") == {
        "Beroep": ["2", "2"], "Cliënt": ["1", "1"], "Werkgever": ["2", "0"], "Organisatie": ["0", "0"],
        "Wet & beleid": ["0", "0"], "Professional zelf": ["1", "0"],
    }  # fmt: skip
    assert table(pilot, "Alleen kaarten, per groep")["Cliënt"] == ["1", "0"]
    assert table(pilot, "Alleen genoemd, per groep")["Werkgever"] == ["2", "0"]
    assert table(pilot, "Alle groepen samen")["Beroep"] == ["4", "0", "4"]


def test_how_large_each_session_was(pilot: Pilot) -> None:
    found = table(pilot, "Hoe groot was elke sessie?")
    assert found == {
        "Spel": ["Kaartgesprek", "Kaartgesprek"], "Deelnemers": ["2", "3"], "Rondes": ["2", "1"],
        "Kaarten": ["3", "2"], "Genoemd": ["3", "1"],
    }  # fmt: skip


def test_blind_spots_of_each_group_and_of_all_together(pilot: Pilot) -> None:
    assert "Kwam bij geen enkele groep langs: Organisatie, Wet & beleid." in pilot.text()
    assert "Groep 1: Organisatie, Wet & beleid kwamen niet langs" in pilot.text()
    assert (
        "Groep 2: Werkgever, Organisatie, Wet & beleid, Professional zelf kwamen niet langs" in pilot.text()
    )


def test_weights_of_cards_that_both_groups_weighed_with_the_place_and_that_it_is_no_norm(
    pilot: Pilot,
) -> None:
    """Card 1: 2, 2, 3 is 2.33 and 1, 2, 3, 4 is 2.5. Card 2: 1, 4 is 2.5 and 4, 4, 4 is 4."""
    assert heads(pilot, "Gewichten naast elkaar")[-1] == "Onderzoek, geen norm"
    assert table(pilot, "Gewichten naast elkaar") == {
        "1. Kaart 0 é": ["2,3 (2–3)", "2,5 (1–4)", "plaats 3"],
        "2. Kaart 1 é": ["2,5 (1–4)", "4,0 (4)", "geen plaats"],
    }


def test_hands_that_a_card_got_before_and_after_shuffling_again_are_counted_together(tmp_path: Path) -> None:
    """Card 1 got a 1, and when it came back a 4 and a 3: the mean of all three is 2.67."""
    all_others = [game_tegenwicht.Draw(), game_tegenwicht.PutAside()] * (len(deck().cards) - 1)
    twice = (
        game_tegenwicht.BringUp(1), game_tegenwicht.Weigh((1, 0, 0, 0)), game_tegenwicht.FinishTurn(),
        *all_others, game_tegenwicht.Reshuffle(),
        game_tegenwicht.BringUp(1), game_tegenwicht.Weigh((0, 0, 1, 1)), game_tegenwicht.FinishTurn(),
    )  # fmt: skip
    journal, _ = open_journal(tmp_path / "data")
    session_of(journal, "twee keer", "Twee keer", 2, *twice)
    session_of(journal, "noord", "Team Noord", 3, *NOORD)
    journal.close()
    with Pilot(tmp_path / "data") as pilot:
        pilot.press("Eerdere sessies", "Vergelijken", "Kies: Twee keer", "Kies: Team Noord")
        pilot.press("Naast elkaar: 2 gekozen")
        weights = table(pilot, "Gewichten naast elkaar")
    assert weights == {"1. Kaart 0 é": ["2,7 (1–4)", "2,5 (1–4)", "plaats 3"]}


def test_names_of_groups_are_shown_only_when_asked_and_no_other_words_ever(pilot: Pilot) -> None:
    assert "Team Zuid" not in pilot.text()
    pilot.press("Namen van de groepen")
    assert heads(pilot, "Gewichten naast elkaar")[1:3] == ["Team Zuid", "Team Noord"]
    assert "Samira" not in pilot.text()
    assert "Een geheim" not in pilot.text()
    pilot.press("Namen van de groepen")
    assert "Team Zuid" not in pilot.text()


@pytest.mark.parametrize(
    ("form", "begins"),
    [("PDF", b"%PDF"), ("Word", b"PK"), ("Excel (CSV)", b"\xef\xbb\xbf"), ("Platte tekst", b"# ")],
)
def test_the_comparison_is_saved_in_every_form_as_it_is_on_the_screen(
    pilot: Pilot, documents: Path, form: str, begins: bytes
) -> None:
    pilot.press("Verslag", form, "Verslag bewaren")
    (written,) = documents.iterdir()
    assert written.name.startswith("Tegenwicht Groepen naast elkaar 2026-11-21")
    assert written.read_bytes().startswith(begins)
    assert f"Bewaard: {written.name}, in de map {written.parent.name}" in pilot.text()
    if written.suffix == ".csv":
        rows = list(csv.reader(io.StringIO(written.read_text(encoding="utf-8-sig")), delimiter=";"))
        assert any(row[:3] == ["2. Kaart 1 é", "2,5 (1–4)", "4,0 (4)"] for row in rows), rows
        assert "Team Zuid" not in written.read_text(encoding="utf-8-sig")


def test_the_report_shows_what_lies_on_the_scale_of_each_group(pilot: Pilot) -> None:
    comparison = pilot.app.model.comparison
    assert comparison is not None
    blocks = comparison_account(comparison, False, datetime(2026, 11, 21)).blocks
    pictures = [one for one in blocks if isinstance(one, Picture)]
    assert [one.caption.partition(":")[0] for one in pictures] == ["Groep 1", "Groep 2"]
    for one, group in zip(pictures, comparison.groups, strict=True):
        assert sum(sum(bar.values) for bar in one.bars) == sum(group.counts.balance)
    assert len({one.most for one in pictures}) == 1  # one measure for all


def test_a_session_is_chosen_in_its_own_panel_too_and_two_are_needed(tmp_path: Path) -> None:
    journal, _ = open_journal(tmp_path / "data")
    for title in ("Een", "Twee"):
        session_of(journal, title, title, 2, *NOORD[:4])
    journal.close()
    with Pilot(tmp_path / "data") as pilot:
        pilot.press("Eerdere sessies", "Meer: Een", "Vergelijken", "Terug")
        assert not pilot.can("Naast elkaar: 1 gekozen")
        pilot.press("Kies: Twee", "Naast elkaar: 2 gekozen")
        assert "Groepen naast elkaar" in pilot.title
        pilot.key("return")
        pilot.press("Kies: Een")
        assert not pilot.can("Naast elkaar: 1 gekozen")
        pilot.press("Niet vergelijken")
        assert pilot.can("Meer: Een")


def test_by_keyboard_alone(tmp_path: Path) -> None:
    journal, _ = open_journal(tmp_path / "data")
    for title in ("Een", "Twee"):
        session_of(journal, title, title, 2, *NOORD[:4])
    journal.close()
    with Pilot(tmp_path / "data") as pilot:
        for wanted in (
            "Eerdere sessies",
            "Vergelijken",
            "Kies: Een",
            "Kies: Twee",
            "Naast elkaar: 2 gekozen",
        ):
            for _ in range(40):
                if pilot.focus == wanted:
                    break
                pilot.key("tab")
            assert pilot.focus == wanted
            pilot.key("return")
        assert "Groepen naast elkaar" in pilot.title
        pilot.key("escape")
        assert "Eerdere sessies" in pilot.title


def test_no_more_than_eight_are_chosen(tmp_path: Path) -> None:
    journal, _ = open_journal(tmp_path / "data")
    for number in range(9):
        session_of(journal, str(number), f"Groep {number}", 2, *NOORD[:4])
    journal.close()
    with Pilot(tmp_path / "data") as pilot:
        pilot.press("Eerdere sessies", "Vergelijken")
        for number in range(8):
            pilot.ask("press", f"Kies: Groep {number}")
        assert not pilot.can("Kies: Groep 8")
        pilot.ask("press", "Naast elkaar: 8 gekozen")
        assert heads(pilot, "Alleen kaarten, per groep")[-1] == "Groep 8"


def test_a_session_that_cannot_be_read_is_named_and_the_others_are_shown(tmp_path: Path) -> None:
    journal, _ = open_journal(tmp_path / "data")
    session_of(journal, "een", "Een", 2, *NOORD[:4])
    session_of(journal, "twee", "Twee", 2, *NOORD[:4])
    journal.close()
    with sqlite3.connect(tmp_path / "data" / "journal.sqlite3") as file:
        file.execute("UPDATE event SET data = 'onzin' WHERE session = 'twee' AND number = 2")
    with Pilot(tmp_path / "data") as pilot:
        pilot.press("Eerdere sessies", "Vergelijken", "Kies: Een", "Kies: Twee", "Naast elkaar: 2 gekozen")
        assert heads(pilot, "Alleen kaarten, per groep") == ["Cluster", "Groep 1"]
        assert "De sessie “Twee” is beschadigd" in pilot.text()


def test_what_is_thrown_away_is_no_longer_beside_the_others(pilot: Pilot) -> None:
    pilot.key("f2")
    pilot.press("Alle sessies wissen…", "Wissen", "Druk nog een keer om te wissen")
    assert "Team Zuid" not in repr(pilot.app.model)
    assert pilot.app.model.comparison is None


# -- in every mode


def test_hands_of_wegen_are_those_of_every_factor_and_covered_ones_stay_covered() -> None:
    options = (("way", "fingers"), ("factors", "six"))
    table_ = Table(mode="weighing", options=options).do(
        weighing.CountHands((2, 0, 1, 2)), weighing.CountHands((0, 0, 0, 5))
    )
    assert group_of(table_.timeline.session).weights == {}  # they are still weighing
    found = group_of(table_.do(weighing.ShowResult()).timeline.session)
    assert sorted(hands for _, hands in found.weights.values()) == [(0, 0, 0, 5), (2, 0, 1, 2)]
    covered = Table(mode="weighing", options=(("way", "covered"), ("factors", "six")))
    covered.do(
        weighing.TakeKeys(1), *(weighing.Give(3) for _ in range(6)), weighing.CoverUp(), events.Finish()
    )
    assert group_of(covered.timeline.session).weights == {}


def test_a_group_has_the_tally_of_its_own_mode() -> None:
    walk_ = Table(mode="peeling", subject="Wel of geen proefplaatsing").do(LayCard(25), LayCard(9))
    found = group_of(walk_.timeline.session)
    total = peeling.tally_of(walk_.timeline.session).total
    assert found.counts == total
    assert sum(total.cards) == 2
    assert found.weights == {}


def test_a_round_that_is_going_on_counts_once_and_means_round_half_up() -> None:
    table_ = Table().draw(9).do(game_tegenwicht.Weigh((0, 0, 0, 1)), game_tegenwicht.FinishTurn())
    group = group_of(table_.timeline.session)
    ((key, (card, hands)),) = group.weights.items()
    assert (card.number, hands) == (9, (0, 0, 0, 1))
    assert weight_shown(group._replace(weights={key: (card, (3, 1, 0, 0))}), key) == "1,3 (1–2)"
    assert weight_shown(group, ("een andere set", "kaart")) == "–"


def test_long_names_stay_out_of_the_heads_and_are_told_once() -> None:
    session = Table(title="Een heel lange naam van een groep").turns(2).timeline.session
    group = group_of(session)
    said = [repr(block) for block in comparison_blocks([group, group], True)]
    assert sum("Groep 2: Een heel lange naam van een groep" in block for block in said) == 1
    assert not any("Een heel lange naam" in block for block in said if block.startswith("Table"))


def test_of_a_group_that_weighed_or_passed_it_is_not_said_that_clusters_stayed_away() -> None:
    weighed = Table(mode="weighing", options=(("way", "fingers"), ("factors", "six")))
    weighed.do(weighing.CountHands((2, 0, 1, 2)), weighing.ShowResult())
    passed = Table().do(game_tegenwicht.Pass())
    talked = Table().draw(9).do(game_tegenwicht.FinishTurn())
    groups = [group_of(one.timeline.session) for one in (weighed, passed, talked)]
    said = " ".join(repr(block) for block in comparison_blocks(groups, False))
    for number in (1, 2):
        assert f"Groep {number}: geen kaart besproken, en niets genoemd" in said
    assert said.count("kwamen niet langs") == 1 and "Groep 3: Beroep, Werkgever" in said
    nothing = " ".join(repr(block) for block in comparison_blocks(groups[:2], False))
    assert "Kwam bij geen enkele groep langs" not in nothing


def test_the_sum_over_groups_is_the_sum_of_their_tallies() -> None:
    groups = [group_of(Table().turns(count).timeline.session) for count in (3, 7)]
    expected: Mapping[Cluster, int] = {
        one: sum(group.counts.came_up(one) for group in groups) for one in CLUSTERS
    }
    together = sum((group.counts for group in groups), Counts())
    assert {one: together.came_up(one) for one in CLUSTERS} == expected
    assert tegenwicht.tally_of(Table().turns(3).timeline.session).total == groups[0].counts


def test_the_scales_stand_side_by_side_and_say_what_the_tables_say() -> None:
    for name in ("compare", "compare, named"):
        model = screens.all_screens()[name]
        _, tree = screens.built(model, (1920, 1080))
        scales = [node for node in walk(tree) if node.key.startswith("compare:scale:")]
        assert len(scales) == 2
        assert len({node.rect.y for node in scales}) == 1
        names = ("Groep 1", "Groep 2") if name == "compare" else ("Team Zuid", "Team Noord")
        for group, node, called in zip(model.comparison.groups, scales, names, strict=True):
            people, frames = group.counts.balance
            assert node.label.startswith(f"Weegschaal van {called}. Mensen: {people}. Kaders: {frames}. ")


def test_a_deck_whose_clusters_all_hang_on_one_side_leaves_the_beam_level() -> None:
    counts = Counts((0, 3, 0, 0, 0, 0))
    told = [Weighed("x", "Groep 1", counts, dealt).aloud() for dealt in (CLUSTERS, PEOPLE_SIDE)]
    assert [words.endswith("Mensen hangt lager.") for words in told] == [True, False]
    assert told[1].endswith("De balk ligt recht.")


def test_pieces_are_of_one_size_on_all_scales() -> None:
    model = screens.all_screens()["compare eight"]
    weighed = [Weighed(str(n), "", one.counts, one.dealt) for n, one in enumerate(model.comparison.groups)]
    least = min(heap(*one.pieces(right)).size for one in weighed for right in (False, True))
    sizes = {
        piece.size
        for one in weighed
        for right in (False, True)
        for piece in heap(*one.pieces(right), least).pieces
    }
    assert sizes == {least}


def test_groups_of_one_name_have_their_number_with_it() -> None:
    group = group_of(Table().turns(1).timeline.session)
    titles = ("Zuid", "Zuid", "Noord", "")  # nobody gave the last one a name
    found = full_names([group._replace(title=title) for title in titles])
    assert found == ("Zuid (Groep 1)", "Zuid (Groep 2)", "Noord", "zonder naam (Groep 4)")


def test_stones_are_compared_once_all_ten_lie(tmp_path: Path) -> None:
    journal, _ = open_journal(tmp_path)
    setup = events.Setup("stones", "", tuple(events.Participant(n, name) for n, name in enumerate(PEOPLE, 1)))
    session = RunningSession.start(journal, setup, deck(), now=ticking(), new_id=lambda: "stenen")
    for action in (*[stones.LayStone(CLUSTERS[0])] * 6, *[stones.LayStone(CLUSTERS[1])] * 4):
        assert group_of(session.timeline.session).begin is None
        assert isinstance(session.do(action), events.Event)
    assert isinstance(session.do(stones.SettleStones()), events.Event)
    assert group_of(session.timeline.session).begin == (6, 4, 0, 0, 0, 0)
    assert isinstance(session.do(stones.LayAgain()), events.Event)
    assert isinstance(session.do(stones.LayStone(CLUSTERS[2])), events.Event)
    assert group_of(session.timeline.session).end is None
    journal.close()
