"""Who edits a deck: one window at a time, so that no two write over each other's draft."""

from pathlib import Path

from tegenwicht.storage.journal.lock import Hold, SessionLock


class DeckHold:
    """Holds one of the user's own decks at a time. ``data``: the user's folder."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self._lock: SessionLock | None = None

    def take(self, name: str) -> bool:
        """Hold this deck instead of the one before; False when another window holds it."""
        self.let_go()
        self._lock = SessionLock.of_deck(self._data, name)
        return self._lock.hold is not Hold.ANOTHERS

    def let_go(self) -> None:
        """Others may edit what was held."""
        if self._lock is not None:
            self._lock.release()
        self._lock = None
