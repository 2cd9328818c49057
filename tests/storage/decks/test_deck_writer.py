"""A deck written as YAML: nothing is lost, it reads as a person would write it, and comments are seen."""

from pathlib import Path

import pytest
from hypothesis import given, settings

from tegenwicht.game.cards import Deck
from tegenwicht.storage.decks.reader import parse_deck
from tegenwicht.storage.decks.writer import (
    SCHEMA_LINE,
    lost_comments,
    own_comments,
    write_deck,
)
from tests.storage.decks.deck_samples import SMALL_DECK
from tests.storage.decks.deck_strategies import decks

SHIPPED = sorted((Path(__file__).parents[3] / "decks").glob("*.yaml"))


@given(decks())
@settings(max_examples=60, deadline=None)
def test_a_deck_that_is_written_and_read_is_the_same_deck(deck: Deck) -> None:
    assert parse_deck(write_deck(deck).encode(), "deck.yaml") == deck


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_shipped_deck_is_written_as_it_reads_and_keeps_the_comments_at_its_top(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    deck = parse_deck(text.encode(), path.name)
    written = write_deck(deck, before=text)
    assert parse_deck(written.encode(), path.name) == deck
    assert [line for line in text.splitlines() if line.startswith("#")] == [
        line for line in written.splitlines() if line.startswith("#")
    ]
    assert not list(lost_comments(text))


def test_a_new_file_names_its_schema_and_its_clusters_and_has_no_quotes_where_none_are_needed() -> None:
    lines = write_deck(parse_deck(SMALL_DECK.encode(), "deck.yaml")).splitlines()
    assert lines[:5] == [SCHEMA_LINE, "format: 2", "id: proef", "title: Proefkaarten", "language: nl"]
    assert lines[8:13] == [
        "cards:",
        "  # Cliënt",
        "  - id: eerste",
        "    number: 1",
        "    cluster: client",
    ]
    assert '    question: "Waaraan merk je dat?"' in lines
    assert "    rank: {overall: 2, AD: 1, AID: 4, RB: 4, RC: 2, JC: 4, KM: 5}" in lines
    assert not list(lost_comments("\n".join(lines)))
    assert own_comments("\n".join(lines)) == ()


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("a: b # c\n", [(1, "# c")]),
        ("# boven\n\n# meer\na: 'x # y'\n", []),
        ("a: b\n# eind", [(2, "# eind")]),
        ("a: |\n  x # y\nb: c\n", []),
        ("a: | # bij het blok\n  x\nb: c\n", [(1, "# bij het blok")]),
        ("a: >-\n  x\n\n# na\nb: 1\n", [(4, "# na")]),
        ("a: x#y\nb: [1, # een\r\n 2]\r\n", [(2, "# een")]),
        ("a: x\n  y # z\n", [(2, "# z")]),
        ('a: "é # " # é\n', [(1, "# é")]),
        ("a:\n  # Beroep\n  - b # Beroep\n  # Mijn beroep\n", [(4, "# Mijn beroep")]),
        ("\ufeff# boven\na: b\n", []),
        ("a: {b # geen yaml\n", [(1, "# geen yaml")]),
    ],
)
def test_a_comment_that_writing_anew_would_lose_is_named_with_its_line(
    text: str, lost: list[tuple[int, str]]
) -> None:
    assert list(lost_comments(text)) == lost


def test_a_comment_between_the_cards_of_a_hand_written_deck_is_seen() -> None:
    text = SMALL_DECK.replace("  - id: tweede", "  # nog bespreken met het team\n  - id: tweede")
    assert lost_comments(text) == ((19, "# nog bespreken met het team"),)
