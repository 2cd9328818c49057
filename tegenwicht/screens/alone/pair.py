"""Two cards that one met, of different clusters, side by side on two dishes, with one question."""

from typing import NamedTuple

from tegenwicht.i18n import tr
from tegenwicht.kit.command import Command
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.alone import acts
from tegenwicht.screens.alone.card import card_node, pair_field
from tegenwicht.screens.alone.now import PAIR, Now
from tegenwicht.screens.alone.words import about
from tegenwicht.screens.parts.act import Act
from tegenwicht.screens.parts.around import Around, back_to, large
from tegenwicht.screens.parts.table import letters
from tegenwicht.screens.parts.table.ground import Ground, ground_of
from tegenwicht.screens.parts.table.stone import dish_ops
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import Put

PAIR_CARD, APART = (360, 504), 24
"""Near by, in design pixels: how large a card is, and what is between two."""


class _Places(NamedTuple):
    """In pixels; ``asks`` the size of the question in design pixels."""

    question: Rect
    asks: float
    cards: tuple[Rect, Rect]
    sheet: Rect


def _places(g: Ground) -> _Places:
    if not g.v.near:
        cards = (g.mid(115, 252, 430, 606), g.mid(641, 252, 430, 606))
        return _Places(g.mid(96, 168, 1700, 0), 64, cards, g.mid(1128, 420, 700, 250))
    wide, high = PAIR_CARD
    y, x = 142 + (g.down - 800) / 2, 52 + 2 * (wide + APART)
    cards = (g.place(52, y, wide, high), g.place(52 + wide + APART, y, wide, high))
    sheet = g.place(x + 8, y + high / 2 - 140, g.across - 40 - x, 280)
    return _Places(g.place(32, 118, g.across - 64, 0), 44, cards, sheet)


def build(now: Now, pair: tuple[int, int]) -> Node:
    """The whole window."""
    g = ground_of(now.v)
    at = _places(g)
    nodes = [_question(g, at), _dishes(g, at)]
    for n, (number, rect) in enumerate(zip(pair, at.cards, strict=True)):
        nodes.append(card_node(now, g, now.session.cards[number], rect, f"pair:{n}", n == 0))
    nodes.append(pair_field(g, now, at.sheet, pair))
    return large(g, around(now), nodes)


def question() -> str:
    """What is asked of the two."""
    return tr("Wat zegt de ene kaart over de andere?")


def _question(g: Ground, at: _Places) -> Node:
    words = question()
    base = (at.question.x, at.question.y)
    said = letters.line(g, base, words, at.asks, "bold", g.v.theme.ink, 0.0, at.question.w)
    return Node("pair:question", Role.HEADING, said.rect, words, level=2, ops=(said,))


def _dishes(g: Ground, at: _Places) -> Node:
    ops: list[Op] = []
    for one in at.cards:
        ops += dish_ops(
            g, one.x + one.w // 2, one.bottom - g.px(16), one.w / g.scale + (60 if not g.v.near else 20)
        )
    around = at.cards[0].around(at.cards[1])
    place = Rect(around.x - g.px(34), around.bottom - g.px(60), around.w + g.px(68), g.px(160))
    return Node("pair:dishes", Role.GROUP, place, ops=tuple(ops))


def around(now: Now) -> Around:
    """The rim and the corner."""
    shut: Command = now.keeping(Put(PAIR, 0))
    done = Act("primary", tr("Klaar"), shut, keys.PRIMARY, primary=True, sign=not now.writing)
    number = int(now.v.model.form(PAIR, 0))
    more = (
        (
            Act(
                "pair:next",
                tr("Andere twee"),
                now.keeping(Put(PAIR, number % len(now.pairs) + 1)),
                keys.COMBINE,
            ),
        )
        if len(now.pairs) > 1
        else ()
    )
    place = tr("{mode} · twee kaarten").format(mode=about().name)
    return Around(place, (*more, done), back_to(shut), "", acts.dialog(now), acts.bindings(now))
