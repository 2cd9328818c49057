"""The round buttons in the corner above of every screen: help, and the menu or the settings. One look for all of them."""

from collections.abc import Sequence
from typing import NamedTuple

from tegenwicht.i18n import tr
from tegenwicht.kit.command import Command
from tegenwicht.kit.layout import Box, Leaf, Nodes
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill, Icon
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import Go, Open
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.scenes import Scene
from tegenwicht.screens.shell.view import View

SIDE = 44
"""Design pixels of one that stands on a large window."""


class Round(NamedTuple):
    """A round button with only an icon. word: what a screen reader says. names: of the keys that press it."""

    key: str
    word: str
    glyph: str
    command: Command
    names: tuple[str, ...]

    def node(self, v: View, at: Rect) -> Node:
        """The button filling ``at``, a square."""
        m, side = v.theme.table, at.w
        edge = max(2, round(side * (2.4 if m.rich else 3) / SIDE))
        ops = (
            Fill(at, m.paper, side // 2, edge, m.line),
            Icon(at.inset(round(side * 0.2)), self.glyph, v.theme.ink),
        )
        return Node(
            self.key, Role.BUTTON, at, self.word, action=self.command, shortcuts=self.names, corner=side // 2, ops=ops
        )  # fmt: skip


def help_button() -> Round:
    """To the help for this screen."""
    return Round("bar:help", tr("Hulp"), "help", Go(Scene.HELP), keys.HELP.names)


def settings_button() -> Round:
    """To the settings."""
    return Round("bar:settings", tr("Instellingen"), "settings", Go(Scene.SETTINGS), keys.SETTINGS.names)


def help_and_menu(escape: bool = True) -> list[Round]:
    """Those of a game. escape: whether that key opens the menu now."""
    names = keys.BACK.names if escape else ()
    return [help_button(), Round("corner:menu", tr("Menu"), "menu", Open(Panel.MENU), names)]


def side_by_side(v: View, buttons: Sequence[Round], side: int, gap: int) -> Box:
    """Round buttons at the right of their room, the last one at its end; ``side`` and ``gap`` in pixels."""

    def place(rect: Rect) -> Nodes:
        y = rect.y + (rect.h - side) // 2
        start = rect.right - wide
        return [one.node(v, Rect(start + n * (side + gap), y, side, side)) for n, one in enumerate(buttons)]

    wide = len(buttons) * side + max(0, len(buttons) - 1) * gap
    return Leaf(side, place, wide)
