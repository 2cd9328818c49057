"""What the menu of every game has: undoing, the settings, the help and the way out."""

from tegenwicht.game import events
from tegenwicht.i18n import tr
from tegenwicht.kit.command import Command
from tegenwicht.screens.parts.act import Act
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import Do, Go
from tegenwicht.screens.shell.model import Playing
from tegenwicht.screens.shell.modes import screens_of
from tegenwicht.screens.shell.scenes import Scene


def undo_acts(playing: Playing) -> list[Act]:
    """*Ongedaan maken* and *Opnieuw*, as far as they can be done now, each naming what."""
    done, undone = playing.timeline.done, playing.timeline.undone
    name = screens_of(playing.timeline.session.setup.mode).undo_name
    found = []
    if done and events.Undo() in playing.legal:
        what = name(done.event)
        found.append(Act("undo", tr("Ongedaan maken"), Do(events.Undo()), keys.UNDO, "undo", told=what))
    if undone and events.Redo() in playing.legal:
        what = name(undone.event)
        found.append(Act("redo", tr("Opnieuw"), Do(events.Redo()), keys.REDO, "redo", told=what))
    return found


def ways_away(leave: Command) -> list[Act]:
    """What a menu ends with: to the settings, to the help, and home by ``leave``."""
    return [
        Act("menu:settings", tr("Instellingen"), Go(Scene.SETTINGS), keys.SETTINGS, "settings"),
        Act("menu:help", tr("Hulp"), Go(Scene.HELP), keys.HELP, "help"),
        Act("menu:leave", tr("Naar het begin"), leave, None, "back", told=tr("De sessie blijft bewaard")),
    ]
