"""On two monitors: ``uv run --group dev python -m tests.proof.monitors``. Ends non-zero when something is not so.

The table goes to the other monitor and is led from this one; that one is switched off in mid-turn, and on again, twice.
X's server with its dummy driver (xserver-xorg-core, xserver-xorg-video-dummy, x11-xserver-utils, openbox, wmctrl and
xdotool) has as many monitors as one wants, that come and go as a beamer does.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bundling import manager

ROOT = Path(__file__).parents[2]
NEEDED = ("Xorg", "xrandr", "openbox", "wmctrl", "xdotool")
CONFIG = """
Section "Device"
  Identifier "dummy"
  Driver "dummy"
  VideoRam 256000
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5-1000
  VertRefresh 5-200
EndSection
Section "Screen"
  Identifier "screen"
  Device "dummy"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Virtual 3840 1600
    Modes "1920x1080" "1280x800"
  EndSubSection
EndSection
"""
MAIN, GROUP = "Tegenwicht", "Tegenwicht – tafel"


class Desk:
    """An X server with one monitor of 1920 by 1080, and a place for one of 1280 by 800 at its right."""

    def __init__(self, display: str) -> None:
        self.environment = os.environ | {"DISPLAY": display, "SDL_AUDIODRIVER": "dummy"}
        self.environment.pop("SDL_VIDEODRIVER", None)

    def run(self, *command: str) -> str:
        """What it printed."""
        done = subprocess.run(
            command, env=self.environment, capture_output=True, text=True, timeout=60, check=False
        )
        return done.stdout

    def plug(self) -> None:
        """The second monitor is switched on."""
        self.run("xrandr", "--addmode", "DUMMY1", "1280x800")
        self.run("xrandr", "--fb", "3200x1080")
        self.run("xrandr", "--output", "DUMMY1", "--mode", "1280x800", "--pos", "1920x0")
        self.run("xrandr")  # a server without a desktop only knows it once somebody looks
        time.sleep(1)

    def unplug(self) -> None:
        """It is switched off; its cable stays in."""
        self.run("xrandr", "--output", "DUMMY1", "--off")

    def windows(self) -> dict[str, tuple[int, int, int, int]]:
        """Left, top, width and height, by title."""
        found = {}
        for line in self.run("wmctrl", "-lG").splitlines():
            _, _, x, y, w, h, _, title = line.split(maxsplit=7)
            found[title] = (int(x), int(y), int(w), int(h))
        return found

    def key(self, name: str) -> None:
        """Press a key, after what was pressed before has come on the screen."""
        time.sleep(0.8)
        self.run("xdotool", "key", name)

    def until(self, holds: Callable[[dict[str, tuple[int, int, int, int]]], bool]) -> None:
        """Wait for it, a minute at the most."""
        end = time.monotonic() + 60
        while not holds(self.windows()):
            assert time.monotonic() < end, self.windows()
            time.sleep(0.2)


@contextmanager
def desk_in(folder: Path) -> Iterator[Desk]:
    """A server of its own, with a window manager. RuntimeError where it does not start."""
    config = folder / "dummy.conf"
    config.write_text(CONFIG)
    display = f":{150 + os.getpid() % 100}"
    log = str(folder / "log")
    command = ["Xorg", display, "-config", str(config), "-noreset", "-nolisten", "tcp", "-logfile", log]
    started = [subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)]
    try:
        found, end = Desk(display), time.monotonic() + 60
        while "DUMMY1" not in found.run("xrandr"):
            if started[0].poll() is not None or time.monotonic() > end:
                raise RuntimeError(f"the X server does not start; see {log}")
            time.sleep(0.2)
        started.append(manager.start(found.environment))
        yield found
    finally:
        for one in reversed(started):
            one.kill()
            one.wait(20)


def play(desk: Desk) -> None:
    """Up to a card with the table on the other monitor; then that is switched off and on, twice, as a card still flies."""
    desk.until(lambda windows: MAIN in windows)
    for name in ("Return", "Return", "ctrl+Return"):
        desk.key(name)
    desk.until(lambda windows: [title.startswith("Ronde 1") for title in windows] == [True])
    desk.key("F6")
    for _ in range(2):
        desk.until(lambda windows: windows.get(GROUP) == (1920, 0, 1280, 800))
        desk.key("Return")
        assert any(title.startswith("Regie, ronde 1") for title in desk.windows())
        desk.unplug()
        desk.until(lambda windows: [title.startswith("Ronde 1") for title in windows] == [True])
        left, top, *_ = next(iter(desk.windows().values()))
        assert left < 1920
        assert top < 1080
        desk.plug()
    desk.until(lambda windows: GROUP in windows)


def main() -> int:
    """0 when all is so, 1 when something is not, 2 where this machine lacks what it takes."""
    if missing := [name for name in NEEDED if shutil.which(name) is None]:
        print(f"kan hier niet: {', '.join(missing)} ontbreekt")
        return 2
    with tempfile.TemporaryDirectory() as folder, desk_in(Path(folder)) as desk:
        desk.plug()
        command = [sys.executable, "-m", "tegenwicht", "--data-dir", str(Path(folder) / "data")]
        program = subprocess.Popen(command, cwd=ROOT, env=desk.environment, stderr=subprocess.DEVNULL)
        try:
            play(desk)
            program.terminate()
            code = program.wait(60)
        except AssertionError as error:
            print(f"TEKORT: {error}")
            return 1
        finally:
            program.kill()
    print(
        "twee schermen: de tafel ging erheen en kwam twee keer terug"
        if code == 0
        else f"TEKORT: einde met {code}"
    )
    return int(code != 0)


if __name__ == "__main__":
    sys.exit(main())
