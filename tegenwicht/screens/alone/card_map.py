"""The card case, whose front is the map of all cards: per cluster which ones one met. No numbers."""

from tegenwicht.game import alone
from tegenwicht.game.cards import Card, Cluster
from tegenwicht.game.tally import FRAMES, PEOPLE
from tegenwicht.i18n import tr
from tegenwicht.kit.command import Command
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill, Icon, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.alone.now import PEEK, Now
from tegenwicht.screens.alone.places import case_place
from tegenwicht.screens.parts.names import card_name, cluster_name, short_name
from tegenwicht.screens.parts.table import letters
from tegenwicht.screens.parts.table.dashed import dashed as dashed_line
from tegenwicht.screens.parts.table.ground import Ground
from tegenwicht.screens.shell.commands import All, Do, Put, Say

CASE = (64, 682, 1792, 290)
GROUP, FIRST = 290, 100
CASE_LAYER, MOST_NEAR = 2, 10
"""On which layer the case is, and how many cards of a cluster fit on it near by."""


def fits(now: Now) -> bool:
    """Whether the map of this deck fits on the case."""
    most = max(len(_of_cluster(now, one)) for one in (*PEOPLE, *FRAMES))
    return most <= (MOST_NEAR if now.v.near else 36)


def peek_words(card: Card) -> str:
    """What a slot of the map tells of a card that one did not meet."""
    return tr("{n}. {title}: nog niet tegengekomen. Nog een keer opent de kaart.").format(
        n=card.number, title=card.title
    )


def case(g: Ground, now: Now) -> Node:
    """The card case; its front is the map: per cluster which cards one met. No numbers."""
    m, near = g.v.theme.table, g.v.near
    x, y, w, h = case_place(g) if near else CASE
    mid = g.place if near else g.mid
    edge, each = (9, (w - 18) / 6) if near else (16, GROUP)
    first = x + edge + 6 if near else FIRST
    rect = mid(x, y, w, h)
    dark = g.v.theme.name == "dark"
    wood = (m.rim if dark else m.beam) if m.rich else m.wall
    inner = mid(x + edge, y + edge, w - 2 * edge, h - 2 * edge)
    ops: list[Op] = [
        Fill(rect, wood, g.px(12), 0 if m.rich else g.px(3), m.line, g.px(14) if m.rich else 0),
        Fill(mid(x, y - 3, w, 6), m.rim_light if dark else m.beam_light, g.px(3)), Fill(inner, m.paper, g.px(10)),
        Fill(mid(x + w / 2 - 4, y + 2 * edge, 3, h - 4 * edge), m.plank),
    ]  # fmt: skip
    met = frozenset(now.met)
    groups = [
        (near_group if near else group)(
            g, now, cluster, first + n * each + (8 if n >= 3 and not near else 0), met
        )
        for n, cluster in enumerate((*PEOPLE, *FRAMES))
    ]
    return Node(
        "map",
        Role.LIST,
        rect,
        tr("Kaarten die je tegenkwam"),
        layer=CASE_LAYER,
        ops=tuple(ops),
        children=tuple(groups),
    )


def _of_cluster(now: Now, cluster: Cluster) -> list[Card]:
    return [card for card in now.session.deck.cards if card.cluster is cluster]


def group(g: Ground, now: Now, cluster: Cluster, x: float, met: frozenset[int]) -> Node:
    """The cards of one cluster, in rows. met: the numbers of those that one met."""
    cards, colours = _of_cluster(now, cluster), g.v.theme.clusters[cluster]
    px = g.px(28)
    at = g.mid(x, 718, 28, 28)
    name = letters.line(
        g,
        (at.x + px + g.px(10), at.y + g.px(23)),
        cluster_name(cluster),
        27,
        "bold",
        colours.line,
        0.0,
        g.px(GROUP - 60),
    )
    ops = (Icon(at._replace(w=px, h=px), cluster.value, colours.line), name)
    rows = 2 if len(cards) <= 12 else 3 if len(cards) <= 21 else 4
    across = max(1, -(-len(cards) // rows))
    step = min(62.0, (GROUP - 22) / across)
    wide, high = step - min(12, step * 0.2), {2: 72.0, 3: 50.0, 4: 38.0}[rows]
    slots = [
        slot(g, now, card, g.mid(x + (n % across) * step, 766 + (n // across) * (high + 12), wide, high), met)
        for n, card in enumerate(cards)
    ]
    whole = g.mid(x, 712, GROUP - 16, 244)
    return Node(f"map:{cluster}", Role.GROUP, whole, cluster_name(cluster), ops=ops, children=tuple(slots))


def near_group(g: Ground, now: Now, cluster: Cluster, x: float, met: frozenset[int]) -> Node:
    """The same near by: its cards in two rows of five."""
    cards, colours = _of_cluster(now, cluster), g.v.theme.clusters[cluster]
    _, top, w, h = case_place(g)
    each, px = (w - 18) / 6, g.px(24)
    at = g.place(x, top + 18, 24, 24)._replace(w=px, h=px)
    base = (at.right + g.px(8), at.y + g.px(20))
    room = g.px(each - 44)
    words = cluster_name(cluster)
    if letters.width(g, words, 23, "bold") > room and cluster is Cluster.INDIVIDUAL:
        words = short_name(cluster)
    name = letters.line(g, base, words, 23, "bold", colours.line, 0.0, room)
    step = (each - 8) / 5
    wide = g.px(step - 5)
    slots = [
        slot(g, now, card, g.place(x + n % 5 * step, top + 50 + n // 5 * 48, 0, 40)._replace(w=wide), met)
        for n, card in enumerate(cards)
    ]
    ops, whole = (Icon(at, cluster.value, colours.line), name), g.place(x, top + 12, each - 8, h - 20)
    return Node(f"map:{cluster}", Role.GROUP, whole, cluster_name(cluster), ops=ops, children=tuple(slots))


def slot(g: Ground, now: Now, card: Card, rect: Rect, there: frozenset[int]) -> Node:
    """A card of the map: pressed it opens; one that was not met first says its name.

    there: the numbers of the cards that one met.
    """
    colours, met = g.v.theme.clusters[card.family], card.number in there
    if met:
        px = min(round(rect.w * 0.5), round(rect.h * 0.5))
        icon = Rect(rect.x + (rect.w - px) // 2, rect.y + (rect.h - px) // 2, px, px)
        ops: tuple[Op, ...] = (
            Fill(rect, colours.pale, g.px(8), max(2, g.px(3)), colours.line), Icon(icon, card.family.value, colours.line),
        )  # fmt: skip
    else:
        ops = (dashed_line(g, rect, g.v.theme.table.faint, 8, 2.2),)
    value = tr("tegengekomen") if met else tr("nog niet tegengekomen")
    return Node(
        f"slot:{card.number}",
        Role.BUTTON,
        rect,
        card_name(card),
        value,
        action=opening(now, card, met),
        corner=g.px(8),
        ops=ops,
    )


def opening(now: Now, card: Card, met: bool) -> Command:
    """Open a card of the map; one that was not met only the second time."""
    if not met and now.v.model.form(PEEK, 0) != card.number:
        return All((Put(PEEK, card.number), Say(peek_words(card))))
    if card.number in now.play.hand:
        return Do(alone.Choose(card.number))
    return Do(alone.LookUp(card.number))
