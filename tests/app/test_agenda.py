"""What happens by itself happens by a clock that goes on between two looks, as a real one does."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tegenwicht.app.timed.due import NEVER
from tests.pilot import TO_THE_TABLE, Pilot, StillClock

A_LOOK_SECONDS = 0.00001


class RealClock(StillClock):
    """Goes on a little with every look."""

    def __call__(self) -> float:
        self.now += A_LOOK_SECONDS
        return self.now


@pytest.fixture
def pilot(tmp_path: Path) -> Iterator[Pilot]:
    found = Pilot(tmp_path)
    found.clock = RealClock()
    with found:
        found.press(*TO_THE_TABLE)
        found.key("return")
        yield found


def waits(pilot: Pilot) -> float:
    app = pilot.app
    return app.agenda.wait(app.model, app.clock())


def test_the_clock_on_the_table_goes_on(pilot: Pilot) -> None:
    before = pilot.app.model.playing
    pilot.pass_time(2)
    after = pilot.app.model.playing
    assert before is not None and after is not None
    assert after.reading.gone > before.reading.gone or after.reading.left < before.reading.left


def test_between_two_seconds_of_it_the_program_waits(pilot: Pilot) -> None:
    pilot.pass_time(2)
    for _ in range(30):
        pilot.app.take([])
    assert waits(pilot) > 0.01  # something is still read ahead, now and then


def test_what_has_its_moment_is_done_in_that_pass(pilot: Pilot) -> None:
    pilot.pass_time(2)
    app = pilot.app
    for _ in range(30):
        app.take([])
    assert [
        one for one in app.agenda.timed if one.due(app.model) <= app.clock() and one.due(app.model) != NEVER
    ] == []
