"""What is filled in: text fields and numbers, as boxes. What is typed is kept by the program, under ``Edit.form``."""

from tegenwicht.kit import widgets as w
from tegenwicht.kit.command import Command
from tegenwicht.kit.layout import Box, Column, Leaf, Nodes, Row
from tegenwicht.kit.nodes import Edit, Node, Role
from tegenwicht.kit.ops import Fill, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.kit.view import View


def text_field(
    v: View,
    key: str,
    label: str,
    shown: str,
    edit: Edit,
    lines: int = 1,
    *,
    action: Command | None = None,
    hint: str = "",
    first: bool = False,
    in_use: bool = False,
    description: str = "",
) -> Box:
    """A text field without its name above it. Enter in a single line does ``action``.

    shown: what it holds. edit: what may be typed; how large and where is filled in here. lines: how high it
    is. hint: quieter words while it is empty. in_use: the live field paints what is in it.
    """
    px = v.t(w.BODY)
    node = Node(
        key, Role.TEXT_FIELD, w.NOWHERE, label, shown, description or (hint if hint != label else ""),
        action=action, first=first,
    )  # fmt: skip
    words, colour = (shown, v.theme.ink) if shown else (hint, v.theme.muted)

    def place(rect: Rect) -> Nodes:
        inside = rect.inset(v.u(16), v.u(14))
        fitting = () if in_use else _cut(v, words, px, inside.w, lines)
        ops: tuple[Op, ...] = (
            Fill(rect, v.theme.paper, v.u(10), max(1, v.u(2)), v.theme.edge),
            *w.line_ops(v, inside, fitting, "regular", px, colour),
        )
        return [node._replace(rect=rect, edit=edit._replace(inside=inside, font_px=px), ops=ops)]

    return Leaf(v.type.line_height(px) * lines + 2 * v.u(14), place)


def _cut(v: View, words: str, px: int, width: int, most: int) -> tuple[str, ...]:
    """The lines that fit in a field; dots tell that there is more, which scrolls when the field is in use."""
    lines = v.type.lines(words, "regular", px, max(1, width)) if words else ()
    if len(lines) <= most:
        return lines
    lines = v.type.lines(words, "regular", px, max(1, width - v.type.width("…", "regular", px)))
    return (*lines[: most - 1], f"{lines[most - 1].removesuffix('-')}…")


def spin(
    v: View,
    key: str,
    label: str,
    shown: str,
    number: tuple[float, float, float],
    fewer: Command | None,
    more: Command | None,
    names: tuple[str, str],
) -> Box:
    """A number with a button for less and one for more, each a stop of Tab; arrows change it too.

    number: (now, least, most). names: of the two buttons, for a screen reader.
    """
    now, least, most = number
    px = v.t(w.BODY)
    high = max(v.u(48), v.type.line_height(px) + 2 * v.u(12))
    wide = max(v.t(110), v.type.width(shown, "bold", px) + v.u(36))
    node = Node(
        key, Role.SPIN, w.NOWHERE, label, shown, number=number, increase=more if now < most else None,
        decrease=fewer if now > least else None,
    )  # fmt: skip

    def value(rect: Rect) -> Nodes:
        ground = Fill(rect, v.theme.paper, v.u(10), max(1, v.u(2)), v.theme.edge)
        words = w.middle_line(v, rect, shown, "bold", px, v.theme.ink)
        return [node._replace(rect=rect, ops=(ground, words))]

    boxes: list[Box] = [
        _nudge(v, f"{key}:fewer", "−", names[0], fewer, now > least, high),
        Leaf(high, value, wide),
        _nudge(v, f"{key}:more", "+", names[1], more, now < most, high),
    ]
    name = w.seen(v, label, w.SMALL, "semibold", v.theme.muted, natural=True)
    line = Row(boxes, v.u(8))
    return Column([name, line], v.u(8), natural=max(line.natural, name.natural, v.t(250)))


def _nudge(v: View, key: str, sign: str, label: str, action: Command | None, enabled: bool, high: int) -> Box:
    px = v.t(34)

    def place(rect: Rect) -> Nodes:
        colour, edge = (v.theme.ink, v.theme.edge) if enabled else (v.theme.off, v.theme.quiet)
        ground = Fill(rect, v.theme.paper, v.u(10), max(1, v.u(2)), edge)
        ops = (ground, w.middle_line(v, rect, sign, "bold", px, colour))
        return [Node(key, Role.BUTTON, rect, label, action=action, enabled=enabled, changes=key.rpartition(":")[0],
                     ops=ops)]  # fmt: skip

    return Leaf(high, place, high)
