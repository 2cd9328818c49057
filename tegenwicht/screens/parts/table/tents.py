"""Name tents: who sits at the table, in order, on the rim. A person has one colour and one or two letters."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from tegenwicht.kit.ops import Colour, Drawing, Fill, Icon, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.table import letters
from tegenwicht.screens.parts.table.ground import Ground
from tegenwicht.screens.parts.table.scale import web

WIDE, HIGH, STANDS, FIRST_X, FIRST_Y, GAP = 158, 58, 14, 32, 1012, 12
BADGE, MANY = 36, 6
NEXT_WIDE, FOLDED, CLOSE = 132, 58, 9
"""Over six people: how wide the next one's tent is, how wide the others', and the gap between them."""


class Person(NamedTuple):
    """Who sits there. number: the seat, from 0. had: had a turn in this round. letters: of the badge."""

    name: str
    number: int
    letters: str
    on_turn: bool = False
    had: bool = False
    next: bool = False
    joining: bool = False


def badge_letters(names: Sequence[str]) -> tuple[str, ...]:
    """One letter each, or two where two names begin with the same; a number where there is no name."""
    first = [name.strip()[:1].upper() for name in names]
    return tuple(
        (name.strip()[:2].capitalize() if first.count(one) > 1 else one) or str(number)
        for number, (name, one) in enumerate(zip(names, first, strict=True), 1)
    )


def tent_rects(g: Ground, people: Sequence[Person]) -> list[Rect]:
    """Where the tents stand, from the left; the one on turn a little higher."""
    many, x, rects = len(people) > MANY, float(FIRST_X), []
    for one in people:
        wide = WIDE if one.on_turn or not many else NEXT_WIDE if one.next else FOLDED
        high = HIGH + STANDS if one.on_turn else HIGH
        rects.append(g.front(x - 3, FIRST_Y + HIGH - high, wide + 6, high + 10))
        x += wide + (CLOSE if many else GAP)
    return rects


def wide_rects(g: Ground, people: Sequence[Person]) -> list[Rect]:
    """The tents over the whole rim, as they stand where there are no buttons."""
    if len(people) > MANY:
        return tent_rects(g, people)
    wide = (g.across - 2 * FIRST_X - GAP * (len(people) - 1)) / max(1, len(people))
    wide = min(wide, 2.4 * WIDE)
    x = (g.across - wide * len(people) - GAP * (len(people) - 1)) / 2
    rects = []
    for number, one in enumerate(people):
        high = HIGH + STANDS if one.on_turn else HIGH
        rects.append(g.front(x + number * (wide + GAP), FIRST_Y + HIGH - high, wide, high + 10))
    return rects


def tent_ops(g: Ground, rect: Rect, person: Person) -> tuple[Op, ...]:
    """A tent filling ``rect``: its badge, and the name where it is wide enough; who has no name is a number."""
    m, theme = g.v.theme.table, g.v.theme
    body = rect._replace(h=rect.h - g.px(10))
    ground, line, ink = (theme.strong, theme.strong, theme.on_strong) if person.on_turn else (
        m.paper, m.line, theme.ink
    )  # fmt: skip
    box = (rect.w / g.scale, rect.h / g.scale)
    light = m.session if not m.rich else (116, 121, 132) if person.on_turn else m.skirting
    drawn = Drawing(
        rect, box, _tent(*map(round, box), ground, line, light, m.rim_edge, person.joining), ground=ground
    )
    unnamed = person.letters.isdigit() and not person.name[:1].isdigit()
    folded = unnamed or rect.w < g.px(100)
    wider = 1.3 if rect.w > g.px(WIDE * 1.3) else 1.0
    size, weight = (26 * wider, "bold") if person.on_turn else (24 * wider, "medium")
    side, gap = g.px(BADGE + 8 * (unnamed and rect.w > g.px(100))), g.px(10)
    room = rect.w - side - gap - 2 * g.px(12)
    name = letters.line(g, (0, 0), person.name, size, weight, ink, 0.0, room)
    whole = side if folded else side + gap + name.rect.w
    x = rect.x + (rect.w - whole) // 2
    y = body.y + (body.h - side) // 2 + g.px(3)
    ops = (drawn, *badge_ops(g, Rect(x, y, side, side), person))
    if folded:
        return ops
    base = y + side // 2 + g.px(8)
    return (*ops, letters.line(g, (x + side + gap, base), person.name, size, weight, ink, 0.0, room))


def paper_ops(g: Ground, rect: Rect, ground: Colour) -> tuple[Op, ...]:
    """A tent filling ``rect``, with nothing on it."""
    m, box = g.v.theme.table, (rect.w / g.scale, rect.h / g.scale)
    light = m.skirting if m.rich else ground
    body = _tent(*map(round, box), ground, m.line, light, m.rim_edge, False)
    return (Drawing(rect, box, body, ground=ground),)


def badge_ops(g: Ground, at: Rect, person: Person) -> tuple[Op, ...]:
    """The person's colour and letters in a square; a check on its corner after the turn."""
    ink = (31, 36, 48)
    unit = at.w / BADGE
    radius = round(10 * unit)
    colours = g.v.theme.table.persons
    edge = max(1, round(2 * unit))
    ops: list[Op] = [Fill(at, colours[person.number % len(colours)], radius, edge, ink)]
    if person.number >= len(colours):
        bar = max(2, round(4 * unit))
        ops.append(Fill(Rect(at.x + round(7 * unit), at.bottom - 2 * bar, at.w - round(14 * unit), bar), ink))
    middle = (at.x + at.w // 2, at.y + at.h // 2 + round(7.6 * unit))
    ops.append(
        letters.line(g, middle, person.letters, 22 * at.w / g.px(BADGE), "bold", ink, 0.5, at.w - 2 * edge)
    )
    if person.had:
        ops += _check(at, unit, ink)
    return tuple(ops)


def _check(at: Rect, unit: float, ink: Colour) -> list[Op]:
    px = round(22 * unit)
    disc = Rect(at.right - round(4 * unit) - px // 2, at.bottom - round(3.5 * unit) - px // 2, px, px)
    inside = disc.inset(round(px * 0.2))
    return [Fill(disc, (255, 255, 255), px // 2, max(1, round(2 * unit)), ink), Icon(inside, "check", ink)]


@lru_cache(64)
def _tent(
    w: float, h: float, ground: Colour, line: Colour, light: Colour, under: Colour, dashed: bool
) -> str:
    """A sheet folded to stand: narrower above, a light fold on top, a dark line where it stands."""
    b, dash = h - 10 + 4, ' stroke-dasharray="9 7"' if dashed else ""
    return (
        f'<path d="M1 {b + 0.5} H{w - 1}" stroke="{web(under)}" stroke-width="4"/>'
        f'<path d="M12 1.5 H{w - 12} Q{w - 7.2} 1.5 {w - 6.6} 7 L{w - 1} {b - 6} Q{w - 0.6} {b - 1} {w - 6} {b - 1}'
        f' H6 Q0.6 {b - 1} 1 {b - 6} L6.6 7 Q7.2 1.5 12 1.5 Z" fill="{web(ground)}" stroke="{web(line)}"'
        f' stroke-width="2.6"{dash}/>'
        f'<path d="M14 4.6 H{w - 14}" stroke="{web(light)}" stroke-width="3"/>'
    )
