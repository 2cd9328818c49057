"""Whatever the bytes: a deck or problems, soon and in little memory.

Run as a program, this file reads every hostile file below and prints what each one cost.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tegenwicht.game.cards import Deck
from tegenwicht.storage.decks import nodes as deck_nodes
from tegenwicht.storage.decks.reader import MOST_BYTES, DeckProblems, Problem, parse_deck
from tegenwicht.storage.decks.text import HIDDEN
from tests.storage.decks.deck_samples import SMALL_DECK

ROOT = Path(__file__).parents[3]
SECONDS = 8.0
"""For one file; measured at most 1.2 on a slow machine."""
MEBIBYTES = 100.0
"""For all files in one process; measured 35."""


def filled(piece: str, before: str = "", after: str = "") -> bytes:
    """A file of exactly the largest size that is read, filled with one piece."""
    start, middle, end = before.encode(), piece.encode(), after.encode()
    room = MOST_BYTES - len(start) - len(end)
    body = middle * (room // len(middle))
    return start + body + end + b"\n" * (room - len(body))


def laughs() -> bytes:
    lists = [
        f"{chr(97 + depth)}: &{chr(97 + depth)} [{','.join(['*' + chr(96 + depth)] * 9)}]"
        for depth in range(1, 20)
    ]
    return "\n".join(["a: &a [ha]", *lists]).encode()


HOSTILE = {
    "deep brackets": filled("["),
    "deep braces": filled("{"),
    "deep braces with keys": filled("{a: "),
    "deep keys on a line": filled("a: "),
    "deep dashes": filled("- "),
    "deep question marks": filled("? "),
    "deep indentation": "\n".join(f"{' ' * depth}a:" for depth in range(2_000)).encode(),
    "a billion laughs": laughs(),
    "laughs in a list": filled("- &a [*a,*a]\n"),
    "anchors": filled("- &a b\n"),
    "aliases": filled("- *a\n", before="- &a b\n"),
    "tags": filled("- !!str a\n"),
    "tags that mean nothing": filled("- ! a\n"),
    "one tag": filled("a", before="- !", after=" b"),
    "directives": filled("%TAG ! tag:x,2000:\n"),
    "one directive": filled("F", before="%"),
    "documents": filled("---\n"),
    "a huge key": filled("k", before='"', after='": 1'),
    "a huge plain key": filled("k", after=": 1"),
    "a huge word": filled("k", before="title: "),
    "huge text": filled("kaas ", before="title: "),
    "huge text on lines": filled("k\n ", before="title: "),
    "a huge block of text": filled(" k\n", before="title: |\n"),
    "huge blank text": filled("\n", before="title: >\n", after=" k"),
    "huge white space": filled(" ", before='title: "', after='"'),
    "huge escapes": filled("\\u202e", before='title: "', after='"'),
    "a huge number": filled("9", before="version: "),
    "a huge time": filled("1:", before="version: ", after="1"),
    "a huge id": filled("a-", before="id: "),
    "an open quote": filled("kaas ", before='title: "'),
    "an open quote on lines": filled("k\n", before="title: '"),
    "items": filled("- a\n"),
    "empty items": filled("- \n"),
    "items on a line": filled("a,", before="[", after="]"),
    "empty groups on a line": filled("{},", before="[", after="]"),
    "keys on a line": filled("a,", before="{", after="}"),
    "lists as keys": filled("[a]: b, ", before="{", after="}"),
    "the same key": filled("id: 1\n"),
    "other keys": "\n".join(f"k{number}: 1" for number in range(150_000)).encode(),
    "empty cards": filled("- {}\n", before="cards:\n"),
    "wrong cards": filled("- {x: 1}\n", before="cards:\n"),
    "zero bytes": bytes(MOST_BYTES),
    "bytes that are no text": b"\xff" * MOST_BYTES,
    "direction marks": filled("\u202e", before="title: "),
    "emoji": filled("😀", before="title: "),
    "spaces": filled(" "),
    "tabs": filled("\t"),
    "lines": filled("\n"),
    "carriage returns": filled("\r"),
    "comments": filled("#\n"),
    "one comment": filled("#"),
    "colons": filled(":"),
    "quotes": filled('"'),
    "stars": filled("*"),
    "ampersands": filled("&"),
    "exclamation marks": filled("!"),
    "bars": filled("|"),
}


def refused(data: bytes) -> tuple[Problem, ...]:
    """The problems; empty for a deck. Anything else than DeckProblems comes through."""
    try:
        deck = parse_deck(data, "x.yaml")
    except DeckProblems as found:
        return found.problems
    assert isinstance(deck, Deck)
    return ()


def assert_readable(problems: tuple[Problem, ...]) -> None:
    """Problems are in the order of the file and are plain lines of text."""
    assert problems == tuple(sorted(problems, key=lambda problem: problem[1:3]))
    for problem in problems:
        assert problem.line >= 1 and problem.column >= 1
        assert problem.message and not HIDDEN.search(str(problem)) and not set(str(problem)) & set("\t\r\n")


# Big files, in a process of their own.


def costs() -> None:
    """Read every hostile file and print, one line each, its name, seconds of work and the peak so far in MiB."""
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
    refused(SMALL_DECK.encode())
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for name, data in HOSTILE.items():
        start = time.process_time()
        problems = refused(data)
        seconds = time.process_time() - start
        grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
        print(json.dumps([name, seconds, grown, len(problems)]), flush=True)


@pytest.fixture(scope="module")
def measured() -> dict[str, list[Any]]:
    pytest.importorskip("resource", reason="memory is measured on Unix only")
    command = [sys.executable, "-m", "tests.storage.decks.test_decks_hostile"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    try:
        done = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=600, check=False
        )
        out, errors = done.stdout, done.stderr
    except subprocess.TimeoutExpired as late:
        out, errors = (late.stdout or b"").decode(), "out of time"
    rows = [json.loads(line) for line in out.splitlines()]
    assert len(rows) == len(HOSTILE), f"stopped after {rows[-1:]}: {errors[-2000:]}"
    return {name: rest for name, *rest in rows}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_in_time(name: str, measured: dict[str, list[Any]]) -> None:
    seconds, _, problems = measured[name]
    assert problems > 0
    assert seconds < SECONDS


def test_a_billion_laughs_is_refused_at_once(measured: dict[str, list[Any]]) -> None:
    assert measured["a billion laughs"][0] < 0.1


def test_hostile_files_take_little_memory(measured: dict[str, list[Any]]) -> None:
    assert max(grown for _, grown, _ in measured.values()) < MEBIBYTES


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_also_without_libyaml(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deck_nodes, "LOADER", yaml.SafeLoader)
    problems = refused(HOSTILE[name][:20_000])
    assert problems
    assert_readable(problems)


# Any bytes.

LOADERS = st.sampled_from([yaml.CSafeLoader, yaml.SafeLoader])
YAML_PIECES = st.sampled_from(
    [
        *"-:?,[]{}#&*!|>'\"%@`~<=. \n\t\r\\0a\0",
        *("- ", ": ", "\n  ", "---", "...", "<<", "!!str ", "&a ", "*a", "%TAG ", "''"),
        *("\\u202e", "\\U00110000", "\ufeff", "\u202e", "\x85", "\u2028", "é", "😀"),
        *("id", "cards", "no", "1:30"),
    ]
)
SMALL_BYTES = SMALL_DECK.encode()
QUICK = settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def refused_by(loader: Any, data: bytes) -> bool:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(deck_nodes, "LOADER", loader)
        problems = refused(data)
    assert_readable(problems)
    return bool(problems)


@QUICK
@given(LOADERS, st.binary(max_size=300))
def test_any_bytes_are_a_deck_or_problems(loader: Any, data: bytes) -> None:
    assert refused_by(loader, data)


@QUICK
@given(LOADERS, st.lists(YAML_PIECES, max_size=40).map("".join))
@example(yaml.SafeLoader, '"\\UFFFFFFFF"')
@example(yaml.CSafeLoader, "---")
@example(yaml.SafeLoader, "? ")
def test_any_pieces_of_yaml_are_a_deck_or_problems(loader: Any, text: str) -> None:
    assert refused_by(loader, text.encode())


@QUICK
@given(
    LOADERS,
    st.integers(0, len(SMALL_BYTES)),
    st.integers(0, 30),
    st.one_of(
        st.binary(max_size=8), st.lists(YAML_PIECES, max_size=3).map(lambda parts: "".join(parts).encode())
    ),
)
def test_a_damaged_deck_is_a_deck_or_problems(loader: Any, start: int, cut: int, put: bytes) -> None:
    refused_by(loader, SMALL_BYTES[:start] + put + SMALL_BYTES[start + cut :])


@QUICK
@given(st.integers(0, len(SMALL_BYTES)), st.integers(0, 30), st.lists(YAML_PIECES, max_size=3).map("".join))
def test_a_deck_that_is_accepted_says_what_plain_yaml_says(start: int, cut: int, put: str) -> None:
    data = SMALL_BYTES[:start] + put.encode() + SMALL_BYTES[start + cut :]
    if not refused(data):
        deck, plain = parse_deck(data, "x.yaml"), yaml.load(data, Loader=yaml.CSafeLoader)
        assert [card.title for card in deck.cards] == [card["title"].strip() for card in plain["cards"]]
        assert [card.number for card in deck.cards] == [card["number"] for card in plain["cards"]]
        assert [card.id for card in deck.cards] == [card["id"] for card in plain["cards"]]


if __name__ == "__main__":
    costs()
