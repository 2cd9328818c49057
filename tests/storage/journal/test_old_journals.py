"""Journals of every format there has ever been still open, and say what they said then."""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from tegenwicht.game import events as shared
from tegenwicht.game import shared as every
from tegenwicht.game import tegenwicht
from tegenwicht.game.cards import Cluster
from tegenwicht.game.modes import mode_named
from tegenwicht.game.state import Phase, Session
from tegenwicht.game.taken import Taken
from tegenwicht.game.tally import Counts, Tally
from tegenwicht.game.tegenwicht import FinishTurn, discussed, tally_of
from tegenwicht.session import RunningSession
from tegenwicht.storage.exchange.session_file import session_text
from tegenwicht.storage.exchange.session_text import read_session
from tegenwicht.storage.journal import file as journal_file
from tegenwicht.storage.journal import schema as journal_schema
from tegenwicht.storage.journal.file import ReadOnlyFile, SessionFile
from tegenwicht.storage.journal.journal import Journal, SessionRow, open_journal
from tegenwicht.storage.journal.schema import FORMAT, SCHEMA
from tests.storage.session_samples import ticking

FOLDER = Path(__file__).parents[2] / "data" / "journals"
FORMATS = range(1, FORMAT + 1)
NEWER = {
    "JokerKept", "JokerPlayed", "RoundGuessed", "StoneLaid", "StoneTaken", "StonesLeft", "StonesSettled",
}  # fmt: skip
"""Events of a Kaartgesprek that came after format 1; they are in the journal of the third edition of the rules."""


@pytest.fixture(params=FORMATS)
def journal(request: pytest.FixtureRequest, tmp_path: Path) -> Journal:
    shutil.copy(FOLDER / f"format-{request.param}.sqlite3", tmp_path / "journal.sqlite3")
    opened, notices = open_journal(tmp_path)
    assert notices == []
    assert opened.trouble is None
    return opened


def test_a_closed_session_has_the_tally_it_had(journal: Journal) -> None:
    session = RunningSession.resume(journal, "dicht", now=ticking())
    assert (session.row.title, session.row.finished, session.row.actions) == ("Afgesloten sessie", True, 38)
    assert session.timeline.session.phase is Phase.CLOSED
    first = Counts(cards=(0, 0, 0, 0, 1, 1), mentions=(0, 1, 0, 0, 0, 0))
    second = Counts(cards=(0, 1, 1, 1, 1, 0))
    assert tally_of(session.timeline.session) == Tally((first, second), first + second)


def test_a_closed_session_has_its_cards_weights_notes_and_learning_points(journal: Journal) -> None:
    closed = RunningSession.resume(journal, "dicht", now=ticking()).timeline.session
    cards = [card for _, _, card in discussed(closed)]
    assert [card.card for card in cards] == [5, 6, 4, 3, 2, 5]
    assert (cards[0].weights, cards[0].note) == ((0, 1, 2, 0), "één regel\nen nog een 🧑‍🦽")
    assert closed.learning_points == ((1, "Langer stil zijn"),)
    assert [one.name for one in closed.present] == ["Noor", "", "Ali"]


def test_the_list_says_what_came_up_at_once_or_after_it_was_asked_for(journal: Journal) -> None:
    while journal.reckon_tallies(1):
        pass
    listed = {one.id: one.came_up for one in journal.sessions()}
    assert listed == {"dicht": (0, 1, 1, 1, 2, 1, 0, 1, 0, 0, 0, 0), "open": (0, 0, 1, 0, 0, 0, *[0] * 6)}
    assert journal.totals().by_card == (0, 1, 2, 1, 2, 1)


def test_an_open_session_goes_on(journal: Journal) -> None:
    session = RunningSession.resume(journal, "open", now=ticking())
    assert [one.id for one in journal.sessions(unfinished_only=True)] == ["open"]
    assert isinstance(session.do(FinishTurn()), shared.Event)
    assert tally_of(session.timeline.session).total == Counts(cards=(0, 1, 1, 0, 0, 0))


def test_the_old_journal_holds_every_event_of_its_time(journal: Journal) -> None:
    kinds = {kind.__name__ for kind in (*shared.EVENTS, *tegenwicht.EVENTS)}
    assert {type(event).__name__ for event in journal.events("dicht")} == kinds - NEWER


# -- the third edition of the rules


SECOND = {
    "tegenwicht": (254, (1, 2, 1, 1, 0, 1, 4, 3, 4, 2, 2, 2)),
    "peeling": (237, (1, 1, 2, 0, 2, 2, 0, 0, 0, 0, 0, 0)),
    "conversation": (109, (0, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0)),
    "weighing": (302, (1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)),
    "feedback": (302, (1, 0, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0)),
    "alone": (302, (1, 1, 1, 1, 1, 1, 2, 1, 1, 4, 0, 1)),
}
"""How many events a session of the second edition of the rules has, and what came up in it, as was said then."""


@pytest.mark.parametrize("mode", SECOND)
def test_a_session_of_the_second_edition_says_in_every_game_what_it_said_then(
    mode: str, tmp_path: Path
) -> None:
    shutil.copy(FOLDER / "edition-2.sqlite3", tmp_path / "journal.sqlite3")
    opened, notices = open_journal(tmp_path)
    assert notices == []
    session = RunningSession.resume(opened, mode, now=ticking()).timeline
    total = mode_named(mode).tally_of(session.session).total
    assert (session.count, (*total.cards, *total.mentions)) == SECOND[mode]
    assert (session.session.edition, session.session.phase) == (2, Phase.CLOSING)
    for anonymous in (False, True):
        given = session_text(
            opened.sessions()[0]._replace(mode=mode, id=mode), opened.events(mode), anonymous
        )
        read = read_session(given, "een.tegenwicht").timeline.session
        again = mode_named(mode).tally_of(read).total
        assert again == total


@pytest.fixture
def third(tmp_path: Path) -> Session:
    shutil.copy(FOLDER / "edition-3.sqlite3", tmp_path / "journal.sqlite3")
    opened, notices = open_journal(tmp_path)
    assert notices == []
    came_later = {kind.__name__ for kind in every.EVENTS} - {kind.__name__ for kind in shared.EVENTS}
    assert {type(event).__name__ for event in opened.events("drie")} >= came_later | NEWER
    return RunningSession.resume(opened, "drie", now=ticking()).timeline.session


def test_a_session_of_the_third_edition_has_its_rounds_jokers_guess_and_counterweight(third: Session) -> None:
    first = Counts(cards=(0, 0, 1, 1, 0, 0), mentions=(0, 2, 0, 0, 1, 0))
    second = Counts(cards=(0, 0, 0, 0, 0, 1), mentions=(0, 1, 0, 0, 0, 0))
    assert tally_of(third) == Tally((first, second), first + second)
    assert [(card.card, card.opposite, card.note) for _, _, card in discussed(third)] == [
        (6, None, "één regel"), (8, 6, ""), (21, None, ""), (11, None, ""),
    ]  # fmt: skip
    play = tegenwicht.table(third)
    assert [(one.participant, one.card, one.on, one.drawn, one.text) for one in play.played] == [
        (2, 31, 1, 6, ""), (3, 32, None, None, "Allemaal staan"),
    ]  # fmt: skip
    assert [one.guess for one in play.rounds] == [tegenwicht.Guess(Cluster.CLIENT, None), None]


def test_a_session_of_the_third_edition_has_its_check_in_stones_thoughts_and_harvest(third: Session) -> None:
    assert third.setup.brought[0] == shared.Brought("Noor", "Bellen met de werkgever", "2026-12-01")
    assert third.reviewed == (shared.Reviewed.DONE, shared.Reviewed.NOT_YET)
    stones = tegenwicht.table(third).stones
    assert stones is not None
    assert (stones.begin, stones.end, stones.moved) == ((0, 9, 1, 0, 0, 0), (0, 7, 0, 0, 3, 0), 3)
    assert [(one.text, one.on_table) for one in third.parked] == [("Wie beslist?", True)]
    assert third.harvest == (Taken(1, 1, "Eerst vragen", "Mailen", "2027-01-08"), Taken(2, passed=True))
    assert (third.setup.minutes, third.present[-1].name) == (90, "Sam")


# -- from one format to the next


def old(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    shutil.copy(FOLDER / "format-1.sqlite3", folder / "journal.sqlite3")
    return folder


def rows(folder: Path) -> list[SessionRow]:
    journal, notices = open_journal(folder)
    assert notices == []
    found = [one._replace(came_up=None) for one in journal.sessions()]
    journal.close()
    return found


def test_nothing_is_lost_on_the_way_to_the_format_of_now(tmp_path: Path) -> None:
    old(tmp_path)
    database = sqlite3.connect(tmp_path / "journal.sqlite3")
    before = database.execute("SELECT * FROM session ORDER BY changed DESC").fetchall()
    events = database.execute("SELECT * FROM event ORDER BY session, number").fetchall()
    database.close()
    assert [tuple(one[:8]) for one in rows(tmp_path)] == before
    database = sqlite3.connect(tmp_path / "journal.sqlite3")
    assert database.execute("SELECT * FROM event ORDER BY session, number").fetchall() == events
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA user_version").fetchone() == (FORMAT,)
    tables = {sql for (sql,) in database.execute("SELECT sql FROM sqlite_master WHERE sql NOT NULL")}
    assert tables == set(SCHEMA)
    database.close()


@pytest.mark.parametrize("statement", range(6))
def test_a_change_of_format_that_fails_leaves_the_file_as_it_was(
    tmp_path: Path, statement: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = rows(old(tmp_path / "well"))
    old(tmp_path)
    broken = (*journal_schema._ONE_TO_TWO[:statement], "SELECT abs(-9223372036854775808)")
    monkeypatch.setattr(journal_schema, "_ONE_TO_TWO", broken)
    with suppress(sqlite3.Error):
        SessionFile(tmp_path / "journal.sqlite3").close()
    monkeypatch.undo()
    assert rows(tmp_path) == expected


MIGRATE = """
import sys
from pathlib import Path
from tegenwicht.storage.journal.journal import open_journal
journal, notices = open_journal(Path(sys.argv[1]))
while journal.trouble and "houdt" in journal.trouble and not notices:
    journal, notices = open_journal(Path(sys.argv[1]))  # another was at it for too long
print(notices, journal.trouble, len(journal.sessions()), len(journal.events("dicht")))
"""


def test_processes_that_change_the_format_at_once_do_it_once(tmp_path: Path) -> None:
    old(tmp_path)
    command = [sys.executable, "-c", MIGRATE, str(tmp_path)]
    root = Path(__file__).parents[3]
    started = [subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    assert [one.communicate(timeout=300)[0] for one in started] == ["[] None 2 38\n"] * 3


@pytest.mark.parametrize("before", [True, False], ids=["an older file", "no file yet"])
def test_a_file_that_another_makes_or_changes_while_it_is_looked_at_is_not_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: bool
) -> None:
    """Its format is told by three answers, and between the second and the third another copy of the app comes by."""
    if before:
        old(tmp_path)
    path, really, came = tmp_path / "journal.sqlite3", journal_file.format_of, list[int]()

    def looked_at(run: Callable[[str], sqlite3.Cursor]) -> int:
        def asked(question: str) -> sqlite3.Cursor:
            if question.startswith("SELECT sql") and not came:
                came.append(1)
                with suppress(sqlite3.OperationalError):  # it may have to wait until this one has looked
                    SessionFile(path).close()
            return run(question)

        return really(asked)

    monkeypatch.setattr(journal_file, "format_of", looked_at)
    journal, notices = open_journal(tmp_path)
    assert came and notices == [] and journal.trouble is None
    assert len(journal.sessions()) == (2 if before else 0)
    journal.close()
    assert [one.name for one in tmp_path.iterdir()] == ["journal.sqlite3"]


def test_a_journal_of_format_1_on_a_disk_that_cannot_be_written_is_read(tmp_path: Path) -> None:
    old(tmp_path)
    before = (tmp_path / "journal.sqlite3").read_bytes()
    file = ReadOnlyFile(tmp_path / "journal.sqlite3")
    assert [one.id for one in file.rows(False, "sessie", 9, 0)] == ["dicht", "open"]
    assert [one.id for one in file.rows(True, "", 9, 0)] == ["open"]
    assert (file.count("open"), file.totals("").unknown, file.is_erased("open")) == (1, 2, False)
    kept = file.session("dicht")
    assert kept
    assert len(kept.texts) == kept.row.actions == 38
    file.close()
    assert (tmp_path / "journal.sqlite3").read_bytes() == before
