"""Tegenwicht: the card and its counterweight hang opposite each other, both to be read, either to be made larger."""

from functools import lru_cache

from tegenwicht.game.cards import CLUSTERS, Card, Cluster
from tegenwicht.i18n import tr
from tegenwicht.kit.command import Command
from tegenwicht.kit.motion import moves
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Drawing, Fill, Icon, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.names import cluster_name
from tegenwicht.screens.parts.table import cards, letters, scale
from tegenwicht.screens.parts.table.faces import front
from tegenwicht.screens.parts.table.ground import WIDTH
from tegenwicht.screens.parts.table.scale import Shape
from tegenwicht.screens.shell.commands import All, Moving, Put
from tegenwicht.screens.shell.theme import Materials
from tegenwicht.screens.tegenwicht.now import ENLARGED, Now
from tegenwicht.screens.tegenwicht.pieces.card import card_node, ink_of
from tegenwicht.screens.tegenwicht.pieces.counting import counter
from tegenwicht.screens.tegenwicht.pieces.pans import UNDER, aloud, side_name, tilt, total

CARD_W, CARD_H, CARD_X, BELOW_END = 865, 638, (58, 997), 92
ARM, PIVOT = 470, (960, 104)
COUNTER_W, COUNTER_H, COUNTER_Y, PITCH, COUNTER_X, LABEL_BASE = 296, 96, 902, 306, (32, 980), 886
ABOVE_ASKED = 240
"""How high the question may be while a doorvraag lies over the foot of its card."""
SIZES = cards.Sizes(
    band=82, disc=56, disc_x=28, name=38, kind=28, number=34, side=51, title=29, title_y=153, question_y=239,
    text=530, picture=250, picture_right=36, picture_top=130, questions=(62, 58, 54, 50, 46, 42, 38), radius=26,
)  # fmt: skip


def shape_of(now: Now) -> Shape:
    """The scale with the cards on it; level when both hang on one side, for a tilt would say something untrue."""
    sides = {card.cluster in now.side(True) for card in now.cards}
    return Shape(PIVOT, ARM + now.g.middle_x / 2, tilt=0.0 if len(sides) < 2 else tilt(now))


def card_rects(now: Now) -> list[Rect]:
    """Where the two hang."""
    shape = shape_of(now)
    wider = now.g.middle_x
    return [
        now.g.place(
            CARD_X[number] + wider * number, shape.end(bool(number))[1] + BELOW_END + now.g.lower, CARD_W + wider,
            CARD_H - now.g.up,
        )
        for number in (0, 1)
    ]  # fmt: skip


def pair(now: Now) -> list[Node]:
    """Both cards, the scale they hang on, and the counters in a row."""
    made: list[Node] = []
    for number, (one, rect) in enumerate(zip(now.cards, card_rects(now), strict=True)):
        made += _hanging(now, one, rect, number)
    return [*made, *counters(now), *_scale(now), *(_label(now, right) for right in (False, True))]


def _hanging(now: Now, card: Card, rect: Rect, number: int) -> list[Node]:
    key = "card:second" if number else "card:first"
    out, _ = now.slips(card)
    sizes = _sizes(now)._replace(high=ABOVE_ASKED - now.g.up) if out else _sizes(now)
    node = card_node(now, card, rect, key, sizes, first=bool(number))
    asked = [_asked(now, card, rect, out)] if out else [*_foot(now, card, rect, number)]
    return [node, *asked]


def _sizes(now: Now) -> cards.Sizes:
    lower = ABOVE_ASKED if now.g.up else SIZES.high  # the cards are, where news lies below them
    return SIZES._replace(text=SIZES.text + now.g.middle_x * 0.6, high=lower)


def _foot(now: Now, card: Card, rect: Rect, number: int) -> list[Node]:
    """The button that makes it larger; and on the counterweight, that its cluster had not come up."""
    g, c = now.g, cards.colours_of(now.g, front(card))
    key, glyph = ("right", "next") if number else ("left", "back")
    base, x = rect.bottom - g.px(40), rect.x + g.px(51)
    word = letters.line(g, (x + g.px(52), base), tr("Groter"), 26, "semibold", c.edge)
    box = Rect(x, base - g.px(25), g.px(38), g.px(33))
    ops = (
        Fill(box, c.paper, g.px(8), g.px(2), c.edge),
        Icon(
            Rect(box.x + (box.w - g.px(20)) // 2, box.y + (box.h - g.px(20)) // 2, g.px(20), g.px(20)),
            glyph,
            c.edge,
        ),
        word,
    )
    at = Rect(x - g.px(8), base - g.px(36), word.rect.right - x + g.px(20), g.px(54))
    name = tr("Groter: {name}").format(name=cluster_name(card.family))
    larger = Node(f"larger:{number}", Role.BUTTON, at, name, action=_grown(card, number), shortcuts=(key,),
                  corner=g.px(12), ops=ops)  # fmt: skip
    return [larger, *_lagging(now, card, rect)] if number else [larger]


FOOT = (("larger:0",), ("larger:1", "lagging"))
"""What is on the foot of each card, and goes along with it."""
SECONDS, FAR = 0.22, 1000
"""How long a card grows or shrinks, and how far the other one goes out of the way, in design pixels."""


def _grown(card: Card, number: int) -> Command:
    """One of the two comes to the middle, large; the other goes off at its own side."""
    here, there = _keys(number)
    grows = moves.LayDown(here, "card", FOOT[number], SECONDS)
    goes = moves.Leave(there, (FAR if number == 0 else -FAR, 0), SECONDS, along=FOOT[1 - number])
    return All((Put(ENLARGED, card.number), Moving(moves.Together((moves.Sound("paper"), goes, grows)))))


def side_by_side(number: int) -> Command:
    """The one that was enlarged goes back to its place, the other comes from its side."""
    here, there = _keys(number)
    shrinks = moves.LayDown("card", here, ("ear",), SECONDS)
    comes = moves.Shift(there, (FAR if number == 0 else -FAR, 0), SECONDS, along=FOOT[1 - number])
    return All((Put(ENLARGED, 0), Moving(moves.Together((moves.Sound("paper"), shrinks, comes)))))


def _keys(number: int) -> tuple[str, str]:
    return ("card:second", "card:first") if number else ("card:first", "card:second")


def _lagging(now: Now, card: Card, rect: Rect) -> list[Node]:
    """Why this one came: its cluster had not come up, or least of all."""
    cluster = card.cluster
    if cluster is None:
        return []
    g, c = now.g, cards.colours_of(now.g, front(card))
    never = not now.counts.came_up(cluster)
    words = tr("Kwam nog niet langs") if never else tr("Kwam het minst langs")
    wide = letters.width(g, words, 24, "semibold") + g.px(78)
    at = Rect(rect.right - g.px(31) - wide, rect.bottom - g.px(71), wide, g.px(48))
    px = g.px(26)
    icon = Rect(at.x + g.px(22), at.y + (at.h - px) // 2, px, px)
    line = letters.line(g, (at.x + g.px(58), at.y + g.px(32)), words, 24, "semibold", c.edge)
    return [
        Node(
            "lagging",
            Role.TEXT,
            at,
            words,
            ops=(Fill(at, c.pale, at.h // 2), Icon(icon, "scale", c.edge), line),
        )
    ]


def _asked(now: Now, card: Card, rect: Rect, out: int) -> Node:
    """The doorvraag that was drawn out, over the foot of its card."""
    g, ink = now.g, ink_of(now, card)
    at = Rect(rect.x + g.px(24), rect.bottom - g.px(150), rect.w - g.px(48), g.px(130))
    px = g.px(50)
    disc = Rect(at.x + g.px(20), at.y + (at.h - px) // 2, px, px)
    room, words = at.w - g.px(110), card.deeper[out - 1]
    size = 36.0
    while size > 22 and len(g.v.type.lines(words, "semibold", letters.size(g, size), room)) > 2:
        size -= 1
    lines = g.v.type.lines(words, "semibold", letters.size(g, size), room)
    step = g.px(size * 1.2)
    first = at.y + at.h // 2 - (len(lines) - 1) * step // 2 + g.px(size * 0.34)
    shadow = g.px(14) if now.v.theme.table.rich else 0
    ops: tuple[Op, ...] = (
        Fill(at, now.v.theme.table.slip, g.px(18), g.px(2), ink.edge, shadow),
        Fill(disc, ink.fill, px // 2),
        letters.line(
            g, (disc.x + px // 2, disc.y + px // 2 + g.px(10)), str(out), 28, "bold", ink.on_fill, 0.5
        ),
        *(
            letters.line(g, (at.x + g.px(88), first + n * step), line, size, "semibold", now.v.theme.ink)
            for n, line in enumerate(lines)
        ),
    )
    label = tr("Doorvraag {n} van {m}: {words}").format(n=out, m=len(card.deeper), words=words)
    return Node(f"asked:{card.number}", Role.TEXT, at, label, layer=1, ops=ops)


# -- the scale


def _scale(now: Now) -> list[Node]:
    g, m, shape = now.g, now.v.theme.table, shape_of(now)
    beam = scale.beam(g, m, shape)
    ops: list[Op] = [*scale.pillar(g, m, PIVOT[1], 886), beam]
    ops += [_hung(now, m, shape.end(bool(number)), rect) for number, rect in enumerate(card_rects(now))]
    return [Node("balance", Role.IMAGE, beam.rect, aloud(now), layer=UNDER, ops=tuple(ops))]


def _hung(now: Now, m: Materials, end: tuple[float, float], rect: Rect) -> Drawing:
    """Two chains down to a card, and the brass pan under it."""
    g = now.g
    top = end[1] - 16 + g.lower
    wide, high = rect.w / g.scale + 50, rect.bottom / g.scale + 36 - top
    x = rect.x / g.scale - 25
    peg = end[0] + g.middle_x - x
    card_top = rect.y / g.scale - top + 6
    return Drawing(
        g.place(x, top, wide, high),
        (wide, high),
        _hanging_svg(round(wide), round(high), round(peg, 1), card_top, m),
    )


@lru_cache(16)
def _hanging_svg(wide: float, high: float, peg: float, card_top: float, m: Materials) -> str:
    low = high - 60
    return (
        f'<path d="M{peg} 18 L{peg - 285} {card_top} M{peg} 18 L{peg + 285} {card_top}" stroke="{scale.web(m.chain)}"'
        f' stroke-width="4.4"/>'
        f'<circle cx="{peg}" cy="16" r="14" fill="{scale.web(m.brass)}"/>'
        f'<circle cx="{peg}" cy="16" r="5" fill="{scale.web(m.brass_edge)}"/>'
        f'<path d="M8 {low} C{wide * 0.2} {high - 4} {wide * 0.8} {high - 4} {wide - 8} {low} Z"'
        f' fill="{scale.web(m.brass_edge)}"/>'
        f'<path d="M8 {low} C{wide * 0.2} {high - 20} {wide * 0.8} {high - 20} {wide - 8} {low} Z"'
        f' fill="{scale.web(m.brass)}"/>'
    )


# -- the counters


def counters(now: Now) -> list[Node]:
    """Six in a row: three and three."""
    places: dict[Cluster, Rect] = {}
    for right in (False, True):
        for number, cluster in enumerate(now.side(right)):
            x = COUNTER_X[right] + number * PITCH
            place = now.g.right if right else now.g.left
            places[cluster] = place(x, COUNTER_Y + now.g.lower - now.g.up, COUNTER_W, COUNTER_H)
    return [counter(now, cluster, places[cluster]) for cluster in CLUSTERS if cluster in places]


def _label(now: Now, right: bool) -> Node:
    g, ink = now.g, now.v.theme.ink
    name, figure = side_name(right), str(total(now, right))
    base = g.px(LABEL_BASE + 2 * g.lower - g.up)
    if right:
        number = letters.line(g, (g.px(g.across - (WIDTH - 1887)), base), figure, 34, "bold", ink, 1.0)
        word = letters.line(g, (number.rect.x - g.px(12), base), name, 27, "semibold", ink, 1.0)
    else:
        word = letters.line(g, (g.px(36), base), name, 27, "semibold", ink)
        number = letters.line(g, (word.rect.right + g.px(12), base), figure, 34, "bold", ink)
    key = f"label:{'right' if right else 'left'}"
    return Node(
        key, Role.TEXT, word.rect.around(number.rect), f"{name} {figure}", layer=-1, ops=(word, number)
    )
