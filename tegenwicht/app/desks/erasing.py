"""Erasing for good: one session, or all of them, with everything of them that the screens still hold."""

from __future__ import annotations

from dataclasses import replace

from tegenwicht.app.answer import Answer, refusing, saying
from tegenwicht.app.backstage import Backstage
from tegenwicht.app.desks.desk import Desk
from tegenwicht.app.desks.reading import row_in
from tegenwicht.app.last_time import forms_from
from tegenwicht.i18n import tr
from tegenwicht.preferences import Settings
from tegenwicht.screens.shell import commands as c
from tegenwicht.screens.shell.model import Model
from tegenwicht.screens.shell.scenes import Scene
from tegenwicht.storage.journal.contract import NotErased


class ErasingDesk(Desk):
    """Answers what erases."""

    def __init__(self, back: Backstage) -> None:
        self.back = back
        self.handlers = {c.EraseSession: self._erase, c.EraseEverything: self._erase_everything}

    def _erase(self, model: Model, command: c.EraseSession) -> Answer:
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

    def _erase_everything(self, model: Model, _command: c.EraseEverything) -> Answer:
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
            model, settings=settings, scene=scene, back=back, panel="", behind="", focus="", message="",
            announcement="", scroll={}, forms=forms_from(settings.last_setup) | of_decks, notices=news, history=None,
            comparison=None, playing=None if gone else model.playing, sessions=self.back.sessions(),
        )  # fmt: skip
