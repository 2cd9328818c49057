"""What people download, and how soon the packaged folder starts: ``python -m tests.bench.bench_packages [dist]``.

The bytes to play from a fresh clone come from the lock file. The packages are measured where
``python -m bundling`` left them; what is not there is told as not measured.
"""

import os
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.bench_window import PAIRS, ROOT, Row, median
from tests.test_wheel import download, locked, needed

DIST = ROOT / "dist"
SIZE = (1920, 1080)
LONGEST_SECONDS = 30.0
BARE = """
import sys
sys.path.insert(0, sys.argv[1])
from tests.bench.child import bare_window
import time
bare_window((1920, 1080))
time.sleep(60)
"""


def to_play() -> Row:
    """Megabytes that `uv run tegenwicht` downloads, without Python itself."""
    packages = locked()
    names = set(needed(packages, "tegenwicht"))
    sizes = {name: download(packages[name]) / 1e6 for name in names}
    most = max(sizes, key=sizes.__getitem__)
    return Row("downloaded to play, MB", sum(sizes.values()), 35, 40, f"{most} is {sizes[most]:.1f} of it")


def of_windows(dist: Path) -> Row | None:
    """Megabytes of the Windows zip."""
    found = sorted(dist.glob("*windows*.zip"))
    return (
        Row("the Windows zip, MB", found[-1].stat().st_size / 1e6, 28, 35, found[-1].name) if found else None
    )


@contextmanager
def screen() -> Iterator[tuple[str, Path]]:
    """An X screen whose pixels lie in a file: its name and that file."""
    with tempfile.TemporaryDirectory() as folder:
        reading, writing = os.pipe()
        size = "{}x{}x24".format(*SIZE)
        command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-noreset", "-nolisten", "tcp"]
        server = subprocess.Popen([*command, "-fbdir", folder], pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        try:
            yield ":" + os.read(reading, 20).decode().strip(), Path(folder) / "Xvfb_screen0"
        finally:
            server.terminate()
            server.wait()


def to_picture(command: list[str]) -> float:
    """Milliseconds from the start of a process until the screen is not black any more, a third down at the left."""
    with (
        screen() as (name, pixels),
        tempfile.TemporaryDirectory() as data,
        pixels.open("rb", buffering=0) as file,
    ):
        env = os.environ | {"DISPLAY": name, "SDL_VIDEODRIVER": "x11", "HOME": data}
        env.pop("PYTHONDONTWRITEBYTECODE", None)
        begin = time.monotonic()
        process = subprocess.Popen(
            [*command, data], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            while time.monotonic() - begin < LONGEST_SECONDS:
                file.seek(-4 * (SIZE[0] * SIZE[1] * 2 // 3 - SIZE[0] // 10), os.SEEK_END)
                if any(file.read(3)):
                    return (time.monotonic() - begin) * 1000
                time.sleep(0.001)
        finally:
            process.kill()  # SDL takes a request to end as an event
            process.wait()
    raise SystemExit(f"{command} shows nothing")


def start(folder: Path) -> Row | None:
    """The packaged folder for Linux against a bare pygame window, in pairs.

    The starter of the package costs hardly more than Python itself as long as modules are files: out of its archive
    each has to be unpacked.
    """
    program = folder / "tegenwicht"
    if not program.exists():
        return None
    packaged = [str(program), "--size", "{}x{}".format(*SIZE), "--data-dir"]
    bare = [sys.executable, "-c", BARE, str(ROOT)]
    to_picture(packaged), to_picture(bare)
    pairs = [(to_picture(packaged), to_picture(bare)) for _ in range(PAIRS)]
    detail = f"{median([a for a, _ in pairs]):.0f} ms against {median([b for _, b in pairs]):.0f} ms"
    return Row("start of the packaged folder / bare window", median([a / b for a, b in pairs]), 2, 5, detail)


def main(dist: Path = DIST) -> int:
    """Print the rows; 1 when something is too large or too slow."""
    assert tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["uv"]["default-groups"] == []
    rows = {
        "downloaded to play": to_play(),
        "the Windows zip": of_windows(dist),
        "start of the packaged folder": start(dist / "linux" / "tegenwicht"),
    }
    print(f"{'what':58} {'figure':>7} {'target':>7} {'too slow above':>15}  detail")
    for what, row in rows.items():
        print(f"{what}: not measured, it is not in {dist}" if row is None else row)
    return int(any(row is not None and row.figure > row.too_slow for row in rows.values()))


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:2])))
