"""Walking one consideration through the six steps, in the mode Afpellen."""

import pytest

from tegenwicht.game import events, peeling, rules
from tegenwicht.game import path as game_path
from tegenwicht.game.cards import Cluster
from tegenwicht.game.path import Path, PathStep
from tegenwicht.game.refusals import Refusal
from tegenwicht.game.state import Phase, Timeline
from tests.game.tables import TWO_OF_EACH, deck, people


class Walk:
    """A session of Afpellen; ``do`` plays on and ``path`` is where it is."""

    def __init__(self, subject: str = "Wel of niet bellen", seats: int = 2) -> None:
        setup = events.Setup("peeling", "", people(seats), subject=subject)
        self.timeline: Timeline = rules.begun(rules.start(setup, deck(*TWO_OF_EACH)))

    def do(self, *actions: events.Action) -> "Walk":
        for action in actions:
            event = self.outcome(action)
            assert isinstance(event, events.Event), (action, event)
            self.timeline = rules.apply(self.timeline, event)
        return self

    def outcome(self, action: events.Action) -> events.Event | Refusal:
        return rules.decide(self.timeline, action)

    @property
    def path(self) -> Path:
        return peeling.path_of(self.timeline.session)


def test_the_steps_are_those_of_the_article_in_its_order() -> None:
    assert [str(step) for step in game_path.STEPS] == [
        "before", "noticing", "interpreting", "options", "prioritising", "responding",
    ]  # fmt: skip


def test_without_a_consideration_there_is_nothing_to_walk_through() -> None:
    walk = Walk(subject="")
    assert walk.outcome(game_path.GoToStep(PathStep.NOTICING)) is Refusal.NO_CONSIDERATION
    assert walk.outcome(game_path.LayCard(11)) is Refusal.NO_CONSIDERATION
    assert walk.outcome(game_path.NameConsideration("   ")) is Refusal.NOTHING_WRITTEN
    assert walk.outcome(game_path.NameConsideration("x" * 201)) is Refusal.TEXT_TOO_LONG
    walk.do(game_path.NameConsideration("  Wel of\nniet bellen "), game_path.GoToStep(PathStep.NOTICING))
    assert walk.path.consideration == "Wel of niet bellen"


def test_going_back_to_a_step_loses_nothing() -> None:
    walk = Walk().do(game_path.WriteAnswer(0, "Een dossier"), game_path.LayCard(41))
    walk.do(
        game_path.GoToStep(PathStep.RESPONDING),
        game_path.WriteAnswer(1, "Hij knikte"),
        game_path.GoToStep(PathStep.BEFORE),
    )
    assert walk.path.answer(PathStep.BEFORE, 0) == "Een dossier"
    assert walk.path.cards_at(PathStep.BEFORE) == (41,)
    assert walk.path.answer(PathStep.RESPONDING, 1) == "Hij knikte"


def test_what_was_noticed_stays_apart_from_what_was_made_of_it() -> None:
    walk = Walk().do(game_path.GoToStep(PathStep.NOTICING), game_path.WriteAnswer(0, "Hij keek weg"))
    walk.do(game_path.GoToStep(PathStep.INTERPRETING), game_path.WriteAnswer(0, "Hij durft niet"))
    assert walk.path.answer(PathStep.NOTICING, 0) == "Hij keek weg"
    assert walk.path.answer(PathStep.INTERPRETING, 0) == "Hij durft niet"


def test_an_empty_answer_takes_the_answer_away() -> None:
    walk = Walk().do(game_path.WriteAnswer(0, "Iets"), game_path.WriteAnswer(0, "  "))
    assert walk.path.is_empty(PathStep.BEFORE)
    assert walk.outcome(game_path.WriteAnswer(0, "x" * 1001)) is Refusal.TEXT_TOO_LONG
    assert walk.outcome(game_path.WriteAnswer(2, "een derde vraag is er niet")) is Refusal.NOT_NOW


def test_a_card_lies_once_at_a_step_and_may_lie_at_more_steps() -> None:
    walk = Walk().do(game_path.LayCard(11))
    assert walk.outcome(game_path.LayCard(11)) is Refusal.ALREADY_ON_TABLE
    assert walk.outcome(game_path.LayCard(99)) is Refusal.NO_SUCH_CARD
    walk.do(game_path.GoToStep(PathStep.OPTIONS), game_path.LayCard(11), game_path.TakeUpCard(11))
    assert walk.path.cards_at(PathStep.BEFORE) == (11,)
    assert walk.path.cards_at(PathStep.OPTIONS) == ()
    assert walk.outcome(game_path.TakeUpCard(11)) is Refusal.NO_CARD_ON_TABLE


def test_a_cluster_counts_once_for_every_step_where_a_card_of_it_lies() -> None:
    walk = Walk().do(
        game_path.LayCard(11),
        game_path.LayCard(12),
        game_path.LayCard(21),
        game_path.GoToStep(PathStep.OPTIONS),
        game_path.LayCard(12),
    )
    tally = peeling.tally_of(walk.timeline.session)
    assert len(tally.rounds) == 6
    assert tally.rounds[0].cards == (1, 1, 0, 0, 0, 0)
    assert tally.rounds[3].cards == (1, 0, 0, 0, 0, 0)
    assert tally.total.by_card(Cluster.PROFESSIONAL) == 2
    assert not any(tally.total.mentions)


def test_looking_back_is_for_the_whole_path_and_writing_answers_for_a_step() -> None:
    walk = Walk()
    assert walk.outcome(game_path.WriteHindsight(False, "Weer zo")) is Refusal.NOT_NOW
    walk.do(
        game_path.ViewPath(),
        game_path.WriteHindsight(False, "Weer zo"),
        game_path.WriteHindsight(True, "Langer wachten"),
    )
    assert (walk.path.same, walk.path.otherwise) == ("Weer zo", "Langer wachten")
    assert walk.outcome(game_path.WriteAnswer(0, "Iets")) is Refusal.NOT_NOW
    assert walk.outcome(game_path.ViewPath()) is Refusal.NOT_NOW
    walk.do(game_path.GoToStep(PathStep.BEFORE))
    assert walk.path.same == "Weer zo"


def test_a_line_moves_from_what_was_seen_to_what_was_made_of_it_and_back_in_one_step_of_undo() -> None:
    walk = Walk().do(
        game_path.GoToStep(PathStep.NOTICING), game_path.WriteAnswer(0, "Hij keek weg\nHij durft niet")
    )
    walk.do(game_path.MoveLine(PathStep.NOTICING, 0, 1))
    assert walk.path.answer(PathStep.NOTICING, 0) == "Hij keek weg"
    assert walk.path.answer(PathStep.INTERPRETING, 0) == "Hij durft niet"
    walk.do(events.Undo())
    assert walk.path.answer(PathStep.NOTICING, 0) == "Hij keek weg\nHij durft niet"
    walk.do(
        events.Redo(),
        game_path.GoToStep(PathStep.INTERPRETING),
        game_path.MoveLine(PathStep.INTERPRETING, 0, 0),
    )
    assert walk.path.answer(PathStep.NOTICING, 0) == "Hij keek weg\nHij durft niet"
    assert walk.path.answer(PathStep.INTERPRETING, 0) == ""


def test_a_line_moves_only_between_those_two_and_only_while_one_of_them_is_open() -> None:
    walk = Walk().do(game_path.WriteAnswer(0, "Iets"))
    assert walk.outcome(game_path.MoveLine(PathStep.BEFORE, 0, 0)) is Refusal.NOT_NOW
    walk.do(game_path.GoToStep(PathStep.NOTICING), game_path.WriteAnswer(0, "x" * 1000))
    assert walk.outcome(game_path.MoveLine(PathStep.NOTICING, 0, 1)) is Refusal.NOT_NOW
    walk.do(game_path.GoToStep(PathStep.INTERPRETING), game_path.WriteAnswer(0, "Vol"))
    assert walk.outcome(game_path.MoveLine(PathStep.NOTICING, 0, 0)) is Refusal.TEXT_TOO_LONG
    walk.do(game_path.GoToStep(PathStep.OPTIONS))
    assert walk.outcome(game_path.MoveLine(PathStep.INTERPRETING, 0, 0)) is Refusal.NOT_NOW


def test_undo_takes_back_one_thing_at_a_time() -> None:
    walk = Walk().do(game_path.WriteAnswer(0, "Iets"), game_path.GoToStep(PathStep.NOTICING), events.Undo())
    assert (walk.path.at, walk.path.answer(PathStep.BEFORE, 0)) == (PathStep.BEFORE, "Iets")
    walk.do(events.Undo())
    assert walk.path.is_empty(PathStep.BEFORE)


def test_it_can_be_finished_at_any_moment_and_has_no_clock() -> None:
    walk = Walk(seats=1)
    assert walk.timeline.clock_of is None
    assert walk.outcome(events.Finish(count_card=True)) is Refusal.NO_CARD_ON_TABLE
    walk.do(events.Finish())
    assert walk.timeline.session.phase is Phase.CLOSING


@pytest.mark.parametrize(
    "event",
    [game_path.CardLaid(PathStep.BEFORE, 99), game_path.CardTakenUp(PathStep.BEFORE, 11),
    game_path.AnswerWritten(PathStep.BEFORE, 7, "x"),
     game_path.ConsiderationNamed(""), game_path.LineMoved(()),
     game_path.LineMoved((game_path.Answer(PathStep.BEFORE, 0, ""), game_path.Answer(PathStep.OPTIONS, 0, "x")))],
)  # fmt: skip
def test_what_cannot_follow_is_refused_when_a_journal_is_read(event: events.Event) -> None:
    with pytest.raises(ValueError, match="cannot happen"):
        rules.apply(Walk().timeline, event)
