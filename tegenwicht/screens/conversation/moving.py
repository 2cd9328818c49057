"""What moves in a talk: a slip to its cluster, the chosen one to the middle of its rings, and what moves on a path."""

from tegenwicht.game import conversation, events
from tegenwicht.game.path import Path
from tegenwicht.game.state import Session
from tegenwicht.kit.motion import moves
from tegenwicht.screens.conversation.telling_now import FIELD, place_key
from tegenwicht.screens.conversation.words import cluster_of
from tegenwicht.screens.parts.peel.moving import path_motion
from tegenwicht.screens.parts.table.ground import is_large, is_near
from tegenwicht.screens.shell.view import View

ARC, FLIGHT, TO_THE_MIDDLE = 46, 0.3, 0.5
"""How high a slip flies in design pixels; seconds to its cluster, and to the middle of the rings."""


def motion(event: events.Event, v: View) -> moves.Move | None:
    """What moves after an event; ``v`` shows what came of it."""
    assert v.model.playing is not None
    session: Session = v.model.playing.timeline.session
    talk = conversation.conversation(session).talk
    match event:
        case conversation.ConsiderationNoted() if talk is not None and talk.noted:
            place = place_key(cluster_of(session, talk.noted[-1]))
            if is_large(v) or is_near(v):
                laid: moves.Move = moves.Fly(place, FIELD, ARC, FLIGHT)
            else:
                laid = moves.Shift(f"talk:laid:{len(talk.noted) - 1}", None, FLIGHT, start=FIELD)
            return moves.Together((moves.Sound("paper"), laid))
        case conversation.ConsiderationChosen(number):
            middle = moves.LayDown(f"talk:choose:{number}", "path:rename", seconds=TO_THE_MIDDLE)
            return moves.Together((moves.Sound("paper"), middle))
    return path_motion(event, v, _path_of)


def _path_of(session: Session) -> Path | None:
    talk = conversation.conversation(session).talk
    return talk.path if talk is not None else None
