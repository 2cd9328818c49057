"""Where things go: rows, columns and grids cut from a rectangle. Pure arithmetic in pixels.

A box knows its height at a width, and places what it holds in a rectangle it is given. Because every
height comes from the text inside, nothing overlaps and nothing is cut off at any text size.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tegenwicht.ui.nodes import Node


class Rect(NamedTuple):
    """A rectangle in pixels; ``x``, ``y`` is the corner at the top left."""

    x: int
    y: int
    w: int
    h: int

    @property
    def right(self) -> int:
        """The first column of pixels after it."""
        return self.x + self.w

    @property
    def bottom(self) -> int:
        """The first row of pixels below it."""
        return self.y + self.h

    @property
    def centre(self) -> tuple[int, int]:
        """The pixel in its middle."""
        return self.x + self.w // 2, self.y + self.h // 2

    def inset(self, dx: int, dy: int | None = None) -> "Rect":
        """Smaller by ``dx`` left and right and ``dy`` above and below; never less than nothing."""
        dy = dx if dy is None else dy
        return Rect(self.x + dx, self.y + dy, max(0, self.w - 2 * dx), max(0, self.h - 2 * dy))

    def holds(self, x: int, y: int) -> bool:
        """Whether the pixel is inside."""
        return self.x <= x < self.x + self.w and self.y <= y < self.y + self.h

    def meets(self, other: "Rect") -> bool:
        """Whether they share a pixel."""
        return (
            self.x < other.x + other.w
            and other.x < self.x + self.w
            and self.y < other.y + other.h
            and other.y < self.y + self.h
        )

    def shared(self, other: "Rect") -> "Rect":
        """What both cover; empty when they do not meet."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        w, h = min(self.right, other.right) - x, min(self.bottom, other.bottom) - y
        return Rect(x, y, max(0, w), max(0, h))

    def around(self, other: "Rect") -> "Rect":
        """The smallest rectangle that covers both."""
        x, y = min(self.x, other.x), min(self.y, other.y)
        return Rect(x, y, max(self.right, other.right) - x, max(self.bottom, other.bottom) - y)


Nodes = list["Node"]
Placing = Callable[[Rect], Nodes]


class Box:
    """A piece of a screen. ``natural`` is the width it would like, or 0 to take what there is."""

    __slots__ = ("_known", "natural")

    def __init__(self, natural: int = 0) -> None:
        self.natural = natural
        self._known: tuple[int, int] = (-1, 0)

    def height(self, width: int) -> int:
        """The height it needs at a width, in pixels."""
        if self._known[0] != width:
            self._known = (width, self.measure(width))
        return self._known[1]

    def measure(self, width: int) -> int:
        """Reckon the height; asked once for each width."""
        raise NotImplementedError

    def place(self, rect: Rect) -> Nodes:
        """The nodes, inside ``rect``."""
        raise NotImplementedError


class Leaf(Box):
    """One thing of known height: a number, or a function of the width."""

    __slots__ = ("_height", "_place")

    def __init__(self, height: int | Callable[[int], int], place: Placing, natural: int = 0) -> None:
        super().__init__(natural)
        self._height, self._place = height, place

    def measure(self, width: int) -> int:
        """As given."""
        return self._height if isinstance(self._height, int) else self._height(width)

    def place(self, rect: Rect) -> Nodes:
        """As given."""
        return self._place(rect)


def space(height: int = 0, natural: int = 0) -> Box:
    """Nothing, of that size."""
    return Leaf(height, lambda _rect: [], natural)


def width_of(boxes: Sequence[Box], gap: int) -> int:
    """How wide boxes are side by side, each at its natural width."""
    return sum([box.natural for box in boxes]) + gap * max(0, len(boxes) - 1)


class Column(Box):
    """Boxes below each other; each as wide as the column."""

    __slots__ = ("boxes", "gap")

    def __init__(self, boxes: Sequence[Box], gap: int = 0, natural: int | None = None) -> None:
        wide = max((box.natural for box in boxes), default=0) if all(box.natural for box in boxes) else 0
        super().__init__(wide if natural is None else natural)
        self.boxes, self.gap = boxes, gap

    def measure(self, width: int) -> int:
        """All heights and the gaps between."""
        return sum([box.height(width) for box in self.boxes]) + self.gap * max(0, len(self.boxes) - 1)

    def place(self, rect: Rect) -> Nodes:
        """From the top down."""
        nodes, y = [], rect.y
        for box in self.boxes:
            height = box.height(rect.w)
            nodes += box.place(Rect(rect.x, y, rect.w, height))
            y += height + self.gap
        return nodes


class Spread(Column):
    """A column whose gaps grow, each by at most ``more`` pixels, to fill a rectangle that is higher."""

    __slots__ = ("more",)

    def __init__(self, boxes: Sequence[Box], gap: int, more: int) -> None:
        super().__init__(boxes, gap, 0)
        self.more = more

    def place(self, rect: Rect) -> Nodes:
        """From the top down."""
        spare = rect.h - self.height(rect.w)
        extra = min(self.more, spare // max(1, len(self.boxes) - 1)) if spare > 0 else 0
        return Column(self.boxes, self.gap + extra, 0).place(rect)


class Pinned(Box):
    """Something at the top, and below it what takes all the height that is left."""

    __slots__ = ("gap", "lower", "upper")

    def __init__(self, upper: Box, lower: Box, gap: int) -> None:
        super().__init__()
        self.upper, self.lower, self.gap = upper, lower, gap

    def measure(self, width: int) -> int:
        """Both and the gap."""
        return self.upper.height(width) + self.gap + self.lower.height(width)

    def place(self, rect: Rect) -> Nodes:
        """The lower one down to the bottom of the rectangle."""
        high = self.upper.height(rect.w)
        below = Rect(rect.x, rect.y + high + self.gap, rect.w, rect.h - high - self.gap)
        return self.upper.place(rect._replace(h=high)) + self.lower.place(below)


class Row(Box):
    """Boxes side by side: natural widths first, the rest shares what is left. ``align``: 0 top to 1 bottom.

    ``stretch`` gives every box the height of the row.
    """

    __slots__ = ("_widths", "align", "boxes", "gap", "stretch")

    def __init__(self, boxes: Sequence[Box], gap: int = 0, align: float = 0.5, stretch: bool = False) -> None:
        super().__init__(width_of(boxes, gap) if all(box.natural for box in boxes) else 0)
        self.boxes, self.gap, self.align, self.stretch = boxes, gap, align, stretch
        self._widths: tuple[int, list[int]] = (-1, [])

    def widths(self, width: int) -> list[int]:
        """How wide each box becomes."""
        if self._widths[0] != width:
            self._widths = (width, self._divided(width))
        return self._widths[1]

    def _divided(self, width: int) -> list[int]:
        naturals = [box.natural for box in self.boxes]
        free = width - self.gap * (len(naturals) - 1) - sum(naturals)
        growing = naturals.count(0)
        if growing and free > 0:
            share = free // growing
            return [natural or share for natural in naturals]
        if free >= 0:
            return naturals
        return _squeezed(naturals, max(len(naturals), free + sum(naturals)))

    def measure(self, width: int) -> int:
        """The highest of them."""
        pairs = zip(self.boxes, self.widths(width), strict=True)
        return max((box.height(w) for box, w in pairs), default=0)

    def place(self, rect: Rect) -> Nodes:
        """From left to right."""
        nodes, x = [], rect.x
        for box, w in zip(self.boxes, self.widths(rect.w), strict=True):
            height = rect.h if self.stretch else box.height(w)
            y = rect.y + round((rect.h - height) * self.align)
            nodes += box.place(Rect(x, y, w, height))
            x += w + self.gap
        return nodes


def _squeezed(naturals: list[int], room: int) -> list[int]:
    """Widths for too little room: a fair part for what grows, the rest in proportion."""
    fair = room // len(naturals)
    rest, wanted = room - fair * naturals.count(0), sum(naturals)
    return [max(1, natural * rest // wanted) if natural else fair for natural in naturals]


class Wrap(Box):
    """Boxes of natural width in lines, like words: what does not fit goes to the next line.

    even: lines of about as many boxes, rather than one left over. stretch: on a line all are as high as
    the highest; otherwise each keeps its height, its foot on the line.
    """

    __slots__ = ("boxes", "even", "gap", "line_gap", "stretch")

    def __init__(
        self,
        boxes: Sequence[Box],
        gap: int = 0,
        line_gap: int | None = None,
        even: bool = False,
        stretch: bool = True,
    ) -> None:
        super().__init__(width_of(boxes, gap))
        self.boxes, self.gap, self.even, self.stretch = boxes, gap, even, stretch
        self.line_gap = gap if line_gap is None else line_gap

    def lines(self, width: int) -> list[list[Box]]:
        """Which boxes stand on which line."""
        lines = self._filled(width)
        if not self.even or len(lines) < 2:
            return lines
        each = -(-len(self.boxes) // len(lines))
        evened = [list(self.boxes[at : at + each]) for at in range(0, len(self.boxes), each)]
        return evened if all(width_of(line, self.gap) <= width for line in evened) else lines

    def _filled(self, width: int) -> list[list[Box]]:
        lines: list[list[Box]] = []
        used = 0
        for box in self.boxes:
            if lines and used + self.gap + box.natural <= width:
                lines[-1].append(box)
                used += self.gap + box.natural
            else:
                lines.append([box])
                used = box.natural
        return lines

    def measure(self, width: int) -> int:
        """All lines and the gaps between."""
        lines = self.lines(width)
        heights = (max(box.height(min(width, box.natural)) for box in line) for line in lines)
        return sum(heights) + self.line_gap * max(0, len(lines) - 1)

    def place(self, rect: Rect) -> Nodes:
        """Line by line, from the left."""
        nodes, y = [], rect.y
        for line in self.lines(rect.w):
            heights = [box.height(min(rect.w, box.natural)) for box in line]
            high, x = max(heights), rect.x
            for box, own in zip(line, heights, strict=True):
                w = min(rect.w, box.natural)
                height = high if self.stretch else own
                nodes += box.place(Rect(x, y + high - height, w, height))
                x += w + self.gap
            y += high + self.line_gap
        return nodes


class FirstThatFits(Box):
    """The same thing at several lengths, the longest first: the first that there is room for.

    The last is taken when none fits. Each is made only when it is needed.
    """

    __slots__ = ("_chosen", "_first", "_shorter")

    def __init__(self, first: Box, *shorter: Callable[[], Box]) -> None:
        super().__init__(first.natural)
        self._first, self._shorter = first, shorter
        self._chosen: tuple[int, Box] = (first.natural, first)

    def choice(self, width: int) -> Box:
        """The one for that width."""
        if self._chosen[0] != width:
            self._chosen = (width, self._found(width))
        return self._chosen[1]

    def _found(self, width: int) -> Box:
        box = self._first
        for make in self._shorter:
            if box.natural <= width:
                break
            box = make()
        return box

    def measure(self, width: int) -> int:
        """That of the chosen one."""
        return self.choice(width).height(width)

    def place(self, rect: Rect) -> Nodes:
        """The chosen one."""
        return self.choice(rect.w).place(rect)


class Ends(Box):
    """Left and right at the ends of a line, or below each other where it is too short."""

    __slots__ = ("gap", "left", "right")

    def __init__(self, left: Box, right: Box, gap: int) -> None:
        super().__init__(left.natural + gap + right.natural)
        self.left, self.right, self.gap = left, right, gap

    def measure(self, width: int) -> int:
        """Of one line, or of both."""
        if self.natural <= width:
            return max(self.left.height(self.left.natural), self.right.height(self.right.natural))
        return self.left.height(width) + self.gap // 2 + self.right.height(width)

    def place(self, rect: Rect) -> Nodes:
        """On one line, or on two."""
        left, right = self.left, self.right
        if self.natural > rect.w:
            return Column([left, right], self.gap // 2).place(rect)
        high, low = left.height(left.natural), right.height(right.natural)
        first = Rect(rect.x, rect.y + (rect.h - high) // 2, left.natural, high)
        last = Rect(rect.right - right.natural, rect.y + (rect.h - low) // 2, right.natural, low)
        return left.place(first) + right.place(last)


class Grid(Box):
    """Boxes in equal columns; every row as high as its highest box.

    least: pixels that a column is wide at least; there are fewer columns where they would be narrower.
    """

    __slots__ = ("boxes", "columns", "gap", "least")

    def __init__(self, boxes: Sequence[Box], columns: int, gap: int = 0, least: int = 1) -> None:
        super().__init__()
        self.boxes, self.columns, self.gap, self.least = boxes, max(1, columns), gap, least

    def _cut(self, width: int) -> tuple[int, list[Sequence[Box]]]:
        """How wide a column is, and the boxes row by row."""
        across = max(1, min(self.columns, (width + self.gap) // (self.least + self.gap)))
        cell = (width - self.gap * (across - 1)) // across
        return cell, [self.boxes[at : at + across] for at in range(0, len(self.boxes), across)]

    def measure(self, width: int) -> int:
        """All rows and the gaps between."""
        cell, rows = self._cut(width)
        heights = [max(box.height(cell) for box in row) for row in rows]
        return sum(heights) + self.gap * max(0, len(heights) - 1)

    def place(self, rect: Rect) -> Nodes:
        """Row by row."""
        nodes, y = [], rect.y
        cell, rows = self._cut(rect.w)
        for row in rows:
            height = max(box.height(cell) for box in row)
            for column, box in enumerate(row):
                nodes += box.place(Rect(rect.x + column * (cell + self.gap), y, cell, height))
            y += height + self.gap
        return nodes


class Padded(Box):
    """A box with room around it, in a node of its own made by ``wrap`` from the outer rectangle."""

    __slots__ = ("box", "dx", "dy", "wrap")

    def __init__(
        self, box: Box, dx: int, dy: int, wrap: "Callable[[Rect, Nodes], Node] | None" = None
    ) -> None:
        super().__init__(box.natural + 2 * dx if box.natural else 0)
        self.box, self.dx, self.dy, self.wrap = box, dx, dy, wrap

    def measure(self, width: int) -> int:
        """The box and the room above and below."""
        return self.box.height(max(0, width - 2 * self.dx)) + 2 * self.dy

    def place(self, rect: Rect) -> Nodes:
        """Inside the room; the wrapping node covers all of ``rect``."""
        inner = self.box.place(rect.inset(self.dx, self.dy))
        return [self.wrap(rect, inner)] if self.wrap else inner


def columns(rect: Rect, *widths: int, gap: int = 0) -> list[Rect]:
    """Cut a rectangle into columns: a width in pixels each, 0 for an equal share of what is left."""
    free = rect.w - sum(widths) - gap * (len(widths) - 1)
    share = max(0, free) // max(1, widths.count(0))
    cut, x = [], rect.x
    for width in widths:
        cut.append(Rect(x, rect.y, width or share, rect.h))
        x += (width or share) + gap
    return cut


def rows(rect: Rect, *heights: int, gap: int = 0) -> list[Rect]:
    """Cut a rectangle into rows: a height in pixels each, 0 for an equal share of what is left."""
    turned = Rect(rect.y, rect.x, rect.h, rect.w)
    return [Rect(cut.y, cut.x, cut.h, cut.w) for cut in columns(turned, *heights, gap=gap)]
