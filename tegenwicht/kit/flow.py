"""Boxes whose lines depend on the width: words wrap, grids have fewer columns, a short form takes over."""

from collections.abc import Callable, Sequence

from tegenwicht.kit.layout import Box, Column, Nodes, width_of
from tegenwicht.kit.rect import Rect


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
        if self.boxes and across < self.columns:  # as full rows as there can be
            across = -(-len(self.boxes) // -(-len(self.boxes) // across))
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
