"""A journal in memory, and what every journal checks and lists alike."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tegenwicht.i18n import tr
from tegenwicht.storage.journal import trouble as troubles
from tegenwicht.storage.journal.contract import (
    NotPutBack,
    SessionRow,
    SessionTakenElsewhere,
    Totals,
    UnreadableSession,
)
from tegenwicht.storage.journal.rows import totalled
from tegenwicht.storage.journal.searching import holds

if TYPE_CHECKING:
    from tegenwicht.game.events import Event


class MemoryJournal:
    """A Journal that forgets everything when the process ends: for tests and for trying out."""

    def __init__(self) -> None:
        self._rows: dict[str, SessionRow] = {}
        self._events: dict[str, list[Event]] = {}

    @property
    def trouble(self) -> str | None:
        """Never any."""
        return None

    @property
    def waiting(self) -> int:
        """Always 0: nothing is ever going to be written."""
        return 0

    def begin(self, row: SessionRow, first: Sequence["Event"]) -> None:
        """See Journal."""
        check_first(first)
        if row.id in self._rows:
            raise SessionTakenElsewhere(troubles.gone_on_elsewhere(row.title))
        self._rows[row.id] = row._replace(actions=len(first))
        self._events[row.id] = list(first)

    def take_up(self, session_id: str) -> tuple[SessionRow, list["Event"]]:
        """See Journal."""
        events = self.events(session_id)
        return self._rows[session_id], events

    def append(self, number: int, event: "Event", row: SessionRow) -> None:
        """See Journal."""
        if row.id not in self._events:
            raise ValueError(f"session {row.id} was not taken up")
        events = self._events[row.id]
        check_next(number, len(events), row)
        events.append(event)
        self._rows[row.id] = row._replace(actions=len(events))

    def extend(self, events: Sequence["Event"], row: SessionRow) -> None:
        """See Journal."""
        if row.id not in self._events:
            raise ValueError(f"session {row.id} was not taken up")
        self._events[row.id].extend(events)
        self._rows[row.id] = row._replace(actions=len(self._events[row.id]))

    def events(self, session_id: str) -> list["Event"]:
        """See Journal."""
        if session_id not in self._events:
            raise UnreadableSession(tr("Deze sessie is er niet."))
        return list(self._events[session_id])

    def sessions(
        self, *, unfinished_only: bool = False, search: str = "", limit: int = 50, offset: int = 0
    ) -> list[SessionRow]:
        """See Journal."""
        return listed(self._found(search), unfinished_only, limit, offset)

    def count(self, search: str = "") -> int:
        """See Journal."""
        return len(self._found(search))

    def totals(self, search: str = "", limit: int | None = None, mode: str = "") -> Totals:
        """See Journal."""
        found = [row for row in self._found(search) if mode in ("", row.mode)]
        rows = listed(found, False, len(self._rows) if limit is None else limit, 0)
        return totalled(row.came_up for row in rows)

    def _found(self, search: str) -> list[SessionRow]:
        return [row for row in self._rows.values() if is_found(row, search)]

    def reckon_tallies(self, most: int = 20) -> int:  # noqa: ARG002 - as every journal has it
        """Always 0: every row is of this version."""
        return 0

    def erase(self, *session_ids: str) -> None:
        """See Journal."""
        for session_id in session_ids:
            self._rows.pop(session_id, None)
            self._events.pop(session_id, None)

    def erase_everything(self) -> None:
        """See Journal."""
        self._rows.clear()
        self._events.clear()

    def put_back(self, copy: Path, now: datetime) -> None:  # noqa: ARG002 - as every journal has it
        """NotPutBack: nothing of it is on a disk."""
        raise NotPutBack(troubles.ONLY_IN_MEMORY)

    def retry(self) -> bool:
        """Always well."""
        return True

    def take_notices(self) -> list[str]:
        """Never any."""
        return []

    def close(self) -> None:
        """Nothing to let go of."""


def is_found(row: SessionRow, search: str) -> bool:
    """Whether the words of ``search`` stand in what the list shows of a session."""
    return holds(f"{row.title}\n{row.line}", search)


def check_first(first: Sequence["Event"]) -> None:
    """ValueError for a session without a beginning."""
    if not first:
        raise ValueError("a session begins with at least one event")


def check_next(number: int, count: int, row: SessionRow) -> None:
    """Raises as ``Journal.append`` says, unless ``number`` is the next of ``count`` events."""
    if number < count:
        raise SessionTakenElsewhere(troubles.gone_on_elsewhere(row.title))
    if number > count:
        raise ValueError(f"event {number} of session {row.id} cannot follow event {count - 1}")


def listed(rows: list[SessionRow], unfinished_only: bool, limit: int, offset: int) -> list[SessionRow]:
    """A page of these rows, last changed first."""
    chosen = (row for row in rows if not (unfinished_only and row.finished))
    ordered = sorted(chosen, key=lambda row: (row.changed, row.id), reverse=True)
    return ordered[offset : offset + limit]
