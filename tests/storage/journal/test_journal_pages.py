"""A page of a journal that is gone costs what stood on it, and no other session."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from random import Random

from tegenwicht.storage.journal.journal import UnreadableSession, open_journal
from tegenwicht.storage.journal.pages import rows_in
from tests.storage.journal.journal_samples import opened
from tests.storage.session_samples import begun, play

PAGE = 1024


def made(folder: Path, sessions: int) -> bytes:
    journal = opened(folder)
    for number in range(sessions):
        play(begun(journal, f"sessie{number}"), 60, seed=number)
    journal.close()
    return (folder / "journal.sqlite3").read_bytes()


def whole_sessions(folder: Path) -> dict[str, int]:
    """How many steps of each session can be read."""
    journal = opened(folder)
    found = {}
    for one in journal.sessions():
        with suppress(UnreadableSession):
            found[one.id] = len(journal.events(one.id))
    journal.close()
    return found


def test_every_row_is_found_without_the_pages_above_it(tmp_path: Path) -> None:
    made(tmp_path, 3)
    with closing(sqlite3.connect(tmp_path / "journal.sqlite3")) as file:
        rows = (
            file.execute("SELECT * FROM event").fetchall() + file.execute("SELECT * FROM session").fetchall()
        )
    found = set(rows_in(tmp_path / "journal.sqlite3"))
    assert set(rows) <= found


def test_a_page_that_is_gone_costs_what_stood_on_it(tmp_path: Path) -> None:
    good = made(tmp_path / "good", 4)
    there = whole_sessions(tmp_path / "good")
    rows = set(rows_in(tmp_path / "good" / "journal.sqlite3"))
    for place in range(0, len(good), PAGE):
        folder = tmp_path / str(place)
        folder.mkdir()
        (folder / "journal.sqlite3").write_bytes(good[:place] + bytes(PAGE) + good[place + PAGE :])
        left = set(rows_in(folder / "journal.sqlite3"))
        on_page = {str(one[0]) for one in rows - left}
        found = whole_sessions(folder)
        hurt = {one for one, steps in there.items() if found.get(one) != steps}
        assert len(hurt - on_page) <= 1, place  # a large row may go on, on the page, from another one


def test_what_was_erased_does_not_come_back_out_of_the_pages(tmp_path: Path) -> None:
    made(tmp_path, 4)
    path = tmp_path / "journal.sqlite3"
    with closing(sqlite3.connect(path)) as file:
        file.execute("INSERT INTO erased VALUES ('sessie2')")  # killed before its traces were wiped
        file.commit()
        (root,) = file.execute("SELECT rootpage FROM sqlite_master WHERE name = 'event'").fetchone()
    with open(path, "r+b") as data:
        data.seek((root - 1) * PAGE)
        data.write(bytes(PAGE))
    journal, notices = open_journal(tmp_path)
    assert {one.id for one in journal.sessions()} == {"sessie0", "sessie1", "sessie3"}
    assert "beschadigd" in notices[0]
    journal.close()


def test_bytes_by_chance_and_pages_in_a_circle_end(tmp_path: Path) -> None:
    dice = Random(1)
    good = made(tmp_path, 2)
    for _ in range(60):
        data = bytearray(good)
        for _ in range(200):
            data[dice.randrange(len(data))] = dice.choice(
                (0, 1, 2, 4, 10, 13, 0x7F, 0x80, 0xFF, dice.randrange(256))
            )
        (tmp_path / "wrong").write_bytes(data)
        for _ in rows_in(tmp_path / "wrong"):
            pass
    for data in (b"", b"x" * 50, bytes([10]) * 5000, bytes([2, 255]) * 300_000):
        (tmp_path / "wrong").write_bytes(data)
        assert len(list(rows_in(tmp_path / "wrong"))) < 1000
