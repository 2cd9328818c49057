"""Cards to choose from, in a panel: each a small card to press, with its band, its title and its picture."""

from collections.abc import Sequence

from tegenwicht.game.cards import Card
from tegenwicht.kit import widgets
from tegenwicht.kit.command import Command
from tegenwicht.kit.flow import Grid
from tegenwicht.kit.layout import Box, Leaf, Nodes
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill, Icon, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.names import card_name
from tegenwicht.screens.parts.table.cards import Colours, colours_of, picture_ops
from tegenwicht.screens.parts.table.faces import front
from tegenwicht.screens.parts.table.ground import Ground
from tegenwicht.screens.shell.view import View

BAND, DISC, NAME, TITLE, PICTURE, LEAST_LINES = 54, 38, 25, 26, 92, 3
LEAST, COLUMNS, PANEL = 320, 3, 1180
"""How wide a card is at least, how many lie beside each other, and how wide the panel is that they lie in."""


def small_cards(v: View, cards: Sequence[tuple[str, Card, Command]]) -> Box:
    """Cards in rows, each with the key of its node and what pressing it does."""
    boxes = [_card(v, key, card, action) for key, card, action in cards]
    return Grid(boxes, COLUMNS, v.px(18), v.text_px(LEAST))


def _card(v: View, key: str, card: Card, action: Command) -> Box:
    """As high as its title."""
    px, band, pad, side = v.text_px(TITLE), v.text_px(BAND), v.px(16), v.text_px(PICTURE)
    picture, step = side if card.picture else 0, v.type.line_height(px)

    def lines(width: int) -> tuple[str, ...]:
        room = width - 2 * pad - (picture + v.px(12) if picture else 0)
        found: tuple[str, ...] = v.type.lines(card.title, "semibold", px, max(1, room))
        return found

    def height(width: int) -> int:
        return band + max(LEAST_LINES, len(lines(width))) * step + 2 * pad

    def place(rect: Rect) -> Nodes:
        c = colours_of(Ground(v, v.unit), front(card))
        ops = [*_paper(v, rect, band, c), *_band(v, card, rect._replace(h=band), c)]
        top = Rect(rect.x + pad, rect.y + band + pad, rect.w - 2 * pad, 0)
        ops += widgets.line_ops(v, top, lines(rect.w), "semibold", px, v.theme.ink)
        if picture:
            middle = rect.y + band + (rect.h - band - picture) // 2
            disc = Rect(rect.right - pad - picture, middle, picture, picture)
            inside = disc.inset(round(picture * 0.15))
            ops += [Fill(disc, c.pale, picture // 2), *picture_ops(inside, card.picture, c.line)]
        return [Node(key, Role.BUTTON, rect, card_name(card), action=action, corner=v.px(16), ops=tuple(ops))]

    return Leaf(height, place)


def _paper(v: View, rect: Rect, band: int, c: Colours) -> list[Op]:
    border, radius = max(2, v.px(3)), v.px(16)
    inside = Rect(rect.x + border, rect.y + border, rect.w - 2 * border, band - border)
    ops: list[Op] = [
        Fill(rect, c.paper, radius, border, c.edge, v.px(8) if v.theme.table.rich else 0),
        Fill(inside, c.band, radius - border, top_only=True),
    ]
    if not v.theme.shadow:  # where what is filled is told by its line
        ops.append(Fill(Rect(inside.x, inside.bottom, inside.w, max(1, v.px(2))), c.edge))
    return ops


def _band(v: View, card: Card, rect: Rect, c: Colours) -> list[Op]:
    """The sign and the name of its cluster or kind, and its number."""
    face, px = front(card), v.text_px(DISC)
    disc = Rect(rect.x + v.px(14), rect.y + (rect.h - px) // 2, px, px)
    end = rect._replace(w=rect.w - v.px(18))
    number = widgets.middle_line(v, end, face.number, "bold", v.text_px(NAME), c.on_band, 1.0)
    start = Rect(disc.right + v.px(11), rect.y, number.rect.x - disc.right - v.px(22), rect.h)
    size = v.text_px(NAME)
    while size > v.text_px(18) and v.type.width(face.name, "bold", size) > start.w:
        size -= 1
    name = widgets.middle_line(v, start, face.name, "bold", size, c.on_band, 0.0)
    return [
        Fill(disc, c.on_band, px // 2),
        Icon(disc.inset(px // 5), face.family.value, c.band),
        name,
        number,
    ]
