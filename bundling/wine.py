"""Windows programs on Linux: Wine in a folder of its own that is thrown away afterwards."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from types import TracebackType

from bundling.pins import BuildError

PATIENCE_SECONDS = 1200
_WITHOUT_NETWORK = ("unshare", "--net") if os.geteuid() == 0 else ("unshare", "--map-root-user", "--net")


class Wine:
    """A Windows of one's own for as long as the ``with`` lasts. home: what holds its drive C.

    display: the X screen for its windows; without one nothing can open a window. network: without, its programs
    run where there is none at all.
    """

    def __init__(self, display: str = "", network: bool = True) -> None:
        self.display = display
        self.home = Path()
        self._apart = () if network else _WITHOUT_NETWORK

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
        code, printed, complained = self._ended(command, cwd, env)
        if check and code:
            raise BuildError(f"{' '.join(command)} ended with {code}: {printed}{complained}")
        return printed

    def ended(self, *command: str, cwd: Path | None = None, **env: str) -> tuple[int, str]:
        """How a program ended, and all that it said."""
        code, printed, complained = self._ended(command, cwd, env)
        return code, printed + complained

    def _ended(self, command: tuple[str, ...], cwd: Path | None, env: dict[str, str]) -> tuple[int, str, str]:
        try:
            done = subprocess.run(
                [*self._apart, "wine", *command], cwd=cwd, env=self.environment | env, text=True, encoding="utf-8",
                errors="replace", stdin=subprocess.PIPE, capture_output=True, timeout=PATIENCE_SECONDS, check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired as error:
            raise BuildError(f"{command[0]} did not end within {PATIENCE_SECONDS} s") from error
        return done.returncode, done.stdout, done.stderr

    def begin(self, *command: str, cwd: Path | None = None, **env: str) -> "subprocess.Popen[str]":
        """Start a program and go on."""
        return subprocess.Popen(
            [*self._apart, "wine", *command], cwd=cwd, env=self.environment | env, text=True, encoding="utf-8",
            errors="replace", stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip

    def end(self, program: str) -> None:
        """End every program of that name at once, as when the power goes."""
        self.run("taskkill", "/F", "/IM", program, check=False)

    def set(self, key: str, name: str, value: str, kind: str = "REG_SZ") -> None:
        """Put a value in the registry, below HKEY_CURRENT_USER."""
        self.run("reg", "add", f"HKCU\\{key}", "/v", name, "/t", kind, "/d", value, "/f")

    def unset(self, key: str, name: str) -> None:
        """Take a value out of the registry again."""
        self.run("reg", "delete", f"HKCU\\{key}", "/v", name, "/f", check=False)

    @property
    def local(self) -> Path:
        """Where %LOCALAPPDATA% is here."""
        return self.path(self.run("cmd", "/c", "echo %LOCALAPPDATA%").strip())

    def path(self, windows: str) -> Path:
        """Where a path of drive C is here: "users/me" or "C:\\\\users\\\\me"."""
        return self.home / "drive_c" / windows.removeprefix("C:").replace("\\", "/").lstrip("/")
