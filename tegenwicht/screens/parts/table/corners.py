"""Help and menu: two round buttons in the corner of every screen with a room."""

from tegenwicht.i18n import tr
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.screens.parts.table import rim
from tegenwicht.screens.parts.table.ground import Ground
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import Go, Open
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.scenes import Scene


def corner_buttons(g: Ground, escape: bool = True) -> list[Node]:
    """Help and menu, in the corner. escape: whether that key opens the menu now."""
    made = []
    for number, key, label, command, shortcut, glyph in (
        (1, "bar:help", tr("Hulp"), Go(Scene.HELP), keys.HELP, "help"),
        (0, "corner:menu", tr("Menu"), Open(Panel.MENU), keys.BACK, "menu"),
    ):
        at, ops = rim.corner_button(g, number, glyph)
        names = shortcut.names if escape or shortcut is keys.HELP else ()
        made.append(
            Node(key, Role.BUTTON, at, label, action=command, shortcuts=names, corner=at.w // 2, ops=ops)
        )
    return made
