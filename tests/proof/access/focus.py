"""The focus on every control: to be seen in the pixels, never covered, and never a reason for a change."""

import pygame

from tegenwicht.gallery import geometry
from tegenwicht.gallery import states as screens
from tegenwicht.kit.nodes import Node, focusable, scrolls_around, walk
from tegenwicht.kit.rect import Rect
from tests.proof.access.base import Least, Look, Shot, Size, number
from tests.screens.shell.test_theme import SHAPES, contrast

AROUND_PX = 14
PLACES = 8
SEEN_PART = 0.9


class Focus(Look):
    """With the focus on a control, the pixels around it change by 3:1 or more, all the way round.

    ``names``: the screens on which it goes past every control; ``at``: on which sizes. ``uncovered`` and
    ``unmoved`` are what it finds on the way: that the whole control is in sight, and that nothing else on the
    screen changed.
    """

    unit, pixels = "knoppen en velden", True

    def __init__(self, names: tuple[str, ...], at: tuple[tuple[Size, int], ...]) -> None:
        super().__init__()
        self.names, self.at, self.least = names, at, Least()
        self.uncovered, self.unmoved = OnTheWay("bedekt"), OnTheWay("veranderingen bij focus")

    def look(self, shot: Shot) -> None:
        if shot.name not in self.names or (shot.size, shot.text) not in self.at:
            return
        surface = pygame.Surface(shot.size)
        told = _told(shot.tree)
        for node in focusable(shot.tree):
            self.control(shot, node.key, surface, told)

    def control(self, shot: Shot, key: str, surface: pygame.Surface, told: list[str]) -> None:
        """The focus goes to one control."""
        _, tree = screens.window().built(screens.focused(shot.model, key), shot.size)
        node = next(one for one in walk(tree) if one.key == key)
        self.looked += 1
        changed = _told(tree) != told or focusable_keys(tree) != focusable_keys(shot.tree)
        self.unmoved.see(not changed, f"bij focus op {key} verandert het scherm", shot)
        views = [tree, *scrolls_around(tree, key)]
        whole = not any(geometry.sticks_out(node.rect, view.rect) for view in views)
        high = any(node.rect.h > view.rect.h - 24 for view in views)
        self.uncovered.see(whole or high, f"{key} {tuple(node.rect)} is niet heel te zien", shot)
        if node.rings:  # of its own shape, drawn with the rest: there with the focus, and not without
            there = next(one for one in walk(shot.tree) if one.key == key)
            if there.ops == node.ops and shot.model.focus != key:
                self.fault(f"{key} laat niet zien dat het de focus heeft", shot)
            return
        part = changed_part(surface, tree, node)
        self.least.see(part, f"{key} in {shot}")
        if part < SEEN_PART and not high:
            self.fault(f"de ring om {key} is rondom maar voor {part:.0%} te zien", shot)

    def measured(self) -> str:
        return f"minste deel van de rand dat 3:1 verandert: {number(100 * self.least.value)} %"


class OnTheWay(Look):
    """Something that is seen while the focus moves."""

    unit = "knoppen en velden"

    def __init__(self, what: str) -> None:
        super().__init__()
        self.what = what

    def look(self, shot: Shot) -> None:
        """Nothing of its own."""

    def see(self, good: bool, what: str, where: Shot) -> None:
        """One control more."""
        self.looked += 1
        if not good:
            self.fault(what, where)

    def measured(self) -> str:
        return f"{len(self.faults)} {self.what}"


def _told(tree: Node) -> list[str]:
    """What the screen says, without how far it was scrolled, and without the word of the main button.

    That one says what Enter does now: with the focus on a pile to draw from it. It is the same button, at the same
    place, for the same turn; no change of context as WCAG 2.2 has it (3.2.1), and nothing comes up (1.4.13).
    """
    told = [node for node in walk(tree) if (node.label or node.value) and not node.primary]
    return [f"{node.role} {node.label} {node.value}" for node in told]


def focusable_keys(tree: Node) -> list[str]:
    """The controls that are there, in their order."""
    return [node.key for node in focusable(tree)]


def changed_part(surface: pygame.Surface, tree: Node, node: Node) -> float:
    """The part (0.0 to 1.0) of places around a control where some pixel changes by 3:1 with the focus."""
    stage = screens.window()
    stage.draw(surface, tree, "", everything=True)
    around = pygame.Rect(node.rect.inset(-AROUND_PX)).clip(surface.get_rect())
    before = surface.subsurface(around).copy()
    stage.draw(surface, tree, node.key)
    after = surface.subsurface(around)
    inside = Rect(node.rect.x - around.x, node.rect.y - around.y, node.rect.w, node.rect.h)
    within = before.get_rect()
    places = [
        (x, y, dx, dy) if within.collidepoint(x + 2 * dx, y + 2 * dy) else (x - 2 * dx, y - 2 * dy, -dx, -dy)
        for x, y, dx, dy in _outward(inside, node.corner)
    ]  # at the edge of the window the ring lies on the control itself
    seen = [_changes(before, after, *place) for place in places]
    return sum(seen) / len(seen)


def _outward(rect: Rect, corner: int) -> list[tuple[int, int, int, int]]:
    """Places on the four sides, and the way outwards; of a round control its edge is not that of the box around it."""
    found = []
    for n in range(1, PLACES):
        across, down = rect.w * n // PLACES, rect.h * n // PLACES
        x, y = rect.x + across, rect.y + down
        lower, inner = _rounded(across, rect.w, corner), _rounded(down, rect.h, corner)
        found += [
            (x, rect.y + lower, 0, -1), (x, rect.bottom - lower, 0, 1),
            (rect.x + inner, y, -1, 0), (rect.right - inner, y, 1, 0),
        ]  # fmt: skip
    return found


def _rounded(along: int, whole: int, corner: int) -> int:
    """How far the edge of a side of ``whole`` pixels lies inwards, ``along`` pixels from where the side begins."""
    corner = min(corner, whole // 2)
    away = max(0, corner - min(along, whole - along))
    return round(corner - (corner**2 - away**2) ** 0.5)


def _changes(before: pygame.Surface, after: pygame.Surface, x: int, y: int, dx: int, dy: int) -> bool:
    for n in range(AROUND_PX):
        at = (x + n * dx, y + n * dy)
        if before.get_rect().collidepoint(at):
            one, other = before.get_at(at)[:3], after.get_at(at)[:3]
            if one != other and contrast(one, other) >= SHAPES:
                return True
    return False
