"""The screens of the mode Tegenwicht: the table, the end of a round, the close."""

from tegenwicht.game import tegenwicht
from tegenwicht.game.events import Event
from tegenwicht.game.state import Phase
from tegenwicht.kit.nodes import Node
from tegenwicht.screens.parts import checkin
from tegenwicht.screens.parts.closing import unsaved_at_the_close
from tegenwicht.screens.shell.modes import Unsaved
from tegenwicht.screens.shell.view import View
from tegenwicht.screens.tegenwicht import close, panels, table, ten_stones
from tegenwicht.screens.tegenwicht.about import about
from tegenwicht.screens.tegenwicht.account import account
from tegenwicht.screens.tegenwicht.beamer import on_beamer
from tegenwicht.screens.tegenwicht.directed import directed
from tegenwicht.screens.tegenwicht.heard import heard
from tegenwicht.screens.tegenwicht.moving import motion
from tegenwicht.screens.tegenwicht.now import how_it_lay
from tegenwicht.screens.tegenwicht.round_end import round_done
from tegenwicht.screens.tegenwicht.words import announcement, arrival, session_line, undo_name

__all__ = [
    "about", "account", "announcement", "arrival", "build", "directed", "heard", "how_it_lay", "motion", "on_beamer",
    "session_line", "undo_name", "unread", "unsaved",
]  # fmt: skip


def build(v: View) -> Node:
    """The screen that fits where the session is."""
    assert v.model.playing is not None
    session = v.model.playing.timeline.session
    if ten_stones.shown(v):
        return ten_stones.build(v)
    if session.phase is not Phase.PLAYING:
        return close.build(v)
    if checkin.is_due(v):
        return checkin.build(v)
    return table.build(v) if tegenwicht.table(session).turn else round_done.build(v)


def unsaved(v: View) -> Unsaved:
    """What is typed in a panel; at the close the learning points."""
    assert v.model.playing is not None
    session = v.model.playing.timeline.session
    if session.phase is not Phase.PLAYING:
        return unsaved_at_the_close(v)
    return Unsaved(panel=panels.unsaved(v, session))


def unread(event: Event) -> bool:
    """A card that was drawn, or brought up."""
    return isinstance(event, tegenwicht.CardDrawn)
