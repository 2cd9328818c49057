"""decks/deck.schema.json, for completion in editors, gives the same verdict as the reader."""

import copy
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped, unused-ignore]
import pytest
import yaml

from tegenwicht.game.cards import Cluster, Source
from tegenwicht.storage.decks.reader import MOST_BYTES
from tegenwicht.storage.decks.text import HIDDEN
from tests.storage.decks.deck_samples import SMALL_DECK, changed, problems_of

DECKS = Path(__file__).parents[3] / "decks"
SCHEMA: dict[str, Any] = json.loads((DECKS / "deck.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
GONE = object()
"""Instead of a value: take the key away."""

RANK = {"overall": 1, "AD": 1, "AID": 1, "RB": 1, "RC": 1, "JC": 1, "KM": 1}
LIMITS = {"title": 60, "question": 160, "counterweight": 180}
SECOND = ("cards", 1)  # source: praktijk; the first card has source: tabel and a rank


def sentence(length: int) -> str:
    return ("abcdefghi " * 40)[: length - 1] + "?"


GOOD: list[tuple[str, tuple[Any, ...], Any]] = [
    ("a title of 60", ("title",), sentence(60)),
    ("a title of one character", ("title",), "a"),
    ("space around a title of 60", ("title",), f"  {sentence(60)} "),
    ("letters beyond ASCII", ("title",), "Cliënt & ’s avonds – „1 à 2” € 50\u00a0 😀"),
    ("a country in the language", ("language",), "nl-NL"),
    ("version 999999", ("version",), 999_999),
    ("20 sources", ("sources",), ["bron"] * 20),
    ("a source of 300", ("sources", 0), sentence(300)),
    ("a long web address", ("sources", 0), "https://example.org/" + "a" * 200),
    ("an id of 60", (*SECOND, "id"), "a" * 60),
    ("an id with digits and dashes", (*SECOND, "id"), "1-a-2b"),
    ("an id that needs quotes", (*SECOND, "id"), "2021-01-01"),
    ("number 9999", (*SECOND, "number"), 9_999),
    ("a question of 160", (*SECOND, "question"), sentence(160)),
    ("a question of one word of 40", (*SECOND, "question"), "a" * 40),
    ("a text that needs quotes", (*SECOND, "question"), "no"),
    ("two deeper questions", (*SECOND, "deeper"), ["een", sentence(140)]),
    ("a counterweight of 180", (*SECOND, "counterweight"), sentence(180)),
    ("source artikel", (*SECOND, "source"), "artikel"),
    ("the lowest ranks", ("cards", 0, "rank"), dict.fromkeys(RANK, 41)),
    *((f"cluster {cluster}", (*SECOND, "cluster"), str(cluster)) for cluster in Cluster),
]

BAD: list[tuple[str, tuple[Any, ...], Any]] = [
    ("an unknown key", ("kleur",), "rood"),
    ("no cards", ("cards",), []),
    ("cards that are no list", ("cards",), {"a": 1}),
    ("a card that is text", SECOND, "kaart"),
    ("no sources", ("sources",), []),
    ("21 sources", ("sources",), ["bron"] * 21),
    ("a source of 301", ("sources", 0), sentence(301)),
    ("an empty source", ("sources", 0), " "),
    ("a source that is a number", ("sources", 0), 2021),
    ("version 0", ("version",), 0),
    ("version 1000000", ("version",), 1_000_000),
    ("a version that is text", ("version",), "1"),
    ("a version that is yes", ("version",), True),
    ("a language in full", ("language",), "Nederlands"),
    ("a language with capitals", ("language",), "NL"),
    ("language no", ("language",), False),
    ("an unknown key in a card", (*SECOND, "kleur"), "rood"),
    ("an unknown cluster", (*SECOND, "cluster"), "klant"),
    ("a cluster with space around it", (*SECOND, "cluster"), " client"),
    ("an unknown source", (*SECOND, "source"), "boek"),
    ("an empty id", (*SECOND, "id"), ""),
    ("an id with capitals", (*SECOND, "id"), "Tweede"),
    ("an id with two dashes", (*SECOND, "id"), "a--b"),
    ("an id that ends in a dash", (*SECOND, "id"), "a-"),
    ("an id with space around it", (*SECOND, "id"), " a"),
    ("an id of 61", (*SECOND, "id"), "a" * 61),
    ("an id that is a number", (*SECOND, "id"), 12),
    ("number 0", (*SECOND, "number"), 0),
    ("number -1", (*SECOND, "number"), -1),
    ("number 10000", (*SECOND, "number"), 10_000),
    ("number 1.5", (*SECOND, "number"), 1.5),
    ("a number that is text", (*SECOND, "number"), "2"),
    ("no number", (*SECOND, "number"), None),
    ("one deeper question", (*SECOND, "deeper"), ["een"]),
    ("four deeper questions", (*SECOND, "deeper"), ["een", "twee", "drie", "vier"]),
    ("deeper questions that are text", (*SECOND, "deeper"), "een"),
    ("a deeper question of 141", (*SECOND, "deeper", 0), sentence(141)),
    ("a deeper question that is a list", (*SECOND, "deeper", 0), ["een"]),
    ("source tabel without a rank", (*SECOND, "source"), "tabel"),
    ("a rank with source praktijk", (*SECOND, "rank"), RANK),
    ("source tabel with its rank taken away", ("cards", 0, "rank"), GONE),
    ("a rank that is a number", ("cards", 0, "rank"), 2),
    ("a rank with an unknown group", ("cards", 0, "rank", "XX"), 1),
    ("no source at a card with a rank", ("cards", 0, "source"), GONE),
    *((f"{key} missing", (key,), GONE) for key in yaml.safe_load(SMALL_DECK)),
    *((f"{key} missing in a card", (*SECOND, key), GONE) for key in yaml.safe_load(SMALL_DECK)["cards"][1]),
    *((f"{key} missing in a rank", ("cards", 0, "rank", key), GONE) for key in RANK),
    *((f"{key} of a rank 0", ("cards", 0, "rank", key), 0) for key in RANK),
    *((f"{key} of a rank 42", ("cards", 0, "rank", key), 42) for key in RANK),
    *((f"{key} too long", (*SECOND, key), sentence(most + 1)) for key, most in LIMITS.items()),
    *((f"{key} empty", (*SECOND, key), "") for key in LIMITS),
    *((f"{key} only space", (*SECOND, key), " \u00a0 ") for key in LIMITS),
    *((f"{key} of nothing", (*SECOND, key), None) for key in LIMITS),
    *((f"{key} of a number", (*SECOND, key), 12) for key in LIMITS),
    *((f"{key} of a list", (*SECOND, key), ["een"]) for key in LIMITS),
    *((f"{key} with a word of 41", (*SECOND, key), "a" * 41) for key in LIMITS),
    *((f"{key} on two lines", (*SECOND, key), "een\ntwee") for key in LIMITS),
    *((f"{key} with a tab", (*SECOND, key), "een\ttwee") for key in LIMITS),
    *(
        (f"a question with U+{code:04X}", (*SECOND, "question"), f"a{chr(code)}b")
        for code in (0x00, 0x1B, 0x85, 0xAD, 0x200B, 0x2028, 0x202E, 0x2066, 0x3164, 0xFEFF, 0xE0041)
    ),
]

ONLY_IN_THE_READER = {
    # JSON Schema sees values; these are about how they are written, or about two places in the file.
    "a double id": changed("id: tweede", "id: eerste"),
    "a double number": changed("number: 2", "number: 1"),
    "a double key": changed("title: Draagvlak", "title: a\n    title: b"),
    "a number in another base": changed("number: 2", "number: 0x1F"),
    "a number with an underscore": changed("number: 2", "number: 1_000"),
    "a number that begins with 0": changed("number: 2", "number: 017"),
    "a number with a fraction of 0": changed("number: 2", "number: 3.0"),
    "an anchor": changed("title: Draagvlak", "title: &a b"),
    "an anchor and an alias": changed("title: Draagvlak", "title: &a b").replace("Wie mist er?", "*a"),
    "a tag": changed("title: Draagvlak", "title: !!str a"),
    "the tag that means nothing": changed("title: Draagvlak", "title: ! a"),
    "merged keys": changed("source: praktijk", "<<: {source: praktijk}"),
    "a directive": f"%YAML 1.1\n---\n{SMALL_DECK}",
    "a hidden character in a comment": f"{SMALL_DECK}# a\u200bb\n",
    "a file that is too large": SMALL_DECK + "#" * MOST_BYTES,
}


def put(deck: Any, path: tuple[Any, ...], value: Any) -> Any:
    """The deck with one value changed, added or taken away."""
    deck = copy.deepcopy(deck)
    place = deck
    for step in path[:-1]:
        place = place[step]
    if value is GONE:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return deck


def verdicts(deck: Any) -> tuple[bool, bool]:
    """In order according to the schema, and according to the reader."""
    text = yaml.dump(deck, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
    return VALIDATOR.is_valid(deck), not problems_of(text)


@pytest.mark.parametrize(("path", "value"), [case[1:] for case in GOOD], ids=[case[0] for case in GOOD])
def test_schema_and_reader_both_accept(path: tuple[Any, ...], value: Any) -> None:
    assert verdicts(put(yaml.safe_load(SMALL_DECK), path, value)) == (True, True)


@pytest.mark.parametrize(("path", "value"), [case[1:] for case in BAD], ids=[case[0] for case in BAD])
def test_schema_and_reader_both_refuse(path: tuple[Any, ...], value: Any) -> None:
    assert verdicts(put(yaml.safe_load(SMALL_DECK), path, value)) == (False, False)


@pytest.mark.parametrize("deck", [None, [], "tekst", 12, {}], ids=repr)
def test_schema_and_reader_both_refuse_what_is_no_deck_at_all(deck: Any) -> None:
    assert verdicts(deck) == (False, False)


def test_schema_and_reader_both_count_the_cards() -> None:
    deck = yaml.safe_load(SMALL_DECK)
    cards = [
        {**copy.deepcopy(deck["cards"][1]), "id": f"kaart-{number}", "number": number}
        for number in range(1, 2_002)
    ]
    assert verdicts({**deck, "cards": cards[:2_000]}) == (True, True)
    assert verdicts({**deck, "cards": cards}) == (False, False)


@pytest.mark.parametrize("text", ONLY_IN_THE_READER.values(), ids=list(ONLY_IN_THE_READER))
def test_what_a_schema_cannot_say_is_refused_by_the_reader(text: str) -> None:
    assert VALIDATOR.is_valid(yaml.load(text, Loader=yaml.CSafeLoader)), (
        "the schema can say this: move it to BAD"
    )
    assert problems_of(text)


def test_a_second_document_is_refused_by_the_reader() -> None:
    assert problems_of(f"{SMALL_DECK}---\n{SMALL_DECK}")  # an editor checks each document by itself


@pytest.mark.parametrize("path", sorted(DECKS.glob("*.yaml")), ids=lambda path: path.name)
def test_the_shipped_decks_are_in_order_for_the_schema(path: Path) -> None:
    assert VALIDATOR.is_valid(yaml.safe_load(path.read_text(encoding="utf-8")))


def test_the_schema_itself_is_in_order() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_the_schema_has_the_words_of_the_game() -> None:
    card = SCHEMA["$defs"]["kaart"]["properties"]
    assert card["cluster"]["enum"] == list(Cluster)
    assert card["source"]["enum"] == list(Source)


def test_the_schema_refuses_the_same_hidden_characters_as_the_reader() -> None:
    pattern: str = SCHEMA["$defs"]["tekst"]["pattern"]
    refused = re.compile(f"[{pattern.removeprefix('^[^').removesuffix(']*$')}]")
    surrogates = range(0xD800, 0xE000)  # cannot be in a JSON file
    every = "".join(chr(code) for code in range(sys.maxunicode + 1) if code not in surrogates)
    assert refused.findall(every) == HIDDEN.findall(every)


def described(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, part in schema.get("properties", {}).items():
        yield name, part
        yield from described(part)


def test_every_key_has_a_title_for_the_editor() -> None:
    for name, part in [*described(SCHEMA), *described(SCHEMA["$defs"]["kaart"])]:
        assert "title" in part or "const" in part, name
