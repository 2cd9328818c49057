"""What stays after a session, for ``app``: the earlier sessions in pages, files, reports, erasing, backups.

Wiring only. Everything slow is done when it is asked for or in an idle moment; nothing here is needed for the
first frame.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tegenwicht.app.backstage import Backstage, forms_from, local_time, summary_of
from tegenwicht.app.desk import Desk, Done
from tegenwicht.i18n import tr
from tegenwicht.kit.command import Command
from tegenwicht.preferences import Settings
from tegenwicht.screens.parts.searching import SOUGHT, found_words
from tegenwicht.screens.shell import commands as c
from tegenwicht.screens.shell.model import CameUp, History, Model, Pattern, Playing
from tegenwicht.storage.journal.contract import NotErased, SessionRow, UnreadableSession

if TYPE_CHECKING:
    from tegenwicht.game.state import Session
    from tegenwicht.screens.parts.comparing import Comparison

PAGE = 20
MOST_SHOWN = 2 * PAGE
"""Rows that the model holds at once."""
RECKONED_AT_ONCE = 4
"""Sessions of older versions, of which what came up is reckoned in one idle moment."""
BACK_UP_AFTER, BACK_UP_AGAIN, BACK_UP_LATER = 2.0, 20.0, 3600.0
"""Seconds: after the start, after someone came in between, and after it was done."""
ALONE = "alone"
READING_ON = ("sessions", "compare", "help", "settings")
"""The screens on which the list keeps its place."""


class HistoryDesk(Desk):
    """Answers the commands about earlier sessions. ``clock``: seconds that only go forward."""

    def __init__(self, back: Backstage, clock: Callable[[], float]) -> None:
        self.back, self.clock = back, clock
        self._reckoned = False
        self._pattern_at: tuple[str, int] = ("", 0)
        self._back_up_at = clock() + BACK_UP_AFTER
        self._told = ""
        self.handlers = {
            c.ShowSessions: self._show_more,
            c.EraseSession: self._erase,
            c.EraseEverything: self._erase_everything,
            c.MakeSessionFile: self._make_file,
            c.BringIn: self._bring_in,
            c.SaveReport: self._save_report,
            c.SaveComparison: self._save_comparison,
            c.PrintCards: self._print_cards,
            c.OpenFile: self._open_file,
        }

    def announced(self, command: Command) -> str:
        """What to show and say before a command that takes a moment; empty for the others."""
        if isinstance(command, c.SaveReport | c.SaveComparison):
            return tr("Het verslag wordt gemaakt…")
        if isinstance(command, c.PrintCards):
            return tr("De kaarten worden gemaakt…")
        return ""

    # -- what the screens read

    def fitted(self, model: Model) -> Model:
        """The model with what its screen reads of the journal, and without what no screen reads any more."""
        if model.scene == "sessions":
            sought = str(model.form(SOUGHT, "")).strip()
            if model.history is None or model.history.sought != sought:
                model = replace(model, history=self._part(sought, 0, PAGE))
        elif model.history is not None and model.scene not in READING_ON:
            self._reckoned = False
            model = replace(model, history=None)
        return self._patterned(self._compared(model))

    def _patterned(self, model: Model) -> Model:
        """With what came up over all sessions alone, while one of them is looked back at."""
        playing = model.playing
        if playing is None or playing.timeline.session.setup.mode != ALONE or not _is_over(playing):
            return model if model.pattern is None else replace(model, pattern=None)
        step = (playing.id, playing.timeline.count)
        if model.pattern is not None and step == self._pattern_at:
            return model
        from tegenwicht.game.tally import Counts

        self._pattern_at = step
        found = self.back.journal.totals(mode=ALONE)
        return replace(model, pattern=Pattern(found.sessions, Counts(found.by_card, found.by_mention)))

    def _part(self, sought: str, first: int, last: int) -> History:
        """Sessions ``first`` up to ``last``, unfinished ones before the others.

        Asks for no more than it needs to count off: among so many of all there are enough that are closed.
        """
        wanted, journal = last + 1, self.back.journal
        rows: list[SessionRow] = journal.sessions(unfinished_only=True, search=sought, limit=wanted)
        if len(rows) < wanted:
            every = journal.sessions(search=sought, limit=wanted)
            rows += [row for row in every if row.finished]
        return History(sought, first, self.back.listed(rows[first:last]), len(rows) > last)

    def _show_more(self, model: Model, command: c.ShowSessions) -> Done:
        """A page further or back; what is at the other end makes room. The focus is on the first that is new."""
        history = model.history
        if history is None:
            return Done(model)
        first, last = history.first, history.first + len(history.sessions)
        if command.way > 0:
            last += PAGE
            first = max(first, last - MOST_SHOWN)
        else:
            first = max(0, first - PAGE)
            last = min(last, first + MOST_SHOWN)
        part = self._part(history.sought, first, last)
        part = part._replace(found=history.found, came_up=history.came_up)
        known = {one.id for one in history.sessions}
        new = next((one.id for one in part.sessions if one.id not in known), "")
        return Done(replace(model, history=part, focus=f"session:{new}" if new else model.focus))

    def _compared(self, model: Model) -> Model:
        """With the groups that were chosen, on the screen that shows them beside each other."""
        if model.scene != "compare":
            gone = model.comparison is not None and model.scene not in READING_ON
            return replace(model, comparison=None) if gone else model
        from tegenwicht.screens.parts.comparing import CHOSEN

        ids = tuple(model.form(CHOSEN, ()))
        if model.comparison is not None and model.comparison.ids == ids:
            return model
        return replace(model, comparison=self._comparison(ids))

    def _comparison(self, ids: tuple[str, ...]) -> Comparison:
        from tegenwicht.screens.parts.comparing import MOST_GROUPS, Comparison, group_of

        groups, problems = [], []
        for session_id in ids[:MOST_GROUPS]:
            session, problem = self._session(session_id)
            if session is None:
                problems.append(problem)
            else:
                groups.append(group_of(session))
        return Comparison(ids, tuple(groups), tuple(problems))

    def _session(self, session_id: str) -> tuple[Session | None, str]:
        """(a session as it is now, why it cannot be read in Dutch)"""
        from tegenwicht.game.rules import ReplayError, replay

        try:
            return replay(self.back.journal.events(session_id)).session, ""
        except UnreadableSession as error:
            return None, str(error)
        except ReplayError as error:
            return None, tr("Deze sessie klopt niet vanaf stap {n} en kan niet worden gelezen.").format(
                n=error.number
            )

    def _row(self, session_id: str) -> SessionRow | None:
        """The row of a session, wherever in the list it is."""
        journal, at = self.back.journal, 0
        while rows := journal.sessions(limit=500, offset=at):
            for row in rows:
                if row.id == session_id:
                    return row  # type: ignore[no-any-return]  # a Journal, whatever it writes to
            at += len(rows)
        return None

    # -- idle moments

    def until_work(self, model: Model) -> float:
        """Seconds until there is something to do in an idle moment."""
        history = model.history
        if model.scene == "sessions" and history is not None and not self._is_counted(history):
            return 0.0
        return self._back_up_at - self.clock()

    def _is_counted(self, history: History) -> bool:
        return history.came_up is not None and (self._reckoned or not history.came_up.unknown)

    def idle(self, model: Model, busy: Callable[[], bool]) -> Model:
        """Do a little of what waits; ``busy`` says that someone pressed something meanwhile."""
        history = model.history
        if model.scene == "sessions" and history is not None and not self._is_counted(history):
            counted = self._counted(history)
            said = model.announcement
            if history.found is None and counted.found is not None and counted.sought:
                said = found_words(counted.sought, counted.found)
            return replace(model, history=counted, announcement=said)
        if self.clock() >= self._back_up_at:
            return self._backed_up(model, busy)
        return model

    def _counted(self, history: History) -> History:
        """First what is known; then a few rows of older versions at a time, and in the end all of it anew."""
        if history.came_up is None:
            return self._totalled(history)
        if self.back.journal.reckon_tallies(RECKONED_AT_ONCE):
            return history
        self._reckoned = True
        part = self._part(history.sought, history.first, history.first + max(PAGE, len(history.sessions)))
        return self._totalled(part)

    def _totalled(self, history: History) -> History:
        from tegenwicht.game.tally import Counts

        found = self.back.journal.totals(history.sought)
        came_up = CameUp(
            found.sessions, Counts(found.by_card, found.by_mention), found.stayed_away, found.unknown
        )
        return history._replace(found=found.sessions + found.unknown, came_up=came_up)

    def _backed_up(self, model: Model, busy: Callable[[], bool]) -> Model:
        """A copy of the journal when today there is none; says nothing when all is well."""
        from tegenwicht.app.report_desk import clear_documents
        from tegenwicht.storage.journal.backups import back_up_when_due

        clear_documents()
        stopped = False

        def stop() -> bool:
            nonlocal stopped
            stopped = stopped or busy()
            return stopped

        problem = None
        if not self.back.journal.trouble:
            problem = back_up_when_due(self.back.data, self.back.now(), stop)
        self._back_up_at = self.clock() + (
            BACK_UP_AGAIN if stopped or self.back.journal.trouble else BACK_UP_LATER
        )
        if not problem or problem == self._told:
            return model
        self._told = problem
        return replace(model, notices=(*model.notices, problem))

    # -- erasing

    def _erase(self, model: Model, command: c.EraseSession) -> Done:
        from tegenwicht.app import report_desk
        from tegenwicht.storage.journal.erasing import erase_session

        self._let_go_of(command.session)
        try:
            settings, said = erase_session(self.back.data, self.back.journal, command.session, model.settings)
        except NotErased as error:
            return self._half_done(model, self._row(command.session) is None, str(error))
        report_desk.clear_documents()
        done = tr("Alles van deze sessie is weg.")
        return Done(self._cleaned(model, settings, (*said, done)), said=" ".join((*said, done)))

    def _erase_everything(self, model: Model, _command: c.EraseEverything) -> Done:
        from tegenwicht.app import report_desk
        from tegenwicht.storage.journal.erasing import erase_everything

        self._let_go_of("")
        try:
            settings, said = erase_everything(self.back.data, self.back.journal, model.settings)
        except NotErased as error:
            return self._half_done(model, not self.back.journal.count(), str(error))
        report_desk.clear_documents()
        done = tr("Alle sessies zijn weg.")
        return Done(self._cleaned(model, settings, (*said, done)), said=" ".join((*said, done)))

    def _half_done(self, model: Model, gone: bool, problem: str) -> Done:
        """gone: out of the list, with traces left on a disk that failed; then the names of last time go too."""
        from tegenwicht.storage.settings import without_last_setup

        settings = without_last_setup(model.settings) if gone else model.settings
        if gone:
            self.back.keep_settings(settings)
        return Done(self._cleaned(model, settings), problem=problem)

    def _let_go_of(self, session_id: str) -> None:
        """Nobody plays the session that goes; "" for any."""
        playing = self.back.session
        if playing is not None and session_id in ("", playing.id):
            self.back.leave()

    def _cleaned(self, model: Model, settings: Settings, news: tuple[str, ...] = ()) -> Model:
        """Nothing of any session that was filled in, said or shown stays behind."""
        self.back.settings = settings
        gone = self.back.session is None and model.playing is not None
        of_decks = {
            form: value
            for form, value in model.forms.items()
            if form.startswith(("draft:", "desk:", "decks:"))
        }
        scene, back = ("start", ()) if gone else (model.scene, model.back)
        return replace(
            model, settings=settings, scene=scene, back=back, panel="", behind="", focus="", message="",
            announcement="", scroll={}, forms=forms_from(settings.last_setup) | of_decks, notices=news, history=None,
            comparison=None, playing=None if gone else model.playing, sessions=self.back.sessions(),
        )  # fmt: skip

    # -- files and reports

    def _make_file(self, model: Model, command: c.MakeSessionFile) -> Done:
        from tegenwicht.app.report_desk import save_session_file

        row = self._row(command.session)
        if row is None:
            return Done(model, problem=tr("Deze sessie is er niet meer."))
        try:
            events = self.back.journal.events(row.id)
        except UnreadableSession as error:
            return Done(model, problem=str(error))
        began = local_time(row.started)
        return self._saved(model, *save_session_file(row, events, began, not command.with_names))

    def _bring_in(self, model: Model, command: c.BringIn) -> Done:
        from tegenwicht.storage.exchange.session_file import BadSessionFile, bring_in

        try:
            row, is_new = bring_in(_typed_path(command.path), self.back.journal, summary_of)
        except BadSessionFile as error:
            return Done(model, problem=str(error))
        name = row.title or row.line
        if not is_new:
            said = tr("De sessie “{name}” stond er al.").format(name=name)
        else:
            said = tr("De sessie “{name}” staat nu bij Eerdere sessies.").format(name=name)
        if model.playing is not None:
            return Done(replace(model, message=said), said)
        forms = {form: value for form, value in model.forms.items() if form not in (SOUGHT, "bring:path")}
        back = model.back if model.scene == "sessions" else (*model.back, model.scene)
        shown = replace(
            model, scene="sessions", back=back, panel="", behind="", forms=forms, history=None, message=said,
            sessions=self.back.sessions(), focus=f"session:{row.id}",
        )  # fmt: skip
        return Done(shown, said)

    def _save_report(self, model: Model, command: c.SaveReport) -> Done:
        from tegenwicht.app.report_desk import save_report

        session, problem = self._session(command.session)
        if session is None:
            return Done(model, problem=problem)
        row = self._row(command.session)
        began = local_time(row.started) if row else None
        return self._saved(
            model, *save_report(session, began, self.back.now(), command.suffix, command.person_free)
        )

    def _save_comparison(self, model: Model, command: c.SaveComparison) -> Done:
        from tegenwicht.app.report_desk import save_account
        from tegenwicht.screens.parts.comparing import NAMED, comparison_account

        now = self.back.now()
        account = comparison_account(model.comparison, bool(model.form(NAMED, False)), now)
        return self._saved(model, *save_account(account, now, command.suffix))

    def _print_cards(self, model: Model, command: c.PrintCards) -> Done:
        from tegenwicht.app.report_desk import save_cards

        return self._saved(model, *save_cards(model.deck, command)) if model.deck else Done(model)

    def _saved(self, model: Model, place: Path | None, problem: str) -> Done:
        """Where a file went is on the panel that asked for it."""
        if place is None:
            return Done(model, problem=problem)
        forms = {**model.forms, "report:saved": str(place)}
        return Done(replace(model, forms=forms), tr("Bewaard als {file}").format(file=place))

    def _open_file(self, model: Model, command: c.OpenFile) -> Done:
        from tegenwicht.app import report_desk

        return Done(model, problem=report_desk.open_file(Path(command.path)))


def _is_over(playing: Playing) -> bool:
    from tegenwicht.game.state import Phase

    return playing.timeline.session.phase is not Phase.PLAYING


def opening(path: str) -> Command:
    """What a file that is dropped on the window asks for: a session to bring in, or a deck to play with."""
    return c.BringIn(path) if path.lower().endswith(".tegenwicht") else c.OpenDeck(path)


def _typed_path(words: str) -> Path:
    """A path as people type or paste it: with quotes around it, or from their own folder on."""
    path = Path(words.strip().strip("\"'"))
    try:
        return path.expanduser()
    except RuntimeError:
        return path  # there is no such person's folder: then there is no such file either


__all__ = ["Done", "HistoryDesk", "opening"]
