"""The second window: the table for the group, drawn from the same model, with nothing to press and nothing private."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pygame

from tegenwicht import paths
from tegenwicht.kit import window
from tegenwicht.kit.motion.moves import Move
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.rect import Rect
from tegenwicht.kit.screen_reader.announcing import silent
from tegenwicht.kit.scrolling import offsets_at, parts_gone
from tegenwicht.kit.second_window import SecondWindow, other_screen
from tegenwicht.screens.shell.looked_at import looked_at
from tegenwicht.screens.shell.model import Model
from tegenwicht.screens.shell.stage import Stage
from tegenwicht.screens.shell.view import View

TITLE = "Tegenwicht – tafel"
PICTURE_SECONDS = 0.25
"""The small picture of it in the regie is made anew no more often than this."""
PRIVATE = ("regie", "rehearsal")
"""Keys of what stands beside or below the screen of who leads, and scrolls by itself."""
Connect = Callable[[Callable[[], object], Callable[[], tuple[Node, str, None]]], Any]


class Beamer:
    """``clock``: seconds that only go forward. connect: gives a connection with screen readers for a window.

    filling: it fills another screen. pictured: there is a small picture of it on the main window.
    """

    def __init__(self, clock: Callable[[], float], connect: Connect) -> None:
        self.clock, self._connect = clock, connect
        self.stage: Stage | None = None
        self.filling = self.pictured = False
        self._window: SecondWindow | None = None
        self._access: Any = None
        self._shown: tuple[Model, Mapping[str, float]] | None = None
        self._led: Mapping[str, float] = {}
        self._focus = ""
        self._pictured, self._another = float("-inf"), False
        self._changed: list[Rect] = []
        self._picture = pygame.Surface((1, 1))

    # -- opening and closing

    @property
    def is_open(self) -> bool:
        """Whether there is such a window now."""
        return self._window is not None

    @property
    def lost_its_screen(self) -> bool:
        """Whether the screen that it filled is there no more, and the system put it over the main window."""
        return self.filling and self._window is not None and self._window.was_moved_here

    def open(self) -> None:
        """On the other screen, which it fills; without one as a window that can be shared."""
        if self._window is not None:
            return
        place = other_screen()
        self.filling = place is not None
        self._window = SecondWindow(TITLE, place)
        self.stage = Stage(paths.assets(), self._hand_over)
        self._shown, self._led = None, {}
        if window.is_real():
            window.this().focus()
            self._access = self._connect(self._window.handle, lambda: (silent(self.tree), self._focus, None))

    def _hand_over(self, parts: Sequence[Rect]) -> None:
        if self.pictured:
            self._changed += parts
        else:  # the next small picture is of all of it
            self._picture, self._changed = pygame.Surface((1, 1)), []
        self._another = True
        if self._window is not None:
            self._window.hand_over(parts)

    def close(self) -> None:
        """Nothing on it is lost: all of it is in the model."""
        if self._access is not None:
            self._access.close()
        if self._window is not None:
            self._window.close()
        self._window = self.stage = self._access = self._shown = None
        self._picture, self._changed = pygame.Surface((1, 1)), []

    @property
    def tree(self) -> Node:
        """What is on it."""
        assert self.stage is not None
        return self.stage.tree

    @property
    def surface(self) -> pygame.Surface:
        """What is shown on it, in its own pixels; only while it is open."""
        assert self._window is not None
        return self._window.surface

    def is_of(self, event: pygame.event.Event) -> bool:
        """Whether an event happened to this window."""
        return self._window is not None and self._window.is_of(event)

    # -- showing

    def view(self, model: Model) -> View:
        """What a screen is given for this window."""
        assert self.stage is not None
        return self.stage.view(looked_at(model), self.surface.get_size())

    def follow(self, led: Node) -> None:
        """Be as far down in what does not fit as the window of who leads, with that tree: nobody can scroll here."""
        self._led = parts_gone(
            one for one in led.children if one.key not in PRIVATE and one.role is not Role.DIALOG
        )

    def show(self, model: Model, move: Move | None = None, everything: bool = False) -> None:
        """Bring the window up to the model; ``move``: a movement from what is shown now."""
        stage = self.stage
        seen = looked_at(model), self._led
        if stage is None or (not everything and move is None and seen == self._shown):
            return
        self._shown, surface = seen, self.surface
        public, tree = self._built(stage, seen[0], surface.get_size())
        was = stage.shown(surface) if move is not None and self.tree.rect == tree.rect else None
        self._focus = public.focus
        stage.draw(surface, tree, "", everything)
        if move is not None and was is not None:
            stage.move(surface, move, was, self.clock, model.settings.reduced_motion)
        self.tell_access()

    def _built(self, stage: Stage, seen: Model, size: tuple[int, int]) -> tuple[Model, Node]:
        """What is to be shown, as far down as who leads is."""
        public, tree = stage.built(replace(seen, focus=self._focus), size)
        offsets = offsets_at(tree, self._led) if any(self._led.values()) else {}
        if not any(offsets.values()):
            return public, tree
        return stage.built(replace(public, seen=public.focus, scroll=offsets), size)

    def tell_access(self) -> None:
        """A screen reader on this window gets what is shown, and where it is; what is said, the other window says."""
        if self._access is not None and self._window is not None:
            self._access.window_at(self._window.inner)
            self._access.update(silent(self.tree), self._focus)

    def window_focused(self, focused: bool) -> None:
        """A screen reader is told whether the keyboard is here."""
        if self._access is not None:
            self._access.window_focused(focused)

    # -- movement

    @property
    def moving(self) -> bool:
        """Whether something moves."""
        return self.stage is not None and self.stage.moving is not None

    def step_motion(self) -> list[str]:
        """The next moment of what moves; the names of the sounds that are due."""
        if not self.moving or self.stage is None:
            return []
        return self.stage.step_motion(self.clock())

    def prepare_motion(self) -> None:
        """Between two frames of it: what will be seen."""
        if self.stage is not None:
            self.stage.prepare_motion()

    def stop_motion(self) -> bool:
        """Show at once what a movement was to end in; whether there was one with something to show."""
        return self.stage is not None and self.stage.stop_moving()

    def present(self) -> None:
        """Hand over what was drawn."""
        if self.stage is not None:
            self.stage.present()

    # -- the small picture of it

    @property
    def picture_due(self) -> float:
        """When the small picture in the regie is to be made anew; infinity when it is as it should be."""
        return (
            self._pictured + PICTURE_SECONDS
            if self._another and self.pictured and self.is_open
            else float("inf")
        )

    def picture(self, size: tuple[int, int]) -> pygame.Surface:
        """What is on it now, as small as ``size`` in pixels."""
        self._pictured, self._another = self.clock(), False
        changed, self._changed = self._changed, []
        if self._picture.get_size() != size:
            self._picture, changed = pygame.Surface(size), [Rect(0, 0, *self.surface.get_size())]
        for part in changed:
            smaller(self.surface, part, self._picture)
        return self._picture


def smaller(whole: pygame.Surface, part: Rect, picture: pygame.Surface) -> None:
    """Draw a part of a window on a smaller picture of it, which keeps the window's proportions."""
    (wide, high), (most_wide, most_high) = whole.get_size(), picture.get_size()
    scale = min(most_wide / wide, most_high / high)
    left, top = int(part.x * scale), int(part.y * scale)
    right, bottom = (
        min(round(wide * scale), int(part.right * scale) + 1),
        min(round(high * scale), int(part.bottom * scale) + 1),
    )
    seen = Rect(
        int(left / scale), int(top / scale), round((right - left) / scale), round((bottom - top) / scale)
    )
    seen = seen.shared(Rect(0, 0, wide, high))
    if right <= left or bottom <= top or not seen.w or not seen.h:
        return
    small = pygame.transform.smoothscale(whole.subsurface(pygame.Rect(seen)), (right - left, bottom - top))
    x, y = (most_wide - round(wide * scale)) // 2, (most_high - round(high * scale)) // 2
    picture.blit(small, (left + x, top + y))
