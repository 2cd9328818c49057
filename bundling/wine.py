"""Windows programs on Linux: Wine in a folder of its own that is thrown away afterwards."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from types import TracebackType

from bundling.pins import BuildError

PATIENCE_SECONDS = 240


class Wine:
    """A Windows of one's own for as long as the ``with`` lasts. home: what holds its drive C."""

    def __init__(self, display: str = "") -> None:
        self.display = display
        self.home = Path()

    def __enter__(self) -> "Wine":
        if not shutil.which("wine"):
            raise BuildError("wine is not installed: apt-get install wine wine64")
        self.home = Path(tempfile.mkdtemp(prefix="tegenwicht-wine-"))
        self.run("wineboot", "--init")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        subprocess.run(["wineserver", "-k"], env=self.environment, check=False, capture_output=True)
        subprocess.run(["wineserver", "-w"], env=self.environment, check=False, capture_output=True)
        shutil.rmtree(self.home, ignore_errors=True)

    @property
    def environment(self) -> dict[str, str]:
        """Of every program that runs in it: no Python of ours, a fixed order of sets, quiet."""
        ours = {
            key: value
            for key, value in os.environ.items()
            if not key.startswith(("PYTHON", "VIRTUAL_ENV", "UV"))
        }
        more = {
            "WINEPREFIX": str(self.home), "WINEDEBUG": "-all", "PYTHONHASHSEED": "0",
            "WINEDLLOVERRIDES": "mscoree,mshtml=", "LC_ALL": "C.UTF-8",
        }  # fmt: skip
        if self.display:
            more["DISPLAY"] = self.display
        else:
            ours.pop("DISPLAY", None)
        return ours | more

    def run(self, *command: str, cwd: Path | None = None, check: bool = True, **env: str) -> str:
        """What a program printed, when it has ended. BuildError when it ends badly or not at all."""
        try:
            done = subprocess.run(
                ["wine", *command], cwd=cwd, env=self.environment | env, text=True, encoding="utf-8",
                errors="replace", stdin=subprocess.PIPE, capture_output=True, timeout=PATIENCE_SECONDS, check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired as error:
            raise BuildError(f"{command[0]} did not end within {PATIENCE_SECONDS} s") from error
        if check and done.returncode:
            raise BuildError(f"{' '.join(command)} ended with {done.returncode}: {done.stdout}{done.stderr}")
        return done.stdout

    def begin(self, *command: str, cwd: Path | None = None, **env: str) -> "subprocess.Popen[str]":
        """Start a program and go on."""
        return subprocess.Popen(
            ["wine", *command], cwd=cwd, env=self.environment | env, text=True, encoding="utf-8", errors="replace",
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip

    def path(self, windows: str) -> Path:
        """Where a path of drive C is here: "users/me" or "C:\\\\users\\\\me"."""
        return self.home / "drive_c" / windows.removeprefix("C:").replace("\\", "/").lstrip("/")
