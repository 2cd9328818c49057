"""What lies on the table: piles to draw from, what was put aside, what was discussed."""

from collections.abc import Sequence
from typing import NamedTuple

from tegenwicht.game import tegenwicht
from tegenwicht.game.cards import CLUSTERS, Card, Cluster, Kind
from tegenwicht.i18n import several, tr
from tegenwicht.kit.command import Command
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Colour, Fill, Op, Words
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts import names
from tegenwicht.screens.parts.names import cluster_name
from tegenwicht.screens.parts.table import dashed, letters, lying
from tegenwicht.screens.parts.table.cards import small_front_ops
from tegenwicht.screens.parts.table.faces import front
from tegenwicht.screens.parts.table.ground import Ground
from tegenwicht.screens.parts.table.lying import Lying
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import Do, Open
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.tegenwicht.now import Now
from tegenwicht.screens.tegenwicht.pieces import dragging

PILE_W, PILE_H, PILE_Y, APART, STEP = 196, 124, 868, 206, 4
SEVEN = (180, 166, 104)
"""With a seventh pile: how far apart, how wide and how high."""
PLATE_W, PLATE_H, PLATE_Y = 198, 68, 880
MIXED_W, MIXED_H, MIXED_Y, MIXED_STEP, MOST_LAYERS = 430, 271, 922, 4, 14
ASIDE = (Lying(140, 918, 172, 109, -7), Lying(186, 922, 172, 109, 4))
DISCUSSED_X, DISCUSSED_Y, SPAN = 1712, 922, 86
SMALL_W, SMALL_H, LABEL_BASE = 172, 109, 948


def piles(now: Now) -> list[Node]:
    """The six piles in a row, or one mixed pile."""
    if not now.six_piles:
        return [_mixed(now)]
    clusters = clusters_of_piles(now)
    return [_pile(now, cluster, number, len(clusters)) for number, cluster in enumerate(clusters)]


def clusters_of_piles(now: Now) -> tuple[Cluster | None, ...]:
    """One for each pile; None for that of the cards without a cluster."""
    return (*now.clusters, None) if others_dealt(now) else now.clusters


def others_dealt(now: Now) -> bool:
    """Whether cards without a cluster are played with, which have a pile of their own."""
    return any(now.session.cards[number].cluster is None for number in now.session.order)


def pile_name(cluster: Cluster | None) -> str:
    """What stands on the plate of a pile."""
    return cluster_name(cluster) if cluster else tr("Andere kaarten")


def short_name(cluster: Cluster | None) -> str:
    """The same where there is little room; only the longest is shortened."""
    return names.short_name(cluster) if cluster else pile_name(cluster)


def pile_left(now: Now, cluster: Cluster | None) -> int:
    """How many cards a pile still has."""
    return now.left[cluster] if cluster else len(tegenwicht.pile(now.session, None))


def _pile(now: Now, cluster: Cluster | None, number: int, count: int) -> Node:
    """One pile with its plate; the two are one button. cluster: None for the cards that have none."""
    g = now.g
    apart, w, h = (450, 330, 208) if count <= 3 else (APART, PILE_W, PILE_H) if count <= 6 else SEVEN
    x = 960 + g.middle_x + (number - (count - 1) / 2) * apart
    plate_w = min(PLATE_W, apart - 8)
    plate = g.mid(x - g.middle_x - plate_w / 2, PLATE_Y, plate_w, PLATE_H)
    left = pile_left(now, cluster)
    ops = _plate(now, plate, cluster, str(left) if left else tr("leeg"), pile_sign(now, cluster))
    made = pile_on(now, cluster, g, Lying(x, PILE_Y, w, h), plate, ops)
    action = Do(tegenwicht.DrawFrom(cluster)) if tegenwicht.DrawFrom(cluster) in now.legal else None
    return made._replace(drag=dragging.pile(action))


def pile_sign(now: Now, cluster: Cluster | None) -> str:
    """The sign of the key that draws from a pile, "" where none does."""
    if cluster is None or tegenwicht.DrawFrom(cluster) not in now.legal:
        return ""
    return now.sign(keys.MENTION[CLUSTERS.index(cluster)])


def pile_on(
    now: Now, cluster: Cluster | None, g: Ground, at: Lying, plate: Rect, on_plate: Sequence[Op]
) -> Node:
    """A pile that lies there on the ground ``g``, and its plate with what stands on that, as one button."""
    left, able = pile_left(now, cluster), tegenwicht.DrawFrom(cluster) in now.legal
    key = keys.MENTION[CLUSTERS.index(cluster)] if cluster else None
    edges = lying.edges_of_pile(g, cluster or Kind.SITUATION, min(left, MOST_LAYERS))
    drawn = lying.pile_ops(g, at, edges, cluster, STEP) if left else (lying.empty_place(g, at),)
    seen = lying.pile_seen(g, at, len(edges), STEP)
    room = max(plate.w + g.px(4), g.px(at.w) - g.px(8))
    rect = Rect(plate.x + (plate.w - room) // 2, seen.y, room, plate.bottom - seen.y)
    name, words = pile_name(cluster), several("{n} kaart", "{n} kaarten", left) if left else tr("leeg")
    return Node(
        f"pile:{cluster or 'others'}", Role.BUTTON if able else Role.GROUP, rect,
        tr("Stapel {cluster}").format(cluster=name), words, action=Do(tegenwicht.DrawFrom(cluster)) if able else None,
        shortcuts=key.names if able and key else (), corner=g.px(16), ops=(*drawn, *on_plate),
    )  # fmt: skip


def _plate(now: Now, rect: Rect, cluster: Cluster | None, count: str, sign: str) -> list[Op]:
    g, m = now.g, now.v.theme.table
    middle, ink = rect.x + rect.w // 2, now.v.theme.ink
    line = now.v.theme.clusters[cluster].line if cluster else ink
    room, step, whole = rect.w - g.px(16), letters.size(g, 26), pile_name(cluster)
    whole_fits = rect.w >= g.px(PLATE_W) and letters.is_large(g, whole, 23, "semibold", room)
    name = whole if whole_fits else short_name(cluster)
    last = rect.y + g.px(42) + step // 2
    ops: list[Op] = [
        *pile_plate(g, rect, line, 14, bool(pile_left(now, cluster))),
        letters.line(g, (middle, last - step), name, 23, "semibold", ink, 0.5, room),
        letters.line(g, (middle, last), count, 21, "medium", ink, 0.5, room),
    ]
    if sign:
        side = g.px(30)
        at = Rect(rect.x - g.px(8), rect.y - g.px(18), side, side)
        ops += letters.key_sign(g, at, sign, ink, m.paper)
    return ops


def pile_plate(g: Ground, rect: Rect, line: Colour, radius: float, cards: bool) -> tuple[Op, ...]:
    """The plate before a pile, with a line in its colour; dashed where no card lies any more."""
    m = g.v.theme.table
    if cards:
        return (Fill(rect, m.paper, g.px(radius), max(2, g.px(3)), line),)
    return (Fill(rect, m.paper, g.px(radius)), dashed.dashed(g, rect, m.line, radius))


def _mixed(now: Now) -> Node:
    """All cards in one pile; its edges show what is in it."""
    g, theme, words = now.g, now.v.theme, mixed_words(now)
    wide = letters.width(g, words, 26, "semibold") + 2 * g.px(26)
    plate = g.mid(960, 933, 0, 54)
    plate = plate._replace(x=plate.x - wide // 2, w=wide)
    on_plate = (
        Fill(plate, theme.table.paper, plate.h // 2, g.px(3), theme.ink),
        letters.line(g, (plate.x + wide // 2, plate.y + g.px(36)), words, 26, "semibold", theme.ink, 0.5),
    )
    at = Lying(960 + g.middle_x, MIXED_Y, MIXED_W, MIXED_H)
    return mixed_on(now, g, at, plate, on_plate)._replace(drag=dragging.pile(now.may(tegenwicht.Draw())))


def mixed_words(now: Now) -> str:
    """What stands on the plate of the one pile."""
    return tr("Gemengde stapel · {n}").format(n=len(now.play.left) or tr("leeg"))


def mixed_on(now: Now, g: Ground, at: Lying, plate: Rect, on_plate: Sequence[Op]) -> Node:
    """The one pile that lies there on the ground ``g``, and its plate with what stands on that."""
    left = now.play.left
    layers = min(MOST_LAYERS, -(-len(left) // 3))
    colours = tuple(
        now.v.theme.clusters[now.session.cards[left[n * 3]].family].solid for n in reversed(range(layers))
    )
    drawn: tuple[Op, ...] = (
        lying.pile_ops(g, at, colours, None, MIXED_STEP) if left else (lying.empty_place(g, at),)
    )
    rect = lying.pile_seen(g, at, layers, MIXED_STEP).around(plate)
    action = now.may(tegenwicht.Draw())
    told = several("{n} kaart", "{n} kaarten", len(left)) if left else tr("leeg")
    role = Role.BUTTON if action else Role.GROUP
    return Node("pile:mixed", role, rect, tr("Gemengde stapel"), told, action=action, untabbed=True,
                ops=(*drawn, *on_plate))  # fmt: skip


# -- aside and discussed


class Placed(NamedTuple):
    """Where a stack lies: by how many design pixels elsewhere than usual, on what line its name stands, how large."""

    dx: float = 0
    dy: float = 0
    base: float = LABEL_BASE
    word: float = 24


def aside(now: Now, placed: Placed = Placed()) -> list[Node]:  # noqa: B008 - it cannot be changed
    """What was put aside, face down, the latest on top."""
    cards = [now.session.cards[one.card] for one in now.play.aside]
    if not cards:
        return []
    g, shown = now.g, cards[-2:]
    places = [_moved(now, one, placed, False) for one in ASIDE[2 - len(shown) :]]
    drawn = [lying.laid_back(g, at, card.cluster) for at, card in zip(places, shown, strict=True)]
    name = tr("Opzij · {n}").format(n=len(cards))
    told = tr("{cards} opzij. Terughalen").format(cards=several("{n} kaart", "{n} kaarten", len(cards)))
    label = _label(now, name, placed, False)
    return [_stack(now, "aside", (name, told), places, (*drawn, (label,)), Open(Panel.ASIDE))]


def discussed_cards(now: Now) -> list[Card]:
    """The cards that were discussed in this session, in order."""
    return [now.session.cards[one.card] for _, _, one in tegenwicht.discussed(now.session)]


def discussed(now: Now, placed: Placed = Placed()) -> list[Node]:  # noqa: B008
    """What was discussed, face up in a row; each can be looked at again."""
    cards = discussed_cards(now)
    if not cards:
        return []
    g, last = now.g, cards[-8:]
    pitch = SPAN / (len(last) - 1) if len(last) > 1 else 0
    first = DISCUSSED_X if len(last) > 1 else DISCUSSED_X + SPAN / 2
    places = [
        _moved(now, Lying(first + number * pitch, DISCUSSED_Y, SMALL_W, SMALL_H), placed, True)
        for number in range(len(last))
    ]
    drawn = [
        lying.laid_card(g, at, small_front_ops(g, front(card), *lying.flat_size(g, at)), shadow=False)
        for at, card in zip(places, last, strict=True)
    ]
    left, right = lying.corners(g, places[0]), lying.corners(g, places[-1])
    shadow = lying.shadow_of(
        g, (left[0], right[1], right[2], left[3])
    )  # one of the row: each its own would turn black
    name = tr("Besproken · {n}").format(n=len(cards))
    told = tr("{cards} besproken. Bekijk").format(cards=several("{n} kaart", "{n} kaarten", len(cards)))
    label = _label(now, name, placed, True)
    return [_stack(now, "discussed", (name, told), places, (shadow, *drawn, (label,)), Open(Panel.DISCUSSED))]


def _moved(now: Now, at: Lying, placed: Placed, right: bool) -> Lying:
    """At its side of the window."""
    return at._replace(x=at.x + placed.dx + (2 * now.g.middle_x if right else 0), y=at.y + placed.dy)


def _label(now: Now, name: str, placed: Placed, right: bool) -> Words:
    """The name under a stack."""
    g = now.g
    at = (g.right if right else g.left)((1743 if right else 177) + placed.dx, placed.base, 0, 0)
    return letters.line(g, (at.x, at.y), name, placed.word, "semibold", now.v.theme.ink, 0.5)


def _stack(
    now: Now, key: str, said: tuple[str, str], places: list[Lying], drawn: Sequence[tuple[Op, ...]], opens: Command
) -> Node:  # fmt: skip
    g, (name, told) = now.g, said
    rect = lying.card_seen(g, places[0])
    for at in places:
        rect = rect.around(lying.card_seen(g, at))
    ops = tuple(op for one in drawn for op in one)
    word = ops[-1]
    assert isinstance(word, Words)
    return Node(
        key, Role.BUTTON, rect.around(word.rect), name, description=told, action=opens, layer=-1, drag=dragging.stack(),
        corner=g.px(14), ops=ops,
    )  # fmt: skip
