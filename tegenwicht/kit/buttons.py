"""What is pressed: buttons, options, switches. What a press does comes in as a command."""

from collections.abc import Sequence
from typing import NamedTuple

from tegenwicht.kit import widgets
from tegenwicht.kit.command import Command
from tegenwicht.kit.flow import FirstThatFits, Wrap
from tegenwicht.kit.layout import GROW, Box, Column, Nodes, Padded, width_of
from tegenwicht.kit.nodes import Key, Node, Role
from tegenwicht.kit.ops import Colour, Fill, Icon, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.kit.theme import mixed
from tegenwicht.kit.view import View


class Look(NamedTuple):
    """The colours of a button: its ground, words, border, and the quieter words behind the label."""

    ground: Colour
    colour: Colour
    border: Colour
    hint: Colour


def plain_look(v: View) -> Look:
    """Any button on the ground or on paper."""
    return Look(v.theme.paper, v.theme.ink, v.theme.edge, v.theme.muted)


def primary_look(v: View) -> Look:
    """The one button that Enter presses, and what is chosen."""
    return Look(v.theme.strong, v.theme.on_strong, v.theme.strong, v.theme.on_strong)


def off_look(v: View) -> Look:
    """A button that cannot be pressed now: still to be read."""
    return Look(v.theme.ground, v.theme.off, mixed(v.theme.edge, v.theme.ground, 0.55), v.theme.off)


class Face(NamedTuple):
    """What a button shows. hint: quieter words behind its label; sign: of the key that presses it.

    Sizes in pixels; ``side``: room left and right.
    """

    label: str
    hint: str
    sign: str
    glyph: str
    px: int
    hint_px: int
    side: int
    look: Look


class Button(Box):
    """A button with its word; made by ``button``. ``node``: what it is, without its place."""

    __slots__ = ("_after", "_before", "_cap", "face", "fill", "node", "v")

    def __init__(self, v: View, face: Face, node: Node, fill: bool) -> None:
        self.v, self.face, self.node, self.fill = v, face, node, fill
        self._before = round(face.px * 1.1) + v.px(12) if face.glyph else 0
        self._after = v.type.width(face.hint, "regular", face.hint_px) + v.px(16) if face.hint else 0
        self._cap = self._cap_wide + v.px(14) if face.sign else 0
        word = v.type.width(face.label, "semibold", face.px)
        super().__init__(GROW if fill else word + 2 * face.side + self._before + self._after + self._cap + 2)

    def bare(self, glyph: bool = True) -> "Button":
        """The same without the key that presses it, and without its icon unless ``glyph``."""
        face = self.face._replace(hint="", sign="", glyph=self.face.glyph if glyph else "")
        return Button(self.v, face, self.node, self.fill)

    @property
    def _cap_wide(self) -> int:
        """How wide the outline around the sign of the key is."""
        v, face = self.v, self.face
        return max(round(face.hint_px * 1.5), v.type.width(face.sign, "medium", face.hint_px) + 2 * v.px(9))

    def _lines(self, width: int) -> tuple[str, ...]:
        room = width - 2 * self.face.side - self._before - self._after - self._cap
        return self.v.type.lines(self.face.label, "semibold", self.face.px, max(1, room))

    def measure(self, width: int) -> int:
        """Of its words, with room above and below."""
        step = self.v.type.line_height(self.face.px)
        return max(self.v.px(44), step * len(self._lines(width)) + 2 * self.v.px(14))

    def place(self, rect: Rect) -> Nodes:
        """Its icon, its word, and at the right the key in an outline."""
        v, face = self.v, self.face
        shown, look = self._lines(rect.w), face.look
        block = v.type.line_height(face.px) * len(shown)
        x = rect.x + face.side
        ops: list[Op] = [Fill(rect, look.ground, v.px(14), max(1, v.px(2)), look.border)]
        if face.glyph:
            px = round(face.px * 1.1)
            ops.append(Icon(Rect(x, rect.y + (rect.h - px) // 2, px, px), face.glyph, look.colour))
        room = Rect(x + self._before, rect.y + (rect.h - block) // 2, 0, block)
        ops += widgets.line_ops(v, room, shown, "semibold", face.px, look.colour)
        if face.hint:
            at = Rect(rect.right - face.side - self._cap - self._after, rect.y, self._after, rect.h)
            ops.append(widgets.middle_line(v, at, face.hint, "regular", face.hint_px, look.hint, 1.0))
        if face.sign:
            high = round(face.hint_px * 1.5)
            cap = Rect(
                rect.right - face.side - self._cap_wide, rect.y + (rect.h - high) // 2, self._cap_wide, high
            )
            ops.append(Fill(cap, look.ground, v.px(8), max(1, v.px(2)), look.hint))
            ops.append(widgets.middle_line(v, cap, face.sign, "medium", face.hint_px, look.hint))
        return [self.node._replace(rect=rect, ops=tuple(ops))]


def shown_key(v: View, shortcut: Key | None) -> str:
    """How the key is written on a button; not when letters are switched off as keys."""
    if shortcut is None or (len(shortcut.shown) == 1 and not v.letter_keys):
        return ""
    return shortcut.shown


def button(
    v: View,
    key: str,
    label: str,
    action: Command | None,
    shortcut: Key | None = None,
    *,
    primary: bool = False,
    enabled: bool = True,
    size: float = widgets.BODY,
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
) -> Button:
    """A button with its word, and beside it the key that presses it.

    primary: what Enter presses when nothing else is meant. size, pad: of the word, and the room beside it, in
    design pixels. glyph: an icon before the word. pressed: of what is on or off. first: the focus begins here.
    fill: as wide as it may be. name: for a screen reader, where the word alone would not tell which.
    aside: quieter words behind the label.
    """
    if not enabled:
        look = off_look(v)
    elif look is None:
        look = primary_look(v) if primary else plain_look(v)
    face = Face(
        label,
        aside,
        shown_key(v, shortcut),
        glyph,
        v.text_px(size),
        v.text_px(max(widgets.LEAST, size * 0.74)),
        v.px(pad),
        look,
    )
    node = Node(
        key, role, widgets.NOWHERE, name or label, description=description, action=action, enabled=enabled,
        shortcuts=() if shortcut is None else shortcut.names, pressed=pressed, primary=primary, first=first,
    )  # fmt: skip
    return Button(v, face, node, fill)


def toolbar(v: View, buttons: Sequence[Button], gap: float = 10) -> Box:
    """Buttons on one line, without their keys where it is too short; else on as many lines as they need."""
    space = v.px(gap)
    return FirstThatFits(
        Wrap(buttons, space),
        lambda: Wrap([one.bare() for one in buttons], space),
        lambda: Wrap(buttons, space),
    )


def how_many_fit(v: View, buttons: Sequence[Button], width: int, gap: float = 12) -> int:
    """How many of the buttons, from the first, fit side by side; at least one."""
    counts = range(len(buttons), 1, -1)
    return next((n for n in counts if width_of(buttons[:n], v.px(gap)) <= width), min(1, len(buttons)))


# -- choices


def option(
    v: View, key: str, label: str, action: Command, chosen: bool, role: Role = Role.RADIO, name: str = ""
) -> Button:
    """One of several choices: chosen is shown by ground, a check and to a screen reader."""
    look = primary_look(v) if chosen else None
    glyph = "check" if chosen else ""
    return button(v, key, label, action, glyph=glyph, look=look, role=role, pressed=chosen, pad=18, name=name)


def choice_of(
    v: View, key: str, label: str, options: Sequence[tuple[str, Command, bool]], full_names: bool = False
) -> Box:
    """A named group of options of which one holds, with a command for each: (name, command, chosen).

    full_names: a screen reader hears the label too, as what is chosen may be called anything.
    """
    boxes = [
        option(v, f"{key}:{number}", name, command, chosen, name=f"{label}: {name}" if full_names else "")
        for number, (name, command, chosen) in enumerate(options)
    ]
    return labelled(v, key, label, Wrap(boxes, v.px(10)), Role.RADIO_GROUP)


def labelled(v: View, key: str, label: str, box: Box, role: Role = Role.GROUP) -> Box:
    """A box under its name."""

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        return Node(key, role, rect, label, children=tuple(nodes))

    name = widgets.seen(v, label, widgets.SMALL, "semibold", v.theme.muted)
    return Padded(Column([name, box], v.px(8)), 0, 0, wrap)


def switch(v: View, key: str, label: str, on: bool, action: Command, description: str = "") -> Button:
    """Something that is on or off."""
    look = Look(v.theme.paper, v.theme.ink, v.theme.ink if on else v.theme.edge, v.theme.muted)
    return button(v, key, label, action, glyph="check" if on else "minus", look=look, role=Role.CHECK_BOX,
                  pressed=on, pad=18, description=description)  # fmt: skip
