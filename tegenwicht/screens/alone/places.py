"""Where everything stands in Alleen, on a large screen and near by, on a small window."""

from typing import NamedTuple

from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.table import cards
from tegenwicht.screens.parts.table.ground import HEIGHT, RIM, Ground

SIDE, CARD, CARD_Y, COLUMN = 32, (434, 608), 98, 34
"""Near by, in design pixels: what is free at the sides, a card and where it begins, and from what is beside it."""
FAN, FAN_END, BESIDE, CASE_HIGH, CASE_GAP = 0.72, 682, 0.8, 152, 12
"""Near by: the part of its full size that the fan has, and where on a large screen it goes into its case; the part that
what is beside it has; how high the case is, and what is free under it, in design pixels."""


class CardPlaces(NamedTuple):
    """The card in one's hand: its place and what is beside it, in the window's pixels; sizes in design pixels.

    ear: of the folded corner. low, picture: how high that reaches into the card, and how large the card's picture is, 0
    for the usual one, in parts of which a card has 330. head: the base line over the slips; slips: the first, as high
    and wide as the one that is out; stub: how wide and high the others are; first: from where the words of a slip
    begin; sheet: where one writes; more: where the first of the buttons under that is.
    """

    card: Rect
    ear: float
    low: float
    picture: float
    head: Rect
    slips: Rect
    stub: tuple[float, float]
    gap: float
    first: float
    words: float
    sheet: Rect
    more: Rect


def card_places(g: Ground) -> CardPlaces:
    """Those on this window."""
    if not g.v.near:
        return CardPlaces(
            card=g.mid(300, 84, 600, 846), ear=cards.EAR, low=64, picture=0, head=g.mid(990, 176, 0, 0),
            slips=g.mid(878, 212, 946, 160), stub=(272, 62), gap=16, first=112, words=44,
            sheet=g.mid(990, 590, 834, 232), more=g.mid(990, 858, 0, 58),
        )  # fmt: skip
    rim = g.down - HEIGHT + RIM
    y, x = CARD_Y + (rim - 724) / 2, SIDE + CARD[0] + COLUMN
    wide = g.across - SIDE - x
    return CardPlaces(
        card=g.place(SIDE, y, *CARD), ear=92, low=56, picture=78, head=g.place(x, y + 22, 0, 0),
        slips=g.place(x - 56, y + 38, wide + 56, 130), stub=(270, 56), gap=12, first=74, words=36,
        sheet=g.place(x, y + 334, wide, 200), more=g.place(x, y + 553, 0, 54),
    )  # fmt: skip


class FanPlaces(NamedTuple):
    """The fan and what is around it.

    fan, beside: the grounds of the fan and of what lies at either side of it. question, line: where these begin, in
    pixels, and their sizes. rules, pair: of the grounds beside, where one's lines and the two cards lie.
    """

    fan: Ground
    beside: Ground
    question: Rect
    asks: float
    line: Rect
    says: float
    rules: tuple[float, float]
    pair: tuple[float, float]


def fan_places(g: Ground) -> FanPlaces:
    """Those on this window."""
    if not g.v.near:
        return FanPlaces(
            g, g, g.mid(96, 136, 700, 0), 60, g.mid(96, 186, 740, 0), 28, rules=(164, 270), pair=(1512, 138)
        )
    fan, small = Ground(g.v, g.scale * FAN), Ground(g.v, g.scale * BESIDE)
    end = (case_place(g)[1] / FAN) - FAN_END - fan.lower
    right = (g.across - SIDE) / BESIDE - 352 - small.middle_x
    return FanPlaces(
        fan._replace(down_by=end), small, g.place(SIDE, 124, 420, 0), 46, g.place(SIDE, 160, 520, 0), 24,
        rules=(SIDE / BESIDE + 16 - small.middle_x, 214 / BESIDE - small.lower),
        pair=(right, 84 / BESIDE - small.lower),
    )  # fmt: skip


def case_place(g: Ground) -> tuple[float, float, float, float]:
    """Near by: where the card case stands, in design pixels from the window's top left."""
    y = g.down - HEIGHT + RIM - CASE_GAP - CASE_HIGH
    return SIDE, y, g.across - 2 * SIDE, CASE_HIGH
