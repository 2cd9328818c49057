"""Why not: the closed set of reasons why an action is not possible, and the error for an event that cannot be.

The screen has one Dutch sentence for each reason.
"""

from enum import Enum, auto


class DoesNotFit(ValueError):  # noqa: N818 - says what it is
    """An event that cannot follow what came before it: a damaged journal, or one of a newer version.

    The rules raise it for nothing else, and a fault of ours is never one.
    """


class Refusal(Enum):
    """Why an action cannot be done now; the screens have a sentence for each."""

    SESSION_CLOSED = auto()
    NOT_NOW = auto()
    NOTHING_TO_UNDO = auto()
    NOTHING_TO_REDO = auto()
    NO_SUCH_PARTICIPANT = auto()
    TABLE_FULL = auto()
    LAST_PARTICIPANT = auto()
    CANNOT_MOVE = auto()
    HAS_HAD_A_TURN = auto()
    TEXT_TOO_LONG = auto()
    TIME_OUT_OF_RANGE = auto()
    CLOCK_IS_OFF = auto()
    ROUND_IS_DONE = auto()
    ROUND_IS_NOT_DONE = auto()
    CARD_ON_TABLE = auto()
    NO_CARD_ON_TABLE = auto()
    NO_CARDS_LEFT = auto()
    CARDS_LEFT = auto()
    PILE_IS_EMPTY = auto()
    CHOOSE_A_PILE = auto()
    NOT_BY_PILE = auto()
    NO_SUCH_CARD = auto()
    ALREADY_DISCUSSED = auto()
    ALREADY_ON_TABLE = auto()
    NOT_ASIDE = auto()
    COUNTERWEIGHT_ON_TABLE = auto()
    ALREADY_MENTIONED = auto()
    NOT_MENTIONED = auto()
    COUNTS_WITH_CARD = auto()
    WEIGHTS_OUT_OF_RANGE = auto()
    NOTHING_TO_SHUFFLE = auto()
    NOTHING_WRITTEN = auto()
    NO_CONSIDERATION = auto()
    TOO_FEW_WEIGHED = auto()
    ALREADY_IN_LIST = auto()
    NOT_IN_LIST = auto()
    NOT_IN_HAND = auto()
    WEIGHT_OUT_OF_RANGE = auto()
    NO_STONES_LEFT = auto()
    NO_STONE_THERE = auto()
    STONES_LEFT = auto()
    STONES_FIRST = auto()
    NO_JOKER = auto()
    NO_SUCH_SLIP = auto()
    NO_OTHER_SIDE = auto()
    NOT_FOR_TASK = auto()
    NOT_A_DAY = auto()
    NOT_PARKED = auto()
    TOO_FEW_MARKS = auto()
    ALREADY_GUESSED = auto()
    SAME_CLUSTER_TWICE = auto()


def hold(reason: Refusal | None) -> None:
    """DoesNotFit for what play would have refused."""
    if reason is not None:
        raise DoesNotFit(f"refused: {reason.name}")


def without_cards(count_card: bool) -> Refusal | None:
    """Why a session of a mode without a card on the table cannot be finished so."""
    return Refusal.NO_CARD_ON_TABLE if count_card else None
