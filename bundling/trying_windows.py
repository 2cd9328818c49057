"""The Windows packages, tried under Wine as a new user would: unpacked to a path with a space and an accent."""

import shutil
import stat
import zipfile
from pathlib import Path

from bundling import windows_packages
from bundling.pins import BuildError
from bundling.screen import Screen
from bundling.trying import Found, goes_on, tried, two_cards_in, two_turns, verdict
from bundling.trying_installed import SESSION, installed_by_msi, installed_by_setup, opened
from bundling.trying_ways import ways_of_windows
from bundling.wine import Wine

HOME = "C:/gegevens van mij é"
SIZES = ((1024, 640, 100), (1920, 1080, 100), (1920, 1080, 200))
LARGEST_ZIP = 28e6
STEPS = ("zip", "ways", "layout", "setup", "msi")


def try_all(out: Path, only: str = "") -> int:
    """Try what ``bundling windows`` made. BuildError at what does not work.

    only: "short" for a window and two turns; or one of STEPS.
    """
    if only and only not in (*STEPS, "short"):
        raise BuildError(f"expected --only short or one of {', '.join(STEPS)}; found {only!r}")
    name = f"{windows_packages.NAME}-{windows_packages.version()}"
    found: list[Found] = []
    with Screen() as screen, Wine(screen.display, network=False) as wine:
        place = wine.path("users/Público/Mijn programma's é")
        tried(found, "unpack the zip", lambda: _unpack(_made(out, f"{name}-windows.zip"), place))
        folder = place / windows_packages.NAME
        before = _written(folder)
        tried(found, "--version", lambda: ran(wine, folder, "--version"))
        tried(found, "without a network: two turns by keys", lambda: _played(screen, wine, folder))
        tried(found, "the report tells of both cards", lambda: _report(wine, folder, "md"))
        if only in ("", "zip"):
            for suffix in ("pdf", "docx"):
                tried(found, f"report as {suffix}", lambda suffix=suffix: _report(wine, folder, suffix))  # type: ignore[misc]
            tried(found, "cards as Excel and on paper", lambda: _cards(wine, folder))
            tried(found, "going on after a kill", lambda: _again(screen, wine, folder))
        if only not in ("short", "layout"):
            tried(found, "a session as a file", lambda: _exported(wine, folder))
        if only in ("", "zip"):
            tried(found, "dropped on Tegenwicht.cmd it opens", lambda: _dropped(screen, wine, folder))
        if only in ("", "ways"):
            ways_of_windows(found, screen, wine, folder)
        for width, height, text in SIZES if only in ("", "layout") else ():
            what = f"layout of every screen, {width}x{height}, text {text} %"
            tried(found, what, lambda w=width, h=height, t=text: _layout(wine, folder, w, h, t))  # type: ignore[misc]
        tried(found, "nothing was written in the program's folder", lambda: _as_before(folder, before))
        if only in ("", "setup"):
            installed_by_setup(found, screen, wine, _made(out, f"{name}-setup.exe"))
        if only in ("", "msi"):
            installed_by_msi(found, screen, wine, _made(out, f"{name}.msi"), out)
    return verdict(found)


def _made(out: Path, name: str) -> Path:
    if not (out / name).exists():
        raise BuildError(f"no {name} in {out} yet: python -m bundling windows")
    return out / name


def _unpack(package: Path, place: Path) -> str:
    """Read-only, as on a disk where a user may write nothing."""
    size = package.stat().st_size
    if size > LARGEST_ZIP:
        raise BuildError(f"the zip is {size / 1e6:.1f} MB; expected {LARGEST_ZIP / 1e6:.0f} at most")
    with zipfile.ZipFile(package) as packed:
        packed.extractall(place)
    for one in place.rglob("*"):
        one.chmod(one.stat().st_mode & ~(stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH))
    return f"{size / 1e6:.1f} MB"


def _written(folder: Path) -> dict[str, tuple[int, int]]:
    """Size and time of every file."""
    return {str(one): (one.stat().st_size, one.stat().st_mtime_ns) for one in folder.rglob("*")}


def _as_before(folder: Path, before: dict[str, tuple[int, int]]) -> None:
    now = _written(folder)
    changed = [one for one in sorted(before.keys() | now.keys()) if before.get(one) != now.get(one)]
    if changed:
        raise BuildError(f"the program wrote in its own folder: {changed[:5]}")


def ran(wine: Wine, folder: Path, *words: str) -> str:
    """What a command of the program printed."""
    return wine.run("python/python.exe", "-X", "utf8", "-m", "tegenwicht", *words, cwd=folder).strip()


def _played(screen: Screen, wine: Wine, folder: Path) -> str:
    running = wine.begin("python/pythonw.exe", "-m", "tegenwicht", "--data-dir", HOME, cwd=folder)
    try:
        return two_turns(screen)
    finally:
        wine.end("pythonw.exe")
        running.wait(60)


def _report(wine: Wine, folder: Path, suffix: str) -> str:
    out = wine.path(f"users/verslag.{suffix}")
    ran(wine, folder, "report", "laatste", "--data-dir", HOME, "--to", f"C:/users/verslag.{suffix}")
    if suffix == "md":
        return two_cards_in(out)
    begins = {"pdf": b"%PDF-", "docx": b"PK"}[suffix]
    if not out.read_bytes().startswith(begins):
        raise BuildError(f"{out.name} is no {suffix}")
    return f"{out.stat().st_size / 1000:.0f} kB"


def _exported(wine: Wine, folder: Path) -> str:
    return ran(wine, folder, "export", "laatste", "--data-dir", HOME, "--to", SESSION)


def _dropped(screen: Screen, wine: Wine, folder: Path) -> str:
    """As Explorer does it, from elsewhere."""
    start = "C:/" + (folder / "Tegenwicht.cmd").relative_to(wine.path("")).as_posix()
    return opened(screen, wine, "start", "/wait", *(one.replace("/", "\\") for one in (start, SESSION)))


def _cards(wine: Wine, folder: Path) -> str:
    """A deck to Excel and back, and on paper."""
    deck = "app/tegenwicht/decks/leidinggevende.yaml"
    for given, made in ((deck, "kaarten.xlsx"), ("C:/users/kaarten.xlsx", "kaarten.yaml")):
        ran(wine, folder, "convert", given, f"C:/users/{made}")
    said = ran(wine, folder, "print", "C:/users/kaarten.yaml", "--to", "C:/users/kaarten.pdf")
    if not wine.path("users/kaarten.pdf").read_bytes().startswith(b"%PDF-"):
        raise BuildError("kaarten.pdf is no PDF")
    return said.splitlines()[-1]


def _again(screen: Screen, wine: Wine, folder: Path) -> str:
    """The session is there after the kill, and goes on by its key."""
    running = wine.begin("python/pythonw.exe", "-m", "tegenwicht", "--data-dir", HOME, cwd=folder)
    try:
        return goes_on(screen)
    finally:
        wine.end("pythonw.exe")
        running.wait(60)


def _layout(wine: Wine, folder: Path, width: int, height: int, text: int) -> str:
    """BuildError with what does not fit, in words and sizes of letters as they are there."""
    words = ("gallery", "--out", "C:/galerij", "--size", f"{width}x{height}", "--text", str(text), "--check")
    shutil.rmtree(wine.path("galerij"), ignore_errors=True)
    said = wine.run(
        "python/python.exe", "-X", "utf8", "-m", "tegenwicht", *words, cwd=folder, check=False
    ).splitlines()
    if len(said) != 1:
        raise BuildError("\n".join(said) or "it said nothing")
    return said[0]
