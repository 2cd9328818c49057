"""The real command in a real window: other sizes, keys and clicks from outside, and a screen that goes away.

``python -m tegenwicht`` on an X screen of its own (Xvfb, with a window manager), touched by xdotool only.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from random import Random

from tests.pilot import DECK
from tests.proof.faults.disk import losses, repeated
from tests.proof.faults.kept import as_confirmed, found_in
from tests.proof.faults.player import Life
from tests.proof.table import Row, judged, unmeasured
from tests.screens import desktop
from tests.screens.standing import TELLS, ProgramEndedError, last_words

SECONDS_TO_OPEN, SECONDS_TO_END = desktop.PATIENCE_SECONDS, 60.0
SECONDS_TO_ASK = 10.0
"""So long after its button was pressed a window that is still there has asked something."""
SIZES = ((640, 480), (1024, 640), (1280, 800), (480, 1000), (1, 1), (1600, 300), (2500, 2500))
MOST_SIZES = 1000
KEYS_TO_A_CARD = 9
"""Enter so often: play, this game, past five seats and the time, to the table, and a card by lot."""
KEYS = (
    *("Return", "Tab") * 6, "space", "Escape", "shift+Tab", "Up", "Down", "Left", "Right", "Prior", "Next", "Home", "End",
    "ctrl+z", "ctrl+y", "ctrl+plus", "ctrl+minus", "ctrl+0", "F1", "F2", "F11", "BackSpace", "Delete", "ctrl+a", "ctrl+v",
    "period", "plus", "KP_Add", "Super_L", "Menu", "Print", *"123456789wnotpkdbaxyz", "eacute",
)  # fmt: skip


class Program:
    """The command, in a window."""

    def __init__(self, data: Path, env: dict[str, str]) -> None:
        self.env, self.data = {**os.environ, **env, **TELLS}, data
        self.errors = data.with_name("errors")
        command = [sys.executable, "-m", "tegenwicht", "--data-dir", str(data), "--deck", str(DECK)]
        command += ["--shuffle", "7", "--size", "1024x640"]
        with open(self.errors, "ab") as errors:
            self.process = subprocess.Popen(command, env=self.env, stderr=errors, cwd=desktop.PROJECT)
        self.window = self._found()

    def _found(self) -> str:
        end = time.monotonic() + SECONDS_TO_OPEN
        while time.monotonic() < end:
            seen = self.xdotool("search", "--onlyvisible", "--pid", str(self.process.pid))
            if seen:
                return seen.split()[-1]
            if (code := self.process.poll()) is not None:
                raise ProgramEndedError(
                    f"voor er een venster was eindigde het met {code}: {self.said()[-300:]}"
                )
            time.sleep(0.1)
        stands = last_words(self.process.pid, self.env)
        desktop.stop(self.process)
        raise AssertionError(f"there is no window after {SECONDS_TO_OPEN:.0f} s; {stands}\n{self.said()}")

    def xdotool(self, *arguments: str, script: str = "") -> str:
        """What xdotool prints; nothing when it fails, as the window may have gone."""
        command = ["xdotool", *(arguments or ("-",))]
        return subprocess.run(
            command, env=self.env, input=script, capture_output=True, text=True, check=False, timeout=60
        ).stdout  # fmt: skip

    def settle(self, seconds: float = 5.0) -> None:
        """Wait until the program waits for something."""
        end, still = time.monotonic() + seconds, 0
        while still < 5 and time.monotonic() < end and self.process.poll() is None:
            still = still + 1 if _state(self.process.pid) == "S" else 0
            time.sleep(0.004)

    def close(self) -> None:
        """Close the window as its button does; twice, for when it asks."""
        for seconds in (SECONDS_TO_ASK, SECONDS_TO_END):
            subprocess.run(
                ["wmctrl", "-i", "-c", self.window], env=self.env, capture_output=True, check=False
            )
            if ended(self.process, seconds) is not None:
                return

    def said(self) -> str:
        """What it said on standard error."""
        return self.errors.read_text("utf-8", "replace")

    def problems(self, code: int | None) -> list[str]:
        """What is wrong when it has ended so."""
        wrong = [] if code == 0 else [f"eindigde met {code}"]
        wrong += [f"zei: {self.said()[-200:]}"] if "Traceback" in self.said() else []
        wrong += (
            [f"fout.txt: {(self.data / 'fout.txt').read_text()[-300:]}"]
            if (self.data / "fout.txt").exists()
            else []
        )
        return wrong


def ended(process: "subprocess.Popen[bytes]", seconds: float) -> int | None:
    """Its exit code as soon as it has ended; None when it goes on."""
    try:
        return process.wait(seconds)
    except subprocess.TimeoutExpired:
        return None


def _state(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return "gone"


@contextmanager
def program(env: dict[str, str]) -> Iterator[Program]:
    """The command on a fresh folder; killed afterwards if need be."""
    with tempfile.TemporaryDirectory(prefix="faults-window-") as room:
        opened = Program(Path(room) / "data", env)
        try:
            yield opened
        finally:
            opened.process.kill()
            opened.process.wait()


def begin(one: Program) -> None:
    """A session with a card on the table, by keys alone."""
    one.settle()
    one.xdotool(script=f"windowactivate --sync {one.window}\n")
    for _ in range(KEYS_TO_A_CARD):
        one.xdotool("key", "Return")
        one.settle()


def sizes(times: int, seed: int, env: dict[str, str]) -> Row:
    """Another size so many times, and made small and large, while a session goes on."""
    dice = Random(seed)
    with program(env) as one:
        begin(one)
        for number in range(times):
            width, height = dice.choice(SIZES)
            one.xdotool("windowsize", one.window, str(width), str(height))
            if number % 10 == 5:
                one.xdotool(
                    script=f"windowminimize {one.window}\nwindowmap {one.window}\nwindowraise {one.window}\n"
                )
            one.xdotool("key", dice.choice(("Return", "Return", "F11", "ctrl+plus", "ctrl+0", "1")))
            one.settle(1.0)
        one.close()
        wrong = [*one.problems(one.process.poll()), *losses({}, one.data)]
        steps = len(found_in(one.data).events)
    return judged(
        "het venster krijgt een andere grootte", f"{times} keer", f"xdotool; {steps} stappen meegespeeld; zaad {seed}",
        "; ".join(wrong) or "blijft werken, sluit goed af, alles gaat weer open", not wrong and steps > 1,
    )  # fmt: skip


def storm(times: int, seed: int, env: dict[str, str]) -> Row:
    """Keys and clicks from outside, at the real command; begun anew when it closes."""
    lines = script(times, seed)
    wrong, closed, steps = stormed(lines, env)
    if wrong:
        wrong.append(f"kleinste lijst: {_smallest(lines, env)}")
    return judged(
        "toetsen en klikken van buiten", f"{times} invoeren",
        f"xdotool; {closed} keer zelf gesloten, {steps} stappen; zaad {seed}",
        "; ".join(wrong) or "0 fouten, elke sessie speelt na", not wrong,
    )  # fmt: skip


def script(times: int, seed: int) -> list[str]:
    """What xdotool does, a line each."""
    dice = Random(seed)
    made = []
    for _ in range(times):
        place = f"mousemove --window %w {dice.randrange(1024)} {dice.randrange(640)}"
        made.append(
            dice.choice(
                (
                    *[f"key --delay 0 {dice.choice(KEYS)}"] * 5,
                    f"{place} click {dice.choice((1, 1, 1, 1, 3, 4, 5))}",
                    f"type --delay 0 {dice.choice(('Samira', '12', 'een regel', '…'))}",
                )
            )
        )
    return made


def stormed(lines: list[str], env: dict[str, str]) -> tuple[list[str], int, int]:
    """(what is wrong, how often the program was closed, how many steps were kept)."""
    wrong: list[str] = []
    closed = 0
    with tempfile.TemporaryDirectory(prefix="faults-storm-") as room, ExitStack() as stack:
        one = _opened(Path(room), env, stack)
        for at in range(0, len(lines), 25):
            part = [line.replace("%w", one.window) for line in lines[at : at + 25]]
            one.xdotool(script="\n".join(part) + "\n")
            one.settle(2.0)
            if one.process.poll() is not None:
                closed += 1
                wrong += one.problems(one.process.poll())
                if wrong:
                    break
                one = _opened(Path(room), env, stack)
        if one.process.poll() is None:
            one.xdotool(script="key Escape\nkey Escape\n")
            one.close()
            wrong += one.problems(one.process.poll())
        wrong += losses({}, one.data)
        return wrong, closed, len(found_in(one.data).events)


def _opened(room: Path, env: dict[str, str], stack: ExitStack) -> Program:
    one = Program(room / "data", env | {"HOME": str(room), "XDG_DOCUMENTS_DIR": str(room / "documents")})
    stack.callback(one.process.wait)
    stack.callback(one.process.kill)
    one.settle()
    return one


def _smallest(lines: list[str], env: dict[str, str]) -> list[str]:
    from tests.fuzz import fewer

    return fewer(lines, lambda some: some if stormed(some, env)[0] else None, seconds=300.0)


# -- the screen goes away


@contextmanager
def lone_screen() -> Iterator[tuple["subprocess.Popen[bytes]", dict[str, str]]]:
    """An X screen that can be killed, and the environment of whatever must appear there."""
    read, write = os.pipe()
    command = [
        "Xvfb",
        "-screen",
        "0",
        "1280x800x24",
        "-noreset",
        "-nolisten",
        "tcp",
        "-displayfd",
        str(write),
    ]
    nowhere = subprocess.DEVNULL
    server = subprocess.Popen(command, pass_fds=(write,), stdout=nowhere, stderr=nowhere)
    os.close(write)
    with os.fdopen(read) as stream:
        name = ":" + stream.readline().strip()
    try:
        yield server, {"DISPLAY": name, "SDL_VIDEODRIVER": "x11", "SDL_AUDIODRIVER": "dummy"}
    finally:
        server.kill()
        server.wait()


def screen_dies(mode: str, seed: int) -> list[str]:
    """The server of the screen is killed while someone plays."""
    dice = Random(seed)
    with tempfile.TemporaryDirectory(prefix="faults-") as room, lone_screen() as (server, env):
        data = Path(room) / "data"
        with Life(data, mode, seed, env) as life:
            life.opened()
            known = as_confirmed(life.ask("play", 1))
            life.play_on()
            time.sleep(dice.uniform(0.0, 1.0))
            server.kill()
            life.process.join(SECONDS_TO_END)
            wrong = ["het programma eindigt niet"] if life.process.is_alive() else []
            known |= as_confirmed(life.confirmed())
        return wrong + losses(known, data)


def check(times: int, seed: int) -> Iterator[Row]:
    """``times`` inputs from outside, a tenth of that other sizes, and a screen that dies now and then."""
    if shutil.which("Xvfb") is None:
        yield unmeasured("in een venster", "hier ontbreekt Xvfb")
        return
    deaths = max(2, times // 200)
    yield repeated(
        "het scherm valt weg", "Xvfb gedood (SIGKILL) tijdens het spelen", screen_dies, deaths, seed
    )
    lacking = [*desktop.missing(), *(name for name in ("xdotool", "wmctrl") if shutil.which(name) is None)]
    if lacking:
        yield unmeasured("het echte venster, van buiten bediend", f"hier ontbreekt {', '.join(lacking)}")
        return
    with desktop.desktop(screen_reader=False) as desk:
        yield sizes(max(5, min(MOST_SIZES, times // 10)), seed, desk.env)
        yield storm(times, seed, desk.env)
    yield unmeasured(
        "een echte beamer die wordt losgetrokken", "hier is geen echt scherm; het X-scherm valt wel weg"
    )
