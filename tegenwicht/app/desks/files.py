"""Files that go out and come in: reports, cards on paper, sessions to hand on, and sessions of another group.

Wiring only; everything slow is loaded when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tegenwicht.app.answer import Answer, Say, ShowFirst, refusing, saying
from tegenwicht.app.backstage import Backstage, summary_of
from tegenwicht.app.desks.desk import Desk
from tegenwicht.app.desks.reading import row_in, session_in
from tegenwicht.i18n import tr
from tegenwicht.kit.command import Command
from tegenwicht.plain.dates import local_time
from tegenwicht.screens.parts.searching import SOUGHT
from tegenwicht.screens.shell import commands, entries
from tegenwicht.screens.shell.model import Model
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.scenes import Scene
from tegenwicht.screens.shell.update import with_entry, without_entries
from tegenwicht.storage.journal.contract import UnreadableSession
from tegenwicht.storage.journal.lock import is_held

if TYPE_CHECKING:
    from tegenwicht.storage.exchange.session_file import Became


class FilesDesk(Desk):
    """Answers what makes, opens and brings in files of sessions and cards."""

    def __init__(self, back: Backstage) -> None:
        self.back = back
        self.handlers = {
            commands.MakeSessionFile: self._make_file,
            commands.BringIn: self._bring_in,
            commands.SaveReport: _slow(tr("Het verslag wordt gemaakt…"), self._save_report),
            commands.SaveComparison: _slow(tr("Het verslag wordt gemaakt…"), self._save_comparison),
            commands.PrintCards: _slow(tr("De kaarten worden gemaakt…"), self._print_cards),
            commands.OpenFile: self._open_file,
            commands.CopySummary: self._copy_summary,
            commands.SavePicture: _slow(tr("Het plaatje wordt gemaakt…"), self._save_picture),
        }

    def _make_file(self, model: Model, command: commands.MakeSessionFile) -> Answer:
        from tegenwicht.app.desks.documents import save_session_file

        row = row_in(self.back.journal, command.session)
        if row is None:
            return refusing(model, tr("Deze sessie is er niet meer."))
        try:
            events = self.back.journal.events(row.id)
        except UnreadableSession as error:
            return refusing(model, str(error))
        began = local_time(row.started)
        return self._saved(model, *save_session_file(row, events, began, not command.with_names))

    def _bring_in(self, model: Model, command: commands.BringIn) -> Answer:
        from tegenwicht.app.desks.breaking_off import wants_out
        from tegenwicht.storage.exchange.session_file import BadSessionFile, OtherCourseError, bring_in
        from tegenwicht.storage.patience import Patience

        try:
            row, became = bring_in(
                _typed_path(command.path), self.back.journal, summary_of, apart=command.apart,
                is_open=lambda one: is_held(self.back.data, one), patience=Patience(stop=wants_out),
            )  # fmt: skip
        except BadSessionFile as error:
            return refusing(model, str(error))
        except OtherCourseError as error:
            return _asking(model, command.path, error.row.title or error.row.line)
        said = _came_of(became).format(name=row.title or row.line)
        if model.playing is not None:
            return saying(replace(model, message=said), said)
        forms = without_entries(model.forms, SOUGHT, "bring:path")
        back = model.back if model.scene == Scene.SESSIONS else (*model.back, model.scene)
        shown = replace(
            model, scene=Scene.SESSIONS, back=back, panel=Panel.NONE, behind=Panel.NONE, forms=forms, history=None,
            message=said, sessions=self.back.sessions(), focus=f"session:{row.id}",
        )  # fmt: skip
        return saying(shown, said)

    def _save_report(self, model: Model, command: commands.SaveReport) -> Answer:
        from tegenwicht.app.desks.documents import save_report

        session, problem = session_in(self.back.journal, command.session)
        if session is None:
            return refusing(model, problem)
        row = row_in(self.back.journal, command.session)
        began = local_time(row.started) if row else None
        return self._saved(
            model, *save_report(session, began, self.back.now(), command.suffix, command.person_free)
        )

    def _save_comparison(self, model: Model, command: commands.SaveComparison) -> Answer:
        from tegenwicht.app.desks.documents import save_account
        from tegenwicht.screens.parts.account.comparing import NAMED, comparison_account

        now = self.back.now()
        account = comparison_account(model.comparison, bool(model.form(NAMED, False)), now)
        return self._saved(model, *save_account(account, now, command.suffix))

    def _print_cards(self, model: Model, command: commands.PrintCards) -> Answer:
        from tegenwicht.app.desks.documents import save_cards, unprintable

        deck = model.deck
        if command.of_session and model.playing is not None:
            deck = model.playing.timeline.session.deck
        if deck is None:
            return Answer(model)
        place, problem = save_cards(deck, command)
        lacking = unprintable(deck) if place else ""
        saved = self._saved(replace(model, message=lacking) if lacking else model, place, problem)
        return Answer(saved.model, (*saved.effects, Say(lacking))) if lacking else saved

    def _copy_summary(self, model: Model, command: commands.CopySummary) -> Answer:
        from tegenwicht.kit.entry.textfield import copied
        from tegenwicht.report.plain import front_page
        from tegenwicht.screens.parts.account.accounts import account_of

        session, problem = session_in(self.back.journal, command.session)
        if session is None:
            return refusing(model, problem)
        row = row_in(self.back.journal, command.session)
        words = front_page(account_of(session, local_time(row.started) if row else None, False))
        if not copied(words):
            return refusing(model, tr("Het klembord van deze computer werkt nu niet. Maak een verslag."))
        said = tr("Gekopieerd. Plak het in een mail of een document.")
        return saying(replace(model, message=said), said)

    def _save_picture(self, model: Model, _: commands.SavePicture) -> Answer:
        from tegenwicht.app.desks.picture import save_picture

        return self._saved(model, *save_picture(model, self.back.now()))

    def _saved(self, model: Model, place: Path | None, problem: str) -> Answer:
        """Where a file went is on the panel that asked for it."""
        if place is None:
            return refusing(model, problem)
        forms = {**model.forms, entries.REPORT_SAVED: str(place)}
        return saying(replace(model, forms=forms), saved_aloud(place))

    def _open_file(self, model: Model, command: commands.OpenFile) -> Answer:
        from tegenwicht.app.desks import documents

        return refusing(model, documents.open_file(Path(command.path)))


def saved_aloud(place: Path) -> str:
    """The name of a file and of its folder: a whole path is not to be listened to."""
    return tr("Bewaard: {name}, in de map {folder}").format(name=place.name, folder=place.parent.name)


def _came_of(became: Became) -> str:
    from tegenwicht.storage.exchange.session_file import Became

    return {
        Became.NEW: tr("De sessie “{name}” staat nu bij Eerdere sessies."),
        Became.SAME: tr("De sessie “{name}” stond er al."),
        Became.LONGER: tr(
            "De sessie “{name}” stond er al. Dit bestand gaat verder: nu is de sessie compleet."
        ),
        Became.SHORTER: tr("De sessie “{name}” stond er al, en ging hier verder dan in dit bestand."),
    }[became]


def _asking(model: Model, path: str, name: str) -> Answer:
    """The session that is here went another way than the one in the file: which of them counts is not ours to say."""
    said = tr("De sessie “{name}” staat er al, maar ging hier anders verder dan in het bestand.").format(
        name=name
    )
    if model.playing is not None:
        return refusing(model, said + " " + tr("Haal het bestand op bij Eerdere sessies."))
    back = model.back if model.scene == Scene.SESSIONS else (*model.back, model.scene)
    forms = {**model.forms, "bring:path": path, "bring:name": name}
    asked = replace(
        model,
        scene=Scene.SESSIONS,
        back=back,
        panel=Panel.APART,
        behind=Panel.NONE,
        forms=forms,
        focus="",
        message="",
    )
    return saying(asked, said)


def _slow(words: str, work: Callable[[Model, Any], Answer]) -> Callable[[Model, Any], Answer]:
    """What takes a moment is announced, and stands on the screen as long as it lasts."""

    def announced(model: Model, command: Command) -> Answer:
        return Answer(
            replace(model, forms=with_entry(model.forms, entries.BUSY, words)),
            (Say(words), ShowFirst(lambda shown: work(shown, command), _free)),
        )

    return announced


def _free(model: Model) -> Model:
    """The model when it is done."""
    return replace(model, forms=without_entries(model.forms, entries.BUSY))


def _typed_path(words: str) -> Path:
    """A path as people type or paste it: with quotes around it, or from their own folder on."""
    path = Path(words.strip().strip("\"'"))
    try:
        return path.expanduser()
    except RuntimeError:
        return path  # there is no such person's folder: then there is no such file either
