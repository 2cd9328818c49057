"""The tally: a session counted by hand from design.md, and random sessions counted a second time."""

import pytest
from hypothesis import given, settings

from tegenwicht.game import events as e
from tegenwicht.game import tegenwicht as t
from tegenwicht.game.cards import CLUSTERS, Cluster
from tegenwicht.game.refusals import Refusal
from tegenwicht.game.tally import FRAMES, PEOPLE, Counts, Tally, hangs_on_one_side, of_turn
from tests.game.tables import (
    CLIENT,
    EMPLOYER,
    INDIVIDUAL,
    ORGANISATIONAL,
    POLICY,
    PROFESSIONAL,
    Play,
    Recount,
    plays,
)

NOTHING = Counts()
EIGHTEEN = (11, 21, 31, 41, 51, 61, 12, 22, 32, 42, 52, 62, 13, 23, 33, 43, 53, 63)
SAM, JORIS = 2, 6

#                   professional, client, employer, organisational, policy, individual
ROUND_1 = Counts(cards=(1, 1, 1, 1, 0, 1), mentions=(1, 2, 1, 0, 1, 1))
ROUND_2 = Counts(cards=(1, 0, 0, 0, 2, 1), mentions=(0, 1, 1, 1, 0, 1))
ROUND_3 = Counts(cards=(0, 1, 1, 0, 0, 1), mentions=(0, 1, 0, 1, 1, 0))
ROUND_3_CARD_NOT_COUNTED = Counts(cards=(0, 1, 1, 0, 0, 0), mentions=(0, 1, 0, 1, 1, 0))
IN_ALL = Counts(cards=(2, 2, 2, 1, 2, 3), mentions=(1, 4, 2, 2, 2, 2))


def tally(play: Play) -> Tally:
    return t.tally_of(play.session)


def first_round() -> Play:
    """Five people, cards in the order of EIGHTEEN. What each turn adds stands behind it."""
    play = Play(EIGHTEEN, seats=5, order=EIGHTEEN)
    # Noor: her own cluster, a cluster, and one that is taken back.       card professional; client
    play.do(t.Mention(PROFESSIONAL), t.Draw(), t.Mention(CLIENT), t.Mention(INDIVIDUAL))
    play.do(t.TakeBackMention(INDIVIDUAL), t.FinishTurn())
    # Sam: a cluster before any card; the first card (client) goes aside, and client is talked about all the
    # same.                                                               card employer; policy, client
    play.do(t.Mention(POLICY), t.Draw(), t.PutAside(), t.Draw(), t.Mention(CLIENT))
    assert (play.aside, play.on_table) == ((21,), (31,))
    play.do(t.FinishTurn())
    # Ilse passes with a card on the table.                               no card; employer
    play.do(t.Draw(), t.Mention(EMPLOYER), t.Pass())
    # Bram takes back what Sam put aside.                                 card client; individual
    play.do(t.TakeBack(21), t.Mention(INDIVIDUAL), t.FinishTurn())
    # Fatma types a number, then hangs opposite it what did not come up yet: organisational.
    play.do(t.BringUp(63), t.Mention(PROFESSIONAL), t.DrawCounterweight())
    assert play.on_table == (63, 42)
    # Both are her own clusters.                        cards individual and organisational; professional
    play.do(t.FinishTurn())
    return play


def second_round() -> Play:
    """A round with counterweight, in which Sam leaves in his turn and Joris joins."""
    play = first_round()
    # Noor: organisational and policy came up once; policy lies on top.   card policy; client
    play.do(t.BeginRound(counterweight=True), t.Draw(), t.Mention(CLIENT))
    assert play.on_table == (51,)
    play.do(t.FinishTurn())
    # Sam leaves with a card on the table.                                no card; employer
    play.do(t.Draw(), t.Mention(EMPLOYER))
    assert play.on_table == (43,)
    play.do(e.RemoveParticipant(SAM))
    # Ilse: organisational is out of cards; three others came up twice.   card individual
    play.do(t.Draw(), e.AddParticipant("Joris"))
    assert play.on_table == (61,)
    play.do(t.FinishTurn())
    # Bram: professional and policy came up twice; he puts one aside.     card policy; individual
    play.do(t.Draw(), t.PutAside(), t.Draw(), t.Mention(INDIVIDUAL))
    assert (play.aside[-1], play.on_table) == (12, (52,))
    play.do(t.FinishTurn())
    # Joris jumps the turn.                                               card professional; organisational
    play.do(t.GiveTurnTo(JORIS), t.Draw(), t.Weigh((0, 1, 2, 1)), t.WriteNote("x"), t.Mention(ORGANISATIONAL))
    assert play.on_table == (13,)
    play.do(t.FinishTurn())
    # Fatma passes without a card.                                        nothing
    play.do(t.Pass())
    return play


def third_round() -> Play:
    """A round that is broken off in the third turn, with a card on the table."""
    play = second_round()
    # Noor.                                                               card client; organisational
    play.do(t.BeginRound(), t.Mention(CLIENT), t.Draw(), t.Mention(ORGANISATIONAL))
    assert play.on_table == (22,)
    play.do(t.FinishTurn())
    # Ilse picks a pile.                                                  card employer; policy
    play.do(t.DrawFrom(EMPLOYER), t.Mention(POLICY))
    assert play.on_table == (32,)
    play.do(t.FinishTurn())
    # Bram.                                                               card individual; client
    play.do(t.Draw(), t.Mention(CLIENT))
    assert play.on_table == (62,)
    return play


def test_the_first_round_is_counted_as_by_hand() -> None:
    assert tally(first_round()) == Tally((ROUND_1,), ROUND_1)


def test_a_round_with_counterweight_someone_leaving_and_someone_joining_is_counted_as_by_hand() -> None:
    assert tally(second_round()).rounds == (ROUND_1, ROUND_2)


def test_finishing_early_counts_the_card_on_the_table_when_it_was_discussed() -> None:
    play = third_round()
    play.do(e.Finish(count_card=True))
    assert tally(play) == Tally((ROUND_1, ROUND_2, ROUND_3), IN_ALL)
    assert tally(play).total.balance == (15, 10)
    assert tally(play).total.stayed_away == ()


def test_finishing_early_leaves_out_a_card_that_was_not_discussed_but_keeps_what_was_mentioned() -> None:
    play = third_round()
    play.do(e.Finish(count_card=False))
    assert tally(play).rounds == (ROUND_1, ROUND_2, ROUND_3_CARD_NOT_COUNTED)
    assert 62 in play.aside


def test_another_mind_about_finishing_is_one_undo_away() -> None:
    play = third_round()
    play.do(e.Finish(count_card=False), e.Undo(), e.Finish(count_card=True))
    assert tally(play) == Tally((ROUND_1, ROUND_2, ROUND_3), IN_ALL)


def test_undo_over_three_rounds_takes_the_counts_back_and_redo_brings_them_again() -> None:
    play = third_round()
    now = tally(play)
    to_the_end_of_round_1 = len(play.journal) - len(first_round().journal)
    play.do(*[e.Undo()] * to_the_end_of_round_1)
    assert tally(play) == Tally((ROUND_1,), ROUND_1)
    play.do(e.Undo(), e.Undo(), e.Undo())  # Fatma's turn is open again and nobody mentioned professional yet
    assert tally(play).total == Counts(cards=(1, 1, 1, 0, 0, 0), mentions=(0, 2, 1, 0, 1, 1))
    play.do(*[e.Redo()] * (to_the_end_of_round_1 + 3))
    assert tally(play) == now


def test_a_card_counts_only_when_its_turn_is_done() -> None:
    play = Play(EIGHTEEN, order=EIGHTEEN)
    play.do(t.Draw())
    assert tally(play).total == NOTHING
    play.do(t.FinishTurn())
    assert tally(play).total.by_card(PROFESSIONAL) == 1


def test_a_mark_belongs_to_the_turn_and_becomes_the_block_of_its_card_when_that_is_done() -> None:
    play = Play(EIGHTEEN, order=EIGHTEEN)
    play.do(t.Mention(PROFESSIONAL))
    assert tally(play).total == Counts(mentions=(1, 0, 0, 0, 0, 0))
    play.do(t.Draw())  # professional
    assert tally(play).total == Counts(mentions=(1, 0, 0, 0, 0, 0))
    play.do(t.FinishTurn())
    assert tally(play).total == Counts(cards=(1, 0, 0, 0, 0, 0))


def test_marks_stay_when_the_card_is_put_aside() -> None:
    play = Play(EIGHTEEN, order=EIGHTEEN)
    play.do(t.Draw(), t.Mention(CLIENT), t.PutAside())
    assert tally(play).total.by_mention(CLIENT) == 1
    play.do(t.DrawFrom(POLICY), t.FinishTurn())
    assert tally(play).total == Counts(cards=(0, 0, 0, 0, 1, 0), mentions=(0, 1, 0, 0, 0, 0))


def test_a_mark_of_the_cluster_that_is_hung_opposite_becomes_that_cards_block() -> None:
    play = Play((11, 21), order=(11, 21))
    play.do(t.Draw(), t.Mention(CLIENT), t.DrawCounterweight())
    assert tally(play).total.by_mention(CLIENT) == 1
    assert play.refusal(t.TakeBackMention(CLIENT)) is Refusal.COUNTS_WITH_CARD
    play.do(t.FinishTurn())
    assert tally(play).total == Counts(cards=(1, 1, 0, 0, 0, 0))


def test_the_cards_own_cluster_is_not_marked_for_it_counts_with_the_card() -> None:
    play = Play(EIGHTEEN, order=EIGHTEEN)
    play.do(t.Draw())
    assert play.refusal(t.Mention(PROFESSIONAL)) is Refusal.COUNTS_WITH_CARD
    assert {one for one in play.legal if isinstance(one, t.Mention)} == set(map(t.Mention, CLUSTERS[1:]))
    play.do(t.PutAside(), t.Mention(PROFESSIONAL))


def test_in_a_passed_turn_no_cluster_is_the_turns_own_so_each_mention_counts() -> None:
    play = Play(EIGHTEEN, order=EIGHTEEN)
    play.do(t.Mention(PROFESSIONAL), t.Draw(), t.Pass())
    assert tally(play).total == Counts(mentions=(1, 0, 0, 0, 0, 0))


def test_a_card_and_its_counterweight_of_the_same_cluster_are_one_turn_in_which_it_came_up() -> None:
    play = Play((11, 12), order=(11, 12))
    play.do(t.Draw(), t.DrawCounterweight(), t.FinishTurn())
    assert tally(play).total == Counts(cards=(1, 0, 0, 0, 0, 0))


def test_a_counterweight_that_is_put_aside_does_not_count_and_the_card_beside_it_does() -> None:
    play = Play((11, 21), order=(11, 21))
    play.do(t.Mention(CLIENT), t.Draw(), t.DrawCounterweight(), t.PutAside(), t.FinishTurn())
    assert tally(play).total == Counts(cards=(1, 0, 0, 0, 0, 0), mentions=(0, 1, 0, 0, 0, 0))


def test_who_leaves_while_another_has_the_turn_changes_no_count() -> None:
    play = Play(EIGHTEEN, seats=3, order=EIGHTEEN)
    play.do(t.Draw(), t.Mention(CLIENT), t.FinishTurn(), t.Draw(), t.Mention(POLICY))
    before = tally(play)
    play.do(e.RemoveParticipant(1), e.RemoveParticipant(3))
    assert tally(play) == before


def test_the_round_that_is_going_on_is_in_the_table_from_its_first_turn() -> None:
    play = first_round()
    play.do(t.BeginRound())
    assert tally(play) == Tally((ROUND_1, NOTHING), ROUND_1)


def test_a_round_that_is_finished_before_anything_happened_is_no_round() -> None:
    play = first_round()
    play.do(t.BeginRound(), e.Finish())
    assert tally(play) == Tally((ROUND_1,), ROUND_1)


def test_finishing_when_the_round_is_done_changes_no_count() -> None:
    play = first_round()
    play.do(e.Finish(), e.Close())
    assert tally(play) == Tally((ROUND_1,), ROUND_1)


def test_shuffling_again_changes_no_count() -> None:
    play = Play((11, 21), order=(11, 21))
    play.do(t.Draw(), t.FinishTurn(), t.Draw(), t.Mention(POLICY), t.Pass(), t.BeginRound())
    before = tally(play)
    play.do(t.Reshuffle())
    assert tally(play) == before


def test_counts_are_read_by_cluster_and_add_up() -> None:
    counts = Counts(cards=(1, 0, 2, 0, 0, 3), mentions=(0, 4, 1, 0, 0, 0))
    assert [counts.came_up(cluster) for cluster in CLUSTERS] == [1, 4, 3, 0, 0, 3]
    assert (counts.by_card(EMPLOYER), counts.by_mention(EMPLOYER)) == (2, 1)
    assert counts.stayed_away == (ORGANISATIONAL, POLICY)
    assert counts.balance == (10, 1)  # client 4, employer 3, individual 3 against professional 1
    assert counts + counts == Counts(cards=(2, 0, 4, 0, 0, 6), mentions=(0, 8, 2, 0, 0, 0))


def test_three_clusters_hang_against_three_and_no_cluster_is_left_out() -> None:
    assert (len(PEOPLE), len(FRAMES)) == (3, 3)
    assert {*PEOPLE, *FRAMES} == set(CLUSTERS)
    for place, cluster in enumerate(CLUSTERS):
        counts = Counts(cards=tuple(int(one is cluster) for one in CLUSTERS))
        assert counts.balance == ((1, 0) if cluster in PEOPLE else (0, 1)), place


@pytest.mark.parametrize(
    ("clusters", "level"),
    [((CLIENT, EMPLOYER), True), ((POLICY,), True), ((CLIENT, POLICY), False), (CLUSTERS, False), ((), True)],
)
def test_what_hangs_on_one_side_only_keeps_the_beam_level(clusters: tuple[Cluster, ...], level: bool) -> None:
    assert hangs_on_one_side(clusters) is level


def test_one_turn_counts_a_cluster_once_however_often_it_is_named() -> None:
    counts = of_turn([CLIENT, CLIENT], [POLICY, POLICY, CLIENT])
    assert counts == Counts(cards=(0, 1, 0, 0, 0, 0), mentions=(0, 0, 0, 0, 1, 0))


@settings(max_examples=150, deadline=None)
@given(plays(most=60))
def test_random_sessions_are_counted_the_same_from_their_journal(play: Play) -> None:
    recount = Recount(play.journal, play.whose)
    found = tally(play)

    def by_round(times: dict[tuple[int, Cluster], int], number: int) -> tuple[int, ...]:
        return tuple(times[number, cluster] for cluster in CLUSTERS)

    for number in range(1, recount.round + 1):
        expected = Counts(by_round(recount.by_card, number), by_round(recount.by_mention, number))
        there = found.rounds[number - 1] if number <= len(found.rounds) else NOTHING
        assert there == expected, f"round {number}"
    assert sum(found.rounds, NOTHING) == found.total
    assert len(found.rounds) in (recount.round, recount.round - 1)
