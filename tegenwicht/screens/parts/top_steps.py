"""Which of several screens this is: the steps beside the place above, or in its line on a small window."""

from typing import NamedTuple

from tegenwicht.i18n import tr
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill, Icon, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.table import letters
from tegenwicht.screens.parts.table.ground import Ground


class Steps(NamedTuple):
    """words: of all the steps. now: which of them this is, from 1."""

    words: tuple[str, ...]
    now: int


def steps_line(top: Steps) -> str:
    """The step that is now, in words."""
    return tr("stap {n} van {all}: {word}").format(
        n=top.now, all=len(top.words), word=top.words[top.now - 1].lower()
    )


def large_steps(g: Ground, top: Steps, x: int) -> list[Node]:
    """The steps in a list: done with a check, the one that is now on ink, the next ones quiet."""
    theme, made = g.v.theme, []
    base, size = g.px(45), 24
    for number, word in enumerate(top.words, 1):
        now, done = number == top.now, number < top.now
        ink = theme.on_strong if now else g.v.theme.table.faint
        pad = g.px(17) if now else g.px(26) if done else 0
        line = letters.line(g, (x + pad, base), word, size, "bold" if now else "semibold", ink)
        right = line.rect.right + (g.px(17) if now else 0)
        rect = Rect(x, g.px(17), right - x, g.px(43))
        ops: list[Op] = [Fill(rect, theme.strong, rect.h // 2)] if now else []
        if done:
            ops.append(Icon(Rect(x, base - g.px(19), g.px(22), g.px(22)), "check", ink))
        label = _step_aloud(number, top)
        made.append(Node(f"step:{number}", Role.LIST_ITEM, rect, label, ops=(*ops, line)))
        x = right + g.px(24)
        if number < len(top.words):
            arrow = letters.line(g, (x, base), "›", 28, "semibold", g.v.theme.table.faint)
            made[-1] = made[-1]._replace(ops=(*made[-1].ops, arrow), rect=rect.around(arrow.rect))
            x = arrow.rect.right + g.px(20)
    whole = made[0].rect.around(made[-1].rect)
    return [Node("steps", Role.LIST, whole, tr("Stappen"), children=tuple(made))]


def _step_aloud(number: int, top: Steps) -> str:
    words = tr("{word}, stap {n} van {all}").format(word=top.words[number - 1], n=number, all=len(top.words))
    state = tr("nu") if number == top.now else tr("klaar") if number < top.now else ""
    return f"{words}, {state}" if state else words
