"""Events to text and back: the same for every event there is, and nothing else is accepted."""

import dataclasses
import typing
from enum import Enum
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tegenwicht.game import events, modes, shared, stones
from tegenwicht.game.cards import Card, Cluster, Deck, Group, Rank, Source
from tegenwicht.game.tegenwicht import EVENTS as MODE_EVENTS
from tegenwicht.game.tegenwicht import CardDrawn, CardWeighed, ClusterMentioned, NoteWritten, Way
from tegenwicht.storage.journal.codec import CodecError, decode, encode
from tegenwicht.storage.journal.journal import MemoryJournal
from tests.storage.session_samples import begun, play, started

EVENTS_BY_MODE = {name: modes.mode_named(name).EVENTS for name in modes.MODES} | {"stones": stones.EVENTS}
ALL_EVENTS = (*shared.EVENTS, *(kind for kinds in EVENTS_BY_MODE.values() for kind in kinds))

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | st.sampled_from(
    ["één", "🧑‍🦽", "\x00"]
)
seconds = st.floats(0, 1e9, exclude_max=True)
ranks = st.builds(Rank, st.integers(1, 41), st.tuples(*[st.integers(1, 41)] * 6))
cards = st.builds(
    Card, words, st.integers(1, 9999), st.sampled_from(Cluster), words, words,
    st.lists(words, max_size=3).map(tuple), words, st.sampled_from(Source), st.none() | ranks,
)  # fmt: skip
decks = st.builds(
    Deck, words, words, words, st.integers(), st.lists(words, max_size=2).map(tuple),
    st.lists(cards, max_size=4).map(tuple),
)  # fmt: skip
st.register_type_strategy(str, words)
st.register_type_strategy(float, seconds)
st.register_type_strategy(Deck, decks)


@pytest.mark.parametrize("kind", ALL_EVENTS)
def test_every_event_comes_back_exactly(kind: type[events.Event]) -> None:
    @settings(deadline=None)
    @given(
        st.builds(
            kind, **{field.name: st.from_type(_type(kind, field)) for field in dataclasses.fields(kind)}
        )
    )
    def comes_back(event: events.Event) -> None:
        name, data = encode(event)
        back = decode(name, data, (kind,) if kind not in shared.EVENTS else ())
        assert name == kind.__name__
        assert back == event
        assert repr(back) == repr(event)  # the same types too, at any depth

    comes_back()


def _type(kind: type, field: "dataclasses.Field[object]") -> type:
    found: type = typing.get_type_hints(kind)[field.name]
    return found


def test_no_event_was_left_out() -> None:
    ours = {one.__name__ for one in events.Event.__subclasses__() if one.__module__.startswith("tegenwicht.")}
    assert ours == {kind.__name__ for kind in ALL_EVENTS}


@pytest.mark.parametrize("mode", EVENTS_BY_MODE)
def test_no_mode_has_two_events_by_one_name(mode: str) -> None:
    names = [kind.__name__ for kind in (*shared.EVENTS, *EVENTS_BY_MODE[mode])]
    assert len(names) == len(set(names))


def test_what_is_written_is_plain_json() -> None:
    assert encode(NoteWritten("één ☕")) == ("NoteWritten", '{"text":"één ☕","card":null}'.encode())
    assert encode(CardWeighed((0, 1, 2, 3))) == ("CardWeighed", b'{"counts":[0,1,2,3],"card":null}')
    assert encode(CardDrawn(7, Way.ASIDE)) == ("CardDrawn", b'{"card":7,"way":"aside","opposite":null}')
    assert encode(events.ParticipantAdded(3, "", None)) == (
        "ParticipantAdded",
        b'{"participant":3,"name":"","group":null,"next_round":false}',
    )


@pytest.mark.parametrize(
    ("kind", "data", "wrong"),
    [
        ("CardEaten", b"{}", "no event is called 'CardEaten'"),
        ("Event", b"{}", "no event is called"),
        ("NoteWritten", b"", "NoteWritten cannot be read"),
        ("NoteWritten", b"{", "cannot be read"),
        ("NoteWritten", b"[]", "Expected `object`"),
        ("NoteWritten", b"{}", "missing required field `text`"),
        ("NoteWritten", b'{"text":null}', "Expected `str`"),
        ("NoteWritten", b'{"text":"\xff"}', "cannot be read"),
        ("NoteWritten", b'{"text":"a"} x', "cannot be read"),
        ("NoteWritten", b'{"text":"a","colour":1}', "unknown field 'colour'"),
        ("ClusterMentioned", b'{"cluster":"neighbour"}', "Invalid enum value 'neighbour'"),
        ("CardWeighed", b'{"counts":[1,2,3]}', "length 4"),
        ("CardWeighed", b'{"counts":[1,2,3,4.5]}', "Expected `int`"),
        ("CardDrawn", b'{"card":"7","way":"aside"}', "Expected `int`"),
        ("RoundBegun", b'{"counterweight":1}', "Expected `bool`"),
        ("ClockPaused", b'{"spent":NaN}', "cannot be read"),
        ("NoteWritten", b'{"text":"a","deep":' + b"[" * 100_000, "cannot be read"),
    ],
)
def test_what_is_no_event_is_refused_and_named(kind: str, data: bytes, wrong: str) -> None:
    with pytest.raises(CodecError, match=wrong):
        decode(kind, data, MODE_EVENTS)


def test_an_unknown_field_is_found_at_any_depth() -> None:
    kind, data = encode(started())
    plain = msgspec.json.decode(data)
    plain["deck"]["cards"][3]["colour"] = "blue"
    with pytest.raises(CodecError, match="SessionStarted has an unknown field 'colour'"):
        decode(kind, msgspec.json.encode(plain), MODE_EVENTS)


def test_a_field_with_a_default_may_be_missing() -> None:
    """Files from before the field was there stay readable."""
    kind, data = encode(started())
    plain = msgspec.json.decode(data)
    del plain["setup"]["participants"][0]["present"], plain["deck"]["cards"][1]["rank"]
    assert decode(kind, msgspec.json.encode(plain), MODE_EVENTS) == started()


def of_format_1() -> dict[str, Any]:
    """The start of a session as it was written when a card's other side was still called counterweight."""
    plain: dict[str, Any] = msgspec.json.decode(encode(started())[1])
    del plain["deck"]["instruction"]
    for card in plain["deck"]["cards"]:
        for field in ("kind", "explanation", "picture", "factor"):
            del card[field]
        card["counterweight"] = card.pop("other_side")
    return plain


def test_a_session_from_before_the_other_side_had_its_name_opens_as_it_was() -> None:
    assert decode("SessionStarted", msgspec.json.encode(of_format_1()), MODE_EVENTS) == started()


@pytest.mark.parametrize(
    "broken", [{"deck": None}, {"deck": {"cards": 3}}, {"deck": {"cards": [3]}}, {"deck": []}]
)
def test_an_old_session_without_a_deck_that_makes_sense_is_refused(broken: dict[str, Any]) -> None:
    data = msgspec.json.encode(of_format_1() | broken | {"odd": "counterweight"})
    with pytest.raises(CodecError, match="SessionStarted cannot be read"):
        decode("SessionStarted", data, MODE_EVENTS)


def test_a_card_with_both_names_is_refused() -> None:
    plain = of_format_1()
    plain["deck"]["cards"][0]["other_side"] = "En?"
    with pytest.raises(CodecError, match="unknown field 'counterweight'"):
        decode("SessionStarted", msgspec.json.encode(plain), MODE_EVENTS)


def test_an_event_of_a_mode_needs_that_mode() -> None:
    with pytest.raises(CodecError, match="no event is called 'NoteWritten'"):
        decode(*encode(NoteWritten("a")))


@pytest.mark.parametrize(
    "event",
    [
        NoteWritten("\ud800"),
        events.ClockPaused(float("nan")),
        events.ClockPaused(float("inf")),
        CardWeighed([1, 2, 3, 4]),  # type: ignore[arg-type]
        CardWeighed((1, 2, 3)),  # type: ignore[arg-type]
        ClusterMentioned("nowhere"),  # type: ignore[arg-type]
        events.ParticipantAdded(1, "x", Enum("Odd", "A").A),  # type: ignore[arg-type,attr-defined]
        NoteWritten(object()),  # type: ignore[arg-type]
    ],
)
def test_what_would_not_come_back_is_not_written(event: events.Event) -> None:
    with pytest.raises(CodecError, match=type(event).__name__):
        encode(event)


def test_a_whole_session_comes_back() -> None:
    journal = MemoryJournal()
    events = play(begun(journal), 300)
    assert [decode(*encode(event), MODE_EVENTS) for event in events] == events
    assert len({type(event) for event in events}) > 12
    assert {Group.JC} == {one.group for one in started().setup.participants}
