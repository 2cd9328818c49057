"""What stands round a screen of the mode Wegen: finishing asks, and undo shows nothing of anyone else."""

from typing import Any

from tegenwicht.game import events, weighing
from tegenwicht.game.state import Session
from tegenwicht.kit.command import Command
from tegenwicht.screens.parts.act import Act
from tegenwicht.screens.parts.menu import undo_acts
from tegenwicht.screens.parts.wall.game_wall import Wall
from tegenwicht.screens.shell.commands import All, Do
from tegenwicht.screens.shell.model import Playing
from tegenwicht.screens.shell.view import View
from tegenwicht.screens.weighing import panels


def around(
    v: View, playing: Playing, title: str, acts: tuple[Act, ...], first: tuple[Command, ...] = (), **more: Any
) -> Wall:
    """What stands round a screen of this mode: finishing asks, and undo shows nothing of anyone else.

    first: what must be kept before it is finished.
    """
    session: Session = playing.timeline.session
    dialog = panels.build(v, session, first)
    finish = All((*first, Do(events.Finish(False)))) if events.Finish(False) in playing.legal else None
    return Wall(v, playing, title, acts, dialog=dialog, finish=finish, undo=private_undo(playing), **more)


def private_undo(playing: Playing) -> tuple[Act, ...]:
    """*Ongedaan maken* and *Opnieuw*, only as far as they bring nobody's covered weights into sight."""
    acts, timeline = undo_acts(playing), playing.timeline
    play = weighing.scales(timeline.session)
    if not play.covered or play.stage is not weighing.Stage.WEIGHING or timeline.session.alone:
        return tuple(acts)
    steps = {"undo": timeline.done, "redo": timeline.undone}
    return tuple(act for act in acts if (step := steps[act.key]) and _is_own(step.event, play.at_keys))


def _is_own(event: events.Event, at_keys: int | None) -> bool:
    """Whether undoing or redoing it shows only what whoever sits at the keys gave."""
    if type(event) not in weighing.EVENTS:
        return not isinstance(event, events.ParticipantRemoved | events.SessionFinished)
    match event:
        case weighing.FactorTurnedTo():
            return at_keys is not None
        case (
            weighing.WeightGiven(participant=one)
            | weighing.KeysTaken(participant=one)
            | weighing.WeightsCovered(participant=one)
        ):
            return one == at_keys
    return False
