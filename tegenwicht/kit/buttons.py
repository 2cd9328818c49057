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


ABOVE, ABOVE_LOW = 14, 6
LEAST_HIGH, LEAST_LOW = 44, 40
"""Design pixels above and below the word of a button, and how high it is at least; of a low one."""
LEAST_WIDE = 24
"""Pixels of the window, however short the word: what is narrower is missed."""


class Face(NamedTuple):
    """What a button shows. sign: of the key that presses it; aside: quieter words behind its label.

    size, pad, above: of the word, the room left and right, and that above and below, in design pixels. fill: as wide
    as it may be. look: its colours, where they are not those of what it is.
    """

    label: str
    sign: str
    glyph: str
    aside: str = ""
    size: float = widgets.BODY
    pad: float = 22
    above: float = ABOVE
    fill: bool = False
    look: Look | None = None


class Button(Box):
    """A button with its word; made by ``button``. ``node``: what it is, without its place.

    What only some buttons have is said of one that is made: ``button(...).sized(24, 14).heard("Add a bird")``. Each
    of these gives the same button with that.
    """

    __slots__ = ("_after", "_before", "_cap", "face", "node", "v")

    def __init__(self, v: View, face: Face, node: Node) -> None:
        self.v, self.face, self.node = v, face, node
        self._before = round(self._px * 1.1) + v.px(12) if face.glyph else 0
        self._after = v.type.width(face.aside, "regular", self._small_px) + v.px(16) if face.aside else 0
        self._cap = self._cap_wide + v.px(14) if face.sign else 0
        word = v.type.width(face.label, "semibold", self._px)
        wide = max(LEAST_WIDE, word + 2 * self._side + self._before + self._after + self._cap + 2)
        super().__init__(GROW if face.fill else wide)

    def sized(self, size: float = widgets.BODY, pad: float = 22) -> "Button":
        """With a word of that size and so much room left and right of it, in design pixels."""
        return Button(self.v, self.face._replace(size=size, pad=pad), self.node)

    def low(self) -> "Button":
        """With less room above and below its word, for a line of news."""
        return Button(self.v, self.face._replace(above=ABOVE_LOW), self.node)

    def filling(self, fill: bool = True) -> "Button":
        """As wide as it may be."""
        return Button(self.v, self.face._replace(fill=fill), self.node)

    def heard(self, name: str = "", description: str = "") -> "Button":
        """As a screen reader tells it: by ``name`` where its word alone does not tell which, with ``description``."""
        node = self.node._replace(label=name or self.node.label, description=description)
        return Button(self.v, self.face, node)

    def chosen(self, on: bool | None, role: Role = Role.TOGGLE) -> "Button":
        """As something that is on or off. role: what kind of choice it is; ``on`` None: of none."""
        return Button(self.v, self.face, self.node._replace(pressed=on, role=role))

    def beside(self, aside: str) -> "Button":
        """With quieter words behind its label."""
        return Button(self.v, self.face._replace(aside=aside), self.node)

    def painted(self, look: Look | None) -> "Button":
        """In other colours as long as it can be pressed; None: in those it has."""
        return self if look is None else Button(self.v, self.face._replace(look=look), self.node)

    def bare(self) -> "Button":
        """The same without the key that presses it."""
        return Button(self.v, self.face._replace(aside="", sign=""), self.node)

    @property
    def _px(self) -> int:
        return self.v.text_px(self.face.size)

    @property
    def _small_px(self) -> int:
        """Of what is quieter than its word."""
        return self.v.text_px(max(widgets.LEAST, self.face.size * 0.74))

    @property
    def _side(self) -> int:
        return self.v.px(self.face.pad)

    @property
    def _cap_wide(self) -> int:
        """How wide the outline around the sign of the key is."""
        v, px = self.v, self._small_px
        return max(round(px * 1.5), v.type.width(self.face.sign, "medium", px) + 2 * v.px(9))

    def _look(self) -> Look:
        if not self.node.enabled:
            return off_look(self.v)
        return self.face.look or (primary_look(self.v) if self.node.primary else plain_look(self.v))

    def _lines(self, width: int) -> tuple[str, ...]:
        room = width - 2 * self._side - self._before - self._after - self._cap
        return self.v.type.lines(self.face.label, "semibold", self._px, max(1, room))

    def measure(self, width: int) -> int:
        """Of its words, with room above and below."""
        step = self.v.type.line_height(self._px)
        least = LEAST_HIGH if self.face.above == ABOVE else LEAST_LOW
        return max(self.v.px(least), step * len(self._lines(width)) + 2 * self.v.px(self.face.above))

    def place(self, rect: Rect) -> Nodes:
        """Its icon, its word, and at the right the key in an outline."""
        v, face, look, px = self.v, self.face, self._look(), self._px
        shown = self._lines(rect.w)
        block = v.type.line_height(px) * len(shown)
        x = rect.x + self._side
        ops: list[Op] = [Fill(rect, look.ground, v.px(14), max(1, v.px(2)), look.border)]
        if face.glyph:
            icon = round(px * 1.1)
            ops.append(Icon(Rect(x, rect.y + (rect.h - icon) // 2, icon, icon), face.glyph, look.colour))
        room = Rect(x + self._before, rect.y + (rect.h - block) // 2, 0, block)
        ops += widgets.line_ops(v, room, shown, "semibold", px, look.colour)
        end = rect.right - self._side
        if face.aside:
            at = Rect(end - self._cap - self._after, rect.y, self._after, rect.h)
            ops.append(widgets.middle_line(v, at, face.aside, "regular", self._small_px, look.hint, 1.0))
        if face.sign:
            high = round(self._small_px * 1.5)
            cap = Rect(end - self._cap_wide, rect.y + (rect.h - high) // 2, self._cap_wide, high)
            ops.append(Fill(cap, look.ground, v.px(8), max(1, v.px(2)), look.hint))
            ops.append(widgets.middle_line(v, cap, face.sign, "medium", self._small_px, look.hint))
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
    glyph: str = "",
    primary: bool = False,
    first: bool = False,
    enabled: bool = True,
) -> Button:
    """A button with its word, and beside it the key that presses it.

    glyph: an icon before the word. primary: what Enter presses when nothing else is meant. first: the focus begins
    here. enabled: whether it can be pressed now; what cannot is still read.
    """
    node = Node(
        key, Role.BUTTON, widgets.NOWHERE, label, action=action, enabled=enabled,
        shortcuts=() if shortcut is None else shortcut.names, primary=primary, first=first,
    )  # fmt: skip
    return Button(v, Face(label, shown_key(v, shortcut), glyph), node)


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


def option(v: View, key: str, label: str, action: Command, chosen: bool, name: str = "") -> Button:
    """One of several choices: chosen is shown by ground, a check and to a screen reader."""
    look = primary_look(v) if chosen else None
    glyph = "check" if chosen else ""
    made = button(v, key, label, action, glyph=glyph).sized(pad=18)
    return made.painted(look).chosen(chosen, Role.RADIO).heard(name)


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


def box(on: bool) -> str:
    """The icon of what is on or off."""
    return "box-checked" if on else "box"


def switch(v: View, key: str, label: str, on: bool, action: Command, description: str = "") -> Button:
    """Something that is on or off: a box, with a check in it when it is on."""
    look = Look(v.theme.paper, v.theme.ink, v.theme.ink if on else v.theme.edge, v.theme.muted)
    made = button(v, key, label, action, glyph=box(on)).sized(pad=18)
    return made.painted(look).chosen(on, Role.CHECK_BOX).heard(description=description)
