"""The command that lets things go wrong: with tiny numbers it runs, prints its table, and fails when it should."""

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.proof.faults import command as faults
from tests.proof.faults import files as faults_files
from tests.proof.faults import inputs
from tests.proof.faults import kept as faults_kept
from tests.proof.faults.player import Did, Life
from tests.proof.table import Row, Verdict, fell_short, judged, lines, unmeasured

ROOT = Path(__file__).parents[3]


def test_the_command_prints_a_row_for_each_thing_it_checked_and_ends_well() -> None:
    command = [sys.executable, "-m", "tests.proof.faults", "--short", "--part", "0.05", "--only", "kills"]
    made = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600)
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


GOOD, SHORT = (judged("iets", 1, "", "", good) for good in (True, False))


def breaking(monkeypatch: pytest.MonkeyPatch, *times: faults.Done) -> None:
    """Let a check come to these, one after the other."""
    come = iter(times)
    monkeypatch.setattr(faults, "carried_out", lambda *_: next(come))


def test_a_check_that_breaks_down_twice_falls_short(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(faults, "sys", type("Sys", (), {"executable": "/bin/false"}))
    (row,) = faults.from_a_process("kills", [])
    assert row.verdict is Verdict.SHORT
    assert row.found.count("eindigde met 1") == 2
    assert capsys.readouterr().out.count("de proef kills brak zelf af: eindigde met 1") == 2


def test_a_check_that_breaks_down_once_is_carried_out_again_and_the_table_tells_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    why = ["Traceback", "  in desktop", "RuntimeError: no window"]
    breaking(monkeypatch, faults.Done([GOOD], "eindigde met 1: no window", why), faults.Done([GOOD], "", []))
    good, itself = faults.from_a_process("window", [])
    assert good == GOOD and not fell_short([good, itself])
    assert itself.verdict is Verdict.UNMEASURED
    assert "brak de eerste keer zelf af" in itself.found and "no window" in itself.found
    assert "  in desktop" in capsys.readouterr().out


def test_what_fell_short_before_a_check_broke_down_falls_short(monkeypatch: pytest.MonkeyPatch) -> None:
    breaking(monkeypatch, faults.Done([SHORT], "eindigde met 1", []), faults.Done([GOOD], "", []))
    assert fell_short(faults.from_a_process("window", []))


def test_a_program_that_ends_by_itself_falls_short_and_is_not_tried_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def check(_times: int, seed: int) -> Iterator[Row]:
        with tempfile.TemporaryDirectory() as room, Life(Path(room), "peeling", seed) as life:
            life.opened()
            life.process.kill()
            life.ask("state")
        yield GOOD

    monkeypatch.setattr(faults, "import_module", lambda _: SimpleNamespace(check=check))
    assert faults.main(["--only", "kills", "--rows"]) == 0
    (row,) = [Row.from_json(line[4:]) for line in capsys.readouterr().out.splitlines()]
    assert row.verdict is Verdict.SHORT
    assert row.found == "bij 'state' eindigde het programma met -9"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="threads are told of as Linux does")
def test_of_a_check_that_takes_for_ever_it_is_told_where_it_stood(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    script = tmp_path / "stuck"
    script.write_text("#!/bin/sh\nexec sleep 99\n")
    script.chmod(0o755)
    monkeypatch.setattr(faults, "sys", SimpleNamespace(executable=str(script)))
    monkeypatch.setattr(faults, "MOST_SECONDS", 1.0)
    assert faults.carried_out("kills", ["--short"]).broke.startswith("kwam in 1 s niet klaar")
    assert re.search(r"thread \d+ (sleep|stuck|sh): ", capsys.readouterr().out)


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


def test_memory_that_a_bare_window_loses_too_is_no_growth_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fifty pieces with twenty windows each; of one MiB and a half a piece a bare window explains 1.2."""
    memory = [120 + 1.5 * piece for piece in range(50)]
    for loss, verdict in ((0.06, Verdict.GOOD), (0.0, Verdict.SHORT)):
        opened = [20 * (piece + 1) for piece in range(50)]
        found = {"reached": {}, "memory": memory, "opened": opened}
        monkeypatch.setattr(inputs, "run", lambda *_, found=found: (0, [], found))
        monkeypatch.setattr(inputs, "lost_by_opening", lambda _, loss=loss: loss)
        *_, row = inputs.rows("in een venster", 100_000, 1, {}, "--window")
        assert row.verdict is verdict, row
