"""A copy of the journal, once a day, in an idle moment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tegenwicht.app.answer import Answer
from tegenwicht.app.backstage import Backstage
from tegenwicht.app.timed.due import When
from tegenwicht.screens.shell.model import Model

AFTER, AGAIN, LATER = 2.0, 20.0, 3600.0
"""Seconds: after the start, after someone came in between, and after it was done."""


class BackingUp:
    """``clock``: seconds that only go forward. ``busy``: whether someone pressed something meanwhile."""

    when = When.IDLE

    def __init__(self, back: Backstage, clock: Callable[[], float], busy: Callable[[], bool]) -> None:
        self.back, self.clock, self.busy = back, clock, busy
        self._at = clock() + AFTER
        self._told = ""

    def due(self, _model: Model) -> float:
        """When to look whether a copy is due."""
        return self._at

    def act(self, model: Model) -> Answer:
        """A copy when today there is none; says nothing when all is well."""
        from tegenwicht.storage.journal.backups import back_up_when_due

        stopped = False

        def stop() -> bool:
            nonlocal stopped
            stopped = stopped or self.busy()
            return stopped

        problem = None
        if not self.back.journal.trouble:
            problem = back_up_when_due(self.back.data, self.back.now(), stop)
        self._at = self.clock() + (AGAIN if stopped or self.back.journal.trouble else LATER)
        if not problem or problem == self._told:
            return Answer(model)
        self._told = problem
        return Answer(replace(model, notices=(*model.notices, problem)))
