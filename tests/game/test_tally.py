"""The tally: a session counted by hand from design.md, and random sessions counted a second time."""

import pytest
from hypothesis import given, settings

from tegenwicht.game import events, tegenwicht
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
    return tegenwicht.tally_of(play.session)


def first_round() -> Play:
    """Five people, cards in the order of EIGHTEEN. What each turn adds stands behind it."""
    play = Play(EIGHTEEN, seats=5, order=EIGHTEEN)
    # Noor: her own cluster, a cluster, and one that is taken back.       card professional; client
    play.do(
        tegenwicht.Mention(PROFESSIONAL),
        tegenwicht.Draw(),
        tegenwicht.Mention(CLIENT),
        tegenwicht.Mention(INDIVIDUAL),
    )
    play.do(tegenwicht.TakeBackMention(INDIVIDUAL), tegenwicht.FinishTurn())
    # Sam: a cluster before any card; the first card (client) goes aside, and client is talked about all the
    # same.                                                               card employer; policy, client
    play.do(
        tegenwicht.Mention(POLICY),
        tegenwicht.Draw(),
        tegenwicht.PutAside(),
        tegenwicht.Draw(),
        tegenwicht.Mention(CLIENT),
    )
    assert (play.aside, play.on_table) == ((21,), (31,))
    play.do(tegenwicht.FinishTurn())
    # Ilse passes with a card on the table.                               no card; employer
    play.do(tegenwicht.Draw(), tegenwicht.Mention(EMPLOYER), tegenwicht.Pass())
    # Bram takes back what Sam put aside.                                 card client; individual
    play.do(tegenwicht.TakeBack(21), tegenwicht.Mention(INDIVIDUAL), tegenwicht.FinishTurn())
    # Fatma types a number, then hangs opposite it what did not come up yet: organisational.
    play.do(tegenwicht.BringUp(63), tegenwicht.Mention(PROFESSIONAL), tegenwicht.DrawCounterweight())
    assert play.on_table == (63, 42)
    # Both are her own clusters.                        cards individual and organisational; professional
    play.do(tegenwicht.FinishTurn())
    return play


def second_round() -> Play:
    """A round with counterweight, in which Sam leaves in his turn and Joris joins."""
    play = first_round()
    # Noor: organisational and policy came up once; policy lies on top.   card policy; client
    play.do(tegenwicht.BeginRound(counterweight=True), tegenwicht.Draw(), tegenwicht.Mention(CLIENT))
    assert play.on_table == (51,)
    play.do(tegenwicht.FinishTurn())
    # Sam leaves with a card on the table.                                no card; employer
    play.do(tegenwicht.Draw(), tegenwicht.Mention(EMPLOYER))
    assert play.on_table == (43,)
    play.do(events.RemoveParticipant(SAM))
    # Ilse: organisational is out of cards; three others came up twice.   card individual
    play.do(tegenwicht.Draw(), events.AddParticipant("Joris"))
    assert play.on_table == (61,)
    play.do(tegenwicht.FinishTurn())
    # Bram: professional and policy came up twice; he puts one aside.     card policy; individual
    play.do(tegenwicht.Draw(), tegenwicht.PutAside(), tegenwicht.Draw(), tegenwicht.Mention(INDIVIDUAL))
    assert (play.aside[-1], play.on_table) == (12, (52,))
    play.do(tegenwicht.FinishTurn())
    # Joris jumps the turn.                                               card professional; organisational
    play.do(
        tegenwicht.GiveTurnTo(JORIS),
        tegenwicht.Draw(),
        tegenwicht.Weigh((0, 1, 2, 1)),
        tegenwicht.WriteNote("x"),
        tegenwicht.Mention(ORGANISATIONAL),
    )
    assert play.on_table == (13,)
    play.do(tegenwicht.FinishTurn())
    # Fatma passes without a card.                                        nothing
    play.do(tegenwicht.Pass())
    return play


def third_round() -> Play:
    """A round that is broken off in the third turn, with a card on the table."""
    play = second_round()
    # Noor.                                                               card client; organisational
    play.do(
        tegenwicht.BeginRound(),
        tegenwicht.Mention(CLIENT),
        tegenwicht.Draw(),
        tegenwicht.Mention(ORGANISATIONAL),
    )
    assert play.on_table == (22,)
    play.do(tegenwicht.FinishTurn())
    # Ilse picks a pile.                                                  card employer; policy
    play.do(tegenwicht.DrawFrom(EMPLOYER), tegenwicht.Mention(POLICY))
    assert play.on_table == (32,)
    play.do(tegenwicht.FinishTurn())
    # Bram.                                                               card individual; client
    play.do(tegenwicht.Draw(), tegenwicht.Mention(CLIENT))
    assert play.on_table == (62,)
    return play


def test_the_first_round_is_counted_as_by_hand() -> None:
    assert tally(first_round()) == Tally((ROUND_1,), ROUND_1)


def test_a_round_with_counterweight_someone_leaving_and_someone_joining_is_counted_as_by_hand() -> None:
    assert tally(second_round()).rounds == (ROUND_1, ROUND_2)


def test_finishing_early_counts_the_card_on_the_table_when_it_was_discussed() -> None:
    play = third_round()
    play.do(events.Finish(count_card=True))
    assert tally(play) == Tally((ROUND_1, ROUND_2, ROUND_3), IN_ALL)
    assert tally(play).total.balance == (15, 10)
    assert tally(play).total.stayed_away == ()


def test_finishing_early_leaves_out_a_card_that_was_not_discussed_but_keeps_what_was_mentioned() -> None:
    play = third_round()
    play.do(events.Finish(count_card=False))
    assert tally(play).rounds == (ROUND_1, ROUND_2, ROUND_3_CARD_NOT_COUNTED)
    assert 62 in play.aside


def test_another_mind_about_finishing_is_one_undo_away() -> None:
    play = third_round()
    play.do(events.Finish(count_card=False), events.Undo(), events.Finish(count_card=True))
    assert tally(play) == Tally((ROUND_1, ROUND_2, ROUND_3), IN_ALL)


def test_undo_over_three_rounds_takes_the_counts_back_and_redo_brings_them_again() -> None:
    play = third_round()
    now = tally(play)
    to_the_end_of_round_1 = len(play.journal) - len(first_round().journal)
    play.do(*[events.Undo()] * to_the_end_of_round_1)
    assert tally(play) == Tally((ROUND_1,), ROUND_1)
    play.do(
        events.Undo(), events.Undo(), events.Undo()
    )  # Fatma's turn is open again and nobody mentioned professional yet
    assert tally(play).total == Counts(cards=(1, 1, 1, 0, 0, 0), mentions=(0, 2, 1, 0, 1, 1))
    play.do(*[events.Redo()] * (to_the_end_of_round_1 + 3))
    assert tally(play) == now


def test_a_card_counts_only_when_its_turn_is_done() -> None:
    play = Play(EIGHTEEN, order=EIGHTEEN)
    play.do(tegenwicht.Draw())
    assert tally(play).total == NOTHING
    play.do(tegenwicht.FinishTurn())
    assert tally(play).total.by_card(PROFESSIONAL) == 1


def test_a_mark_belongs_to_the_turn_and_becomes_the_block_of_its_card_when_that_is_done() -> None:
    play = Play(EIGHTEEN, order=EIGHTEEN)
    play.do(tegenwicht.Mention(PROFESSIONAL))
    assert tally(play).total == Counts(mentions=(1, 0, 0, 0, 0, 0))
    play.do(tegenwicht.Draw())  # professional
    assert tally(play).total == Counts(mentions=(1, 0, 0, 0, 0, 0))
    play.do(tegenwicht.FinishTurn())
    assert tally(play).total == Counts(cards=(1, 0, 0, 0, 0, 0))


def test_marks_stay_when_the_card_is_put_aside() -> None:
    play = Play(EIGHTEEN, order=EIGHTEEN)
    play.do(tegenwicht.Draw(), tegenwicht.Mention(CLIENT), tegenwicht.PutAside())
    assert tally(play).total.by_mention(CLIENT) == 1
    play.do(tegenwicht.DrawFrom(POLICY), tegenwicht.FinishTurn())
    assert tally(play).total == Counts(cards=(0, 0, 0, 0, 1, 0), mentions=(0, 1, 0, 0, 0, 0))


def test_a_mark_of_the_cluster_that_is_hung_opposite_becomes_that_cards_block() -> None:
    play = Play((11, 21), order=(11, 21))
    play.do(tegenwicht.Draw(), tegenwicht.Mention(CLIENT), tegenwicht.DrawCounterweight())
    assert tally(play).total.by_mention(CLIENT) == 1
    assert play.refusal(tegenwicht.TakeBackMention(CLIENT)) is Refusal.COUNTS_WITH_CARD
    play.do(tegenwicht.FinishTurn())
    assert tally(play).total == Counts(cards=(1, 1, 0, 0, 0, 0))


def test_the_cards_own_cluster_is_not_marked_for_it_counts_with_the_card() -> None:
    play = Play(EIGHTEEN, order=EIGHTEEN)
    play.do(tegenwicht.Draw())
    assert play.refusal(tegenwicht.Mention(PROFESSIONAL)) is Refusal.COUNTS_WITH_CARD
    assert {one for one in play.legal if isinstance(one, tegenwicht.Mention)} == set(
        map(tegenwicht.Mention, CLUSTERS[1:])
    )
    play.do(tegenwicht.PutAside(), tegenwicht.Mention(PROFESSIONAL))


def test_in_a_passed_turn_no_cluster_is_the_turns_own_so_each_mention_counts() -> None:
    play = Play(EIGHTEEN, order=EIGHTEEN)
    play.do(tegenwicht.Mention(PROFESSIONAL), tegenwicht.Draw(), tegenwicht.Pass())
    assert tally(play).total == Counts(mentions=(1, 0, 0, 0, 0, 0))


def test_a_card_and_its_counterweight_of_the_same_cluster_are_one_turn_in_which_it_came_up() -> None:
    play = Play((11, 12), order=(11, 12))
    play.do(tegenwicht.Draw(), tegenwicht.DrawCounterweight(), tegenwicht.FinishTurn())
    assert tally(play).total == Counts(cards=(1, 0, 0, 0, 0, 0))


def test_a_counterweight_that_is_put_aside_does_not_count_and_the_card_beside_it_does() -> None:
    play = Play((11, 21), order=(11, 21))
    play.do(
        tegenwicht.Mention(CLIENT),
        tegenwicht.Draw(),
        tegenwicht.DrawCounterweight(),
        tegenwicht.PutAside(),
        tegenwicht.FinishTurn(),
    )
    assert tally(play).total == Counts(cards=(1, 0, 0, 0, 0, 0), mentions=(0, 1, 0, 0, 0, 0))


def test_who_leaves_while_another_has_the_turn_changes_no_count() -> None:
    play = Play(EIGHTEEN, seats=3, order=EIGHTEEN)
    play.do(
        tegenwicht.Draw(),
        tegenwicht.Mention(CLIENT),
        tegenwicht.FinishTurn(),
        tegenwicht.Draw(),
        tegenwicht.Mention(POLICY),
    )
    before = tally(play)
    play.do(events.RemoveParticipant(1), events.RemoveParticipant(3))
    assert tally(play) == before


def test_the_round_that_is_going_on_is_in_the_table_from_its_first_turn() -> None:
    play = first_round()
    play.do(tegenwicht.BeginRound())
    assert tally(play) == Tally((ROUND_1, NOTHING), ROUND_1)


def test_a_round_that_is_finished_before_anything_happened_is_no_round() -> None:
    play = first_round()
    play.do(tegenwicht.BeginRound(), events.Finish())
    assert tally(play) == Tally((ROUND_1,), ROUND_1)


def test_finishing_when_the_round_is_done_changes_no_count() -> None:
    play = first_round()
    play.do(events.Finish(), events.Close())
    assert tally(play) == Tally((ROUND_1,), ROUND_1)


def test_shuffling_again_changes_no_count() -> None:
    play = Play((11, 21), order=(11, 21))
    play.do(
        tegenwicht.Draw(),
        tegenwicht.FinishTurn(),
        tegenwicht.Draw(),
        tegenwicht.Mention(POLICY),
        tegenwicht.Pass(),
        tegenwicht.BeginRound(),
    )
    before = tally(play)
    play.do(tegenwicht.Reshuffle())
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
