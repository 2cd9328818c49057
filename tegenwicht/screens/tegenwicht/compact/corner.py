"""Help and menu in the corner, for a compact scene."""

from tegenwicht.kit.layout import Box
from tegenwicht.screens.shell.corner import help_and_menu, side_by_side
from tegenwicht.screens.shell.view import View


def corner_box(v: View) -> Box:
    """The two buttons beside each other; Escape does not open the menu there."""
    return side_by_side(v, help_and_menu(False), max(v.px(48), v.text_px(40)), v.px(10))
