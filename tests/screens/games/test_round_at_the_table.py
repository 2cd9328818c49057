"""The end of a round at the table: guess before looking, and then the tally, by keys alone and by ear alone."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tegenwicht import paths
from tegenwicht.game import events, tegenwicht
from tegenwicht.game.cards import Cluster
from tegenwicht.kit.nodes import Node, Role, walk
from tegenwicht.kit.ops import Words
from tegenwicht.screens.shell import commands
from tegenwicht.storage.decks.reader import read_deck
from tests.pilot import TO_THE_TABLE, Pilot


def begin(pilot: Pilot, rounds: int | None = 3, minutes: int | None = None) -> None:
    """A session of five with the deck that comes along."""
    people = tuple(
        events.Participant(n, name)
        for n, name in enumerate(("Samira", "Joost", "Anneke", "Deniz", "Willem"), 1)
    )
    deck = read_deck(paths.decks() / "tegenwicht.yaml")
    pilot.app.carry_out(
        [
            commands.Begin(
                events.Setup("tegenwicht", "Team Zuid", people, rounds=rounds, minutes=minutes), deck
            )
        ]
    )


MARKS = {
    1: (Cluster.EMPLOYER, Cluster.POLICY),
    2: (Cluster.EMPLOYER,),
    3: (Cluster.INDIVIDUAL,),
    4: (),
    5: (),
}


@pytest.fixture
def pilot(tmp_path: Path) -> Iterator[Pilot]:
    """A session of five."""
    with Pilot(tmp_path, size=(1920, 1080)) as found:
        begin(found)
        yield found


def do(pilot: Pilot, *actions: object) -> None:
    pilot.app.carry_out([commands.Do(one) for one in actions])  # type: ignore[arg-type]


def play(pilot: Pilot, marked: bool = True) -> None:
    """A round of cards of Cliënt; Werkgever is named twice, Wet & beleid and Professional zelf once."""
    for number, card in enumerate((9, 10, 11, 12, 13), 1):
        named = MARKS[number] if marked else ()
        do(pilot, tegenwicht.BringUp(card), *map(tegenwicht.Mention, named), tegenwicht.FinishTurn())


def tells_what_came_up(pilot: Pilot) -> bool:
    """Whether anything in reach, or what is said by itself, tells of the round."""
    words = " ".join(f"{n.label} {n.value} {n.description}" for n in walk(pilot.tree_node))
    told = (
        "keer genoemd",
        "Mensen: ",
        "bleef weg",
        "Niet langsgekomen",
        "deze ronde",
        "Mensen 5",
        "kwam niet langs",
    )
    return any(one in words or one in pilot.said for one in told)


def guess(pilot: Pilot) -> tegenwicht.Guess | None:
    return tegenwicht.table(pilot.app.model.playing.timeline.session).rounds[-1].guess  # type: ignore[union-attr]


def test_until_the_guess_nothing_tells_what_came_up(pilot: Pilot) -> None:
    play(pilot)
    assert pilot.said == "Ronde 1 is klaar. Welk cluster noemden jullie het meest?"
    assert not tells_what_came_up(pilot)
    pilot.key("3", "return")
    assert not tells_what_came_up(pilot)
    pilot.key("1", "return")
    assert tells_what_came_up(pilot)


def test_by_keys_alone_both_guesses_are_kept_and_come_out_in_plain_words(pilot: Pilot) -> None:
    play(pilot)
    pilot.key("3", "return", "5", "return")
    assert guess(pilot) == tegenwicht.Guess(Cluster.EMPLOYER, Cluster.POLICY)
    assert "het meest genoemd: Werkgever. Ja, 2 keer." in pilot.text()
    assert "niet genoemd: Wet & beleid. Toch 1 keer genoemd." in pilot.text()


def test_the_first_guess_cannot_be_the_second_and_page_up_takes_it_back(pilot: Pilot) -> None:
    play(pilot)
    pilot.key("3", "return")
    (tile,) = [node for node in pilot.nodes() if node.key == "guess:employer"]
    assert not tile.enabled
    pilot.key("pageup")
    assert "vraag 1 van 2" in pilot.tree()
    assert guess(pilot) is None


def test_space_on_what_is_chosen_does_not_give_the_guess_away(pilot: Pilot) -> None:
    play(pilot)
    pilot.key("3", "space", "space")
    assert "vraag 1 van 2" in pilot.tree()


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 640)])
def test_each_question_speaks_for_itself(pilot: Pilot, size: tuple[int, int]) -> None:
    """A screen reader does not name a choice again to who is in it already."""
    pilot.resize(*size)
    play(pilot)
    asked = [one for one in pilot.nodes() if one.live and one.label.startswith("Welk cluster")]
    assert [one.label for one in asked] == ["Welk cluster noemden jullie het meest?"]
    pilot.key("3", "return")
    asked = [one for one in pilot.nodes() if one.live and one.label.startswith("Welk cluster")]
    assert [one.label for one in asked] == ["Welk cluster noemden jullie niet?"]


def test_by_ear_alone_all_can_be_said_to_be_named(pilot: Pilot) -> None:
    play(pilot)
    pilot.ask("press", "Werkgever", role=Role.RADIO)
    pilot.ask("press", "Kies Werkgever")
    pilot.ask("press", "Alles is genoemd", role=Role.RADIO)
    pilot.ask("press", "Alles is genoemd", role=Role.BUTTON)
    assert guess(pilot) == tegenwicht.Guess(Cluster.EMPLOYER, None)
    assert pilot.said.startswith("Ronde 1 is klaar. Het meest genoemd: Werkgever. Ja, 2 keer.")


def test_escape_looks_without_a_guess(pilot: Pilot) -> None:
    play(pilot)
    pilot.key("escape")
    assert guess(pilot) is None
    assert pilot.said == "Ronde 1 is klaar. Niet langsgekomen: Beroep, Organisatie."
    assert pilot.can("Volgende ronde")


def test_with_fewer_than_three_marks_one_looks_at_once(pilot: Pilot) -> None:
    play(pilot, marked=False)
    assert not pilot.can("Niet raden")
    assert pilot.can("Volgende ronde")


def test_undo_brings_the_question_back(pilot: Pilot) -> None:
    play(pilot)
    pilot.key("3", "return", "5", "return", "pageup")
    assert guess(pilot) is None
    assert not tells_what_came_up(pilot)


def test_the_table_tells_cards_and_marks_apart_and_what_stayed_away_longest(pilot: Pilot) -> None:
    play(pilot)
    pilot.key("escape")
    assert pilot.tally()["Cliënt"] == [(5, 0), (5, 0)]
    assert pilot.tally()["Werkgever"] == [(0, 2), (0, 2)]
    assert "Beroep bleef weg" in pilot.text()
    assert "Ook niet: Organisatie" in pilot.text()
    assert not any("Weegschaal" in node.label and "score" in node.label for node in pilot.nodes())


def test_the_last_round_leads_to_the_harvest_and_one_more_can_be_played(tmp_path: Path) -> None:
    with Pilot(tmp_path, size=(1920, 1080)) as pilot:
        begin(pilot, 1)
        play(pilot, marked=False)
        assert pilot.can("Nog een ronde")
        assert next(n for n in pilot.nodes() if n.primary).label == "Sessie afronden"


@pytest.mark.parametrize(
    ("minutes", "told"),
    [
        (25, "er past nog een ronde"), (45, "jullie lopen 18 minuten uit"), (80, "een hele ronde past niet meer"),
        (0, "er past nog een ronde"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720)])
def test_the_end_of_a_round_tells_how_the_time_goes(
    tmp_path: Path, minutes: int, told: str, size: tuple[int, int]
) -> None:
    """With three rounds in 90 minutes; 0 is a session taken up again, of which nobody can tell how long it was."""
    with Pilot(tmp_path, size=size) as pilot:
        begin(pilot, 3, 90)
        play(pilot, marked=False)
        playing = pilot.app.model.playing
        assert playing is not None
        pilot.app.model = replace(pilot.app.model, playing=playing._replace(spent=minutes))
        pilot.app.show(everything=True)
        assert pilot.title == "Ronde 1 is klaar – Tegenwicht"
        assert f"Ronde 1 is klaar · {told}" in [node.label for node in walk(pilot.tree_node)]


def test_a_round_without_a_plan_tells_no_time(pilot: Pilot) -> None:
    play(pilot, marked=False)
    assert "Ronde 1 is klaar" in [node.label for node in walk(pilot.tree_node)]


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768)])
def test_a_card_shows_that_a_note_was_written_and_pressing_that_opens_the_note(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    def signs() -> list[Node]:
        return [one for one in pilot.nodes() if one.key == "card:note"]

    with Pilot(tmp_path, size=size) as pilot:
        pilot.press(*TO_THE_TABLE, "Laat het lot kiezen")
        assert signs() == []
        pilot.key("n")
        pilot.type("Let op de reistijd")
        pilot.press("Bewaren")
        (sign,) = signs()
        assert [op.text for op in sign.ops if isinstance(op, Words)] == ["Notitie"]
        pilot.click(sign)
        assert pilot.control("Notitie", Role.TEXT_FIELD).value == "Let op de reistijd"
        assert signs() == []
