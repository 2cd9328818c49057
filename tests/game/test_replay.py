"""A journal that was damaged is told as such, whatever is wrong with it; a fault of ours never looks like one."""

import time
from collections.abc import Iterator
from dataclasses import fields, replace
from random import Random

import pytest

from tegenwicht.game import events as e
from tegenwicht.game import rules
from tegenwicht.game import tegenwicht as t
from tegenwicht.game.modes import MODES, mode_named
from tests.storage.session_samples import deck, setup

TIMES = 250


def started(mode: str, seats: int) -> e.SessionStarted | None:
    """The start of a session of a mode, where it is for so many."""
    try:
        return rules.start(replace(setup(seats), mode=mode), deck())
    except ValueError:
        return None


def played(first: e.SessionStarted, dice: Random) -> list[e.Event]:
    """A session that was played by chance, with every action that needs no words."""
    timeline, events = rules.begun(first), [first]
    for _ in range(40):
        legal = [
            one for one in rules.legal_actions(timeline) if not isinstance(one, type | e.Finish | e.Close)
        ]
        if not legal:
            break
        event = rules.decide(timeline, dice.choice(sorted(legal, key=repr)))
        assert isinstance(event, e.Event)
        timeline = rules.apply(timeline, event)
        events.append(event)
    return events


def damaged(events: list[e.Event], dice: Random) -> list[e.Event]:
    """The same with something left out, twice there, in another order, or with another number."""
    found = list(events)
    for _ in range(dice.randint(1, 3)):
        at, other = dice.randrange(len(found)), dice.randrange(len(found))
        match dice.randrange(4):
            case 0 if len(found) > 1:
                del found[at]
            case 1:
                found.insert(at, found[other])
            case 2:
                found[at], found[other] = found[other], found[at]
            case 3:
                found[at] = with_another_number(found[at], dice)
    return found


def with_another_number(event: e.Event, dice: Random) -> e.Event:
    names = [one.name for one in fields(event) if type(getattr(event, one.name)) is int]  # type: ignore[arg-type]
    if not names:
        return event
    return replace(event, **{dice.choice(names): dice.choice([-1, 0, 99, 10**9])})  # type: ignore[type-var]


def sessions(mode: str, dice: Random) -> Iterator[list[e.Event]]:
    for seats in (1, 3):
        first = started(mode, seats)
        if first is not None:
            yield played(first, dice)


@pytest.mark.parametrize("mode", MODES)
def test_whatever_is_damaged_there_is_one_answer(mode: str) -> None:
    dice, told = Random(7), 0
    for events in sessions(mode, dice):
        for _ in range(TIMES):
            try:
                rules.replay(damaged(events, dice))
            except rules.ReplayError:
                told += 1
    assert told > TIMES / 4


def test_a_fault_of_ours_is_not_told_as_a_damaged_journal(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise AttributeError("a fault of ours")

    first = started("tegenwicht", 3)
    assert first is not None
    monkeypatch.setattr(mode_named("tegenwicht"), "apply", broken)
    with pytest.raises(AttributeError):
        rules.replay([first, t.CardDrawn(first.order[0], t.Way.WHOLE)])


@pytest.mark.parametrize(
    "event", [t.CardDrawn(-1, t.Way.WHOLE), t.CardPutAside(1), t.TurnGivenTo(99), e.ParticipantMoved(99, 1)]
)
def test_an_event_about_what_is_not_there_cannot_follow(event: e.Event) -> None:
    first = started("tegenwicht", 3)
    assert first is not None
    with pytest.raises(ValueError, match=r"."):
        rules.apply(rules.begun(first), event)


@pytest.mark.parametrize("counts", [(0, 0, 0, 0), (-1, 2, 0, 0), (99, 99, 99, 100_000), (1, 1)])
def test_hands_that_play_refuses_a_journal_cannot_have(counts: tuple[int, ...]) -> None:
    first = started("tegenwicht", 3)
    assert first is not None
    drawn = t.CardDrawn(first.order[0], t.Way.WHOLE)
    with pytest.raises(rules.ReplayError):
        rules.replay([first, drawn, t.CardWeighed(counts)])  # type: ignore[arg-type]


def test_ten_thousand_who_join_are_refused_at_the_thirteenth() -> None:
    first = started("tegenwicht", 3)
    assert first is not None
    joins = [e.ParticipantAdded(number, "Wie", None) for number in range(4, 10_004)]
    begun = time.perf_counter()
    with pytest.raises(rules.ReplayError) as found:
        rules.replay([first, *joins])
    assert (found.value.number, time.perf_counter() - begun < 1) == (10, True)
