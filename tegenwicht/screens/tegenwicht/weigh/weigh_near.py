"""Weighing on a small window, seen from near: large figures and hands behind the table's edge, as on the large table."""

from tegenwicht.game.cards import Card
from tegenwicht.kit.command import Command
from tegenwicht.kit.layout import Leaf, Row
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.clusters import disc
from tegenwicht.screens.parts.table import count_down, letters, plates, rim, weigh
from tegenwicht.screens.parts.table.ground import Ground
from tegenwicht.screens.parts.table.room import room
from tegenwicht.screens.shell import frame, keys
from tegenwicht.screens.tegenwicht.compact import scrolling
from tegenwicht.screens.tegenwicht.compact.compact_size import size_of
from tegenwicht.screens.tegenwicht.compact.corner import corner_box
from tegenwicht.screens.tegenwicht.compact.top import small_balance
from tegenwicht.screens.tegenwicht.now import Now
from tegenwicht.screens.tegenwicht.weigh import weigh_words as said
from tegenwicht.screens.tegenwicht.weigh import weighing as rules
from tegenwicht.screens.tegenwicht.words import round_line

FIGURES = (345, 225, 1230, 385)
"""Where the figures stand: left, top, width and height."""
COUNTING, RESULT = (92, 318), (68, 278)
"""Size and line of the large words while one counts, and above how the hands lie."""
HOW_Y = 812


def build(
    now: Now, weighing: rules.Weighing, card: Card, buttons: scrolling.Buttons, dialog: Node | None,
    bindings: tuple[tuple[str, Command], ...],
) -> Node:  # fmt: skip
    """The whole window. now: as ``near_of`` gives it."""
    counted = weighing.stage == rules.RESULT
    g = now.g._replace(down_by=-weigh.HIGHER) if counted else now.g
    placed = rim.buttons_on_rim(now.g, buttons)
    nodes = [*_top(now, card), *_middle(now._replace(g=g), weighing, card), *placed]
    title = said.window_title(round_line(now.session), card.title)
    return frame.scene(now.v, title, room(g), nodes, dialog, bindings, now.g.front(0, 1004, 0, 0).y)


def _top(now: Now, card: Card) -> list[Node]:
    """The card's title and what is asked; the small scale; help and menu."""
    v, asked = now.v, said.asked(now.session.alone)
    titles = Leaf(now.g.px(70), lambda rect: _titles(now.g, rect, card.title, asked))
    row = Row(
        [disc(v, card.family, 54), titles, small_balance(now, size_of(now), untimed=True), corner_box(v)],
        now.g.px(16),
    )
    side = now.g.px(24)
    wide = v.width - 2 * side
    return row.place(Rect(side, now.g.px(10), wide, row.height(wide)))


def _titles(g: Ground, rect: Rect, title: str, asked: str) -> list[Node]:
    """Two lines, each as large as there is room for."""
    ink = g.v.theme.ink
    ops = (
        letters.line(g, (rect.x, rect.y + g.px(29)), title, 29, "bold", ink, 0.0, rect.w),
        letters.line(g, (rect.x, rect.y + g.px(59)), asked, 24, "semibold", ink, 0.0, rect.w),
    )
    return [Node("top:words", Role.TEXT, ops[0].rect.around(ops[1].rect), f"{title}: {asked}", ops=ops)]


def _middle(now: Now, weighing: rules.Weighing, card: Card) -> list[Node]:
    if weighing.stage == rules.DOWN:
        return [_figures(now.g, weighing.standing), weigh.legend_sheet(now.g, rules.HEAD, said.after_one())]
    if weighing.stage == rules.COUNT:
        return _counting(now, weighing)
    return _result(now, weighing, card)


def _figures(g: Ground, figure: int) -> Node:
    rect = g.mid(*FIGURES)
    ops = count_down.in_a_row(g, rect, figure) if figure else count_down.words_in(g, rect)
    return Node(rules.TITLE, Role.HEADING, rect, " ".join(count_down.raise_them()), level=2, ops=ops)


def _large(g: Ground, words: str, place: tuple[float, float]) -> Node:
    """Large words in the middle, on their line."""
    size, base = place
    at = g.mid(960, base, 0, 0)
    op = letters.line(g, (at.x, at.y), words, size, "bold", g.v.theme.ink, 0.5, g.px(1200))
    return Node(rules.TITLE, Role.HEADING, op.rect, words, level=2, ops=(op,))


def _counting(now: Now, weighing: rules.Weighing) -> list[Node]:
    g, alone = now.g, now.session.alone
    made = [
        _large(g, " ".join(said.head_words(alone)), COUNTING),
        *weigh.hand_buttons(
            g, lambda weight: rules.press(now, weighing, weight), keys.MENTION, now.sign, weighing.pressed
        ),
    ]
    if not alone:
        counted, people = len(weighing.hands), rules.people(now)
        told = said.below_discs(now.v, counted), said.how_to_count(False)
        return [*made, weigh.discs(g, rules.HEAD, counted, people, *told)]
    how, at = said.how_to_count(True), g.mid(960, HOW_Y, 0, 0)
    line = letters.line(g, (at.x, at.y), how, 30, "medium", now.v.theme.ink, 0.5, g.px(1200))
    rect = line.rect.inset(-g.px(14))
    return [*made, Node(rules.HEAD, Role.ARTICLE, rect, how, first=True, corner=g.px(14), ops=(line,))]


def _result(now: Now, weighing: rules.Weighing, card: Card) -> list[Node]:
    g, counts = now.g, rules.kept(now, card.number) or weighing.counts
    at_rest = g._replace(down_by=0.0)
    made = [
        _large(at_rest, " ".join(plates.result_words(counts)), RESULT), *weigh.result(g, counts),
        weigh.question_sheet(g, rules.HEAD, said.question(), plates.result_line(counts), weigh.SHEET_W),
    ]  # fmt: skip
    if weighing.shown and card.rank is not None:
        made.append(weigh.published_strip(g, card))
    return made
