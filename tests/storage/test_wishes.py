"""What is set on the computer holds here until someone chooses otherwise; on three systems, from samples."""

import os
import plistlib
from dataclasses import replace
from pathlib import Path

import pytest

from tegenwicht.preferences import Settings, Theme, Wishes
from tegenwicht.storage import wishes
from tegenwicht.storage.settings import read_settings, write_changes
from tests.pilot import Pilot

DARK_AND_LARGE = Wishes(150, Theme.DARK, True)


def test_windows_tells_size_contrast_and_motion_as_its_registry_has_them() -> None:
    moving, still = bytes.fromhex("9e1e078012000000"), bytes.fromhex("9e1e078010000000")
    usual = {"TextScaleFactor": 100, "AppsUseLightTheme": 1, "Flags": "126", "UserPreferencesMask": moving}
    assert wishes.of_windows(usual) == Wishes()
    asked = {"TextScaleFactor": 148, "AppsUseLightTheme": 0, "UserPreferencesMask": still}
    assert wishes.of_windows(usual | asked) == DARK_AND_LARGE
    assert wishes.of_windows(usual | {"Flags": "127"}).theme is Theme.CONTRAST
    assert wishes.of_windows({"TextScaleFactor": 225}).text_size == 200
    assert wishes.of_windows({}) == Wishes()


def test_macos_tells_dark_contrast_and_motion_as_its_files_have_them(tmp_path: Path) -> None:
    place = tmp_path / "Library" / "Preferences"
    place.mkdir(parents=True)
    assert wishes.begin("darwin", tmp_path)() == Wishes()
    (place / ".GlobalPreferences.plist").write_bytes(plistlib.dumps({"AppleInterfaceStyle": "Dark"}))
    (place / "com.apple.universalaccess.plist").write_bytes(plistlib.dumps({"reduceMotion": 1}))
    assert wishes.begin("darwin", tmp_path)() == Wishes(100, Theme.DARK, True)
    (place / "com.apple.universalaccess.plist").write_bytes(b"bplist00 damaged")
    assert wishes.begin("darwin", tmp_path)() == Wishes(100, Theme.DARK, False)


@pytest.mark.skipif(os.name == "nt", reason="a program that is a script")
def test_gnome_tells_them_through_gsettings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "gsettings"
    lines = ("color-scheme 'prefer-dark'", "text-scaling-factor 1.5", "enable-animations false")
    printed = "\n".join(f"org.gnome.desktop.interface {line}" for line in lines)
    program.write_text(f"#!/bin/sh\ncat <<'EIND'\n{printed}\nEIND\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    monkeypatch.setattr(wishes, "PATIENCE_SECONDS", 60)
    assert wishes.begin("linux")() == DARK_AND_LARGE
    program.write_text("#!/bin/sh\nexec sleep 9\n")
    monkeypatch.setattr(wishes, "PATIENCE_SECONDS", 0.1)
    assert wishes.begin("linux")() == Wishes()


@pytest.mark.parametrize("junk", ["", "nan", "inf", "1e999", "x", None, [], b"\xff"])
def test_what_makes_no_sense_is_not_wished(junk: object) -> None:
    assert (
        wishes.of_windows(dict.fromkeys(("TextScaleFactor", "Flags", "UserPreferencesMask"), junk)).text_size
        == 100
    )
    assert wishes.of_gnome({"text-scaling-factor": junk}).text_size in (100, 200)


def test_the_settings_follow_the_computer_until_something_else_is_chosen(tmp_path: Path) -> None:
    settings, _ = read_settings(tmp_path, wishes=DARK_AND_LARGE)
    assert (settings.theme, settings.text_size, settings.reduced_motion) == (Theme.DARK, 150, True)
    write_changes(tmp_path, Settings(), replace(settings, sound=False, text_size=120))
    again, _ = read_settings(tmp_path, wishes=Wishes(100, Theme.CONTRAST, False))
    assert (again.theme, again.text_size, again.reduced_motion) == (Theme.CONTRAST, 120, False)
    assert not again.sound


def test_what_was_chosen_before_the_computer_was_asked_stays_chosen(tmp_path: Path) -> None:
    write_changes(tmp_path, Settings(theme=Theme.DARK), Settings(theme=Theme.LIGHT))
    settings, _ = read_settings(tmp_path, wishes=DARK_AND_LARGE)
    assert settings.theme is Theme.LIGHT


def test_the_first_screen_is_as_the_computer_wishes(tmp_path: Path) -> None:
    with Pilot(tmp_path, motion=True, wishes=DARK_AND_LARGE) as pilot:
        pilot.key("f2")
        assert pilot.control("Donker").pressed
        assert pilot.control("Minder beweging").pressed
        assert pilot.value("Tekstgrootte") == "150 %"
