"""Choosing one of the slips, to peel it together."""

from collections.abc import Mapping
from typing import NamedTuple

from tegenwicht.game import conversation
from tegenwicht.game.conversation import Noted, Talk
from tegenwicht.game.state import Session
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import button, primary_look
from tegenwicht.kit.command import Command
from tegenwicht.kit.flow import Grid
from tegenwicht.kit.layout import Box, Column, Nodes, Padded, Row
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill, Icon, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.conversation.roles import who_line
from tegenwicht.screens.conversation.telling_spots import Place
from tegenwicht.screens.conversation.telling_table import wood
from tegenwicht.screens.conversation.words import cluster_of, talk_number, words_of
from tegenwicht.screens.parts.act import Act
from tegenwicht.screens.parts.clusters import disc
from tegenwicht.screens.parts.names import cluster_name
from tegenwicht.screens.parts.table import letters
from tegenwicht.screens.parts.table.ground import Ground
from tegenwicht.screens.parts.wall import game_wall as wall
from tegenwicht.screens.parts.wall.game_wall import Wall, main_act, page
from tegenwicht.screens.parts.wall.time_disc import time_acts
from tegenwicht.screens.shell.commands import All, Do, Forget, Put
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.shell.model import Playing
from tegenwicht.screens.shell.view import View

CHOSEN = Entry("talk:chosen")
ACROSS = 3
LIFTED = 8
SIZES = (38, 34, 30, 27, 24, 22, 20)


class Spots(NamedTuple):
    """Where the slips lie, in design pixels from the window's top left. slip: how wide one is, and how far apart they
    lie. high: how high a slip is, and a row of them, by the number of rows; more slips are a list. head, line: the
    height and size of the question, and of what is said under it.
    """

    table: Place
    slip: tuple[float, float]
    high: Mapping[int, tuple[float, float]]
    head: tuple[float, float]
    line: tuple[float, float]


def _spots(g: Ground) -> Spots:
    if g.near:
        wide, high = g.across - 64, g.down - 76 - 32 - 184
        each = (wide - 60 - 40) / ACROSS
        near = {1: (150, 0), 2: (150, 182), 3: (124, 148), 4: (96, 112)}
        return Spots((32, 184, wide, high), (each, each + 20), near, (124, 42), (162, 24))
    large = {1: (170, 0), 2: (170, 214), 3: (140, 178), 4: (108, 146)}
    m, low = g.middle_x, g.lower
    return Spots((210 + m, 268 + low, 1500, 660), (446, 474), large, (158 + low, 60), (214 + low, 30))


def build(v: View, playing: Playing, talk: Talk, finish: Command) -> Node:
    """Every slip that was laid; one of them is chosen."""
    session: Session = playing.timeline.session
    title = tr("Gesprek {n} · kiezen").format(n=talk_number(session))
    main = main_act(
        tr("Pel dit strookje af"), All((Do(conversation.Choose(_chosen(v, talk))), Forget(CHOSEN)))
    )
    end = Act("talk:end", tr("Gesprek klaar"), Do(conversation.FinishTalk()), None, "check")
    around = Wall(
        v, playing, title, (main,), None, who_line(session, talk.roles), None, finish, (*time_acts(playing), end)
    )  # fmt: skip
    if around.has_places and _on_table(around.g, session, talk):
        return wall.scene(around, lambda _room, _left: _table(around.g, session, talk))
    return page(around, _slips(v, session, talk), 1500)


def _chosen(v: View, talk: Talk) -> int:
    chosen = v.model.form(CHOSEN, 0)
    return chosen if isinstance(chosen, int) and chosen < len(talk.noted) else 0


# -- on the table


def _table(g: Ground, session: Session, talk: Talk) -> Nodes:
    """The slips side by side on the wood; the chosen one is lifted."""
    v = g.v
    ink, faint = v.theme.ink, v.theme.table.faint
    head, line = (
        tr("Welke afweging bekijken jullie samen?"),
        tr("Kies er een die je anders te snel voorbij zou gaan."),
    )
    spots = _spots(g)
    x, y, wide, tall = spots.table
    room = g.px(wide)
    asked = letters.line(g, (g.px(x), g.px(spots.head[0])), head, spots.head[1], "bold", ink, 0.0, room)
    under = letters.line(g, (g.px(x), g.px(spots.line[0])), line, spots.line[1], "medium", faint, 0.0, room)
    rows, (slip_wide, pitch) = _rows(talk), spots.slip
    high, down = spots.high[rows]
    top = y + (tall - (rows - 1) * down - high) / 2
    slips = []
    for number, one in enumerate(talk.noted):
        row, column = divmod(number, ACROSS)
        in_row = min(ACROSS, len(talk.noted) - row * ACROSS)
        left = x + (wide - (in_row - 1) * pitch - slip_wide) / 2 + column * pitch
        lies = g.place(left, top + row * down, slip_wide, high)
        slips.append(_slip(g, session, number, one, lies, number == _chosen(v, talk)))
    whole = g.place(*spots.table)
    group = Node("talk:choose", Role.RADIO_GROUP, whole, tr("Strookjes op tafel"), children=tuple(slips))
    return [
        Node("talk:choose:head", Role.HEADING, asked.rect, head, level=2, ops=(asked,)),
        Node("talk:choose:line", Role.TEXT, under.rect, line, ops=(under,)), *wood(g, spots.table), group,
    ]  # fmt: skip


def _slip(g: Ground, session: Session, number: int, one: Noted, rect: Rect, chosen: bool) -> Node:
    v, m = g.v, g.v.theme.table
    cluster = cluster_of(session, one)
    edge = v.theme.clusters[cluster].solid if cluster else m.line
    at = rect._replace(y=rect.y - g.px(LIFTED)) if chosen else rect
    shadow = g.px(24 if chosen else 8) if m.rich else 0
    border, line = (g.px(5), v.theme.ink) if chosen else (g.px(2), m.card_line)
    px = g.px(46)
    disc_at = Rect(at.x + g.px(28), at.y + (at.h - px) // 2, px, px)
    ops: list[Op] = [
        Fill(at, m.slip, g.px(10), border, line, shadow),
        Fill(Rect(at.x + border, at.y + border, g.px(12), at.h - 2 * border), edge, g.px(5)),
    ]
    if cluster is not None:
        ops += [Fill(disc_at, edge, px // 2), Icon(disc_at.inset(g.px(10)), cluster.value, (255, 255, 255))]
    start = at.x + g.px(90 if cluster else 34)
    size, lines = _fitting(g, words_of(session, one), at.w, at.h)
    step = round(letters.size(g, size) * 1.16)
    top = at.y + (at.h - step * len(lines)) // 2
    ops += [
        letters.tight(g, Rect(start, top + n * step, g.v.type.width(words, "medium", letters.size(g, size)), step),
                      words, "medium", letters.size(g, size), v.theme.ink)
        for n, words in enumerate(lines)
    ]  # fmt: skip
    if chosen:
        mark = g.px(38)
        where = Rect(at.right - mark - g.px(12), at.y + (at.h - mark) // 2, mark, mark)
        ops += [
            Fill(where, v.theme.strong, mark // 2),
            Icon(where.inset(g.px(9)), "check", v.theme.on_strong),
        ]
    return Node(
        f"talk:choose:{number}", Role.RADIO, at, f"{number + 1}. {words_of(session, one)}", pressed=chosen,
        description=cluster_name(cluster) if cluster else "", action=Put(CHOSEN, number),
        corner=g.px(10), ops=tuple(ops),
    )  # fmt: skip


def _fitting(g: Ground, words: str, wide: int, high: int) -> tuple[int, tuple[str, ...]]:
    """The largest size at which it fits on a slip so wide and high, and its lines; 0 and none where it does not fit."""
    for size in SIZES:
        px = letters.size(g, size)
        lines: tuple[str, ...] = g.v.type.lines(words, "medium", px, wide - g.px(150))
        if len(lines) * round(px * 1.16) <= high - g.px(26):
            return size, lines
    return 0, ()


def _rows(talk: Talk) -> int:
    return max(1, -(-len(talk.noted) // ACROSS))


def _on_table(g: Ground, session: Session, talk: Talk) -> bool:
    """Whether all slips can lie side by side."""
    spots = _spots(g)
    high = spots.high.get(_rows(talk), (0, 0))[0]
    return all(_fitting(g, words_of(session, one), g.px(spots.slip[0]), g.px(high))[0] for one in talk.noted)


# -- stacked, or more slips than lie side by side


def _slips(v: View, session: Session, talk: Talk) -> Box:
    chosen = _chosen(v, talk)
    rows = [_option(v, session, number, one, number == chosen) for number, one in enumerate(talk.noted)]
    parts: list[Box] = [
        widgets.heading(v, tr("Welke afweging bekijken jullie samen?"), 60),
        widgets.text(
            v, tr("Kies er een die je anders te snel voorbij zou gaan."), 30, "medium", v.theme.table.faint
        ),
        _group(Grid(rows, 2 if len(rows) > 6 and v.wide else 1, v.px(14))),
    ]
    return Column(parts, v.px(18))


def _group(box: Box) -> Box:
    def wrap(rect: Rect, nodes: Nodes) -> Node:
        return Node("talk:choose", Role.RADIO_GROUP, rect, tr("Strookjes op tafel"), children=tuple(nodes))

    return Padded(box, 0, 0, wrap)


def _option(v: View, session: Session, number: int, one: Noted, chosen: bool) -> Box:
    cluster = cluster_of(session, one)
    words = f"{number + 1}. {words_of(session, one)}"
    press = (
        button(v, f"talk:choose:{number}", words, Put(CHOSEN, number), glyph="check" if chosen else "")
        .sized(32)
        .filling()
        .painted(primary_look(v) if chosen else None)
        .chosen(chosen, Role.RADIO)
        .heard(description=cluster_name(cluster) if cluster else "")
    )
    return Row([disc(v, cluster, 54), press], v.px(16)) if cluster else press
