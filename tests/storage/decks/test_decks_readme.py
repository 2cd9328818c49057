"""decks/README.md tells authors how to write cards: what it shows is read, what it names exists."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tegenwicht.cli import COMMANDS
from tegenwicht.game.cards import CLUSTERS, Group, Kind, Source
from tegenwicht.game.editorial import review
from tegenwicht.storage.decks.columns import COLUMNS
from tegenwicht.storage.decks.reader import LABELS, DeckProblems, parse_deck
from tegenwicht.storage.decks.tables import card_rows

DECKS = Path(__file__).parents[3] / "decks"
TEXT = (DECKS / "README.md").read_text(encoding="utf-8")
SCHEMA: dict[str, Any] = json.loads((DECKS / "deck.schema.json").read_text(encoding="utf-8"))
CARD: dict[str, Any] = SCHEMA["$defs"]["kaart-2"]["properties"]
ROWS = {
    key: line
    for line in re.findall(r"^\|.*\|$", TEXT, re.MULTILINE)
    for key in re.findall(r"`(\w+)`", line.split("|")[1])
}
"""The lines of the table of fields, by field."""


def example() -> str:
    (block,) = re.findall(r"^```yaml\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
    return str(block)


def test_the_example_is_a_deck_and_an_editor_has_nothing_to_say_about_it() -> None:
    deck = parse_deck(example().encode(), "README.md")
    assert [len(card.deeper) for card in deck.cards] == [3]
    assert review(deck) == ()


def test_the_example_begins_with_the_line_for_the_editor_as_the_shipped_decks_do() -> None:
    line = example().splitlines()[0]
    assert (DECKS / line.rpartition("=")[2]).is_file()
    for path in DECKS.glob("*.yaml"):
        assert path.read_text(encoding="utf-8").startswith(f"{line}\n")


def test_every_field_is_in_the_table() -> None:
    assert ROWS.keys() == CARD.keys() | SCHEMA["properties"].keys() - {"cards"}


@pytest.mark.parametrize("field", ["title", "question", "other_side", "explanation", "deeper"])
def test_the_limit_of_a_text_is_the_one_that_the_reader_keeps(field: str) -> None:
    found = re.search(r"(\d+) tekens", ROWS[field])
    assert found
    most = int(found[1])
    parse_deck(with_a_text_of(most, field), "README.md")
    with pytest.raises(DeckProblems, match=f"verwacht ten hoogste {most} tekens; gevonden {most + 1}"):
        parse_deck(with_a_text_of(most + 1, field), "README.md")


def with_a_text_of(length: int, field: str) -> bytes:
    """The example with a text of so many characters in that field of the card."""
    key = "      - " if field == "deeper" else f"    {field}: "
    long = ("aap " * 60)[: length - 1] + "?"
    deck, times = re.subn(rf"^{key}.*$", f'{key}"{long}"', example(), count=1, flags=re.MULTILINE)
    assert times == 1
    return deck.encode()


def test_every_cluster_source_and_group_is_named() -> None:
    assert all(f"`{cluster}` {LABELS[cluster]}" in ROWS["cluster"] for cluster in CLUSTERS)
    assert all(f"`{source}`" in ROWS["source"] for source in Source)
    assert all(f"`{kind}`" in ROWS["kind"] for kind in Kind)
    assert all(f"`{group}`" in ROWS["rank"] for group in Group)


def test_every_command_that_it_shows_exists() -> None:
    assert set(re.findall(r"^tegenwicht (\w+)", TEXT, re.MULTILINE)) <= COMMANDS.keys()


def test_the_columns_it_names_are_those_of_a_table() -> None:
    excel = TEXT.partition("## Liever in Excel?")[2]
    for key, name in COLUMNS.items():
        if not key.startswith("rank.") or key in ("rank.overall", f"rank.{list(Group)[-1]}"):
            assert f"`{name}`" in excel, name
    assert list(COLUMNS.values()) == next(iter(card_rows(parse_deck(example().encode(), "README.md"))))


@pytest.mark.parametrize("link", sorted(set(re.findall(r"\]\(([^)]+)\)", TEXT))))
def test_every_link_leads_somewhere(link: str) -> None:
    assert (DECKS / link).is_file()
