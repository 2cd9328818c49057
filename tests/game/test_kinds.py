"""The other kinds of card: what they count for, what may be done with them, and jokers that are kept and played."""

from collections import Counter
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tegenwicht.game import events, rules, tegenwicht
from tegenwicht.game.cards import CLUSTERS, Card, Deck, Kind, Source
from tegenwicht.game.drawing import Drawing
from tegenwicht.game.kinds import OTHER_KINDS, mixed
from tegenwicht.game.refusals import Refusal
from tegenwicht.game.tally import Counts
from tegenwicht.storage.exchange.session_words import person_free
from tegenwicht.storage.journal import codec
from tests.game.tables import CLIENT, EMPLOYER, POLICY, PROFESSIONAL, TWO_OF_EACH, Play, card, deck, people

SITUATION, STATEMENT, TASK = 71, 72, 73
SWAP, ASK_ON, TURN_ROUND, ALL_SHORT, OWN = 81, 82, 83, 84, 85
JOKERS = {
    SWAP: "ruil",
    ASK_ON: "vraag-door",
    TURN_ROUND: "draai-om",
    ALL_SHORT: "iedereen-kort",
    OWN: "van ons",
}


def other(number: int, kind: Kind, name: str = "") -> Card:
    return Card(
        name or f"other-{number}", number, None, f"Title {number}", "Well?", source=Source.PRACTICE, kind=kind
    )


EXTRA = Deck(
    "erbij", "Erbij", "nl", 1, (),
    (other(SITUATION, Kind.SITUATION), other(STATEMENT, Kind.STATEMENT), other(TASK, Kind.TASK),
     *(other(number, Kind.JOKER, name) for number, name in JOKERS.items())),
)  # fmt: skip


def started(*first: int, kinds: tuple[Kind, ...] = OTHER_KINDS, seats: int = 3, **choices: object) -> Play:
    """A table with everything mixed in; these cards lie on top."""
    play = Play(TWO_OF_EACH, seats)
    setup = events.Setup("tegenwicht", "", people(seats), kinds=kinds, **choices)  # type: ignore[arg-type]
    start = rules.start(setup, mixed(deck(*TWO_OF_EACH), EXTRA, kinds))
    rest = (number for number in sorted(start.order) if number not in first)
    play.journal = [replace(start, order=(*first, *rest))]
    play.timeline = rules.replay(play.journal)
    return play


# -- mixing in


def test_as_it_comes_nothing_is_mixed_in_and_what_was_chosen_is() -> None:
    assert set(started(kinds=()).table.left) == set(TWO_OF_EACH)
    with_factors = replace(EXTRA, cards=(*EXTRA.cards, card(33)))
    found = mixed(deck(*TWO_OF_EACH), with_factors, (Kind.TASK, Kind.FACTOR))
    assert [one.number for one in found.cards] == [*TWO_OF_EACH, TASK]  # factors of another deck never
    assert set(started(kinds=(Kind.SITUATION, Kind.TASK)).table.left) == {*TWO_OF_EACH, SITUATION, TASK}


def test_a_card_whose_number_or_name_is_taken_gets_another() -> None:
    doubled = replace(EXTRA, cards=(other(11, Kind.TASK), replace(other(90, Kind.TASK), id="card-12")))
    found = mixed(deck(11, 12), doubled, (Kind.TASK,))
    assert [one.number for one in found.cards] == [11, 12, 91, 92]
    assert len({one.id for one in found.cards}) == 4
    assert found.title == "Small"


def test_kinds_of_the_deck_itself_play_along_only_when_they_were_chosen() -> None:
    own = mixed(deck(11, 12), EXTRA, OTHER_KINDS)
    assert set(rules.start(events.Setup("tegenwicht", "", people(2)), own).order) == {11, 12}


def test_a_deck_without_factors_is_played_with_all_it_has_but_not_with_jokers_alone() -> None:
    setup = events.Setup("tegenwicht", "", people(2))
    assert len(rules.start(setup, EXTRA).order) == 8
    jokers = replace(EXTRA, cards=EXTRA.cards[3:])
    with pytest.raises(ValueError, match="jokers alone"):
        rules.start(setup, jokers)


def test_other_modes_are_not_played_with_other_kinds() -> None:
    with pytest.raises(ValueError, match="not played with"):
        rules.start(events.Setup("weighing", "", people(2), kinds=(Kind.TASK,)), deck(*TWO_OF_EACH))


# -- at the table


def test_a_situation_belongs_to_no_cluster_and_counts_by_what_is_marked() -> None:
    play = started(SITUATION)
    play.do(tegenwicht.Draw(), *map(tegenwicht.Mention, CLUSTERS[:2]), tegenwicht.FinishTurn())
    assert tegenwicht.tally_of(play.session).total == Counts(mentions=(1, 1, 0, 0, 0, 0))
    assert play.table.used == (SITUATION,)


@pytest.mark.parametrize("drawing", [Drawing.OPEN, Drawing.PILE])
def test_cards_without_a_cluster_have_a_pile_of_their_own(drawing: Drawing) -> None:
    play = started(STATEMENT, drawing=drawing, kinds=(Kind.STATEMENT,))
    assert tegenwicht.pile(play.session, None) == (STATEMENT,)
    assert play.do(tegenwicht.DrawFrom(None)) == tegenwicht.CardDrawn(STATEMENT, tegenwicht.Way.PILE)
    play.do(tegenwicht.FinishTurn())
    assert play.refusal(tegenwicht.DrawFrom(None)) is Refusal.PILE_IS_EMPTY


def test_a_task_is_done_and_not_weighed_nor_does_anything_hang_opposite_it() -> None:
    play = started(TASK)
    play.do(tegenwicht.Draw())
    assert play.refusal(tegenwicht.Weigh((1, 0, 0, 0))) is Refusal.NOT_FOR_TASK
    assert play.refusal(tegenwicht.DrawCounterweight()) is Refusal.NOT_FOR_TASK
    assert not {tegenwicht.Weigh, tegenwicht.DrawCounterweight()} & play.legal
    play.do(tegenwicht.WriteNote("done"), tegenwicht.FinishTurn())
    with pytest.raises(rules.ReplayError):
        rules.replay([*play.journal[:2], tegenwicht.CardWeighed((1, 0, 0, 0))])


def test_a_situation_and_a_statement_can_be_weighed_and_a_factor_hangs_opposite() -> None:
    play = started(SITUATION)
    play.do(tegenwicht.Draw(), tegenwicht.Weigh((1, 0, 0, 0)))
    hung = play.do(tegenwicht.DrawCounterweight())
    assert isinstance(hung, tegenwicht.CardDrawn) and (hung.card, hung.opposite) == (11, SITUATION)


def test_only_a_card_with_a_cluster_hangs_opposite() -> None:
    play = Play((11,), 2)
    setup = events.Setup("tegenwicht", "", people(2), kinds=OTHER_KINDS)
    start = rules.start(setup, mixed(deck(11), EXTRA, OTHER_KINDS))
    play.journal = [replace(start, order=(11, *(n for n in start.order if n != 11)))]
    play.timeline = rules.replay(play.journal)
    play.do(tegenwicht.Draw())
    assert play.refusal(tegenwicht.DrawCounterweight()) is Refusal.NO_CARDS_LEFT


# -- jokers


def test_a_joker_that_is_drawn_stays_at_the_seat_and_one_draws_again() -> None:
    play = started(SWAP)
    play.do(tegenwicht.Pass())
    assert play.do(tegenwicht.Draw()) == tegenwicht.JokerKept(SWAP, tegenwicht.Way.WHOLE)
    assert (play.on_table, play.turns_to_come) == ((), (2, 3))
    assert play.table.jokers == (tegenwicht.Held(2, SWAP),)
    play.do(tegenwicht.Draw(), tegenwicht.FinishTurn())
    assert play.on_table == () and play.table.jokers == (tegenwicht.Held(2, SWAP),)
    play.do(*[events.Undo()] * 3)
    assert play.table.jokers == () and play.table.left[0] == SWAP


def test_a_joker_comes_by_its_number_and_from_its_pile_too() -> None:
    play = started(SITUATION)
    assert play.do(tegenwicht.BringUp(OWN)) == tegenwicht.JokerKept(OWN, tegenwicht.Way.NUMBER)
    assert play.refusal(tegenwicht.BringUp(OWN)) is Refusal.ALREADY_DISCUSSED
    play = started(ALL_SHORT, drawing=Drawing.PILE)
    assert play.do(tegenwicht.DrawFrom(None)) == tegenwicht.JokerKept(ALL_SHORT, tegenwicht.Way.PILE)


def test_a_joker_is_played_once_by_whoever_has_it_also_in_the_turn_of_another() -> None:
    play = started(ALL_SHORT)
    play.do(tegenwicht.Draw(), tegenwicht.Pass(), tegenwicht.Draw())
    assert play.turns_to_come[0] == 2
    play.do(tegenwicht.PlayJoker(1, ALL_SHORT))
    assert play.table.played == (tegenwicht.Played(1, ALL_SHORT, on=11),)
    assert play.table.jokers == ()
    assert play.refusal(tegenwicht.PlayJoker(1, ALL_SHORT)) is Refusal.NO_JOKER
    assert play.refusal(tegenwicht.BringUp(ALL_SHORT)) is Refusal.CARD_ON_TABLE
    play.do(tegenwicht.FinishTurn())
    assert play.refusal(tegenwicht.BringUp(ALL_SHORT)) is Refusal.ALREADY_DISCUSSED


def test_swap_lays_the_card_under_its_pile_and_takes_one_of_a_pile_that_one_chooses() -> None:
    play = started(SWAP, 12)
    play.do(tegenwicht.Draw(), tegenwicht.Draw(), tegenwicht.WriteNote("kept"), tegenwicht.Mention(POLICY))
    assert play.do(tegenwicht.PlayJoker(1, SWAP, cluster=CLIENT)) == tegenwicht.JokerPlayed(
        1, SWAP, CLIENT, 21
    )
    assert (play.on_table, play.table.left[-1], play.aside) == ((21,), 12, ())
    assert tegenwicht.pile(play.session, PROFESSIONAL) == (11, 12)
    assert play.table.kept == (tegenwicht.CardInPlay(12, tegenwicht.Way.WHOLE, note="kept"),)
    play.do(tegenwicht.FinishTurn())
    assert tegenwicht.tally_of(play.session).total == Counts((0, 1, 0, 0, 0, 0), (0, 0, 0, 0, 1, 0))
    play.do(events.Undo(), events.Undo())
    assert play.on_table == (12,) and play.table.jokers == (tegenwicht.Held(1, SWAP),)


def test_swap_passes_over_jokers_in_a_pile_and_needs_a_pile_with_cards_and_one_card_on_the_table() -> None:
    play = started(SWAP, 11, ASK_ON, SITUATION)
    play.do(tegenwicht.Draw())
    assert play.refusal(tegenwicht.PlayJoker(1, SWAP, cluster=CLIENT)) is Refusal.NO_CARD_ON_TABLE
    play.do(tegenwicht.Draw())
    assert play.do(tegenwicht.PlayJoker(1, SWAP, cluster=None)) == tegenwicht.JokerPlayed(
        1, SWAP, None, SITUATION
    )
    play.do(events.Undo(), tegenwicht.DrawCounterweight())
    assert play.refusal(tegenwicht.PlayJoker(1, SWAP, cluster=CLIENT)) is Refusal.COUNTERWEIGHT_ON_TABLE
    play.do(tegenwicht.FinishTurn(), tegenwicht.BringUp(31), tegenwicht.FinishTurn(), tegenwicht.BringUp(32))
    assert play.refusal(tegenwicht.PlayJoker(1, SWAP, cluster=EMPLOYER)) is Refusal.PILE_IS_EMPTY


def test_ask_on_chooses_one_of_the_slips_there_are_and_turn_round_needs_another_side() -> None:
    play = started(ASK_ON, TURN_ROUND)
    play.do(tegenwicht.Draw(), tegenwicht.Draw(), tegenwicht.Draw())
    assert play.on_table == (11,)
    assert play.refusal(tegenwicht.PlayJoker(1, ASK_ON, slip=2)) is Refusal.NO_SUCH_SLIP
    assert play.refusal(tegenwicht.PlayJoker(1, ASK_ON)) is Refusal.NO_SUCH_SLIP
    play.do(tegenwicht.PlayJoker(1, ASK_ON, slip=1), tegenwicht.PlayJoker(1, TURN_ROUND))
    assert [(one.slip, one.on) for one in play.table.played] == [(1, 11), (None, 11)]
    play = started(TURN_ROUND, SITUATION)
    play.do(tegenwicht.Draw(), tegenwicht.Draw())
    assert play.refusal(tegenwicht.PlayJoker(1, TURN_ROUND)) is Refusal.NO_OTHER_SIDE


def test_a_blank_joker_does_what_one_thinks_of_with_or_without_a_card() -> None:
    play = started(OWN)
    play.do(tegenwicht.Draw())
    assert tegenwicht.PlayOwnJoker in play.legal
    assert play.refusal(tegenwicht.PlayOwnJoker(1, OWN, "x" * 201)) is Refusal.TEXT_TOO_LONG
    play.do(tegenwicht.PlayOwnJoker(1, OWN, "x" * 200), events.Undo())
    play.do(tegenwicht.PlayOwnJoker(1, OWN, " Allemaal staan. "))
    assert play.table.played == (tegenwicht.Played(1, OWN, None, text="Allemaal staan."),)
    assert tegenwicht.PlayOwnJoker not in play.legal


@pytest.mark.parametrize(
    "action",
    [
        tegenwicht.PlayJoker(2, ALL_SHORT), tegenwicht.PlayJoker(1, SWAP), tegenwicht.PlayJoker(1, 999),
        tegenwicht.PlayOwnJoker(1, 11),
    ],
)  # fmt: skip
def test_nobody_plays_a_joker_that_does_not_lie_there(action: events.Action) -> None:
    play = started(ALL_SHORT)
    play.do(tegenwicht.Draw(), tegenwicht.Draw())
    assert play.refusal(action) is Refusal.NO_JOKER


def test_with_a_joker_only_that_is_chosen_which_belongs_to_it() -> None:
    play = started(ALL_SHORT, OWN)
    play.do(tegenwicht.Draw(), tegenwicht.Draw(), tegenwicht.Draw())
    for wrong in (tegenwicht.PlayJoker(1, ALL_SHORT, cluster=CLIENT), tegenwicht.PlayJoker(1, OWN, slip=1)):
        assert play.refusal(wrong) is Refusal.NOT_NOW
    assert play.refusal(tegenwicht.PlayOwnJoker(1, ALL_SHORT, "x")) is Refusal.NOT_NOW


def test_who_left_plays_no_joker() -> None:
    play = started(ALL_SHORT)
    play.do(
        tegenwicht.Draw(),
        tegenwicht.Draw(),
        tegenwicht.FinishTurn(),
        events.RemoveParticipant(1),
        tegenwicht.Draw(),
    )
    assert play.refusal(tegenwicht.PlayJoker(1, ALL_SHORT)) is Refusal.NO_SUCH_PARTICIPANT
    assert not any(isinstance(one, tegenwicht.PlayJoker) for one in play.legal)


@pytest.mark.parametrize(
    "event",
    [
        tegenwicht.CardDrawn(SWAP, tegenwicht.Way.WHOLE), tegenwicht.JokerKept(11, tegenwicht.Way.WHOLE),
        tegenwicht.JokerPlayed(1, SWAP, CLIENT, 21),
        tegenwicht.JokerKept(999, tegenwicht.Way.WHOLE), tegenwicht.JokerPlayed(1, ASK_ON, slip=1),
    ],
)  # fmt: skip
def test_a_journal_with_a_joker_that_play_refuses_is_refused(event: events.Event) -> None:
    with pytest.raises(rules.ReplayError):
        rules.replay([*started(SWAP).journal, event])


def test_swapping_for_another_card_than_the_next_of_the_pile_is_refused_in_a_journal() -> None:
    play = started(SWAP)
    play.do(tegenwicht.Draw(), tegenwicht.Draw())
    with pytest.raises(rules.ReplayError):
        rules.replay([*play.journal, tegenwicht.JokerPlayed(1, SWAP, CLIENT, 22)])


# -- by chance


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 100_000), st.sampled_from(Drawing))
def test_in_random_play_with_every_kind_no_card_is_lost_or_doubled_and_a_journal_replays(
    seed: int, drawing: Drawing
) -> None:
    dice = Random(seed)
    play = started(drawing=drawing, seats=dice.randint(1, 4), shuffle_number=seed + 1)
    own = [tegenwicht.PlayOwnJoker(one, OWN, "Iets") for one in (1, 2, 3, 4)]
    for _ in range(60):
        legal = sorted((one for one in play.legal if not isinstance(one, type | events.Finish)), key=repr)
        onward = [
            one
            for one in legal
            if isinstance(
                one, tegenwicht.Draw | tegenwicht.DrawFrom | tegenwicht.PlayJoker | tegenwicht.FinishTurn
            )
        ]
        action = dice.choice(dice.choice([pool for pool in (legal, onward, own) if pool]))
        outcome = play.tried(action)
        assert isinstance(outcome, events.Event) or action in own
        table = play.table
        places = [*table.left, *play.on_table, *play.aside, *table.used, *(one.card for one in table.jokers),
                  *(one.card for one in table.played)]  # fmt: skip
        assert Counter(places) == Counter(play.session.order)
        assert all(play.session.cards[one].kind is not Kind.JOKER for one in (*play.on_table, *table.used))
    again = [codec.decode(*codec.encode(one), tegenwicht.EVENTS) for one in play.journal]
    assert rules.replay(again).session == play.session
    assert rules.legal_actions(rules.replay(again)) == play.legal
    rules.replay(person_free(play.journal))
