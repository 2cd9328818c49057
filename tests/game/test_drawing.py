"""Which card comes next: the shuffle, the piles, the counterweight, and a deck that runs out."""

from collections import Counter
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tegenwicht.game import events, rules, tegenwicht
from tegenwicht.game.cards import Card, Deck, Kind, Rank, Source
from tegenwicht.game.drawing import Drawing, fingerprint, first_of_least, shuffled, shuffled_deck
from tegenwicht.game.refusals import Refusal
from tests.game.tables import (
    CLIENT,
    EMPLOYER,
    INDIVIDUAL,
    POLICY,
    PROFESSIONAL,
    TWO_OF_EACH,
    Play,
    Recount,
    card,
    cluster_of,
    deck,
    people,
    plays,
)

# -- the shuffle

GOLDEN = {
    (1, 0): (42, 62, 21, 22, 61, 31, 11, 52, 51, 12, 41, 32),
    (2026, 0): (62, 32, 42, 51, 12, 21, 52, 11, 31, 61, 41, 22),
    (1, 1): (41, 62, 32, 22, 12, 31, 51, 52, 61, 42, 11, 21),
}
"""(shuffle number, times the deck ran out) → order, from a second program written apart. Never change it."""


@pytest.mark.parametrize(("seed", "order"), GOLDEN.items())
def test_a_shuffle_number_gives_the_same_order_for_ever(
    seed: tuple[int, int], order: tuple[int, ...]
) -> None:
    assert shuffled_deck(deck(*TWO_OF_EACH), *seed) == order


def test_the_order_of_the_cards_in_the_file_does_not_matter() -> None:
    assert shuffled_deck(deck(*reversed(TWO_OF_EACH)), 1) == GOLDEN[1, 0]


def test_the_title_and_version_of_the_deck_do_not_matter() -> None:
    renamed = replace(deck(*TWO_OF_EACH), id="other", title="Other", version=9)
    assert shuffled_deck(renamed, 1) == GOLDEN[1, 0]


@pytest.mark.parametrize(
    "changed",
    [
        replace(card(11), title="Another title"),
        replace(card(11), question="Another question?"),
        replace(card(11), deeper=("Deeper 11?", "And deeper?")),
        replace(card(11), other_side="Another side?"),
        replace(card(11), cluster=CLIENT),
        replace(card(11), source=Source.ARTICLE),
        replace(card(11), source=Source.TABLE, rank=Rank(1, (1, 2, 3, 4, 5, 6))),
        replace(card(11), id="another-id"),
        card(13),
    ],
)
def test_any_change_on_a_card_makes_another_deck(changed: Card) -> None:
    first, *others = deck(*TWO_OF_EACH).cards
    assert first.number == 11
    other = Deck("small", "Small", "nl", 1, (), (changed, *others))
    assert fingerprint(other) != fingerprint(deck(*TWO_OF_EACH))
    assert shuffled_deck(other, 1) != GOLDEN[1, 0]


def test_groups_that_choose_other_clusters_get_their_cards_in_the_same_order() -> None:
    few = Play(TWO_OF_EACH, clusters=(CLIENT, POLICY), shuffle_number=1)
    assert few.table.left == tuple(n for n in GOLDEN[1, 0] if cluster_of(n) in (CLIENT, POLICY))


def test_a_hundred_shuffle_numbers_give_a_hundred_orders() -> None:
    assert len({shuffled_deck(deck(*TWO_OF_EACH), number) for number in range(1, 101)}) == 100


def test_every_order_is_about_equally_likely() -> None:
    times = Counter(shuffled((1, 2, 3, 4), f"seed {number}") for number in range(24 * 200))
    chi_square = sum((times[order] - 200) ** 2 / 200 for order in permutations((1, 2, 3, 4)))
    assert sum(times.values()) == 24 * 200
    assert chi_square < 50  # 23 degrees of freedom; a fair shuffle stays below in 999 of 1000 sets of seeds


def test_every_place_is_about_equally_likely_for_a_card_of_a_whole_deck() -> None:
    places = Counter(shuffled(range(48), f"seed {number}").index(0) for number in range(48 * 50))
    assert sum((places[place] - 50) ** 2 / 50 for place in range(48)) < 90  # 47 degrees of freedom


@given(st.sets(st.integers(1, 9999), max_size=40), st.integers())
def test_a_shuffle_loses_and_doubles_no_card(numbers: set[int], seed: int) -> None:
    assert sorted(shuffled(numbers, str(seed))) == sorted(numbers)


# -- drawing


def test_the_whole_deck_is_drawn_from_the_top() -> None:
    play = Play(TWO_OF_EACH, shuffle_number=1)
    drawn = []
    for _ in range(4):
        drawn.append(play.do(tegenwicht.Draw()))
        play.do(tegenwicht.PutAside())
    assert drawn == [tegenwicht.CardDrawn(number, tegenwicht.Way.WHOLE) for number in GOLDEN[1, 0][:4]]


def test_by_pile_the_participant_picks_and_the_pile_keeps_its_order() -> None:
    play = Play((11, 12, 21), order=(12, 21, 11), drawing=Drawing.PILE)
    assert play.refusal(tegenwicht.Draw()) is Refusal.CHOOSE_A_PILE
    assert tegenwicht.pile(play.session, PROFESSIONAL) == (12, 11)
    assert play.do(tegenwicht.DrawFrom(PROFESSIONAL)) == tegenwicht.CardDrawn(12, tegenwicht.Way.PILE)
    assert tegenwicht.pile(play.session, PROFESSIONAL) == (11,)


def test_an_empty_pile_gives_no_card_and_the_others_do() -> None:
    play = Play((11, 21), drawing=Drawing.PILE)
    play.do(tegenwicht.DrawFrom(PROFESSIONAL), tegenwicht.FinishTurn())
    assert play.refusal(tegenwicht.DrawFrom(PROFESSIONAL)) is Refusal.PILE_IS_EMPTY
    assert {one for one in play.legal if isinstance(one, tegenwicht.DrawFrom)} == {
        tegenwicht.DrawFrom(CLIENT)
    }


def test_without_piles_nobody_picks_a_pile() -> None:
    for drawing in (Drawing.SHUFFLED, Drawing.COUNTERWEIGHT):
        assert Play(TWO_OF_EACH, drawing=drawing).refusal(tegenwicht.DrawFrom(CLIENT)) is Refusal.NOT_BY_PILE


def test_usually_one_picks_a_pile_or_lets_the_lot_decide_and_the_journal_says_which() -> None:
    play = Play(TWO_OF_EACH, order=(62, 11, 21, 12, 22, *TWO_OF_EACH[4:11]))
    assert play.session.setup.drawing is Drawing.OPEN
    assert play.do(tegenwicht.DrawFrom(CLIENT)) == tegenwicht.CardDrawn(21, tegenwicht.Way.PILE)
    play.do(tegenwicht.FinishTurn())
    assert play.do(tegenwicht.Draw()) == tegenwicht.CardDrawn(
        62, tegenwicht.Way.WHOLE
    )  # the first of the whole order, of its own pile
    play.do(tegenwicht.PutAside())
    assert play.do(tegenwicht.Draw()) == tegenwicht.CardDrawn(11, tegenwicht.Way.WHOLE)
    assert tegenwicht.pile(play.session, CLIENT) == (22,)


def test_the_lot_passes_over_a_pile_that_is_empty_and_nobody_picks_it() -> None:
    play = Play((11, 21), order=(11, 21))
    play.do(tegenwicht.DrawFrom(PROFESSIONAL), tegenwicht.FinishTurn())
    assert play.refusal(tegenwicht.DrawFrom(PROFESSIONAL)) is Refusal.PILE_IS_EMPTY
    assert {tegenwicht.DrawFrom(CLIENT), tegenwicht.Draw()} <= play.legal
    assert play.do(tegenwicht.Draw()) == tegenwicht.CardDrawn(21, tegenwicht.Way.WHOLE)


def test_in_a_round_with_the_lightest_first_nobody_picks_in_an_open_drawing_either() -> None:
    play = Play(TWO_OF_EACH, seats=1, cards_per_round=1)
    play.do(tegenwicht.Pass(), tegenwicht.BeginRound(counterweight=True))
    assert play.refusal(tegenwicht.DrawFrom(CLIENT)) is Refusal.NOT_BY_PILE


def test_a_round_with_counterweight_draws_from_what_lags_even_when_the_session_draws_by_pile() -> None:
    play = Play(TWO_OF_EACH, seats=1, cards_per_round=1, drawing=Drawing.PILE, order=TWO_OF_EACH)
    play.do(
        tegenwicht.DrawFrom(PROFESSIONAL), tegenwicht.FinishTurn(), tegenwicht.BeginRound(counterweight=True)
    )
    assert play.refusal(tegenwicht.DrawFrom(CLIENT)) is Refusal.NOT_BY_PILE
    assert play.do(tegenwicht.Draw()) == tegenwicht.CardDrawn(21, tegenwicht.Way.LIGHTEST)
    play.do(tegenwicht.FinishTurn(), tegenwicht.BeginRound(counterweight=False))
    assert play.refusal(tegenwicht.Draw()) is Refusal.CHOOSE_A_PILE


def test_counterweight_takes_the_cluster_that_came_up_least() -> None:
    play = Play((11, 12, 21, 22, 61), order=(11, 12, 21, 22, 61), drawing=Drawing.COUNTERWEIGHT)
    play.do(
        tegenwicht.Draw(), tegenwicht.Mention(CLIENT), tegenwicht.FinishTurn()
    )  # professional by card, client by mention
    assert play.do(tegenwicht.Draw()) == tegenwicht.CardDrawn(61, tegenwicht.Way.LIGHTEST)


def test_between_clusters_that_came_up_as_often_the_shuffle_decides() -> None:
    for order in permutations((11, 21, 61)):
        play = Play((11, 21, 61), order=order, drawing=Drawing.COUNTERWEIGHT)
        assert play.do(tegenwicht.Draw()) == tegenwicht.CardDrawn(order[0], tegenwicht.Way.LIGHTEST)


def test_what_is_mentioned_before_the_draw_counts_for_the_counterweight() -> None:
    play = Play((11, 21, 31), order=(31, 11, 21))
    play.do(tegenwicht.Mention(PROFESSIONAL), tegenwicht.Draw())
    assert play.do(tegenwicht.DrawCounterweight()) == tegenwicht.CardDrawn(
        21, tegenwicht.Way.COUNTERWEIGHT, opposite=31
    )


def test_a_counterweight_hangs_opposite_a_card_and_is_never_a_turns_first() -> None:
    play = Play((11, 21), order=(11, 21))
    assert play.refusal(tegenwicht.DrawCounterweight()) is Refusal.NO_CARD_ON_TABLE
    assert tegenwicht.DrawCounterweight() not in play.legal
    play.do(tegenwicht.Draw())
    assert tegenwicht.DrawCounterweight() in play.legal


def test_of_clusters_that_came_up_as_often_the_one_longest_ago_hangs_opposite() -> None:
    play = Play(TWO_OF_EACH[:6], seats=4, order=(11, 21, 31, 32, 22, 12))
    play.do(
        tegenwicht.Draw(),
        tegenwicht.FinishTurn(),
        tegenwicht.Draw(),
        tegenwicht.FinishTurn(),
        tegenwicht.Draw(),
        tegenwicht.FinishTurn(),
    )
    play.do(
        tegenwicht.DrawFrom(EMPLOYER)
    )  # all came up once: professional in the first turn, though client lies higher
    assert play.do(tegenwicht.DrawCounterweight()) == tegenwicht.CardDrawn(
        12, tegenwicht.Way.COUNTERWEIGHT, opposite=32
    )


def test_the_counterweight_beside_a_card_is_of_another_cluster_while_there_is_one() -> None:
    play = Play((11, 12, 21), order=(11, 12, 21))
    play.do(tegenwicht.Mention(CLIENT), tegenwicht.Draw(), tegenwicht.DrawCounterweight())
    assert play.on_table == (11, 21)  # client came up and professional did not, but lies there
    play.do(tegenwicht.PutAside(), tegenwicht.DrawCounterweight())
    assert play.on_table == (11, 12)


@given(st.lists(st.integers(0, 3), min_size=1, max_size=6))
def test_the_first_of_the_least_is_found(times: list[int]) -> None:
    least = first_of_least(range(len(times)), times)
    assert all(times[least] < n for n in times[:least]) and all(times[least] <= n for n in times)


@settings(max_examples=100, deadline=None)
@given(plays())
def test_in_random_play_every_counterweight_is_of_a_cluster_that_came_up_least(play: Play) -> None:
    number = 0
    for before, _, outcome, _ in play.moves:
        number += isinstance(outcome, events.Event)
        if isinstance(outcome, tegenwicht.CardDrawn) and outcome.way in (
            tegenwicht.Way.COUNTERWEIGHT,
            tegenwicht.Way.LIGHTEST,
        ):
            recount = Recount(play.journal[:number], play.whose[:number])
            left = tegenwicht.table(before.session).left
            piles = {cluster_of(one) for one in left}
            choice = piles - set(recount.drawn) or piles
            least = min(map(recount.came_up, choice))
            even = [
                one for one in left if cluster_of(one) in choice and recount.came_up(cluster_of(one)) == least
            ]
            if outcome.way is tegenwicht.Way.COUNTERWEIGHT:
                even.sort(key=lambda one: recount.last.get(cluster_of(one), -1))
            assert outcome.card == even[0]


# -- running out


def two_cards_gone() -> Play:
    """One card discussed and one put aside, none left, a turn without a card."""
    play = Play((11, 21), seats=3, order=(11, 21))
    play.do(tegenwicht.Draw(), tegenwicht.FinishTurn(), tegenwicht.Draw(), tegenwicht.Pass())
    return play


def test_when_all_cards_are_gone_nobody_draws_and_shuffling_or_finishing_is_offered() -> None:
    play = two_cards_gone()
    for action in (tegenwicht.Draw(), tegenwicht.DrawFrom(CLIENT)):
        assert play.refusal(action) is Refusal.NO_CARDS_LEFT
        assert action not in play.legal
    assert {tegenwicht.Reshuffle(), events.Finish(False)} <= play.legal


def test_shuffling_again_brings_back_what_was_discussed_and_put_aside() -> None:
    play = two_cards_gone()
    play.do(tegenwicht.Reshuffle())
    assert (set(play.table.left), play.table.used, play.aside) == ({11, 21}, (), ())
    play.do(tegenwicht.Draw())


def test_shuffling_again_gives_another_order_and_the_same_for_every_group() -> None:
    first, second = (Play(TWO_OF_EACH, seats=1, cards_per_round=13, shuffle_number=1) for _ in range(2))
    for play in (first, second):
        play.do(*[tegenwicht.Draw(), tegenwicht.Pass()] * 12, tegenwicht.Reshuffle())
    assert first.table.left == second.table.left == GOLDEN[1, 1]


def test_each_time_the_cards_are_shuffled_again_they_lie_in_another_order() -> None:
    play, orders = Play(TWO_OF_EACH, seats=1, shuffle_number=1), []
    for _ in range(3):
        orders.append(play.table.left)
        play.do(*[tegenwicht.Draw(), tegenwicht.PutAside()] * 12, tegenwicht.Reshuffle())
    assert orders == [GOLDEN[1, 0], GOLDEN[1, 1], shuffled_deck(play.session.deck, 1, 2)]
    assert len(set(orders)) == 3


def test_cards_are_not_shuffled_while_there_are_some_left() -> None:
    assert Play((11, 21)).refusal(tegenwicht.Reshuffle()) is Refusal.CARDS_LEFT


def test_a_card_can_be_discussed_again_after_shuffling() -> None:
    play = two_cards_gone()
    assert play.refusal(tegenwicht.BringUp(11)) is Refusal.ALREADY_DISCUSSED
    play.do(tegenwicht.Reshuffle(), tegenwicht.BringUp(11))


def test_the_chosen_clusters_alone_are_on_the_table_yet_any_card_comes_up_by_number() -> None:
    play = Play(TWO_OF_EACH, clusters=(EMPLOYER, INDIVIDUAL))
    assert set(play.table.left) == {31, 32, 61, 62}
    assert play.do(tegenwicht.BringUp(11)) == tegenwicht.CardDrawn(11, tegenwicht.Way.NUMBER)


def test_a_session_starts_with_its_chosen_cards_shuffled() -> None:
    start = rules.start(events.Setup("tegenwicht", "", people(1), shuffle_number=2026), deck(*TWO_OF_EACH))
    assert start.order == rules.begun(start).session.order == GOLDEN[2026, 0]


@settings(max_examples=150, deadline=None)
@given(plays(most=60))
def test_in_random_play_a_card_is_always_in_exactly_one_place(play: Play) -> None:
    chosen = set(play.session.order)
    drawn = [move.outcome for move in play.moves if isinstance(move.outcome, tegenwicht.CardDrawn)]
    by_number = {one.card for one in drawn if one.way is tegenwicht.Way.NUMBER}
    for move in play.moves:
        table = tegenwicht.table(move.after.session)
        on_table = [one.card for one in table.turn.cards] if table.turn else []
        places = [*table.left, *on_table, *(one.card for one in table.aside), *table.used]
        assert len(places) == len(set(places))
        assert chosen <= set(places) <= chosen | by_number


def test_what_only_newer_decks_have_changes_the_order_only_where_it_is_there() -> None:
    """A deck of before gives the order that it always gave; an author who adds a picture gets another."""
    bare = Deck("proef", "Proef", "nl", 1, ("Bron",), tuple(card(number) for number in range(11, 31)))
    order = shuffled_deck(bare, 7)
    for change in (
        {"picture": "coffee"},
        {"explanation": "Uitleg."},
        {"factor": "Naam"},
        {"kind": Kind.JOKER},
    ):
        other = replace(bare, cards=(replace(bare.cards[0], **change), *bare.cards[1:]))
        assert shuffled_deck(other, 7) != order
