"""The connections with screen readers, one for each window. What they ask comes in as events, like a key."""

from collections.abc import Callable
from typing import Any

import pygame

from tegenwicht.kit.nodes import Node

First = Callable[[], tuple[Node, str, Any]]
"""What is shown when a screen reader first asks: the tree, the key of the focus, the caret."""


class Readers:
    """clock: seconds that only go forward. running: whether there is still a loop that takes events.

    asked: the type of the events. Each has the ``request``, and ``second``: from the second window, on which there
    is nothing to press: it is only told what is there.
    """

    def __init__(self, clock: Callable[[], float], running: Callable[[], bool]) -> None:
        self.clock, self.running = clock, running
        self.asked = pygame.event.custom_type()

    def main(self, handle: Callable[[], object], first: First) -> Any:
        """The connection of the main window."""
        return self._connected(handle, first, False)

    def second(self, handle: Callable[[], object], first: First) -> Any:
        """The connection of the second window."""
        return self._connected(handle, first, True)

    def _connected(self, handle: Callable[[], object], first: First, second: bool) -> Any:
        from tegenwicht.kit.screen_reader.access import open_access
        from tegenwicht.screens.shell.spoken import spoken

        def post(request: object) -> None:  # called from another thread: left for the main loop
            if self.running():
                pygame.event.post(pygame.event.Event(self.asked, request=request, second=second))

        return open_access(handle, post, first, spoken=spoken(), clock=self.clock)
