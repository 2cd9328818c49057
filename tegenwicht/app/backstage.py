"""Behind the stage: the session that is going on, the journal, settings and locks, for ``app``.

Everything here answers with plain values or a Dutch sentence; nothing raises for a disk.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tegenwicht import paths
from tegenwicht.app.playable import PlayableDecks
from tegenwicht.game.cards import Deck
from tegenwicht.game.text import clean
from tegenwicht.i18n import tr
from tegenwicht.plain.dates import (
    clock_time,
    date_and_time,
    minutes_since,
    short_date,
    told_day,
    with_zone,
)
from tegenwicht.preferences import Settings, Wishes
from tegenwicht.screens.shell.model import REHEARSAL, Kept, Playing
from tegenwicht.storage.journal.contract import SessionRow, SessionTakenElsewhere, UnreadableSession
from tegenwicht.storage.journal.journal import open_journal
from tegenwicht.storage.journal.lock import Hold, SessionLock
from tegenwicht.storage.settings import read_settings, write_changes

if TYPE_CHECKING:
    from tegenwicht.game.cards import Kind
    from tegenwicht.game.clock import Reading
    from tegenwicht.game.events import Action, Event, Setup
    from tegenwicht.kit.motion.moves import Move
    from tegenwicht.screens.shell.view import View
    from tegenwicht.session import RunningSession

MOST_LISTED = 200
LONGEST_SHOWN = 200
"""Characters of a title or a line in a list."""
EXTRA = "erbij.yaml"
"""The deck with the other kinds of card, to shuffle into another."""
LONGEST_SITTING = 6 * 60
"""Minutes; when more have gone by since a session began, it was put away in between."""


class Backstage:
    """What is kept, and the session on the table. ``data``: the user's folder; ``now``: date and time here.

    wishes: what is set on the computer itself, which the settings follow.
    """

    def __init__(
        self, data: Path, now: Callable[[], datetime], journal: Any = None, wishes: Wishes | None = None
    ) -> None:
        self.data, self.now = data, now
        self.notices: list[str] = []
        self.lock = SessionLock.of_folder(data)
        if self.lock.hold is Hold.ANOTHERS:
            self.notices.append(
                tr("Tegenwicht is al open in een ander venster. Hier kun je een andere sessie spelen.")
            )
        self.settings, said = read_settings(data, wishes=wishes)
        self._written = self.settings
        if journal is None:
            journal, news = open_journal(data)
            self.notices += news
        if said:
            self.notices.append(said)
        self.playable = PlayableDecks(data)
        self.journal = journal
        self.session: RunningSession | None = None
        self._session_lock: SessionLock | None = None
        self._settings_trouble = ""

    @property
    def trouble(self) -> str:
        """Why something is not saved, as long as that lasts; empty when all is well."""
        return self.journal.trouble or self._settings_trouble

    def retry(self) -> None:
        """Try again to save what waits."""
        self.journal.retry()
        if self._settings_trouble:
            self.keep_settings(self.settings)

    # -- settings

    def keep_settings(self, settings: Settings) -> None:
        """Write the settings; when that fails the notice says so and the app goes on."""
        self.settings = settings
        try:
            write_changes(self.data, self._written, settings)
            self._written, self._settings_trouble = settings, ""
        except OSError as error:
            from tegenwicht.storage.reasons import why_not

            self._settings_trouble = tr(
                "De instellingen kunnen niet worden bewaard ({why}). Spelen kan gewoon."
            ).format(why=why_not(error))

    def erased(self, settings: Settings) -> None:
        """What was erased is out of the settings file, and these hold from now on."""
        self.settings = self._written = settings

    # -- sessions

    def sessions(self) -> tuple[Kept, ...]:
        """The sessions in the journal, the latest first."""
        return self.listed(self.journal.sessions(limit=MOST_LISTED))

    def listed(self, rows: Iterable[SessionRow]) -> tuple[Kept, ...]:
        """Rows of the journal as the screens list them."""
        another, now = self.lock.hold is Hold.ANOTHERS, self.now()
        return tuple(
            Kept(row.id, row.mode, _one_line(row.title), date_and_time(row.changed), _one_line(row.line), row.finished,
                 another and not row.finished and self._is_elsewhere(row.id), row.came_up,
                 told_day(row.changed, now))
            for row in rows
        )  # fmt: skip

    def _is_elsewhere(self, session_id: str) -> bool:
        with SessionLock.of_session(self.data, session_id) as lock:
            return lock.hold is Hold.ANOTHERS

    def begin(self, setup: Setup, deck: Deck) -> str:
        """Start a session; what is wrong with it in Dutch, or nothing.

        A game in rounds checks in with what its group took along the last time; the other kinds of card that were
        chosen are shuffled into the deck.
        """
        from tegenwicht.session import RunningSession, brought_by

        if setup.minutes is not None:
            setup = replace(setup, brought=brought_by(self.journal, setup.title))
        if setup.kinds:
            deck, problem = self._with_kinds(deck, setup.kinds)
            if problem:
                return problem
        session_id = os.urandom(16).hex()
        self._take_lock(session_id)
        try:
            self.session = RunningSession.start(
                self.journal, setup, deck, now=self._utc_now, new_id=lambda: session_id, summary=summary_of
            )
        except ValueError:
            self._let_go()
            return tr(
                "Zo kan deze sessie niet beginnen. Kijk bij de opzet naar de kaarten, de mensen en de tijd."
            )
        return ""

    def rehearse(self, setup: Setup, deck: Deck) -> None:
        """A session of which nothing is kept: its journal is this run's memory."""
        from tegenwicht.session import RunningSession
        from tegenwicht.storage.journal.memory import MemoryJournal

        self._let_go()
        self.session = RunningSession.start(
            MemoryJournal(), setup, deck, now=self._utc_now, new_id=lambda: REHEARSAL, summary=summary_of
        )

    def _with_kinds(self, deck: Deck, kinds: Collection[Kind]) -> tuple[Deck, str]:
        from tegenwicht.game.kinds import mixed

        extra, problem = self.playable.read(paths.decks() / EXTRA)
        return (deck, problem) if extra is None else (mixed(deck, extra, kinds), "")

    def resume(self, session_id: str) -> str:
        """Go on with a session; why that cannot be in Dutch, or nothing."""
        from tegenwicht.session import RunningSession

        if not self._take_lock(session_id):
            return tr("Deze sessie is open in een ander venster. Sluit hem daar, of kies een andere.")
        try:
            self.session = RunningSession.resume(
                self.journal, session_id, now=self._utc_now, summary=summary_of
            )
        except (UnreadableSession, SessionTakenElsewhere) as error:
            self._let_go()
            return str(error)
        return ""

    def today(self) -> str:
        """The date here, as "2026-11-21"."""
        return self.now().date().isoformat()

    def _utc_now(self) -> str:
        return with_zone(self.now()).astimezone(UTC).isoformat(timespec="milliseconds")

    def _take_lock(self, session_id: str) -> bool:
        self._let_go()
        self._session_lock = SessionLock.of_session(self.data, session_id)
        return self._session_lock.hold is not Hold.ANOTHERS

    def _let_go(self) -> None:
        if self._session_lock is not None:
            self._session_lock.release()
            self._session_lock = None

    def leave(self) -> None:
        """Nobody plays now; the session is kept."""
        self.session = None
        self._let_go()

    def act(self, action: Action) -> tuple[bool, str, Event | None]:
        """(done, what to say, the event): an action through the one door for change."""
        from tegenwicht.game.refusals import Refusal
        from tegenwicht.screens.parts.words import refusal_sentence

        assert self.session is not None
        try:
            event = self.session.do(action)
        except SessionTakenElsewhere as error:
            self.leave()
            return False, str(error), None
        if isinstance(event, Refusal):
            return False, refusal_sentence(event), None
        return True, self._aloud(event), event

    def _aloud(self, event: Event) -> str:
        """What a screen reader says after an event, with what an undo took back."""
        from tegenwicht.game.events import Redone, Undone

        assert self.session is not None
        timeline, screens = self.session.timeline, self._screens()
        if isinstance(event, Undone) and timeline.undone is not None:
            undone = tr("Ongedaan gemaakt: {what}").format(what=screens.undo_name(timeline.undone.event))
            return ". ".join(filter(None, (undone, self.still_kept(event))))
        if isinstance(event, Redone) and timeline.done is not None:
            return tr("Opnieuw: {what}").format(what=screens.undo_name(timeline.done.event))
        said: str = screens.announcement(event, timeline.session)
        return said

    def still_kept(self, event: Event | None) -> str:
        """What to say when words were taken back: they are not shown any more, but they are still there."""
        from tegenwicht.game.events import Undone

        undone = self.session.timeline.undone if self.session is not None else None
        if not isinstance(event, Undone) or undone is None:
            return ""
        from tegenwicht.storage.exchange.session_words import words_of

        if not any(words_of(undone.event)):
            return ""
        return tr(
            "Wat er stond, blijft op deze computer in de sessie tot je die wist. In een bestand gaat het niet mee."
        )

    def _screens(self) -> Any:
        from tegenwicht.screens.shell.modes import screens_of

        assert self.session is not None
        return screens_of(self.session.timeline.session.setup.mode)

    def playing(self, monotonic: float) -> Playing | None:
        """The session on the table as the screens know it."""
        if self.session is None:
            return None
        reading = self.reading(monotonic)
        when = short_date(self.session.row.started)
        timeline, legal = self.session.timeline, self.session.legal
        still, spent = self.standing_still(), self._spent()
        return Playing(self.session.id, when, timeline, legal, reading, still, spent, *self._times())

    def _times(self) -> tuple[str, str]:
        """When it began and when something was done last, as a time of the day, where both are of one day."""
        assert self.session is not None
        row = self.session.row
        same = short_date(row.started) == short_date(row.changed)
        return (clock_time(row.started), clock_time(row.changed)) if same else ("", "")

    def _spent(self) -> int:
        """Whole minutes since it began; 0 for one taken up again another day, or begun when nobody can tell."""
        assert self.session is not None
        minutes = minutes_since(self.session.row.started, self.now())
        return minutes if minutes is not None and 0 <= minutes < LONGEST_SITTING else 0

    def where_we_are(self) -> str:
        """What a screen reader says when a session comes on the table."""
        assert self.session is not None
        said: str = self._screens().arrival(self.session.timeline.session)
        return said

    def motion(self, event: Event | None, v: View) -> Move | None:
        """What moves after an event."""
        if event is None or self.session is None:
            return None
        motion: Move | None = self._screens().motion(event, v)
        return motion

    def is_unread(self, event: Event | None) -> bool:
        """Whether a card came on the table with the event, that nobody can have read yet."""
        return event is not None and self.session is not None and bool(self._screens().unread(event))

    def as_it_comes(self, event: Event | None, forms: Mapping[str, Any]) -> dict[str, Any]:
        """What is filled in, without how a card lay before that came on the table with the event."""
        lay = getattr(self._screens(), "how_it_lay", None) if self.session is not None else None
        gone = lay(event, forms) if lay is not None and event is not None else ()
        return {entry: value for entry, value in forms.items() if entry not in gone}

    # -- the time of a turn

    def reading(self, monotonic: float) -> Reading:
        """What the clock shows now, in whole seconds of time left."""
        from tegenwicht.game.clock import read

        assert self.session is not None
        session, clock = self.session.timeline.session, self.session.timeline.clock
        spent = self.session.spent(monotonic) if self.session.timeline.clock_of is not None else 0.0
        return read(clock, session.thinking_seconds, session.talking_seconds, float(int(spent)))

    def standing_still(self) -> bool:
        """Whether the clock was paused, or stands still since the session was taken up again."""
        return self.session is not None and (self.session.timeline.clock.paused or self.session.clock_held)

    def until_next_reading(self, monotonic: float) -> float:
        """Seconds until the clock shows something else; far away when it stands still."""
        from tegenwicht.game.clock import Stage

        if self.session is None or self.session.timeline.clock_of is None or self.standing_still():
            return 3600.0
        if self.reading(monotonic).stage in (Stage.OFF, Stage.OVER):
            return 3600.0
        spent = self.session.spent(monotonic)
        return 1.0 - spent % 1.0 + 0.005

    def clock_action(self, what: str, monotonic: float) -> Action | None:
        """The action behind a key of the clock: "toggle" or "minute"."""
        from tegenwicht.game import events

        assert self.session is not None
        spent = self.session.spent(monotonic)
        if what == "minute":
            return events.AddMinute(spent)
        if self.session.clock_held and not self.session.timeline.clock.paused:
            self.session.let_clock_run()
            return None
        return events.StartClock(spent) if self.session.timeline.clock.paused else events.PauseClock(spent)

    def begin_talking(self) -> tuple[Action, ...]:
        """The actions that end the time to think of a running clock: it stands still and goes on where talking begins."""
        from tegenwicht.game import events

        assert self.session is not None
        thought = float(self.session.timeline.session.thinking_seconds)
        return (events.PauseClock(thought), events.StartClock(thought))

    def pause(self, monotonic: float) -> str:
        """Before stopping: how much of the turn's time has gone by is kept; or why it cannot be, in Dutch."""
        from tegenwicht.game import events

        if self.session is None or self.session.timeline.clock_of is None or self.standing_still():
            return ""
        try:
            self.session.do(events.PauseClock(self.session.spent(monotonic)))
        except SessionTakenElsewhere as error:
            return str(error)
        return ""

    def close(self) -> None:
        """Let go of everything."""
        self.leave()
        self.journal.close()
        self.lock.release()


def _one_line(words: str) -> str:
    """Words of a row as far as they can be shown in a list, whatever became of the row."""
    return clean(words[: 2 * LONGEST_SHOWN])[:LONGEST_SHOWN]


def summary_of(timeline: Any) -> str:
    """A line about where a session is, for lists."""
    from tegenwicht.screens.shell.modes import screens_of

    return screens_of(timeline.session.setup.mode).session_line(timeline.session)
