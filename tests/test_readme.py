"""README.md: what it shows is there, and every command in it is one that the program knows."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tegenwicht.__main__ import main

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"(?m)^uv run tegenwicht (.+)$", TEXT) + re.findall(
    r"`uv run tegenwicht ([^`]+)`", TEXT
)


def test_every_picture_and_page_it_points_at_is_there() -> None:
    for place in re.findall(r"\]\(([^)#]+)\)", TEXT):
        assert (ROOT / place).exists(), place


def test_every_picture_of_the_program_is_shown_somewhere() -> None:
    shown = set(re.findall(r"assets/pictures/([\w-]+\.png)", TEXT))
    assert {one.name for one in (ROOT / "assets/pictures").glob("*.png")} == shown


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_it_names_takes_what_it_is_given(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wrong use ends with 2; here nothing but a file that is not there may be in the way."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    words = shlex.split(command)
    if words[0] in ("demo", "gallery"):
        words.append("--help")
    elif words[0].startswith("--"):
        words.append("--version")
    try:
        code = main(words)
    except SystemExit as end:
        code = int(end.code or 0)
    said = capsys.readouterr()
    assert code in (0, 1), said.err
    assert "Traceback" not in said.err


@pytest.mark.parametrize("words", re.findall(r"python -m ((?:tests|bundling)[\w.]*)", TEXT))
def test_every_module_it_starts_is_there(words: str) -> None:
    place = ROOT / words.replace(".", "/")
    assert place.with_suffix(".py").exists() or (place / "__main__.py").exists() or place.is_dir()


@pytest.mark.parametrize(
    "module", ["bundling", "tests.proof.faults", "tests.proof.access", "tests.proof.ears"]
)
def test_every_module_it_starts_takes_what_it_is_given(module: str) -> None:
    """What stands behind it on its own line, and in the paragraph that tells of it."""
    parts = re.findall(rf"(?s)python -m {re.escape(module)}\b(.*?)(?=\n\n|\n- |$)", TEXT)
    asked = set(re.findall(r"--[a-z-]+", " ".join(parts)))
    asked |= set(re.findall(rf"python -m {re.escape(module)} ([a-z][a-z-]+)", TEXT))
    told = subprocess.run(
        [sys.executable, "-m", module, "--help"], capture_output=True, encoding="utf-8", cwd=ROOT, check=True
    )
    asked.discard("--group")  # of uv, on the next line
    assert asked
    assert not [one for one in asked if not re.search(rf"(?<![\w-]){one}(?![\w-])", told.stdout)]


def test_what_the_tests_need_beyond_python_is_what_ci_fetches() -> None:
    script = (ROOT / ".ci/run").read_text(encoding="utf-8")
    (fetched,) = re.findall(r'(?m)^needed="(.*)"$', script)
    assert f"`apt-get install {fetched}`" in TEXT


def test_ci_runs_what_it_says() -> None:
    script = (ROOT / ".ci/run").read_text(encoding="utf-8")
    run = re.findall(r"(?m)^uv run --group dev python -m (tests\.proof.*)$", script)
    told = re.findall(r"(?m)^- `uv run --group dev python -m (tests\.proof\.\w+)", TEXT)
    assert "the short forms of the first two, and that client" in TEXT
    assert [line.split()[:2] for line in run] == [
        [told[0], "--short"],
        [told[1], "--short"],
        [told[2], "--cached"],
    ]
