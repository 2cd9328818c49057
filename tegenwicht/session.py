"""One running session: the single door for change. An action becomes an event, is saved, and then holds.

Knows the rules and the promise of a journal; nothing of files, SQLite or the screen. The clock, new ids and
the words for people come in as arguments.
"""

from collections.abc import Callable

from tegenwicht.game import rules
from tegenwicht.game.cards import Deck
from tegenwicht.game.events import Action, Brought, Event, Setup
from tegenwicht.game.harvest import for_the_next
from tegenwicht.game.modes import mode_named
from tegenwicht.game.refusals import Refusal
from tegenwicht.game.state import Phase, Session, Timeline
from tegenwicht.game.text import clean, folded
from tegenwicht.i18n import called, several, tr
from tegenwicht.storage.journal.contract import (
    Journal,
    SessionRow,
    SessionTakenElsewhere,
    UnreadableSession,
)

__all__ = [
    "Journal", "RunningSession", "SessionRow", "SessionTakenElsewhere", "UnreadableSession", "brought_by",
]  # fmt: skip

Summary = Callable[[Timeline], str]
"""A line for the list of sessions, such as "Ronde 2 van 3 · 5 deelnemers"."""


def plain_summary(timeline: Timeline) -> str:
    """How many participants there are."""
    here = len(timeline.session.present)
    return several("{n} deelnemer", "{n} deelnemers", here)


_LOOKED_AT = 20
"""Sessions of a group that are looked at for the last one that was finished."""


def brought_by(journal: Journal, title: str) -> tuple[Brought, ...]:
    """What the group's last finished session left to look back at, for ``Setup.brought`` of its next one.

    title: the group's name, capitals and accents aside; for a group without a name there is nothing. A session
    that cannot be read is passed over.
    """
    group = folded(clean(title))
    rows = journal.sessions(search=title, limit=_LOOKED_AT) if group else []
    for row in rows:
        session = _looked_back_at(journal, row.id) if folded(row.title) == group else None
        if session is not None and session.phase is not Phase.PLAYING:
            return for_the_next(session)
    return ()


def _looked_back_at(journal: Journal, session_id: str) -> Session | None:
    try:
        return rules.replay(journal.events(session_id)).session
    except (UnreadableSession, rules.ReplayError):
        return None


class RunningSession:
    """A session that is being played. Made by ``start`` or ``resume``.

    timeline: what holds now. row: as the list of sessions shows it. journal: what keeps it.
    """

    def __init__(
        self,
        journal: Journal,
        row: SessionRow,
        timeline: Timeline,
        now: Callable[[], str],
        summary: Summary,
        held: bool,
    ) -> None:
        self.journal = journal
        self._now = now
        self._summary = summary
        self.row = row
        self.timeline = timeline
        self._legal: rules.LegalActions | None = None
        self._held = held
        self._since: float | None = None

    @property
    def id(self) -> str:
        """What the journal calls the session."""
        return self.row.id

    @classmethod
    def start(
        cls,
        journal: Journal,
        setup: Setup,
        deck: Deck,
        *,
        now: Callable[[], str],
        new_id: Callable[[], str],
        summary: Summary = plain_summary,
    ) -> "RunningSession":
        """A new session, saved before this returns.

        now: the time in ISO 8601, UTC. new_id: a name no session had before. ValueError for a setup
        outside the ranges of ``Setup``.
        """
        first = rules.start(setup, deck)
        timeline = rules.begun(first)
        time = now()
        row = SessionRow(
            new_id(), setup.mode, setup.title, time, time, False, 1, summary(timeline), _came_up(timeline)
        )
        journal.begin(row, [first])
        return cls(journal, row, timeline, now, summary, held=False)

    @classmethod
    def resume(
        cls, journal: Journal, session_id: str, *, now: Callable[[], str], summary: Summary = plain_summary
    ) -> "RunningSession":
        """A saved session, exactly where it was, its clock standing still. Saves nothing.

        UnreadableSession, with a Dutch sentence, when its events cannot be read or do not fit together.
        """
        row, events = journal.take_up(session_id)
        try:
            timeline = rules.replay(events)
        except rules.ReplayError as error:
            raise UnreadableSession(
                tr(
                    "De sessie {title} klopt niet vanaf stap {number} en kan niet worden geopend. De andere "
                    "sessies wel."
                ).format(title=called(row.title), number=error.number)
            ) from error
        return cls(journal, row, timeline, now, summary, held=True)

    def do(self, action: Action) -> Event | Refusal:
        """What the action led to; once it is returned it is saved (or the journal's ``trouble`` says not).

        The next timeline is reckoned before anything is saved: an event that cannot follow never gets in
        the journal. SessionTakenElsewhere when another copy of the app went on; nothing changed then.
        """
        event = rules.decide(self.timeline, action)
        if isinstance(event, Refusal):
            return event
        after = rules.apply(self.timeline, event)
        row = self._row_after(after)
        self.journal.append(self.timeline.count, event, row)
        self._keep_time(after)
        self.timeline, self.row, self._legal = after, row, None
        return event

    def _row_after(self, after: Timeline) -> SessionRow:
        return self.row._replace(
            changed=self._now(),
            finished=after.session.phase is Phase.CLOSED,
            actions=after.count,
            line=self._summary(after),
            came_up=_came_up(after),
        )

    @property
    def legal(self) -> rules.LegalActions:
        """Everything that may be done now, reckoned once for each state."""
        if self._legal is None:
            self._legal = rules.legal_actions(self.timeline)
        return self._legal

    # -- the time of a turn

    @property
    def clock_held(self) -> bool:
        """Whether the clock stands still because the session was resumed; the journal knows nothing of it."""
        return self._held

    def let_clock_run(self) -> None:
        """End the standstill after resuming. A next turn, and a choice about the clock, end it too."""
        self._held = False

    def spent(self, monotonic_now: float) -> float:
        """Seconds of this turn's time gone by, on a clock that only goes forward.

        Counting begins at the first question after the clock (re)started, so ask when the turn is shown.
        """
        clock = self.timeline.clock
        if self.timeline.clock_of is None:
            return 0.0
        if clock.paused or self._held:
            return clock.spent
        if self._since is None:
            self._since = monotonic_now
        return clock.spent + max(0.0, monotonic_now - self._since)

    def _keep_time(self, after: Timeline) -> None:
        """Count anew when another turn's clock begins or something was chosen about this one's."""
        before = self.timeline
        if after.clock_of != before.clock_of or _start_of(after) != _start_of(before):
            self._since = None
            self._held = False


def _came_up(timeline: Timeline) -> tuple[int, ...]:
    """How often each cluster came up, for the list of sessions: six by card, six by mention."""
    total = mode_named(timeline.session.setup.mode).tally_of(timeline.session).total
    return (*total.cards, *total.mentions)


def _start_of(timeline: Timeline) -> tuple[float, bool, int]:
    return timeline.clock.spent, timeline.clock.paused, timeline.clock.extra
