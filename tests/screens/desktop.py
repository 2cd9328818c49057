"""A desktop of its own for a test: an X screen, a session bus, and a screen reader that seems to be on.

    with desktop() as desk:
        program = desk.start([sys.executable, "-m", "tegenwicht"])
        reader = desk.reader()
        reader.wait_for("Klaar", "push button")
        reader.ask("press", "Klaar")

Nothing of the machine's own desktop is used or changed; several can run side by side. All that was started
there ends with it. The screen reader is ``atspi.py``, on the system's own Python, which has ``gi``.
"""

import json
import os
import queue
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest

from bundling import manager
from tests.screens.standing import TELLS, last_words

SYSTEM_PYTHON = "/usr/bin/python3"
PATIENCE_SECONDS = 60.0
"""Longer than anything takes on a machine that does six things at once; nobody waits for it when all is well."""
REPEATS_AFTER_MS = 3000
"""So long a key is held before it repeats: on a busy machine what types lets go of it late."""
READER = Path(__file__).with_name("atspi.py")
PROJECT = Path(__file__).parents[2]
PROGRAMS = ("Xvfb", "dbus-daemon", "dbus-send", "openbox")
PACKAGES = "xvfb openbox dbus at-spi2-core python3-gi gir1.2-atspi-2.0"
HAS_ATSPI = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
OTHERS = ("DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS", "WAYLAND_DISPLAY", "DISPLAY")

Seen = dict[str, Any]
"""A node as a screen reader sees it; ``_describe`` in ``atspi.py`` says what is in it."""


class Program:
    """A program that was started on a desktop, line by line."""

    def __init__(self, command: Sequence[str], env: dict[str, str]) -> None:
        pipe = subprocess.PIPE
        self.env = env
        self.process = subprocess.Popen(command, env=env, text=True, stdin=pipe, stdout=pipe, cwd=PROJECT)
        self._lines: queue.Queue[str | None] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        for line in self.process.stdout or ():
            self._lines.put(line.rstrip("\n"))
        self._lines.put(None)

    def line(self, seconds: float = PATIENCE_SECONDS) -> str:
        """The next line it prints."""
        try:
            line = self._lines.get(timeout=seconds)
        except queue.Empty:
            raise AssertionError(f"it printed nothing in {seconds:.0f} s; {self.last_words()}") from None
        if line is None:
            raise AssertionError(f"it ended, with code {self.process.wait(PATIENCE_SECONDS)}")
        return line

    def expect(self, wanted: str) -> None:
        """Read on until it prints that line."""
        end, others = time.monotonic() + PATIENCE_SECONDS, []
        while (line := self.line(max(0.1, end - time.monotonic()))) != wanted:
            others.append(line)
            assert time.monotonic() < end, f"expected {wanted!r}; it printed {others}; {self.last_words()}"

    def last_words(self) -> str:
        """Where it stands; it ends with that, and Python tells the rest on its standard error."""
        if self.process.poll() is not None:
            return f"it ended with {self.process.returncode}"
        said = last_words(self.process.pid, self.env)
        stop(self.process)
        return said

    def say(self, line: str) -> None:
        """Give it a line on its standard input."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()


class Reader:
    """A screen reader on a desktop: sees, hears and asks through AT-SPI."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._heard: list[Seen] = []
        assert json.loads(program.line()) == {"answer": "listening"}

    def ask(self, name: str, *arguments: object) -> Any:
        """Ask one of the questions of ``atspi.py``. LookupError when it cannot be done."""
        self._program.say(json.dumps([name, *arguments]))
        answer = json.loads(self._program.line())
        if "error" in answer:
            raise LookupError(answer["error"])
        return answer["answer"]

    def tree(self) -> list[Seen]:
        """Everything there is to read, from the top down.

        What is gone before it was read is another tree by now; that is read then.
        """
        end = time.monotonic() + PATIENCE_SECONDS
        while True:
            try:
                found: list[Seen] = self.ask("tree")
            except LookupError:
                if time.monotonic() > end:
                    raise
            else:
                return found

    def wait_for(self, name: str, role: str = "", when: Callable[[Seen], bool] = lambda _: True) -> Seen:
        """The node with that name and role, as soon as it is there and ``when`` holds."""
        end, seen = time.monotonic() + PATIENCE_SECONDS, list[Seen]()
        while time.monotonic() < end:
            seen = [node for node in self.tree() if node["name"] == name and role in ("", node["role"])]
            if found := next(filter(when, seen), None):
                return found
            time.sleep(0.1)
        raise AssertionError(f"no {role or 'node'} {name!r} as expected; there are {seen}")

    def wait_for_keyboard(self) -> None:
        """Until a window has the keyboard: what is typed before that goes nowhere."""
        end = time.monotonic() + PATIENCE_SECONDS
        while not any(node["role"] == "frame" and "active" in node["states"] for node in self.tree()):
            assert time.monotonic() < end, "no window has the keyboard"
            time.sleep(0.1)

    def hear(self, kind: str, name: str) -> Seen:
        """The next event whose kind begins so, of the node with that name; what came before is forgotten."""
        end, others = time.monotonic() + PATIENCE_SECONDS, []
        while time.monotonic() < end:
            self._heard += self.ask("events")
            while self._heard:
                event = self._heard.pop(0)
                if event["kind"].startswith(kind) and event["name"] == name:
                    return event
                others.append((event["kind"], event["name"]))
            time.sleep(0.05)
        raise AssertionError(f"no {kind} of {name!r}; heard {others}")

    def forget(self) -> None:
        """Forget what was heard so far."""
        self.ask("events")
        self._heard = []


class Desk:
    """A desktop that runs. ``env``: the environment of whatever must appear there."""

    def __init__(self, stack: ExitStack, env: dict[str, str]) -> None:
        self._stack, self.env = stack, env

    def start(self, command: Sequence[str], **more: str) -> Program:
        """Start a program there. ``more``: environment for it alone."""
        program = Program(command, self.env | more)
        self._stack.callback(stop, program.process)
        return program

    def reader(self) -> Reader:
        """Start a screen reader there."""
        return Reader(self.start([SYSTEM_PYTHON, "-W", "ignore", str(READER)]))

    def screen_reader_on(self, on: bool) -> None:
        """Say on the session bus that a screen reader runs, or no longer does."""
        for name in ("IsEnabled", "ScreenReaderEnabled"):
            _set_status(self.env, name, on)


def missing() -> list[str]:
    """What this machine lacks for a desktop."""
    lacking = [name for name in PROGRAMS if shutil.which(name) is None]
    try:
        seen = subprocess.run([SYSTEM_PYTHON, "-c", HAS_ATSPI], capture_output=True, timeout=60, check=False)
        found = seen.returncode == 0
    except OSError:
        found = False
    return lacking if found else [*lacking, f"gi.repository.Atspi of {SYSTEM_PYTHON}"]


def needs_desktop() -> None:
    """Skip where there can be no desktop; but in CI fail, so that nobody thinks it was tested."""
    if not sys.platform.startswith("linux"):
        pytest.skip("X and AT-SPI are Linux's")
    lacking = missing()
    if not lacking:
        return
    reason = f"needs {', '.join(lacking)} (Debian: {PACKAGES})"
    if os.environ.get("CI", "").lower() in ("true", "1"):
        pytest.fail(reason)
    pytest.skip(reason)


@contextmanager
def desktop(size: str = "1280x800", screen_reader: bool = True) -> Iterator[Desk]:
    """An X screen with a window manager, a session bus and the accessibility bus."""
    with ExitStack() as stack:
        home = stack.enter_context(tempfile.TemporaryDirectory(prefix="desk-", ignore_cleanup_errors=True))
        env = _environment(home)
        screen = ["Xvfb", "-screen", "0", f"{size}x24", "-ardelay", str(REPEATS_AFTER_MS), "-noreset"]
        env["DISPLAY"] = ":" + _started(stack, env, [*screen, "-nolisten", "tcp", "-displayfd", "{}"])
        env["DBUS_SESSION_BUS_ADDRESS"] = _started(
            stack, env, ["dbus-daemon", "--session", "--nofork", "--nosyslog", "--print-address={}"]
        )
        desk = Desk(stack, env)
        desk.screen_reader_on(screen_reader)
        stack.callback(stop, manager.start(env))
        yield desk


def _environment(home: str) -> dict[str, str]:
    env = {name: value for name, value in os.environ.items() if name not in OTHERS}
    for name in ("HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        env[name] = home
    env |= {"SDL_VIDEODRIVER": "x11", "SDL_AUDIODRIVER": "dummy", "XDG_SESSION_TYPE": "x11"}
    path = os.pathsep.join(filter(None, (str(PROJECT), env.get("PYTHONPATH"))))
    return env | TELLS | {"PYGAME_HIDE_SUPPORT_PROMPT": "1", "PYTHONPATH": path}


def _started(stack: ExitStack, env: dict[str, str], command: list[str]) -> str:
    """Start a server that writes where it can be found to the file number put at {}; and that address."""
    read, write = os.pipe()
    _run(stack, env, [part.format(write) for part in command], (write,))
    os.close(write)
    with os.fdopen(read) as stream:
        address = stream.readline().strip()
    if not address:
        raise RuntimeError(f"{command[0]} did not start")
    return address


def _run(stack: ExitStack, env: dict[str, str], command: list[str], fds: tuple[int, ...] = ()) -> None:
    nowhere = subprocess.DEVNULL
    process = subprocess.Popen(command, env=env, pass_fds=fds, stdout=nowhere, stderr=nowhere)
    stack.callback(stop, process)


def stop(process: "subprocess.Popen[Any]", seconds: float = 5) -> int:
    """End a program that was started here, and give its exit code; killed when it does not end when asked to."""
    if process.poll() is None:
        process.terminate()
    try:
        return process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait(PATIENCE_SECONDS)


def _set_status(env: dict[str, str], name: str, on: bool) -> None:
    command = ["dbus-send", "--session", "--print-reply", "--dest=org.a11y.Bus", "/org/a11y/bus"]
    command += ["org.freedesktop.DBus.Properties.Set", "string:org.a11y.Status", f"string:{name}"]
    command += [f"variant:boolean:{str(on).lower()}"]
    end = time.monotonic() + PATIENCE_SECONDS
    while True:
        done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
        if done.returncode == 0:
            return
        if time.monotonic() > end:
            raise RuntimeError(f"the accessibility bus does not answer: {done.stderr.strip()}")
        time.sleep(0.2)
