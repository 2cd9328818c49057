"""Two cards that one met, of different clusters, side by side on two dishes, with one question."""

from tegenwicht.i18n import tr
from tegenwicht.kit.command import Command
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.screens.alone import acts
from tegenwicht.screens.alone.card import card_node, pair_field
from tegenwicht.screens.alone.now import PAIR, Now
from tegenwicht.screens.alone.words import about
from tegenwicht.screens.parts.table import letters
from tegenwicht.screens.parts.table.ground import Ground, ground_of
from tegenwicht.screens.parts.table.scene import Around, RimAct, back_to, large
from tegenwicht.screens.parts.table.stone import dish_ops
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import Put

WIDE, HIGH, Y = 430, 606, 252
MIDDLES = (330, 856)
SHEET = (1128, 420, 700, 250)


def build(now: Now, pair: tuple[int, int]) -> Node:
    """The whole window."""
    g = ground_of(now.v)
    nodes = [*_question(g), *_dishes(g)]
    for n, number in enumerate(pair):
        rect = g.mid(MIDDLES[n] - WIDE / 2, Y, WIDE, HIGH)
        nodes.append(card_node(now, g, now.session.cards[number], rect, f"pair:{n}", n == 0))
    nodes.append(pair_field(g, now, g.mid(*SHEET), pair))
    return large(g, around(now), nodes)


def question() -> str:
    """What is asked of the two."""
    return tr("Wat zegt de ene kaart over de andere?")


def _question(g: Ground) -> list[Node]:
    at, words = g.mid(96, 168, 0, 0), question()
    said = letters.line(g, (at.x, at.y), words, 64, "bold", g.v.theme.ink, 0.0, g.px(1700))
    return [Node("pair:question", Role.HEADING, said.rect, words, level=2, ops=(said,))]


def _dishes(g: Ground) -> list[Node]:
    ops: list[object] = []
    for x in MIDDLES:
        at = g.mid(x, Y + HIGH - 16, 0, 0)
        ops += dish_ops(g, at.x, at.y, WIDE + 60)
    return [Node("pair:dishes", Role.GROUP, g.mid(60, Y + HIGH - 60, 1100, 160), ops=tuple(ops))]


def around(now: Now) -> Around:
    """The rim and the corner."""
    shut: Command = now.keeping(Put(PAIR, 0))
    done = RimAct("primary", tr("Klaar"), shut, keys.PRIMARY, primary=True, sign=not now.writing)
    number = int(now.v.model.form(PAIR, 0))
    more = (
        (
            RimAct(
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
