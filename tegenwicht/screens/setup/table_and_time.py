"""Step 2: who sits at the table, how much time there is, and under *Meer keuzes* all the rest."""

from copy import copy

from tegenwicht.game.cards import Deck
from tegenwicht.game.modes import mode_named
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import Button
from tegenwicht.kit.layout import Box, Column, Nodes, Row
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.act import Act
from tegenwicht.screens.parts.around import Around, column, large, stacked
from tegenwicht.screens.parts.help_lines import how_it_goes
from tegenwicht.screens.parts.small_views import no_smaller
from tegenwicht.screens.parts.table import letters
from tegenwicht.screens.parts.table.ground import Ground, ground_of, is_large, is_near, near_view
from tegenwicht.screens.parts.top_steps import Steps
from tegenwicht.screens.parts.wall.paper import sheet
from tegenwicht.screens.setup import more, seats, times
from tegenwicht.screens.setup.around import setup_around
from tegenwicht.screens.setup.choices import STEP, asks, has_plan, mode, ready, setup_of
from tegenwicht.screens.setup.games import tile_of
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import Begin, Put
from tegenwicht.screens.shell.modes import Part
from tegenwicht.screens.shell.view import View

RIGHT, TOP, WIDE = 1128, 247, 696
COUNT_X, COUNT_Y, TABLE_END, TABLE_WIDE = 96, 172, 966, 944
"""Where the seats begin: how many there are; how low the table reaches, and how wide it is."""
GAP, MOST_APART, QUESTIONS_APART = 20, 24, 3
"""Design pixels between the parts where they stand below each other; so many more where there is room, and between the
two questions that many times as much more."""
NEAR_TOP, NEAR_TIMES = 132, 0.85
NEAR_RIGHT_LEAST, NEAR_HINT, RIM_HIGH = 480, 60, 76
"""From near: where everything under the questions begins, and how large the times are of their usual size."""


def build(v: View) -> Node:
    """The table with its seats at the left, the time at the right; stacked on a small window."""
    deck = v.model.deck
    assert deck is not None
    typing = v.model.focus.startswith(("setup:name:", "setup:title")) or more.is_field(v.model.focus)
    place = tr("Nieuwe sessie · {game}").format(game=tile_of(mode(v)).name)
    around = setup_around(
        place, Steps((tr("Spel"), tr("Tafel en tijd")), 2), _begin(v, deck, typing), Put(STEP, 1), typing=typing,
        bindings=seats.moves(v), calm=has_plan(v),
    )  # fmt: skip
    onward = times.chosen_key(v) if has_plan(v) else "begin"
    if is_near(v) and seats.beside_each_other(v):
        return _near(near_view(v, grows=False), deck, around, onward)
    if not is_large(v):
        v = no_smaller(v)
        return stacked(v, around, lambda room, left: _in_column(v, deck, onward, room, left))
    g = ground_of(v)
    question = tr("Wie zit er aan tafel?")
    at = g.mid(96, 137, 0, 0)
    head = letters.line(g, (at.x, at.y), question, 60, "bold", v.theme.ink)
    nodes = [Node("setup:question", Role.HEADING, head.rect, question, level=2, ops=(head,))]
    under = g.mid(COUNT_X, 984, TABLE_WIDE, 0)
    nodes += [*seats.nodes(g, onward), seats.hint(g, (under.x, under.y), 24, under.w)]
    at = g.mid(RIGHT, 212, 0, 0)
    second = _second(v)
    line = letters.line(g, (at.x, at.y), second, 42, "bold", v.theme.ink, 0.0, g.px(WIDE))
    nodes.append(Node("setup:second", Role.HEADING, line.rect, second, level=2, ops=(line,)))
    room = g.mid(RIGHT, TOP - 8, WIDE, 0)
    bottom = g.front(0, 998, 0, 0).y
    edge = g.px(12)
    room = Rect(room.x - edge, room.y, room.w + 2 * edge + widgets.groove_width(v), bottom - room.y)
    right = Column(_right(v, deck), v.px(22))
    if right.height(room.w - widgets.groove_width(v) - 2 * edge) + 2 * v.px(10) > room.h:
        right = Column(_right(v, deck, tight=True), v.px(12))
    nodes += _in(v, room, right, edge)
    return large(g, around, nodes)


def _near(v: View, deck: Deck, around: Around, onward: str) -> Node:
    """The same on a small window: the table smaller, with the time beside it."""
    g = ground_of(v)
    part = (g.down - RIM_HIGH - NEAR_HINT - NEAR_TOP) / (TABLE_END - COUNT_Y)
    part = min(part, (g.across - 32 - 32 - 28 - NEAR_RIGHT_LEAST) / TABLE_WIDE)
    small = Ground(v, g.scale * part)
    small = small._replace(
        down_by=NEAR_TOP / part - COUNT_Y - small.lower, right_by=32 / part - COUNT_X - small.middle_x
    )
    question, second = tr("Wie zit er aan tafel?"), _second(v)
    x = 32 + TABLE_WIDE * part + 28
    wide = g.across - 32 - x
    head = letters.line(g, (g.px(32), g.px(116)), question, 38, "bold", v.theme.ink, 0.0, g.px(x - 60))
    line = letters.line(g, (g.px(x), g.px(116)), second, 34, "bold", v.theme.ink, 0.0, g.px(wide))
    edge = g.px(10)
    room = g.place(x, NEAR_TOP, wide, g.down - RIM_HIGH - NEAR_TOP - 6)
    room = room._replace(x=room.x - edge, w=room.w + 2 * edge + widgets.groove_width(v))
    right = Column(_right(_smaller(v), deck), v.px(12))
    if right.height(room.w - widgets.groove_width(v) - 2 * edge) + 2 * v.px(10) > room.h:
        right = Column(_right(_smaller(v), deck, tight=True), v.px(9))
    nodes = [
        Node("setup:question", Role.HEADING, head.rect, question, level=2, ops=(head,)),
        *seats.nodes(small, onward),
        seats.hint(g, (g.px(32), g.px(g.down - RIM_HIGH - 36)), 20, g.px(x - 28 - 32)),
        Node("setup:second", Role.HEADING, line.rect, second, level=2, ops=(line,)),
        *_in(v, room, right, edge),
    ]
    return large(g, around, nodes)


def _smaller(v: View) -> View:
    """The view with which the times are made from near."""
    less = copy(v)
    less.scale, less.unit = v.scale * NEAR_TIMES, v.unit * NEAR_TIMES
    less.across, less.down = v.across / NEAR_TIMES, v.down / NEAR_TIMES
    return less


def _in(v: View, room: Rect, box: Box, edge: int) -> list[Node]:
    """The column at the right, with room for the ring of the focus around what is in it."""
    from tegenwicht.kit.layout import Padded

    inside = room._replace(w=room.w - widgets.groove_width(v))
    padded = Padded(box, edge, v.px(10))
    fits = padded.height(inside.w) <= inside.h
    return widgets.scroll(v, "setup:right", padded, inside if fits else room)


def _second(v: View) -> str:
    if has_plan(v):
        return tr("Hoeveel tijd hebben jullie?")
    return tr("Waar gaat het over?") if asks(v, Part.SUBJECT) else tr("Hoe spelen jullie?")


def _right(v: View, deck: Deck, tight: bool = False) -> list[Box]:
    """The time, more choices, and what makes it safe; ``tight``: with less air."""
    boxes: list[Box] = []
    if has_plan(v):
        begin = Begin(setup_of(v, deck), deck)
        all_named = not any(seats.starts_here(v, n) for n in range(1, 13))
        boxes.append(times.box(v, begin, more.is_open(v), all_named, tight))
    boxes += more.boxes(v, deck)
    if not has_plan(v) and not more.is_open(v) and not mode_named(mode(v)).OPTIONS:
        boxes += _how(v)
    return [*boxes, _safe(v, deck)]


def _how(v: View) -> list[Box]:
    """How the game goes, in a few lines, where the time does not stand there."""
    lines = how_it_goes(mode(v))
    if not lines:
        return []
    rows: list[Box] = [widgets.name(v, tr("Zo gaat het"))]
    rows += [
        Row([widgets.icon(v, "next", 24, v.theme.table.faint), widgets.text(v, one, 24)], v.px(14), 0.0)
        for one in lines
    ]
    return [sheet(v, Column(rows, v.px(9)), "setup:how", tr("Zo gaat het"), pad=22)]


def _in_column(v: View, deck: Deck, onward: str, room: Rect, left: list[Button]) -> Nodes:
    """All of it below each other; what is left of the height is between the parts, and most of it between the two
    questions."""
    first = [widgets.heading(v, tr("Wie zit er aan tafel?"), 44), *seats.stacked(v, onward)]
    second = [widgets.heading(v, _second(v), 40), *_right(v, deck)]
    gaps = len(first) + len(second) - 2 + QUESTIONS_APART
    free = room.h - v.px(40) - Column([*first, *second], v.px(GAP)).height(room.w - 2 * v.px(24))
    more = 0 if left else max(0, min(v.px(MOST_APART), free // gaps))
    apart = v.px(GAP) + more
    both = Column([Column(first, apart), Column(second, apart)], v.px(GAP) + QUESTIONS_APART * more)
    return column(v, "setup:all", [both])(room, left)


def _begin(v: View, deck: Deck, typing: bool) -> Act:
    begin = Begin(setup_of(v, deck), deck) if ready(v, deck) else None
    signed = v.model.focus in ("", "begin", times.chosen_key(v)) and not typing
    return Act("begin", tr("Aan tafel"), begin, keys.PRIMARY, primary=True, sign=signed)


def _safe(v: View, deck: Deck) -> Box:
    if not ready(v, deck):
        return widgets.text(
            v, tr("Kies minstens één cluster dat kaarten heeft."), 24, "semibold", key="setup:safe"
        )
    words = tr(
        "Veilige ruimte. We praten over hóe we wegen, niet over wie gelijk heeft. Noem niets waaraan je een cliënt herkent."
    )
    return widgets.text(v, words, 24, "medium", key="setup:safe")
