"""Help and menu: two round buttons in the corner of every large screen with a room."""

from tegenwicht.kit.nodes import Node
from tegenwicht.screens.parts.table.ground import Ground
from tegenwicht.screens.shell.corner import SIDE, Round, help_and_menu

NEAR_SIDE = 50
"""Design pixels of one that is seen from near."""


def corner_buttons(g: Ground, escape: bool = True) -> list[Node]:
    """Help and menu. escape: whether that key opens the menu now."""
    return in_the_corner(g, help_and_menu(escape))


def in_the_corner(g: Ground, buttons: list[Round]) -> list[Node]:
    """Round buttons beside each other, the last one at the right."""
    side = NEAR_SIDE if g.near else SIDE
    px, made = g.px(side), []
    for number, one in enumerate(reversed(buttons)):
        at = g.corner(1896 - side - (side + 10) * number, 38 - side / 2, side, side)._replace(w=px, h=px)
        made.append(one.node(g.v, at))
    return made[::-1]
