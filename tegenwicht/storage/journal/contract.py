"""What a journal promises, whatever it writes to. Imports nothing, so that anyone may import it.

An action is durable when ``append`` returns, or ``trouble`` says that it is not yet. A journal belongs to
one thread.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from tegenwicht.game.events import Event


class SessionRow(NamedTuple):
    """One session as the start screen lists it.

    started, changed: ISO 8601 in UTC, all in one form, so that their order is that of time. actions: how
    many events there are, the start included; the journal counts them itself. line: a summary for people.
    came_up: how often each cluster came up by card (six numbers) and then by mention (six), in the order of
    ``CLUSTERS``; None when that is not known.
    """

    id: str
    mode: str
    title: str
    started: str
    changed: str
    finished: bool
    actions: int
    line: str
    came_up: tuple[int, ...] | None = None


class Totals(NamedTuple):
    """What came up over many sessions; six numbers each, in the order of ``CLUSTERS``.

    sessions: how many are counted. stayed_away: in how many of those a cluster did not
    come up, and another did.
    unknown: how many more there are of which it was not reckoned yet (see ``reckon_tallies``).
    """

    sessions: int
    by_card: tuple[int, ...]
    by_mention: tuple[int, ...]
    stayed_away: tuple[int, ...]
    unknown: int


class SessionTakenElsewhere(Exception):  # noqa: N818 - says what happened
    """Another copy of the app went on with the session; the message is Dutch, for the screen."""


class UnreadableSession(Exception):  # noqa: N818
    """A session that cannot be opened, which harms no other; the message is Dutch, for the screen."""


class NotErased(Exception):  # noqa: N818
    """What was to be erased is, in whole or in part, still there; the message is Dutch: why, what to do."""


class NotPutBack(Exception):  # noqa: N818
    """A copy was not put back, and nothing was changed; the message is Dutch: why, what to do."""


class Journal(Protocol):
    """Sessions and their events, in the order in which they happened."""

    @property
    def trouble(self) -> str | None:
        """A Dutch sentence for a lasting notice while something cannot be saved: what, and what to do."""

    @property
    def waiting(self) -> int:
        """How many events are only in memory. They are written, in order, as soon as that can be done."""

    def begin(self, row: SessionRow, first: Sequence["Event"]) -> None:
        """A new session with at least one event. SessionTakenElsewhere when its id exists."""

    def take_up(self, session_id: str) -> tuple[SessionRow, list["Event"]]:
        """A session to go on with; ``append`` needs this or ``begin``. Raises UnreadableSession."""

    def append(self, number: int, event: "Event", row: SessionRow) -> None:
        """Event ``number`` (from 0) of session ``row.id``, with what is listed of the session from now on.

        Never raises for a disk. SessionTakenElsewhere when that number was written before; ValueError for
        a number too high, a session that was not taken up, or an event that cannot be put in text.
        """

    def extend(self, events: Sequence["Event"], row: SessionRow) -> None:
        """What happened to a session elsewhere, behind what is here, in one go: as ``append`` of each."""

    def events(self, session_id: str) -> list["Event"]:
        """Every event of a session, to look back. Raises UnreadableSession."""

    def sessions(
        self, *, unfinished_only: bool = False, search: str = "", limit: int = 50, offset: int = 0
    ) -> list[SessionRow]:
        """The sessions, last changed first. ``search``: words that all stand in the title or the line."""

    def count(self, search: str = "") -> int:
        """How many sessions there are, or how many ``search`` finds."""

    def totals(self, search: str = "", limit: int | None = None, mode: str = "") -> Totals:
        """What came up in all sessions that ``search`` finds, or in the ``limit`` last changed of those.

        mode: only of sessions of that mode.
        """

    def reckon_tallies(self, most: int = 20) -> int:
        """Fill in ``came_up`` of at most so many rows that older versions wrote; how many were looked at.

        For idle moments while such rows are shown; 0 means that there are none left. A session that cannot
        be read is looked at once.
        """

    def erase(self, *session_ids: str) -> None:
        """The sessions are gone for good, all or none: from every file in the data folder, free pages and copies included.

        Raises NotErased: when one is open in another window, nothing changed; when a disk failed, what could
        not be erased is erased when the journal is next opened. Let go of the sessions' locks before. What
        else had to go is in ``take_notices``.
        """

    def erase_everything(self) -> None:
        """Every session, as ``erase`` does it. What settings keep is no session: see ``storage.erasing``."""

    def put_back(self, copy: "Path", now: "datetime") -> None:
        """Every session as it is in a copy of the journal, after a copy was made of how it is; all or nothing.

        What was erased stays erased. Raises NotPutBack. Let go of every session's lock before.
        """

    def retry(self) -> bool:
        """Try again to write what waits; whether all is well now."""

    def take_notices(self) -> list[str]:
        """Dutch sentences about what happened to files since the last time, to be shown once."""

    def close(self) -> None:
        """Write what can be written and let go of the file."""
