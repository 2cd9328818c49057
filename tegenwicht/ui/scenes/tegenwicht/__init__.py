"""The screens of the mode Tegenwicht: the table, the end of a round, the close."""

from tegenwicht.game import tegenwicht as t
from tegenwicht.game.state import Phase
from tegenwicht.ui.nodes import Node
from tegenwicht.ui.scenes.tegenwicht import close, round_done, table
from tegenwicht.ui.scenes.tegenwicht.about import about
from tegenwicht.ui.scenes.tegenwicht.account import account
from tegenwicht.ui.scenes.tegenwicht.words import announcement, arrival, motion, session_line, undo_name
from tegenwicht.ui.view import View

__all__ = ["about", "account", "announcement", "arrival", "build", "motion", "session_line", "undo_name"]


def build(v: View) -> Node:
    """The screen that fits where the session is."""
    assert v.model.playing is not None
    session = v.model.playing.timeline.session
    if session.phase is not Phase.PLAYING:
        return close.build(v)
    return table.build(v) if t.table(session).turn else round_done.build(v)
