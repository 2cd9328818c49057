"""De weegschaal: the whole session on the scale, three remarks by rule, and the cards of today on the table."""

from tegenwicht.game.cards import Card, Cluster
from tegenwicht.game.tally import FRAMES, PEOPLE, Counts, hangs_on_one_side
from tegenwicht.i18n import several, tr
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill, Icon, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.harvest.look_places import look_places
from tegenwicht.screens.parts.harvest.now import Harvest
from tegenwicht.screens.parts.harvest.remarks import Remark, number_word, remarks
from tegenwicht.screens.parts.names import card_name, cluster_name
from tegenwicht.screens.parts.table import cards, letters, scale
from tegenwicht.screens.parts.table.askew import askew
from tegenwicht.screens.parts.table.faces import front
from tegenwicht.screens.parts.table.heap import Clusters, alike, heap_ops, laid
from tegenwicht.screens.parts.table.rim import clock_ops

CARD = (110, 142)
LEAN = (-1.4, 1.1, -0.8, 1.6, -1.2, 0.9, -1.6, 1.2, -0.7, 1.4)
"""By how many degrees each card on the table is turned."""


def nodes(now: Harvest) -> list[Node]:
    """Everything between the top and the rim."""
    counts = now.mine.counts or Counts()
    return [*_scale(now, counts), *_sides(now, counts), _sheet(now, counts), *_cards(now)]


def clusters_of(now: Harvest, right: bool) -> tuple[Cluster, ...]:
    """Those of a pan that were played with, or came up."""
    counts = now.mine.counts or Counts()
    dealt = {now.session.cards[n].cluster for n in now.session.order if n in now.session.cards} | {
        c.cluster for c in now.cards
    }
    return tuple(c for c in (FRAMES if right else PEOPLE) if c in dealt or counts.came_up(c))


def tilt_of(now: Harvest) -> float:
    """How the beam leans; level when all clusters hang on one side, for a tilt would say nothing."""
    counts = now.mine.counts or Counts()
    one_side = hangs_on_one_side((*clusters_of(now, False), *clusters_of(now, True)))
    return 0.0 if one_side else scale.tilt_of(*counts.balance)


def aloud(now: Harvest, counts: Counts) -> str:
    """The scale in words."""
    people, frames = counts.balance
    words = tr("Weegschaal. Mensen: {left}. Kaders: {right}.").format(left=people, right=frames)
    lean = tilt_of(now)
    if not lean:
        return f"{words} {tr('De balk ligt recht.')}"
    return f"{words} {tr('Kaders hangt lager.') if lean > 0 else tr('Mensen hangt lager.')}"


def _scale(now: Harvest, counts: Counts) -> list[Node]:
    at, m = look_places(now), now.v.theme.table
    g, shape = at.ground, at.shape._replace(tilt=tilt_of(now))
    top = shape.pivot[1]
    pillar, beam = scale.pillar(g, m, top, top + 578), scale.beam(g, m, shape)
    heaps = alike(*(_pieces(now, counts, right) for right in (False, True)))
    parts = [
        Node("pillar", Role.GROUP, pillar[0].rect, ops=pillar),
        Node("beam", Role.GROUP, beam.rect, ops=(beam,)),
    ]
    for right, pile in zip((False, True), heaps, strict=True):
        end = shape.end(right)
        pan = scale.pan(g, m, end)
        ops = (pan, *heap_ops(g, scale.heap_floor(end), pile.pieces))
        parts.append(Node(f"pan:{'right' if right else 'left'}", Role.GROUP, pan.rect, ops=ops))
    whole = parts[0].rect
    for one in parts:
        whole = whole.around(one.rect)
    head = g.mid(shape.pivot[0] - 56, top - 56, 112, 112)
    return [
        Node("balance", Role.IMAGE, whole, aloud(now, counts), layer=-2, children=tuple(parts)),
        Node("clock", Role.GROUP, head, ops=clock_ops(g, head, 0.0, glyph="scale")),
    ]


def _pieces(now: Harvest, counts: Counts, right: bool) -> tuple[Clusters, Clusters]:
    clusters = clusters_of(now, right)
    cards = laid(tuple((c, counts.by_card(c)) for c in clusters))
    return cards, laid(tuple((c, counts.by_mention(c)) for c in clusters))


# -- the sides


def _sides(now: Harvest, counts: Counts) -> list[Node]:
    return [node for right in (False, True) for node in _side(now, counts, right)] + _legend(now)


def side_line(counts: Counts, clusters: tuple[Cluster, ...]) -> str:
    """ "6 kaarten, 11 × genoemd"."""
    on_cards, named = sum(map(counts.by_card, clusters)), sum(map(counts.by_mention, clusters))
    return tr("{cards}, {n} × genoemd").format(cards=several("{n} kaart", "{n} kaarten", on_cards), n=named)


def _side(now: Harvest, counts: Counts, right: bool) -> list[Node]:
    g, theme, at = now.g, now.v.theme, look_places(now)
    box = at.sides[right]
    clusters = clusters_of(now, right)
    name, total = tr("Kaders") if right else tr("Mensen"), counts.balance[int(right)]
    line = side_line(counts, clusters)
    ops = (
        letters.line(g, (box.x, box.y + g.px(52)), name, at.name, "bold", theme.ink),
        letters.line(g, (box.right, box.y + g.px(52)), str(total), at.total, "bold", theme.ink, 1.0),
        letters.line(g, (box.x, box.y + g.px(86)), line, 24, "medium", theme.table.faint, 0.0, box.w),
    )
    key = f"look:{'right' if right else 'left'}"
    label = Node(f"{key}:name", Role.TEXT, box.around(ops[-1].rect), f"{name}: {total}. {line}", ops=ops)
    tallies = [
        _tally(now, counts, one, at.tallies[right]._replace(y=at.tallies[right].y + n * at.pitch))
        for n, one in enumerate(clusters)
    ]
    if not tallies:
        return [label]
    whole = tallies[0].rect.around(tallies[-1].rect)
    return [label, Node(key, Role.LIST, whole, name, children=tuple(tallies))]


def tally_words(counts: Counts, cluster: Cluster) -> str:
    """ "4 kaarten, 5 keer genoemd"."""
    on_cards = several("{n} kaart", "{n} kaarten", counts.by_card(cluster))
    return tr("{cards}, {n} keer genoemd").format(cards=on_cards, n=counts.by_mention(cluster))


def _tally(now: Harvest, counts: Counts, cluster: Cluster, at: Rect) -> Node:
    """How often a cluster came up, in figures: a row of so many blocks would not fit."""
    g, theme = now.g, now.v.theme
    m, c = theme.table, theme.clusters[cluster]
    lip, radius, px = g.px(6), g.px(16), at.h * 56 // 88
    square = Rect(at.x + g.px(14), at.y + (at.h - px) // 2, px, px)
    edge = g.px(2) if c.edge != c.under else 0
    title = at.y + round(at.h * (0.35 if now.v.near else 0.42))
    x, base = square.right + g.px(16), at.bottom - g.px(13 if now.v.near else 16)
    mark = c.line if m.rich else theme.ink
    ops: list[Op] = [
        Fill(at._replace(y=at.y + lip), m.lip, radius), Fill(at, m.paper, radius, g.px(3), c.line),
        Fill(square, c.solid, g.px(12), edge, c.edge), Icon(square.inset(g.px(9)), cluster.value, (255, 255, 255)),
        letters.line(
            g, (x, title), cluster_name(cluster), 26, "semibold", theme.ink, 0.0, at.right - x - g.px(8)
        ),
    ]  # fmt: skip
    for count, wide, high, round_ in (
        (counts.by_card(cluster), 24, 17, 4),
        (counts.by_mention(cluster), 16, 16, 8),
    ):
        ops.append(Fill(Rect(x, base - g.px(high), g.px(wide), g.px(high)), mark, g.px(round_)))
        figure = letters.line(g, (x + g.px(wide + 8), base), str(count), 24, "semibold", theme.ink)
        ops.append(figure)
        x = figure.rect.right + g.px(20)
    ops.append(
        letters.line(
            g,
            (at.right - g.px(18), at.bottom - g.px(12 if now.v.near else 15)),
            str(counts.came_up(cluster)),
            look_places(now).came_up / min(1.2, g.v.text),
            "bold",
            theme.ink,
            1.0,
        )
    )
    return Node(
        f"look:{cluster}",
        Role.LIST_ITEM,
        at,
        cluster_name(cluster),
        tally_words(counts, cluster),
        ops=tuple(ops),
    )


def _legend(now: Harvest) -> list[Node]:
    """What a block and a dot stand for."""
    g, ink = now.g, now.v.theme.ink
    at = look_places(now).legend
    base = at.y + g.px(27)
    block = Fill(Rect(at.x, base - g.px(18), g.px(25), g.px(18)), ink, g.px(4))
    one = letters.line(g, (at.x + g.px(34), base), tr("kaart"), 24, "medium", ink)
    x = one.rect.right + g.px(28)
    dot = Fill(Rect(x, base - g.px(18), g.px(18), g.px(18)), ink, g.px(9))
    two = letters.line(g, (x + g.px(28), base), tr("genoemd"), 24, "medium", ink)
    return [Node("look:legend", Role.GROUP, at, ops=(block, one, dot, two))]


# -- the sheet


def _sheet(now: Harvest, counts: Counts) -> Node:
    g, theme = now.g, now.v.theme
    m, places = theme.table, look_places(now)
    at, side = places.sheet, g.px(places.side)
    x = at.x + side
    asks = tr("Wat valt jullie op?") if not now.session.alone else tr("Wat valt je op?")
    base = at.y + g.px(places.asks * (1.3 if now.v.near else 1.15))
    head = letters.line(g, (x, base), asks, places.asks, "bold", theme.ink, 0.0, at.w - 2 * side)
    paper = Fill(
        at, m.paper, g.px(20), g.px(2.6 if m.rich else 3), m.line, g.px(26) if m.rich else 0, shade=1.3
    )
    found, children = (
        remarks(counts),
        [Node("look:asks", Role.HEADING, head.rect, head.text, level=2, ops=(head,))],
    )
    y, each = base + g.px(places.asks * 0.4), places.each
    rows = [Rect(x, y + n * each, at.w - 2 * side, each) for n in range(len(found))]
    size = min(
        (_fitting(now, one.clusters, one.words, row) for one, row in zip(found, rows, strict=True)), default=0
    )
    for number, (one, row) in enumerate(zip(found, rows, strict=True)):
        under = not now.v.near or number < len(found) - 1
        children.append(_remark(now, number, one, row, size, under=under))
    end = (x, at.bottom - g.px(places.norm * 1.3))
    norm = letters.line(g, end, no_norm(), places.norm, "medium", m.faint, 0.0, at.w - 2 * side)
    children.append(Node("look:norm", Role.TEXT, norm.rect, no_norm(), ops=(norm,)))
    return Node("look:sheet", Role.GROUP, at, layer=-1, ops=(paper,), children=tuple(children))


def no_norm() -> str:
    """What the scale is not."""
    return tr("Geen norm. Recht is niet het doel.")


def _words_from(now: Harvest, clusters: tuple[Cluster, ...], row: Rect) -> tuple[int, int, int]:
    """(from where the words of a remark stand; how large the sign of a cluster is; what is between two), in pixels."""
    g, remark = now.g, look_places(now).remark
    px, gap = g.px(remark * 1.74), g.px(8)
    return row.x + max(g.px(remark * 4.6), len(clusters) * (px + gap) + g.px(remark * 0.63)), px, gap


def _fitting(now: Harvest, clusters: tuple[Cluster, ...], words: str, row: Rect) -> float:
    """The largest size at which a remark has no more than two lines."""
    largest = size = look_places(now).remark
    room = row.right - _words_from(now, clusters, row)[0]
    while (
        size > largest * 0.68
        and len(now.v.type.lines(words, "semibold", letters.size(now.g, size), room)) > 2
    ):
        size -= 1
    return size


def _remark(now: Harvest, number: int, remark: Remark, row: Rect, size: float, *, under: bool) -> Node:
    """One in its row. under: whether a line is drawn below it; near by no line fits above the last words."""
    g, theme = now.g, now.v.theme
    clusters, words = remark
    x, px, gap = _words_from(now, clusters, row)
    ops: list[Op] = []
    for n, one in enumerate(clusters):
        c = theme.clusters[one]
        square = Rect(row.x + n * (px + gap), row.y + (row.h - px) // 2, px, px)
        edge = g.px(2) if c.edge != c.under else 0
        ops += [
            Fill(square, c.solid, g.px(13), edge, c.edge),
            Icon(square.inset(g.px(12)), one.value, (255, 255, 255)),
        ]
    lines = now.v.type.lines(words, "semibold", letters.size(g, size), row.right - x)
    step = g.px(size * 1.18)
    first = row.y + row.h // 2 - (len(lines) - 1) * step // 2 + g.px(size * 0.34)
    ops += [
        letters.line(g, (x, first + n * step), one, size, "semibold", theme.ink, 0.0, row.right - x)
        for n, one in enumerate(lines)
    ]
    if under:
        ops.append(Fill(Rect(row.x, row.bottom, row.w, g.px(2.6)), theme.table.track))
    return Node(f"look:remark:{number}", Role.TEXT, row, words, ops=tuple(ops))


# -- the cards of today


def cards_words(now: Harvest) -> str:
    """ "De tien kaarten van vandaag"."""
    count = len(now.cards)
    if count == 1:
        return tr("De kaart van vandaag")
    return tr("De {n} kaarten van vandaag").format(n=number_word(count))


def _cards(now: Harvest) -> list[Node]:
    if not now.cards:
        return []
    g, count, places = now.g, len(now.cards), look_places(now)
    lie, wide = places.cards, round(places.cards.h * CARD[0] / CARD[1])
    pitch = min(wide * 1.08, (lie.w - wide) / max(1, count - 1))
    start = lie.x + (lie.w - pitch * (count - 1) - wide) / 2
    made = [
        _card(now, one, Rect(round(start + n * pitch), lie.y, wide, lie.h), LEAN[n % len(LEAN)], pitch < wide)
        for n, one in enumerate(now.cards)
    ]
    whole = made[0].rect.around(made[-1].rect)
    words = cards_words(now)
    made_list = Node("look:cards", Role.LIST, whole, words, children=tuple(made))
    if now.v.near:
        return [made_list]
    at = g.mid(960, 985, 0, 0)
    line = letters.line(g, (at.x, at.y), words, 24, "medium", now.v.theme.table.faint, 0.5)
    return [made_list, Node("look:cards:name", Role.GROUP, line.rect, ops=(line,))]


def _card(now: Harvest, card: Card, at: Rect, degrees: float, covered: bool) -> Node:
    g = now.g
    size = at.w * 2, at.h * 2
    paper = g.v.theme.table.card
    turned = askew(g, at, upright_ops(now, card, *size, covered), degrees, g.px(22), paper, drop=degrees != 0)
    return Node(f"look:card:{card.number}", Role.LIST_ITEM, at, card_name(card), ops=(turned,))


def upright_ops(now: Harvest, card: Card, w: int, h: int, covered: bool) -> tuple[Op, ...]:
    """A small card that stands upright: its sign and number, and its picture; placed from its own top left.

    covered: whether the next one lies on its right edge; then its number stands at the left, before its sign.
    """
    g, face = now.g, front(card)
    c, unit = cards.colours_of(g, face), w / CARD[0]
    edge, band, px, disc = round(3 * unit), round(37 * unit), round(22 * unit), round(74 * unit)
    middle = Rect((w - disc) // 2, band + (h - band - disc) // 2, disc, disc)
    ops: list[Op] = [
        Fill(Rect(0, 0, w, h), c.paper, round(11 * unit), edge, c.edge),
        Fill(Rect(edge, edge, w - 2 * edge, band - edge), c.band, round(11 * unit) - edge, top_only=True),
    ]
    left, size = round(13 * unit), 21 * unit / g.scale / min(1.2, g.v.text)
    if face.number:
        base, x = band // 2 + round(9 * unit), left if covered else w - round(14 * unit)
        number = letters.line(g, (x, base), face.number, size, "bold", c.on_band, 0.0 if covered else 1.0)
        ops.append(number)
        left = number.rect.right + round(8 * unit) if covered else left
    ops.append(Icon(Rect(left, (band - px) // 2 + edge // 2, px, px), face.family.value, c.on_band))
    if face.picture:
        ops += [
            Fill(middle, c.pale, disc // 2),
            *cards.picture_ops(middle.inset(round(disc * 0.15)), face.picture, c.line),
        ]
    return tuple(ops)
