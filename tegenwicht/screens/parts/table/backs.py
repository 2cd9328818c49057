"""The backs of cards: each cluster its colour, sign and pattern; the mixed pile dark, with the scale."""

from functools import lru_cache
from math import ceil
from typing import TYPE_CHECKING

from tegenwicht.game.cards import CLUSTERS, Cluster
from tegenwicht.kit.ops import Drawing, Fill, Icon, Op, Turned
from tegenwicht.kit.rect import Rect
from tegenwicht.kit.theme import mixed
from tegenwicht.screens.parts.table.scale import web
from tegenwicht.screens.shell.theme import Theme

if TYPE_CHECKING:
    from tegenwicht.kit.motion.moves import Look

UNITS = 124
"""A back is reckoned in parts of its shorter side: so many."""
FRAME, LINE, ROUND = 9, 1.6, 10
STANDING_UNITS, STANDING_DISC = 310, 108
"""The same for one that is held up, and how large its disc is then."""
HELD_UNITS, RIM, HELD_ROUND, INNER, INNER_LINE, HELD_DISC, CORNER = 200, 7.0, 12.5, 5.4, 1.6, 88, 22
"""Of a back that is held in the hand, in parts of which its shorter side has 200: the white rim, its corners, how far
in the fine line is and how wide, the disc, and the signs in two corners."""
SMALLEST_RIM = 4.5
"""Pixels; as seen where a picture is drawn ``FINE`` times as large."""
WHITE = (255, 255, 255)


def standing_back(theme: Theme, cluster: Cluster | None) -> "Look":
    """The back of a card that is held up, large: a finer pattern in a narrower frame."""
    return lambda rect: back_ops(theme, cluster, rect.w, rect.h, STANDING_UNITS, STANDING_DISC)


def back_ops(
    theme: Theme, cluster: Cluster | None, w: int, h: int, units: float = UNITS, disc_units: float = 68
) -> tuple[Op, ...]:
    """The back of a card of that size in pixels, placed from its own top left; None is that of the mixed pile.

    units: how many of them its shorter side is; disc_units: how many the disc in its middle is.
    """
    unit, m = min(w, h) / units, theme.table
    frame = max(2, round(FRAME * unit))
    inner = Rect(frame, frame, w - 2 * frame, h - 2 * frame)
    box = (inner.w / unit, inner.h / unit)
    solid = m.back if cluster is None else theme.clusters[cluster].solid
    ground = f'<rect width="{box[0]:g}" height="{box[1]:g}" fill="{web(solid)}"/>'
    body = ground + pattern(cluster, ceil(box[0]), ceil(box[1]), web(m.back_line))
    px = round((disc_units if cluster else disc_units + 6) * unit)
    disc = Rect((w - px) // 2, (h - px) // 2 - (round(7 * unit) if cluster is None else 0), px, px)
    glyph = cluster.value if cluster else "scale"
    ops: tuple[Op, ...] = (
        Fill(Rect(0, 0, w, h), WHITE, round(16 * unit), max(1, round(LINE * unit)), m.card_line),
        Drawing(inner, box, body, corner=round(ROUND * unit)),
        Fill(disc, WHITE, px // 2),
        Icon(disc.inset(round(px * 0.22)), glyph, solid),
    )
    return ops if cluster else (*ops, *_six(theme, w, h, unit))


def held_back(
    theme: Theme, cluster: Cluster | None, w: int, h: int, corners: bool = True, fine: int = 1
) -> tuple[Op, ...]:
    """The back of an upright card in the hand: a fine line inside its rim, and its sign in two corners.

    corners: the two signs, where it is large enough to see them. fine: how many times as large as it is seen.
    """
    unit, m = min(w, h) / HELD_UNITS, theme.table
    rim = max(round(SMALLEST_RIM * fine), round(RIM * unit))
    inner = Rect(rim, rim, w - 2 * rim, h - 2 * rim)
    box = (inner.w / unit, inner.h / unit)
    solid = m.back if cluster is None else theme.clusters[cluster].solid
    ground = f'<rect width="{box[0]:g}" height="{box[1]:g}" fill="{web(solid)}"/>'
    line = max(0.8 * fine / unit, INNER_LINE)
    frame = (
        f'<rect x="{INNER}" y="{INNER}" width="{box[0] - 2 * INNER:g}" height="{box[1] - 2 * INNER:g}" rx="{HELD_ROUND / 2}"'
        f' fill="none" stroke="#ffffff" stroke-opacity="0.75" stroke-width="{line:.2f}"/>'
    )
    body = ground + pattern(cluster, ceil(box[0]), ceil(box[1]), web(m.back_line)) + frame
    px = round(HELD_DISC * unit)
    disc = Rect((w - px) // 2, (h - px) // 2, px, px)
    ring = disc.inset(round(px * 0.035))
    thin = max(fine, round(px * 0.02))
    glyph = cluster.value if cluster else "scale"
    edge = max(round(1.4 * fine), round(1.5 * unit))
    ops: tuple[Op, ...] = (
        Fill(Rect(0, 0, w, h), WHITE, round((HELD_ROUND + 4) * unit), edge, m.card_line),
        Drawing(inner, box, body, corner=round(HELD_ROUND * unit)),
        Fill(disc, WHITE, px // 2),
        Fill(ring, WHITE, ring.w // 2, thin, mixed(solid, WHITE, 0.45)),
        Icon(disc.inset(round(px * 0.25)), glyph, solid),
    )
    if not corners or cluster is None:
        return ops
    side, far = round(CORNER * unit), round((RIM + INNER + 8) * unit)
    low = Rect(w - far - side, h - far - side, side, side)
    sign = Icon(Rect(0, 0, 2 * side, 2 * side), glyph, WHITE)
    return (
        *ops,
        Icon(Rect(far, far, side, side), glyph, WHITE),
        Turned(low, (2 * side, 2 * side), (sign,), 180),
    )


def _six(theme: Theme, w: int, h: int, unit: float) -> list[Op]:
    """The colours of all clusters, low on the mixed back."""
    wide, high, gap = round(11.6 * unit), round(5.4 * unit), round(2.2 * unit)
    x, y, edge = (w - 6 * wide - 5 * gap) // 2, h - round(29 * unit), max(1, round(0.9 * unit))
    return [
        Fill(Rect(x + n * (wide + gap), y, wide, high), theme.clusters[c].solid, high // 2, edge, WHITE)
        for n, c in enumerate(CLUSTERS)
    ]


@lru_cache(32)
def pattern(cluster: Cluster | None, w: int, h: int, line: str = "#ffffff") -> str:
    """What is on a ground of ``w`` by ``h`` units, as SVG: see-through white, or ``line`` on the mixed back."""
    made = {
        Cluster.PROFESSIONAL: _stripes, Cluster.CLIENT: _dots, Cluster.EMPLOYER: _bricks,
        Cluster.ORGANISATIONAL: _waves, Cluster.POLICY: _signs, Cluster.INDIVIDUAL: _hearts,
    }  # fmt: skip
    return _diamonds(w, h, line) if cluster is None else made[cluster](w, h)


FAR = 12
"""No sign of a pattern reaches farther than this from its middle."""
SOFT = 'stroke="#ffffff" stroke-opacity="0.24" fill="none"'


def _stripes(w: int, h: int) -> str:
    lines = "".join(f"M{x} {h + 4} L{x + h + 8:g} -4 " for x in range(-h - 20, w + 10, 35))
    return f'<path d="{lines}" {SOFT} stroke-width="9.4"/>'


def _spots(w: int, h: int, across: int, down: int) -> list[tuple[float, float]]:
    """Places in rows, every other row half a step aside; none of which nothing is to be seen."""
    rows = range(-1, h // down + 2)
    spots = (
        (x * across + (row % 2) * across / 2, row * down + down / 2)
        for row in rows
        for x in range(-1, w // across + 2)
    )
    return [(x, y) for x, y in spots if -FAR < x < w + FAR and -FAR < y < h + FAR]


def _dots(w: int, h: int) -> str:
    circles = "".join(
        f"M{x - 6.2:g} {y:g}a6.2 6.2 0 0 0 12.4 0a6.2 6.2 0 0 0 -12.4 0" for x, y in _spots(w, h, 36, 19)
    )
    return f'<path fill="#ffffff" fill-opacity="0.24" d="{circles}"/>'


def _bricks(w: int, h: int) -> str:
    d = "".join(f"M0 {y} H{w} " for y in range(2, h + 20, 18))
    for row, y in enumerate(range(2, h + 20, 18)):
        d += "".join(f"M{x} {y} V{y + 18} " for x in range(12 + (row % 2) * 19, w, 38))
    return f'<path d="{d}" {SOFT} stroke-width="2.6"/>'


def _waves(w: int, h: int) -> str:
    d = ""
    for y in range(6, h + 24, 20):
        d += f"M-12 {y} " + "".join("q9 -9 18 0 t18 0 " for _ in range(w // 36 + 2))
    return f'<path d="{d}" {SOFT} stroke-width="3.4"/>'


SECTION = (
    "M4.3 -5.2 C3.5 -7.1 2 -8.3 0 -8.3 C-2.4 -8.3 -4.4 -6.9 -4.4 -5 C-4.4 -1.4 5.4 -3.3 5.4 0.9 C5.4 2.3 4.6 3.2 3.4 3.4"
    " M-4.3 5.2 C-3.5 7.1 -2 8.3 0 8.3 C2.4 8.3 4.4 6.9 4.4 5 C4.4 1.4 -5.4 3.3 -5.4 -0.9 C-5.4 -2.3 -4.6 -3.2 -3.4 -3.4"
)
"""The sign of Wet & beleid, as in its icon, around its middle."""


def _signs(w: int, h: int) -> str:
    signs = "".join(
        f'<path transform="translate({x:g} {y:g})" d="{SECTION}"/>' for x, y in _spots(w, h, 36, 26)
    )
    return f'<g {SOFT} stroke-width="2.1" stroke-linecap="round" stroke-linejoin="round">{signs}</g>'


def _hearts(w: int, h: int) -> str:
    one = "M0 7 C-10 0 -7.6 -7 -3.6 -6.4 C-1.6 -6.2 -0.4 -4.8 0 -3.6 C0.4 -4.8 1.6 -6.2 3.6 -6.4 C7.6 -7 10 0 0 7 Z"
    hearts = "".join(f'<path transform="translate({x:g} {y:g})" d="{one}"/>' for x, y in _spots(w, h, 36, 21))
    return f'<g fill="#ffffff" fill-opacity="0.24">{hearts}</g>'


def _diamonds(w: int, h: int, line: str) -> str:
    diamonds = "".join(f"M{x - 9:g} {y:g} l9 -9 l9 9 l-9 9 Z " for x, y in _spots(w, h, 23, 21)[:400])
    return f'<path d="{diamonds}" fill="none" stroke="{line}" stroke-width="1.4"/>'
