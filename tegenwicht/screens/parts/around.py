"""What stands round a screen with a room: where one is above, the wall or the table behind, the rim with its buttons.

On a large window everything has its own place, in the design pixels of ``Ground``; on a small one, or with large
text, what is on it is stacked and scrolls between the top and the rim. ``wall.game_wall`` makes one for a game that
goes on, with its menu.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import Button, how_many_fit, toolbar
from tegenwicht.kit.command import Command
from tegenwicht.kit.flow import Wrap
from tegenwicht.kit.layout import Box, Column, Nodes, Row, space
from tegenwicht.kit.nodes import Key, Node, Role
from tegenwicht.kit.ops import Fill
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.act import Act, as_button
from tegenwicht.screens.parts.small_views import own_ground
from tegenwicht.screens.parts.table import letters, rim, room
from tegenwicht.screens.parts.table.corners import in_the_corner
from tegenwicht.screens.parts.table.dashed import dashed_button
from tegenwicht.screens.parts.table.ground import RIM, Ground
from tegenwicht.screens.parts.top_steps import Steps, large_steps, steps_line
from tegenwicht.screens.shell import frame, keys
from tegenwicht.screens.shell.corner import Round, help_and_menu, side_by_side
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.view import View

LINE = 24
BACK = "bar:leave"
"""The button at the left of the rim that leaves a game."""
IN_PLACE = (Panel.SLIP,)
"""Panels that are no window over the screen: something is written in its own place."""
Body = Callable[[Rect, list[Button]], Nodes]
"""Places what a screen shows in the room it gets; the buttons are those that found no place on the rim."""


class Around(NamedTuple):
    """What is around a screen.

    place: where one is, in the corner above. acts: at the right of the rim, the main one last. back: at its left.
    line: one line of help beside that. dialog: a panel over it all. bindings: keys that work here besides.
    escape: whether Esc opens the menu, where there is nothing to go back to. title: of the window; usually the place.
    steps: which of several screens this is. corner: the round buttons above; usually help and menu. wood: whether a
    table stands before the wall, on which something lies. calm: the focus does not begin at the main button.
    elsewhere: it begins at none of the buttons, so each of them shows its key then.
    """

    place: str
    acts: tuple[Act, ...]
    back: Act | None = None
    line: str = ""
    dialog: Node | None = None
    bindings: tuple[tuple[str, Command], ...] = ()
    escape: bool = False
    title: str = ""
    steps: Steps | None = None
    corner: tuple[Round, ...] = ()
    wood: bool = True
    calm: bool = False
    elsewhere: bool = False

    @property
    def round_buttons(self) -> list[Round]:
        """Those in the corner above."""
        return list(self.corner) or help_and_menu(self.escape)


def back_to(command: Command, word: str = "") -> Act:
    """*Terug* with Esc."""
    return Act(BACK, word or tr("Terug"), command, keys.BACK)


def sign_of(v: View, key: Key | None, free: bool = True) -> str:
    """How a key is shown; "" where it does not work now."""
    if key is None or not free or (len(key.shown) == 1 and not v.letter_keys):
        return ""
    return key.shown


def _sign(v: View, act: Act) -> str:
    free = not v.model.panel or v.model.panel in IN_PLACE
    return sign_of(v, act.shortcut, free and act.sign and not act.dashed)


# -- large


def large(g: Ground, around: Around, nodes: Sequence[Node], after: Sequence[Node] = ()) -> Node:
    """The window's tree with everything in its place; ``after``: what is reached after the rim."""
    v = g.v
    beside = 0 if around.steps is None else large_steps(g, around.steps, 0)[0].rect.w + g.px(38)
    words = rim.place_words(g, around.place, beside)
    top = [Node("bar:title", Role.HEADING, words.rect, around.place, level=1, ops=(words,))]
    if around.steps is not None:
        top += large_steps(g, around.steps, words.rect.right + g.px(38))
    behind = (*room.wall(g), *room.table_top(g)) if around.wood else (Fill(g.whole, v.theme.table.wall),)
    shown = [*top, *nodes, *_on_rim(g, around), *in_the_corner(g, around.round_buttons), *after]
    floor = g.front(0, RIM, 0, 0).y
    title = around.title or around.place
    return frame.scene(v, title, (*behind, *room.rim(g)), shown, around.dialog, around.bindings, floor)


def _on_rim(g: Ground, around: Around) -> list[Node]:
    """The way back and the line of help at the left, what can be done at the right."""
    made, end = [], g.px(32)
    if around.back is not None:
        act, sign = around.back, _sign(g.v, around.back)
        at = g.front(0, rim.BUTTON_Y, 0, rim.BUTTON_HIGH)._replace(x=end, w=_back_width(g, around))
        ops = rim.button_ops(g, at, act.word, sign, glyph="back")
        made.append(_rim_button(around, act)._replace(rect=at, corner=g.px(14), ops=ops))
        end = at.right
    buttons = [(_rim_button(around, act), act.word, _sign(g.v, act)) for act in around.acts]
    placed = [node._replace(corner=g.px(14)) for node in rim.buttons_on_rim(g, buttons, end + g.px(20))]
    for number, act in enumerate(around.acts):
        if act.dashed:
            placed[number] = placed[number]._replace(ops=dashed_button(g, placed[number].rect, act.word))
    x = end + g.px(28) if around.back is not None else end
    with_signs = [
        (node, act.word, sign_of(g.v, act.shortcut, not act.dashed))
        for (node, *_), act in zip(buttons, around.acts, strict=True)
    ]  # the line is there or not whatever has the focus: with that, signs of keys come and go
    widest = rim.buttons_on_rim(g, with_signs, end + g.px(20))
    line_room = min((one.rect.x for one in (*placed, *widest)), default=g.v.width) - g.px(28) - x
    if around.line and letters.fitted(g, around.line, LINE, "medium", max(1, line_room))[0] == around.line:
        base = g.front(0, rim.BUTTON_Y + 35, 0, 0).y
        said = letters.line(g, (x, base), around.line, LINE, "medium", g.v.theme.ink, 0.0, line_room)
        made.append(Node("rim:line", Role.TEXT, said.rect, around.line, ops=(said,)))
    return [*made, *placed]


def _back_width(g: Ground, around: Around) -> int:
    """How wide the button at the left is, in pixels; 0 where there is none."""
    act = around.back
    return 0 if act is None else rim.button_width(g, act.word, _sign(g.v, act), False, "back")


def fits_on_rim(g: Ground, around: Around) -> bool:
    """Whether every button finds a place there, without icons and signs if need be."""
    buttons = [(_rim_button(around, act), act.word, _sign(g.v, act)) for act in around.acts]
    back = _back_width(g, around)
    return rim.fits(g, buttons, g.px(32) + (back + g.px(28) if back else 0))


def _rim_button(around: Around, act: Act) -> Node:
    return rim.button(
        act.key, act.word, act.command, act.shortcut, primary=act.primary, first=act.primary and not around.calm,
        enabled=act.command is not None, description=act.told,
    )  # fmt: skip


# -- stacked


def stacked(v: View, around: Around, body: Body) -> Node:
    """The window's tree with everything below each other."""
    side, gap, m = v.px(24), v.px(12), v.theme.table
    inner = v.width - 2 * side
    above = _top(v, around)
    high = above.height(inner) + 2 * gap
    shown, left = _stacked_rim(v, around, inner)
    foot = shown.height(inner) + 2 * gap
    edge = v.height - foot
    middle = Rect(0, high, v.width, max(v.px(80), edge - high - frame.news_height(v)))
    nodes = above.place(Rect(side, gap, inner, high - 2 * gap))
    nodes += body(middle, left)
    nodes += [
        _dashed_too(v, around, one) for one in shown.place(Rect(side, edge + gap, inner, foot - 2 * gap))
    ]
    wood = middle.y + middle.h // 2
    table = (Fill(Rect(0, wood, v.width, v.height - wood), m.wood),) if around.wood else ()
    ground = (
        Fill(Rect(0, 0, v.width, v.height), m.wall), *table, Fill(Rect(0, edge, v.width, foot), m.rim),
        Fill(Rect(0, edge, v.width, max(2, v.px(4))), m.rim_light),
    )  # fmt: skip
    return frame.scene(v, around.title or around.place, ground, nodes, around.dialog, around.bindings, edge)


def column(v: View, key: str, boxes: Sequence[Box]) -> Body:
    """Boxes below each other, that scroll where they are higher than their room; ``key``: of what scrolls."""

    def body(middle: Rect, left: list[Button]) -> Nodes:
        rest = [toolbar(v, left)] if left else []
        side = v.px(24)
        inside = middle._replace(x=side, w=middle.w - 2 * side)
        return widgets.scroll(v, key, Column([*boxes, *rest, space(v.px(14))], v.px(16)), inside)

    return body


def _top(v: View, around: Around) -> Box:
    """Where one is, and the round buttons."""
    line = around.place if around.steps is None else f"{around.place} · {steps_line(around.steps)}"
    words = widgets.text(v, line, 24, "semibold", role=Role.HEADING, level=1, key="bar:title", label=line)
    side = max(v.px(50 if v.near else 44), v.text_px(40), 28)
    return Row([words, side_by_side(v, around.round_buttons, side, v.px(10))], v.px(16))


def _stacked_rim(v: View, around: Around, width: int) -> tuple[Box, list[Button]]:
    """The rim, and the buttons that found no place on it: the main one and the way back always do.

    Each has room for the sign of its key, also while that does not work: so none comes or goes with the focus.
    """
    made = [_stacked_button(v, around, act) for act in around.acts]
    back = [_stacked_button(v, around, around.back, "back")] if around.back is not None else []
    always = [*made[-1:], *back]
    order = [*always, *made[-2::-1]]
    fit = min(
        how_many_fit(v, _in_order(v, around, signs), width - 2 * v.px(12), frame.MAIN_GAP)
        for signs in _signs_that_come(v, around)
    )
    shown = order[:fit]
    left = [one for one in made[:-1] if one not in shown]
    if len(shown) < len(always):
        return Wrap([one.bare() for one in always[::-1]], v.px(12)), left
    return Row([*back, space(), *[one for one in made if one in shown]], v.px(frame.MAIN_GAP)), left


def _signs_that_come(v: View, around: Around) -> list[list[str]]:
    """The signs of the keys of all acts, the way back last, as they can stand there together.

    What Enter or the space bar does is shown for the one that has the focus; for each where that begins elsewhere.
    """
    acts = [*around.acts, *([around.back] if around.back is not None else [])]
    signs = [sign_of(v, act.shortcut, not act.dashed) for act in acts]
    pressing = [n for n, act in enumerate(acts) if act.primary or act.shortcut is keys.DEEPER]
    if around.elsewhere or not pressing:
        return [signs]
    return [["" if n in pressing and n != one else sign for n, sign in enumerate(signs)] for one in pressing]


def _in_order(v: View, around: Around, signs: Sequence[str]) -> list[Button]:
    """The buttons with these signs: the main one, the way back, and the others from the right."""
    made = [_stacked_button(v, around, act, "", sign) for act, sign in zip(around.acts, signs, strict=False)]
    back = [_stacked_button(v, around, around.back, "back", signs[-1])] if around.back is not None else []
    return [*made[-1:], *back, *made[-2::-1]]


def _stacked_button(v: View, around: Around, act: Act, glyph: str = "", sign: str | None = None) -> Button:
    if act.shortcut is not None:
        act = act._replace(shortcut=Key(act.shortcut.names, _sign(v, act) if sign is None else sign))
    return as_button(v, act, glyph, first=act.primary and not around.calm).sized(25, 16)


def _dashed_too(v: View, around: Around, node: Node) -> Node:
    """A button whose moment has not come has its own look here too."""
    word = next((act.word for act in around.acts if act.dashed and act.key == node.key), "")
    return node._replace(ops=dashed_button(own_ground(v), node.rect, word)) if word else node
