"""Two windows on one folder: each writes what was changed in it, and what was erased stays erased."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from tegenwicht.app.loop import App
from tegenwicht.preferences import Settings
from tegenwicht.screens.shell.commands import Begin, EraseEverything, Leave, Prefer, Put
from tegenwicht.storage.settings import FILE_NAME, read_settings, write_changes
from tests.pilot import DECK, Pilot
from tests.storage.session_samples import deck, setup


@pytest.fixture
def pilot(tmp_path: Path) -> Iterator[Pilot]:
    with Pilot(tmp_path) as found:
        yield found


def begin(pilot: Pilot) -> None:
    """A session with a name, of which the setup is kept for the next time."""
    pilot.press("Spelen", "Verder: tafel en tijd")
    pilot.fill("Deelnemer 1", "Samira")
    pilot.press("Aan tafel", "Naar het begin")


def other_window(pilot: Pilot) -> App:
    """Another copy of the app on the same folder; it has no window of its own here."""
    return App(pilot.folder, deck=DECK, clock=pilot.clock, now=lambda: datetime(2026, 11, 21))


def close(app: App) -> None:
    """What closing writes."""
    app.back.keep_settings(app.model.settings)
    app.back.close()


def kept(pilot: Pilot) -> Settings:
    return read_settings(pilot.folder)[0]


def test_what_one_window_erased_the_other_does_not_write_again(pilot: Pilot) -> None:
    begin(pilot)
    other = other_window(pilot)
    pilot.app.carry_out([EraseEverything()])
    other.do(Prefer("sound", False))
    close(other)
    assert "Samira" not in (pilot.folder / FILE_NAME).read_text("utf-8")
    assert not kept(pilot).sound


def test_names_that_one_window_erased_are_not_what_was_typed_in_the_other(pilot: Pilot) -> None:
    """The other was offered them, and plays with others."""
    begin(pilot)
    other = other_window(pilot)
    pilot.app.carry_out([EraseEverything()])
    other.do(Begin(setup(), deck()))
    other.do(Leave())
    other.desks.typed.flush(other.model)
    close(other)
    assert [
        path for path in pilot.folder.rglob("*") if path.is_file() and b"Samira" in path.read_bytes()
    ] == []


def test_what_one_window_chose_the_other_leaves(pilot: Pilot) -> None:
    other = other_window(pilot)
    pilot.app.carry_out([Prefer("text_size", 150), Prefer("keep_notes", False)])
    other.do(Prefer("sound", False))
    close(other)
    found = kept(pilot)
    assert (found.text_size, found.keep_notes, found.sound) == (150, False, False)


def test_names_of_the_other_window_go_too_when_everything_is_erased(pilot: Pilot) -> None:
    other = other_window(pilot)
    begin(pilot)
    other.do(EraseEverything())
    close(other)
    assert "Samira" not in (pilot.folder / FILE_NAME).read_text("utf-8")


def test_two_windows_at_the_setup_lose_no_names_of_each_other(pilot: Pilot) -> None:
    """Each keeps its own; after a kill each window that starts finds what one of them left."""
    pilot.press("Spelen", "Verder: tafel en tijd")
    pilot.fill("Deelnemer 1", "Samira")
    pilot.pass_time(1)
    other = other_window(pilot)
    assert "Samira" not in other.model.forms.values()
    other.do(Put("setup:name:1", "Joost"))
    other.desks.typed.flush(other.model)
    pilot.killed()
    pilot.press("Spelen", "Verder: tafel en tijd")
    assert pilot.value("Deelnemer 1") == "Samira"
    other.desks.typed.let_go()  # killed too
    third = other_window(pilot)
    assert "Joost" in third.model.forms.values()
    third.desks.close(third.model)


def test_a_window_that_was_killed_loses_no_names_to_one_that_was_open_already(pilot: Pilot) -> None:
    """The one that stays types for the first time after the kill; the next that starts is offered what was left."""
    pilot.press("Spelen", "Verder: tafel en tijd")
    pilot.fill("Deelnemer 1", "Samira")
    pilot.pass_time(1)
    other = other_window(pilot)
    pilot.app.desks.typed.let_go()  # killed
    other.do(Put("setup:name:1", "Joost"))
    other.desks.typed.flush(other.model)
    assert "Samira" in (pilot.folder / "getypt" / "opzet.json").read_text("utf-8")
    third = other_window(pilot)
    assert "Samira" in third.model.forms.values()
    third.desks.close(third.model)
    other.desks.close(other.model)


def test_what_the_other_window_erased_at_this_setup_is_not_written_again_unless_it_is_typed_again(
    pilot: Pilot,
) -> None:
    pilot.press("Spelen", "Verder: tafel en tijd")
    pilot.fill("Deelnemer 1", "Samira")
    pilot.pass_time(1)
    other = other_window(pilot)
    other.do(EraseEverything())
    other.desks.close(other.model)
    pilot.fill("Deelnemer 2", "Joost")
    pilot.pass_time(1)
    typed = pilot.folder / "getypt" / "opzet.json"
    assert list(json.loads(typed.read_text("utf-8"))["forms"].values()) == ["Joost"]
    pilot.fill("Deelnemer 1", "Deniz")
    pilot.fill("Deelnemer 1", "Samira")
    pilot.pass_time(1)
    assert set(json.loads(typed.read_text("utf-8"))["forms"].values()) == {"Joost", "Samira"}


def test_a_data_folder_that_is_away_for_a_moment_is_not_erased(pilot: Pilot) -> None:
    pilot.press("Spelen", "Verder: tafel en tijd")
    pilot.fill("Deelnemer 1", "Samira")
    pilot.pass_time(1)
    typed = pilot.folder / "getypt"
    typed.rename(pilot.folder / "weg")
    pilot.fill("Deelnemer 2", "Joost")
    pilot.pass_time(1)
    assert set(json.loads((typed / "opzet.json").read_text("utf-8"))["forms"].values()) == {"Joost", "Samira"}


def test_a_setting_goes_back_to_what_the_computer_wishes(tmp_path: Path) -> None:
    before = Settings(text_size=150)
    write_changes(tmp_path, Settings(), before)
    write_changes(tmp_path, before, replace(before, text_size=100))
    assert read_settings(tmp_path)[0].text_size == 100


def test_what_a_newer_version_keeps_is_left(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text(json.dumps({"nieuw": [1], "sound": False}))
    before, _ = read_settings(tmp_path)
    write_changes(tmp_path, before, replace(before, text_size=120))
    found = json.loads((tmp_path / FILE_NAME).read_text())
    assert (found["nieuw"], found["sound"], found["text_size"]) == ([1], False, 120)


def test_a_number_that_no_json_can_hold_is_no_setup(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text('{"last_setup": {"setup:rounds": 1e999}}')
    found, said = read_settings(tmp_path)
    assert (found.last_setup, said is not None) == ({}, True)
    write_changes(tmp_path, found, replace(found, sound=False))
    assert not read_settings(tmp_path)[0].sound
