"""A screen that nobody sees, to try packages on: keys go in, pictures come out."""

import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType

from bundling.pins import BuildError

NEEDED = {"Xvfb": "xvfb", "openbox": "openbox", "xdotool": "xdotool", "import": "imagemagick"}
PATIENCE_SECONDS = 60.0


class Screen:
    """An X screen with a window manager for as long as the ``with`` lasts. display: its name, ":5"."""

    def __init__(self, size: str = "1280x800") -> None:
        self.size, self.display = size, ""
        self._running: list[subprocess.Popen[str]] = []

    def __enter__(self) -> "Screen":
        missing = [package for program, package in NEEDED.items() if not shutil.which(program)]
        if missing:
            raise BuildError(f"not installed: apt-get install {' '.join(missing)}")
        read, write = os.pipe()
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{self.size}x24", "-nolisten", "tcp"]
        quiet = subprocess.DEVNULL
        server = subprocess.Popen(command, pass_fds=[write], stdout=quiet, stderr=quiet, text=True)
        os.close(write)
        with os.fdopen(read) as told:
            self.display = f":{told.readline().strip()}"
        manager = subprocess.Popen(["openbox"], env=self.environment, stdout=quiet, stderr=quiet, text=True)
        self._running = [manager, server]
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for one in self._running:
            one.terminate()
            one.wait(10)

    @property
    def environment(self) -> dict[str, str]:
        """For programs that are to be seen on it."""
        return os.environ | {"DISPLAY": self.display}

    def _xdotool(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["xdotool", *words], env=self.environment, text=True, capture_output=True, check=False
        )

    def wait_for(self, title: str = "Tegenwicht") -> float:
        """Until a window with that in its title is there and has the keyboard; the seconds it took."""
        began = time.monotonic()
        while time.monotonic() - began < PATIENCE_SECONDS:
            found = self._xdotool("search", "--onlyvisible", "--name", title).stdout.split()
            if found:
                took = time.monotonic() - began
                self._xdotool("windowactivate", "--sync", found[0])
                return took
            time.sleep(0.05)
        raise BuildError(f"no window with {title!r} in its title within {PATIENCE_SECONDS:.0f} s")

    def keys(self, *names: str, pause: float = 0.5) -> None:
        """Press keys, by xdotool's names, one after the other."""
        for name in names:
            self._xdotool("key", "--clearmodifiers", name)
            time.sleep(pause)

    def write(self, words: str) -> None:
        """Type words."""
        self._xdotool("type", "--delay", "40", words)
        time.sleep(0.5)

    def title(self) -> str:
        """Of the window that has the keyboard."""
        return self._xdotool("getactivewindow", "getwindowname").stdout.strip()

    def colours(self) -> int:
        """How many colours are on it: an empty window has few."""
        with tempfile.TemporaryDirectory() as folder:
            picture = self.shot(Path(folder) / "shot.png")
            command = ["identify", "-format", "%k", str(picture)]
            done = subprocess.run(command, text=True, capture_output=True, check=True)
        return int(done.stdout)

    def shot(self, out: Path) -> Path:
        """A picture of all of it."""
        subprocess.run(["import", "-window", "root", str(out)], env=self.environment, check=True)
        return out
