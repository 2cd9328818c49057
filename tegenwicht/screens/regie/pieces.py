"""What the regie is made of: buttons with their key, counters, a clock, people; in pixels of a laptop of 1280 by 800."""

from collections.abc import Sequence
from typing import NamedTuple

from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Colour, Drawing, Fill, Icon, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.act import Act
from tegenwicht.screens.parts.directing import Counted
from tegenwicht.screens.parts.names import cluster_name
from tegenwicht.screens.parts.table import letters
from tegenwicht.screens.parts.table.ground import Ground
from tegenwicht.screens.parts.table.scale import web
from tegenwicht.screens.parts.table.tents import Person
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import Curtain
from tegenwicht.screens.shell.view import View

WIDTH, HEIGHT = 1280, 800
WHITE = (255, 255, 255)
INK = (31, 36, 48)


class Desk(NamedTuple):
    """The laptop's window. g: its scale. x, y: where its 1280 by 800 begin, in pixels; a wider window has more beside."""

    g: Ground
    x: int
    y: int

    def at(self, x: float, y: float, w: float, h: float) -> Rect:
        """A place in the window's pixels."""
        rect = self.g.place(x, y, w, h)
        return rect._replace(x=rect.x + self.x, y=rect.y + self.y)

    def rim(self, x: float, y: float, w: float, h: float) -> Rect:
        """A place on the rim, which stays at the bottom."""
        rect = self.g.place(x, 0, w, h)
        return rect._replace(x=rect.x + self.x, y=self.g.v.height - self.g.px(HEIGHT - y))


def desk_of(v: View) -> Desk:
    """The laptop's window, as large as it fits."""
    scale = min(v.width / WIDTH, v.height / HEIGHT)
    g = Ground(v, scale)
    return Desk(g, (v.width - g.px(WIDTH)) // 2, 0)


def words(g: Ground, x: int, base: int, text: str, size: float, weight: str = "medium",
          colour: Colour | None = None, align: float = 0.0, room: int = 0) -> Node:  # fmt: skip
    """A line of text that stands at ``base``."""
    op = letters.line(g, (x, base), text, size, weight, colour or g.v.theme.ink, align, room)
    return Node(f"words:{text}", Role.TEXT, op.rect, text, ops=(op,))


def surface(g: Ground, rect: Rect) -> tuple[Op, ...]:
    """Paper with a lip under it, as what can be pressed."""
    m = g.v.theme.table
    lip = g.px(4)
    body = rect._replace(h=rect.h - lip)
    return (
        Fill(rect._replace(y=rect.y + lip, h=rect.h - lip), m.lip, g.px(12)),
        Fill(body, m.paper, g.px(12), g.px(2), m.line),
    )


def button(g: Ground, rect: Rect, act: Act, sign: str, count: int | None = None, size: float = 20) -> Node:
    """A button: its icon, its word, a number where it has one, and its key."""
    theme = g.v.theme
    ink = theme.ink if act.command is not None else theme.off
    middle = rect.y + (rect.h - g.px(4)) // 2
    ops: list[Op] = [*surface(g, rect)]
    tight = size < 20
    x, right = rect.x + g.px(11 if tight else 14), rect.right - g.px(10 if tight else 13)
    if act.glyph:
        px = g.px(22 if tight else 27)
        ops.append(Icon(Rect(x, middle - px // 2, px, px), act.glyph, ink))
        x += px + g.px(8 if tight else 10)
    if sign:
        wide, high = max(g.px(28), letters.width(g, sign, 16, "semibold") + g.px(14)), g.px(27)
        box = Rect(right - wide, middle - high // 2, wide, high)
        ops += [
            Fill(box, theme.table.paper, g.px(7), g.px(2), ink),
            letters.line(g, (box.x + wide // 2, middle + g.px(6)), sign, 16, "semibold", ink, 0.5),
        ]
        right = box.x - g.px(9)
    if count is not None:
        px = g.px(30)
        disc = Rect(right - px, middle - px // 2, px, px)
        ops += [
            Fill(disc, theme.strong, px // 2),
            letters.line(
                g, (disc.x + px // 2, middle + g.px(6)), str(count), 17, "bold", theme.on_strong, 0.5
            ),
        ]
        right = disc.x - g.px(8)
    ops.append(letters.line(g, (x, middle + g.px(7)), act.word, size, "semibold", ink, 0.0, right - x))
    return Node(
        act.key, Role.BUTTON, rect, act.word, value=str(count) if count is not None else "", description=act.told,
        action=act.command, enabled=act.command is not None, shortcuts=act.shortcut.names if act.shortcut else (),
        corner=g.px(12), ops=tuple(ops),
    )  # fmt: skip


def counter(g: Ground, rect: Rect, one: Counted) -> Node:
    """A counter: the name, the sign with its key, and how often it came up; filled when it was mentioned now."""
    colours, m, theme = g.v.theme.clusters[one.cluster], g.v.theme.table, g.v.theme
    lip = g.px(4)
    body = Rect(rect.x, rect.y + (g.px(3) if one.on else 0), rect.w, rect.h - lip)
    ink = WHITE if one.on else theme.ink
    px = g.px(42)
    name, room = cluster_name(one.cluster), body.w - g.px(20)
    size = 18 if letters.width(g, name, 18, "semibold") <= room else 16.5
    square = Rect(body.x + g.px(13), body.bottom - g.px(12) - px, px, px)
    ops: list[Op] = [
        Fill(Rect(rect.x, rect.y + lip, rect.w, rect.h - lip), m.lip, g.px(13)),
        Fill(body, colours.solid if one.on else m.paper, g.px(13), g.px(3), colours.edge if one.on else colours.line),
        letters.line(g, (body.x + g.px(12), body.y + g.px(26)), name, size, "semibold", ink, 0.0, room),
        Fill(square, WHITE if one.on else colours.solid, g.px(9)),
        Icon(square.inset(g.px(8)), one.cluster.value, colours.solid if one.on else WHITE),
        letters.line(g, (body.right - g.px(16), body.bottom - g.px(17)), str(one.total), 28, "bold", ink, 1.0),
    ]  # fmt: skip
    if one.sign:
        side = g.px(22)
        key = Rect(square.right - g.px(12), square.bottom - g.px(13), side, side)
        ops += letters.key_sign(g, key, one.sign, theme.ink, m.paper, 16)
    return one.node._replace(rect=rect, corner=g.px(13), ops=tuple(ops))


def pawn(g: Ground, rect: Rect, person: Person) -> tuple[Op, ...]:
    """A person away from the table: one colour, one or two letters, two bands for the seventh and on."""
    colours = g.v.theme.table.persons
    fill = web(colours[person.number % len(colours)])
    bands = (
        '<path d="M20 92H80M16 101H84" stroke="#1f2430" stroke-width="4"/>'
        if person.number >= len(colours)
        else ""
    )
    body = (
        f'<path d="M50 4 A27 27 0 0 1 66 53 C78 62 86 84 88 106 Q88 109 84 109 H16 Q12 109 12 106'
        f' C14 84 22 62 34 53 A27 27 0 0 1 50 4 Z" fill="{fill}" stroke="#1f2430" stroke-width="3.4"/>{bands}'
    )
    base = (rect.x + rect.w // 2, rect.y + round(rect.h * (0.76 if bands else 0.84)))
    size = 0.34 * rect.h / g.scale / min(1.2, g.v.text)
    return (
        Drawing(rect, (100, 112), body),
        letters.line(g, base, person.letters, size, "bold", INK, 0.5),
    )


def paragraph(g: Ground, rect: Rect, lines: Sequence[str], size: float, gap: float) -> tuple[list[Node], int]:
    """Paragraphs from the top of ``rect``, as many as fit; and where they end."""
    px, nodes, y = letters.size(g, size), [], rect.y
    high = g.v.type.line_height(px)
    for number, text in enumerate(lines):
        rows = g.v.type.lines(text, "medium", px, rect.w)
        if y + len(rows) * high > rect.bottom:
            break
        at = Rect(rect.x, y, rect.w, len(rows) * high)
        ops = tuple(widgets.line_ops(g.v, at, rows, "medium", px, g.v.theme.ink))
        nodes.append(Node(f"help:{number}", Role.TEXT, at, text, ops=ops))
        y += len(rows) * high + g.px(gap)
    return nodes, y


def curtain_act(v: View) -> Act:
    """Closed it covers the table for the group."""
    word, glyph = (tr("Gordijn open"), "uncovered") if v.model.curtain else (tr("Gordijn dicht"), "covered")
    return Act(
        "curtain", word, Curtain(), keys.CURTAIN, glyph, told=tr("Bedekt de tafel; de klok staat stil")
    )
