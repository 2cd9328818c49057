"""Begin and end beside each other, large: what lay, what lies, what came and what is gone. No norm."""

from tegenwicht.game.cards import CLUSTERS, Cluster
from tegenwicht.game.tally import FRAMES, PEOPLE
from tegenwicht.i18n import tr
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.account.taken_blocks import moved_words
from tegenwicht.screens.parts.stones import parts
from tegenwicht.screens.parts.stones.now import Now
from tegenwicht.screens.parts.stones.places import places_of, spot
from tegenwicht.screens.parts.stones.words import ORDER, shift_line
from tegenwicht.screens.parts.table import letters
from tegenwicht.screens.parts.table.cards import balanced
from tegenwicht.screens.parts.table.dashed import dashed
from tegenwicht.screens.parts.table.ground import Ground
from tegenwicht.screens.parts.table.stone import dish_ops, gone_ops, outline_ops, plain_ops, stone_ops

PITCH, ABOVE = 78, 24
"""How far one stone is above the other, and how far the middle of the lowest is above a dish's edge."""
BEGIN, END, PLUS = (95, 75), (104, 80), 42
BLACK = (0, 0, 0)


def nodes(g: Ground, now: Now) -> list[Node]:
    """Everything on the table: the sentence first, then the clusters in a list."""
    begin, end = heaps(now)
    made = [*parts.heading(g, now.question, moved_words(now.stones.moved or 0)), *legend(g), asked(g)]
    most = max(1, *begin, *end)
    p = places_of(g)
    pitch = min(PITCH * p.small, p.moved_room / most)
    items: list[Node] = []
    for frames, clusters in ((False, PEOPLE), (True, FRAMES)):
        at = [CLUSTERS.index(one) for one in clusters]
        totals = sum(begin[n] for n in at), sum(end[n] for n in at)
        made.append(parts.side(g, frames, p.sides[1], *totals))
        items += [item(g, one, begin[n], end[n], pitch) for one, n in zip(clusters, at, strict=True)]
    whole = items[0].rect
    for one in items:
        whole = whole.around(one.rect)
    made.append(Node("shift", Role.LIST, whole, tr("Begin en eind per cluster"), children=tuple(items)))
    return made


def heaps(now: Now) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """(begin, end); both are there when this screen is shown."""
    return now.stones.begin or (0,) * 6, now.stones.end or (0,) * 6


def item(g: Ground, cluster: Cluster, begin: int, end: int, pitch: float) -> Node:
    """A column of what lay and one of what lies, and the control with both numbers."""
    number, part, p = ORDER.index(cluster), pitch / PITCH, places_of(g)
    x, s, y = parts.column_x(g, number), p.small, p.dish_y
    control = parts.control_rect(g, number)
    before, after = x + p.moved[0], x + p.moved[1]
    dish = spot(g, after, y - 4, 0, 0)
    ops: list[Op] = [Fill(spot(g, before - 52 * s, y + 14 * s, 104 * s, 3), g.v.theme.table.faint)]
    ops += dish_ops(g, dish.x, dish.y, 146 * s)
    ops += [
        op for level in range(begin) for op in outline_ops(g, _at(g, before, level, pitch, BEGIN), cluster)
    ]
    ops += [op for level in range(end) for op in stone_ops(g, _at(g, after, level, pitch, END), cluster)]
    for level in range(end, begin):
        ops += gone_ops(g, _at(g, after, level, pitch, (END[0] - 4, END[1] - 4)), cluster)
    if end > begin:
        ops += [op for level in range(begin, end) for op in _plus(g, _at(g, after, level, pitch, END), part)]
    ops += parts.control_ops(g, control, cluster, "", _figures(g, control, begin, end))
    top = spot(g, x, y - ABOVE * s - p.moved_room - 40, 0, 0).y
    rect = Rect(control.x, top, control.w, control.bottom - top)
    return Node(f"shift:{cluster}", Role.LIST_ITEM, rect, shift_line(cluster, begin, end), ops=tuple(ops))


def _at(g: Ground, x: float, level: int, pitch: float, size: tuple[float, float]) -> Rect:
    """The place of a stone at a level; levels of begin and end are as high as each other."""
    part, p = pitch / PITCH, places_of(g)
    wide, high = size[0] * part, size[1] * part
    lowest = p.dish_y - ABOVE * p.small + (p.small - part) * PITCH / 2
    return spot(g, x - wide / 2, lowest - level * pitch - high / 2, wide, high)


def _plus(g: Ground, at: Rect, part: float) -> tuple[Op, ...]:
    px = g.px(max(24, PLUS * part))
    disc = Rect(at.right - round(px * 0.6), at.y - round(px * 0.36), px, px)
    m, ink, arm, thick = g.v.theme.table, g.v.theme.ink, round(px * 0.27), max(2, round(px * 0.1))
    (x, y), half = disc.centre, thick // 2
    return (
        Fill(disc, m.paper, px // 2, max(2, round(px * 0.09)), ink),
        Fill(Rect(x - arm, y - half, 2 * arm, thick), ink, half),
        Fill(Rect(x - half, y - arm, thick, 2 * arm), ink, half),
    )


def _figures(g: Ground, rect: Rect, begin: int, end: int) -> tuple[Op, ...]:
    """What it was and what it became; that it stayed."""
    at, size, stayed = parts.figure_at(g, rect), places_of(g).figure[2], begin == end
    after = None if g.near and stayed else end
    ops, right = parts.figures(g, at, begin, after, size, g.v.theme.ink)
    if not stayed:
        return ops
    at = (right + g.px(24 if not g.near else 12), at[1])
    return (*ops, letters.line(g, at, tr("bleef"), 21, "medium", g.v.theme.table.faint))


def legend(g: Ground) -> list[Node]:
    """What an outline, a full stone and a dashed one stand for."""
    ink, m = g.v.theme.ink, g.v.theme.table
    made: list[Node] = []
    x, p = places_of(g).asks[0] - 2, places_of(g)
    for word, wide in ((tr("begin"), 66), (tr("eind"), 66), (tr("lag hier eerst"), 68)):
        wide = wide if not g.near else round(wide * 0.7)
        at = spot(g, x, p.legend, wide, 50 if not g.near else round(wide * 0.76))
        ops: tuple[Op, ...] = (Fill(at, m.wall, at.h // 2, g.px(3), ink),)
        if made:
            under = BLACK if g.v.theme.name == "light" else m.faint
            ops = plain_ops(at, ink, under) if len(made) == 1 else (dashed(g, at, ink, 24, 3),)
        base = at.y + at.h // 2 + round(letters.size(g, 26) * 0.35)
        said = letters.line(g, (at.right + g.px(13), base), word, 26, "medium", ink)
        made.append(Node(f"legend:{word}", Role.GROUP, at.around(said.rect), ops=(*ops, said)))
        x += wide + 13 + letters.width(g, word, 26, "medium") / g.scale + 56
    return made


def asked(g: Ground) -> Node:
    """One question, and that there is no norm."""
    m, ink = g.v.theme.table, g.v.theme.ink
    p = places_of(g)
    at = spot(g, *p.asked)
    words, norm = (
        tr("Welke steen verhuisde door iets wat iemand zei?"),
        tr("Geen norm. Blijven liggen mag ook."),
    )
    shadow = g.px(10) if m.rich else 0
    ops: list[Op] = [Fill(at, m.paper, g.px(16), g.px(2.4 if m.rich else 3), m.line, shadow)]
    size, x = p.asked_size / min(1.2, g.v.text), at.x + g.px(p.asked_size * 0.82)
    px = letters.size(g, size)
    for k, line in enumerate(balanced(g, words, "bold", px, at.right - 2 * x + at.x)):
        base = at.y + g.px(p.asked_size * (1.36 + 1.16 * k))
        ops.append(letters.line(g, (x, base), line, size, "bold", ink))
    small = 26 if not g.near else 22
    ops.append(letters.line(g, (x, at.bottom - g.px(small)), norm, small, "medium", m.faint))
    return Node("shift:asked", Role.TEXT, at, f"{words} {norm}", ops=tuple(ops))
