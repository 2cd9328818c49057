"""A scale as a piece of a layout: several stand side by side, so that they can be looked at together."""

from collections.abc import Sequence
from typing import NamedTuple

from tegenwicht.game.cards import Cluster
from tegenwicht.game.tally import FRAMES, PEOPLE, Counts, hangs_on_one_side
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.layout import Box, Leaf, Nodes
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Op, Words
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.clusters import disc_ops
from tegenwicht.screens.parts.table import scale
from tegenwicht.screens.parts.table.ground import Ground
from tegenwicht.screens.parts.table.heap import Clusters, heap, heap_ops, laid
from tegenwicht.screens.parts.table.rim import clock_ops
from tegenwicht.screens.shell.view import View

ARM, HUB, FOOT, WIDE, HIGH = 330, 46, 470, 980, 560
"""Design pixels of a scale on its own: an arm, its head, from the pivot to the foot, and all of it."""
SIDE, TOTAL, MARK, NUMBER, NEAR, APART = 26, 40, 34, 26, 6, 16
"""The same of the words below it: of a side, its total, and its clusters."""

AROUND, LEAST_HIGH = 575, 0.34
"""Design pixels above and below a scale on its screen; and the part of the window's height it has at the least."""


class Weighed(NamedTuple):
    """What lies on a scale. key: of its node. name: of the group. dealt: the clusters that could come up."""

    key: str
    name: str
    counts: Counts
    dealt: tuple[Cluster, ...]

    @property
    def tilt(self) -> float:
        """How the beam leans; level when all clusters hang on one side, for a tilt would say nothing."""
        return 0.0 if hangs_on_one_side(self.dealt) else scale.tilt_of(*self.counts.balance)

    def pieces(self, right: bool) -> tuple[Clusters, Clusters]:
        """(a cluster for each block, for each stone) on one pan."""
        counts, side = self.counts, FRAMES if right else PEOPLE
        return laid(tuple((c, counts.by_card(c)) for c in side)), laid(
            tuple((c, counts.by_mention(c)) for c in side)
        )

    def aloud(self) -> str:
        """The scale in words."""
        people, frames = self.counts.balance
        lean = tr("De balk ligt recht.")
        if self.tilt:
            lean = tr("Kaders hangt lager.") if self.tilt > 0 else tr("Mensen hangt lager.")
        words = tr("Weegschaal van {name}. Mensen: {left}. Kaders: {right}. {lean}")
        return words.format(name=self.name, left=people, right=frames, lean=lean)


def small_scales(v: View, weighed: Sequence[Weighed]) -> list[Box]:
    """A scale each, with pieces of the same size on all: the smallest that fits everywhere."""
    size = min(heap(*one.pieces(right)).size for one in weighed for right in (False, True))
    return [_box(v, one, size) for one in weighed]


def bare_scale(v: View, one: Weighed, wide: int) -> Box:
    """A scale ``wide`` pixels wide, without words, as large as it can be with what lies on it."""
    size = min(heap(*one.pieces(right)).size for right in (False, True))
    part = wide / WIDE

    def place(rect: Rect) -> Nodes:
        made = _scale_ops(Ground(v, part), one, size, (rect.x + rect.w / 2, rect.y))
        ops = tuple(
            op for op in made if not isinstance(op, Words)
        )  # too small to read; the numbers stand beside it
        return [Node(one.key, Role.IMAGE, rect, one.aloud(), ops=ops)]

    return Leaf(lambda _width: round(part * HIGH), place, wide)


def _box(v: View, one: Weighed, size: float) -> Box:
    below = v.text_px(TOTAL * 1.3) + v.text_px(MARK) + v.text_px(10)

    def high(width: int) -> int:
        return round(_part(v, width) * HIGH) + below

    def place(rect: Rect) -> Nodes:
        g = Ground(v, _part(v, rect.w))
        ops = [
            *_scale_ops(g, one, size, (rect.x + rect.w / 2, rect.y)),
            *_below(v, g, one, rect, rect.bottom - below),
        ]
        return [Node(one.key, Role.IMAGE, rect, one.aloud(), ops=tuple(ops))]

    return Leaf(high, place)


def _part(v: View, width: int) -> float:
    """Window pixels to a design pixel: as wide as there is room, no larger than on the table, and to be seen whole."""
    high = max(v.height - v.text_px(AROUND), v.height * LEAST_HIGH)
    return min(width / WIDE, v.scale, high / HIGH)


def _scale_ops(g: Ground, one: Weighed, size: float, top: tuple[float, float]) -> list[Op]:
    m = g.v.theme.table
    x, y = top[0] / g.scale - g.middle_x, top[1] / g.scale - g.lower + HUB + 6
    shape = scale.Shape((x, y), ARM, tilt=one.tilt)
    head = g.mid(x - HUB, y - HUB, 2 * HUB, 2 * HUB)
    ops: list[Op] = [*scale.pillar(g, m, y, y + FOOT, x), scale.beam(g, m, shape)]
    for right in (False, True):
        end = shape.end(right)
        pieces = heap(*one.pieces(right), size).pieces
        ops += [scale.pan(g, m, end), *heap_ops(g, scale.heap_floor(end), pieces)]
    return [*ops, *clock_ops(g, head, 0.0, glyph="scale")]


def _below(v: View, g: Ground, one: Weighed, rect: Rect, top: int) -> list[Op]:
    """Under each pan its name and total, and of its clusters how often each came up."""
    ops: list[Op] = []
    for right, name in ((False, tr("Mensen")), (True, tr("Kaders"))):
        side = FRAMES if right else PEOPLE
        away = min(g.scale * ARM, rect.w / 2 - _marks_width(v, one, side) / 2)
        x = round(rect.x + rect.w / 2 + (away if right else -away))
        total = str(one.counts.balance[int(right)])
        px, big = v.text_px(SIDE), v.text_px(TOTAL)
        wide = v.type.width(name, "semibold", px) + v.text_px(10) + v.type.width(total, "bold", big)
        line = Rect(x - wide // 2, top, wide, v.text_px(TOTAL * 1.3))
        ops.append(widgets.middle_line(v, line, name, "semibold", px, v.theme.ink, 0.0))
        ops.append(widgets.middle_line(v, line, total, "bold", big, v.theme.ink, 1.0))
        ops += _marks(v, one, side, x, line.bottom)
    return ops


def _cells(v: View, one: Weighed, side: tuple[Cluster, ...]) -> list[tuple[Cluster, str, int]]:
    """Of each cluster its number, and how wide its mark is with that."""
    words = [(cluster, str(one.counts.came_up(cluster))) for cluster in side]
    before = v.text_px(MARK) + v.text_px(NEAR)
    return [
        (cluster, word, before + v.type.width(word, "semibold", v.text_px(NUMBER)) + 1)
        for cluster, word in words
    ]


def _marks_width(v: View, one: Weighed, side: tuple[Cluster, ...]) -> int:
    return sum(cell for *_, cell in _cells(v, one, side)) + v.text_px(APART) * (len(side) - 1)


def _marks(v: View, one: Weighed, side: tuple[Cluster, ...], x: int, y: int) -> list[Op]:
    px, near = v.text_px(MARK), v.text_px(NEAR)
    left = x - _marks_width(v, one, side) // 2
    ops: list[Op] = []
    for cluster, word, cell in _cells(v, one, side):
        ops += disc_ops(v, cluster, Rect(left, y, px, px))
        number = Rect(left + px + near, y, cell - px - near, px)
        ops.append(widgets.middle_line(v, number, word, "semibold", v.text_px(NUMBER), v.theme.ink, 0.0))
        left += cell + v.text_px(APART)
    return ops
