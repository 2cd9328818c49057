"""The last value that fits and the first that does not; and who and what is meant, and nobody and nothing else."""

import pytest

from tegenwicht.game import alone, events, feedback, tegenwicht
from tegenwicht.game import path as game_path
from tegenwicht.game import weighing as game_weighing
from tegenwicht.game.cards import CLUSTERS
from tegenwicht.game.path import PathStep
from tegenwicht.game.refusals import Refusal
from tegenwicht.game.weighing.state import waiting
from tests.game import test_alone, test_feedback, test_path, test_weighing
from tests.game.tables import CLIENT, Play, cluster_of, deck

COVERED = {"way": "covered"}


def outcome(timeline: object, action: events.Action) -> events.Event | Refusal:
    from tegenwicht.game import rules

    return rules.decide(timeline, action)  # type: ignore[arg-type]


# -- how long a text may be: as written in the rules of the game, not as the code calls it


def texts() -> list[tuple[str, object, type[events.Action], tuple[object, ...], int]]:
    """(name, where it is played, the action, what comes before its text, how long that may be)"""
    laid = test_alone.Patience().do(alone.Choose(test_alone.TWO_OF_EACH[0]))
    playing = Play((11, 21, 31), 3)
    playing.do(tegenwicht.Draw())
    weighing = test_weighing.Game().do(game_weighing.CountHands((1, 1, 1, 0)))
    weighing.do(game_weighing.ShowResult(), game_weighing.TalkAbout(weighing.play.hands[0][0]))
    return [
        ("alone: a note", laid.timeline, alone.WriteNote, (), 2000),
        ("tegenwicht: a note", playing.timeline, tegenwicht.WriteNote, (), 2000),
        ("weighing: a note", weighing.timeline, game_weighing.WriteNote, (), 2000),
        ("feedback: the consideration", test_feedback.Talk().timeline, feedback.NameConsideration, (), 200),
        ("feedback: an answer", test_feedback.Talk().do(feedback.BeginAnew(test_feedback.TODAY)).timeline,
        feedback.WriteAnswer, (), 1000),
        ("peeling: the consideration", test_path.Walk().timeline, game_path.NameConsideration, (), 200),
        ("peeling: an answer", test_path.Walk().timeline, game_path.WriteAnswer, (0,), 1000),
        ("a name", playing.timeline, events.AddParticipant, (), 60),
    ]  # fmt: skip


@pytest.mark.parametrize("which", range(8))
def test_a_text_fits_to_the_last_character_and_no_further(which: int) -> None:
    name, timeline, action, before, longest = texts()[which]
    fits = outcome(timeline, action(*before, "x" * longest))
    assert isinstance(fits, events.Event), (name, fits)
    refused = outcome(timeline, action(*before, "x" * (longest + 1)))
    assert refused is Refusal.TEXT_TOO_LONG, (name, refused)
    spaces = outcome(timeline, action(*before, f"  {'x' * longest} \n"))
    assert isinstance(spaces, events.Event), f"{name}: white space around it does not count"


# -- Wegen: who may weigh now


def test_everybody_who_is_there_may_weigh_unseen_and_may_do_so_again_but_nobody_else() -> None:
    game = test_weighing.Game(**COVERED)
    for who in (1, 2, 3):
        assert isinstance(outcome(game.timeline, game_weighing.TakeKeys(who)), game_weighing.KeysTaken)
    assert game.refusal(game_weighing.TakeKeys(4)) is Refusal.NO_SUCH_PARTICIPANT
    game.do(events.RemoveParticipant(2))
    assert game.refusal(game_weighing.TakeKeys(2)) is Refusal.NO_SUCH_PARTICIPANT
    game.sit(1, *[2] * 6)
    assert isinstance(outcome(game.timeline, game_weighing.TakeKeys(1)), game_weighing.KeysTaken)


def test_while_someone_weighs_nobody_else_takes_the_keys_nor_when_all_see_the_hands() -> None:
    game = test_weighing.Game(**COVERED).do(game_weighing.TakeKeys(1))
    assert {game.refusal(game_weighing.TakeKeys(who)) for who in (1, 2, 3)} == {Refusal.NOT_NOW}
    assert test_weighing.Game().refusal(game_weighing.TakeKeys(1)) is Refusal.NOT_NOW


def test_who_still_has_to_weigh_is_everybody_there_but_who_did_and_who_is_at_it() -> None:
    game = test_weighing.Game(**COVERED)
    assert waiting(game.session) == (1, 2, 3)
    game.do(game_weighing.TakeKeys(2))
    assert waiting(game.session) == (1, 3)
    game.do(*map(game_weighing.Give, [1] * 6), game_weighing.CoverUp())
    assert waiting(game.session) == (1, 3)
    game.do(events.RemoveParticipant(3))
    assert waiting(game.session) == (1,)
    assert waiting(test_weighing.Game().session) == ()


@pytest.mark.parametrize(("done", "may"), [(0, False), (1, False), (2, True), (3, True)])
def test_unseen_weights_are_shown_only_when_they_stand_for_two_at_least(done: int, may: bool) -> None:
    game = test_weighing.Game(**COVERED)
    for who in range(1, done + 1):
        game.sit(who, *[who] * 6)
    assert isinstance(outcome(game.timeline, game_weighing.ShowResult()), events.Event) is may
    game.do(game_weighing.TakeKeys(3))
    assert game.refusal(game_weighing.ShowResult()) is Refusal.TOO_FEW_WEIGHED, "not while someone weighs"


@pytest.mark.parametrize(
    ("counts", "fits"),
    [
        ((99, 0, 0, 0), True), ((100, 0, 0, 0), False), ((0, 0, 0, 0), False), ((-1, 1, 0, 0), False),
        ((0, 0, 0, 1), True), ((1, 1, 1), False), ((1, 1, 1, 1, 1), False),
    ],
)  # fmt: skip
def test_hands_are_four_counts_of_at_most_99_and_not_all_nothing(counts: tuple[int, ...], fits: bool) -> None:
    game = test_weighing.Game()
    found = outcome(game.timeline, game_weighing.CountHands(counts))  # type: ignore[arg-type]
    assert found == (
        game_weighing.HandsCounted(game.play.now, counts) if fits else Refusal.WEIGHTS_OUT_OF_RANGE
    )


# -- cards


def test_the_cards_at_a_step_are_those_that_were_laid_there_in_that_order() -> None:
    walk = test_path.Walk().do(
        game_path.LayCard(41),
        game_path.LayCard(11),
        game_path.GoToStep(PathStep.OPTIONS),
        game_path.LayCard(21),
    )
    walk.do(game_path.GoToStep(PathStep.BEFORE), game_path.LayCard(12), game_path.TakeUpCard(11))
    at = {step: walk.path.cards_at(step) for step in game_path.STEPS}
    assert at == dict.fromkeys(game_path.STEPS, ()) | {PathStep.BEFORE: (41, 12), PathStep.OPTIONS: (21,)}
    clusters = game_path.clusters_at(walk.path, PathStep.BEFORE, walk.timeline.session.cards)
    assert clusters == (cluster_of(41), cluster_of(12))


def test_the_cards_of_a_cluster_are_its_own_in_the_order_of_the_deck() -> None:
    cards = deck(22, 11, 31, 21, 12)
    for cluster in CLUSTERS:
        assert [one.number for one in cards.of(cluster)] == [
            number for number in (22, 11, 31, 21, 12) if cluster_of(number) is cluster
        ]
    assert cards.of(CLIENT) and len(cards.of(CLIENT)) < len(cards.cards)
