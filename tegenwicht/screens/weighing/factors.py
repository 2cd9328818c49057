"""The list of factors, for every screen of the mode Wegen."""

from collections.abc import Callable

from tegenwicht.game import weighing
from tegenwicht.game.state import Session
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import button
from tegenwicht.kit.command import Command
from tegenwicht.kit.layout import Box, Column, Nodes, Padded, Row, space
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.clusters import disc_ops
from tegenwicht.screens.parts.table.ground import is_near
from tegenwicht.screens.parts.wall.paper import sheet
from tegenwicht.screens.shell.model import Playing
from tegenwicht.screens.shell.view import View
from tegenwicht.screens.weighing.words import without_published

SIDE = 480
"""Design pixels that the column at the right is wide."""


def factor_list(v: View, playing: Playing, going_to: Callable[[int], Command]) -> Box:
    """Every factor, which of them have a weight, and the way to each. ``going_to``: what pressing one does."""
    session: Session = playing.timeline.session
    play = weighing.scales(session)
    done = sum(weighing.is_weighed(play, card) for card in play.factors)
    count = tr("{n} van {m} gewogen").format(n=done, m=len(play.factors))
    head = widgets.ends(v, widgets.name(v, tr("De factoren")), widgets.muted(v, count, 22, natural=True))
    rows = [_factor(v, playing, card, going_to(card)) for card in play.factors]

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        return Node("factors", Role.LIST, rect, tr("De factoren"), children=tuple(nodes))

    parts: list[Box] = [head, Padded(Column(rows, v.px(4 if is_near(v) else 6)), 0, 0, wrap)]
    if weighing.without_published(session):
        parts.append(widgets.muted(v, without_published(), 22))
    near = is_near(v)
    return sheet(v, Column(parts, v.px(8 if near else 12)), "factors:panel", pad=18 if near else 22)


def _factor(v: View, playing: Playing, card: int, command: Command) -> Box:
    session: Session = playing.timeline.session
    title, play = session.cards[card].title, weighing.scales(session)
    if card == play.now:
        return _in_front(v, session, card, title)
    given = _given(play, card)
    said = tr("{title}, {weight}").format(title=title, weight=given or tr("nog niet gewogen"))
    glyph = "check" if weighing.is_weighed(play, card) else session.cards[card].family.value
    able = weighing.TurnTo(card) in playing.legal
    return (
        button(v, f"factor:{card}", title, command, glyph=glyph, enabled=able)
        .sized(22, 9 if is_near(v) else 14)
        .filling()
        .beside(given if play.covered else "")  # of hands the check says it
        .heard(said)
    )


def _given(play: weighing.Scales, card: int) -> str:
    """What whoever looks gave themselves; of hands only that they were counted: the spread comes later."""
    if play.covered and play.at_keys is not None and weighing.is_weighed(play, card):
        return tr("gewicht {n}").format(n=weighing.own_of(play, play.at_keys).weight(card))
    return tr("gewogen") if weighing.is_weighed(play, card) else ""


def _in_front(v: View, session: Session, card: int, title: str) -> Box:
    cluster, mark = session.cards[card].family, v.text_px(34)
    words = widgets.seen(v, title, 22, "bold", v.theme.on_strong)

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        icon = Rect(rect.x + v.px(10), rect.y + (rect.h - mark) // 2, mark, mark)
        ops = (Fill(rect, v.theme.strong, v.px(14)), *disc_ops(v, cluster, icon, True))
        return Node(f"factor:{card}", Role.LIST_ITEM, rect, title, tr("nu"), ops=ops, children=tuple(nodes))

    room = Padded(words, 0, v.px(2))
    return Padded(Row([_gap(mark + v.px(8)), room], 0), v.px(14), v.px(8 if is_near(v) else 12), wrap)


def _gap(width: int) -> Box:
    return space(0, width)
