"""The cards of the session, small, at either side: a press says which one stayed."""

from typing import NamedTuple

from tegenwicht.game.cards import Card
from tegenwicht.i18n import several, tr
from tegenwicht.kit.layout import Leaf
from tegenwicht.kit.nodes import Drag, Node, Place, Role
from tegenwicht.kit.ops import Drawing, Fill, Icon, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.kit.widgets import scroll
from tegenwicht.screens.parts.harvest.now import Harvest, keep_card
from tegenwicht.screens.parts.harvest.places import Form, places_of
from tegenwicht.screens.parts.names import card_name
from tegenwicht.screens.parts.table import cards, letters
from tegenwicht.screens.parts.table.faces import front
from tegenwicht.screens.parts.table.pawn import pawn_ops

MIDDLE = "harvest:middle"
"""Where the card lies that stayed; one falls there too."""
LIFT = 1.06
"""How many times larger a small card becomes under the pointer."""
PAWN, SMALL_PAWN, BAND = 50, 42, 44
"""Design pixels: of a pawn, also on a low card; and of a band."""
OVER = 6
"""How far a pawn stands over the edge of a low card."""
BESIDE = 33
"""How high one is that stands beside a low card, between it and the edge of the window."""
LEDGE = 4
"""How thick the ledge of the card is that it stands on there."""


class Low(NamedTuple):
    """A low card: its band stands at the left, its title beside that; in design pixels.

    band, sign: how wide those are. number: the size of its letters. title, step: the size of its letters, and how far
    its lines are below each other. most: how many.
    """

    band: float
    sign: float
    number: float
    title: float
    step: float
    most: int


LEAST_LETTERS, LEAST_HIGH = 16, 24
"""The smallest that letters are, and the lowest that can be hit, in the window's pixels."""
STRIP, FULL = 50, 100
"""Lower than this a card near by has letters as small as there is room for; from this height on a card has its band
above its title.
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
    form = _form(now, right)
    if _rows_high(now, len(side), form) <= room.h:
        return [label, *_placed(now, side, room.x + g.px(how.pad), room.y + g.px(how.pad), form, True)]
    rows = -(-len(side) // form.columns)
    whole = g.px(rows * (form.high + form.gap) + 2 * how.pad)
    inside = Leaf(whole, lambda at: _placed(now, side, at.x + g.px(how.pad), at.y + g.px(how.pad), form))
    return [label, *scroll(now.v, key, inside, room._replace(w=room.w + g.px(32 - 2 * how.pad)), words)]


def _form(now: Harvest, right: bool) -> Form:
    """That of the cards of a side: of both the same, but where the other side has so many more that they are strips."""
    mine, other = len(now.side(right)), len(now.side(not right))
    both = _form_of(now, max(mine, other))
    return both if both.high >= FULL or (now.v.near and both.high >= STRIP) else _form_of(now, mine)


def _form_of(now: Harvest, count: int) -> Form:
    """The largest in which so many fit; else the last, in which they scroll."""
    how, room = places_of(now).minis, places_of(now).sides[0]
    can_be_hit = [one for one in how.forms if now.g.px(one.high + one.gap) >= LEAST_HIGH]
    return next((one for one in can_be_hit if _rows_high(now, count, one) <= room.h), how.forms[-1])


def _rows_high(now: Harvest, count: int, form: Form) -> int:
    """So many cards of that form with what is free around them, in pixels."""
    rows = -(-count // form.columns)
    return now.g.px(rows * (form.high + form.gap) - form.gap + 2 * places_of(now).minis.pad)


def _placed(
    now: Harvest, side: tuple[Card, ...], x: int, y: int, form: Form, loose: bool = False
) -> list[Node]:
    """The cards of a side. loose: they may be dragged; where they scroll, dragging scrolls."""
    g, made = now.g, []
    for number, card in enumerate(side):
        row, column = divmod(number, form.columns)
        pitch = form.high + form.gap
        left, top = g.px(column * (form.wide + form.gap)), g.px(row * pitch)
        high = g.px((row + 1) * pitch) - top if form.close else g.px(form.high)
        at = Rect(x + left, y + top, g.px(form.wide), high)
        made += _mini(now, card, at, g.px(form.gap) if form.close else 0, loose)
    return made


def _mini(now: Harvest, card: Card, place: Rect, free: int, loose: bool) -> list[Node]:
    """The card in its place, and the pawns beside it; ``free``: what stays empty under it, in pixels."""
    who, at = now.teller, place._replace(h=place.h - free)
    opened = now.card is not None and now.card.number == card.number
    kept_by = [
        one
        for one in now.people
        if any(t.participant == one.id and t.card == card.number for t in now.session.harvest)
    ]
    beside = loose and _is_full(now, card, at)
    ops = _hole(now, card, at) if opened else mini_ops(now, card, at, bool(kept_by) and not beside)
    told = (
        tr("blijft {names} bij").format(names=tr(" en ").join(now.names[one.id] for one in kept_by))
        if kept_by
        else ""
    )
    action = keep_card(now, None if opened else card.number) if who is not None else None
    role = Role.TOGGLE if action else Role.LIST_ITEM
    name = tr("{name}, ligt open").format(name=card_name(card)) if opened else card_name(card)
    pawns = tuple(_pawn_at(now, card, one.id, at, n, beside) for n, one in enumerate(kept_by))
    drag = Drag((Place(MIDDLE, action),), lift=LIFT) if action is not None and loose and not opened else None
    made = Node(
        f"mini:{card.number}", role, place, name, description=told, action=action,
        pressed=opened if action else None, drag=drag, corner=now.g.px(14), ops=ops,
        children=() if beside else pawns,
    )  # fmt: skip
    return [made, *pawns] if beside else [made]


def _is_full(now: Harvest, card: Card, at: Rect) -> bool:
    """Whether a low card's title leaves no room for a pawn."""
    low = _low(now, at)
    if low is None:
        return False
    room = _title_room(now, at, low, True)
    lines = now.v.type.lines(card.title, "semibold", letters.size(now.g, low.title), room)
    return len(lines) > low.most


def _pawn_at(now: Harvest, card: Card, who: int, at: Rect, number: int, beside: bool) -> Node:
    """The pawn of someone with whom the card stayed, on its corner; or beside it, at the edge of the window."""
    g, small = now.g, _low(now, at) is not None
    high = min(g.px(BESIDE if beside else SMALL_PAWN if small else PAWN), at.h + g.px(4))
    over = g.px(OVER) if at.h >= g.px(STRIP) else 0
    wide = round(high * 100 / 112)
    seat = [one.id for one in now.people].index(who)
    along = number * round(wide * 0.8)
    x = at.x - g.px(5 if small else 7) + along
    if beside and at.x > now.v.width // 2:
        x = min(at.right + g.px(1), now.v.width - wide) - along // 2
    elif beside:
        x = max(at.x - g.px(1) - wide, 0) + along // 2
    elif small:
        x = at.right + over - wide - along
    rect = Rect(x, at.bottom - g.px(1) - high, wide, high)
    ops = pawn_ops(g, rect, seat, now.letters[who])
    if beside:
        ops = (_ledge(now, card, at, rect), *ops)
    return Node(f"pawn:{card.number}:{who}", Role.GROUP, rect, ops=ops)


def _ledge(now: Harvest, card: Card, at: Rect, pawn: Rect) -> Op:
    """What a pawn beside a card stands on: its lower edge goes on under it, so that it is seen whose card it is."""
    g = now.g
    inner = min(g.px(14), at.h // 3)
    left, right = min(pawn.x, at.right - inner), max(pawn.right, at.x + inner)
    edge = cards.colours_of(g, front(card)).edge
    return Fill(Rect(left, at.bottom - g.px(LEDGE), right - left, g.px(LEDGE)), edge, g.px(LEDGE) // 2)


def _low(now: Harvest, at: Rect) -> Low | None:
    """How a low card is drawn; None for one that is high enough for a band above its title."""
    g = now.g
    if at.h >= g.px(FULL):
        return None
    if not now.v.near or at.h < g.px(STRIP):
        return _strip(now, at)
    return Low(78, 24, 24, 19.5, 22, 2 if at.h < g.px(72) else 3)


def _strip(now: Harvest, at: Rect) -> Low:
    """The lowest of all: on a large screen as large as fits on its line, near by two lines as long as they fit."""
    g = now.g
    if not now.v.near:
        title = max(20.0, min(26.0, 0.62 * at.h / g.scale))
        return Low(title * 3.2, title, title, title, title, 1)
    title = max(18.0, LEAST_LETTERS / g.scale)
    two = at.h >= g.px(2.21 * title)
    return Low(64, 19, 19, title, title * 1.06, 2 if two else 1)


def _title_room(now: Harvest, at: Rect, low: Low, pawn: bool) -> int:
    """How wide the title of a low card may be, with a pawn at its right or not."""
    g = now.g
    beside = min(g.px(SMALL_PAWN - OVER - 5), at.h) if pawn else 0
    return at.w - g.px(low.band) - g.px(10) - g.px(8) - beside


def _low_ops(now: Harvest, card: Card, at: Rect, low: Low, kept: bool) -> tuple[Op, ...]:
    """A low card: at the left its band with its sign and number, beside that its title."""
    g, theme, face = now.g, now.v.theme, front(card)
    c, rich = cards.colours_of(g, face), theme.table.rich
    border, radius, wide = g.px(3), min(g.px(14), at.h // 3), g.px(low.band)
    band = Rect(at.x + border, at.y + border, wide - border, at.h - 2 * border)
    ops: list[Op] = [
        Fill(at, c.paper, radius, border, c.edge, shadow=g.px(10) if rich else 0, shade=1.0),
        Fill(band, c.band, radius - border),
        Fill(band._replace(x=band.x + radius, w=band.w - radius), c.band),
        *_on_band(now, card, band, low),
    ]
    if not rich or theme.name == "dark":
        ops.append(Fill(Rect(band.right, band.y, g.px(2), band.h), c.edge))
    left, room = band.right + g.px(10), _title_room(now, at, low, kept)
    lines = (card.title,) if low.most == 1 else _title_lines(now, card.title, room, low.most, low.title)
    first = at.y + at.h // 2 + g.px(low.title * 0.35) - g.px(low.step / 2 * (len(lines) - 1))
    ops += [
        letters.line(
            g, (left, first + g.px(low.step * n)), words, low.title, "semibold", theme.ink, 0.0, room
        )
        for n, words in enumerate(lines)
    ]
    return tuple(ops)


def _on_band(now: Harvest, card: Card, band: Rect, low: Low) -> list[Op]:
    """The sign and the number of a low card."""
    g, face = now.g, front(card)
    ink, px = cards.colours_of(g, face).on_band, g.px(low.sign)
    centre = band.y + band.h // 2
    x = band.x + g.px(7) if face.number else band.x + (band.w - px) // 2
    sign = Rect(x, centre - px // 2, px, px)
    ops: list[Op] = [Icon(sign, face.family.value, ink)]
    if face.number:
        at = (band.right - g.px(7), centre + g.px(low.number * 0.36))
        ops.append(letters.line(g, at, face.number, low.number, "bold", ink, 1.0))
    return ops


def mini_ops(now: Harvest, card: Card, at: Rect, kept: bool = False) -> tuple[Op, ...]:
    """A card's band, its title, and its picture where there is room. kept: a pawn stands on its corner."""
    lying = _low(now, at)
    if lying is not None:
        return _low_ops(now, card, at, lying, kept)
    g, theme = now.g, now.v.theme
    face = front(card)
    c = cards.colours_of(g, face)
    rich = theme.table.rich
    border, radius, band = g.px(3), g.px(14), g.px(BAND)
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
    beside = g.px(PAWN - 8) if short and kept else 0
    room = at.w - g.px(26) - beside
    most = 1 + (at.h - band - g.px(34)) // g.px(22) if short else 3
    picture = bool(face.picture)
    if picture and short:  # the picture stands beside the title, where that leaves room enough
        picture = len(_title_lines(now, card.title, room - g.px(52), 9)) <= most
        room -= g.px(52) * picture
    lines = _title_lines(now, card.title, room, most)
    left, base = at.x + g.px(13) + beside, at.y + band + g.px(26)
    ops += [
        letters.line(g, (left, base + g.px(22 * n)), words, 19.5, "semibold", theme.ink, 0.0, room)
        for n, words in enumerate(lines)
    ]
    if picture:
        disc = g.px(44)
        place = Rect(at.right - g.px(10) - disc, at.bottom - g.px(10) - disc, disc, disc)
        if len(lines) < most or letters.width(g, lines[-1], 20, "semibold") < room - disc - g.px(6):
            ops += [
                Fill(place, c.pale, disc // 2),
                *cards.picture_ops(place.inset(round(disc * 0.14)), face.picture, c.line),
            ]
    return tuple(ops)


def _title_lines(now: Harvest, title: str, room: int, most: int, size: float = 19.5) -> tuple[str, ...]:
    g = now.g
    lines: tuple[str, ...] = now.v.type.lines(title, "semibold", letters.size(g, size), room)
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
    low = at.h < g.px(80)
    ink = c.line if now.v.theme.table.rich and not low else now.v.theme.ink
    words = [str(card.number), tr("ligt open")] if front(card).number else [tr("ligt open")]
    size = min(23, at.h / g.scale - 6)
    if low:
        words, base = [" ".join(words)], base + g.px(4 + size * 0.35)
    return (edge, *(
        letters.line(g, (middle, base + g.px(-4 + 28 * n)), line, size, "semibold", ink, 0.5) for n, line in enumerate(words)
    ))  # fmt: skip
