"""Weighing with hands where there is little room: the same hands, plates and words, in boxes that flow."""

from collections.abc import Callable

from tegenwicht.game.cards import Card
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.command import Command
from tegenwicht.kit.flow import Grid
from tegenwicht.kit.layout import Box, Column, Leaf, Nodes, Padded, Row
from tegenwicht.kit.nodes import Key, Node, Role
from tegenwicht.kit.ops import Fill, Icon, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.clusters import published_name
from tegenwicht.screens.parts.table import hands, plates, ruler
from tegenwicht.screens.shell.view import View

LEAST, HAND_H, TEXT = 210, 190, 26
LEAST_PLATE, PLATE_H, LEAST_HAND = 185, 80, 84
"""How wide a plate with a result is at least, how high, and how high a hand is at least where there is little room."""
OVERLAP, SIDE_BY_SIDE = 0.64, 3
"""From one hand to the next, in parts of its width; and so many of one weight stand like that, more stand closer."""


def paper(v: View, box: Box, key: str, label: str = "", told: str = "", role: Role = Role.GROUP) -> Box:
    """A sheet of paper on the table; an article has the focus first."""
    m = v.theme.table

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        ground = Fill(rect, m.card, v.px(18), max(2, v.px(3)), m.line)
        return Node(
            key, role, rect, label, description=told, first=role is Role.ARTICLE, corner=v.px(18), ops=(ground,),
            children=tuple(nodes),
        )  # fmt: skip

    return Padded(box, v.px(26), v.px(18), wrap)


def legend(v: View, key: str, words: str) -> Box:
    """What one to four fingers mean."""
    rows = []
    for weight in hands.WEIGHTS:
        name = " · ".join(filter(None, (str(weight), plates.end_word(weight))))
        rows.append(Row([_picture(v, weight, 60), widgets.seen(v, name, TEXT, "semibold")], v.px(12)))
    told = f"{words}. {'; '.join(map(plates.weight_name, hands.WEIGHTS))}"
    title = widgets.seen(v, words, 36, "bold")
    return paper(
        v, Column([title, Grid(rows, 4, v.px(16), v.text_px(250))], v.px(14)), key, told, role=Role.ARTICLE
    )


def _picture(v: View, weight: int, high: float) -> Box:
    px = v.text_px(high)
    wide = px * hands.BOX_W // hands.BOX_H

    def place(rect: Rect) -> Nodes:
        at = Rect(rect.x, rect.y + (rect.h - px) // 2, wide, px)
        drawn = hands.hand_in(v.theme, at, weight, max(1.5, v.px(2)))
        return [Node(f"picture:{weight}", Role.GROUP, drawn.rect, ops=(drawn,))]

    return Leaf(px, place, wide)


# -- counting


def hand_boxes(
    v: View, press: Callable[[int], Command | None], keys: tuple[Key, ...], sign: Callable[[Key], str],
    pressed: int = 0, room: tuple[int, int] | None = None,
) -> Box:  # fmt: skip
    """A hand with its plate for each weight: four beside each other, or two by two.

    room: pixels that there are, across and high; the hands are as large as they get there.
    """
    least = LEAST if room is None else LEAST_PLATE
    high = _usual_high(v) if room is None else _hands_high(v, *room) + v.text_px(90)
    return Grid([_hand(v, weight, press(weight), keys[weight - 1], sign(keys[weight - 1]), weight == pressed, high)
                 for weight in hands.WEIGHTS], 4, v.px(12), v.text_px(least))  # fmt: skip


def _hands_high(v: View, wide: int, high: int, most: int = 1) -> int:
    """How high a hand gets, in pixels, where so much is left for all rows of them; it is never too small to tell.

    most: hands beside each other in a column.
    """
    gap = v.px(12)
    across = 4 if wide >= 4 * v.text_px(LEAST_PLATE) + 3 * gap else 2
    column = (wide - gap * (across - 1)) // across
    one = column / (1 + OVERLAP * (min(most, SIDE_BY_SIDE) - 1)) - v.px(12)
    rows = 4 // across
    left = (high - gap * (rows - 1)) // rows - v.text_px(90)
    return max(v.text_px(LEAST_HAND), min(left, round(one * hands.BOX_H / hands.BOX_W)))


def _hand(
    v: View, weight: int, command: Command | None, key: Key, sign: str, pressed: bool, high: int
) -> Box:
    def place(rect: Rect) -> Nodes:
        return [Node(
            f"hand:{weight}", Role.BUTTON, rect, plates.fingers(weight), description=plates.end_word(weight),
            action=command, enabled=command is not None, shortcuts=key.names, corner=v.px(16),
            ops=hand_ops(v, rect, weight, sign, pressed),
        )]  # fmt: skip

    return Leaf(high, place)


def _usual_high(v: View) -> int:
    picture = v.text_px(HAND_H) if v.upright or v.height > v.text_px(700) else v.text_px(HAND_H * 0.72)
    return picture + v.text_px(90)


def hand_ops(v: View, rect: Rect, weight: int, sign: str, pressed: bool) -> tuple[Op, ...]:
    """One hand above its plate, filling ``rect``."""
    theme, m, plate_h = v.theme, v.theme.table, v.text_px(86)
    above = Rect(rect.x, rect.y, rect.w, rect.h - plate_h)
    at = Rect(rect.x, above.bottom, rect.w, plate_h)
    shown = hands.hand_in(theme, above, weight, max(2.0, v.px(2.6)))
    ground, ink = (theme.strong, theme.on_strong) if pressed else (m.paper, theme.ink)
    plate = Fill(at, ground, v.px(14), max(2, v.px(3)), theme.ink)
    word = plates.end_word(weight)
    if pressed:
        words = plates.fingers(weight)
        return (shown, plate, widgets.middle_line(v, at, words, "bold", v.text_px(34), ink))
    px = v.text_px(30)
    upper = Rect(at.x, at.y + v.text_px(9), at.w, v.text_px(38)) if word else at
    side = v.text_px(36)
    key = Rect(upper.x + (upper.w - side) // 2, upper.y + (upper.h - side) // 2, side, side)
    box = (Fill(key, m.paper, v.px(8), max(1, v.px(2)), ink),) if sign else ()
    ops = (
        shown,
        plate,
        *box,
        widgets.middle_line(v, key, str(weight), "semibold", px if not sign else v.text_px(26), ink),
    )
    if not word:
        return ops
    size = v.text_px(24)
    while size > v.text_px(16) and v.type.width(word, "semibold", size) > at.w - v.px(12):
        size -= 1
    return (
        *ops,
        widgets.middle_line(
            v,
            Rect(at.x, upper.bottom, at.w, at.bottom - upper.bottom - v.text_px(3)),
            word,
            "semibold",
            size,
            ink,
        ),
    )


def discs(v: View, key: str, counted: int, people: int, words: str, told: str) -> Box:
    """How many hands were counted; it has the focus first."""

    def place(rect: Rect) -> Nodes:
        size = min(v.text_px(40), (rect.w - (people - 1) * v.px(6)) // max(1, people))
        gap = v.px(10 if people <= plates.MANY else 6)
        x, ops = rect.x, []
        for number in range(people):
            at = Rect(x + number * (size + gap), rect.y + (rect.h - size) // 2, size, size)
            ops += plates.disc_ops(v.theme, at, number < counted)
        return [Node("hands:discs", Role.GROUP, rect, ops=tuple(ops))]

    of_all = widgets.text(
        v, plates.of_all(counted, people), 38, "bold", key="hands:line", live=True, natural=True
    )
    wide = people * v.text_px(40) + (people - 1) * v.px(10)
    row = Grid([Leaf(v.text_px(44), place), of_all], 2, v.px(20), wide)
    who = widgets.text(v, words, 22, "medium", key="hands:who")
    return paper(v, Column([row, who], v.px(6)), key, plates.of_all(counted, people), told, Role.ARTICLE)


# -- how a group weighed


def spread(v: View, counts: tuple[int, int, int, int], wide: int, high: int) -> Box:
    """For each weight a plate with how many gave it, and as many hands that rise behind it.

    wide, high: pixels that there are; the hands are as large as they get there.
    """
    hand = _hands_high(v, wide, high, max(counts))
    return Grid([_standing(v, weight, count, hand) for weight, count in zip(hands.WEIGHTS, counts, strict=True)],
                4, v.px(12), v.text_px(LEAST_PLATE))  # fmt: skip


def _standing(v: View, weight: int, count: int, high: int) -> Box:
    def place(rect: Rect) -> Nodes:
        plate = Rect(rect.x, rect.bottom - v.text_px(PLATE_H), rect.w, v.text_px(PLATE_H))
        shown, one = min(count, hands.MOST_SHOWN), high * hands.BOX_W // hands.BOX_H
        step = min(round(OVERLAP * one), (rect.w - one) // (shown - 1)) if shown > 1 else 0
        left = rect.x + (rect.w - one - step * (shown - 1)) // 2
        places = [Rect(left + number * step, plate.y - high, one, high) for number in range(shown)]
        risen = tuple(hands.hand_in(v.theme, at, weight, max(2.0, v.px(2.6))) for at in places)
        behind = Rect(rect.x, plate.y - high, rect.w, high)
        name = plates.weight_name(weight)
        on_plate = _result_ops(v, plate, weight, count)
        return [
            Node(f"risen:{weight}", Role.GROUP, behind, ops=risen),
            Node(f"plate:{weight}", Role.TEXT, plate, name, plates.hands_of(count), ops=on_plate),
        ]

    return Leaf(high + v.text_px(PLATE_H), place)


def _result_ops(v: View, rect: Rect, weight: int, count: int) -> tuple[Op, ...]:
    """A plate that shows how many gave a weight; quiet where nobody did."""
    theme, m, px = v.theme, v.theme.table, v.text_px(46)
    lines = [plates.hands_of(count), *filter(None, (plates.end_word(weight) if count else "",))]
    ground = Fill(rect, m.paper if count else m.wood, v.px(14), max(2, v.px(3 if count else 2)),
                  theme.ink if count else m.line)  # fmt: skip
    figure_w, gap, small = v.type.width(str(weight), "bold", px), v.px(12), v.text_px(24)

    def words_w() -> int:
        return max(v.type.width(one, "semibold", small) for one in lines)

    while small > v.text_px(15) and words_w() > rect.w - figure_w - gap - v.px(16):
        small -= 1
    x = rect.x + max(v.px(8), (rect.w - figure_w - gap - words_w()) // 2)
    figure = widgets.middle_line(
        v, Rect(x, rect.y, figure_w, rect.h), str(weight), "bold", px, theme.ink, 0.0
    )
    x += figure_w + gap
    step = v.type.line_height(small)
    top = rect.y + (rect.h - step * len(lines)) // 2
    words = [
        widgets.middle_line(
            v, Rect(x, top + n * step, rect.right - x, step), one, "semibold", small, theme.ink, 0.0
        )
        for n, one in enumerate(lines)
    ]
    return (ground, figure, *words)


def question(v: View, key: str, words: str, line: str) -> Box:
    """What to talk about now; it has the focus first."""
    box = Column([widgets.seen(v, words, 42, "bold"), widgets.seen(v, line, TEXT, "medium")], v.px(6))
    return paper(v, box, key, words, line, Role.ARTICLE)


def published(v: View, card: Card) -> Box:
    """The published place of a factor, with what it is not."""
    parts: list[Box] = [
        widgets.seen(v, ruler.source_line(), 22),
        Row(
            [widgets.seen(v, ruler.place_line(card), 34, "bold", natural=True), _framed(v, ruler.no_norm())],
            v.px(20),
        ),
        Leaf(v.text_px(64), lambda rect: _ruler(v, rect, card)),
        widgets.seen(v, tr("1 is de meeste invloed, 41 de minste."), 22),
    ]
    if name := published_name(card):
        parts.append(widgets.seen(v, name, 22, "medium"))
    return paper(v, Column(parts, v.px(4)), "published", ruler.place_aloud(card), role=Role.TEXT)


def _framed(v: View, words: str) -> Box:
    px = v.text_px(28)
    wide = v.type.width(words, "bold", px) + v.px(28)

    def place(rect: Rect) -> Nodes:
        at = Rect(rect.x, rect.y, min(wide, rect.w), rect.h)
        ops = (Fill(at, v.theme.table.slip, v.px(10), max(2, v.px(3)), v.theme.ink),
               widgets.middle_line(v, at, words, "bold", px, v.theme.ink))  # fmt: skip
        return [Node("published:norm", Role.GROUP, at, ops=ops)]

    return Leaf(v.text_px(48), place, wide)


def _ruler(v: View, rect: Rect, card: Card) -> Nodes:
    assert card.rank is not None
    theme, count = v.theme, 41
    thin, high = max(1, v.px(2)), v.text_px(20)
    left, right = rect.x + v.text_px(18), rect.right - v.text_px(18)
    ops: list[Op] = []
    for place in range(count):
        x = left + (right - left) * place // (count - 1)
        ops.append(Fill(Rect(x - thin // 2, rect.bottom - high, thin, high), theme.ink))
    x = left + (right - left) * (card.rank.overall - 1) // (count - 1)
    px, colours = v.text_px(34), theme.clusters[card.family]
    disc = Rect(x - px // 2, rect.y, px, px)
    line = max(1, v.px(2)) if colours.edge != colours.under else 0
    ops += [Fill(Rect(x - 2 * thin, disc.bottom, 4 * thin, rect.bottom - disc.bottom), theme.ink),
            Fill(disc, colours.solid, px // 2, line, colours.edge),
            Icon(disc.inset(round(px * 0.22)), card.family.value, (255, 255, 255))]  # fmt: skip
    return [Node("published:ruler", Role.GROUP, rect, ops=tuple(ops))]
