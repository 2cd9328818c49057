"""A session goes out in a file and comes in from one: the same, or without a trace of who took part."""

import json
import typing
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tegenwicht.game import events as game_events
from tegenwicht.game import feedback, rules
from tegenwicht.game.cards import Cluster, Group
from tegenwicht.game.modes import MODES, mode_named
from tegenwicht.game.parking import ParkThought
from tegenwicht.game.tegenwicht import Draw, WriteNote
from tegenwicht.session import RunningSession
from tegenwicht.storage.exchange.session_file import (
    BadSessionFile,
    Became,
    OtherCourseError,
    bring_in,
    session_text,
    write_session_file,
)
from tegenwicht.storage.exchange.session_text import MOST_BYTES, read_session
from tegenwicht.storage.exchange.session_words import without_what_was_taken_back
from tegenwicht.storage.journal.journal import MemoryJournal, open_journal
from tegenwicht.storage.patience import Patience
from tests.storage.session_samples import begun, by_chance, deck, play, ticking

SECRETS = ("Deelnemer é", "Noor", "Ons thema", "kop ☕", "Geheim")


def played(times: int = 80, seed: int = 3) -> tuple[MemoryJournal, RunningSession]:
    journal = MemoryJournal()
    session = begun(journal)
    session.do(Draw())
    session.do(WriteNote("Geheim"))
    session.do(ParkThought("Geheim punt"))
    session.do(game_events.AddParticipant("Noor"))
    play(session, times, seed)
    return journal, session


def written(folder: Path, anonymous: bool = True, name: str = "sessie.tegenwicht") -> Path:
    journal, session = played()
    write_session_file(folder / name, session.row, journal.events("een"), anonymous)
    return folder / name


def line(_: object) -> str:
    return "een regel"


def test_with_names_everything_comes_back(tmp_path: Path) -> None:
    journal, session = played()
    write_session_file(tmp_path / "a.tegenwicht", session.row, journal.events("een"), anonymous=False)
    other, _ = open_journal(tmp_path / "data")
    row, became = bring_in(tmp_path / "a.tegenwicht", other, line)
    assert became is Became.NEW
    assert other.events("een") == without_what_was_taken_back(journal.events("een"))
    assert other.sessions() == [row]
    assert row.came_up == session.row.came_up
    assert RunningSession.resume(other, "een", now=ticking()).timeline == session.timeline


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 100), st.integers())
def test_without_names_nobody_and_nothing_anyone_wrote_is_in_the_file(times: int, seed: int) -> None:
    journal, session = played(times, seed)
    text = session_text(session.row, journal.events("een")).decode()
    assert not [secret for secret in SECRETS if secret in text]
    found = read_session(text.encode(), "x")
    tally_of = mode_named("tegenwicht").tally_of
    assert tally_of(found.timeline.session) == tally_of(session.timeline.session)
    assert [type(event) for event in found.events] == [type(event) for event in journal.events("een")]
    assert found.timeline.session.deck == session.timeline.session.deck
    assert {one.name for one in found.timeline.session.participants} == {""}


def test_what_was_taken_back_is_in_no_file_not_even_in_one_with_names(tmp_path: Path) -> None:
    journal, session = played(0)
    session.do(WriteNote("Mevrouw Jansen"))
    session.do(game_events.Undo())
    write_session_file(tmp_path / "a.tegenwicht", session.row, journal.events("een"), anonymous=False)
    found = read_session((tmp_path / "a.tegenwicht").read_bytes(), "x")
    assert "Jansen" not in (tmp_path / "a.tegenwicht").read_text("utf-8")
    assert "Geheim" in (tmp_path / "a.tegenwicht").read_text("utf-8")
    assert found.timeline.session == session.timeline.session
    session.do(game_events.Redo())
    assert b"Jansen" in session_text(session.row, journal.events("een"), anonymous=False)


def test_a_file_from_before_something_was_taken_back_is_still_the_beginning_of_the_session(
    tmp_path: Path,
) -> None:
    journal, session = played(0)
    session.do(WriteNote("Mevrouw Jansen"))
    write_session_file(tmp_path / "noen.tegenwicht", session.row, journal.events("een"), anonymous=False)
    session.do(game_events.Undo())
    session.do(WriteNote("Iets anders"))
    write_session_file(tmp_path / "avond.tegenwicht", session.row, journal.events("een"), anonymous=False)
    other = MemoryJournal()
    bring_in(tmp_path / "noen.tegenwicht", other, line)
    assert bring_in(tmp_path / "avond.tegenwicht", other, line).became is Became.LONGER
    assert bring_in(tmp_path / "avond.tegenwicht", journal, line).became is Became.SAME
    assert bring_in(tmp_path / "noen.tegenwicht", journal, line).became is Became.SHORTER


def test_the_file_can_be_read_by_people(tmp_path: Path) -> None:
    lines = written(tmp_path, anonymous=False).read_text(encoding="utf-8").splitlines()
    assert lines[:3] == ["{", '  "format": "tegenwicht-sessie",', '  "version": 1,']
    assert '  "title": "Ons thema",' in lines
    assert '      "kind": "SessionStarted",' in lines
    assert any("Kaart 0 é" in one for one in lines)


def test_the_same_file_twice_is_one_session(tmp_path: Path) -> None:
    journal, _ = open_journal(tmp_path / "data")
    path = written(tmp_path)
    assert bring_in(path, journal, line).became is Became.NEW
    assert bring_in(path, journal, line).became is Became.SAME
    assert journal.count() == 1


# -- the same session more than once


def of_a_day(folder: Path, parts: int = 2, anonymous: bool = False) -> tuple[list[Path], MemoryJournal]:
    """Files of one session, each made a while after the one before."""
    journal, session = played(10)
    files = []
    for part in range(parts):
        files.append(folder / f"{part}.tegenwicht")
        write_session_file(files[-1], session.row, journal.events("een"), anonymous)
        play(session, 20, part)
    return files, journal


@pytest.mark.parametrize("in_memory", [False, True])
def test_of_two_files_of_one_session_the_longer_counts_once_in_whatever_order(
    tmp_path: Path, in_memory: bool
) -> None:
    (noon, evening), _ = of_a_day(tmp_path)
    for first, second, came in ((noon, evening, Became.LONGER), (evening, noon, Became.SHORTER)):
        journal = MemoryJournal() if in_memory else open_journal(tmp_path / came.value)[0]
        assert bring_in(first, journal, line).became is Became.NEW
        row, became = bring_in(second, journal, line)
        assert became is came
        (listed,) = journal.sessions()
        assert listed == row and listed.actions == len(journal.events("een"))
        assert journal.events("een") == read_session(evening.read_bytes(), "x").events
        assert bring_in(second, journal, line).became is (
            Became.SAME if came is Became.LONGER else Became.SHORTER
        )
        assert journal.totals().sessions == 1
        journal.close()


def test_what_was_made_longer_is_on_disk(tmp_path: Path) -> None:
    (noon, evening), _ = of_a_day(tmp_path)
    journal, _ = open_journal(tmp_path / "data")
    bring_in(noon, journal, line)
    bring_in(evening, journal, line)
    journal.close()
    again, _ = open_journal(tmp_path / "data")
    assert again.events("een") == read_session(evening.read_bytes(), "x").events
    assert len(again.sessions()) == 1


def test_a_session_is_longer_too_under_the_id_it_got_after_it_was_erased(tmp_path: Path) -> None:
    (noon, evening), _ = of_a_day(tmp_path)
    journal, _ = open_journal(tmp_path / "data")
    bring_in(noon, journal, line)
    journal.erase("een")
    bring_in(noon, journal, line)
    assert bring_in(evening, journal, line).became is Became.LONGER
    assert journal.count() == 1


def test_where_neither_goes_on_from_the_other_it_asks_and_changes_nothing(tmp_path: Path) -> None:
    (noon,), journal = of_a_day(tmp_path, parts=1)
    session = RunningSession.resume(journal, "een", now=ticking())
    play(session, 15, seed=77)
    other, _ = open_journal(tmp_path / "data")
    bring_in(noon, other, line)
    play(RunningSession.resume(other, "een", now=ticking()), 15, seed=78)
    before = other.events("een")
    write_session_file(tmp_path / "b.tegenwicht", session.row, journal.events("een"), anonymous=False)
    with pytest.raises(OtherCourseError) as asked:
        bring_in(tmp_path / "b.tegenwicht", other, line)
    assert (asked.value.row.title, other.events("een"), other.count()) == ("Ons thema", before, 1)
    row, became = bring_in(tmp_path / "b.tegenwicht", other, line, apart=True)
    assert (became, row.id != "een", other.count()) == (Became.NEW, True, 2)
    assert bring_in(tmp_path / "b.tegenwicht", other, line, apart=True).became is Became.SAME
    assert other.events("een") == before


def test_the_same_session_without_names_is_no_other_session(tmp_path: Path) -> None:
    journal, session = played()
    write_session_file(tmp_path / "a.tegenwicht", session.row, journal.events("een"))
    before = journal.events("een")
    assert bring_in(tmp_path / "a.tegenwicht", journal, line).became is Became.SAME
    assert (journal.events("een"), journal.count()) == (before, 1)


def test_a_session_that_is_open_is_not_made_longer_under_ones_hands(tmp_path: Path) -> None:
    (noon, evening), _ = of_a_day(tmp_path)
    journal = MemoryJournal()
    bring_in(noon, journal, line)
    with pytest.raises(BadSessionFile, match="staat nu open"):
        bring_in(evening, journal, line, is_open=lambda _: True)
    assert len(journal.events("een")) == len(read_session(noon.read_bytes(), "x").events)


def test_a_session_that_was_erased_can_be_brought_in_again(tmp_path: Path) -> None:
    journal, _ = open_journal(tmp_path / "data")
    path = written(tmp_path)
    bring_in(path, journal, line)
    journal.erase("een")
    row, became = bring_in(path, journal, line)
    assert became is Became.NEW
    assert row.id != "een"
    assert [one.id for one in journal.sessions()] == [row.id]
    assert journal.take_notices() == []


def test_a_byte_order_mark_is_read_over(tmp_path: Path) -> None:
    path = written(tmp_path)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert bring_in(path, MemoryJournal(), line).became is Became.NEW


def test_bringing_in_can_be_broken_off_and_changes_nothing_then(tmp_path: Path) -> None:
    journal = MemoryJournal()
    for patience, told in (
        (Patience(stop=lambda: True), "afgebroken"),
        (Patience(seconds=-1), "duurt te lang"),
    ):
        with pytest.raises(BadSessionFile, match=told):
            bring_in(written(tmp_path), journal, line, patience=patience)
    assert journal.count() == 0


@pytest.mark.parametrize("key", ["started", "changed"])
@pytest.mark.parametrize(
    "moment", ["9999-12-31T23:59:59+00:00", "0001-01-01T00:00:00+00:00", "0001-01-01T00:00:00", "1969-12-31T00:00:00+00:00",
               "9999-12-31T23:59:59-14:00", "3001-01-01T00:00:00+00:00"],
)  # fmt: skip
def test_a_moment_that_no_clock_here_can_tell_is_refused(key: str, moment: str) -> None:
    assert f"{key}: verwacht een tijd" in said(changed(lambda found: found.update({key: moment})))


# -- what is wrong is named, with its place


def changed(change: Callable[[dict[str, object]], None]) -> bytes:
    journal, session = played(5)
    found = json.loads(session_text(session.row, journal.events("een"), anonymous=False))
    change(found)
    return json.dumps(found, indent=2, ensure_ascii=False).encode()


def said(data: bytes) -> str:
    with pytest.raises(BadSessionFile) as caught:
        read_session(data, "bestand.tegenwicht")
    message = str(caught.value)
    assert message.startswith("bestand.tegenwicht:")
    assert "\n" not in message
    return message


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("title", "Een\ntwee", "één regel"),
        ("title", "a" * 61, "ten hoogste 60 tekens"),
        ("question", "", "is leeg"),
        ("question", "w" * 41, "woorden van ten hoogste 40 tekens"),
        ("deeper", ["a?", "b?", "c?", "d?"], "niet in een kaartset"),
        ("deeper", ["a?\u202e"], "zonder stuurtekens"),
        ("number", 0, "een geheel getal"),
        ("number", 2, "is al gebruikt"),
        ("id", "Niet Goed", "kleine letters"),
        ("picture", "bestaat-niet", "geen plaatje"),
        ("title", " spatie ervoor", "niet in een kaartset"),
    ],
)
def test_the_deck_in_a_session_is_held_to_the_rules_for_decks(field: str, value: object, told: str) -> None:
    def spoil(found: dict[str, object]) -> None:
        found["events"][0]["deck"]["cards"][0][field] = value  # type: ignore[index]

    message = said(changed(spoil))
    assert "gebeurtenis 1: " in message and told in message


def test_a_deck_in_a_session_may_not_be_in_a_strange_language_or_of_no_version() -> None:
    for field, value in (("language", "Nederlands"), ("version", 0), ("title", "x\ny"), ("sources", [])):

        def spoil(found: dict[str, object], field: str = field, value: object = value) -> None:
            found["events"][0]["deck"][field] = value  # type: ignore[index]

        assert "gebeurtenis 1: " in said(changed(spoil)), field


def event(place: int, **fields: object) -> Callable[[dict[str, object]], None]:
    def change(found: dict[str, object]) -> None:
        found["events"][place - 1] = fields  # type: ignore[index]

    return change


THIRD = "gebeurtenis 3: verwacht "


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (event(3, kind="CardEaten"),
         "gebeurtenis die deze spelvorm kent, gevonden 'CardEaten'; misschien kent een nieuwere"),
        (lambda found: found["events"][0].update(edition=99),
         "gebeurtenis 1: verwacht spelregels tot en met 3, gevonden 99; haal een nieuwere"),
        (event(3, kind="NoteWritten"), THIRD + "het veld text, gevonden niets"),
        (event(3, kind="NoteWritten", text=3), THIRD + "een tekst, gevonden een heel getal (bij text)"),
        (event(3, kind="NoteWritten", text="a", x=1), THIRD + "alleen bekende velden, gevonden x"),
        (event(3, kind="NoteWritten", text="a" * 2001), THIRD + "een tekst tot 2000 tekens"),
        (event(3, kind="NoteWritten", text="a\u202eb"), "zonder stuurtekens"),
        (event(3, kind="NoteWritten", text="\x00"), "zonder stuurtekens"),
        (event(3, kind="ClusterMentioned", cluster="buur"),
         THIRD + "een bekende waarde, gevonden 'buur' (bij cluster)"),
        (event(3, kind="ParticipantAdded", participant=4, name="a" * 61, group=None), THIRD + "een naam tot 60"),
        (event(3, kind="ParticipantAdded", participant=9, name="a", group=None),
         THIRD + "iets wat hier kan gebeuren, gevonden ParticipantAdded"),
        (event(3, kind="CardDrawn", card=10**25, way="whole"), THIRD + "een klein getal"),
        (event(3, kind="LearningPointWritten", participant=1, text="a" * 501), THIRD + "een leerpunt tot 500"),
        (event(3, kind="Undone", number=99), "gebeurtenis 3: "),
        (event(3, kind=["x"]), THIRD + '{"kind": …}'),
        (event(1, kind="TurnPassed"), "gebeurtenis 1: verwacht iets wat hier kan gebeuren"),
        (lambda found: found.update(format="iets"), 'verwacht "format": "tegenwicht-sessie", gevonden "iets"'),
        (lambda found: found.pop("format"), "gevonden niets; dit is geen sessie"),
        (lambda found: found.update(version=2), "verwacht versie 1, gevonden 2; haal een nieuwere"),
        (lambda found: found.update(version=True), "verwacht versie 1, gevonden true"),
        (lambda found: found.update(mode="poker"), 'mode: verwacht een van tegenwicht'),
        (lambda found: found.update(title="Anders"), 'title: verwacht hetzelfde als in de eerste gebeurtenis, "Ons thema"'),
        (lambda found: found.update(started="gisteren"), 'started: verwacht een tijd zoals'),
        (lambda found: found.update(id="../../x"), "id: verwacht letters en cijfers"),
        (lambda found: found.update(events=[]), "events: verwacht een lijst met gebeurtenissen, gevonden niets"),
        (lambda found: found.update(events=3), "verwacht [, gevonden"),
        (lambda found: found.update(kleur="rood"), 'gevonden "kleur"; haal dat veld weg'),
        (lambda found: found["events"][0]["setup"].update(rounds=99), "gebeurtenis 1: "),
        (lambda found: found["events"][0].update(order=[1, 2]), "gebeurtenis 1: "),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_with_its_place(
    change: Callable[[dict[str, object]], None], words: str
) -> None:
    assert words in said(changed(change))


def test_the_place_is_the_line_of_the_event() -> None:
    text = changed(event(3, kind="CardEaten")).decode()
    expected = text[: text.index('"CardEaten"')].count("\n")  # the line of the brace, one before the kind's
    assert said(text.encode()).startswith(f"bestand.tegenwicht:{expected}:5: gebeurtenis 3: ")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", ":1:1: verwacht {, gevonden het einde van het bestand"),
        (b"geen json", ':1:1: verwacht een bewaarde sessie (.tegenwicht), gevonden "geen json"; kies een bestand'),
        (b"titel;vraag\nA;B\n", "verwacht een bewaarde sessie (.tegenwicht), gevonden"),
        (b"id: x\ncards: []\n", "gevonden een kaartset: open die met Kaarten, of sleep haar op het venster"),
        (b"[]", 'verwacht een bewaarde sessie (.tegenwicht), gevonden "[]"'),
        (b'{"format": "tegenwicht-sessie", "format": 1}', "elk veld"),
        (b'{"a": {"b": 1, "b": 2}}', 'gevonden "b" twee keer'),
        (b'{"events": [{"kind": "a", "kind": "b"}]}', 'gebeurtenis 1: verwacht elk veld'),
        (b'{"a": NaN}', "gevonden NaN"),
        (b'{"a": -Infinity}', "gevonden -Infinity"),
        (b'{"a": 1e999}', "gevonden \"1e999\""),
        (b'{"a": ' + b"9" * 5000 + b"}", "verwacht een klein getal"),
        (b'{"a": ' + b"[" * 100_000, "te diepe nesting"),
        (b'{"events": [' + b'{"a":' * 50_000, "gebeurtenis 1: verwacht hooguit enkele niveaus"),
        (b'{"a": 1} x', "verwacht het einde van het bestand"),
        (b'{"a": 1', "verwacht , of }"),
        (b'{"a" 1}', "verwacht :"),
        (b'{1: 1}', "verwacht elk veld"),
        ("{}".encode("utf-16"), "verwacht tekst in UTF-8, gevonden byte 0xff"),
        (b'{"a": "\xff"}', "gevonden byte 0xff op plaats 7"),
        (b" " * (MOST_BYTES + 1), "verwacht hoogstens 20 MB"),
        (b'{"events": [' + b"1," * 30_000, "verwacht hoogstens 20000 gebeurtenissen"),
    ],
)  # fmt: skip
def test_what_is_no_session_file_at_all_is_said(data: bytes, words: str) -> None:
    assert words in said(data)


GOOD = changed(lambda _: None)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_file_with_anything_changed_in_it_is_read_or_refused_never_a_crash(data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(GOOD)))
    length = data.draw(st.integers(0, 40))
    piece = data.draw(
        st.binary(max_size=10) | st.sampled_from([b'"', b"{", b"null", b"-1", b"1e9", b"\\ud800"])
    )
    try:
        found = read_session(GOOD[:place] + piece + GOOD[place + length :], "x")
    except BadSessionFile:
        return
    assert rules.replay(found.events) == found.timeline
    session_text(play_row(), found.events)


def play_row() -> object:
    return played(0)[1].row


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    for path, words in ((tmp_path / "x", "gevonden: geen bestand"), (tmp_path, "gevonden: een map")):
        with pytest.raises(BadSessionFile, match=words):
            bring_in(path, MemoryJournal(), line)


def test_nothing_wrong_comes_into_the_journal(tmp_path: Path) -> None:
    journal, _ = open_journal(tmp_path / "data")
    (tmp_path / "a.tegenwicht").write_bytes(changed(event(3, kind="CardEaten")))
    with pytest.raises(BadSessionFile):
        bring_in(tmp_path / "a.tegenwicht", journal, line)
    assert journal.sessions() == []


def test_a_session_brought_in_goes_on(tmp_path: Path) -> None:
    journal, _ = open_journal(tmp_path / "data")
    row, _ = bring_in(written(tmp_path), journal, line)
    session = RunningSession.resume(journal, row.id, now=ticking())
    assert isinstance(session.do(by_chance(session, Random(1))), game_events.Event)


# -- every mode

VALUES: dict[object, typing.Any] = {
    Cluster | None: None, Group | None: None, str: "Geheim woord", int: 1, float: 1.5, bool: True, Cluster: Cluster.CLIENT,
}  # fmt: skip


def with_words(session: RunningSession) -> list[game_events.Action]:
    """Every action with free text or numbers that may be done now, with something to hide in it."""
    made = []
    for kind in session.legal:
        if isinstance(kind, type) and issubclass(kind, game_events.Action):
            hints = typing.get_type_hints(kind)
            if all(hint in VALUES for hint in hints.values()):
                made.append(kind(**{name: VALUES[hint] for name, hint in hints.items()}))
    return sorted(made, key=repr)


def played_in(mode: str, seed: int) -> tuple[MemoryJournal, RunningSession]:
    journal, dice = MemoryJournal(), Random(seed)
    most = getattr(mode_named(mode), "PEOPLE", (1, 12))[-1]
    people = tuple(game_events.Participant(number, "Geheim naam") for number in range(1, min(2, most) + 1))
    chosen = game_events.Setup(mode, "Geheim", people, rounds=None, subject="Geheim")
    session = RunningSession.start(journal, chosen, deck(), now=ticking(), new_id=lambda: "een")
    for _ in range(60):
        ready = [
            one
            for one in session.legal
            if not isinstance(one, type | game_events.Finish | game_events.Close | game_events.Undo)
        ]
        session.do(dice.choice([*sorted(ready, key=repr), *with_words(session)]))
    return journal, session


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("seed", range(6))
def test_in_every_mode_a_session_without_names_has_no_words_and_the_same_tally(mode: str, seed: int) -> None:
    journal, session = played_in(mode, seed)
    events = journal.events("een")
    assert "Geheim" in session_text(session.row, events, anonymous=False).decode()
    text = session_text(session.row, events)
    assert "geheim" not in text.decode().lower()
    found = read_session(text, "x")
    tally_of = mode_named(mode).tally_of
    assert tally_of(found.timeline.session) == tally_of(session.timeline.session)
    back = read_session(session_text(session.row, events, anonymous=False), "x")
    assert back.events == events
    assert len(events) > 20


@pytest.mark.parametrize("subject", ["", "Wel of niet bellen"])
def test_a_walk_of_triple_feedback_goes_without_words_but_with_its_days(subject: str) -> None:
    """Its consideration was named at the setup, or afterwards; either way it is a walk of that day."""
    first = rules.start(
        game_events.Setup(
            "feedback", "Team", (game_events.Participant(1), game_events.Participant(2)), subject=subject
        ),
        deck(),
    )
    timeline, events = rules.begun(first), [first]
    for action in (
        *([] if subject else [feedback.NameConsideration("Wel of niet bellen")]),
        feedback.BeginAnew("2026-11-21"), feedback.WriteAnswer("Omdat het moest"), feedback.OpenQuestion(1),
    ):  # fmt: skip
        event = rules.decide(timeline, action)
        assert isinstance(event, game_events.Event), event
        timeline = rules.apply(timeline, event)
        events.append(event)
    row = begun(MemoryJournal()).row._replace(mode="feedback", actions=len(events))
    given = session_text(row, events, anonymous=True)
    assert not any(word in given.decode() for word in ("Wel of niet", "Omdat", "Team"))
    (walk,) = feedback.feedback(read_session(given, "een.tegenwicht").timeline.session).walks
    assert (walk.day, bool(walk.answers[0])) == ("2026-11-21", True)
