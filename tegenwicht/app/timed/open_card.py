"""The card that lies open on the first screen makes room for the next cluster's, a few times, as long as nobody is there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pygame

from tegenwicht.app.answer import Animate, Answer
from tegenwicht.app.timed.due import NEVER, When
from tegenwicht.screens.shell.model import Model
from tegenwicht.screens.shell.scenes import Scene
from tegenwicht.screens.shell.view import View
from tegenwicht.screens.start.open_card import SHOWN, following

EVERY, MOST = 9.0, 6
"""Seconds that a card lies open, and how often another comes: once for every cluster."""
SOMEBODY = (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN, pygame.MOUSEWHEEL, pygame.FINGERDOWN)
"""Whoever does any of this, or moves the pointer, is there: the cards lie still until one comes back."""


class OpenCard:
    """Never with less movement, and nothing is said. ``clock``: seconds that only go forward. view: of a model."""

    when = When.IDLE

    def __init__(self, clock: Callable[[], float], view: Callable[[Model], View]) -> None:
        self.clock, self.view = clock, view
        self._turned, self._at, self._elsewhere = 0, clock() + EVERY, False
        self._pointer: tuple[int, int] | None = None

    def came(self, event: pygame.event.Event, model: Model) -> None:
        """Something happened; when somebody did it here, no card turns any more."""
        self._elsewhere = self._elsewhere or model.scene != Scene.START
        if event.type in SOMEBODY and not self._elsewhere:
            self._turned = MOST

    def due(self, model: Model) -> float:
        """When the next card comes."""
        if model.scene != Scene.START:
            self._elsewhere = True
            return NEVER
        if self._elsewhere:
            self._turned, self._at, self._elsewhere = 0, self.clock() + EVERY, False
        still = (
            model.settings.reduced_motion or model.panel or model.deck is None or model.focus == "start:card"
        )
        return NEVER if still or self._turned >= MOST else self._at

    def act(self, model: Model) -> Answer:
        """The open card goes back to its pan, and that of the next cluster comes."""
        self._turned, self._at = self._turned + 1, self.clock() + EVERY
        v = self.view(model)
        was, now = following(v)
        moved, self._pointer = self._pointer not in (None, pygame.mouse.get_pos()), pygame.mouse.get_pos()
        if moved or was is None or now is None:
            self._turned = MOST
            return Answer(model)
        from tegenwicht.screens.start.balance import exchanged

        model = replace(model, forms={**model.forms, SHOWN: now.value})
        return Answer(model, (Animate(exchanged(v.theme, was, now)),))
