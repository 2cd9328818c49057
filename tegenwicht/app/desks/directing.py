"""The regie: opened, closed, and brought back when the other screen goes away; and the curtain."""

from collections.abc import Callable
from dataclasses import replace
from enum import Enum, auto

from tegenwicht.app.answer import Animate, Answer, Say
from tegenwicht.app.backstage import Backstage
from tegenwicht.app.beamer import Beamer
from tegenwicht.app.desks.desk import Desk
from tegenwicht.app.timed.due import (
    AT_ONCE,
    NEVER,
    When,
)
from tegenwicht.i18n import tr
from tegenwicht.screens.shell import commands
from tegenwicht.screens.shell.model import Model
from tegenwicht.screens.shell.scenes import Scene

LOOK_SECONDS = 1.0
"""So often it is looked whether the other screen is still there."""
Act = Callable[[Model, commands.Clock], Answer]


class DirectingDesk(Desk):
    """screens: how many there are now. act: answers the commands of the clock."""

    def __init__(self, back: Backstage, beamer: Beamer, act: Act, screens: Callable[[], int]) -> None:
        self.back, self.beamer, self.act, self.screens = back, beamer, act, screens
        self._stopped = False
        self.handlers = {
            commands.Direct: lambda model, command: self.directed(model, command.how),
            commands.Curtain: lambda model, _: self._curtain(model),
        }

    def directed(self, model: Model, how: str) -> Answer:
        """The regie open or closed. On two screens it is remembered, so that it opens by itself the next time.

        On one the window for the group lies behind this one, and it is told where it is.
        """
        two = self.screens() > 1
        how = how or ("shut" if model.directing else "apart" if two else "drawer")
        now = {"shut": "", "drawer": "drawer", "apart": "apart"}[how]
        if two and model.settings.directing != (now == "apart"):
            settings = replace(model.settings, directing=now == "apart")
            self.back.keep_settings(settings)
            model = replace(model, settings=settings)
        if now == "apart" and not two:
            there = tr("De tafel staat in een eigen venster. Deel dat, of sleep het naar de beamer.")
            return self._with(
                replace(model, message=there), now, tr("Regie open. {there}").format(there=there)
            )
        return self._with(model, now, _SAID[now])

    def _with(self, model: Model, now: str, said: str) -> Answer:
        if now == "apart":
            self.beamer.open()
        else:
            self.beamer.close()
        return Answer(replace(model, directing=now, seen=""), (Say(said),))

    def gone(self, model: Model) -> Answer:
        """The other screen is gone, or its window was closed: everything is on the one that is there."""
        return self._with(model, "", tr("Het tweede scherm is weg. Alles staat weer op dit scherm."))

    def _curtain(self, model: Model) -> Answer:
        if model.curtain:
            answer = self._clock_again(replace(model, curtain=False))
            return answer._replace(effects=(*answer.effects, Say(tr("Gordijn open."))))
        runs = _runs(model)
        answer = self.act(model, commands.Clock("toggle")) if runs else Answer(model)
        self._stopped = runs
        words = tr("Gordijn dicht. De klok staat stil.")
        return Answer(replace(answer.model, curtain=True), (Say(words), *self._falling()))

    def _falling(self) -> tuple[Animate, ...]:
        """It slides over the table that the group sees; on one screen it is there at once."""
        if not self.beamer.is_open:
            return ()
        from tegenwicht.screens.regie.curtain import falling

        return (Animate(falling(self.beamer.surface.get_height())),)

    def _clock_again(self, model: Model) -> Answer:
        """The clock goes on where the curtain stopped it, and only there."""
        stopped, self._stopped = self._stopped, False
        still = model.playing is not None and model.playing.standing_still
        return self.act(model, commands.Clock("toggle")) if stopped and still else Answer(model)


_SAID = {
    "": tr("Regie gesloten."),
    "drawer": tr("Regie open, naast de tafel op dit scherm."),
    "apart": tr("Regie open. De tafel staat in een eigen venster."),
}


def _runs(model: Model) -> bool:
    playing = model.playing
    if playing is None or playing.standing_still or playing.timeline.clock_of is None:
        return False
    return playing.reading.stage in ("thinking", "talking")


class TheOther(Enum):
    """The screen that the table filled: there, or there was none; gone, and it may come back; gone, but the system
    still counts it, so that what is counted says nothing yet.
    """

    THERE = auto()
    STILL_COUNTED = auto()
    GONE = auto()


class ScreensThere:
    """Looks whether a screen came or went, as long as that matters."""

    when = When.ALWAYS

    def __init__(self, desk: DirectingDesk, clock: Callable[[], float]) -> None:
        self.desk, self.clock = desk, clock
        self._next = 0.0
        self._offered = ""
        self._other = TheOther.THERE

    def due(self, model: Model) -> float:
        """While the table fills another screen, or the one that it filled may come back; and once a session, when the
        regie is to open by itself.
        """
        if self.desk.beamer.filling and self.desk.beamer.is_open:
            return self._next
        wanted = model.settings.directing and model.scene == Scene.PLAY and model.playing is not None
        if not wanted or model.playing is None or model.directing:
            return NEVER
        if self._offered != model.playing.id:
            return AT_ONCE
        return NEVER if self._other is TheOther.THERE else self._next

    def act(self, model: Model) -> Answer:
        """Back to one screen, or over two."""
        self._next = self.clock() + LOOK_SECONDS
        screens, session = self.desk.screens(), model.playing.id if model.playing is not None else ""
        first, self._offered = self._offered != session, session
        if self.desk.beamer.is_open:
            if screens > 1 and not self.desk.beamer.lost_its_screen:
                return Answer(model)
            self._other = TheOther.GONE if screens == 1 else TheOther.STILL_COUNTED
            return self.desk.gone(model)
        if screens > 1 and (first or self._other is TheOther.GONE):
            self._other = TheOther.THERE
            return self.desk.directed(model, "apart")
        if screens == 1 and self._other is TheOther.STILL_COUNTED:
            self._other = TheOther.GONE
        return Answer(model)


class SmallPicture:
    """What is on the beamer, small in the regie: no more than four times a second, and only when it is another."""

    when = When.ALWAYS

    def __init__(self, beamer: Beamer, made: Callable[[], None]) -> None:
        self.beamer, self.made = beamer, made

    def due(self, _model: Model) -> float:
        """When it is made anew."""
        return self.beamer.picture_due

    def act(self, model: Model) -> Answer:
        """Have the picture made of what is on the beamer now; the model stays as it is."""
        self.made()
        return Answer(model)
