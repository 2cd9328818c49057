"""What a session without a scale has on the page for the wall: the ten stones, or what was said, in few words."""

from collections.abc import Sequence

from tegenwicht.game import account
from tegenwicht.game.cards import CLUSTERS
from tegenwicht.game.stones import Stones
from tegenwicht.game.tally import FRAMES, PEOPLE
from tegenwicht.i18n import tr
from tegenwicht.kit.ops import Fill, Icon, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.table import letters
from tegenwicht.screens.parts.table.ground import Ground

PITCH, STONE = 30, (17, 15)
"""How far lines are below each other, and the size of a stone, in design pixels of the page."""
SHORT = 2
"""Lines of each block of an account that has no page of its own for the wall."""


def stones_ops(g: Ground, stones: Stones, x: int, right: int, top: int) -> list[Op]:
    """Begin and end beside each other: what lay in outline, what lies full, and what that became in figures."""
    theme, m = g.v.theme, g.v.theme.table
    begin, end = stones.begin or (0,) * len(CLUSTERS), stones.end
    first, second = x + g.px(170), x + g.px(170) + (right - x - g.px(170)) // 2
    ops: list[Op] = [letters.line(g, (x, top), tr("Tien stenen"), 25, "bold", theme.ink)]
    for at, word in ((first, tr("begin")), (second, tr("eind")))[: 1 if end is None else 2]:
        ops.append(letters.line(g, (at, top), word, 20, "semibold", m.faint))
    y = top + g.px(16)
    for name, clusters in ((tr("Mensen"), PEOPLE), (tr("Kaders"), FRAMES)):
        ops.append(letters.line(g, (x, y + g.px(22)), name, 21, "semibold", theme.ink))
        for one in clusters:
            n, c = CLUSTERS.index(one), theme.clusters[one]
            ops.append(Icon(Rect(x + g.px(120), y + g.px(3), g.px(26), g.px(26)), one.value, c.line))
            ops += _row(g, first, y, begin[n], None, c.line)
            if end is not None:
                ops += _row(g, second, y, end[n], c.solid, c.line)
            y += g.px(PITCH)
        y += g.px(10)
    return ops


def _row(
    g: Ground, x: int, y: int, count: int, fill: tuple[int, int, int] | None, line: tuple[int, int, int]
) -> list[Op]:
    wide, high = STONE
    ops: list[Op] = []
    for n in range(count):
        at = Rect(x + g.px(n * (wide + 3)), y + g.px(8), g.px(wide), g.px(high))
        ops.append(Fill(at, fill or g.v.theme.table.paper, at.h // 2, max(1, g.px(2)), line))
    end = (x + g.px(count * (wide + 3) + (6 if count else 0)), y + g.px(22))
    return [*ops, letters.line(g, end, str(count), 20, "semibold", g.v.theme.ink)]


def told_ops(
    g: Ground, blocks: Sequence[account.Block], x: int, right: int, top: int, bottom: int
) -> list[Op]:
    """The words of an account that are on that page, as far as there is room; explanations are passed over.

    An account of which no words are on it shows what follows.
    """
    theme, y = g.v.theme, top
    ops: list[Op] = []
    end = blocks.index(account.NewPage()) if account.NewPage() in blocks else len(blocks)
    there = _with_something_under(blocks[:end])
    most = None if there and end < len(blocks) else SHORT
    for block in there or _with_something_under(blocks[end:]):
        for words, size, weight, inwards in _lines_of(block):
            if size > 22 and ops:
                y += g.px(12)
            for line in g.v.type.lines(words, weight, letters.size(g, size), right - x - g.px(inwards))[
                :most
            ]:
                if y > bottom:
                    return ops
                at = (x + g.px(inwards), y)
                ops.append(letters.line(g, at, line, size, weight, theme.ink, 0.0, right - x - g.px(inwards)))
                y += g.px(PITCH if size < 23 else 36)
    return ops


def _with_something_under(blocks: Sequence[account.Block]) -> list[account.Block]:
    """The blocks that have words, without a heading under which there are none."""
    kept: list[account.Block] = []
    for block in reversed([one for one in blocks if _lines_of(one)]):
        if not isinstance(block, account.Heading) or (kept and _is_under(kept[-1], block)):
            kept.append(block)
    return kept[::-1]


def _is_under(block: account.Block, heading: account.Heading) -> bool:
    return not isinstance(block, account.Heading) or block.level > heading.level


def _lines_of(block: account.Block) -> list[tuple[str, float, str, float]]:
    """(words, size, weight, how far inwards) of a block."""
    match block:
        case account.Heading(text, level):
            return [(text, 25, "bold", 0)] if level == 1 else [(text, 21, "bold", 0)]
        case account.Paragraph(text, False):
            return [(text, 21, "medium", 0)]
        case account.Facts(pairs):
            return [(f"{name}: {value}", 21, "medium", 0) for name, value in pairs]
        case account.Items(items):
            return [(f"• {one}", 21, "medium", 0) for one in items]
        case account.Quote(text, who):
            return [(f"{who}: {text}" if who else text, 21, "medium", 22)]
        case account.CardEntry(number=number, title=title, note=note):
            return [(f"{number}. {title}", 21, "semibold", 0), *([(note, 21, "medium", 22)] if note else [])]
    return []
