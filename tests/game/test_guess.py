"""Guessing about a round before looking: what was named, never what was drawn; kept, never scored."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tegenwicht.game import events, rules, tegenwicht
from tegenwicht.game.cards import CLUSTERS, Cluster
from tegenwicht.game.refusals import Refusal
from tegenwicht.game.tally import Counts
from tests.game.tables import (
    CLIENT,
    EMPLOYER,
    INDIVIDUAL,
    ORGANISATIONAL,
    POLICY,
    PROFESSIONAL,
    TWO_OF_EACH,
    Play,
)


def after_a_round(*marks: Cluster) -> Play:
    """One round of two people, these marked in the first turn; the card is of Professional."""
    play = Play(TWO_OF_EACH, 2, order=TWO_OF_EACH)
    play.do(
        tegenwicht.DrawFrom(PROFESSIONAL),
        *map(tegenwicht.Mention, marks),
        tegenwicht.FinishTurn(),
        tegenwicht.Pass(),
    )
    return play


def test_the_guess_is_kept_with_its_round_and_can_be_taken_back() -> None:
    play = after_a_round(CLIENT, EMPLOYER, POLICY)
    assert play.do(tegenwicht.GuessRound(CLIENT, INDIVIDUAL)) == tegenwicht.RoundGuessed(CLIENT, INDIVIDUAL)
    assert play.table.rounds[0].guess == tegenwicht.Guess(CLIENT, INDIVIDUAL)
    assert play.refusal(tegenwicht.GuessRound(CLIENT, None)) is Refusal.ALREADY_GUESSED
    play.do(
        events.Undo(),
        tegenwicht.GuessRound(EMPLOYER, None),
        tegenwicht.BeginRound(),
        tegenwicht.Pass(),
        tegenwicht.Pass(),
    )
    assert [one.guess for one in play.table.rounds] == [tegenwicht.Guess(EMPLOYER, None), None]
    assert rules.replay(play.journal).session == play.session


def test_with_fewer_than_three_marks_there_is_nothing_to_guess() -> None:
    play = after_a_round(CLIENT, EMPLOYER)
    assert play.refusal(tegenwicht.GuessRound(CLIENT, None)) is Refusal.TOO_FEW_MARKS
    assert not tegenwicht.can_guess(play.table.rounds[0])
    assert not any(isinstance(one, tegenwicht.GuessRound) for one in play.legal)
    assert tegenwicht.can_guess(after_a_round(CLIENT, EMPLOYER, POLICY).table.rounds[0])


def test_after_a_round_any_cluster_can_be_guessed_but_not_the_same_one_twice() -> None:
    play = after_a_round(CLIENT, EMPLOYER, POLICY)
    assert {one for one in play.legal if isinstance(one, tegenwicht.GuessRound)} == {
        tegenwicht.GuessRound(most, absent)
        for most in CLUSTERS
        for absent in (*CLUSTERS, None)
        if most is not absent
    }
    assert play.refusal(tegenwicht.GuessRound(CLIENT, CLIENT)) is Refusal.SAME_CLUSTER_TWICE


def test_in_the_middle_of_a_round_and_after_finishing_nobody_guesses() -> None:
    play = Play(TWO_OF_EACH, 2, order=TWO_OF_EACH)
    play.do(*map(tegenwicht.Mention, CLUSTERS))
    assert play.refusal(tegenwicht.GuessRound(CLIENT, None)) is Refusal.ROUND_IS_NOT_DONE
    play.do(events.Finish())
    assert play.refusal(tegenwicht.GuessRound(CLIENT, None)) is Refusal.NOT_NOW


@pytest.mark.parametrize(
    "guess", [tegenwicht.RoundGuessed(CLIENT, CLIENT), tegenwicht.RoundGuessed(CLIENT, None)]
)
def test_a_journal_with_a_guess_that_play_refuses_is_refused(guess: events.Event) -> None:
    marks = (CLIENT, EMPLOYER, POLICY) if guess == tegenwicht.RoundGuessed(CLIENT, CLIENT) else (CLIENT,)
    with pytest.raises(rules.ReplayError):
        rules.replay([*after_a_round(*marks).journal, guess])


# -- how it came out

#                                       professional, client, employer, organisational, policy, individual
NAMED = Counts(cards=(5, 0, 0, 0, 0, 0), mentions=(0, 2, 1, 0, 0, 2))


def test_a_guess_is_about_what_was_named_and_not_about_the_cards() -> None:
    found = tegenwicht.outcome(tegenwicht.Guess(PROFESSIONAL, CLIENT), NAMED)
    assert (found.most_is_right, found.times, found.together_with) == (False, 0, ())
    assert (found.absent_is_right, found.absent_times) == (False, 2)
    assert found.named_most == (CLIENT, INDIVIDUAL)
    assert found.never == (PROFESSIONAL, ORGANISATIONAL, POLICY)


def test_a_tie_is_shared() -> None:
    found = tegenwicht.outcome(tegenwicht.Guess(INDIVIDUAL, POLICY), NAMED)
    assert (found.most_is_right, found.times, found.together_with) == (True, 2, (CLIENT,))
    assert (found.absent_is_right, found.absent_times) == (True, 0)


def test_everything_named_is_a_guess_too() -> None:
    assert not tegenwicht.outcome(tegenwicht.Guess(CLIENT, None), NAMED).absent_is_right
    every = replace(NAMED, mentions=(1, 2, 1, 1, 1, 1))
    found = tegenwicht.outcome(tegenwicht.Guess(CLIENT, None), every)
    assert found.absent_is_right and found.never == () and found.absent_times is None
    assert (found.most_is_right, found.together_with) == (True, ())


@given(st.tuples(*[st.integers(0, 3)] * 6), st.sampled_from(CLUSTERS), st.sampled_from((*CLUSTERS, None)))
def test_every_guess_comes_out_as_one_would_count_it(
    mentions: tuple[int, ...], most: Cluster, absent: Cluster | None
) -> None:
    found = tegenwicht.outcome(tegenwicht.Guess(most, absent), Counts(mentions=mentions))
    times = dict(zip(CLUSTERS, mentions, strict=True))
    assert found.most_is_right == (times[most] == max(mentions) > 0)
    assert set(found.together_with) == {
        one for one in CLUSTERS if found.most_is_right and one is not most and times[one] == times[most]
    }
    assert found.absent_is_right == (times[absent] == 0 if absent else 0 not in mentions)


# -- rounds: who speaks when


def test_by_lot_everyone_speaks_once_a_round_in_an_order_that_every_machine_gives() -> None:
    play = Play(TWO_OF_EACH, 6, options=(("turns", "lot"),), shuffle_number=3)
    orders = []
    for _ in range(4):
        orders.append(play.turns_to_come)
        play.do(*[tegenwicht.Pass()] * 6, tegenwicht.BeginRound())
    assert all(sorted(order) == [1, 2, 3, 4, 5, 6] for order in orders)
    assert len(set(orders)) == 4
    again = Play(TWO_OF_EACH, 6, options=(("turns", "lot"),), shuffle_number=3)
    assert again.turns_to_come == orders[0]
    assert Play(TWO_OF_EACH, 6).turns_to_come == (1, 2, 3, 4, 5, 6)


def test_who_joins_for_the_next_round_has_no_turn_in_this_one() -> None:
    play = Play(TWO_OF_EACH, 2)
    play.do(events.AddParticipant("Ilse", next_round=True))
    assert play.turns_to_come == (1, 2)
    play.do(tegenwicht.Pass(), tegenwicht.Pass(), tegenwicht.BeginRound())
    assert play.turns_to_come == (1, 2, 3)
