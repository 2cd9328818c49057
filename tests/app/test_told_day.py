"""When it was, as people say it."""

from datetime import UTC, datetime, timedelta

import pytest

from tegenwicht.plain.dates import clock_time, told_day

NOW = datetime(2026, 11, 27, 20, 30).astimezone()
"""A Friday evening."""


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (timedelta(hours=1), "vanavond"), (timedelta(hours=5), "vanmiddag"), (timedelta(hours=11), "vanmorgen"),
        (timedelta(hours=18), "vannacht"), (timedelta(hours=22), "gisteren"), (timedelta(days=3), "dinsdag"),
        (timedelta(days=7), "20 nov"), (timedelta(days=400), "23 okt 2025"), (-timedelta(days=2), "29 nov"),
    ],
)  # fmt: skip
def test_a_moment_is_told_as_people_do(before: timedelta, words: str) -> None:
    moment = (NOW - before).astimezone(UTC).isoformat(timespec="milliseconds")
    assert told_day(moment, NOW) == words


def test_what_nobody_can_tell_is_not_told() -> None:
    assert told_day("", NOW) == clock_time("") == ""


def test_a_time_of_the_day_is_told_as_people_write_it() -> None:
    assert clock_time(NOW.replace(hour=14, minute=5).astimezone(UTC).isoformat()) == "14.05 uur"
