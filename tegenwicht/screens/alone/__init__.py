"""The screens of the mode Alleen: the hand, the card, its other side, the close."""

from tegenwicht.game import alone as a
from tegenwicht.game.events import Event
from tegenwicht.game.state import Phase
from tegenwicht.kit.nodes import Node
from tegenwicht.screens.alone import hand, parts, table
from tegenwicht.screens.alone.account import account, pattern_blocks
from tegenwicht.screens.alone.words import about, announcement, arrival, motion, session_line, undo_name
from tegenwicht.screens.parts.blocks import sheets
from tegenwicht.screens.parts.closing import closing
from tegenwicht.screens.parts.unsaved import unsaved_at_the_close, unsaved_text
from tegenwicht.screens.shell.modes import Unsaved
from tegenwicht.screens.shell.view import View

__all__ = [
    "about", "account", "announcement", "arrival", "build", "motion", "pattern_blocks", "session_line", "undo_name",
    "unread", "unsaved",
]  # fmt: skip


def build(v: View) -> Node:
    """The screen that fits where the session is."""
    playing = v.model.playing
    assert playing is not None
    session = playing.timeline.session
    if session.phase is not Phase.PLAYING:
        blocks = pattern_blocks(v.model.pattern) if v.model.pattern else ()
        return closing(v, also=sheets(v, blocks, "pattern"))
    return table.build(v, playing) if a.alone(session).on_table else hand.build(v, playing)


def unsaved(v: View) -> Unsaved:
    """The note about the other side, and the one on the panel; at the close the learning point."""
    assert v.model.playing is not None
    session = v.model.playing.timeline.session
    if session.phase is not Phase.PLAYING:
        return unsaved_at_the_close(v, session)
    one = a.alone(session).on_table
    note = unsaved_text(v, "note", one.note, a.WriteNote) if one and v.model.panel == "note" else ()
    return Unsaved(parts.unsaved(v, session), note)


def unread(event: Event) -> bool:
    """A card from the hand."""
    return isinstance(event, a.CardChosen)
