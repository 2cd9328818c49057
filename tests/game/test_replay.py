"""A journal that was damaged is told as such, whatever is wrong with it; a fault of ours never looks like one."""

import time
from collections.abc import Iterator
from dataclasses import fields, replace
from enum import Enum
from random import Random
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest

from tegenwicht.game import conversation, feedback, harvest, parking, path, rules, shared, start, tegenwicht
from tegenwicht.game import events as game_events
from tegenwicht.game.alone import deciding as alone_deciding
from tegenwicht.game.editions import EDITION
from tegenwicht.game.modes import MODES, mode_named
from tegenwicht.game.parking import ThoughtParked
from tegenwicht.game.refusals import DoesNotFit
from tegenwicht.game.state import Phase
from tegenwicht.game.tegenwicht import allowed
from tegenwicht.game.weighing import deciding as weighing
from tests.storage.session_samples import deck, setup

TIMES = 250


def started(mode: str, seats: int) -> game_events.SessionStarted | None:
    """The start of a session of a mode, where it is for so many."""
    try:
        return rules.start(replace(setup(seats), mode=mode), deck())
    except ValueError:
        return None


def played(first: game_events.SessionStarted, dice: Random) -> list[game_events.Event]:
    """A session that was played by chance, with every action that needs no words."""
    timeline, events = rules.begun(first), [first]
    for _ in range(40):
        legal = [
            one
            for one in rules.legal_actions(timeline)
            if not isinstance(one, type | game_events.Finish | game_events.Close)
        ]
        if not legal:
            break
        event = rules.decide(timeline, dice.choice(sorted(legal, key=repr)))
        assert isinstance(event, game_events.Event)
        timeline = rules.apply(timeline, event)
        events.append(event)
    return events


def damaged(events: list[game_events.Event], dice: Random) -> list[game_events.Event]:
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


def with_another_number(event: game_events.Event, dice: Random) -> game_events.Event:
    names = [one.name for one in fields(event) if type(getattr(event, one.name)) is int]  # type: ignore[arg-type]
    if not names:
        return event
    return replace(event, **{dice.choice(names): dice.choice([-1, 0, 99, 10**9])})  # type: ignore[type-var]


def sessions(mode: str, dice: Random) -> Iterator[list[game_events.Event]]:
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


NUMBERS = (-1, 0, 1, 2, 3, 4, 7, 13, 48, 99, 10**9)
TEXTS = ("", "Noor", "two\nlines", " not cleaned ", "x" * 5000, "2027-01-08", "\u202e", "\U0001fae8")


def anything(kind: Any, dice: Random) -> Any:
    """Some value of a type, as a damaged journal may hold it: it was decoded, so the type is right."""
    if get_origin(kind) in (Union, UnionType):
        return anything(dice.choice(get_args(kind)), dice)
    if get_origin(kind) is tuple:
        inner = get_args(kind)
        if len(inner) == 2 and inner[1] is Ellipsis:
            return tuple(anything(inner[0], dice) for _ in range(dice.randrange(4)))
        return tuple(anything(one, dice) for one in inner)
    if kind is type(None):
        return None
    if issubclass(kind, Enum):
        return dice.choice(list(kind))
    if kind is bool:
        return dice.random() < 0.5
    if kind in (int, float):
        return kind(dice.choice(NUMBERS))
    if kind is str:
        return dice.choice(TEXTS)
    return any_of(kind, dice)


def any_of(kind: type, dice: Random) -> Any:
    hints = get_type_hints(kind)
    return kind(**{one.name: anything(hints[one.name], dice) for one in fields(kind) if one.init})


@pytest.mark.parametrize("edition", range(1, EDITION + 1))
@pytest.mark.parametrize("mode", MODES)
def test_any_event_at_any_moment_follows_or_does_not_fit(mode: str, edition: int) -> None:
    """No other error than that one: nothing else is caught where a journal is replayed."""
    dice, followed, refused = Random(edition), 0, 0
    kinds = [
        one for one in (*shared.EVENTS, *mode_named(mode).EVENTS) if one is not game_events.SessionStarted
    ]
    for events in sessions(mode, dice):
        first = events[0]
        assert isinstance(first, game_events.SessionStarted)
        timeline = rules.begun(replace(first, edition=edition))
        for event in events[1:]:
            for _ in range(15):
                odd = any_of(dice.choice(kinds), dice)
                try:
                    after = rules.apply(timeline, odd)
                except DoesNotFit:
                    refused += 1
                else:
                    followed += 1
                    rules.legal_actions(after)
                    mode_named(mode).tally_of(after.session)
                    on = after.session.phase is Phase.PLAYING and dice.random() < 0.3
                    timeline = after if on else timeline
            try:
                timeline = rules.apply(timeline, event)
            except DoesNotFit:
                continue
    assert followed
    assert refused


@pytest.mark.parametrize("seed", range(40))
def test_any_setup_begins_or_does_not_fit(seed: int) -> None:
    dice = Random(seed)
    cards = deck()
    for _ in range(50):
        odd = {
            one.name: anything(get_type_hints(game_events.Setup)[one.name], dice)
            for one in fields(game_events.Setup)
        }
        some = dice.sample(sorted(odd), dice.randrange(4))
        wanted = replace(setup(3), **{"mode": dice.choice(MODES), **{name: odd[name] for name in some}})
        order = dice.choice([(), tuple(one.number for one in cards.cards), (1, 1), (-1,)])
        try:
            timeline = rules.replay([game_events.SessionStarted(wanted, cards, order, dice.choice(NUMBERS))])
        except rules.ReplayError:
            continue
        rules.legal_actions(timeline)


def test_a_text_is_the_same_for_a_python_that_knows_more_signs_or_fewer() -> None:
    """An emoji that this Python has no name for yet, in what somebody with a newer one wrote down."""
    for char in ("\U0001fae8", "\U0001fadf", "\U0001faea", "\U0001fac8"):
        first = started("tegenwicht", 3)
        assert first is not None
        thought = rules.replay([first, ThoughtParked(1, f"Pfoe {char}")]).session.parked[0]
        assert thought.text == f"Pfoe {char}"


@pytest.mark.parametrize("error", [AttributeError, LookupError, KeyError, ValueError, TypeError])
def test_a_fault_of_ours_is_not_told_as_a_damaged_journal(
    monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    def broken(*_: object) -> None:
        raise error("a fault of ours")

    first = started("tegenwicht", 3)
    assert first is not None
    monkeypatch.setattr(mode_named("tegenwicht"), "apply", broken)
    with pytest.raises(error, match="a fault of ours") as told:
        rules.replay([first, tegenwicht.CardDrawn(first.order[0], tegenwicht.Way.WHOLE)])
    assert type(told.value) is error


@pytest.mark.parametrize(
    "event",
    [
        tegenwicht.CardDrawn(-1, tegenwicht.Way.WHOLE),
        tegenwicht.CardPutAside(1),
        tegenwicht.TurnGivenTo(99),
        game_events.ParticipantMoved(99, 1),
    ],
)
def test_an_event_about_what_is_not_there_cannot_follow(event: game_events.Event) -> None:
    first = started("tegenwicht", 3)
    assert first is not None
    with pytest.raises(ValueError, match=r"."):
        rules.apply(rules.begun(first), event)


@pytest.mark.parametrize("counts", [(0, 0, 0, 0), (-1, 2, 0, 0), (99, 99, 99, 100_000), (1, 1)])
def test_hands_that_play_refuses_a_journal_cannot_have(counts: tuple[int, ...]) -> None:
    first = started("tegenwicht", 3)
    assert first is not None
    drawn = tegenwicht.CardDrawn(first.order[0], tegenwicht.Way.WHOLE)
    with pytest.raises(rules.ReplayError):
        rules.replay([first, drawn, tegenwicht.CardWeighed(counts)])  # type: ignore[arg-type]


def test_ten_thousand_who_join_are_refused_at_the_thirteenth() -> None:
    first = started("tegenwicht", 3)
    assert first is not None
    joins = [game_events.ParticipantAdded(number, "Wie", None) for number in range(4, 10_004)]
    begun = time.process_time()
    with pytest.raises(rules.ReplayError) as found:
        rules.replay([first, *joins])
    assert (found.value.number, time.process_time() - begun < 1) == (10, True)


@pytest.mark.parametrize(
    ("limit", "was"),
    [
        (allowed.LONGEST_NOTE, 2000), (allowed.MOST_HANDS, 99), (alone_deciding.LONGEST_NOTE, 2000),
        (weighing.LONGEST_NOTE, 2000), (weighing.MOST_HANDS, 99), (path.LONGEST_CONSIDERATION, 200),
        (path.LONGEST_ANSWER, 1000), (feedback.LONGEST_ANSWER, 1000), (conversation.MOST_NOTED, 20),
        (harvest.LONGEST_TAKEN, 200), (parking.LONGEST_THOUGHT, 200), (parking.MOST_PARKED, 50),
        (start.MOST_PARTICIPANTS, 12), (start.MOST_ROUNDS, 20), (start.MOST_CARDS_PER_ROUND, 20),
        (start.LONGEST_NAME, 60), (start.LONGEST_LINE, 200), (start.LONGEST_LEARNING_POINT, 500),
        (start.LONGEST_TIME, 3600), (start.HIGHEST_SHUFFLE_NUMBER, 999_999), (game_events.MOST_BROUGHT, 40),
    ],
)  # fmt: skip
def test_what_once_could_be_played_can_always_be_opened(limit: int, was: int) -> None:
    """A journal is held to the limits of today: one that becomes lower would refuse sessions that people have."""
    assert limit >= was
