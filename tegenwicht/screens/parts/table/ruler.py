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
    """The place with its source at the left of ``at``, the ruler in the middle, "geen norm" in a frame at the right.

    Where the study calls the factor otherwise, the source with that name is a line above all of it.
    """
    theme, other = g.v.theme, published_name(card)
    x, room = at.x + g.px(34), at.w - 2 * g.px(34)
    high_up, size, base, high, lower = (31, 38, 89, 58, 18) if other else (40, 42, 91, 66, 0)
    source = _source(g, card, room)
    first = letters.line(g, (x, at.y + g.px(high_up)), source, HEAD, "regular", theme.ink, 0.0, room)
    place = letters.line(g, (x, at.y + g.px(base)), place_line(card), size, "bold", theme.ink)
    wide = letters.width(g, no_norm(), 36, "bold") + 2 * g.px(20)
    tall = g.px(high)
    frame = Rect(at.right - g.px(30) - wide, at.y + (at.h - tall) // 2 + g.px(lower), wide, tall)
    left = max(x + g.px(404), place.rect.right + g.px(24))
    left = left if other else max(left, first.rect.right + g.px(24))
    ruler = Rect(left, at.y, frame.x - g.px(36) - left, at.h)
    return (
        first, place, *ruler_ops(g, ruler, card, bool(other)),
        Fill(frame, theme.table.slip, g.px(12), g.px(3), theme.ink),
        letters.line(
            g, (frame.x + wide // 2, frame.y + frame.h // 2 + g.px(12)), no_norm(), 36, "bold", theme.ink, 0.5
        ),
    )  # fmt: skip


def _source(g: Ground, card: Card, room: int) -> str:
    """Whose place it is, and what the study calls the factor: in a sentence, or behind a colon where that is too wide."""
    other = published_name(card)
    if not other:
        return source_line()
    words = f"{source_line()}. {other}"
    return words if letters.width(g, words, HEAD, "regular") <= room else f"{source_line()}: {card.factor}"


def ruler_ops(g: Ground, at: Rect, card: Card, below: bool = False) -> tuple[Op, ...]:
    """41 ticks from the most influence at the left to the least, and the cluster's sign at the place of the factor.

    below: whether a line of words stands above it.
    """
    assert card.rank is not None
    theme, count = g.v.theme, FACTORS_IN_THE_STUDY
    quiet = mixed(theme.ink, theme.table.slip, 0.45) if theme.table.rich else theme.ink
    from_top, tall, base = (69, 18, 109) if below else (54, 22, 101)
    top, high = at.y + g.px(from_top), g.px(tall)
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
        ops.append(letters.line(g, (x, at.y + g.px(base)), words, 20, "regular", theme.ink, align, at.w // 2))
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
