"""A screen where people think and nothing lies: the wall, the rim in front with its buttons, the place above.

On a large window everything has its own place; on a small one, or with large text, what is on it is stacked and
scrolls between the top and the rim.
"""

from collections.abc import Sequence
from typing import NamedTuple

from tegenwicht.i18n import tr
from tegenwicht.kit import widgets as w
from tegenwicht.kit.buttons import Button, button
from tegenwicht.kit.command import Command
from tegenwicht.kit.flow import Ends
from tegenwicht.kit.layout import Box, Column, Row, space
from tegenwicht.kit.nodes import Key, Node, Role
from tegenwicht.kit.ops import Fill, Icon
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.table import letters, rim
from tegenwicht.screens.parts.table.corners import in_the_corner
from tegenwicht.screens.parts.table.ground import HEIGHT, RIM, Ground, ground_of
from tegenwicht.screens.parts.table.room import rim as rim_ops
from tegenwicht.screens.shell import frame, keys
from tegenwicht.screens.shell.corner import help_button, settings_button, side_by_side
from tegenwicht.screens.shell.view import View

LEAST_UNIT = 0.72
"""The window's pixels to a design pixel of text, at least: 24 becomes 17."""


def stacked_view(v: View) -> View:
    """The view for what is stacked: on a small window its letters are no smaller than they can be read."""
    if v.unit >= LEAST_UNIT:
        return v
    larger = v.of(v.model)
    larger.unit = LEAST_UNIT
    larger.across, larger.down = v.width / LEAST_UNIT, v.height / LEAST_UNIT
    return larger


class Act(NamedTuple):
    """A button on the rim. sign: of its key, "" where that does not work now. left: at the left, as *Terug*."""

    key: str
    word: str
    action: Command | None
    shortcut: Key | None = None
    sign: str = ""
    primary: bool = False
    left: bool = False
    enabled: bool = True
    first: bool = False
    description: str = ""


class Top(NamedTuple):
    """What is said above: where one is, the steps there are, and which of these is now (from 1; 0: no steps)."""

    place: str
    steps: tuple[str, ...] = ()
    now: int = 0


def back(action: Command, typing: bool = False) -> Act:
    """*Terug*, at the left. typing: no sign of its key while one types."""
    return Act("back", tr("Terug"), action, keys.BACK, "" if typing else keys.BACK.shown, left=True)


def large(
    v: View,
    top: Top,
    nodes: Sequence[Node],
    acts: Sequence[Act],
    line: str = "",
    bindings: tuple[tuple[str, Command], ...] = (),
) -> Node:
    """The window's tree on a large window. line: one line of help on the rim."""
    g = ground_of(v)
    ground = (Fill(g.whole, v.theme.table.wall), *rim_ops(g))
    shown = [
        *_above(g, top),
        *nodes,
        *_on_rim(g, acts, line),
        *in_the_corner(g, [help_button(), settings_button()]),
    ]
    floor = g.front(0, RIM, 0, 0).y
    return frame.scene(v, top.place, ground, shown, None, bindings, floor)


def stacked(
    v: View,
    top: Top,
    box: Box,
    acts: Sequence[Act],
    bindings: tuple[tuple[str, Command], ...] = (),
) -> Node:
    """The window's tree with everything below each other. box: what scrolls between the top and the rim."""
    side, m = v.u(28), v.theme.table
    above = _stacked_above(v, top)
    inner = v.width - 2 * side
    high = above.height(inner) + 2 * v.u(12)
    below = _stacked_rim(v, acts)
    foot = below.height(inner) + 2 * v.u(12)
    news = frame.news_height(v)
    room = Rect(side, high, inner, max(v.u(80), v.height - high - foot - news))
    edge = v.height - foot
    nodes = above.place(Rect(side, v.u(12), inner, high - 2 * v.u(12)))
    padded = Column([box, space(v.u(18))])
    nodes += w.scroll(v, f"{v.model.scene}:all", padded, room)
    nodes += below.place(Rect(side, edge + v.u(12), inner, foot - 2 * v.u(12)))
    whole = Rect(0, 0, v.width, v.height)
    ground = (
        Fill(whole, m.wall), Fill(Rect(0, edge, v.width, foot), m.rim),
        Fill(Rect(0, edge, v.width, max(2, v.u(4))), m.rim_light),
    )  # fmt: skip
    return frame.scene(v, top.place, ground, nodes, None, bindings, edge)


# -- above


def _above(g: Ground, top: Top) -> list[Node]:
    words = rim.place_words(g, top.place)
    made = [Node("bar:title", Role.HEADING, words.rect, top.place, level=1, ops=(words,))]
    return made + (_steps(g, top, words.rect.right + g.px(38)) if top.steps else [])


def _steps(g: Ground, top: Top, x: int) -> list[Node]:
    """The steps in a list: done with a check, the one that is now on ink, the next ones quiet."""
    theme, made = g.v.theme, []
    base, size = g.px(45), 24
    for number, word in enumerate(top.steps, 1):
        now, done = number == top.now, number < top.now
        ink = theme.on_strong if now else g.v.theme.table.faint
        pad = g.px(17) if now else g.px(26) if done else 0
        line = letters.line(g, (x + pad, base), word, size, "bold" if now else "semibold", ink)
        right = line.rect.right + (g.px(17) if now else 0)
        rect = Rect(x, g.px(17), right - x, g.px(43))
        ops: list[object] = [Fill(rect, theme.strong, rect.h // 2)] if now else []
        if done:
            ops.append(Icon(Rect(x, base - g.px(19), g.px(22), g.px(22)), "check", ink))
        label = _step_aloud(number, top)
        made.append(Node(f"step:{number}", Role.LIST_ITEM, rect, label, ops=(*ops, line)))
        x = right + g.px(24)
        if number < len(top.steps):
            arrow = letters.line(g, (x, base), "›", 28, "semibold", g.v.theme.table.faint)
            made[-1] = made[-1]._replace(ops=(*made[-1].ops, arrow), rect=rect.around(arrow.rect))
            x = arrow.rect.right + g.px(20)
    whole = made[0].rect.around(made[-1].rect)
    return [Node("steps", Role.LIST, whole, tr("Stappen"), children=tuple(made))]


def _step_aloud(number: int, top: Top) -> str:
    words = tr("{word}, stap {n} van {all}").format(word=top.steps[number - 1], n=number, all=len(top.steps))
    state = tr("nu") if number == top.now else tr("klaar") if number < top.now else ""
    return f"{words}, {state}" if state else words


def _stacked_above(v: View, top: Top) -> Box:
    line = top.place
    if top.steps:
        line = f"{top.place} · " + tr("stap {n} van {all}: {word}").format(
            n=top.now, all=len(top.steps), word=top.steps[top.now - 1].lower()
        )
    words = w.text(v, line, 24, "semibold", role=Role.HEADING, level=1, key="bar:title", label=line)
    buttons = side_by_side(v, [help_button(), settings_button()], max(v.u(44), v.t(40)), v.u(10))
    return Row([words, buttons], v.u(16))


# -- the rim


def _on_rim(g: Ground, acts: Sequence[Act], line: str) -> list[Node]:
    """Buttons at the right, the main one last; *Terug* and one line of help at the left."""
    left, x = [], g.px(32)
    for act in (one for one in acts if one.left):
        wide = rim.button_width(g, act.word, act.sign, False, "back")
        at = g.front(0, rim.BUTTON_Y, 0, rim.BUTTON_HIGH)._replace(x=x, w=wide)
        left.append(_node(act)._replace(
            rect=at, ops=rim.button_ops(g, at, act.word, act.sign, glyph="back"), corner=g.px(14)
        ))  # fmt: skip
        x = at.right + g.px(28)
    right = rim.buttons_on_rim(g, [(_node(act), act.word, act.sign) for act in acts if not act.left], x)
    if line:
        room = right[0].rect.x - x - g.px(28)
        base = g.front(0, HEIGHT - 29, 0, 0).y
        said = letters.line(g, (x, base), line, 24, "medium", g.v.theme.ink, 0.0, room)
        left.append(Node("rim:line", Role.TEXT, said.rect, line, ops=(said,)))
    return [*left, *right]


def _node(act: Act) -> Node:
    return rim.button(
        act.key, act.word, act.action, act.shortcut, primary=act.primary, first=act.first, enabled=act.enabled,
        description=act.description,
    )  # fmt: skip


def _stacked_rim(v: View, acts: Sequence[Act]) -> Box:
    left = [_kit_button(v, act) for act in acts if act.left]
    right = [_kit_button(v, act) for act in acts if not act.left]
    return Ends(Row(left, v.u(12)), Row(right, v.u(rim.MAIN_GAP)), v.u(20))


def _kit_button(v: View, act: Act) -> Button:
    shown = Key(act.shortcut.names if act.shortcut else (), act.sign)
    return button(
        v, act.key, act.word, act.action, shown, primary=act.primary, enabled=act.enabled, size=25,
        glyph="back" if act.left else "", first=act.first, description=act.description,
    )  # fmt: skip
