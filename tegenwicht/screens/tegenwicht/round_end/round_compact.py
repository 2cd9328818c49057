"""The end of a round on a compact table: the question with its tiles, or what came up, below each other."""

from collections.abc import Sequence
from copy import copy
from typing import NamedTuple

from tegenwicht.game import tegenwicht
from tegenwicht.game.cards import CLUSTERS, Cluster
from tegenwicht.game.tally import Counts, Tally
from tegenwicht.i18n import several, tr
from tegenwicht.kit import widgets
from tegenwicht.kit.flow import Grid
from tegenwicht.kit.layout import Box, Column, Leaf, Nodes, Padded, Row
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill, Icon, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.clusters import disc
from tegenwicht.screens.parts.names import cluster_name
from tegenwicht.screens.parts.table import tally_sheet
from tegenwicht.screens.parts.table.counters import face_down_ops
from tegenwicht.screens.parts.table.ground import Ground, is_near
from tegenwicht.screens.parts.table.weigh_boxes import paper
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.view import View
from tegenwicht.screens.tegenwicht.compact import scrolling
from tegenwicht.screens.tegenwicht.compact.compact_size import size_of
from tegenwicht.screens.tegenwicht.compact.corner import corner_box
from tegenwicht.screens.tegenwicht.compact.top import small_balance
from tegenwicht.screens.tegenwicht.now import Now
from tegenwicht.screens.tegenwicht.pieces import pans
from tegenwicht.screens.tegenwicht.round_end import guess_scene, reveal_scene
from tegenwicht.screens.tegenwicht.round_end import round_now as rules
from tegenwicht.screens.tegenwicht.round_end import round_words as said

WHITE, BACK_HIGH, ROW_HIGH, SLIP_TEXT = (255, 255, 255), 94, 46, 20
"""How high a counter that lies face down is drawn, and a row of the tally; and the letters on the slip of a guess."""
MORE = (1.6, 1.5, 1.4, 1.3, 1.2, 1.1, 1.0)
"""How many times as high as it is at the least a tile may be where there is room for it."""
NOWHERE = Rect(0, 0, 1, 1)


def guess(now: Now, guessing: rules.Guessing, dialog: Node | None) -> Node:
    """The question and its tiles."""
    v, number = now.v, tegenwicht.round_number(now.session)
    scale = small_balance(now, size_of(now), empty=True)
    top = _top(now, said.is_done(number), tr("Raden voor je kijkt"), scale)
    buttons = [guess_scene.as_button(now, one) for one in guess_scene.acts(now, guessing)]
    bindings = guess_scene.bindings(now, guessing)
    wide = v.width - 2 * v.px(scrolling.SIDE)
    room = v.height - top.height(wide) - v.text_px(scrolling.HIGH) - v.px(106)
    middle = _filling(now, guessing, wide, room)
    return scrolling.build(v, said.is_done(number), top, middle, buttons, dialog, bindings, "round:all")


def _filling(now: Now, guessing: rules.Guessing, wide: int, room: int) -> list[Box]:
    """The question with tiles as high as leaves room for the counters below it; without these where there is none."""
    backs, least = _face_down(now), _tile_high(now.v)
    for more in MORE if is_near(now.v) else (1.0,):
        question = _question(now, guessing, round(least * more))
        if question.height(wide) + backs.height(wide) <= room:
            return [question, backs]
    return [_question(now, guessing, least)]


def reveal(now: Now, dialog: Node | None) -> Node:
    """What came up, what stayed away, and how the guesses came out."""
    v, number = now.v, tegenwicht.round_number(now.session)
    where = " · ".join(filter(None, (said.is_done(number), reveal_scene.time_goes(now))))
    top = _top(now, where, tr("Wat kwam er op tafel?"), small_balance(now, size_of(now)))
    buttons = [guess_scene.as_button(now, one) for one in reveal_scene.acts(now)]
    middle = [*_asked_and_guessed(now), _table(now)]
    return scrolling.build(
        v, said.is_done(number), top, middle, buttons, dialog, reveal_scene.bindings(now), "round:all"
    )


def _top(now: Now, where: str, words: str, balance: Box | None = None) -> Box:
    """What this is, and which round; help and menu; the scale, where there is one and room for it."""
    v = now.v
    first = widgets.text(v, words, 28, "bold", role=Role.HEADING, level=2, key="top:words")
    under = widgets.text(v, where, 22, "semibold", role=Role.HEADING, level=1, key="bar:title")
    left = Column([first, under], v.px(2))
    corner = corner_box(v)
    room = v.width - 2 * v.px(16) - corner.natural - v.px(28)
    if balance is None or room < v.text_px(340) + balance.natural:
        return Row([left, corner], v.px(14))
    return Row([left, balance, corner], v.px(14))


# -- the question


def _face_down(now: Now) -> Box:
    """The counters, turned over, in a row."""
    order = [cluster for right in (False, True) for cluster in now.side(right)]
    high, gap = now.v.text_px(76), now.v.px(12)

    def place(rect: Rect) -> Nodes:
        wide = (rect.w - gap * (len(order) - 1)) // len(order)
        ground = Ground(now.v, high / BACK_HIGH)
        backs = [Rect(rect.x + n * (wide + gap), rect.y, wide, high) for n in range(len(order))]
        return [
            Node(f"counter:{cluster}", Role.GROUP, at, ops=face_down_ops(ground, at))
            for cluster, at in zip(order, backs, strict=True)
        ]

    return Leaf(high, place)


def _question(now: Now, guessing: rules.Guessing, tile_high: int) -> Box:
    v, second, alone = now.v, guessing.most is not None, now.session.alone
    question = said.guess_question(second, alone)
    about = f"{said.guess_about(alone)} {tr('vraag {n} van 2').format(n=2 if second else 1)}"
    tiles: list[Box] = [_tile(now, guessing, cluster, tile_high) for cluster in now.clusters]
    how = said.guess_how(second, alone)
    high = _is_high(v)
    small, large = (28, 60) if high else (24, 46) if tile_high > _tile_high(v) else (22, 38)
    last: list[Box] = [widgets.seen(v, how, small, "medium")]
    if second and v.width >= v.text_px(900):
        last = [Row([last[0], _all_named(now, guessing, v.text_px(60), v.text_px(330))], v.px(16), 0.5)]
    elif second:
        tiles.append(_all_named(now, guessing, tile_high))
    grid = Grid(tiles, 2, v.px(20), v.text_px(290)) if high else Grid(tiles, 3, v.px(12), v.text_px(290))
    parts = [
        widgets.seen(v, about, small, "medium"),
        widgets.text(v, question, large, "bold", key=guess_scene.ASKED, live=True),
        grid,
    ]
    box = Column([*parts, *last], v.px(24 if high else 10))
    m = v.theme.table

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        ground = Fill(rect, m.card, v.px(18), max(2, v.px(3)), m.line)
        return Node("guess", Role.RADIO_GROUP, rect, question, description=f"{about}. {how}", ops=(ground,),
                    children=tuple(nodes))  # fmt: skip

    return Padded(box, v.px(26), v.px(18), wrap)


def _is_high(v: View) -> bool:
    """Whether the window is high, and its letters leave the room for large tiles."""
    return v.upright and v.text < 1.5


def _tile(now: Now, guessing: rules.Guessing, cluster: Cluster, high: int) -> Box:
    """The same node as on the large table, in a tile that is lower."""
    v = now.v
    node = guess_scene.tile(now, guessing, cluster, 0)
    colours, name = v.theme.clusters[cluster], cluster_name(cluster)
    sign = now.sign(keys.MENTION[CLUSTERS.index(cluster)]) if node.enabled else ""
    slip = tr("het meest") if not node.enabled else tr("gekozen") if node.pressed else ""

    def place(rect: Rect) -> Nodes:
        part = 1.6 if _is_high(v) else max(1.0, min(1.25, high / _tile_high(v)))
        px, side = v.text_px(46 * part), v.text_px(28)
        line = max(1, v.px(2)) if colours.edge != colours.under else 0
        mark = Rect(rect.x + v.px(12), rect.y + (rect.h - px) // 2, px, px)
        x = mark.right + side // 2 + v.px(10)
        ops: list[Op] = [Fill(rect, colours.solid, v.px(14), line, colours.edge), Fill(mark, WHITE, px // 2),
                             Icon(mark.inset(px // 5), cluster.value, colours.solid)]  # fmt: skip
        if sign:
            at = Rect(mark.right - side // 2, mark.bottom - side + v.px(4), side, side)
            ops += [Fill(at, v.theme.table.paper, v.px(7), max(1, v.px(2)), v.theme.ink),
                    widgets.middle_line(v, at, sign, "bold", v.text_px(20), v.theme.ink)]  # fmt: skip
        size = v.text_px(26 * part)
        while size > v.text_px(17) and v.type.width(name, "semibold", size) > rect.right - x - v.px(8):
            size -= 1
        upper = rect._replace(h=rect.h * 3 // 5) if slip else rect
        ops.append(widgets.middle_line(v, upper._replace(x=x), name, "semibold", size, WHITE, 0.0))
        if slip:
            small = v.text_px(20)
            under = Rect(
                x, upper.bottom - v.px(4), v.type.width(slip, "semibold", small) + v.px(20), v.text_px(28)
            )
            ops += [Fill(under, v.theme.table.slip, v.px(6), max(1, v.px(2)), v.theme.ink),
                    widgets.middle_line(v, under, slip, "semibold", small, v.theme.ink)]  # fmt: skip
        return [node._replace(rect=rect, corner=v.px(14), ops=tuple(ops))]

    return Leaf(high, place)


def _tile_high(v: View) -> int:
    return v.text_px(250 if _is_high(v) else 140 if v.upright else 104)


def _all_named(now: Now, guessing: rules.Guessing, high: int, wide: int = 0) -> Box:
    v, chosen = now.v, guessing.chosen == rules.ALL
    ground, ink = (v.theme.strong, v.theme.on_strong) if chosen else (v.theme.table.paper, v.theme.ink)

    def place(rect: Rect) -> Nodes:
        ops = (Fill(rect, ground, v.px(14), max(2, v.px(3)), v.theme.ink),
               widgets.middle_line(v, rect, said.all_named(), "semibold", v.text_px(26), ink))  # fmt: skip
        return [Node(
            f"guess:{rules.ALL}", Role.RADIO, rect, said.all_named(), action=rules.choose(guessing, rules.ALL),
            pressed=chosen, first=chosen, corner=v.px(14), ops=ops,
        )]  # fmt: skip

    return Leaf(high, place, wide)


# -- the round


def _away(now: Now) -> Box:
    """The cluster that stayed away longest, with its pattern and its sign at the left, and the question."""
    v, found = now.v, rules.longest_away(now.session)
    title, question, also = reveal_scene.away_words(now)
    parts: list[Box] = []
    if found:
        parts.append(widgets.seen(v, title, 24, "semibold", v.theme.clusters[found[0]].line))
    parts.append(widgets.seen(v, question, 34, "bold"))
    if also:
        parts.append(widgets.seen(v, also, 22, "medium"))
    told = reveal_scene.away_aloud(now)
    if not found:
        return paper(v, Column(parts, v.px(8)), rules.HEAD, told, role=Role.ARTICLE)
    side, m, colours = v.text_px(120), v.theme.table, v.theme.clusters[found[0]]
    border = max(2, v.px(3))

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        ground = Fill(rect, m.card, v.px(18), border, colours.edge)
        part = Rect(rect.x + border, rect.y + border, side - border, rect.h - 2 * border)
        ops = (ground, *reveal_scene.patterned(v, part, v.px(18) - border, found[0]))
        return Node(
            rules.HEAD, Role.ARTICLE, rect, told, first=True, corner=v.px(18), ops=ops, children=tuple(nodes)
        )

    beside = Row([Leaf(side, lambda _: [], side - v.px(20)), Padded(Column(parts, v.px(6)), 0, 0)], v.px(20))
    return Padded(beside, v.px(20), v.px(16), wrap)


def _asked_and_guessed(now: Now) -> list[Box]:
    """What to talk about, and how the guesses came out: as slips beside it where there is room, else in words below."""
    v, notes = now.v, reveal_scene.notes_of(now)
    if not notes:
        return [_away(now)]
    if is_near(v):
        slips = [_slip(now, note) for note in notes]
        return [Row([_away(now), *slips], v.px(14), stretch=True)]
    in_words = [
        paper(
            v,
            widgets.text(v, reveal_scene.note_at(now, NOWHERE, one).label, 24, "medium", key=one.key),
            f"{one.key}:paper",
        )
        for one in notes
    ]
    return [_away(now), Grid(in_words, 2, v.px(12), v.text_px(420))]


def _slip(now: Now, note: reveal_scene.Note) -> Box:
    """A guess on the slip of paper that lies under a pan on the large table, a little smaller."""
    plain = copy(now.v)
    plain.text = 1.0  # the slip grows as a whole
    g = Ground(plain, now.v.text_px(SLIP_TEXT) / 24)
    wide, high = g.px(reveal_scene.NOTE_W), g.px(reveal_scene.NOTE_H)
    return Leaf(high, lambda rect: [reveal_scene.note_at(now._replace(g=g), rect, note)], wide)


def _table(now: Now) -> Box:
    """A row for each cluster: blocks and stones where all columns fit, else in words."""
    v, tally = now.v, tegenwicht.tally_of(now.session)
    columns = tally_sheet.last_rounds(tally.rounds)
    names = (
        max(v.type.width(cluster_name(one), "semibold", v.text_px(26)) for one in now.clusters)
        + v.text_px(38)
        + v.px(32)
    )
    together = max(
        v.type.width(_in_all(tally.total, one), "medium", v.text_px(20)) for one in now.clusters
    ) + v.px(8)
    parts = Parts(names, together, len(columns))
    wide = v.width - 2 * v.px(scrolling.SIDE) - 2 * v.px(14) - v.px(40)  # beside what scrolls it
    rows = [_heads(now, columns, parts)] if parts.each(wide) >= v.text_px(170) else []
    if not rows:
        return _in_words(now, columns, tally)
    for right in (False, True):
        for number, cluster in enumerate(now.side(right)):
            rows.append(_row(now, cluster, (columns, tally.total), parts, right and number == 0))

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        ops = (Fill(rect, v.theme.table.card, v.px(18), max(2, v.px(3)), v.theme.table.line),)
        told = tr("Tussenstand per ronde")
        return Node("tally", Role.TABLE, rect, told, ops=ops, children=tuple(nodes))

    return Padded(Column(rows, 0), v.px(14), v.px(5), wrap)


class Parts(NamedTuple):
    """How wide the names and all rounds together are, in pixels; the rounds share what is left."""

    names: int
    together: int
    rounds: int

    def each(self, wide: int) -> int:
        """How wide a round is in a row so wide."""
        return (wide - self.names - self.together) // max(1, self.rounds)


def _heads(now: Now, columns: Sequence[tally_sheet.Column], parts: Parts) -> Box:
    v = now.v

    def place(rect: Rect) -> Nodes:
        each = parts.each(rect.w)
        corner = rect._replace(w=parts.names)
        cells = [
            Node("tally:corner", Role.COLUMN_HEADER, corner, tr("Cluster"), ops=tally_sheet.legend(v, corner))
        ]
        heads = [(one.head, one.now) for one in columns] + [(tr("Samen"), False)]
        for number, (head, stands_out) in enumerate(heads):
            at = Rect(rect.x + parts.names + number * each, rect.y, each, rect.h)
            weight = "bold" if stands_out else "semibold"
            ink = v.theme.ink if stands_out else v.theme.table.faint
            op = widgets.middle_line(v, at, head, weight, v.text_px(22), ink, 0.0)
            cells.append(Node(f"tally:head:{head}", Role.COLUMN_HEADER, op.rect, head, ops=(op,)))
        return [Node("tally:heads", Role.ROW, rect, children=tuple(cells))]

    return Leaf(v.text_px(36), place)


def _row(
    now: Now,
    cluster: Cluster,
    counted: tuple[Sequence[tally_sheet.Column], Counts],
    parts: Parts,
    first: bool,
) -> Box:
    """One cluster: its name, a block for every card and a stone for every mention, and all in figures."""
    v, (columns, total) = now.v, counted
    g = Ground(v, v.text_px(26) / 31 / min(1.2, v.text))
    line = v.theme.table.plank if v.theme.table.rich else v.theme.ink

    def place(rect: Rect) -> Nodes:
        thick = max(2, v.px(4)) if first else max(1, v.px(1.6))
        each = parts.each(rect.w)
        cells = _name(now, cluster).place(rect._replace(w=parts.names))
        for number, one in enumerate(columns):
            at = Rect(rect.x + parts.names + number * each, rect.y, each - v.px(10), rect.h)
            ops = tally_sheet.pieces(g, at, cluster, one.counts)
            said_of = tally_sheet.said_of(one.counts, cluster)
            cells.append(Node(f"cell:{number}:{cluster}", Role.CELL, at, said_of, ops=ops))
        at = Rect(rect.x + parts.names + len(columns) * each, rect.y, parts.together, rect.h)
        op = widgets.middle_line(v, at, _in_all(total, cluster), "medium", v.text_px(20), v.theme.ink, 0.0)
        cells.append(
            Node(f"cell:together:{cluster}", Role.CELL, at, tally_sheet.said_of(total, cluster), ops=(op,))
        )
        rule = Fill(Rect(rect.x, rect.y - thick // 2, rect.w, thick), line)
        return [Node(f"row:{cluster}", Role.ROW, rect, ops=(rule,), children=tuple(cells))]

    return Leaf(v.text_px(ROW_HIGH), place)


def _in_all(total: Counts, cluster: Cluster) -> str:
    """ "3 kaarten · 5 × genoemd" """
    cards = several("{n} kaart", "{n} kaarten", total.by_card(cluster))
    return tr("{cards} · {n} × genoemd").format(cards=cards, n=total.by_mention(cluster))


def _in_words(now: Now, columns: Sequence[tally_sheet.Column], tally: Tally) -> Box:
    """The same, each round beside the next where that fits, else below it."""
    v = now.v
    shown = [*((one.head, one.counts) for one in columns), (tr("Samen"), tally.total)]
    rows: list[Box] = []
    for right in (False, True):
        if not now.side(right):
            continue
        words = f"{pans.side_name(right)} {pans.total(now, right)}"
        rows.append(widgets.text(v, words, 26, "bold", key=f"label:{right}"))
        for cluster in now.side(right):
            cells: list[Box] = [_cell(now, cluster, head, counts) for head, counts in shown]
            rows.append(
                _as_row(
                    cluster, Column([_name(now, cluster), Grid(cells, len(cells), v.px(10), v.text_px(250))])
                )
            )

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        return Node("tally", Role.TABLE, rect, tr("Tussenstand per ronde"), children=tuple(nodes))

    return paper(v, Padded(Column(rows, v.px(10)), 0, 0, wrap), "tally:paper")


def _name(now: Now, cluster: Cluster) -> Box:
    v = now.v
    name = widgets.text(v, cluster_name(cluster), 26, "semibold", role=Role.ROW_HEADER, key=f"name:{cluster}")
    return Row([disc(v, cluster, 38), name], v.px(12))


def _cell(now: Now, cluster: Cluster, head: str, counts: Counts) -> Box:
    v = now.v
    words = tally_sheet.said_of(counts, cluster)
    return widgets.text(v, f"{head}: {words}", 22, "medium", role=Role.CELL, key=f"cell:{head}:{cluster}")


def _as_row(cluster: Cluster, box: Box) -> Box:
    def wrap(rect: Rect, nodes: Nodes) -> Node:
        return Node(f"row:{cluster}", Role.ROW, rect, children=tuple(nodes))

    return Padded(box, 0, 0, wrap)
