"""What the screens of every mode share: the lesser buttons, panels to close, and keeping what was typed first."""

from collections.abc import Sequence

from tegenwicht.kit.buttons import Button, button
from tegenwicht.kit.command import Command
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import All
from tegenwicht.screens.shell.model import Playing
from tegenwicht.screens.shell.modes import shutting
from tegenwicht.screens.shell.view import View

SMALL_BUTTON = 24


def title_and_date(playing: Playing) -> str:
    """ "Team Zuid · 10 nov" for the bar."""
    title = playing.timeline.session.setup.title
    return " · ".join(part for part in (title, playing.when) if part)


def saving(unsaved: Sequence[Command], command: Command) -> Command:
    """The command, after what was typed has been kept."""
    return All((*unsaved, command)) if unsaved else command


def close_button(v: View, label: str, primary: bool = False) -> Button:
    """Closes the panel."""
    return button(v, "panel:close", label, shutting(v), None if primary else keys.BACK, primary=primary)
