"""Weighing on a compact table: the words, the hands and what was counted below each other."""

from tegenwicht.game.cards import Card
from tegenwicht.kit import widgets
from tegenwicht.kit.command import Command
from tegenwicht.kit.layout import Box, Column, Leaf, Nodes, Row
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.clusters import disc
from tegenwicht.screens.parts.table import count_down, plates, weigh_boxes
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.view import View
from tegenwicht.screens.tegenwicht.compact import scrolling
from tegenwicht.screens.tegenwicht.compact.corner import corner_box
from tegenwicht.screens.tegenwicht.now import Now
from tegenwicht.screens.tegenwicht.pieces.pans import side_name, total
from tegenwicht.screens.tegenwicht.weigh import weigh_words as said
from tegenwicht.screens.tegenwicht.weigh import weighing as rules
from tegenwicht.screens.tegenwicht.words import round_line


def build(
    now: Now, weighing: rules.Weighing, card: Card, buttons: scrolling.Buttons, dialog: Node | None,
    bindings: tuple[tuple[str, Command], ...],
) -> Node:  # fmt: skip
    """The whole window."""
    title, top = said.window_title(round_line(now.session), card.title), _top(now, card)
    middle = _middle(now, weighing, card, scrolling.room_for(now.v, top, buttons))
    return scrolling.build(now.v, title, top, middle, buttons, dialog, bindings, rules.VIEW)


def _top(now: Now, card: Card) -> Box:
    """The card's title, what is asked, and the tally of this round in figures."""
    v = now.v
    asked = said.asked(now.session.alone)
    totals = " · ".join(f"{side_name(right)} {total(now, right)}" for right in (False, True))
    words = Column(
        [
            widgets.text(v, f"{card.title}: {asked}", 28, "bold", key="top:words"),
            widgets.text(v, totals, 22, "semibold", key="balance"),
        ],
        v.px(2),
    )
    return Row([disc(v, card.family, 50), words, corner_box(v)], v.px(14))


def _middle(now: Now, weighing: rules.Weighing, card: Card, room: Rect) -> list[Box]:
    v = now.v
    if weighing.stage == rules.DOWN:
        legend = weigh_boxes.legend(v, rules.HEAD, said.after_one())
        spare = scrolling.left_beside(v, room, [legend])
        return [_figures(now, weighing, max(min(v.text_px(260), v.height // 3), spare)), legend]
    if weighing.stage == rules.COUNT:
        return _counting(now, weighing, room)
    counts = rules.kept(now, card.number) or weighing.counts
    title = _title(v, " ".join(plates.result_words(counts)))
    question = weigh_boxes.question(v, rules.HEAD, said.question(), plates.result_line(counts))
    spare = scrolling.left_beside(v, room, [title, question])
    lie = weigh_boxes.spread(v, counts, room.w, spare)
    place = [weigh_boxes.published(v, card)] if weighing.shown and card.rank is not None else []
    if place and (left := scrolling.left_beside(v, room, [title, question, *place])) > v.text_px(200):
        lie = weigh_boxes.spread(v, counts, room.w, left)
    return [title, lie, question, *place]


def _title(v: View, words: str) -> Box:
    return widgets.text(
        v, words, 44 if v.low else 56, "bold", role=Role.HEADING, level=2, key=rules.TITLE, align=0.5
    )


def _figures(now: Now, weighing: rules.Weighing, high: int) -> Box:
    v, g = now.v, now.g

    def place(rect: Rect) -> Nodes:
        figure = weighing.standing
        ops = count_down.in_a_row(g, rect, figure) if figure else count_down.words_in(g, rect)
        return [Node(rules.TITLE, Role.HEADING, rect, " ".join(count_down.raise_them()), level=2, ops=ops)]

    return Leaf(min(high, v.width * 2 // 5), place)


def _counting(now: Now, weighing: rules.Weighing, room: Rect) -> list[Box]:
    v, alone = now.v, now.session.alone
    if alone:
        how = widgets.seen(v, said.how_to_count(True), 28, "medium")
        under = weigh_boxes.paper(v, how, rules.HEAD, said.how_to_count(True), role=Role.ARTICLE)
    else:
        counted, people = len(weighing.hands), rules.people(now)
        told = said.below_discs(v, counted), said.how_to_count(False)
        under = weigh_boxes.discs(v, rules.HEAD, counted, people, *told)
    title = [_title(v, " ".join(said.head_words(alone)))]
    spare = scrolling.left_beside(v, room, [*title, under])
    if spare < v.text_px(2 * weigh_boxes.HAND_H):  # larger hands say more
        title, spare = [], scrolling.left_beside(v, room, [under])
    numbers = weigh_boxes.hand_boxes(
        v, lambda weight: rules.press(now, weighing, weight), keys.MENTION, now.sign, weighing.pressed,
        (room.w, spare),
    )  # fmt: skip
    return [*title, numbers, under]
