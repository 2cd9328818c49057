"""Where a program stands that does not do what is waited for: for who has nothing but the text of a failure."""

import os
import signal
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

TELLS = {"PYTHONFAULTHANDLER": "1"}
"""With this in its environment Python tells where each of its threads is when it is aborted."""
QUESTIONS = (("wmctrl", "-m"), ("wmctrl", "-lp"), ("xdotool", "getactivewindow"))
ANSWER_SECONDS = 5.0
DEEPEST = 4


class ProgramEndedError(Exception):
    """The program ended when nobody asked it to: that is a fault of it, and no breakdown of who looks."""


def last_words(pid: int, env: Mapping[str, str] | None = None) -> str:
    """What its threads wait for and what is on its screen; then it is aborted, so that Python tells its part.

    That part comes on its standard error, when it was started with ``TELLS``. env: with the screen, None without.
    """
    told = [*_threads(pid), *(_screen(pid, env) if env is not None else ())]
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGABRT)
    return "\n".join(told)


def _threads(pid: int) -> Iterator[str]:
    """A line for each thread: its name, whether it runs or sleeps, and in what of the kernel."""
    try:
        tasks = sorted(Path(f"/proc/{pid}/task").iterdir())
    except OSError:
        yield f"process {pid} is gone"
        return
    for task in tasks:
        with suppress(OSError):
            name, _, rest = (task / "stat").read_text().partition("(")[2].rpartition(")")
            yield f"thread {task.name} {name}: {rest.split()[0]}, waits in {_waits(task)}"


def _waits(task: Path) -> str:
    """The kernel's functions, innermost first; root alone may read all of them."""
    try:
        lines = (task / "stack").read_text().splitlines()[:DEEPEST]
        return " < ".join(line.split()[-1] for line in lines) or "nothing"
    except OSError:
        with suppress(OSError):
            return (task / "wchan").read_text()
    return "what may not be read"


def _screen(pid: int, env: Mapping[str, str]) -> Iterator[str]:
    """Which window manager there is, which windows it has, and which the program made."""
    made = ("xdotool", "search", "--pid", str(pid))
    for command in (*QUESTIONS, made, (*made[:2], "--onlyvisible", *made[2:])):
        try:
            done = subprocess.run(
                command, env=dict(env), capture_output=True, text=True, timeout=ANSWER_SECONDS, check=False
            )
            said = " | ".join((done.stdout + done.stderr).split("\n")).strip(" |") or "nothing"
        except (OSError, subprocess.TimeoutExpired) as error:
            said = type(error).__name__
        yield f"{' '.join(command)}: {said}"
