"""3, 2, 1 and "Vingers op!", large, beside the pillar of the scale."""

from tegenwicht.i18n import tr
from tegenwicht.kit.ops import Words
from tegenwicht.kit.rect import Rect
from tegenwicht.kit.theme import mixed
from tegenwicht.screens.parts.table import letters
from tegenwicht.screens.parts.table.ground import Ground

BASE = 545
PLACES = ((690, 470), (1122, 270), (1354, 200))
"""The middle and the size of the figure that is counted now, and of those that are still to come."""
EACH, GROWS = 0.7, 0.2
"""Seconds that a figure stands, and that the next one takes to come to its place."""
SECONDS = 3 * EACH
STEPS = 6
WAITING = (114, 103, 82)
"""The figures still to come, by daylight: quieter, and 4.5 to the wall."""


def raise_them() -> tuple[str, str]:
    """What one does after the 1, in the two parts that stand beside the pillar."""
    return tr("Vingers"), tr("op!")


def figures_ops(g: Ground, now: int, part: float = 1.0) -> tuple[Words, ...]:
    """The figure that is counted now (3, 2 or 1) and those to come. part: how far it has come to its place, 0.0 to 1.0."""
    theme = g.v.theme
    quiet = WAITING if theme.name == "light" else mixed(theme.ink, theme.table.wall, 0.4)
    part = round(part * STEPS) / STEPS if now < 3 else 1.0  # few sizes, that are kept
    ops = []
    for place, figure in enumerate(range(now, 0, -1)):
        (to_x, to_size), (from_x, from_size) = PLACES[place], PLACES[min(2, place + 1)]
        x, size = from_x + (to_x - from_x) * part, from_size + (to_size - from_size) * part
        at = g.mid(x, BASE, 0, 0)
        weight_colour = theme.ink if place == 0 else quiet
        ops.append(_figure(g, (at.x, at.y), str(figure), size, weight_colour))
    return tuple(ops)


def _figure(g: Ground, at: tuple[int, int], words: str, size: float, colour: tuple[int, int, int]) -> Words:
    return letters.line(g, at, words, size / min(1.2, g.v.text), "bold", colour, 0.5)


def figures_at(g: Ground, seconds: float) -> tuple[Words, ...]:
    """The same, so many seconds after the counting began; "Vingers op!" when it is over."""
    gone = int(seconds / EACH)
    if gone > 2:
        return raised_ops(g)
    return figures_ops(g, 3 - gone, min(1.0, (seconds - gone * EACH) / GROWS))


def raised_ops(g: Ground) -> tuple[Words, ...]:
    """ "Vingers op!", split by the pillar."""
    return split_ops(g, *raise_them(), 200, 430)


def split_ops(g: Ground, left: str, right: str, size: float, base: float) -> tuple[Words, ...]:
    """Large words on both sides of the pillar, on a line ``base`` design pixels from the top; both as large."""
    y = g.px(base + g.lower)
    room, ink = g.px(560), g.v.theme.ink
    while size > 60 and max(letters.width(g, words, size, "bold") for words in (left, right)) > room:
        size -= 4
    return (
        letters.line(g, (g.px(916 + g.middle_x), y), left, size, "bold", ink, 1.0, room),
        letters.line(g, (g.px(1004 + g.middle_x), y), right, size, "bold", ink, 0.0, room),
    )


def in_a_row(g: Ground, rect: Rect, now: int) -> tuple[Words, ...]:
    """The figures in the middle of a rectangle of any size, for where there is no pillar: that of now is the largest."""
    theme, ops = g.v.theme, []
    quiet = WAITING if theme.name == "light" else mixed(theme.ink, theme.table.wall, 0.4)
    sizes = [round(min(rect.h, rect.w / 3) * part) for part in (0.9, 0.55, 0.42)[:now]]
    gap = round(sizes[0] * 0.25)
    figures = [(str(now - place), px) for place, px in enumerate(sizes)]
    wide = [g.v.type.width(figure, "bold", px) for figure, px in figures]
    x = rect.x + (rect.w - sum(wide) - gap * (now - 1)) // 2
    for place, ((figure, px), w) in enumerate(zip(figures, wide, strict=True)):
        box = Rect(x, rect.y + (rect.h - px) // 2, w, px)
        ops.append(letters.tight(g, box, figure, "bold", px, theme.ink if place == 0 else quiet))
        x += w + gap
    return tuple(ops)


def words_in(g: Ground, rect: Rect) -> tuple[Words, ...]:
    """ "Vingers op!" in a rectangle of any size."""
    words = " ".join(raise_them())
    px = round(rect.h * 0.62)
    while px > 20 and g.v.type.width(words, "bold", px) > rect.w:
        px -= 2
    return (letters.tight(g, rect, words, "bold", px, g.v.theme.ink),)


def in_a_row_at(g: Ground, seconds: float, rect: Rect) -> tuple[Words, ...]:
    """The same, so many seconds after the counting began."""
    gone = int(seconds / EACH)
    return words_in(g, rect) if gone > 2 else in_a_row(g, rect, 3 - gone)
