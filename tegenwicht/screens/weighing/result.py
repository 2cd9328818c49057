"""The result: the own order beside the published places, and what to talk about."""

from tegenwicht.game import events, weighing
from tegenwicht.game.cards import Card
from tegenwicht.game.state import Session
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import Button, button, toolbar
from tegenwicht.kit.layout import Box, Column, Leaf, Nodes, Padded, Row
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.account.blocks import sheets as block_sheets
from tegenwicht.screens.parts.act import Act
from tegenwicht.screens.parts.clusters import disc
from tegenwicht.screens.parts.small_views import page_view
from tegenwicht.screens.parts.table.ground import is_near
from tegenwicht.screens.parts.wall.game_wall import main_act, scene
from tegenwicht.screens.parts.wall.paper import sheet
from tegenwicht.screens.shell.commands import Do, Open
from tegenwicht.screens.shell.model import Playing
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.view import View
from tegenwicht.screens.weighing import published, sheets, spread
from tegenwicht.screens.weighing.account import published_blocks
from tegenwicht.screens.weighing.around import around
from tegenwicht.screens.weighing.words import (
    beside,
    counts_aloud,
    difference_heading,
    difference_question,
    mean_shown,
    no_place,
    solo_question,
    source_line,
)

PLACE, MEAN, RANK, RIGHT = (84, 110), (140, 140), (150, 180), (510, 556)
"""Design pixels, on a narrower screen and on one of 16 by 9: three columns of the table, and what is beside it."""


FINISH_BESIDE = 1100
"""From this width of window, in pixels, finishing has a button beside the others; it has its key and its place in the
menu on any."""
NEAR_RIGHT, NEAR_DISC, DISC = (400, 520), 34, 46
"""On a small window, where that is narrow and where it is not: how wide what is beside it is. And the signs."""


def _wide(v: View) -> bool:
    """Whether the order is a table with columns; on a narrow one, where there is no column for the published places."""
    return v.wide or (is_near(v) and v.halves and not published.are_shown(v))


def _right(v: View) -> int:
    return NEAR_RIGHT[v.wide] if is_near(v) else RIGHT[v.roomy]


def build(v: View) -> Node:
    """What was weighed, turned over."""
    v = page_view(v.of(v.model)) if is_near(v) else v
    playing = v.model.playing
    assert playing is not None
    session: Session = playing.timeline.session

    def body(room: Rect, left: list[Button]) -> Nodes:
        margin = v.px(32)
        inner = Rect(room.x + margin, room.y + v.px(14), room.w - 2 * margin, room.h - v.px(20))
        more = [toolbar(v, left)] if left else []
        blocks = tuple(published_blocks(session)) if published.are_shown(v) else ()
        groups = block_sheets(v, blocks, "groups")
        table = Column([_order(v, session), *groups], v.px(24)) if _wide(v) else _order(v, session)
        rest = more if _wide(v) else [*groups, *more]
        talk = _put_forward(v, session)
        first, second = (table, talk) if _wide(v) else (talk, table)
        return sheets.beside(
            v,
            inner,
            first,
            second,
            _right(v),
            fills=False,
            wide=_wide(v),
            more=lambda: rest,
        )

    return scene(around(v, playing, tr("De uitkomst"), _acts(v, playing), calm=("forward",)), body)


# -- the order


def _order(v: View, session: Session) -> Box:
    """The own order, a row for each factor: with columns where there is room for them."""
    alone, order = not weighing.has_spread(session), weighing.own_order(session)
    title = tr("Jouw volgorde") if alone else tr("Jullie volgorde")
    if not order:
        return sheet(v, widgets.text(v, tr("Er is nog geen factor gewogen.")), "order:panel")
    rows = [_row(v, session, place, one, alone) for place, one in order]
    if _wide(v):
        rows.insert(0, _heads(v, alone))

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        return Node("order", Role.TABLE, rect, title, children=tuple(nodes))

    table = Padded(Column(rows, v.px(5 if is_near(v) else 8)), 0, 0, wrap)
    notes = (
        [widgets.muted(v, source_line(), 22), widgets.muted(v, beside(session, alone), 22)]
        if published.are_shown(v)
        else []
    )
    small = is_near(v)
    box = Column([widgets.heading(v, title, 36 if small else 40), table, *notes], v.px(8 if small else 14))
    return sheet(v, box, "order:panel", pad=20 if small else 28)


def _fixed(v: View, box: Box, width: tuple[int, int]) -> Box:
    return Leaf(box.height, box.place, v.text_px(width[v.roomy] * (0.9 if is_near(v) else 1)))


def _cell(
    v: View, words: str, width: tuple[int, int], key: str, size: float = 28, quiet: bool = False
) -> Box:
    colour, weight = (v.theme.muted, "regular") if quiet else (v.theme.ink, "bold")
    box = widgets.text(v, words, size, weight, colour, Role.CELL, align=0.5, key=key)
    return _fixed(v, box, width)


def _heads(v: View, alone: bool) -> Box:
    def head(words: str, width: tuple[int, int] | None = None, align: float = 0.5) -> Box:
        box = widgets.text(
            v, words, 22, "semibold", v.theme.muted, Role.COLUMN_HEADER, align=align, key=f"head:{words}"
        )
        return _fixed(v, box, width) if width else box

    own = tr("Jouw plaats") if alone else tr("Jullie plaats")
    weight = tr("Gewicht") if alone else tr("Gemiddeld")
    spreads = [] if alone else [spread.cells_head(v)]
    ranks = [head(tr("Onderzoek: plaats van 41"), RANK)] if published.are_shown(v) else []
    boxes = [head(own, PLACE), head(tr("Factor"), None, 0.0), head(weight, MEAN), *spreads, *ranks]
    return _as_row(v, Row(boxes, v.px(16)), "order:heads")


def _as_row(v: View, box: Box, key: str, ruled: bool = False) -> Box:
    def wrap(rect: Rect, nodes: Nodes) -> Node:
        line = Rect(rect.x, rect.y - v.px(3 if is_near(v) else 5), rect.w, v.px(2))
        ops = (Fill(line, v.theme.quiet),) if ruled else ()
        return Node(key, Role.ROW, rect, ops=ops, children=tuple(nodes))

    return Padded(box, 0, v.px(2), wrap)


def _row(v: View, session: Session, place: int, one: weighing.Weighed, alone: bool) -> Box:
    card, key = session.cards[one.card], f"order:{one.card}"
    named = Row([disc(v, card.family, NEAR_DISC if is_near(v) else DISC), _title(v, card, key)], v.px(14))
    if not _wide(v):
        return _as_row(v, _narrow(v, card, place, one, named, alone), key, True)
    spreads = [] if alone else [spread.cells(v, one)]
    large, less = (28, 27) if is_near(v) else (34, 32)
    boxes = [
        _cell(v, str(place), PLACE, f"{key}:place", large), named, _cell(v, mean_shown(one), MEAN, f"{key}:mean", less),
        *spreads, *([_rank(v, card, key)] if published.are_shown(v) else []),
    ]  # fmt: skip
    return _as_row(v, Row(boxes, v.px(16)), key, True)


def _title(v: View, card: Card, key: str) -> Box:
    return widgets.text(
        v, card.title, 24 if is_near(v) else 27, "semibold", role=Role.ROW_HEADER, key=f"{key}:title"
    )


def _rank(v: View, card: Card, key: str) -> Box:
    """The published place, or that there is none; never said of it that it is right."""
    if card.rank is None:
        return _cell(v, no_place(), RANK, f"{key}:rank", 22, quiet=True)
    return _cell(v, str(card.rank.overall), RANK, f"{key}:rank", 30)


def _narrow(v: View, card: Card, place: int, one: weighing.Weighed, named: Box, alone: bool) -> Box:
    """The same in words below the name."""
    rank = tr("onderzoek: plaats {n} van 41").format(n=card.rank.overall) if card.rank else no_place()
    weight = tr("gewicht {n}") if alone else tr("gemiddeld {n}")
    parts = [tr("plaats {n}").format(n=place), weight.format(n=mean_shown(one))]
    parts += [counts_aloud(one.counts)] if not alone else []
    words = " · ".join((*parts, rank) if published.are_shown(v) else parts)
    return Column(
        [named, widgets.text(v, words, 25, role=Role.CELL, key=f"order:{card.number}:all")], v.px(2)
    )


# -- what to talk about


def _put_forward(v: View, session: Session) -> Box:
    """The factor on which people differ most, large; alone, a question instead."""
    parts: list[Box] = []
    if session.alone and not weighing.has_spread(session):
        words = tr("Blijf daar even bij staan. Kies die factor, en schrijf er zo nodig iets bij.")
        question = widgets.heading(v, solo_question(), 44)
        return sheet(
            v,
            Column([question, widgets.text(v, words, 28)], v.px(18)),
            "forward",
            solo_question(),
            32,
            role=Role.ARTICLE,
        )
    left = weighing.to_talk_about(session)
    if not left:
        done = widgets.heading(v, tr("Over alle factoren is gepraat"), 40)
        return sheet(v, done, "forward", tr("Over alle factoren is gepraat"), 32, role=Role.ARTICLE)
    first = left[0]
    card = session.cards[first.card]
    colours = v.theme.clusters[card.family]
    parts += [
        widgets.text(
            v,
            difference_heading(session, card.number),
            26 if is_near(v) else 28,
            "semibold",
            colours.line,
            key="forward:why",
        ),
        Row([disc(v, card.family, 64), widgets.heading(v, card.title, 44 if v.roomy else 38)], v.px(16)),
        spread.bars(v, first, "forward:spread"),
        widgets.text(v, difference_question(session, card.number), 28),
    ]
    gap, pad = (11, 24) if is_near(v) else (18, 32)
    forward = sheet(v, Column(parts, v.px(gap)), "forward", card.title, pad, colours.pale, Role.ARTICLE)
    return Column([forward, *_next(v, session, left[1:])], v.px(14 if is_near(v) else 20))


def _next(v: View, session: Session, left: tuple[weighing.Weighed, ...]) -> list[Box]:
    """What differs most after that, for when there is time."""
    different = [one for one in left if one.variance > 0][:3]
    if not different:
        return []
    rows: list[Box] = []
    for one in different:
        card = session.cards[one.card]
        talk = Do(weighing.TalkAbout(one.card))
        made = button(v, f"next:{one.card}", card.title, talk, glyph=card.family.value)
        rows.append(made.sized(24, 14).filling())
    return [
        sheet(
            v,
            Column([widgets.name(v, tr("Daarna het meest verschillend")), *rows], v.px(10)),
            "next",
            pad=16 if is_near(v) else 24,
        )
    ]


# -- the buttons


def _acts(v: View, playing: Playing) -> tuple[Act, ...]:
    session: Session = playing.timeline.session
    left = weighing.to_talk_about(session)
    choose = Act("choose", tr("Andere factor"), Open(Panel.CHOOSE) if weighing.weighed(session) else None)
    finish = Act("result:finish", tr("Sessie afronden…"), Open(Panel.FINISH), None)
    ranked = any(session.cards[one.card].rank for one in weighing.weighed(session))
    early = (finish,) if left and v.width >= FINISH_BESIDE else ()
    rest = (*early, *(published.act(v) if ranked else ()), *_weigh_on(playing))
    if left and not (session.alone and not weighing.has_spread(session)):
        talk = weighing.TalkAbout(left[0].card)
        return *rest, choose, main_act(tr("Praat hierover"), Do(talk) if talk in playing.legal else None)
    if left:
        return *rest, main_act(tr("Kies een factor"), Open(Panel.CHOOSE))
    return *rest, choose, main_act(tr("Sessie afronden"), Do(events.Finish(False)))


def _weigh_on(playing: Playing) -> tuple[Act, ...]:
    """Back to the weighing: what is open first."""
    session: Session = playing.timeline.session
    play = weighing.scales(session)
    if play.covered:
        here = [one.id for one in session.present]
        action: events.Action = weighing.TakeKeys(next(iter(weighing.waiting(session)), here[0]))
    else:
        action = weighing.TurnTo(weighing.next_open(play) or play.factors[0])
    words = tr("Verder wegen") if _is_open(session, play) else tr("Opnieuw wegen")
    return (Act("weigh", words, Do(action)),) if action in playing.legal else ()


def _is_open(session: Session, play: weighing.Scales) -> bool:
    return bool(weighing.waiting(session)) if play.covered else weighing.next_open(play) is not None
