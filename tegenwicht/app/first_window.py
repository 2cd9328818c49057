"""The window as it is first opened, still empty. Imports little: the rest is loaded while the system makes it."""

from dataclasses import replace
from pathlib import Path

import pygame

from tegenwicht import paths
from tegenwicht.i18n import tr
from tegenwicht.kit import window
from tegenwicht.preferences import Settings
from tegenwicht.storage.settings import peeked

USUAL_SIZE = (1280, 800)


def window_of(data: Path, size: tuple[int, int] | None, full_screen: bool) -> pygame.Surface:
    """The window of someone whose folder is ``data``. NoScreenError where nobody could see it."""
    window.open_display()
    if not window.is_real():
        raise window.NoScreenError(tr("alleen een denkbeeldig scherm"))
    settings = peeked(data)
    return open_window(replace(settings, full_screen=settings.full_screen or full_screen), size)


def open_window(settings: Settings, size: tuple[int, int] | None) -> pygame.Surface:
    """Where it was the last time; its surface. NoScreenError where there is no screen.

    size: in pixels; None is that of the last time, or what suits the screen.
    """
    window.open_display()
    pygame.display.set_caption("Tegenwicht")
    pygame.display.set_icon(
        pygame.image.load(str(paths.assets() / "icon.png"))
    )  # else pygame looks for its own
    screens = window.screens()
    place = window.within_screens(settings.window, screens)
    first = window.sensible_size(screens, USUAL_SIZE)
    surface = window.set_mode(size or (place[2:] if place else first), window.must_hide())
    if place and window.is_real():
        pygame.display.set_window_position(place[:2])
    if settings.full_screen:
        surface = window.fill_screen(True)
    window.listen()
    return surface
