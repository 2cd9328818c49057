"""The screens of the mode Tegenwicht: the table, the end of a round, the close."""

from tegenwicht.game import tegenwicht as t
from tegenwicht.game.state import Phase
from tegenwicht.kit.nodes import Node
from tegenwicht.screens.shell.view import View
from tegenwicht.screens.tegenwicht import close, round_done, table
from tegenwicht.screens.tegenwicht.about import about
from tegenwicht.screens.tegenwicht.account import account
from tegenwicht.screens.tegenwicht.words import announcement, arrival, motion, session_line, undo_name

__all__ = ["about", "account", "announcement", "arrival", "build", "motion", "session_line", "undo_name"]


def build(v: View) -> Node:
    """The screen that fits where the session is."""
    assert v.model.playing is not None
    session = v.model.playing.timeline.session
    if session.phase is not Phase.PLAYING:
        return close.build(v)
    return table.build(v) if t.table(session).turn else round_done.build(v)
