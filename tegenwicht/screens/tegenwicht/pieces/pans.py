"""The scale of this round: the beam, two pans with what lies on them, and their names with their totals."""

from tegenwicht.game import tegenwicht
from tegenwicht.game.tally import Counts
from tegenwicht.i18n import tr
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.table import letters, scale
from tegenwicht.screens.parts.table.heap import Clusters, Heap, heap, heap_ops, laid
from tegenwicht.screens.tegenwicht.now import Now

UNDER = -2
"""The layer of what stands behind a card."""
LABEL_X, LABEL_BASE = (177, 1743), 510


def side_name(right: bool) -> str:
    """What a pan is called."""
    return tr("Kaders") if right else tr("Mensen")


def total(now: Now, right: bool) -> int:
    """How often the clusters of a pan came up in this round."""
    return now.counts.balance[int(right)]


def tilt(now: Now) -> float:
    """How the beam leans."""
    return 0.0 if now.level else scale.tilt_of(total(now, False), total(now, True))


def shape_now(now: Now) -> scale.Shape:
    """The scale as it hangs just now."""
    return scale.shape_on(now.g, tilt(now))


def pans(now: Now, foot: float = 678) -> list[Node]:
    """Beam, pillar, pans and what lies on them; one picture with a name, its parts without. foot: where it ends."""
    g, m, shape = now.g, now.v.theme.table, shape_now(now)
    pillar = scale.pillar(g, m, foot=foot)
    beam = scale.beam(g, m, shape)
    parts = [
        Node("pillar", Role.GROUP, pillar[0].rect, ops=pillar),
        Node("beam", Role.GROUP, beam.rect, ops=(beam,)),
        *(_pan(now, shape, right) for right in (False, True)),
    ]
    whole = Node("balance", Role.IMAGE, _around(parts), aloud(now), layer=UNDER, children=tuple(parts))
    return [whole, *(label(now, right) for right in (False, True))]


def _around(parts: list[Node]) -> Rect:
    whole = parts[0].rect
    for one in parts:
        whole = whole.around(one.rect)
    return whole


def _pan(now: Now, shape: scale.Shape, right: bool) -> Node:
    g, end = now.g, shape.end(right)
    drawn = scale.pan(g, now.v.theme.table, end)
    lying = heap_ops(g, scale.heap_floor(end), heap_of(now, right).pieces)
    return Node(f"pan:{'right' if right else 'left'}", Role.GROUP, drawn.rect, ops=(drawn, *lying))


def heap_of(now: Now, right: bool) -> Heap:
    """What lies on one pan."""
    return heap(*pieces(now, (*now.play.turns, now.turn), right))


def pieces(now: Now, turns: tuple[tegenwicht.Turn, ...], right: bool) -> tuple[Clusters, Clusters]:
    """(blocks, stones) on a pan after these turns, oldest first; by cluster when other turns were counted."""
    clusters, counts = now.side(right), now.counts
    if sum((tegenwicht.counts_of(now.session, one) for one in turns), Counts()) == counts:
        return laid_by(now, turns, right)
    cards = laid(tuple((c, counts.by_card(c)) for c in clusters))
    return cards, laid(tuple((c, counts.by_mention(c)) for c in clusters))


def laid_by(now: Now, turns: tuple[tegenwicht.Turn, ...], right: bool) -> tuple[Clusters, Clusters]:
    """(blocks, stones) that these turns laid on a pan, oldest first."""
    blocks, stones = tegenwicht.laid_down(now.session, turns)
    clusters = now.side(right)
    return tuple(c for c in blocks if c in clusters), tuple(c for c in stones if c in clusters)


def label(now: Now, right: bool) -> Node:
    """The name of a pan and how often it came up, above its counters."""
    g, ink = now.g, now.v.theme.ink
    name, figure = side_name(right), str(total(now, right))
    wide, gap = letters.width(g, name, 30, "semibold"), g.px(14)
    more = letters.width(g, figure, 42, "bold")
    place = (g.right if right else g.left)(LABEL_X[right], LABEL_BASE, 0, 0)
    x = place.x - (wide + gap + more) // 2
    ops = (
        letters.line(g, (x, place.y), name, 30, "semibold", ink),
        letters.line(g, (x + wide + gap, place.y), figure, 42, "bold", ink),
    )
    rect = ops[0].rect.around(ops[1].rect)
    return Node(
        f"label:{'right' if right else 'left'}", Role.TEXT, rect, f"{name} {figure}", layer=-1, ops=ops
    )


def aloud(now: Now) -> str:
    """The scale in words."""
    left, right = now.counts.balance
    told = tr("Weegschaal. Mensen: {left}. Kaders: {right}.").format(left=left, right=right)
    if now.level or left == right:
        return f"{told} {tr('De balk ligt recht.')}"
    return f"{told} {tr('Mensen hangt lager.') if left > right else tr('Kaders hangt lager.')}"
