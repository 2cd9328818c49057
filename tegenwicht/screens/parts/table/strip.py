"""The strip under the card: what is asked beside it. A doorvraag that was drawn out, or the three at rest."""

from typing import NamedTuple

from tegenwicht.kit.ops import Colour, Fill, Icon, Op, Words
from tegenwicht.kit.rect import Rect
from tegenwicht.kit.theme import mixed
from tegenwicht.screens.parts.table import letters
from tegenwicht.screens.parts.table.cards import HIGH as CARD_HIGH
from tegenwicht.screens.parts.table.cards import WIDE, X, Y, balanced
from tegenwicht.screens.parts.table.ground import Ground

HIGH, BEHIND = 122, 30
TEXT, STEP, TEXT_X, TEXT_WIDE = 44, 49, 108, 994
REST = ((20, 64), (10, 56), (0, 48))
"""At rest three strips peek out: how much narrower each is at either side, and how far it comes out."""


SHEET_LOWER, LARGE, USUAL = 6, 36, 28
"""How far the sheet on which one writes lies below the card, and its letters: for one line, and where it takes two."""


class Ink(NamedTuple):
    """The colours of a strip: its edge, and what is filled on it with what stands in that."""

    edge: Colour
    fill: Colour
    on_fill: Colour


def strip_rect(g: Ground) -> Rect:
    """Where the strip lies when it is out."""
    return g.mid(X, Y + CARD_HIGH - g.up, WIDE, HIGH)


def strip_ops(g: Ground, ink: Ink, rect: Rect | None = None, narrower: float = 0) -> tuple[Op, ...]:
    """The paper of a strip, to be drawn before the card it comes out from under."""
    at = rect or strip_rect(g)
    behind, side = g.px(BEHIND), g.px(narrower)
    shadow = g.px(18) if g.v.theme.table.rich else 0
    border = g.px(3 if not g.v.theme.table.rich else 2)
    paper = Rect(at.x + side, at.y - behind, at.w - 2 * side, at.h + behind)
    return (Fill(paper, g.v.theme.table.slip, g.px(26), border, ink.edge, shadow, shade=1.2),)


class Sheet(NamedTuple):
    """The paper on which one writes, in front of the card's foot: where it lies, the height of the line at its top,
    where the words go and how large they are, in the window's pixels."""

    rect: Rect
    head: int
    inside: Rect
    px: int

    def ops(self, g: Ground) -> tuple[Op, ...]:
        """The paper itself."""
        m = g.v.theme.table
        return (Fill(self.rect, m.slip, g.px(20), g.px(3), m.line if m.rich else g.v.theme.ink),)

    def head_ops(self, g: Ground, label: str, guard: str) -> tuple[Words, Words]:
        """The line at its top: at the left what is written here, at the right ``guard``, in the room that leaves."""
        inside, faint = self.inside, g.v.theme.table.faint
        head = letters.line(g, (inside.x, self.head), label, 24, "semibold", faint)
        room = inside.right - g.px(26) - head.rect.right
        return head, letters.line(g, (inside.right, self.head), guard, 20, "medium", faint, 1.0, room)


def sheet(g: Ground, words: str) -> Sheet:
    """The paper for what is written so far: in large letters as long as that is one line."""
    at, type_ = strip_rect(g), g.v.type
    rect = Rect(at.x, at.y + g.px(SHEET_LOWER), at.w, at.h - g.px(SHEET_LOWER))
    x, wide, px = rect.x + g.px(34), rect.w - 2 * g.px(34), letters.size(g, LARGE)
    if len(type_.lines(words, "regular", px, wide)) == 1:
        high = type_.line_height(px)
        return Sheet(rect, rect.y + g.px(34), Rect(x, rect.bottom - g.px(14) - high, wide, high), px)
    top = rect.y + g.px(35)
    return Sheet(
        rect, rect.y + g.px(30), Rect(x, top, wide, rect.bottom - g.px(4) - top), letters.size(g, USUAL)
    )


def resting_ops(g: Ground, ink: Ink, count: int) -> tuple[Op, ...]:
    """``count`` strips that peek out from under the card, the first on top."""
    at = strip_rect(g)
    chosen = REST[len(REST) - min(count, len(REST)) :]
    return tuple(
        op for narrower, out in chosen for op in strip_ops(g, ink, at._replace(h=g.px(out)), narrower)
    )


def asked_ops(
    g: Ground, ink: Ink, number: int, words: str, to_come: tuple[int, ...], sign: str
) -> tuple[Op, ...]:
    """What is on a strip that is out: its number, the question in at most two lines, and what is still to come."""
    at = strip_rect(g)
    px = g.px(58)
    disc = Rect(at.x + g.px(26), at.y + g.px(32), px, px)
    middle = (disc.x + px // 2, disc.y + px // 2 + g.px(11))
    return (
        Fill(disc, ink.fill, px // 2), letters.line(g, middle, str(number), 32, "bold", ink.on_fill, 0.5),
        *question_ops(g, words), *_to_come(g, ink, to_come, sign),
    )  # fmt: skip


def question_ops(g: Ground, words: str) -> tuple[Op, ...]:
    """Words on the strip, in at most two lines, as large as they fit."""
    at, room = strip_rect(g), g.px(TEXT_WIDE)
    design = float(TEXT)
    while design > 26 and len(g.v.type.lines(words, "semibold", letters.size(g, design), room)) > 2:
        design -= 2
    lines = balanced(g, words, "semibold", letters.size(g, design), room)
    step = g.px(STEP * min(1.15, g.v.spacing))
    first = at.y + at.h // 2 - (len(lines) - 1) * step // 2 + g.px(15)
    return tuple(
        letters.line(g, (at.x + g.px(TEXT_X), first + n * step), line, design, "semibold", g.v.theme.ink)
        for n, line in enumerate(lines)
    )


def _to_come(g: Ground, ink: Ink, numbers: tuple[int, ...], sign: str) -> list[Op]:
    """A ring for each one still to come, and under them the key that draws the next."""
    at, paper, px, gap = strip_rect(g), g.v.theme.table.slip, g.px(34), g.px(8)
    right = at.right - g.px(26)
    x = right - len(numbers) * px - max(0, len(numbers) - 1) * gap
    ops: list[Op] = []
    for number in numbers:
        ring = Rect(x, at.y + g.px(18), px, px)
        ops.append(Fill(ring, paper, px // 2, g.px(2.6), ink.edge))
        base = (ring.x + px // 2, ring.y + px // 2 + g.px(7))
        ops.append(letters.line(g, base, str(number), 20, "bold", ink.edge, 0.5))
        x += px + gap
    return ops + sign_ops(g, ink, (right, at.y + g.px(90)), sign, 1.0) if sign else ops


def sign_ops(g: Ground, ink: Ink, at: tuple[int, int], sign: str, align: float = 0.0) -> list[Op]:
    """The key in an outline; ``at``: its left or right end and its middle."""
    wide, high = letters.width(g, sign, 20, "semibold") + 2 * g.px(10), g.px(32)
    box = Rect(at[0] - round(wide * align), at[1] - high // 2, wide, high)
    paper = g.v.theme.table.slip
    base = (box.x + wide // 2, at[1] + g.px(7))
    return [Fill(box, paper, g.px(8), g.px(2), mixed(ink.edge, paper, 0.15)),
            letters.line(g, base, sign, 20, "semibold", ink.edge, 0.5)]  # fmt: skip


def rest_words(
    g: Ground, ink: Ink, seen: tuple[int, ...], next_one: str, later: tuple[int, ...], sign: str
) -> tuple[Op, ...]:
    """What is on the edge of strips at rest: which were seen, which comes next, and those after it."""
    at = strip_rect(g)
    base, x = at.y + g.px(36), at.x + g.px(36)
    ops: list[Op] = []
    for number in seen:
        px = g.px(22)
        ops.append(Icon(Rect(x, base - g.px(18), px, px), "check", ink.edge))
        word = letters.line(g, (x + g.px(29), base), str(number), 24, "semibold", ink.edge)
        ops.append(word)
        x = word.rect.right + g.px(24)
    if next_one:
        word = letters.line(g, (x, base), next_one, 24, "semibold", ink.edge)
        ops.append(word)
        if sign:
            ops += sign_ops(g, ink, (word.rect.right + g.px(22), base - g.px(8)), sign)
    right = at.right - g.px(36)
    for number in reversed(later):
        word = letters.line(g, (right, base), str(number), 24, "semibold", ink.edge, 1.0)
        ops.append(word)
        right = word.rect.x - g.px(24)
    return tuple(ops)
