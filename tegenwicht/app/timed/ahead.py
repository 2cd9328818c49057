"""What is loaded while nobody presses anything, so that no first press has to wait for it."""

from collections.abc import Callable, Iterator
from importlib import import_module

from tegenwicht.app.answer import Answer
from tegenwicht.app.timed.due import NEVER, When
from tegenwicht.screens.shell.model import Model

FIRST = (
    "tegenwicht.game.events", "tegenwicht.game.rules", "tegenwicht.game.tegenwicht", "tegenwicht.screens.setup",
    "tegenwicht.session", "tegenwicht.storage.journal.codec", "tegenwicht.screens.tegenwicht",
)  # fmt: skip
"""What most people need first; every mode comes after it."""
PAUSE = 0.03
"""Seconds from one to the next, for who presses something meanwhile."""


class Ahead:
    """Modules to load, one in each idle moment, by the ``clock``."""

    when = When.IDLE

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._names: Iterator[str] = _names()
        self._next = clock() + PAUSE

    def due(self, _model: Model) -> float:
        """Soon, until the last one is there."""
        return self._next

    def act(self, model: Model) -> Answer:
        """One more."""
        name = next(self._names, "")
        if name:
            import_module(name)
        self._next = self._clock() + PAUSE if name else NEVER
        return Answer(model)


def _names() -> Iterator[str]:
    yield from FIRST
    from tegenwicht.game.modes import MODES

    yield from (f"tegenwicht.screens.{mode}" for mode in MODES)
