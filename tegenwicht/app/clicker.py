"""A presenter's clicker, while the regie is open: next is the main button; held, it goes along the clusters.

Next marks or goes on only when it is let go, so that holding it can mean something else.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pygame

from tegenwicht.app.answer import Answer, Say
from tegenwicht.app.timed.due import NEVER, When
from tegenwicht.i18n import tr
from tegenwicht.kit.input import key_name
from tegenwicht.screens.shell.clicking import FORM, choices, pointed
from tegenwicht.screens.shell.update import with_entry

if TYPE_CHECKING:
    from tegenwicht.game.cards import Cluster
    from tegenwicht.screens.shell.model import Model

HELD_SECONDS = 0.6
Mark = Callable[["Model", Any], Answer]


class Clicker:
    """clock: seconds that only go forward. mark: does an action of the game, and answers with the model."""

    when = When.ALWAYS

    def __init__(self, clock: Callable[[], float], mark: Mark) -> None:
        self.clock, self.mark = clock, mark
        self._down: pygame.event.Event | None = None
        self._since = 0.0

    def takes(self, event: pygame.event.Event, model: Model) -> bool:
        """Whether a key that went down is next, of which it must be seen whether it is held."""
        if not model.directing or model.panel or not choices(model) or key_name(event) != "pagedown":
            return False
        if self._down is None:
            self._down, self._since = event, self.clock()
            pygame.event.set_allowed([pygame.KEYUP])
        return True

    def let_go(self, event: pygame.event.Event) -> pygame.event.Event | None:
        """The key that went down, when it came up before it was held."""
        if self._down is None or event.key != self._down.key:
            return None
        down, self._down = self._down, None
        pygame.event.set_blocked([pygame.KEYUP])
        return down

    def due(self, _model: Model) -> float:
        """When next has been held so long that it means something else."""
        return NEVER if self._down is None else self._since + HELD_SECONDS

    def act(self, model: Model) -> Answer:
        """Held: begin going along the clusters; or mark the one where one is."""
        self._down = None
        pygame.event.set_blocked([pygame.KEYUP])
        at = pointed(model)
        if at is None:
            return self.step(model)
        return self.mark(self._to(model, 0), _marking(model, at))

    def step(self, model: Model) -> Answer:
        """To the next cluster; after the last one it is over, and nothing was marked."""
        number = int(model.form(FORM, 0)) + 1
        model = self._to(model, number if number <= len(choices(model)) else 0)
        at = pointed(model)
        words = tr("Niets gekozen.") if at is None else tr("{cluster}: houd volgende ingedrukt").format(
            cluster=_name(at)
        )  # fmt: skip
        return Answer(model, (Say(words),))

    def back(self, model: Model) -> Answer:
        """Out of it, marking nothing."""
        return Answer(self._to(model, 0), (Say(tr("Niets gekozen.")),))

    def _to(self, model: Model, number: int) -> Model:
        return replace(model, forms=with_entry(model.forms, FORM, number))


def _name(cluster: Cluster) -> str:
    from tegenwicht.screens.parts.names import cluster_name

    return cluster_name(cluster)


def _marking(model: Model, cluster: Cluster) -> Any:
    from tegenwicht.game import tegenwicht as t

    assert model.playing is not None
    turn = t.table(model.playing.timeline.session).turn
    marked = turn is not None and cluster in turn.mentions
    return t.TakeBackMention(cluster) if marked else t.Mention(cluster)
