"""The single door for change: what was wanted becomes an event, is saved, and only then holds."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tegenwicht.game import events, rules
from tegenwicht.game.harvest import WriteIntention
from tegenwicht.game.refusals import Refusal
from tegenwicht.game.state import Timeline
from tegenwicht.game.tegenwicht import BeginRound, CardDrawn, Draw, FinishTurn, Pass, WriteNote
from tegenwicht.session import RunningSession, SessionTakenElsewhere, UnreadableSession, brought_by
from tegenwicht.storage.journal.journal import MemoryJournal, open_journal
from tests.storage.session_samples import begun, deck, play, row, setup, started, ticking


def resumed(journal: MemoryJournal, session_id: str = "een") -> RunningSession:
    return RunningSession.resume(journal, session_id, now=ticking())


def test_a_session_is_saved_from_the_start() -> None:
    journal = MemoryJournal()
    session = begun(journal)
    assert journal.events(session.id) == [started()]
    assert journal.sessions() == [session.row]
    assert session.row == row(
        started="2026-11-21T00:00:00Z", changed="2026-11-21T00:00:00Z", line="3 deelnemers",
        came_up=(0,) * 12,
    )  # fmt: skip


def finished(journal: MemoryJournal, session_id: str, title: str, text: str, hour: int) -> RunningSession:
    """A session of a group, at that hour, in which one intention was written."""
    session = RunningSession.start(
        journal, replace(setup(), title=title), deck(), now=lambda: f"2026-11-21T{hour:02}:00:00Z",
        new_id=lambda: session_id,
    )  # fmt: skip
    session.do(events.Finish())
    session.do(WriteIntention(1, text, "2027-01-08"))
    return session


def test_a_group_brings_what_its_last_finished_session_left() -> None:
    journal = MemoryJournal()
    finished(journal, "een", "Team Zuid", "eerst", 9)
    finished(journal, "twee", "team zuid", "later", 10)
    finished(journal, "drie", "Team Zuid-Oost", "van anderen", 11)
    RunningSession.start(
        journal,
        replace(setup(), title="Team Zuid"),
        deck(),
        now=lambda: "2026-11-21T12:00:00Z",
        new_id=lambda: "vier",
    )  # still going on: it has no harvest yet
    assert brought_by(journal, " Team Zuid ") == (events.Brought("Deelnemer é1", "later", "2027-01-08"),)
    assert brought_by(journal, "Team Noord") == ()


def test_a_group_without_a_name_brings_nothing() -> None:
    journal = MemoryJournal()
    finished(journal, "een", "", "eerst", 9)
    assert brought_by(journal, " ") == ()


def test_a_setup_out_of_range_saves_nothing() -> None:
    journal = MemoryJournal()
    with pytest.raises(ValueError, match="rounds"):
        begun(journal, rounds=99)
    assert journal.sessions() == []


def test_an_action_is_saved_before_it_holds() -> None:
    seen = []

    class Watching(MemoryJournal):
        def append(self, number: int, event: events.Event, row: object) -> None:
            seen.append((number, event, session.timeline.count))
            super().append(number, event, row)  # type: ignore[arg-type]

    session = begun(Watching())
    event = session.do(Draw())
    assert isinstance(event, CardDrawn)
    assert seen == [(1, event, 1)]
    assert session.timeline.count == 2


def test_a_refused_action_changes_and_saves_nothing() -> None:
    journal = MemoryJournal()
    session = begun(journal)
    before = session.timeline, session.row
    assert session.do(FinishTurn()) is Refusal.NO_CARD_ON_TABLE
    assert (session.timeline, session.row) == before
    assert journal.events("een") == [started()]


def test_an_action_on_a_session_that_went_on_elsewhere_changes_nothing() -> None:
    journal = MemoryJournal()
    session, other = begun(journal), resumed(journal)
    other.do(Draw())
    before = session.timeline, session.row
    with pytest.raises(SessionTakenElsewhere):
        session.do(Pass())
    assert (session.timeline, session.row) == before
    assert journal.events("een") == [started(), other.timeline.done.event]  # type: ignore[union-attr]


def test_the_row_follows_the_session() -> None:
    journal = MemoryJournal()
    lines: Callable[[Timeline], str] = lambda timeline: f"{timeline.count} gebeurtenissen"  # noqa: E731
    session = RunningSession.start(
        journal, setup(), deck(), now=ticking(), new_id=lambda: "twee", summary=lines
    )  # fmt: skip
    session.do(Draw())
    assert (session.id, session.row.actions, session.row.line) == ("twee", 2, "2 gebeurtenissen")
    assert session.row.changed == "2026-11-21T00:00:01Z"
    session.do(events.Finish())
    assert not session.row.finished
    session.do(events.Close())
    assert session.row.finished
    assert journal.sessions() == [session.row]


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 80), st.integers())
def test_a_session_resumes_exactly_where_it_was(times: int, seed: int) -> None:
    journal = MemoryJournal()
    session = begun(journal)
    play(session, times, seed)
    again = resumed(journal)
    assert again.timeline == session.timeline
    assert again.row == session.row
    assert again.legal == session.legal
    assert len(journal.events("een")) == times + 1  # resuming saved nothing
    assert play(again, 20, seed) == play(session_of(session), 20, seed)


def session_of(session: RunningSession) -> RunningSession:
    """The same session in a journal of its own."""
    journal = MemoryJournal()
    journal.begin(session.row, session.journal.events("een")[: session.timeline.count])
    return resumed(journal)


def test_a_session_resumes_from_disk(tmp_path: Path) -> None:
    session = begun(open_journal(tmp_path)[0])
    play(session, 200)
    again = RunningSession.resume(open_journal(tmp_path)[0], "een", now=ticking())
    assert again.timeline == session.timeline


def test_a_session_whose_events_do_not_fit_cannot_be_resumed() -> None:
    journal = MemoryJournal()
    journal.begin(row(), [started(), events.Undone(7)])
    with pytest.raises(UnreadableSession, match="klopt niet vanaf stap 1"):
        resumed(journal)
    with pytest.raises(UnreadableSession):
        resumed(journal, "niemand")


def test_what_is_legal_is_reckoned_once_for_each_state(monkeypatch: pytest.MonkeyPatch) -> None:
    reckoned = []
    really = rules.legal_actions
    monkeypatch.setattr(rules, "legal_actions", lambda timeline: reckoned.append(1) or really(timeline))
    session = begun(MemoryJournal())
    assert session.legal is session.legal
    session.do(FinishTurn())  # refused
    assert session.legal == really(session.timeline)
    assert len(reckoned) == 1
    session.do(Draw())
    assert session.legal == really(session.timeline)
    assert len(reckoned) == 2


# -- the time of a turn


def test_time_begins_when_a_turn_with_a_card_is_first_shown() -> None:
    session = begun(MemoryJournal())
    assert session.spent(1000) == 0
    session.do(Draw())
    assert session.spent(1005) == 0
    assert session.spent(1012.5) == 7.5


def test_time_begins_anew_with_the_next_turn() -> None:
    session = begun(MemoryJournal())
    session.do(Draw())
    assert [session.spent(0), session.spent(50)] == [0, 50]
    session.do(FinishTurn())
    assert session.spent(60) == 0
    session.do(Draw())
    assert [session.spent(70), session.spent(71)] == [0, 1]


def test_time_begins_anew_when_a_turn_comes_back() -> None:
    session = begun(MemoryJournal())
    session.do(Draw())
    session.spent(0)
    session.do(FinishTurn())
    session.do(events.Undo())
    assert [session.spent(100), session.spent(101)] == [0, 1]


def test_a_note_does_not_touch_the_time() -> None:
    session = begun(MemoryJournal())
    session.do(Draw())
    session.spent(0)
    session.do(WriteNote("een"))
    session.do(events.SwitchClock(False))
    session.do(events.SwitchClock(True))
    assert session.spent(10) == 10


def test_a_pause_keeps_the_time_and_a_start_goes_on_from_it() -> None:
    session = begun(MemoryJournal())
    session.do(Draw())
    session.spent(0)
    session.do(events.PauseClock(session.spent(12)))
    assert [session.spent(12), session.spent(99)] == [12, 12]
    session.do(events.StartClock(session.spent(100)))
    assert [session.spent(100), session.spent(103)] == [12, 15]


def test_a_minute_more_keeps_the_time() -> None:
    session = begun(MemoryJournal())
    session.do(Draw())
    session.spent(0)
    session.do(events.AddMinute(session.spent(20)))
    assert [session.spent(20), session.spent(30)] == [20, 30]


def test_a_clock_that_goes_back_is_no_time_gained() -> None:
    session = begun(MemoryJournal())
    session.do(Draw())
    session.spent(100)
    assert session.spent(90) == 0


def test_a_resumed_session_has_its_clock_standing_still() -> None:
    journal = MemoryJournal()
    first = begun(journal)
    first.do(Draw())
    first.spent(0)
    first.do(events.AddMinute(first.spent(25)))
    session = resumed(journal)
    assert session.clock_held
    assert [session.spent(0), session.spent(500)] == [25, 25]
    session.let_clock_run()
    assert [session.spent(500), session.spent(502)] == [25, 27]
    assert len(journal.events("een")) == 3


@pytest.mark.parametrize("actions", [[FinishTurn(), Draw()], [events.AddMinute(5)], [Pass(), Draw()]])
def test_a_next_turn_or_a_choice_about_the_clock_ends_the_standstill(actions: list[events.Action]) -> None:
    journal = MemoryJournal()
    begun(journal).do(Draw())
    session = resumed(journal)
    for action in actions:
        assert isinstance(session.do(action), events.Event)
    assert not session.clock_held


def test_a_mention_or_a_note_does_not_end_the_standstill() -> None:
    journal = MemoryJournal()
    begun(journal).do(Draw())
    session = resumed(journal)
    session.do(WriteNote("een"))
    assert session.clock_held
    assert session.spent(100) == 0


def test_a_held_clock_can_be_paused_for_the_journal_too() -> None:
    journal = MemoryJournal()
    begun(journal).do(Draw())
    session = resumed(journal)
    assert session.do(events.PauseClock(session.spent(9))) == events.ClockPaused(0)
    assert [session.spent(10), session.spent(20)] == [0, 0]


# -- what it may not load


def test_a_session_knows_neither_sqlite_nor_the_screen() -> None:
    source = (
        "import sys, tegenwicht.session; "
        "print([m for m in ('sqlite3', 'pygame', 'msgspec', 'yaml') if m in sys.modules])"
    )
    root = Path(__file__).parents[1]
    done = subprocess.run([sys.executable, "-c", source], cwd=root, capture_output=True, text=True)
    assert done.stdout == "[]\n", done.stderr


def test_opening_a_journal_loads_neither_rules_nor_codec(tmp_path: Path) -> None:
    source = (
        "import sys, pathlib; from tegenwicht.storage.journal.journal import open_journal; "
        "open_journal(pathlib.Path(sys.argv[1]))[0].sessions(); "
        "print([m for m in ('msgspec', 'asyncio', 'logging', 'tempfile', 'tegenwicht.game.rules',"
        " 'tegenwicht.game.events') if m in sys.modules])"
    )
    root = Path(__file__).parents[1]
    done = subprocess.run(
        [sys.executable, "-c", source, str(tmp_path)], cwd=root, capture_output=True, text=True
    )
    assert done.stdout == "[]\n", done.stderr


def test_a_round_that_begins_keeps_no_time() -> None:
    session = begun(MemoryJournal(), seats=2)
    for action in (Draw(), FinishTurn(), Draw(), FinishTurn(), BeginRound()):
        assert isinstance(session.do(action), events.Event)
    assert session.spent(7) == 0
