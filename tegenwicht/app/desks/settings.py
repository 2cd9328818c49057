"""Settings that someone changes, and closing the program."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tegenwicht.app.answer import Answer, Close, FillScreen, refusing
from tegenwicht.app.desks.desk import Desk
from tegenwicht.i18n import several
from tegenwicht.screens.shell import commands as c
from tegenwicht.screens.shell.model import Model
from tegenwicht.screens.shell.update import text_size

if TYPE_CHECKING:
    from tegenwicht.app.backstage import Backstage
    from tegenwicht.app.desks.own_decks.draft import DraftKeeper


class SettingsDesk(Desk):
    """Keeps a setting as soon as it is changed; closes, but first says so when something is not saved yet."""

    def __init__(self, back: Backstage, draft: DraftKeeper) -> None:
        self.back, self.draft = back, draft
        self._warned = False
        self.handlers = {
            c.Prefer: lambda model, command: self._prefer(model, command.name, command.value),
            c.TextSize: self._text_size,
            c.Quit: self._quit,
        }

    def _text_size(self, model: Model, command: c.TextSize) -> Answer:
        return self._prefer(model, "text_size", text_size(model.settings.text_size, command.step))

    def _prefer(self, model: Model, name: str, value: object) -> Answer:
        changed: dict[str, Any] = {name: value}
        settings = replace(model.settings, **changed)
        self.back.keep_settings(settings)
        effects = (FillScreen(bool(value)),) if name == "full_screen" else ()
        return Answer(replace(model, seen="", settings=settings), effects)

    def _quit(self, model: Model, _command: c.Quit) -> Answer:
        """Asked again, it closes whatever waits."""
        why = "" if self._warned else self._what_waits(model)
        if not why:
            return Answer(model, (Close(),))
        self._warned = True
        return refusing(model, why)

    def _what_waits(self, model: Model) -> str:
        if not self.draft.flush(model):
            return self.draft.trouble
        waiting = self.back.journal.waiting
        if not waiting or self.back.journal.retry():
            return ""
        return several(
            "{n} stap is nog niet bewaard. Maak ruimte, of sluit nog een keer om toch te stoppen.",
            "{n} stappen zijn nog niet bewaard. Maak ruimte, of sluit nog een keer om toch te stoppen.",
            waiting,
        )
