"""Beside the card: whose turn it is, the time, and which clusters came up in this round."""

from enum import Enum

from tegenwicht.game import tegenwicht as t
from tegenwicht.game.cards import CLUSTERS, Cluster
from tegenwicht.game.events import Participant
from tegenwicht.game.state import Session
from tegenwicht.i18n import several, tr
from tegenwicht.kit import widgets as w
from tegenwicht.kit.buttons import Button, button
from tegenwicht.kit.flow import Wrap
from tegenwicht.kit.layout import Box, Column, Leaf, Nodes, Padded, Pinned, Row, Spread
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill, Words
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.clock_face import RING, clock_buttons, clock_ring, is_on
from tegenwicht.screens.parts.clusters import disc_ops
from tegenwicht.screens.parts.names import cluster_name
from tegenwicht.screens.parts.words import participant_name
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import Open
from tegenwicht.screens.shell.model import Playing
from tegenwicht.screens.shell.view import View

PAD, MANY, GAP = 22, 6, 14

# -- whose turn, and time


def people(v: View, playing: Playing, width: int, most: int = 0) -> Box:
    """Whose turn it is and the time, on a sheet ``width`` pixels wide.

    most: pixels it may be high; when all names would take more, some are left out (*Deelnemers* has all).
    """
    session: Session = playing.timeline.session
    if session.alone:
        return _sheet(v, playing, _which_card(v, session), Place.BESIDE)
    rows = _order(v, session)
    inner = width - 2 * v.u(PAD)
    beside = inner - v.t(RING) - v.u(GAP) if is_on(playing) else inner
    place = Place.BELOW
    if all(row.natural <= beside for row in rows):
        place = Place.BESIDE if len(rows) < MANY else Place.COLUMN
    whole = _sheet(v, playing, _listed(v, rows), place)
    if not most or len(rows) < 4 or whole.height(width) <= most:
        return whole
    room = most - _sheet(v, playing, w.NOTHING, place).height(width)
    room += _time_height(v, playing, place)
    shown = _that_fit(v, session, rows, inner if place is Place.BELOW else beside, room)
    return _sheet(v, playing, _listed(v, shown), place)


class Place(Enum):
    """Where the time is: beside the names with its buttons below them, all beside, or all below."""

    BESIDE = "beside"
    COLUMN = "column"
    BELOW = "below"


def _sheet(v: View, playing: Playing, names: Box, place: Place) -> Box:
    clock, below = clock_ring(v, playing), clock_buttons(v, playing)
    head = w.seen(v, tr("Aan de beurt"), w.SMALL, "semibold", v.theme.muted, natural=True)
    open_people = button(v, "people", tr("Deelnemers"), Open("people"), keys.PEOPLE, size=21, pad=12)
    parts: list[Box] = [w.ends(v, head, open_people)]
    if clock is None:
        parts.append(names)
    elif place is Place.BESIDE:
        parts += [Row([names, clock], v.u(GAP), 0.0), Wrap(below, v.u(8))]
    elif place is Place.COLUMN:
        parts.append(Row([names, _upright_time(v, clock, below)], v.u(GAP), 0.0))
    else:
        parts += [names, Row([clock, Column(below, v.u(8))], v.u(20))]
    return w.panel(v, Column(parts, v.u(12)), "people:panel", tr("Aan de beurt"), pad=PAD)


def _upright_time(v: View, clock: Box, buttons: list[Button]) -> Box:
    """The time with its buttons below it, as wide as the ring."""
    fitting = [one if one.natural <= clock.natural else one.bare() for one in buttons]
    return Column([clock, *fitting], v.u(8), natural=clock.natural)


def _time_height(v: View, playing: Playing, place: Place) -> int:
    """What of the height the names may share with the time, in pixels."""
    clock = clock_ring(v, playing)
    if clock is None or place is Place.BELOW:
        return 0
    if place is Place.BESIDE:
        return v.t(RING)
    return _upright_time(v, clock, clock_buttons(v, playing)).height(v.t(RING))


def _which_card(v: View, session: Session) -> Box:
    play = t.table(session)
    done = len(play.turns)
    words = tr("Kaart {n} van {m}").format(n=done + 1, m=done + 1 + len(play.waiting))
    return w.text(v, words, 30, "bold")


def _order(v: View, session: Session) -> list[Box]:
    """A row for everyone at the table, in the order of their turns."""
    play = t.table(session)
    assert play.turn is not None
    now, done = play.turn.participant, {one.participant for one in play.turns}
    size = 26 if len(session.present) <= MANY else 22
    return [_person(v, one, size, one.id == now, one.id in done) for one in session.present]


def _listed(v: View, rows: list[Box]) -> Box:
    def wrap(rect: Rect, nodes: Nodes) -> Node:
        return Node("order", Role.LIST, rect, tr("Aan de beurt"), children=tuple(nodes))

    return Padded(Column(rows, v.u(4 if len(rows) > MANY else 6), natural=0), 0, 0, wrap)


def _that_fit(v: View, session: Session, rows: list[Box], width: int, room: int) -> list[Box]:
    """The rows from just before whose turn it is, as many as there is room for; the rest is counted."""
    gap = v.u(6)
    heights = [row.height(width) + gap for row in rows]
    room -= w.muted(v, "…", 22).height(width)
    turn = t.table(session).turn
    now = next(n for n, one in enumerate(session.present) if turn and one.id == turn.participant)
    first = last = now
    while last + 1 < len(rows) and sum(heights[first : last + 2]) <= room:
        last += 1
    while first > 0 and sum(heights[first - 1 : last + 1]) <= room:
        first -= 1
    left = len(rows) - (last - first + 1)
    words = tr("en nog {n}").format(n=left)
    return [*rows[first : last + 1], Padded(w.muted(v, words, 22), v.u(12), 0)]


def _person(v: View, one: Participant, size: float, now: bool, done: bool) -> Box:
    name, strong, good = participant_name(one), v.theme.strong, done and not now
    colour = v.theme.on_strong if now else (v.theme.muted if good else v.theme.ink)
    weight = "bold" if now else "regular"
    words = w.seen(v, name, size, weight, colour)
    row: Box = Row([words, w.icon(v, "check", size, v.theme.good)], v.u(8)) if good else words
    value = tr("aan de beurt") if now else tr("geweest") if good else ""
    key, radius = f"person:{one.id}", v.u(10)

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        ops = (Fill(rect, strong, radius),) if now else ()
        return Node(key, Role.LIST_ITEM, rect, name, value, ops=ops, children=tuple(nodes))

    box = Padded(row, v.u(12), v.u(3), wrap)
    box.natural = v.type.width(name, weight, v.t(size)) + 2 * v.u(12) + (v.t(size) + v.u(8) if good else 0)
    return box


# -- the tally


def tally(v: View, session: Session) -> Box:
    """How often each cluster came up in this round: by card and by mention."""
    counts = t.tally_of(session).rounds[-1]
    this_round = w.text(v, tr("deze ronde"), w.SMALL, "regular", v.theme.muted, natural=True)
    head = w.ends(v, w.name(v, tr("Wat kwam er langs?")), this_round)
    rows = [_tally_row(v, c, counts.by_card(c), counts.by_mention(c)) for c in CLUSTERS]

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        return Node("tally", Role.TABLE, rect, tr("Tussenstand van deze ronde"), children=tuple(nodes))

    table = Padded(Spread(rows, v.u(8), v.u(24)), 0, 0, wrap)
    return w.panel(v, Pinned(head, table, v.u(12)), "tally:panel", pad=24)


def _tally_row(v: View, cluster: Cluster, cards: int, mentions: int) -> Box:
    """Icon, name with a chip for each time below it, and at the right how often in all."""
    name, total = cluster_name(cluster), cards + mentions
    by_card = several("{n} kaart", "{n} kaarten", cards)
    said = tr("{total}: {cards}, {mentions} genoemd").format(total=total, cards=by_card, mentions=mentions)
    mark, px, gap, below = v.t(46), v.t(26), v.u(14), v.type.line_height(v.t(22))
    taken = mark + 2 * gap + v.type.width("99", "bold", v.t(34))

    def names(width: int) -> tuple[str, ...]:
        return v.type.lines(name, "semibold", px, max(1, width - taken))

    def place(rect: Rect) -> Nodes:
        lines = names(rect.w)
        high = v.type.line_height(px) * len(lines)
        y = rect.y + (rect.h - high - below - v.u(2)) // 2
        named = Rect(rect.x + mark + gap, y, rect.w - taken, high)
        under = Rect(named.x, named.bottom + v.u(2), named.w, below)
        icon = disc_ops(v, cluster, Rect(rect.x, rect.y + (rect.h - mark) // 2, mark, mark))
        ops = (*icon, *(_chips(v, cluster, cards, mentions, under) if total else _not_yet(v, under)))
        ink = v.theme.ink if total else v.theme.muted
        number = (w.middle_line(v, rect, str(total), "bold", v.t(34), ink, 1.0),)
        words = tuple(w.line_ops(v, named, lines, "semibold", px, v.theme.ink))
        children = (
            Node(f"tally:name:{cluster}", Role.ROW_HEADER, named, name, ops=words),
            Node(f"count:{cluster}", Role.CELL, number[0].rect, said, ops=number),
        )
        return [Node(f"tally:{cluster}", Role.ROW, rect, ops=ops, children=children)]

    return Leaf(lambda width: max(mark, v.type.line_height(px) * len(names(width)) + v.u(2) + below), place)


def _not_yet(v: View, rect: Rect) -> tuple[Words, ...]:
    return (w.middle_line(v, rect, tr("nog niet"), "italic", v.t(22), v.theme.muted, 0.0),)


def _chips(v: View, cluster: Cluster, cards: int, mentions: int, rect: Rect) -> tuple[Fill, ...]:
    """A full chip for each card, an open one for each mention; narrower when they are many."""
    colours, paper, high = v.theme.clusters[cluster], v.theme.paper, v.t(24)
    total = cards + mentions
    step = max(4, min(v.t(32) + v.u(6), rect.w // total))
    gap = min(v.u(6), step // 4)
    y, border = rect.y + (rect.h - high) // 2, max(2, v.u(3))
    radius = min(v.u(6), (step - gap) // 2)
    return tuple(
        Fill(Rect(rect.x + n * step, y, step - gap, high), colours.fill if n < cards else paper, radius,
             border, colours.line)
        for n in range(total)
    )  # fmt: skip
