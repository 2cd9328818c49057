"""One earlier session, read from the journal, for the desks that need a whole one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tegenwicht.i18n import tr
from tegenwicht.storage.journal.contract import SessionRow, UnreadableSession

if TYPE_CHECKING:
    from tegenwicht.game.state import Session


def session_in(journal: Any, session_id: str) -> tuple[Session | None, str]:
    """(a session as it is now, why it cannot be read in Dutch)"""
    from tegenwicht.game.rules import ReplayError, replay

    try:
        return replay(journal.events(session_id)).session, ""
    except UnreadableSession as error:
        return None, str(error)
    except ReplayError as error:
        return None, tr("Deze sessie klopt niet vanaf stap {n} en kan niet worden gelezen.").format(
            n=error.number
        )


def row_in(journal: Any, session_id: str) -> SessionRow | None:
    """The row of a session, wherever in the list it is."""
    at = 0
    while rows := journal.sessions(limit=500, offset=at):
        for row in rows:
            if row.id == session_id:
                return row  # type: ignore[no-any-return]  # a Journal, whatever it writes to
        at += len(rows)
    return None
