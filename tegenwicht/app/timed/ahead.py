"""What is loaded and drawn while nobody presses anything, so that no first press has to wait for it."""

from collections.abc import Callable, Iterator
from importlib import import_module

from tegenwicht.app.answer import Answer
from tegenwicht.app.likely import after_the_main_button
from tegenwicht.app.playable import PlayableDecks
from tegenwicht.app.screen import Screen
from tegenwicht.app.timed.due import NEVER, When
from tegenwicht.screens.shell import entries
from tegenwicht.screens.shell.model import Model

FIRST = (
    "tegenwicht.game.events", "tegenwicht.game.rules", "tegenwicht.game.tegenwicht", "tegenwicht.screens.setup",
    "tegenwicht.session", "tegenwicht.storage.journal.codec", "tegenwicht.screens.tegenwicht",
    "tegenwicht.kit.motion.playing",
)  # fmt: skip
"""What most people need first; every mode comes after it."""
PAUSE = 0.03
"""Seconds from one to the next, for who presses something meanwhile."""
AT_ONCE_SECONDS = 0.004
"""So long is drawn out of sight in one idle moment; then comes a pause."""

State = tuple[object, ...]


class Ahead:
    """First modules and titles of ``decks``, one in each idle moment by the ``clock``; then what the main button brings.

    What is drawn is kept by the painter of ``screen``; the window does not change. For each state it is done once.
    """

    when = When.IDLE

    def __init__(self, clock: Callable[[], float], screen: Screen, decks: PlayableDecks) -> None:
        self._clock, self._screen = clock, screen
        self._loading: Iterator[object] | None = _loaded(decks)
        self._next = clock() + PAUSE
        self._state: State = ()
        self._ops: Iterator[object] | None = None
        self._wanted = False

    def due(self, model: Model) -> float:
        """Soon, until all of it is there."""
        state = _state(model, self._screen.size)
        if state != self._state:
            self._state, self._ops, self._wanted = state, None, True
            self._next = max(self._next if self._next != NEVER else 0.0, self._clock() + PAUSE)
        return self._next if self._loading is not None or self._wanted else NEVER

    def act(self, model: Model) -> Answer:
        """One step more."""
        if self._loading is not None:
            if next(self._loading, None) is None:
                self._loading = None
        elif self._ops is None:
            self._ops = self._seen_next(model)
        else:
            until = self._clock() + AT_ONCE_SECONDS
            for op in self._ops:
                self._screen.stage.painter.prepare(op)
                if self._clock() >= until:
                    break
            else:
                self._ops, self._wanted = None, False
        self._next = self._clock() + PAUSE
        return Answer(model)

    def _seen_next(self, model: Model) -> Iterator[object]:
        """What the window would show after the main button."""
        stage = self._screen.stage
        after = None if model.panel else after_the_main_button(model, stage.tree)
        return iter(() if after is None else stage.ops_of(after, self._screen.size))


def _state(model: Model, size: tuple[int, int]) -> State:
    """What decides what the main button brings, as far as it is worth drawing it anew."""
    playing, settings = model.playing, model.settings
    at = (playing.id, playing.timeline.count) if playing is not None else ()
    step = model.form(entries.SETUP_STEP, 1)
    return (model.scene, step, at, bool(model.panel), size, settings.theme, settings.text_size)


def _loaded(decks: PlayableDecks) -> Iterator[object]:
    """What was loaded, one after the other."""
    yield from map(import_module, FIRST)
    yield from map(decks.title, decks.files())
    from tegenwicht.game.modes import MODES

    for mode in MODES:
        yield import_module(f"tegenwicht.screens.{mode}")
