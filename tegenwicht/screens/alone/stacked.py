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
from tegenwicht.kit.ops import Fill, Op, Still
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.alone import acts, card, card_map, fan, pair
from tegenwicht.screens.alone.now import PAIR, Now, line_form, pair_form
from tegenwicht.screens.parts.around import column, stacked
from tegenwicht.screens.parts.favourites import sign, turn
from tegenwicht.screens.parts.names import cluster_name
from tegenwicht.screens.parts.small_face import small_face
from tegenwicht.screens.parts.small_views import own_ground
from tegenwicht.screens.parts.table.backs import held_back
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
    v, boxes = now.v, _card(now, one, small_face(now.v, one, "card", now.turned, first=True), ear=True)
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


def _pair_in(now: Now, two: tuple[int, int], room: Rect, left: list[Button]) -> Nodes:
    """Two cards as high as their words; in a high room upright, as wide as there is room for."""
    v, there = now.v, [now.session.cards[number] for number in two]
    faces = [small_face(now.v, one, f"pair:{at}", False) for at, one in enumerate(there)]
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
