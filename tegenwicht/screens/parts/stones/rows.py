"""The stones on a small window or with large text: a row for each cluster, below each other."""

from tegenwicht.game.cards import CLUSTERS, Cluster
from tegenwicht.game.tally import FRAMES, PEOPLE
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.layout import Box, Column, Leaf, Nodes
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill, Icon, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.account.taken_blocks import moved_words
from tegenwicht.screens.parts.names import cluster_name
from tegenwicht.screens.parts.small_views import own_ground
from tegenwicht.screens.parts.stones import laying, parts
from tegenwicht.screens.parts.stones.now import Now
from tegenwicht.screens.parts.stones.shift import heaps
from tegenwicht.screens.parts.stones.words import (
    LEFT,
    ORDER,
    shift_line,
    side_name,
    still_to_lay,
    to_talk_about,
    value_of,
)
from tegenwicht.screens.parts.table.stone import grey_ops, outline_ops, stone_ops
from tegenwicht.screens.shell.view import View

ROW, PLACES = 108, 10
WHITE = (255, 255, 255)


def head(now: Now) -> list[Box]:
    """The question, and what to do."""
    v = now.v
    boxes: list[Box] = [
        widgets.text(v, now.question, 46, "bold", role=Role.HEADING, level=2, key="stones:question")
    ]
    if now.explained and not v.low:
        boxes.append(widgets.text(v, now.explained, 24, "medium", key="stones:explained"))
    return boxes


def laying_boxes(now: Now) -> list[Box]:
    """What is left, and a row with minus and plus for each cluster."""
    return [*head(now), _left(now), *_sides(now)]


def _left(now: Now) -> Box:
    v, n = now.v, now.stones.left
    words = widgets.seen(v, still_to_lay(n), 28, "bold", natural=True)

    def place(rect: Rect) -> Nodes:
        inner = words.place(rect._replace(w=words.natural))
        high = v.text_px(34)
        ops: list[Op] = []
        wide, gap = round(high * 1.3), v.text_px(5)
        x = rect.x + words.natural + v.text_px(24)
        for k in range(n):
            at = Rect(x + k * (wide + gap), rect.y + (rect.h - high) // 2, wide, high)
            if at.right <= rect.right:
                ops += grey_ops(at)
        return [Node(LEFT, Role.TEXT, rect, still_to_lay(n), ops=tuple(ops), children=tuple(inner))]

    return Leaf(v.text_px(48), place)


def _sides(now: Now) -> list[Box]:
    boxes: list[Box] = []
    for frames, clusters in ((False, PEOPLE), (True, FRAMES)):
        total = sum(now.stones.on(one) for one in clusters)
        boxes.append(
            widgets.text(now.v, f"{side_name(frames)} {total}", 26, "bold", key=f"stones:side:{frames}")
        )
        boxes += [Leaf(_row_high(now.v), lambda rect, c=one: _row(now, c, rect)) for one in clusters]  # type: ignore[misc]
    return boxes


def _row_high(v: View) -> int:
    return v.text_px(ROW if v.across >= 700 else ROW + 40)


def _row(now: Now, cluster: Cluster, rect: Rect) -> Nodes:
    """Sign, name, ten places, the number, minus and plus."""
    v, n = now.v, now.stones.on(cluster)
    g, m, colours = own_ground(v), v.theme.table, v.theme.clusters[cluster]
    lip, px = v.text_px(6), v.text_px(60)
    body = rect._replace(h=rect.h - lip)
    square = Rect(body.x + v.text_px(14), body.y + (body.h - px) // 2, px, px)
    line = max(1, v.text_px(2)) if colours.edge != colours.under else 0
    ops: list[Op] = [
        Fill(body._replace(y=rect.y + lip), m.lip if m.rich else m.wall, v.text_px(16)),
        Fill(body, m.paper, v.text_px(16), max(2, v.text_px(3)), colours.line),
        Fill(square, colours.solid, v.text_px(12), line, colours.edge), Icon(square.inset(px // 5), cluster.value, WHITE),
    ]  # fmt: skip
    if not now.stones.is_laying:
        _words(now, cluster, body, square.right, body.right - v.text_px(20), ops)
        return [
            Node(
                f"stones:{cluster}",
                Role.TEXT,
                rect,
                f"{cluster_name(cluster)}, {value_of(n)}",
                ops=tuple(ops),
            )
        ]
    button = Rect(0, 0, v.text_px(72), v.text_px(62))
    more = button._replace(x=body.right - v.text_px(16) - button.w, y=body.y + (body.h - button.h) // 2)
    fewer = more._replace(x=more.x - v.text_px(12) - button.w)
    _words(now, cluster, body, square.right, fewer.x - v.text_px(10), ops)
    ink = v.theme.ink if now.stones.left else v.theme.off
    ops += [
        Fill(more, m.wall, v.text_px(12), max(1, v.text_px(2)), m.line),
        Icon(more.inset(v.text_px(18), v.text_px(13)), "plus", ink),
    ]
    spin = laying.spin(now, cluster, rect)._replace(corner=v.text_px(16), ops=tuple(ops))
    return [spin._replace(children=(laying.minus(now, cluster, fewer, g.scale),))]


def _words(now: Now, cluster: Cluster, body: Rect, start: int, end: int, ops: list[Op]) -> None:
    """The name, the ten places where there is room for them, and the number."""
    v, n = now.v, now.stones.on(cluster)
    figure = v.text_px(64)
    name, px = cluster_name(cluster), v.text_px(30)
    room = end - figure - start - v.text_px(20)
    while px > v.text_px(20) and v.type.width(name, "semibold", px) > room:
        px -= 1
    wide = v.type.width(name, "semibold", px)
    ops.append(
        widgets.middle_line(
            v, Rect(start + v.text_px(18), body.y, wide, body.h), name, "semibold", px, v.theme.ink, 0.0
        )
    )
    ops.append(
        widgets.middle_line(
            v, Rect(end - figure, body.y, figure, body.h), str(n), "bold", v.text_px(36), v.theme.ink
        )
    )
    spare = end - figure - (start + v.text_px(18) + v.text_px(260)) - v.text_px(20)
    step = min(v.text_px(50), spare // PLACES)
    if step < v.text_px(26):
        return
    first = end - figure - v.text_px(10) - PLACES * step
    g = own_ground(v)
    for k in range(PLACES):
        at = Rect(first + k * step, body.y, step, body.h)
        if k < n:
            stone_w = round(step * 0.94)
            high = round(stone_w / 1.3)
            ops += stone_ops(g, Rect(at.x, at.y + (at.h - high) // 2, stone_w, high), cluster)
        else:
            dot = v.text_px(14)
            ops.append(Fill(Rect(at.x + (step - dot) // 2, at.y + (at.h - dot) // 2, dot, dot), v.theme.table.paper,
                            dot // 2, max(1, v.text_px(2)), v.theme.table.faint))  # fmt: skip


# -- the talk, and what moved


def talk_boxes(now: Now) -> list[Box]:
    """What to ask each other, and how the stones lie."""
    asked = [widgets.text(now.v, one, 30, "semibold") for one in to_talk_about(now.stones)]
    paper = now.v.theme.table.paper
    sheet = widgets.panel(now.v, Column(asked, now.v.px(12)), "stones:talk", pad=26, ground=paper)
    return [*head(now), sheet, *_sides(now)]


def shift_boxes(now: Now) -> list[Box]:
    """The sentence, the question, and begin and end of each cluster."""
    v = now.v
    begin, end = heaps(now)
    words, norm = (
        tr("Welke steen verhuisde door iets wat iemand zei?"),
        tr("Geen norm. Blijven liggen mag ook."),
    )
    boxes = [*head(now), widgets.text(v, moved_words(now.stones.moved or 0), 28, "semibold")]
    sheet = Column([widgets.text(v, words, 30, "bold"), widgets.muted(v, norm)], v.px(8))
    boxes.append(widgets.panel(v, sheet, "shift:asked", pad=24, ground=v.theme.table.paper))
    items = [(c, begin[CLUSTERS.index(c)], end[CLUSTERS.index(c)]) for c in ORDER]
    rows = [Leaf(v.text_px(104), lambda rect, i=one: [_shift_row(now, rect, *i)]) for one in items]  # type: ignore[misc]
    boxes.append(_listed(v, rows))
    return boxes


def _listed(v: View, rows: list[Leaf]) -> Box:
    column = Column(list(rows), v.px(12))

    def place(rect: Rect) -> Nodes:
        return [
            Node(
                "shift", Role.LIST, rect, tr("Begin en eind per cluster"), children=tuple(column.place(rect))
            )
        ]

    return Leaf(column.height, place)


def _shift_row(now: Now, rect: Rect, cluster: Cluster, begin: int, end: int) -> Node:
    v = now.v
    g, m, colours = own_ground(v), v.theme.table, v.theme.clusters[cluster]
    px = v.text_px(56)
    square = Rect(rect.x + v.text_px(14), rect.y + (rect.h - px) // 2, px, px)
    name_px = v.text_px(26)
    ops: list[Op] = [
        Fill(rect, m.paper, v.text_px(16), max(2, v.text_px(3)), colours.line), Fill(square, colours.solid, v.text_px(12)),
        Icon(square.inset(px // 5), cluster.value, WHITE),
    ]  # fmt: skip
    wide = v.text_px(150)
    name = cluster_name(cluster)
    upper = Rect(
        square.right + v.text_px(16),
        rect.y + v.text_px(8),
        rect.right - square.right - wide - v.text_px(30),
        rect.h // 2 - v.text_px(4),
    )
    while name_px > v.text_px(20) and v.type.width(name, "semibold", name_px) > upper.w:
        name_px -= 1
    ops.append(widgets.middle_line(v, upper, name, "semibold", name_px, v.theme.ink, 0.0))
    at = (rect.right - wide, rect.y + rect.h // 2 + v.text_px(11))
    ops += parts.figures(g, at, begin, end, 30 * min(1.2, v.text), v.theme.ink)[0]
    lower = upper._replace(y=upper.bottom, h=rect.bottom - upper.bottom - v.text_px(8))
    step = min(v.text_px(40), lower.w // (2 * PLACES + 1))
    high = min(lower.h - v.text_px(4), round(step * 0.72))
    for k in range(begin):
        ops += outline_ops(
            g, Rect(lower.x + k * step, lower.y + (lower.h - high) // 2, round(step * 0.92), high), cluster
        )
    for k in range(end):
        place = Rect(
            lower.x + (begin + 1 + k) * step, lower.y + (lower.h - high) // 2, round(step * 0.92), high
        )
        ops += stone_ops(g, place, cluster)
    return Node(f"shift:{cluster}", Role.LIST_ITEM, rect, shift_line(cluster, begin, end), ops=tuple(ops))
