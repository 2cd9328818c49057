"""No network: whole sessions and every command, watched from inside (audit hook) and from outside (strace).

Only sockets of AF_UNIX may be seen: those of the screen and of the accessibility bus. ``python -m
tests.proof.faults.network FOLDER STEPS`` is what is watched.
"""

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tests.proof.table import Row, judged, unmeasured
from tests.screens import desktop

WATCHED = (
    "socket.",
    "urllib.",
    "http.",
    "ftplib.",
    "smtplib.",
    "imaplib.",
    "poplib.",
    "telnetlib.",
    "nntplib.",
)
HARMLESS = ("AF_UNIX", "AF_LOCAL", "NETLINK_KOBJECT_UEVENT")
"""The last is no network either: by it the kernel tells SDL that a keyboard or mouse is plugged in."""


# -- what is watched


def hook(seen: list[str]) -> None:
    """From now on note in ``seen`` whatever looks like a network; there is no way to take it away again."""

    def look(event: str, arguments: tuple[Any, ...]) -> None:
        if event.startswith(WATCHED):
            one = arguments[0] if arguments else None
            family = arguments[1] if event == "socket.__new__" else getattr(one, "family", None)
            if family != socket.AF_UNIX:
                seen.append(f"{event} {arguments[1:]!r}"[:120])

    sys.addaudithook(look)


def sitting(folder: Path, steps: int) -> list[str]:
    """Everything the program does: every mode, every report, every command; what looked like a network."""
    seen: list[str] = []
    hook(seen)
    from tegenwicht.game.modes import MODES
    from tegenwicht.kit.environment import prepare
    from tegenwicht.report.report import SUFFIXES
    from tegenwicht.screens.shell import commands
    from tests.proof.faults.player import Player

    prepare()
    for seed, mode in enumerate(MODES):
        player = Player(folder / "data", mode, seed)
        player.play(steps)
        assert player.app.back.session is not None
        for suffix in SUFFIXES:
            player.app.carry_out([commands.SaveReport(player.app.back.session.id, suffix, person_free=True)])
        player.app.carry_out([commands.Leave()])
        for scene in ("setup", "browse", "sessions", "help", "settings"):
            player.app.carry_out([commands.Go(scene), commands.Back()])
        player.turns(5)
        player.close()
    command_line(folder)
    return seen


def command_line(folder: Path) -> None:
    """Each command of the command line that needs no window."""
    from tegenwicht.__main__ import main
    from tests.pilot import DECK

    data = ["--data-dir", str(folder / "data")]
    for given in (
        ["check", str(DECK)], ["convert", str(DECK), str(folder / "a.xlsx")], ["convert", str(folder / "a.xlsx"),
         str(folder / "a.csv")], ["report", *data], ["report", "laatste", "--to", str(folder / "a.pdf"), *data],
    ):  # fmt: skip
        code = main(given)
        if code:
            raise AssertionError(f"tegenwicht {' '.join(given)} ended with {code}")


# -- watching


def watched(folder: Path, steps: int, env: Mapping[str, str]) -> tuple[list[str], list[str] | None, str]:
    """(what the hook saw, the sockets that strace saw or None without strace, what went wrong)."""
    log = folder / "strace"
    strace = (
        ["strace", "-f", "-qq", "-e", "trace=socket,connect", "-o", str(log)]
        if shutil.which("strace")
        else []
    )
    command = [*strace, sys.executable, "-m", "tests.proof.faults.network", str(folder), str(steps)]
    home = {name: str(folder) for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_DOCUMENTS_DIR")}
    made = subprocess.run(command, env={**env, **home}, capture_output=True, text=True, check=False)
    if made.returncode:
        return [], None, made.stderr.strip()[-300:]
    seen = json.loads(made.stdout.splitlines()[-1])
    return seen, log.read_text().splitlines() if strace else None, ""


def may_trace() -> bool:
    """Whether strace is here and may look at a program."""
    if shutil.which("strace") is None:
        return False
    return (
        subprocess.run(["strace", "-o", os.devnull, "true"], capture_output=True, check=False).returncode == 0
    )


def rows(where: str, steps: int, env: Mapping[str, str]) -> Iterator[Row]:
    """The rows of one sitting."""
    from tegenwicht.game.modes import MODES

    times = f"{steps} stappen × {len(MODES)}"
    with tempfile.TemporaryDirectory(prefix="faults-net-") as folder:
        seen, calls, wrong = watched(Path(folder), steps, env)
    how = "sessies, verslagen en opdrachten"
    yield judged(
        f"geen netwerk, van binnen gezien, {where}", times, f"sys.addaudithook; {how}",
        wrong or "; ".join(seen[:3]) or "geen andere socket dan AF_UNIX", not seen and not wrong,
    )  # fmt: skip
    if wrong:
        return
    if calls is None:
        yield unmeasured(
            f"geen netwerk, van buiten gezien, {where}", "hier is geen strace, of het mag niets zien"
        )
        return
    asked = [call for call in calls if "socket(" in call or "connect(" in call]
    others = [call for call in asked if "AF_" in call and not any(one in call for one in HARMLESS)]
    yield judged(
        f"geen netwerk, van buiten gezien, {where}", f"{len(asked)} aanroepen", f"strace -f, ook van C; {how}",
        "; ".join(others[:3])[:300] or f"alleen AF_UNIX{_and_devices(asked)}", not others,
    )  # fmt: skip


def _and_devices(calls: list[str]) -> str:
    return (
        " en wat de kernel over apparaten meldt (netlink)" if any(HARMLESS[2] in one for one in calls) else ""
    )


def check(times: int, _seed: int) -> Iterator[Row]:
    """So many steps in each mode, without a screen and in a window with an accessibility bus."""
    from tests.pilot import NO_SCREEN

    yield from rows("zonder scherm", times, {**os.environ, **NO_SCREEN})
    lacking = desktop.missing()
    if lacking:
        yield unmeasured("geen netwerk, in een venster", f"hier ontbreekt {', '.join(lacking)}")
        return
    with desktop.desktop() as desk:
        yield from rows("in een venster, met een schermlezer", times, {**os.environ, **desk.env})


if __name__ == "__main__":
    print(json.dumps(sitting(Path(sys.argv[1]), int(sys.argv[2]))))
