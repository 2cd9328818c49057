"""Kaarten: all cards on the table by cluster; look one up, open it, put cards in a hand to play with."""

from tegenwicht.screens.browse.screen import build

__all__ = ["build"]
