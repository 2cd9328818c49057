"""The picture of the mode: Context – Denken – Doen – Resultaat, and the loop of the question that is open."""

from typing import NamedTuple

from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.layout import Box, Leaf, Nodes
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill, Icon, Loop, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.shell.view import View

HEIGHT, NAME, BADGE = 270, 34, 44
"""In design pixels."""
BETWEEN = 0.055
DEPTHS = (0.38, 0.69, 1.0)
STARTS = (0.28, 0.5, 0.72)
"""Of the loops 1, 2 and 3: how deep they reach, and where below *Resultaat* they begin."""


def stations() -> tuple[str, str, str, str]:
    """From left to right; question 0 is about the last, 1, 2 and 3 go back to the ones before it."""
    return tr("Context"), tr("Denken"), tr("Doen"), tr("Resultaat")


def station_of(question: int) -> str:
    """Where a question, 0 to 3, looks."""
    return stations()[3 - question]


def figure(v: View, question: int | None, height: float = HEIGHT) -> Box:
    """The picture, ``height`` design pixels high; ``question`` 0 to 3 is the one that is open."""
    told = said(question)

    def place(rect: Rect) -> Nodes:
        drawing = _Drawing(v, rect, question)
        return [Node("figure", Role.IMAGE, rect, told, ops=tuple(drawing.ops()))]

    return Leaf(v.text_px(height), place)


def said(question: int | None) -> str:
    """The same in words."""
    path = tr("De lijn: Context, Denken, Doen, Resultaat.")
    if question is None:
        return path + " " + tr(
            "Vraag 0 kijkt naar Resultaat. Drie lussen gaan van Resultaat terug: "
            "vraag 1 naar Doen, vraag 2 naar Denken, vraag 3 naar Context."
        )  # fmt: skip
    if question == 0:
        return f"{path} " + tr("Vraag 0 is nu open en kijkt naar Resultaat.")
    return f"{path} " + tr("Vraag {n} is nu open: de lus van Resultaat terug naar {station}.").format(
        n=question, station=station_of(question)
    )


class _Drawing(NamedTuple):
    """Where everything goes in ``rect``."""

    v: View
    rect: Rect
    question: int | None

    def ops(self) -> list[Op]:
        """Lines first, then what stands on them."""
        loops = sorted((3, 2, 1), key=lambda number: number == self.question)
        found: list[Op] = [self._loop(number) for number in loops]
        for at in range(4):
            found += self._station(at)
        for number in range(4):
            found += self._badge(number)
        return found

    @property
    def badge(self) -> int:
        """How large a badge is, in pixels."""
        return min(self.v.text_px(BADGE), self.rect.w // 12)

    def station(self, at: int) -> Rect:
        """The place of a station, 0 to 3 from the left."""
        gap = round(self.rect.w * BETWEEN)
        wide = (self.rect.w - 3 * gap) // 4
        above = max(self.v.px(14), self.badge // 2 + 1)  # small names stay clear of the badge on the edge
        high = self.v.type.line_height(self._px(wide)) + 2 * above
        return Rect(self.rect.x + at * (wide + gap), self.rect.y + self.badge // 2, wide, high)

    def _px(self, wide: int) -> int:
        """The size of the names: they must fit."""
        v, px, room = self.v, self.v.text_px(NAME), wide - 3 * self.badge // 2 - self.v.px(4)
        longest = max(v.type.width(name, "bold", px) for name in stations())
        return px if longest <= room else max(8, px * room // (longest + 1))

    def _is_open(self, at: int) -> bool:
        return self.question is not None and at == 3 - self.question

    def _station(self, at: int) -> list[Op]:
        v, place, on = self.v, self.station(at), self._is_open(at)
        ground, ink = (v.theme.strong, v.theme.on_strong) if on else (v.theme.paper, v.theme.ink)
        border = v.theme.strong if on else v.theme.edge
        found: list[Op] = [Fill(place, ground, v.px(16), max(2, v.px(3)), border)]
        found.append(widgets.middle_line(v, place, stations()[at], "bold", self._px(place.w), ink))
        if at < 3:
            gap = self.station(at + 1).x - place.right
            side = min(round(gap * 0.8), v.text_px(40))
            middle = Rect(place.right + (gap - side) // 2, place.y + (place.h - side) // 2, side, side)
            found.append(Icon(middle, "next", v.theme.muted))
        return found

    def _loop(self, number: int) -> Loop:
        v, on = self.v, number == self.question
        width = max(2, v.px(9 if on else 3))
        head = 3 * width + 2
        target, result = self.station(3 - number), self.station(3)
        left = target.x + target.w // 2 - head // 2
        right = result.x + round(result.w * STARTS[number - 1]) + width // 2
        top = target.bottom + v.px(4)
        bottom = top + max(6 * width, round(self._depth * DEPTHS[number - 1])) + width // 2
        return Loop(
            Rect(left, top, right - left, bottom - top), width, v.theme.strong if on else v.theme.edge
        )

    @property
    def _depth(self) -> int:
        """How far the deepest loop reaches below the stations, in pixels."""
        return self.rect.bottom - self.badge // 2 - self.station(0).bottom - self.v.px(4)

    def _badge(self, number: int) -> list[Op]:
        """The number of a question, on its loop; that of 0 on the edge of *Resultaat*."""
        v, on, size = self.v, number == self.question, self.badge
        if number:
            line = self._loop(number)
            x = line.rect.x + line.rect.w // 2
            y = line.rect.bottom - line.width // 2
        else:
            result = self.station(3)
            x, y = result.right - size // 2, result.y
        place = Rect(x - size // 2, y - size // 2, size, size)
        ground, ink = (v.theme.strong, v.theme.on_strong) if on else (v.theme.paper, v.theme.ink)
        rim = v.theme.paper if on else v.theme.edge
        digit = widgets.middle_line(v, place, str(number), "bold", round(size * 0.6), ink)
        return [Fill(place, ground, size // 2, max(2, v.px(3)), rim), digit]
