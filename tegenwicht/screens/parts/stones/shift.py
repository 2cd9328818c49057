"""Begin and end beside each other, large: what lay, what lies, what came and what is gone. No norm."""

from tegenwicht.game.cards import CLUSTERS, Cluster
from tegenwicht.game.tally import FRAMES, PEOPLE
from tegenwicht.i18n import tr
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill, Icon
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.account.taken_blocks import moved_words
from tegenwicht.screens.parts.stones import parts
from tegenwicht.screens.parts.stones.now import Now
from tegenwicht.screens.parts.stones.words import ORDER, shift_line
from tegenwicht.screens.parts.table import letters
from tegenwicht.screens.parts.table.cards import balanced
from tegenwicht.screens.parts.table.dashed import dashed
from tegenwicht.screens.parts.table.ground import Ground
from tegenwicht.screens.parts.table.stone import dish_ops, gone_ops, outline_ops, plain_ops, stone_ops

PITCH, ROOM, LOWEST = 78, 400, 788
BEGIN, END, PLUS = (92, 72), (104, 80), 38
BEGIN_X, END_X = 64, 194
SIDE_BASE = 387
BLACK = (0, 0, 0)


def nodes(g: Ground, now: Now) -> list[Node]:
    """Everything on the table: the sentence first, then the clusters in a list."""
    begin, end = heaps(now)
    made = [*parts.heading(g, now.question, moved_words(now.stones.moved or 0)), *legend(g), asked(g)]
    most = max(1, *begin, *end)
    pitch = min(PITCH, ROOM / most)
    items: list[Node] = []
    for frames, clusters in ((False, PEOPLE), (True, FRAMES)):
        at = [CLUSTERS.index(one) for one in clusters]
        totals = sum(begin[n] for n in at), sum(end[n] for n in at)
        made.append(parts.side(g, frames, SIDE_BASE, *totals))
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
    number, part = ORDER.index(cluster), pitch / PITCH
    x = parts.column_x(number)
    control = parts.control_rect(g, number)
    before, after = x + BEGIN_X, x + END_X
    dish = g.mid(after, 808, 0, 0)
    ops: list[object] = [Fill(g.mid(before - 52, 826, 104, 3), g.v.theme.table.faint)]
    ops += dish_ops(g, dish.x, dish.y, 146)
    ops += [
        op for level in range(begin) for op in outline_ops(g, _at(g, before, level, pitch, BEGIN), cluster)
    ]
    ops += [op for level in range(end) for op in stone_ops(g, _at(g, after, level, pitch, END), cluster)]
    for level in range(end, begin):
        ops += gone_ops(g, _at(g, after, level, pitch, (END[0] - 4, END[1] - 4)), cluster)
    if end > begin:
        ops += [op for level in range(begin, end) for op in _plus(g, _at(g, after, level, pitch, END), part)]
    ops += parts.control_ops(g, control, cluster, "", _figures(g, control, begin, end))
    top = g.mid(x, LOWEST - ROOM - 40, 0, 0).y
    rect = Rect(control.x, top, control.w, control.bottom - top)
    return Node(f"shift:{cluster}", Role.LIST_ITEM, rect, shift_line(cluster, begin, end), ops=tuple(ops))


def _at(g: Ground, x: float, level: int, pitch: float, size: tuple[float, float]) -> Rect:
    """The place of a stone at a level; levels of begin and end are as high as each other."""
    part = pitch / PITCH
    wide, high = size[0] * part, size[1] * part
    lowest = LOWEST + (1 - part) * PITCH / 2
    return g.mid(x - wide / 2, lowest - level * pitch - high / 2, wide, high)


def _plus(g: Ground, at: Rect, part: float) -> tuple[object, ...]:
    px = g.px(max(24, PLUS * part))
    disc = Rect(at.right - round(px * 0.6), at.y - round(px * 0.36), px, px)
    m, ink = g.v.theme.table, g.v.theme.ink
    return (Fill(disc, m.paper, px // 2, g.px(3), ink), Icon(disc.inset(round(px * 0.24)), "plus", ink))


def _figures(g: Ground, rect: Rect, begin: int, end: int) -> tuple[object, ...]:
    """What it was and what it became; that it stayed."""
    base = rect.y + g.px(78)
    ops, right = parts.figures(g, (parts.name_x(g, rect), base), begin, end, 36, g.v.theme.ink)
    if begin != end:
        return ops
    at = (right + g.px(24), base)
    return (*ops, letters.line(g, at, tr("bleef"), 21, "medium", g.v.theme.table.faint))


def legend(g: Ground) -> list[Node]:
    """What an outline, a full stone and a dashed one stand for."""
    ink, m = g.v.theme.ink, g.v.theme.table
    made: list[Node] = []
    x = 94.0
    for word, wide in ((tr("begin"), 66), (tr("eind"), 66), (tr("lag hier eerst"), 68)):
        at = g.mid(x, 234, wide, 50)
        ops: tuple[object, ...] = (Fill(at, m.wall, at.h // 2, g.px(3), ink),)
        if made:
            under = BLACK if g.v.theme.name == "light" else m.faint
            ops = plain_ops(at, ink, under) if len(made) == 1 else (dashed(g, at, ink, 24, 3),)
        said = letters.line(g, (at.right + g.px(13), at.y + g.px(34)), word, 26, "medium", ink)
        made.append(Node(f"legend:{word}", Role.GROUP, at.around(said.rect), ops=(*ops, said)))
        x += wide + 13 + letters.width(g, word, 26, "medium") / g.scale + 56
    return made


def asked(g: Ground) -> Node:
    """One question, and that there is no norm."""
    m, ink = g.v.theme.table, g.v.theme.ink
    at = g.mid(1150, 90, 676, 210)
    words, norm = (
        tr("Welke steen verhuisde door iets wat iemand zei?"),
        tr("Geen norm. Blijven liggen mag ook."),
    )
    shadow = g.px(10) if m.rich else 0
    ops: list[object] = [Fill(at, m.paper, g.px(16), g.px(2.4 if m.rich else 3), m.line, shadow)]
    px = letters.size(g, 44 / min(1.2, g.v.text))
    for k, line in enumerate(balanced(g, words, "bold", px, at.w - 2 * g.px(34))):
        ops.append(
            letters.line(
                g, (at.x + g.px(36), at.y + g.px(60 + 51 * k)), line, 44 / min(1.2, g.v.text), "bold", ink
            )
        )
    ops.append(letters.line(g, (at.x + g.px(36), at.bottom - g.px(26)), norm, 26, "medium", m.faint))
    return Node("shift:asked", Role.TEXT, at, f"{words} {norm}", ops=tuple(ops))
