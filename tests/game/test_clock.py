"""A turn's time: it shows and never forces. Times are in seconds; 30 to think and 180 to talk."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tegenwicht.game import events, tegenwicht
from tegenwicht.game.clock import Clock, Reading, Stage, changed, read
from tegenwicht.game.refusals import Refusal
from tests.game.tables import TWO_OF_EACH, Play


@pytest.mark.parametrize(
    ("spent", "expected"),
    [
        (0, Reading(Stage.THINKING, left=30, gone=0.0)),
        (15, Reading(Stage.THINKING, left=15, gone=0.5)),
        (30, Reading(Stage.TALKING, left=180, gone=0.0)),
        (165, Reading(Stage.TALKING, left=45, gone=0.75)),
        (210, Reading(Stage.OVER, left=0, gone=1.0)),
        (230, Reading(Stage.OVER, left=0, gone=1.0, past=20)),
        (9999, Reading(Stage.OVER, left=0, gone=1.0, past=9789)),
    ],
)
def test_first_there_is_time_to_think_then_to_talk_then_it_is_over(spent: float, expected: Reading) -> None:
    assert read(Clock(), 30, 180, spent) == expected


def test_without_thinking_time_the_talking_begins_at_once() -> None:
    assert read(Clock(), 0, 180, 0) == Reading(Stage.TALKING, left=180, gone=0.0)


def test_without_talking_time_it_is_over_after_the_thinking() -> None:
    assert read(Clock(), 30, 0, 29).stage is Stage.THINKING
    assert read(Clock(), 30, 0, 30) == Reading(Stage.OVER, left=0, gone=1.0)


def test_without_any_time_there_is_no_clock() -> None:
    assert read(Clock(), 0, 0, 5) == Reading(Stage.OFF, left=0, gone=0.0)


def test_a_clock_that_is_switched_off_shows_nothing() -> None:
    assert read(Clock(on=False), 30, 180, 5).stage is Stage.OFF


def test_a_minute_more_is_added_to_the_talking() -> None:
    clock = changed(Clock(), events.MinuteAdded(10), 30, 180)
    assert read(clock, 30, 180, 10) == Reading(Stage.THINKING, left=20, gone=10 / 30)
    assert read(clock, 30, 180, 30) == Reading(Stage.TALKING, left=240, gone=0.0)


def test_a_minute_more_after_the_end_is_a_whole_minute_from_then() -> None:
    clock = changed(Clock(), events.MinuteAdded(500), 30, 180)
    assert read(clock, 30, 180, 500) == Reading(Stage.TALKING, left=60, gone=470 / 530)
    again = changed(clock, events.MinuteAdded(505), 30, 180)
    assert read(again, 30, 180, 505).left == 115


def test_a_minute_can_be_given_to_a_turn_without_time() -> None:
    assert read(changed(Clock(), events.MinuteAdded(0), 0, 0), 0, 0, 0) == Reading(Stage.TALKING, 60, 0.0)


@given(st.integers(0, 3600), st.integers(0, 3600), st.floats(0, 1e6), st.floats(0, 1e6))
def test_what_is_left_never_grows_by_itself(thinking: int, talking: int, some: float, more: float) -> None:
    stages = list(Stage)
    one, two = (read(Clock(), thinking, talking, spent) for spent in sorted((some, more)))
    assert 0 <= one.gone <= 1 and one.left >= 0
    assert (stages.index(one.stage), -one.left) <= (stages.index(two.stage), -two.left)


def test_only_what_is_about_the_clock_changes_it() -> None:
    with pytest.raises(ValueError, match="not a clock event"):
        changed(Clock(), events.Undone(1), 30, 180)


# -- at the table


def playing() -> Play:
    play = Play(TWO_OF_EACH, thinking_seconds=30, talking_seconds=180)
    play.do(tegenwicht.Draw())
    return play


def test_there_is_no_time_to_pause_before_a_card_lies_there() -> None:
    play = Play(TWO_OF_EACH)
    for action in (
        events.PauseClock(1),
        events.StartClock(1),
        events.AddMinute(1),
        events.SwitchClock(False),
    ):
        assert play.refusal(action) is Refusal.NO_CARD_ON_TABLE
    assert (
        not {events.PauseClock, events.StartClock, events.AddMinute, events.SwitchClock(False)} & play.legal
    )


def test_the_clock_pauses_and_starts_again_and_knows_what_was_spent() -> None:
    play = playing()
    play.do(events.PauseClock(12.5))
    assert play.timeline.clock == Clock(paused=True, spent=12.5)
    play.do(events.StartClock(13))
    assert play.timeline.clock == Clock(paused=False, spent=13)


def test_a_running_clock_can_be_paused_and_a_paused_one_started_and_not_the_other_way_round() -> None:
    play = playing()
    assert events.PauseClock in play.legal and events.StartClock not in play.legal
    assert play.refusal(events.StartClock(1)) is Refusal.CLOCK_IS_OFF
    play.do(events.PauseClock(1))
    assert events.StartClock in play.legal and events.PauseClock not in play.legal
    assert play.refusal(events.PauseClock(1)) is Refusal.CLOCK_IS_OFF


def test_a_clock_that_is_off_takes_no_pause_and_no_minute_and_can_be_switched_on() -> None:
    play = playing()
    play.do(events.SwitchClock(False))
    assert (
        not {events.PauseClock, events.StartClock, events.AddMinute, events.SwitchClock(False)} & play.legal
    )
    assert play.refusal(events.AddMinute(1)) is Refusal.CLOCK_IS_OFF
    play.do(events.SwitchClock(True))
    assert play.timeline.clock.on


def test_a_session_without_times_has_nothing_to_pause_or_switch_until_a_minute_is_given() -> None:
    play = Play(TWO_OF_EACH, thinking_seconds=0, talking_seconds=0)
    play.do(tegenwicht.Draw())
    assert events.PauseClock not in play.legal and events.SwitchClock(False) not in play.legal
    play.do(events.AddMinute(3), events.PauseClock(5))
    assert events.SwitchClock(False) in play.legal


def test_as_much_time_to_think_as_to_talk_and_a_minute_more_is_time_all_the_same() -> None:
    play = Play(TWO_OF_EACH, thinking_seconds=30, talking_seconds=30)
    play.do(
        tegenwicht.Draw(),
        events.PauseClock(1),
        events.StartClock(1),
        events.AddMinute(1),
        events.PauseClock(1),
    )


@pytest.mark.parametrize("spent", [-1, float("nan"), float("inf")])
def test_no_clock_runs_for_a_senseless_number_of_seconds(spent: float) -> None:
    for action in (events.PauseClock(spent), events.AddMinute(spent)):
        assert playing().refusal(action) is Refusal.TIME_OUT_OF_RANGE


def test_the_time_being_over_takes_nothing_away() -> None:
    play = playing()
    legal = play.legal
    play.do(events.PauseClock(9999), events.StartClock(9999))
    assert play.legal == legal


def test_a_counterweight_beside_the_card_is_in_the_same_time() -> None:
    play = playing()
    play.do(events.PauseClock(40), tegenwicht.DrawCounterweight())
    assert play.timeline.clock.paused


def test_another_card_or_another_turn_has_a_clock_of_its_own() -> None:
    play = playing()
    play.do(events.SwitchClock(False), tegenwicht.PutAside(), tegenwicht.Draw())
    assert play.timeline.clock == Clock()
    play.do(events.PauseClock(5), tegenwicht.FinishTurn(), tegenwicht.Draw())
    assert play.timeline.clock == Clock()


def test_time_is_not_taken_back_by_undo() -> None:
    play = playing()
    play.do(events.AddMinute(5), events.PauseClock(8))
    assert play.do(events.Undo()) == events.Undone(1)  # the card
    assert play.timeline.clock_of is None


def test_other_times_hold_from_now_and_are_taken_back_by_undo() -> None:
    play = playing()
    play.do(events.ChooseTimes(0, 3600))
    assert (play.session.thinking_seconds, play.session.talking_seconds) == (0, 3600)
    play.do(events.Undo())
    assert (play.session.thinking_seconds, play.session.talking_seconds) == (30, 180)


@pytest.mark.parametrize("times", [(-1, 0), (0, -1), (3601, 0), (0, 3601)])
def test_times_are_from_nothing_to_an_hour(times: tuple[int, int]) -> None:
    assert playing().refusal(events.ChooseTimes(*times)) is Refusal.TIME_OUT_OF_RANGE


def test_passing_stops_the_clock() -> None:
    play = playing()
    play.do(tegenwicht.Pass())
    assert play.timeline.clock_of is None
