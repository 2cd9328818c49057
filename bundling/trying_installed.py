"""The setup and the MSI, tried under Wine: installed, started, opened by a file, put over an older one, removed."""

import re
import shutil
import time
from pathlib import Path

from bundling import reproducible, windows_packages
from bundling.pins import BuildError
from bundling.screen import Screen
from bundling.trying import Found, tried
from bundling.wine import Wine

SESSION = "C:/users/een sessie é.tegenwicht"
OLD_FILE = "app/van_een_oudere_versie.py"
UNINSTALL = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\Tegenwicht"
PATIENCE_SECONDS = 60
SEPARATOR = "\\"


def installed_by_setup(found: list[Found], screen: Screen, wine: Wine, package: Path) -> None:
    """The setup for one user. BuildError at what does not work."""
    shutil.copy(package, wine.path("users/setup.exe"))
    kept = _a_session_of_one_s_own(wine)

    def put() -> Path:
        wine.run("C:/users/setup.exe", "/S")
        return _only(wine.path("users").rglob("Programs/Tegenwicht/python/pythonw.exe")).parents[1]

    tried(found, "setup for one user: install, start", lambda: _started(screen, wine, put()))
    tried(found, "setup: a double click opens a session", lambda: opened(screen, wine, *_registered(wine)))

    def over() -> None:
        folder = put()
        (folder / OLD_FILE).write_text("raise SystemExit\n", encoding="ascii")
        put()
        if (folder / OLD_FILE).exists():
            raise BuildError("installing over an older version left files of that one")

    tried(found, "setup: over an older version", over)
    tried(found, "setup: while it runs, nothing is changed", lambda: _left_alone(screen, wine))

    def removed() -> None:
        folder = put()
        wine.run(*_value(wine, UNINSTALL, "QuietUninstallString"))
        _gone(folder / "app")
        _gone(folder / "python")
        if list(wine.path("").rglob("Tegenwicht.lnk")):
            raise BuildError("removing it left the shortcut")
        _still_there(kept)

    tried(found, "setup: remove; sessions stay", removed)


def installed_by_msi(found: list[Found], screen: Screen, wine: Wine, package: Path, out: Path) -> None:
    """The MSI for all users. BuildError at what does not work."""
    kept = _a_session_of_one_s_own(wine)
    program = "Program Files/Tegenwicht/python/pythonw.exe"

    def put(msi: Path) -> Path:
        shutil.copy(msi, wine.path(f"users/{msi.name}"))
        wine.run("msiexec", "/i", f"C:/users/{msi.name}", "/qn")
        return _only(wine.path("").glob(program)).parents[1]

    def over() -> str:
        older = _older(wine, out)
        folder = put(older)
        if not (folder / OLD_FILE).exists():
            raise BuildError("the older version was not installed")
        put(package)
        if (folder / OLD_FILE).exists():
            raise BuildError("installing over an older version left files of that one")
        return _started(screen, wine, folder)

    tried(found, "MSI for all users: over an older version, start", over)
    tried(
        found,
        "MSI: a double click opens a session",
        lambda: opened(screen, wine, "start", "/wait", SESSION.replace("/", "\\")),
    )

    def removed() -> None:
        wine.run("msiexec", "/x", f"C:/users/{package.name}", "/qn")
        _gone(wine.path("Program Files/Tegenwicht/app"))
        _gone(wine.path("Program Files/Tegenwicht/python"))
        if list(wine.path("").rglob("Tegenwicht.lnk")):
            raise BuildError("removing it left the shortcut")
        _still_there(kept)

    tried(found, "MSI: remove; sessions stay", removed)


def _older(wine: Wine, out: Path) -> Path:
    """An MSI of version 0.0.1, small: what a newer one goes over."""
    folder = wine.home / "ouder" / windows_packages.NAME
    for name in ("python/pythonw.exe", OLD_FILE, "tegenwicht.ico"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"old")
    shutil.copy(out / "windows" / windows_packages.NAME / "tegenwicht.ico", folder)
    reproducible.same_time(folder, 0)
    return windows_packages.msi(folder, wine.home / "ouder" / "ouder.msi", 0, "0.0.1")


def _a_session_of_one_s_own(wine: Wine) -> Path:
    """Something in the folder where sessions are, as this user has it."""
    place = wine.local / "tegenwicht" / "van mij.txt"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text("van mij", encoding="ascii")
    return place


def _still_there(place: Path) -> None:
    if not place.exists():
        raise BuildError("removing the program took the sessions with it")


def _only(found: object) -> Path:
    places = list(found)  # type: ignore[call-overload]
    if len(places) != 1:
        raise BuildError(f"expected the program installed once, found {places}")
    return Path(places[0])


def _gone(folder: Path) -> None:
    """Wine ends some programs before they have done all."""
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end and folder.exists():
        time.sleep(0.5)
    if folder.exists():
        left = [one for one in folder.rglob("*") if one.is_file()]
        raise BuildError(f"removing it left {len(left)} files in {folder.name}, such as {left[:3]}")


def _started(screen: Screen, wine: Wine, folder: Path) -> str:
    running = wine.begin("python/pythonw.exe", "-m", "tegenwicht", cwd=folder)
    try:
        seconds = screen.wait_for()
    finally:
        wine.end("pythonw.exe")
        running.wait(60)
    return f"a window after {seconds:.1f} s"


def opened(screen: Screen, wine: Wine, *command: str) -> str:
    """The title of the window that opens then."""
    running = wine.begin(*command)
    try:
        screen.wait_for("Eerdere sessies")
        return screen.title()
    finally:
        wine.end("pythonw.exe")
        running.wait(60)


def _left_alone(screen: Screen, wine: Wine) -> str:
    """BuildError when the setup, or what removes it, takes files from under a program that runs."""
    folder = _only(wine.path("users").rglob("Programs/Tegenwicht/python/pythonw.exe")).parents[1]
    before = {one: one.stat().st_mtime_ns for one in reproducible.files(folder)}
    running = wine.begin("python/pythonw.exe", "-m", "tegenwicht", cwd=folder)
    try:
        screen.wait_for()
        (remover,) = _value(wine, UNINSTALL, "UninstallString")
        in_place = f"_?={remover.rpartition(SEPARATOR)[0]}"  # else it goes on after it has ended
        for command in (("C:/users/setup.exe", "/S"), (remover, "/S", in_place)):
            code, _ = wine.ended(*command)
            if {one: one.stat().st_mtime_ns for one in reproducible.files(folder)} != before:
                raise BuildError(f"{command[0]} changed files of a program that runs")
            if code != windows_packages.STILL_OPEN:
                raise BuildError(f"{command[0]} ended with {code} while the program runs")
    finally:
        wine.end("pythonw.exe")
        running.wait(60)
    return f"{len(before)} files as they were"


def _registered(wine: Wine) -> list[str]:
    """What Windows runs for a session, as the setup wrote it for this user.

    Wine 8 does not look there by itself when a file is opened, as Windows does.
    """
    classes = "HKCU\\Software\\Classes"
    (kind,) = _value(wine, f"{classes}\\.tegenwicht")
    command = _value(wine, f"{classes}\\{kind}\\shell\\open\\command")
    return [word.replace("%1", SESSION.replace("/", "\\")) for word in command]


def _value(wine: Wine, key: str, name: str = "") -> list[str]:
    """The words of a value in the registry; of the one without a name when none is given."""
    said = wine.run("reg", "query", key, *(("/v", name) if name else ("/ve",)))
    return [word.strip('"') for word in re.findall(r'"[^"]+"|\S+', said.split("REG_SZ")[-1])]
