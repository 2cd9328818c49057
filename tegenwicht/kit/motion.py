"""Short movements: a card turns over, a chip flies to the tally, the balance tips. At most 350 ms.

A movement draws over a window that already shows the end; any key, or the end of its time, uncovers that.
Only the rectangle it moves in is drawn and handed over.
"""

from math import cos, pi

import pygame

from tegenwicht.kit.nodes import Node, find
from tegenwicht.kit.ops import Balance, Motion
from tegenwicht.kit.paint import Painter
from tegenwicht.kit.rect import Rect
from tegenwicht.kit.theme import Theme

SECONDS = {"turn": 0.32, "fly": 0.28, "tip": 0.35}


class Moving:
    """A movement that is going on. ``rect``: the part of the window it draws in."""

    def __init__(self, rect: Rect, seconds: float, began: float) -> None:
        self.rect, self.seconds, self.began = rect, seconds, began

    def part(self, now: float) -> float:
        """How far it is, 0.0 to 1.0, slowing down towards the end."""
        gone = max(0.0, min(1.0, (now - self.began) / self.seconds))
        return (1 - cos(pi * gone)) / 2

    def over(self, now: float) -> bool:
        """Whether its time has gone by."""
        return now - self.began >= self.seconds

    def draw(self, surface: pygame.Surface, part: float) -> None:
        """One moment of it; at 1.0 the window as it is to be."""
        raise NotImplementedError


class Turning(Moving):
    """A card that turns over: its back narrows, its face widens."""

    def __init__(
        self, surface: pygame.Surface, rect: Rect, theme: Theme, painter: Painter, now: float
    ) -> None:
        super().__init__(rect, SECONDS["turn"], now)
        self.face = surface.subsurface(pygame.Rect(rect)).copy()
        self.back = _card_back(rect, theme, painter)
        self.ground = theme.ground

    def draw(self, surface: pygame.Surface, part: float) -> None:
        """The back in the first half, the face in the second."""
        if part >= 1:
            surface.blit(self.face, self.rect[:2])
            return
        shown = self.back if part < 0.5 else self.face
        width = max(2, round(self.rect.w * abs(cos(pi * part))))
        surface.fill(self.ground, pygame.Rect(self.rect))
        narrow = pygame.transform.scale(shown, (width, self.rect.h))
        surface.blit(narrow, (self.rect.x + (self.rect.w - width) // 2, self.rect.y))


def _card_back(rect: Rect, theme: Theme, painter: Painter) -> pygame.Surface:
    back = pygame.Surface(rect[2:])
    back.fill(theme.ground)
    edge = max(2, rect.h // 60)
    painter.shapes.fill(back, 0, 0, rect.w, rect.h, theme.bar, edge * 2, False)
    inner = (edge, edge, rect.w - 2 * edge, rect.h - 2 * edge)
    painter.shapes.fill(back, *inner, theme.paper, edge, False)
    inner = (edge * 2, edge * 2, rect.w - 4 * edge, rect.h - 4 * edge)
    painter.shapes.fill(back, *inner, theme.bar, edge, False)
    px = min(rect.w, rect.h) // 3
    back.blit(painter.shapes.logo(px), ((rect.w - px) // 2, (rect.h - px) // 2))
    return back


class Flying(Moving):
    """A chip that flies from where it was pressed to where it is counted."""

    def __init__(
        self, surface: pygame.Surface, start: Rect, end: Rect, colour: tuple[int, int, int], now: float
    ) -> None:
        self.size = max(10, min(start.h, end.h) // 2)
        rect = start.around(end).inset(-self.size).shared(Rect(0, 0, *surface.get_size()))
        super().__init__(rect, SECONDS["fly"], now)
        self.under = surface.subsurface(pygame.Rect(rect)).copy()
        self.start, self.end, self.colour = start.centre, end.centre, colour
        self.at = Rect(*self.start, 0, 0)

    def draw(self, surface: pygame.Surface, part: float) -> None:
        """The chip on its way; what it leaves is shown again."""
        old = self.at
        surface.blit(self.under, old[:2], (old.x - self.rect.x, old.y - self.rect.y, old.w, old.h))
        if part >= 1:
            return
        x, y = (round(a + (b - a) * part) for a, b in zip(self.start, self.end, strict=True))
        self.at = Rect(x - self.size // 2, y - self.size // 2, self.size, self.size).shared(self.rect)
        pygame.draw.rect(surface, self.colour, pygame.Rect(self.at), border_radius=self.size // 5)


class Tipping(Moving):
    """The balance, level at first, tips to where it hangs."""

    def __init__(
        self,
        surface: pygame.Surface,
        op: Balance,
        clip: Rect,
        painter: Painter,
        paper: tuple[int, int, int],
        now: float,
    ) -> None:
        super().__init__(op.rect.shared(clip), SECONDS["tip"], now)
        self.end = surface.subsurface(pygame.Rect(self.rect)).copy()
        self.op, self.painter, self.paper = op, painter, paper

    def draw(self, surface: pygame.Surface, part: float) -> None:
        """Part of the way."""
        if part >= 1:
            surface.blit(self.end, self.rect[:2])
            return
        surface.set_clip(pygame.Rect(self.rect))
        surface.fill(self.paper, pygame.Rect(self.rect))
        self.painter.balance(surface, self.op._replace(tilt=self.op.tilt * part))
        surface.set_clip(None)


def moving(
    motion: Motion, tree: Node, surface: pygame.Surface, theme: Theme, painter: Painter, now: float
) -> Moving | None:
    """The movement over a window that shows ``tree``; None when there is nothing to move on it."""
    whole = Rect(0, 0, *surface.get_size())
    node = find(tree, motion.node)
    if node is None or not node.rect.shared(whole).w or not node.rect.shared(whole).h:
        return None
    rect = node.rect.shared(whole)
    if motion.kind == "turn":
        return Turning(surface, rect, theme, painter, now)
    if motion.kind == "fly":
        to = find(tree, motion.to)
        if to is None or to.rect.shared(whole) != to.rect:
            return None
        return Flying(surface, rect, to.rect, motion.colour, now)
    op = next((op for op in node.ops if isinstance(op, Balance)), None)
    return Tipping(surface, op, rect, painter, theme.paper, now) if op and op.tilt else None
