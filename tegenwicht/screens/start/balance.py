"""The scale on the start screen: the backs of six clusters on its pans, and one card that lies open."""

from typing import TYPE_CHECKING

from tegenwicht.game.cards import Card, Cluster
from tegenwicht.game.tally import FRAMES, PEOPLE
from tegenwicht.i18n import tr
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.names import card_aloud, cluster_name
from tegenwicht.screens.parts.table import letters, scale
from tegenwicht.screens.parts.table.askew import FINE
from tegenwicht.screens.parts.table.backs import standing_back as lifted_back
from tegenwicht.screens.parts.table.cards import Face
from tegenwicht.screens.parts.table.ground import Ground, at_in
from tegenwicht.screens.parts.table.rim import clock_ops
from tegenwicht.screens.parts.table.upright import SMALLEST_PART, UNITS, Upright, leaning, standing_back
from tegenwicht.screens.shell.commands import Put
from tegenwicht.screens.shell.theme import Theme
from tegenwicht.screens.start.open_card import SHOWN, Balance, alone_with, open_card

if TYPE_CHECKING:
    from tegenwicht.kit.motion.moves import Move

ARM, CHAIN, PAN, HUB = 382, 330, 392, 46
BACK, APART, LEAN = (112, 157), 132, 5.0
USUAL, LARGEST = 36, 46
"""The question on a small open card, in parts of its width."""
LEAST_FOR_A_WORD = 30
"""How small it may become so that a long word stays whole, in the same parts."""
BESIDE = 60
"""What stays free of its width beside its question, in the same parts: at the right a little more than at the left."""


def balance_nodes(g: Ground, at: Balance, layout: tuple[int, int]) -> list[Node]:
    """The whole scale; ``g``: the layout's own pixels, ``layout``: their size."""
    v = g.v
    down = (v.height / g.scale - layout[1]) / 2
    aside = (v.width / g.scale - layout[0]) * 0.5
    small = Ground(v, g.scale * at.size)
    x, y = at_in(small, g, at.hub[0] + aside, at.hub[1] + down)
    shape = scale.Shape((x, y), ARM, CHAIN)
    foot = at_in(small, g, 0, at.foot + down)[1]
    m = v.theme.table
    ops = (*scale.pillar(small, m, y, foot, x), scale.beam(small, m, shape))
    pans = [scale.pan(small, m, shape.end(right), CHAIN, PAN) for right in (False, True)]
    hub = small.mid(x - HUB - 10, y - HUB - 10, 2 * HUB + 20, 2 * HUB + 20)
    whole = Rect(pans[0].rect.x, hub.y, pans[1].rect.right - pans[0].rect.x, ops[0].rect.bottom - hub.y)
    head = clock_ops(small, hub, 0.0, glyph="scale")
    lips = tuple(scale.pan_front(small, m, shape.end(right), CHAIN, PAN) for right in (False, True))
    front = Node("start:pans", Role.GROUP, lips[0].rect.around(lips[1].rect), ops=lips)
    children = [*_backs(small, shape), front, *_names(g, at, down, small, shape)]
    label = tr("Weegschaal met zes clusters")
    standing = Node(
        "start:scale", Role.GROUP, whole, label, ops=(*ops, *pans, *head), children=tuple(children)
    )
    return [standing, *_open(g, at, aside, down)]


def _backs(g: Ground, shape: scale.Shape) -> list[Node]:
    """Three backs on each pan; each lets a card of its cluster lie open."""
    made = []
    for right, clusters in ((False, PEOPLE), (True, FRAMES)):
        end = shape.end(right)
        for n, cluster in enumerate(clusters):
            aside = (n - 1) * APART
            rect = g.mid(end[0] + aside - BACK[0] / 2, end[1] + CHAIN - BACK[1] + 9 + abs(n - 1) * 3, *BACK)
            made.append(_back(g, rect, cluster, right, (1 - n) * LEAN))
    return made


def _back(g: Ground, rect: Rect, cluster: Cluster, right: bool, degrees: float) -> Node:
    side = tr("Kaders") if right else tr("Mensen")
    name = tr("Kaart {cluster}, bij {side}").format(cluster=cluster_name(cluster), side=side)
    there = g.v.model.deck is not None and bool(g.v.model.deck.of(cluster))
    return Node(
        f"start:{cluster}", Role.BUTTON, rect, name, description=tr("laat een vraag zien"),
        action=Put(SHOWN, cluster.value) if there else None, enabled=there, corner=g.px(12),
        ops=(standing_back(g, rect, cluster, degrees),),
    )  # fmt: skip


def _names(g: Ground, at: Balance, down: float, small: Ground, shape: scale.Shape) -> list[Node]:
    made = []
    for right, words in ((False, tr("Mensen")), (True, tr("Kaders"))):
        x = small.mid(shape.end(right)[0], 0, 0, 0).x
        size = 36 if at.size == 1 else 21
        line = letters.line(g, (x, g.px(at.names + down)), words, size, "bold", g.v.theme.ink, 0.5)
        made.append(Node(f"start:side:{right}", Role.TEXT, line.rect, words, ops=(line,)))
    return made


# -- the open card


def _open(g: Ground, at: Balance, aside: float, down: float) -> list[Node]:
    card = open_card(g.v)
    if card is None:
        return []
    x, y, wide, high = at.card
    rect = g.place(x + aside, y + down, wide, high)
    large = at.size == 1
    look = Upright() if large else _words_alone(g, card, rect.w / UNITS)
    status = tr("Open kaart: {card}").format(card=card_aloud(card))
    return [Node(
        "start:card", Role.BUTTON, rect, status, description=tr("begint alleen, met deze kaart"),
        action=alone_with(card), corner=g.px(16), ops=(leaning(g, rect, face_of(card), 2.0, look),),
    )]  # fmt: skip


def _words_alone(g: Ground, card: Card, unit: float) -> Upright:
    """A small card is all question: as large as its longest word allows, where it is short enough."""
    longest = max(card.question.split(), key=len, default="")
    room, fine = (UNITS - BESIDE) * unit * FINE, unit * FINE
    sizes = range(LARGEST, LEAST_FOR_A_WORD - 1, -1)
    question = next(
        (one for one in sizes if g.v.type.width(longest, "bold", round(one * fine)) <= room), USUAL
    )
    least = min(1.0, USUAL * SMALLEST_PART / question)
    return Upright(question, title=False, picture=False, least=least, beside=BESIDE)


def exchanged(theme: Theme, was: Cluster, now: Cluster) -> "Move":
    """The open card turns away to its place on the scale, and one comes from another cluster's."""
    from tegenwicht.kit.motion.moves import InTurn, Lift, TurnAway

    home = TurnAway("start:card", f"start:{was}", lifted_back(theme, was), seconds=0.35)
    return InTurn((home, Lift((f"start:{now}",), "start:card", lifted_back(theme, now))))


def face_of(card: Card) -> Face:
    """What is on the front of a factor's card."""
    name = cluster_name(card.cluster) if card.cluster else ""
    return Face(card.family, name, "", str(card.number), card.title, card.question, card.picture)
