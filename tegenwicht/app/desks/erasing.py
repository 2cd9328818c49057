"""Erasing for good: one session, or all of them, with everything of them that the screens still hold."""

from __future__ import annotations

from dataclasses import replace

from tegenwicht.app.answer import Answer, refusing, saying
from tegenwicht.app.backstage import Backstage
from tegenwicht.app.desks.desk import Desk
from tegenwicht.app.desks.reading import row_in
from tegenwicht.app.last_time import forms_from
from tegenwicht.i18n import several, tr
from tegenwicht.plain.dates import local_time, months_before, with_zone
from tegenwicht.preferences import Settings
from tegenwicht.screens.shell import commands
from tegenwicht.screens.shell.model import Model
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.scenes import Scene
from tegenwicht.storage.journal.contract import NotErased, SessionRow

EVERY = 1_000_000


def old_sessions(back: Backstage, months: int) -> list[SessionRow]:
    """The sessions that did not change for so many months; none where ``months`` is 0 or nobody can tell when."""
    if not months:
        return []
    last = with_zone(months_before(back.now(), months))
    rows = back.journal.sessions(limit=EVERY)
    changed = [(row, local_time(row.changed)) for row in rows]
    return [row for row, moment in changed if moment is not None and moment < last]


class ErasingDesk(Desk):
    """Answers what erases."""

    def __init__(self, back: Backstage) -> None:
        self.back = back
        self.handlers = {
            commands.EraseSession: self._erase, commands.EraseEverything: self._erase_everything,
            commands.KeepFor: self._keep_for, commands.EraseOld: self._erase_old,
        }  # fmt: skip

    # -- how long sessions are kept

    def with_old(self, model: Model) -> Model:
        """The model with the sessions that are older than they are kept."""
        return replace(model, old=self.back.listed(old_sessions(self.back, model.settings.months_kept)))

    def _keep_for(self, model: Model, command: commands.KeepFor) -> Answer:
        """Nothing goes by it: first is to be seen what that would be."""
        settings = replace(model.settings, months_kept=command.months, old_may_go=False)
        self.back.keep_settings(settings)
        return Answer(self.with_old(replace(model, seen="", settings=settings)))

    def _erase_old(self, model: Model, _command: commands.EraseOld) -> Answer:
        """Someone saw what goes, and agreed: from now on what gets too old goes by itself."""
        settings = replace(model.settings, old_may_go=True)
        self.back.keep_settings(settings)
        try:
            settings, said = self.erased_old(settings)
        except NotErased as error:
            return refusing(self.with_old(replace(model, settings=settings, panel=Panel.NONE)), str(error))
        words = " ".join(said)
        return saying(self.with_old(self._cleaned(model, settings, tuple(said))), words)

    def erased_old(self, settings: Settings) -> tuple[Settings, list[str]]:
        """What is too old is erased, but for what is open; the settings from now on, and what to tell. NotErased."""
        from tegenwicht.app.desks import documents
        from tegenwicht.storage.journal.erasing import erase_sessions
        from tegenwicht.storage.journal.lock import is_held

        rows = old_sessions(self.back, settings.months_kept)
        old = [row.id for row in rows if not is_held(self.back.data, row.id)]
        if not old:
            return settings, []
        settings, said = erase_sessions(self.back.data, self.back.journal, old, settings)
        documents.clear_documents()
        told = several(
            "{n} sessie is gewist omdat er zo lang niets mee was gedaan.",
            "{n} sessies zijn gewist omdat er zo lang niets mee was gedaan.",
            len(old),
        )
        return settings, [told, *said]

    # -- one, or all

    def _erase(self, model: Model, command: commands.EraseSession) -> Answer:
        from tegenwicht.app.desks import documents
        from tegenwicht.storage.journal.erasing import erase_session

        self._let_go_of(command.session)
        try:
            settings, said = erase_session(self.back.data, self.back.journal, command.session, model.settings)
        except NotErased as error:
            return self._half_done(model, row_in(self.back.journal, command.session) is None, str(error))
        documents.clear_documents()
        done = tr("Alles van deze sessie is weg.")
        return saying(self._cleaned(model, settings, (*said, done)), " ".join((*said, done)))

    def _erase_everything(self, model: Model, _command: commands.EraseEverything) -> Answer:
        from tegenwicht.app.desks import documents
        from tegenwicht.storage.journal.erasing import erase_everything

        self._let_go_of("")
        try:
            settings, said = erase_everything(self.back.data, self.back.journal, model.settings)
        except NotErased as error:
            return self._half_done(model, not self.back.journal.count(), str(error))
        documents.clear_documents()
        done = tr("Alle sessies zijn weg.")
        return saying(self._cleaned(model, settings, (*said, done)), " ".join((*said, done)))

    def _half_done(self, model: Model, gone: bool, problem: str) -> Answer:
        """gone: out of the list, with traces left on a disk that failed; then the names of last time go too."""
        from tegenwicht.storage.settings import without_last_setup

        settings = without_last_setup(model.settings) if gone else model.settings
        if gone:
            self.back.keep_settings(settings)
        return refusing(self._cleaned(model, settings), problem)

    def _let_go_of(self, session_id: str) -> None:
        """Nobody plays the session that goes; "" for any."""
        playing = self.back.session
        if playing is not None and session_id in ("", playing.id):
            self.back.leave()

    def _cleaned(self, model: Model, settings: Settings, news: tuple[str, ...] = ()) -> Model:
        """Nothing of any session that was filled in, said or shown stays behind."""
        self.back.erased(settings)
        gone = self.back.session is None and model.playing is not None
        of_decks = {
            form: value
            for form, value in model.forms.items()
            if form.startswith(("draft:", "desk:", "decks:"))
        }
        scene, back = (Scene.START, ()) if gone else (model.scene, model.back)
        return replace(
            model, settings=settings, scene=scene, back=back, panel=Panel.NONE, behind=Panel.NONE, focus="", message="",
            announcement="", scroll={}, forms=forms_from(settings.last_setup) | of_decks, notices=news, history=None,
            comparison=None, playing=None if gone else model.playing, sessions=self.back.sessions(),
        )  # fmt: skip
