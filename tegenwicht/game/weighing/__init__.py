"""The mode Wegen: a group or one person weighs factors 1 to 4, and talks about where they differ most.

This package is the whole of the mode's rules: ``actions`` (what someone wants, what can happen), ``state``
(the scales), ``outcome`` (the own order and the differences), ``deciding`` and ``applying``. Weights go from
1 (geen invloed) to 4 (veel invloed), as in the survey of 2021. What every mode shares is in ``game.rules``.
"""

from tegenwicht.game.cards import Kind
from tegenwicht.game.weighing.actions import (
    EVENTS,
    CountHands,
    CoverUp,
    EndTalk,
    FactorTurnedTo,
    Give,
    HandsCounted,
    KeysTaken,
    NoteWritten,
    ResultShown,
    ShowResult,
    TakeKeys,
    TalkAbout,
    TalkBegun,
    TalkEnded,
    TurnTo,
    WeightGiven,
    WeightsCovered,
    WriteNote,
)
from tegenwicht.game.weighing.applying import apply
from tegenwicht.game.weighing.deciding import LONGEST_NOTE, MOST_HANDS, candidates, decide, open_actions
from tegenwicht.game.weighing.outcome import (
    WEIGHTS,
    Weighed,
    by_difference,
    groups_shown,
    has_spread,
    own_order,
    to_talk_about,
    weighed,
)
from tegenwicht.game.weighing.state import (
    OPTIONS,
    Hands,
    Own,
    Scales,
    Stage,
    Talk,
    begin,
    clock_of,
    hands_for,
    is_weighed,
    next_open,
    own_of,
    scales,
    talk_now,
    tally_of,
    waiting,
    without_published,
)

PEOPLE = range(1, 13)
KINDS: tuple[Kind, ...] = ()
ONE_OF_EACH = False

__all__ = [
    "EVENTS", "KINDS", "LONGEST_NOTE", "MOST_HANDS", "ONE_OF_EACH", "OPTIONS", "PEOPLE", "WEIGHTS", "CountHands", "CoverUp",
    "EndTalk",
    "FactorTurnedTo", "Give", "Hands", "HandsCounted", "KeysTaken", "NoteWritten", "Own", "ResultShown",
    "Scales", "ShowResult", "Stage", "TakeKeys", "Talk", "TalkAbout", "TalkBegun", "TalkEnded", "TurnTo",
    "Weighed", "WeightGiven", "WeightsCovered", "WriteNote", "apply", "begin", "by_difference", "candidates",
    "clock_of", "decide", "groups_shown", "hands_for", "has_spread", "is_weighed", "next_open", "open_actions",
    "own_of", "own_order", "scales", "talk_now", "tally_of", "to_talk_about", "waiting", "weighed",
    "without_published",
]  # fmt: skip
