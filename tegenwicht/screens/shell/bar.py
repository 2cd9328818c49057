"""What hangs on the wall above a screen that scrolls: where one is, at the left, and two round buttons at the right."""

from collections.abc import Sequence

from tegenwicht.kit import widgets
from tegenwicht.kit.layout import Box, Column, Nodes, Padded, Row, space, width_of
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.shell.corner import SIDE, help_button, settings_button, side_by_side
from tegenwicht.screens.shell.near import fits_near, near_scale
from tegenwicht.screens.shell.scenes import Scene
from tegenwicht.screens.shell.view import View

PLACE, QUIET = 24, 22
ROOMY, NARROW = 32, 24
"""What is free at the left and right, in design pixels: on a large window, and on a narrow one; between these it is as
much as on a game that is seen from near."""


def side_of(v: View) -> int:
    """What is free at the left and right of a screen, in pixels: what hangs above, what scrolls, and the rim begin there."""
    if v.roomy:
        return v.px(ROOMY)
    if fits_near(v) and v.width > v.height:
        return round(ROOMY * near_scale(v))
    return v.px(NARROW)


def help_and_settings(v: View) -> list[Box]:
    """The two buttons that stand at the same place on every screen, but for the one of that screen itself."""
    side = max(v.px(SIDE), v.text_px(SIDE * 0.85))
    shown = [
        *([help_button()] if v.model.scene != Scene.HELP else []),
        *([settings_button()] if v.model.scene != Scene.SETTINGS else []),
    ]
    return [side_by_side(v, [one], side, 0) for one in shown]


def bar(v: View, title: str, words: str, buttons: Sequence[Box]) -> Box:
    """title: the screen's heading. words: quieter, beside it; below it where there is no room."""

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        edge = Fill(Rect(0, rect.bottom - v.px(2), rect.w, v.px(2)), v.theme.edge)
        line = (edge,) if v.theme.name == "contrast" else ()
        return Node("bar", Role.GROUP, rect, ops=(Fill(rect, v.theme.top), *line), children=tuple(nodes))

    margin = side_of(v)
    return Padded(
        _inside(v, title, words, buttons, v.width - 2 * margin), margin, v.px(8 if v.low else 14), wrap
    )


def _inside(v: View, title: str, words: str, buttons: Sequence[Box], width: int) -> Box:
    gap, quiet = v.px(20), [_quiet(v, words, True)] if words else []
    one = [_heading(v, title, True), *quiet] if title else quiet
    if width_of([*one, *buttons], gap) + v.px(24) <= width:
        return Row([*one, space(), Row(buttons, v.px(10))], gap)
    head = Row([_heading(v, title, False) if title else space(), Row(buttons, v.px(10))], gap)
    return Column([head, _quiet(v, words, False)], v.px(4)) if words else head


def _heading(v: View, title: str, natural: bool) -> Box:
    return widgets.text(
        v, title, PLACE, "semibold", v.theme.on_top, Role.HEADING, 1, natural=natural, key="bar:title"
    )


def _quiet(v: View, words: str, natural: bool) -> Box:
    return widgets.text(v, words, QUIET, "regular", v.theme.on_top_muted, natural=natural)
