"""The copies of all sessions: listing them, and putting one back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tegenwicht.app.answer import Answer, refusing, saying
from tegenwicht.app.desks.desk import Desk
from tegenwicht.i18n import called, tr
from tegenwicht.plain.dates import date_and_time, full_date
from tegenwicht.screens.shell import commands
from tegenwicht.screens.shell.model import Backup, Model
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.update import updated
from tegenwicht.storage.journal.contract import NotPutBack, SessionRow

if TYPE_CHECKING:
    from tegenwicht.app.backstage import Backstage
    from tegenwicht.storage.journal.putting_back import Copy

EVERY = 1_000_000


class CopiesDesk(Desk):
    """Answers what is about the copies."""

    def __init__(self, back: Backstage) -> None:
        self.back = back
        self.handlers = {commands.ShowCopies: self._show, commands.PutBack: self._put_back}

    def _copies(self) -> list[Copy]:
        from tegenwicht.storage.journal.putting_back import copies_of

        return copies_of(self.back.data, {row.id: row for row in self.back.journal.sessions(limit=EVERY)})

    def _show(self, model: Model, _command: commands.ShowCopies) -> Answer:
        found = tuple(_listed(one) for one in self._copies())
        return Answer(replace(updated(model, commands.Open(Panel.COPIES)), copies=found))

    def _put_back(self, model: Model, command: commands.PutBack) -> Answer:
        copy = next((one for one in self._copies() if one.path.name == command.name), None)
        if copy is None:
            return refusing(model, tr("Die reservekopie is er niet meer. Kies een andere."))
        try:
            self.back.journal.put_back(copy.path, self.back.now())
        except NotPutBack as error:
            return refusing(model, str(error))
        said = tr("Teruggezet: je sessies zijn weer zoals op {when}. Wat er was, staat bij Reservekopieën.")
        said = said.format(when=_when(copy))
        shown = replace(
            model, panel=Panel.NONE, focus="", opener="", history=None, comparison=None, pattern=None, copies=(),
            message=said, sessions=self.back.sessions(),
        )  # fmt: skip
        return saying(shown, said)


def _when(copy: Copy) -> str:
    if not copy.moment:
        return copy.path.stem
    return date_and_time(copy.moment) if copy.before else full_date(copy.moment)


def _listed(copy: Copy) -> Backup:
    latest = copy.latest
    told = "" if latest is None else f"{_title(latest)}, {date_and_time(latest.changed)}"
    more, less = (tuple(row.title for row in rows) for rows in (copy.more, copy.less))
    return Backup(copy.path.name, _when(copy), copy.before, copy.readable, copy.sessions, told, more, less)


def _title(row: SessionRow) -> str:
    return called(row.title)
