"""A card that is looked up by its number: as it lies on the table, or the empty place where it will lie."""

from tegenwicht.game.cards import Card
from tegenwicht.kit import widgets
from tegenwicht.kit.layout import Box, Leaf, Nodes
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.names import card_name
from tegenwicht.screens.parts.table import cards
from tegenwicht.screens.parts.table.dashed import dashed
from tegenwicht.screens.parts.table.ground import Ground
from tegenwicht.screens.shell.view import View
from tegenwicht.screens.tegenwicht.pieces import kinds

WIDE, HIGH, HINT = 720, 454, 28
SIZES = cards.Sizes(kind=35, title=38, questions=(*cards.SIZES, 56, 52, 48, 44), high=400)
"""As on the table, but smaller where larger text does not fit on it."""


def place_of(v: View, card: Card | None, hint: str) -> Box:
    """The card, or a dashed outline with what to do in it."""

    def place(rect: Rect) -> Nodes:
        wide = min(rect.w, v.text_px(WIDE))
        at = Rect(rect.x + (rect.w - wide) // 2, rect.y, wide, rect.h)
        return [_found(v, at, card) if card is not None else _empty(v, at, hint)]

    return Leaf(
        lambda width: round(min(width, v.text_px(WIDE)) * HIGH / WIDE),
        place,
        v.text_px(WIDE) if v.wide else 0,
    )


def _found(v: View, at: Rect, card: Card) -> Node:
    face, g = kinds.face_of(card, None, False), Ground(v, at.w / cards.WIDE)
    asked = " ".join(filter(None, (face.question, face.under)))
    ops = cards.card_ops(g, at, face, SIZES)
    return Node("number:card", Role.TEXT, at, card_name(card), description=asked, ops=ops)


def _empty(v: View, at: Rect, hint: str) -> Node:
    m, px = v.theme.table, v.text_px(HINT)
    ink = m.faint if m.rich else v.theme.ink
    lines = v.type.lines(hint, "medium", px, at.w - v.px(80))
    step = v.type.line_height(px)
    top = at.y + (at.h - step * len(lines)) // 2
    words = tuple(
        widgets.middle_line(v, Rect(at.x, top + n * step, at.w, step), line, "medium", px, ink)
        for n, line in enumerate(lines)
    )
    outline = dashed(Ground(v, at.w / cards.WIDE), at, ink, 28, 5)
    return Node("number:card", Role.TEXT, at, hint, ops=(outline, *words))
