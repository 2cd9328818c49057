"""Journals to break: one with a fixed date, notes in it, and what another process would find."""

import sqlite3
from pathlib import Path

from tegenwicht.game.tegenwicht import NoteWritten
from tegenwicht.storage.journal.journal import Journal, SqliteJournal
from tests.storage.session_samples import row, started


def note(number: int) -> NoteWritten:
    return NoteWritten(f"stap {number} " + "é" * 500)


def opened(folder: Path) -> SqliteJournal:
    return SqliteJournal(folder / "journal.sqlite3", today=lambda: "2026-11-21")


def connection(journal: SqliteJournal) -> sqlite3.Connection:
    return journal._file.opened()._connection


def notes_on_disk(folder: Path, session_id: str = "een") -> list[str]:
    """What another process would find."""
    other = opened(folder)
    first, *others = other.events(session_id)
    assert first == started()
    other.close()
    return [event.text for event in others if isinstance(event, NoteWritten)]


def append(journal: Journal, *numbers: int, session_id: str = "een") -> None:
    for number in numbers:
        journal.append(number, note(number), row(session_id, line=f"stap {number}"))
