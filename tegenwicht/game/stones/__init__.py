"""The mode Tien stenen: a group divides ten stones over the six clusters, talks, and does so again.

``actions`` and ``laying`` are also the frame around a Kaartgesprek (option *stones*). What every mode shares is in
``game.rules``.
"""

from collections.abc import Iterable

from tegenwicht.game import events
from tegenwicht.game.cards import Kind
from tegenwicht.game.refusals import Refusal, hold, without_cards
from tegenwicht.game.state import Session
from tegenwicht.game.stones.actions import (
    ACTIONS,
    EVENTS,
    LayAgain,
    LayingBegun,
    LayStone,
    LeaveStones,
    SettleStones,
    StoneLaid,
    StonesLeft,
    StonesSettled,
    StoneTaken,
    TakeStone,
)
from tegenwicht.game.stones.laying import STONES, Framed, Heaps, Stage, Stones
from tegenwicht.game.stones.laying import apply as _apply
from tegenwicht.game.stones.laying import candidates as _candidates
from tegenwicht.game.stones.laying import decide as _decide
from tegenwicht.game.stones.laying import ended as _ended
from tegenwicht.game.tally import Counts, Tally

PEOPLE = range(1, 13)
OPTIONS: dict[str, tuple[str, ...]] = {}
KINDS: tuple[Kind, ...] = ()
ONE_OF_EACH = False


def stones(session: Session) -> Stones:
    """The stones of a session of this mode."""
    if not isinstance(session.play, Stones):
        raise TypeError(f"not a session of Tien stenen: {type(session.play).__name__}")
    return session.play


def stones_of(session: Session) -> Stones | None:
    """The stones of a session of any mode; None when it has none."""
    match session.play:
        case Stones() as found:
            return found
        case Framed() as framed:
            return framed.stones
    return None


def begin(session: Session) -> Stones:  # noqa: ARG001 - as every mode
    """Ten stones, none of them laid."""
    return Stones()


def candidates(session: Session) -> Iterable[events.Action]:  # noqa: ARG001 - as every mode
    """Every action with stones; the rules sift them."""
    return _candidates()


def open_actions(session: Session) -> Iterable[type[events.Action]]:  # noqa: ARG001 - as every mode
    """None: no action carries free text or numbers."""
    return ()


def decide(session: Session, action: events.Action) -> events.Event | Refusal:
    """What happens when someone wants ``action``."""
    if isinstance(action, events.Finish):
        return without_cards(action.count_card) or events.SessionFinished(False)
    return _decide(stones(session), action) if type(action) in ACTIONS else Refusal.NOT_NOW


def apply(session: Session, event: events.Event) -> Stones:
    """The stones after ``event``; what was not settled when one finishes does not count. DoesNotFit as in play."""
    if isinstance(event, events.SessionFinished):
        hold(without_cards(event.count_card))
        return _ended(stones(session))
    return _apply(stones(session), event) if type(event) in EVENTS else stones(session)


def tally_of(session: Session) -> Tally:  # noqa: ARG001 - as every mode
    """Nothing: a stone is no card and no mention."""
    return Tally((), Counts())


def clock_of(session: Session) -> object:  # noqa: ARG001 - as every mode
    """No time is kept."""
    return None


__all__ = [
    "ACTIONS", "EVENTS", "OPTIONS", "PEOPLE", "STONES", "Heaps", "LayAgain", "LayStone", "LayingBegun",
    "LeaveStones", "SettleStones", "Stage", "StoneLaid", "StoneTaken", "Stones", "StonesLeft", "StonesSettled",
    "TakeStone", "apply", "begin", "candidates", "clock_of", "decide", "open_actions", "stones", "stones_of",
    "tally_of",
]  # fmt: skip
