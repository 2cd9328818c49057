"""Triple feedback: four questions in order, answered anew another day, and nothing lost on the way."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tegenwicht.game import events, feedback, rules
from tegenwicht.game.refusals import Refusal
from tegenwicht.game.state import Phase, Timeline
from tests.game.tables import CLIENT, EMPLOYER, INDIVIDUAL, POLICY, SHARED, TWO_OF_EACH, deck, people

TODAY, LATER = "2026-11-21", "2026-12-05"
BACK = feedback.LOOKING_BACK


class Talk:
    """A session of this mode with its journal."""

    def __init__(self, subject: str = "A placement or not", seats: int = 1) -> None:
        start = rules.start(events.Setup("feedback", "", people(seats), subject=subject), deck(*TWO_OF_EACH))
        self.journal: list[events.Event] = [start]
        self.timeline = rules.begun(start)

    def tried(self, action: events.Action) -> events.Event | Refusal:
        outcome = rules.decide(self.timeline, action)
        if isinstance(outcome, events.Event):
            self.timeline = rules.apply(self.timeline, outcome)
            self.journal.append(outcome)
        return outcome

    def do(self, *actions: events.Action) -> "Talk":
        for action in actions:
            outcome = self.tried(action)
            assert isinstance(outcome, events.Event), f"{action}: {outcome}"
        return self

    def refusal(self, action: events.Action) -> Refusal:
        outcome = rules.decide(self.timeline, action)
        assert isinstance(outcome, Refusal), f"{action} was not refused: {outcome}"
        return outcome

    def walked(self, day: str, *answers: str) -> "Talk":
        """All four questions, to looking back."""
        self.do(feedback.BeginAnew(day))
        for number, text in enumerate(answers):
            self.do(feedback.WriteAnswer(text), feedback.OpenQuestion(number + 1))
        return self

    @property
    def play(self) -> feedback.Feedback:
        return feedback.feedback(self.timeline.session)

    @property
    def walk(self) -> feedback.Walk:
        return self.play.walks[-1]

    @property
    def legal(self) -> rules.LegalActions:
        return rules.legal_actions(self.timeline)


# -- what it is about


def test_the_line_from_the_setup_is_what_it_is_about() -> None:
    talk = Talk("  A placement\nor not ")
    assert talk.play.subject == "A placement or not"
    assert feedback.BeginAnew in talk.legal


def test_without_a_line_the_questions_cannot_begin_until_it_is_named() -> None:
    talk = Talk("")
    assert talk.refusal(feedback.BeginAnew(TODAY)) is Refusal.NO_CONSIDERATION
    assert feedback.BeginAnew not in talk.legal
    talk.do(feedback.NameConsideration("Hours first, or the place?"), feedback.BeginAnew(TODAY))
    assert talk.play.at == 0


def test_the_line_can_be_changed_at_any_question_but_not_taken_away() -> None:
    talk = Talk().do(
        feedback.BeginAnew(TODAY), feedback.WriteAnswer("Work that lasts."), feedback.OpenQuestion(1)
    )
    talk.do(feedback.NameConsideration("Something else"))
    assert (talk.play.subject, talk.play.at, talk.walk.answers[0]) == (
        "Something else",
        1,
        "Work that lasts.",
    )
    assert talk.refusal(feedback.NameConsideration(" \n ")) is Refusal.NO_CONSIDERATION
    assert talk.refusal(feedback.NameConsideration("x" * 201)) is Refusal.TEXT_TOO_LONG


# -- the four questions


def test_the_questions_come_in_order_and_none_is_passed_over_the_first_time() -> None:
    talk = Talk().do(feedback.BeginAnew(TODAY))
    for question in (2, 3, BACK, 5, -1, 0):
        assert talk.refusal(feedback.OpenQuestion(question)) is Refusal.NOT_NOW
    talk.do(
        feedback.OpenQuestion(1),
        feedback.OpenQuestion(2),
        feedback.OpenQuestion(3),
        feedback.OpenQuestion(BACK),
    )
    assert talk.play.answering is None


def test_going_back_loses_nothing_and_every_question_that_was_open_can_be_opened_again() -> None:
    talk = Talk().walked(TODAY, "zero", "one", "two", "three")
    talk.do(
        feedback.OpenQuestion(1),
        feedback.WriteAnswer("one, better"),
        feedback.OpenQuestion(3),
        feedback.OpenQuestion(BACK),
    )
    assert talk.walk.answers == ("zero", "one, better", "two", "three")


def test_an_answer_belongs_to_the_question_that_is_open() -> None:
    talk = Talk().do(feedback.BeginAnew(TODAY), feedback.OpenQuestion(1), feedback.WriteAnswer("one"))
    assert talk.walk.answers == ("", "one", "", "")
    talk.do(feedback.WriteAnswer(""))
    assert talk.walk.answers == ("", "", "", "")


def test_an_answer_may_be_a_thousand_characters_and_have_lines_but_nothing_hidden() -> None:
    talk = Talk().do(feedback.BeginAnew(TODAY), feedback.WriteAnswer(" one\nline\u202e\x00 "))
    assert talk.walk.answers[0] == "one\nline"
    talk.do(feedback.WriteAnswer("x" * 1000))
    assert talk.refusal(feedback.WriteAnswer("x" * 1001)) is Refusal.TEXT_TOO_LONG


def test_nothing_can_be_answered_before_the_beginning_and_when_looking_back() -> None:
    begun, back = Talk(), Talk().walked(TODAY, "0", "1", "2", "3")
    for talk in (begun, back):
        assert talk.refusal(feedback.WriteAnswer("too late")) is Refusal.NOT_NOW
        assert feedback.WriteAnswer not in talk.legal
    assert begun.refusal(feedback.OpenQuestion(0)) is Refusal.NOT_NOW


# -- the factors


def at_factors() -> Talk:
    return Talk().do(feedback.BeginAnew(TODAY), *map(feedback.OpenQuestion, (1, 2, 3)))


def test_a_factor_lies_in_one_list_at_a_time() -> None:
    talk = at_factors().do(
        feedback.PlaceCluster(CLIENT, feedback.Side.WEIGHED), feedback.PlaceCard(31, feedback.Side.WEIGHED)
    )
    assert talk.refusal(feedback.PlaceCluster(CLIENT, feedback.Side.WEIGHED)) is Refusal.ALREADY_IN_LIST
    assert talk.refusal(feedback.PlaceCard(31, feedback.Side.WEIGHED)) is Refusal.ALREADY_IN_LIST
    talk.do(
        feedback.PlaceCluster(CLIENT, feedback.Side.LEFT_OUT), feedback.PlaceCard(31, feedback.Side.LEFT_OUT)
    )
    assert (talk.walk.clusters_in(feedback.Side.WEIGHED), talk.walk.cards_in(feedback.Side.WEIGHED)) == (
        (),
        (),
    )
    assert (talk.walk.clusters_in(feedback.Side.LEFT_OUT), talk.walk.cards_in(feedback.Side.LEFT_OUT)) == (
        (CLIENT,),
        (31,),
    )
    talk.do(feedback.TakeCluster(CLIENT), feedback.TakeCard(31))
    assert (talk.walk.clusters, talk.walk.cards) == ((), ())
    assert talk.refusal(feedback.TakeCluster(CLIENT)) is Refusal.NOT_IN_LIST
    assert talk.refusal(feedback.TakeCard(31)) is Refusal.NOT_IN_LIST


def test_factors_are_for_the_last_question_and_of_this_deck() -> None:
    talk = Talk().do(feedback.BeginAnew(TODAY), feedback.OpenQuestion(1))
    assert talk.refusal(feedback.PlaceCluster(CLIENT, feedback.Side.WEIGHED)) is Refusal.NOT_NOW
    assert not any(isinstance(one, feedback.PlaceCluster | feedback.PlaceCard) for one in talk.legal)
    assert at_factors().refusal(feedback.PlaceCard(99, feedback.Side.WEIGHED)) is Refusal.NO_SUCH_CARD


def test_what_came_up_is_counted_per_time_whichever_list_it_lies_in() -> None:
    talk = at_factors().do(
        feedback.PlaceCluster(CLIENT, feedback.Side.WEIGHED), feedback.PlaceCluster(EMPLOYER, feedback.Side.LEFT_OUT),
        feedback.PlaceCard(31, feedback.Side.WEIGHED), feedback.PlaceCard(32, feedback.Side.LEFT_OUT),
        feedback.PlaceCard(51, feedback.Side.WEIGHED),
        feedback.OpenQuestion(BACK), feedback.BeginAnew(LATER), *map(feedback.OpenQuestion, (1, 2, 3)),
        feedback.PlaceCluster(INDIVIDUAL, feedback.Side.WEIGHED),
    )  # fmt: skip
    tally = feedback.tally_of(talk.timeline.session)
    first, second = tally.rounds
    assert (first.by_card(EMPLOYER), first.by_mention(EMPLOYER)) == (1, 0), (
        "cards 31 and 32, and the mark beside them"
    )
    assert (first.by_mention(CLIENT), first.by_card(POLICY)) == (1, 1)
    assert (second.came_up(INDIVIDUAL), second.came_up(CLIENT)) == (1, 0)
    assert tally.total == first + second


# -- another day


def test_answering_anew_begins_empty_and_keeps_what_was_answered_before() -> None:
    talk = Talk().walked(TODAY, "zero", "one", "two", "three").do(feedback.BeginAnew(LATER))
    assert (talk.play.at, talk.walk) == (0, feedback.Walk(LATER))
    assert talk.play.walks[0].answers == ("zero", "one", "two", "three")
    talk.do(feedback.OpenQuestion(1))
    assert talk.refusal(feedback.OpenQuestion(BACK)) is Refusal.NOT_NOW, (
        "no looking at the old answers on the way"
    )


def test_it_can_be_answered_any_number_of_times_each_with_its_date() -> None:
    talk = Talk()
    days = [TODAY, LATER, LATER, "2028-02-29"]
    for day in days:
        talk.walked(day, "0", "1", "2", "3")
    assert [walk.day for walk in talk.play.walks] == days


def test_it_is_not_answered_anew_in_the_middle_or_on_a_day_that_there_is_not() -> None:
    talk = Talk().do(feedback.BeginAnew(TODAY))
    assert talk.refusal(feedback.BeginAnew(LATER)) is Refusal.NOT_NOW
    for day in ("", "20261121", "2026-02-30", "morgen", "2026-1-2", "2027-02-29", "2026-11-21 "):
        assert Talk().refusal(feedback.BeginAnew(day)) is Refusal.NOT_NOW


def test_undo_gives_the_old_answers_back_as_they_were_with_their_place() -> None:
    talk = Talk().walked(TODAY, "zero", "one", "two", "three")
    before = talk.timeline.session
    talk.do(feedback.BeginAnew(LATER), feedback.WriteAnswer("other"), events.Undo(), events.Undo())
    assert talk.timeline.session == before


# -- the end


def test_it_can_be_finished_at_any_moment_and_no_card_counts() -> None:
    for talk in (Talk(""), at_factors(), Talk().walked(TODAY, "0", "1", "2", "3")):
        assert talk.refusal(events.Finish(True)) is Refusal.NO_CARD_ON_TABLE
        talk.do(events.Finish(), events.Close())
        assert talk.timeline.session.phase is Phase.CLOSED


def test_there_is_no_clock() -> None:
    talk = at_factors()
    assert talk.timeline.clock_of is None
    assert events.AddMinute not in talk.legal


# -- a damaged journal

BEGUN = feedback.BegunAnew(TODAY)


@pytest.mark.parametrize(
    "events",
    [
        (feedback.AnswerWritten("too soon"),),
        (feedback.QuestionOpened(0),),
        (feedback.BegunAnew("2026-13-01"),),
        (feedback.ConsiderationNamed(""),),
        (feedback.ConsiderationNamed("x" * 201),),
        (BEGUN, BEGUN),
        (BEGUN, feedback.QuestionOpened(3)),
        (BEGUN, feedback.QuestionOpened(-1)),
        (BEGUN, feedback.AnswerWritten("x" * 1001)),
        (BEGUN, feedback.AnswerWritten("hidden \u202e")),
        (BEGUN, feedback.ClusterPlaced(CLIENT, feedback.Side.WEIGHED)),
        (BEGUN, *map(feedback.QuestionOpened, (1, 2, 3)), feedback.CardPlaced(99, feedback.Side.WEIGHED)),
        (BEGUN, *map(feedback.QuestionOpened, (1, 2, 3)), feedback.ClusterTaken(CLIENT)),
        (events.SessionFinished(True),),
    ],
)
def test_what_no_action_leads_to_is_not_believed(events: tuple[events.Event, ...]) -> None:
    with pytest.raises(rules.ReplayError) as found:
        rules.replay((*Talk().journal, *events))
    assert found.value.number == len(events)


def test_a_session_of_another_mode_is_told_apart() -> None:
    with pytest.raises(TypeError, match="not a session of Triple feedback"):
        feedback.feedback(
            rules.begun(rules.start(events.Setup("tegenwicht", "", people(1)), deck(11))).session
        )


# -- play by chance

WORDS = ("", "Because.", "two\nlines", "x" * 1000, "x" * 1001, "Sam\u202e")
OPEN: dict[type[events.Action], tuple[events.Action, ...]] = {
    **SHARED,
    feedback.NameConsideration: tuple(map(feedback.NameConsideration, WORDS)),
    feedback.WriteAnswer: tuple(map(feedback.WriteAnswer, WORDS)),
    feedback.BeginAnew: tuple(map(feedback.BeginAnew, (TODAY, LATER, "2026-02-30"))),
    events.AddParticipant: (events.AddParticipant("Noor"),),
    events.RenameParticipant: (events.RenameParticipant(1, "Sam"),),
    events.ChooseTimes: (events.ChooseTimes(30, 0),),
}


@st.composite
def talks(draw: st.DrawFn) -> Talk:
    dice: Random = draw(st.randoms(use_true_random=True))
    talk = Talk(draw(st.sampled_from(["", "About this"])), draw(st.integers(1, 3)))
    for _ in range(draw(st.integers(0, 40) | st.just(40))):
        onward = [one for one in talk.legal if isinstance(one, feedback.OpenQuestion)]
        pool = onward if onward and dice.random() < 0.3 else list(talk.legal)
        rare = (events.Close, events.Finish, events.RemoveParticipant)
        pool = [one for one in pool if not isinstance(one, rare) or dice.random() < 0.05] or [events.Undo()]
        one = dice.choice(sorted(pool, key=repr))
        outcome = talk.tried(dice.choice(OPEN[one]) if isinstance(one, type) else one)
        assert isinstance(one, type) or isinstance(outcome, events.Event) or one == events.Undo(), (
            one,
            outcome,
        )
    return talk


@settings(deadline=None, max_examples=60)
@given(talks())
def test_in_random_play_a_journal_replays_to_what_was_on_the_screen(talk: Talk) -> None:
    assert rules.replay(talk.journal) == talk.timeline
    assert rules.replay(talk.journal).session == talk.timeline.session


@settings(deadline=None, max_examples=40)
@given(talks())
def test_in_random_play_undo_goes_back_to_the_start_and_redo_all_the_way_again(talk: Talk) -> None:
    if talk.timeline.session.phase is Phase.CLOSED:
        return
    last, steps = talk.timeline.session, 0
    timeline: Timeline = talk.timeline
    while timeline.done:
        timeline = rules.apply(timeline, events.Undone(timeline.done.number))
        steps += 1
    assert timeline.session == rules.begun(talk.journal[0]).session  # type: ignore[arg-type]
    for _ in range(steps):
        assert timeline.undone
        timeline = rules.apply(timeline, events.Redone(timeline.undone.number))
    assert timeline.session == last


@settings(deadline=None, max_examples=40)
@given(talks())
def test_in_random_play_every_walk_but_the_last_went_past_all_four_questions(talk: Talk) -> None:
    assert all(walk.furthest == feedback.LOOKING_BACK for walk in talk.play.walks[:-1])
    for walk in talk.play.walks:
        places = [one for one, _ in walk.clusters], [one for one, _ in walk.cards]
        assert all(len(set(place)) == len(place) for place in places)
