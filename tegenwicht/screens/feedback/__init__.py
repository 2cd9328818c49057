"""The screens of the mode Triple feedback: the start, the four questions, looking back, the close."""

from tegenwicht.game import feedback as f
from tegenwicht.game.events import Event
from tegenwicht.game.state import Phase
from tegenwicht.kit.motion.moves import Move
from tegenwicht.kit.nodes import Node
from tegenwicht.screens.feedback import back, begin, walk
from tegenwicht.screens.feedback.account import account
from tegenwicht.screens.feedback.words import about, announcement, arrival, session_line, undo_name
from tegenwicht.screens.parts.closing import closing
from tegenwicht.screens.shell.view import View

__all__ = ["about", "account", "announcement", "arrival", "build", "motion", "session_line", "undo_name"]


def build(v: View) -> Node:
    """The screen that fits where the session is."""
    playing = v.model.playing
    assert playing is not None
    session = playing.timeline.session
    if session.phase is not Phase.PLAYING:
        return closing(v)
    play = f.feedback(session)
    if play.answering:
        return walk.build(v, playing)
    return back.build(v, playing) if play.walks else begin.build(v, playing)


def motion(event: Event, v: View) -> Move | None:  # noqa: ARG001
    """Nothing moves: what is to be read stands still."""
    return None
