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


class Column(Box):
    """Boxes below each other; each as wide as the column."""

    __slots__ = ("boxes", "gap")

    def __init__(self, boxes: Sequence[Box], gap: int = 0, natural: int | None = None) -> None:
        wide = max((box.natural for box in boxes), default=0) if all(box.natural for box in boxes) else 0
        super().__init__(wide if natural is None else natural)
        self.boxes, self.gap = [box for box in boxes if box is not None], gap

    def measure(self, width: int) -> int:
        """All heights and the gaps between."""
        return sum(box.height(width) for box in self.boxes) + self.gap * max(0, len(self.boxes) - 1)

    def place(self, rect: Rect) -> Nodes:
        """From the top down."""
        nodes, y = [], rect.y
        for box in self.boxes:
            height = box.height(rect.w)
            nodes += box.place(Rect(rect.x, y, rect.w, height))
            y += height + self.gap
        return nodes


class Row(Box):
    """Boxes side by side: natural widths first, the rest shares what is left. ``align``: 0 top to 1 bottom.

    ``stretch`` gives every box the height of the row.
    """

    __slots__ = ("align", "boxes", "gap", "stretch")

    def __init__(self, boxes: Sequence[Box], gap: int = 0, align: float = 0.5, stretch: bool = False) -> None:
        full = all(box.natural for box in boxes)
        super().__init__(sum(box.natural for box in boxes) + gap * (len(boxes) - 1) if full else 0)
        self.boxes, self.gap, self.align, self.stretch = boxes, gap, align, stretch

    def widths(self, width: int) -> list[int]:
        """How wide each box becomes."""
        free = width - self.gap * (len(self.boxes) - 1)
        wanted = sum(box.natural for box in self.boxes)
        growing = sum(not box.natural for box in self.boxes)
        if growing and wanted < free:
            share = (free - wanted) // growing
            return [box.natural or share for box in self.boxes]
        if wanted <= free:
            return [box.natural for box in self.boxes]
        fair = max(1, free // len(self.boxes))
        return [fair for _ in self.boxes]

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


class Wrap(Box):
    """Boxes of natural width in lines, like words: what does not fit goes to the next line."""

    __slots__ = ("boxes", "gap", "line_gap")

    def __init__(self, boxes: Sequence[Box], gap: int = 0, line_gap: int | None = None) -> None:
        super().__init__(sum(box.natural for box in boxes) + gap * max(0, len(boxes) - 1))
        self.boxes, self.gap = boxes, gap
        self.line_gap = gap if line_gap is None else line_gap

    def lines(self, width: int) -> list[list[Box]]:
        """Which boxes stand on which line."""
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
        """Line by line, from the left; on a line all are as high as the highest."""
        nodes, y = [], rect.y
        for line in self.lines(rect.w):
            height = max(box.height(min(rect.w, box.natural)) for box in line)
            x = rect.x
            for box in line:
                w = min(rect.w, box.natural)
                nodes += box.place(Rect(x, y, w, height))
                x += w + self.gap
            y += height + self.line_gap
        return nodes


class Grid(Box):
    """Boxes in equal columns; every row as high as its highest box."""

    __slots__ = ("boxes", "columns", "gap")

    def __init__(self, boxes: Sequence[Box], columns: int, gap: int = 0) -> None:
        super().__init__()
        self.boxes, self.columns, self.gap = boxes, max(1, columns), gap

    def _rows(self) -> list[Sequence[Box]]:
        return [self.boxes[at : at + self.columns] for at in range(0, len(self.boxes), self.columns)]

    def _cell(self, width: int) -> int:
        return (width - self.gap * (self.columns - 1)) // self.columns

    def measure(self, width: int) -> int:
        """All rows and the gaps between."""
        cell = self._cell(width)
        heights = [max(box.height(cell) for box in row) for row in self._rows()]
        return sum(heights) + self.gap * max(0, len(heights) - 1)

    def place(self, rect: Rect) -> Nodes:
        """Row by row."""
        nodes, y, cell = [], rect.y, self._cell(rect.w)
        for row in self._rows():
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
