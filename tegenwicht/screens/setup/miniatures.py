"""The pictures on the tiles: each game's own screen, small, drawn with the same parts as the screen itself."""

from functools import lru_cache

from tegenwicht.game.cards import Card, Cluster, Kind
from tegenwicht.kit.ops import Drawing, Fill, Icon, Op, Still
from tegenwicht.kit.rect import Rect
from tegenwicht.kit.theme import mixed
from tegenwicht.screens.parts.names import cluster_name
from tegenwicht.screens.parts.table import cards, heap, letters, rim, scale
from tegenwicht.screens.parts.table.cards import Face
from tegenwicht.screens.parts.table.ground import BACK_EDGE, Ground
from tegenwicht.screens.parts.table.room import table_top, wall
from tegenwicht.screens.parts.table.scale import web
from tegenwicht.screens.shell.view import View

WIDE, HIGH = 560, 216
"""The shape of a picture, and the units in which most of it is drawn."""
PEOPLE = (Cluster.CLIENT, Cluster.EMPLOYER, Cluster.INDIVIDUAL)
FRAMES = (Cluster.PROFESSIONAL, Cluster.ORGANISATIONAL, Cluster.POLICY)
INK = (31, 36, 48)


def of(v: View, mode: str, rect: Rect) -> tuple[Op, ...]:
    """The miniature of a game filling ``rect``; of one that has none, its own sign."""
    made = {
        "tegenwicht": _conversation_with_cards, "peeling": _rings, "conversation": _two_who_talk,
        "weighing": _hands, "feedback": _loops, "stones": _stones,
    }  # fmt: skip
    g = _small(v, rect)
    ops = made[mode](g) if mode in made else _sign(g, mode)
    return (Still(rect, ops),)


def _small(v: View, rect: Rect) -> Ground:
    """The table on a window as small as the picture; what is below the picture is cut off."""
    unit = rect.w / 1920
    window = View(v.model, (rect.w, round(1080 * unit)), v.theme, v.type)
    window.text = 1.0
    return Ground(window, unit)


def _room(g: Ground, back_edge: float = BACK_EDGE) -> tuple[Op, ...]:
    return (*wall(g, back_edge), *table_top(g, back_edge))


def _unit(g: Ground) -> float:
    """Pixels to a unit of the picture."""
    return g.v.width / WIDE


def _box(g: Ground, x: float, y: float, w: float, h: float) -> Rect:
    u = _unit(g)
    left, top = round(x * u), round(y * u)
    return Rect(left, top, round((x + w) * u) - left, round((y + h) * u) - top)


def _drawn(g: Ground, body: str) -> Drawing:
    """A drawing over all of the picture, in its units."""
    return Drawing(_box(g, 0, 0, WIDE, HIGH), (WIDE, HIGH), body)


# -- Kaartgesprek


def _conversation_with_cards(g: Ground) -> tuple[Op, ...]:
    """The table with a card, and the scale a little to the left."""
    m, left, right = g.v.theme.table, ((2, 0, 0), (2, 0, 2)), ((1, 0, 0), (0, 2, 1))
    shape = scale.shape_on(g, scale.tilt_of(6, 4))
    ops: list[Op] = [*_room(g), *scale.pillar(g, m), scale.beam(g, m, shape)]
    for on_right, clusters, (blocks, stones) in ((False, PEOPLE, left), (True, FRAMES, right)):
        end = shape.end(on_right)
        pieces = heap.heap(
            heap.laid(tuple(zip(clusters, blocks, strict=True))),
            heap.laid(tuple(zip(clusters, stones, strict=True))),
        ).pieces
        ops += [scale.pan(g, m, end), *heap.heap_ops(g, scale.heap_floor(end), pieces)]
    card = _card(g.v)
    if card is not None:
        ops += _front(g, card)
    return (*ops, *rim.clock_ops(g, g.mid(896, 36, 128, 128), 0.0, glyph="scale"))


def _card(v: View) -> Card | None:
    """A card to show: that of the first client's factor with a picture, or any."""
    deck = v.model.deck
    if deck is None:
        return None
    clients = [card for card in deck.of(Cluster.CLIENT) if card.kind is Kind.FACTOR]
    return next((card for card in clients if card.picture), clients[0] if clients else None)


def _front(g: Ground, card: Card) -> tuple[Op, ...]:
    name = cluster_name(card.family)
    face = Face(card.family, name, "Factor", str(card.number), card.title, card.question, card.picture)
    sizes = cards.Sizes(
        band=102,
        title_y=160,
        question_y=234,
        picture=330,
        picture_top=132,
        questions=(72, 66, 60, 54, 48),
        high=300,
    )
    rect = g.mid(350, 128, 1220, 578)
    return (*cards.card_ops(g, rect, face, sizes), *cards.ear_ops(g, rect, face, "", ""))


# -- Afpellen


def _rings(g: Ground) -> tuple[Op, ...]:
    return (*_room(g, 510), _drawn(g, _rings_body(g.v.theme.ink, g.v.theme.name)))


@lru_cache(4)
def _rings_body(ink: tuple[int, int, int], theme: str) -> str:
    woods = (
        ("#E7DAC0", "#DCC99F")
        if theme == "light"
        else ("#3B3329", "#51473A")
        if theme == "dark"
        else ("#000000",) * 2
    )
    pale = {"light": "#FFFDF8", "dark": "#20242F"}.get(theme, "#000000")
    line = f'stroke="{web(ink)}" stroke-width="3"'
    fills = (woods[0], woods[1], woods[0], woods[1], pale)
    circles = "".join(
        f'<circle cx="270" cy="107" r="{r}" fill="{fill}" {line}/>'
        for r, fill in zip((97, 81, 65, 50, 35), fills, strict=True)
    )
    peel = "M361 107 C361 150 384 172 414 172 C440 172 452 158 444 142 C438 130 424 134 427 146"
    strip = "".join(
        f'<path d="{peel}" fill="none" stroke="{colour}" stroke-width="{width}" stroke-linecap="round"/>'
        for colour, width in ((web(ink), 15), (woods[0], 9.4))
    )
    return f'{strip}{circles}<circle cx="270" cy="107" r="19" fill="#F2C879" {line}/>'


# -- Gewogen in gesprek


def _two_who_talk(g: Ground) -> tuple[Op, ...]:
    """Who tells and who writes, and six places between them with a few slips."""
    ops: list[Op] = [*_room(g, 510)]
    for x, letter, colour in ((97, "S", 0), (466, "J", 1)):
        ops += _pawn(g, x, letter, g.v.theme.table.persons[colour])
    theme, m = g.v.theme, g.v.theme.table
    for row, clusters in enumerate((PEOPLE, FRAMES)):
        for column, cluster in enumerate(clusters):
            at = _box(g, 177 + column * 71, 40 + row * 61, 62, 53)
            c = theme.clusters[cluster]
            pale = c.pale if m.rich else m.paper
            ops.append(Fill(at, pale, g.px(24), max(2, g.px(10)), c.line))
            if (row, column) in ((0, 0), (0, 1), (1, 0), (1, 1)):
                slip = Rect(
                    at.x + at.w // 8, at.y + round(at.h * 0.38), round(at.w * 0.8), round(at.h * 0.38)
                )
                ops.append(Fill(slip, m.slip, g.px(10), max(1, g.px(5)), c.line))
                ops.append(Fill(Rect(slip.x, slip.y, max(3, slip.w // 9), slip.h), c.line, g.px(8)))
    return tuple(ops)


def _pawn(g: Ground, x: float, letter: str, colour: tuple[int, int, int]) -> list[Op]:
    """A person away from the table: head and shoulders in their colour, with their letter."""
    body = (
        f'<g transform="translate({x - 53} 54)"><path d="M38 64 C14 74 2 98 1.6 134 H104.4 C104 98 92 74 68 64'
        f' A35 35 0 1 0 38 64 Z" fill="{web(colour)}" stroke="{web(g.v.theme.ink)}" stroke-width="3.4"'
        f' stroke-linejoin="round"/></g>'
    )
    at = _box(g, x, 175, 0, 0)
    return [_drawn(g, body), letters.line(g, (at.x, at.y), letter, 150, "bold", INK, 0.5)]


# -- Wegen


def _hands(g: Ground) -> tuple[Op, ...]:
    """Four hands behind the edge of the table, with one to four fingers up."""
    theme, m = g.v.theme, g.v.theme.table
    hands = "".join(_hand(88 + n * 129, n + 1, theme.ink, m.paper) for n in range(4))
    room, top = _room(g, 610), table_top(g, 610)
    return (*room, _drawn(g, hands), *top)


def _hand(x: float, fingers: int, ink: tuple[int, int, int], paper: tuple[int, int, int]) -> str:
    """Fingers from the left, those that are down as knuckles; the thumb over the palm."""
    line = f'fill="{web(paper)}" stroke="{web(ink)}" stroke-width="4" stroke-linejoin="round"'
    tall = (62, 48, 54, 66)
    parts = [f'<path d="M{x - 34} 200 V126 H{x + 38} V200 Z" {line}/>']
    for n in range(4):
        left = x - 34 + n * 18
        top = tall[n] if n < fingers else 116
        parts.append(f'<path d="M{left} 140 V{top + 9} A9 9 0 0 1 {left + 18} {top + 9} V140" {line}/>')
    parts.append(
        f'<path d="M{x - 34} 134 C{x - 52} 132 {x - 46} 158 {x - 30} 162 C{x - 16} 166 {x - 2} 158 {x + 4} 152'
        f' A9 9 0 0 0 {x - 4} 137 C{x - 16} 142 {x - 22} 138 {x - 34} 134 Z" {line}/>'
    )
    return "".join(parts)


# -- Triple feedback


def _loops(g: Ground) -> tuple[Op, ...]:
    theme = g.v.theme
    quiet = mixed(theme.ink, theme.table.wall, 0.15)
    return (*_room(g, 560), _drawn(g, _loops_body(theme.ink, quiet, theme.table.paper, theme.strong)))


@lru_cache(4)
def _loops_body(ink: tuple[int, int, int], line: tuple[int, int, int], paper: tuple[int, int, int],
                strong: tuple[int, int, int]) -> str:  # fmt: skip
    """Four stations, and three loops back from the last; the open one thick."""
    boxes = "".join(
        f'<rect x="{x}" y="37" width="98" height="55" rx="14" fill="{web(strong if n == 1 else paper)}"'
        f' stroke="{web(ink)}" stroke-width="4"/>'
        for n, x in enumerate((38, 166, 294, 422))
    )
    arrows = "".join(
        f'<path d="M{x} 64 H{x + 18} M{x + 11} 57 L{x + 19} 64 L{x + 11} 71" fill="none" stroke="{web(ink)}"'
        f' stroke-width="3.6"/>'
        for x in (141, 269, 397)
    )
    back = ""
    for to, start, low, wide in ((343, 444, 122, 3.4), (87, 498, 184, 3.4), (215, 472, 152, 7)):
        colour = web(ink if wide > 4 else line)
        back += (
            f'<path d="M{start} 92 V{low - 14} Q{start} {low} {start - 14} {low} H{to + 14} Q{to} {low} {to} {low - 14}'
            f' V108" fill="none" stroke="{colour}" stroke-width="{wide}"/>'
            f'<path d="M{to - 11} 112 L{to} 97 L{to + 11} 112 Z" fill="{colour}"/>'
        )
    return boxes + arrows + back


# -- Tien stenen


def _stones(g: Ground) -> tuple[Op, ...]:
    """Six dishes with the ten stones that a group divided."""
    ops = [*_room(g, 470)]
    for n, (cluster, count) in enumerate(zip((*PEOPLE, *FRAMES), (3, 0, 1, 1, 3, 2), strict=True)):
        x = (56 + n * 84 + (14 if n > 2 else -6)) / WIDE * 1920
        ops += _dish(g, x, 664)
        for number in range(count):
            piece = heap.Piece(cluster, False, 0, 8 + number * 122, 3.3)
            ops += heap.piece_ops(g, (x, 672), piece)
    return tuple(ops)


def _dish(g: Ground, x: float, y: float) -> list[Op]:
    """A brass dish on the table."""
    m = g.v.theme.table
    body = (
        f'<ellipse cx="130" cy="86" rx="112" ry="12" fill="#000000" fill-opacity="{0.1 if m.rich else 0}"/>'
        f'<path d="M10 22 A120 66 0 0 0 250 22 Z" fill="{web(m.brass)}" stroke="{web(m.brass_edge)}" stroke-width="5"/>'
        f'<ellipse cx="130" cy="22" rx="120" ry="16" fill="{web(m.brass_edge)}" stroke="{web(m.brass_light)}"'
        f' stroke-width="5"/>'
    )
    return [Drawing(g.mid(x - 130, y - 22, 260, 100), (260, 100), body)]


def _sign(g: Ground, mode: str) -> tuple[Op, ...]:
    """The sign of a game without a picture."""
    from tegenwicht.screens.shell.modes import screens_of

    px = round(g.v.width * 0.2)
    at = Rect((g.v.width - px) // 2, round(_unit(g) * HIGH - px) // 2, px, px)
    return (*_room(g), Icon(at, screens_of(mode).about().glyph, g.v.theme.ink))
