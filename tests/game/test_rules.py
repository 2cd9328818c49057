"""What every mode shares: starting, who sits at the table, why not, what is legal, replay of a journal."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tegenwicht.game import events, harvest, modes, rules, shared, tegenwicht
from tegenwicht.game.cards import CLUSTERS, Cluster, Group
from tegenwicht.game.drawing import Drawing
from tegenwicht.game.editions import EDITION
from tegenwicht.game.parking import ParkThought
from tegenwicht.game.refusals import Refusal
from tegenwicht.game.rules import ReplayError, replay
from tegenwicht.game.state import Phase, Timeline
from tests.game.tables import CLIENT, FINITE_ACTIONS, OPEN_ACTIONS, TWO_OF_EACH, Play, deck, people, plays

# -- starting

SETUP = events.Setup("tegenwicht", "A talk", people(3))


@pytest.mark.parametrize(
    ("choice", "problem"),
    [
        ({"participants": ()}, "participants must be 1 to 12"),
        ({"participants": people(13)}, "participants must be 1 to 12"),
        ({"participants": people(3)[1:]}, "participants must be numbered 1 and up"),
        ({"participants": (events.Participant(1, present=False),)}, "participants must be present"),
        ({"participants": (events.Participant(1, "x" * 61),)}, "names up to 60"),
        ({"rounds": 0}, "rounds must be 1 to 20"),
        ({"rounds": 21}, "rounds must be 1 to 20"),
        ({"cards_per_round": 0}, "cards_per_round must be 1 to 20"),
        ({"thinking_seconds": -1}, "thinking_seconds must be 0 to 3600"),
        ({"talking_seconds": 3601}, "talking_seconds must be 0 to 3600"),
        ({"shuffle_number": 0}, "shuffle_number must be 1 to 999999"),
        ({"shuffle_number": 1_000_000}, "shuffle_number must be 1 to 999999"),
        ({"clusters": ()}, "the chosen clusters have no cards"),
        ({"clusters": (CLIENT,)}, "the chosen clusters have no cards"),
    ],
)
def test_a_session_outside_the_ranges_does_not_start(choice: dict[str, object], problem: str) -> None:
    setup = replace(SETUP, **choice)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match=problem):
        rules.start(setup, deck(11, 31))
    with pytest.raises(ReplayError, match=problem):
        replay([events.SessionStarted(setup, deck(11, 31), (11, 31))])


@pytest.mark.parametrize(
    "choice",
    [
        {"participants": people(1)},
        {"participants": people(12)},
        {"participants": (events.Participant(1, "x" * 60),)},
        {"rounds": None},
        {"rounds": 20},
        {"thinking_seconds": 0, "talking_seconds": 0},
        {"thinking_seconds": 3600, "talking_seconds": 3600},
        {"shuffle_number": 999_999},
        {"clusters": (Cluster.EMPLOYER,)},
    ],
)
def test_a_session_at_the_edge_of_the_ranges_starts(choice: dict[str, object]) -> None:
    start = rules.start(replace(SETUP, **choice), deck(11, 31))  # type: ignore[arg-type]
    assert replay([start]).session.phase is Phase.PLAYING


def test_a_deck_with_one_number_on_two_cards_does_not_start() -> None:
    with pytest.raises(ValueError, match="two cards have the same number"):
        rules.start(SETUP, deck(11, 12, 11))


def test_the_title_and_names_given_at_the_start_are_cleaned_as_well() -> None:
    setup = replace(
        SETUP, title="\u202eA talk ", participants=(events.Participant(1, " Sam\u202e\n", Group.JC),)
    )
    cleaned = rules.start(setup, deck(11)).setup
    assert (cleaned.title, cleaned.participants) == ("A talk", (events.Participant(1, "Sam", Group.JC),))


def test_a_mode_that_there_is_not_is_named_together_with_those_that_there_are() -> None:
    with pytest.raises(ValueError, match="no mode 'chess'; there are tegenwicht"):
        rules.begun(rules.start(replace(SETUP, mode="chess"), deck(11)))


def test_a_mode_says_so_when_it_gets_the_state_of_another() -> None:
    with pytest.raises(TypeError, match="not a session of Tegenwicht: NoneType"):
        tegenwicht.table(replace(Play(TWO_OF_EACH).session, play=None))


def test_every_mode_that_is_listed_can_begin() -> None:
    for name in modes.MODES:
        seats = modes.mode_named(name).PEOPLE.start
        start = rules.start(replace(SETUP, mode=name, participants=people(seats)), deck(*TWO_OF_EACH))
        assert rules.begun(start).session.play is not None


# -- who sits at the table


def ids(play: Play) -> list[int]:
    return [one.id for one in play.session.present]


def test_twelve_can_sit_at_the_table_and_no_more_until_one_leaves() -> None:
    play = Play(TWO_OF_EACH, seats=11)
    play.do(events.AddParticipant("the twelfth"))
    assert play.refusal(events.AddParticipant("one too many")) is Refusal.TABLE_FULL
    assert events.AddParticipant not in play.legal
    play.do(events.RemoveParticipant(3), events.AddParticipant("another"))
    assert ids(play) == [1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]


def test_the_last_one_at_the_table_cannot_leave() -> None:
    play = Play(TWO_OF_EACH, seats=2)
    play.do(events.RemoveParticipant(1))
    assert play.refusal(events.RemoveParticipant(2)) is Refusal.LAST_PARTICIPANT
    assert play.session.alone


def test_who_left_is_remembered() -> None:
    play = Play(TWO_OF_EACH)
    play.do(events.RenameParticipant(1, "Noor", Group.AD), events.RemoveParticipant(1))
    assert play.session.participant(1) == events.Participant(1, "Noor", Group.AD, present=False)


def test_learning_points_of_older_journals_come_back_to_the_last_of_each_also_at_the_close() -> None:
    play = Play(TWO_OF_EACH)
    play.do(events.RemoveParticipant(1))
    for point in ((1, "one"), (2, "two"), (1, "x" * 500), (2, "")):
        play.happened(events.LearningPointWritten(*point))
    play.do(events.Finish())
    play.happened(events.LearningPointWritten(2, "Ask first."))
    assert play.session.learning_points == ((1, "x" * 500), (2, "Ask first."))
    assert replay(play.journal).session == play.session


def test_at_the_close_there_are_names_thoughts_and_the_harvest() -> None:
    play = Play(TWO_OF_EACH)
    play.do(events.Finish(), events.RenameParticipant(2, "Sam"))
    assert {one for one in play.legal if isinstance(one, type)} == {
        events.RenameParticipant, ParkThought, *harvest.ACTIONS,
    }  # fmt: skip


def test_names_are_kept_without_control_and_turning_characters() -> None:
    play = Play(TWO_OF_EACH)
    assert play.do(events.AddParticipant(" N\u202eoor\x07 ")) == events.ParticipantAdded(3, "Noor", None)
    assert play.do(events.RenameParticipant(1, "\u2067Sam\n")) == events.ParticipantRenamed(1, "Sam", None)


def test_a_name_is_too_long_by_what_is_kept_of_it() -> None:
    play = Play(TWO_OF_EACH)
    play.do(events.AddParticipant("\u202e" * 50 + "x" * 60))
    assert play.refusal(events.AddParticipant("x" * 61)) is Refusal.TEXT_TOO_LONG
    play.do(events.RenameParticipant(1, "x" * 60))


def test_the_order_changes_between_neighbours_and_ends_at_the_ends() -> None:
    play = Play(TWO_OF_EACH, seats=3)
    play.do(events.MoveParticipant(1, 1))
    assert ids(play) == [2, 1, 3]
    play.do(events.MoveParticipant(3, -1))
    assert ids(play) == [2, 3, 1]
    for out in ((2, -1), (1, 1), (3, 2), (3, 0)):
        assert play.refusal(events.MoveParticipant(*out)) is Refusal.CANNOT_MOVE


def test_who_left_is_stepped_over_when_the_order_changes() -> None:
    play = Play(TWO_OF_EACH, seats=3)
    play.do(events.RemoveParticipant(2), events.MoveParticipant(3, -1))
    assert ids(play) == [3, 1]
    assert play.refusal(events.MoveParticipant(2, 1)) is Refusal.NO_SUCH_PARTICIPANT


# -- why not


def with_card() -> Play:
    play = Play(TWO_OF_EACH, order=TWO_OF_EACH)
    play.do(tegenwicht.Draw())
    return play


def after(
    *actions: events.Action, cards: tuple[int, ...] = (11, 21), seats: int = 2, **choices: object
) -> Play:
    play = Play(cards, seats, order=cards, **choices)
    play.do(*actions)
    return play


CASES: dict[Refusal, Callable[[], tuple[Play, events.Action]]] = {
    Refusal.SESSION_CLOSED: lambda: (after(events.Finish(), events.Close()), tegenwicht.Draw()),
    Refusal.NOT_NOW: lambda: (after(events.Finish()), tegenwicht.Draw()),
    Refusal.NOTHING_TO_UNDO: lambda: (after(), events.Undo()),
    Refusal.NOTHING_TO_REDO: lambda: (after(tegenwicht.Draw()), events.Redo()),
    Refusal.NO_SUCH_PARTICIPANT: lambda: (after(), events.RenameParticipant(3, "x")),
    Refusal.TABLE_FULL: lambda: (after(seats=12), events.AddParticipant()),
    Refusal.LAST_PARTICIPANT: lambda: (after(seats=1), events.RemoveParticipant(1)),
    Refusal.CANNOT_MOVE: lambda: (after(), events.MoveParticipant(1, -1)),
    Refusal.HAS_HAD_A_TURN: lambda: (after(tegenwicht.Pass()), tegenwicht.GiveTurnTo(1)),
    Refusal.TEXT_TOO_LONG: lambda: (with_card(), tegenwicht.WriteNote("x" * 2001)),
    Refusal.TIME_OUT_OF_RANGE: lambda: (after(), events.ChooseTimes(3601, 0)),
    Refusal.CLOCK_IS_OFF: lambda: (after(tegenwicht.Draw(), events.SwitchClock(False)), events.PauseClock(1)),
    Refusal.ROUND_IS_DONE: lambda: (after(tegenwicht.Pass(), tegenwicht.Pass()), tegenwicht.Draw()),
    Refusal.ROUND_IS_NOT_DONE: lambda: (after(), tegenwicht.BeginRound()),
    Refusal.CARD_ON_TABLE: lambda: (with_card(), tegenwicht.Draw()),
    Refusal.NO_CARD_ON_TABLE: lambda: (after(), tegenwicht.FinishTurn()),
    Refusal.NO_CARDS_LEFT: lambda: (
        after(tegenwicht.Draw(), tegenwicht.Pass(), cards=(11,)),
        tegenwicht.Draw(),
    ),
    Refusal.CARDS_LEFT: lambda: (after(), tegenwicht.Reshuffle()),
    Refusal.PILE_IS_EMPTY: lambda: (after(drawing=Drawing.PILE), tegenwicht.DrawFrom(Cluster.POLICY)),
    Refusal.CHOOSE_A_PILE: lambda: (after(drawing=Drawing.PILE), tegenwicht.Draw()),
    Refusal.NOT_BY_PILE: lambda: (after(drawing=Drawing.SHUFFLED), tegenwicht.DrawFrom(CLIENT)),
    Refusal.NO_SUCH_CARD: lambda: (after(), tegenwicht.BringUp(999)),
    Refusal.ALREADY_DISCUSSED: lambda: (
        after(tegenwicht.Draw(), tegenwicht.FinishTurn()),
        tegenwicht.BringUp(11),
    ),
    Refusal.ALREADY_ON_TABLE: lambda: (with_card(), tegenwicht.BringUp(11)),
    Refusal.NOT_ASIDE: lambda: (after(), tegenwicht.TakeBack(11)),
    Refusal.COUNTERWEIGHT_ON_TABLE: lambda: (
        after(tegenwicht.Draw(), tegenwicht.DrawCounterweight()),
        tegenwicht.DrawCounterweight(),
    ),
    Refusal.ALREADY_MENTIONED: lambda: (after(tegenwicht.Mention(CLIENT)), tegenwicht.Mention(CLIENT)),
    Refusal.NOT_MENTIONED: lambda: (after(), tegenwicht.TakeBackMention(CLIENT)),
    Refusal.COUNTS_WITH_CARD: lambda: (with_card(), tegenwicht.Mention(Cluster.PROFESSIONAL)),
    Refusal.WEIGHTS_OUT_OF_RANGE: lambda: (with_card(), tegenwicht.Weigh((0, 0, 0, 0))),
    Refusal.NOTHING_TO_SHUFFLE: lambda: (after(tegenwicht.Draw(), cards=(11,)), tegenwicht.Reshuffle()),
}


def test_every_reason_why_not_is_tried_here_or_with_the_mode_that_has_it() -> None:
    elsewhere = "".join(
        path.read_text(encoding="utf-8")
        for path in Path(__file__).parent.glob("test_*.py")
        if path != Path(__file__)
    )
    untried = [one for one in Refusal if one not in CASES and f"Refusal.{one.name}" not in elsewhere]
    assert not untried


@pytest.mark.parametrize("refusal", CASES)
def test_what_is_not_possible_is_refused_with_its_own_reason(refusal: Refusal) -> None:
    play, action = CASES[refusal]()
    assert play.refusal(action) is refusal
    assert action not in play.legal


@pytest.mark.parametrize(
    ("play", "action", "reason"),
    [
        (after(), events.Close(), Refusal.NOT_NOW),
        (with_card(), events.Action(), Refusal.NOT_NOW),
        (after(), events.RenameParticipant(3, "x"), Refusal.NO_SUCH_PARTICIPANT),
        (after(), events.RemoveParticipant(3), Refusal.NO_SUCH_PARTICIPANT),
        (after(), tegenwicht.GiveTurnTo(3), Refusal.NO_SUCH_PARTICIPANT),
        (after(events.RemoveParticipant(2)), tegenwicht.GiveTurnTo(2), Refusal.NO_SUCH_PARTICIPANT),
        (after(), tegenwicht.GiveTurnTo(1), Refusal.HAS_HAD_A_TURN),
        (after(), events.RenameParticipant(1, "x" * 61), Refusal.TEXT_TOO_LONG),
        (after(), events.Finish(count_card=True), Refusal.NO_CARD_ON_TABLE),
        (with_card(), tegenwicht.GiveTurnTo(2), Refusal.CARD_ON_TABLE),
        (with_card(), tegenwicht.BringUp(12), Refusal.CARD_ON_TABLE),
        (with_card(), tegenwicht.TakeBack(12), Refusal.CARD_ON_TABLE),
        (with_card(), tegenwicht.Reshuffle(), Refusal.CARDS_LEFT),
        (with_card(), tegenwicht.Weigh((100, 0, 0, 0)), Refusal.WEIGHTS_OUT_OF_RANGE),
        (with_card(), tegenwicht.Weigh((2, -1, 0, 0)), Refusal.WEIGHTS_OUT_OF_RANGE),
        (after(tegenwicht.Pass(), tegenwicht.Pass()), tegenwicht.Mention(CLIENT), Refusal.ROUND_IS_DONE),
        (after(events.Finish()), events.AddParticipant("x"), Refusal.NOT_NOW),
        (after(events.Finish()), events.Finish(), Refusal.NOT_NOW),
    ],
)
def test_the_same_reasons_hold_elsewhere(play: Play, action: events.Action, reason: Refusal) -> None:
    assert play.refusal(action) is reason


# -- what is legal


def test_at_the_start_of_a_session_of_three_exactly_this_is_legal() -> None:
    assert Play(TWO_OF_EACH, seats=3).legal == {
        tegenwicht.Draw(), *map(tegenwicht.DrawFrom, CLUSTERS), tegenwicht.Pass(), *map(tegenwicht.Mention, CLUSTERS),
        tegenwicht.GiveTurnTo(2), tegenwicht.GiveTurnTo(3), events.RemoveParticipant(1),
        events.RemoveParticipant(2), events.RemoveParticipant(3),
        events.MoveParticipant(1, 1), events.MoveParticipant(2, -1), events.MoveParticipant(2, 1),
        events.MoveParticipant(3, -1), events.Finish(False), tegenwicht.BringUp, ParkThought,
        events.AddParticipant, events.RenameParticipant,
        events.ChooseTimes,
    }  # fmt: skip


def test_with_a_card_on_the_table_exactly_this_is_legal() -> None:
    assert after(tegenwicht.Draw(), seats=1).legal == {
        tegenwicht.DrawCounterweight(), tegenwicht.PutAside(), tegenwicht.Pass(), tegenwicht.FinishTurn(),
        *map(tegenwicht.Mention, CLUSTERS[1:]),
        events.SwitchClock(False), events.Finish(False), events.Finish(True), events.Undo(), tegenwicht.Weigh,
        tegenwicht.WriteNote, events.PauseClock,
        events.AddMinute, ParkThought, events.AddParticipant, events.RenameParticipant, events.ChooseTimes,
    }  # fmt: skip


def test_when_the_round_is_done_exactly_this_is_legal() -> None:
    assert after(tegenwicht.Pass(), tegenwicht.Pass()).legal == {
        tegenwicht.BeginRound(False), tegenwicht.BeginRound(True), events.RemoveParticipant(1), events.RemoveParticipant(2),
        events.MoveParticipant(1, 1), events.MoveParticipant(2, -1), events.Finish(False), events.Undo(),
        ParkThought, events.AddParticipant, events.RenameParticipant, events.ChooseTimes,
    }  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(plays(most=30))
def test_in_random_play_exactly_what_is_legal_leads_to_something(play: Play) -> None:
    for before in {id(move.before): move.before for move in play.moves}.values():
        legal = rules.legal_actions(before)
        done = {one for one in FINITE_ACTIONS if isinstance(rules.decide(before, one), events.Event)}
        assert done == {one for one in legal if not isinstance(one, type)}
        kinds = {type(one) for one in OPEN_ACTIONS if isinstance(rules.decide(before, one), events.Event)}
        nothing_to_bring = set(before.session.cards) <= set(tegenwicht.table(before.session).used)
        never = {tegenwicht.BringUp} if nothing_to_bring else set()
        assert kinds == {one for one in legal if isinstance(one, type)} - never
        can_go_on(before)


@settings(max_examples=100, deadline=None)
@given(plays())
def test_in_random_play_the_same_question_has_the_same_answer_and_nothing_is_changed_by_asking(
    play: Play,
) -> None:
    again = replay(play.journal[:1])
    for move in play.moves:
        assert isinstance(move.outcome, events.Event | Refusal)
        assert rules.decide(again, move.action) == rules.decide(move.before, move.action) == move.outcome
        if isinstance(move.outcome, events.Event):
            again = rules.apply(again, move.outcome)
        assert (again.session, again.clock, again.count) == (
            move.after.session, move.after.clock, move.after.count,
        )  # fmt: skip


# -- replay


def can_go_on(timeline: Timeline) -> None:
    """Everything that is offered can be done, and everything can be counted."""
    for action in rules.legal_actions(timeline):
        if not isinstance(action, type):
            outcome = rules.decide(timeline, action)
            assert isinstance(outcome, events.Event)
            tegenwicht.tally_of(rules.apply(timeline, outcome).session)


def test_an_empty_journal_is_no_session() -> None:
    with pytest.raises(ReplayError, match="event 0 does not fit: there is no event at all"):
        replay([])


def test_a_journal_without_a_start_is_no_session() -> None:
    with pytest.raises(ReplayError, match="begins with its start"):
        replay([tegenwicht.TurnPassed()])


def test_a_start_without_an_order_is_shuffled_as_it_would_have_been() -> None:
    start = rules.start(SETUP, deck(*TWO_OF_EACH))
    assert replay([replace(start, order=())]).session == replay([start]).session


START = Play((11, 12, 21), seats=2, order=(11, 12, 21)).journal[0]
assert isinstance(START, events.SessionStarted)
DRAWN = tegenwicht.CardDrawn(11, tegenwicht.Way.WHOLE)
DONE = (DRAWN, tegenwicht.TurnFinished())
FINISHED = events.SessionFinished(False)


@pytest.mark.parametrize(
    "journal",
    [
        (replace(START, order=(11, 12)),),
        (replace(START, order=(11, 12, 21, 21)),),
        (replace(START, order=(11, 12, 31)),),
        (replace(START, setup=replace(START.setup, cards_per_round=10**12)),),
        (START, START),
        (START, tegenwicht.TurnFinished()),
        (START, tegenwicht.CardPutAside(11)),
        (START, tegenwicht.CardDrawn(999, tegenwicht.Way.NUMBER)),
        (START, DRAWN, DRAWN),
        (START, DRAWN, tegenwicht.CardPutAside(12)),
        (START, *DONE, DRAWN),
        (
            START,
            DRAWN,
            tegenwicht.CardDrawn(21, tegenwicht.Way.COUNTERWEIGHT, 11),
            tegenwicht.CardDrawn(12, tegenwicht.Way.COUNTERWEIGHT, 11),
        ),
        (START, tegenwicht.TurnGivenTo(1)),
        (START, tegenwicht.RoundBegun(False)),
        (START, tegenwicht.TurnPassed(), tegenwicht.TurnPassed(), tegenwicht.TurnPassed()),
        (START, tegenwicht.TurnPassed(), tegenwicht.TurnPassed(), tegenwicht.ClusterMentioned(CLIENT)),
        (START, *DONE, tegenwicht.CardsReshuffled((11,))),
        (replace(START, order=(11,), deck=deck(11)), DRAWN, tegenwicht.CardsReshuffled(())),
        (replace(START, order=(11,), deck=deck(11)), DRAWN, tegenwicht.CardsReshuffled((11,))),
        (replace(START, edition=EDITION + 1),),
        (replace(START, edition=0),),
        (START, events.ParticipantAdded(2, "", None)),
        (START, events.ParticipantRemoved(3)),
        (START, events.ParticipantRemoved(1), events.ParticipantRemoved(2)),
        (START, events.ParticipantMoved(1, -1)),
        (START, events.LearningPointWritten(3, "x")),
        (START, events.LearningPointWritten(1, "x" * 501)),
        (START, events.TimesChosen(-1, 0)),
        (START, events.ClockPaused(1)),
        (START, DRAWN, events.MinuteAdded(float("inf"))),
        (START, events.Undone(0)),
        (START, DRAWN, events.Undone(2)),
        (START, DRAWN, events.Redone(1)),
        (START, DRAWN, events.Undone(1), events.Redone(2)),
        (START, DRAWN, events.Undone(1), tegenwicht.ClusterMentioned(CLIENT), events.Redone(1)),
        (START, events.SessionClosed()),
        (START, FINISHED, FINISHED),
        (START, FINISHED, tegenwicht.RoundBegun(False)),
        (START, FINISHED, events.SessionClosed(), events.Undone(1)),
        (START, FINISHED, events.SessionClosed(), events.LearningPointWritten(1, "x")),
        (START, events.Event()),
    ],
)
def test_an_event_that_cannot_follow_is_named_by_its_number(journal: tuple[events.Event, ...]) -> None:
    last = len(journal) - 1
    if last:
        can_go_on(replay(journal[:-1]))
    with pytest.raises(ReplayError, match=f"event {last} does not fit") as caught:
        replay(journal)
    assert caught.value.number == last


@pytest.mark.parametrize(
    "alien", [None, "TurnPassed", 3, {"type": "TurnPassed"}, tegenwicht.TurnPassed, tegenwicht.Draw(), ()]
)
def test_what_is_no_event_at_all_does_not_fit(alien: events.Event) -> None:
    with pytest.raises(ReplayError, match="event 1 does not fit"):
        replay([START, alien])
    with pytest.raises(ReplayError, match="event 0 does not fit"):
        replay([alien])


ANY_START = st.builds(events.SessionStarted, deck=st.sampled_from([deck(), deck(11, 21), deck(*TWO_OF_EACH)]))
ANY_EVENT = st.one_of(
    ANY_START,
    *(st.builds(kind) for kind in (*shared.EVENTS, *tegenwicht.EVENTS) if kind is not events.SessionStarted),
)


@settings(max_examples=100, deadline=None)
@given(plays(most=20), st.lists(st.tuples(st.integers(0, 20), ANY_EVENT), min_size=1, max_size=3))
def test_a_journal_with_strange_events_is_refused_or_can_go_on(
    play: Play, strange: list[tuple[int, events.Event]]
) -> None:
    journal = list(play.journal)
    for at, event in strange:
        journal.insert(at, event)
    try:
        timeline = replay(journal)
    except ReplayError:
        return
    can_go_on(timeline)


@settings(max_examples=100, deadline=None)
@given(
    plays(most=40), st.integers(0, 40), st.integers(0, 40), st.sampled_from(["lost", "doubled", "swapped"])
)
def test_a_damaged_journal_is_refused_or_can_go_on(play: Play, at: int, other: int, damage: str) -> None:
    journal = list(play.journal)
    at, other = at % len(journal), other % len(journal)
    if damage == "lost":
        del journal[at]
    elif damage == "doubled":
        journal.insert(other, journal[at])
    else:
        journal[at], journal[other] = journal[other], journal[at]
    try:
        timeline = replay(journal)
    except ReplayError as error:
        replay(journal[: error.number] or play.journal)  # all before it does fit
    else:
        can_go_on(timeline)
