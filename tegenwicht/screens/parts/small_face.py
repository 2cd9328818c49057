"""A card on a small window or with large text: its band, its question and its picture, as high as its words."""

from tegenwicht.game.cards import Card
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.layout import Box, Column, Leaf, Nodes
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill, Icon, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.names import card_name
from tegenwicht.screens.parts.small_views import own_ground
from tegenwicht.screens.parts.table.cards import colours_of, picture_ops
from tegenwicht.screens.parts.table.faces import front
from tegenwicht.screens.shell.view import View

TITLE, QUESTION = 24, 38
"""The least size of the words on it."""


def small_face(
    v: View,
    one: Card,
    key: str,
    turned: bool,
    first: bool = False,
    part: float = 1.0,
    role: Role = Role.ARTICLE,
) -> Box:
    """The card as high as its words. first: the focus begins there. part: of its usual size. role: an article is read as
    one, with its question; of a group that is told by what is in it."""

    def px_of(size: float) -> int:
        return v.text_px(size * part)

    face = front(one, None, turned)
    c = colours_of(own_ground(v), face)
    title = widgets.text(
        v,
        one.title,
        max(TITLE, 26 * part),
        "semibold",
        c.line,
        role=Role.HEADING,
        level=2,
        key=f"{key}:title",
    )
    asked = widgets.text(
        v, face.question, max(QUESTION, (50 if not v.low else 42) * part), "bold", key=f"{key}:question"
    )
    inside = Column([title, asked], px_of(10))
    band, pad = px_of(66), px_of(26)

    def height(width: int) -> int:
        return band + 2 * pad + max(inside.height(max(1, width - 2 * pad - picture(width))), px_of(60))

    def picture(width: int) -> int:
        return px_of(200) if one.picture and width > px_of(760) else 0

    def place(rect: Rect) -> Nodes:
        ops: list[Op] = [
            Fill(rect, c.paper, px_of(18), max(2, px_of(3)), c.edge),
            Fill(rect._replace(h=band), c.band, px_of(18), top_only=True),
        ]  # fmt: skip
        px = px_of(38)
        disc = Rect(rect.x + pad, rect.y + (band - px) // 2, px, px)
        ops += [Fill(disc, c.on_band, px // 2), Icon(disc.inset(px // 6), face.family.value, c.band)]
        number = f"{tr('Andersom')} · {face.number}" if turned else face.number
        wide = v.type.width(number, "bold", px_of(26))
        end = Rect(rect.right - pad - wide, rect.y, wide, band)
        ops.append(widgets.middle_line(v, end, number, "bold", px_of(26), c.on_band, 1.0))
        size = px_of(28)
        room = end.x - disc.right - px_of(26)
        while size > px_of(18) and v.type.width(face.name, "bold", size) > room:
            size -= 1
        ops.append(
            widgets.middle_line(
                v, Rect(disc.right + px_of(12), rect.y, 0, band), face.name, "bold", size, c.on_band, 0.0
            )
        )
        wide = picture(rect.w)
        if wide:
            at = Rect(
                rect.right - pad - wide + px_of(20),
                rect.y + band + (rect.h - band - wide + px_of(20)) // 2,
                wide - px_of(20),
                wide - px_of(20),
            )
            ops += [Fill(at, c.pale, at.w // 2), *picture_ops(at.inset(at.w // 6), one.picture, c.line)]
        inner = Rect(rect.x + pad, rect.y + band + pad, rect.w - 2 * pad - wide, rect.h - band - 2 * pad)
        read = tr("Andersom: {words}").format(words=face.question) if turned else face.question
        return [Node(
            key, role, rect, card_name(one), description=read if role is Role.ARTICLE else "", first=first, corner=px_of(18),
            ops=tuple(ops), children=tuple(inside.place(inner)),
        )]  # fmt: skip

    return Leaf(height, place)
