"""The compact table while a card is still to be drawn: the scale and the piles as on the large one, with larger words."""

from typing import NamedTuple

from tegenwicht.game.cards import Cluster
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.layout import Box
from tegenwicht.kit.nodes import OVER, Node, Role
from tegenwicht.kit.ops import Fill, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.table import letters, lying, rim
from tegenwicht.screens.parts.table.ground import HEIGHT, Ground
from tegenwicht.screens.parts.table.lying import Lying
from tegenwicht.screens.parts.table.room import table_top, wall
from tegenwicht.screens.shell import frame
from tegenwicht.screens.tegenwicht.compact.compact_size import Size
from tegenwicht.screens.tegenwicht.compact.top import help_and_menu_box
from tegenwicht.screens.tegenwicht.now import Now
from tegenwicht.screens.tegenwicht.pieces import above, laid, pans
from tegenwicht.screens.tegenwicht.todo import gone_words, what_to_do
from tegenwicht.screens.tegenwicht.words import moment_line, round_line

LEAST_COLUMN, LARGEST_CARD, MIXED_CARD = 112, 300, 230
"""How wide a pile's place is at least, and a card on it at most; in pixels at 1024 by 640."""
SCALE_HIGH, HANGS_FROM = 490, 51
"""Design pixels from the top of the window to the names of the pans; and how much higher than the pivot an arm gets."""
HEADING, STACK = 74, 284
TOP = 52
"""What the title and the corner take above, at 1024 by 640; news lies below that."""


class Plan(NamedTuple):
    """Where things stand, in the window's pixels. g: the ground of room and scale; wood: where the table begins.

    across: piles in a row. column: how wide a pile's place is. card: how wide a card on a pile is. plate: how high a
    plate is. feet: the nearest edges of the rows of piles. stacks: that of what was put aside and discussed; beside:
    whether these lie beside the piles. counters: where the counters begin.
    """

    g: Ground
    wood: int
    across: int
    column: int
    card: int
    plate: int
    feet: tuple[int, ...]
    stacks: int
    beside: bool
    counters: int


def planned(now: Now, s: Size, counters: Box, floor: int) -> Plan | None:
    """How all of it fits above ``floor`` without scrolling; None when it does not."""
    v, side = now.v, s.px(12)
    wide, tall = v.width - 2 * side, v.height > 1.2 * v.width
    count = len(laid.clusters_of_piles(now)) if now.six_piles else 1
    rows = 2 if count > 3 and (tall or wide // (count + 2) < s.px(LEAST_COLUMN)) else 1
    across = -(-count // rows)
    column = wide // (across if tall and count > 1 else across + 2)
    column = min(column, s.px(LARGEST_CARD)) if now.six_piles else wide // (3 if tall else 4)
    if column < s.px(LEAST_COLUMN):
        return None
    card = min(column - s.px(12), s.px(LARGEST_CARD if now.six_piles or tall else MIXED_CARD))
    plate = (2 if now.six_piles else 1) * v.type.line_height(s.text(18)) + s.px(8)
    counters_y = floor - s.px(8) - counters.height(wide)
    stacks = counters_y - s.px(40)
    foot = counters_y - s.px(14) - (s.px(150) if tall and now.six_piles else 0)
    feet: tuple[int, ...] = ()
    top = foot
    for _ in range(rows):
        feet = (top - plate - s.px(6), *feet)
        top = feet[0] - _pile_high(now, card, feet[0]) - s.px(10)
    top += s.px(10)
    if not (tall and now.six_piles):
        stacks = feet[-1] + s.px(10)
    label, begins = s.px(32), s.px(TOP) + frame.news_height(v)
    scale = min(v.width / 1920, (top - label - begins) / (SCALE_HIGH - HANGS_FROM))
    if scale * HEADING < s.text(25):
        return None
    lower = begins / scale - HANGS_FROM
    used = (SCALE_HIGH + lower) * scale + label
    lower += max(0.0, (top - used) * 0.3) / scale
    ground = Ground(v, scale, down_by=lower - (v.height / scale - HEIGHT) / 2)
    beside = not (tall and now.six_piles)
    return Plan(ground, top - s.px(34), across, column, card, plate, feet, stacks, beside, counters_y)


def _pile_high(now: Now, card: int, foot: int) -> int:
    """How high the highest pile is seen that lies there, in pixels, when its cards are so wide."""
    size, step = (laid.PILE_W, laid.PILE_H), laid.STEP
    most = max(laid.pile_left(now, cluster) for cluster in laid.clusters_of_piles(now))
    if not now.six_piles:
        size, step, most = (laid.MIXED_W, laid.MIXED_H), laid.MIXED_STEP, -(-len(now.play.left) // 3)
    ground = Ground(now.v, card / size[0])
    at = _lies(ground, now.v.width / 2, foot, *size)
    return lying.pile_seen(ground, at, min(most, laid.MOST_LAYERS), step).h


def room(plan: Plan) -> tuple[Op, ...]:
    """Wall and table."""
    edge = plan.wood / plan.g.scale - plan.g.lower
    return (*wall(plan.g, edge), *table_top(plan.g, edge))


def scene(now: Now, s: Size, plan: Plan, counters: Box) -> list[Node]:
    """All that stands between the top of the window and the rim."""
    at = now._replace(g=plan.g)
    heading = _heading if now.play.left else _all_gone
    rect = Rect(s.px(12), plan.counters, now.v.width - 2 * s.px(12), 0)
    stand = counters.place(rect._replace(h=counters.height(rect.w)))
    corners = help_and_menu_box(now, s).place(Rect(0, s.px(6), now.v.width - s.px(12), s.px(44)))
    return [
        above.corners(at)[0], _title(now, s), *corners, *heading(at, s, plan), *_piles(now, s, plan),
        *_balance(at, s, plan), *_stacks(now, s, plan), *stand, _hub(at),
    ]  # fmt: skip


def _title(now: Now, s: Size) -> Node:
    words = round_line(now.session)
    px = s.text(18)
    at = Rect(s.px(12), s.px(12), now.v.type.width(words, "semibold", px), px)
    op = letters.tight(now.g, at, words, "semibold", px, now.v.theme.ink, 0.0)
    return Node("bar:title", Role.HEADING, op.rect, words, level=1, ops=(op,))


def _heading(at: Now, s: Size, plan: Plan) -> list[Node]:
    """Whose turn it is, large, split by the pillar."""
    g, ink = at.g, at.v.theme.ink
    left, right = what_to_do(at)
    edge = plan.wood / g.scale
    base = g.px((100 + g.lower + edge) / 2 + 42)
    room = g.px(560)
    ops = (
        letters.line(g, (g.px(916 + g.middle_x), base), left, 112, "bold", ink, 1.0, room),
        letters.line(g, (g.px(1004 + g.middle_x), base), right, HEADING, "semibold", ink, 0.0, room),
    )
    rect = ops[0].rect.around(ops[1].rect)
    nodes = [Node("turn", Role.HEADING, rect, f"{left} {right}", level=2, ops=ops)]
    if words := moment_line(at.session.setup.moment):
        px, x = s.text(20), ops[1].rect.x
        lines = at.v.type.lines(words, "medium", px, room)
        place = Rect(x, ops[1].rect.bottom + s.px(10), room, len(lines) * at.v.type.line_height(px))
        told = tuple(widgets.line_ops(at.v, place, lines, "medium", px, ink))
        nodes.append(Node("moment", Role.TEXT, place, words, ops=told))
    return nodes


def _all_gone(at: Now, s: Size, plan: Plan) -> list[Node]:
    """That all cards have been, and what can be done then, on a sheet before the pillar."""
    v, g, m = at.v, at.g, at.v.theme.table
    words, line = gone_words(at)
    large, small, side = max(s.text(34), g.px(70)), s.text(20), s.px(28)
    while large > small and v.type.width(words, "bold", large) > v.width - 2 * side - s.px(24):
        large -= 1
    lines = v.type.lines(line, "medium", small, v.width - 2 * side - s.px(24))
    steps = v.type.line_height(large), v.type.line_height(small)
    wide = max(v.type.width(words, "bold", large), *(v.type.width(one, "medium", small) for one in lines))
    high = steps[0] + len(lines) * steps[1] + s.px(32)
    middle = round((g.px(165 + g.lower) + plan.wood) / 2)
    sheet = Rect((v.width - wide) // 2 - side, middle - high // 2, wide + 2 * side, high)
    head = Rect(sheet.x, sheet.y + s.px(14), sheet.w, steps[0])
    under = [
        Rect(sheet.x, head.bottom + s.px(4) + number * steps[1], sheet.w, steps[1])
        for number in range(len(lines))
    ]
    ops = (
        Fill(sheet, m.paper, s.px(14), max(2, s.px(2)), m.line, s.px(14) if m.rich else 0),
        widgets.middle_line(v, head, words, "bold", large, v.theme.ink),
    )
    told = tuple(
        widgets.middle_line(v, rect, one, "medium", small, v.theme.ink)
        for rect, one in zip(under, lines, strict=True)
    )
    whole = under[0].around(under[-1])
    return [
        Node("turn", Role.HEADING, sheet, words, level=2, ops=ops),
        Node("moment", Role.TEXT, whole, line, ops=told),
    ]


def _balance(at: Now, s: Size, plan: Plan) -> list[Node]:
    """The scale, its foot just on the table, and the names of its pans with their totals."""
    foot = (plan.wood + s.px(24)) / at.g.scale - at.g.lower
    whole = pans.pans(at, foot)[0]
    return [whole, *(_label(at, s, right) for right in (False, True))]


def _label(at: Now, s: Size, right: bool) -> Node:
    v, g = at.v, at.g
    name, figure = pans.side_name(right), str(pans.total(at, right))
    small, large, gap = s.text(21), s.text(27), s.px(9)
    parts = v.type.width(name, "semibold", small), v.type.width(figure, "bold", large)
    middle = (g.right if right else g.left)(pans.LABEL_X[right], SCALE_HIGH, 0, 0)
    whole = sum(parts) + gap
    x = min(max(s.px(6), middle.x - whole // 2), v.width - s.px(6) - whole)
    box = Rect(x, middle.y, whole, max(s.px(32), v.type.line_height(large)))
    ops = (
        widgets.middle_line(v, box, name, "semibold", small, v.theme.ink, 0.0),
        widgets.middle_line(v, box, figure, "bold", large, v.theme.ink, 1.0),
    )
    key = f"label:{'right' if right else 'left'}"
    return Node(key, Role.TEXT, box, f"{name} {figure}", layer=-1, ops=ops)


def _hub(at: Now) -> Node:
    """The head of the scale."""
    place = rim.clock_rect(at.g, False)
    return Node("clock", Role.GROUP, place, layer=OVER, ops=rim.clock_ops(at.g, place, 0.0, glyph="scale"))


# -- what lies on the table


def _piles(now: Now, s: Size, plan: Plan) -> list[Node]:
    v = now.v
    if not now.six_piles:
        ground = Ground(v, plan.card / laid.MIXED_W)
        at = _lies(ground, v.width / 2, plan.feet[0], laid.MIXED_W, laid.MIXED_H)
        return [laid.mixed_on(now, ground, at, *_mixed_plate(now, s, plan))]
    found, made = laid.clusters_of_piles(now), []
    for number, cluster in enumerate(found):
        row, place = divmod(number, plan.across)
        in_row = min(plan.across, len(found) - row * plan.across)
        x = v.width // 2 + round((place - (in_row - 1) / 2) * plan.column)
        made.append(_pile(now, s, plan, cluster, (x, plan.feet[row])))
    return made


def _lies(ground: Ground, middle: float, foot: float, wide: float, high: float) -> Lying:
    """Where something lies on a ground, by the middle of its nearest edge in the window's pixels."""
    return Lying(middle / ground.scale, foot / ground.scale - ground.lower, wide, high)


def _pile(now: Now, s: Size, plan: Plan, cluster: Cluster | None, place: tuple[int, int]) -> Node:
    v, ground, wide = now.v, Ground(now.v, plan.card / laid.PILE_W), plan.column - s.px(6)
    plate = Rect(place[0] - wide // 2, place[1] + s.px(6), wide, plan.plate)
    name, left = laid.pile_name(cluster), laid.pile_left(now, cluster)
    if v.type.width(name, "semibold", s.text(18)) > wide - s.px(10):
        name = laid.short_name(cluster)
    line = v.theme.clusters[cluster].line if cluster else v.theme.ink
    words = (name, str(left) if left else tr("leeg"))
    paper = laid.pile_plate(Ground(v, s.unit), plate, line, 10, bool(left))
    on_plate = [*paper, *_plate(now, s, plate, words, laid.pile_sign(now, cluster))]
    return laid.pile_on(
        now, cluster, ground, _lies(ground, *place, laid.PILE_W, laid.PILE_H), plate, on_plate
    )


def _plate(now: Now, s: Size, plate: Rect, words: tuple[str, str], sign: str) -> list[Op]:
    """The pile's name and number on its plate, and the sign of its key on the plate's corner."""
    v, high = now.v, (plate.h - s.px(4)) // 2
    ops: list[Op] = []
    for number, (one, weight) in enumerate(zip(words, ("semibold", "medium"), strict=True)):
        px = s.text(18)
        while px > s.text(14) and v.type.width(one, weight, px) > plate.w - s.px(8):
            px -= 1
        at = Rect(plate.x, plate.y + s.px(2) + number * high, plate.w, high)
        ops.append(widgets.middle_line(v, at, one, weight, px, v.theme.ink))
    if sign:
        side = s.px(24)
        corner = Rect(plate.x - s.px(3), plate.y - s.px(19), side, side)
        ops.append(Fill(corner, v.theme.table.paper, s.px(6), max(1, s.px(2)), v.theme.ink))
        ops.append(letters.tight(now.g, corner, sign, "bold", s.text(16), v.theme.ink))
    return ops


def _mixed_plate(now: Now, s: Size, plan: Plan) -> tuple[Rect, tuple[Op, ...]]:
    v, words, px = now.v, laid.mixed_words(now), s.text(20)
    wide = v.type.width(words, "semibold", px) + 2 * s.px(18)
    plate = Rect((v.width - wide) // 2, plan.feet[0] + s.px(6), wide, plan.plate)
    line = widgets.middle_line(v, plate, words, "semibold", px, v.theme.ink)
    return plate, (Fill(plate, v.theme.table.paper, plate.h // 2, max(2, s.px(2)), v.theme.ink), line)


def _stacks(now: Now, s: Size, plan: Plan) -> list[Node]:
    """What was put aside left of the piles, what was discussed right of them."""
    v = now.v
    ground = Ground(v, min(plan.column - s.px(12), s.px(230)) / STACK)
    half = plan.column * (plan.across if now.six_piles else 1) / 2
    from_middle = (
        min(v.width / 2 - s.px(12) - plan.column / 2, half + plan.column / 2) if plan.beside else v.width / 4
    )
    from_middle += plan.column * 0.085 if plan.beside else 0  # what lies there leans outwards
    foot, word = plan.stacks, s.text(18)
    dy = foot / ground.scale - ground.lower - laid.DISCUSSED_Y
    base = (foot + s.px(8) + word) / ground.scale - ground.lower
    left, right = (v.width / 2 - from_middle) / ground.scale, (v.width / 2 + from_middle) / ground.scale
    placed = laid.Placed(left - 170, dy, base, word / ground.scale / min(1.2, v.text))
    at = now._replace(g=ground)
    return [
        *laid.aside(at, placed),
        *laid.discussed(at, placed._replace(dx=right - ground.across + 1920 - 1749)),
    ]
