"""What the screens of every mode share: the bar's buttons, the main button, undo, and panels to close."""

from collections.abc import Sequence

from tegenwicht.game import events as e
from tegenwicht.i18n import tr
from tegenwicht.kit.buttons import Button, button
from tegenwicht.kit.command import Command
from tegenwicht.kit.layout import Box
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.bar import bar_button, help_and_settings
from tegenwicht.screens.shell.commands import All, Do
from tegenwicht.screens.shell.model import Playing
from tegenwicht.screens.shell.modes import leaving, screens_of, shutting
from tegenwicht.screens.shell.view import View

SMALL_BUTTON = 24


def title_and_date(playing: Playing) -> str:
    """ "Team Zuid · 10 nov" for the bar."""
    title = playing.timeline.session.setup.title
    return " · ".join(part for part in (title, playing.when) if part)


def session_buttons(v: View, finish: Command | None = None) -> list[Box]:
    """*Afronden* when there is something that does it, *Stoppen* (the session and all that was typed are kept), help
    and settings."""
    boxes: list[Box] = []
    if finish is not None:
        boxes.append(bar_button(v, "finish", tr("Afronden"), finish, keys.FINISH, "check"))
    leave = bar_button(v, "bar:leave", tr("Stoppen"), leaving(v), keys.BACK, "back")
    return [*boxes, leave, *help_and_settings(v)]


def saving(unsaved: Sequence[Command], command: Command) -> Command:
    """The command, after what was typed has been kept."""
    return All((*unsaved, command)) if unsaved else command


def main_button(
    v: View,
    label: str,
    action: Command | None,
    description: str = "",
    enabled: bool = True,
    clicker: bool = True,
) -> Button:
    """What comes next. ``clicker``: a presenter's clicker may press it."""
    key = keys.PRIMARY if clicker else keys.FOR_GOOD
    return button(
        v, "primary", label, action, key, primary=True, enabled=enabled, first=True, description=description
    )


def small_button(
    v: View, playing: Playing, key: str, label: str, legal: object, shortcut: keys.Key | None = None,
    opens: Command | None = None, description: str = "", glyph: str = "",
) -> Button:  # fmt: skip
    """One of the lesser buttons: does ``legal``, or opens a panel for it, when that is legal now."""
    return button(v, key, label, opens or Do(legal), shortcut, enabled=legal in playing.legal,  # type: ignore[arg-type]
                  size=SMALL_BUTTON, description=description, pad=14, glyph=glyph)  # fmt: skip


def undo_boxes(v: View, playing: Playing) -> list[Button]:
    """*Ongedaan maken* and *Opnieuw*, each naming what it takes back or does again."""
    done, undone = playing.timeline.done, playing.timeline.undone
    name = screens_of(playing.timeline.session.setup.mode).undo_name
    boxes = [_again(v, "undo", tr("Ongedaan maken"), e.Undo(), keys.UNDO, name(done.event) if done else "",
                    e.Undo() in playing.legal)]  # fmt: skip
    if undone:
        boxes.append(_again(v, "redo", tr("Opnieuw"), e.Redo(), keys.REDO, name(undone.event), True))
    return boxes


def _again(
    v: View, key: str, label: str, action: e.Action, shortcut: keys.Key, what: str, able: bool
) -> Button:
    return button(v, key, label, Do(action), shortcut, enabled=able, size=SMALL_BUTTON, description=what,
                  pad=14, aside=what)  # fmt: skip


def close_button(v: View, label: str, primary: bool = False) -> Button:
    """Closes the panel."""
    return button(v, "panel:close", label, shutting(v), None if primary else keys.BACK, primary=primary)
