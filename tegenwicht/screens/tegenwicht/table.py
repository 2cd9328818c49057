"""The table: the card stands large, piles at the left, whose turn and the tally at the right.

Where three columns do not fit, everything is in one, the card first and the main button always in sight.
"""

from tegenwicht.game import tegenwicht as t
from tegenwicht.game.drawing import Drawing
from tegenwicht.game.state import Session
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets as w
from tegenwicht.kit.buttons import Button, toolbar
from tegenwicht.kit.layout import Box, Column, Leaf, Nodes, Pinned, Row, columns
from tegenwicht.kit.nodes import Node
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.shell.frame import footed, frame, margin_of
from tegenwicht.screens.shell.model import Playing
from tegenwicht.screens.shell.view import View
from tegenwicht.screens.tegenwicht import card, panels
from tegenwicht.screens.tegenwicht.actions import mentions, others, primary, table_buttons, undo_boxes
from tegenwicht.screens.tegenwicht.piles import least_width, piles
from tegenwicht.screens.tegenwicht.side import people, tally
from tegenwicht.screens.tegenwicht.words import round_line

GAP = 24
PILES, SIDE, BETWEEN = (200, 222), (424, 440), (18, GAP)
"""Widths of the outer columns, and the room between, in design pixels: on a narrower screen, and on one of 16 by 9."""
THREE_COLUMNS = 1690
"""In design pixels at the chosen text size: from this width on the piles have a column of their own."""


def build(v: View) -> Node:
    """The table of the session in ``v.model.playing``, with a panel over it when one is open."""
    playing = v.model.playing
    assert playing is not None
    session: Session = playing.timeline.session
    dialog = panels.build(v, session) if v.model.panel else None
    body = _wide if v.wide else _stacked
    return frame(
        v, round_line(session), lambda rect: body(v, playing, rect), panels.title_and_date(playing),
        table_buttons(v), dialog,
    )  # fmt: skip


def _wide(v: View, playing: Playing, rect: Rect) -> Nodes:
    roomy = v.roomy
    inner = rect.inset(v.u(32 if roomy else 22), v.u(26 if roomy else 20))
    stacks, gap = max(v.t(PILES[roomy]), least_width(v)), v.u(BETWEEN[roomy])
    if v.across < THREE_COLUMNS:
        left, right = columns(inner, 0, v.t(SIDE[roomy]), gap=gap)
        return [*_middle(v, playing, left), *_right(v, playing, right, piles(v, playing, 3))]
    left, middle, right = columns(inner, stacks, 0, v.t(SIDE[roomy]), gap=gap)
    return [
        *_middle(v, playing, middle),
        *w.scroll(v, "table:piles", piles(v, playing, 1, left.h), left, tr("Stapels")),
        *_right(v, playing, right),
    ]


def _middle(v: View, playing: Playing, rect: Rect) -> Nodes:
    """The card, and below it what can be done."""
    buttons = toolbar(v, [primary(v, playing), *others(v, playing)])
    below = Column([buttons, mentions(v, playing)], v.u(18))
    below_h = below.height(rect.w)
    gap = v.u(GAP)
    card_h = min(rect.h, max(v.t(300), rect.h - below_h - gap))
    under = Rect(rect.x, rect.y + card_h + gap, rect.w, max(0, rect.h - card_h - gap))
    nodes = card.card(v, playing.timeline.session, Rect(rect.x, rect.y, rect.w, card_h))
    return nodes + w.scroll(v, "table:actions", below, under)


def _right(v: View, playing: Playing, rect: Rect, stacks: Box | None = None) -> Nodes:
    """Whose turn it is and the tally; names make room so that the tally stays in sight.

    stacks: the piles, where they have no column of their own; on top when one is to be chosen.
    """
    gap, session = v.u(GAP), playing.timeline.session
    lower = tally(v, session)
    most = rect.h - gap - lower.height(rect.w)
    upper = people(v, playing, rect.w, most)
    if stacks is not None:
        choosing = t.drawing_now(session) is Drawing.PILE and not t.card_on_table(session)
        parts = [stacks, upper, lower] if choosing else [upper, lower, stacks]
        return w.scroll(v, "table:side", Column(parts, gap), rect, tr("Beurt en tussenstand"))
    sides = Pinned(upper, lower, gap)
    if sides.height(rect.w) <= rect.h:
        return sides.place(rect)
    return w.scroll(v, "table:side", sides, rect, tr("Beurt en tussenstand"))


# -- one column


def _stacked(v: View, playing: Playing, rect: Rect) -> Nodes:
    """All of it where the window is high enough, the card taking what is left; else it scrolls."""
    inner = rect.inset(margin_of(v), v.u(20))
    gap = v.u(GAP)
    buttons = toolbar(v, [primary(v, playing), *others(v, playing)])
    rest = Column(_parts(v, playing, inner.w, buttons, True), gap)
    session: Session = playing.timeline.session
    card_h = card.least_height(v, session, inner.w)
    spare = inner.h - rest.height(inner.w) - gap
    if spare < card_h:
        return _scrolling(v, playing, rect)
    under = Rect(inner.x, inner.y + spare + gap, inner.w, inner.h - spare - gap)
    return card.card(v, session, inner._replace(h=spare)) + rest.place(under)


def _scrolling(v: View, playing: Playing, rect: Rect) -> Nodes:
    """The card first; the main button, and undo where it fits, in the foot."""
    session: Session = playing.timeline.session
    margin = margin_of(v)

    def body(room: Rect, left: list[Button]) -> Nodes:
        inner = Rect(rect.x + margin, room.y + v.u(16), rect.w - 2 * margin, room.h - v.u(16))
        buttons = toolbar(v, [*others(v, playing), *left])
        parts = _parts(v, playing, inner.w, buttons, False)
        drawn = Leaf(lambda width: card.least_height(v, session, width), lambda at: card.card(v, session, at))
        return w.scroll(v, "table:all", Column([drawn, *parts, w.NOTHING], v.u(GAP)), inner)

    return footed(v, rect, [primary(v, playing), *undo_boxes(v, playing)], body, margin)


def _parts(v: View, playing: Playing, width: int, buttons: Box, undo: bool) -> list[Box]:
    """What is below the card, in the order in which it is wanted."""
    gap = v.u(GAP)
    each = (width - gap) // 2 if v.pair else width
    came_up = tally(v, playing.timeline.session)
    turn = people(v, playing, each, came_up.height(each) if v.pair else 0)
    sides: list[Box] = [Row([turn, came_up], gap, 0.0, stretch=True)] if v.pair else [turn, came_up]
    marked, stacks = mentions(v, playing, undo), piles(v, playing, 6 if v.pair else 3)
    if t.card_on_table(playing.timeline.session):
        return [buttons, marked, *sides, stacks]
    return [buttons, sides[0], stacks, marked, *sides[1:]]
