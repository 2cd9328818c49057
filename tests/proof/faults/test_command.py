"""The command that lets things go wrong: with tiny numbers it runs, prints its table, and fails when it should."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.proof.faults import command as faults
from tests.proof.faults import files as faults_files
from tests.proof.faults import kept as faults_kept
from tests.proof.faults.player import Did
from tests.proof.table import Row, Verdict, fell_short, judged, lines, unmeasured

ROOT = Path(__file__).parents[3]


def test_the_command_prints_a_row_for_each_thing_it_checked_and_ends_well() -> None:
    command = [sys.executable, "-m", "tests.proof.faults", "--short", "--part", "0.05", "--only", "kills"]
    made = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert made.returncode == 0, made.stdout + made.stderr
    head, _, *rows, last = made.stdout.splitlines()
    assert [cell.strip() for cell in head.split("|")] == ["wat", "hoe vaak", "gemeten", "gevonden", "oordeel"]
    assert sum(row.startswith("gedood (SIGKILL) in ") for row in rows) >= 4
    assert last.startswith("vorm: kort, deel 0.05, zaad 1; ")


def test_what_falls_short_fails_the_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    row = judged("iets", 3, "hier", "1 stap kwijt", good=False)
    monkeypatch.setattr(faults, "from_a_process", lambda *_: [row])
    assert faults.main(["--only", "kills"]) == 1
    assert "TEKORT" in capsys.readouterr().out


def test_a_check_that_breaks_down_falls_short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(faults.CHECKS, "kills", ("there_is_none", 1, 1))
    monkeypatch.setattr(faults, "sys", type("Sys", (), {"executable": "/bin/false"}))
    (row,) = faults.from_a_process("kills", [])
    assert row.verdict is Verdict.SHORT
    assert "eindigde met 1" in row.found


def test_what_cannot_be_measured_is_said_and_is_no_failure() -> None:
    row = unmeasured("een beamer", "hier is er geen")
    assert not fell_short([row])
    assert "niet gemeten" in lines([row])[-1]
    assert Row.from_json(row.as_json()) == row


def test_an_event_that_is_gone_or_is_another_counts_as_lost() -> None:
    known = faults_kept.as_confirmed([Did("a", 0, "x", True), Did("a", 1, "y", True), Did("b", 0, "z", True)])
    found = faults_kept.Found({("a", 0): "x", ("a", 1): "anders"}, [], [], 0)
    assert faults_kept.lost(known, found) == 2


def kinds_of_trouble() -> Iterator[tuple[object, str]]:
    yield (lambda _: 1 / 0), "ZeroDivisionError"
    yield (lambda _: bool(b"x" * 2**28)), "te veel geheugen"
    yield (lambda data: data == b"goed"), ""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is read as Linux tells it")
@pytest.mark.parametrize(("read", "why"), list(kinds_of_trouble()))
def test_a_reader_that_breaks_or_takes_too_much_is_found_out(read: object, why: str) -> None:
    found = faults_files.tried(read, b"goed")  # type: ignore[arg-type]
    assert found.why.startswith(why) if why else not found.why


def test_the_smallest_file_that_still_fails_is_found() -> None:
    def broken(data: bytes) -> bool:
        raise ValueError if b"!" in data else TypeError

    kind = faults_files.Kind("proef", (b"",), (), broken)
    said = faults_files.smallest(kind, b"veel ervoor ! veel erna", "ValueError: ")
    assert said.startswith("kleinste b'!'")
    Path(said.rpartition(" in ")[2]).unlink()
