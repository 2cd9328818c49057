"""The plan over the time there is: how many rounds fit, how it goes, and that nothing is forced."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tegenwicht.game import rules
from tegenwicht.game.plan import LATE, Plan, Step, outlook, planned
from tests.game.tables import TWO_OF_EACH, Play, deck

CHECK_IN, ROUND, WEIGHING, HARVEST = Step


def usual(minutes: int, people: int = 5) -> Plan:
    return planned(minutes, people, 30, 180)


@pytest.mark.parametrize(
    ("minutes", "people", "rounds", "weighs"),
    [
        (30, 5, 1, False), (60, 5, 2, True), (90, 5, 3, True),  # as the setup shows it
        (30, 2, 3, False), (90, 8, 2, True), (60, 12, 1, False), (10, 5, 1, False), (240, 1, 20, True),
        (45, 8, 1, True), (44, 5, 1, False),
    ],
)  # fmt: skip
def test_so_many_rounds_fit(minutes: int, people: int, rounds: int, weighs: bool) -> None:
    plan = usual(minutes, people)
    assert (plan.rounds, plan.weighs) == (rounds, weighs)


def test_the_parts_come_in_the_order_of_the_session_and_fill_the_time() -> None:
    plan = usual(90)
    assert [one.step for one in plan.parts] == [CHECK_IN, ROUND, ROUND, ROUND, WEIGHING, HARVEST]
    assert [one.round for one in plan.parts] == [0, 1, 2, 3, 0, 0]
    assert [one.seconds for one in plan.parts] == [450, 1140, 1140, 1140, 720, 810]
    assert plan.seconds == 90 * 60
    assert [round(end, 2) for end in plan.ends] == [0.08, 0.29, 0.51, 0.72, 0.85, 1.0]


def test_without_times_a_turn_is_reckoned_as_usual() -> None:
    assert planned(90, 5, 0, 0) == usual(90)


def test_where_not_even_one_round_fits_it_is_planned_and_the_plan_is_longer_than_the_time() -> None:
    plan = usual(30, 12)
    assert plan.rounds == 1
    assert plan.seconds == 12 * 210 + 150 + 270 > 30 * 60


@pytest.mark.parametrize("minutes", [9, 241, 0, -30])
def test_there_is_no_plan_for_less_than_10_minutes_or_more_than_four_hours(minutes: int) -> None:
    with pytest.raises(ValueError, match="minutes"):
        usual(minutes)
    with pytest.raises(ValueError, match="minutes"):
        Play(TWO_OF_EACH, minutes=minutes)


@given(st.integers(10, 240), st.integers(1, 12), st.integers(0, 3600), st.integers(0, 3600))
def test_every_plan_fills_the_time_or_has_one_round(
    minutes: int, people: int, thinking: int, talking: int
) -> None:
    plan = planned(minutes, people, thinking, talking)
    lengths = [one.seconds for one in plan.parts if one.step is ROUND]
    assert plan.seconds == minutes * 60 or (plan.rounds == 1 and plan.seconds > minutes * 60)
    assert all(one >= plan.round for one in lengths)
    assert max(lengths) - min(lengths) <= 1
    assert plan.rounds == 20 or sum(lengths) < plan.round * (plan.rounds + 1)
    assert plan.ends[-1] == 1.0 and list(plan.ends) == sorted(plan.ends)


# -- how it goes


def test_as_planned_one_is_in_time() -> None:
    plan = usual(90)
    found = outlook(plan, 450, ROUND, plan.parts[1].seconds, 1)
    assert (found.end, found.over, found.late) == (90 * 60, 0, False)


def test_who_talks_longer_hears_how_many_minutes_late_they_will_be() -> None:
    plan = usual(90)
    found = outlook(plan, 450 + 1140 + 5 * 60, ROUND, 0, 1)
    assert (found.over, found.late) == (5, True)
    assert outlook(plan, 450 + 1140 + 4 * 60, ROUND, 0, 1).late is (LATE <= 4)


def test_another_round_fits_when_there_is_time_for_it_before_the_weighing_and_the_harvest() -> None:
    plan = usual(90)
    after_three = 90 * 60 - 720 - 810 - plan.round
    assert outlook(plan, after_three, ROUND, 0, 3).another_round
    assert not outlook(plan, after_three + 1, ROUND, 0, 3).another_round
    assert not outlook(plan, 0, HARVEST, 0).another_round


def test_a_round_beyond_the_plan_is_followed_by_what_follows_the_rounds() -> None:
    plan = usual(60)
    assert outlook(plan, 3000, ROUND, 2 * plan.turn, 7).end == 3000 + 420 + 480 + 540


def test_at_the_harvest_only_the_harvest_is_to_come() -> None:
    plan = usual(60)
    assert outlook(plan, 3000, HARVEST, 540).end == 3540
    assert outlook(plan, 3000, WEIGHING, 480).end == 3000 + 480 + 540


def test_a_session_plays_on_by_the_same_rules_whatever_time_was_planned() -> None:
    planned_one, other = Play(TWO_OF_EACH, minutes=30), Play(TWO_OF_EACH)
    assert planned_one.legal == other.legal
    assert rules.start(planned_one.session.setup, deck(*TWO_OF_EACH)).setup.minutes == 30
