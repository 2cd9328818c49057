"""Windows' own ways, tried under Wine: names it keeps, long paths, old encodings, moved folders, what people set."""

import shutil
from pathlib import Path

from bundling.pins import BuildError
from bundling.screen import Screen
from bundling.trying import Found, tried
from bundling.trying_installed import SESSION
from bundling.wine import Wine

ACCESSIBILITY = "Software\\Microsoft\\Accessibility"
CONTRAST = "Control Panel\\Accessibility\\HighContrast"
FOLDERS = "Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\User Shell Folders"
DESKTOP = "Control Panel\\Desktop"
THEMES = "Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize"
LONG = "een map met een heel lange naam zoals die op een netwerkschijf van een gemeente staat"


def ways_of_windows(found: list[Found], screen: Screen, wine: Wine, folder: Path) -> None:
    """BuildError at what goes another way than on Windows it should."""
    data = ("--data-dir", "C:/gegevens van mij é")

    def program(*words: str, check: bool = True, **env: str) -> str:
        command = ("python/python.exe", "-m", "tegenwicht", *words)
        return wine.run(*command, cwd=folder, check=check, **env).strip()

    def names() -> str:
        """CON, NUL and the like are no files; so says a sentence, and nothing hangs."""
        for name in ("CON.md", "NUL.md", "C:/users/a?b.md", "C:/is er niet/v.md"):
            done = wine.ended("python/python.exe", "-X", "utf8", "-m", "tegenwicht", "report", "laatste", *data,
                              "--to", name, cwd=folder)  # fmt: skip
            if not done[0] or "Traceback" in done[1]:
                raise BuildError(f"a report as {name} ended with {done[0]}: {done[1]}")
        return done[1].strip()

    def long() -> str:
        """A path of more than 260 letters."""
        place = f"C:/users/{LONG}/{LONG}/{LONG}/{LONG}"
        wine.path(place).mkdir(parents=True, exist_ok=True)
        program("report", "laatste", *data, "--to", f"{place}/verslag.md")
        if not (wine.path(place) / "verslag.md").exists():
            raise BuildError(f"no report in a path of {len(place)} letters")
        return f"{len(place)} letters"

    def star() -> str:
        """``*`` reaches the program as it is: no shell fills it in."""
        for name in ("een", "twee"):
            shutil.copy(wine.path(SESSION), wine.path(f"users/{name}.tegenwicht"))
        said = program("import", "C:/users/*.tegenwicht", "--data-dir", "C:/uit-bestanden")
        if len(said.splitlines()) < 3:
            raise BuildError(f"three files were meant by *.tegenwicht; it said {said!r}")
        return f"{len(said.splitlines())} files"

    def redirected() -> str:
        """What goes to a file or a pipe has an encoding of its own; the .cmd takes UTF-8."""
        command = "tegenwicht-opdracht.cmd report --data-dir C:/uit-bestanden > C:\\uit.txt"
        wine.run("cmd", "/c", command, cwd=folder)
        text = wine.path("uit.txt").read_bytes().decode("utf-8")
        if not text.strip():
            raise BuildError(f"the list of sessions in a file is {text!r}")
        old = program("report", "--data-dir", "C:/uit-bestanden", PYTHONIOENCODING="cp850", PYTHONUTF8="0")
        if len(old.splitlines()) != len(text.splitlines()):
            raise BuildError(f"in UTF-8 it prints {text!r}, in cp850 {old!r}")
        return f"{len(text.splitlines())} lines"

    def folders() -> str:
        """The documents folder may have been moved, as OneDrive does, and so may %LOCALAPPDATA%."""
        wine.set(FOLDERS, "Personal", "C:\\OneDrive - Gemeente\\Documenten", "REG_EXPAND_SZ")
        wine.set(FOLDERS, "Local AppData", "C:\\elders\\Local", "REG_EXPAND_SZ")
        for place in ("OneDrive - Gemeente/Documenten", "elders/Local"):
            wine.path(place).mkdir(parents=True, exist_ok=True)
        said = _asked(
            wine, folder, "from tegenwicht import paths; print(paths.documents_folder(), paths.data_folder())"
        )
        wine.unset(FOLDERS, "Local AppData")
        wine.unset(FOLDERS, "Personal")
        wanted = "C:\\OneDrive - Gemeente\\Documenten C:\\elders\\Local\\tegenwicht"
        if said != wanted:
            raise BuildError(f"expected {wanted}, found {said}")
        return said

    def wished() -> str:
        """Text size, high contrast, dark, and less motion, as set in Windows."""
        wine.set(ACCESSIBILITY, "TextScaleFactor", "150", "REG_DWORD")
        wine.set(THEMES, "AppsUseLightTheme", "0", "REG_DWORD")
        wine.set(CONTRAST, "Flags", "127")
        said = _asked(wine, folder, "from tegenwicht.storage import wishes; print(wishes.begin()())")
        wine.set(CONTRAST, "Flags", "126")
        dark = _asked(wine, folder, "from tegenwicht.storage import wishes; print(wishes.begin()())")
        wine.unset(ACCESSIBILITY, "TextScaleFactor")
        wine.unset(THEMES, "AppsUseLightTheme")
        if "150" not in said or "CONTRAST" not in said or "DARK" not in dark:
            raise BuildError(f"150 %, high contrast and then dark were set; found {said} and {dark}")
        return said

    def dense() -> str:
        """On a screen that is set to 150 % the window has all its pixels, and is drawn as large as it must."""
        wine.set(DESKTOP, "LogPixels", "144", "REG_DWORD")
        running = wine.begin("python/pythonw.exe", "-m", "tegenwicht", "--data-dir", "C:/fijn", "--size", "1200x700",
                             cwd=folder)  # fmt: skip
        try:
            screen.wait_for()
            size = screen.window_size()
        finally:
            wine.end("pythonw.exe")
            running.wait(60)
            wine.unset(DESKTOP, "LogPixels")
        if size != (1200, 700):
            raise BuildError(
                f"a window of 1200x700 pixels was asked for and is {size} on a screen set to 150 %"
            )
        return f"{size[0]}x{size[1]}"

    tried(found, "names that Windows keeps, and folders that are not there", names)
    tried(found, "a path of more than 260 letters", long)
    tried(found, "*.tegenwicht, not filled in", star)
    tried(found, "what is printed into a file, and in an old encoding", redirected)
    tried(found, "documents in OneDrive, %LOCALAPPDATA% elsewhere", folders)
    tried(found, "text size, contrast and dark of the system", wished)
    tried(found, "a screen at 150 %", dense)


def _asked(wine: Wine, folder: Path, code: str) -> str:
    return wine.run("python/python.exe", "-X", "utf8", "-c", code, cwd=folder).strip()
