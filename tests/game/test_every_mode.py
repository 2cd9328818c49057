"""What holds for every mode there is, also one that is added later: played by chance, without knowing it."""

import enum
import types
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from random import Random
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tegenwicht.game import events, rules
from tegenwicht.game.modes import MODES, mode_named
from tegenwicht.game.refusals import Refusal
from tegenwicht.game.state import Phase, Timeline
from tegenwicht.storage.journal import codec
from tests.game.tables import TWO_OF_EACH, deck

TEXTS = ("", "Een regel", "x" * 200, "y" * 3000, "  twee\nregels  ", "2026-11-21", "2026-12-01")
LATE = {
    events.Finish: 0.02,
    events.Close: 0.02,
    events.RemoveParticipant: 0.2,
    events.Undo: 0.5,
    events.Redo: 0.8,
}
"""What ends a session or empties it is done less often, so that the walks get far."""


def setup_for(mode: str, dice: Random) -> events.Setup:
    people = mode_named(mode).PEOPLE
    count = min(people.stop - 1, people.start + dice.randrange(4))
    options = tuple((name, dice.choice(values)) for name, values in mode_named(mode).OPTIONS.items())
    return events.Setup(
        mode, "Team", tuple(map(events.Participant, range(1, count + 1))), rounds=2, options=options,
        subject=dice.choice(("", "Een afweging")), cards=dice.choice(((), TWO_OF_EACH[:7])),
    )  # fmt: skip


def value_for(kind: Any, dice: Random) -> Any:
    """Any value of a type that an action may carry."""
    if get_origin(kind) in (Union, types.UnionType):
        return value_for(dice.choice(get_args(kind)), dice)
    if get_origin(kind) is tuple:
        inside = get_args(kind)
        if len(inside) == 2 and inside[1] is ...:
            return tuple(value_for(inside[0], dice) for _ in range(dice.randrange(4)))
        return tuple(value_for(one, dice) for one in inside)
    if kind is type(None):
        return None
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return dice.choice(list(kind))
    if is_dataclass(kind):
        return filled(kind, dice)
    return {
        str: lambda: dice.choice(TEXTS), bool: lambda: dice.random() < 0.5,
        int: lambda: dice.choice((0, 1, 2, 3, 4, -1, *TWO_OF_EACH)), float: lambda: dice.choice((0.0, 7.5)),
    }[kind]()  # fmt: skip


def filled(kind: Any, dice: Random) -> Any:
    hints = get_type_hints(kind)
    return kind(**{one.name: value_for(hints[one.name], dice) for one in fields(kind)})


def wanted(legal: rules.LegalActions, dice: Random) -> events.Action:
    """One of the legal actions, with something filled in where it is a type."""
    ordered = sorted(legal, key=lambda one: (isinstance(one, type), repr(one)))
    for _ in range(20):
        one = dice.choice(ordered)
        kind = one if isinstance(one, type) else type(one)
        if dice.random() < LATE.get(kind, 1.0):
            return filled(one, dice) if isinstance(one, type) else one
    return events.Undo()


def walked(mode: str, seed: int, steps: int) -> tuple[list[events.Event], list[Timeline]]:
    """A session played by chance: its journal, and the timeline after each event."""
    dice = Random(seed)
    first = rules.start(setup_for(mode, dice), deck(*TWO_OF_EACH))
    journal: list[events.Event] = [first]
    timelines = [rules.begun(first)]
    for _ in range(steps):
        legal = rules.legal_actions(timelines[-1])
        if not legal:
            break
        action = wanted(legal, dice)
        event = rules.decide(timelines[-1], action)
        if isinstance(event, Refusal):
            assert type(action) in legal or action not in legal, (action, event)
            continue
        journal.append(event)
        timelines.append(rules.apply(timelines[-1], event))
    return journal, timelines


every_mode = pytest.mark.parametrize("mode", MODES)
seeds = st.integers(0, 10_000)


@every_mode
@settings(max_examples=15, deadline=None)
@given(seed=seeds)
def test_what_is_legal_happens_and_a_journal_gives_the_same_session_again(mode: str, seed: int) -> None:
    journal, timelines = walked(mode, seed, 60)
    again = rules.replay(journal)
    assert again.session == timelines[-1].session
    assert rules.legal_actions(again) == rules.legal_actions(timelines[-1])


@every_mode
@settings(max_examples=10, deadline=None)
@given(seed=seeds)
def test_every_event_can_be_written_and_read(mode: str, seed: int) -> None:
    for event in walked(mode, seed, 40)[0]:
        kind, text = codec.encode(event)
        assert codec.decode(kind, text, mode_named(mode).EVENTS) == event


@every_mode
@settings(max_examples=10, deadline=None)
@given(seed=seeds)
def test_all_of_it_can_be_undone_and_done_again(mode: str, seed: int) -> None:
    _, timelines = walked(mode, seed, 40)
    timeline = timelines[-1]
    if timeline.session.phase is Phase.CLOSED:
        return
    last, first = timeline.session, timelines[0].session
    back = 0
    while timeline.done:
        timeline = did(timeline, events.Undo())
        back += 1
    assert timeline.session == first
    for _ in range(back):
        timeline = did(timeline, events.Redo())
    assert timeline.session == last


def did(timeline: Timeline, action: events.Action) -> Timeline:
    event = rules.decide(timeline, action)
    assert not isinstance(event, Refusal)
    return rules.apply(timeline, event)


@every_mode
@settings(max_examples=10, deadline=None)
@given(seed=seeds)
def test_a_journal_that_lost_an_event_is_refused_or_gives_a_session(mode: str, seed: int) -> None:
    journal, _ = walked(mode, seed, 40)
    dice = Random(seed)
    del journal[dice.randrange(len(journal))]
    dice.shuffle(tail := journal[1:])
    for broken in (journal, [*journal[:1], *tail]):
        try:
            timeline = rules.replay(broken)
        except rules.ReplayError:
            continue
        rules.legal_actions(timeline)
        mode_named(mode).tally_of(timeline.session)


@every_mode
def test_what_came_up_in_all_is_the_sum_of_its_parts(mode: str) -> None:
    for seed in range(10):
        tally = mode_named(mode).tally_of(walked(mode, seed, 80)[1][-1].session)
        assert tally.total.cards == summed(counts.cards for counts in tally.rounds)
        assert tally.total.mentions == summed(counts.mentions for counts in tally.rounds)


def summed(each: Iterable[tuple[int, ...]]) -> tuple[int, ...]:
    return tuple(map(sum, zip((0,) * 6, *each, strict=True)))


@every_mode
def test_a_mode_refuses_more_people_than_it_is_for_and_choices_it_does_not_know(mode: str) -> None:
    most = mode_named(mode).PEOPLE.stop
    setup = events.Setup(mode, "", tuple(map(events.Participant, range(1, most + 1))))
    with pytest.raises(ValueError, match="participants"):
        rules.start(setup, deck(*TWO_OF_EACH))
    few = tuple(map(events.Participant, range(1, mode_named(mode).PEOPLE.start + 1)))
    with pytest.raises(ValueError, match="option"):
        rules.start(events.Setup(mode, "", few, options=(("kleur", "blauw"),)), deck(*TWO_OF_EACH))
