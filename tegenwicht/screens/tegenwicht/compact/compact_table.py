"""The compact table, for small windows and large text: the card, its doorvraag and the counters below each other.

The top and the rim stay where they are; what is between them scrolls when it is higher than the window.
"""

from tegenwicht.game import tegenwicht as t
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets as w
from tegenwicht.kit.buttons import button
from tegenwicht.kit.flow import Wrap
from tegenwicht.kit.layout import Box, Column, Nodes, space
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.shell import frame
from tegenwicht.screens.shell.commands import Open
from tegenwicht.screens.tegenwicht import actions
from tegenwicht.screens.tegenwicht.compact import card_compact
from tegenwicht.screens.tegenwicht.compact.compact_size import Size, size_of
from tegenwicht.screens.tegenwicht.compact.counters import counters
from tegenwicht.screens.tegenwicht.compact.piles import piles
from tegenwicht.screens.tegenwicht.compact.rim import rim, shown_acts
from tegenwicht.screens.tegenwicht.compact.top import top
from tegenwicht.screens.tegenwicht.now import Now
from tegenwicht.screens.tegenwicht.pieces import laid, seats
from tegenwicht.screens.tegenwicht.todo import gone_words, what_to_do
from tegenwicht.screens.tegenwicht.words import moment_line, round_line


def build(now: Now, dialog: Node | None) -> Node:
    """The whole window."""
    s = size_of(now)
    v = now.v
    above_all = top(now, s)
    high = above_all.height(v.width - 2 * s.px(12)) + s.px(12)
    acts, _ = shown_acts(now, s)
    foot = s.px(54)
    nodes = above_all.place(Rect(s.px(12), s.px(6), v.width - 2 * s.px(12), high - s.px(12)))
    room = Rect(
        s.px(12), high, v.width - 2 * s.px(12), v.height - high - foot - s.px(8) - frame.news_height(v)
    )
    nodes += _middle(now, s, room)
    nodes += rim(now, s, acts, foot)
    m = v.theme.table
    whole, wood = Rect(0, 0, v.width, v.height), high + room.h // 2
    ground = (
        Fill(whole, m.wall), Fill(Rect(0, wood, v.width, v.height - wood), m.wood),
        Fill(Rect(0, v.height - foot, v.width, foot), m.rim),
        Fill(Rect(0, v.height - foot, v.width, max(1, s.px(3))), m.rim_light),
    )  # fmt: skip
    return frame.scene(
        v, round_line(now.session), ground, nodes, dialog, actions.bindings(now), v.height - foot
    )


# -- the middle


def _middle(now: Now, s: Size, room: Rect) -> Nodes:
    gap = s.px(8)
    if now.cards:
        below = [*card_compact.strip(now, s), counters(now, s)]
        rest = Column(below, gap)
        return card_compact.with_card(now, s, room, rest, gap)
    head = _what_to_do(now, s)
    asked = card_compact.asked(now, s) or [piles(now, s)]
    parts = [head, *asked, counters(now, s), _laid(now, s)]
    spare = room.h - Column(parts, s.px(12)).height(room.w)
    gap = s.px(12) + max(0, min(spare // 6, s.px(40)))  # in a high window the parts stand apart
    return w.scroll(
        now.v, "table:all", Column([space(s.px(4)), *parts], gap if spare > s.px(60) else s.px(12)), room
    )


def _what_to_do(now: Now, s: Size) -> Box:
    v = now.v
    if now.play.left:
        head, line = " ".join(what_to_do(now)), moment_line(now.session.setup.moment)
    else:
        head, line = gone_words(now)
    parts = [w.text(v, head, s.design(40), "bold", role=Role.HEADING, level=2, key="turn", align=0.5)]
    if line:
        parts.append(w.text(v, line, s.design(20), "medium", key="moment", align=0.5))
    return Column(parts, s.px(6))


def _laid(now: Now, s: Size) -> Box:
    """What was put aside and discussed, as two buttons, and who sits at the table."""
    boxes = []
    if now.play.aside:
        name = tr("Opzij · {n}").format(n=len(now.play.aside))
        boxes.append(button(now.v, "aside", name, Open("aside"), size=s.design(18), pad=12))
    if cards := laid.discussed_cards(now):
        name = tr("Besproken · {n}").format(n=len(cards))
        boxes.append(button(now.v, "discussed", name, Open("discussed"), size=s.design(18), pad=12))
    return Wrap([*boxes, *_people(now, s)], s.px(8)) if boxes or not now.session.alone else w.NOTHING


def _people(now: Now, s: Size) -> list[Box]:
    made: list[Box] = []
    for one, person in zip(now.session.present, seats.persons(now), strict=False):
        gives = now.may(t.GiveTurnTo(one.id))
        if gives:
            made.append(button(now.v, f"tent:{one.id}", person.name, gives, size=s.design(18), pad=12))
    return made
