"""The cards of the session, small, at either side: a press says which one stayed."""

from tegenwicht.game.cards import Card
from tegenwicht.i18n import several, tr
from tegenwicht.kit.layout import Leaf
from tegenwicht.kit.nodes import Drag, Node, Place, Role
from tegenwicht.kit.ops import Drawing, Fill, Icon, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.kit.widgets import scroll
from tegenwicht.screens.parts.harvest.now import Harvest, keep_card
from tegenwicht.screens.parts.harvest.places import places_of
from tegenwicht.screens.parts.names import card_name
from tegenwicht.screens.parts.table import cards, letters
from tegenwicht.screens.parts.table.faces import front
from tegenwicht.screens.parts.table.pawn import pawn_ops

MIDDLE = "harvest:middle"
"""Where the card lies that stayed; one falls there too."""
LIFT = 1.06
"""How many times larger a small card becomes under the pointer."""
PAWN, SMALL_PAWN, BAND, LEAST_BAND, FULL = 50, 42, 44, 31, 100
"""Design pixels: of a pawn, also on a low card; of a band, also of that; and how high one with its whole title is."""
ON_ITS_SIDE, SIDE_BAND, OVER = 250, 70, 6
"""From this width on a low card has its band at the left, so wide, and its title beside that; a pawn stands so far
over its edge.
"""


def sides(now: Harvest) -> list[Node]:
    """Mensen at the left, Kaders at the right; nothing where no card played a part."""
    return [node for right in (False, True) for node in _side(now, right)]


def side_words(now: Harvest, right: bool) -> str:
    """ "Mensen · 6 kaarten"."""
    side = now.side(right)
    name = tr("Kaders") if right else tr("Mensen")
    if right and any(card.cluster is None for card in side):
        name = tr("Kaders en andere")
    return f"{name} · {several('{n} kaart', '{n} kaarten', len(side))}"


def _side(now: Harvest, right: bool) -> list[Node]:
    side, g = now.side(right), now.g
    if not now.cards:
        return []
    places = places_of(now)
    words = side_words(now, right)
    base, room, how = places.heads[right], places.sides[right], places.minis
    head = letters.line(g, (base.x, base.y), words, 27, "semibold", now.v.theme.ink, 0.0, base.w)
    key = f"side:{'right' if right else 'left'}"
    label = Node(f"{key}:name", Role.HEADING, head.rect, words, level=3, ops=(head,))
    high = _high(now, max(len(side), len(now.side(not right))))
    if _rows_high(now, len(side), high) <= room.h:
        return [label, *_placed(now, side, room.x + g.px(how.pad), room.y + g.px(how.pad), high, True)]
    rows = -(-len(side) // how.columns)
    whole = g.px(rows * (high + how.gap) + 2 * how.pad)
    inside = Leaf(whole, lambda at: _placed(now, side, at.x + g.px(how.pad), at.y + g.px(how.pad), high))
    return [label, *scroll(now.v, key, inside, room._replace(w=room.w + g.px(32 - 2 * how.pad)), words)]


def _high(now: Harvest, count: int) -> float:
    """How high the cards are on both sides, in design pixels, when the longest has so many; the least of all scrolls."""
    how, room = places_of(now).minis, places_of(now).sides[0]
    return next((high for high in how.highs if _rows_high(now, count, high) <= room.h), how.highs[-1])


def _rows_high(now: Harvest, count: int, high: float) -> int:
    """So many cards of that height with what is free around them, in pixels."""
    how = places_of(now).minis
    return now.g.px(-(-count // how.columns) * (high + how.gap) - how.gap + 2 * how.pad)


def _placed(
    now: Harvest, side: tuple[Card, ...], x: int, y: int, high: float, loose: bool = False
) -> list[Node]:
    """The cards of a side. loose: they may be dragged; where they scroll, dragging scrolls."""
    g, made, how = now.g, [], places_of(now).minis
    for number, card in enumerate(side):
        row, column = divmod(number, how.columns)
        left, top = g.px(column * (how.wide + how.gap)), g.px(row * (high + how.gap))
        at = Rect(x + left, y + top, g.px(how.wide), g.px(high))
        made.append(_mini(now, card, at, loose))
    return made


def _mini(now: Harvest, card: Card, at: Rect, loose: bool) -> Node:
    who = now.teller
    opened = now.card is not None and now.card.number == card.number
    kept_by = [
        one
        for one in now.people
        if any(t.participant == one.id and t.card == card.number for t in now.session.harvest)
    ]
    ops = _hole(now, card, at) if opened else mini_ops(now, card, at, bool(kept_by))
    told = (
        tr("blijft {names} bij").format(names=tr(" en ").join(now.names[one.id] for one in kept_by))
        if kept_by
        else ""
    )
    action = keep_card(now, None if opened else card.number) if who is not None else None
    role = Role.TOGGLE if action else Role.LIST_ITEM
    name = tr("{name}, ligt open").format(name=card_name(card)) if opened else card_name(card)
    pawns = tuple(_pawn_at(now, card, one.id, at, n) for n, one in enumerate(kept_by))
    drag = Drag((Place(MIDDLE, action),), lift=LIFT) if action is not None and loose and not opened else None
    return Node(
        f"mini:{card.number}", role, at, name, description=told, action=action,
        pressed=opened if action else None, drag=drag, corner=now.g.px(14), ops=ops,
        children=pawns,
    )  # fmt: skip


def _pawn_at(now: Harvest, card: Card, who: int, at: Rect, number: int) -> Node:
    """The pawn of someone with whom the card stayed, on its corner."""
    g = now.g
    small = at.h < g.px(BAND + LEAST_BAND)
    high = g.px(SMALL_PAWN if small else PAWN)
    wide = round(high * 100 / 112)
    seat = [one.id for one in now.people].index(who)
    along = number * round(wide * 0.8)
    x = at.x - g.px(5 if small else 7) + along
    if _on_its_side(now, at):
        room = _leaves_room(now, card.title, at)
        x = at.right + g.px(OVER) - wide - along if room else at.x + g.px(SIDE_BAND) - wide - along // 2
    rect = Rect(x, at.bottom - g.px(1) - high, wide, high)
    return Node(f"pawn:{card.number}:{who}", Role.GROUP, rect, ops=pawn_ops(g, rect, seat, now.letters[who]))


def _on_its_side(now: Harvest, at: Rect) -> bool:
    """Whether a card is so low and wide that its band is at the left."""
    return at.h < now.g.px(FULL) and at.w >= now.g.px(ON_ITS_SIDE)


def _title_room(now: Harvest, at: Rect, pawn: bool) -> int:
    """How wide the title of a low card may be, with a pawn at its right or not."""
    g = now.g
    beside = g.px(SMALL_PAWN - OVER - 5) if pawn else 0
    return at.w - g.px(SIDE_BAND) - g.px(10) - g.px(8) - beside


def _most_lines(now: Harvest, at: Rect) -> int:
    return 2 if at.h < now.g.px(72) else 3


def _leaves_room(now: Harvest, title: str, at: Rect) -> bool:
    """Whether all of a low card's title can be read beside a pawn; else that stands where its number is."""
    room = _title_room(now, at, True)
    lines = now.v.type.lines(title, "semibold", letters.size(now.g, 19.5), room)
    return len(lines) <= _most_lines(now, at)


def _side_ops(now: Harvest, card: Card, at: Rect, kept: bool) -> tuple[Op, ...]:
    """A low card: at the left its band with its sign and number, beside that its title."""
    g, theme, face = now.g, now.v.theme, front(card)
    c, rich = cards.colours_of(g, face), theme.table.rich
    border, radius, wide, px = g.px(3), g.px(14), g.px(SIDE_BAND), g.px(24)
    band = Rect(at.x + border, at.y + border, wide - border, at.h - 2 * border)
    on_band = kept and not _leaves_room(now, card.title, at)
    sign_x = at.x + (g.px(5) if on_band else g.px(10) if face.number else (wide - px) // 2)
    ops: list[Op] = [
        Fill(at, c.paper, radius, border, c.edge, shadow=g.px(10) if rich else 0, shade=1.0),
        Fill(band, c.band, radius - border),
        Fill(band._replace(x=band.x + radius, w=band.w - radius), c.band),
        Icon(Rect(sign_x, at.y + (at.h - px) // 2, px, px), face.family.value, c.on_band),
    ]
    if not rich or theme.name == "dark":
        ops.append(Fill(Rect(band.right, band.y, g.px(2), band.h), c.edge))
    if face.number and not on_band:
        base = at.y + at.h // 2 + g.px(9)
        ops.append(letters.line(g, (band.right - g.px(7), base), face.number, 24, "bold", c.on_band, 1.0))
    left, room = band.right + g.px(10), _title_room(now, at, kept and not on_band)
    lines = _title_lines(now, card.title, room, _most_lines(now, at))
    first = at.y + at.h // 2 + g.px(7) - g.px(11 * (len(lines) - 1))
    ops += [
        letters.line(g, (left, first + g.px(22 * n)), words, 19.5, "semibold", theme.ink, 0.0, room)
        for n, words in enumerate(lines)
    ]
    return tuple(ops)


def mini_ops(now: Harvest, card: Card, at: Rect, kept: bool = False) -> tuple[Op, ...]:
    """A card's band, its title, and its picture where there is room. kept: a pawn stands on its corner."""
    if _on_its_side(now, at):
        return _side_ops(now, card, at, kept)
    g, theme = now.g, now.v.theme
    face = front(card)
    c = cards.colours_of(g, face)
    rich = theme.table.rich
    low = at.h < g.px(FULL)
    border, radius, band = g.px(3), g.px(14), g.px(LEAST_BAND if low else BAND)
    px = g.px(24)
    ops: list[Op] = [
        Fill(at, c.paper, radius, border, c.edge, shadow=g.px(10) if rich else 0, shade=1.0),
        Fill(Rect(at.x + border, at.y + border, at.w - 2 * border, band - border), c.band, radius - border, top_only=True),
        Icon(Rect(at.x + g.px(16), at.y + (band - px) // 2 + 1, px, px), face.family.value, c.on_band),
    ]  # fmt: skip
    if not rich or theme.name == "dark":
        ops.append(Fill(Rect(at.x + border, at.y + band, at.w - 2 * border, g.px(2)), c.edge))
    if face.number:
        ops.append(
            letters.line(
                g, (at.right - g.px(15), at.y + band // 2 + g.px(9)), face.number, 24, "bold", c.on_band, 1.0
            )
        )
    short = at.h <= g.px(150)
    beside = g.px(22 if at.h < g.px(80) else PAWN - 8) if short and kept else 0
    room = at.w - g.px(26) - beside
    if face.picture and short and not low:
        room -= g.px(52)  # the picture stands beside the title
    most = 3 if at.h > g.px(150) else 2 if at.h - band >= g.px(50) else 1
    lines = _title_lines(now, card.title, room, most)
    middle = (at.h - band) // 2 + g.px(6) - g.px(11 * (len(lines) - 1))
    base = at.y + band + (g.px(26) if not low else middle)
    for n, words in enumerate(lines):
        ops.append(
            letters.line(
                g,
                (at.x + g.px(13) + beside, base + g.px(22 * n)),
                words,
                19.5 if not low else 20,
                "semibold",
                theme.ink,
                0.0,
                room,
            )
        )
    if face.picture and not low:
        disc = g.px(44)
        place = Rect(at.right - g.px(10) - disc, at.bottom - g.px(10) - disc, disc, disc)
        if len(lines) < most or letters.width(g, lines[-1], 20, "semibold") < room - disc - g.px(6):
            ops += [
                Fill(place, c.pale, disc // 2),
                *cards.picture_ops(place.inset(round(disc * 0.14)), face.picture, c.line),
            ]
    return tuple(ops)


def _title_lines(now: Harvest, title: str, room: int, most: int) -> tuple[str, ...]:
    g = now.g
    lines: tuple[str, ...] = now.v.type.lines(title, "semibold", letters.size(g, 19.5), room)
    if len(lines) <= most:
        return lines
    last = f"{lines[most - 1].rstrip(' -')}…"
    return (*lines[: most - 1], last)


def _hole(now: Harvest, card: Card, at: Rect) -> tuple[Op, ...]:
    """Where the card was that lies open in the middle."""
    g = now.g
    c = cards.colours_of(g, front(card))
    w, h = at.w / g.scale, at.h / g.scale
    colour = "#{:02x}{:02x}{:02x}".format(*c.line)
    edge = Drawing(at, (w, h), (
        f'<rect x="2" y="2" width="{w - 4:.1f}" height="{h - 4:.1f}" rx="14" fill="{colour}" fill-opacity="0.05"'
        f' stroke="{colour}" stroke-width="3" stroke-dasharray="9 6"/>'
    ))  # fmt: skip
    middle, base = at.x + at.w // 2, at.y + at.h // 2
    ink = c.line if now.v.theme.table.rich else now.v.theme.ink
    words = [str(card.number), tr("ligt open")] if front(card).number else [tr("ligt open")]
    if at.h < g.px(80):
        words, base = [" ".join(words)], base + g.px(12)
    return (edge, *(
        letters.line(g, (middle, base + g.px(-4 + 28 * n)), line, 23, "semibold", ink, 0.5) for n, line in enumerate(words)
    ))  # fmt: skip
