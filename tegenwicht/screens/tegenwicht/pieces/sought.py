"""A card that is looked up by its number: as it lies on the table, or the empty place where it will lie."""

from tegenwicht.game.cards import Card
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.layout import Box, Leaf, Nodes, Row
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Colour, Fill, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.fields import Field
from tegenwicht.screens.parts.names import card_name
from tegenwicht.screens.parts.table import cards, letters
from tegenwicht.screens.parts.table.dashed import dashed
from tegenwicht.screens.parts.table.ground import Ground
from tegenwicht.screens.shell.view import View
from tegenwicht.screens.tegenwicht.pieces import kinds

PANEL, WIDE, HIGH, HINT = 920, 848, 535, 32
"""How wide the panel is; the card in it, and the letters of what to do."""
LABEL, DIGITS, AROUND = 30, 210, 345
"""The letters of the name of the field, and how wide that is; how much of the height of a window all but the card takes."""
SIZES = cards.Sizes(kind=35, title=38, questions=(*cards.SIZES, 56, 52, 48, 44), high=400)
"""As on the table, but smaller where larger text does not fit on it."""


def beside_its_name(v: View, typing: Field) -> Box:
    """The field in which a number is typed, its name at its left."""
    bare, name = typing.bare, tr("Nummer op de kaart")
    said = widgets.seen(v, name, LABEL, "semibold", natural=True)
    return Row([said, Leaf(bare.height, bare.place, v.text_px(DIGITS))], v.px(18))


def place_of(v: View, card: Card | None, hint: str) -> Box:
    """The card, or a dashed outline with what to do in it."""

    def place(rect: Rect) -> Nodes:
        wide = round(rect.h * WIDE / HIGH)
        at = Rect(rect.x + (rect.w - wide) // 2, rect.y, wide, rect.h)
        return [_found(v, at, card) if card is not None else _empty(v, at, hint)]

    most = max(v.text_px(300), v.height - v.text_px(AROUND))
    return Leaf(lambda width: min(most, round(min(width, v.text_px(WIDE)) * HIGH / WIDE)), place)


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
    return Node("number:card", Role.TEXT, at, hint, ops=(*_outline(v, at, ink), *words))


def _outline(v: View, at: Rect, ink: Colour) -> tuple[Op, ...]:
    """A card that has yet to be found: its edge in dashes, its band, and where its number will stand."""
    g, m = Ground(v, at.w / cards.WIDE), v.theme.table
    band = at._replace(h=g.px(SIZES.band))
    disc = Rect(
        at.x + g.px(SIZES.disc_x), at.y + (band.h - g.px(SIZES.disc)) // 2, g.px(SIZES.disc), g.px(SIZES.disc)
    )
    number = letters.line(g, (at.right - g.px(SIZES.disc_x), at.y + g.px(66)), "?", 52, "bold", ink, 1.0)
    filled = (Fill(band, m.skirting, g.px(28), top_only=True),) if m.rich else ()
    return (*filled, dashed(g, at, ink, 28, 5), dashed(g, disc, ink, 99, 4), number)
