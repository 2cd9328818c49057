"""What moves while a consideration is peeled: a ring that rolls off, a slip that is laid, a card that is slid in."""

from collections.abc import Callable

from tegenwicht.game import events
from tegenwicht.game import path as game_path
from tegenwicht.game.path import Path, PathStep
from tegenwicht.game.state import Session
from tegenwicht.kit.motion import moves
from tegenwicht.screens.parts.peel.rings import peeling
from tegenwicht.screens.parts.peel.slips import Slip, slips_at
from tegenwicht.screens.shell.view import View

FIELD = "slip:field"
LAID = 0.3
"""Seconds that a slip or a card takes to its place."""
FROM_THE_LEFT = (-150.0, 0.0)
"""Design pixels: where a card comes from that is slid in a ring."""


def path_motion(event: events.Event, v: View, path_of: Callable[[Session], Path | None]) -> moves.Move | None:
    """What moves after an event on a path; ``v`` shows what came of it."""
    assert v.model.playing is not None
    timeline = v.model.playing.timeline
    done = timeline.done
    now, was = path_of(timeline.session), path_of(done.before) if done is not None else None
    if now is None or was is None:
        return None
    match event:
        case game_path.StepGoneTo(step):
            return _opened(v, was, step)
        case game_path.AnswerWritten(step):
            new = [slip for slip in slips_at(now, step) if slip not in slips_at(was, step)]
            longer = len(slips_at(now, step)) > len(slips_at(was, step))
            return _laid(new[-1], FIELD) if new and longer else None
        case game_path.LineMoved():
            return _moved(was, now)
        case game_path.CardLaid(step):
            slid = moves.Shift(f"tucked:{step}", FROM_THE_LEFT, LAID)
            return moves.Together((moves.Sound("slide"), slid))
    return None


def _opened(v: View, was: Path, step: PathStep) -> moves.Move | None:
    """Inwards a ring is peeled; outwards it lies round the others again, at once."""
    at = game_path.STEPS.index(step)
    inwards = was.at is not None and at > game_path.STEPS.index(was.at)
    return peeling(v.theme, at) if inwards else None


def _laid(slip: Slip, start: str) -> moves.Move:
    return moves.Together((moves.Sound("paper"), moves.Shift(slip.key, None, LAID, start=start)))


def _moved(was: Path, now: Path) -> moves.Move | None:
    """A slip goes from the one tray to the other."""
    for step, there in game_path.ACROSS.items():
        gone = [one for one in slips_at(was, step) if one not in slips_at(now, step)]
        came = [one for one in slips_at(now, there) if one not in slips_at(was, there)]
        if gone and len(came) == 1:
            start = next((one for one in gone if one.words == came[0].words), gone[-1])
            return _laid(came[0], start.key)
    return None
