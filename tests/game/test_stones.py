"""Ten stones over six clusters, before a talk and after it: a game of its own, and a frame around a Kaartgesprek."""

from collections import Counter
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tegenwicht.game import events as e
from tegenwicht.game import modes, rules
from tegenwicht.game import stones as s
from tegenwicht.game import tegenwicht as t
from tegenwicht.game.cards import CLUSTERS, Cluster
from tegenwicht.game.refusals import Refusal
from tegenwicht.game.state import Phase, Timeline
from tegenwicht.game.stones import laying
from tegenwicht.game.tally import Counts, Tally
from tegenwicht.storage.exchange.session_words import person_free
from tegenwicht.storage.journal import codec
from tests.game.tables import CLIENT, EMPLOYER, POLICY, TWO_OF_EACH, Play, deck, people

FIRST = (CLIENT,) * 6 + (POLICY,) * 4
SECOND = (CLIENT,) * 3 + (POLICY,) * 5 + (EMPLOYER,) * 2


@pytest.fixture(autouse=True)
def in_modes(monkeypatch: pytest.MonkeyPatch) -> None:
    """The mode can be played, whether or not the screens offer it yet."""
    if "stones" not in modes.MODES:
        monkeypatch.setattr(modes, "MODES", (*modes.MODES, "stones"))


class Game:
    """A session of Tien stenen, with its journal."""

    def __init__(self, seats: int = 4) -> None:
        self.journal: list[e.Event] = [rules.start(e.Setup("stones", "", people(seats)), deck(*TWO_OF_EACH))]
        self.timeline: Timeline = rules.replay(self.journal)

    def tried(self, action: e.Action) -> e.Event | Refusal:
        outcome = rules.decide(self.timeline, action)
        if isinstance(outcome, e.Event):
            self.timeline = rules.apply(self.timeline, outcome)
            self.journal.append(outcome)
        return outcome

    def do(self, *actions: e.Action) -> "Game":
        for action in actions:
            outcome = self.tried(action)
            assert isinstance(outcome, e.Event), f"{action}: {outcome}"
        return self

    @property
    def stones(self) -> s.Stones:
        return s.stones(self.timeline.session)

    @property
    def legal(self) -> rules.LegalActions:
        return rules.legal_actions(self.timeline)


def heaps(clusters: tuple[Cluster, ...]) -> s.Heaps:
    return tuple(Counter(clusters)[one] for one in CLUSTERS)


def laid(*clusters: Cluster) -> list[e.Action]:
    return [*map(s.LayStone, clusters), s.SettleStones()]


# -- a game of its own


def test_ten_stones_are_laid_talked_about_and_laid_again_and_then_one_sees_what_moved() -> None:
    game = Game().do(*laid(*FIRST))
    assert (game.stones.stage, game.stones.begin) == (s.Stage.TALK, heaps(FIRST))
    assert game.stones.shift is None
    game.do(s.LayAgain())
    assert (game.stones.stage, game.stones.left, game.stones.lying) == (s.Stage.END, 10, (0,) * 6)
    game.do(*laid(*SECOND))
    assert game.stones.stage is s.Stage.DONE
    assert (game.stones.begin, game.stones.end) == (heaps(FIRST), heaps(SECOND))
    assert game.stones.shift == (0, -3, 2, 0, 1, 0)
    assert game.stones.moved == 3
    game.do(e.Finish())
    assert game.stones.moved == 3


def test_stones_that_lie_where_they_lay_moved_not_at_all() -> None:
    game = Game().do(*laid(*FIRST), s.LayAgain(), *laid(*FIRST[::-1]))
    assert (game.stones.moved, game.stones.shift) == (0, (0,) * 6)


def test_a_stone_can_be_taken_back_and_each_step_undone() -> None:
    game = Game().do(s.LayStone(CLIENT), s.LayStone(CLIENT), s.TakeStone(CLIENT))
    assert (game.stones.on(CLIENT), game.stones.left) == (1, 9)
    game.do(e.Undo())
    assert game.stones.on(CLIENT) == 2
    assert game.tried(s.TakeStone(POLICY)) is Refusal.NO_STONE_THERE
    assert s.TakeStone(POLICY) not in game.legal and s.TakeStone(CLIENT) in game.legal


def test_it_is_done_at_ten_and_there_is_no_eleventh() -> None:
    game = Game().do(*map(s.LayStone, FIRST[:9]))
    assert game.tried(s.SettleStones()) is Refusal.STONES_LEFT
    assert (game.stones.left, s.SettleStones() in game.legal) == (1, False)
    game.do(s.LayStone(POLICY))
    assert game.tried(s.LayStone(POLICY)) is Refusal.NO_STONES_LEFT
    assert {one for one in game.legal if isinstance(one, s.LayStone)} == set()
    game.do(s.SettleStones())
    assert game.tried(s.LayStone(POLICY)) is Refusal.NOT_NOW


def test_all_ten_may_lie_on_one_cluster() -> None:
    assert Game().do(*laid(*[CLIENT] * 10)).stones.begin == heaps((CLIENT,) * 10)


def test_who_leaves_the_stones_has_nothing_to_compare() -> None:
    game = Game().do(s.LayStone(CLIENT), s.LeaveStones())
    assert (game.stones.begin, game.stones.stage) == (None, s.Stage.TALK)
    assert game.tried(s.LayAgain()) is Refusal.NOT_NOW
    game = Game().do(*laid(*FIRST), s.LayAgain(), s.LayStone(CLIENT), s.LeaveStones())
    assert (game.stones.begin, game.stones.end, game.stones.moved) == (heaps(FIRST), None, None)


@pytest.mark.parametrize("count", [0, 4, 10])
def test_what_was_not_settled_when_one_finishes_does_not_count_and_comes_back_with_undo(count: int) -> None:
    game = Game().do(*map(s.LayStone, FIRST[:count]), e.Finish())
    assert (game.stones.begin, game.stones.stage) == (None, s.Stage.DONE)
    assert not {s.SettleStones(), s.LayStone(CLIENT), s.LeaveStones(), s.LayAgain()} & game.legal
    game.do(e.Undo())
    assert sum(game.stones.lying) == count


def test_a_stone_is_no_card_and_no_mention_and_keeps_no_time() -> None:
    game = Game().do(*laid(*FIRST))
    assert s.tally_of(game.timeline.session) == Tally((), Counts())
    assert game.timeline.clock_of is None


@pytest.mark.parametrize(
    "events",
    [
        (s.StonesSettled(),),
        (s.StoneTaken(CLIENT),),
        (s.LayingBegun(),),
        (*map(s.StoneLaid, FIRST), s.StoneLaid(CLIENT)),
        (s.StonesLeft(), s.StonesLeft()),
        (s.StonesLeft(), s.LayingBegun()),
        (t.TurnPassed(),),
    ],
)
def test_a_journal_with_what_play_refuses_is_refused(events: tuple[e.Event, ...]) -> None:
    with pytest.raises(rules.ReplayError):
        rules.replay([*Game().journal, *events])


def perft(stones: s.Stones, depth: int) -> int:
    """How many sequences of so many actions with stones there are."""
    events = (laying.decide(stones, one) for one in laying.candidates())
    found = [one for one in events if isinstance(one, e.Event)]
    return len(found) if depth == 1 else sum(perft(laying.apply(stones, one), depth - 1) for one in found)


@pytest.mark.parametrize(("depth", "ways"), [(1, 7), (2, 48), (3, 360)])
def test_there_are_exactly_so_many_ways_to_lay(depth: int, ways: int) -> None:
    """By hand. 7: six clusters, and leaving. After a stone 8 (one can be taken), after leaving 0: 6 x 8 = 48.
    After two stones on one cluster 8, on two 9, after taking it back 7: 6 x (8 + 5 x 9 + 7 + 0) = 360."""
    assert perft(s.Stones(), depth) == ways


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.integers(0, 80))
def test_in_random_play_there_are_always_ten_stones_and_the_journal_gives_the_same_again(
    seed: int, steps: int
) -> None:
    game, dice = Game(), Random(seed)
    for _ in range(steps):
        finite = sorted((one for one in game.legal if not isinstance(one, type)), key=repr)
        rest = [one for one in finite if type(one) in s.ACTIONS or dice.random() < 0.1]
        if not rest:
            continue
        assert isinstance(game.tried(dice.choice(rest)), e.Event)
        found = game.stones
        assert sum(found.lying) + found.left in ((10,) if found.is_laying else (0, 10))
        assert all(0 <= n <= 10 for n in found.lying)
        if found.shift is not None:
            assert sum(found.shift) == 0 and found.moved == sum(map(abs, found.shift)) // 2
    again = rules.replay([codec.decode(*codec.encode(one), s.EVENTS) for one in game.journal])
    assert again.session == game.timeline.session


# -- a frame around a Kaartgesprek


def framed(*actions: e.Action) -> Play:
    play = Play(TWO_OF_EACH, 2, order=TWO_OF_EACH, options=(("stones", "yes"),))
    play.do(*actions)
    return play


def frame(play: Play) -> s.Stones:
    found = s.stones_of(play.session)
    assert found is not None
    return found


def test_before_the_talk_the_stones_come_first() -> None:
    play = framed()
    for action in (t.Draw(), t.Pass(), t.Mention(CLIENT), t.BringUp(11), t.GiveTurnTo(2)):
        assert play.refusal(action) is Refusal.STONES_FIRST
        assert action not in play.legal and type(action) not in play.legal
    assert {s.LeaveStones(), s.LayStone(CLIENT), e.AddParticipant, e.Finish(False)} <= play.legal
    with pytest.raises(rules.ReplayError):
        rules.replay([*play.journal, t.TurnPassed()])


def test_when_one_finishes_the_stones_are_laid_again_and_seen_with_the_first() -> None:
    play = framed(*laid(*FIRST), t.Draw(), t.FinishTurn())
    assert play.refusal(s.LayAgain()) is Refusal.NOT_NOW
    play.do(e.Finish())
    assert (play.session.phase, frame(play).stage, frame(play).left) == (Phase.CLOSING, s.Stage.END, 10)
    play.do(*laid(*SECOND))
    assert (frame(play).moved, frame(play).stage) == (3, s.Stage.DONE)
    assert t.tally_of(play.session).total == Counts(cards=(1, 0, 0, 0, 0, 0))
    assert rules.replay(play.journal).session == play.session
    assert s.stones_of(rules.replay(person_free(play.journal)).session) == frame(play)
    play.do(*[e.Undo()] * 12)
    assert (play.session.phase, frame(play).stage) == (Phase.PLAYING, s.Stage.TALK)


def test_the_stones_may_be_left_at_both_ends() -> None:
    play = framed(s.LeaveStones(), t.Draw(), t.FinishTurn(), e.Finish())
    assert frame(play) == s.Stones(s.Stage.DONE, None, None)
    play = framed(*laid(*FIRST), e.Finish(), s.LeaveStones())
    assert frame(play) == s.Stones(s.Stage.DONE, heaps(FIRST), None)


def test_finishing_before_the_stones_lie_leaves_them() -> None:
    assert frame(framed(s.LayStone(CLIENT), e.Finish())) == s.Stones(s.Stage.DONE, None, None)


def test_nothing_is_laid_after_closing_for_good() -> None:
    play = framed(*laid(*FIRST), e.Finish(), e.Close())
    assert play.refusal(s.LayStone(CLIENT)) is Refusal.SESSION_CLOSED
    with pytest.raises(rules.ReplayError):
        rules.replay([*play.journal, s.StoneLaid(CLIENT)])


def test_without_the_frame_there_are_no_stones() -> None:
    play = Play(TWO_OF_EACH)
    assert s.stones_of(play.session) is None
    assert play.refusal(s.LayStone(CLIENT)) is Refusal.NOT_NOW
    with pytest.raises(rules.ReplayError):
        rules.replay([*play.journal, s.StoneLaid(CLIENT)])
