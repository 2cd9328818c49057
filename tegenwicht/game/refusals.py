"""The closed set of reasons why an action is not possible. The screen has one Dutch sentence for each."""

from enum import Enum, auto


class Refusal(Enum):
    """Why not."""

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
    WEIGHTS_OUT_OF_RANGE = auto()
    NOTHING_TO_SHUFFLE = auto()
    NOTHING_WRITTEN = auto()
    NO_CONSIDERATION = auto()
    TOO_FEW_WEIGHED = auto()
