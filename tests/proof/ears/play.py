"""Plays keys to the program with Orca beside it, and tells what was heard to its end, what was cut off and what was not."""

import os
import select
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from bundling import manager
from tests.proof.ears.room import PATH, CannotHearError, root
from tests.screens.desktop import PROJECT, stop

CPS = 45
"""Characters a second of the voice: a fast listener. 17 is a voice as it comes."""
QUIET_SECONDS, FIRST_SECONDS, LONGEST_SECONDS = 1.0, 3.0, 60.0
COMES_SECONDS = 60
BEGINS_SECONDS = 60.0
HEARD_PART = 50
"""Per cent of the words: what was cut off after that was heard."""
VOICE = Path(__file__).with_name("voice.py")
Process = subprocess.Popen[bytes]
NOT_INSIDE = ("PYTHONPATH", "PYTHONHOME", "LD_LIBRARY_PATH", "LD_PRELOAD", "XDG_DATA_DIRS", "XDG_CONFIG_DIRS")
NOT_OURS = ("WAYLAND_DISPLAY", "XAUTHORITY", "AT_SPI_BUS_ADDRESS", "DISPLAY", "SESSION_MANAGER", "LC_ALL")


@dataclass
class Said:
    """Something that was said; ``part``: how much of it, in per cent, None as long as that is not known."""

    text: str
    echo: bool
    part: int | None = None

    @property
    def heard(self) -> bool:
        """Whether a listener knows what it was."""
        return self.part is not None and self.part >= HEARD_PART


class Tape:
    """What Orca's voice wrote."""

    def __init__(self, path: Path) -> None:
        self.said: list[Said] = []
        self.came = time.monotonic()
        self._numbered: dict[str, Said] = {}
        self._file: IO[bytes] = path.open("rb")
        self._rest = b""

    def read(self) -> None:
        """What is new."""
        *lines, self._rest = (self._rest + self._file.read()).split(b"\n")
        for line in lines:
            _, kind, number, text = line.decode().split("\t", 3)
            self.came = time.monotonic()
            self._take(kind, number, text)

    def _take(self, kind: str, number: str, text: str) -> None:
        if kind in ("SAY", "ECHO"):
            self._numbered[number] = one = Said(text, kind == "ECHO")
            self.said.append(one)
        elif number in self._numbered:
            self._numbered[number].part = 100 if kind == "END" else int(text)

    @property
    def busy(self) -> bool:
        """Whether something is still being said."""
        return any(one.part is None for one in self.said)


class Play:
    """A desktop with Orca and the program on it. Made by ``playing``."""

    def __init__(self, run: Path, stack: ExitStack, command: Sequence[str]) -> None:
        self.run, self.stack, self.command = run, stack, command
        self.env, self.inner = _environments(run)
        self.tape = Tape(run / "tape")
        self.since = 0
        self.program: Process | None = None

    def start(
        self, name: str, command: Sequence[str], inside: bool = False, fds: Sequence[int] = ()
    ) -> Process:
        """Start something; inside: in Orca's Debian. What it writes comes in a file of its name."""
        whole = ["chroot", str(root()), *command] if inside else list(command)
        with (self.run / f"{name}.log").open("ab") as log:
            process = subprocess.Popen(
                whole, env=self.inner if inside else self.env, cwd=PROJECT, stdin=subprocess.DEVNULL, stdout=log,
                stderr=log, start_new_session=True, pass_fds=fds,
            )  # fmt: skip
        self.stack.callback(_ended, process)
        return process

    def ran(self, name: str, command: Sequence[str], inside: bool = False) -> bool:
        """Run something short; whether it worked."""
        return self.start(name, command, inside).wait(COMES_SECONDS) == 0

    def until(self, what: str, test: Callable[[], object]) -> None:
        """Wait until it is so. CannotHearError when that takes too long."""
        end = time.monotonic() + COMES_SECONDS
        while not test():
            if time.monotonic() > end:
                raise CannotHearError(f"{what} kwam niet in {COMES_SECONDS} seconden; zie {self.run}")
            time.sleep(0.1)

    # -- what is played

    def listen(self) -> None:
        """Until all is said and it stays quiet."""
        begun = self.tape.came = time.monotonic()
        while time.monotonic() - begun < LONGEST_SECONDS:
            time.sleep(0.05)
            self.tape.read()
            patience = FIRST_SECONDS if self.tape.came == begun else QUIET_SECONDS
            if not self.tape.busy and time.monotonic() - self.tape.came > patience:
                return

    def first_words(self) -> None:
        """Until the program is spoken of, which takes longer on a busy computer; not for ever."""
        before, end = len(self.tape.said), time.monotonic() + BEGINS_SECONDS
        while len(self.tape.said) == before and time.monotonic() < end:
            time.sleep(0.1)
            self.tape.read()
        self.listen()

    def press(self, *words: str) -> None:
        """Give the program a key or text, and listen."""
        assert self.program is not None
        if self.program.poll() is not None:
            raise CannotHearError(f"het programma was gestopt, met {self.program.returncode}")
        self.tape.read()
        self.since = len(self.tape.said)
        self.ran("xdotool", ["xdotool", *words])
        self.listen()

    def heard(self, every: bool = False) -> list[str]:
        """What was heard since the last key; every: what was cut off too."""
        said = [one for one in self.tape.said[self.since :] if not one.echo]
        return [" ".join(one.text.split()) for one in said if every or one.heard]


@contextmanager
def playing(command: Sequence[str]) -> Iterator[Play]:
    """Orca and the program on a desktop of their own; all of it ends with this."""
    with ExitStack() as stack:
        inside = Path(tempfile.mkdtemp(prefix="ears-", dir=root() / "tmp"))
        stack.callback(shutil.rmtree, inside, ignore_errors=True)
        run = Path("/tmp", inside.name)
        run.symlink_to(inside)  # by one path outside and in
        stack.callback(run.unlink)
        _furnish(run)
        play = Play(run, stack, command)
        _servers(play)
        play.start("orca", ["/usr/bin/orca", "--replace"], True)
        play.until("Orca", lambda: play.tape.read() or play.tape.said)
        play.program = play.start("program", command)
        play.until(
            "het venster", lambda: play.ran("xdotool", ["xdotool", "getactivewindow", "getwindowgeometry"])
        )
        play.first_words()
        yield play


def _furnish(run: Path) -> None:
    for name in ("rt", "home", "py"):
        (run / name).mkdir(mode=0o700)
    (run / "tape").touch()
    shutil.copy(VOICE, run / "py" / "sitecustomize.py")


def _environments(run: Path) -> tuple[dict[str, str], dict[str, str]]:
    """For the program, and for what runs in Orca's Debian."""
    env = {name: value for name, value in os.environ.items() if name not in NOT_OURS}
    env |= {
        "PATH": PATH, "HOME": f"{run}/home", "XDG_RUNTIME_DIR": f"{run}/rt", "LANG": "nl_NL.UTF-8", "LANGUAGE": "nl",
        "DBUS_SESSION_BUS_ADDRESS": f"unix:path={run}/rt/bus", "XDG_SESSION_TYPE": "x11", "SDL_VIDEODRIVER": "x11",
        "SDL_AUDIODRIVER": "dummy", "GDK_BACKEND": "x11", "EARS_TAPE": f"{run}/tape", "EARS_CPS": str(CPS),
    }  # fmt: skip
    inner = {name: value for name, value in env.items() if name not in NOT_INSIDE}
    return env, inner | {"LC_ALL": "nl_NL.UTF-8", "PYTHONPATH": f"{run}/py", "TMPDIR": str(run)}


def _servers(play: Play) -> None:
    """The screen, the buses and a window manager."""
    read, write = os.pipe()
    play.start(
        "xvfb",
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1920x1080x24", "-noreset", "-nolisten", "tcp"],
        fds=[write],
    )
    os.close(write)
    play.until("een scherm", lambda: select.select([read], [], [], 0)[0])
    number = os.read(read, 16).decode().strip()
    os.close(read)
    play.env["DISPLAY"] = play.inner["DISPLAY"] = f":{number}"
    _socket_inside(play, number)
    address = f"--address={play.env['DBUS_SESSION_BUS_ADDRESS']}"
    play.start("bus", ["dbus-daemon", "--session", "--nofork", "--nopidfile", address], True)
    play.until("de bus", lambda: (play.run / "rt" / "bus").exists())
    play.start("atspi", ["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"], True)
    ask = "gdbus call --session --dest org.a11y.Bus --object-path /org/a11y/bus --method org.a11y.Bus.GetAddress"
    play.until("AT-SPI", lambda: play.ran("ask", ask.split(), True))
    managed = play.run / "managed"
    play.start("openbox", manager.command(managed))
    play.until("openbox", managed.exists)


def _socket_inside(play: Play, number: str) -> None:
    """The screen's socket by the same path in Orca's Debian."""
    socket = Path(f"/tmp/.X11-unix/X{number}")
    inside = root() / "tmp" / ".X11-unix"
    inside.mkdir(exist_ok=True)
    (inside / socket.name).unlink(missing_ok=True)
    os.link(socket, inside / socket.name)
    play.stack.callback((inside / socket.name).unlink, missing_ok=True)


def _ended(process: Process) -> None:
    """With what it started itself: it has a session of its own."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, number)
        except ProcessLookupError:
            break
        try:
            process.wait(3)
        except subprocess.TimeoutExpired:
            continue
    stop(process)
