"""The questions that are not open, in the figure that fills the window: to the letter, each in its own loop."""

from tegenwicht.game import feedback
from tegenwicht.kit.layout import Nodes
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Words
from tegenwicht.screens.feedback.open_loop import Places
from tegenwicht.screens.feedback.words import question
from tegenwicht.screens.parts.table import letters
from tegenwicht.screens.parts.table.ground import MOST_LARGER, Ground

LEAST_PX = 16
"""The least of the letters on a small window, in its pixels."""
NEAR_ASKED, NEAR_STEP = 30, 35
"""On a small window: the letters of the other questions, and from one of their lines to the next."""


def closed_questions(g: Ground, play: feedback.Feedback, places: Places) -> Nodes:
    """The other questions, to the letter, each in its own loop."""
    made = []
    if play.at != 0:
        at = g.mid(1752, 124, 0, 0)
        line = letters.line(
            g,
            (at.x, at.y),
            question(0),
            NEAR_ASKED if g.near else 25,
            "semibold",
            g.v.theme.ink,
            1.0,
            g.px(700),
        )
        made.append(_closed(0, (line,)))
    for number, (x, y, room) in places.texts.items():
        lines, size = _closed_lines(g, number, room, play.at)
        step = letters.size(g, size * NEAR_STEP / NEAR_ASKED) if g.near else g.px(30)
        at = g.mid(x, y, 0, 0)
        ops = tuple(
            letters.line(g, (at.x, at.y + n * step), line, size, "semibold", g.v.theme.ink, 0.0, g.px(room))
            for n, line in enumerate(lines)
        )
        made.append(_closed(number, ops))
    return made


def _closed(number: int, ops: tuple[Words, ...]) -> Node:
    """The words of another question; a pointer opens it through them."""
    rect = ops[0].rect
    for op in ops[1:]:
        rect = rect.around(op.rect)
    return Node(f"closed:{number}", Role.GROUP, rect, presses=f"step:{number}", ops=ops)


def _closed_lines(g: Ground, number: int, room: float, at: int) -> tuple[tuple[str, ...], float]:
    """A question in as many lines as its loop has room for, and the size of its letters."""
    words = question(number)
    if not g.near:
        size: float = 30 if room > 800 else 24
        one = letters.width(g, words, size, "semibold") <= g.px(room)
        return ((words,) if one else _lines_of(g, words, size, room)), size
    most = 4 if number == 1 else 2 if at == feedback.FACTORS else 1
    size, least = NEAR_ASKED * 1.1, near_least(g)
    while size > least and len(_lines_of(g, words, size, room)) > most:
        size -= 0.5
    return _lines_of(g, words, size, room), size


def _lines_of(g: Ground, words: str, size: float, room: float) -> tuple[str, ...]:
    lines: tuple[str, ...] = g.v.type.lines(words, "semibold", letters.size(g, size), g.px(room))
    return lines


def near_least(g: Ground) -> float:
    """The least size of letters that can be read on a small window, where the figure is small too."""
    return LEAST_PX / g.scale / min(MOST_LARGER, g.v.text)
