"""What all checks of accessibility share: a screen as it is painted, and what a check found.

A *look* goes along every shot of the plan; a *trial* is carried out once. Both end in a ``Finding``.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any, NamedTuple

import pygame
from PIL import Image

from tegenwicht.gallery import geometry
from tegenwicht.gallery import looks as layout
from tegenwicht.gallery import states as screens
from tegenwicht.kit.nodes import Node
from tegenwicht.kit.ops import Icon, Logo, Ring, Words
from tegenwicht.kit.paint import Drawn, flatten
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.shell.model import Model

Size = tuple[int, int]
LAID_ON = (Words, Icon, Ring, Logo)
"""What is painted on a ground; the rest is ground."""


class Finding(NamedTuple):
    """What a check found. looked: how many things it looked at, named by ``unit``.

    measured: the least or the most that it saw. faults: what falls short, a line each. Nothing looked at is
    no proof of anything: ``holds`` is False then.
    """

    looked: int
    unit: str
    measured: str
    faults: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        return self.looked > 0 and not self.faults

    def told(self, more: str) -> "Finding":
        """The same, with a remark at what was measured, when there is one."""
        return self._replace(measured=f"{self.measured} ({more})") if more else self


class Plan(NamedTuple):
    """Which screens are looked at, on which windows, text sizes (per cent) and themes.

    pixels: the (size, text) at which they are also painted. moved: the screens on which the focus goes
    past every control, at ``rings``. heard: those that are read aloud. steps: the most steps of the walk by
    keyboard. in_turns: each screen is painted in one theme a size, by turns.
    """

    names: tuple[str, ...]
    shapes: tuple[tuple[Size, int], ...]
    pixels: tuple[tuple[Size, int], ...]
    themes: tuple[str, ...]
    moved: tuple[str, ...]
    rings: tuple[tuple[Size, int], ...]
    heard: tuple[str, ...]
    steps: int
    in_turns: bool = False

    def narrowed(self, words: Sequence[str]) -> "Plan":
        """Only the screens with one of these in their name; SystemExit when there are none."""
        names = tuple(name for name in self.names if any(word in name for word in words))
        if not names:
            raise SystemExit(f"Er is geen scherm met dit in zijn naam: {', '.join(words)}")
        heard = tuple(name for name in self.heard if name in names)
        return self._replace(names=names, moved=names, heard=heard)


class Shot:
    """A screen on a window: its tree and, when asked for, its pixels.

    Paint before the next shot is built: they share one stage. ``painted``: whether its pixels are to be
    looked at in this plan.
    """

    def __init__(self, name: str, size: Size, text: int, theme: str, painted: bool = True) -> None:
        self.name, self.size, self.text, self.theme, self.painted = name, size, text, theme, painted
        self.model: Model
        self.tree: Node
        self.model, self.tree = screens.built(screens.all_screens()[name], size, text, theme)

    def __str__(self) -> str:
        return f"{self.name} ({self.size[0]}×{self.size[1]}, {self.text} %, {self.theme})"

    @cached_property
    def placed(self) -> list[geometry.Placed]:
        return geometry.placed(self.tree)

    @cached_property
    def controls(self) -> list[geometry.Placed]:
        return geometry.controls(self.tree)

    @cached_property
    def lines(self) -> list[geometry.Line]:
        return geometry.lines(self.tree)

    @cached_property
    def shown(self) -> layout.Shown:
        """As the looks of the layout tests take it."""
        return layout.Shown(self.tree, self.placed, self.controls, self.lines)

    @cached_property
    def image(self) -> Image.Image:
        """The window as it is painted, without a focus."""
        return painted(self.size, flatten(self.tree))

    @cached_property
    def pixels(self) -> Any:
        """The colour at [x, y]."""
        return self.image.load()

    @cached_property
    def bare(self) -> Image.Image:
        """The same without what is laid on it: text, icons, rings."""
        return painted(self.size, [one for one in flatten(self.tree) if not isinstance(one.op, LAID_ON)])


def painted(size: Size, drawn: list[Drawn]) -> Image.Image:
    """Ops as pixels."""
    surface = pygame.Surface(size)
    screens.window().painter.draw(surface, drawn, Rect(0, 0, *size))
    return Image.frombuffer("RGB", size, pygame.image.tobytes(surface, "RGB"), "raw", "RGB", 0, 1)


def shots(plan: Plan) -> Iterator[Shot]:
    """Every shot of a plan: the shapes in the first theme, the pixels in all."""
    for number, name in enumerate(plan.names):
        for at in dict.fromkeys((*plan.shapes, *plan.pixels)):
            turn = (number + plan.pixels.index(at)) % len(plan.themes) if at in plan.pixels else 0
            themes = plan.themes if at in plan.pixels and not plan.in_turns else plan.themes[turn : turn + 1]
            for theme in themes:
                yield Shot(name, *at, theme, at in plan.pixels)


class Look:
    """A check that goes along the shots. Subclasses say what they look at and fill ``faults``."""

    unit = ""
    pixels = False
    """Whether it looks at the painted shots only."""

    def __init__(self) -> None:
        self.looked = 0
        self.faults: dict[str, str] = {}
        """By what is wrong, where it was seen first."""

    def look(self, shot: Shot) -> None:
        """Look at one shot."""
        raise NotImplementedError

    def fault(self, what: str, where: Any) -> None:
        """Remember a fault once, with the first place."""
        self.faults.setdefault(what, str(where))

    def join(self, other: "Look") -> None:
        """Add what another look of the same kind saw, on other screens."""
        for name, theirs in vars(other).items():
            mine = vars(self)[name]
            if isinstance(mine, Look | Least):
                mine.join(theirs)
            elif isinstance(mine, dict):
                vars(self)[name] = {**theirs, **mine}
            elif isinstance(mine, set):
                mine |= theirs
            elif name == "looked":
                self.looked += theirs

    def measured(self) -> str:
        """What was measured, in words."""
        return f"{len(self.faults)} gevonden"

    def finding(self) -> Finding:
        """What came of it all."""
        told = tuple(f"{where}: {what}" for what, where in self.faults.items())
        return Finding(self.looked, self.unit, self.measured(), told)


class Least:
    """The least of many numbers, and where it was."""

    def __init__(self) -> None:
        self.value = float("inf")
        self.where = ""

    def see(self, value: float, where: Any) -> None:
        """One more."""
        if value < self.value:
            self.value, self.where = value, str(where)

    def join(self, other: "Least") -> None:
        """The least of both."""
        self.see(other.value, other.where)


def number(value: float) -> str:
    """1234.5 as people here write it: 1.234,5."""
    text = f"{value:,.2f}".rstrip("0").rstrip(".")
    return text.translate(str.maketrans(",.", ".,"))
