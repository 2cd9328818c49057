"""The card on the compact table: as high as its words, with what is on its strip below it; two cards one at a time."""

from tegenwicht.game.cards import Card, moment_for
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.layout import Box, Column, Leaf, Nodes
from tegenwicht.kit.motion import moves
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill, Icon, Op, Words
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.names import card_name, moment_name
from tegenwicht.screens.parts.table.cards import colours_of, picture_ops, quiet_pattern
from tegenwicht.screens.parts.table.faces import front
from tegenwicht.screens.parts.table.ground import Ground
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import All, Moving, Put
from tegenwicht.screens.tegenwicht.compact.compact_size import Size
from tegenwicht.screens.tegenwicht.now import ENLARGED, Now
from tegenwicht.screens.tegenwicht.pieces import kinds, noted

BAND, PAD, EAR = 56, 22, 44
PLACE = (124, 80)
"""How large one of the five places of an opdracht is."""
QUESTIONS = (84, 78, 72, 64, 58, 52, 48, 44, 40, 36, 32)
USUAL, TIGHT = 52, 40
"""The question at its usual size, and as small as it may be so that nothing need scroll."""
LARGEST = 88
PICTURE, LARGE_PICTURE, HIGH = 180, 300, 430
"""How large the picture is; and larger on a card so high."""
LEAST_PICTURE = 110
SECONDS, BESIDE, EARS = 0.26, 1960, ("ear",)
"""How long two cards take to change places, how far beside it one begins, and what goes along."""


def shown_card(now: Now) -> Card:
    """The card that is to be read: of two the one that was chosen, else the one drawn last."""
    return now.enlarged or now.cards[-1]


def with_card(now: Now, s: Size, room: Rect, rest: Box, gap: int) -> Nodes:
    """The card takes the height that is left; where that is too little, all of it scrolls."""
    upper, spare = _other(now, s), _spare(now, s, room, rest, gap)
    face = Leaf(lambda width: least_height(now, s, width), lambda rect: card(now, s, rect))
    if spare >= least_height(now, s, room.w, TIGHT):
        y, nodes = room.y, []
        for box in upper:
            high = box.height(room.w)
            nodes += box.place(Rect(room.x, y, room.w, high))
            y += high + gap
        nodes += card(now, s, Rect(room.x, y, room.w, spare))
        return nodes + rest.place(Rect(room.x, y + spare + gap, room.w, room.bottom - y - spare - gap))
    return widgets.scroll(now.v, "table:all", Column([face, *upper, rest], gap), room)


def fits(now: Now, s: Size, room: Rect, rest: Box, gap: int) -> bool:
    """Whether the card can show all its words above ``rest`` without scrolling."""
    return _spare(now, s, room, rest, gap) >= least_height(now, s, room.w, TIGHT)


def _spare(now: Now, s: Size, room: Rect, rest: Box, gap: int) -> int:
    """How much of ``room`` is left for the card, in pixels."""
    return room.h - rest.height(room.w) - gap - sum(box.height(room.w) + gap for box in _other(now, s))


def _other(now: Now, s: Size) -> list[Box]:
    """Of two cards, the one that is not shown: a band to switch to it."""
    shown = shown_card(now)
    others = [one for one in now.cards if one is not shown]
    return [Leaf(s.px(BAND), lambda rect: [_band_button(now, s, others[0], rect)])] if others else []


def _band_button(now: Now, s: Size, card: Card, rect: Rect) -> Node:
    """Its cluster, its title and number, and that it can be made larger with the arrow of the side it hangs on."""
    second = card is now.cards[-1]
    name = tr("Groter: {name}").format(name=card_name(card))
    ops = _band(now, s, card, rect, True)
    start, end = ops[-2].rect.right + s.px(20), ops[-1].rect.x - s.px(24)
    larger = _larger(now, s, card, rect._replace(w=end - rect.x), second)
    if not (now.writing or now.v.model.bare) and larger[0].rect.x >= start:
        ops, end = (*ops, *larger), larger[0].rect.x - s.px(24)
    if end - start > s.px(100):
        ops = (*ops, _title_on_band(now, s, card, Rect(start, rect.y, end - start, rect.h)))
    return Node(
        "card:other", Role.BUTTON, rect, name, action=All((Put(ENLARGED, card.number), Moving(_swap(second)))),
        shortcuts=() if now.writing else ("right" if second else "left",), corner=s.px(18), ops=ops,
    )  # fmt: skip


def _swap(second: bool) -> moves.Move:
    """The card that lies open goes off at its own side, the other comes from its own."""
    side = BESIDE if second else -BESIDE
    goes = moves.Leave("card", (-side, 0), SECONDS, along=EARS)
    comes = moves.Shift("card", (side, 0), SECONDS, along=EARS)
    return moves.Together((moves.Sound("paper"), goes, comes))


def _larger(now: Now, s: Size, card: Card, rect: Rect, second: bool) -> tuple[Op, ...]:
    """The word and its key, at the end of ``rect``."""
    c, px = colours_of(now.g, front(card)), s.px(32)
    word = widgets.middle_line(now.v, rect, tr("Groter"), "semibold", s.text(22), c.on_band, 1.0)
    box = Rect(word.rect.x - s.px(12) - px, rect.y + (rect.h - px) // 2, px, px)
    edge = Fill(box, c.band, s.px(7), max(1, s.px(2)), c.on_band)
    return edge, Icon(box.inset(s.px(7)), "next" if second else "back", c.on_band), word


def _title_on_band(now: Now, s: Size, card: Card, rect: Rect) -> Words:
    """The card's title on one line of ``rect``, smaller or cut off where it must be."""
    type_, words, px = now.v.type, card.title, s.text(22)
    while px > s.text(18) and type_.width(words, "semibold", px) > rect.w:
        px -= 1
    if type_.width(words, "semibold", px) > rect.w:
        while words and type_.width(f"{words}…", "semibold", px) > rect.w:
            words = words[:-1].rstrip()
        words = f"{words}…"
    c = colours_of(now.g, front(card))
    return widgets.middle_line(now.v, rect, words, "semibold", px, c.on_band, 0.0)


def _question(
    now: Now, s: Size, card: Card, width: int, high: int = 0, usual: int = USUAL
) -> tuple[int, tuple[str, ...]]:
    """The size of the question in pixels and its lines: the largest that fits in ``high`` pixels, if that is given."""
    words = front(card, None, now.turned(card)).question
    most = max(round(LARGEST * now.v.scale), s.text(64 if high < s.px(HIGH) else QUESTIONS[0]))
    type_ = now.v.type
    for n in QUESTIONS if high else [n for n in QUESTIONS if n <= usual]:
        px = min(s.text(n), max(most, s.text(QUESTIONS[-1])))
        lines = type_.lines(words, "bold", px, max(1, width))
        if len(lines) * round(px * 1.2) <= high or (not high and len(lines) <= 5):
            break
    return px, lines


def _picture_px(s: Size, card: Card, width: int, high: int = 0) -> int:
    """How large the picture beside the words is; 0 where it does not stand beside them. high: the card, if known."""
    if not card.picture or width < s.px(800) or high > width:
        return 0
    if high > s.px(HIGH):
        return s.px(LARGE_PICTURE)
    room = high - s.px(BAND) - s.px(PAD) // 2 - s.px(EAR + 18) if high else s.px(PICTURE)
    return max(s.px(LEAST_PICTURE), min(s.px(PICTURE), room))


def _picture_below(s: Size, card: Card, rect: Rect) -> int:
    """How large the picture under the words is, on a card that is higher than wide; 0 on any other."""
    return (
        min(round(rect.w * 0.6), rect.h - s.px(620))
        if card.picture and rect.h > max(rect.w, s.px(860))
        else 0
    )


def least_height(now: Now, s: Size, width: int, usual: int = USUAL) -> int:
    """How high it must be to show all its words. usual: how large the question is at most."""
    picture = _picture_px(s, shown_card(now), width)
    inner = width - 2 * s.px(PAD + 8) - (picture + s.px(20) if picture else 0)
    px, lines = _question(now, s, shown_card(now), inner, usual=usual)
    picture = picture if usual == USUAL else min(picture, s.px(LEAST_PICTURE))
    title = _title_lines(now, s, shown_card(now), inner)
    words = len(lines) * round(px * 1.2) + len(title) * now.v.type.line_height(s.text(24))
    return s.px(BAND) + s.px(PAD) // 2 + max(words, picture) + _foot(s, shown_card(now)) + s.px(18)


def _foot(s: Size, card: Card) -> int:
    """How much of the card's foot its corner takes, or its five places."""
    return s.px(PLACE[1] + 14) if kinds.has_places(card) else s.px(EAR)


def _places(now: Now, s: Size, card: Card, rect: Rect) -> Nodes:
    """Five places in a row at the foot of an opdracht that puts things in order."""
    side, gap = s.px(PAD + 8), s.px(12)
    wide = min(s.px(PLACE[0]), (rect.w - 2 * side - (kinds.PLACES - 1) * gap) // kinds.PLACES)
    high = wide * PLACE[1] // PLACE[0]
    y = rect.bottom - high - s.px(16)
    rects = [Rect(rect.x + side + n * (wide + gap), y, wide, high) for n in range(kinds.PLACES)]
    return kinds.places_at(now, card, Ground(now.v, wide / kinds.PLACE_W), rects)


def _title_lines(now: Now, s: Size, card: Card, width: int) -> tuple[str, ...]:
    lines: tuple[str, ...] = now.v.type.lines(kinds.with_ask(card), "semibold", s.text(24), max(1, width))
    return lines


def _band(now: Now, s: Size, card: Card, rect: Rect, alone: bool = False) -> tuple[Op, ...]:
    """The coloured band: sign, cluster, kind and number."""
    v, c = now.v, colours_of(now.g, front(card))
    moment = moment_for(card, now.session.setup.moment) if rect.w > s.px(940) else None
    face = front(card, moment, now.turned(card))
    middle, px = rect.y + rect.h // 2, s.px(36)
    disc = Rect(rect.x + s.px(16), middle - px // 2, px, px)
    line = max(2, s.px(2))
    ground = Fill(rect, c.band, s.px(18), line, c.edge, top_only=not alone)
    right = face.number if alone else " | ".join(filter(None, (face.kind, face.number)))
    end = Rect(rect.x, rect.y, rect.w - s.px(18), rect.h)
    words = widgets.middle_line(v, end, right, "semibold", s.text(22), c.on_band, 1.0)
    start = Rect(disc.right + s.px(12), rect.y, words.rect.x - disc.right - s.px(24), rect.h)
    name_px = s.text(27)
    while name_px > s.text(18) and v.type.width(face.name, "bold", name_px) > start.w:
        name_px -= 1
    name = widgets.middle_line(v, start, face.name, "bold", name_px, c.on_band, 0.0)
    glyph = Icon(disc.inset(px // 6), face.family.value, c.band)
    return (ground, Fill(disc, c.on_band, px // 2), glyph, name, words)


def card(now: Now, s: Size, rect: Rect) -> Nodes:
    """The card filling ``rect``, and the button that turns it."""
    one = shown_card(now)
    v, turned = now.v, now.turned(one)
    face = front(one, moment_for(one, now.session.setup.moment), turned)
    c = colours_of(now.g, face)
    picture = _picture_px(s, one, rect.w, rect.h)
    x, y = rect.x + s.px(PAD + 8), rect.y + s.px(BAND) + s.px(PAD) // 2
    inner = rect.w - 2 * s.px(PAD + 8) - (picture + s.px(20) if picture else 0)
    title = _title_lines(now, s, one, inner)
    line = v.type.line_height(s.text(24))
    base = y + len(title) * line + s.px(6)
    bottom = rect.bottom - _foot(s, one) - s.px(12)
    below_px = _picture_below(s, one, rect)
    px, lines = _question(now, s, one, inner, bottom - base - (below_px + s.px(30) if below_px else 0))
    shadow = s.px(14) if v.theme.table.rich else 0
    border = max(2, s.px(3))
    inside = Rect(rect.x, rect.y + s.px(BAND), rect.w, rect.h - s.px(BAND)).inset(border, 0)
    inside = inside._replace(h=inside.h - border)
    cluster = one.cluster if turned and v.theme.table.rich else None
    ops: list[Op] = [
        Fill(rect, c.paper, s.px(18), border, c.edge, shadow, shade=1.6),
        *((quiet_pattern(Ground(v, s.unit), inside, cluster, s.px(18) - border),) if cluster else ()),
        *_band(now, s, one, Rect(rect.x, rect.y, rect.w, s.px(BAND))),
        *widgets.line_ops(v, Rect(x, y, inner, 0), title, "semibold", s.text(24), c.line),
    ]
    step = round(px * 1.2)
    for n, words in enumerate(lines):
        at = Rect(x, base + n * step, v.type.width(words, "bold", px), step)
        ops.append(Words(at, words, "bold", px, v.theme.ink))
    if picture or below_px:
        disc = Rect(rect.right - s.px(26) - picture, y + s.px(10), picture, picture)
        if below_px:
            end = base + len(lines) * step
            middle = end + (bottom - end) // 2
            picture = below_px
            disc = Rect(rect.x + (rect.w - picture) // 2, middle - picture // 2, picture, picture)
        ground = c.pale if not turned else v.theme.table.card
        ops += [
            Fill(disc, ground, picture // 2),
            *picture_ops(disc.inset(round(picture * 0.15)), one.picture, c.line, turned),
        ]
    heading = Node("card:title", Role.HEADING, Rect(x, y, inner, len(title) * line), kinds.with_ask(one),
                   level=2)  # fmt: skip
    below = Rect(x, base, inner, max(1, len(lines) * step))
    question = Node("card:question", Role.TEXT, below, face.question)
    about = moment_for(one, now.session.setup.moment)
    told = [Node("card:moment", Role.TEXT, heading.rect, moment_name(about))] if about else []
    written = noted.sign(now, one, x, rect.bottom - s.px(EAR) // 2 - s.px(6), s.text(20))
    read = tr("Andersom: {words}").format(words=face.question) if now.turned(one) else face.question
    node = Node(
        "card", Role.ARTICLE, rect, card_name(one), description=read, first=not now.writing, corner=s.px(18),
        ops=tuple(ops), children=(*told, heading, question, *written),
    )  # fmt: skip
    return [node, *_places(now, s, one, rect), *_ear(now, s, one, rect)]


def _ear(now: Now, s: Size, one: Card, rect: Rect) -> Nodes:
    """The button that turns the card, in words."""
    if not one.other_side:
        return []
    v, c = now.v, colours_of(now.g, front(one))
    word = tr("Terug") if now.turned(one) else tr("Andersom")
    sign, px = now.sign(keys.OTHER_SIDE), s.text(20)
    wide = v.type.width(word, "semibold", px) + 2 * s.px(12)
    more = v.type.width(sign, "semibold", s.text(16)) + s.px(26) if sign else 0
    at = Rect(rect.right - s.px(12) - wide - more, rect.bottom - s.px(EAR) - s.px(6), wide + more, s.px(EAR))
    ink = c.edge if v.theme.name == "light" else c.line
    paper = front(one, None, now.turned(one))
    ground = colours_of(now.g, paper).paper
    ops: list[Op] = [widgets.middle_line(v, at._replace(x=at.x + s.px(12)), word, "semibold", px, ink, 0.0)]
    if sign:
        box = Rect(at.right - more, at.y + (at.h - s.px(28)) // 2, more - s.px(8), s.px(28))
        ops += [Fill(box, ground, s.px(6), max(1, s.px(2)), ink),
                widgets.middle_line(v, box, sign, "semibold", s.text(16), ink)]  # fmt: skip
    return [Node("ear", Role.BUTTON, at, word, action=now.turn_round(one), shortcuts=keys.OTHER_SIDE.names,
                 corner=s.px(10), ops=tuple(ops))]  # fmt: skip
