"""Sounds: started with the first one that is wanted, off the main path, silent where there is no sound card."""

import threading
from pathlib import Path

import pygame


def play(path: Path) -> None:
    """Play a sound file, in the background; starting the mixer can take a tenth of a second."""
    threading.Thread(target=_play, args=(str(path),), daemon=True).start()


def _play(path: str) -> None:
    try:
        if not pygame.mixer.get_init():
            pygame.mixer.init()
        pygame.mixer.Sound(path).play()
    except (pygame.error, FileNotFoundError):
        return  # no sound card: the screen and the screen reader say the same
