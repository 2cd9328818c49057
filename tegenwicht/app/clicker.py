"""A presenter's clicker, while the regie is open: next is the main button; held, it goes along the clusters.

Next marks or goes on only when it is let go, so that holding it can mean something else.
"""

from collections.abc import Callable
from dataclasses import replace

import pygame

from tegenwicht.app.answer import Answer, Carry, Say
from tegenwicht.app.timed.due import NEVER, When
from tegenwicht.i18n import tr
from tegenwicht.kit.input import key_name
from tegenwicht.kit.nodes import Node
from tegenwicht.screens.shell.clicking import FORM, Pointed, choices, pointed
from tegenwicht.screens.shell.model import Model
from tegenwicht.screens.shell.update import with_entry

HELD_SECONDS = 0.6


class Clicker:
    """clock: seconds that only go forward. tree: what is on the main window."""

    when = When.ALWAYS

    def __init__(self, clock: Callable[[], float], tree: Callable[[], Node]) -> None:
        self.clock, self.tree = clock, tree
        self._down: pygame.event.Event | None = None
        self._since = 0.0

    def takes(self, event: pygame.event.Event, model: Model) -> bool:
        """Whether a key that went down is next, of which it must be seen whether it is held."""
        if not model.directing or model.panel or key_name(event) != "pagedown":
            return False
        if not choices(self.tree(), model):
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
        """Held: begin going along the clusters; or choose the one where one is."""
        self._down = None
        pygame.event.set_blocked([pygame.KEYUP])
        at = self.at(model)
        if at is None or at.action is None:
            return self.step(model)
        return Answer(_to(model, ""), (Carry(at.action),))

    def at(self, model: Model) -> Node | None:
        """The one where it is, as long as that can be chosen."""
        key = pointed(model)
        return next((one for one in choices(self.tree(), model) if one.key == key), None) if key else None

    def step(self, model: Model) -> Answer:
        """To the next cluster; after the last one it is over, and nothing was chosen."""
        found, at = choices(self.tree(), model), self.at(model)
        number = 0 if at is None else [one.key for one in found].index(at.key) + 1
        if number >= len(found):
            return self.back(model)
        words = tr("{cluster}: houd volgende ingedrukt").format(cluster=found[number].label)
        return Answer(_to(model, found[number].key), (Say(words),))

    def back(self, model: Model) -> Answer:
        """Out of it, choosing nothing."""
        return Answer(_to(model, ""), (Say(tr("Niets gekozen.")),))


def _to(model: Model, key: str) -> Model:
    return replace(model, forms=with_entry(model.forms, FORM, Pointed(key)))
