"""Weighing with hands, as nodes: the hands one counts on, how a group weighed, the sheet below, the published place.

For every screen on which people hold up one to four fingers. Commands and the signs of keys come in as arguments.
"""

from collections.abc import Callable

from tegenwicht.game.cards import Card
from tegenwicht.kit.command import Command
from tegenwicht.kit.nodes import Key, Node, Role
from tegenwicht.kit.ops import Fill, Icon, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.table import count_down, hands, letters, plates, ruler, strip
from tegenwicht.screens.parts.table.ground import BACK_EDGE, Ground

SHEET_X, SHEET_W = 350, 1220
LEGEND, NEAR_LEGEND = (718, 220), (634, 220)
QUESTION, NEAR_QUESTION, NEAR_W = (712, 146), (716, 140), 1060
"""Top and height of the sheet: what the fingers mean, or what to talk about; from near that is narrower."""
STRIP_Y = 874
"""Where the strip with the published place lies."""
HIGHER, NEAR_STRIP_Y = 133, 740
"""From near: how much higher the hands and the sheet stand above that strip, and where it then lies."""
RING_SIDE = 32
"""So far, in design pixels, the ring round the discs and the line below them stands from the widest of the two."""
PRESSED = 1.0
"""Seconds that a plate shows its own number after it was pressed."""


def top_line(g: Ground, card: Card, right: str) -> Node:
    """The card's title with its cluster's sign, and at the other side of the clock what is asked."""
    theme = g.v.theme
    colours = theme.clusters[card.family]
    y, room, end = g.px(63 + g.lower), g.px(560), g.px(880 + g.middle_x)
    title = letters.line(g, (end, y - g.px(3)), card.title, 38, "semibold", theme.ink, 1.0, room)
    px = g.px(48)
    square = Rect(title.rect.x - g.px(14) - px, y - g.px(13) - px // 2 - g.px(3), px, px)
    line = g.px(2) if colours.edge != colours.under else 0
    asked = letters.line(
        g, (g.px(1040 + g.middle_x), y - g.px(3)), right, 38, "semibold", theme.ink, 0.0, room
    )
    ops = (
        Fill(square, colours.solid, g.px(11), line, colours.edge),
        Icon(square.inset(g.px(8)), card.family.value, (255, 255, 255)), title, asked,
    )  # fmt: skip
    return Node("top:words", Role.TEXT, square.around(asked.rect), f"{card.title}: {right}", ops=ops)


def large_words(g: Ground, left: str, right: str, size: float, base: float) -> Node:
    """What stands large at both sides of the pillar."""
    ops = count_down.split_ops(g, left, right, size, base)
    rect = ops[0].rect.around(ops[1].rect)
    return Node("weigh:title", Role.HEADING, rect, f"{left} {right}", level=2, ops=ops)


def words_in_a_row(g: Ground, left: str, right: str, size: float, base: float) -> Node:
    """The same in the middle, for where there is no pillar between them."""
    words, at = f"{left} {right}", g.mid(960, base, 0, 0)
    line = letters.line(g, (at.x, at.y), words, size, "bold", g.v.theme.ink, 0.5, g.px(1200))
    return Node("weigh:title", Role.HEADING, line.rect, words, level=2, ops=(line,))


def figures(g: Ground, figure: int) -> Node:
    """The figure that is counted now, or "Vingers op!" (0)."""
    ops = count_down.figures_ops(g, figure) if figure else count_down.raised_ops(g)
    left, right = count_down.raise_them()
    return Node("weigh:title", Role.HEADING, g.mid(345, 135, 1230, 495), f"{left} {right}", level=2, ops=ops)


# -- counting


def hand_ops(g: Ground, weight: int, sign: str, pressed: bool) -> tuple[Op, ...]:
    """One large hand with its plate."""
    shown = hands.hand(
        g, hands.CENTRES[weight - 1], BACK_EDGE, hands.box(g, hands.LARGE), weight, 16 if pressed else 0
    )
    return (shown, *plates.count_ops(g, plates.count_rect(g, weight), weight, sign, pressed))


def hand_rect(g: Ground, weight: int) -> Rect:
    """Where a large hand and its plate stand."""
    above = hands.hand(g, hands.CENTRES[weight - 1], BACK_EDGE, hands.box(g, hands.LARGE), weight)
    return plates.count_rect(g, weight).around(above.rect)


def hand_buttons(
    g: Ground, press: Callable[[int], Command | None], keys: tuple[Key, ...], sign: Callable[[Key], str],
    pressed: int = 0,
) -> list[Node]:  # fmt: skip
    """A large hand and its plate for each weight, one button each. pressed: the plate that shows its number."""
    made = []
    for weight in hands.WEIGHTS:
        key, command = keys[weight - 1], press(weight)
        ops = hand_ops(g, weight, sign(key), weight == pressed)
        made.append(Node(
            f"hand:{weight}", Role.BUTTON, hand_rect(g, weight), plates.fingers(weight),
            description=plates.end_word(weight), action=command, enabled=command is not None, shortcuts=key.names,
            corner=g.px(18), ops=ops,
        ))  # fmt: skip
    return made


def discs(g: Ground, key: str, counted: int, people: int, words: str, told: str) -> Node:
    """How many hands were counted, of how many people; said when it changes. It has the focus first.

    words: under them, for who does not join. told: how to count, for a screen reader.
    """
    y, under, high = (plates.NEAR_DISC_Y, 62, 116) if g.near else (plates.DISC_Y, 86, 150)
    ops = plates.discs_ops(g, 960, y, counted, people)
    whole, at, side = g.mid(430, y - 44, 1060, high), g.mid(960, y + under, 0, 0), g.px(RING_SIDE)
    line = letters.line(g, (at.x, at.y), words, 26, "medium", g.v.theme.table.faint, 0.5, whole.w)
    left = min(op.rect.x for op in (*ops, line)) - side
    right = max(op.rect.right for op in (*ops, line)) + side
    rect = whole._replace(x=left, w=right - left)
    of_all = Node(
        "hands:line",
        Role.TEXT,
        rect._replace(h=g.px(88 if not g.near else 80)),
        plates.of_all(counted, people),
        live=True,
        ops=ops,
    )
    return Node(
        key, Role.ARTICLE, rect, plates.of_all(counted, people), description=told, first=True, corner=g.px(20),
        children=(of_all, Node("hands:who", Role.TEXT, line.rect, words, ops=(line,))),
    )  # fmt: skip


# -- how a group weighed


def result(g: Ground, counts: tuple[int, int, int, int]) -> list[Node]:
    """The spread: hands behind the table's edge, and a plate for each weight with how many gave it."""
    made = [*hands.hands_counted(g, counts), hands.table_before(g)]
    for weight, count in zip(hands.WEIGHTS, counts, strict=True):
        rect = plates.result_rect(g, weight)
        made.append(Node(
            f"plate:{weight}", Role.TEXT, rect, plates.weight_name(weight), plates.hands_of(count),
            ops=plates.result_ops(g, rect, weight, count),
        ))  # fmt: skip
    return made


# -- sheets


def _sheet(g: Ground, at: tuple[int, int], wide: float = SHEET_W) -> tuple[Rect, Fill]:
    theme, rect = g.v.theme, g.mid(SHEET_X, at[0], wide, at[1])
    shadow = g.px(18) if theme.table.rich else 0
    return rect, Fill(rect, theme.table.card, g.px(22), g.px(3), theme.table.line, shadow, shade=1.4)


def legend_sheet(g: Ground, key: str, words: str) -> Node:
    """What one to four fingers mean; only the ends have words. It has the focus first, so that keys are free."""
    rect, ground = _sheet(g, NEAR_LEGEND if g.near else LEGEND)
    ink, middle = g.v.theme.ink, rect.x + rect.w // 2
    ops: list[Op] = [
        ground, letters.line(g, (middle, rect.y + g.px(78)), words, 60, "bold", ink, 0.5, rect.w - g.px(80)),
    ]  # fmt: skip
    names = [" · ".join(filter(None, (str(one), plates.end_word(one)))) for one in hands.WEIGHTS]
    widths = [letters.width(g, name, 30, "semibold") for name in names]
    picture, gap = g.px(52), g.px(18)
    between = (rect.w - 2 * g.px(64) - sum(widths) - 4 * (picture + gap)) // 3
    x = rect.x + g.px(64)
    for weight, name, wide in zip(hands.WEIGHTS, names, widths, strict=True):
        at = Rect(x, rect.y + g.px(106), picture, g.px(86))
        ops.append(hands.hand_in(g.v.theme, at, weight, max(1.5, 2.6 * g.scale)))
        ops.append(letters.line(g, (at.right + gap, rect.y + g.px(158)), name, 30, "semibold", ink))
        x += picture + gap + wide + between
    told = f"{words}. {'; '.join(map(plates.weight_name, hands.WEIGHTS))}"
    return Node(key, Role.ARTICLE, rect, told, first=True, corner=g.px(22), ops=tuple(ops))


def question_sheet(g: Ground, key: str, question: str, line: str, near_wide: float = NEAR_W) -> Node:
    """What to talk about now. It has the focus first. near_wide: how wide the sheet is from near."""
    rect, ground = _sheet(g, NEAR_QUESTION, near_wide) if g.near else _sheet(g, QUESTION)
    ink, x, room = g.v.theme.ink, rect.x + g.px(40), rect.w - g.px(80)
    ops = (
        ground, letters.line(g, (x, rect.y + g.px(74)), question, 62 if not g.near else 50, "bold", ink, 0.0, room),
        letters.line(g, (x + g.px(1), rect.y + g.px(121)), line, 30, "medium", ink, 0.0, room),
    )  # fmt: skip
    return Node(
        key, Role.ARTICLE, rect, question, description=line, first=True, corner=g.px(22), ops=ops,
    )  # fmt: skip


def published_strip(g: Ground, card: Card) -> Node:
    """The published place of a factor, in the one place for what is asked beside a card."""
    g = g._replace(down_by=NEAR_STRIP_Y - STRIP_Y) if g.near else g
    at = strip.strip_rect(g)
    rect = Rect(at.x, g.mid(0, STRIP_Y, 0, 0).y, at.w, g.px(strip.HIGH))
    theme = g.v.theme
    line = theme.table.line if theme.table.rich else theme.ink
    shadow = g.px(14) if theme.table.rich else 0
    paper = Fill(
        rect, theme.table.slip, g.px(22), g.px(2 if theme.table.rich else 3), line, shadow, shade=1.2
    )
    return Node(
        "published",
        Role.TEXT,
        rect,
        ruler.place_aloud(card),
        ops=(paper, *ruler.published_ops(g, rect, card)),
    )
