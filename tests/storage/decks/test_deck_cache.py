"""A deck that was read before is the same deck; one that changed, or a spoilt copy, is read anew."""

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

from tegenwicht import paths
from tegenwicht.storage.decks.cache import forget_deck, keep_deck, kept_deck
from tegenwicht.storage.decks.reader import read_deck

SHIPPED = sorted(paths.decks().glob("*.yaml"))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_kept_deck_is_the_deck_that_was_read(path: Path, tmp_path: Path) -> None:
    deck = read_deck(path)
    keep_deck(path, tmp_path, deck)
    assert kept_deck(path, tmp_path) == deck


def test_a_deck_never_read_is_not_kept(tmp_path: Path) -> None:
    assert kept_deck(SHIPPED[0], tmp_path) is None


def test_a_deck_that_changed_is_read_anew(tmp_path: Path) -> None:
    path = tmp_path / "kaarten.yaml"
    path.write_bytes(SHIPPED[0].read_bytes())
    keep_deck(path, tmp_path, read_deck(path))
    path.write_bytes(path.read_bytes() + b"# een regel erbij\n")
    assert kept_deck(path, tmp_path) is None


def test_a_deck_that_is_gone_is_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "kaarten.yaml"
    path.write_bytes(SHIPPED[0].read_bytes())
    keep_deck(path, tmp_path, read_deck(path))
    path.unlink()
    assert kept_deck(path, tmp_path) is None


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _data: b"",
        lambda _data: b"[" * 100_000,
        lambda data: data[:500],
        lambda data: data.replace(b'"client"', b'"klant"'),
        lambda data: data.replace(b'"deck": ["', b'"deck": [7, "'),
        lambda data: re.sub(rb', (\d+), \["', rb', "\1", ["', data, count=1),
        lambda _data: b'{"of": 1}',
        lambda _data: b"\xff\xfe",
    ],
)
def test_a_spoilt_copy_is_not_used(spoil, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    path = SHIPPED[-1]
    keep_deck(path, tmp_path, read_deck(path))
    (copy,) = (tmp_path / "gelezen").iterdir()
    copy.write_bytes(spoil(copy.read_bytes()))
    assert kept_deck(path, tmp_path) is None


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_deck_of_the_program_is_kept(path: Path, tmp_path: Path) -> None:
    keep_deck(path, tmp_path, read_deck(path))
    assert kept_deck(path, tmp_path) == read_deck(path)


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Een\ntwee"}, {"title": ""}, {"title": "a" * 61}, {"question": "w" * 41}, {"number": 0},
        {"number": 10_000}, {"id": "Niet goed"}, {"id": "a--b"}, {"deeper": ("a", "b", "c", "d")},
        {"other_side": "a\tb"}, {"explanation": "x" * 241}, {"title": "\u202eomgekeerd"}, {"rank": None, "source": "tabel"},
    ],
    ids=str,
)  # fmt: skip
def test_a_copy_of_what_no_deck_can_be_is_not_used(change: dict[str, object], tmp_path: Path) -> None:
    path = SHIPPED[0]
    deck = read_deck(path)
    first, *rest = deck.cards
    wrong = replace(deck, cards=(replace(first, **change), *rest))  # type: ignore[arg-type]
    keep_deck(path, tmp_path, wrong)
    assert kept_deck(path, tmp_path) is None


def test_nor_is_a_copy_with_two_cards_of_one_number(tmp_path: Path) -> None:
    deck = read_deck(SHIPPED[0])
    first, second, *rest = deck.cards
    keep_deck(SHIPPED[0], tmp_path, replace(deck, cards=(first, replace(second, number=first.number), *rest)))
    assert kept_deck(SHIPPED[0], tmp_path) is None


@pytest.mark.parametrize(
    "change",
    [{"title": "a\nb"}, {"language": "Nederlands"}, {"version": 0}, {"sources": ()}, {"cards": ()}],
    ids=str,
)
def test_nor_is_a_copy_of_a_deck_that_is_wrong_as_a_whole(change: dict[str, object], tmp_path: Path) -> None:
    keep_deck(SHIPPED[0], tmp_path, replace(read_deck(SHIPPED[0]), **change))  # type: ignore[arg-type]
    assert kept_deck(SHIPPED[0], tmp_path) is None


def test_what_is_kept_is_the_users_alone(tmp_path: Path) -> None:
    keep_deck(SHIPPED[0], tmp_path, read_deck(SHIPPED[0]))
    (copy,) = (tmp_path / "gelezen").iterdir()
    assert os.stat(copy).st_mode & 0o777 == 0o600


def test_a_folder_that_cannot_be_made_costs_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "map").write_bytes(b"")
    keep_deck(SHIPPED[0], tmp_path / "map", read_deck(SHIPPED[0]))
    assert kept_deck(SHIPPED[0], tmp_path / "map") is None


def test_a_deck_that_is_forgotten_is_nowhere_in_the_folder(tmp_path: Path) -> None:
    keep_deck(SHIPPED[0], tmp_path, read_deck(SHIPPED[0]))
    forget_deck(SHIPPED[0], tmp_path)
    forget_deck(SHIPPED[1], tmp_path)  # was never kept
    assert list((tmp_path / "gelezen").iterdir()) == []
