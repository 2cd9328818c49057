"""A card that was discussed, looked at again: as the card it is, with its other side and its doorvragen."""

from tegenwicht.game.cards import Card
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.layout import Box, Leaf, Nodes, Padded, Row
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Colour, Fill
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.names import card_name
from tegenwicht.screens.parts.table import cards, rim, strip
from tegenwicht.screens.parts.table.ground import Ground, ground_of
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import Open, Put, Shut
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.view import View
from tegenwicht.screens.tegenwicht.pieces import kinds

LOW_HIGH = 500
LOW = cards.Sizes(
    band=82, disc=56, disc_x=30, name=38, kind=30, number=36, side=56, title=32, title_y=142, question_y=228,
    text=790, picture=290, picture_right=44, picture_top=132, questions=(66, 62, 58, 54, 50, 46, 42, 38, 34), radius=26,
    high=232,
)  # fmt: skip
"""The same card where it stands in a panel: how high, of a width of 1220, and its measures."""
TURNED, SLIP = Entry("look:turned"), Entry("look:slip")
"""The form entries: the card that shows its other side; (card, which doorvraag is out)."""


def at_card(v: View, card: Card) -> Node:
    """The card large over the table, what was asked with it on the strip, and the way back on the rim."""
    g = ground_of(v)
    rect, turned = cards.card_rect(g), v.model.form(TURNED, 0) == card.number
    face = kinds.face_of(card, None, turned)
    whole = Rect(0, 0, v.width, v.height)
    edge = g.front(0, 1004, 0, 0).y
    rich = v.theme.table.rich
    ground = (
        Fill(whole, (0, 0, 0), veil=0.5 if rich else 0.65),
        Fill(Rect(0, edge, v.width, v.height - edge), v.theme.table.rim),
    )
    asked = " ".join(filter(None, (face.question, face.under)))
    said = f"{card_name(card)}. {face.kind}" if turned else card_name(card)
    title = Node("look:title", Role.HEADING, rect._replace(h=g.px(190)), card.title, level=2)
    node = Node("look:card", Role.ARTICLE, rect, said, description=asked, corner=g.px(28),
                ops=cards.card_ops(g, rect, face, kinds.sizes(card)), children=(title,))  # fmt: skip
    slips = _slips(g, card, face)
    inside = (*slips[:1], node, *_ear(g, card, face, rect), *slips[1:], *_buttons(g))
    return Node("panel:look", Role.DIALOG, whole, card.title, ops=ground, children=inside)


def _ear(g: Ground, card: Card, face: cards.Face, rect: Rect) -> list[Node]:
    if not card.other_side:
        return []
    word, sign = tr("Voorkant") if face.other else tr("Andersom"), _sign(g)
    return [Node(
        "look:ear", Role.BUTTON, cards.ear_rect(rect, g, word, sign), word,
        action=Put(TURNED, 0 if face.other else card.number), shortcuts=keys.OTHER_SIDE.names, corner=g.px(20),
        ops=cards.ear_ops(g, rect, face, word, sign),
    )]  # fmt: skip


def _sign(g: Ground) -> str:
    return keys.OTHER_SIDE.shown if g.v.letter_keys else ""


def _slips(g: Ground, card: Card, face: cards.Face) -> list[Node]:
    """One doorvraag on the strip, the first to begin with; pressing goes on to the next."""
    if not card.deeper:
        return []
    whose, out = g.v.model.form(SLIP, (0, 1))
    count = len(card.deeper)
    out = min(out, count) if whose == card.number else 1
    c, at = cards.colours_of(g, face), strip.strip_rect(g)
    ink = strip.Ink(c.edge, c.band, c.on_band)
    words = card.deeper[out - 1]
    others = tuple(n for n in range(1, count + 1) if n != out)
    label = tr("Doorvraag {n} van {m}: {words}").format(n=out, m=count, words=words)
    ops = strip.asked_ops(g, ink, out, words, (), "")
    to_come = strip.asked_ops(g, ink, out, words, others, keys.DEEPER.shown if others else "")[len(ops) :]
    paper = Node("look:paper", Role.GROUP, at, ops=strip.strip_ops(g, ink))
    text = Node("look:slip", Role.TEXT, at._replace(w=at.w - g.px(130)), label, ops=ops)
    if not others:
        return [paper, text]
    right = Rect(at.right - g.px(126), at.y + g.px(10), g.px(118), at.h - g.px(18))
    following = out % count + 1
    name = tr("Doorvraag {n}").format(n=following)
    turn = Node("look:next", Role.BUTTON, right, name, action=Put(SLIP, (card.number, following)),
                shortcuts=keys.DEEPER.names, corner=g.px(14), ops=to_come)  # fmt: skip
    return [paper, text, turn]


def _buttons(g: Ground) -> list[Node]:
    other = rim.button("look:back", tr("Andere kaart"), Open(Panel.DISCUSSED))
    back = rim.button("look:close", tr("Terug"), Shut(), keys.BACK, primary=True, first=True)
    return rim.buttons_on_rim(g, [(other, tr("Andere kaart"), ""), (back, tr("Terug"), keys.BACK.shown)])


# -- in a panel, where there is no room for the table


def boxes(v: View, card: Card) -> list[Box]:
    """The card as it is, lower; below it what was asked with it and its other side, each on its slip."""
    g = Ground(v, 1.0)
    face = kinds.face_of(card, None, False)
    c, m = cards.colours_of(g, face), v.theme.table
    asked = " ".join(filter(None, (face.question, face.under)))

    def place(rect: Rect) -> Nodes:
        low = Ground(v, rect.w / cards.WIDE)
        ops = cards.card_ops(low, rect, face, LOW, shadow=False)
        return [
            Node(
                "look:card",
                Role.ARTICLE,
                rect,
                card_name(card),
                description=asked,
                corner=low.px(26),
                ops=ops,
            )
        ]

    made: list[Box] = [Leaf(lambda width: round(width * LOW_HIGH / cards.WIDE), place)]
    for number, words in enumerate(card.deeper, 1):
        made.append(_slip(v, f"look:slip:{number}", str(number), words, m.slip, c))
    if card.other_side:
        words = tr("Andersom: {words}").format(words=card.other_side)
        made.append(_slip(v, "look:other", "", words, c.pale if m.rich else m.slip, c))
    return made


def _slip(v: View, key: str, sign: str, words: str, paper: Colour, c: cards.Colours) -> Box:
    px = v.text_px(40)
    said = widgets.text(v, words, 26, "semibold", key=key)

    def mark(rect: Rect) -> Nodes:
        at = Rect(rect.x, rect.y + (rect.h - px) // 2, px, px)
        ops = (Fill(at, c.band, px // 2), widgets.middle_line(v, at, sign, "bold", v.text_px(22), c.on_band))
        return [Node(f"{key}:sign", Role.GROUP, at, ops=ops)]

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        ground = Fill(rect, paper, v.px(14), max(2, v.px(2)), c.edge)
        return Node(f"{key}:paper", Role.GROUP, rect, ops=(ground,), children=tuple(nodes))

    return Padded(Row([Leaf(px, mark, px), said], v.px(16)) if sign else said, v.px(20), v.px(10), wrap)
