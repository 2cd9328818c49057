"""The result: the own order beside the published places, and what to talk about."""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import cache

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

PLACE, MEAN, RANK, RIGHT = (84, 110), (140, 140), (150, 150), (510, 556)
"""Design pixels, on a narrower screen and on one of 16 by 9: three columns of the table, and what is beside it."""
NEAR_PLACE, NEAR_MEAN, NEAR_RANK = 80, 72, 120
"""The same columns on a small window, where each word over them is short."""
TITLES = {False: (27, 26, 25, 24), True: (24, 23, 22, 21, 20)}
"""Sizes of the titles, from the usual one to the least, where the screen is large and where it is small: the first at
which each stands on one line."""

FINISH_BESIDE = 1440
"""From this width of window, in pixels, finishing has a button beside the others; it has its key and its place in the
menu on any."""
FEW, APART, CLOSE = 8, (20, 12), (8, 4)
"""Up to how many factors the lines stand apart; how far, and how far when there are more: large, and on a small window."""
NEAR_RIGHT, NEAR_DISC, DISC = (372, 520), 34, 46
"""On a small window, where that is narrow and where it is not: how wide what is beside it is. And the signs."""


def _wide(v: View) -> bool:
    """Whether the order stands beside what to talk about."""
    return v.wide or (is_near(v) and v.halves)


def _has_columns(v: View) -> bool:
    """Whether the order is a table with columns; where it is narrow it is told in words."""
    return _wide(v) or v.pair


def _narrow_columns(v: View) -> bool:
    return is_near(v) or not _wide(v)


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
        if not _wide(v):
            rest = [_order(v, session, _notes(v, session)), *groups, *more]
            talk = Column([_put_forward(v, session, True), *_next(v, session)], v.px(20))
            return sheets.beside(v, inner, talk, rest[0], 0, wide=False, more=lambda: rest[1:])
        beside_it = _beside_order(v, session, v.text_px(_right(v)), inner.h if not more else 0)
        table = Column([_order(v, session), *groups], v.px(24))
        return sheets.beside(v, inner, table, beside_it, _right(v), fills=False, wide=True, more=lambda: more)

    return scene(around(v, playing, tr("De uitkomst"), _acts(v, playing), calm=("forward",)), body)


# -- the order


def _order(v: View, session: Session, notes: Sequence[Box] = ()) -> Box:
    """The own order, a row for each factor: with columns where there is room for them. notes: what stands below it."""
    alone, order = not weighing.has_spread(session), weighing.own_order(session)
    title = tr("Jouw volgorde") if alone else tr("Jullie volgorde")
    if not order:
        return sheet(v, widgets.text(v, tr("Er is nog geen factor gewogen.")), "order:panel")
    named = _names(v, [session.cards[one.card] for _, one in order])
    apart = _between(v, session)
    rows = [_row(v, session.cards[one.card], place, one, alone, named, apart) for place, one in order]
    if _has_columns(v):
        rows.insert(0, _heads(v, alone))

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        return Node("order", Role.TABLE, rect, title, children=tuple(nodes))

    small = is_near(v)
    table = Padded(Column(rows, apart), 0, 0, wrap)
    box = Column([widgets.heading(v, title, 34 if small else 40), table, *notes], v.px(4 if small else 14))
    return sheet(v, box, "order:panel", pad=18 if small else 28)


def _between(v: View, session: Session) -> int:
    """From one line to the next, in pixels: as far as makes a calm page of few of them."""
    few = len(weighing.own_order(session)) <= FEW
    return v.px((APART if few and _wide(v) else CLOSE)[_narrow_columns(v)])


def _notes(v: View, session: Session) -> list[Box]:
    """Where the published places come from, and what they are not; when they are shown."""
    if not published.are_shown(v):
        return []
    alone, size = not weighing.has_spread(session), 21 if is_near(v) else 22
    return [widgets.muted(v, source_line(), size), widgets.muted(v, beside(session, alone), size)]


def _names(v: View, cards: Sequence[Card]) -> Callable[[Card], Box]:
    """The titles, all of one size: the largest at which each stands on one line, or the least."""
    sizes = TITLES[is_near(v)]

    def box(card: Card, size: float) -> Box:
        key = f"order:{card.number}:title"
        return widgets.text(v, card.title, size, "semibold", role=Role.ROW_HEADER, key=key)

    @cache
    def size(room: int) -> float:
        fits = (
            one
            for one in sizes
            if all(v.type.width(card.title, "semibold", v.text_px(one)) <= room for card in cards)
        )
        return next(fits, sizes[-1])

    def named(card: Card) -> Box:
        return Leaf(
            lambda wide: box(card, size(wide)).height(wide), lambda at: box(card, size(at.w)).place(at)
        )

    return named


def _columns(v: View) -> tuple[int, int, int]:
    """How wide the columns of the own place, of the weight and of the published place are, in pixels."""
    if _narrow_columns(v):
        return v.text_px(NEAR_PLACE), v.text_px(NEAR_MEAN), v.text_px(NEAR_RANK)
    return v.text_px(PLACE[v.roomy]), v.text_px(MEAN[v.roomy]), v.text_px(RANK[v.roomy])


def _cell(
    v: View, words: str, width: int, key: str, size: float = 28, quiet: bool = False, label: str | None = None
) -> Box:
    colour, weight = (v.theme.muted, "regular") if quiet else (v.theme.ink, "bold")
    box = widgets.text(v, words, size, weight, colour, Role.CELL, align=0.5, key=key, label=label)
    return Leaf(box.height, box.place, width)


def _with_spread(v: View, alone: bool) -> bool:
    """Whether a row shows how many gave 1, 2, 3 and 4; on a small window the published places take that room."""
    return not alone and not (is_near(v) and published.are_shown(v))


def _heads(v: View, alone: bool) -> Box:
    place, mean, rank = _columns(v)

    def head(words: str, width: int = 0, label: str = "", align: float = 0.5) -> Box:
        name = label or words
        box = widgets.text(
            v, words, 22, "semibold", v.theme.muted, Role.COLUMN_HEADER, align=align, key=f"head:{name}", label=name
        )  # fmt: skip
        return Leaf(box.height, box.place, width) if width else box

    own = tr("Jouw plaats") if alone else tr("Jullie plaats")
    weight, study = tr("Gewicht") if alone else tr("Gemiddeld"), tr("Onderzoek: plaats van 41")
    short = (tr("Plaats"), tr("Gew.") if alone else tr("Gem."), tr("Onderzoek"))
    shown = short if _narrow_columns(v) else (own, weight, study)
    boxes = [head(shown[0], place, own), head(tr("Factor"), align=0.0), head(shown[1], mean, weight)]
    boxes += [spread.cells_head(v)] if _with_spread(v, alone) else []
    boxes += [head(shown[2], rank, study)] if published.are_shown(v) else []
    return _as_row(v, Row(boxes, _gap(v)), "order:heads")


def _gap(v: View) -> int:
    return v.px(12 if is_near(v) else 16)


def _as_row(v: View, box: Box, key: str, apart: int = 0) -> Box:
    """A row of the table. apart: pixels to the row above, with a line halfway; 0 for none."""

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        line = Rect(rect.x, rect.y - (apart + v.px(2)) // 2, rect.w, v.px(2))
        ops = (Fill(line, v.theme.quiet),) if apart else ()
        return Node(key, Role.ROW, rect, ops=ops, children=tuple(nodes))

    return Padded(box, 0, v.px(2), wrap)


def _row(
    v: View,
    card: Card,
    place: int,
    one: weighing.Weighed,
    alone: bool,
    title: Callable[[Card], Box],
    apart: int,
) -> Box:
    key, near = f"order:{one.card}", is_near(v)
    named = Row([disc(v, card.family, NEAR_DISC if near else DISC), title(card)], v.px(10 if near else 14))
    if not _has_columns(v):
        return _as_row(v, _narrow(v, card, place, one, named, alone), key, apart)
    first, second, third = _columns(v)
    large, less = (28, 27) if near else (34, 32)
    boxes = [
        _cell(v, str(place), first, f"{key}:place", large),
        named,
        _cell(v, mean_shown(one), second, f"{key}:mean", less),
    ]
    boxes += [spread.cells(v, one)] if _with_spread(v, alone) else []
    boxes += [_rank(v, card, key, third)] if published.are_shown(v) else []
    return _as_row(v, Row(boxes, _gap(v)), key, apart)


def _rank(v: View, card: Card, key: str, width: int) -> Box:
    """The published place, or that there is none; never said of it that it is right."""
    if card.rank is None:
        return _cell(v, "–", width, f"{key}:rank", 28, quiet=True, label=no_place())
    return _cell(v, str(card.rank.overall), width, f"{key}:rank", 28 if is_near(v) else 30)


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


def _beside_order(v: View, session: Session, wide: int, high: int) -> Box:
    """What stands beside the order: as much as there is room for, first of all what to talk about.

    wide, high: the room, in pixels; 0 high where more follows, and it scrolls anyhow.
    """
    notes = _notes(v, session)
    told = [sheet(v, Column(notes, v.px(8)), "published", pad=16 if is_near(v) else 24)] if notes else []
    gap = v.px(12 if is_near(v) else 20)

    def columns() -> Iterator[Box]:
        yield Column([_put_forward(v, session, True), *told, *_next(v, session)], gap)
        for bars in (True, False):
            for most in (3, 2, 1):
                yield Column([_put_forward(v, session, bars), *(told or _next(v, session, most))], gap)

    for column in columns():
        if not high or column.height(wide) <= high:
            break
    return column


def _put_forward(v: View, session: Session, bars: bool) -> Box:
    """The factor on which people differ most, large; alone, a question instead. bars: with how the hands lie."""
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
    first, near = left[0], is_near(v)
    card = session.cards[first.card]
    colours = v.theme.clusters[card.family]
    why = difference_heading(session, card.number)
    size = 44 if v.roomy else 38 if v.wide or not near else 34
    parts: list[Box] = [
        widgets.text(v, why, 26 if near else 28, "semibold", colours.line, key="forward:why"),
        Row([disc(v, card.family, 64 if size > 34 else 52), widgets.heading(v, card.title, size)], v.px(16)),
        *([spread.bars(v, first, "forward:spread")] if bars else []),
        widgets.text(v, difference_question(session, card.number), 28),
    ]
    gap, pad = (11, 24) if near else (18, 32)
    return sheet(v, Column(parts, v.px(gap)), "forward", card.title, pad, colours.pale, Role.ARTICLE)


def _next(v: View, session: Session, most: int = 3) -> list[Box]:
    """What differs most after that, for when there is time: so many of them at the most.

    Of those that differ just as much none stands here without the others: which of them would be chance.
    """
    left = weighing.to_talk_about(session)[1:]
    without = max((one.variance for one in left[most:]), default=Fraction(0))
    different = [one for one in left[:most] if one.variance > without]
    if not different or (session.alone and not weighing.has_spread(session)):
        return []
    rows: list[Box] = []
    for one in different:
        card = session.cards[one.card]
        talk = Do(weighing.TalkAbout(one.card))
        made = button(v, f"next:{one.card}", card.title, talk, glyph=card.family.value)
        rows.append(made.sized(24, 14).filling())
    words = tr("Daarna het meest verschillend")
    head = widgets.text(v, words, 22 if is_near(v) else 24, "semibold", v.theme.muted)
    return [sheet(v, Column([head, *rows], v.px(10)), "next", pad=16 if is_near(v) else 24)]


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
