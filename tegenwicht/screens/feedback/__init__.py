"""The screens of the mode Triple feedback: the start, the four questions, looking back, the close."""

from tegenwicht.game import feedback
from tegenwicht.game.events import Event
from tegenwicht.game.state import Phase
from tegenwicht.kit.motion.moves import Move, Shift, Sound, Together
from tegenwicht.kit.nodes import Node
from tegenwicht.screens.feedback import back, begin, parts, walk
from tegenwicht.screens.feedback.account import account, subject
from tegenwicht.screens.feedback.open_loop import PLACES, figure_ground, opening
from tegenwicht.screens.feedback.words import about, announcement, arrival, session_line, undo_name
from tegenwicht.screens.parts.closing import closing, unsaved_at_the_close
from tegenwicht.screens.parts.panels.unsaved import unsaved_newcomer
from tegenwicht.screens.parts.small_views import page_of_game, readable
from tegenwicht.screens.shell.modes import Unsaved
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.view import View

__all__ = [
    "about", "account", "announcement", "arrival", "build", "motion", "session_line", "subject", "undo_name",
    "unread", "unsaved",
]  # fmt: skip


def build(v: View) -> Node:
    """The screen that fits where the session is."""
    playing = v.model.playing
    assert playing is not None
    session = playing.timeline.session
    if session.phase is not Phase.PLAYING:
        return closing(v)
    play = feedback.feedback(session)
    if play.answering:
        return walk.build(readable(v), playing)
    v = page_of_game(v)
    return back.build(v, playing) if play.walks else begin.build(v, playing)


def motion(event: Event, v: View) -> Move | None:
    """What moves after an event; ``v`` shows what came of it."""
    assert v.model.playing is not None
    play = feedback.feedback(v.model.playing.timeline.session)
    match event:
        case feedback.QuestionOpened(number) if number in PLACES[0].low:
            return opening(figure_ground(v), number)
        case feedback.AnswerWritten(text) if text:
            return Together((Sound("paper"), Shift(f"answer:{play.at}", None, 0.3, start="question")))
    return None


def unsaved(v: View) -> Unsaved:
    """The answer or the line that is typed, and what is typed in a panel; at the close the learning points."""
    assert v.model.playing is not None
    session = v.model.playing.timeline.session
    if session.phase is not Phase.PLAYING:
        return unsaved_at_the_close(v)
    line = parts.unsaved_name(v, session)
    match v.model.panel:
        case Panel.PEOPLE:
            panel = unsaved_newcomer(v)
        case Panel.CONSIDERATION:
            panel = line
        case Panel.ANSWER:
            panel = parts.unsaved(v, session)
        case _:
            panel = ()
    asked = feedback.feedback(session).walks or feedback.feedback(session).answering
    return Unsaved(() if asked else line, panel)


def unread(event: Event) -> bool:  # noqa: ARG001
    """No card comes by itself."""
    return False
