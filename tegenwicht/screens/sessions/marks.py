"""Which clusters came up in a session, as six small marks with their numbers: one node for all of them."""

from collections.abc import Iterator, Sequence

from tegenwicht.game.cards import CLUSTERS, Cluster
from tegenwicht.game.tally import FRAMES, PEOPLE
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.layout import Box, Nodes
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill, Icon, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.clusters import disc_ops
from tegenwicht.screens.parts.names import cluster_name
from tegenwicht.screens.shell.model import Kept
from tegenwicht.screens.shell.view import View

SIDES = (*PEOPLE, *FRAMES)
MARK, NUMBER, NEAR, APART = 36, 26, 8, 22
"""Design pixels: a disc, its number, and the room after each of them."""


def marks(v: View, one: Kept) -> Box:
    """Six marks, each with how often its cluster came up: filled, or only a line where it stayed away.

    They stand as on the scale: three of people, three of frames.
    """
    if one.came_up is None:
        return widgets.muted(v, tr("Nog niet geteld."), 22, natural=True)
    half = len(CLUSTERS)
    numbers = dict(zip(CLUSTERS, zip(one.came_up[:half], one.came_up[half:], strict=True), strict=True))
    return _Marks(v, f"marks:{one.id}", [sum(numbers[cluster]) for cluster in SIDES])


class _Marks(Box):
    """On one line, or on more where that is too long."""

    __slots__ = ("_cells", "_key", "_numbers", "_v")

    def __init__(self, v: View, key: str, numbers: Sequence[int]) -> None:
        self._v, self._key, self._numbers = v, key, numbers
        before = v.text_px(MARK) + v.px(NEAR)
        self._cells = [before + v.type.width(str(one), "semibold", v.text_px(NUMBER)) + 1 for one in numbers]
        super().__init__(sum(self._cells) + v.px(APART) * (len(numbers) - 1))

    def _places(self, width: int) -> list[tuple[int, int]]:
        """(x, line) of each."""
        places, x, line = [], 0, 0
        for cell in self._cells:
            if x and x + cell > width:
                x, line = 0, line + 1
            places.append((x, line))
            x += cell + self._v.px(APART)
        return places

    def _step(self) -> int:
        return max(self._v.text_px(MARK), self._v.type.line_height(self._v.text_px(NUMBER))) + self._v.px(6)

    def measure(self, width: int) -> int:
        """Of all lines."""
        return (self._places(width)[-1][1] + 1) * self._step() - self._v.px(6)

    def place(self, rect: Rect) -> Nodes:
        """One picture, which says in words what it shows."""
        pairs = list(zip(SIDES, self._numbers, strict=True))
        said = ", ".join(f"{cluster_name(cluster)} {number}" for cluster, number in pairs)
        high = self._step() - self._v.px(6)
        ops: list[Op] = []
        for (cluster, number), cell, (x, line) in zip(pairs, self._cells, self._places(rect.w), strict=True):
            at = Rect(rect.x + x, rect.y + line * self._step(), cell, high)
            ops += _mark(self._v, cluster, number, at)
        return [Node(self._key, Role.IMAGE, rect, said, ops=tuple(ops))]


def _mark(v: View, cluster: Cluster, number: int, rect: Rect) -> Iterator[Op]:
    px, colour = v.text_px(MARK), v.theme.ink if number else v.theme.muted
    at = Rect(rect.x, rect.y + (rect.h - px) // 2, px, px)
    if number:
        yield from disc_ops(v, cluster, at)
    else:
        line = v.theme.clusters[cluster].line
        yield Fill(at, v.theme.paper, px // 2, max(1, v.px(2)), line)
        yield Icon(at.inset(round(px * 0.22)), cluster.value, line)
    words = Rect(at.right + v.px(NEAR), rect.y, rect.right - at.right - v.px(NEAR), rect.h)
    yield widgets.middle_line(v, words, str(number), "semibold", v.text_px(NUMBER), colour, 0.0)
