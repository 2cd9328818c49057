"""The place of a factor in the study, on a ruler of 41. It is a mean of 2021, and no norm; that always stands beside it."""

from tegenwicht.game.cards import FACTORS_IN_THE_STUDY, Card
from tegenwicht.i18n import tr
from tegenwicht.kit.ops import Fill, Icon, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.kit.theme import mixed
from tegenwicht.screens.parts.clusters import published_name
from tegenwicht.screens.parts.table import letters
from tegenwicht.screens.parts.table.ground import Ground

HEAD = 24


def source_line() -> str:
    """Whose place it is."""
    return tr("Onderzoek 2021, 319 professionals")


def place_line(card: Card) -> str:
    """ "plaats 2 van 41"; the card must have a published place."""
    assert card.rank is not None
    return tr("plaats {place} van {all}").format(place=card.rank.overall, all=FACTORS_IN_THE_STUDY)


def no_norm() -> str:
    """What always stands beside it."""
    return tr("geen norm")


def place_aloud(card: Card) -> str:
    """All of it in words."""
    told = tr("{source}: {place}, over alle beroepsgroepen samen. 1 is de meeste invloed. Een gemiddelde van toen, "
              "geen norm.").format(source=source_line(), place=place_line(card))  # fmt: skip
    return " ".join(filter(None, (told, published_name(card))))


def published_ops(g: Ground, at: Rect, card: Card) -> tuple[Op, ...]:
    """The place with its source at the left of ``at``, the ruler in the middle, "geen norm" in a frame at the right."""
    theme, other = g.v.theme, published_name(card)
    x = at.x + g.px(34)
    high_up, size, base = (28, 36, 66) if other else (40, 42, 91)
    first = letters.line(g, (x, at.y + g.px(high_up)), source_line(), HEAD, "regular", theme.ink)
    place = letters.line(g, (x, at.y + g.px(base)), place_line(card), size, "bold", theme.ink)
    wide = letters.width(g, no_norm(), 36, "bold") + 2 * g.px(20)
    high = g.px(66)
    frame = Rect(at.right - g.px(30) - wide, at.y + (at.h - high) // 2, wide, high)
    left = max(x + g.px(404), first.rect.right + g.px(24), place.rect.right + g.px(24))
    ruler = Rect(left, at.y, frame.x - g.px(36) - left, at.h)
    ops: list[Op] = [
        first, place, *ruler_ops(g, ruler, card),
        Fill(frame, theme.table.slip, g.px(12), g.px(3), theme.ink),
        letters.line(g, (frame.x + wide // 2, frame.y + high // 2 + g.px(12)), no_norm(), 36, "bold", theme.ink, 0.5),
    ]  # fmt: skip
    lines = g.v.type.lines(other, "medium", letters.size(g, 20), left - x - g.px(20)) if other else ()
    for number, words in enumerate(lines[:2]):
        base_y = at.y + g.px(91 + 22 * number)
        ops.append(letters.line(g, (x, base_y), words, 20, "medium", theme.ink, 0.0, left - x - g.px(20)))
    return tuple(ops)


def ruler_ops(g: Ground, at: Rect, card: Card) -> tuple[Op, ...]:
    """41 ticks from the most influence at the left to the least, and the cluster's sign at the place of the factor."""
    assert card.rank is not None
    theme, count = g.v.theme, FACTORS_IN_THE_STUDY
    quiet = mixed(theme.ink, theme.table.slip, 0.45) if theme.table.rich else theme.ink
    top, high = at.y + g.px(54), g.px(22)
    wide = max(1, g.px(3))
    ops: list[Op] = []
    for place in range(1, count + 1):
        x = at.x + round((at.w - wide) * (place - 1) / (count - 1))
        end = place in (1, count)
        ops.append(Fill(Rect(x, top, wide, high), theme.ink if end else quiet, wide // 2))
    ops += _mark(
        g, at.x + round((at.w - wide) * (card.rank.overall - 1) / (count - 1)) + wide // 2, top, high, card
    )
    ends = ((at.x, tr("1 meeste invloed"), 0.0), (at.right, tr("41 minste invloed"), 1.0))
    for x, words, align in ends:
        ops.append(letters.line(g, (x, at.y + g.px(101)), words, 20, "regular", theme.ink, align, at.w // 2))
    return tuple(ops)


def _mark(g: Ground, x: int, top: int, high: int, card: Card) -> list[Op]:
    theme = g.v.theme
    colours, px, stem = theme.clusters[card.family], g.px(34), g.px(6)
    disc = Rect(x - px // 2, top - px - g.px(4) + g.px(6), px, px)
    post = Rect(x - stem // 2, disc.bottom - g.px(4), stem, top + high + g.px(2) - disc.bottom + g.px(4))
    line = g.px(2) if colours.edge != colours.under else 0
    return [
        Fill(post, theme.ink, stem // 2), Fill(disc, colours.solid, px // 2, line, colours.edge),
        Icon(disc.inset(round(px * 0.22)), card.family.value, (255, 255, 255)),
    ]  # fmt: skip
