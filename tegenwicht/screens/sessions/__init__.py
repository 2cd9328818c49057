"""Earlier sessions: found while typing, to go on with, look back at, hand on, compare, or throw away."""

from tegenwicht.screens.sessions.screen import build

__all__ = ["build"]
