"""The end of a round: guess first, where there is something to guess about; then look."""

from tegenwicht.kit.nodes import Node
from tegenwicht.screens.parts.small_views import enlarged
from tegenwicht.screens.shell.view import View
from tegenwicht.screens.tegenwicht.compact.compact_size import is_compact
from tegenwicht.screens.tegenwicht.now import Now
from tegenwicht.screens.tegenwicht.round_end import guess_scene, reveal_scene, round_compact
from tegenwicht.screens.tegenwicht.round_end.round_now import Guessing, done_of, guessing_of
from tegenwicht.screens.tegenwicht.table import dialog


def build(v: View) -> Node:
    """The round that was just done."""
    now = done_of(v)
    guessing, over = guessing_of(now), dialog(now)
    if is_compact(v):
        small = now._replace(v=enlarged(v))
        return round_compact.guess(small, guessing, over) if guessing else round_compact.reveal(small, over)
    return _large(now, guessing, over)


def at_large(v: View) -> Node:
    """The same on the large table, whatever the window, without a panel: for all to see."""
    now = done_of(v)
    return _large(now, guessing_of(now), None)


def _large(now: Now, guessing: Guessing | None, over: Node | None) -> Node:
    return guess_scene.build(now, guessing, over) if guessing else reveal_scene.build(now, over)
