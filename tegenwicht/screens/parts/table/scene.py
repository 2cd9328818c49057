"""A screen in the room: where one is, help and menu, and the rim with its buttons; large, or stacked where it is small."""

from collections.abc import Sequence
from typing import NamedTuple

from tegenwicht.i18n import tr
from tegenwicht.kit import widgets as w
from tegenwicht.kit.command import Command
from tegenwicht.kit.layout import Box, Column, Leaf, Nodes, Row, space
from tegenwicht.kit.nodes import Key, Node, Role
from tegenwicht.kit.ops import Colour, Drawing, Fill
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.table import letters, rim
from tegenwicht.screens.parts.table.corners import corner_buttons
from tegenwicht.screens.parts.table.ground import HEIGHT, RIM, Ground
from tegenwicht.screens.parts.table.room import table_top, wall
from tegenwicht.screens.parts.table.scale import web
from tegenwicht.screens.shell import frame
from tegenwicht.screens.shell.corner import help_and_menu, side_by_side
from tegenwicht.screens.shell.view import View

LINE = 24
BACK = "bar:leave"
"""The button at the left of the rim."""


class RimAct(NamedTuple):
    """A button on the rim. command: None where it cannot be pressed. dashed: pressed too early it only says why.

    sign: whether its key is shown now.
    """

    key: str
    word: str
    command: Command | None
    shortcut: Key | None = None
    primary: bool = False
    dashed: bool = False
    told: str = ""
    sign: bool = True


class Around(NamedTuple):
    """What is around a screen. place: where one is, in the corner above. back: at the left of the rim.

    line: one line of help beside it. acts: at the right of the rim, the main one last. bindings: keys besides.
    escape: whether Esc opens the menu, where there is nothing to go back to.
    """

    place: str
    acts: tuple[RimAct, ...]
    back: RimAct | None = None
    line: str = ""
    dialog: Node | None = None
    bindings: tuple[tuple[str, Command], ...] = ()
    escape: bool = False


def large(g: Ground, around: Around, nodes: Sequence[Node], after: Sequence[Node] = ()) -> Node:
    """The window's tree with everything in its place; ``after``: what is reached after the rim."""
    v = g.v
    words = rim.place_words(g, around.place)
    title = Node("bar:title", Role.HEADING, words.rect, around.place, level=1, ops=(words,))
    all_nodes = [title, *nodes, *_on_rim(g, around), *corner_buttons(g, around.escape), *after]
    floor = g.front(0, RIM, 0, 0).y
    room = (*wall(g), *table_top(g), *rim_ops(g))
    return frame.scene(v, around.place, room, all_nodes, around.dialog, around.bindings, floor)


def rim_ops(g: Ground) -> tuple[object, ...]:
    """The wooden rim in front."""
    m = g.v.theme.table
    front, edge = g.front(0, RIM, g.across, HEIGHT - RIM), g.front(0, RIM + 4, g.across, 3)
    light = g.front(0, RIM, g.across, 4)
    whole = front._replace(h=g.v.height - front.y)
    return (Fill(whole, m.rim), Fill(light, m.rim_light), Fill(edge, m.rim_edge))


def _on_rim(g: Ground, around: Around) -> list[Node]:
    """The way back and its line at the left, what can be done at the right."""
    made, end = [], g.px(32)
    if around.back is not None:
        act = around.back
        sign = _sign(g.v, act)
        at = g.front(32, rim.BUTTON_Y, 0, rim.BUTTON_HIGH)._replace(
            w=rim.button_width(g, act.word, sign, False, "back")
        )
        ops = rim.button_ops(g, at, act.word, sign, glyph="back")
        made.append(_node(act)._replace(rect=at, corner=g.px(14), ops=ops))
        end = at.right
    buttons = [(_node(act), act.word, _sign(g.v, act)) for act in around.acts]
    placed = rim.buttons_on_rim(g, buttons, end + g.px(20))
    for number, act in enumerate(around.acts):
        placed[number] = placed[number]._replace(corner=g.px(14))
        if act.dashed:
            placed[number] = placed[number]._replace(ops=dashed_ops(g, placed[number].rect, act.word))
    room = (placed[0].rect.x if placed else g.v.width) - end - 2 * g.px(28)
    if around.line and room > letters.width(g, around.line, LINE, "medium"):
        base = g.front(0, rim.BUTTON_Y + 35, 0, 0).y
        said = letters.line(g, (end + g.px(28), base), around.line, LINE, "medium", g.v.theme.ink)
        made.append(Node("rim:line", Role.TEXT, said.rect, around.line, ops=(said,)))
    return [*made, *placed]


def _node(act: RimAct) -> Node:
    return rim.button(
        act.key, act.word, act.command, act.shortcut, primary=act.primary, first=act.primary,
        enabled=act.command is not None, description=act.told,
    )  # fmt: skip


def _sign(v: View, act: RimAct) -> str:
    if act.shortcut is None or not act.sign or act.dashed or v.model.panel:
        return ""
    return act.shortcut.shown if v.letter_keys or len(act.shortcut.shown) > 1 else ""


def dashed_ops(g: Ground, at: Rect, word: str) -> tuple[object, ...]:
    """A main button whose moment has not come: a dashed outline."""
    m, base = g.v.theme.table, at.y + at.h // 2 + g.px(9)
    ink = m.faint if m.rich else g.v.theme.ink
    said = letters.line(g, (at.x + at.w // 2, base), word, rim.WORD, "semibold", ink, 0.5)
    return (Fill(at, _paled(g), g.px(14)), dashed(g, at, ink, 14), said)


def _paled(g: Ground) -> Colour:
    from tegenwicht.kit.theme import mixed

    m = g.v.theme.table
    return mixed(m.paper, m.rim, 0.6) if m.rich else m.paper


def dashed(g: Ground, at: Rect, ink: Colour, radius: float, line: float = 2.6) -> Drawing:
    """A dashed outline filling ``at``, with round corners of so many design pixels."""
    wide, high = round(at.w / g.scale, 1), round(at.h / g.scale, 1)
    r = min(radius, wide / 2, high / 2) - 1
    body = (
        f'<rect x="2" y="2" width="{wide - 4:.1f}" height="{high - 4:.1f}" rx="{r:.1f}" fill="none"'
        f' stroke="{web(ink)}" stroke-width="{line}" stroke-dasharray="10 7"/>'
    )
    return Drawing(at, (wide, high), body)


# -- stacked


def own_ground(v: View) -> Ground:
    """A ground whose pixels grow with the text, for pieces in a stacked screen."""
    return Ground(v, v.unit / min(1.2, v.text))


def stacked(v: View, around: Around, boxes: Sequence[Box], view: str) -> Node:
    """The window's tree below each other; ``view``: the key of what scrolls when it is higher than the window."""
    g, side = own_ground(v), v.u(24)
    buttons, left = _fitting(g, around, v.width - 2 * side)
    foot = g.px(rim.BUTTON_HIGH) + v.u(24)
    top = _top(v, around)
    high = top.height(v.width - 2 * side)
    nodes: Nodes = top.place(Rect(side, v.u(14), v.width - 2 * side, high))
    room_y = v.u(14) + high + v.u(8)
    room_h = v.height - foot - room_y - frame.news_height(v)
    rest: list[Box] = [_left_over(g, act) for act in left]
    inside = Column([*boxes, *rest, space(v.u(12))], v.u(16))
    nodes += w.scroll(v, view, inside, Rect(side, room_y, v.width - 2 * side, room_h))
    nodes += _stacked_rim(g, buttons, foot, side)
    m, wood = v.theme.table, room_y + room_h // 2
    ground = (
        Fill(Rect(0, 0, v.width, v.height), m.wall), Fill(Rect(0, wood, v.width, v.height - wood), m.wood),
        Fill(Rect(0, v.height - foot, v.width, foot), m.rim),
        Fill(Rect(0, v.height - foot, v.width, max(1, v.u(4))), m.rim_light),
    )  # fmt: skip
    return frame.scene(v, around.place, ground, nodes, around.dialog, around.bindings, v.height - foot)


def _top(v: View, around: Around) -> Box:
    """Where one is, and help and menu."""
    px, gap = v.t(44), v.t(10)
    title = w.text(v, around.place, 24, "semibold", role=Role.HEADING, level=1, key="bar:title")
    return Row([title, side_by_side(v, help_and_menu(around.escape), px, gap)], gap)


Fitted = list[tuple[RimAct, str, int]]


def _fitting(g: Ground, around: Around, room: int) -> tuple[Fitted, list[RimAct]]:
    """(the buttons that stand on the rim, each with its key's sign and width; those that stand in the screen)."""
    acts = [*([around.back] if around.back else []), *around.acts]
    order = [acts[-1], *acts[:-1]] if around.acts else acts
    gap, used = g.px(rim.BUTTON_GAP), 0
    shown: list[RimAct] = []
    for act in order:
        wide = rim.button_width(g, act.word, "", act.primary) + (_beside_main(g) if act.primary else 0)
        if used + wide <= room or not shown:
            shown.append(act)
            used += wide + gap
    with_signs = sum(rim.button_width(g, one.word, _sign(g.v, one), one.primary) + gap for one in shown)
    with_signs += _beside_main(g)
    made: Fitted = []
    for act in acts:
        if act in shown:
            sign = _sign(g.v, act) if with_signs - gap <= room else ""
            made.append((act, sign, rim.button_width(g, act.word, sign, act.primary)))
    return made, [act for act in acts if act not in shown]


def _beside_main(g: Ground) -> int:
    """How much more room there is between the main button and its neighbour than between others."""
    return g.px(rim.MAIN_GAP - rim.BUTTON_GAP)


def _stacked_rim(g: Ground, buttons: Fitted, foot: int, side: int) -> Nodes:
    v, gap, high = g.v, g.px(rim.BUTTON_GAP), g.px(rim.BUTTON_HIGH)
    y = v.height - foot + (foot - high) // 2 + v.u(2)
    x = v.width - side - sum(wide for _, _, wide in buttons) - gap * (len(buttons) - 1) - _beside_main(g)
    made: Nodes = []
    for act, sign, wide in buttons:
        first = act.key == BACK and len(buttons) > 1
        x += _beside_main(g) if act.primary else 0
        at = Rect(side if first else max(side, x), y, min(wide, v.width - 2 * side), high)
        made.append(_button(g, act, at, sign))
        x += wide + gap
    return made


def _button(g: Ground, act: RimAct, at: Rect, sign: str) -> Node:
    ops = rim.button_ops(g, at, act.word, sign, act.primary, act.command is not None)
    if act.dashed:
        ops = dashed_ops(g, at, act.word)
    return _node(act)._replace(rect=at, value="", corner=g.px(14), ops=ops)


def _left_over(g: Ground, act: RimAct) -> Box:
    """A button that found no room on the rim."""
    high = g.px(rim.BUTTON_HIGH)

    def place(rect: Rect) -> Nodes:
        wide = min(rect.w, rim.button_width(g, act.word, "", act.primary))
        return [_button(g, act, Rect(rect.x, rect.y, wide, high), "")]

    return Leaf(high, place)


def back_to(command: Command, word: str = "") -> RimAct:
    """*Terug* with Esc."""
    from tegenwicht.screens.shell import keys

    return RimAct(BACK, word or tr("Terug"), command, keys.BACK)
