"""The mode Tegenwicht at the table: turns, cards aside, notes and weights, jumping, joining and leaving."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from tegenwicht.game import events, rules, tegenwicht
from tegenwicht.game.drawing import Drawing
from tegenwicht.game.refusals import Refusal
from tegenwicht.game.state import Phase
from tests.game.tables import CLIENT, POLICY, PROFESSIONAL, TWO_OF_EACH, Play, plays


def at_table(seats: int = 3, order: tuple[int, ...] = TWO_OF_EACH, **choices: object) -> Play:
    return Play(TWO_OF_EACH, seats, order=order, **choices)


def card_now(play: Play) -> tegenwicht.CardInPlay:
    assert play.turn is not None
    return play.turn.cards[-1]


# -- turns and rounds


def test_everyone_gets_one_turn_in_the_order_of_the_table_and_then_the_round_is_done() -> None:
    play = at_table(3)
    whose = []
    while play.turn:
        whose.append(play.turn.participant)
        play.do(tegenwicht.Draw(), tegenwicht.FinishTurn())
    assert whose == [1, 2, 3]
    assert [turn.participant for turn in play.table.rounds[0].turns] == [1, 2, 3]
    assert play.refusal(tegenwicht.Draw()) is Refusal.ROUND_IS_DONE


def test_the_next_round_begins_again_with_the_first_and_can_go_on_after_the_last_that_was_planned() -> None:
    play = at_table(2, rounds=1)
    assert tegenwicht.is_last_round(play.session)
    play.do(tegenwicht.Pass(), tegenwicht.Pass(), tegenwicht.BeginRound(), tegenwicht.Pass())
    assert play.turns_to_come == (2,)
    assert tegenwicht.round_number(play.session) == 2 and tegenwicht.is_last_round(play.session)


def test_the_round_keeps_its_number_until_the_next_begins() -> None:
    play = at_table(2, rounds=2)
    numbers = [tegenwicht.round_number(play.session)]
    for action in (
        tegenwicht.Pass(),
        tegenwicht.Pass(),
        tegenwicht.BeginRound(),
        tegenwicht.Pass(),
        tegenwicht.Pass(),
        events.Finish(),
    ):
        play.do(action)
        numbers.append(tegenwicht.round_number(play.session))
    assert numbers == [1, 1, 1, 2, 2, 2, 2]


def test_the_second_of_two_rounds_is_the_last_and_an_open_session_has_no_last() -> None:
    play, open_ended = at_table(1, rounds=2, cards_per_round=1), at_table(1, rounds=None, cards_per_round=1)
    assert not tegenwicht.is_last_round(play.session)
    for one in (play, open_ended):
        one.do(tegenwicht.Pass(), tegenwicht.BeginRound())
    assert tegenwicht.is_last_round(play.session)
    assert not tegenwicht.is_last_round(open_ended.session)


def test_alone_a_round_is_a_number_of_cards() -> None:
    play = at_table(1, cards_per_round=4)
    play.do(*[tegenwicht.Draw(), tegenwicht.FinishTurn()] * 4)
    assert play.session.alone and play.turn is None
    assert play.table.used == (11, 12, 21, 22)


def test_a_round_with_counterweight_is_one_round_only() -> None:
    play = at_table(1, cards_per_round=1, drawing=Drawing.SHUFFLED)
    play.do(tegenwicht.Pass(), tegenwicht.BeginRound(counterweight=True))
    assert tegenwicht.drawing_now(play.session) is Drawing.COUNTERWEIGHT
    play.do(tegenwicht.Pass(), tegenwicht.BeginRound())
    assert tegenwicht.drawing_now(play.session) is Drawing.SHUFFLED


# -- the card on the table


def test_the_card_that_was_drawn_last_stands_large() -> None:
    play = at_table()
    assert tegenwicht.card_on_table(play.session) is None
    play.do(tegenwicht.Draw())
    assert tegenwicht.card_on_table(play.session) == play.session.cards[11]
    play.do(tegenwicht.DrawCounterweight())
    assert tegenwicht.card_on_table(play.session) == play.session.cards[21]
    play.do(tegenwicht.PutAside())
    assert tegenwicht.card_on_table(play.session) == play.session.cards[11]


def test_a_card_is_put_aside_as_often_as_one_likes_and_the_turn_stays() -> None:
    play = at_table()
    play.do(
        tegenwicht.Draw(), tegenwicht.PutAside(), tegenwicht.Draw(), tegenwicht.PutAside(), tegenwicht.Draw()
    )
    assert (play.aside, play.on_table, play.turns_to_come) == ((11, 12), (21,), (1, 2, 3))


def test_a_card_put_aside_comes_back_for_anyone_and_then_lies_aside_no_more() -> None:
    play = at_table()
    play.do(tegenwicht.Draw(), tegenwicht.Pass(), tegenwicht.TakeBack(11))
    assert (play.aside, play.on_table, card_now(play).way) == ((), (11,), tegenwicht.Way.ASIDE)


def test_a_card_put_aside_also_comes_back_by_its_number() -> None:
    play = at_table()
    play.do(tegenwicht.Draw(), tegenwicht.Pass(), tegenwicht.BringUp(11))
    assert (play.aside, play.on_table, card_now(play).way) == ((), (11,), tegenwicht.Way.NUMBER)


def test_a_card_brought_up_by_number_is_no_longer_in_its_pile() -> None:
    play = at_table()
    play.do(tegenwicht.BringUp(21))
    assert 21 not in play.table.left and tegenwicht.pile(play.session, CLIENT) == (22,)


def test_passing_puts_the_card_and_its_counterweight_aside() -> None:
    play = at_table()
    play.do(tegenwicht.Draw(), tegenwicht.DrawCounterweight())
    assert play.do(tegenwicht.Pass()) == tegenwicht.TurnPassed()
    assert (play.aside, play.turns_to_come) == ((11, 21), (2, 3))


def test_a_second_counterweight_waits_until_the_first_is_put_aside() -> None:
    play = at_table()
    play.do(tegenwicht.Draw(), tegenwicht.DrawCounterweight())
    assert play.refusal(tegenwicht.DrawCounterweight()) is Refusal.COUNTERWEIGHT_ON_TABLE
    play.do(tegenwicht.PutAside(), tegenwicht.DrawCounterweight())
    assert play.on_table == (11, 22)  # client still lags, and lies before the others that do


def test_a_cluster_is_marked_once_a_turn_and_a_next_turn_begins_without_marks() -> None:
    play = at_table()
    play.do(tegenwicht.Mention(POLICY), tegenwicht.Mention(PROFESSIONAL))
    assert play.turn is not None and play.turn.mentions == (POLICY, PROFESSIONAL)
    assert play.refusal(tegenwicht.Mention(POLICY)) is Refusal.ALREADY_MENTIONED
    play.do(
        tegenwicht.TakeBackMention(POLICY),
        tegenwicht.Mention(POLICY),
        tegenwicht.Draw(),
        tegenwicht.FinishTurn(),
    )
    assert not play.turn.mentions


# -- weights and notes


def test_of_two_cards_that_hang_opposite_each_other_either_is_weighed_and_noted() -> None:
    play = at_table()
    play.do(tegenwicht.Draw(), tegenwicht.DrawCounterweight())
    first, second = play.on_table
    play.do(
        tegenwicht.Weigh((1, 0, 0, 0), first),
        tegenwicht.WriteNote("first", first),
        tegenwicht.WriteNote("second", second),
    )
    assert play.turn is not None
    assert [(one.weights, one.note) for one in play.turn.cards] == [((1, 0, 0, 0), "first"), (None, "second")]
    assert play.refusal(tegenwicht.WriteNote("x", 61)) is Refusal.NO_SUCH_CARD
    assert play.refusal(tegenwicht.Weigh((1, 0, 0, 0), 61)) is Refusal.NO_SUCH_CARD


def test_a_card_remembers_of_which_it_is_the_counterweight_until_it_is_put_aside() -> None:
    play = at_table()
    play.do(tegenwicht.Draw(), tegenwicht.DrawCounterweight())
    assert play.turn is not None
    assert [(one.card, one.opposite) for one in play.turn.cards] == [(11, None), (21, 11)]
    play.do(tegenwicht.PutAside(), tegenwicht.Pass(), tegenwicht.TakeBack(21))
    assert card_now(play).opposite is None


def test_after_the_session_the_counterweights_are_told() -> None:
    play = at_table(2)
    play.do(
        tegenwicht.Draw(),
        tegenwicht.DrawCounterweight(),
        tegenwicht.FinishTurn(),
        tegenwicht.Draw(),
        events.Finish(count_card=True),
    )
    told = [(card.card, card.opposite) for _, _, card in tegenwicht.discussed(play.session)]
    assert told == [(11, None), (21, 11), (12, None)]


def test_weights_belong_to_the_card_drawn_last_and_can_be_given_anew() -> None:
    play = at_table()
    play.do(tegenwicht.Draw(), tegenwicht.Weigh((1, 0, 2, 0)))
    play.do(tegenwicht.DrawCounterweight(), tegenwicht.Weigh((0, 0, 0, 99)), tegenwicht.Weigh((0, 1, 0, 0)))
    assert play.turn is not None
    assert [one.weights for one in play.turn.cards] == [(1, 0, 2, 0), (0, 1, 0, 0)]


def test_a_note_is_cleaned_and_an_empty_one_takes_it_away() -> None:
    play = at_table()
    play.do(tegenwicht.Draw(), tegenwicht.WriteNote(" two\r\nlines\u202e "))
    assert card_now(play).note == "two\nlines"
    play.do(tegenwicht.WriteNote(" \n "))
    assert card_now(play).note == ""
    play.do(tegenwicht.WriteNote("x" * 2000))


def test_what_was_left_on_a_card_stays_on_it_while_it_lies_aside() -> None:
    play = at_table()
    play.do(
        tegenwicht.Draw(),
        tegenwicht.Weigh((0, 1, 1, 0)),
        tegenwicht.WriteNote("later"),
        tegenwicht.Pass(),
        tegenwicht.TakeBack(11),
    )
    assert card_now(play) == tegenwicht.CardInPlay(11, tegenwicht.Way.ASIDE, (0, 1, 1, 0), "later")


def test_what_was_left_on_a_card_aside_is_kept_when_the_cards_are_shuffled_again() -> None:
    play = Play((11, 21), seats=3, order=(11, 21))
    play.do(
        tegenwicht.Draw(),
        tegenwicht.WriteNote("kept"),
        tegenwicht.Pass(),
        tegenwicht.Draw(),
        tegenwicht.Pass(),
        tegenwicht.Reshuffle(),
    )
    assert play.table.kept == (tegenwicht.CardInPlay(11, tegenwicht.Way.WHOLE, note="kept"),)
    play.do(tegenwicht.BringUp(11))
    assert card_now(play).note == ""


def test_at_the_close_every_discussed_card_is_told_with_its_round_in_order() -> None:
    play = at_table(2)
    play.do(
        tegenwicht.Draw(),
        tegenwicht.PutAside(),
        tegenwicht.Draw(),
        tegenwicht.DrawCounterweight(),
        tegenwicht.FinishTurn(),
    )
    play.do(tegenwicht.Draw(), tegenwicht.Pass(), tegenwicht.BeginRound())
    play.do(tegenwicht.TakeBack(11), tegenwicht.WriteNote("x"), events.Finish(count_card=True))
    told = [
        (number, turn.participant, card.card) for number, turn, card in tegenwicht.discussed(play.session)
    ]
    assert told == [(1, 1, 12), (1, 1, 21), (2, 1, 11)]


# -- jumping the turn, joining, leaving, changing places


def test_who_waits_can_go_first_and_who_had_the_turn_comes_right_after() -> None:
    play = at_table(4)
    play.do(tegenwicht.GiveTurnTo(3))
    assert play.turns_to_come == (3, 1, 2, 4)


def test_the_jump_lasts_one_round() -> None:
    play = at_table(2)
    play.do(tegenwicht.GiveTurnTo(2), tegenwicht.Pass(), tegenwicht.Pass(), tegenwicht.BeginRound())
    assert play.turns_to_come == (1, 2)


def test_who_joins_in_the_middle_of_a_round_has_a_turn_in_it_and_who_joins_after_it_in_the_next() -> None:
    play = at_table(2)
    play.do(tegenwicht.Pass(), events.AddParticipant("Ilse"))
    assert play.turns_to_come == (2, 3)
    play.do(tegenwicht.Pass(), tegenwicht.Pass(), events.AddParticipant("Bram"))
    assert not play.turns_to_come
    play.do(tegenwicht.BeginRound())
    assert [*play.turns_to_come] == [1, 2, 3, 4]


def test_who_leaves_while_waiting_gets_no_turn() -> None:
    play = at_table(3)
    play.do(events.RemoveParticipant(2))
    assert play.turns_to_come == (1, 3)


def test_who_leaves_in_their_own_turn_leaves_the_card_aside_and_the_next_begins() -> None:
    play = at_table(3)
    play.do(
        tegenwicht.Draw(),
        tegenwicht.DrawCounterweight(),
        tegenwicht.Weigh((1, 0, 0, 0)),
        events.RemoveParticipant(1),
    )
    assert (play.aside, play.on_table, play.turns_to_come) == ((11, 21), (), (2, 3))
    assert [turn.participant for turn in play.table.turns] == [1]


def test_who_leaves_before_drawing_leaves_no_turn_behind() -> None:
    play = at_table(3)
    play.do(events.RemoveParticipant(1))
    assert (play.table.turns, play.turns_to_come) == ((), (2, 3))


@pytest.mark.parametrize("started", [(), (tegenwicht.Draw(),), (tegenwicht.Mention(CLIENT),)])
def test_the_round_is_done_when_the_last_who_waits_leaves(started: tuple[events.Action, ...]) -> None:
    play = at_table(2)
    play.do(tegenwicht.Pass(), *started, events.RemoveParticipant(2))
    assert play.turn is None and len(play.table.rounds) == 1


def test_changing_places_changes_the_turns_still_to_come() -> None:
    play = at_table(4)
    play.do(events.MoveParticipant(3, 1))
    assert play.turns_to_come == (1, 2, 4, 3)
    play.do(events.MoveParticipant(2, -1))  # with who has the turn now: for the next round
    assert play.turns_to_come == (1, 2, 4, 3)
    play.do(*[tegenwicht.Pass()] * 4, tegenwicht.BeginRound())
    assert play.turns_to_come == (2, 1, 4, 3)


def test_after_two_jumps_sooner_is_never_later_in_this_round() -> None:
    play = at_table(4)
    play.do(tegenwicht.GiveTurnTo(3), tegenwicht.GiveTurnTo(4))
    assert play.turns_to_come == (4, 3, 1, 2)
    play.do(events.MoveParticipant(3, -1))  # before 2, whom the jump put behind already: for the next round
    assert play.turns_to_come == (4, 3, 1, 2)
    play.do(events.MoveParticipant(2, 1))
    assert play.turns_to_come == (4, 3, 1, 2)
    play.do(*[tegenwicht.Pass()] * 4, tegenwicht.BeginRound())
    assert play.turns_to_come == (1, 3, 4, 2)


def test_after_two_jumps_nobody_is_moved_past_a_third() -> None:
    play = at_table(5)
    play.do(tegenwicht.GiveTurnTo(4), tegenwicht.GiveTurnTo(3))
    play.do(events.MoveParticipant(5, -1))  # 4 comes first in what is left of this round, and 5 last
    assert play.turns_to_come == (3, 4, 1, 2, 5)
    play.do(events.MoveParticipant(2, -1))  # these two stand beside each other
    assert play.turns_to_come == (3, 4, 2, 1, 5)


def test_who_joins_someone_alone_shares_the_round_from_there() -> None:
    play = at_table(1, cards_per_round=3)
    play.do(tegenwicht.Draw(), events.AddParticipant("Sam"))
    assert (play.turns_to_come, play.on_table) == ((1, 2), (11,))
    play.do(events.Undo())
    assert play.turns_to_come == (1, 1, 1)
    play.do(
        events.Redo(),
        events.AddParticipant("Ali"),
        tegenwicht.FinishTurn(),
        tegenwicht.Pass(),
        tegenwicht.Pass(),
    )
    assert play.turn is None
    assert [one.participant for one in play.table.rounds[0].turns] == [1, 2, 3]


def test_who_joins_someone_alone_between_rounds_has_the_second_turn_of_the_next() -> None:
    play = at_table(1, cards_per_round=1)
    play.do(tegenwicht.Pass(), events.AddParticipant("Sam"))
    assert not play.turns_to_come
    play.do(tegenwicht.BeginRound())
    assert play.turns_to_come == (1, 2)


def test_who_comes_back_to_someone_left_alone_waits_once() -> None:
    play = at_table(2)
    play.do(events.RemoveParticipant(2), events.AddParticipant("Sam"))
    assert play.turns_to_come == (1, 3)


def of_edition(edition: int, seats: int, **choices: object) -> Play:
    """A session as it was begun by an earlier version."""
    play = at_table(seats, **choices)
    start = play.journal[0]
    assert isinstance(start, events.SessionStarted)
    play.journal[0] = replace(start, edition=edition)
    play.timeline = rules.replay(play.journal)
    return play


def test_in_a_session_of_an_earlier_edition_the_first_card_can_be_a_counterweight_and_of_no_card() -> None:
    play = of_edition(2, 2)
    play.do(tegenwicht.Mention(PROFESSIONAL))
    assert play.do(tegenwicht.DrawCounterweight()) == tegenwicht.CardDrawn(21, tegenwicht.Way.COUNTERWEIGHT)
    assert play.do(tegenwicht.DrawCounterweight()) == tegenwicht.CardDrawn(31, tegenwicht.Way.COUNTERWEIGHT)
    play.do(tegenwicht.FinishTurn(), tegenwicht.Pass(), tegenwicht.BeginRound(counterweight=True))
    assert play.do(tegenwicht.Draw()) == tegenwicht.CardDrawn(41, tegenwicht.Way.COUNTERWEIGHT)
    assert rules.replay(play.journal).session == play.session


def test_in_a_session_of_an_earlier_edition_the_cards_own_cluster_is_marked_and_counts_when_it_is_aside() -> (
    None
):
    play = of_edition(2, 2)
    play.do(tegenwicht.Draw(), tegenwicht.Mention(PROFESSIONAL))
    assert tegenwicht.tally_of(play.session).total.came_up(PROFESSIONAL) == 0
    play.do(tegenwicht.PutAside())
    assert tegenwicht.tally_of(play.session).total.by_mention(PROFESSIONAL) == 1
    assert rules.replay(play.journal).session == play.session


def test_a_session_of_the_first_edition_goes_on_by_the_rules_it_began_with() -> None:
    play = of_edition(1, 1, cards_per_round=3)
    play.do(events.AddParticipant("Sam"))
    assert play.turns_to_come == (1, 1, 1, 2)
    play = of_edition(1, 4)
    play.do(tegenwicht.GiveTurnTo(3), tegenwicht.GiveTurnTo(4), events.MoveParticipant(3, -1))
    assert play.turns_to_come == (4, 2, 1, 3)
    assert rules.replay(play.journal).session == play.session
    play = of_edition(1, 2, clusters=(CLIENT,), order=(21, 22))
    play.do(
        tegenwicht.BringUp(51),
        tegenwicht.FinishTurn(),
        tegenwicht.Draw(),
        tegenwicht.FinishTurn(),
        tegenwicht.BeginRound(),
        tegenwicht.Draw(),
        tegenwicht.PutAside(),
    )
    play.do(tegenwicht.Reshuffle())
    assert sorted(play.table.left) == [21, 22, 51]


# -- shuffling again, and a hand


def test_the_cards_are_shuffled_again_while_the_last_one_lies_on_the_table() -> None:
    play = Play((11, 21, 31), seats=3, order=(11, 21, 31))
    play.do(
        tegenwicht.Draw(), tegenwicht.FinishTurn(), tegenwicht.Draw(), tegenwicht.Pass(), tegenwicht.Draw()
    )
    assert play.refusal(tegenwicht.DrawCounterweight()) is Refusal.NO_CARDS_LEFT
    play.do(tegenwicht.Reshuffle())
    assert (sorted(play.table.left), play.on_table, play.aside) == ([11, 21], (31,), ())
    play.do(tegenwicht.DrawCounterweight(), tegenwicht.FinishTurn())
    assert 31 in play.table.used


def test_the_only_card_there_is_cannot_be_shuffled_while_it_lies_on_the_table() -> None:
    play = Play((11,), seats=2)
    play.do(tegenwicht.Draw())
    assert play.refusal(tegenwicht.Reshuffle()) is Refusal.NOTHING_TO_SHUFFLE
    play.do(tegenwicht.FinishTurn(), tegenwicht.Reshuffle(), tegenwicht.Draw())


def with_hand(*numbers: int) -> Play:
    play = Play(TWO_OF_EACH)
    start = rules.start(replace(play.session.setup, cards=numbers), play.session.deck)
    play.journal, play.timeline = [start], rules.begun(start)
    return play


def test_a_session_with_a_hand_is_played_with_those_cards_and_those_come_back() -> None:
    play = with_hand(12, 21, 62)
    assert sorted(play.table.left) == [12, 21, 62]
    assert tegenwicht.pile(play.session, POLICY) == () and tegenwicht.pile(play.session, CLIENT) == (21,)
    play.do(*[tegenwicht.Draw(), tegenwicht.PutAside()] * 3, tegenwicht.Reshuffle())
    assert sorted(play.table.left) == [12, 21, 62]


def test_a_paper_card_from_outside_the_hand_comes_up_by_its_number_and_stays_when_shuffled_again() -> None:
    """Who has the card in front of them wants to talk about it; the counterweight keeps to the hand."""
    play = with_hand(12, 21)
    assert play.do(tegenwicht.BringUp(51)) == tegenwicht.CardDrawn(51, tegenwicht.Way.NUMBER)
    drawn = play.do(tegenwicht.DrawCounterweight())
    assert isinstance(drawn, tegenwicht.CardDrawn) and drawn.card in (12, 21)
    play.do(
        tegenwicht.FinishTurn(),
        tegenwicht.Draw(),
        tegenwicht.FinishTurn(),
        tegenwicht.BeginRound(),
        tegenwicht.Reshuffle(),
    )
    assert sorted(play.table.left) == [12, 21]


# -- finishing


def test_after_finishing_there_is_no_turn_and_nobody_waits() -> None:
    play = at_table(3)
    play.do(tegenwicht.Draw(), events.Finish(count_card=True))
    assert (play.session.phase, play.turn, play.table.waiting) == (Phase.CLOSING, None, ())
    assert play.table.used == (11,)


def test_finishing_without_the_card_counts_it_as_put_aside() -> None:
    play = at_table(3)
    play.do(tegenwicht.Draw(), tegenwicht.DrawCounterweight(), events.Finish(count_card=False))
    assert (play.aside, play.table.used) == ((11, 21), ())


def test_in_the_middle_of_a_round_the_cards_discussed_so_far_are_told() -> None:
    play = at_table(3)
    play.do(
        tegenwicht.Draw(),
        tegenwicht.FinishTurn(),
        tegenwicht.Draw(),
        tegenwicht.Pass(),
        tegenwicht.Draw(),
        tegenwicht.WriteNote("not done yet"),
    )
    assert [(number, card.card) for number, _, card in tegenwicht.discussed(play.session)] == [(1, 11)]
    play.do(tegenwicht.FinishTurn(), tegenwicht.BeginRound(), tegenwicht.Draw(), tegenwicht.FinishTurn())
    assert [(number, card.card) for number, _, card in tegenwicht.discussed(play.session)] == [
        (1, 11),
        (1, 21),
        (2, 22),
    ]


def test_finishing_in_a_turn_where_nothing_happened_keeps_the_turns_before_it() -> None:
    play = at_table(3)
    play.do(tegenwicht.Draw(), tegenwicht.FinishTurn(), events.Finish())
    assert [turn.participant for turn in play.table.rounds[0].turns] == [1]


# -- by chance


@settings(max_examples=100, deadline=None)
@given(plays())
def test_in_random_play_only_those_at_the_table_have_and_await_turns(play: Play) -> None:
    for move in play.moves:
        table, here = tegenwicht.table(move.after.session), {one.id for one in move.after.session.present}
        assert set(table.waiting) <= here
        assert table.turn is None or table.turn.participant in here
        assert table.turn or not (table.waiting or table.turns)
        assert (table.turn is None) >= (move.after.session.phase is not Phase.PLAYING)


@settings(max_examples=100, deadline=None)
@given(plays())
def test_in_random_play_nobody_has_more_turns_in_a_round_than_when_playing_alone(play: Play) -> None:
    for one in play.table.rounds:
        whose = [turn.participant for turn in one.turns]
        assert all(whose.count(number) <= play.session.setup.cards_per_round for number in set(whose))
        assert len(whose) > 0


@settings(max_examples=100, deadline=None)
@given(plays())
def test_in_random_play_a_card_moves_by_a_draw_or_the_end_of_a_turn_alone(play: Play) -> None:
    moving = (
        tegenwicht.CardDrawn, tegenwicht.CardPutAside, tegenwicht.CardsReshuffled, tegenwicht.TurnPassed,
        tegenwicht.TurnFinished,
        events.ParticipantRemoved, events.SessionFinished, events.Undone, events.Redone,
    )  # fmt: skip
    for move in play.moves:
        if not isinstance(move.outcome, moving):
            before, after = (tegenwicht.table(one.session) for one in (move.before, move.after))
            assert (before.left, before.used) == (after.left, after.used)
            assert [one.card for one in before.aside] == [one.card for one in after.aside]
