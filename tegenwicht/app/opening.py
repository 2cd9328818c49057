"""The first frame: what is kept is read and the start screen is on the window, before anything else is loaded.

What answers commands and what happens by itself comes right after it, in ``loop``.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tegenwicht.app.backstage import Backstage
from tegenwicht.app.first_model import first_model
from tegenwicht.app.places import Places
from tegenwicht.app.screen import Screen
from tegenwicht.kit import window

if TYPE_CHECKING:
    import pygame

    from tegenwicht.preferences import Wishes
    from tegenwicht.screens.shell.model import Model


class Opening:
    """What there is at the first frame; the arguments are those of ``loop.App``. It opens no window yet: see ``show``.

    opened: the window, where there is one already.

    screen: the window. back: what is kept. places: where decks are. model: what is shown first. shown: it is.
    """

    def __init__(
        self,
        data: Path,
        *,
        deck: Path | None = None,
        size: tuple[int, int] | None = None,
        full_screen: bool = False,
        clock: Callable[[], float] = time.perf_counter,
        now: Callable[[], datetime] = datetime.now,
        journal: Any = None,
        wishes: Wishes | None = None,
        opened: pygame.Surface | None = None,
    ) -> None:
        self.size, self.opened, self.shown = size, opened, False
        self.screen = Screen(clock)
        self.back = Backstage(data, now, journal, wishes)
        self.places = Places(data, self.back.playable.read, self.back.playable.listed)
        self.model = first_model(self.back, self.places, deck, full_screen)

    def show(self, model: Model) -> Model:
        """Open the window with the model on it; the model as it is shown. NoScreenError where there is no screen.

        The cards on the scale come a frame later; where the window is still hidden, when it no longer is.
        """
        self.shown = self.screen.stage.hasty = True
        self.screen.open(model.settings, self.size, self.opened)
        self._draw(model)
        if not window.must_hide():
            self.screen.stage.present()
            window.give_memory_back()  # from here on much is drawn that stays, some of it in a thread
            self.complete()
        return self.model

    def complete(self) -> None:
        """Show what the first frame left out."""
        if self.screen.stage.hasty:
            self.screen.stage.hasty = False
            self._draw(self.model)
            self.screen.stage.present()

    def _draw(self, model: Model) -> None:
        self.model, tree = self.screen.stage.built(model, self.screen.size)
        if not self.screen.stage.hasty:
            self.screen.stage.prepare_together(tree)
        self.screen.show(self.model, tree, False, None)
