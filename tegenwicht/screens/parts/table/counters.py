"""The counters: one for each cluster, that shows how often it came up and marks that it did."""

from functools import lru_cache
from typing import NamedTuple

from tegenwicht.game.cards import Cluster
from tegenwicht.i18n import tr
from tegenwicht.kit.ops import Colour, Drawing, Fill, Icon, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.kit.theme import mixed
from tegenwicht.screens.parts.names import cluster_name, short_name
from tegenwicht.screens.parts.table import letters
from tegenwicht.screens.parts.table.ground import Ground
from tegenwicht.screens.parts.table.scale import web

WIDE, HIGH, LIP, SUNK = 290, 90, 6, 4
FIRST_Y, PITCH, LEFT_X, RIGHT_X = 522, 98, 32, 1598
MOST_PIPS = 6
WHITE = (255, 255, 255)


class Shown(NamedTuple):
    """What a counter shows. left: cards on its pile, None where there are no six piles. on: mentioned on this card.

    sign: the key that marks it, "" where it does not work now. card_up: whether a card lies before it.
    """

    cluster: Cluster
    cards: int
    mentions: int
    left: int | None = None
    on: bool = False
    sign: str = ""
    card_up: bool = False


def counter_rect(g: Ground, right: bool, number: int) -> Rect:
    """Where the counter stands: at the left or right, number 0 to 2 from above; with the lip under it."""
    place = g.right if right else g.left
    return place(RIGHT_X if right else LEFT_X, FIRST_Y + PITCH * number, WIDE, HIGH + LIP)


def counter_ops(g: Ground, rect: Rect, shown: Shown) -> tuple[Op, ...]:
    """A counter filling ``rect``, which has its proportions or is wider."""
    m, colours = g.v.theme.table, g.v.theme.clusters[shown.cluster]
    lip = g.px(LIP)
    body = Rect(rect.x, rect.y + (g.px(SUNK) if shown.on else 0), rect.w, rect.h - lip)
    ink, quiet = (WHITE, WHITE) if shown.on else (g.v.theme.ink, m.faint)
    border = colours.edge if shown.on else colours.line
    ops: tuple[Op, ...] = (
        Fill(Rect(rect.x, rect.y + lip, rect.w, rect.h - lip), m.lip, g.px(16)),
        Fill(body, colours.solid if shown.on else m.paper, g.px(16), g.px(3), border),
    )
    return (
        *ops, *_sign(g, body, shown), *_word(g, body, shown, ink), *_pips(g, body, shown, quiet),
        *_pile(g, body, shown, quiet), *_total(g, body, shown, ink),
    )  # fmt: skip


def _sign(g: Ground, body: Rect, shown: Shown) -> tuple[Op, ...]:
    """The cluster's sign in a square, the key on its corner."""
    colours, m = g.v.theme.clusters[shown.cluster], g.v.theme.table
    px = g.px(56)
    square = Rect(body.x + g.px(14), body.y + g.px(15), px, px)
    ground, ink = (WHITE, colours.solid) if shown.on else (colours.solid, WHITE)
    line = g.px(2) if colours.edge != colours.under and not shown.on else 0
    inside = square.inset((px - g.px(37)) // 2)
    ops: tuple[Op, ...] = (
        Fill(square, ground, g.px(12), line, colours.edge), Icon(inside, shown.cluster.value, ink),
    )  # fmt: skip
    if not shown.sign:
        return ops
    side = g.px(28)
    at = Rect(square.right + g.px(11) - side, square.bottom + g.px(11) - side, side, side)
    return (*ops, *letters.key_sign(g, at, shown.sign, g.v.theme.ink, m.paper))


def _word(g: Ground, body: Rect, shown: Shown, ink: Colour) -> tuple[Op, ...]:
    three = shown.card_up and shown.left is not None
    at = (body.x + g.px(86), body.y + g.px(29 if three else 37.5))
    room = body.right - g.px(12 if g.v.text < 1.1 else 44) - at[0]
    name = cluster_name(shown.cluster)
    if not letters.is_large(g, name, 26, "semibold", room):
        name = short_name(shown.cluster)
    return (letters.line(g, at, name, 26, "semibold", ink, 0.0, room),)


def _pips(g: Ground, body: Rect, shown: Shown, quiet: Colour) -> tuple[Op, ...]:
    """A small block for every card, a dot for every mention; figures when they are many."""
    three = shown.card_up and shown.left is not None
    x, top = body.x + g.px(86), body.y + g.px(40.5 if three else 55)
    if not shown.cards + shown.mentions:
        at = (x, top + g.px(14.5))
        return (letters.line(g, at, tr("nog niet"), 20, "regular", quiet, 0.0, g.px(110)),)
    colour = WHITE if shown.on else g.v.theme.clusters[shown.cluster].line
    return pips(g, (x, top), shown.cards, shown.mentions, colour, quiet)


def pips(
    g: Ground, at: tuple[int, int], cards: int, mentions: int, colour: Colour, figures: Colour
) -> tuple[Op, ...]:
    """Small blocks and dots from ``at`` to the right; above six together one of each with a figure."""
    (x, top), ops, gap = at, [], g.px(4)
    many = cards + mentions > MOST_PIPS
    for times, wide, high, radius in ((cards, 22, 16, 4), (mentions, 15, 15, 7.5)):
        for _ in range(min(1, times) if many else times):
            ops.append(Fill(Rect(x, top, g.px(wide), g.px(high)), colour, g.px(radius)))
            x += g.px(wide) + gap
        if many and times:
            figure = letters.line(g, (x, top + g.px(15)), f"×{times}", 20, "semibold", figures)
            ops.append(figure)  # type: ignore[arg-type]
            x = figure.rect.right + 2 * gap
    return tuple(ops)


def _pile(g: Ground, body: Rect, shown: Shown, quiet: Colour) -> tuple[Op, ...]:
    """How many cards are left on the pile that the card covers."""
    if shown.left is None or not shown.card_up:
        return ()
    words = tr("stapel: {n}").format(n=shown.left) if shown.left else tr("stapel: leeg")
    at = (body.x + g.px(86), body.y + g.px(78.5))
    return (letters.line(g, at, words, 20, "regular", quiet, 0.0, g.px(130)),)


def _total(g: Ground, body: Rect, shown: Shown, ink: Colour) -> tuple[Op, ...]:
    at = (body.right - g.px(19), body.y + g.px(74))
    return (
        letters.line(g, at, str(shown.cards + shown.mentions), 36 / min(1.2, g.v.text), "bold", ink, 1.0),
    )


def face_down_ops(g: Ground, rect: Rect) -> tuple[Op, ...]:
    """A counter that lies face down: nothing of it can be read, not even of which cluster it is."""
    m, lip = g.v.theme.table, g.px(LIP)
    body = Rect(rect.x, rect.y, rect.w, rect.h - lip)
    paper, line = (
        (mixed(m.rim, m.paper, 0.5), mixed(m.rim_light, (255, 255, 255), 0.35))
        if m.rich
        else (m.paper, g.v.theme.ink)
    )
    if g.v.theme.name == "light":
        paper, line = FACE_DOWN
    inside = body.inset(g.px(9))
    box = (inside.w / g.scale, inside.h / g.scale)
    px = g.px(60)
    disc = Rect(body.x + (body.w - px) // 2, body.y + (body.h - px) // 2, px, px)
    glyph = line if m.rich else g.v.theme.ink
    return (
        Fill(Rect(rect.x, rect.y + lip, rect.w, rect.h - lip), m.lip, g.px(16)),
        Fill(body, paper, g.px(16), g.px(3), line),
        Drawing(inside, box, _diamonds(round(box[0]), round(box[1]), web(line), m.rich), corner=g.px(10)),
        Fill(disc, paper, px // 2, g.px(2), line), Icon(disc.inset(g.px(14)), "scale", glyph),
    )  # fmt: skip


FACE_DOWN = (239, 228, 203), (141, 122, 84)
"""The paper and the lines of a counter that lies face down, by daylight."""


@lru_cache(8)
def _diamonds(w: int, h: int, line: str, rich: bool) -> str:
    edge = f'<rect x="1" y="1" width="{w - 2}" height="{h - 2}" rx="9" fill="none" stroke="{line}" stroke-width="2"/>'
    if not rich:
        return edge
    spots = "".join(
        f"M{x - 9} {y} l9 -9 l9 9 l-9 9 Z "
        for row, y in enumerate(range(8, h + 8, 20))
        for x in range(12 + (row % 2) * 19, w, 38)
    )
    return f'{edge}<path d="{spots}" fill="none" stroke="{line}" stroke-opacity="0.55" stroke-width="2"/>'
