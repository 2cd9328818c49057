"""Cards in a list: each a low card to press, with its sign and number on its own colour and its title beside it."""

from tegenwicht.game.cards import Card
from tegenwicht.kit import widgets
from tegenwicht.kit.command import Command
from tegenwicht.kit.layout import Box, Leaf, Nodes
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill, Icon, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.names import card_name, cluster_name
from tegenwicht.screens.parts.table.cards import colours_of, picture_ops
from tegenwicht.screens.parts.table.faces import front
from tegenwicht.screens.parts.table.ground import Ground
from tegenwicht.screens.shell.view import View

TITLE, SMALL, BAND, PICTURE = 28, 22, 104, 56


def card_row(v: View, key: str, card: Card, action: Command) -> Box:
    """The card, as high as its title."""
    px, small, band, pad = v.text_px(TITLE), v.text_px(SMALL), v.text_px(BAND), v.px(12)
    picture = v.text_px(PICTURE) if card.picture else 0
    c, border = colours_of(Ground(v, v.unit), front(card)), max(2, v.px(2.6))
    above, step = v.type.line_height(small), v.type.line_height(px)

    def lines(width: int) -> tuple[str, ...]:
        room = width - band - v.px(20) - (picture + 2 * v.px(16) if picture else v.px(16))
        found: tuple[str, ...] = v.type.lines(card.title, "semibold", px, max(1, room))
        return found

    def height(width: int) -> int:
        return above + step * len(lines(width)) + 2 * pad

    def place(rect: Rect) -> Nodes:
        shown, x, side = lines(rect.w), rect.x + band + v.px(20), v.text_px(30)
        colour = Rect(rect.x, rect.y, band, rect.h)
        sign = Rect(colour.x + v.px(14), rect.y + (rect.h - side) // 2, side, side)
        number = Rect(sign.right, rect.y, colour.right - sign.right - v.px(6), rect.h)
        ops: list[Op] = [
            Fill(rect, c.paper, v.px(14), border, c.edge),
            Fill(colour, c.band, v.px(14)),
            Fill(Rect(colour.right - v.px(16), rect.y + border, v.px(16), rect.h - 2 * border), c.band),
            Icon(sign, card.family.value, c.on_band),
            widgets.middle_line(v, number, str(card.number), "bold", v.text_px(26), c.on_band),
        ]
        first = Rect(x, rect.y + pad, rect.right - x, above)
        ops.append(
            widgets.middle_line(v, first, cluster_name(card.family), "medium", small, v.theme.muted, 0.0)
        )
        for n, words in enumerate(shown):
            at = Rect(x, first.bottom + n * step, rect.right - x, step)
            ops.append(widgets.middle_line(v, at, words, "semibold", px, v.theme.ink, 0.0))
        if picture:
            disc = Rect(rect.right - v.px(16) - picture, rect.y + (rect.h - picture) // 2, picture, picture)
            ops += [
                Fill(disc, c.pale, picture // 2),
                *picture_ops(disc.inset(picture // 6), card.picture, c.line),
            ]
        return [Node(key, Role.BUTTON, rect, card_name(card), action=action, corner=v.px(14), ops=tuple(ops))]

    return Leaf(height, place)
