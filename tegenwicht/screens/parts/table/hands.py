"""Hands that stand up behind the table's edge, with one to four fingers: thin lines, drawn by ourselves.

Places are design pixels; a hand's place is the middle of its wrist and how large its box is (400: as large as one
counts with, 290: as it shows how a group weighed).
"""

from functools import lru_cache

from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Colour, Drawing
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.table.ground import BACK_EDGE, HEIGHT, RIM, Ground
from tegenwicht.screens.parts.table.room import rim, table_top
from tegenwicht.screens.parts.table.scale import web
from tegenwicht.screens.shell.theme import Theme

WEIGHTS = (1, 2, 3, 4)
LARGE, SMALL, NEARER = 400, 290, 0.7
"""How large a hand is on a large screen, and the part of that which it is from near."""
CENTRES = (506, 808, 1112, 1414)
"""The middle of the place of each weight, from the left."""
BOX_W, BOX_H, UNIT = 200, 334, 400
"""The drawing is so wide and high, where the box of a hand is ``UNIT``."""
FINGERS = ((17, 37), (59, 8), (101, 17), (143, 60))
"""Left edge and top of each finger that is up, from the index finger; all are ``WIDE`` wide."""
WIDE, FOLDED, PALM = 41, (0, 176, 180, 196), 211
BEHIND = -4
"""The layer of hands; the table they stand behind is one nearer, the scale in front of both."""
SIDE_BY_SIDE, ROOM = 128, 200
SKIN, LINE = (247, 233, 211), (74, 66, 52)


def hand(g: Ground, x: float, foot: float, box: float, fingers: int, sunk: float = 0) -> Drawing:
    """A hand with so many fingers up, cut off at ``foot``; ``sunk``: how much lower it stands."""
    unit = box / UNIT
    high = BOX_H - sunk / unit
    rect = g.mid(x - BOX_W / 2 * unit, foot - high * unit, BOX_W * unit, high * unit)
    return Drawing(rect, (BOX_W, high), hand_body(fingers, *colours(g.v.theme), line_of(g, box)))


def box(g: Ground, design: float) -> float:
    """How large a hand is that is ``design`` large on a large screen."""
    return design * NEARER if g.near else design


def hand_in(theme: Theme, rect: Rect, fingers: int, line: float = 3.0) -> Drawing:
    """A hand as large as fits in ``rect``, on its lower edge; ``line``: how wide its lines are, in pixels."""
    unit = min(rect.w / BOX_W, rect.h / BOX_H)
    wide, high = round(BOX_W * unit), round(BOX_H * unit)
    at = Rect(rect.x + (rect.w - wide) // 2, rect.bottom - high, wide, high)
    return Drawing(at, (BOX_W, BOX_H), hand_body(fingers, *colours(theme), round(line / unit, 2)))


def colours(theme: Theme) -> tuple[Colour, Colour]:
    """Of a hand, and of its lines."""
    return (SKIN, LINE) if theme.table.rich else (theme.table.wall, theme.ink)


def line_of(g: Ground, box: float) -> float:
    """How wide a line of 3 pixels on the window is, in parts of the drawing."""
    return round((3 if g.v.theme.table.rich else 4) * UNIT / box, 2)


@lru_cache(64)
def hand_body(fingers: int, skin: Colour, line: Colour, width: float) -> str:
    """The hand as SVG: palm, fingers that are up, fingers that are folded, and the thumb over them."""
    drawn = f'fill="{web(skin)}" stroke="{web(line)}" stroke-width="{width:g}" stroke-linejoin="round"'
    up = "".join(_up(*FINGERS[n], drawn) for n in range(fingers))
    down = "".join(_folded(FINGERS[n][0], FOLDED[n], drawn) for n in range(fingers, 4))
    open_side = f"M{FINGERS[3][0] + WIDE} {PALM - 1} V286" if fingers == 4 else "M184 240 V286"
    side = f"{open_side} C184 310 158 306 155 336"
    stroke = f'fill="none" stroke="{web(line)}" stroke-width="{width:g}" stroke-linecap="round"'
    palm = "M17 206 H184 V286 C184 310 158 306 155 336 H44 C42 306 22 300 16 262 Z"
    thumb = (
        "M42 337 C42 306 20 302 17 270 C14 252 6 238 6 218 C6 198 32 196 37 216 C39 228 42 236 50 240"
        " C72 243 92 245 112 247 C130 249 129 273 112 273 C88 273 64 272 44 268"
    )
    return (
        f'<path d="{palm}" fill="{web(skin)}"/>{up}{down}<path d="{side}" {stroke}/>'
        f'<path d="{thumb} L42 337 Z" fill="{web(skin)}"/><path d="{thumb}" {stroke}/>'
    )


def _up(x: float, top: float, drawn: str) -> str:
    r = WIDE / 2
    return f'<path d="M{x} {PALM} V{top + r} A{r} {r} 0 0 1 {x + WIDE} {top + r} V{PALM}" {drawn}/>'


def _folded(x: float, top: float, drawn: str) -> str:
    return f'<rect x="{x}" y="{top}" width="{WIDE}" height="78" rx="19" {drawn}/>'


# -- where they stand


def table_before(g: Ground) -> Node:
    """The table once more, before the hands: what rises, rises from behind its edge."""
    back = g.left(0, BACK_EDGE, g.across, HEIGHT - RIM)
    rect = back._replace(h=g.v.height - back.y)
    return Node("table:before", Role.GROUP, rect, layer=BEHIND + 1, ops=(*table_top(g), *rim(g)))


def hands_counted(g: Ground, counts: tuple[int, int, int, int]) -> list[Node]:
    """For each weight that was given, as many hands side by side; they say nothing by themselves."""
    made = []
    for weight, count, x in zip(WEIGHTS, counts, CENTRES, strict=True):
        if not count:
            continue
        shown = min(count, MOST_SHOWN)
        step = min(box(g, SIDE_BY_SIDE), ROOM / (shown - 1)) if shown > 1 else 0
        ops = tuple(
            hand(g, x + (n - (shown - 1) / 2) * step, BACK_EDGE, box(g, SMALL), weight) for n in range(shown)
        )
        rect = ops[0].rect.around(ops[-1].rect)
        made.append(Node(f"hands:{weight}", Role.GROUP, rect, layer=BEHIND, ops=ops))
    return made


MOST_SHOWN = 12
"""Hands side by side; how many there are stands on the plate."""
