"""Files of format 2: what a card may have, what may stay empty, and what is wrong with its place."""

from typing import Any

import pytest
import yaml

from tegenwicht.game.cards import Card, Cluster, Kind, Rank, Source
from tegenwicht.storage.decks.reader import parse_deck
from tegenwicht.storage.decks.writer import write_deck
from tests.storage.decks.deck_samples import SMALL_DECK, problems_of
from tests.storage.decks.test_deck_schema import VALIDATOR, put, sentence

FULL = """\
format: 2
id: proef
title: Proefkaarten
language: nl
version: 1
instruction: "Vertel ieder je eigen kant."
sources:
  - Een bron, 2021
cards:
  - id: eerste
    number: 1
    cluster: client
    title: Wat iemand aankan
    factor: Belastbaarheid cliënt
    question: Waaraan merkte je dat?
    deeper:
      - Wat zag je?
    other_side: Wat als je het omdraait?
    explanation: Hoeveel iemand aankan.
    picture: bridge
    source: tabel
    rank: {overall: 2, AD: 1, AID: 4, RB: 4, RC: 2, JC: 4, KM: 5}
  - id: tweede
    number: 2
    kind: situatie
    title: Te laat
    question: Maandag 8.40. De cliënt zou om 8.30 beginnen.
  - id: derde
    number: 3
    cluster: employer
    title: Wie meedoet
    question: Wie deed er mee?
"""
FIRST, SECOND, THIRD = (("cards", place) for place in range(3))


def changed(old: str, new: str) -> str:
    """The full deck with one piece of text, which must be there once, replaced."""
    assert FULL.count(old) == 1, f"{old!r} is {FULL.count(old)} times in the deck"
    return FULL.replace(old, new)


def test_every_field_comes_on_the_card() -> None:
    deck = parse_deck(FULL.encode(), "deck.yaml")
    assert deck.instruction == "Vertel ieder je eigen kant."
    assert deck.cards == (
        Card(
            "eerste", 1, Cluster.CLIENT, "Wat iemand aankan", "Waaraan merkte je dat?", ("Wat zag je?",),
            "Wat als je het omdraait?", Source.TABLE, Rank(2, (1, 4, 4, 2, 4, 5)), Kind.FACTOR,
            "Hoeveel iemand aankan.", "bridge", "Belastbaarheid cliënt",
        ),
        Card("tweede", 2, None, "Te laat", "Maandag 8.40. De cliënt zou om 8.30 beginnen.", kind=Kind.SITUATION),
        Card("derde", 3, Cluster.EMPLOYER, "Wie meedoet", "Wie deed er mee?"),
    )  # fmt: skip
    assert [card.family for card in deck.cards] == [Cluster.CLIENT, Kind.SITUATION, Cluster.EMPLOYER]


def test_what_is_written_reads_as_the_same_deck() -> None:
    deck = parse_deck(FULL.encode(), "deck.yaml")
    assert parse_deck(write_deck(deck).encode(), "deck.yaml") == deck


def test_a_file_of_format_1_is_written_in_format_2_and_is_the_same_deck() -> None:
    deck = parse_deck(SMALL_DECK.encode(), "deck.yaml")
    written = write_deck(deck)
    assert "format: 2" in written and "counterweight" not in written
    assert parse_deck(written.encode(), "deck.yaml") == deck
    assert deck.cards[0].other_side == "Wat als je het omdraait?"


def test_a_file_may_say_that_it_is_of_format_1() -> None:
    assert problems_of(f"format: 1\n{SMALL_DECK}") == []


@pytest.mark.parametrize("nothing", ["", " ''", ' ""', " ~", " null"])
@pytest.mark.parametrize("field", ["other_side", "explanation", "picture", "factor"])
def test_what_may_stay_empty_may_be_written_as_empty(field: str, nothing: str) -> None:
    text = FULL.replace(
        "    question: Wie deed er mee?", f"    question: Wie deed er mee?\n    {field}:{nothing}"
    )
    deck = parse_deck(text.encode(), "deck.yaml")
    assert getattr(deck.cards[2], field) == ""


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("format: 2", "format: 3",
         '1:9: format: verwacht een geheel getal van 1 tot en met 2, met alleen cijfers; gevonden "3"'),
        ("    other_side: Wat", "    counterweight: Wat",
         "18:5: counterweight: heet in een bestand met format: 2 other_side"),
        ("kind: situatie", "kind: verhaal",
         '25:11: kind: verwacht een van factor, situatie, stelling, opdracht, joker; gevonden "verhaal"'),
        ("    cluster: employer\n", "",
         "28:5: cluster ontbreekt in deze kaart: alleen een andere soort kaart kan zonder"),
        ("    kind: situatie\n", "",
         "23:5: cluster ontbreekt in deze kaart: alleen een andere soort kaart kan zonder"),
        ("    cluster: client", "    kind: joker", "21:13: source: tabel kan alleen bij een factor; gevonden kind: joker: "
         "kies praktijk"),
        ("picture: bridge", "picture: brige", '20:14: picture: er is geen plaatje "brige": bedoel je bridge?'),
        ("picture: bridge", "picture: koffiebeker", '20:14: picture: er is geen plaatje "koffiebeker": bedoel je coffee?'),
        ("picture: bridge", "picture: qqqq",
         '20:14: picture: er is geen plaatje "qqqq": kies er een in de app, bij Eigen kaarten'),
        ("picture: bridge", "picture: ../bridge",
         '20:14: picture: verwacht de naam van een plaatje, zoals coffee; gevonden "../bridge"'),
        ("cluster: employer", "cluster: employer\n    factor: Draagvlak",
         "31:13: factor: mag niet bij source: praktijk: haal het weg"),
        ("      - Wat zag je?", "      - a\n      - b\n      - c\n      - d",
         "17:7: deeper: verwacht hoogstens drie vragen; gevonden 4"),
        ("    title: Te laat\n", "", "23:5: title ontbreekt in deze kaart"),
        ("    question: Wie deed er mee?\n", "", "28:5: question ontbreekt in deze kaart"),
    ],
)  # fmt: skip
def test_a_problem_has_its_place_and_says_what_to_do(old: str, new: str, problem: str) -> None:
    assert problems_of(changed(old, new)) == [f"deck.yaml:{problem}"]


def test_in_a_file_without_a_format_the_newer_name_is_told() -> None:
    (problem,) = problems_of(
        SMALL_DECK.replace("    counterweight: Wie mist er?", "    counterweight: a\n    other_side: b")
    )
    assert problem == (
        "deck.yaml:26:5: other_side: kan alleen in een bestand met format: 2; in format 1 heet het counterweight"
    )


def test_every_problem_is_told_at_once() -> None:
    text = (
        changed("picture: bridge", "picture: brige")
        .replace("kind: situatie", "kind: x")
        .replace("Te laat", "no")
    )
    assert [problem.split(": ")[0] for problem in problems_of(text)] == [
        "deck.yaml:20:14", "deck.yaml:25:11", "deck.yaml:26:12",
    ]  # fmt: skip


GOOD: list[tuple[str, tuple[Any, ...], Any]] = [
    *((f"kind {kind}", (*SECOND, "kind"), str(kind)) for kind in Kind if kind is not Kind.FACTOR),
    ("kind factor", (*THIRD, "kind"), "factor"),
    ("another kind with a cluster", (*SECOND, "cluster"), "client"),
    ("another kind with an empty cluster", (*SECOND, "cluster"), ""),
    ("no slips", (*FIRST, "deeper"), []),
    ("slips of nothing", (*FIRST, "deeper"), None),
    ("three slips", (*FIRST, "deeper"), ["a", "b", sentence(140)]),
    ("an instruction of 300", ("instruction",), sentence(300)),
    ("an empty instruction", ("instruction",), ""),
    ("an explanation of 240", (*FIRST, "explanation"), sentence(240)),
    ("a factor of 100", (*FIRST, "factor"), sentence(100)),
    ("a factor of only space at source praktijk", (*THIRD, "factor"), " "),
]
BAD: list[tuple[str, tuple[Any, ...], Any]] = [
    ("format 3", ("format",), 3),
    ("a format that is text", ("format",), "2"),
    ("a factor without a cluster", (*THIRD, "cluster"), None),
    ("a situation of the study's tables", (*FIRST, "kind"), "situatie"),
    ("an unknown kind", (*SECOND, "kind"), "verhaal"),
    ("a kind of nothing", (*SECOND, "kind"), None),
    ("four slips", (*FIRST, "deeper"), ["a", "b", "c", "d"]),
    ("an empty slip", (*FIRST, "deeper"), [""]),
    ("slips that are text", (*FIRST, "deeper"), "een"),
    ("an instruction of 301", ("instruction",), sentence(301)),
    ("an explanation of 241", (*FIRST, "explanation"), sentence(241)),
    ("an explanation on two lines", (*FIRST, "explanation"), "een\ntwee"),
    ("an explanation that is a number", (*FIRST, "explanation"), 12),
    ("a picture with a capital", (*FIRST, "picture"), "Bridge"),
    ("a factor of 101", (*FIRST, "factor"), sentence(101)),
    ("a factor at source praktijk", (*THIRD, "factor"), "Draagvlak"),
    ("the key of format 1", (*FIRST, "counterweight"), "En andersom?"),
    ("an empty title", (*SECOND, "title"), ""),
    ("an empty question", (*SECOND, "question"), ""),
]


@pytest.mark.parametrize(("path", "value"), [case[1:] for case in GOOD], ids=[case[0] for case in GOOD])
def test_schema_and_reader_both_accept(path: tuple[Any, ...], value: Any) -> None:
    assert verdicts(path, value) == (True, True)


@pytest.mark.parametrize(("path", "value"), [case[1:] for case in BAD], ids=[case[0] for case in BAD])
def test_schema_and_reader_both_refuse(path: tuple[Any, ...], value: Any) -> None:
    assert verdicts(path, value) == (False, False)


def verdicts(path: tuple[Any, ...], value: Any) -> tuple[bool, bool]:
    deck = put(yaml.safe_load(FULL), path, value)
    text = yaml.dump(deck, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
    return VALIDATOR.is_valid(deck), not problems_of(text)


def test_the_newer_keys_are_refused_in_a_file_of_format_1() -> None:
    deck = yaml.safe_load(SMALL_DECK)
    for path, value in (
        (("instruction",), "Vertel."),
        (("cards", 0, "picture"), "bridge"),
        (("cards", 0, "kind"), "factor"),
    ):
        older = put(deck, path, value)
        assert not VALIDATOR.is_valid(older)
        assert problems_of(yaml.dump(older, allow_unicode=True, sort_keys=False))
