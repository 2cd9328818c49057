"""A screen that nobody sees, to try packages on: keys go in, pictures come out."""

import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType

from bundling import manager
from bundling.pins import BuildError

NEEDED = {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "wmctrl": "wmctrl",
    "import": "imagemagick",
}
PATIENCE_SECONDS = 60.0


class Screen:
    """An X screen with a window manager for as long as the ``with`` lasts. display: its name, ":5"."""

    def __init__(self, size: str = "1280x800") -> None:
        self.size, self.display = size, ""
        self._running: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> "Screen":
        missing = [package for program, package in NEEDED.items() if not shutil.which(program)]
        if missing:
            raise BuildError(f"not installed: apt-get install {' '.join(missing)}")
        read, write = os.pipe()
        command = [
            "Xvfb",
            "-displayfd",
            str(write),
            "-screen",
            "0",
            f"{self.size}x24",
            "-noreset",
            "-nolisten",
            "tcp",
        ]
        quiet = subprocess.DEVNULL
        server = subprocess.Popen(command, pass_fds=[write], stdout=quiet, stderr=quiet)
        self._running = [server]
        os.close(write)
        with os.fdopen(read) as told:
            self.display = f":{told.readline().strip()}"
        try:
            self._running.insert(0, manager.start(self.environment))
        except RuntimeError:
            server.terminate()
            server.wait()
            raise
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

    def _printed(self, *command: str) -> str:
        return subprocess.run(
            command, env=self.environment, text=True, capture_output=True, check=False, errors="replace"
        ).stdout

    def windows(self) -> dict[int, str]:
        """The title of every window, by its number.

        By wmctrl: xdotool cannot read every title.
        """
        lines = [line.split(maxsplit=3) for line in self._printed("wmctrl", "-l").splitlines()]
        return {int(line[0], 16): line[3] if len(line) > 3 else "" for line in lines}

    def wait_for(self, title: str = "Tegenwicht") -> float:
        """Until a window with that in its title is there and has the keyboard; the seconds it took."""
        began = time.monotonic()
        while time.monotonic() - began < PATIENCE_SECONDS:
            found = [number for number, name in self.windows().items() if title in name]
            if found:
                took = time.monotonic() - began
                self._printed("xdotool", "windowactivate", "--sync", str(found[0]))
                return took
            time.sleep(0.05)
        raise BuildError(
            f"no window with {title!r} in its title within {PATIENCE_SECONDS:.0f} s, but {self.windows()}"
        )

    def keys(self, *names: str, pause: float = 0.5) -> None:
        """Press keys, by xdotool's names, one after the other."""
        for name in names:
            self._printed("xdotool", "key", "--clearmodifiers", name)
            time.sleep(pause)

    def write(self, words: str) -> None:
        """Type words."""
        self._printed("xdotool", "type", "--delay", "40", words)
        time.sleep(0.5)

    def title(self) -> str:
        """Of the window that has the keyboard."""
        active = self._printed("xdotool", "getactivewindow").strip()
        return self.windows().get(int(active), "") if active else ""

    def window_size(self) -> tuple[int, int]:
        """Width and height of the window that has the keyboard, in pixels, without its frame."""
        said = self._printed("xdotool", "getactivewindow", "getwindowgeometry", "--shell")
        found = dict(line.split("=", 1) for line in said.splitlines() if "=" in line)
        return int(found["WIDTH"]), int(found["HEIGHT"])

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
