"""A card as it is held in the hand: upright, the same parts in the same order as the wide one on the table."""

from typing import NamedTuple

from tegenwicht.game.cards import Cluster
from tegenwicht.kit.ops import Fill, Icon, Op, Turned
from tegenwicht.kit.rect import Rect
from tegenwicht.kit.theme import mixed
from tegenwicht.screens.parts.table import letters
from tegenwicht.screens.parts.table.askew import FINE, askew
from tegenwicht.screens.parts.table.backs import held_back
from tegenwicht.screens.parts.table.cards import Colours, Face, balanced, colours_of, picture_ops
from tegenwicht.screens.parts.table.ground import Ground

UNITS = 330
"""An upright card is reckoned in parts of its width: so many; its height is 1.4 times that."""
MARGIN = 20
SMALLEST_PART = 0.72
LARGE_PART = 0.8
"""How large the band and the title of a large card are, beside those of a small one as much enlarged."""


class Upright(NamedTuple):
    """Of an upright card, in its own units: the size of its question, and what is left out.

    title, picture: whether they are on it. low: what stays free at the foot, for a folded corner; least: the part of
    its size that the question has at least. large: it is read from a table's length away: the question takes more of it,
    the band less, and that says what kind of card it is. side: how large the picture is, 0 for the usual size. beside:
    what stays free of the width beside the words.
    """

    question: float = 32
    title: bool = True
    picture: bool = True
    low: float = 0
    least: float = SMALLEST_PART
    large: bool = False
    side: float = 0
    beside: float = 50


def upright_ops(g: Ground, rect: Rect, face: Face, look: Upright | None = None) -> tuple[Op, ...]:
    """The face of a card filling ``rect``, in pixels."""
    look, c, u = look or Upright(), colours_of(g, face), rect.w / UNITS
    m = g.v.theme.table
    part = LARGE_PART if look.large else 1.0
    radius, edge, band = round(16 * u), max(2, round((2 if look.large else 3) * u)), round(62 * u * part)
    dark = round(12 * u) if m.rich else 0
    ops: list[Op] = [
        Fill(rect, c.paper, radius, edge, c.edge, shadow=dark),
        Fill(Rect(rect.x + edge, rect.y + edge, rect.w - 2 * edge, band - edge), c.band, radius - edge, top_only=True),
    ]  # fmt: skip
    if not m.rich or g.v.theme.name == "dark":
        ops.append(Fill(Rect(rect.x + edge, rect.y + band, rect.w - 2 * edge, max(1, round(2 * u))), c.edge))
    ops += _band(g, rect, face, c, u * part, band, look.large)
    return (*ops, *_words(g, rect, face, look, c, u, band))


def _band(g: Ground, rect: Rect, face: Face, c: Colours, u: float, band: int, large: bool) -> list[Op]:
    middle, px = rect.y + band // 2 + round(u), round(38 * u)
    disc = Rect(rect.x + round(20 * u), middle - px // 2, px, px)
    glyph = face.family.value
    base = middle + round(8.6 * u)
    ops: list[Op] = [Fill(disc, c.on_band, px // 2), Icon(disc.inset(round(px * 0.2)), glyph, c.band)]
    end = rect.right - round(20 * u)
    if face.number:
        number = letters.line(g, (end, base), face.number, 26 * u / g.scale, "bold", c.on_band, 1.0)
        ops.append(number)
        end = number.rect.x - round(10 * u)
    x = disc.right + round(10 * u)
    if large and face.kind:
        end = number.rect.x if face.number else end
        bar = Rect(end - round(10 * u), middle - round(9.5 * u), max(1, round(1.2 * u)), round(20 * u))
        at = (bar.x - round(9 * u), base)
        least = 0.7 if face.other else 0.8  # that it lies on its other side is said beside any name
        kind = letters.line(g, at, face.kind, 19.5 * u / g.scale, "semibold", c.on_band, 1.0)
        if kind.rect.x - round(12 * u) - x >= letters.width(g, face.name, least * 25 * u / g.scale, "bold"):
            ops += [kind, *((Fill(bar, mixed(c.on_band, c.band, 0.3)),) if face.number else ())]
            end = kind.rect.x - round(12 * u)
    ops.append(letters.line(g, (x, base), face.name, 25 * u / g.scale, "bold", c.on_band, 0.0, end - x))
    return ops


def _words(g: Ground, rect: Rect, face: Face, look: Upright, c: Colours, u: float, band: int) -> list[Op]:
    """Title, question and picture, from the band down."""
    part = LARGE_PART if look.large else 1.0
    x, room = rect.x + round((25 if look.large else 28) * u), rect.w - round(look.beside * u)
    y, ops = rect.y + band + round((40 if look.title else 16) * u * part), list[Op]()
    if look.title and face.title:
        ops.append(
            letters.line(g, (x, y), face.title, 22 * u * part / g.scale, "semibold", c.line, 0.0, room)
        )
    side = round((look.side or (114 if look.large else 104)) * u)
    foot = side + round(12 * u) if look.picture and face.picture else round(look.low * u)
    low = rect.bottom - round(22 * u) - foot
    top = y + round((14 if look.title else 0) * u)
    px, lines = question_fitted(g, face.question, round(look.question * u), room, low - top, look.least)
    step = spaced(g, round(px * 1.19), (low - top) // max(1, len(lines)))
    for number, words in enumerate(lines):
        at = (x, top + round(px * 0.95) + number * step)
        ops.append(
            letters.line(g, at, words, px / g.scale / min(1.2, g.v.text), "bold", g.v.theme.ink, 0.0, room)
        )
    if look.picture and face.picture:
        left, foot = (20, 20) if look.large else (28, 24)
        disc = Rect(rect.x + round(left * u), rect.bottom - round(foot * u) - side, side, side)
        ground = (255, 255, 255) if face.other and g.v.theme.name == "light" else c.pale
        ring = disc.inset(round(side * 0.03))
        line = mixed(c.line, ground, 0.72) if g.v.theme.table.rich else c.line
        ops += [Fill(disc, ground, side // 2), Fill(ring, ground, ring.w // 2, max(1, round(u)), line)]
        ops += picture_ops(disc.inset(round(side * 0.16)), face.picture, c.line)
    return ops


def spaced(g: Ground, step: int, most: int) -> int:
    """From one line to the next, as far apart as is wished and as there is room for."""
    return max(step, min(round(step * g.v.spacing), most))


def question_fitted(
    g: Ground, question: str, px: int, room: int, high: int, part: float = SMALLEST_PART
) -> tuple[int, tuple[str, ...]]:
    """The largest size up to ``px`` at which the question is no higher than ``high``, and its lines.

    part: of ``px``, the least that it becomes.
    """
    least = round(px * part)
    for size in range(px, least, -1):
        if len(g.v.type.lines(question, "bold", size, room)) * round(size * 1.19) <= high:
            return size, balanced(g, question, "bold", size, room)
    return least, balanced(g, question, "bold", least, room)


def leaning(g: Ground, rect: Rect, face: Face, degrees: float, look: Upright | None = None) -> Turned:
    """An upright card filling ``rect`` before it is turned to the left by so many degrees."""
    margin = round(MARGIN * rect.w / UNITS)
    inside = Rect(margin * FINE, margin * FINE, rect.w * FINE, rect.h * FINE)
    fine = Ground(g.v, g.scale)
    size = (inside.w + 2 * inside.x, inside.h + 2 * inside.y)
    return Turned(rect.inset(-margin), size, upright_ops(fine, inside, face, look), degrees)


def standing_back(
    g: Ground, rect: Rect, cluster: Cluster | None, degrees: float, corners: bool = False
) -> Turned:
    """The back of an upright card filling ``rect``, turned to the left by so many degrees.

    corners: with its sign in two corners, so that it can be told in a fan.
    """
    size = (rect.w * FINE, rect.h * FINE)
    ops = held_back(g.v.theme, cluster, *size, corners, FINE)
    return askew(g, rect, ops, degrees, round(rect.w * FINE / 12), (255, 255, 255), drop=corners)
