"""Alleen on a small window or with large text: the same things below each other."""

from tegenwicht.game import alone
from tegenwicht.game.cards import Card, Cluster
from tegenwicht.game.tally import FRAMES, PEOPLE
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import Button, button
from tegenwicht.kit.flow import Grid, Wrap
from tegenwicht.kit.layout import Box, Column, Even, Leaf, Nodes, space
from tegenwicht.kit.nodes import Key, Node, Role
from tegenwicht.kit.ops import Fill, Icon, Op, Still
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.alone import acts, card, card_map, fan, pair
from tegenwicht.screens.alone.now import PAIR, Now, line_form, pair_form
from tegenwicht.screens.parts.around import column, stacked
from tegenwicht.screens.parts.favourites import sign, turn
from tegenwicht.screens.parts.names import card_name, cluster_name
from tegenwicht.screens.parts.small_views import own_ground
from tegenwicht.screens.parts.table.backs import held_back
from tegenwicht.screens.parts.table.cards import colours_of, picture_ops
from tegenwicht.screens.parts.table.faces import front
from tegenwicht.screens.parts.table.ground import Ground
from tegenwicht.screens.shell import entries, keys
from tegenwicht.screens.shell.commands import Do, Open, Put
from tegenwicht.screens.shell.panels import Panel

BACK, ABOVE, TALL, ROW = 250, 34, 1.4, 3
"""How high a card of the hand is with the word above it, and that word, in design pixels; how many times as high as it is
wide a card is, and how many are in a row in a high window."""
WIDE, UPRIGHT, LEAST_UPRIGHT = 600, 1.41, 0.7
"""How wide a card in one's hand is, in design pixels; so many times as high, and at least this part of the room's width."""
HIGH, MOST_TEXT = 1.15, 1.3
"""From so many times as high as it is wide a room is high, up to this size of text."""


def build(now: Now) -> Node:
    """The window for what lies open now."""
    two = now.pair
    if two is not None:
        return stacked(now.v, pair.around(now), lambda room, left: _pair_in(now, two, room, left))
    if now.card is not None:
        one = now.card
        return stacked(now.v, card.around(now), lambda room, left: _card_in(now, one, room, left))
    return stacked(now.v, fan.around(now), lambda room, left: _hand_in(now, room, left))


def _is_high(now: Now, room: Rect) -> bool:
    """Whether cards can be much larger in it than beside each other."""
    return room.h > HIGH * room.w and now.v.text < MOST_TEXT


# -- the hand


def _hand_in(now: Now, room: Rect, left: list[Button]) -> Nodes:
    """The hand in one row; in a high room in rows of three, as large as there is height for."""
    v = now.v
    usual, wide = v.text_px(BACK), room.w - 2 * v.px(24)
    boxes = _hand(now, usual, 6)
    if _is_high(now, room) and now.hand:
        gap, rows = v.px(14), -(-len(now.hand) // ROW)
        free = room.h - v.px(36) - Column(boxes, v.px(16)).height(wide)
        most = round((wide - (ROW - 1) * gap) / ROW * TALL) + v.text_px(ABOVE)
        high = min(most, (free + usual - (rows - 1) * gap) // rows)
        boxes = _hand(now, high, ROW) if high > usual else boxes
    return column(v, "alone:hand", boxes)(room, left)


def _hand(now: Now, high: int, across: int) -> list[Box]:
    """high: of a card, in pixels. across: how many are beside each other."""
    v = now.v
    boxes: list[Box] = [
        widgets.text(v, fan.asks(now), 46, "bold", role=Role.HEADING, level=2, key="alone:question"),
        widgets.text(v, tr("Niemand kijkt mee. Stoppen kan altijd."), 24, "medium", key="alone:line"),
    ]
    hand = now.hand
    if not hand:
        boxes.append(widgets.text(v, fan.all_seen(), 32, "bold", key="hand"))
    backs = [
        Leaf(high, lambda rect, n=n, at=at: [_back(now, at, n, rect)])  # type: ignore[misc]
        for at, n in enumerate(hand)
    ]
    if backs:
        boxes.append(Grid(list(backs), across, v.px(14), v.text_px(140)))
    if now.peeked is not None:
        boxes.append(widgets.text(v, card_map.peek_words(now.peeked), 24, "semibold", key="alone:peek"))
    boxes.append(_more(now, bool(now.pairs)))
    return [*boxes, Grid([_group(now, one) for one in (*PEOPLE, *FRAMES)], 3, v.px(20), v.text_px(440))]


def _back(now: Now, place: int, number: int, rect: Rect) -> Node:
    v, one, day = now.v, now.session.cards[number], number == now.today
    words = v.text_px(30) if day else 0
    high = rect.h - v.text_px(ABOVE)
    wide = min(rect.w, round(high / TALL))
    high = round(wide * TALL)
    at = Rect(rect.x + (rect.w - wide) // 2, rect.y + v.text_px(ABOVE), wide, high)
    ops: list[Op] = [Still(at, held_back(v.theme, one.cluster, wide, high))]
    pill = Rect(at.x, rect.y, wide, words) if wide > v.text_px(200) else Rect(rect.x, rect.y, rect.w, words)
    if day:
        px = v.text_px(22)
        label = tr("Kaart van de dag")
        while px > v.text_px(16) and v.type.width(label, "bold", px) > rect.w - v.text_px(12):
            px -= 1
        if v.type.width(label, "bold", px) > rect.w - v.text_px(12):
            label = tr("Vandaag")
        ops += [
            Fill(pill, v.theme.strong, pill.h // 2),
            widgets.middle_line(v, pill, label, "bold", px, v.theme.on_strong),
        ]
    said = tr("Kaart {n} van {m}, {cluster}").format(
        n=place + 1, m=len(now.hand), cluster=cluster_name(one.family)
    )
    value = tr("kaart van de dag, dicht") if day else tr("dicht")
    told = tr("Vandaag") if day else ""
    whole = at.around(pill) if day else at
    return Node(
        f"hand:{number}", Role.BUTTON, whole, said, value, told, action=Do(alone.Choose(number)),
        shortcuts=keys.MENTION[place].names, first=day, corner=v.text_px(12), ops=tuple(ops),
    )  # fmt: skip


def _more(now: Now, combine: bool) -> Box:
    v = now.v
    boxes: list[Box] = []
    if combine:
        boxes.append(
            button(v, "combine", tr("Combineer deze twee"), now.keeping(Put(PAIR, 1)), keys.COMBINE).sized(
                24, 14
            )
        )
    boxes.append(button(v, "rules", acts.rules_word(now), Open(Panel.RULES), keys.OWN_RULES).sized(24, 14))
    if now.card is not None:
        liked = turn(v.model, now.session.deck, now.card)
        boxes.append(
            button(v, "favourite", tr("Favoriet"), liked, keys.FAVOURITE, glyph=sign(now.is_liked))
            .sized(24, 14)
            .chosen(now.is_liked)
        )
    return Wrap(boxes, v.px(12))


def _group(now: Now, cluster: Cluster) -> Box:
    """The map of one cluster."""
    v, met = now.v, frozenset(now.met)
    there = [one for one in now.session.deck.cards if one.cluster is cluster]

    def put(one: Card) -> Box:
        return Leaf(
            v.text_px(60), lambda rect: [card_map.slot(own_ground(v), now, one, rect, met)], v.text_px(46)
        )

    name = widgets.text(v, cluster_name(cluster), 26, "bold", v.theme.clusters[cluster].edge)
    inside = Column([name, Wrap([put(one) for one in there], v.text_px(8), v.text_px(8))], v.px(8))

    def place(rect: Rect) -> Nodes:
        return [
            Node(
                f"map:{cluster}", Role.GROUP, rect, cluster_name(cluster), children=tuple(inside.place(rect))
            )
        ]

    return Leaf(inside.height, place)


# -- the card


def _card_in(now: Now, one: Card, room: Rect, left: list[Button]) -> Nodes:
    """The card as high as its words; in a high room upright, as large as there is height for."""
    v, boxes = now.v, _card(now, one, _face(now, one, "card", now.turned), ear=True)
    if _is_high(now, room):
        wide = room.w - 2 * v.px(24)
        rest = _card(now, one, space(), ear=False)
        high = min(room.h - v.px(36) - Column(rest, v.px(16)).height(wide), round(wide * UPRIGHT))
        if high > wide * LEAST_UPRIGHT:
            boxes = _card(now, one, Leaf(high, lambda rect: _upright(now, one, rect)), ear=False)
    return column(v, "alone:card", boxes)(room, left)


def _upright(now: Now, one: Card, rect: Rect) -> Nodes:
    """The card as it is on a large window, with its folded corner."""
    wide = min(rect.w, round(rect.h / UPRIGHT))
    at = Rect(rect.x + (rect.w - wide) // 2, rect.y, wide, rect.h)
    g = Ground(now.v, wide / WIDE)
    return [card.card_node(now, g, one, at), card.ear(now, g, one, at)]


def _card(now: Now, one: Card, face: Box, ear: bool) -> list[Box]:
    """ear: whether the button that turns the card stands among the others."""
    v = now.v
    word = tr("Terug") if now.turned else tr("Andersom")
    turns = [button(v, "ear", word, now.turn_round(one), keys.OTHER_SIDE).sized(24, 14)] if ear else []
    boxes: list[Box] = [face, Wrap([*turns, *_slip_buttons(now, one)], v.px(12))]
    if now.slip:
        words = one.deeper[now.slip - 1]
        label = tr("Doorvraag {n} van {m}: {words}").format(n=now.slip, m=len(one.deeper), words=words)
        said = widgets.text(v, words, 34, "semibold", key="slip", label=label)
        boxes.append(widgets.panel(v, said, "slip:paper", pad=24, ground=v.theme.table.slip))
    kept = now.play.on_table.note if now.play.on_table else ""
    keep = now.keeping(Put(entries.ALONE_KEPT, True))
    boxes.append(Leaf(v.text_px(232), lambda rect: [card.line_node(
        _within(now), now, rect, "line", line_form(one.number), now.typed(), kept, keep)]))  # fmt: skip
    return [*boxes, _more(now, bool(now.pairs))]


def _within(now: Now) -> Ground:
    return own_ground(now.v)


def _slip_buttons(now: Now, one: Card) -> list[Box]:
    following = now.slip % len(one.deeper) + 1 if one.deeper else 0
    return [
        _slip_button(now, one, n, keys.DEEPER if n == following else None)
        for n in range(1, len(one.deeper) + 1)
        if n != now.slip
    ]


def _slip_button(now: Now, one: Card, n: int, shortcut: Key | None) -> Button:
    word = tr("{n} Doorvraag").format(n=n)
    return button(now.v, f"slip:{n}", word, now.draw_slip(one, n), shortcut).sized(24, 14)


def _face(now: Now, one: Card, key: str, turned: bool) -> Box:
    """The card as high as its words."""
    v = now.v
    face = front(one, None, turned)
    c = colours_of(own_ground(v), face)
    title = widgets.text(v, one.title, 26, "semibold", c.line, role=Role.HEADING, level=2, key=f"{key}:title")
    asked = widgets.text(v, face.question, 50 if not v.low else 42, "bold", key=f"{key}:question")
    inside = Column([title, asked], v.text_px(10))
    band, pad = v.text_px(66), v.text_px(26)

    def height(width: int) -> int:
        return band + 2 * pad + max(inside.height(max(1, width - 2 * pad - picture(width))), v.text_px(60))

    def picture(width: int) -> int:
        return v.text_px(200) if one.picture and width > v.text_px(760) else 0

    def place(rect: Rect) -> Nodes:
        ops: list[Op] = [
            Fill(rect, c.paper, v.text_px(18), max(2, v.text_px(3)), c.edge),
            Fill(rect._replace(h=band), c.band, v.text_px(18), top_only=True),
        ]  # fmt: skip
        px = v.text_px(38)
        disc = Rect(rect.x + pad, rect.y + (band - px) // 2, px, px)
        ops += [Fill(disc, c.on_band, px // 2), Icon(disc.inset(px // 6), face.family.value, c.band)]
        number = f"{tr('Andersom')} · {face.number}" if turned else face.number
        wide = v.type.width(number, "bold", v.text_px(26))
        end = Rect(rect.right - pad - wide, rect.y, wide, band)
        ops.append(widgets.middle_line(v, end, number, "bold", v.text_px(26), c.on_band, 1.0))
        size = v.text_px(28)
        room = end.x - disc.right - v.text_px(26)
        while size > v.text_px(18) and v.type.width(face.name, "bold", size) > room:
            size -= 1
        ops.append(
            widgets.middle_line(
                v, Rect(disc.right + v.text_px(12), rect.y, 0, band), face.name, "bold", size, c.on_band, 0.0
            )
        )
        wide = picture(rect.w)
        if wide:
            at = Rect(
                rect.right - pad - wide + v.text_px(20),
                rect.y + band + (rect.h - band - wide + v.text_px(20)) // 2,
                wide - v.text_px(20),
                wide - v.text_px(20),
            )
            ops += [Fill(at, c.pale, at.w // 2), *picture_ops(at.inset(at.w // 6), one.picture, c.line)]
        inner = Rect(rect.x + pad, rect.y + band + pad, rect.w - 2 * pad - wide, rect.h - band - 2 * pad)
        read = tr("Andersom: {words}").format(words=face.question) if turned else face.question
        return [Node(
            key, Role.ARTICLE, rect, card_name(one), description=read, first=key == "card", corner=v.text_px(18),
            ops=tuple(ops), children=tuple(inside.place(inner)),
        )]  # fmt: skip

    return Leaf(height, place)


def _pair_in(now: Now, two: tuple[int, int], room: Rect, left: list[Button]) -> Nodes:
    """Two cards as high as their words; in a high room upright, as wide as there is room for."""
    v, there = now.v, [now.session.cards[number] for number in two]
    faces = [_face(now, one, f"pair:{at}", False) for at, one in enumerate(there)]
    both = widgets.side_by_side(v, faces[0], faces[1]) if v.pair else Column(list(faces), v.px(16))
    if _is_high(now, room) and v.pair:
        wide = (room.w - 2 * v.px(24) - v.px(16)) // 2
        high = round(wide * UPRIGHT)
        both = Even([_upright_of(now, one, f"pair:{at}", high) for at, one in enumerate(there)], v.px(16))
    return column(v, "alone:pair", _pair(now, two, both))(room, left)


def _upright_of(now: Now, one: Card, key: str, high: int) -> Box:
    """One of two cards as it is on a large window."""

    def place(rect: Rect) -> Nodes:
        return [card.card_node(now, Ground(now.v, rect.w / WIDE), one, rect, key, first=False)]

    return Leaf(high, place)


def _pair(now: Now, two: tuple[int, int], both: Box) -> list[Box]:
    v = now.v
    keep = now.keeping(Put(entries.ALONE_KEPT, True))
    kept = now.play.line_of(*two)
    return [
        widgets.text(v, pair.question(), 40, "bold", role=Role.HEADING, level=2, key="pair:question"),
        both,
        Leaf(v.text_px(232), lambda rect: [card.line_node(
            _within(now), now, rect, "pair:line", pair_form(*two), now.typed_on_pair(), kept, keep)]),
    ]  # fmt: skip
