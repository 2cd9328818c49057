"""After a round: what came up in each, the scale, how the guesses came out, and the cluster that stayed away."""

from typing import NamedTuple

from tegenwicht.game import events, tegenwicht
from tegenwicht.game.cards import Cluster
from tegenwicht.i18n import tr
from tegenwicht.kit.command import Command
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Drawing, Fill, Icon, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.account.tally_blocks import stayed_away_question
from tegenwicht.screens.parts.act import Act, bindings_of
from tegenwicht.screens.parts.menu import undo_acts
from tegenwicht.screens.parts.names import cluster_name
from tegenwicht.screens.parts.table import letters, tally_sheet
from tegenwicht.screens.parts.table.backs import pattern
from tegenwicht.screens.parts.table.cards import balanced
from tegenwicht.screens.parts.table.room import room
from tegenwicht.screens.shell import frame, keys
from tegenwicht.screens.shell.commands import Do
from tegenwicht.screens.shell.view import View
from tegenwicht.screens.tegenwicht.now import Now
from tegenwicht.screens.tegenwicht.pieces import above, pans, seats
from tegenwicht.screens.tegenwicht.pieces.counting import counters_to_read
from tegenwicht.screens.tegenwicht.round_end import round_now as rules
from tegenwicht.screens.tegenwicht.round_end import round_words as said
from tegenwicht.screens.tegenwicht.round_end.guess_scene import (
    corner,
    lying,
    on_rim,
    still_clock,
    words_on_top,
)

NOTE_W, NOTE_H, NOTE_Y = 290, 250, 532
AWAY_X, AWAY_W, AWAY_END, PATTERN_W, MOST_HIGH = 372, 1178, 978, 234, 320
WHITE = (255, 255, 255)


def build(now: Now, dialog: Node | None) -> Node:
    """The round that was just done."""
    g, number = now.g, tegenwicht.round_number(now.session)
    nodes = [
        *corner(now, number, time_goes(now), is_late(now)),
        *words_on_top(now, tr("Wat kwam er"), tr("op tafel?")),
    ]
    nodes += [table(now), away(now), *beside(now), *pans.pans(now)]
    nodes += [*on_rim(now, acts(now)), *seats.seats(now), *lying(now)]
    nodes += [still_clock(now), *above.corner_buttons(g)]
    floor = g.front(0, 1004, 0, 0).y
    return frame.scene(now.v, said.is_done(number), room(g), nodes, dialog, bindings(now), floor)


def time_goes(now: Now) -> str:
    """Whether one round more fits, or how late one is; nothing where the session has no plan."""
    how = rules.outlook_of(now.session, now.playing.spent)
    return said.how_time_goes(how, now.session.alone) if how is not None else ""


def is_late(now: Now) -> bool:
    """Whether that is to be seen from afar."""
    how = rules.outlook_of(now.session, now.playing.spent)
    return how is not None and how.late


def sides(now: Now) -> tuple[tuple[Cluster, ...], tuple[Cluster, ...]]:
    """The clusters of both pans."""
    return now.side(False), now.side(True)


def table(now: Now) -> Node:
    """The tally, a row for each cluster that is played with."""
    tally = tegenwicht.tally_of(now.session)
    return tally_sheet.tally_sheet(now.g, sides(now), tally_sheet.last_rounds(tally.rounds), tally.total)


# -- the guesses


class Note(NamedTuple):
    """A guess and how it came out. head: its two lines; cluster: None for all of them; out: whether it was right, and
    what is said of it."""

    key: str
    head: tuple[str, str]
    cluster: Cluster | None
    out: tuple[bool, str, str]


def notes_of(now: Now) -> list[Note]:
    """Both guesses, that of the most first; none where nothing was guessed."""
    guess = now.play.rounds[-1].guess if now.play.rounds else None
    if guess is None:
        return []
    found = tegenwicht.outcome(guess, now.counts)
    most, absent = said.guess_titles(now.session.alone)
    return [
        Note("guess:most", most, guess.most, said.most_came_out(found)),
        Note("guess:absent", absent, guess.absent, said.absent_came_out(found)),
    ]


def beside(now: Now) -> list[Node]:
    """Both guesses under the pans; without any, the counters."""
    g = now.g
    places = (g.left(32, NOTE_Y, NOTE_W, NOTE_H), g.right(1598, NOTE_Y, NOTE_W, NOTE_H))
    notes = [note_at(now, rect, note) for note, rect in zip(notes_of(now), places, strict=False)]
    return notes or counters_to_read(now)


def note_at(now: Now, rect: Rect, note: Note) -> Node:
    """A slip with what was guessed and how it came out: in plain words, never scored. Its letters are as now.g is."""
    g, theme, (key, head, cluster, out) = now.g, now.v.theme, note
    ink, m, x, room = theme.ink, theme.table, rect.x + g.px(24), rect.w - g.px(36)
    is_right, first, second = out
    ops: list[Op] = [
        Fill(Rect(rect.x, rect.y + g.px(5), rect.w, rect.h), m.lip, g.px(16)),
        Fill(rect, m.slip, g.px(16), g.px(2 if m.rich else 3), m.line if m.rich else ink),
        *(letters.line(g, (x, rect.y + g.px(39 + 29 * n)), words, 24, "medium", ink, 0.0, room)
          for n, words in enumerate(head)),
        *_guessed(now, (x, rect.y + g.px(90)), cluster, room),
    ]  # fmt: skip
    lines = now.v.type.lines(second, "medium", letters.size(g, 24), room)[:2] if second else ()
    y, indent = rect.y + g.px(184 if len(lines) < 2 else 174), 0
    if is_right:
        px = g.px(24)
        ops.append(Icon(Rect(x, y - g.px(20), px, px), "check", ink))
        indent = g.px(33)
    ops.append(letters.line(g, (x + indent, y), first, 25, "semibold", ink, 0.0, room - indent))
    for n, words in enumerate(lines):
        ops.append(letters.line(g, (x, y + g.px(29 * (n + 1))), words, 24, "medium", ink, 0.0, room))
    named = said.all_named() if cluster is None else cluster_name(cluster)
    told = " ".join(filter(None, (head[0], f"{head[1]}: {named}.", first, second)))
    return Node(key, Role.TEXT, rect, told, ops=tuple(ops))


def _guessed(now: Now, at: tuple[int, int], cluster: Cluster | None, room: int) -> list[Op]:
    g, theme = now.g, now.v.theme
    if cluster is None:
        return [
            letters.line(g, (at[0], at[1] + g.px(36)), said.all_named(), 27, "bold", theme.ink, 0.0, room)
        ]
    px, colours = g.px(52), theme.clusters[cluster]
    square = Rect(*at, px, px)
    line = g.px(2) if colours.edge != colours.under else 0
    x = square.right + g.px(11)
    word = letters.line(
        g, (x, at[1] + g.px(35)), cluster_name(cluster), 26, "bold", theme.ink, 0.0, room - px - g.px(8)
    )  # fmt: skip
    return [Fill(square, colours.solid, g.px(12), line, colours.edge),
            Icon(square.inset(g.px(9)), cluster.value, WHITE), word]  # fmt: skip


# -- what stayed away


def away_words(now: Now) -> tuple[str, str, str]:
    """What stayed away, what to ask about it, and what else did."""
    found = rules.longest_away(now.session)
    if not found:
        return "", said.none_away(len(now.clusters)), ""
    return said.stayed_away(found[0]), stayed_away_question(found[0]), said.also_away(found[1:])


def away_aloud(now: Now) -> str:
    """The same in sentences."""
    title, question, also = away_words(now)
    return " ".join(filter(None, (f"{title}." if title else "", question, also)))


def away(now: Now) -> Node:
    """The cluster that stayed away longest, as a card with its pattern and a question; it has the focus first."""
    g, theme = now.g, now.v.theme
    found, (title, question, also) = rules.longest_away(now.session), away_words(now)
    top = tally_sheet.Y + tally_sheet.high(len(now.clusters)) + 26
    rect = g.mid(AWAY_X, top, AWAY_W, min(AWAY_END - top, MOST_HIGH))
    m, border = theme.table, g.px(4)
    shadow = g.px(16) if m.rich else 0
    line = theme.clusters[found[0]].line if found else m.line
    edge = theme.clusters[found[0]].edge if found else m.line
    ops: list[Op] = [Fill(rect, m.card, g.px(26), border, edge, shadow, shade=1.3)]
    x, room = rect.x + g.px(40), rect.w - g.px(80)
    if found:
        ops += _pattern(now, rect, found[0])
        x, room = rect.x + g.px(PATTERN_W + 32), rect.w - g.px(PATTERN_W + 70)
        ops.append(letters.line(g, (x, rect.y + g.px(52)), title, 29, "semibold", line, 0.0, room))
    ops += _question(now, rect, x, room, question, bool(found), also)
    said_all = away_aloud(now)
    return Node(rules.HEAD, Role.ARTICLE, rect, said_all, first=True, corner=g.px(26), ops=tuple(ops))


def _question(now: Now, rect: Rect, x: int, room: int, words: str, titled: bool, also: str) -> list[Op]:
    g, ink = now.g, now.v.theme.ink
    top, bottom = rect.y + g.px(66 if titled else 20), rect.bottom - g.px(48 if also else 20)
    size = 46.0
    while size > 30 and len(now.v.type.lines(words, "bold", letters.size(g, size), room)) > 2:
        size -= 2
    lines = balanced(g, words, "bold", letters.size(g, size), room)
    step = g.px(size * 1.19)
    first = top + (bottom - top - step * len(lines)) // 2 + g.px(size * 0.86)
    ops: list[Op] = [
        letters.line(g, (x, first + n * step), line, size, "bold", ink, 0.0, room)
        for n, line in enumerate(lines)
    ]
    if also:
        at = (x, rect.bottom - g.px(24))
        ops.append(letters.line(g, at, also, 24, "medium", ink, 0.0, room))
    return ops


def _pattern(now: Now, rect: Rect, cluster: Cluster) -> tuple[Op, ...]:
    """Its own pattern at the left, with its sign on a white disc."""
    g, border = now.g, now.g.px(4)
    part = Rect(rect.x + border, rect.y + border, g.px(PATTERN_W) - border, rect.h - 2 * border)
    return patterned(now.v, part, g.px(22), cluster, g.scale)


def patterned(v: View, part: Rect, corner: int, cluster: Cluster, scale: float = 0.0) -> tuple[Op, ...]:
    """A cluster's pattern with round corners at the left, and its sign. scale: pixels to a unit, usual for its height."""
    unit = scale or part.h / 150
    colours = v.theme.clusters[cluster]
    wide, high, r = part.w / unit, part.h / unit, corner / unit
    px = min(part.w * 3 // 5, part.h * 3 // 5)
    disc = Rect(part.x + (part.w - px) // 2, part.y + (part.h - px) // 2, px, px)
    body = pattern(cluster, round(wide), round(high)) if v.theme.table.rich else ""
    ground = "#{:02x}{:02x}{:02x}".format(*colours.solid)
    shape = (
        f'<path d="M{r:g} 0 H{wide:g} V{high:g} H{r:g} Q0 {high:g} 0 {high - r:g} V{r:g} Q0 0 {r:g} 0 Z"'
        f' fill="{ground}"/>'
    )
    quiet = (Drawing(part, (wide, high), body, corner=corner),) if body else ()
    sign = Icon(disc.inset(round(px * 0.24)), cluster.value, colours.solid)
    return (Drawing(part, (wide, high), shape), *quiet, Fill(disc, WHITE, px // 2), sign)


# -- what can be done


def acts(now: Now) -> list[Act]:
    """Finishing, the next round, and the next with the lightest cluster first; the main one last."""
    last = tegenwicht.is_last_round(now.session)
    finish = Act("finish", tr("Sessie afronden"), now.may(events.Finish(False)), keys.FINISH)
    lightest = Act("lightest", tr("Lichtste cluster eerst"), now.may(tegenwicht.BeginRound(True)), keys.LIGHTEST,
                   told=tr("Clusters die achterbleven, komen in de volgende ronde eerder boven"))  # fmt: skip
    following = Act("begin", tr("Volgende ronde"), now.may(tegenwicht.BeginRound(False)), keys.PRIMARY, primary=True,
                    told=time_goes(now))  # fmt: skip
    if last:
        again = following._replace(word=tr("Nog een ronde"), shortcut=None, primary=False)
        return [again, lightest, finish._replace(shortcut=keys.PRIMARY, primary=True)]
    return [finish, lightest, following]


def bindings(now: Now) -> tuple[tuple[str, Command], ...]:
    """Undo and redo, and finishing with its own letter where that is the main button."""
    pairs = bindings_of(undo_acts(now.playing))
    if tegenwicht.is_last_round(now.session) and events.Finish(False) in now.legal and now.v.letter_keys:
        return (*pairs, *((name, Do(events.Finish(False))) for name in keys.FINISH.names))
    return pairs
