"""The plain pieces of a screen: text, icons, sheets of paper. Each gives a box; a scrolling view, nodes.

A piece knows how it looks and what it is for a screen reader. What is pressed or filled in is in
``buttons`` and ``fields``.
"""

from collections.abc import Sequence

from tegenwicht.kit.flow import Ends
from tegenwicht.kit.layout import GROW, Box, Column, Even, Leaf, Nodes, Padded, space
from tegenwicht.kit.nodes import Node, Role, Scrolled
from tegenwicht.kit.ops import Colour, Fill, Icon, Op, Words
from tegenwicht.kit.rect import Rect
from tegenwicht.kit.scrolling import thumb_top
from tegenwicht.kit.view import View

NOTHING = space()
BODY, SMALL, LEAST = 28, 24, 20
"""Sizes of text in design pixels; nothing is smaller than ``LEAST``."""


def line_ops(
    v: View,
    rect: Rect,
    lines: Sequence[str],
    weight: str,
    px: int,
    colour: Colour,
    align: float = 0.0,
    apart: int = 0,
) -> list[Words]:
    """Lines of text from the top of ``rect``; align 0.0 left, 0.5 centred, 1.0 right.

    apart: pixels from one line to the next, where that is not as usual.
    """
    left, y, room, _ = rect
    step = v.type.line_height(px)
    ops = []
    for line in lines:
        w = v.type.width(line, weight, px)
        x = left + round((room - w) * align) if align else left
        ops.append(Words(Rect(x, y, w, step), line, weight, px, colour))
        y += apart or step
    return ops


def middle_line(
    v: View, rect: Rect, line: str, weight: str, px: int, colour: Colour, align: float = 0.5
) -> Words:
    """One line of text halfway down ``rect``."""
    step, w = v.type.line_height(px), v.type.width(line, weight, px)
    x = rect.x + round((rect.w - w) * align)
    return Words(Rect(x, rect.y + (rect.h - step) // 2, w, step), line, weight, px, colour)


class Text(Box):
    """Text that wraps to the width it gets; made by ``text``. ``node``: what it is, without its place."""

    __slots__ = ("align", "colour", "node", "px", "v", "weight", "words")

    def __init__(
        self,
        v: View,
        words: str,
        px: int,
        weight: str,
        colour: Colour,
        align: float,
        natural: int,
        node: Node,
    ) -> None:
        super().__init__(natural)
        self.v, self.words, self.px, self.weight, self.colour = v, words, px, weight, colour
        self.align, self.node = align, node

    def measure(self, width: int) -> int:
        """Of all lines, each with its room."""
        return self.v.step(self.px) * len(self.v.type.lines(self.words, self.weight, self.px, max(1, width)))

    def place(self, rect: Rect) -> Nodes:
        """Halfway down the rectangle when that is higher than the text."""
        v, px = self.v, self.px
        lines = v.type.lines(self.words, self.weight, px, max(1, rect.w))
        step = v.step(px)
        above = max(0, rect.h - step * len(lines)) // 2 + (step - v.type.line_height(px)) // 2
        at = rect._replace(y=rect.y + above)
        ops = tuple(line_ops(v, at, lines, self.weight, px, self.colour, self.align, step))
        node = self.node
        return [node._replace(rect=rect, ops=ops)]


def text(
    v: View,
    words: str,
    size: float = BODY,
    weight: str = "regular",
    colour: Colour | None = None,
    role: Role = Role.TEXT,
    level: int = 0,
    align: float = 0.0,
    natural: bool = False,
    key: str = "",
    label: str | None = None,
    live: bool = False,
) -> Box:
    """Text that wraps to the width it gets. ``natural``: it would like to be one line.

    label: what a screen reader says, when that is something else. live: it says so by itself, when it changes.
    """
    px = v.text_px(size)
    node = Node(
        key or f"text:{words}", role, NOWHERE, words if label is None else label, level=level, live=live
    )
    ink = v.theme.ink if colour is None else colour
    return Text(
        v, words, px, weight, ink, align, v.type.width(words, weight, px) + 1 if natural else GROW, node
    )


NOWHERE = Rect(0, 0, 0, 0)


def seen(
    v: View,
    words: str,
    size: float,
    weight: str = "regular",
    colour: Colour | None = None,
    natural: bool = False,
) -> Box:
    """Text for the eye only: what is around it says the same to a screen reader."""
    return text(v, words, size, weight, colour, Role.GROUP, natural=natural, key=f"seen:{words}", label="")


def heading(v: View, words: str, size: float = 48, level: int = 2) -> Box:
    """A heading; level 1 is the screen's own, in the bar."""
    return text(v, words, size, "bold", None, Role.HEADING, level, key=f"heading:{words}")


def muted(v: View, words: str, size: float = SMALL, natural: bool = False) -> Box:
    """Quieter text: explanations and small headings."""
    return text(v, words, size, "medium", v.theme.muted, natural=natural)


def name(v: View, words: str, key: str = "") -> Box:
    """The small heading over a field, a choice or a part of a sheet."""
    return text(v, words, SMALL, "semibold", v.theme.muted, natural=True, key=key)


def icon(v: View, glyph: str, size: float, colour: Colour) -> Box:
    """An icon that only decorates: just ink, beside a word that says the same."""
    px = v.text_px(size)

    def place(rect: Rect) -> Nodes:
        side = min(rect.w, px)
        at = Rect(rect.x, rect.y + (rect.h - side) // 2, side, side)
        return [Node(f"icon:{glyph}:{rect.x}:{rect.y}", Role.GROUP, at, ops=(Icon(at, glyph, colour),))]

    return Leaf(px, place, px)


def outline(v: View) -> int:
    """How thick the edge of a sheet is, in pixels: most themes have none."""
    return v.px(v.theme.outline)


def panel(
    v: View,
    box: Box,
    key: str = "panel",
    label: str = "",
    pad: float = 30,
    ground: Colour | None = None,
    edge: Colour | None = None,
) -> Box:
    """A sheet of paper with things on it; ``edge``: a strip of that colour at its left."""
    colour = v.theme.paper if ground is None else ground
    border, radius, strip = outline(v), v.px(18), v.px(10)

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        lip = v.theme.lip if ground is None else None
        sheet = Fill(rect, colour, radius, border if lip is None else max(1, v.px(2)), v.theme.edge)
        ops: tuple[Op, ...] = (sheet,)
        if lip is not None:
            ops = (Fill(rect._replace(y=rect.y + v.px(6)), lip, radius), sheet)
        if edge is not None:
            inner = Rect(rect.x + strip, rect.y + border, rect.w - strip - border, rect.h - 2 * border)
            ops = (Fill(rect, edge, radius), Fill(inner, colour, v.px(8)))
        return Node(key, Role.GROUP, rect, label, ops=ops, children=tuple(nodes))

    return Padded(box, v.px(pad), v.px(pad * 0.8), wrap)


def scroll(v: View, key: str, box: Box, rect: Rect, label: str = "") -> list[Node]:
    """The box in ``rect``; when it is higher, a view on it that scrolls."""
    content = box.height(rect.w)
    if content <= rect.h:
        return box.place(Rect(rect.x, rect.y, rect.w, content))
    thin = max(6, v.px(10))
    room = rect.w - groove_width(v)
    content = max(rect.h, box.height(room))
    offset = max(0, min(int(v.scroll.get(key, 0)), content - rect.h))
    inside = tuple(box.place(Rect(rect.x, rect.y - offset, room, content)))
    scrolled = Scrolled(
        offset, content, groove_width(v), min(rect.h, max(v.px(40), rect.h * rect.h // content))
    )
    ops = _bar_ops(v, rect, thin, scrolled)
    return [Node(key, Role.SCROLL, rect, label, scrolled=scrolled, ops=ops, children=inside)]


def groove_width(v: View) -> int:
    """What a scrolling view takes from the width of its content, in pixels."""
    return max(6, v.px(10)) + v.px(10)


def _bar_ops(v: View, rect: Rect, thin: int, scrolled: Scrolled) -> tuple[Fill, Fill]:
    """The groove at the right of a scrolling view, and the part of it that tells what is seen."""
    groove = Rect(rect.right - thin, rect.y, thin, rect.h)
    thumb = groove._replace(y=thumb_top(rect, scrolled), h=scrolled.thumb)
    return Fill(groove, v.theme.quiet, thin // 2), Fill(thumb, v.theme.edge, thin // 2)


def ends(v: View, left: Box, right: Box) -> Box:
    """Left and right at the ends of a line, or below each other where it is too short."""
    return Ends(left, right, v.px(20))


def side_by_side(v: View, left: Box, right: Box, gap: float = 24) -> Box:
    """Two columns where there is room, below each other where there is not."""
    if v.halves:
        return Even([left, right], v.px(gap))
    return Column([left, right], v.px(gap))
