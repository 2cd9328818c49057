"""Setting up a session in two steps: which game; then who sits at the table, and how much time there is."""

from tegenwicht.kit.nodes import Node
from tegenwicht.screens.setup.choices import setup_of, step
from tegenwicht.screens.setup.games import build as build_games
from tegenwicht.screens.setup.table_and_time import build as build_table
from tegenwicht.screens.shell.view import View


def build(v: View) -> Node:
    """The step one is at."""
    return build_games(v) if step(v) == 1 else build_table(v)


__all__ = ["build", "setup_of"]
