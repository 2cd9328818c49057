"""Plays a whole session by itself through the real app, and leaves a picture of each screen.

A real window where there is a screen, SDL's dummy driver where there is none. The README's pictures come
from here.
"""

import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import pygame

from tegenwicht.app.loop import App
from tegenwicht.demo.modes import play_modes
from tegenwicht.demo.player import Demo, Hands
from tegenwicht.demo.session import whole_session
from tegenwicht.i18n import tr
from tegenwicht.kit import window

SHUFFLE = 220
"""With it the next card of Werkgever is 20 and of Organisatie 31."""


def play(out: Path, size: tuple[int, int]) -> int:
    """Leave the pictures in the folder ``out``; returns the exit code."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        return _cannot(tr("De map {out} kan niet worden gemaakt: {why}"), out, error)
    _need_a_driver()
    with tempfile.TemporaryDirectory(prefix="tegenwicht-demo-") as data:
        hands = Hands()
        app = App(Path(data), size=size, shuffle=SHUFFLE, clock=hands.seconds, now=hands.now)
        app.model = replace(app.model, settings=replace(app.model.settings, reduced_motion=True, sound=False))
        app.open()
        demo = Demo(app, out, hands)
        try:
            whole_session(demo)
            play_modes(demo)
        except (OSError, pygame.error) as error:
            return _cannot(tr("De plaatjes kunnen niet in de map {out}: {why}"), out, error)
        finally:
            app.close()
    print(tr("{n} plaatjes in {out}").format(n=demo.count, out=out))
    return 0


def _cannot(sentence: str, out: Path, error: Exception) -> int:
    from tegenwicht.storage.reasons import why_not

    why = why_not(error)
    print(sentence.format(out=out, why=why), file=sys.stderr)
    return 1


def _need_a_driver() -> None:
    try:
        window.open_display()
    except window.NoScreenError:
        os.environ["SDL_VIDEODRIVER"] = "dummy"
