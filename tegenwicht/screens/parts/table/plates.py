"""What is counted with hands: a plate for each weight, a disc for each hand, and how a group weighed.

Only 1 and 4 have words, as on the scale of the survey. A disc never shows which weight was given.
"""

from tegenwicht.i18n import several, tr
from tegenwicht.kit.ops import Drawing, Fill, Icon, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.table import letters
from tegenwicht.screens.parts.table.ground import Ground
from tegenwicht.screens.parts.table.hands import CENTRES
from tegenwicht.screens.parts.table.scale import web
from tegenwicht.screens.shell.theme import Theme

COUNT_W, COUNT_H, COUNT_Y = 250, 122, 610
RESULT_W, RESULT_H, RESULT_Y = 276, 84, 606
LIP, RADIUS = 6, 16
DISC, DISC_PITCH, DISC_Y = 64, 92, 838
NEAR_DISC_Y = 790
SMALL_DISC, SMALL_PITCH, MANY = 40, 56, 6


def end_word(weight: int) -> str:
    """The words of the survey's scale for its ends; empty for what lies between."""
    return {1: tr("geen invloed"), 4: tr("veel invloed")}.get(weight, "")


def weight_name(weight: int) -> str:
    """A weight with its words: "1, geen invloed"."""
    word = end_word(weight)
    return f"{weight}, {word}" if word else str(weight)


def fingers(weight: int) -> str:
    """ "1 vinger", "3 vingers"."""
    return several("{n} vinger", "{n} vingers", weight)


def hands_of(count: int) -> str:
    """ "1 hand", "2 handen"."""
    return several("{n} hand", "{n} handen", count)


def count_rect(g: Ground, weight: int) -> Rect:
    """Where the plate of a weight stands while one counts."""
    return g.mid(CENTRES[weight - 1] - COUNT_W / 2, COUNT_Y, COUNT_W, COUNT_H + LIP)


def result_rect(g: Ground, weight: int) -> Rect:
    """The same when it shows how many gave that weight."""
    return g.mid(CENTRES[weight - 1] - RESULT_W / 2, RESULT_Y, RESULT_W, RESULT_H + LIP)


def _body(g: Ground, rect: Rect, dark: bool = False) -> tuple[Rect, list[Op]]:
    theme, m, lip = g.v.theme, g.v.theme.table, g.px(LIP)
    sunk = g.px(4) if dark else 0
    body = Rect(rect.x, rect.y + sunk, rect.w, rect.h - lip)
    ground, line = (theme.strong, theme.strong) if dark else (m.paper, theme.ink)
    under = Fill(Rect(rect.x, rect.y + lip, rect.w, rect.h - lip), m.lip, g.px(RADIUS))
    return body, [under, Fill(body, ground, g.px(RADIUS), g.px(3), line)]


def count_ops(g: Ground, rect: Rect, weight: int, sign: str, pressed: bool = False) -> tuple[Op, ...]:
    """A plate to count on: its key, and its word; just pressed it shows its number instead."""
    theme = g.v.theme
    body, ops = _body(g, rect, pressed)
    middle = body.x + body.w // 2
    if pressed:
        word = several("vinger", "vingers", weight)
        wide = letters.width(g, str(weight), 96, "bold") + g.px(18) + letters.width(g, word, 34, "semibold")
        x = middle - wide // 2
        figure = letters.line(g, (x, body.y + g.px(94)), str(weight), 96, "bold", theme.on_strong)
        at = (figure.rect.right + g.px(18), body.y + g.px(72))
        return (*ops, figure, letters.line(g, at, word, 34, "semibold", theme.on_strong))
    word, px = end_word(weight), g.px(50)
    top = body.y + (g.px(13) if word else (body.h - px) // 2)
    box = Rect(middle - px // 2, top, px, px)
    base = (middle, box.y + px // 2 + g.px(11))
    if sign:
        ops.append(Fill(box, theme.table.paper, g.px(10), g.px(2.4), theme.ink))
    ops.append(letters.line(g, base, str(weight), 32, "semibold", theme.ink, 0.5))
    if word:
        at = (middle, body.y + g.px(99))
        ops.append(letters.line(g, at, word, 28, "semibold", theme.ink, 0.5, body.w - g.px(20)))
    return tuple(ops)


def result_ops(g: Ground, rect: Rect, weight: int, count: int) -> tuple[Op, ...]:
    """A plate that shows how many gave a weight; dashed where nobody did."""
    theme, m = g.v.theme, g.v.theme.table
    body, ops = _body(g, rect)
    if not count:
        box = (rect.w / g.scale, rect.h / g.scale)
        ops = [Drawing(rect, box, _dashed(*box, web(m.wood), web(m.line)))]
    lines = [hands_of(count), *filter(None, (end_word(weight) if count else "",))]
    words_w = max(letters.width(g, words, 24, "semibold") for words in lines)
    figure_w, gap = letters.width(g, str(weight), 54, "bold"), g.px(18)
    x = body.x + max(g.px(12), (body.w - figure_w - gap - words_w) // 2)
    ops.append(letters.line(g, (x, body.y + g.px(61)), str(weight), 54, "bold", theme.ink))
    x += figure_w + gap
    step = letters.size(g, 28)
    last = body.y + g.px(51) + step // 2 if len(lines) > 1 else body.y + g.px(50)
    for words, base in zip(lines, (last - step, last)[-len(lines) :], strict=True):
        at = (x, base)
        ops.append(letters.line(g, at, words, 24, "semibold", theme.ink, 0.0, body.right - x - g.px(10)))
    return tuple(ops)


def _dashed(w: float, h: float, ground: str, line: str) -> str:
    return (
        f'<rect x="2" y="2" width="{w - 4:g}" height="{h - 10:g}" rx="15" fill="{ground}" stroke="{line}"'
        f' stroke-width="2.8" stroke-dasharray="7 6"/>'
    )


# -- discs


def discs_ops(g: Ground, middle: float, y: float, counted: int, people: int) -> tuple[Op, ...]:
    """A disc for each person, filled with a check for each hand that was counted; and "3 van 5" behind them.

    middle, y: of the row, in design pixels from the middle group's left and top.
    """
    small = people > MANY
    size, pitch = (SMALL_DISC, SMALL_PITCH) if small else (DISC, DISC_PITCH)
    words = of_all(counted, people)
    text_w = letters.width(g, words, 54, "bold") / g.scale
    whole = (people - 1) * pitch + size + 52 + text_w
    x = middle - whole / 2
    ops: list[Op] = []
    for number in range(people):
        at = g.mid(x + number * pitch, y - size / 2, size, size)
        ops += disc_ops(g.v.theme, at, number < counted)
    base = g.mid(x + (people - 1) * pitch + size + 52, y + 19, 0, 0)
    return (*ops, letters.line(g, (base.x, base.y), words, 54, "bold", g.v.theme.ink))


def disc_ops(theme: Theme, at: Rect, filled: bool) -> list[Op]:
    """One disc filling ``at``: with a check, or dashed where a hand is still to come."""
    m = theme.table
    if not filled:
        line = web(theme.ink)
        body = f'<circle cx="32" cy="32" r="29" fill="none" stroke="{line}" stroke-width="4" stroke-dasharray="9.2 6"/>'
        return [Drawing(at, (64, 64), body)]
    under = Fill(at._replace(y=at.y + max(1, at.h // 16)), m.lip, at.w // 2)
    return [
        under,
        Fill(at, theme.strong, at.w // 2),
        Icon(at.inset(round(at.w * 0.2)), "check", theme.on_strong),
    ]


def point_at_hands(keys_too: bool) -> str:
    """How one counts, for who looks. keys_too: whether digits do it as well."""
    if keys_too:
        return tr("Klik op elke hand die je ziet, of druk op 1, 2, 3 of 4.")
    return tr("Klik op elke hand die je ziet.")


def of_all(counted: int, people: int) -> str:
    """ "3 van 5"."""
    return tr("{n} van {m}").format(n=counted, m=people)


# -- how a group weighed


def result_words(counts: tuple[int, int, int, int]) -> tuple[str, str]:
    """How far apart the weights lie, in the two parts that stand beside the pillar."""
    given = [weight for weight, count in enumerate(counts, 1) if count]
    least, most = given[0], given[-1]
    if least == most:
        return (tr("Allemaal"), str(least)) if sum(counts) > 1 else (tr("Een"), str(least))
    if most - least == 1:
        return str(least), tr("en {n}").format(n=most)
    return tr("Van {n}").format(n=least), tr("tot {n}").format(n=most)


def result_line(counts: tuple[int, int, int, int]) -> str:
    """What to talk about, by how far apart the weights lie; never about a person."""
    given = [weight for weight, count in enumerate(counts, 1) if count]
    least, most = given[0], given[-1]
    if sum(counts) == 1:
        return tr("Zou je in een andere situatie anders wegen?")
    if least == most:
        return tr("Jullie wegen dit gelijk. Wie speelt de tegenstem?")
    if most - least == 1:
        return tr("Jullie liggen dicht bij elkaar. Begin bij {least} of bij {most}.").format(
            least=least, most=most
        )
    return tr("Jullie wegen dit verschillend. Begin bij {least} of bij {most}.").format(
        least=least, most=most
    )
