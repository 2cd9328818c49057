"""What is prepared while nobody presses anything: it is there at once, nothing of it is seen, and it comes to an end."""

from pathlib import Path

import pytest

from tegenwicht.app.timed.ahead import Ahead
from tegenwicht.app.timed.due import NEVER
from tests.pilot import Pilot


def let_it(pilot: Pilot) -> int:
    """Let it prepare all that it wants; in how many steps."""
    app = pilot.app
    (ahead,) = (one for one in app.agenda.timed if isinstance(one, Ahead))
    for steps in range(500):
        due = ahead.due(app.model)
        if due == NEVER:
            return steps
        pilot.clock.now = max(pilot.clock.now, due)
        app.take([])
    raise AssertionError("it never ends")


def made(pilot: Pilot, monkeypatch: pytest.MonkeyPatch, label: str) -> int:
    """How many drawings had to be made when a button was pressed."""
    put, count = type(pilot.app.screen.stage.painter.drawings).put, []
    with monkeypatch.context() as patch:
        patch.setattr(
            type(pilot.app.screen.stage.painter.drawings), "put",
            lambda kept, key, surface: (count.append(key), put(kept, key, surface))[1],
        )  # fmt: skip
        pilot.press(label)
    return len(count)


def test_the_first_table_finds_everything_drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Pilot(tmp_path / "one") as pilot:
        pilot.press("Spelen", "Verder: tafel en tijd")
        unprepared = made(pilot, monkeypatch, "Aan tafel")
    with Pilot(tmp_path / "two") as pilot:
        pilot.press("Spelen", "Verder: tafel en tijd")
        let_it(pilot)
        prepared = made(pilot, monkeypatch, "Aan tafel")
        assert pilot.app.back.session is not None
    assert unprepared > 50
    assert prepared < unprepared / 5


def test_nothing_of_it_is_seen_heard_or_kept(tmp_path: Path) -> None:
    with Pilot(tmp_path) as pilot:
        for press in ("Spelen", "Verder: tafel en tijd", "Aan tafel", "Laat het lot kiezen"):
            stage, tree, pixels = pilot.app.screen.stage, pilot.app.tree, pilot.app.screen.surface.copy()
            frames, sessions = stage.frames, pilot.app.back.sessions()
            let_it(pilot)
            assert (stage.frames, pilot.app.tree) == (frames, tree)
            assert pilot.app.screen.surface.get_buffer().raw == pixels.get_buffer().raw
            assert pilot.app.back.sessions() == sessions
            pilot.press(press)


def test_it_comes_to_an_end_and_begins_again_when_something_else_can_come(tmp_path: Path) -> None:
    with Pilot(tmp_path) as pilot:
        assert let_it(pilot) > 5
        assert let_it(pilot) == 0
        pilot.press("Spelen")
        assert let_it(pilot) > 0
        assert let_it(pilot) == 0
