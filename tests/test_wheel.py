"""What people get: everything the program shows is in the wheel, it starts from there, and it is not large."""

import os
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from packaging.markers import Marker
from packaging.tags import sys_tags
from packaging.utils import parse_wheel_filename

from tegenwicht import __version__

ROOT = Path(__file__).parent.parent
PARTS = ("tegenwicht", "assets", "decks", "pyproject.toml", "README.md", "LICENSE")
NOT_FOR_PLAYING = ("assets/sounds/make_sounds.py", "assets/pictures")
MOST_BYTES = 35_000_000

STARTED = """
import sys
from pathlib import Path
from tegenwicht import paths
from tegenwicht.kit.environment import prepare
prepare()
from tegenwicht.app.loop import App
app = App(Path(sys.argv[1]), size=(800, 600))
app.open()
app.take([])
print(paths.assets(), app.model.deck.title, app.screen.stage.frames > 0, (paths.assets() / "sounds/bell.wav").exists())
app.close()
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project in which someone added a translation and a folder of pictures."""
    place = tmp_path_factory.mktemp("project")
    for name in PARTS:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, place / name)
    for added in ("locale/fy/LC_MESSAGES/tegenwicht.mo", "table/back.svg"):
        (place / "assets" / added).parent.mkdir(parents=True, exist_ok=True)
        (place / "assets" / added).write_bytes(b"new")
    return place


@pytest.fixture(scope="module")
def wheel(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as a wheel."""
    out = tmp_path_factory.mktemp("wheel")
    done = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)],
        cwd=project, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    (found,) = out.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the wheel was unpacked."""
    place = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(place)
    return place


def run_there(installed: Path, *arguments: str) -> str:
    env = os.environ | {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy", "PYTHONPATH": str(installed)}
    done = subprocess.run(
        [sys.executable, *arguments],
        env=env, cwd=installed, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()[-1]


def test_everything_of_assets_and_decks_is_in_the_wheel(project: Path, wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        inside = set(packed.namelist())
    shown = {
        path.relative_to(project).as_posix()
        for folder in ("assets", "decks")
        for path in (project / folder).rglob("*")
        if path.is_file()
    }
    wanted = {f"tegenwicht/{name}" for name in shown if not name.startswith(NOT_FOR_PLAYING)}
    assert "tegenwicht/assets/locale/fy/LC_MESSAGES/tegenwicht.mo" in wanted
    assert wanted - inside == set()
    left_out = ("tests/", *(f"tegenwicht/{name}" for name in NOT_FOR_PLAYING))
    assert not any(name.startswith(left_out) for name in inside)


def test_the_program_starts_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    assert run_there(installed, "-m", "tegenwicht", "--version").startswith(f"tegenwicht {__version__}")
    assert run_there(installed, "-c", STARTED, str(tmp_path / "data")) == (
        f"{installed / 'tegenwicht' / 'assets'} Tegenwicht True True"
    )


# how much is downloaded


def locked() -> dict[str, Any]:
    """The packages of the lock that ``uv run`` keeps, by name."""
    lock = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
    return {one["name"]: one for one in lock["package"]}


def needed(packages: dict[str, Any], name: str) -> Iterator[str]:
    """What a package needs here, and what that needs; without the groups of developers."""
    for one in packages[name].get("dependencies", ()):
        if "marker" not in one or Marker(one["marker"]).evaluate():
            yield one["name"]
            yield from needed(packages, one["name"])


def download(package: dict[str, Any]) -> int:
    """The bytes of the wheel that this machine takes."""
    sizes = {}
    for wheel in package["wheels"]:
        *_, tags = parse_wheel_filename(wheel["url"].rpartition("/")[2])
        sizes |= dict.fromkeys(tags, wheel["size"])
    return int(next(sizes[tag] for tag in sys_tags() if tag in sizes))


def test_playing_downloads_no_more_than_it_needs() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert settings["tool"]["uv"]["default-groups"] == []
    packages = locked()
    names = set(needed(packages, "tegenwicht"))
    assert {"pygame-ce", "fpdf2", "accesskit"} <= names
    assert not names & {"pytest", "mypy", "ruff", "duckdb", "hypothesis", "pygame-gui"}
    assert sum(download(packages[name]) for name in names) <= MOST_BYTES


def test_the_readme_says_the_command_that_is_tested() -> None:
    line = "pip install uv && uv run --group dev pytest"
    for name in ("README.md", ".ci/run"):
        assert line in (ROOT / name).read_text(encoding="utf-8").splitlines()
    assert (
        "pip install uv && uv run tegenwicht" in (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    )
