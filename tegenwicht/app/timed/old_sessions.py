"""Sessions that are older than they are kept: told the first time, gone by themselves once someone agreed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tegenwicht.app.answer import Answer
from tegenwicht.app.desks.erasing import ErasingDesk, old_sessions
from tegenwicht.app.timed.due import NEVER, When
from tegenwicht.i18n import several
from tegenwicht.screens.shell.model import Model
from tegenwicht.screens.shell.scenes import Scene
from tegenwicht.storage.journal.contract import NotErased

AFTER, AGAIN, LATER = 4.0, 30.0, 3600.0
"""Seconds: after the start, after a moment at which it could not be, and after it was done."""


class OldSessions:
    """Only on the first screen, where nobody is busy with a session. ``clock``: seconds that only go forward.

    When all sessions there are would go, it is told and not done: a clock that is years ahead looks like that.
    """

    when = When.IDLE

    def __init__(self, desk: ErasingDesk, clock: Callable[[], float]) -> None:
        self.desk, self.clock = desk, clock
        self._at = clock() + AFTER
        self._told = ""

    def due(self, model: Model) -> float:
        """Never while sessions are kept for ever."""
        return self._at if model.settings.months_kept else NEVER

    def act(self, model: Model) -> Answer:
        """What is too old goes, or is told."""
        back = self.desk.back
        if model.scene != Scene.START or model.panel or model.playing is not None or back.journal.trouble:
            self._at = self.clock() + AGAIN
            return Answer(model)
        self._at = self.clock() + LATER
        old = len(old_sessions(back, model.settings.months_kept))
        if not old:
            return Answer(model)
        if not model.settings.old_may_go or old == back.journal.count():
            return self._telling(model, old)
        try:
            settings, said = self.desk.erased_old(model.settings)
        except NotErased as error:
            settings, said = model.settings, [str(error)]
        back.erased(settings)
        return Answer(
            replace(model, settings=settings, sessions=back.sessions(), notices=(*model.notices, *said))
        )

    def _telling(self, model: Model, old: int) -> Answer:
        words = several(
            "{n} sessie is ouder dan je wilt bewaren. Bij Instellingen zie je welke, en kun je die wissen.",
            "{n} sessies zijn ouder dan je wilt bewaren. Bij Instellingen zie je welke, en kun je ze wissen.",
            old,
        )
        if words == self._told:
            return Answer(model)
        self._told = words
        return Answer(replace(model, notices=(*model.notices, words)))
