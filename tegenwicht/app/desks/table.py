"""What is done at the table: a session begun, gone on with and left, every action in it, and its clock.

Wiring only: the rules are in ``game``, and the session's one door for change is in ``session``.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tegenwicht.app.answer import (
    Animate,
    Answer,
    Effect,
    Refuse,
    Ring,
    Say,
    Unread,
    refusing,
    saying,
    telling,
)
from tegenwicht.app.backstage import Backstage
from tegenwicht.app.desks.desk import Desk
from tegenwicht.app.last_time import ALONE, setup_to_keep
from tegenwicht.app.timed.due import (
    AT_ONCE,
    NEVER,
    When,
)
from tegenwicht.app.typed import TYPED_SHUFFLE
from tegenwicht.i18n import tr
from tegenwicht.screens.shell import commands, update
from tegenwicht.screens.shell.entries import REPORT_SAVED
from tegenwicht.screens.shell.model import REHEARSAL, Model, Playing
from tegenwicht.screens.shell.scenes import Scene
from tegenwicht.screens.shell.view import View

if TYPE_CHECKING:
    from tegenwicht.game.clock import Stage


class TableDesk(Desk):
    """Answers the commands about the session on the table.

    clock: seconds that only go forward. view: what a screen is given, to find out what moves after an action.
    resumed: gives back what was typed in the session before the program ended.
    """

    def __init__(
        self,
        back: Backstage,
        clock: Callable[[], float],
        view: Callable[[Model], View],
        resumed: Callable[[Model], Model],
    ) -> None:
        self.back, self.clock, self.view, self.resumed = back, clock, view, resumed
        self.handlers = {
            commands.Do: lambda model, command: self._do(model, command.action),
            commands.Clock: lambda model, command: self._clocked(model, command.what),
            commands.Begin: self._begin,
            commands.PlayAlone: self._play_alone,
            commands.Resume: self._resume,
            commands.Rehearse: lambda model, _: self._rehearse(model),
            commands.Leave: lambda model, command: self._leave(model, command.told),
        }

    def answer(self, model: Model, command: commands.Clock) -> Answer:
        """What its clock does, for whoever else stops it."""
        return self._act(model, self._of_the_clock(command.what))

    def _do(self, model: Model, action: Any) -> Answer:
        """What someone does; a report that was made before it does not tell of it, so it can be made again."""
        answer = self._act(model, action)
        if any(isinstance(one, Refuse) for one in answer.effects):
            return answer
        kept = update.without_entries(answer.model.forms, REPORT_SAVED)
        return answer._replace(model=replace(answer.model, forms=kept))

    def _act(self, model: Model, action: Any) -> Answer:
        """A game action through the one door; the screen confirms only what the journal has."""
        if self.back.session is None:
            return Answer(model)
        if action is None:
            return Answer(self._now(model))
        done, said, event = self.back.act(action)
        if not done:
            elsewhere = self.back.session is None  # another copy of the app went on with it
            return refusing(self._leave(model).model if elsewhere else model, said)
        model = replace(self._now(model), forms=self.back.as_it_comes(event, model.forms))
        if kept := self.back.still_kept(event):
            model = replace(model, message=kept)
        motion = self.back.motion(event, self.view(model))
        said = self._what_stays() or said if self._is_closed() else said
        effects: list[Effect] = [Say(said)] if said else []
        effects += [Animate(motion)] if motion is not None else []
        effects += [Unread()] if self.back.is_unread(event) else []
        return Answer(model, tuple(effects))

    def _clocked(self, model: Model, what: str) -> Answer:
        """The clock runs, stands still or got a minute more; the time that results is said with it."""
        from tegenwicht.screens.parts.words import time_aloud

        answer = self._begin_talking(model) if what == "talk" else self._act(model, self._of_the_clock(what))
        playing = answer.model.playing
        if playing is None or any(isinstance(one, Refuse) for one in answer.effects):
            return answer
        said = [one.words for one in answer.effects if isinstance(one, Say)] or [tr("Tijd loopt")]
        time = time_aloud(playing.reading, playing.standing_still)
        others = tuple(one for one in answer.effects if not isinstance(one, Say))
        return Answer(answer.model, (Say(". ".join(filter(None, (*said, time)))), *others))

    def _begin_talking(self, model: Model) -> Answer:
        """The time to think is over; nothing where the clock does not run."""
        answer = Answer(model)
        if self.back.session is None or self.back.standing_still():
            return answer
        for action in self.back.begin_talking():
            answer = self._act(answer.model, action)
        return answer

    def _of_the_clock(self, what: str) -> Any:
        return self.back.clock_action(what, self.clock()) if self.back.session else None

    def _begin(self, model: Model, command: commands.Begin) -> Answer:
        problem = self.back.begin(command.setup, command.deck)
        if not problem:
            last = setup_to_keep(command.setup, model.settings.last_setup)
            settings = replace(model.settings, last_setup=last)
            self.back.keep_settings(settings)
            used = (TYPED_SHUFFLE,) if command.setup.mode != ALONE else ()
            forms = update.without_entries(model.forms, *used)
            model = replace(model, settings=settings, forms=forms)
        return self._arrived(model, problem)

    def _rehearse(self, model: Model) -> Answer:
        """Two people, two cards, and no time that runs."""
        from tegenwicht.game.events import Participant, Setup

        if model.deck is None or self.back.session is not None:
            return Answer(model)
        people = (Participant(1, tr("Wie begeleidt")), Participant(2, tr("De groep")))
        setup = Setup("tegenwicht", tr("Oefenronde"), people, rounds=1, thinking_seconds=0, talking_seconds=0)
        self.back.rehearse(setup, model.deck)
        return self._arrived(
            replace(model, directing="" if model.directing == "drawer" else model.directing), ""
        )

    def _play_alone(self, model: Model, command: commands.PlayAlone) -> Answer:
        """Nothing is asked: the date is the shuffle number, so that there is a card of the day."""
        if model.deck is None:
            return Answer(model)
        from tegenwicht.game.events import Participant, Setup

        numbers = {card.number for card in model.deck.cards}
        hand = tuple(number for number in command.cards if number in numbers)
        day = int(self.back.today().replace("-", "")[2:])
        setup = Setup(
            ALONE,
            "",
            (Participant(1),),
            thinking_seconds=0,
            talking_seconds=0,
            shuffle_number=day,
            cards=hand,
        )
        answer = self._begin(model, commands.Begin(setup, model.deck))
        return self._laid(answer, command.on_table) if command.on_table in numbers else answer

    def _laid(self, answer: Answer, card: int) -> Answer:
        """The session that has just begun, with that card on the table: from the hand, or from under it."""
        from tegenwicht.game.alone import Choose, LookUp, alone

        if self.back.session is None or answer.model.playing is None:
            return answer  # it could not begin
        in_hand = card in alone(self.back.session.timeline.session).hand
        laid = self._act(answer.model, Choose(card) if in_hand else LookUp(card))
        still = tuple(effect for effect in laid.effects if not isinstance(effect, Animate))
        return Answer(laid.model, (*answer.effects, *still))  # nothing of the session was shown to move from

    def _resume(self, model: Model, command: commands.Resume) -> Answer:
        answer = self._arrived(model, self.back.resume(command.session))
        return answer if self.back.session is None else answer._replace(model=self.resumed(answer.model))

    def _arrived(self, model: Model, problem: str) -> Answer:
        if problem:
            return refusing(model, problem)
        playing, today = self.back.playing(self.clock()), self.back.today()
        model = replace(update.to_scene(model, Scene.PLAY), playing=playing, today=today)
        return Answer(model, (Say(self.back.where_we_are()),))

    def _leave(self, model: Model, told: bool = False) -> Answer:
        problem = self.back.pause(self.clock())
        said = "" if self._is_closed() else self._what_stays()  # of closing it was said then
        self.back.leave()
        model = replace(update.to_scene(model, Scene.START), playing=None, sessions=self.back.sessions())
        if problem:
            return refusing(model, problem)
        where = tr("Bewaard. Je vindt het terug bij Verder en bij Eerdere sessies.")
        return telling(model, where) if told and said else saying(model, said)

    def _what_stays(self) -> str:
        """What becomes of the session on the table; nothing as long as some of it waits for the disk."""
        if self.back.session is None or self.back.journal.waiting:
            return ""
        if self.back.session.id == REHEARSAL:
            return tr("De oefenronde is klaar. Er is niets bewaard.")
        if self._is_closed():
            return tr("Sessie gesloten en bewaard.")
        return tr("Sessie bewaard. Je kunt later verder.")

    def _is_closed(self) -> bool:
        return self.back.session is not None and self.back.session.timeline.session.phase == "closed"

    def _now(self, model: Model) -> Model:
        return replace(model, playing=self.back.playing(self.clock()), message="")


class TurnClock:
    """What the clock on the table shows, by the ``clock``; a word and a bell when a time has run out, once."""

    when = When.STILL

    def __init__(self, back: Backstage, clock: Callable[[], float]) -> None:
        self.back, self.clock = back, clock
        self._told: tuple[str, Stage | None] = ("", None)

    def due(self, model: Model) -> float:
        """When it shows something else than the model."""
        playing = model.playing
        if playing is None:
            return NEVER
        now = self.clock()
        reading = self.back.reading(now)
        if self._told != (playing.id, reading.stage) or reading != playing.reading:
            return AT_ONCE
        return now + self.back.until_next_reading(now)

    def act(self, model: Model) -> Answer:
        """Show what it is now. Nothing is taken away from anyone when the time has run out."""
        playing = model.playing
        assert playing is not None
        now = self.clock()
        reading = self.back.reading(now)
        if reading != playing.reading:
            model = replace(model, playing=self.back.playing(now))
        before, self._told = self._told, (playing.id, reading.stage)
        if before == self._told or before[0] != playing.id:
            return Answer(model)
        return Answer(model, self._told_of(playing, before[1], reading.stage))

    def _told_of(self, playing: Playing, before: "Stage | None", now: "Stage") -> tuple[Effect, ...]:
        said = _run_out(before, now, playing.timeline.session.talking_seconds > 0)
        return (*((Say(said, too=True),) if said else ()), *((Ring(),) if now == "over" else ()))


def _run_out(before: "Stage | None", now: "Stage", talking: bool) -> str:
    """What to say when a turn's time has come from one stage to another. talking: whether there is time for it."""
    if now == "over":
        return tr("De tijd is om. Je mag rustig doorpraten.") if talking else tr("De denktijd is om.")
    if before == "thinking" and now == "talking":
        return tr("De denktijd is om. Nu is het tijd om te praten.")
    return ""
