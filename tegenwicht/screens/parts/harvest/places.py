"""Where everything of *Meenemen* stands, on a large screen and near by, on a small window."""

from typing import NamedTuple

from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.harvest.now import Harvest
from tegenwicht.screens.parts.table import cards
from tegenwicht.screens.parts.table.ground import HEIGHT, RIM

SIZES = cards.Sizes(
    band=80, disc=54, disc_x=28, name=38, kind=26, number=32, side=50, title=29, title_y=147, question_y=225,
    text=560, picture=300, picture_right=42, picture_top=138, questions=(66, 62, 58, 54, 50, 46, 42), radius=24,
)  # fmt: skip
SIDE, COLUMN, GAP, TOP, PANELS = 32, 0.226, 16, 142, 108
"""Near by, in design pixels: what is free at the sides, which part of the width a column of small cards has, what is
between that and the card, where they begin, and how high the panels of the people are."""


CLOSE = 7
"""Cards with less than this between them are close."""


class Form(NamedTuple):
    """How the small cards of a side stand: how many beside each other, and of each its size and the gap after it, in
    design pixels."""

    columns: int
    wide: float
    high: float
    gap: float

    @property
    def close(self) -> bool:
        """Whether they are so close that what one can press goes on to the next, to be high enough for that."""
        return self.gap < CLOSE


class Minis(NamedTuple):
    """The forms that the small cards of both sides may have, the largest first; the last is that in which they scroll.

    pad: what is free around them, for the pawns at their corners, in design pixels.
    """

    forms: tuple[Form, ...]
    pad: float


PAIRS = tuple(Form(2, 202, high, 14) for high in (170, 150, 118))
STRIPS = tuple(
    Form(1, 418, high, gap)
    for high, gap in (
        (52, 6),
        (48, 6),
        (44, 6),
        (41, 5),
        (38, 5),
        (36, 4),
        (34, 4),
        (32, 4),
        (30, 4),
        (28, 4),
        (26, 3),
    )
)
LARGE = (*PAIRS, *STRIPS, Form(2, 202, 118, 14))
"""On a large screen ten cards stand two beside each other; more are strips below each other."""
NEAR = (
    *((high, 7) for high in (112, 100, 88, 76, 68, 64, 58, 52)),
    *((48, 5), (44, 4), (40, 3), (36, 3), (33, 3), (30, 3), (27.5, 3), (26, 2.7), (24, 3), (48, 5)),
)
"""The heights and gaps of those near by, all as wide as their side."""


class Places(NamedTuple):
    """Where everything stands, in the window's pixels, and the sizes of words, in design pixels.

    asked: the middle and the base line of the question. heads: the first base line of each side; sides: the room of
    its cards. slip: what is asked or was written; paper: where one writes.
    """

    asked: tuple[int, int]
    question: float
    room: int
    card: Rect
    sizes: cards.Sizes
    ear: float
    empty: float
    heads: tuple[Rect, Rect]
    sides: tuple[Rect, ...]
    minis: Minis
    slip: Rect
    words: float
    paper: Rect


def places_of(now: Harvest) -> Places:
    """Those on this window."""
    return _near(now) if now.v.near else _large(now)


def _large(now: Harvest) -> Places:
    g = now.g
    return Places(
        asked=(g.px(960 + g.middle_x), g.px(134 + g.lower * 0.4)), question=70, room=g.px(1700),
        card=g.mid(480, 176, 960, 602), sizes=SIZES, ear=cards.EAR, empty=44,
        heads=(g.left(32, 203, 418, 0), g.right(1472, 203, 418, 0)),
        sides=(g.left(24, 214, 434, 670), g.right(1464, 214, 434, 670)),
        minis=Minis(LARGE, 8), slip=g.mid(540, 776, 840, 120), words=40,
        paper=g.mid(480, 768, 960, 224),
    )  # fmt: skip


def _near(now: Harvest) -> Places:
    g = now.g
    rim = g.down - HEIGHT + RIM
    column = round(g.across * COLUMN)
    left, wide = SIDE + column + GAP, g.across - 2 * (SIDE + column + GAP)
    low = rim - (12 if now.session.alone else PANELS)
    paper = rim - 236
    bottom = paper - 10 if now.writing else low - 96
    card = g.place(left, TOP, wide, bottom - TOP)
    end = paper - 10 if now.writing else low - 2
    right = g.across - SIDE - column
    return Places(
        asked=(g.px(g.across / 2), g.px(118)), question=44, room=g.px(g.across - 2 * SIDE),
        card=card, sizes=_sizes(wide, bottom - TOP), ear=88, empty=30,
        heads=(g.place(SIDE, 154, column, 0), g.place(right, 154, column, 0)),
        sides=tuple(g.place(x - 18, 148, column + 36, end - 148) for x in (SIDE, right)),
        minis=Minis(tuple(Form(1, column, *one) for one in NEAR), 18), slip=g.place(left + 24, low - 98, wide - 48, 90),
        words=28, paper=g.place(SIDE, paper, g.across - 2 * SIDE, 224),
    )  # fmt: skip


def _sizes(wide: float, high: float) -> cards.Sizes:
    """Those of a wide card so large, in design pixels."""
    picture = min(170.0, high - 190)
    return cards.Sizes(
        band=62, disc=42, disc_x=22, name=30, kind=24, number=28, side=32, title=24, title_y=102, question_y=154,
        text=wide - picture - 92, picture=picture, picture_right=30, picture_top=84,
        questions=(42, 40, 38, 36, 34, 32, 30, 28, 26), radius=20, high=high - 100 - 154,
    )  # fmt: skip
