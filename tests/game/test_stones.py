"""Ten stones over six clusters, before a talk and after it: a game of its own, and a frame around a Kaartgesprek."""

from collections import Counter
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tegenwicht.game import events as game_events
from tegenwicht.game import modes, rules, tegenwicht
from tegenwicht.game import stones as game_stones
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
        self.journal: list[game_events.Event] = [
            rules.start(game_events.Setup("stones", "", people(seats)), deck(*TWO_OF_EACH))
        ]
        self.timeline: Timeline = rules.replay(self.journal)

    def tried(self, action: game_events.Action) -> game_events.Event | Refusal:
        outcome = rules.decide(self.timeline, action)
        if isinstance(outcome, game_events.Event):
            self.timeline = rules.apply(self.timeline, outcome)
            self.journal.append(outcome)
        return outcome

    def do(self, *actions: game_events.Action) -> "Game":
        for action in actions:
            outcome = self.tried(action)
            assert isinstance(outcome, game_events.Event), f"{action}: {outcome}"
        return self

    @property
    def stones(self) -> game_stones.Stones:
        return game_stones.stones(self.timeline.session)

    @property
    def legal(self) -> rules.LegalActions:
        return rules.legal_actions(self.timeline)


def heaps(clusters: tuple[Cluster, ...]) -> game_stones.Heaps:
    return tuple(Counter(clusters)[one] for one in CLUSTERS)


def laid(*clusters: Cluster) -> list[game_events.Action]:
    return [*map(game_stones.LayStone, clusters), game_stones.SettleStones()]


# -- a game of its own


def test_ten_stones_are_laid_talked_about_and_laid_again_and_then_one_sees_what_moved() -> None:
    game = Game().do(*laid(*FIRST))
    assert (game.stones.stage, game.stones.begin) == (game_stones.Stage.TALK, heaps(FIRST))
    assert game.stones.shift is None
    game.do(game_stones.LayAgain())
    assert (game.stones.stage, game.stones.left, game.stones.lying) == (game_stones.Stage.END, 10, (0,) * 6)
    game.do(*laid(*SECOND))
    assert game.stones.stage is game_stones.Stage.DONE
    assert (game.stones.begin, game.stones.end) == (heaps(FIRST), heaps(SECOND))
    assert game.stones.shift == (0, -3, 2, 0, 1, 0)
    assert game.stones.moved == 3
    game.do(game_events.Finish())
    assert game.stones.moved == 3


def test_stones_that_lie_where_they_lay_moved_not_at_all() -> None:
    game = Game().do(*laid(*FIRST), game_stones.LayAgain(), *laid(*FIRST[::-1]))
    assert (game.stones.moved, game.stones.shift) == (0, (0,) * 6)


def test_a_stone_can_be_taken_back_and_each_step_undone() -> None:
    game = Game().do(
        game_stones.LayStone(CLIENT), game_stones.LayStone(CLIENT), game_stones.TakeStone(CLIENT)
    )
    assert (game.stones.on(CLIENT), game.stones.left) == (1, 9)
    game.do(game_events.Undo())
    assert game.stones.on(CLIENT) == 2
    assert game.tried(game_stones.TakeStone(POLICY)) is Refusal.NO_STONE_THERE
    assert game_stones.TakeStone(POLICY) not in game.legal and game_stones.TakeStone(CLIENT) in game.legal


def test_it_is_done_at_ten_and_there_is_no_eleventh() -> None:
    game = Game().do(*map(game_stones.LayStone, FIRST[:9]))
    assert game.tried(game_stones.SettleStones()) is Refusal.STONES_LEFT
    assert (game.stones.left, game_stones.SettleStones() in game.legal) == (1, False)
    game.do(game_stones.LayStone(POLICY))
    assert game.tried(game_stones.LayStone(POLICY)) is Refusal.NO_STONES_LEFT
    assert {one for one in game.legal if isinstance(one, game_stones.LayStone)} == set()
    game.do(game_stones.SettleStones())
    assert game.tried(game_stones.LayStone(POLICY)) is Refusal.NOT_NOW


def test_all_ten_may_lie_on_one_cluster() -> None:
    assert Game().do(*laid(*[CLIENT] * 10)).stones.begin == heaps((CLIENT,) * 10)


def test_who_leaves_the_stones_has_nothing_to_compare() -> None:
    game = Game().do(game_stones.LayStone(CLIENT), game_stones.LeaveStones())
    assert (game.stones.begin, game.stones.stage) == (None, game_stones.Stage.TALK)
    assert game.tried(game_stones.LayAgain()) is Refusal.NOT_NOW
    game = Game().do(
        *laid(*FIRST), game_stones.LayAgain(), game_stones.LayStone(CLIENT), game_stones.LeaveStones()
    )
    assert (game.stones.begin, game.stones.end, game.stones.moved) == (heaps(FIRST), None, None)


@pytest.mark.parametrize("count", [0, 4, 10])
def test_what_was_not_settled_when_one_finishes_does_not_count_and_comes_back_with_undo(count: int) -> None:
    game = Game().do(*map(game_stones.LayStone, FIRST[:count]), game_events.Finish())
    assert (game.stones.begin, game.stones.stage) == (None, game_stones.Stage.DONE)
    assert (
        not {
            game_stones.SettleStones(),
            game_stones.LayStone(CLIENT),
            game_stones.LeaveStones(),
            game_stones.LayAgain(),
        }
        & game.legal
    )
    game.do(game_events.Undo())
    assert sum(game.stones.lying) == count


def test_a_stone_is_no_card_and_no_mention_and_keeps_no_time() -> None:
    game = Game().do(*laid(*FIRST))
    assert game_stones.tally_of(game.timeline.session) == Tally((), Counts())
    assert game.timeline.clock_of is None


@pytest.mark.parametrize(
    "events",
    [
        (game_stones.StonesSettled(),),
        (game_stones.StoneTaken(CLIENT),),
        (game_stones.LayingBegun(),),
        (*map(game_stones.StoneLaid, FIRST), game_stones.StoneLaid(CLIENT)),
        (game_stones.StonesLeft(), game_stones.StonesLeft()),
        (game_stones.StonesLeft(), game_stones.LayingBegun()),
        (tegenwicht.TurnPassed(),),
    ],
)
def test_a_journal_with_what_play_refuses_is_refused(events: tuple[game_events.Event, ...]) -> None:
    with pytest.raises(rules.ReplayError):
        rules.replay([*Game().journal, *events])


def perft(stones: game_stones.Stones, depth: int) -> int:
    """How many sequences of so many actions with stones there are."""
    events = (laying.decide(stones, one) for one in laying.candidates())
    found = [one for one in events if isinstance(one, game_events.Event)]
    return len(found) if depth == 1 else sum(perft(laying.apply(stones, one), depth - 1) for one in found)


@pytest.mark.parametrize(("depth", "ways"), [(1, 7), (2, 48), (3, 360)])
def test_there_are_exactly_so_many_ways_to_lay(depth: int, ways: int) -> None:
    """By hand. 7: six clusters, and leaving. After a stone 8 (one can be taken), after leaving 0: 6 x 8 = 48.
    After two stones on one cluster 8, on two 9, after taking it back 7: 6 x (8 + 5 x 9 + 7 + 0) = 360."""
    assert perft(game_stones.Stones(), depth) == ways


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.integers(0, 80))
def test_in_random_play_there_are_always_ten_stones_and_the_journal_gives_the_same_again(
    seed: int, steps: int
) -> None:
    game, dice = Game(), Random(seed)
    for _ in range(steps):
        finite = sorted((one for one in game.legal if not isinstance(one, type)), key=repr)
        rest = [one for one in finite if type(one) in game_stones.ACTIONS or dice.random() < 0.1]
        if not rest:
            continue
        assert isinstance(game.tried(dice.choice(rest)), game_events.Event)
        found = game.stones
        assert sum(found.lying) + found.left in ((10,) if found.is_laying else (0, 10))
        assert all(0 <= n <= 10 for n in found.lying)
        if found.shift is not None:
            assert sum(found.shift) == 0 and found.moved == sum(map(abs, found.shift)) // 2
    again = rules.replay([codec.decode(*codec.encode(one), game_stones.EVENTS) for one in game.journal])
    assert again.session == game.timeline.session


# -- a frame around a Kaartgesprek


def framed(*actions: game_events.Action) -> Play:
    play = Play(TWO_OF_EACH, 2, order=TWO_OF_EACH, options=(("stones", "yes"),))
    play.do(*actions)
    return play


def frame(play: Play) -> game_stones.Stones:
    found = game_stones.stones_of(play.session)
    assert found is not None
    return found


def test_before_the_talk_the_stones_come_first() -> None:
    play = framed()
    for action in (
        tegenwicht.Draw(),
        tegenwicht.Pass(),
        tegenwicht.Mention(CLIENT),
        tegenwicht.BringUp(11),
        tegenwicht.GiveTurnTo(2),
    ):
        assert play.refusal(action) is Refusal.STONES_FIRST
        assert action not in play.legal and type(action) not in play.legal
    assert {
        game_stones.LeaveStones(),
        game_stones.LayStone(CLIENT),
        game_events.AddParticipant,
        game_events.Finish(False),
    } <= play.legal
    with pytest.raises(rules.ReplayError):
        rules.replay([*play.journal, tegenwicht.TurnPassed()])


def test_when_one_finishes_the_stones_are_laid_again_and_seen_with_the_first() -> None:
    play = framed(*laid(*FIRST), tegenwicht.Draw(), tegenwicht.FinishTurn())
    assert play.refusal(game_stones.LayAgain()) is Refusal.NOT_NOW
    play.do(game_events.Finish())
    assert (play.session.phase, frame(play).stage, frame(play).left) == (
        Phase.CLOSING,
        game_stones.Stage.END,
        10,
    )
    play.do(*laid(*SECOND))
    assert (frame(play).moved, frame(play).stage) == (3, game_stones.Stage.DONE)
    assert tegenwicht.tally_of(play.session).total == Counts(cards=(1, 0, 0, 0, 0, 0))
    assert rules.replay(play.journal).session == play.session
    assert game_stones.stones_of(rules.replay(person_free(play.journal)).session) == frame(play)
    play.do(*[game_events.Undo()] * 12)
    assert (play.session.phase, frame(play).stage) == (Phase.PLAYING, game_stones.Stage.TALK)


def test_the_stones_may_be_left_at_both_ends() -> None:
    play = framed(game_stones.LeaveStones(), tegenwicht.Draw(), tegenwicht.FinishTurn(), game_events.Finish())
    assert frame(play) == game_stones.Stones(game_stones.Stage.DONE, None, None)
    play = framed(*laid(*FIRST), game_events.Finish(), game_stones.LeaveStones())
    assert frame(play) == game_stones.Stones(game_stones.Stage.DONE, heaps(FIRST), None)


def test_finishing_before_the_stones_lie_leaves_them() -> None:
    assert frame(framed(game_stones.LayStone(CLIENT), game_events.Finish())) == game_stones.Stones(
        game_stones.Stage.DONE, None, None
    )


def test_nothing_is_laid_after_closing_for_good() -> None:
    play = framed(*laid(*FIRST), game_events.Finish(), game_events.Close())
    assert play.refusal(game_stones.LayStone(CLIENT)) is Refusal.SESSION_CLOSED
    with pytest.raises(rules.ReplayError):
        rules.replay([*play.journal, game_stones.StoneLaid(CLIENT)])


def test_without_the_frame_there_are_no_stones() -> None:
    play = Play(TWO_OF_EACH)
    assert game_stones.stones_of(play.session) is None
    assert play.refusal(game_stones.LayStone(CLIENT)) is Refusal.NOT_NOW
    with pytest.raises(rules.ReplayError):
        rules.replay([*play.journal, game_stones.StoneLaid(CLIENT)])
