"""Random input, a little of it each time. For a long run: python -m tests.fuzz --count 100000 --seed 1"""

from collections.abc import Sequence

import pytest

from tests import fuzz
from tests.fuzz import Input

SEED, COUNT = 7, 600


def test_no_input_brings_the_app_down_and_the_journal_says_what_is_on_the_table() -> None:
    failed = fuzz.play(fuzz.inputs(SEED, COUNT))
    assert failed is None, f"{failed}; python -m tests.fuzz --seed {SEED} --count {COUNT} finds the shortest"


def test_the_same_seed_gives_the_same_inputs() -> None:
    assert fuzz.inputs(3, 50) == fuzz.inputs(3, 50) != fuzz.inputs(4, 50)
    assert fuzz.inputs(3, 60)[:50] == fuzz.inputs(3, 50)


def fails_after_w_and_f1(given: Sequence[Input], *_: object) -> tuple[int, str] | None:
    """Stands in for the app: falls over at F1 when W was pressed before."""
    for number, one in enumerate(given):
        if one == ("key", "f1") and ("key", "w") in given[:number]:
            return number, "ValueError: the second one at app.py:1"
    return None


def test_a_failure_is_made_as_short_as_it_can_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzz, "play", fails_after_w_and_f1)
    many = [*fuzz.inputs(1, 60), ("key", "w"), *fuzz.inputs(2, 60), ("key", "f1"), *fuzz.inputs(3, 60)]
    failed = fuzz.play(many)
    assert failed is not None
    assert fuzz.shortest(many[: failed[0] + 1], failed[1]) == [("key", "w"), ("key", "f1")]


def test_the_command_prints_the_seed_and_the_shortest_list(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(fuzz, "play", fails_after_w_and_f1)
    assert fuzz.main(["--count", "3000", "--seed", "11", "--piece", "600"]) == 1
    told = capsys.readouterr().out.splitlines()
    assert told[-3].startswith("shortest list for seed ")
    assert told[-2:] == ["    ('key', 'w'),", "    ('key', 'f1'),"]


def test_a_fault_inside_the_app_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> list[object]:
        raise RuntimeError("an arrow too many")

    monkeypatch.setattr("tegenwicht.screens.shell.intent.for_wheel", broken)
    failed = fuzz.play([("key", "tab"), ("wheel", 0.5, 0.5, 1), ("key", "tab")])
    assert failed is not None
    assert failed[0] == 1
    assert failed[1].startswith("RuntimeError: an arrow too many at ")
