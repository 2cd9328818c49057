"""The command line, as processes: what it prints, where, and with which exit code."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pygame
import pytest

from tegenwicht import __version__, paths
from tegenwicht.__main__ import main
from tegenwicht.cli import play
from tests.pilot import TO_THE_TABLE, Pilot

ROOT = Path(__file__).parent.parent
SHIPPED = str(paths.decks() / "tegenwicht.yaml")
NO_SCREEN = (
    "Tegenwicht heeft een scherm nodig en vindt er geen. Zonder scherm kan: tegenwicht demo --out MAP\n"
)
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER", "SDL_VIDEO_DRIVER")
BAD_DECK = """\
id: proef
title: Proef
language: nl
version: 1
sources: ["Een bron"]
cards:
  - id: een
    number: 1
    cluster: klant
    title: Een titel
    question: "Hoe weeg je dit?"
    deeper: ["Wat zag je?", "Wat deed je?"]
    counterweight: "Wat als het andersom was?"
    source: praktijk
"""


def tegenwicht(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program without a screen, as its user would from a terminal."""
    env = {name: value for name, value in os.environ.items() if name not in SCREENS}
    env |= {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "COLUMNS": "100"} | environment
    return subprocess.run(
        [sys.executable, "-m", "tegenwicht", *arguments],
        env=env, capture_output=True, text=True, timeout=300, check=False, encoding="utf-8",
    )  # fmt: skip


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    """A deck with a mistake on line 9, column 14."""
    path = tmp_path / "fout.yaml"
    path.write_text(BAD_DECK, encoding="utf-8")
    return path


# check


def test_check_says_that_a_deck_is_well_and_how_many_cards_each_cluster_has() -> None:
    done = tegenwicht("check", SHIPPED)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        f"{SHIPPED}: in orde, 60 kaarten: Beroep 10, Cliënt 10, Werkgever 10, Organisatie 10, "
        "Wet & beleid 10, Professional zelf 10\n"
    )


def test_check_names_file_line_and_column_of_every_problem(bad: Path) -> None:
    bad.write_text(BAD_DECK.replace("version: 1", "version: een"), encoding="utf-8")
    done = tegenwicht("check", str(bad))
    lines = done.stdout.splitlines()
    assert (done.returncode, done.stderr) == (1, "")
    assert [line.removeprefix(f"{bad}").split(": ")[0] for line in lines] == [":4:10", ":9:14"]
    assert '"klant"' in lines[1]
    assert "verwacht een van" in lines[1]


def test_check_looks_at_several_files_and_fails_when_one_does(bad: Path, tmp_path: Path) -> None:
    missing = tmp_path / "er-is-niets.yaml"
    done = tegenwicht("check", str(bad), SHIPPED, str(missing), str(tmp_path))
    starts = [line.split(": ")[0] for line in done.stdout.splitlines()]
    assert (done.returncode, done.stderr) == (1, "")
    assert starts == [f"{bad}:9:14", SHIPPED, f"{missing}:1:1", f"{tmp_path}:1:1"]


# wrong use, help, version


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--wat"], "tegenwicht: dit ken ik niet: --wat\n"),
        (["--full"], "tegenwicht: dit ken ik niet: --full\n"),
        (["kaart"], "tegenwicht: BESTAND: dit ken ik niet: kaart\n"),
        (["--deck"], "tegenwicht: geef een waarde bij --deck\n"),
        (["--version=3"], "tegenwicht: bij --version hoort geen waarde; gevonden '3'\n"),
        (
            ["--shuffle", "0"],
            "tegenwicht: --shuffle: verwacht een heel getal van 1 tot 999999; gevonden '0'\n",
        ),
        (
            ["--shuffle", "²"],
            "tegenwicht: --shuffle: verwacht een heel getal van 1 tot 999999; gevonden '²'\n",
        ),
        (
            ["--size", "²x4"],
            "tegenwicht: --size: verwacht BREEDTExHOOGTE van 320x240 tot 16384x16384, zoals 1280x800; "
            "gevonden '²x4'\n",
        ),
        (
            ["--shuffle", "9" * 5000],
            f"tegenwicht: --shuffle: verwacht een heel getal van 1 tot 999999; gevonden '{'9' * 60}'\n",
        ),
        (
            ["gallery", "--out", "uit", "--theme", "paars"],
            "tegenwicht gallery: --theme: verwacht light, dark, contrast; gevonden 'paars'\n",
        ),
        (["check"], "tegenwicht check: er ontbreekt: BESTAND\n"),
        (["demo"], "tegenwicht demo: er ontbreekt: --out\n"),
    ],
)
def test_wrong_use_exits_with_2_and_says_in_dutch_what_is_wrong(arguments: list[str], words: str) -> None:
    done = tegenwicht(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Gebruik: tegenwicht")
    assert done.stderr.endswith(words)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--data-dir", ""], ["--data-dir", " "], [""], ["--deck", ""], ["--data-dir=", "report"], ["check", ""],
        ["report", "--data-dir", ""], ["import", "", "--data-dir", "uit"], ["export", "--all", ""], ["print", "--to", ""],
        ["demo", "--out", ""], ["gallery", "--out", ""], ["convert", "", "uit.csv"],
    ],
)  # fmt: skip
def test_a_name_of_nothing_is_refused_and_nothing_is_made_where_one_is(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 2
    said = capsys.readouterr().err.splitlines()[-1]
    assert said.endswith(
        'verwacht de naam van een bestand of map, "." voor de map waar je bent; gevonden niets'
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "command", [[], ["check"], ["demo"]], ids=lambda command: " ".join(command) or "play"
)
def test_the_help_is_dutch(command: list[str]) -> None:
    done = tegenwicht(*command, "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Gebruik: tegenwicht")
    assert not re.search(r"\b(usage|options|show|arguments|the)\b", done.stdout)


def test_a_mistyped_command_is_no_file_to_open() -> None:
    done = tegenwicht("chekc")
    assert (done.returncode, done.stdout) == (2, "")
    assert "dit ken ik niet: chekc" in done.stderr


def test_a_file_can_be_named_where_the_folder_one_is_in_was_removed(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> str:
        raise FileNotFoundError

    monkeypatch.setattr(os, "getcwd", gone)
    assert play.parser(()).parse_args(["kaarten.yaml"]).file == Path("kaarten.yaml")


def test_the_version_is_that_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert __version__ == project["version"]
    said = tegenwicht("--version").stdout
    assert said.startswith(f"tegenwicht {__version__} (Python 3.")
    assert f"pygame-ce {pygame.version.ver}" in said


def test_the_installed_command_is_the_same_as_python_m() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["scripts"] == {"tegenwicht": "tegenwicht.__main__:run"}
    installed = shutil.which("tegenwicht", path=str(Path(sys.executable).parent))
    if installed is None:
        pytest.skip("not installed here; the entry point is as it should be")
    for arguments in (["--version"], ["--help"], ["check", SHIPPED], ["--wat"]):
        there = subprocess.run(
            [installed, *arguments], capture_output=True, text=True, check=False, encoding="utf-8",
            env=os.environ | {"PYTHONUTF8": "1", "COLUMNS": "100"},
        )  # fmt: skip
        here = tegenwicht(*arguments)
        assert (there.returncode, there.stdout) == (here.returncode, here.stdout)


# without a screen


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a screen")
@pytest.mark.parametrize(
    "environment",
    [{}, {"SDL_VIDEODRIVER": "dummy"}, {"SDL_VIDEODRIVER": "offscreen"}, {"DISPLAY": ":987"}],
    ids=["nothing set", "dummy", "offscreen", "a display that is not there"],
)
def test_without_a_screen_it_says_so_in_one_line_that_names_the_demo(
    environment: dict[str, str], tmp_path: Path
) -> None:
    data = tmp_path / "data"
    done = tegenwicht("--data-dir", str(data), XDG_RUNTIME_DIR=str(tmp_path), **environment)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", NO_SCREEN)
    assert not data.exists()


def test_the_demo_leaves_pictures_of_the_asked_size_that_show_something(tmp_path: Path) -> None:
    out = tmp_path / "nieuw" / "plaatjes"
    done = tegenwicht("demo", "--out", str(out), "--size", "800x600", SDL_VIDEODRIVER="dummy")
    pictures = sorted(out.iterdir())
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"{len(pictures)} plaatjes in {out}\n"
    assert len(pictures) > 10
    for path in pictures:
        picture = pygame.image.load(str(path))
        assert picture.get_size() == (800, 600)
        assert not is_blank(picture), path


def is_blank(picture: pygame.Surface) -> bool:
    """Whether there is hardly anything to see: few colours, or one that fills nearly all of it."""
    width, height = picture.get_size()
    seen = [tuple(picture.get_at((x, y))) for x in range(0, width, 8) for y in range(0, height, 8)]
    commonest = max(seen.count(colour) for colour in set(seen))
    return len(set(seen)) < 10 or commonest > 0.97 * len(seen)


def test_the_demo_says_in_a_sentence_when_it_cannot_leave_its_pictures(tmp_path: Path) -> None:
    (tmp_path / "bestand").touch()
    (tmp_path / "map" / "01-start.png").mkdir(parents=True)
    for name in ("bestand", "map"):
        done = tegenwicht("demo", "--out", str(tmp_path / name), "--size", "640x480", SDL_VIDEODRIVER="dummy")
        assert done.returncode == 1
        assert str(tmp_path / name) in done.stdout + done.stderr
        assert "Traceback" not in done.stderr


# what is told on the screen


def test_a_file_in_the_place_of_the_data_folder_is_told_and_play_goes_on(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("geen map\n")
    with Pilot(tmp_path / "data") as pilot:
        assert str(tmp_path / "data") in pilot.text()
        while pilot.can("Begrepen"):
            pilot.press("Begrepen")  # one piece of news at a time
        assert "nog niet bewaard" in pilot.text()
        pilot.press(*TO_THE_TABLE, "Laat het lot kiezen", "Klaar")
        assert pilot.said == "Deelnemer 2 is aan de beurt"
        assert pilot.tally()["Wet & beleid"] == [(1, 0)]
    assert (tmp_path / "data").read_text() == "geen map\n"


def test_a_bad_deck_is_told_with_its_place_and_the_shipped_deck_plays(bad: Path, tmp_path: Path) -> None:
    with Pilot(tmp_path / "data", deck=bad) as pilot:
        assert f"Deze kaartset kan niet open:\n{bad}:9:14: " in pilot.text()
        assert "Kaartset Tegenwicht · 60 kaarten" in pilot.text()
        pilot.press("Begrepen")
        assert str(bad) not in pilot.text()
        pilot.press(*TO_THE_TABLE, "Laat het lot kiezen")
        assert re.match(r"Kaart \d+, ", pilot.said)
