"""The end of a round on a compact table: the question with its tiles, or what came up, below each other."""

from tegenwicht.game import tegenwicht as t
from tegenwicht.game.cards import CLUSTERS, Cluster
from tegenwicht.game.tally import Counts
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets as w
from tegenwicht.kit.flow import Grid
from tegenwicht.kit.layout import Box, Column, Leaf, Nodes, Padded, Row
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill, Icon
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.clusters import disc
from tegenwicht.screens.parts.names import cluster_name
from tegenwicht.screens.parts.table import compact_frame, tally_sheet
from tegenwicht.screens.parts.table.weigh_boxes import paper
from tegenwicht.screens.shell import keys
from tegenwicht.screens.tegenwicht.compact.corner import corner_box
from tegenwicht.screens.tegenwicht.now import Now
from tegenwicht.screens.tegenwicht.pieces import pans
from tegenwicht.screens.tegenwicht.round_end import guess_scene, reveal_scene
from tegenwicht.screens.tegenwicht.round_end import round_now as rules
from tegenwicht.screens.tegenwicht.round_end import round_words as said

WHITE = (255, 255, 255)


def guess(now: Now, guessing: rules.Guessing, dialog: Node | None) -> Node:
    """The question and its tiles."""
    v, number = now.v, t.round_number(now.session)
    top = _top(now, said.is_done(number), tr("Raden voor je kijkt"))
    buttons = [guess_scene.as_button(now, one) for one in guess_scene.acts(now, guessing)]
    bindings = guess_scene.bindings(now, guessing)
    return compact_frame.build(v, said.is_done(number), top, [_question(now, guessing)], buttons, dialog, bindings,
                               "round:all")  # fmt: skip


def reveal(now: Now, dialog: Node | None) -> Node:
    """What came up, what stayed away, and how the guesses came out."""
    v, number = now.v, t.round_number(now.session)
    where = " · ".join(filter(None, (said.is_done(number), reveal_scene.time_goes(now))))
    top = _top(now, where, tr("Wat kwam er op tafel?"))
    buttons = [guess_scene.as_button(now, one) for one in reveal_scene.acts(now)]
    middle = [_away(now), *_guesses(now), _table(now)]
    return compact_frame.build(
        v, said.is_done(number), top, middle, buttons, dialog, reveal_scene.bindings(now), "round:all"
    )


def _top(now: Now, where: str, words: str) -> Box:
    v = now.v
    left = Column(
        [
            w.text(v, words, 28, "bold", role=Role.HEADING, level=2, key="top:words"),
            w.text(v, where, 22, "semibold", role=Role.HEADING, level=1, key="bar:title"),
        ],
        v.u(2),
    )
    return Row([left, corner_box(v)], v.u(14))


# -- the question


def _question(now: Now, guessing: rules.Guessing) -> Box:
    v, second, alone = now.v, guessing.most is not None, now.session.alone
    question = said.guess_question(second, alone)
    about = f"{said.guess_about(alone)} {tr('vraag {n} van 2').format(n=2 if second else 1)}"
    tiles: list[Box] = [_tile(now, guessing, cluster) for cluster in now.clusters]
    if second:
        tiles.append(_all_named(now, guessing))
    how = said.guess_how(second, alone)
    box = Column(
        [
            w.seen(v, about, 22, "medium"), w.seen(v, question, 38, "bold"), Grid(tiles, 3, v.u(12), v.t(290)),
            w.seen(v, how, 22, "medium"),
        ],
        v.u(10),
    )  # fmt: skip
    m = v.theme.table

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        ground = Fill(rect, m.card, v.u(18), max(2, v.u(3)), m.line)
        return Node("guess", Role.RADIO_GROUP, rect, question, description=f"{about}. {how}", ops=(ground,),
                    children=tuple(nodes))  # fmt: skip

    return Padded(box, v.u(26), v.u(18), wrap)


def _tile(now: Now, guessing: rules.Guessing, cluster: Cluster) -> Box:
    """The same node as on the large table, in a tile that is lower."""
    v = now.v
    node = guess_scene.tile(now, guessing, cluster, 0)
    colours, name = v.theme.clusters[cluster], cluster_name(cluster)
    sign = now.sign(keys.MENTION[CLUSTERS.index(cluster)]) if node.enabled else ""
    slip = tr("het meest") if not node.enabled else tr("gekozen") if node.pressed else ""

    def place(rect: Rect) -> Nodes:
        px, side = v.t(46), v.t(28)
        line = max(1, v.u(2)) if colours.edge != colours.under else 0
        mark = Rect(rect.x + v.u(12), rect.y + (rect.h - px) // 2, px, px)
        x = mark.right + side // 2 + v.u(10)
        ops: list[object] = [Fill(rect, colours.solid, v.u(14), line, colours.edge), Fill(mark, WHITE, px // 2),
                             Icon(mark.inset(px // 5), cluster.value, colours.solid)]  # fmt: skip
        if sign:
            at = Rect(mark.right - side // 2, mark.bottom - side + v.u(4), side, side)
            ops += [Fill(at, v.theme.table.paper, v.u(7), max(1, v.u(2)), v.theme.ink),
                    w.middle_line(v, at, sign, "bold", v.t(20), v.theme.ink)]  # fmt: skip
        size = v.t(26)
        while size > v.t(17) and v.type.width(name, "semibold", size) > rect.right - x - v.u(8):
            size -= 1
        upper = rect._replace(h=rect.h * 3 // 5) if slip else rect
        ops.append(w.middle_line(v, upper._replace(x=x), name, "semibold", size, WHITE, 0.0))
        if slip:
            small = v.t(20)
            under = Rect(x, upper.bottom - v.u(4), v.type.width(slip, "semibold", small) + v.u(20), v.t(28))
            ops += [Fill(under, v.theme.table.slip, v.u(6), max(1, v.u(2)), v.theme.ink),
                    w.middle_line(v, under, slip, "semibold", small, v.theme.ink)]  # fmt: skip
        return [node._replace(rect=rect, corner=v.u(14), ops=tuple(ops))]

    return Leaf(v.t(140 if v.upright else 84), place)


def _all_named(now: Now, guessing: rules.Guessing) -> Box:
    v, chosen = now.v, guessing.chosen == rules.ALL
    ground, ink = (v.theme.strong, v.theme.on_strong) if chosen else (v.theme.table.paper, v.theme.ink)

    def place(rect: Rect) -> Nodes:
        ops = (Fill(rect, ground, v.u(14), max(2, v.u(3)), v.theme.ink),
               w.middle_line(v, rect, said.all_named(), "semibold", v.t(26), ink))  # fmt: skip
        return [Node(
            f"guess:{rules.ALL}", Role.RADIO, rect, said.all_named(), action=rules.choose(guessing, rules.ALL),
            pressed=chosen, first=chosen, corner=v.u(14), ops=ops,
        )]  # fmt: skip

    return Leaf(v.t(140 if v.upright else 84), place)


# -- the round


def _away(now: Now) -> Box:
    v, found = now.v, rules.longest_away(now.session)
    title, question, also = reveal_scene.away_words(now)
    parts: list[Box] = []
    if found:
        colour = v.theme.clusters[found[0]].line
        parts.append(Row([disc(v, found[0], 52), w.seen(v, title, 26, "semibold", colour)], v.u(14)))
    parts.append(w.seen(v, question, 34, "bold"))
    if also:
        parts.append(w.seen(v, also, 22, "medium"))
    told = " ".join(filter(None, (title, question, also)))
    return paper(v, Column(parts, v.u(8)), rules.HEAD, told, role=Role.ARTICLE)


def _guesses(now: Now) -> list[Box]:
    v = now.v
    made = [
        paper(v, w.text(v, node.label, 24, "medium", key=node.key), f"{node.key}:paper")
        for node in reveal_scene.beside(now)
        if node.key.startswith("guess:")
    ]
    return [Grid(made, 2, v.u(12), v.t(420))] if made else []


def _table(now: Now) -> Box:
    """A row for each cluster; its rounds beside each other where that fits, else below each other."""
    v, tally = now.v, t.tally_of(now.session)
    columns = tally_sheet.last_rounds(tally.rounds)
    shown = [*((one.head, one.counts) for one in columns), (tr("Samen"), tally.total)]
    rows: list[Box] = []
    for right in (False, True):
        if not now.side(right):
            continue
        words = f"{pans.side_name(right)} {pans.total(now, right)}"
        rows.append(w.text(v, words, 26, "bold", key=f"label:{right}"))
        for cluster in now.side(right):
            cells: list[Box] = [_cell(now, cluster, head, counts) for head, counts in shown]
            rows.append(
                _as_row(cluster, Column([_name(now, cluster), Grid(cells, len(cells), v.u(10), v.t(250))]))
            )

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        return Node("tally", Role.TABLE, rect, tr("Tussenstand per ronde"), children=tuple(nodes))

    return paper(v, Padded(Column(rows, v.u(10)), 0, 0, wrap), "tally:paper")


def _name(now: Now, cluster: Cluster) -> Box:
    v = now.v
    name = w.text(v, cluster_name(cluster), 26, "semibold", role=Role.ROW_HEADER, key=f"name:{cluster}")
    return Row([disc(v, cluster, 38), name], v.u(12))


def _cell(now: Now, cluster: Cluster, head: str, counts: Counts) -> Box:
    v = now.v
    words = tally_sheet.said_of(counts, cluster)
    return w.text(v, f"{head}: {words}", 22, "medium", role=Role.CELL, key=f"cell:{head}:{cluster}")


def _as_row(cluster: Cluster, box: Box) -> Box:
    def wrap(rect: Rect, nodes: Nodes) -> Node:
        return Node(f"row:{cluster}", Role.ROW, rect, children=tuple(nodes))

    return Padded(box, 0, 0, wrap)
