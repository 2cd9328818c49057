"""The screens of the mode Triple feedback: the start, the four questions, looking back, the close."""

from tegenwicht.game import feedback as f
from tegenwicht.game.events import Event
from tegenwicht.game.state import Phase
from tegenwicht.ui.closing import closing
from tegenwicht.ui.modes import Motion
from tegenwicht.ui.nodes import Node
from tegenwicht.ui.scenes.feedback import back, begin, walk
from tegenwicht.ui.scenes.feedback.account import account
from tegenwicht.ui.scenes.feedback.words import about, announcement, arrival, session_line, undo_name
from tegenwicht.ui.view import View

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


def motion(event: Event, v: View) -> Motion | None:  # noqa: ARG001
    """Nothing moves: what is to be read stands still."""
    return None
