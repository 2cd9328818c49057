"""Saving again what could not be saved, as long as that lasts."""

from collections.abc import Callable
from typing import Protocol

from tegenwicht.app.answer import Answer
from tegenwicht.app.timed.due import NEVER, When
from tegenwicht.screens.shell.model import Model

RETRY_SECONDS = 5.0


class Saves(Protocol):
    """Something that is saved. trouble: why it is not, as long as that lasts."""

    @property
    def trouble(self) -> str:
        """Empty when all is well."""

    def retry(self) -> None:
        """Try again to save what waits."""


class Retrying:
    """Tries again every few seconds, by the ``clock``; at once when the trouble begins."""

    when = When.ALWAYS

    def __init__(self, saves: Saves, clock: Callable[[], float]) -> None:
        self._saves, self._clock = saves, clock
        self._next = 0.0

    def due(self, _model: Model) -> float:
        """When to try again; NEVER when all is saved."""
        return self._next if self._saves.trouble else NEVER

    def act(self, model: Model) -> Answer:
        """Try; what came of it is told with the other news."""
        self._next = self._clock() + RETRY_SECONDS
        self._saves.retry()
        return Answer(model)
