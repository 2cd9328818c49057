"""What SDL reads from the environment before pygame is imported. Imports neither."""

import os
import sys


def prepare(program: str = "") -> None:
    """Choices that SDL reads before it opens the display; never over the user's own.

    Without acceleration of the frame buffer, X11 shows the first frame in half the time and takes a
    quarter of the memory; native Wayland needs it, Windows and macOS have their own way. program: its name,
    for the window manager.
    """
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    if program:
        os.environ.setdefault("SDL_VIDEO_X11_WMCLASS", program)
    os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
    os.environ.setdefault("SDL_VIDEO_ALLOW_SCREENSAVER", "1")
    driver = os.environ.get("SDL_VIDEODRIVER", os.environ.get("SDL_VIDEO_DRIVER", ""))
    x11 = driver == "x11" or (not driver and "DISPLAY" in os.environ)
    if sys.platform.startswith("linux") and x11:
        os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
