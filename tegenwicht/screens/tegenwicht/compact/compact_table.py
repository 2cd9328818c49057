"""The compact table, for small windows and large text: the card, its doorvraag and the counters below each other.

The top and the rim stay where they are; what is between them scrolls when it is higher than the window.
"""

from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import button
from tegenwicht.kit.flow import Wrap
from tegenwicht.kit.layout import Box, Column, Nodes, space
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.table.ground import Ground
from tegenwicht.screens.shell import frame
from tegenwicht.screens.shell.commands import Open
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.tegenwicht import actions
from tegenwicht.screens.tegenwicht.compact import card_compact, draw_table, strip_compact
from tegenwicht.screens.tegenwicht.compact.compact_size import Size, size_of
from tegenwicht.screens.tegenwicht.compact.counters import counters
from tegenwicht.screens.tegenwicht.compact.piles import piles
from tegenwicht.screens.tegenwicht.compact.rim import FOOT, is_seated, rim
from tegenwicht.screens.tegenwicht.compact.top import top
from tegenwicht.screens.tegenwicht.now import Now
from tegenwicht.screens.tegenwicht.pieces import laid, seats
from tegenwicht.screens.tegenwicht.todo import gone_words, what_to_do
from tegenwicht.screens.tegenwicht.words import moment_line, round_line

JOKERS = 22
"""What a joker at a seat takes above the rim, at 1024 by 640."""


def build(now: Now, dialog: Node | None) -> Node:
    """The whole window."""
    s = size_of(now)
    v, foot = now.v, s.px(FOOT)
    on_rim, tents = v.part(rim, now, s)
    floor = floor_of(now, s, tents)
    drawing = None if now.cards or now.writing else v.part(_drawing, now, s, floor)
    ground, nodes, news_at = drawing or _below_each_other(now, s, floor, is_seated(tents))
    m = v.theme.table
    ground = (
        *ground, Fill(Rect(0, v.height - foot, v.width, foot), m.rim),
        Fill(Rect(0, v.height - foot, v.width, max(1, s.px(3))), m.rim_light),
    )  # fmt: skip
    words, keys = v.part(round_line, now.session), v.part(actions.bindings, now)
    return frame.scene(v, words, ground, [*nodes, *on_rim, *tents], dialog, keys, v.height - foot, news_at)


Placed = tuple[tuple[Op, ...], Nodes, int]
"""What is behind everything, what stands before it, and where news lies: above what can be pressed, which it does not
move."""


def _drawing(now: Now, s: Size, floor: int) -> Placed | None:
    """The table with its piles and the whole scale, where there is room for it."""
    stand = counters(now, s)
    plan = draw_table.planned(now, s, stand, floor)
    if plan is None:
        return None
    return draw_table.room(plan), draw_table.scene(now, s, plan, stand), s.px(draw_table.TOP)


def ground_of_scale(now: Now) -> Ground | None:
    """The ground that the scale stands on, where it is there as a whole; None where it is small, in the top."""
    s = size_of(now)
    floor = floor_of(now, s, rim(now, s)[1])
    plan = None if now.cards else draw_table.planned(now, s, counters(now, s), floor)
    return plan.g if plan is not None else None


def floor_of(now: Now, s: Size, tents: Nodes) -> int:
    """Where what is above the rim ends: also above jokers at the seats."""
    jokers = s.px(JOKERS) if any(one.key.startswith("joker:") for one in tents) else 0
    return now.v.height - s.px(FOOT) - jokers


def _below_each_other(now: Now, s: Size, floor: int, seated: bool) -> Placed:
    """The top, and below it what lies on the table; that scrolls when it is higher than the window."""
    v, m = now.v, now.v.theme.table
    nodes, top = v.part(_above, now, s)
    news = frame.news_height(v)
    high = top + (news + s.px(8) if news else 0)  # clear of the ring around the card
    room = Rect(s.px(12), high, v.width - 2 * s.px(12), floor - high - s.px(8))
    whole, wood = Rect(0, 0, v.width, v.height), high + room.h // 2
    ground = Fill(whole, m.wall), Fill(Rect(0, wood, v.width, v.height - wood), m.wood)
    return ground, [*nodes, *v.part(_middle, now, s, room, seated)], top


def _above(now: Now, s: Size) -> tuple[Nodes, int]:
    """The top, and how high it is with the room around it."""
    above_all, wide = top(now, s), now.v.width - 2 * s.px(12)
    high = above_all.height(wide) + s.px(12)
    return above_all.place(Rect(s.px(12), s.px(6), wide, high - s.px(12))), high


# -- the middle


def _middle(now: Now, s: Size, room: Rect, seated: bool) -> Nodes:
    gap = s.px(8)
    if now.cards:
        strip = strip_compact.strip(now, s)
        rest = Column([*strip, counters(now, s)], gap)
        if now.writing and not card_compact.fits(now, s, room, rest, gap):
            rest = Column(strip, gap)  # the whole card, rather than a strip of them
        return card_compact.with_card(now, s, room, rest, gap)
    head = _what_to_do(now, s)
    asked = strip_compact.asked(now, s) or [piles(now, s)]
    parts = [head, *asked, counters(now, s), _laid(now, s, seated)]
    spare = room.h - Column(parts, s.px(12)).height(room.w)
    gap = s.px(12) + max(0, min(spare // 6, s.px(40)))  # in a high window the parts stand apart
    return widgets.scroll(
        now.v, "table:all", Column([space(s.px(4)), *parts], gap if spare > s.px(60) else s.px(12)), room
    )


def _what_to_do(now: Now, s: Size) -> Box:
    v = now.v
    if now.play.left:
        head, line = " ".join(what_to_do(now)), moment_line(now.session.setup.moment)
    else:
        head, line = gone_words(now)
    parts = [widgets.text(v, head, s.design(40), "bold", role=Role.HEADING, level=2, key="turn", align=0.5)]
    if line:
        parts.append(widgets.text(v, line, s.design(20), "medium", key="moment", align=0.5))
    return Column(parts, s.px(6))


def _laid(now: Now, s: Size, seated: bool) -> Box:
    """What was put aside and discussed, as two buttons; and who is at the table, unless they are seated on the rim."""
    boxes: list[Box] = []
    if now.play.aside:
        name = tr("Opzij · {n}").format(n=len(now.play.aside))
        boxes.append(button(now.v, "aside", name, Open(Panel.ASIDE)).sized(s.design(18), 12))
    if cards := laid.discussed_cards(now):
        name = tr("Besproken · {n}").format(n=len(cards))
        boxes.append(button(now.v, "discussed", name, Open(Panel.DISCUSSED)).sized(s.design(18), 12))
    boxes += [] if seated else _people(now, s)
    return Wrap(boxes, s.px(8)) if boxes else widgets.NOTHING


def _people(now: Now, s: Size) -> list[Box]:
    made: list[Box] = []
    for one, person in zip(now.session.present, seats.persons(now), strict=False):
        asks = now.asks_turn(one.id)
        if asks:
            made.append(button(now.v, f"tent:{one.id}", person.name, asks).sized(s.design(18), 12))
    return made
