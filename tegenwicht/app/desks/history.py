"""The earlier sessions in pages, what came up in them, and groups beside each other.

Nothing here is needed for the first frame.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tegenwicht.app.answer import Answer, saying
from tegenwicht.app.backstage import Backstage
from tegenwicht.app.desks.desk import Desk
from tegenwicht.app.desks.reading import session_in
from tegenwicht.app.timed.due import AT_ONCE, NEVER, When
from tegenwicht.screens.parts.searching import SOUGHT, found_words
from tegenwicht.screens.shell import commands
from tegenwicht.screens.shell.model import CameUp, History, Model, Pattern, Playing
from tegenwicht.screens.shell.scenes import Scene
from tegenwicht.storage.journal.contract import SessionRow

if TYPE_CHECKING:
    from tegenwicht.screens.parts.account.comparing import Comparison

PAGE = 20
MOST_SHOWN = 2 * PAGE
"""Rows that the model holds at once."""
RECKONED_AT_ONCE = 4
"""Sessions of older versions, of which what came up is reckoned in one idle moment."""
ALONE = "alone"
READING_ON = (Scene.SESSIONS, Scene.COMPARE, Scene.HELP, Scene.SETTINGS)
"""The screens on which the list keeps its place."""


class HistoryDesk(Desk):
    """Answers the commands about earlier sessions. ``clock``: seconds that only go forward."""

    def __init__(self, back: Backstage) -> None:
        self.back = back
        self._pattern_at: tuple[str, int] = ("", 0)
        self.handlers = {commands.ShowSessions: self._show_more}

    # -- what the screens read

    def fitted(self, model: Model) -> Model:
        """The model with what its screen reads of the journal, and without what no screen reads any more."""
        if model.scene == Scene.SESSIONS:
            sought = str(model.form(SOUGHT, "")).strip()
            if model.history is None or model.history.sought != sought:
                model = replace(model, history=self.part(sought, 0, PAGE))
        elif model.history is not None and model.scene not in READING_ON:
            model = replace(model, history=None)
        return self._patterned(self._compared(model))

    def _patterned(self, model: Model) -> Model:
        """With what came up over all sessions alone, while one of them is on the table."""
        playing = model.playing
        if playing is None or playing.timeline.session.setup.mode != ALONE:
            return model if model.pattern is None else replace(model, pattern=None)
        step = (playing.id, playing.timeline.count if _is_over(playing) else 0)
        if model.pattern is not None and step == self._pattern_at:
            return model
        from tegenwicht.app.desks.alone_before import met_before
        from tegenwicht.game.tally import Counts

        self._pattern_at = step
        found = self.back.journal.totals(mode=ALONE)
        met, lines = met_before(self.back.journal, playing.id, playing.timeline.session.deck.id)
        return replace(
            model, pattern=Pattern(found.sessions, Counts(found.by_card, found.by_mention), met, lines)
        )

    def part(self, sought: str, first: int, last: int) -> History:
        """Sessions ``first`` up to ``last``, unfinished ones before the others.

        Asks for no more than it needs to count off: among so many of all there are enough that are closed.
        """
        wanted, journal = last + 1, self.back.journal
        rows: list[SessionRow] = journal.sessions(unfinished_only=True, search=sought, limit=wanted)
        if len(rows) < wanted:
            every = journal.sessions(search=sought, limit=wanted)
            rows += [row for row in every if row.finished]
        return History(sought, first, self.back.listed(rows[first:last]), len(rows) > last)

    def _show_more(self, model: Model, command: commands.ShowSessions) -> Answer:
        """A page further or back; what is at the other end makes room. The focus is on the first that is new."""
        history = model.history
        if history is None:
            return Answer(model)
        first, last = history.first, history.first + len(history.sessions)
        if command.way > 0:
            last += PAGE
            first = max(first, last - MOST_SHOWN)
        else:
            first = max(0, first - PAGE)
            last = min(last, first + MOST_SHOWN)
        part = self.part(history.sought, first, last)
        part = part._replace(found=history.found, came_up=history.came_up)
        known = {one.id for one in history.sessions}
        new = next((one.id for one in part.sessions if one.id not in known), "")
        return Answer(replace(model, history=part, focus=f"session:{new}" if new else model.focus))

    def _compared(self, model: Model) -> Model:
        """With the groups that were chosen, on the screen that shows them beside each other."""
        if model.scene != Scene.COMPARE:
            gone = model.comparison is not None and model.scene not in READING_ON
            return replace(model, comparison=None) if gone else model
        from tegenwicht.screens.parts.account.comparing import CHOSEN

        ids = tuple(model.form(CHOSEN, ()))
        if model.comparison is not None and model.comparison.ids == ids:
            return model
        return replace(model, comparison=self._comparison(ids))

    def _comparison(self, ids: tuple[str, ...]) -> Comparison:
        from tegenwicht.screens.parts.account.comparing import MOST_GROUPS, Comparison, group_of

        groups, problems = [], []
        for session_id in ids[:MOST_GROUPS]:
            session, problem = session_in(self.back.journal, session_id)
            if session is None:
                problems.append(problem)
            else:
                groups.append(group_of(session))
        return Comparison(ids, tuple(groups), tuple(problems))


class Counting:
    """What came up over the sessions that are listed, counted a little in each idle moment."""

    when = When.IDLE

    def __init__(self, desk: HistoryDesk) -> None:
        self.desk = desk
        self._reckoned: History | None = None

    def due(self, model: Model) -> float:
        """At once, as long as the list that is shown is not counted."""
        history = model.history
        if model.scene != Scene.SESSIONS or history is None or self._is_counted(history):
            return NEVER
        return AT_ONCE

    def _is_counted(self, history: History) -> bool:
        return history.came_up is not None and (history is self._reckoned or not history.came_up.unknown)

    def act(self, model: Model) -> Answer:
        """First what is known; then a few rows of older versions at a time, and in the end all of it anew."""
        history = model.history
        assert history is not None
        counted = self._counted(history)
        found_now = history.found is None and counted.found is not None and counted.sought
        return saying(
            replace(model, history=counted),
            found_words(counted.sought, counted.found or 0) if found_now else "",
        )

    def _counted(self, history: History) -> History:
        if history.came_up is None:
            return self._totalled(history)
        if self.desk.back.journal.reckon_tallies(RECKONED_AT_ONCE):
            return history
        last = history.first + max(PAGE, len(history.sessions))
        self._reckoned = self._totalled(self.desk.part(history.sought, history.first, last))
        return self._reckoned

    def _totalled(self, history: History) -> History:
        from tegenwicht.game.tally import Counts

        found = self.desk.back.journal.totals(history.sought)
        came_up = CameUp(
            found.sessions, Counts(found.by_card, found.by_mention), found.stayed_away, found.unknown
        )
        return history._replace(found=found.sessions + found.unknown, came_up=came_up)


def _is_over(playing: Playing) -> bool:
    from tegenwicht.game.state import Phase

    return playing.timeline.session.phase is not Phase.PLAYING
