"""Sounds: started with the first one that is wanted, off the main path, silent where there is no sound card."""

import threading
import time
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue

import pygame

LATEST_SECONDS = 0.2
"""A sound that belongs to a movement is left out when it would be heard later than this: starting the mixer takes time."""
RATE, BITS, CHANNELS, BUFFER = 44_100, -16, 2, 512
"""Of the mixer; a buffer of 512 is heard 12 ms later."""


class Speaker:
    """Plays sound files, one thread for all, until it is closed. clock: seconds that only go forward."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._wanted: SimpleQueue[tuple[Path, float] | None] = SimpleQueue()
        self._sounds: dict[Path, pygame.mixer.Sound] = {}
        self._thread: threading.Thread | None = None

    def play(self, path: Path, late: bool = True) -> None:
        """Play a sound file, without waiting for it. late: it may also be heard when the mixer took its time."""
        self._wanted.put((path, float("inf") if late else self._clock() + LATEST_SECONDS))
        if self._thread is None:
            self._thread = threading.Thread(target=self._serve, daemon=True)
            self._thread.start()

    def close(self) -> None:
        """Let the thread end after what was asked for, without waiting for it; what it loaded goes with it."""
        self._wanted.put(None)

    def _serve(self) -> None:
        """In the thread: one sound after the other, as long as there is a sound card."""
        try:
            if not pygame.mixer.get_init():
                pygame.mixer.init(RATE, BITS, CHANNELS, BUFFER)
            while (wanted := self._wanted.get()) is not None:
                path, until = wanted
                if self._clock() <= until:
                    self._sound(path).play()
        except (pygame.error, FileNotFoundError):
            return  # no sound card: the screen and the screen reader say the same

    def _sound(self, path: Path) -> pygame.mixer.Sound:
        if path not in self._sounds:
            self._sounds[path] = pygame.mixer.Sound(str(path))
        return self._sounds[path]
