"""A second window of the same program, that others look at. Only the main thread calls this."""

from collections.abc import Sequence

import pygame

from tegenwicht.kit.rect import Rect
from tegenwicht.kit.window import Place, is_real, screens

SHARED_SIZE = (1280, 720)
"""Of the window on the screen that is there, to be shared in a call; it is never smaller."""


def how_many_screens() -> int:
    """How many screens there are now; 0 before there is a window."""
    if not pygame.display.get_init():
        return 0
    return len(screens()) if is_real() else pygame.display.get_num_displays()


def main_window_is_on() -> int:
    """The number of the screen, from 0, on which most of the main window's top left is."""
    if not is_real():
        return 0
    x, y = pygame.display.get_window_position()
    homes = screens()
    return next((number for number, place in enumerate(homes) if _holds(place, x, y)), 0)


def other_screen() -> Place | None:
    """A screen on which the main window is not; None when there is only one."""
    here = main_window_is_on()
    return next((place for number, place in enumerate(screens()) if number != here), None)


def _holds(place: Place, x: int, y: int) -> bool:
    left, top, w, h = place
    return left <= x < left + w and top <= y < top + h


class SecondWindow:
    """Open from the beginning. place: the screen that it fills; None for a window to share, that can be moved."""

    def __init__(self, title: str, place: Place | None) -> None:
        size = place[2:] if place else SHARED_SIZE
        self.window = pygame.Window(title, size, resizable=True)
        self._place = place
        if place:
            self.window.position = place[:2]
            self.window.set_fullscreen(True)
        self.window.minimum_size = SHARED_SIZE

    @property
    def surface(self) -> pygame.Surface:
        """What is drawn on; another one when the size is another."""
        return self.window.get_surface()

    @property
    def inner(self) -> Rect:
        """Where it is on the desktop."""
        return Rect(*self.window.position, *self.window.size)

    @property
    def was_moved_here(self) -> bool:
        """Whether it filled another screen and lies on the main window's now: that other one was switched off.

        A screen that is off and still has its cable counts as a screen for SDL.
        """
        homes = screens()
        if self._place is None or not homes:
            return False
        middle = self.inner.centre
        return not _holds(self._place, *middle) and _holds(homes[main_window_is_on()], *middle)

    def handle(self) -> object:
        """The window as the system knows it, for AccessKit."""
        return self.window.handle

    def hand_over(self, _parts: Sequence[Rect]) -> None:
        """Show what was drawn."""
        self.window.flip()

    def is_of(self, event: pygame.event.Event) -> bool:
        """Whether an event happened to this window."""
        return getattr(event, "window", None) is self.window

    def close(self) -> None:
        """Away with it; the keyboard is the main window's again."""
        self.window.destroy()
