"""The editions of the rules, in one place: what was mended or added when, and which hold in a session.

A rule that came later holds for sessions begun after that, so that a journal always replays to what was on the
screen. Whoever changes a rule names the change here and asks ``holds``; nothing else compares editions.
"""

from typing import Protocol

EDITION = 3
"""Of the rules, for a session that begins now."""

FAIR_TURNS = 2
"""Who joins someone alone ends that one's extra turns; changing places moves nobody past a third; what is
shuffled again is the session's own cards."""

HUNG_OPPOSITE = 3
"""A counterweight hangs opposite a card and remembers which; a turn's first card is never a counterweight."""

MARKS_STAY = 3
"""A mark belongs to the turn and is a mention until *Klaar*; the cluster of a card on the table counts with the
card and cannot be marked."""

REPLAYED_AS_PLAYED = 3
"""Every event of a Kaartgesprek in a journal must be the one that play would have given."""


class _Played(Protocol):
    @property
    def edition(self) -> int: ...


def holds(rule: int, session: _Played) -> bool:
    """Whether a rule, one of the constants above, holds in a session."""
    return session.edition >= rule
