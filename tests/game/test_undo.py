"""Taking back and bringing again, over turns and rounds. What was done can always be named."""

from hypothesis import given, settings

from tegenwicht.game import events, rules, tegenwicht
from tegenwicht.game.clock import CLOCK_EVENTS
from tegenwicht.game.harvest import WriteSentence
from tegenwicht.game.refusals import Refusal
from tegenwicht.game.state import Step, Timeline
from tests.game.tables import CLIENT, POLICY, TWO_OF_EACH, Play, held, plays


def steps(step: Step | None) -> list[tuple[int, events.Event]]:
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
    assert play.refusal(events.Undo()) is Refusal.NOTHING_TO_UNDO
    assert play.refusal(events.Redo()) is Refusal.NOTHING_TO_REDO
    assert not {events.Undo(), events.Redo()} & play.legal


def test_undo_names_what_it_takes_back_and_redo_what_it_brings_again() -> None:
    play = Play(TWO_OF_EACH, order=TWO_OF_EACH)
    play.do(tegenwicht.Draw(), tegenwicht.Mention(CLIENT), tegenwicht.FinishTurn())
    assert steps(play.timeline.done)[0] == (3, tegenwicht.TurnFinished())
    assert play.do(events.Undo()) == events.Undone(3)
    assert steps(play.timeline.undone)[0] == (3, tegenwicht.TurnFinished())
    assert play.do(events.Redo()) == events.Redone(3)
    assert (play.timeline.undone, steps(play.timeline.done)[0]) == (None, (3, tegenwicht.TurnFinished()))


def test_undo_goes_back_over_turns_and_rounds_in_the_order_in_which_things_happened() -> None:
    play = Play(TWO_OF_EACH, seats=2, order=TWO_OF_EACH)
    play.do(
        tegenwicht.Draw(),
        tegenwicht.FinishTurn(),
        tegenwicht.Pass(),
        tegenwicht.BeginRound(),
        tegenwicht.Draw(),
    )
    assert [play.do(events.Undo()) for _ in range(5)] == [events.Undone(number) for number in (5, 4, 3, 2, 1)]
    assert play.session == rules.replay(play.journal[:1]).session


def test_numbers_count_undoing_and_the_clock_as_well() -> None:
    play = Play(TWO_OF_EACH, order=TWO_OF_EACH)
    play.do(
        tegenwicht.Draw(),
        events.PauseClock(3),
        events.Undo(),
        tegenwicht.Draw(),
        events.AddMinute(1),
        tegenwicht.PutAside(),
    )  # numbers 1 to 6
    assert play.do(events.Undo()) == events.Undone(6)
    assert play.do(events.Undo()) == events.Undone(4)
    assert play.timeline.count == len(play.journal) == 9


def test_a_new_action_ends_what_could_be_brought_again() -> None:
    play = Play(TWO_OF_EACH)
    play.do(tegenwicht.Mention(CLIENT), events.Undo(), tegenwicht.Mention(POLICY))
    assert play.refusal(events.Redo()) is Refusal.NOTHING_TO_REDO


def test_touching_the_clock_keeps_what_could_be_brought_again() -> None:
    play = Play(TWO_OF_EACH)
    play.do(tegenwicht.Draw(), tegenwicht.Mention(CLIENT), events.Undo(), events.AddMinute(4), events.Redo())
    assert play.turn is not None and play.turn.mentions == (CLIENT,)
    assert play.timeline.clock.extra == 60


def test_a_note_and_a_name_are_taken_back_to_what_they_were() -> None:
    play = Play(TWO_OF_EACH)
    play.do(
        tegenwicht.Draw(),
        tegenwicht.WriteNote("one"),
        tegenwicht.WriteNote("two"),
        events.RenameParticipant(1, "Noor"),
    )
    play.do(events.Undo(), events.Undo())
    assert play.turn is not None and play.turn.cards[-1].note == "one"
    assert play.session.participant(1).name == ""


def test_finishing_can_be_undone_and_the_talk_goes_on() -> None:
    play = Play(TWO_OF_EACH)
    play.do(
        tegenwicht.Draw(), events.Finish(count_card=True), WriteSentence(1, "x"), events.Undo(), events.Undo()
    )
    assert not play.session.harvest and play.turns_to_come == (1, 2)
    play.do(tegenwicht.FinishTurn())


def test_what_is_closed_stays_closed() -> None:
    play = Play(TWO_OF_EACH)
    play.do(events.Finish(), events.Close())
    assert play.refusal(events.Undo()) is Refusal.SESSION_CLOSED
    assert play.legal == frozenset()


@settings(max_examples=100, deadline=None)
@given(plays())
def test_a_random_session_goes_back_to_its_start_and_again_to_its_end(play: Play) -> None:
    if rules.decide(play.timeline, events.Undo()) is Refusal.SESSION_CLOSED:
        return
    end, undone = play.session, 0
    while not isinstance(rules.decide(play.timeline, events.Undo()), Refusal):
        expected = held(play.journal)[-1]
        assert play.do(events.Undo()) == events.Undone(expected)
        undone += 1
    assert play.session == rules.replay(play.journal[:1]).session
    play.do(*[events.Redo()] * undone)
    assert play.session == end


@settings(max_examples=100, deadline=None)
@given(plays())
def test_in_a_random_session_each_undo_gives_what_was_there_before(play: Play) -> None:
    for move in play.moves:
        kept = isinstance(move.outcome, (*CLOCK_EVENTS, events.SessionClosed, Refusal))
        if not kept:
            back = events.Redo() if isinstance(move.outcome, events.Undone) else events.Undo()
            event = rules.decide(move.after, back)
            assert isinstance(event, events.Undone | events.Redone)
            again = rules.apply(move.after, event)
            assert again.session == move.before.session
            assert steps(again.done) == steps(move.before.done)


@settings(max_examples=100, deadline=None)
@given(plays())
def test_in_a_random_session_any_new_action_but_the_clock_clears_redo(play: Play) -> None:
    for move in play.moves:
        kept = isinstance(move.outcome, (*CLOCK_EVENTS, Refusal))
        moved = isinstance(move.outcome, events.Undone | events.Redone)
        assert moved or steps(move.after.undone) == (steps(move.before.undone) if kept else [])


@settings(max_examples=100, deadline=None)
@given(plays())
def test_a_journal_played_again_gives_the_same_session_clock_and_past(play: Play) -> None:
    assert everything(rules.replay(play.journal)) == everything(play.timeline)


def test_a_drawn_card_brought_again_is_the_same_card() -> None:
    play = Play(TWO_OF_EACH, shuffle_number=7)
    drawn = play.do(tegenwicht.Draw())
    assert isinstance(drawn, tegenwicht.CardDrawn)
    play.do(events.Undo(), events.Redo())
    assert play.on_table == (drawn.card,)
