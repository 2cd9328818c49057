"""One mouse or finger: from its events to what it does with the tree. Draws nothing and changes nothing itself.

Something acts when the button goes up on what it went down on. Moved farther than a hand trembles, it drags a
thing that can be dragged, a bar, or what scrolls; then nothing is pressed. Both beside a panel is a press of its own.

A touch comes twice, as a finger and, made from it by SDL, as a mouse. The first of both begins a gesture, the
first of both ends it, and between them they are at the same place.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import pygame

from tegenwicht.kit import scrolling
from tegenwicht.kit.nodes import FOCUSABLE, Drag, Node, Place, Role, find, touched, walk
from tegenwicht.kit.rect import Rect

TREMBLE = 8
"""Pixels of a window 1080 high that a pointer may move and still press; twice as many for a finger."""
DOWN, MOVED, UP = "down", "moved", "up"
_KINDS = {
    pygame.MOUSEBUTTONDOWN: DOWN, pygame.MOUSEMOTION: MOVED, pygame.MOUSEBUTTONUP: UP,
    pygame.FINGERDOWN: DOWN, pygame.FINGERMOTION: MOVED, pygame.FINGERUP: UP,
}  # fmt: skip
EVENTS = tuple(_KINDS)


class Pressed(NamedTuple):
    """The button went down on a control, or on nothing ("")."""

    key: str


class Clicked(NamedTuple):
    """It went up, there, on the control on which it went down: that acts."""

    key: str
    pos: tuple[int, int]


class Beside(NamedTuple):
    """It went down and up beside the panel with that key, where nothing else is in reach."""

    key: str
    pos: tuple[int, int]


class Scrolled(NamedTuple):
    """A view is to show what is ``offset`` pixels down."""

    key: str
    offset: int


class PickedUp(NamedTuple):
    """A thing is taken from its place; ``grip``: where, from its top left."""

    key: str
    grip: tuple[int, int]


class Carried(NamedTuple):
    """What is dragged is over that pixel; ``place``: the node it would fall on, or nothing ("")."""

    x: int
    y: int
    place: str


class Dropped(NamedTuple):
    """It is let go: on a place, or where it may not fall (None), and goes home."""

    key: str
    place: Place | None


class Over(NamedTuple):
    """The pointer is over a thing that lifts, or no longer over any ("")."""

    key: str


Gesture = Pressed | Clicked | Beside | Scrolled | PickedUp | Carried | Dropped | Over

MOTIONS = (pygame.MOUSEMOTION, pygame.FINGERMOTION)


def latest(events: Sequence[pygame.event.Event]) -> list[pygame.event.Event]:
    """The events without the movements that another movement follows at once: only where it came counts."""
    followed = [a.type in MOTIONS and a.type == b.type for a, b in pairwise(events)]
    return [event for event, stale in zip(events, [*followed, False], strict=False) if not stale]


class _At(NamedTuple):
    """An event, whatever it came from. finger: which one; None for a mouse."""

    kind: str
    x: int
    y: int
    finger: tuple[int, int] | None


class Pointer:
    """Remembers what is held down."""

    def __init__(self) -> None:
        self._down: _At | None = None
        self._finger: tuple[int, int] | None = None
        self._key = self._over = self._carried = ""
        self._view = ""
        self._grip = 0.0
        self._decided = False

    @property
    def held(self) -> bool:
        """Whether a button or finger is down."""
        return self._down is not None

    def handle(self, event: pygame.event.Event, tree: Node) -> list[Gesture]:
        """What an event of ``EVENTS`` means on what is shown now."""
        here = _where(event, tree.rect)
        if here is None:
            return []
        if here.kind == DOWN:
            return self._goes_down(here, tree)
        if here.kind == UP:
            return self._goes_up(here, tree)
        return self._moves(here, tree)

    def let_go(self) -> list[Gesture]:
        """Forget what is held, as when the window loses the keyboard; what is carried goes home."""
        carried = self._carried
        self._down, self._finger, self._carried, self._view, self._key = None, None, "", "", ""
        return [Dropped(carried, None)] if carried else []

    # -- down

    def _goes_down(self, here: _At, tree: Node) -> list[Gesture]:
        if self._down is not None:
            if self._finger is None and here.finger is not None and _near(here, self._down):
                self._finger = here.finger  # the same touch, told a second time
            return []
        self._down, self._finger, self._decided = here, here.finger, False
        view = scrolling.view_at(tree, here.x, here.y)
        if view is not None and scrolling.on_bar(view, here.x, here.y):
            return self._takes_bar(view, here)
        node = touched(tree, here.x, here.y)
        self._key = node.key if node is not None and node.enabled else ""
        self._view = view.key if view is not None and not _is_text(node) else ""
        self._grip = 0.0 if view is None or view.scrolled is None else here.y + view.scrolled.offset
        return [Pressed(_pressed(tree, self._key))]

    def _takes_bar(self, view: Node, here: _At) -> list[Gesture]:
        """The thumb follows from where it is taken; beside it, it comes under the pointer first."""
        assert view.scrolled is not None
        top = scrolling.thumb_top(view.rect, view.scrolled)
        on_thumb = top <= here.y < top + view.scrolled.thumb
        self._grip = here.y - top if on_thumb else view.scrolled.thumb / 2
        self._view, self._key, self._decided = f"bar {view.key}", "", True
        return self._scrolls(here, view)

    # -- moved

    def _moves(self, here: _At, tree: Node) -> list[Gesture]:
        if self._down is None:
            return self._hovers(here, tree) if here.finger is None else []
        if here.finger is not None and self._finger not in (None, here.finger):
            return []  # another finger
        if self._carried:
            return [Carried(here.x, here.y, self._place(here, tree))]
        if not self._decided and not _far(here, self._down, tree):
            return []
        if not self._decided:
            self._decided = True
            node = find(tree, self._key) if self._key else None
            if node is not None and node.drag is not None and node.drag.places:
                return self._picks_up(node, here, tree)
        view = find(tree, self._view.removeprefix("bar ")) if self._view else None
        if view is None or view.scrolled is None:  # it went, or all of it is in sight by now
            return []
        self._key = ""
        return self._scrolls(here, view)

    def _picks_up(self, node: Node, here: _At, tree: Node) -> list[Gesture]:
        assert self._down is not None
        self._carried, self._view = node.key, ""
        grip = self._down.x - node.rect.x, self._down.y - node.rect.y
        return [PickedUp(node.key, grip), Carried(here.x, here.y, self._place(here, tree))]

    def _scrolls(self, here: _At, view: Node) -> list[Gesture]:
        if self._view.startswith("bar "):
            offset = scrolling.offset_for_thumb(view, here.y - self._grip)
        else:
            offset = scrolling.within(view, self._grip - here.y)
        assert view.scrolled is not None
        return [Scrolled(view.key, offset)] if offset != view.scrolled.offset else []

    def _hovers(self, here: _At, tree: Node) -> list[Gesture]:
        node = touched(tree, here.x, here.y)
        over = node.key if node is not None and node.enabled and node.drag is not None else ""
        if over == self._over:
            return []
        self._over = over
        return [Over(over)]

    # -- up

    def _goes_up(self, here: _At, tree: Node) -> list[Gesture]:
        if self._down is None or (here.finger is not None and self._finger not in (None, here.finger)):
            return []
        key, carried, down, decided = self._key, self._carried, self._down, self._decided
        place = self._place_of(carried, self._place(here, tree), tree) if carried else None
        self._down, self._finger, self._carried, self._view, self._key = None, None, "", "", ""
        if carried:
            return [Dropped(carried, place)]
        node = touched(tree, here.x, here.y)
        if not key and node is None and not decided:
            panel = _panel_beside(tree, down, here)
            return [Beside(panel.key, (here.x, here.y))] if panel is not None else []
        if not key or node is None or not node.enabled or node.key != key:
            return []
        pressed = _pressed(tree, key)
        return [Clicked(pressed, (here.x, here.y))] if pressed else []

    def _place(self, here: _At, tree: Node) -> str:
        """The key of the place under the pointer where the carried thing may fall."""
        drag = _drag_of(tree, self._carried)
        places = {place.node for place in drag.places}
        over = [n.key for n in walk(tree) if n.key in places and n.rect.inset(-TREMBLE).holds(here.x, here.y)]
        return over[-1] if over else ""

    @staticmethod
    def _place_of(carried: str, node: str, tree: Node) -> Place | None:
        return next((place for place in _drag_of(tree, carried).places if place.node == node), None)


def _drag_of(tree: Node, key: str) -> Drag:
    node = find(tree, key)
    return node.drag if node is not None and node.drag is not None else Drag()


def _pressed(tree: Node, key: str) -> str:
    """The control that is pressed with what the pointer took hold of, or nothing ("")."""
    node = find(tree, key) if key else None
    return "" if node is None else node.key if node.role in FOCUSABLE else node.presses


def _panel_beside(tree: Node, *spots: _At) -> Node | None:
    """The panel in reach that holds none of these spots; None without one, or where one of them is on it."""
    panel = next((node for node in walk(tree) if node.role is Role.DIALOG), None)
    return panel if panel is not None and not any(panel.rect.holds(at.x, at.y) for at in spots) else None


def _is_text(node: Node | None) -> bool:
    return node is not None and node.role is Role.TEXT_FIELD


def _where(event: pygame.event.Event, window: Rect) -> _At | None:
    """What happened where; None for another button of the mouse."""
    kind = _KINDS[event.type]
    if event.type in (pygame.FINGERDOWN, pygame.FINGERMOTION, pygame.FINGERUP):
        finger = getattr(event, "touch_id", 0), event.finger_id
        return _At(kind, int(event.x * window.w), int(event.y * window.h), finger)
    if event.type != pygame.MOUSEMOTION and event.button != 1:
        return None
    return _At(kind, event.pos[0], event.pos[1], None)


def _near(here: _At, there: _At) -> bool:
    return abs(here.x - there.x) <= 2 and abs(here.y - there.y) <= 2


def _far(here: _At, there: _At, tree: Node) -> bool:
    """Whether it moved farther than a hand trembles."""
    far = TREMBLE * max(1.0, tree.rect.h / 1080) * (1 if here.finger is None else 2)
    return abs(here.x - there.x) > far or abs(here.y - there.y) > far
