"""What lies on a pan: a block for every card discussed, a stone for every mention. Always the same for the same.

They are given in the order in which they came: a stone that comes moves none that lies there.

Where each piece lies is reckoned in design pixels, from the middle of the pan's floor upward.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from tegenwicht.game.cards import Cluster
from tegenwicht.kit.ops import Drawing, Icon, Op
from tegenwicht.screens.parts.table import letters
from tegenwicht.screens.parts.table.ground import Ground
from tegenwicht.screens.parts.table.scale import web
from tegenwicht.screens.shell.theme import ClusterColours

BLOCK, STONE = (80, 60), (46, 38)
ROWS = ((1,), (2,), (2, 1), (2, 2), (3, 2), (3, 2, 1), (3, 3, 1), (4, 3, 1), (4, 3, 2), (4, 3, 2, 1))
"""How many blocks stand on each other, by how many there are: 1 to 10."""
SIZES = (1.0, 0.86, 0.74, 0.64, 0.55, 0.47, 0.40)
MERGED = 0.55
"""When they must be smaller than this to fit, all of one cluster become one piece with a figure."""
HIGHEST, GAP = 255, 4

Clusters = tuple[Cluster, ...]
Amount = tuple[tuple[Cluster, int], ...]
"""How often each cluster, where nobody knows in which order they came."""


class Piece(NamedTuple):
    """A block or a stone: its middle and its foot, in design pixels from the pan's floor; ``times`` on it, if any."""

    cluster: Cluster
    block: bool
    x: float
    y: float
    size: float
    times: int = 0


class Heap(NamedTuple):
    """All pieces on one pan, and the part of their full size that they have."""

    pieces: tuple[Piece, ...]
    size: float


@lru_cache(64)
def heap(blocks: Clusters, stones: Clusters, most: float = 1.0) -> Heap:
    """The heap of a block and a stone for each of these clusters, oldest first; pieces no larger than ``most``."""
    if len(blocks) <= len(ROWS):
        for size in SIZES:
            if MERGED <= size <= most and (pieces := _stacked(blocks, stones, size)) is not None:
                return Heap(pieces, size)
    return _merged(blocks, stones, most)


def alike(left: tuple[Clusters, Clusters], right: tuple[Clusters, Clusters]) -> tuple[Heap, Heap]:
    """The heaps of both pans with pieces of the same size: the smaller of the two that fit."""
    size = min(heap(*left).size, heap(*right).size)
    return heap(*left, size), heap(*right, size)


def laid(amounts: Amount) -> Clusters:
    """Each cluster as often as it says, one cluster after the other."""
    return tuple(cluster for cluster, times in amounts for _ in range(times))


def _merged(blocks: Clusters, stones: Clusters, most: float) -> Heap:
    """One block and one stone a cluster, each with how often."""
    often = {(one, True): blocks.count(one) for one in blocks}
    often |= {(one, False): stones.count(one) for one in stones}
    for size in SIZES:
        pieces = (
            _stacked(tuple(dict.fromkeys(blocks)), tuple(dict.fromkeys(stones)), size)
            if size <= most
            else None
        )
        if pieces is not None:
            told = (one._replace(times=often[one.cluster, one.block]) for one in pieces)
            return Heap(tuple(told), size)
    return Heap((), SIZES[-1])


def _stacked(blocks: Sequence[Cluster], stones: Sequence[Cluster], size: float) -> tuple[Piece, ...] | None:
    """Blocks in centred rows, then each stone at the lowest place; None when they do not fit at this size."""
    pieces = _rows(blocks, size)
    for cluster in stones:
        place = _lowest(pieces, size)
        if place is None:
            return None
        pieces.append(Piece(cluster, False, *place, size))
    return tuple(pieces) if all(_inside(one) for one in pieces) else None


def _rows(blocks: Sequence[Cluster], size: float) -> list[Piece]:
    wide, high = BLOCK[0] * size + GAP, BLOCK[1] * size + 2
    pieces: list[Piece] = []
    left = list(blocks)
    for row, count in enumerate(ROWS[len(blocks) - 1] if blocks else ()):
        first = -(count - 1) / 2 * wide
        pieces += [
            Piece(left.pop(0), True, first + number * wide, row * high, size) for number in range(count)
        ]
    return pieces


def _lowest(pieces: Sequence[Piece], size: float) -> tuple[float, float] | None:
    """The best place for one stone more: low, well supported, near the middle."""
    best: tuple[float, tuple[float, float]] | None = None
    half, high = STONE[0] * size / 2, STONE[1] * size
    for step in range(146):
        for x in (-step, step) if step else (0,):
            y = max((_top(one) for one in pieces if _over(one, x, half)), default=0.0)
            if not _fits(x, half, y + high):
                continue
            score = y + 90 * _unsupported(pieces, x, half, y) + 0.04 * step
            if best is None or score < best[0] - 1e-6:
                best = (score, (x, y))
    return best[1] if best else None


def _extent(piece: Piece) -> tuple[float, float]:
    wide, high = BLOCK if piece.block else STONE
    return wide * piece.size, high * piece.size


def _top(piece: Piece) -> float:
    return piece.y + _extent(piece)[1] + 2


def _over(piece: Piece, x: float, half: float) -> bool:
    return abs(piece.x - x) < _extent(piece)[0] / 2 + half + GAP - 0.5


def _unsupported(pieces: Sequence[Piece], x: float, half: float, y: float) -> float:
    """The part of a stone at that height under which there is nothing."""
    if y <= 0:
        return 0.0
    held = 0.0
    for one in pieces:
        if abs(_top(one) - y) < 3:
            wide = _extent(one)[0] / 2
            held += max(0.0, min(x + half, one.x + wide) - max(x - half, one.x - wide))
    return 1 - min(1.0, held / (2 * half))


def _fits(x: float, half: float, top: float) -> bool:
    """Whether it stays between the chains."""
    return abs(x) + half <= 145 * (1 - top / 300) + 8 and top <= HIGHEST


def _inside(piece: Piece) -> bool:
    wide, high = _extent(piece)
    return _fits(piece.x, wide / 2 - 6, piece.y + high)


# -- how they look


def heap_ops(g: Ground, floor: tuple[float, float], pieces: Sequence[Piece]) -> tuple[Op, ...]:
    """All pieces, drawn from the floor up. floor: its middle in design pixels, as ``scale.heap_floor`` gives it."""
    return tuple(op for one in pieces for op in piece_ops(g, floor, one))


def piece_ops(g: Ground, floor: tuple[float, float], piece: Piece) -> tuple[Op, ...]:
    """A block or a stone with its sign, and its figure when it stands for several."""
    wide, high = _extent(piece)
    colours = g.v.theme.clusters[piece.cluster]
    at = g.mid(floor[0] + piece.x - wide / 2, floor[1] - piece.y - high, wide, high)
    full = BLOCK if piece.block else STONE
    drawn = Drawing(at, full, (block_body if piece.block else stone_body)(colours), ground=colours.solid)
    px = g.px((37 if piece.block else 23) * piece.size)
    x, y = at.x + (at.w - px) // 2, at.y + (at.h - px) // 2 - g.px((4 if piece.block else 1.5) * piece.size)
    if piece.times < 2:
        return (drawn, Icon(at._replace(x=x, y=y, w=px, h=px), piece.cluster.value, (255, 255, 255)))
    said = letters.line(
        g, (at.x + at.w // 2, y + round(px * 0.78)), f"×{piece.times}", 26 * piece.size, "bold", (255, 255, 255),
        0.5, at.w,
    )  # fmt: skip
    return (drawn, said)


@lru_cache(32)
def block_body(colours: ClusterColours) -> str:
    """A block as SVG, 80 wide and 60 high."""
    line = _line(colours, 80, 60, 12)
    return (
        f'<rect width="80" height="60" rx="12" fill="{web(colours.under)}"/>'
        f'<rect width="80" height="53" rx="12" fill="{web(colours.solid)}"/>'
        f'<path d="M10 6.4 H70" stroke="#ffffff" stroke-opacity="0.36" stroke-width="3" stroke-linecap="round"/>'
        f"{line}"
    )


@lru_cache(32)
def stone_body(colours: ClusterColours) -> str:
    """A stone as SVG, 46 wide and 38 high."""
    return (
        f'<rect width="46" height="38" rx="17.5" fill="{web(colours.under)}"/>'
        f'<rect width="46" height="34" rx="16.5" fill="{web(colours.solid)}"/>{_line(colours, 46, 38, 17)}'
    )


def _line(colours: ClusterColours, w: float, h: float, r: float) -> str:
    """A line around it, where its own colour would not stand out from a dark wall."""
    if colours.edge == colours.under:
        return ""
    return (
        f'<rect x="1" y="1" width="{w - 2}" height="{h - 2}" rx="{r - 1}" fill="none"'
        f' stroke="{web(colours.edge)}" stroke-width="2"/>'
    )
