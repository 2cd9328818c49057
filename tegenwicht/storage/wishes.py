"""What someone has set on this computer: dark or high contrast, larger text, less motion. Only reads.

The settings follow it until something else is chosen here. What cannot be found out is not wished.
"""

import os
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from tegenwicht.preferences import TEXT_SIZES, Theme, Wishes

PATIENCE_SECONDS = 0.5
NO_ANIMATIONS_BYTE, ANIMATIONS_BIT = 4, 0x02
"""Where Windows keeps in ``UserPreferencesMask`` whether what is inside a window may move."""
SCHEMAS = ("org.gnome.desktop.interface", "org.gnome.desktop.a11y.interface")
Values = Mapping[str, Any]


def begin(platform: str = sys.platform, home: Path | None = None) -> Callable[[], Wishes]:
    """Begin to ask; the answer comes from what is returned, which waits no longer than half a second."""
    if platform == "win32":
        return lambda: of_windows(_registry())
    if platform == "darwin":
        return lambda: of_macos(_preferences(home or Path.home()))
    collect = _gsettings()
    return lambda: of_gnome(collect())


def of_windows(values: Values) -> Wishes:
    """From what is in the registry, by the names there."""
    mask = values.get("UserPreferencesMask")
    still = isinstance(mask, bytes) and len(mask) > NO_ANIMATIONS_BYTE
    moves = not still or bool(mask[NO_ANIMATIONS_BYTE] & ANIMATIONS_BIT)  # type: ignore[index]
    contrast = bool(_number(values.get("Flags")) & 1)
    dark = values.get("AppsUseLightTheme") == 0
    return Wishes(_size(values.get("TextScaleFactor")), _theme(contrast, dark), not moves)


def of_macos(values: Values) -> Wishes:
    """From the preference files of macOS, by the names there."""
    theme = _theme(bool(values.get("increaseContrast")), values.get("AppleInterfaceStyle") == "Dark")
    return Wishes(theme=theme, reduced_motion=bool(values.get("reduceMotion")))


def of_gnome(values: Values) -> Wishes:
    """From the lines of ``gsettings list-recursively``, by key; other desktops keep these too."""
    dark = "prefer-dark" in values.get("color-scheme", "")
    contrast = values.get("high-contrast") == "true" or "HighContrast" in values.get("gtk-theme", "")
    size = _size(_number(values.get("text-scaling-factor"), 1.0) * 100)
    return Wishes(size, _theme(contrast, dark), values.get("enable-animations") == "false")


def _theme(contrast: bool, dark: bool) -> Theme:
    if contrast:
        return Theme.CONTRAST
    return Theme.DARK if dark else Theme.LIGHT


def _size(per_cent: Any) -> int:
    """The nearest of our sizes."""
    wanted = _number(per_cent, 100.0)
    return min(TEXT_SIZES, key=lambda size: abs(size - wanted))


def _number(value: Any, otherwise: float = 0) -> Any:
    try:
        return type(otherwise)(value)
    except (TypeError, ValueError, OverflowError):
        return otherwise


# -- asking


def _registry() -> Values:
    import winreg as registry

    places = (
        (r"Software\Microsoft\Accessibility", "TextScaleFactor"),
        (r"Software\Microsoft\Windows\CurrentVersion\Themes\Personalize", "AppsUseLightTheme"),
        (r"Control Panel\Accessibility\HighContrast", "Flags"),
        (r"Control Panel\Desktop", "UserPreferencesMask"),
    )
    reg: Any = registry
    found: dict[str, Any] = {}
    for place, name in places:
        try:
            with reg.OpenKey(reg.HKEY_CURRENT_USER, place) as key:
                found[name] = reg.QueryValueEx(key, name)[0]
        except OSError:
            continue  # never set: nothing is wished
    return found


def _preferences(home: Path) -> Values:
    import plistlib

    found: dict[str, Any] = {}
    for name in (".GlobalPreferences.plist", "com.apple.universalaccess.plist"):
        try:
            read = plistlib.loads((home / "Library" / "Preferences" / name).read_bytes())
        except (OSError, ValueError):
            continue  # not there, or not for us
        found |= read if isinstance(read, dict) else {}
    return found


def _gsettings() -> Callable[[], Values]:
    """Start ``gsettings``, which is ready before a window can be open.

    Without ``subprocess``: to load that alone takes as long as the answer.
    """
    places = (os.path.join(folder, "gsettings") for folder in os.get_exec_path())
    program = next((place for place in places if os.access(place, os.X_OK)), None)
    if program is None or not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return dict
    try:
        running = [_started([program, "list-recursively", schema]) for schema in SCHEMAS]
    except OSError:
        return dict

    def collect() -> Values:
        end = time.monotonic() + PATIENCE_SECONDS
        return {key: value for one in running for key, value in _lines(_printed(*one, end))}

    return collect


def _started(command: list[str]) -> tuple[int, int]:
    """(its number, where what it prints can be read)"""
    read, write = os.pipe()
    quiet = [(os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_RDWR, 0) for number in (0, 2)]
    actions = [(os.POSIX_SPAWN_DUP2, write, 1), *quiet]
    try:
        return os.posix_spawn(command[0], command, os.environ, file_actions=actions), read
    except OSError:
        os.close(read)
        raise
    finally:
        os.close(write)


def _printed(number: int, read: int, end: float) -> bytes:
    """All that it printed; nothing when it is not done in time."""
    import select
    import signal

    parts: list[bytes] = []
    while not parts or parts[-1]:
        if not select.select([read], [], [], max(0.0, end - time.monotonic()))[0]:
            os.kill(number, signal.SIGKILL)
            parts = [b""]
            break
        parts.append(os.read(read, 65536))
    os.close(read)
    os.waitpid(number, 0)
    return b"".join(parts)


def _lines(printed: bytes) -> list[tuple[str, str]]:
    """(key, value) of each line."""
    parts = (line.split(maxsplit=2) for line in printed.decode("utf-8", "replace").splitlines())
    return [(part[1], part[2]) for part in parts if len(part) == 3]
