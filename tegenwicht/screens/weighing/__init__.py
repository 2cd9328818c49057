"""The screens of the mode Wegen: weighing together or unseen, the result, a talk, the close."""

from tegenwicht.game import weighing
from tegenwicht.game.events import Event
from tegenwicht.game.state import Phase, Session
from tegenwicht.kit.nodes import Node
from tegenwicht.screens.parts.closing import closing, unsaved_at_the_close
from tegenwicht.screens.parts.harvest.now import Look
from tegenwicht.screens.parts.small_views import readable
from tegenwicht.screens.shell.modes import Unsaved
from tegenwicht.screens.shell.view import View
from tegenwicht.screens.weighing import counting, cover, look, panels, result, talk, weigh
from tegenwicht.screens.weighing.about import about
from tegenwicht.screens.weighing.account import account, is_covered, weights
from tegenwicht.screens.weighing.words import announcement, arrival, motion, session_line, undo_name

__all__ = [
    "about",
    "account",
    "announcement",
    "arrival",
    "build",
    "motion",
    "session_line",
    "undo_name",
    "unread",
    "unsaved",
    "weights",
]


def build(v: View) -> Node:
    """The screen that fits where the session is."""
    assert v.model.playing is not None
    session = v.model.playing.timeline.session
    play = weighing.scales(session)
    if session.phase is not Phase.PLAYING:
        return closing(v, look=_look(session))
    v = readable(v)
    if play.stage is weighing.Stage.TALK:
        return talk.build(v)
    if play.stage is weighing.Stage.RESULT:
        return result.build(v)
    return cover.build(v) if play.now is None else weigh.build(v)


def _look(session: Session) -> Look | None:
    """How it was weighed; nothing while that is covered, or when nothing was."""
    if is_covered(session) or not weighing.weighed(session):
        return None
    return Look(
        lambda v: look.look_back(v, session), lambda *place: look.paper_ops(place[0], session, *place[1:])
    )


def unsaved(v: View) -> Unsaved:
    """What is typed in a panel; the hands that were counted and not kept; at the close the learning points."""
    assert v.model.playing is not None
    session = v.model.playing.timeline.session
    if session.phase is not Phase.PLAYING:
        return unsaved_at_the_close(v)
    return Unsaved(counting.kept_by_leaving(v, session), panels.unsaved(v, session))


def unread(event: Event) -> bool:  # noqa: ARG001
    """A factor comes when the one before is kept, and each is named on its own button."""
    return False
