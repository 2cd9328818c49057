"""Help and menu in the corner, for a compact scene."""

from tegenwicht.kit.layout import Box, Leaf
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.table.corners import corner_buttons
from tegenwicht.screens.parts.table.ground import ground_around, is_near
from tegenwicht.screens.shell.corner import help_and_menu, side_by_side
from tegenwicht.screens.shell.view import View

LEAST_BESIDE = 12
"""How far, in pixels, a row that ends with the two buttons stays from the window's edge at least."""


def corner_box(v: View, escape: bool = False, side: int = 0, gap: int = 0) -> Box:
    """The two buttons beside each other, as the last of a row at the top of the window.

    From near they are where they are on every other screen of a game, so that they stand still from one to the next.
    escape: whether that key opens the menu now. side, gap: elsewhere, how large each is and how far apart, in pixels.
    """
    if not is_near(v):
        sides = side or max(v.px(48), v.text_px(40))
        return side_by_side(v, help_and_menu(escape), sides, gap or v.px(10))
    made = corner_buttons(ground_around(v), escape)
    whole: Rect = made[0].rect.around(made[-1].rect)
    return Leaf(whole.h, lambda _: list(made), v.width - whole.x - LEAST_BESIDE)
