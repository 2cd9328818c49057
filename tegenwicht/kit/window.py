"""The window itself: opening it quickly, waiting without using the processor, pacing an animation.

What was measured and why it is done so is in the docstrings. Only the main thread calls this.
"""

import os
import sys
import time
import warnings
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

if TYPE_CHECKING:
    import ctypes

SDL_INIT_VIDEO = 0x20
M_MMAP_THRESHOLD = -3
LARGE_BLOCK_BYTES = 64 * 1024
LEAST_SIZE = (640, 480)
FRAME_SECONDS = 1 / 60
LONGEST_WAIT_MS = 1000
FALLBACK_SECONDS = 1 / 60


class NoScreenError(Exception):
    """There is no screen to open a window on."""


def open_display() -> None:
    """Start the display and the fonts, and nothing else: ``pygame.init`` would look for sound cards."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER", "SDL_VIDEO_DRIVER")
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in named):
        raise NoScreenError("no DISPLAY")  # SDL would try, and complain on the way
    _start_video()
    try:
        pygame.display.init()
    except pygame.error as error:
        raise NoScreenError(str(error)) from error
    pygame.font.init()


def _start_video() -> None:
    """On Linux ask SDL itself for what ``pygame.display.init`` then finds there: a third of the start is waiting for
    the X server, in which pygame lets no other thread go on. Whatever is wrong is for pygame to say."""
    library = _sdl_library() if sys.platform.startswith("linux") and not pygame.display.get_init() else None
    if library is not None:
        library.SDL_InitSubSystem(SDL_INIT_VIDEO)


def set_mode(size: tuple[int, int], hidden: bool = False) -> pygame.Surface:
    """The window's surface. When it fails without acceleration, it is tried with."""
    flags = pygame.RESIZABLE | (pygame.HIDDEN if hidden else 0)
    try:
        surface = pygame.display.set_mode(size, flags)
    except pygame.error:
        if os.environ.pop("SDL_FRAMEBUFFER_ACCELERATION", None) is None:
            raise
        surface = pygame.display.set_mode(size, flags)
    this().minimum_size = LEAST_SIZE
    return surface


def this() -> pygame.Window:
    """The one window, for what ``pygame.display`` cannot do."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return pygame.Window.from_display_module()


def fill_screen(full: bool) -> pygame.Surface:
    """The whole screen, or the window as it was; ``set_mode`` would not find the way back to its size."""
    if full:
        this().set_fullscreen(True)
    else:
        this().set_windowed()
    surface = pygame.display.get_surface()
    assert surface is not None
    return surface


def give_memory_back() -> None:
    """Let the pictures of text that are no longer needed leave the process (Linux with glibc).

    Left to itself glibc keeps such blocks among smaller ones, and a long session seems to grow.
    """
    if not sys.platform.startswith("linux"):
        return
    import ctypes

    try:
        ctypes.CDLL(None).mallopt(M_MMAP_THRESHOLD, LARGE_BLOCK_BYTES)
    except (OSError, AttributeError):
        return  # another C library: nothing to choose


def listen() -> None:
    """Keep out the events that nobody here uses, so that they do not wake the app.

    Named one by one: blocking all there are takes 25 ms.
    """
    names = (
        "MOUSEMOTION", "KEYUP", "TEXTEDITING", "JOYAXISMOTION", "JOYBALLMOTION", "JOYHATMOTION", "JOYBUTTONDOWN",
        "JOYBUTTONUP", "JOYDEVICEADDED", "JOYDEVICEREMOVED", "AUDIODEVICEADDED", "AUDIODEVICEREMOVED",
        "MULTIGESTURE", "ACTIVEEVENT", "VIDEORESIZE", "VIDEOEXPOSE",
        "WINDOWENTER", "WINDOWLEAVE", "WINDOWSHOWN", "WINDOWTAKEFOCUS", "WINDOWHITTEST",
        "KEYMAPCHANGED", "CLIPBOARDUPDATE",
    )  # fmt: skip
    pygame.event.set_blocked([getattr(pygame, name) for name in names])


def listen_to_typing(on: bool) -> None:
    """Also let through what a text field needs, as long as one is in use."""
    change = pygame.event.set_allowed if on else pygame.event.set_blocked
    change([pygame.KEYUP, pygame.TEXTEDITING, pygame.MOUSEMOTION])


def listen_to_pointer(on: bool) -> None:
    """Also let through where the pointer goes, while something is held or follows it."""
    change = pygame.event.set_allowed if on else pygame.event.set_blocked
    change([pygame.MOUSEMOTION])


def drop(path: Path) -> None:
    """As if someone let go of that file on the window."""
    pygame.event.post(pygame.event.Event(pygame.DROPFILE, file=str(path)))


def tell(title: str, words: str) -> None:
    """A message of the system, for when the window itself cannot say it. Nothing where there is no screen."""
    with suppress(pygame.error):
        pygame.display.message_box(title, words, "error")


def made_of() -> tuple[str, str]:
    """The versions of pygame and of SDL."""
    return f"pygame-ce {pygame.version.ver}", f"SDL {'.'.join(map(str, pygame.get_sdl_version()))}"


DARK_TITLE = 20
"""DWMWA_USE_IMMERSIVE_DARK_MODE of Windows 10 (2004) and later; older ones answer that they know no such thing."""


def dark_title(dark: bool) -> None:
    """On Windows the bar with the title is dark or light as the window is; elsewhere the desktop decides."""
    if sys.platform != "win32" or not pygame.display.get_init() or not is_real():
        return
    import ctypes

    value = ctypes.c_int(dark)
    windows = ctypes.windll.dwmapi  # type: ignore[attr-defined,unused-ignore]
    windows.DwmSetWindowAttribute(int(str(handle())), DARK_TITLE, ctypes.byref(value), ctypes.sizeof(value))


def must_hide() -> bool:
    """Whether a screen reader must be connected before the window is to be seen."""
    return sys.platform in ("win32", "darwin") and is_real()


def unhide() -> None:
    """Show the window that was opened hidden."""
    this().show()


def handle() -> object:
    """The window as the system knows it, for AccessKit."""
    return pygame.display.get_wm_info().get("window", 0)


def is_real() -> bool:
    """Whether someone could see the window: any driver but SDL's dummies."""
    return pygame.display.get_driver() not in ("dummy", "offscreen", "evdev")


Wait = Callable[[float], None]
Place = tuple[int, int, int, int]
"""Left, top, width and height, in pixels."""
LEAST_SEEN_PX = 120
"""So much of a window's top edge must be on a screen, to take hold of it."""


def screens() -> list[Place]:
    """The screens that are there, without what the system keeps for itself; none where nobody can say.

    One that is switched off with its cable still in has no size, and is left out.

    pygame tells how large they are and not where; SDL tells both.
    """
    if not is_real():
        return []
    library = _sdl_library()
    if library is None:
        return [(0, 0, *size) for size in pygame.display.get_desktop_sizes()[:1]]
    import ctypes

    found = []
    for number in range(pygame.display.get_num_displays()):
        bounds = (ctypes.c_int * 4)()
        if library.SDL_GetDisplayUsableBounds(ctypes.c_int(number), bounds) == 0 and min(bounds[2:]) > 0:
            found.append((bounds[0], bounds[1], bounds[2], bounds[3]))
    return found


def sensible_size(screens: Sequence[Place], usual: tuple[int, int]) -> tuple[int, int]:
    """How large a window is that was never opened before: four fifths of the first screen, where that is larger
    than usual, so that it is not a stamp on a screen of four thousand pixels; on a low screen it leaves a twentieth of
    its height to the bar with the title, so that what is at the bottom is not below the screen."""
    if not screens:
        return usual
    _, _, width, height = screens[0]
    return max(min(usual[0], width), width * 4 // 5), max(min(usual[1], height * 19 // 20), height * 4 // 5)


def within_screens(place: Place | None, screens: Sequence[Place]) -> Place | None:
    """The place for a window, on the screens that are there.

    A window that is too large is made to fit; one of which the top edge cannot be seen goes to the middle of the
    first screen. Nothing is changed where no screen is known.
    """
    if place is None or not screens:
        return place
    left, top, width, height = place
    home = next((one for one in screens if _shows(one, place)), screens[0])
    width, height = min(width, home[2]), min(height, home[3])
    if not any(_shows(one, place) for one in screens):
        return home[0] + (home[2] - width) // 2, home[1] + (home[3] - height) // 2, width, height
    left = max(home[0] - width + LEAST_SEEN_PX, min(left, home[0] + home[2] - LEAST_SEEN_PX))
    return left, max(home[1], top), width, height


def _shows(screen: Place, window: Place) -> bool:
    """Whether enough of the window's top edge is on that screen."""
    seen = min(screen[0] + screen[2], window[0] + window[2]) - max(screen[0], window[0])
    return (
        seen >= min(LEAST_SEEN_PX, window[2])
        and screen[1] <= window[1] < screen[1] + screen[3] - LEAST_SEEN_PX
    )


def short_wait(seconds: float) -> None:
    """Wait where SDL cannot: never long, for an event does not end it."""
    time.sleep(max(0.0, min(seconds, FALLBACK_SECONDS)))


def _sdl_library() -> "ctypes.CDLL | None":
    """The SDL that pygame itself uses; None where it is not SDL 2 or cannot be found."""
    import ctypes

    if pygame.get_sdl_version()[0] != 2:
        return None
    package = Path(pygame.__file__).parent
    place = package / "SDL2.dll" if sys.platform == "win32" else Path(pygame.base.__file__)
    try:
        library = ctypes.CDLL(str(place))
        library.SDL_WaitEventTimeout.argtypes = (ctypes.c_void_p, ctypes.c_int)
        library.SDL_WaitEventTimeout.restype = ctypes.c_int
    except (OSError, AttributeError):
        return None
    return library


def waiter() -> Wait:
    """A function that waits until there is an event or so many seconds have gone by.

    SDL's own wait costs 0.02 % of a processor; ``pygame.event.wait`` looks a thousand times a second. A
    null event only peeks, so that pygame still gets it. At most a second at a time, so that signals and
    deadlines are not late.
    """
    library = _sdl_library()
    if library is None:
        return short_wait

    def wait(seconds: float) -> None:
        library.SDL_WaitEventTimeout(None, max(0, min(LONGEST_WAIT_MS, round(seconds * 1000))))

    return wait


def sleep_until(deadline: float, clock: Callable[[], float]) -> None:
    """Wait for the moment of the next frame, by the clock."""
    left = deadline - clock()
    if left > 0:
        time.sleep(left)
