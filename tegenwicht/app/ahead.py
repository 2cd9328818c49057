"""What is loaded while nobody presses anything, so that no first press has to wait for it."""

from collections.abc import Iterator
from importlib import import_module

FIRST = (
    "tegenwicht.game.events", "tegenwicht.game.rules", "tegenwicht.game.tegenwicht", "tegenwicht.screens.setup",
    "tegenwicht.session", "tegenwicht.storage.journal.codec", "tegenwicht.screens.tegenwicht",
)  # fmt: skip
"""What most people need first; every mode comes after it."""


class Ahead:
    """Modules to load, one in each idle moment. busy: until the last one is there."""

    def __init__(self) -> None:
        self._names: Iterator[str] = _names()
        self.busy = True

    def load_next(self) -> None:
        """One more."""
        name = next(self._names, "")
        if name:
            import_module(name)
        else:
            self.busy = False


def _names() -> Iterator[str]:
    yield from FIRST
    from tegenwicht.game.modes import MODES

    yield from (f"tegenwicht.screens.{mode}" for mode in MODES)
