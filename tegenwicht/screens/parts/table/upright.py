"""A card as it is held in the hand: upright, the same parts in the same order as the wide one on the table."""

from typing import NamedTuple

from tegenwicht.game.cards import Cluster
from tegenwicht.kit.ops import Fill, Icon, Still, Turned
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.table import letters
from tegenwicht.screens.parts.table.backs import back_ops
from tegenwicht.screens.parts.table.cards import Colours, Face, balanced, colours_of, picture_ops
from tegenwicht.screens.parts.table.ground import Ground

UNITS = 330
"""An upright card is reckoned in parts of its width: so many; its height is 1.4 times that."""
FINE = 2
"""A turned picture is drawn so much larger than it is seen."""
MARGIN = 20
SMALLEST_PART = 0.72
DISC = 58
"""The medallion of a back that stands, in parts of which its shorter side has 124."""


class Upright(NamedTuple):
    """Of an upright card, in its own units: the size of its question, and what is left out.

    title, picture: whether they are on it. low: what stays free at the foot, for a folded corner; least: the part of
    its size that the question has at least.
    """

    question: float = 32
    title: bool = True
    picture: bool = True
    low: float = 0
    least: float = SMALLEST_PART


def upright_ops(g: Ground, rect: Rect, face: Face, look: Upright | None = None) -> tuple[object, ...]:
    """The face of a card filling ``rect``, in pixels."""
    look, c, u = look or Upright(), colours_of(g, face), rect.w / UNITS
    m = g.v.theme.table
    radius, edge, band = round(16 * u), max(2, round(3 * u)), round(62 * u)
    dark = round(12 * u) if m.rich else 0
    ops: list[object] = [
        Fill(rect, c.paper, radius, edge, c.edge, shadow=dark),
        Fill(Rect(rect.x + edge, rect.y + edge, rect.w - 2 * edge, band - edge), c.band, radius - edge, top_only=True),
    ]  # fmt: skip
    if not m.rich or g.v.theme.name == "dark":
        ops.append(Fill(Rect(rect.x + edge, rect.y + band, rect.w - 2 * edge, max(1, round(2 * u))), c.edge))
    ops += _band(g, rect, face, c, u, band)
    return (*ops, *_words(g, rect, face, look, c, u, band))


def _band(g: Ground, rect: Rect, face: Face, c: Colours, u: float, band: int) -> list[object]:
    middle, px = rect.y + band // 2 + round(u), round(38 * u)
    disc = Rect(rect.x + round(20 * u), middle - px // 2, px, px)
    glyph = face.family.value
    base = middle + round(8.6 * u)
    ops: list[object] = [Fill(disc, c.on_band, px // 2), Icon(disc.inset(round(px * 0.2)), glyph, c.band)]
    end = rect.right - round(20 * u)
    if face.number:
        number = letters.line(g, (end, base), face.number, 26 * u / g.scale, "bold", c.on_band, 1.0)
        ops.append(number)
        end = number.rect.x - round(10 * u)
    x = disc.right + round(10 * u)
    ops.append(letters.line(g, (x, base), face.name, 25 * u / g.scale, "bold", c.on_band, 0.0, end - x))
    return ops


def _words(g: Ground, rect: Rect, face: Face, look: Upright, c: Colours, u: float, band: int) -> list[object]:
    """Title, question and picture, from the band down."""
    x, room = rect.x + round(28 * u), rect.w - round(50 * u)
    y, ops = rect.y + band + round((40 if look.title else 16) * u), list[object]()
    if look.title and face.title:
        ops.append(letters.line(g, (x, y), face.title, 22 * u / g.scale, "semibold", c.line, 0.0, room))
    side = round(104 * u)
    foot = side + round(12 * u) if look.picture and face.picture else round(look.low * u)
    low = rect.bottom - round(22 * u) - foot
    top = y + round((14 if look.title else 0) * u)
    px, lines = question_fitted(g, face.question, round(look.question * u), room, low - top, look.least)
    step = round(px * 1.19)
    for number, words in enumerate(lines):
        at = (x, top + round(px * 0.95) + number * step)
        ops.append(
            letters.line(g, at, words, px / g.scale / min(1.2, g.v.text), "bold", g.v.theme.ink, 0.0, room)
        )
    if look.picture and face.picture:
        disc = Rect(rect.x + round(34 * u), rect.bottom - round(26 * u) - side, side, side)
        white = face.other and g.v.theme.name == "light"
        ops.append(Fill(disc, (255, 255, 255) if white else c.pale, side // 2))
        ops += picture_ops(disc.inset(round(side * 0.16)), face.picture, c.line)
    return ops


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


def standing_back(g: Ground, rect: Rect, cluster: Cluster | None, degrees: float) -> Turned:
    """The back of an upright card filling ``rect``, turned to the left by so many degrees."""
    margin, size = rect.w // 12, (rect.w * FINE, rect.h * FINE)
    inside = Still(
        Rect(margin * FINE, margin * FINE, *size), back_ops(g.v.theme, cluster, *size, disc_units=DISC)
    )
    whole = (size[0] + 2 * margin * FINE, size[1] + 2 * margin * FINE)
    return Turned(rect.inset(-margin), whole, (inside,), degrees)
