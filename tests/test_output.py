"""What the program says reaches whoever listens, in whatever encoding, and does no harm there."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tegenwicht.__main__ import main
from tegenwicht.cli.output import fitting
from tests.test_command_line import BAD_DECK, ROOT, tegenwicht

GOOD_DECK = BAD_DECK.replace("klant", "client")
ARROW = GOOD_DECK.replace("title: Proef", "title: Łukasz → één ✓")
ENCODINGS = ("utf-8", "cp1252", "cp850", "ascii", "latin-1", "iso8859-15", "utf-16")


def written(folder: Path, text: str, name: str = "kaarten.yaml") -> str:
    (folder / name).write_text(text, "utf-8")
    return str(folder / name)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_what_is_made_is_told_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    deck = written(tmp_path, ARROW)
    for arguments in (("check", deck), ("convert", deck, str(tmp_path / f"{encoding}.csv"))):
        env = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
        done = subprocess.run(
            [sys.executable, "-m", "tegenwicht", *arguments],
            env=env,
            capture_output=True,
            timeout=300,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert "kaart" in done.stdout.decode(encoding)
        assert b"Traceback" not in done.stderr
    assert (tmp_path / f"{encoding}.csv").stat().st_size


def test_what_is_wrong_is_told_in_an_old_encoding_too(tmp_path: Path) -> None:
    deck = written(tmp_path, GOOD_DECK.replace("number: 1", "number: één →"))
    env = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    done = subprocess.run(
        [sys.executable, "-m", "tegenwicht", "check", deck],
        env=env,
        capture_output=True,
        timeout=300,
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, b"")
    assert 'gevonden "één ->"' in done.stdout.decode("cp1252")


@pytest.mark.parametrize(
    ("text", "encoding", "told"),
    [
        ("één → twee", "utf-8", "één → twee"),
        ("één → twee", "cp1252", "één -> twee"),
        ("Łukasz ‑ “zó”", "cp1252", "?ukasz - “zó”"),
        ("één “zó” …", "ascii", 'een "zo" ...'),
        ("een\x1b[2Jtwee\r\nweg\x07", "utf-8", "een<U+001B>[2Jtwee<U+000D>\nweg<U+0007>"),
        ("\x9b31m \u202e \u200b", "utf-8", "<U+009B>31m <U+202E> <U+200B>"),
        (os.fsdecode(b"na\xffam"), "utf-8", "na<U+DCFF>am"),
        ("gewoon\n\tmeer", "ascii", "gewoon\n\tmeer"),
    ],
)
def test_a_sign_that_cannot_be_shown_becomes_the_nearest_or_its_number(
    text: str, encoding: str, told: str
) -> None:
    assert fitting(text, encoding) == told


def test_a_closed_pipe_ends_nothing_but_the_talking(tmp_path: Path) -> None:
    deck = written(tmp_path, GOOD_DECK)
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "tegenwicht", "convert", deck, str(tmp_path / "uit.csv")],
        env=env, stdout=writer, stderr=subprocess.PIPE, timeout=300, check=False,
    )  # fmt: skip
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")
    assert (tmp_path / "uit.csv").stat().st_size


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
@pytest.mark.parametrize("what", ["check", "--help", "--version", "report --help"])
def test_output_that_cannot_be_written_is_told_in_one_line(tmp_path: Path, what: str) -> None:
    arguments = ["check", written(tmp_path, GOOD_DECK)] if what == "check" else what.split()
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "tegenwicht", *arguments],
            env=os.environ | {"PYTHONPATH": str(ROOT)}, stdout=full, stderr=subprocess.PIPE, timeout=300, check=False,
            text=True,
        )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.startswith("Niet alles kon worden geschreven: ") and done.stderr.count("\n") == 1


def test_without_a_console_nothing_is_said_and_all_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert main(["convert", written(tmp_path, GOOD_DECK), str(tmp_path / "uit.csv")]) == 0
    assert sys.stdout is None


def test_a_name_that_is_no_utf_8_is_read_and_told(tmp_path: Path) -> None:
    name = os.fsdecode(b"kaarten-\xff\x1b[31m.yaml")
    done = tegenwicht("check", written(tmp_path, GOOD_DECK, name))
    assert done.returncode == 0
    assert "kaarten-<U+DCFF><U+001B>[31m.yaml: in orde, 1 kaart:" in done.stdout
    assert tegenwicht("check", str(tmp_path / os.fsdecode(b"\xfe"))).returncode == 1


def test_where_the_sessions_are_may_be_told_before_the_command(tmp_path: Path) -> None:
    told = [
        tegenwicht(*words).stderr
        for words in (
            ("report", "--data-dir", str(tmp_path)),
            ("--data-dir", str(tmp_path), "report"),
            (f"--data-dir={tmp_path}", "report"),
        )
    ]
    assert told[0] == told[1] == told[2] == f"In de map {tmp_path} staan geen sessies.\n"


def test_a_pattern_that_no_shell_filled_in_stands_for_its_files(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yaml", "c.txt"):
        written(tmp_path, GOOD_DECK, name)
    done = tegenwicht("check", str(tmp_path / "*.yaml"))
    assert [Path(line.split(": ")[0]).name for line in done.stdout.splitlines()] == ["a.yaml", "b.yaml"]
    assert "niet gevonden" in tegenwicht("check", str(tmp_path / "*.xlsx")).stdout
    odd = written(tmp_path, GOOD_DECK, "[b].yaml")
    assert tegenwicht("check", odd).stdout.startswith(f"{odd}: in orde")
    assert tegenwicht("convert", str(tmp_path / "a.*"), str(tmp_path / "uit.csv")).returncode == 0


def test_printing_keeps_what_a_stream_has() -> None:
    from tegenwicht.cli.output import guarded

    before, sys.stdout = sys.stdout, io.StringIO()
    try:
        with guarded():
            print("één", end="")
        assert sys.stdout.getvalue() == "één"
    finally:
        sys.stdout = before
