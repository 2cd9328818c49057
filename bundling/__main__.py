"""``python -m bundling``: make the packages, or try them."""

import argparse
import os
import sys
from pathlib import Path

from bundling import pins
from bundling.pins import BuildError

PROJECT = pins.PROJECT


def parser() -> argparse.ArgumentParser:
    """What the command takes."""
    made = argparse.ArgumentParser(prog="python -m bundling", description=__doc__)
    made.add_argument("what", choices=["windows", "linux", "try-windows", "try-linux", "pin"])
    made.add_argument("--out", type=Path, default=PROJECT / "dist", help="where the packages go (dist)")
    made.add_argument("--cache", type=Path, default=PROJECT / "dist" / "inputs", help="where inputs are kept")
    made.add_argument(
        "--only", default="", help="windows: zip, msi or setup alone; try: short, or one of its steps"
    )
    return made


def main(arguments: list[str] | None = None) -> int:
    """0 when all is made or works; 1 with a sentence when not."""
    options = parser().parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    try:
        return _done(options.what, options.out, options.cache, options.only)
    except BuildError as error:
        print(f"bundling: {error}", file=sys.stderr)
        return 1


def _done(what: str, out: Path, cache: Path, only: str) -> int:
    if what == "pin":
        pins.renew()
        return 0
    if what == "windows":
        from bundling.windows_packages import make

        return _told(make(out, cache, only))
    if what == "linux":
        from bundling.linux import make as make_linux

        return _told(make_linux(out, cache))
    if what == "try-windows":
        from bundling.trying_windows import try_all

        return try_all(out, only)
    from bundling.trying_linux import try_all as try_linux

    return try_linux(out, short=only == "short")


def _told(made: list[Path]) -> int:
    from hashlib import sha256

    for file in made:
        print(f"{file.stat().st_size / 1e6:6.1f} MB  {sha256(file.read_bytes()).hexdigest()}  {file.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
