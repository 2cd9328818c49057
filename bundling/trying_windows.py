"""The Windows folder, tried under Wine as a new user would: unpacked to a path with a space and an accent."""

import shutil
import stat
import time
import zipfile
from pathlib import Path

from bundling import windows_packages
from bundling.pins import BuildError
from bundling.screen import Screen
from bundling.trying import Found, tried, two_cards_in, two_turns, verdict
from bundling.wine import Wine

HOME = "C:/gegevens van mij"
SIZES = ((1024, 640, 100), (1920, 1080, 100), (1920, 1080, 200))


def try_all(out: Path, cache: Path, short: bool = False) -> int:
    """Everything, or in short the zip, a window and two turns. BuildError at what does not work."""
    made = windows_packages.make(out, cache, "zip" if short else "")
    found: list[Found] = []
    with Screen() as screen, Wine(screen.display) as wine:
        place = wine.path("users/Público/Mijn programma's é")
        tried(found, "unpack the zip", lambda: _unpack(made[0], place))
        folder = place / windows_packages.NAME
        tried(found, "read-only folder", lambda: _read_only(folder))
        tried(found, "--version", lambda: _ran(wine, folder, "--version"))
        tried(found, "window and two turns by keys", lambda: _played(screen, wine, folder))
        tried(found, "the report tells of both cards", lambda: _report(wine, folder, "md"))
        if not short:
            _the_rest(found, screen, wine, folder, made)
    return verdict(found)


def _the_rest(found: list[Found], screen: Screen, wine: Wine, folder: Path, made: list[Path]) -> None:
    for suffix in ("pdf", "docx"):
        tried(found, f"report as {suffix}", lambda suffix=suffix: _report(wine, folder, suffix))  # type: ignore[misc]
    tried(found, "going on after a kill", lambda: _again(screen, wine, folder))
    for width, height, text in SIZES:
        what = f"layout of every screen, {width}x{height}, text {text} %"
        tried(found, what, lambda w=width, h=height, t=text: _layout(wine, folder, w, h, t))  # type: ignore[misc]
    tried(found, "setup for one user: install, start, remove", lambda: _setup(screen, wine, made[2]))
    tried(found, "MSI: install, start, remove", lambda: _msi(screen, wine, made[1]))


def _unpack(package: Path, place: Path) -> str:
    with zipfile.ZipFile(package) as packed:
        packed.extractall(place)
    return f"{package.stat().st_size / 1e6:.1f} MB"


def _read_only(folder: Path) -> None:
    for one in folder.rglob("*"):
        one.chmod(one.stat().st_mode & ~stat.S_IWUSR)


def _ran(wine: Wine, folder: Path, *words: str) -> str:
    return wine.run("python/python.exe", "-X", "utf8", "-m", "tegenwicht", *words, cwd=folder).strip()


def _played(screen: Screen, wine: Wine, folder: Path) -> str:
    running = wine.begin("python/pythonw.exe", "-m", "tegenwicht", "--data-dir", HOME, cwd=folder)
    try:
        return two_turns(screen)
    finally:
        running.kill()
        _killed(wine)


def _killed(wine: Wine) -> None:
    """Every program at once, as when the power goes."""
    wine.run("taskkill", "/F", "/IM", "pythonw.exe", check=False)
    time.sleep(1)


def _report(wine: Wine, folder: Path, suffix: str) -> str:
    out = wine.path(f"users/verslag.{suffix}")
    _ran(wine, folder, "report", "laatste", "--data-dir", HOME, "--to", f"C:/users/verslag.{suffix}")
    if suffix == "md":
        return two_cards_in(out)
    begins = {"pdf": b"%PDF-", "docx": b"PK"}[suffix]
    if not out.read_bytes().startswith(begins):
        raise BuildError(f"{out.name} is no {suffix}")
    return f"{out.stat().st_size / 1000:.0f} kB"


def _again(screen: Screen, wine: Wine, folder: Path) -> str:
    """The session is there after the kill, and goes on by its key."""
    running = wine.begin("python/pythonw.exe", "-m", "tegenwicht", "--data-dir", HOME, cwd=folder)
    try:
        screen.wait_for()
        time.sleep(2)
        screen.keys("2", pause=2)
        title = screen.title()
        if "Ronde" not in title:
            raise BuildError(f"after the kill the session did not come back; the window is called {title!r}")
        return title
    finally:
        running.kill()
        _killed(wine)


def _layout(wine: Wine, folder: Path, width: int, height: int, text: int) -> str:
    words = ("gallery", "--out", "C:/galerij", "--size", f"{width}x{height}", "--text", str(text), "--check")
    said = _ran(wine, folder, *words)
    return said.splitlines()[0]


def _setup(screen: Screen, wine: Wine, package: Path) -> str:
    shutil.copy(package, wine.path("users/setup.exe"))
    wine.run("C:/users/setup.exe", "/S")
    (program,) = wine.path("users").rglob("Programs/Tegenwicht/python/pythonw.exe")
    folder = program.parents[1]
    started = _started(screen, wine, folder)
    wine.run(f"Z:{folder}/verwijder.exe", "/S", f"_?=Z:{folder}", check=False)
    time.sleep(2)
    if (folder / "app").exists():
        raise BuildError("removing the setup left the program")
    if not wine.path(HOME).exists():
        raise BuildError("removing the program took the sessions with it")
    return started


def _msi(screen: Screen, wine: Wine, package: Path) -> str:
    shutil.copy(package, wine.path("users/tegenwicht.msi"))
    wine.run("msiexec", "/i", "C:/users/tegenwicht.msi", "/qn")
    (program,) = wine.path("").glob("Program Files/Tegenwicht/python/pythonw.exe")
    folder = program.parents[1]
    started = _started(screen, wine, folder)
    wine.run("msiexec", "/x", "C:/users/tegenwicht.msi", "/qn")
    if (folder / "app" / "tegenwicht").exists():
        raise BuildError("removing the MSI left the program")
    return started


def _started(screen: Screen, wine: Wine, folder: Path) -> str:
    running = wine.begin("python/pythonw.exe", "-m", "tegenwicht", cwd=folder)
    try:
        seconds = screen.wait_for()
    finally:
        running.kill()
        _killed(wine)
    return f"a window after {seconds:.1f} s"
