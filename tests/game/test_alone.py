"""Alleen: a hand of six, one card at a time, its other side always asked, and no hurry."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tegenwicht.game import alone, rules
from tegenwicht.game import events as game_events
from tegenwicht.game.cards import CLUSTERS
from tegenwicht.game.drawing import shuffled_deck
from tegenwicht.game.refusals import Refusal
from tegenwicht.game.state import Phase, Timeline
from tegenwicht.game.tally import Counts
from tests.game.tables import CLIENT, EMPLOYER, PROFESSIONAL, SHARED, TWO_OF_EACH, cluster_of, deck, people


class Patience:
    """A session of this mode with its journal. ``order``: the cards as they lie."""

    def __init__(self, *order: int) -> None:
        order = order or TWO_OF_EACH
        setup = game_events.Setup("alone", "", people(1), thinking_seconds=0, talking_seconds=0)
        start = game_events.SessionStarted(setup, deck(*order), order)
        self.journal: list[game_events.Event] = [start]
        self.timeline = rules.begun(start)

    def tried(self, action: game_events.Action) -> game_events.Event | Refusal:
        outcome = rules.decide(self.timeline, action)
        if isinstance(outcome, game_events.Event):
            self.timeline = rules.apply(self.timeline, outcome)
            self.journal.append(outcome)
        return outcome

    def do(self, *actions: game_events.Action) -> "Patience":
        for action in actions:
            outcome = self.tried(action)
            assert isinstance(outcome, game_events.Event), f"{action}: {outcome}"
        return self

    def refusal(self, action: game_events.Action) -> Refusal:
        outcome = rules.decide(self.timeline, action)
        assert isinstance(outcome, Refusal), f"{action} was not refused: {outcome}"
        assert action not in self.legal
        return outcome

    def laid(self, *cards: int) -> "Patience":
        """Each of the cards chosen, turned and laid down."""
        for card in cards:
            self.do(alone.Choose(card), alone.TurnCard(True), alone.LayDown())
        return self

    @property
    def play(self) -> alone.Alone:
        return alone.alone(self.timeline.session)

    @property
    def now(self) -> alone.CardInPlay:
        assert self.play.on_table
        return self.play.on_table

    @property
    def counts(self) -> Counts:
        return alone.tally_of(self.timeline.session).total

    @property
    def legal(self) -> rules.LegalActions:
        return rules.legal_actions(self.timeline)


# -- the hand


def test_the_first_six_of_the_order_are_the_hand_and_the_first_is_the_card_of_the_day() -> None:
    game = Patience()
    assert (game.play.hand, game.play.left) == (TWO_OF_EACH[:6], TWO_OF_EACH[6:])
    assert alone.card_of_the_day(game.timeline.session) == 11


def test_the_same_day_has_the_same_card_of_the_day_and_another_day_another_order() -> None:
    def order(day: int) -> tuple[int, ...]:
        return rules.start(
            game_events.Setup("alone", "", people(1), shuffle_number=day), deck(*TWO_OF_EACH)
        ).order

    assert order(261121) == order(261121)
    assert len({order(261100 + day) for day in range(1, 31)}) > 25


def test_a_hand_that_is_dealt_has_a_card_of_every_cluster_and_the_card_of_the_day_is_the_first_of_the_shuffle() -> (
    None
):
    cards = deck(*TWO_OF_EACH)
    for day in range(261101, 261131):
        order = rules.start(game_events.Setup("alone", "", people(1), shuffle_number=day), cards).order
        assert sorted(order) == sorted(TWO_OF_EACH)
        for hand in (order[:6], order[6:]):
            assert {cluster_of(number) for number in hand} == set(CLUSTERS)
        assert order[0] == shuffled_deck(cards, day)[0]


def test_a_hand_that_one_chose_keeps_its_own_order() -> None:
    cards, chosen = deck(*TWO_OF_EACH), (11, 12, 21, 22)
    order = rules.start(
        game_events.Setup("alone", "", people(1), shuffle_number=7, cards=chosen), cards
    ).order
    assert order == tuple(number for number in shuffled_deck(cards, 7) if number in chosen)


def test_it_is_for_one() -> None:
    with pytest.raises(ValueError, match="alone is for 1 to 1 participants"):
        rules.start(game_events.Setup("alone", "", people(2)), deck(*TWO_OF_EACH))
    assert game_events.AddParticipant not in Patience().legal


def test_only_a_card_in_the_hand_can_be_chosen_and_one_at_a_time() -> None:
    game = Patience()
    assert game.refusal(alone.Choose(61)) is Refusal.NOT_IN_HAND
    game.do(alone.Choose(21))
    assert (game.now.card, game.play.hand) == (21, (11, 12, 22, 31, 32))
    assert game.refusal(alone.Choose(11)) is Refusal.CARD_ON_TABLE
    assert game.refusal(alone.DealAnew()) is Refusal.CARD_ON_TABLE


def test_a_new_hand_comes_from_what_is_left_and_the_old_one_goes_under() -> None:
    game = Patience().laid(11).do(alone.DealAnew())
    assert game.play.hand == (41, 42, 51, 52, 61, 62)
    assert game.play.left == (12, 21, 22, 31, 32)
    game.do(alone.DealAnew())
    assert (game.play.hand, game.play.left) == ((12, 21, 22, 31, 32, 41), (42, 51, 52, 61, 62))


def test_when_nothing_is_left_there_is_no_new_hand() -> None:
    game = Patience(11, 21, 31)
    assert game.refusal(alone.DealAnew()) is Refusal.NO_CARDS_LEFT
    game.laid(11, 21, 31)
    assert (game.play.hand, len(game.play.done)) == ((), 3)
    assert game.refusal(alone.DealAnew()) is Refusal.NO_CARDS_LEFT


# -- the card


def test_a_card_is_laid_down_whether_or_not_its_other_side_was_seen() -> None:
    game = Patience().do(
        alone.Choose(11), alone.LayDown(), alone.Choose(12), alone.TurnCard(True), alone.LayDown()
    )
    assert [(one.card, one.seen) for one in game.play.done] == [(11, False), (12, True)]
    assert game.play.on_table is None and not game.play.turned


def test_a_card_under_the_hand_or_laid_down_can_be_looked_up_with_what_was_left_on_it() -> None:
    game = Patience().do(alone.Choose(11), alone.WriteNote("Snel."), alone.LayDown())
    under = game.play.left[0]
    game.do(alone.LookUp(11))
    assert (game.now.note, game.play.done) == ("Snel.", ())
    game.do(alone.LayDown(), alone.LookUp(under))
    assert game.now.card == under and under not in game.play.left
    assert game.refusal(alone.LookUp(11)) is Refusal.CARD_ON_TABLE
    game.do(alone.PutBack())
    assert game.refusal(alone.LookUp(game.play.hand[0])) is Refusal.NO_SUCH_CARD


def test_what_was_looked_up_goes_under_a_full_hand_again() -> None:
    game = Patience()
    hand, under = game.play.hand, game.play.left[0]
    game.do(alone.LookUp(under), alone.PutBack())
    assert game.play.hand == hand and game.play.left[-1] == under


def test_a_line_with_two_cards_of_different_clusters_is_kept_changed_and_taken_away() -> None:
    game = Patience().do(alone.WriteOnPair(11, 21, "Ze trekken."))
    assert game.play.line_of(21, 11) == "Ze trekken."
    game.do(alone.WriteOnPair(21, 11, "Ze duwen."))
    assert [one.text for one in game.play.pairs] == ["Ze duwen."]
    game.do(alone.WriteOnPair(11, 21, ""))
    assert game.play.pairs == ()
    for wanted in (
        alone.WriteOnPair(11, 12, "x"),
        alone.WriteOnPair(11, 11, "x"),
        alone.WriteOnPair(11, 99, "x"),
    ):
        assert rules.decide(game.timeline, wanted) is Refusal.NO_SUCH_CARD
    long = alone.WriteOnPair(11, 21, "x" * 2001)
    assert rules.decide(game.timeline, long) is Refusal.TEXT_TOO_LONG
    assert alone.tally_of(game.timeline.session).total == Counts()


def test_a_card_is_turned_to_the_side_that_is_not_up() -> None:
    game = Patience().do(alone.Choose(11))
    assert game.refusal(alone.TurnCard(False)) is Refusal.NOT_NOW
    game.do(alone.TurnCard(True))
    assert game.refusal(alone.TurnCard(True)) is Refusal.NOT_NOW


def test_face_and_other_side_have_a_note_each() -> None:
    game = Patience().do(
        alone.Choose(11),
        alone.WriteNote(" mine \n\u202e"),
        alone.TurnCard(True),
        alone.WriteNote("turned", True),
    )
    assert (game.now.note, game.now.other_note) == ("mine", "turned")
    assert rules.decide(game.timeline, alone.WriteNote("x" * 2001)) is Refusal.TEXT_TOO_LONG
    game.do(alone.WriteNote(""))
    assert (game.now.note, game.now.other_note) == ("", "turned")


def test_a_weight_is_one_to_four_and_may_change() -> None:
    game = Patience().do(alone.Choose(11), alone.Weigh(3))
    for weight in (0, 5, -1, 3):
        assert game.refusal(alone.Weigh(weight)) is Refusal.WEIGHT_OUT_OF_RANGE
    assert game.do(alone.Weigh(4)).now.weight == 4


def test_without_a_card_there_is_nothing_to_do_with_one() -> None:
    game = Patience()
    for action in (
        alone.PutBack(),
        alone.LayDown(),
        alone.TurnCard(True),
        alone.Mention(CLIENT),
        alone.Weigh(1),
    ):
        assert game.refusal(action) is Refusal.NO_CARD_ON_TABLE
    assert alone.WriteNote not in game.legal


def test_a_card_that_goes_back_to_the_hand_keeps_what_was_left_on_it() -> None:
    game = Patience().do(
        alone.Choose(21), alone.WriteNote("later"), alone.Weigh(2), alone.TurnCard(True), alone.PutBack()
    )
    assert game.play.hand == (21, 11, 12, 22, 31, 32)
    assert not game.play.turned
    game.do(alone.Choose(21))
    assert (game.now.note, game.now.weight, game.play.kept) == ("later", 2, ())


# -- what came up


def test_a_card_counts_when_it_is_laid_down_and_a_mark_at_once() -> None:
    game = Patience().do(
        alone.Choose(11), alone.Mention(CLIENT), alone.Mention(PROFESSIONAL), alone.TurnCard(True)
    )
    assert (game.counts.by_card(PROFESSIONAL), game.counts.by_mention(CLIENT)) == (0, 1)
    game.do(alone.LayDown())
    assert (game.counts.by_card(PROFESSIONAL), game.counts.by_mention(PROFESSIONAL)) == (1, 0)
    assert game.refusal(alone.Mention(CLIENT)) is Refusal.NO_CARD_ON_TABLE


def test_a_mark_is_made_once_and_can_be_taken_back() -> None:
    game = Patience().do(alone.Choose(11), alone.Mention(CLIENT))
    assert game.refusal(alone.Mention(CLIENT)) is Refusal.ALREADY_MENTIONED
    game.do(alone.TakeBackMention(CLIENT))
    assert game.refusal(alone.TakeBackMention(CLIENT)) is Refusal.NOT_MENTIONED
    assert game.counts == Counts()


def test_marks_on_a_card_that_went_back_still_count_as_marks() -> None:
    game = Patience().do(alone.Choose(11), alone.Mention(EMPLOYER), alone.PutBack())
    assert (game.counts.by_mention(EMPLOYER), game.counts.by_card(PROFESSIONAL)) == (1, 0)


def test_finishing_with_a_card_on_the_table_counts_it_or_not_as_is_said() -> None:
    for counts in (True, False):
        game = Patience().do(alone.Choose(11), alone.WriteNote("half"), game_events.Finish(counts))
        assert game.counts.by_card(PROFESSIONAL) == int(counts)
        kept = game.play.done if counts else game.play.kept
        assert [(one.card, one.note) for one in kept] == [(11, "half")], "the note stays either way"
    assert Patience().refusal(game_events.Finish(True)) is Refusal.NO_CARD_ON_TABLE


def test_time_runs_for_a_card_when_it_is_wanted() -> None:
    game = Patience()
    assert game.timeline.clock_of is None
    game.do(alone.Choose(11), game_events.ChooseTimes(30, 0))
    clock = game.timeline.clock_of
    assert clock is not None and game_events.PauseClock in game.legal
    game.do(alone.TurnCard(True))
    assert game.timeline.clock_of == clock
    assert game.do(alone.LayDown()).timeline.clock_of is None


# -- how many ways there are


def perft(timeline: Timeline, depth: int) -> int:
    legal = [one for one in rules.legal_actions(timeline) if not isinstance(one, type)]
    if depth == 1:
        return len(legal)
    events = (rules.decide(timeline, one) for one in legal)
    return sum(
        perft(rules.apply(timeline, one), depth - 1) for one in events if isinstance(one, game_events.Event)
    )


@pytest.mark.parametrize(("depth", "ways"), [(1, 3), (2, 34), (3, 378)])
def test_there_are_exactly_so_many_ways_to_go_on(depth: int, ways: int) -> None:
    """3: either card, finish. 34: after either card 16 (back, laid down, turn, four weights, six marks, finish with and
    without it, undo); after finishing 2 (close, undo).

    378: after a card and back 4, laid down 3, turned 16, a weight 15, a mark 16, finished 2, undone 4 (redo):
    2 x (4 + 3 + 16 + 4 x 15 + 6 x 16 + 2 x 2 + 4); after finishing and undo 4, after closing nothing.
    """
    game = Patience(11, 21)
    assert perft(game.timeline, depth) == ways


# -- a damaged journal

CHOSEN = alone.CardChosen(11)


@pytest.mark.parametrize(
    "events",
    [
        (alone.CardChosen(61),),
        (alone.CardChosen(99),),
        (alone.CardPutBack(11),),
        (alone.CardLaidDown(11),),
        (alone.HandDealt((11, 12)),),
        (alone.HandDealt(TWO_OF_EACH[:6]),),
        (CHOSEN, CHOSEN),
        (CHOSEN, alone.CardLookedUp(12)),
        (alone.CardLookedUp(11),),
        (alone.PairNoted(11, 12, "x"),),
        (CHOSEN, alone.CardPutBack(12)),
        (CHOSEN, alone.CardTurned(False)),
        (CHOSEN, alone.CardTurned(True), alone.CardLaidDown(12)),
        (CHOSEN, alone.CardWeighed(5)),
        (CHOSEN, alone.MentionTakenBack(CLIENT)),
        (CHOSEN, alone.NoteWritten("x" * 2001, False)),
        (CHOSEN, alone.NoteWritten("hidden \u202e", True)),
        (game_events.SessionFinished(True),),
    ],
)
def test_what_no_action_leads_to_is_not_believed(events: tuple[game_events.Event, ...]) -> None:
    with pytest.raises(rules.ReplayError) as found:
        rules.replay((*Patience().journal, *events))
    assert found.value.number == len(events)


def test_a_session_of_another_mode_is_told_apart() -> None:
    with pytest.raises(TypeError, match="not a session of Alleen"):
        alone.alone(
            rules.begun(rules.start(game_events.Setup("tegenwicht", "", people(1)), deck(11))).session
        )


# -- play by chance

WORDS = ("", "Because.", "two\nlines", "x" * 2000, "x" * 2001, "Sam\u202e")
OPEN: dict[type[game_events.Action], tuple[game_events.Action, ...]] = {
    **SHARED,
    alone.WriteNote: tuple(alone.WriteNote(text, turned) for text in WORDS for turned in (False, True)),
    alone.WriteOnPair: (
        alone.WriteOnPair(11, 21, "Because."),
        alone.WriteOnPair(21, 11, ""),
        alone.WriteOnPair(11, 12, "x"),
    ),
    alone.LookUp: tuple(map(alone.LookUp, (*TWO_OF_EACH, 99))),
    game_events.RenameParticipant: (game_events.RenameParticipant(1, "Sam"),),
    game_events.ChooseTimes: (game_events.ChooseTimes(30, 0), game_events.ChooseTimes(0, 0)),
    game_events.PauseClock: (game_events.PauseClock(3.0),),
    game_events.StartClock: (game_events.StartClock(3.0),),
    game_events.AddMinute: (game_events.AddMinute(3.0),),
}


@st.composite
def games(draw: st.DrawFn) -> Patience:
    dice: Random = draw(st.randoms(use_true_random=True))
    game = Patience(*draw(st.sampled_from([TWO_OF_EACH, TWO_OF_EACH[::-1], (11, 21), (61,)])))
    for _ in range(draw(st.integers(0, 50) | st.just(50))):
        onward = [
            one
            for one in game.legal
            if isinstance(one, alone.Choose | alone.TurnCard | alone.LayDown | alone.DealAnew)
        ]
        pool = onward if onward and dice.random() < 0.5 else list(game.legal)
        pool = [
            one
            for one in pool
            if not isinstance(one, game_events.Close | game_events.Finish) or dice.random() < 0.05
        ]
        if not pool:
            continue
        one = dice.choice(sorted(pool, key=repr))
        outcome = game.tried(dice.choice(OPEN[one]) if isinstance(one, type) else one)
        assert isinstance(one, type) or isinstance(outcome, game_events.Event), (one, outcome)
    return game


@settings(deadline=None, max_examples=60)
@given(games())
def test_in_random_play_a_journal_replays_to_what_was_on_the_screen(game: Patience) -> None:
    assert rules.replay(game.journal) == game.timeline
    assert rules.replay(game.journal).session == game.timeline.session


@settings(deadline=None, max_examples=60)
@given(games())
def test_in_random_play_every_card_is_at_one_place(
    game: Patience,
) -> None:
    play = game.play
    table = (play.on_table.card,) if play.on_table else ()
    everywhere = (*play.left, *play.hand, *table, *(one.card for one in play.done))
    assert sorted(everywhere) == sorted(game.timeline.session.order)
    assert {one.card for one in play.kept} <= {*play.hand, *play.left}


@settings(deadline=None, max_examples=40)
@given(games())
def test_in_random_play_the_tally_is_the_cards_laid_down(game: Patience) -> None:
    laid = [cluster_of(one.card) for one in game.play.done]
    assert game.counts.cards == tuple(laid.count(cluster) for cluster in CLUSTERS)


@settings(deadline=None, max_examples=40)
@given(games())
def test_in_random_play_undo_goes_back_to_the_start_and_redo_all_the_way_again(game: Patience) -> None:
    if game.timeline.session.phase is Phase.CLOSED:
        return
    last, steps, timeline = game.timeline.session, 0, game.timeline
    while timeline.done:
        timeline = rules.apply(timeline, game_events.Undone(timeline.done.number))
        steps += 1
    assert timeline.session == Patience(*game.timeline.session.order).timeline.session
    for _ in range(steps):
        assert timeline.undone
        timeline = rules.apply(timeline, game_events.Redone(timeline.undone.number))
    assert timeline.session == last
