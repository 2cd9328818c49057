"""The figure that fills a large window: four stations, three loops, and the open one with room for its question."""

import itertools
from collections.abc import Sequence
from functools import lru_cache

from tegenwicht.game import feedback
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.layout import Nodes
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Drawing, Fill, Icon, Op, Words
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.feedback import factors, parts, then
from tegenwicht.screens.feedback.closed import LEAST_PX, closed_questions, near_least
from tegenwicht.screens.feedback.figure import said, stations
from tegenwicht.screens.feedback.open_loop import (
    MIDDLES,
    STATION_H,
    STATION_W,
    STATION_Y,
    Places,
    figure_ground,
    loop,
    open_loop,
    places_at,
    through_stations,
)
from tegenwicht.screens.feedback.words import explained, numbered, question
from tegenwicht.screens.parts.peel.trays import paper_slip
from tegenwicht.screens.parts.table import letters
from tegenwicht.screens.parts.table.askew import askew
from tegenwicht.screens.parts.table.cards import balanced
from tegenwicht.screens.parts.table.ground import Ground
from tegenwicht.screens.parts.table.scale import web
from tegenwicht.screens.parts.wall.game_wall import Wall
from tegenwicht.screens.parts.wall.paper import sheet_ops, warm
from tegenwicht.screens.shell.commands import Do
from tegenwicht.screens.shell.model import Playing

DISC = 66
GLYPHS = (
    "M4 10 L18 5 L30 10 L44 5 V38 L30 43 L18 38 L4 43 Z M18 5 V38 M30 10 V43",
    "M24 4 a15 15 0 0 1 9 27 V36 H15 V31 a15 15 0 0 1 9 -27 Z M17 42 H31",
    "M15 4 c7 0 9 9 7 20 H10 C7 13 9 4 15 4 Z M10 29 H22 v5 a6 6 0 0 1 -12 0 Z M34 10 c6 0 8 9 5 20 H28"
    " C25 19 27 10 34 10 Z M28 35 H39 v4 a5.5 5.5 0 0 1 -11 0 Z",
    "M8 8 H42 L35 19 L42 30 H14 M8 8 L22 44",
)
LEFT_X, LEFT_W = 306, 350
WIDER = 12
"""So much wider the slips with answers are at either side, on a large window."""
ANSWER, SLIPS_Y, SLIPS_HIGH, SLIPS_LOW, SLIP_HIGH, SLIP_GAP = 22, 540, 352, 284, 80, 9
"""Of the slips with answers: the least size of their letters, where they begin, their room, and that above the words of
the last question; how high each is at least, and what is at least between two.
"""
LARGER, WIDER_GAP = (26, 25, 24, 23), 20
"""The larger sizes of their letters and what is then between two, where every answer can be read to its end with that."""
LISTS_BELOW = 148
"""How far below the top of the last question the lists begin on a small window."""
NEAR_SLIP, NEAR_LOWER = 150, 22
"""On a small window: how high a slip may be, and how much lower they begin."""
FIGURE, NEAR_FIGURE = 850, 910
"""How high the drawing of the loops is."""
Slips = list[tuple[tuple[str, ...], float]]
"""Of each slip the lines on it, and how high it is."""
LEANS = (0.6, -0.6, 0.5, -0.7)
"""How far each slip with an answer lies askew, in degrees."""


def digit(play: feedback.Feedback, number: int) -> tuple[str, ...]:
    """The key that opens a question; at the last one digits are for the clusters."""
    return (str(number),) if play.at != feedback.FACTORS or number == 0 else ()


def body(around: Wall, playing: Playing) -> Nodes:
    """Everything between the top and the rim."""
    g, play = figure_ground(around.v), feedback.feedback(playing.timeline.session)
    places = places_at(g, play.at)
    nodes = [
        _figure(g, play.at, places),
        *through_stations(g),
        *open_loop(g, play.at, places),
        *_left(g, around, playing, play),
    ]
    nodes += [_disc(g, playing, play, number, places.discs[number]) for number in feedback.QUESTIONS]
    nodes += closed_questions(g, play, places)
    nodes += _card(g, play, places.card)
    if play.at == feedback.FACTORS:
        x, y, wide, _ = places.card
        lists = g.mid(LEFT_X, y + LISTS_BELOW, 1394, 284) if g.near else g.mid(x, y + 188, wide + 94, 238)
        both = factors.lists(around.v, playing, g.near)
        nodes += widgets.scroll(around.v, "feedback:lists", both, lists)
    return nodes


# -- the drawing


def _figure(g: Ground, at: int, places: Places) -> Node:
    """Arrows, stations and loops; the open one thick, over the others."""
    theme, m = g.v.theme, g.v.theme.table
    high = NEAR_FIGURE if g.near else FIGURE
    whole = g.mid(60, 130, 1800, high)
    quiet = (111, 100, 80) if theme.name == "light" else m.line
    body = _lines(tuple(sorted(places.low.items())), web(quiet), web(theme.ink))
    ops: list[Op] = [Drawing(whole, (1800, high), body)]
    for number, name in enumerate(stations()):
        ops += _station(g, number, name, number == 3 - at)
    return Node("figure", Role.IMAGE, whole, said(at), layer=-1, ops=tuple(ops))


@lru_cache(16)
def _lines(lows: tuple[tuple[int, float], ...], quiet: str, ink: str) -> str:
    """Lines in a box whose corner is (60, 130) of the design."""
    parts_, y = [], STATION_Y + STATION_H / 2 - 130 + 3
    for one, other in itertools.pairwise(MIDDLES):
        a, b = one + STATION_W / 2 + 14 - 60, other - STATION_W / 2 - 14 - 60
        parts_.append(
            f'<path d="M{a} {y} H{b - 4} M{b - 26} {y - 22} L{b - 4} {y} L{b - 26} {y + 22}" fill="none"'
            f' stroke="{ink}" stroke-width="7" stroke-linecap="round" stroke-linejoin="round"/>'
        )
    parts_ += [loop(number, low, quiet, 5) for number, low in lows]
    return "".join(parts_)


def _station(g: Ground, number: int, name: str, on: bool) -> list[Op]:
    theme = g.v.theme
    at = g.mid(MIDDLES[number] - STATION_W / 2, STATION_Y, STATION_W, STATION_H + 6)
    ground, ink = (theme.strong, theme.on_strong) if on else (theme.table.paper, theme.ink)
    px = g.px(60)
    sign = Rect(at.x + g.px(32), at.y + (at.h - g.px(6) - px) // 2, px, px)
    mark = (
        f'<path d="{GLYPHS[number]}" fill="{web(ink)}" fill-opacity="{0.22 if on else 0.16}" stroke="{web(ink)}"'
        f' stroke-width="3.6" stroke-linejoin="round" stroke-linecap="round"/>'
    )
    base = at.y + g.px(STATION_H / 2 + 14)
    return [
        *sheet_ops(g.v, at, ground, theme.strong if on else None), Drawing(sign, (48, 48), mark),
        letters.line(g, (sign.right + g.px(24), base), name, 38, "bold", ink, 0.0, at.right - sign.right - g.px(36)),
    ]  # fmt: skip


def _disc(
    g: Ground, playing: Playing, play: feedback.Feedback, number: int, place: tuple[float, float]
) -> Node:
    """The number of a question; pressed, it opens."""
    theme, m = g.v.theme, g.v.theme.table
    x, y = place
    at = g.mid(x - DISC / 2, y - DISC / 2, DISC, DISC)
    on = number == play.at
    ground, ink = (theme.strong, theme.on_strong) if on else (m.paper, theme.ink)
    base = at.y + at.h // 2 + g.px(13)
    ops = (
        Fill(at, ground, at.w // 2, g.px(3), theme.strong if on else m.line, g.px(8) if m.rich else 0),
        letters.line(g, (at.x + at.w // 2, base), str(number), 36, "bold", ink, 0.5),
    )
    go = Do(feedback.OpenQuestion(number)) if feedback.OpenQuestion(number) in playing.legal else None
    assert play.answering is not None
    told = tr("nu open") if on else tr("beantwoord") if play.answering.answers[number] else ""
    return Node(
        f"step:{number}", Role.BUTTON, at, f"{number}. {question(number)}", description=told, action=go,
        enabled=go is not None, shortcuts=digit(play, number), corner=at.w // 2, layer=1, ops=ops,
    )  # fmt: skip


def _card(g: Ground, play: feedback.Feedback, place: tuple[float, float, float, float]) -> Nodes:
    """The open question, large; what it looks at, in our words, is told with it and stands where one writes."""
    theme, m = g.v.theme, g.v.theme.table
    at = g.mid(*place)
    room = at.w - g.px(80)
    size = 72.0
    while size > 36:
        lines = g.v.type.lines(question(play.at), "bold", letters.size(g, size), room)
        if len(lines) <= 2 and len(lines) * letters.size(g, size * 1.12 * g.v.spacing) <= at.h - g.px(28):
            break
        size -= 2
    lines = balanced(g, question(play.at), "bold", letters.size(g, size), room)
    step = letters.size(g, size * 1.12 * g.v.spacing)
    first = at.y + (at.h - step * len(lines)) // 2 + letters.size(g, size * 0.88)
    shadow = g.px(20) if m.rich else 0
    ops: list[Op] = [Fill(at, m.paper, g.px(18), g.px(4), theme.ink, shadow, shade=1.2)]
    ops += [
        letters.line(g, (at.x + g.px(40), first + n * step), line, size, "bold", theme.ink, 0.0, room)
        for n, line in enumerate(lines)
    ]
    told = explained(play.at)
    return [
        Node(
            "question",
            Role.HEADING,
            at,
            numbered(play.at),
            description=told,
            level=2,
            presses="question:write",
            ops=tuple(ops),
        )
    ]


# -- at the left


def _left(g: Ground, around: Wall, playing: Playing, play: feedback.Feedback) -> Nodes:
    """The consideration, the answers so far, and what was answered then, face down."""
    assert play.answering is not None
    nodes = [_subject(g, playing, play)]
    shown = [(number, words) for number, words in enumerate(play.answering.answers) if words]
    least, room = (
        (NEAR_SLIP, 2 * NEAR_SLIP)
        if g.near
        else (SLIP_HIGH, SLIPS_HIGH if play.at == feedback.FACTORS else SLIPS_LOW)
    )
    room -= least + SLIP_GAP if then.before(play) else 0
    if g.near and play.at == feedback.FACTORS:  # the lists need the room
        shown = [one for one in shown if one[0] == play.at and not then.before(play)]
        room = round(places_at(g, play.at).card[1]) + LISTS_BELOW - SLIPS_Y - NEAR_LOWER - SLIP_GAP
    shown = shown[-max(1, (room + SLIP_GAP) // (least + (0 if g.near else SLIP_GAP))) :]
    y = SLIPS_Y + (NEAR_LOWER if g.near else 0.0)
    size, gap, slips = _slips(g, shown, room, 1 if then.before(play) else 0)
    for (number, words), (lines, high) in zip(shown, slips, strict=True):
        nodes.append(_answer(g, number, words, lines, (y, high), size))
        y += high + gap
    if then.before(play):
        nodes.append(_then(g, around, play, y, size))
    return nodes


def _answer_size(g: Ground) -> float:
    """The least size of the letters on a slip: to be read where the figure is small too."""
    return max(ANSWER, near_least(g)) if g.near else ANSWER


def _slips(
    g: Ground, shown: Sequence[tuple[int, str]], room: float, then_below: int
) -> tuple[float, float, Slips]:
    """The size of the letters, what is between two slips, and each slip: as large as leaves every answer whole; where none
    does, small, in as many lines as there is room for under the others.

    then_below: how many slips follow; their room is taken off already, with the least that is between two.
    """
    if not g.near:
        for size, gap in itertools.product(LARGER, (WIDER_GAP, SLIP_GAP)):
            found = _slips_of(g, shown, size, 5)
            whole = all(
                lines == _lines_of(g, words, size)
                for (_, words), (lines, _) in zip(shown, found, strict=True)
            )
            high = sum(high + gap for _, high in found) - gap + then_below * (gap - SLIP_GAP)
            if whole and high <= room:
                return size, gap, found
    least = _answer_size(g)
    for most in (5, 4, 3, 2):
        found = _slips_of(g, shown, least, most)
        if sum(high + SLIP_GAP for _, high in found) - SLIP_GAP <= room:
            break
    return least, SLIP_GAP, found


def _slips_of(g: Ground, shown: Sequence[tuple[int, str]], size: float, most: int) -> Slips:
    """Each answer in so many lines at the most, and how high its slip is."""
    px, found = letters.size(g, size), []
    step = g.v.step(px) / g.px(1000) * 1000
    for _, words in shown:
        lines = _cut(_lines_of(g, words, size), most)
        high = max(SLIP_HIGH, len(lines) * step + (16 if g.near else 26 if size == ANSWER else 22))
        found.append((lines, SLIP_HIGH if most == 2 and not g.near else high))
    return found


def _lines_of(g: Ground, words: str, size: float) -> tuple[str, ...]:
    """All that is on a slip."""
    lines: tuple[str, ...] = g.v.type.lines(
        words, "medium", letters.size(g, size), _slip_at(g, 0, 0).w - g.px(84)
    )
    return lines


def _slip_at(g: Ground, y: float, high: float) -> Rect:
    wider = 0 if g.near else WIDER
    return g.mid(LEFT_X - wider, y, LEFT_W + 2 * wider, high)


def _subject(g: Ground, playing: Playing, play: feedback.Feedback) -> Node:
    at = g.mid(LEFT_X - 14, 318, LEFT_W + 22, 226) if g.near else g.mid(LEFT_X, 322, LEFT_W, 196)
    ground, ink = warm(g.v)
    over, least = (62, LEAST_PX) if g.near else (54, g.px(20))
    w2, h2 = at.w * 2, at.h * 2
    side, px = 2 * g.px(20 if g.near else 26), 2 * letters.size(g, 34)
    room = w2 - 2 * side
    lines = g.v.type.lines(play.subject, "bold", px, room)
    while px > 2 * least and len(lines) * px * 1.16 > h2 - 2 * g.px(over + 22):
        px -= 2
        lines = g.v.type.lines(play.subject, "bold", px, room)
    most = max(1, int((h2 - 2 * g.px(over + 16)) / (px * 1.16)))
    if len(lines) > most:
        lines = (*lines[: most - 1], f"{lines[most - 1].rstrip()}…")
    small = 2 * letters.size(g, _answer_size(g))
    m = g.v.theme.table
    border, edge = (2 * g.px(2), m.line) if m.rich else (2 * g.px(3), ink)
    head = tr("De afweging")
    flat: list[Op] = [
        Fill(Rect(0, 0, w2, h2), ground, 2 * g.px(14), border, edge),
        Words(
            Rect(side, 2 * g.px(18), g.v.type.width(head, "semibold", small), small + 8),
            head,
            "semibold",
            small,
            ink,
        ),
    ]
    top, step = 2 * g.px(over), round(px * 1.16)
    for n, line in enumerate(lines):
        width = g.v.type.width(line, "bold", px)
        flat.append(Words(Rect(side, top + n * step, width, step), line, "bold", px, ink))
    ops = (askew(g, at, tuple(flat), 1.6, 2 * g.px(14), ground),)
    name = tr("De afweging: {words}").format(words=play.subject)
    return Node(
        "consideration", Role.BUTTON, at, name, description=tr("Wijzig"), action=parts.change(playing),
        enabled=parts.change(playing) is not None, corner=g.px(14), ops=ops,
    )  # fmt: skip


def _answer(
    g: Ground, number: int, words: str, lines: tuple[str, ...], place: tuple[float, float], size: float
) -> Node:
    """A slip with an answer, after the number of its question; it lies a little askew. place: how far down, and how high."""
    at = _slip_at(g, *place)
    px = letters.size(g, size)
    twice = Rect(0, 0, at.w * 2, at.h * 2)
    flat = (
        *paper_slip(g.v, at.w, at.h, (), px, fine=2),
        *_ring(g, twice, str(number), 2),
        *_slip_words(g, twice, lines, px, fine=2),
    )
    lean = askew(g, at, flat, LEANS[number], 2 * g.px(10), g.v.theme.table.slip)
    return Node(f"answer:{number}", Role.TEXT, at, f"{number}. {words}", ops=(lean,))


def _cut(lines: tuple[str, ...], most: int) -> tuple[str, ...]:
    """So many lines at the most."""
    return lines if len(lines) <= most else (*lines[: most - 1], f"{lines[most - 1][:-1].rstrip()}…")


def _slip_words(g: Ground, at: Rect, lines: Sequence[str], px: int, fine: int = 1) -> list[Op]:
    """The words on a slip, ``fine`` times as large."""
    step = min(g.v.step(px) * fine, (at.h - g.px(6) * fine) // max(1, len(lines)))
    top = at.y + (at.h - step * len(lines)) // 2
    made: list[Op] = []
    for n, line in enumerate(lines):
        wide = g.v.type.width(line, "medium", px * fine)
        spot = Rect(at.x + g.px(68) * fine, top + n * step, wide, step)
        made.append(Words(spot, line, "medium", px * fine, g.v.theme.ink))
    return made


def _ring(g: Ground, at: Rect, number: str, fine: int = 1) -> list[Op]:
    px = g.px(38) * fine
    ring = Rect(at.x + g.px(18) * fine, at.y + (at.h - px) // 2, px, px)
    return [
        Fill(ring, g.v.theme.table.slip, px // 2, g.px(3) * fine, g.v.theme.ink),
        letters.tight(g, ring, number, "bold", g.px(22) * fine, g.v.theme.ink),
    ]


def _turn_sign(g: Ground, at: Rect) -> list[Op]:
    px = g.px(34)
    return [Icon(Rect(at.x + g.px(20), at.y + (at.h - px) // 2, px, px), "reshuffle", g.v.theme.ink)]


def _then(g: Ground, around: Wall, play: feedback.Feedback, y: float, size: float) -> Node:
    """The answer of then: its back, or what is on it once it was turned; smaller than ``size`` where that shows more."""
    v, high = around.v, 98 if g.near and play.at == feedback.FACTORS else NEAR_SLIP if g.near else SLIP_HIGH
    m, at = v.theme.table, _slip_at(g, y, high)
    name, words = then.lying(v, play)
    open_ = then.is_open(v, play)
    ground = m.slip if open_ or not m.rich else m.rim_light
    shown = words if open_ else f"{name} · {words}"
    size = size if len(_lines_of(g, shown, size)) <= 2 else _answer_size(g)
    px, lines = letters.size(g, size), _cut(_lines_of(g, shown, size), 2)
    ops = (
        Fill(at, ground, g.px(10), g.px(2), m.line), *(_ring(g, at, str(play.at)) if open_ else _turn_sign(g, at)),
        *_slip_words(g, at, lines, px),
    )  # fmt: skip
    return Node(
        "answer:then", Role.BUTTON, at, f"{name}: {words}", action=then.turn(v, play), corner=g.px(10), ops=ops,
        description=tr("Draai om"),
    )  # fmt: skip
