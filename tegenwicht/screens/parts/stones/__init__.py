"""Ten stones over six clusters, before a talk and after it: a game of its own, and the frame of a Kaartgesprek."""

from tegenwicht.screens.parts.stones.screen import Round, build
from tegenwicht.screens.parts.stones.words import announcement, motion, moved_in, undo_name

__all__ = ["Round", "announcement", "build", "motion", "moved_in", "undo_name"]
