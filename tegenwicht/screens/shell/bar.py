"""What hangs on the wall above a screen that scrolls: the app's name, what the screen is, and its buttons.

It has one line where that fits, the screen's name in the middle; else it leaves out, in this order, the
keys on the buttons, the quiet words, the app's name and the icons; or it takes a second line.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tegenwicht.i18n import tr
from tegenwicht.kit import widgets as w
from tegenwicht.kit.buttons import Button, bar_look, button
from tegenwicht.kit.command import Command
from tegenwicht.kit.flow import Ends, Wrap
from tegenwicht.kit.layout import Box, Column, Nodes, Padded, Row, space, width_of
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import Back, Go
from tegenwicht.screens.shell.scenes import Scene
from tegenwicht.screens.shell.view import View

APP, HEADING = "Tegenwicht", 30


def bar_button(
    v: View, key: str, label: str, action: Command | None, shortcut: keys.Key | None = None, glyph: str = ""
) -> Button:
    """A small button in the bar."""
    return button(v, key, label, action, shortcut, size=22, glyph=glyph, look=bar_look(v), pad=14)


def usual_buttons(v: View) -> list[Button]:
    """*Terug* where there is a screen to go back to, *Hulp* and *Instellingen*, always in this order."""
    boxes = [bar_button(v, "bar:back", tr("Terug"), Back(), keys.BACK, "back")] if v.model.back else []
    return boxes + help_and_settings(v)


def help_and_settings(v: View) -> list[Button]:
    """The two buttons that stand at the same place on every screen."""
    boxes = []
    if v.model.scene != Scene.HELP:
        boxes.append(bar_button(v, "bar:help", tr("Hulp"), Go(Scene.HELP), keys.HELP, "help"))
    if v.model.scene != Scene.SETTINGS:
        boxes.append(
            bar_button(v, "bar:settings", tr("Instellingen"), Go(Scene.SETTINGS), keys.SETTINGS, "settings")
        )
    return boxes


def bar(v: View, title: str, words: str, buttons: Sequence[Button]) -> Box:
    """title: the screen's heading. words: quieter, beside the app's name."""
    inside = _Inside(v, title, words, tuple(buttons)).line(v.width - 2 * _margin(v))

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        edge = Fill(Rect(0, rect.bottom - v.u(2), rect.w, v.u(2)), v.theme.edge)
        line = (edge,) if v.theme.name == "contrast" else ()
        return Node("bar", Role.GROUP, rect, ops=(Fill(rect, v.theme.bar), *line), children=tuple(nodes))

    return Padded(inside, _margin(v), v.u(8 if v.low else 12), wrap)


def _margin(v: View) -> int:
    return v.u(32 if v.roomy else 22)


class _Inside(NamedTuple):
    """What is to be in the bar, and the ways to put it there."""

    v: View
    title: str
    words: str
    buttons: tuple[Button, ...]

    def line(self, width: int) -> Box:
        """The first way that fits."""
        return next(box for box in self._ways(width) if box is not None)

    def _ways(self, width: int) -> Iterator[Box | None]:
        """From all of it on one line to as little as there must be on two."""
        both, name = self._left(True, True), self._left(True, False)
        yield self._centred(both, self.buttons, width)
        bare = tuple(one.bare() for one in self.buttons)
        yield self._centred(both, bare, width)
        yield self._beside(both, self.buttons, width)
        yield self._beside(both, bare, width)
        if self.v.upright:
            yield self._two_lines(width, bare)
        yield self._beside(name, self.buttons, width)
        yield self._beside(name, bare, width)
        yield self._beside([], bare, width)
        plain = tuple(one.bare(glyph=False) for one in self.buttons)
        yield self._beside(name, plain, width)
        yield self._beside([], plain, width)
        yield self._two_lines(width, plain)

    def _left(self, name: bool, words: bool) -> list[Box]:
        v, left = self.v, []
        if name:
            left.append(w.text(v, APP, 34, "bold", v.theme.on_bar, natural=True))
        if words and self.words:
            left.append(w.text(v, self.words, 24, "regular", v.theme.on_bar_muted, natural=True))
        return left

    def _heading(self, align: float, natural: bool) -> list[Box]:
        if not self.title:
            return []
        v = self.v
        return [w.text(v, self.title, HEADING, "semibold", v.theme.on_bar, Role.HEADING, 1, align=align,
                       natural=natural, key="bar:title")]  # fmt: skip

    def _centred(self, left: list[Box], buttons: Sequence[Button], width: int) -> Box | None:
        """The heading in the middle of the window."""
        first, last = Row(left, self.v.u(20)), Row(buttons, self.v.u(12))
        side = max(first.natural, last.natural) + self.v.u(24)
        if 2 * side + self.v.type.width(self.title, "semibold", self.v.t(HEADING)) + 2 > width:
            return None
        heads = self._heading(0.5, False) or [space()]
        return Row([_sided(first, side, False), *heads, _sided(last, side, True)])

    def _beside(self, left: list[Box], buttons: Sequence[Button], width: int) -> Box | None:
        """The heading beside the name; everything else at the right."""
        first = Row([*left, *self._heading(0.0, True)], self.v.u(28))
        last = Row(buttons, self.v.u(12 if self.v.wide else 8))
        fits = first.natural + last.natural + self.v.u(24) <= width
        return Row([first, space(), last]) if fits else None

    def _two_lines(self, width: int, buttons: Sequence[Button]) -> Box:
        """Name and heading on one line or more, the buttons on the next."""
        v = self.v
        upper: list[Box] = [*self._left(True, False), *self._heading(0.0, True)]
        quiet = self._left(False, True)
        whole: Box = Ends(Row(upper, v.u(28)), Row(quiet), v.u(24)) if quiet else Row(upper, v.u(28))
        if whole.natural > width:
            whole = Column([*self._heading(0.0, False), *self._plain(quiet)], v.u(4))
        lower: Box = Wrap(buttons, v.u(8))
        if width_of(buttons, v.u(8)) <= width:
            lower = Row([space(), *buttons], v.u(8))
        return Column([whole, lower], v.u(8))

    def _plain(self, quiet: list[Box]) -> list[Box]:
        return quiet if self.v.upright else []


def _sided(box: Box, side: int, right: bool) -> Box:
    """The box at the left or right end of a place ``side`` pixels wide."""
    rest = space(natural=side - box.natural)
    return Row([rest, box] if right else [box, rest])
