"""The rules of every session: what may happen, what it leads to, and taking it back.

Pure: ``decide`` turns an action into one event or a refusal, ``apply`` turns an event into the next
timeline, ``replay`` folds a whole journal. What belongs to one mode is asked of that mode's module.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tegenwicht.game import events, shared
from tegenwicht.game.cards import CLUSTERS
from tegenwicht.game.clock import CLOCK_EVENTS, Clock, changed
from tegenwicht.game.editions import EDITION
from tegenwicht.game.modes import mode_named
from tegenwicht.game.refusals import DoesNotFit, Refusal, hold
from tegenwicht.game.start import (
    HIGHEST_SHUFFLE_NUMBER,
    LONGEST_LEARNING_POINT,
    LONGEST_LINE,
    LONGEST_NAME,
    LONGEST_TIME,
    MOST_CARDS_PER_ROUND,
    MOST_PARTICIPANTS,
    MOST_ROUNDS,
    chosen_cards,
    cleaned,
    problem_with,
    start,
)
from tegenwicht.game.state import Phase, Session, Step, Timeline
from tegenwicht.game.stones.actions import ACTIONS as STONE_ACTIONS
from tegenwicht.game.stones.actions import EVENTS as STONE_EVENTS
from tegenwicht.game.text import clean

LegalActions = frozenset[events.Action | type[events.Action]]


class ReplayError(ValueError):
    """An event that cannot follow what came before it; ``number`` says which, counted from 0."""

    def __init__(self, number: int, reason: str) -> None:
        super().__init__(f"event {number} does not fit: {reason}")
        self.number = number


# -- beginning


def begun(event: events.SessionStarted) -> Timeline:
    """The timeline right after the start."""
    setup = event.setup
    empty = Session(
        setup, event.deck, event.order, setup.participants, play=None,
        thinking_seconds=setup.thinking_seconds, talking_seconds=setup.talking_seconds, edition=event.edition,
        reviewed=(None,) * len(setup.brought),
        cards={card.number: card for card in event.deck.cards},
    )  # fmt: skip
    session = replace(empty, play=mode_named(setup.mode).begin(empty))
    return Timeline(session, count=1)


# -- what may happen


def legal_actions(timeline: Timeline) -> LegalActions:
    """Everything that may be done now; the only source of what a screen enables.

    Actions with free text or numbers are there as their type, all others as themselves.
    """
    legal: set[events.Action | type[events.Action]] = {
        *_open_actions(timeline.session),
        *_clock_actions(timeline),
    }
    candidates = _candidates(timeline)
    legal.update(one for one in candidates if not isinstance(decide(timeline, one), Refusal))
    return frozenset(legal)


def _candidates(timeline: Timeline) -> Iterator[events.Action]:
    session = timeline.session
    yield from mode_named(session.setup.mode).candidates(session)
    yield from shared.candidates(session)
    for one in session.present:
        yield events.RemoveParticipant(one.id)
        yield events.MoveParticipant(one.id, -1)
        yield events.MoveParticipant(one.id, 1)
    yield from (
        events.SwitchClock(True),
        events.SwitchClock(False),
        events.Finish(False),
        events.Finish(True),
    )
    yield from (events.Close(), events.Undo(), events.Redo())


def _open_actions(session: Session) -> Iterator[type[events.Action]]:
    if session.phase is Phase.CLOSED:
        return
    yield events.RenameParticipant
    yield from shared.open_actions(session)
    if session.phase is Phase.PLAYING:
        mode = mode_named(session.setup.mode)
        yield from mode.open_actions(session)
        yield events.ChooseTimes
        if len(session.present) < mode.PEOPLE.stop - 1:
            yield events.AddParticipant


def _clock_actions(timeline: Timeline) -> Iterator[type[events.Action]]:
    """What can be done about the running time of this turn, given how much of it is spent."""
    clock = timeline.clock
    if timeline.clock_of is not None and clock.on:
        yield events.AddMinute
        if _has_time(timeline):
            yield events.StartClock if clock.paused else events.PauseClock


def _has_time(timeline: Timeline) -> bool:
    session = timeline.session
    return bool(session.thinking_seconds + session.talking_seconds + timeline.clock.extra)


def decide(timeline: Timeline, action: events.Action) -> events.Event | Refusal:
    """The one event that ``action`` leads to now, or why it cannot be."""
    session = timeline.session
    if session.phase is Phase.CLOSED:
        return Refusal.SESSION_CLOSED
    match action:
        case events.Undo():
            return events.Undone(timeline.done.number) if timeline.done else Refusal.NOTHING_TO_UNDO
        case events.Redo():
            return events.Redone(timeline.undone.number) if timeline.undone else Refusal.NOTHING_TO_REDO
        case events.RenameParticipant():
            return _decide_name(session, action)
        case events.Close():
            return events.SessionClosed() if session.phase is Phase.CLOSING else Refusal.NOT_NOW
    part = shared.part_of(action)
    if part is not None:
        return part.decide(session, action)
    if session.phase is not Phase.PLAYING and type(action) not in STONE_ACTIONS:
        return Refusal.NOT_NOW
    match action:
        case events.AddParticipant() | events.RemoveParticipant() | events.MoveParticipant():
            return _decide_participants(session, action)
        case (
            events.ChooseTimes()
            | events.PauseClock()
            | events.StartClock()
            | events.AddMinute()
            | events.SwitchClock()
        ):
            return _decide_clock(timeline, action)
    return mode_named(session.setup.mode).decide(session, action)


def _decide_name(session: Session, action: events.RenameParticipant) -> events.Event | Refusal:
    name = clean(action.name)
    why = _words(session, action.participant, name, LONGEST_NAME)
    return why or events.ParticipantRenamed(action.participant, name, action.group)


def _words(session: Session, participant: int, text: str, longest: int) -> Refusal | None:
    """Why this cannot be written about someone, present or not."""
    if all(one.id != participant for one in session.participants):
        return Refusal.NO_SUCH_PARTICIPANT
    return Refusal.TEXT_TOO_LONG if len(text) > longest else None


def _decide_participants(session: Session, action: events.Action) -> events.Event | Refusal:
    here = [one.id for one in session.present]
    people = mode_named(session.setup.mode).PEOPLE
    match action:
        case events.AddParticipant(name, group, next_round):
            name = clean(name)
            if len(here) >= people.stop - 1:
                return Refusal.TABLE_FULL
            if len(name) > LONGEST_NAME:
                return Refusal.TEXT_TOO_LONG
            return events.ParticipantAdded(len(session.participants) + 1, name, group, next_round)
        case events.RemoveParticipant(participant):
            if participant not in here:
                return Refusal.NO_SUCH_PARTICIPANT
            enough = len(here) > people.start
            return events.ParticipantRemoved(participant) if enough else Refusal.LAST_PARTICIPANT
        case events.MoveParticipant(participant, places):
            if participant not in here:
                return Refusal.NO_SUCH_PARTICIPANT
            to = here.index(participant) + places
            fits = abs(places) == 1 and 0 <= to < len(here)
            return events.ParticipantMoved(participant, places) if fits else Refusal.CANNOT_MOVE
    raise ValueError(f"no participants in {action}")


def _decide_clock(timeline: Timeline, action: events.Action) -> events.Event | Refusal:
    if isinstance(action, events.ChooseTimes):
        times = (action.thinking_seconds, action.talking_seconds)
        fits = all(0 <= seconds <= LONGEST_TIME for seconds in times)
        return events.TimesChosen(*times) if fits else Refusal.TIME_OUT_OF_RANGE
    if timeline.clock_of is None:
        return Refusal.NO_CARD_ON_TABLE
    if isinstance(action, events.SwitchClock):
        usable = action.on is not timeline.clock.on and _has_time(timeline)
        return events.ClockSwitched(action.on) if usable else Refusal.CLOCK_IS_OFF
    if type(action) not in _clock_actions(timeline):
        return Refusal.CLOCK_IS_OFF
    match action:
        case events.AddMinute(spent) if _is_time(spent):
            return events.MinuteAdded(spent)
        case events.PauseClock(spent) if _is_time(spent):
            return events.ClockPaused(spent)
        case events.StartClock(spent) if _is_time(spent):
            return events.ClockStarted(spent)
    return Refusal.TIME_OUT_OF_RANGE


def _is_time(spent: float) -> bool:
    return 0 <= spent < 1_000_000_000


# -- what happened


def apply(timeline: Timeline, event: events.Event) -> Timeline:
    """The timeline after ``event``. DoesNotFit (a ValueError) when it cannot follow what came before."""
    if isinstance(event, events.Undone):
        return _undone(timeline, event.number)
    if isinstance(event, events.Redone):
        return _redone(timeline, event.number)
    _check(timeline, event)
    if isinstance(event, CLOCK_EVENTS):
        times = (timeline.session.thinking_seconds, timeline.session.talking_seconds)
        clock = changed(timeline.clock, event, *times)
        return replace(timeline, clock=clock, count=timeline.count + 1)
    session = changed_session(timeline.session, event)
    step = Step(timeline.count, event, timeline.session, session, timeline.done)
    done = None if isinstance(event, events.SessionClosed) else step
    return _moved(timeline, session, done, None)


def _check(timeline: Timeline, event: events.Event) -> None:
    """DoesNotFit for what no action leads to now."""
    session = timeline.session
    if type(event) not in (*shared.EVENTS, *mode_named(session.setup.mode).EVENTS):
        raise DoesNotFit(f"unknown event: {event!r}")
    words = isinstance(event, events.ParticipantRenamed | events.LearningPointWritten) or shared.part_of(
        event
    )
    fits = {
        Phase.PLAYING: not isinstance(event, events.SessionStarted | events.SessionClosed),
        Phase.CLOSING: bool(words) or type(event) in (events.SessionClosed, *STONE_EVENTS),
        Phase.CLOSED: False,
    }
    if not fits[session.phase]:
        raise DoesNotFit(f"the session is {session.phase}")
    if isinstance(event, CLOCK_EVENTS) and timeline.clock_of is None:
        raise DoesNotFit("there is no card on the table, so no time")
    match event:
        case events.ClockPaused(spent) | events.ClockStarted(spent) | events.MinuteAdded(spent) if (
            not _is_time(spent)
        ):
            raise DoesNotFit("no number of seconds")
        case events.ParticipantAdded(number) if number != len(session.participants) + 1:
            raise DoesNotFit(f"participant {number} is not the next")
        case events.LearningPointWritten(participant, text):
            hold(_words(session, participant, text, LONGEST_LEARNING_POINT))
    action = _action_behind(event)
    if action is not None and isinstance(why := decide(timeline, action), Refusal):
        raise DoesNotFit(f"play refuses it: {why}")


def _action_behind(event: events.Event) -> events.Action | None:
    """What someone did, for the events of every mode that tell it whole: a journal is held to the rules of play."""
    match event:
        case events.ParticipantAdded(_, name, group, next_round):
            return events.AddParticipant(name, group, next_round)
        case events.ParticipantRemoved(participant):
            return events.RemoveParticipant(participant)
        case events.ParticipantMoved(participant, places):
            return events.MoveParticipant(participant, places)
        case events.ParticipantRenamed(participant, name, group):
            return events.RenameParticipant(participant, name, group)
        case events.TimesChosen(thinking, talking):
            return events.ChooseTimes(thinking, talking)
    return None


def _moved(timeline: Timeline, session: Session, done: Step | None, undone: Step | None) -> Timeline:
    clock_of = mode_named(session.setup.mode).clock_of(session)
    clock = timeline.clock if clock_of == timeline.clock_of else Clock()
    return Timeline(session, timeline.count + 1, clock, clock_of, done, undone)


def _undone(timeline: Timeline, number: int) -> Timeline:
    step = timeline.done
    if step is None or step.number != number:
        raise DoesNotFit(f"event {number} is not the last that holds")
    undone = replace(step, earlier=timeline.undone)
    return _moved(timeline, step.before, step.earlier, undone)


def _redone(timeline: Timeline, number: int) -> Timeline:
    step = timeline.undone
    if step is None or step.number != number:
        raise DoesNotFit(f"event {number} is not the last that was undone")
    return _moved(timeline, step.after, replace(step, earlier=timeline.done), step.earlier)


def changed_session(session: Session, event: events.Event) -> Session:
    """The session after an event that may happen and is not about undo or the clock; shared part first, then the mode."""
    changed = shared.applied(_changed_shared(session, event), event)
    play = mode_named(session.setup.mode).apply(changed, event)
    return replace(changed, play=play)


def _changed_shared(session: Session, event: events.Event) -> Session:
    match event:
        case events.ParticipantAdded(number, name, group, _):
            joined = events.Participant(number, name, group)
            return replace(session, participants=(*session.participants, joined))
        case events.ParticipantRemoved(number):
            return _with(session, replace(session.participant(number), present=False))
        case events.ParticipantRenamed(number, name, group):
            return _with(session, replace(session.participant(number), name=name, group=group))
        case events.ParticipantMoved(number, places):
            return replace(session, participants=_reordered(session, number, places))
        case events.LearningPointWritten(number, text):
            others = tuple(one for one in session.learning_points if one[0] != number)
            return replace(session, learning_points=(*others, (number, text)) if text else others)
        case events.TimesChosen(thinking, talking):
            return replace(session, thinking_seconds=thinking, talking_seconds=talking)
        case events.SessionFinished():
            return replace(session, phase=Phase.CLOSING)
        case events.SessionClosed():
            return replace(session, phase=Phase.CLOSED)
    return session


def _with(session: Session, changed: events.Participant) -> Session:
    others = (changed if one.id == changed.id else one for one in session.participants)
    return replace(session, participants=tuple(others))


def _reordered(session: Session, number: int, places: int) -> tuple[events.Participant, ...]:
    """The participants with one changed places with the next (+1) or the one before (-1) who is present."""
    here = [one.id for one in session.present]
    other = here[here.index(number) + places]
    swap = {number: session.participant(other), other: session.participant(number)}
    return tuple(swap.get(one.id, one) for one in session.participants)


def replay(events: Iterable[events.Event]) -> Timeline:
    """The timeline after a whole journal. ReplayError names the first event that does not fit."""
    timeline: Timeline | None = None
    for number, event in enumerate(events):
        try:
            timeline = _next(timeline, event)
        except DoesNotFit as error:
            raise ReplayError(number, repr(error)) from error
    if timeline is None:
        raise ReplayError(0, "there is no event at all")
    return timeline


def _next(timeline: Timeline | None, event: events.Event) -> Timeline:
    if isinstance(event, events.SessionStarted):
        if timeline is not None:
            raise DoesNotFit("a session starts once")
        return begun(_checked(event))
    if timeline is None:
        raise DoesNotFit("a session begins with its start")
    return apply(timeline, event)


def _checked(event: events.SessionStarted) -> events.SessionStarted:
    """The start of a session as a journal kept it; DoesNotFit when it is damaged."""
    if event.edition not in range(1, EDITION + 1):
        raise DoesNotFit(f"there is no edition {event.edition} of the rules")
    setup = event.setup if event.order else cleaned(event.setup)
    problem = problem_with(setup, event.deck)
    if problem:
        raise DoesNotFit(problem)
    if not event.order:
        return replace(start(setup, event.deck), edition=event.edition)
    if sorted(event.order) != sorted(chosen_cards(setup, event.deck)):
        raise DoesNotFit("the order is not one of the chosen cards")
    return event


__all__ = [
    "CLUSTERS", "HIGHEST_SHUFFLE_NUMBER", "LONGEST_LEARNING_POINT", "LONGEST_LINE", "LONGEST_NAME",
    "LONGEST_TIME", "MOST_CARDS_PER_ROUND", "MOST_PARTICIPANTS", "MOST_ROUNDS", "LegalActions", "ReplayError",
    "apply", "begun", "decide", "legal_actions", "problem_with", "replay", "start",
]  # fmt: skip
