"""The mode Alleen: Tegenwicht for one, as light as a game of patience.

Six cards in the hand, among them the card of the day; one at a time lies large, is weighed, turned round
and laid down. What nobody needs alone is not there: no rounds, no turns, no hurry. ``actions`` (what someone
wants, what can happen), ``state``, ``deciding`` and ``applying`` are the whole of the mode's rules.
"""

from tegenwicht.game.alone.actions import (
    EVENTS,
    CardChosen,
    CardLaidDown,
    CardLookedUp,
    CardPutBack,
    CardTurned,
    CardWeighed,
    Choose,
    ClusterMentioned,
    DealAnew,
    HandDealt,
    LayDown,
    LookUp,
    Mention,
    MentionTakenBack,
    NoteWritten,
    PairNoted,
    PutBack,
    TakeBackMention,
    TurnCard,
    Weigh,
    WriteNote,
    WriteOnPair,
)
from tegenwicht.game.alone.applying import apply
from tegenwicht.game.alone.deciding import LONGEST_NOTE, WEIGHTS, candidates, decide, open_actions
from tegenwicht.game.alone.state import (
    HAND,
    ONE_OF_EACH,
    Alone,
    CardInPlay,
    Pair,
    alone,
    begin,
    card_of_the_day,
    clock_of,
    tally_of,
)
from tegenwicht.game.cards import Kind

PEOPLE = range(1, 2)
OPTIONS: dict[str, tuple[str, ...]] = {}
KINDS: tuple[Kind, ...] = ()

__all__ = [
    "EVENTS", "HAND", "KINDS", "LONGEST_NOTE", "ONE_OF_EACH", "OPTIONS", "PEOPLE", "WEIGHTS", "Alone",
    "CardChosen", "CardInPlay",
    "CardLaidDown", "CardLookedUp", "CardPutBack", "CardTurned", "CardWeighed", "Choose", "ClusterMentioned",
    "DealAnew", "HandDealt", "LayDown", "LookUp", "Mention", "MentionTakenBack", "NoteWritten", "Pair",
    "PairNoted", "PutBack", "TakeBackMention", "TurnCard", "Weigh", "WriteNote", "WriteOnPair", "alone",
    "apply", "begin", "candidates", "card_of_the_day", "clock_of", "decide", "open_actions", "tally_of",
]  # fmt: skip
