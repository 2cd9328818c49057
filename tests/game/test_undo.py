"""Taking back and bringing again, over turns and rounds. What was done can always be named."""

from hypothesis import given, settings

from tegenwicht.game import events as e
from tegenwicht.game import rules
from tegenwicht.game import tegenwicht as t
from tegenwicht.game.clock import CLOCK_EVENTS
from tegenwicht.game.harvest import WriteSentence
from tegenwicht.game.refusals import Refusal
from tegenwicht.game.state import Step, Timeline
from tests.game.tables import CLIENT, POLICY, TWO_OF_EACH, Play, held, plays


def steps(step: Step | None) -> list[tuple[int, e.Event]]:
    """The numbers and events of a chain of steps, nearest first."""
    chain = []
    while step:
        chain.append((step.number, step.event))
        step = step.earlier
    return chain


def everything(timeline: Timeline) -> tuple[object, ...]:
    """All that a timeline knows, to compare: its own equality looks at the nearest step alone."""
    return (
        timeline.session, timeline.count, timeline.clock, timeline.clock_of,
        steps(timeline.done), steps(timeline.undone),
    )  # fmt: skip


def test_at_the_start_there_is_nothing_to_undo_or_redo() -> None:
    play = Play(TWO_OF_EACH)
    assert play.refusal(e.Undo()) is Refusal.NOTHING_TO_UNDO
    assert play.refusal(e.Redo()) is Refusal.NOTHING_TO_REDO
    assert not {e.Undo(), e.Redo()} & play.legal


def test_undo_names_what_it_takes_back_and_redo_what_it_brings_again() -> None:
    play = Play(TWO_OF_EACH, order=TWO_OF_EACH)
    play.do(t.Draw(), t.Mention(CLIENT), t.FinishTurn())
    assert steps(play.timeline.done)[0] == (3, t.TurnFinished())
    assert play.do(e.Undo()) == e.Undone(3)
    assert steps(play.timeline.undone)[0] == (3, t.TurnFinished())
    assert play.do(e.Redo()) == e.Redone(3)
    assert (play.timeline.undone, steps(play.timeline.done)[0]) == (None, (3, t.TurnFinished()))


def test_undo_goes_back_over_turns_and_rounds_in_the_order_in_which_things_happened() -> None:
    play = Play(TWO_OF_EACH, seats=2, order=TWO_OF_EACH)
    play.do(t.Draw(), t.FinishTurn(), t.Pass(), t.BeginRound(), t.Draw())
    assert [play.do(e.Undo()) for _ in range(5)] == [e.Undone(number) for number in (5, 4, 3, 2, 1)]
    assert play.session == rules.replay(play.journal[:1]).session


def test_numbers_count_undoing_and_the_clock_as_well() -> None:
    play = Play(TWO_OF_EACH, order=TWO_OF_EACH)
    play.do(t.Draw(), e.PauseClock(3), e.Undo(), t.Draw(), e.AddMinute(1), t.PutAside())  # numbers 1 to 6
    assert play.do(e.Undo()) == e.Undone(6)
    assert play.do(e.Undo()) == e.Undone(4)
    assert play.timeline.count == len(play.journal) == 9


def test_a_new_action_ends_what_could_be_brought_again() -> None:
    play = Play(TWO_OF_EACH)
    play.do(t.Mention(CLIENT), e.Undo(), t.Mention(POLICY))
    assert play.refusal(e.Redo()) is Refusal.NOTHING_TO_REDO


def test_touching_the_clock_keeps_what_could_be_brought_again() -> None:
    play = Play(TWO_OF_EACH)
    play.do(t.Draw(), t.Mention(CLIENT), e.Undo(), e.AddMinute(4), e.Redo())
    assert play.turn is not None and play.turn.mentions == (CLIENT,)
    assert play.timeline.clock.extra == 60


def test_a_note_and_a_name_are_taken_back_to_what_they_were() -> None:
    play = Play(TWO_OF_EACH)
    play.do(t.Draw(), t.WriteNote("one"), t.WriteNote("two"), e.RenameParticipant(1, "Noor"))
    play.do(e.Undo(), e.Undo())
    assert play.turn is not None and play.turn.cards[-1].note == "one"
    assert play.session.participant(1).name == ""


def test_finishing_can_be_undone_and_the_talk_goes_on() -> None:
    play = Play(TWO_OF_EACH)
    play.do(t.Draw(), e.Finish(count_card=True), WriteSentence(1, "x"), e.Undo(), e.Undo())
    assert not play.session.harvest and play.turns_to_come == (1, 2)
    play.do(t.FinishTurn())


def test_what_is_closed_stays_closed() -> None:
    play = Play(TWO_OF_EACH)
    play.do(e.Finish(), e.Close())
    assert play.refusal(e.Undo()) is Refusal.SESSION_CLOSED
    assert play.legal == frozenset()


@settings(max_examples=100, deadline=None)
@given(plays())
def test_a_random_session_goes_back_to_its_start_and_again_to_its_end(play: Play) -> None:
    if rules.decide(play.timeline, e.Undo()) is Refusal.SESSION_CLOSED:
        return
    end, undone = play.session, 0
    while not isinstance(rules.decide(play.timeline, e.Undo()), Refusal):
        expected = held(play.journal)[-1]
        assert play.do(e.Undo()) == e.Undone(expected)
        undone += 1
    assert play.session == rules.replay(play.journal[:1]).session
    play.do(*[e.Redo()] * undone)
    assert play.session == end


@settings(max_examples=100, deadline=None)
@given(plays())
def test_in_a_random_session_each_undo_gives_what_was_there_before(play: Play) -> None:
    for move in play.moves:
        kept = isinstance(move.outcome, (*CLOCK_EVENTS, e.SessionClosed, Refusal))
        if not kept:
            back = e.Redo() if isinstance(move.outcome, e.Undone) else e.Undo()
            event = rules.decide(move.after, back)
            assert isinstance(event, e.Undone | e.Redone)
            again = rules.apply(move.after, event)
            assert again.session == move.before.session
            assert steps(again.done) == steps(move.before.done)


@settings(max_examples=100, deadline=None)
@given(plays())
def test_in_a_random_session_any_new_action_but_the_clock_clears_redo(play: Play) -> None:
    for move in play.moves:
        kept = isinstance(move.outcome, (*CLOCK_EVENTS, Refusal))
        moved = isinstance(move.outcome, e.Undone | e.Redone)
        assert moved or steps(move.after.undone) == (steps(move.before.undone) if kept else [])


@settings(max_examples=100, deadline=None)
@given(plays())
def test_a_journal_played_again_gives_the_same_session_clock_and_past(play: Play) -> None:
    assert everything(rules.replay(play.journal)) == everything(play.timeline)


def test_a_drawn_card_brought_again_is_the_same_card() -> None:
    play = Play(TWO_OF_EACH, shuffle_number=7)
    drawn = play.do(t.Draw())
    assert isinstance(drawn, t.CardDrawn)
    play.do(e.Undo(), e.Redo())
    assert play.on_table == (drawn.card,)
