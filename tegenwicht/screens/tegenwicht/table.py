"""The table of a session that is going on: the scale, what lies there, the card, and what can be done."""

from collections.abc import Callable, Sequence

from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill
from tegenwicht.screens.parts import popup
from tegenwicht.screens.parts.act import Act
from tegenwicht.screens.parts.table import cards, letters
from tegenwicht.screens.parts.table.counters import counter_rect
from tegenwicht.screens.parts.table.room import room
from tegenwicht.screens.shell import frame
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.view import View
from tegenwicht.screens.tegenwicht import actions, panels
from tegenwicht.screens.tegenwicht.compact import compact_table
from tegenwicht.screens.tegenwicht.compact.compact_size import is_compact
from tegenwicht.screens.tegenwicht.compact.rim import hidden_acts
from tegenwicht.screens.tegenwicht.now import STRIPS, Now, now_of
from tegenwicht.screens.tegenwicht.pieces import above, card, dragging, laid, pair, seats, thoughts
from tegenwicht.screens.tegenwicht.pieces.counting import counters
from tegenwicht.screens.tegenwicht.pieces.pans import pans
from tegenwicht.screens.tegenwicht.todo import gone_words, what_to_do
from tegenwicht.screens.tegenwicht.weigh import weigh_scene
from tegenwicht.screens.tegenwicht.weigh.weighing import weighing_of
from tegenwicht.screens.tegenwicht.words import moment_line, round_line

MOMENT = 30
"""The letters of the moment the talk is about."""


def build(v: View) -> Node:
    """The table of the session in ``v.model.playing``, with a panel over it when one is open."""
    now = now_of(v)
    weighing = weighing_of(now)
    if weighing is not None:
        return weigh_scene.build(now, weighing, dialog(now))
    if is_compact(v):
        return compact_table.build(now, v.part(dialog, now))
    two = (
        len(now.cards) > 1 and now.enlarged is None and not now.writing
    )  # there is a strip under one card alone
    scale = (pair.pair,) if two else (middle, counters, pans)
    lying = () if two else (laid.aside, laid.discussed)
    parts: tuple[Callable[[Now], Sequence[Node]], ...] = (
        above.corners, above.top_line, *scale, rim_buttons, seats.seats, *lying, dragging.places,
        above.clock, in_the_corner,
    )  # fmt: skip
    return frame.scene(
        v,
        v.part(round_line, now.session),
        v.part(room, now.g),
        [node for one in parts for node in v.part(one, now)],
        v.part(dialog, now),
        v.part(actions.bindings, now),
        now.g.front(0, 1004, 0, 0).y,
    )


def rim_buttons(now: Now) -> list[Node]:
    """The buttons on the rim, beside the tents."""
    return actions.on_rim(now, seats.width(now))


def in_the_corner(now: Now) -> list[Node]:
    """Help and menu."""
    return above.corner_buttons(now.g, now.escape_is_free)


def dialog(now: Now) -> Node | None:
    """The panel that is open, if one is."""
    panel = now.v.model.panel
    if panel in (Panel.MORE, Panel.MENU):
        acts = actions.more_acts(now) if panel is Panel.MORE else actions.menu_acts(now)
        title = popup.title_of(now.playing, panel)
        if is_compact(now.v):
            hidden = hidden_acts(now) if panel is Panel.MORE else []
            return popup.sheet(now.v, f"panel:{panel}", title, _not_twice(now, [*hidden, *acts], hidden))
        acts = _not_twice(now, acts)
        apart = len(now.cards) < 2 or now.enlarged is not None
        behind = [counter_rect(now.g, True, n) for n in range(len(now.side(True)))] if apart else []
        return popup.popup(now.g, f"panel:{panel}", title, acts, panel is Panel.MENU, behind)
    if panel is Panel.THOUGHTS:
        return thoughts.panel(now)
    return panels.build(now.v, now.session) if panel and panel not in STRIPS else None


def _not_twice(now: Now, acts: Sequence[Act], hidden: Sequence[Act] = ()) -> list[Act]:
    """Without what is on the rim, each once. hidden: what had no room there."""
    on_rim = {one.key for one in actions.rim_acts(now)} - {one.key for one in hidden}
    return [one for key, one in {act.key: act for act in reversed(acts)}.items() if key not in on_rim][::-1]


def middle(now: Now) -> list[Node]:
    """The card; or, until one is drawn, whose turn it is and the piles."""
    if now.cards:
        return card.card(now)
    if asked := card.asked(now):
        return [*_whose_turn(now), *asked]
    if not now.play.left:
        return [*_all_gone(now), *laid.piles(now)]
    return [*_whose_turn(now), *laid.piles(now)]


def _whose_turn(now: Now) -> list[Node]:
    """Large, split by the pillar."""
    left, right = what_to_do(now)
    g, ink = now.g, now.v.theme.ink
    base = g.px(390 + g.lower)
    ops = [
        letters.line(g, (g.px(916 + g.middle_x), base), left, 112, "bold", ink, 1.0, g.px(560)),
        letters.line(g, (g.px(1004 + g.middle_x), base), right, 74, "semibold", ink, 0.0, g.px(560)),
    ]
    rect = ops[0].rect.around(ops[1].rect)
    said = f"{left} {right}"
    words = moment_line(now.session.setup.moment)
    nodes = [Node("turn", Role.HEADING, rect, said, level=2, ops=tuple(ops))]
    if words:
        x, room, step = g.px(1004 + g.middle_x), g.px(560), g.px(MOMENT * 1.25)
        px = letters.size(g, MOMENT)
        lines = tuple(
            letters.line(g, (x, base + g.px(66) + n * step), one, MOMENT, "medium", ink, 0.0, room)
            for n, one in enumerate(cards.balanced(g, words, "medium", px, room))
        )
        nodes.append(Node("moment", Role.TEXT, lines[0].rect.around(lines[-1].rect), words, ops=lines))
    return nodes


def _all_gone(now: Now) -> list[Node]:
    """That all cards have been, on a sheet before the pillar."""
    g, theme = now.g, now.v.theme
    at = g.mid(540, 300, 840, 164)
    words, line = gone_words(now)
    middle, room = at.x + at.w // 2, at.w - g.px(40)
    shadow = g.px(20) if theme.table.rich else 0
    ops = (
        Fill(at, theme.table.paper, g.px(18), g.px(3), theme.table.line, shadow),
        letters.line(g, (middle, at.y + g.px(78)), words, 62, "bold", theme.ink, 0.5, room),
    )
    under = letters.line(g, (middle, at.y + g.px(130)), line, 30, "medium", theme.ink, 0.5, room)
    return [
        Node("turn", Role.HEADING, at, words, level=2, ops=ops),
        Node("gone", Role.TEXT, under.rect, line, ops=(under,)),
    ]
