"""Which cards someone alone met in earlier sessions, and the lines that were written with them."""

from tegenwicht.game import alone, rules
from tegenwicht.plain.dates import short_date
from tegenwicht.screens.shell.model import Line
from tegenwicht.storage.journal.contract import Journal, SessionRow, UnreadableSession

MOST_SESSIONS, MOST_LISTED = 60, 300
"""So many sessions alone are read, the latest, among so many of all."""
ALONE = "alone"


def met_before(journal: Journal, but: str, deck: str) -> tuple[tuple[int, ...], tuple[Line, ...]]:
    """(numbers of the cards that were met, the latest last; the lines, the latest first), of sessions with ``deck``.

    but: the id of a session that is left out. What cannot be read is passed over: it harms no other.
    """
    rows = [row for row in journal.sessions(limit=MOST_LISTED) if row.mode == ALONE and row.id != but]
    met: dict[int, None] = {}
    lines: list[Line] = []
    for row in rows[:MOST_SESSIONS]:  # the latest first
        play = _play_of(journal, row, deck)
        if play is None:
            continue
        for one in play.met[::-1]:
            met.setdefault(one.card)
        lines += _lines(play, short_date(row.started))
    return tuple(met)[::-1], tuple(lines)


def _play_of(journal: Journal, row: SessionRow, deck: str) -> alone.Alone | None:
    try:
        session = rules.replay(journal.events(row.id)).session
    except (UnreadableSession, rules.ReplayError):
        return None
    of_this_game = isinstance(session.play, alone.Alone)  # the list may be damaged, and say another
    return alone.alone(session) if of_this_game and session.deck.id == deck else None


def _lines(play: alone.Alone, when: str) -> list[Line]:
    found = [Line(when, one.card, one.note) for one in play.met if one.note]
    return [*found, *(Line(when, one.first, one.text, one.second) for one in play.pairs)][::-1]
