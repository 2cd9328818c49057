"""Journals of every format there has ever been still open, and say what they said then."""

import shutil
from pathlib import Path

import pytest

from tegenwicht.game import events as shared
from tegenwicht.game import tegenwicht
from tegenwicht.game.state import Phase
from tegenwicht.game.tally import Counts, Tally
from tegenwicht.game.tegenwicht import FinishTurn, discussed, tally_of
from tegenwicht.session import RunningSession
from tegenwicht.storage.journal import Journal, open_journal
from tegenwicht.storage.journal_schema import FORMAT
from tests.storage.session_samples import ticking

FOLDER = Path(__file__).parents[1] / "data" / "journals"
FORMATS = range(1, FORMAT + 1)


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


def test_an_open_session_goes_on(journal: Journal) -> None:
    session = RunningSession.resume(journal, "open", now=ticking())
    assert [one.id for one in journal.sessions(unfinished_only=True)] == ["open"]
    assert isinstance(session.do(FinishTurn()), shared.Event)
    assert tally_of(session.timeline.session).total == Counts(cards=(0, 1, 1, 0, 0, 0))


def test_the_old_journal_holds_every_event_of_its_time(journal: Journal) -> None:
    newer: set[str] = set()  # events that came after format 1; they need a place in the next file
    kinds = {kind.__name__ for kind in (*shared.EVENTS, *tegenwicht.EVENTS)}
    assert {type(event).__name__ for event in journal.events("dicht")} == kinds - newer
