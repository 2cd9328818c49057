"""Settings that someone changes, and closing the program."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tegenwicht.app.answer import Answer, Close, FillScreen, refusing, saying
from tegenwicht.app.desks.desk import Desk
from tegenwicht.i18n import several, tr
from tegenwicht.screens.shell import commands, keys
from tegenwicht.screens.shell.model import Model
from tegenwicht.screens.shell.own_keys import may_be, owner, sign_of
from tegenwicht.screens.shell.panels import Panel
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
            commands.Prefer: lambda model, command: self._prefer(model, command.name, command.value),
            commands.TextSize: self._text_size,
            commands.SetKey: self._set_key,
            commands.UsualKeys: self._usual_keys,
            commands.Quit: self._quit,
        }

    def _text_size(self, model: Model, command: commands.TextSize) -> Answer:
        return self._prefer(model, "text_size", text_size(model.settings.text_size, command.step))

    def _prefer(self, model: Model, name: str, value: object) -> Answer:
        changed: dict[str, Any] = {name: value}
        settings = replace(model.settings, **changed)
        self.back.keep_settings(settings)
        effects = (FillScreen(bool(value)),) if name == "full_screen" else ()
        return Answer(replace(model, seen="", settings=settings), effects)

    def _set_key(self, model: Model, command: commands.SetKey) -> Answer:
        """Refused in words when the key does something else already."""
        key = next(one for one in keys.CHANGEABLE if one.usual == command.usual)
        other = owner(command.name, (one for one in keys.CHANGEABLE if one is not key))
        sign, usual = sign_of(command.name), command.name in key[0]
        if other is not None:
            taken = tr("{key} is al voor {does}. Kies een andere toets, of geef {does} eerst een andere.")
            return refusing(model, taken.format(key=sign, does=keys.CHANGEABLE[other]))
        if not may_be(command.name):
            fixed = tr("{key} heeft al een vaste taak. Kies een letter, een teken, F4, F5, of F7 tot F10.")
            return refusing(model, fixed.format(key=sign))
        own = {one: name for one, name in model.settings.keys.items() if one != command.usual}
        own |= {} if usual else {command.usual: command.name}
        answer = self._prefer(model, "keys", own)
        said = tr("{what} is nu {key}.").format(what=keys.CHANGEABLE[key], key=key[1] if usual else sign)
        back = replace(answer.model, panel=Panel.KEYS, focus=f"key:{command.usual}", message="")
        return saying(back, said)

    def _usual_keys(self, model: Model, _command: commands.UsualKeys) -> Answer:
        return saying(self._prefer(model, "keys", {}).model, tr("Alle toetsen zijn weer gewoon."))

    def _quit(self, model: Model, _command: commands.Quit) -> Answer:
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
