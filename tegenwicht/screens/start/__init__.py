"""The start: five places that never move, and a scale with a card to begin with."""

from tegenwicht.screens.start.screen import build

__all__ = ["build"]
