"""What is filled in: text fields and numbers, as boxes. What is typed is kept by the program, under ``Edit.form``."""

from tegenwicht.kit import widgets
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
    px = v.text_px(widgets.BODY)
    node = Node(
        key, Role.TEXT_FIELD, widgets.NOWHERE, label, shown, description or (hint if hint != label else ""),
        action=action, first=first,
    )  # fmt: skip
    words, colour = (shown, v.theme.ink) if shown else (hint, v.theme.muted)

    def place(rect: Rect) -> Nodes:
        inside = rect.inset(v.px(16), v.px(14))
        fitting = () if in_use else _cut(v, words, px, inside.w, lines)
        ops: tuple[Op, ...] = (
            Fill(rect, v.theme.paper, v.px(10), max(1, v.px(2)), v.theme.edge),
            *widgets.line_ops(v, inside, fitting, "regular", px, colour),
        )
        return [node._replace(rect=rect, edit=edit._replace(inside=inside, font_px=px), ops=ops)]

    return Leaf(v.type.line_height(px) * lines + 2 * v.px(14), place)


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
    px = v.text_px(widgets.BODY)
    high = max(v.px(48), v.type.line_height(px) + 2 * v.px(14))  # as a text field beside it
    wide = max(v.text_px(110), v.type.width(shown, "bold", px) + v.px(36))
    node = Node(
        key, Role.SPIN, widgets.NOWHERE, label, shown, number=number, increase=more if now < most else None,
        decrease=fewer if now > least else None,
    )  # fmt: skip

    def value(rect: Rect) -> Nodes:
        ground = Fill(rect, v.theme.paper, v.px(10), max(1, v.px(2)), v.theme.edge)
        words = widgets.middle_line(v, rect, shown, "bold", px, v.theme.ink)
        return [node._replace(rect=rect, ops=(ground, words))]

    boxes: list[Box] = [
        _nudge(v, f"{key}:fewer", "−", names[0], fewer, now > least, high),
        Leaf(high, value, wide),
        _nudge(v, f"{key}:more", "+", names[1], more, now < most, high),
    ]
    name = widgets.seen(v, label, widgets.SMALL, "semibold", v.theme.muted, natural=True)
    line = Row(boxes, v.px(8))
    return Column([name, line], v.px(6), natural=max(line.natural, name.natural, v.text_px(250)))


def _nudge(v: View, key: str, sign: str, label: str, action: Command | None, enabled: bool, high: int) -> Box:
    px = v.text_px(34)

    def place(rect: Rect) -> Nodes:
        colour, edge = (v.theme.ink, v.theme.edge) if enabled else (v.theme.off, v.theme.quiet)
        ground = Fill(rect, v.theme.paper, v.px(10), max(1, v.px(2)), edge)
        ops = (ground, widgets.middle_line(v, rect, sign, "bold", px, colour))
        return [Node(key, Role.BUTTON, rect, label, action=action, enabled=enabled, changes=key.rpartition(":")[0],
                     ops=ops)]  # fmt: skip

    return Leaf(high, place, high)
