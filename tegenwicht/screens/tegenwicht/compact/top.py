"""The top of the compact table, which stays: whose turn it is, the small scale with the clock, help and menu."""

from tegenwicht.game.clock import Reading, Stage
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.layout import Box, Column, Leaf, Nodes, Row
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Drawing, Fill, Icon, Op, Ring
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.table import rim, scale
from tegenwicht.screens.parts.table.heap import BLOCK, STONE
from tegenwicht.screens.shell.theme import Materials
from tegenwicht.screens.tegenwicht.compact.compact_size import Size
from tegenwicht.screens.tegenwicht.compact.corner import corner_box
from tegenwicht.screens.tegenwicht.now import Now
from tegenwicht.screens.tegenwicht.pieces import above
from tegenwicht.screens.tegenwicht.pieces.pans import aloud, heap_of, side_name, tilt, total
from tegenwicht.screens.tegenwicht.words import round_line

SMALL, ARM, FOOT = 520, 124, 34 / 56
"""The small scale: how wide with its words, how far a pan is from its middle, and how low, as a part of its height."""
PAN_ON_SMALL = ((0.5 - ARM / SMALL, FOOT - 0.15), (0.5 + ARM / SMALL, FOOT - 0.15))
"""Where the left and the right pan are, as parts of the small scale's width and height."""


def top(now: Now, s: Size) -> Box:
    """Whose turn it is, the small scale with the clock, help and menu."""
    v = now.v
    who = "" if now.session.alone else now.who
    line = " ".join(filter(None, above.doing(now))) or who
    balance, clock = small_balance(now, s), _clock(now, s)
    buttons = help_and_menu_box(now, s)
    room = v.width - 4 * s.px(12) - balance.natural - buttons.natural
    whole = len(now.cards) > 1 and v.type.width(line, "bold", s.text(22)) <= room
    words = widgets.text(
        v, line if whole else who or line, s.design(22), "bold", key="top:words",
        label=line or tr("Jij bent aan de beurt"),
    )  # fmt: skip
    title = widgets.text(
        v, round_line(now.session), s.design(18), "semibold", role=Role.HEADING, level=1, key="bar:title"
    )
    left = Column([words, title], 0)
    wide = balance.natural + clock.natural + buttons.natural + s.px(200) + 3 * s.px(12)
    if v.width - 2 * s.px(12) >= wide:
        return Row([left, balance, buttons], s.px(12))
    totals = widgets.text(v, _totals(now), s.design(20), "semibold", key="balance", label=aloud(now))
    return Column([Row([left, clock, buttons], s.px(12)), totals], s.px(4))


def _totals(now: Now) -> str:
    return f"{side_name(False)} {total(now, False)} · {side_name(True)} {total(now, True)}"


def help_and_menu_box(now: Now, s: Size) -> Box:
    """The two round buttons."""
    return corner_box(now.v, now.escape_is_free, s.px(44), s.px(8))


def _clock(now: Now, s: Size) -> Box:
    """The clock alone."""
    px = s.px(56)

    def place(rect: Rect) -> Nodes:
        at = Rect(rect.x, rect.y + (rect.h - px) // 2, px, px)
        return [_clock_node(now, s, at)]

    return Leaf(px, place, px)


def _clock_node(now: Now, s: Size, at: Rect, without: bool = False) -> Node:
    m, ink = now.v.theme.table, now.v.theme.ink
    reading: Reading = now.playing.reading
    running = bool(now.cards) and reading.stage is not Stage.OFF and not without
    line, ring = max(2, s.px(3)), max(3, s.px(5))
    face = at.inset(line)
    part = 1.0 - reading.gone if running else 0.0
    ops: list[Op] = [
        Fill(at, m.beam, at.w // 2), Fill(face, m.disc, face.w // 2), Ring(face.inset(1), part, ring, ink, m.track),
    ]  # fmt: skip
    if running and reading.stage is Stage.THINKING:
        ops.append(rim.dashes(face.inset(1), ring, m.disc))
    if not running:
        ops.append(Icon(at.inset(round(at.w * 0.27)), "scale", ink))
        return Node("clock", Role.GROUP, at, ops=tuple(ops))
    over = reading.stage is Stage.OVER
    figures = f"+{above.minutes(reading.past)}" if over else above.minutes(reading.left)
    still = now.playing.standing_still and not over
    if still:
        ops.append(Icon(at.inset(round(at.w * 0.3)), "pause", ink))
    else:
        px = s.text(17 if len(figures) < 5 else 14)
        ops.append(widgets.middle_line(now.v, at, figures, "bold", px, ink))
    label, value = above.aloud(now, reading, figures)
    return Node(
        "clock", Role.TIMER, at, label, value, number=(round(reading.gone * 100), 0, 100), ops=tuple(ops)
    )


def small_balance(now: Now, s: Size, empty: bool = False, untimed: bool = False) -> Box:
    """A small scale: beam, clock, two pans with what lies on them, and the totals beside them.

    empty: level, with nothing on it and no totals: only something to look at. untimed: without the time.
    """
    v, m = now.v, now.v.theme.table
    wide, high, clock = s.px(SMALL), s.px(56), s.px(56)

    def place(rect: Rect) -> Nodes:
        at = Rect(rect.x + (rect.w - wide) // 2, rect.y + (rect.h - high) // 2, wide, high)
        middle = at.x + wide // 2
        arm, lean = s.px(ARM + 2), 0.0 if empty else tilt(now) / scale.STEEPEST * s.px(5)
        ops: list[Op] = []
        ops.append(Drawing(Rect(middle - arm - s.px(24), at.y, 2 * (arm + s.px(24)), high),
                           (300, 56), _small_scale(lean / max(1, s.px(1)), m)))  # fmt: skip
        for right in (False, True):
            end = middle + (arm - s.px(2) if right else s.px(2) - arm)
            foot = (end, at.y + round((FOOT * 56 + (lean if right else -lean)) * high / 56))
            ops += [] if empty else _on_pan(now, s, right, foot)
            words = side_name(right) if empty else f"{side_name(right)} {total(now, right)}"
            px = s.text(21)
            wide_words = v.type.width(words, "semibold", px)
            x = middle + arm + s.px(26) if right else middle - arm - s.px(26) - wide_words
            box = Rect(x, at.y, wide_words, high)
            ops.append(widgets.middle_line(v, box, words, "semibold", px, v.theme.ink, 0.0))
        role, told = (Role.GROUP, "") if empty else (Role.IMAGE, aloud(now))
        node = Node("balance", role, at, told, ops=tuple(ops))
        place_clock = Rect(middle - clock // 2, at.y + (high - clock) // 2, clock, clock)
        return [node, _clock_node(now, s, place_clock, untimed)]

    return Leaf(high, place, wide)


def _on_pan(now: Now, s: Size, right: bool, foot: tuple[int, int]) -> list[Op]:
    """What lies on a pan, as specks of its colours; lower where it would reach above the beam."""
    pieces = heap_of(now, right).pieces
    part = s.px(40) / scale.PAN
    highest = max((one.y + BLOCK[1] * one.size for one in pieces), default=1.0)
    squeezed = min(1.0, s.px(15) / (highest * part))
    ops: list[Op] = []
    for one in pieces:
        wide, high = (BLOCK if one.block else STONE) if not one.times else BLOCK
        w_, h = max(2, round(wide * one.size * part)), max(2, round(high * one.size * part * squeezed))
        x = foot[0] + round(one.x * part) - w_ // 2
        y = foot[1] - round(one.y * part * squeezed) - h
        ops.append(
            Fill(Rect(x, y, w_, h), now.v.theme.clusters[one.cluster].line, 1 if one.block else h // 2)
        )
    return ops


def _small_scale(lean: float, m: Materials) -> str:
    web = scale.web
    left, right = 18 - lean, 18 + lean
    pans = "".join(
        f'<path d="M{x - 15} {y + 16} L{x} {y} L{x + 15} {y + 16}" fill="none" stroke="{web(m.chain)}"'
        f' stroke-width="1.6"/>'
        f'<path d="M{x - 20} {y + 16} A20 9 0 0 0 {x + 20} {y + 16} Z" fill="{web(m.brass)}" stroke="{web(m.brass_edge)}"/>'
        for x, y in ((26, left), (274, right))
    )
    return (
        f'<path d="M26 {left - 3} L150 20 L274 {right - 3} V{right + 3} L150 34 L26 {left + 3} Z" fill="{web(m.beam)}"/>'
        f"{pans}"
    )
