"""How a cluster looks: always colour, icon and word together. And how a card looks."""

from typing import NamedTuple

from tegenwicht.game.cards import FACTORS_IN_THE_STUDY, Card, Family, Kind
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.layout import Box, Column, Leaf, Nodes, Padded, Row
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Colour, Fill, Icon, Picture
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.names import cluster_name
from tegenwicht.screens.shell.theme import WHITE
from tegenwicht.screens.shell.view import View

TITLE, QUESTION, DEEPER, COUNTER, LABEL, PICTURE = 34, 56, 31, 33, 25, 196
MOST_TEXT_BESIDE = 1.3
"""How large text may be for a picture to stand beside it; above that the words need the room."""
USUAL_FIT = 1.0
LARGER_FIT, SMALLER_FITS = 1.15, (0.965, 0.93, 0.88)
LEAST_FIT = 0.93
"""A card's text grows a little where there is room, and shrinks a little before it scrolls."""


def disc_ops(v: View, family: Family, rect: Rect, on_fill: bool = False) -> tuple[Fill, Icon]:
    """The icon of a cluster or kind on a disc; ``on_fill`` for the head of a card, in the cluster's own colour."""
    colours = v.theme.clusters[family]
    ground, ink = (WHITE, colours.solid) if on_fill else (colours.fill, colours.on_fill)
    inside = rect.inset(round(rect.w * 0.2))
    return Fill(rect, ground, rect.w // 2), Icon(inside, family.value, ink)


def disc(v: View, family: Family, size: float = 48, on_fill: bool = False) -> Box:
    """The icon as a piece of a layout, ``size`` in design pixels."""
    px = v.text_px(size)

    def place(rect: Rect) -> Nodes:
        at = Rect(rect.x, rect.y + (rect.h - px) // 2, px, px)
        key = f"disc:{family}:{rect.x}:{rect.y}"
        return [Node(key, Role.GROUP, at, ops=disc_ops(v, family, at, on_fill))]

    return Leaf(px, place, px)


def picture_box(v: View, name: str, family: Family, size: float) -> Box:
    """The picture of a card on a pale disc, ``size`` in design pixels. It only decorates, and says nothing."""
    px, colours = v.text_px(size), v.theme.clusters[family]

    def place(rect: Rect) -> Nodes:
        at = Rect(rect.x, rect.y, px, px)
        inside = at.inset(round(px * 0.15))
        ring = max(v.px(2), widgets.outline(v))
        ops = (Fill(at, colours.tint, px // 2, ring, colours.tint), Picture(inside, name, colours.line))
        return [Node(f"picture:{name}:{rect.x}:{rect.y}", Role.GROUP, at, ops=ops)]

    return Leaf(px, place, px)


# -- a card


class _Face(NamedTuple):
    """What is below a card's head: its questions, and at the bottom its other side."""

    upper: Box
    lower: Box
    gap: int

    def height(self, width: int) -> int:
        return self.upper.height(width) + self.gap + self.lower.height(width)

    def column(self) -> Box:
        return Column([self.upper, self.lower], self.gap)

    def place(self, rect: Rect) -> Nodes:
        low = self.lower.height(rect.w)
        top = Rect(rect.x, rect.y, rect.w, self.upper.height(rect.w))
        return self.upper.place(top) + self.lower.place(Rect(rect.x, rect.bottom - low, rect.w, low))


def card_box(v: View, card: Card, corner: str, rect: Rect, key: str = "card") -> Nodes:
    """A card filling ``rect``: its text at the largest size that fits; below that it scrolls.

    corner: words at the right of its head, beside the number.
    """
    head = card_head(v, card, corner)
    head_h = head.height(rect.w)
    room = Rect(rect.x, rect.y + head_h, rect.w, rect.h - head_h).inset(_side(v), _above(v))
    top = head.place(Rect(rect.x, rect.y, rect.w, head_h))
    inside = _fitted(v, card, room, f"{key}:face:{card.number}")
    shadow = v.px(20) if v.theme.shadow else 0
    sheet = Fill(rect, v.theme.paper, v.px(26), widgets.outline(v), v.theme.edge, shadow)
    name = tr("Kaart {number}, {cluster}").format(number=card.number, cluster=cluster_name(card.family))
    return [Node(key, Role.GROUP, rect, name, ops=(sheet,), children=(*top, *inside))]


def _fitted(v: View, card: Card, room: Rect, key: str) -> Nodes:
    usual = _face(v, card, USUAL_FIT)
    high = usual.height(room.w)
    if high <= room.h:
        larger = _face(v, card, LARGER_FIT) if high * LARGER_FIT < room.h else None
        return (larger if larger and larger.height(room.w) <= room.h else usual).place(room)
    for fit in [fit for fit in SMALLER_FITS if fit * v.text >= LEAST_FIT]:
        face = _face(v, card, fit)
        if face.height(room.w) <= room.h:
            return face.place(room)
    return widgets.scroll(v, key, face.column(), room)


def card_height(v: View, card: Card, corner: str, width: int) -> int:
    """How high a card is at its usual size of text."""
    inside = _face(v, card, USUAL_FIT).height(width - 2 * _side(v))
    return card_head(v, card, corner).height(width) + inside + 2 * _above(v)


def _side(v: View) -> int:
    return v.px(48 if v.wide else 32)


def _above(v: View) -> int:
    return v.px(22)


def card_head(v: View, card: Card, corner: str) -> Box:
    """The strip on top of a card, in every theme as on the table: its cluster, and at the right its number after the
    words of ``corner``."""
    colours = v.theme.clusters[card.family]
    name = widgets.text(v, cluster_name(card.family), 34, "bold", WHITE, natural=True)
    number = tr("Kaart {number}").format(number=card.number)
    right = f"{corner} · {number}" if corner else number
    small = widgets.text(v, right, LABEL, "medium", WHITE, natural=True)
    mark = disc(v, card.family, 60, on_fill=True)

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        ground = Fill(rect, colours.solid, v.px(26), widgets.outline(v), v.theme.edge, top_only=True)
        return Node(f"head:{card.number}", Role.GROUP, rect, ops=(ground,), children=tuple(nodes))

    return Padded(widgets.ends(v, Row([mark, name], v.px(16)), small), v.px(30), v.px(14), wrap)


def _face(v: View, card: Card, fit: float) -> _Face:
    colours = v.theme.clusters[card.family]
    deeper = [_bullet(v, words, colours.line, fit) for words in card.deeper]
    asked = [
        widgets.text(
            v, card.title, TITLE * fit, "semibold", colours.line, role=Role.HEADING, level=2, key="card:title"
        ),
        widgets.text(v, card.question, QUESTION * fit, "bold", key="card:question"),
    ]
    if card.kind is Kind.SITUATION:
        asked.append(widgets.text(v, tr("Wat weegt hier?"), COUNTER * fit, "semibold", colours.line))
    upper: list[Box] = [Column(asked, v.px(10 * fit))]
    if card.picture and v.text <= MOST_TEXT_BESIDE:
        upper = [Row([*upper, picture_box(v, card.picture, card.family, PICTURE * fit)], v.px(28), 0.0)]
    if deeper:
        upper.append(
            Column([widgets.text(v, tr("Doorvragen"), LABEL, "semibold", v.theme.muted), *deeper], v.px(7))
        )
    lower = _other_side(v, card, fit) if card.other_side else widgets.NOTHING
    return _Face(Column(upper, v.px(22 * fit)), lower, v.px(22))


def _bullet(v: View, words: str, colour: Colour, fit: float) -> Box:
    size = v.text_px(12)
    line = v.type.line_height(v.text_px(DEEPER * fit))

    def dot(rect: Rect) -> Nodes:
        at = Rect(rect.x, rect.y + (line - size) // 2, size, size)
        return [Node(f"dot:{words}", Role.GROUP, at, ops=(Fill(at, colour, size // 2),))]

    return Row([Leaf(line, dot, size + v.px(18)), widgets.text(v, words, DEEPER * fit)], 0, 0.0)


def _other_side(v: View, card: Card, fit: float) -> Box:
    colours = v.theme.clusters[card.family]
    label = widgets.text(v, tr("Andersom"), LABEL, "bold", colours.line)
    question = widgets.text(v, card.other_side, COUNTER * fit)
    return widgets.panel(v, Column([label, question], v.px(4)), f"other side:{card.number}", pad=24,
                   ground=colours.tint, edge=colours.line)  # fmt: skip


def first_place_note() -> str:
    """Why the first of all groups together is the first of no group; the article's note 9."""
    return tr(
        "Wat bij alle groepen samen op 1 staat, staat bij geen enkele groep zelf op 1: elke groep zette iets anders "
        "voorop (artikel, noot 9)."
    )


def published_name(card: Card) -> str:
    """What the study calls the factor, where that is another name than the card's title; else empty."""
    if not card.factor or card.factor == card.title:
        return ""
    return tr("In het onderzoek heet dit: {name}").format(name=card.factor)


def rank_words(card: Card) -> str:
    """The published place; empty for a factor without one."""
    if card.rank is None:
        return ""
    return tr("In het onderzoek: plaats {place} van {all}").format(
        place=card.rank.overall, all=FACTORS_IN_THE_STUDY
    )
