"""Where things go: rows, columns and grids cut from a rectangle. Pure arithmetic in pixels.

A box knows its height at a width, and places what it holds in a rectangle it is given. Because every
height comes from the text inside, nothing overlaps and nothing is cut off at any text size.
"""

from collections.abc import Callable, Sequence

from tegenwicht.kit.nodes import Node
from tegenwicht.kit.rect import Rect

GROW = 0
"""As a natural width: it takes what there is, or its share of that."""

Nodes = list[Node]
Placing = Callable[[Rect], Nodes]


class Box:
    """A piece of a screen. ``natural`` is the width it would like, in pixels, or ``GROW``."""

    __slots__ = ("_known", "natural")

    def __init__(self, natural: int = GROW) -> None:
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

    def __init__(self, height: int | Callable[[int], int], place: Placing, natural: int = GROW) -> None:
        super().__init__(natural)
        self._height, self._place = height, place

    def measure(self, width: int) -> int:
        """The height it was made with, at that width."""
        return self._height if isinstance(self._height, int) else self._height(width)

    def place(self, rect: Rect) -> Nodes:
        """The nodes that the function it was made with gives."""
        return self._place(rect)


def space(height: int = 0, natural: int = GROW) -> Box:
    """Nothing, of that size."""
    return Leaf(height, lambda _rect: [], natural)


def width_of(boxes: Sequence[Box], gap: int) -> int:
    """How wide boxes are side by side, each at its natural width."""
    return sum([box.natural for box in boxes]) + gap * max(0, len(boxes) - 1)


class Column(Box):
    """Boxes below each other; each as wide as the column."""

    __slots__ = ("boxes", "gap")

    def __init__(self, boxes: Sequence[Box], gap: int = 0, natural: int | None = None) -> None:
        wide = max((box.natural for box in boxes), default=0) if all(box.natural for box in boxes) else GROW
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
        super().__init__(width_of(boxes, gap) if all(box.natural for box in boxes) else GROW)
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
        growing = naturals.count(GROW)
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


class Even(Row):
    """Columns of the same width side by side, whatever is in them; their tops in line."""

    __slots__ = ()

    def __init__(self, boxes: Sequence[Box], gap: int = 0) -> None:
        super().__init__(boxes, gap, 0.0)
        self.natural = GROW

    def _divided(self, width: int) -> list[int]:
        free, count = width - self.gap * (len(self.boxes) - 1), len(self.boxes)
        return [free // count + (number < free % count) for number in range(count)]


def _squeezed(naturals: list[int], room: int) -> list[int]:
    """Widths for too little room: a fair part for what grows, the rest in proportion."""
    fair = room // len(naturals)
    rest, wanted = room - fair * naturals.count(GROW), sum(naturals)
    return [max(1, natural * rest // wanted) if natural else fair for natural in naturals]


class Padded(Box):
    """A box with room around it, in a node of its own made by ``wrap`` from the outer rectangle."""

    __slots__ = ("box", "dx", "dy", "wrap")

    def __init__(
        self, box: Box, dx: int, dy: int, wrap: "Callable[[Rect, Nodes], Node] | None" = None
    ) -> None:
        super().__init__(box.natural + 2 * dx if box.natural else GROW)
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
