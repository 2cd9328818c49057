"""The state of the mode Alleen: the hand, the card that lies large, what was laid down and what was left on cards."""

from dataclasses import dataclass

from tegenwicht.game import tally
from tegenwicht.game.cards import Cluster
from tegenwicht.game.state import Phase, Session
from tegenwicht.game.tally import Counts, Tally

HAND = 6
ONE_OF_EACH = True
"""A hand that is dealt has a card of every cluster, as long as there are."""


@dataclass(frozen=True, slots=True)
class CardInPlay:
    """A card with what was left on it. ``weight``: 1 to 4, 0 for none. ``seen``: its other side was shown."""

    card: int
    mentions: tuple[Cluster, ...] = ()
    weight: int = 0
    note: str = ""
    other_note: str = ""
    seen: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """Two cards side by side, with a line."""

    first: int
    second: int
    text: str


@dataclass(frozen=True, slots=True)
class Alone:
    """The state of the mode.

    left: card numbers under the hand, in order. on_table: the card that lies large; it is not in the hand.
    turned: its other side is up. done: the cards that were discussed, in order. kept: what was left on cards
    that went back to the hand. pairs: two cards side by side with a line, the latest last.
    """

    left: tuple[int, ...]
    hand: tuple[int, ...]
    on_table: CardInPlay | None = None
    turned: bool = False
    done: tuple[CardInPlay, ...] = ()
    kept: tuple[CardInPlay, ...] = ()
    pairs: tuple[Pair, ...] = ()

    @property
    def met(self) -> tuple[CardInPlay, ...]:
        """Every card that lay on the table, with what was left on it; the latest last."""
        return (*self.kept, *self.done, *((self.on_table,) if self.on_table else ()))

    def line_of(self, first: int, second: int) -> str:
        """What was written with two cards side by side; empty for nothing."""
        wanted = {first, second}
        return next((one.text for one in self.pairs if {one.first, one.second} == wanted), "")


def alone(session: Session) -> Alone:
    """The mode's own state of a session of this mode."""
    if not isinstance(session.play, Alone):
        raise TypeError(f"not a session of Alleen: {type(session.play).__name__}")
    return session.play


def begin(session: Session) -> Alone:
    """The first six cards are in the hand."""
    return Alone(session.order[HAND:], session.order[:HAND])


def card_of_the_day(session: Session) -> int:
    """The first card of the order; where the date is the shuffle number, the same one all day."""
    return session.order[0]


def tally_of(session: Session) -> Tally:
    """What came up in the whole session: there are no rounds, so the one is the total.

    Of a card that is not laid down (yet) only what was marked counts.
    """
    play = alone(session)
    open_still = (*play.kept, play.on_table) if play.on_table else play.kept
    laid = sum((_counts_of(session, one) for one in play.done), Counts())
    marked = (Counts(mentions=_counts_of(session, one).mentions) for one in open_still)
    total = sum(marked, laid)
    return Tally((total,), total)


def _counts_of(session: Session, one: CardInPlay) -> Counts:
    return tally.of_turn({session.cards[one.card].cluster}, one.mentions)


def clock_of(session: Session) -> object:
    """The thinking time, when there is any, runs for the card on the table."""
    play = alone(session)
    if session.phase is not Phase.PLAYING or play.on_table is None:
        return None
    return (len(play.done), play.on_table.card)
