"""The mode Wegen: hands counted, weights given unseen, the own order, the largest difference, the talks."""

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from random import Random
from statistics import pvariance

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tegenwicht.game import events, rules, weighing
from tegenwicht.game.cards import CLUSTERS, Deck, Group, Rank, Source
from tegenwicht.game.refusals import Refusal
from tegenwicht.game.state import Session, Timeline
from tests.game.tables import TWO_OF_EACH, card, cluster_of, people

RANKED = (12, 41, 52)
MANY = tuple(range(11, 17)) + tuple(range(21, 27)) + tuple(range(31, 37))


def deck_of(numbers: Iterable[int], ranked: Iterable[int] = RANKED) -> Deck:
    places = {n: Rank(n - 10, (n - 10,) * 6) for n in ranked}
    cards = (
        replace(card(n), source=Source.TABLE, rank=places[n]) if n in places else card(n) for n in numbers
    )
    return Deck("small", "Small", "nl", 1, (), tuple(cards))


class Game:
    """A session of Wegen with its journal."""

    def __init__(
        self, seats: int = 3, way: str = "fingers", factors: str = "six", numbers: Iterable[int] = TWO_OF_EACH,
        ranked: Iterable[int] = RANKED, **more: object,
    ) -> None:  # fmt: skip
        options = (("way", way), ("factors", factors))
        setup = events.Setup("weighing", "A talk", people(seats), options=options, **more)  # type: ignore[arg-type]
        self.journal: list[events.Event] = [rules.start(setup, deck_of(numbers, ranked))]
        self.timeline: Timeline = rules.replay(self.journal)

    @property
    def session(self) -> Session:
        return self.timeline.session

    @property
    def play(self) -> weighing.Scales:
        return weighing.scales(self.session)

    def do(self, *actions: events.Action) -> "Game":
        for action in actions:
            event = rules.decide(self.timeline, action)
            assert isinstance(event, events.Event), f"{action}: {event}"
            self.timeline = rules.apply(self.timeline, event)
            self.journal.append(event)
        return self

    def refusal(self, action: events.Action) -> Refusal:
        outcome = rules.decide(self.timeline, action)
        assert isinstance(outcome, Refusal), outcome
        return outcome

    def sit(self, who: int, *weights: int) -> "Game":
        """Someone weighs all factors unseen, and covers up."""
        return self.do(weighing.TakeKeys(who), *map(weighing.Give, weights), weighing.CoverUp())

    @property
    def legal(self) -> rules.LegalActions:
        return rules.legal_actions(self.timeline)


# -- which factors


def test_the_factors_with_a_published_place_come_in_the_order_of_the_shuffle() -> None:
    game = Game(factors="published", shuffle_number=3)
    assert game.play.factors == tuple(n for n in game.session.order if n in RANKED)


def test_without_published_places_the_first_twelve_are_weighed_and_it_is_said() -> None:
    game = Game(factors="published", numbers=MANY, ranked=())
    assert game.play.factors == game.session.order[:12]
    assert weighing.without_published(game.session)
    assert not weighing.without_published(Game(factors="published").session)
    assert not weighing.without_published(Game(factors="six", ranked=()).session)


def test_six_is_the_first_of_each_cluster_and_twelve_the_first_twelve() -> None:
    six = Game(factors="six").play.factors
    assert sorted(cluster_of(n) for n in six) == sorted(CLUSTERS)
    twelve = Game(factors="twelve", numbers=MANY)
    assert twelve.play.factors == twelve.session.order[:12]


def test_the_hand_wins_over_the_choice_of_factors() -> None:
    game = Game(factors="published", cards=(11, 32))
    assert sorted(game.play.factors) == [11, 32]
    assert not weighing.without_published(game.session)


# -- counting hands


def test_every_count_brings_the_next_factor_in_front_until_all_have_one() -> None:
    game = Game()
    for factor in game.play.factors:
        assert game.play.now == factor
        game.do(weighing.CountHands((0, 1, 1, 1)))
    assert game.play.now is None
    assert game.refusal(weighing.CountHands((1, 0, 0, 0))) is Refusal.NOT_NOW


def test_a_factor_that_was_counted_can_be_counted_anew() -> None:
    game = Game()
    first, second = game.play.factors[:2]
    game.do(weighing.CountHands((3, 0, 0, 0)), weighing.TurnTo(first), weighing.CountHands((0, 0, 0, 3)))
    assert weighing.hands_for(game.play, first) == (0, 0, 0, 3)
    assert game.play.now == second


def test_a_factor_left_for_later_comes_back_after_the_last() -> None:
    game = Game()
    first, *others = game.play.factors
    game.do(weighing.TurnTo(others[0]), *[weighing.CountHands((1, 1, 1, 0))] * len(others))
    assert game.play.now == first


@pytest.mark.parametrize("counts", [(0, 0, 0, 0), (-1, 2, 0, 0), (0, 0, 0, 100), (1, 1, 1), ()])
def test_counts_that_cannot_be_hands_are_refused(counts: tuple[int, ...]) -> None:
    assert Game().refusal(weighing.CountHands(counts)) is Refusal.WEIGHTS_OUT_OF_RANGE  # type: ignore[arg-type]


def test_with_fingers_nobody_takes_the_keys_or_gives_a_weight_unseen() -> None:
    game = Game()
    assert game.refusal(weighing.TakeKeys(1)) is Refusal.NOT_NOW
    assert game.refusal(weighing.Give(3)) is Refusal.NOT_NOW
    assert game.refusal(weighing.ShowResult()) is Refusal.TOO_FEW_WEIGHED


# -- unseen


def test_who_is_covered_counts_and_who_still_weighs_does_not() -> None:
    game = Game(way="covered").sit(1, *[4] * 6).sit(2, *[1] * 6).do(weighing.TakeKeys(3), weighing.Give(1))
    assert all(one.counts == (1, 0, 0, 1) for one in weighing.weighed(game.session))
    assert game.refusal(weighing.ShowResult()) is Refusal.TOO_FEW_WEIGHED  # someone sits at the keys


def test_one_persons_weights_are_not_shown_while_others_wait() -> None:
    game = Game(way="covered").sit(1, *[4] * 6)
    assert game.refusal(weighing.ShowResult()) is Refusal.TOO_FEW_WEIGHED
    game.sit(2, *[1] * 6)
    assert weighing.ShowResult() in game.legal  # two are done, the third can come later
    game.do(weighing.ShowResult(), weighing.TakeKeys(3))
    assert game.play.stage is weighing.Stage.WEIGHING


def test_who_sits_down_again_changes_a_weight_and_does_not_count_meanwhile() -> None:
    game = Game(way="covered").sit(1, *[4] * 6).sit(2, *[2] * 6)
    factor = game.play.factors[3]
    game.do(weighing.TakeKeys(1))
    assert game.play.done == (2,) and game.play.now is None
    game.do(weighing.TurnTo(factor), weighing.Give(1), weighing.CoverUp())
    assert weighing.own_of(game.play, 1).weight(factor) == 1
    assert set(game.play.done) == {1, 2}


def test_the_next_to_weigh_is_the_first_at_the_table_who_is_not_done() -> None:
    game = Game(way="covered").sit(2, *[1] * 6)
    assert weighing.waiting(game.session) == (1, 3)
    game.do(events.RemoveParticipant(1), events.AddParticipant("Noor"))
    assert weighing.waiting(game.session) == (3, 4)


def test_who_leaves_from_the_keys_leaves_them_free_and_what_was_done_stays() -> None:
    game = (
        Game(way="covered")
        .sit(1, *[3] * 6)
        .do(weighing.TakeKeys(2), weighing.Give(1), events.RemoveParticipant(2))
    )
    assert game.play.at_keys is None and game.play.now is None
    game.do(events.RemoveParticipant(1), weighing.TakeKeys(3), *[weighing.Give(1)] * 6, weighing.ShowResult())
    assert {one.counts for one in weighing.weighed(game.session)} == {(1, 0, 1, 0)}


def test_who_covers_up_without_a_weight_still_has_to_weigh() -> None:
    game = Game(way="covered").do(weighing.TakeKeys(1), weighing.CoverUp())
    assert weighing.waiting(game.session) == (1, 2, 3)


@pytest.mark.parametrize("weight", [0, 5, -1])
def test_a_weight_is_one_to_four(weight: int) -> None:
    game = Game(way="covered").do(weighing.TakeKeys(1))
    assert game.refusal(weighing.Give(weight)) is Refusal.WEIGHTS_OUT_OF_RANGE


# -- alone


def test_alone_one_just_weighs_whatever_way_was_chosen() -> None:
    game = Game(1, way="fingers")
    assert game.play.covered and game.play.at_keys == 1 and game.play.now == game.play.factors[0]
    assert game.refusal(weighing.CoverUp()) is Refusal.NOT_NOW
    game.do(weighing.Give(4), weighing.Give(2), weighing.ShowResult())
    assert [one.number for one in weighing.weighed(game.session)] == [1, 1]
    assert not weighing.has_spread(game.session)
    assert weighing.to_talk_about(game.session)[0].mean == 4


def test_alone_what_was_weighed_is_in_the_close_without_showing_it_first() -> None:
    game = Game(1).do(weighing.Give(3), events.Finish())
    assert [one.counts for one in weighing.weighed(game.session)] == [(0, 0, 1, 0)]


# -- what comes of it


def test_the_own_order_goes_by_mean_and_equal_means_share_a_place_in_the_order_of_the_shuffle() -> None:
    game = Game(2)
    a, b, c, d, f, h = game.play.factors
    for counts in ((1, 1, 0, 0), (0, 0, 0, 2), (0, 1, 0, 1), (0, 0, 2, 0), (2, 0, 0, 0), (0, 0, 0, 2)):
        game.do(weighing.CountHands(counts))
    order = [(place, one.card) for place, one in weighing.own_order(game.session)]
    assert order == [(1, b), (1, h), (3, c), (3, d), (5, a), (6, f)]


def test_the_largest_difference_goes_by_variance_then_span_then_shuffle() -> None:
    game = Game(4)
    a, b, c, d = game.play.factors[:4]
    game.do(
        weighing.CountHands((0, 2, 2, 0)),  # variance 1/4
        weighing.CountHands((2, 0, 0, 2)),  # 9/4
        weighing.CountHands((0, 4, 0, 0)),  # 0
        weighing.CountHands((0, 2, 2, 0)),  # 1/4
    )
    assert [one.card for one in weighing.by_difference(game.session)] == [b, a, d, c]


def test_where_the_variance_is_equal_the_larger_span_comes_first() -> None:
    game = Game(6)
    first, second = game.play.factors[:2]
    game.do(weighing.CountHands((0, 3, 0, 3)), weighing.CountHands((1, 0, 3, 2)))  # both have variance 1
    assert [one.variance for one in weighing.weighed(game.session)] == [1, 1]
    assert [(one.card, one.span) for one in weighing.by_difference(game.session)] == [(second, 3), (first, 2)]


@given(st.lists(st.integers(1, 4), min_size=1, max_size=40))
def test_mean_variance_and_span_are_those_of_the_weights(weights: list[int]) -> None:
    one, two, three, four = (weights.count(weight) for weight in weighing.WEIGHTS)
    found = weighing.Weighed(1, (one, two, three, four))
    assert found.mean == Fraction(sum(weights), len(weights))
    assert found.variance == pvariance([Fraction(weight) for weight in weights])
    assert found.span == max(weights) - min(weights)
    assert abs(found.mean_in_tenths - found.mean * 10) <= Fraction(1, 2)


def test_the_mean_is_rounded_half_up() -> None:
    assert weighing.Weighed(1, (3, 1, 0, 0)).mean_in_tenths == 13  # 1.25
    assert weighing.Weighed(1, (1, 3, 0, 0)).mean_in_tenths == 18  # 1.75
    assert weighing.Weighed(1, (0, 0, 0, 5)).mean_in_tenths == 40


def test_the_groups_at_the_table_are_shown_and_all_six_when_nobody_said_theirs() -> None:
    game = Game(3)
    assert weighing.groups_shown(game.session) == tuple(Group)
    game.do(events.RenameParticipant(2, "", Group.KM), events.RenameParticipant(3, "", Group.AD))
    assert weighing.groups_shown(game.session) == (Group.AD, Group.KM)
    game.do(events.RemoveParticipant(3))
    assert weighing.groups_shown(game.session) == (Group.KM,)


# -- talks


def at_result() -> Game:
    game = Game(2)
    for n in range(6):
        game.do(weighing.CountHands(((1, 0, 0, 1), (1, 0, 1, 0), (1, 1, 0, 0), (2, 0, 0, 0))[min(n, 3)]))
    return game.do(weighing.ShowResult())


def test_after_a_talk_the_next_most_different_is_put_forward() -> None:
    game = at_result()
    first, second = game.play.factors[:2]
    assert weighing.to_talk_about(game.session)[0].card == first
    game.do(weighing.TalkAbout(first), weighing.EndTalk())
    assert weighing.to_talk_about(game.session)[0].card == second


def test_a_note_belongs_to_its_talk_and_stays_when_the_talk_is_taken_up_again() -> None:
    game = at_result()
    first, second = game.play.factors[:2]
    game.do(
        weighing.TalkAbout(first),
        weighing.WriteNote(" one\r\ntwo\u202e "),
        weighing.TalkAbout(second),
        weighing.WriteNote("x"),
    )
    assert [(one.card, one.note) for one in game.play.talks] == [(first, "one\ntwo"), (second, "x")]
    game.do(weighing.EndTalk(), weighing.TalkAbout(first))
    assert weighing.talk_now(game.session) == weighing.Talk(first, "one\ntwo") and len(game.play.talks) == 2
    assert game.refusal(weighing.WriteNote("x" * 2001)) is Refusal.TEXT_TOO_LONG


def test_the_clock_runs_for_a_talk_and_starts_anew_for_the_next() -> None:
    game = at_result()
    assert game.timeline.clock_of is None
    game.do(weighing.TalkAbout(game.play.factors[0]), events.AddMinute(5.0))
    assert game.timeline.clock.extra == 60
    game.do(weighing.TalkAbout(game.play.factors[1]))
    assert game.timeline.clock.extra == 0 and game.timeline.clock_of is not None
    game.do(events.Finish())
    assert game.timeline.clock_of is None


def test_the_tally_counts_each_factor_that_was_talked_about_once_by_its_card() -> None:
    game = at_result()
    assert game.play.talks == () and sum(weighing.tally_of(game.session).total.cards) == 0
    card_ = game.play.factors[2]
    game.do(weighing.TalkAbout(card_), weighing.EndTalk(), weighing.TalkAbout(card_))
    tally = weighing.tally_of(game.session)
    assert len(tally.rounds) == 1 and tally.rounds[0] == tally.total
    assert {c: tally.total.came_up(c) for c in CLUSTERS} == {c: int(c is cluster_of(card_)) for c in CLUSTERS}


def test_only_what_was_weighed_can_be_talked_about() -> None:
    game = Game(2).do(weighing.CountHands((1, 1, 0, 0)), weighing.ShowResult())
    assert game.refusal(weighing.TalkAbout(game.play.factors[1])) is Refusal.NO_SUCH_CARD
    assert game.refusal(weighing.EndTalk()) is Refusal.NOT_NOW


# -- a damaged journal


@pytest.mark.parametrize(
    "event",
    [
        weighing.HandsCounted(11, (0, 0, 0, 0)), weighing.HandsCounted(999, (1, 0, 0, 0)), weighing.WeightGiven(1, 11, 3),
        weighing.FactorTurnedTo(999), weighing.KeysTaken(1), weighing.WeightsCovered(1),
        weighing.ResultShown(), weighing.TalkBegun(11),
        weighing.TalkEnded(), weighing.NoteWritten("x"), events.SessionFinished(True),
    ],
)  # fmt: skip
def test_an_event_that_cannot_have_happened_is_an_error(event: events.Event) -> None:
    with pytest.raises(rules.ReplayError):
        rules.replay([*Game().journal, event])


@pytest.mark.parametrize(
    "event",
    [
        weighing.WeightGiven(2, 0, 3),
        weighing.WeightGiven(1, 0, 9),
        weighing.WeightsCovered(2),
        weighing.KeysTaken(1),
    ],
)
def test_a_weight_of_someone_else_or_out_of_range_is_an_error(event: events.Event) -> None:
    game = Game(way="covered").do(weighing.TakeKeys(1))
    if isinstance(event, weighing.WeightGiven):
        event = replace(event, card=game.play.now)
    with pytest.raises(rules.ReplayError):
        rules.replay([*game.journal, event])


# -- by chance

OPEN = (
    *map(weighing.CountHands, ((0, 1, 2, 3), (0, 0, 0, 0), (-1, 2, 0, 0), (99, 0, 0, 0), (100, 0, 0, 0))),
    *map(weighing.WriteNote, ("", "Noor", "x" * 2001)),
    events.AddParticipant("Noor", Group.JC), events.RenameParticipant(1, "Sam", Group.AD),
    events.ChooseTimes(0, 60), events.AddMinute(4.0), events.PauseClock(2.0), events.StartClock(2.0),
)  # fmt: skip
ONWARD = (
    weighing.Give,
    weighing.TakeKeys,
    weighing.CoverUp,
    weighing.ShowResult,
    weighing.TalkAbout,
    weighing.EndTalk,
)


@st.composite
def games(draw: st.DrawFn) -> tuple[Game, list[Timeline]]:
    """A session played by chance, and its timeline after each step."""
    dice = Random(draw(st.integers(0, 2**32)))
    game = Game(
        draw(st.integers(1, 4)),
        draw(st.sampled_from(weighing.OPTIONS["way"])),
        draw(st.sampled_from(weighing.OPTIONS["factors"])),
        draw(st.sampled_from([TWO_OF_EACH, (11, 41), (12,)])),
        draw(st.sampled_from([(), RANKED])) and [n for n in RANKED if n in (12, 41)],
    )
    steps = [game.timeline]
    for _ in range(draw(st.integers(0, 60))):
        play_one(game, dice)
        steps.append(game.timeline)
    return game, steps


def play_one(game: Game, dice: Random) -> None:
    """One step: any legal action, or something open; seldom the end."""
    legal = sorted((one for one in game.legal if not isinstance(one, type)), key=repr)
    onward = [one for one in legal if isinstance(one, ONWARD)]
    for choice in (dice.choice([legal, onward, onward, list(OPEN)]), legal):
        if not choice:
            continue
        action = dice.choice(choice)
        last = isinstance(action, events.Close | events.Finish) and dice.random() < 0.9
        if not last and isinstance(rules.decide(game.timeline, action), events.Event):
            game.do(action)
            return


@settings(max_examples=80, deadline=None)
@given(games())
def test_every_legal_action_leads_to_an_event_that_can_follow(found: tuple[Game, list[Timeline]]) -> None:
    game, _ = found
    for action in game.legal:
        if isinstance(action, events.Action):
            event = rules.decide(game.timeline, action)
            assert isinstance(event, events.Event)
            rules.apply(game.timeline, event)


@settings(max_examples=80, deadline=None)
@given(games())
def test_what_is_open_is_legal_exactly_when_some_of_it_can_be_done(
    found: tuple[Game, list[Timeline]],
) -> None:
    game, _ = found
    for action in OPEN:
        if isinstance(rules.decide(game.timeline, action), events.Event):
            assert type(action) in game.legal, action


@settings(max_examples=80, deadline=None)
@given(games())
def test_a_journal_played_again_gives_the_same(found: tuple[Game, list[Timeline]]) -> None:
    game, _ = found
    again = rules.replay(game.journal)
    assert (again.session, again.clock, again.clock_of) == (
        game.session, game.timeline.clock, game.timeline.clock_of,
    )  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(games())
def test_a_session_goes_back_to_its_start_and_on_to_its_end_again(found: tuple[Game, list[Timeline]]) -> None:
    game, _ = found
    if isinstance(rules.decide(game.timeline, events.Undo()), Refusal):
        return
    end, undone = game.session, 0
    while events.Undo() in game.legal:
        game.do(events.Undo())
        undone += 1
    assert game.session == rules.replay(game.journal[:1]).session
    assert game.do(*[events.Redo()] * undone).session == end


@settings(max_examples=80, deadline=None)
@given(games())
def test_in_any_game_the_scales_make_sense(found: tuple[Game, list[Timeline]]) -> None:
    for timeline in found[1]:
        session = timeline.session
        play = weighing.scales(session)
        assert play.now is None or play.now in play.factors
        assert (play.stage is weighing.Stage.TALK) == (play.talk is not None)
        assert play.at_keys is None or play.at_keys in {one.id for one in session.present}
        assert play.at_keys not in play.done and len(set(play.done)) == len(play.done)
        assert play.stage is weighing.Stage.WEIGHING or (play.now, play.at_keys) == (None, None)
        assert all(one.number <= 99 * 4 for one in weighing.weighed(session))
