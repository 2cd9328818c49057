"""The pieces that screens are made of: text, buttons, fields, panels. Each gives a box for the layout.

A piece knows how it looks and what it is for a screen reader; what it does comes in as a command.
"""

from collections.abc import Callable, Sequence

from tegenwicht.ui.commands import Put
from tegenwicht.ui.keys import Key
from tegenwicht.ui.layout import Box, Column, Leaf, Nodes, Padded, Rect, Row, Wrap, space
from tegenwicht.ui.nodes import Edit, Node, Role, Scrolled
from tegenwicht.ui.ops import Colour, Fill, Icon, Words
from tegenwicht.ui.view import View

NOTHING = space()
BODY, SMALL, LARGE = 28, 24, 34


def line_ops(
    v: View, rect: Rect, lines: Sequence[str], weight: str, px: int, colour: Colour, align: float = 0.0
) -> tuple[Words, ...]:
    """Lines of text from the top of ``rect``; align 0.0 left, 0.5 centred, 1.0 right."""
    step = v.type.line_height(px)
    ops = []
    for number, line in enumerate(lines):
        w = v.type.width(line, weight, px)
        x = rect.x + round((rect.w - w) * align)
        ops.append(Words(Rect(x, rect.y + number * step, w, step), line, weight, px, colour))
    return tuple(ops)


def text(
    v: View,
    words: str,
    size: float = BODY,
    weight: str = "regular",
    colour: Colour | None = None,
    role: Role = Role.TEXT,
    level: int = 0,
    align: float = 0.0,
    natural: bool = False,
    key: str = "",
    label: str | None = None,
) -> Box:
    """Text that wraps to the width it gets. ``natural``: it would like to be one line."""
    px = v.t(size)
    ink = v.theme.ink if colour is None else colour
    step = v.type.line_height(px)

    def height(width: int) -> int:
        return step * len(v.type.lines(words, weight, px, max(1, width)))

    def place(rect: Rect) -> Nodes:
        lines = v.type.lines(words, weight, px, max(1, rect.w))
        above = max(0, rect.h - step * len(lines)) // 2
        ops = line_ops(v, rect._replace(y=rect.y + above), lines, weight, px, ink, align)
        name = words if label is None else label
        return [Node(key or f"text:{words}", role, rect, name, level=level, ops=ops)]

    return Leaf(height, place, v.type.width(words, weight, px) + 1 if natural else 0)


def heading(v: View, words: str, size: float = 48, level: int = 2, colour: Colour | None = None) -> Box:
    """A heading; level 1 is the screen's own, in the bar."""
    return text(v, words, size, "bold", colour, Role.HEADING, level, key=f"heading:{words}")


def muted(v: View, words: str, size: float = SMALL, natural: bool = False) -> Box:
    """Quieter text: explanations and small headings."""
    return text(v, words, size, "medium", v.theme.muted, natural=natural)


def icon(v: View, name: str, size: float, colour: Colour) -> Box:
    """An icon that only decorates: no node, just ink beside a word that says the same."""
    px = v.t(size)

    def place(rect: Rect) -> Nodes:
        side = min(rect.w, px)
        at = Rect(rect.x, rect.y + (rect.h - side) // 2, side, side)
        return [Node(f"icon:{name}:{rect.x}:{rect.y}", Role.GROUP, at, ops=(Icon(at, name, colour),))]

    return Leaf(px, place, px)


class Look:
    """How a button looks: the colours of its ground, words and border."""

    __slots__ = ("border", "colour", "ground", "hint")

    def __init__(self, ground: Colour, colour: Colour, border: Colour, hint: Colour) -> None:
        self.ground, self.colour, self.border, self.hint = ground, colour, border, hint


def plain_look(v: View) -> Look:
    """Any button on the ground or on paper."""
    return Look(v.theme.paper, v.theme.ink, v.theme.edge, v.theme.muted)


def primary_look(v: View) -> Look:
    """The one button that Enter presses."""
    return Look(v.theme.strong, v.theme.on_strong, v.theme.strong, v.theme.on_strong)


def bar_look(v: View) -> Look:
    """A button in the dark bar on top."""
    return Look(v.theme.bar, v.theme.on_bar, v.theme.on_bar_muted, v.theme.on_bar_muted)


def button(
    v: View,
    key: str,
    label: str,
    action: object,
    shortcut: Key | None = None,
    primary: bool = False,
    enabled: bool = True,
    size: float = BODY,
    glyph: str = "",
    look: Look | None = None,
    role: Role = Role.BUTTON,
    pressed: bool | None = None,
    description: str = "",
    fill: bool = False,
    first: bool = False,
    pad: float = 22,
    name: str = "",
    aside: str = "",
) -> Box:
    """A button with its word, and beside it the key that presses it.

    fill: as wide as it may be. name: for a screen reader, where the word alone would not tell which.
    aside: quieter words behind the label.
    """
    look = look or (primary_look(v) if primary else plain_look(v))
    px, hint_px = v.t(size), v.t(max(20, size * 0.74))
    letters_off = shortcut is not None and not v.model.settings.letter_keys and len(shortcut.shown) == 1
    hint = "" if shortcut is None or letters_off else shortcut.shown
    hint = " · ".join(part for part in (aside, hint) if part)
    side, dy, gap = v.u(pad), v.u(14), v.u(12)
    icon_w = (round(px * 1.1) + gap) if glyph else 0
    hint_w = v.type.width(hint, "regular", hint_px) + v.u(16) if hint else 0
    border = max(1, v.u(2))

    def lines(width: int) -> tuple[str, ...]:
        return v.type.lines(label, "semibold", px, max(1, width - 2 * side - icon_w - hint_w))

    def height(width: int) -> int:
        return max(v.u(44), v.type.line_height(px) * len(lines(width)) + 2 * dy)

    def place(rect: Rect) -> Nodes:
        colour = look.colour if enabled else v.theme.muted
        ground = look.ground if enabled else v.theme.ground
        ops: list[object] = [Fill(rect, ground, v.u(14), border, look.border if enabled else v.theme.quiet)]
        shown = lines(rect.w)
        block = v.type.line_height(px) * len(shown)
        x, y = rect.x + side, rect.y + (rect.h - block) // 2
        if glyph:
            at = Rect(x, rect.y + (rect.h - round(px * 1.1)) // 2, round(px * 1.1), round(px * 1.1))
            ops.append(Icon(at, glyph, colour))
        room = Rect(x + icon_w, y, rect.w - 2 * side - icon_w - hint_w, block)
        ops += line_ops(v, room, shown, "semibold", px, colour)
        if hint:
            step = v.type.line_height(hint_px)
            at = Rect(rect.right - side - hint_w, rect.y + (rect.h - step) // 2, hint_w, step)
            ops += line_ops(v, at, [hint], "regular", hint_px, look.hint if enabled else v.theme.muted, 1.0)
        names = () if shortcut is None else shortcut.names
        return [
            Node(
                key, role, rect, name or label, description=description, action=action, enabled=enabled,
                shortcuts=names, pressed=pressed, primary=primary, first=first, ops=tuple(ops),
            )
        ]  # fmt: skip

    wide = v.type.width(label, "semibold", px) + 2 * side + icon_w + hint_w + 2
    return Leaf(height, place, 0 if fill else wide)


def option(v: View, key: str, label: str, action: object, chosen: bool, role: Role = Role.RADIO) -> Box:
    """One of several choices: chosen is shown by ground, a check and to a screen reader."""
    look = Look(v.theme.strong, v.theme.on_strong, v.theme.strong, v.theme.on_strong) if chosen else None
    glyph = "check" if chosen else ""
    return button(v, key, label, action, glyph=glyph, look=look, role=role, pressed=chosen, pad=18)


def choice(v: View, key: str, label: str, options: Sequence[tuple[object, str]], chosen: object) -> Box:
    """A named group of options of which one holds; ``Put`` keeps it under ``key``."""
    return choice_of(v, key, label, [(name, Put(key, value), value == chosen) for value, name in options])


def choice_of(v: View, key: str, label: str, options: Sequence[tuple[str, object, bool]]) -> Box:
    """The same, with a command of its own for each option: (name, command, chosen)."""
    boxes = [
        option(v, f"{key}:{number}", name, command, chosen)
        for number, (name, command, chosen) in enumerate(options)
    ]
    return labelled(v, key, label, Wrap(boxes, v.u(10)), Role.RADIO_GROUP)


def labelled(v: View, key: str, label: str, box: Box, role: Role = Role.GROUP) -> Box:
    """A box under its name."""

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        return Node(key, role, rect, label, children=tuple(nodes))

    name = text(v, label, SMALL, "semibold", v.theme.muted, key=f"{key}:label")
    return Padded(Column([name, box], v.u(8)), 0, 0, wrap)


def switch(v: View, key: str, label: str, on: bool, action: object, description: str = "") -> Box:
    """Something that is on or off."""
    word = "check" if on else "minus"
    look = Look(v.theme.paper, v.theme.ink, v.theme.ink if on else v.theme.edge, v.theme.muted)
    return button(v, key, label, action, glyph=word, look=look, role=Role.CHECK_BOX, pressed=on, pad=18,
                  description=description)  # fmt: skip


def spin(
    v: View,
    key: str,
    label: str,
    shown: str,
    number: tuple[float, float, float],
    fewer: object,
    more: object,
) -> Box:
    """A number with a button for less and one for more; arrows change it too."""
    now, least, most = number
    px = v.t(BODY)

    def value(rect: Rect) -> Nodes:
        border = Fill(rect, v.theme.paper, v.u(10), max(1, v.u(2)), v.theme.edge)
        step = v.type.line_height(px)
        line = Rect(rect.x, rect.y + (rect.h - step) // 2, rect.w, step)
        words = line_ops(v, line, [shown], "bold", px, v.theme.ink, 0.5)
        return [
            Node(
                key, Role.SPIN, rect, label, shown, number=number, increase=more if now < most else None,
                decrease=fewer if now > least else None, ops=(border, *words),
            )
        ]  # fmt: skip

    high = max(v.u(48), round(px * 1.32) + 2 * v.u(12))
    wide = max(v.t(110), v.type.width(shown, "bold", px) + v.u(36))
    boxes: list[Box] = [
        _nudge(v, f"{key}:fewer", "−", f"{label}: minder", fewer, now > least, high),
        Leaf(high, value, wide),
        _nudge(v, f"{key}:more", "+", f"{label}: meer", more, now < most, high),
    ]
    name = text(v, label, SMALL, "semibold", v.theme.muted, key=f"{key}:label")
    return Column([name, Wrap(boxes, v.u(8))], v.u(8), natural=max(wide + 2 * high + v.u(16), v.t(250)))


def _nudge(v: View, key: str, sign: str, label: str, action: object, enabled: bool, high: int) -> Box:
    px = v.t(34)

    def place(rect: Rect) -> Nodes:
        colour = v.theme.ink if enabled else v.theme.muted
        step = v.type.line_height(px)
        line = Rect(rect.x, rect.y + (rect.h - step) // 2, rect.w, step)
        ground = Fill(
            rect, v.theme.paper, v.u(10), max(1, v.u(2)), v.theme.edge if enabled else v.theme.quiet
        )
        ops = (ground, *line_ops(v, line, [sign], "bold", px, colour, 0.5))
        return [Node(key, Role.BUTTON, rect, label, action=action, enabled=enabled, untabbed=True, ops=ops)]

    return Leaf(high, place, high)


def field(
    v: View,
    key: str,
    label: str,
    form: str,
    longest: int,
    lines: int = 1,
    digits: bool = False,
    action: object = None,
    hint: str = "",
    first: bool = False,
    otherwise: str = "",
    natural: int = 0,
) -> Box:
    """A text field. What is typed goes to the form entry ``form``; Enter in a single line does ``action``."""
    px = v.t(BODY)
    shown = str(v.model.form(form, otherwise))
    step = v.type.line_height(px)
    high = step * lines + 2 * v.u(14)
    edit = Edit(form, longest, lines > 1, digits, px)
    used = v.model.focus == key

    def place(rect: Rect) -> Nodes:
        ops: list[object] = [Fill(rect, v.theme.paper, v.u(10), max(1, v.u(2)), v.theme.edge)]
        inside = rect.inset(v.u(16), v.u(14))
        if not used:
            words, colour = (shown, v.theme.ink) if shown else (hint, v.theme.muted)
            fitting = v.type.lines(words, "regular", px, max(1, inside.w))[:lines]
            ops += line_ops(v, inside, fitting, "regular", px, colour)
        return [
            Node(key, Role.TEXT_FIELD, rect, label, shown, hint, action=action,
                 edit=edit._replace(inside=inside), first=first,
                 ops=tuple(ops))
        ]  # fmt: skip

    box = Leaf(high, place)
    if not label:
        return box
    name = text(v, label, SMALL, "semibold", v.theme.muted, key=f"{key}:label")
    return Column([name, box], v.u(6), natural=natural)


def panel(
    v: View,
    box: Box,
    key: str = "panel",
    label: str = "",
    pad: float = 30,
    ground: Colour | None = None,
    role: Role = Role.GROUP,
    edge: Colour | None = None,
) -> Box:
    """A sheet of paper with things on it."""

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        outlined = v.theme.name == "contrast"
        border = max(1, v.u(2)) if outlined else 0
        sheet = Fill(rect, v.theme.paper if ground is None else ground, v.u(18), border, v.theme.edge)
        ops: tuple[object, ...] = (sheet,)
        if edge is not None:
            ops = (Fill(rect, edge, v.u(18)), Fill(_without_left(rect, v.u(10)), sheet.colour, v.u(6)))
        return Node(key, role, rect, label, ops=ops, children=tuple(nodes))

    return Padded(box, v.u(pad), v.u(pad * 0.8), wrap)


def _without_left(rect: Rect, width: int) -> Rect:
    return Rect(rect.x + width, rect.y, rect.w - width, rect.h)


def scroll(v: View, key: str, box: Box, rect: Rect, label: str = "") -> list[Node]:
    """The box in ``rect``; when it is higher, a view on it that scrolls."""
    content = box.height(rect.w)
    if content <= rect.h:
        return box.place(Rect(rect.x, rect.y, rect.w, content))
    thin = max(6, v.u(10))
    room = rect.w - thin - v.u(10)
    content = box.height(room)
    offset = max(0, min(int(v.model.scroll.get(key, 0)), content - rect.h))
    inside = box.place(Rect(rect.x, rect.y - offset, room, content))
    bar_h = max(v.u(40), rect.h * rect.h // content)
    bar_y = rect.y + (rect.h - bar_h) * offset // max(1, content - rect.h)
    track = Rect(rect.right - thin, rect.y, thin, rect.h)
    bar = Rect(rect.right - thin, bar_y, thin, bar_h)
    ops = (Fill(track, v.theme.quiet, thin // 2), Fill(bar, v.theme.edge, thin // 2))
    return [
        Node(
            key, Role.SCROLL, rect, label, scrolled=Scrolled(offset, content), ops=ops, children=tuple(inside)
        )
    ]


class Scroll(Box):
    """The same as a box in a layout: at most ``height`` pixels high."""

    __slots__ = ("box", "key", "label", "most", "v")

    def __init__(self, v: View, key: str, box: Box, most: int, label: str = "") -> None:
        super().__init__(box.natural)
        self.v, self.key, self.box, self.most, self.label = v, key, box, most, label

    def measure(self, width: int) -> int:
        """As high as it needs, at most ``most``."""
        return min(self.most, self.box.height(width))

    def place(self, rect: Rect) -> Nodes:
        """A scrolling view when it does not fit."""
        return scroll(self.v, self.key, self.box, rect, self.label)


def boxed(place: Callable[[Rect], Nodes], height: int, natural: int = 0) -> Box:
    """A box of fixed height that places itself."""
    return Leaf(height, place, natural)


def side_by_side(v: View, left: Box, right: Box, gap: float = 24) -> Box:
    """Two columns where there is room, below each other where there is not."""
    if v.wide:
        return Row([left, right], v.u(gap), 0.0)
    return Column([left, right], v.u(gap))
