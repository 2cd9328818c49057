"""A letter that changed inside what someone wrote is noticed and told; the session still opens."""

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tegenwicht.game.tegenwicht import NoteWritten
from tegenwicht.storage.journal.decoding import encoded
from tegenwicht.storage.journal.seal import changed_steps, is_changed, sealed
from tests.storage.journal.journal_samples import append, opened
from tests.storage.session_samples import row, started


@given(st.text(), st.data())
def test_any_byte_that_changes_is_noticed(text: str, data: st.DataObject) -> None:
    kind, whole = encoded(NoteWritten(text.encode("utf-8", "replace").decode()))
    assert not is_changed(kind, whole)
    place = data.draw(st.integers(0, len(whole) - 17))  # behind that is the seal, or the end of the JSON
    other = data.draw(st.integers(1, 255))
    assert is_changed(kind, whole[:place] + bytes([whole[place] ^ other]) + whole[place + 1 :])
    assert is_changed("NoteErased", whole)


@pytest.mark.parametrize("place", range(1, 17))
def test_a_seal_that_changes_is_noticed_or_is_no_json(place: int) -> None:
    whole = sealed("NoteWritten", b'{"text":"a"}')
    for other in range(256):
        damaged = whole[: len(whole) - place] + bytes([other]) + whole[len(whole) - place + 1 :]
        noticed = is_changed("NoteWritten", damaged) or damaged.strip(b" \t\n\r") != b'{"text":"a"}'
        assert noticed or damaged == whole


def test_what_older_versions_wrote_has_no_seal_and_is_taken_as_it_is() -> None:
    assert changed_steps([("NoteWritten", b'{"text":"a"}')]) == []


def test_a_changed_letter_is_told_once_and_the_session_opens(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    journal.begin(row(), [started()])
    append(journal, 1, 2)
    journal.close()
    database = sqlite3.connect(tmp_path / "journal.sqlite3")
    with database:
        database.execute(
            "UPDATE event SET data = CAST(replace(CAST(data AS TEXT), 'stap 2', 'stop 2') AS BLOB)"
        )
    database.close()
    journal = opened(tmp_path)
    assert journal.take_notices() == []
    _, events = journal.take_up("een")
    journal.events("een")
    assert isinstance(events[2], NoteWritten)
    assert events[2].text.startswith("stop 2")
    assert journal.take_notices() == [
        "In de sessie “Ons thema” is iets beschadigd. Stap 3 is niet meer zoals bewaard: er kan een woord of "
        "getal anders zijn. De rest klopt."
    ]
    append(journal, 3)
    assert journal.trouble is None
