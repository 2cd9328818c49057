"""What is done at the table, for ``app``: a session begun, gone on with and left, and every action in it.

Wiring only: the rules are in ``game``, and the session's one door for change is in ``session``.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tegenwicht.app.backstage import Backstage, setup_to_keep
from tegenwicht.app.desk import Desk, Done
from tegenwicht.i18n import tr
from tegenwicht.screens.shell import commands as c
from tegenwicht.screens.shell import update
from tegenwicht.screens.shell.model import Model
from tegenwicht.screens.shell.view import View

if TYPE_CHECKING:
    from tegenwicht.game.clock import Stage
    from tegenwicht.kit.motion.moves import Move


class TableDesk(Desk):
    """Answers the commands about the session on the table.

    clock: seconds that only go forward. view: what a screen is given, to find out what moves after an action.
    """

    def __init__(self, back: Backstage, clock: Callable[[], float], view: Callable[[Model], View]) -> None:
        self.back, self.clock, self.view = back, clock, view
        self._motion: Move | None = None
        self._told: tuple[str, Stage | None] = ("", None)
        self.handlers = {
            c.Do: lambda model, command: self._act(model, command.action),
            c.Clock: lambda model, command: self._act(model, self._of_the_clock(command.what)),
            c.Begin: self._begin,
            c.Resume: lambda model, command: self._arrived(model, self.back.resume(command.session)),
            c.Leave: lambda model, _: self._leave(model),
        }

    def take_motion(self) -> "Move | None":
        """What moves after the last action, once."""
        motion, self._motion = self._motion, None
        return motion

    # -- commands

    def _act(self, model: Model, action: Any) -> Done:
        """A game action through the one door; the screen confirms only what the journal has."""
        if self.back.session is None:
            return Done(model)
        if action is None:
            return Done(self._now(model))
        done, said, event = self.back.act(action)
        if not done:
            elsewhere = self.back.session is None  # another copy of the app went on with it
            return Done(self._leave(model).model if elsewhere else model, problem=said)
        model = self._now(model)
        self._motion = self.back.motion(event, self.view(model))
        return Done(model, self._what_stays() or said if self._is_closed() else said)

    def _of_the_clock(self, what: str) -> Any:
        return self.back.clock_action(what, self.clock()) if self.back.session else None

    def _begin(self, model: Model, command: c.Begin) -> Done:
        problem = self.back.begin(command.setup, command.deck)
        if not problem:
            settings = replace(model.settings, last_setup=setup_to_keep(command.setup))
            self.back.keep_settings(settings)
            model = replace(model, settings=settings)
        return self._arrived(model, problem)

    def _arrived(self, model: Model, problem: str) -> Done:
        if problem:
            return Done(model, problem=problem)
        playing, today = self.back.playing(self.clock()), self.back.today()
        model = replace(update.to_scene(model, "play"), playing=playing, today=today)
        return Done(model, self.back.where_we_are())

    def _leave(self, model: Model) -> Done:
        problem = self.back.pause(self.clock())
        said = "" if self._is_closed() else self._what_stays()  # of closing it was said then
        self.back.leave()
        model = replace(update.to_scene(model, "start"), playing=None, sessions=self.back.sessions())
        return Done(model, "" if problem else said, problem)

    def _what_stays(self) -> str:
        """What becomes of the session on the table; nothing as long as some of it waits for the disk."""
        if self.back.session is None or self.back.journal.waiting:
            return ""
        if self._is_closed():
            return tr("Sessie gesloten en bewaard.")
        return tr("Sessie bewaard. Je kunt later verder.")

    def _is_closed(self) -> bool:
        return self.back.session is not None and self.back.session.timeline.session.phase == "closed"

    def _now(self, model: Model) -> Model:
        return replace(model, playing=self.back.playing(self.clock()), message="")

    # -- the time of a turn

    def until_next(self) -> float:
        """Seconds until the clock on the table shows something else."""
        return self.back.until_next_reading(self.clock())

    def tick(self, model: Model) -> tuple[Model, str, bool]:
        """What the clock shows now; what to say when a time has just run out, once; whether the bell rings."""
        playing = model.playing
        if playing is None:
            self._told = ("", None)
            return model, "", False
        now = self.clock()
        reading = self.back.reading(now)
        if reading != playing.reading:
            model = replace(model, playing=self.back.playing(now))
        before, self._told = self._told, (playing.id, reading.stage)
        if before == self._told or before[0] != playing.id:
            return model, "", False
        talking = playing.timeline.session.talking_seconds > 0
        return model, _run_out(before[1], reading.stage, talking), self.back.time_is_up(reading)


def _run_out(before: "Stage | None", now: "Stage", talking: bool) -> str:
    """What to say when a turn's time has come from one stage to another. talking: whether there is time for it."""
    if now == "over":
        return tr("De tijd is om. Je mag rustig doorpraten.") if talking else tr("De denktijd is om.")
    if before == "thinking" and now == "talking":
        return tr("De denktijd is om. Nu is het tijd om te praten.")
    return ""
