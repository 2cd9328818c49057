"""Every command with what somebody may type or drag there: nothing at all, a pipe, a folder, a name of a mile, odd signs.

It does the work, or says in one Dutch line why not; nothing hangs, nothing is a traceback, and a name of nothing
makes nothing in the folder where one happens to be.
"""

import io
import os
import re
import shutil
import socket
import tempfile
import time
from collections.abc import Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from random import Random

from tegenwicht.__main__ import main
from tests.pilot import DECK
from tests.proof.table import Row, judged

NOTHING = ("", " ", "\t")
NAMES = (
    "pijp", "stopcontact", "kring", "nergens", "map", "leeg.yaml", "ruis.xlsx", "kaarten.yaml", "a" * 300, "b/" * 500 + "c",
    "é\n", "\udcff", "*", "[", "-", "--", "~", "%s {n}", "\x1b[31mrood", "\u202enaam", "con", "x.pdf", "x.tegenwicht",
)  # fmt: skip
NUMBERS = ("9" * 5000, "²", "-1", "0", "nan", "1e9", "", "٣", "1x1", "9x" + "9" * 5000)
ENGLISH = re.compile(
    r"\b(?:invalid|expected|argument|No such|Permission denied|File name too long|Is a directory|File exists)\b"
)
MOST_SECONDS = 60.0


def room(folder: Path) -> None:
    """What can lie where one is."""
    os.mkfifo(folder / "pijp")
    with socket.socket(socket.AF_UNIX) as end, chdir(folder):
        end.bind("stopcontact")
    (folder / "kring").symlink_to("kring")
    (folder / "nergens").symlink_to("weg")
    (folder / "map").mkdir()
    (folder / "leeg.yaml").write_bytes(b"")
    (folder / "ruis.xlsx").write_bytes(bytes(range(256)) * 40)
    shutil.copy(DECK, folder / "kaarten.yaml")


def command(dice: Random) -> list[str]:
    """One command with one thing in it that is odd, or nothing."""
    odd = dice.choice((*NAMES, *NOTHING))
    return dice.choice(
        (
            ["check", odd], ["convert", odd, "uit.csv"], ["convert", "kaarten.yaml", odd],
            ["import", odd, "--data-dir", "data"],
            ["import", "leeg.yaml", "--data-dir", odd], ["report", "--data-dir", odd], ["--data-dir", odd, "report"],
            ["report", "laatste", "--to", odd, "--data-dir", "data"], ["export", "--all", odd, "--data-dir", "data"],
            ["export", "--all", "uit", "--data-dir", odd], ["export", "laatste", "--to", odd, "--data-dir", "data"],
            ["print", odd, "--to", "uit.pdf", "--only", "tally-sheet"], ["print", "--to", odd, "--only", "tally-sheet"],
            ["--shuffle", dice.choice(NUMBERS), "--wat"], ["--size", dice.choice(NUMBERS), "--wat"],
            ["gallery", "--out", "uit", "--text", dice.choice(NUMBERS), "--wat"], ["print", "--paper", odd, "--to", "a.pdf"],
            ["gallery", "--out", "uit", "--theme", odd, "--wat"], [odd, "--wat"], ["--deck", odd, "--wat"],
        )
    )  # fmt: skip


def given(arguments: list[str], folder: Path) -> str:
    """What is wrong with how a command answers there; empty when nothing is."""
    before, begun, said = {*os.listdir(folder)}, time.monotonic(), io.StringIO()
    try:
        with chdir(folder), redirect_stdout(said), redirect_stderr(said):
            code = main(arguments)
    except BaseException as error:  # noqa: BLE001 - that is what it looks for
        return f"{type(error).__name__}: {str(error)[:100]}"
    made = {*os.listdir(folder)} - before
    if code not in (0, 1, 2):
        return f"eindigde met {code}"
    if time.monotonic() - begun > MOST_SECONDS:
        return "duurde te lang"
    if found := ENGLISH.search(said.getvalue()):
        return f"zei {found[0]!r}"
    if not said.getvalue().strip():
        return "zei niets"
    nothing = any(one.partition("=")[2] in NOTHING if "=" in one else one in NOTHING for one in arguments)
    return f"maakte {sorted(made)}" if nothing and made else ""


def check(times: int, seed: int) -> Iterator[Row]:
    """So many commands, in a folder of their own every hundred."""
    dice, wrong = Random(seed), []
    for number in range(0, times, 100):
        with tempfile.TemporaryDirectory(prefix="faults-arguments-") as folder:
            place = Path(folder)
            room(place)
            for _ in range(min(100, times - number)):
                arguments = command(dice)
                if why := given(arguments, place):
                    wrong.append(f"{[one[:40] for one in arguments]!a}: {why}")
    yield judged(
        "elke opdracht met een vreemd argument", f"{times} keer",
        f"niets, pijpen, mappen, lange en vreemde namen; zaad {seed}",
        "; ".join(wrong[:3]) or "gedaan, of in het Nederlands gezegd waarom niet", not wrong,
    )  # fmt: skip
