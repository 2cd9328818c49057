"""The trays in which slips lie: what was seen and heard apart from what was made of it, or what came on the table."""

from tegenwicht.game.path import Path, PathStep
from tegenwicht.i18n import several, tr
from tegenwicht.kit import widgets
from tegenwicht.kit.flow import Grid
from tegenwicht.kit.layout import Box, Column, Leaf, Nodes, Row
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Colour, Drawing, Fill, Op, Words
from tegenwicht.kit.rect import Rect
from tegenwicht.kit.theme import mixed
from tegenwicht.screens.parts.peel.slips import Slip, across, change, slips_at
from tegenwicht.screens.parts.table.askew import askew
from tegenwicht.screens.parts.table.ground import Ground
from tegenwicht.screens.parts.table.scale import web
from tegenwicht.screens.parts.wall.paper import sheet_ops
from tegenwicht.screens.shell.view import View

SEEN, MADE = (230, 238, 242), (246, 234, 211)
WRITES = "slip:new"
"""The button that opens the line for a slip; a pointer presses it through the tray that takes slips."""
MOST_LINES = 4
"""Of what was written in an older session more may stand on one slip; the rest is there when one presses it."""
LEANS = (-0.8, 0.7, -0.5, 0.9)
ROOMY, CLOSE, NEAR = (30.0, 30.0, 18.0, 118.0), (28.0, 14.0, 12.0, 0.0), (24.0, 9.0, 10.0, 0.0)
"""Of slips, in design pixels: their letters, the air above the words, what is between two, and how high the empty
place is at least. Roomy where few lie; close where more must fit; near on a small window that is seen from near.
"""
EYE = "M3 24 C12 8 36 8 45 24 C36 40 12 40 3 24 Z M24 15 a9 9 0 1 0 0.01 0 Z M24 20.5 a3.5 3.5 0 1 0 0.01 0 Z"
BUBBLE = "M10 6 H34 a8 8 0 0 1 8 8 V28 a8 8 0 0 1 -8 8 H20 L8 42 V36 a6 6 0 0 1 -4 -6 V12 a6 6 0 0 1 6 -6 Z"
BUBBLE += " M14 21 h0.01 M23 21 h0.01 M32 21 h0.01"


def tray_ground(v: View, step: PathStep) -> Colour:
    """The ground of a tray: cool for what was seen, warm for what was made of it."""
    m = v.theme.table
    if v.theme.name == "light":
        return {PathStep.NOTICING: SEEN, PathStep.INTERPRETING: MADE}.get(step, m.paper)
    if v.theme.name == "dark":
        cool, warm = mixed(m.paper, (70, 110, 140), 0.25), mixed(m.paper, (150, 110, 40), 0.25)
        return {PathStep.NOTICING: cool, PathStep.INTERPRETING: warm}.get(step, m.paper)
    return m.paper


def tray_name(step: PathStep) -> str:
    """The word on a tray."""
    return {PathStep.NOTICING: tr("Gezien en gehoord"), PathStep.INTERPRETING: tr("Ervan gemaakt")}.get(
        step, tr("Kwam op tafel")
    )


def tray(
    v: View, path: Path, step: PathStep, rect: Rect, here: bool, lean: bool, near: bool = False
) -> list[Node]:
    """A tray filling ``rect`` with its slips, that scroll when there are many. here: it takes slips now. near: it is
    seen from near, with less air in it.
    """
    ground = tray_ground(v, step)
    ops = sheet_ops(v, rect, ground, strong=here)
    head = _head(v, step, 24 if near else 28)
    pad, air = (v.px(15), v.px(12)) if near else (v.px(20), v.px(16))
    top = rect.y + air
    high = head.height(rect.w - 2 * pad)
    nodes = head.place(Rect(rect.x + pad, top, rect.w - 2 * pad, high))
    start = top + high + (v.px(10) if near else v.px(18))
    room = Rect(rect.x + pad, start, rect.w - 2 * pad, rect.bottom - start - (v.px(14) if near else v.px(18)))
    if near:
        most = (room.h - 2 * v.px(NEAR[1])) // v.type.line_height(v.text_px(NEAR[0]))
        lying = _slips(v, path, step, here, lean, NEAR, max(1, min(MOST_LINES, most)))
    else:
        lying = _slips(v, path, step, here, lean, ROOMY)
    if not near and lying.height(room.w) > room.h:
        lying = _slips(v, path, step, here, lean)
    nodes += widgets.scroll(v, f"tray:{step}:all", lying, room, tray_name(step))
    into = WRITES if here else ""
    return [
        Node(
            f"tray:{step}", Role.LIST, rect, _aloud(path, step), presses=into, ops=ops, children=tuple(nodes)
        )
    ]


def tray_box(v: View, path: Path, step: PathStep, here: bool) -> Box:
    """The same in a layout, as high as what lies in it."""
    inside = Column([_head(v, step), _slips(v, path, step, here, False)], v.px(12))
    pad = v.px(20)

    def place(rect: Rect) -> Nodes:
        ops = sheet_ops(v, rect, tray_ground(v, step), strong=here)
        children = inside.place(Rect(rect.x + pad, rect.y + v.px(16), rect.w - 2 * pad, rect.h - v.px(38)))
        into = WRITES if here else ""
        return [
            Node(
                f"tray:{step}",
                Role.LIST,
                rect,
                _aloud(path, step),
                presses=into,
                ops=ops,
                children=tuple(children),
            )
        ]

    return Leaf(lambda width: inside.height(width - 2 * pad) + v.px(38), place)


def folded(v: View, path: Path, rect: Rect) -> list[Node]:
    """Both trays of before in one line each: they stay apart, and are in the way of nothing."""
    gap = v.px(16)
    wide = (rect.w - gap) // 2
    made = []
    for number, step in enumerate((PathStep.NOTICING, PathStep.INTERPRETING)):
        at = Rect(rect.x + number * (wide + gap), rect.y, wide, rect.h)
        made.append(_folded_one(v, path, step, at))
    return made


def folded_box(v: View, path: Path) -> Box:
    """The same in a layout, below each other where they are narrow."""
    boxes = [
        Leaf(v.text_px(48) + v.px(12), lambda rect, one=step: [_folded_one(v, path, one, rect)])  # type: ignore[misc]
        for step in (PathStep.NOTICING, PathStep.INTERPRETING)
    ]
    return Grid(boxes, 2, v.px(12), v.text_px(380))


def _folded_one(v: View, path: Path, step: PathStep, at: Rect) -> Node:
    count, words = len(slips_at(path, step)), tray_name(step)
    ops = sheet_ops(v, at, tray_ground(v, step))
    line = f"{words} · {count}"
    px = v.text_px(24)
    while px > v.text_px(20) and v.type.width(line, "semibold", px) > at.w - v.px(24):
        px -= 1
    text = widgets.middle_line(v, at._replace(h=at.h - v.px(6)), line, "semibold", px, v.theme.ink)
    heard = "; ".join(slip.words for slip in slips_at(path, step))
    return Node(
        f"tray:{step}:folded", Role.TEXT, at, f"{_aloud(path, step)}. {heard}".strip(". "), ops=(*ops, text)
    )


def _aloud(path: Path, step: PathStep) -> str:
    count = several("{n} strookje", "{n} strookjes", len(slips_at(path, step)))
    return f"{tray_name(step)}, {count}"


def _head(v: View, step: PathStep, size: float = 28) -> Box:
    """The tray's word after its sign."""
    px = v.text_px(size * 1.35)
    mark = {PathStep.NOTICING: EYE, PathStep.INTERPRETING: BUBBLE}.get(step)
    words = widgets.seen(v, tray_name(step), size, "bold")
    if mark is None:
        return words
    body = (
        f'<path d="{mark}" fill="none" stroke="{web(v.theme.ink)}" stroke-width="3.4" stroke-linecap="round"'
        f' stroke-linejoin="round"/>'
    )

    def place(rect: Rect) -> Nodes:
        at = Rect(rect.x, rect.y + (rect.h - px) // 2, px, px)
        return [Node(f"tray:{step}:sign", Role.GROUP, at, ops=(Drawing(at, (48, 48), body),))]

    return Row([Leaf(px, place, px), words], v.px(12))


def _slips(
    v: View,
    path: Path,
    step: PathStep,
    here: bool,
    lean: bool,
    measures: tuple[float, float, float, float] = CLOSE,
    most: int = MOST_LINES,
) -> Box:
    size, air, between, empty = measures
    boxes: list[Box] = [
        slip_box(
            v, slip, LEANS[n % len(LEANS)] if lean else 0.0, *_pressing(path, slip), size, None, air, most
        )
        for n, slip in enumerate(slips_at(path, step))
    ]
    if here:
        boxes.append(_more(v, bool(boxes), step, v.px(empty)))
    return Column(boxes, v.px(between))


def _pressing(path: Path, slip: Slip) -> tuple[object, str]:
    """What pressing a slip does, and in words: change it, or lay it at this side."""
    if slip.step is path.at:
        moves = across(path, slip) is not None
        told = tr("Enter: wijzig. Ctrl met een pijl: naar de andere kant.") if moves else tr("Enter: wijzig.")
        return change(slip), told
    return across(path, slip), tr("Enter: leg aan de andere kant.")


def slip_box(
    v: View,
    slip: Slip,
    lean: float,
    action: object,
    told: str,
    size: float = 28,
    edge: Colour | None = None,
    air: float = 14,
    most: int = MOST_LINES,
) -> Box:
    """A slip of paper with its words, and ``air`` above and below these; it lies askew by ``lean`` degrees.

    most: lines of words.
    """
    px, side, above = v.text_px(size), v.px(20), v.px(air)

    def lines(width: int) -> tuple[str, ...]:
        found: tuple[str, ...] = v.type.lines(slip.words, "medium", px, max(1, width - 2 * side))
        if len(found) <= most:
            return found
        return (*found[: most - 1], f"{found[most - 1][:-1].rstrip()}…")

    def height(width: int) -> int:
        shown = len(lines(width))
        return (v.step(px) if shown < MOST_LINES else v.type.line_height(px)) * shown + 2 * above

    def place(rect: Rect) -> Nodes:
        flat = paper_slip(v, rect.w, rect.h, lines(rect.w), px, edge)
        ops: tuple[Op, ...]
        if lean:
            large = paper_slip(v, rect.w, rect.h, lines(rect.w), px, edge, 2)
            ops = (askew(Ground(v, v.unit), rect, large, lean, 2 * v.px(10), v.theme.table.slip),)
        else:
            ops = tuple(_moved(op, rect) for op in flat)
        role = Role.BUTTON if action is not None else Role.LIST_ITEM
        return [
            Node(slip.key, role, rect, slip.words, description=told, action=action, corner=v.px(10), ops=ops)  # type: ignore[arg-type]
        ]

    return Leaf(height, place)


def paper_slip(
    v: View, wide: int, high: int, lines: tuple[str, ...], px: int, edge: Colour | None = None, fine: int = 1
) -> tuple[Fill | Words, ...]:
    """A slip from its own top left, ``fine`` times as large. edge: a strip of that colour at its left."""
    m, line = v.theme.table, max(1, v.px(2)) * fine
    w_, h_, side = wide * fine, high * fine, v.px(20) * fine
    light = mixed(m.rim, v.theme.ink, 0.35) if v.theme.name == "light" else m.card_line
    ops: list[Fill | Words] = [Fill(Rect(0, 0, w_, h_), m.slip, v.px(10) * fine, line, light)]
    if edge is not None:
        ops.append(Fill(Rect(0, 0, v.px(10) * fine, h_), edge, v.px(5) * fine))
    step = min(v.step(px) * fine, h_ // max(1, len(lines)))
    top = (h_ - step * len(lines)) // 2
    for n, words in enumerate(lines):
        width = v.type.width(words, "medium", px * fine)
        ops.append(Words(Rect(side, top + n * step, width, step), words, "medium", px * fine, v.theme.ink))
    return tuple(ops)


def _moved(op: Fill | Words, to: Rect) -> Fill | Words:
    return op._replace(rect=op.rect._replace(x=op.rect.x + to.x, y=op.rect.y + to.y))


def _more(v: View, some: bool, step: PathStep, least: int) -> Box:
    """An empty place, dashed, ``least`` pixels high or more: there may be more."""
    words = tr("En wat nog meer?") if some else {
        PathStep.NOTICING: tr("Alleen wat je zag en hoorde"),
        PathStep.INTERPRETING: tr("Wat je ervan maakte"),
    }.get(step, tr("Wat kwam op tafel?"))  # fmt: skip
    px = v.text_px(28 if least else 24)

    def lines(width: int) -> tuple[str, ...]:
        found: tuple[str, ...] = v.type.lines(words, "semibold", px, max(1, width - v.px(24)))
        return found

    def place(rect: Rect) -> Nodes:
        m = v.theme.table
        body = (
            f'<rect x="2" y="2" width="{rect.w - 4}" height="{rect.h - 4}" rx="{v.px(10)}" fill="none"'
            f' stroke="{web(m.chain)}" stroke-width="{max(2, v.px(2))}" stroke-dasharray="{v.px(9)} {v.px(7)}"/>'
        )
        shown = lines(rect.w)
        free = (rect.h - v.type.line_height(px) * len(shown)) // 2
        at = Rect(rect.x, rect.y + free, rect.w, rect.h)
        ops: tuple[Op, ...] = (
            Drawing(rect, (rect.w, rect.h), body),
            *widgets.line_ops(v, at, shown, "semibold", px, m.faint, 0.5),
        )
        return [Node(f"tray:{step}:more", Role.GROUP, rect, ops=ops)]

    return Leaf(lambda width: max(least, v.type.line_height(px) * len(lines(width)) + v.px(32)), place)
