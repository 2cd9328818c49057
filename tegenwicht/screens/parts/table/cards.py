"""The wide card on the table: band, title, question, picture, and a folded corner that turns it round."""

from functools import lru_cache
from typing import NamedTuple

from tegenwicht.game.cards import Cluster, Family
from tegenwicht.kit.ops import Colour, Drawing, Fill, Icon, Op, Picture
from tegenwicht.kit.rect import Rect
from tegenwicht.kit.theme import mixed
from tegenwicht.screens.parts.table import letters
from tegenwicht.screens.parts.table.backs import pattern
from tegenwicht.screens.parts.table.ground import Ground
from tegenwicht.screens.parts.table.scale import web

WIDE, HIGH, X, Y = 1220, 770, 350, 104
SIZES = (80, 76, 72, 68, 64, 60)
MOST_LINES = 5
EAR, CLOCK = 132, 82
"""The folded corner; how far from its middle the clock lies over the band of the card on the table."""
SHADE = 2.4
WHITE = (255, 255, 255)

MOST_APART = 1.2
"""So many times farther apart than usual the lines of a question stand at the most: under it lie places."""


class Face(NamedTuple):
    """What is on one side of a card. family: its cluster, or its kind where it has none.

    name: in the band; kind and number at its right; picture: its name, may be empty. other: whether this is its
    other side (Andersom). under: what is asked below the question, where that is a moment or something to agree with.
    """

    family: Family
    name: str
    kind: str
    number: str
    title: str
    question: str
    picture: str = ""
    other: bool = False
    under: str = ""


class Colours(NamedTuple):
    """Of one face: the band, what is written on it, its edge, lines and title, and the pale ground."""

    band: Colour
    on_band: Colour
    edge: Colour
    line: Colour
    pale: Colour
    paper: Colour


def colours_of(g: Ground, face: Face) -> Colours:
    """Those of its cluster, or ink for a kind without one."""
    theme, m = g.v.theme, g.v.theme.table
    if not isinstance(face.family, Cluster):
        return Colours(theme.strong, theme.on_strong, theme.ink, theme.ink, m.skirting, m.card)
    c = theme.clusters[face.family]
    paper = c.pale if face.other else m.card
    return Colours(c.solid, WHITE, c.edge, c.line, c.pale, paper)


class Sizes(NamedTuple):
    """The measures of a wide card, in design pixels: those of 02, or of a smaller one beside another.

    high: how far the last line of the question may stand below its first; 0 for as many lines as a factor may have.
    under, under_gap: the size of what is asked below the question, and how far below its last line it stands.
    """

    band: float = 96
    disc: float = 63
    disc_x: float = 39
    name: float = 44
    kind: float = 32
    number: float = 38
    side: float = 63
    title: float = 34
    title_y: float = 172
    question_y: float = 274.6
    text: float = 694
    picture: float = 400
    picture_right: float = 55
    picture_top: float = 171
    questions: tuple[float, ...] = SIZES
    radius: float = 28
    high: float = 0
    under: float = 64
    under_gap: float = 132


def card_rect(g: Ground) -> Rect:
    """Where the card stands."""
    return g.mid(X, Y, WIDE, HIGH - g.up)


def card_ops(
    g: Ground, rect: Rect, face: Face, sizes: Sizes | None = None, shadow: bool = True
) -> tuple[Op, ...]:
    """The face of a card filling ``rect``, without its corner."""
    s, c = sizes or Sizes(), colours_of(g, face)
    border = g.px(5 if not g.v.theme.table.rich else 3)
    dark = g.px(30) if shadow and g.v.theme.table.rich else 0
    inside = rect.inset(border)
    band = Rect(inside.x, inside.y, inside.w, g.px(s.band) - border)
    ops: list[Op] = [Fill(rect, c.paper, g.px(s.radius), border, c.edge, shadow=dark, shade=SHADE)]
    if face.other and isinstance(face.family, Cluster) and g.v.theme.table.rich:
        ops.append(quiet_pattern(g, inside, face.family, g.px(s.radius) - border))
    ops.append(Fill(band, c.band, g.px(s.radius) - border, top_only=True))
    if not g.v.theme.table.rich or g.v.theme.name == "dark":
        ops.append(Fill(Rect(band.x, band.bottom, band.w, g.px(2)), c.edge))
    return (*ops, *_band(g, rect, face, s, c), *_text(g, rect, face, s, c), *_picture(g, rect, face, s, c))


def _band(g: Ground, rect: Rect, face: Face, s: Sizes, c: Colours) -> list[Op]:
    middle = rect.y + g.px(s.band / 2 - 0.5)
    px = g.px(s.disc)
    disc = Rect(rect.x + g.px(s.disc_x), middle - px // 2, px, px)
    base = middle + g.px(s.name * 0.335)
    glyph = face.family.value
    parts: list[Op] = [Fill(disc, c.on_band, px // 2), Icon(disc.inset(round(px / 6)), glyph, c.band)]
    at = (rect.right - g.px(s.disc_x), middle + g.px(s.number * 0.345))
    kind_x = at[0]
    if face.number:
        number = letters.line(g, at, face.number, s.number, "bold", c.on_band, 1.0)
        bar = Rect(number.rect.x - g.px(18), middle - g.px(13), g.px(2), g.px(28))
        parts += [number, Fill(bar, mixed(c.on_band, c.band, 0.3))]
        kind_x = bar.x - g.px(15)
    room = rect.w * 6 // 10
    if rect.w >= g.px(WIDE):
        room = min(room, kind_x - rect.x - rect.w // 2 - g.px(CLOCK))
    kind = letters.line(
        g,
        (kind_x, middle + g.px(s.kind * 0.335)),
        face.kind,
        s.kind,
        "semibold",
        c.on_band,
        1.0,
        room,
    )
    name_x = disc.right + g.px(19)
    name = letters.line(
        g, (name_x, base), face.name, s.name, "bold", c.on_band, 0.0, kind.rect.x - name_x - g.px(20)
    )
    return [*parts, kind, name]


def _text(g: Ground, rect: Rect, face: Face, s: Sizes, c: Colours) -> list[Op]:
    x = rect.x + g.px(s.side)
    wide = rect.w / g.scale - 2 * s.side
    room = s.text if face.picture else wide
    title = letters.line(
        g, (x, rect.y + g.px(s.title_y)), face.title, s.title, "semibold", title_colour(g, c, face), 0.0, g.px(wide)
    )  # fmt: skip
    size, lines = question_lines(g, face.question, room, s.questions, high=s.high)
    base = rect.y + g.px(s.question_y - (s.questions[0] - size) * 0.5)
    usual = round(letters.size(g, size) * 1.16)
    below = rect.bottom - g.px(92 + (s.under_gap + 14 if face.under else 0)) - base
    step = max(usual, min(round(usual * min(MOST_APART, g.v.spacing)), below // max(1, len(lines) - 1)))
    ops: list[Op] = [title]
    for number, words in enumerate(lines):
        at = (x, base + number * step)
        ops.append(letters.line(g, at, words, size, "bold", g.v.theme.ink, 0.0, g.px(room)))
    if face.under:
        at = (x, base + (len(lines) - 1) * step + g.px(s.under_gap))
        faint = g.v.theme.table.faint
        ops.append(letters.line(g, at, face.under, s.under, "semibold", faint, 0.0, g.px(wide)))
    return ops


def title_colour(g: Ground, c: Colours, face: Face) -> Colour:
    """Of the title: on its own pale ground the darker edge reads better."""
    return c.edge if face.other and g.v.theme.name == "light" else c.line


def question_lines(
    g: Ground,
    question: str,
    room: float,
    sizes: tuple[float, ...] = SIZES,
    high: float = 0,
) -> tuple[float, tuple[str, ...]]:
    """The largest size at which a question fits in so many design pixels, and its lines, about as long as each other.

    high: how far the last line may stand below the first, in place of ``MOST_LINES``.
    """
    for size in sizes:
        lines = balanced(g, question, "bold", letters.size(g, size), g.px(room))
        if (len(lines) - 1) * size * min(1.2, g.v.text) * 1.16 <= high if high else len(lines) <= MOST_LINES:
            return size, lines
    return sizes[-1], lines


def balanced(g: Ground, words: str, weight: str, px: int, room: int) -> tuple[str, ...]:
    """As few lines as fit in ``room`` pixels, and these of about the same length: no word alone on one."""
    lines: tuple[str, ...] = g.v.type.lines(words, weight, px, room)
    each = tuple(words.split())
    if len(lines) < 2 or " ".join(lines) != " ".join(each):
        return lines  # a word that is longer than a line was cut
    wide = tuple(g.v.type.width(word, weight, px) for word in each)
    return _evened(each, wide, g.v.type.width(" ", weight, px), room, len(lines)) or lines


@lru_cache(256)
def _evened(
    words: tuple[str, ...], wide: tuple[int, ...], space: int, room: int, count: int
) -> tuple[str, ...]:
    """The words in ``count`` lines with the least squares of what each is longer or shorter than the mean.

    Nothing where they only fit as the words of a line pull closer together.
    """
    mean = (sum(wide) + space * (len(words) - count)) / count
    best: dict[tuple[int, int], tuple[float, tuple[int, ...]]] = {(0, 0): (0.0, ())}
    for line in range(1, count + 1):
        for end in range(line, len(words) + 1):
            for start in range(line - 1, end):
                before = best.get((line - 1, start))
                long = sum(wide[start:end]) + space * (end - start - 1)
                if before is None or (long > room and end - start > 1):
                    continue
                lonely = (0.6 * mean) ** 2 if end - start == 1 else 0.0
                cost = before[0] + (long - mean) ** 2 + lonely
                if (line, end) not in best or cost < best[line, end][0]:
                    best[line, end] = (cost, (*before[1], end))
    if (count, len(words)) not in best:
        return ()
    ends = best[count, len(words)][1]
    return tuple(" ".join(words[start:end]) for start, end in zip((0, *ends), ends, strict=False))


def _picture(g: Ground, rect: Rect, face: Face, s: Sizes, c: Colours) -> list[Op]:
    """The picture on a disc with a thin ring."""
    if not face.picture:
        return []
    px = g.px(s.picture)
    disc = Rect(rect.right - g.px(s.picture_right) - px, rect.y + g.px(s.picture_top), px, px)
    ground = WHITE if face.other and g.v.theme.name == "light" else c.pale
    ring = disc.inset(round(px * 0.027))
    line = mixed(c.line, ground, 0.72) if g.v.theme.table.rich else c.line
    return [
        Fill(disc, ground, px // 2), Fill(ring, ground, ring.w // 2, g.px(3), line),
        *picture_ops(disc.inset(round(px * 0.13)), face.picture, c.line, face.other),
    ]  # fmt: skip


def picture_ops(rect: Rect, picture: str, colour: Colour, over: bool = False) -> tuple[Op, ...]:
    """The picture on a card: an icon in two tones of one colour."""
    return (Picture(rect, picture, colour, over),)


@lru_cache(16)
def _soft(cluster: Cluster, w: int, h: int, colour: str) -> str:
    return pattern(cluster, w, h).replace("#ffffff", colour).replace("0.24", "0.085")


def quiet_pattern(g: Ground, rect: Rect, cluster: Cluster, radius: int) -> Drawing:
    """The cluster's pattern over the whole other side, hardly there."""
    body = _soft(
        cluster, round(rect.w / g.scale), round(rect.h / g.scale), web(g.v.theme.clusters[cluster].line)
    )
    return Drawing(rect, (rect.w / g.scale, rect.h / g.scale), body, corner=radius)


# -- the folded corner


def ear_rect(rect: Rect, g: Ground, word: str, sign: str, fold: float = EAR) -> Rect:
    """What turns the card: its corner, ``fold`` design pixels large, and the word and the key before it."""
    side = g.px(fold)
    wide = side + letters.width(g, word, 26, "semibold") + g.px(47) + (g.px(47) if sign else 0)
    return Rect(rect.right - wide, rect.bottom - side, wide, side)


def ear_ops(g: Ground, rect: Rect, face: Face, word: str, sign: str, large: float = EAR) -> tuple[Op, ...]:
    """The folded corner of a card that fills ``rect``, its word and its key."""
    c, m = colours_of(g, face), g.v.theme.table
    side = g.px(large) + g.px(2)
    at = Rect(rect.right - side, rect.bottom - side, side, side)
    fold, ink = (c.band, c.on_band) if face.other else (c.pale if m.rich else c.paper, c.edge)
    drawn = Drawing(at, (EAR + 2, EAR + 2), _ear(fold, c.edge, m.hole, ink, face.other, m.rich))
    base = rect.bottom - g.px(large * 0.28)
    ops: list[Op] = [drawn]
    x = at.x - g.px(17)
    edge = c.edge if g.v.theme.name != "contrast" else g.v.theme.ink
    if sign:
        box = Rect(x - g.px(33), base - g.px(24), g.px(33), g.px(32))
        ops += [Fill(box, c.paper, g.px(8), g.px(2), mixed(edge, c.paper, 0.15)),
                letters.line(g, (box.x + box.w // 2, base - g.px(1)), sign, 20, "semibold", edge, 0.5)]  # fmt: skip
        x = box.x - g.px(14)
    ops.append(letters.line(g, (x, base), word, 26, "semibold", edge, 1.0))
    return tuple(ops)


@lru_cache(32)
def _ear(fold: Colour, edge: Colour, hole: Colour, ink: Colour, turned: bool, rich: bool) -> str:
    arrow = "M52 43 H66 a11 11 0 0 1 0 22 H47 M54 55.5 L44.5 65 L54 74.5"
    if turned:
        arrow = "M66 43 H52 a11 11 0 0 0 0 22 H71 M64 55.5 L73.5 65 L64 74.5"
    line = 3 if rich else 4
    return (
        f'<path d="M132.4 2 L1.6 132.4 H106 A26.4 26.4 0 0 0 132.4 106 Z" fill="{web(hole)}"/>'
        f'<path d="M132.4 1.6 C88 6 52 11 15.6 17.6 C7 56 3.4 92 1.8 132.2 Z" fill="{web(fold)}" stroke="{web(edge)}"'
        f' stroke-width="{line}" stroke-linejoin="round"/>'
        f'<path d="M1.6 132.4 H106 A26.4 26.4 0 0 0 132.4 106 V1.6" fill="none" stroke="{web(edge)}"'
        f' stroke-width="{line}"/>'
        f'<path d="{arrow}" transform="translate(-8 -6)" fill="none" stroke="{web(ink)}" stroke-width="4.4"'
        f' stroke-linecap="round" stroke-linejoin="round"/>'
    )


# -- small ones


def small_front_ops(g: Ground, face: Face, w: int, h: int) -> tuple[Op, ...]:
    """A card's face without its words, for one that lies: placed from its own top left, in pixels."""
    c, unit = colours_of(g, face), h / 109
    edge, band = max(1, round(2.6 * unit)), round(36 * unit)
    px, disc = round(25 * unit), round(58 * unit)
    middle = Rect((w - disc) // 2, band + (h - band - disc) // 2, disc, disc)
    glyph = face.family.value
    ops: list[Op] = [
        Fill(Rect(0, 0, w, h), c.paper, round(13 * unit), edge, c.edge),
        Fill(Rect(edge, edge, w - 2 * edge, band - edge), c.band, round(13 * unit) - edge, top_only=True),
        Icon(Rect(round(16 * unit), (band - px) // 2 + edge // 2, px, px), glyph, c.on_band),
    ]
    if face.number:
        size = 25 * unit / g.scale
        at = (w - round(16 * unit), band // 2 + round(9.6 * unit))
        ops.append(letters.line(g, at, face.number, size, "bold", c.on_band, 1.0))
    if face.picture:
        inside = middle.inset(round(disc * 0.17))
        ops += [Fill(middle, c.pale, disc // 2), *picture_ops(inside, face.picture, c.line)]
    return tuple(ops)
