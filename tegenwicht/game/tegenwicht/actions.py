"""What someone can want in the mode Tegenwicht, and what can happen. Frozen data, no behaviour."""

from dataclasses import dataclass
from enum import StrEnum

from tegenwicht.game import events
from tegenwicht.game.cards import Cluster
from tegenwicht.game.stones.actions import StoneLaid, StonesLeft, StonesSettled, StoneTaken

# -- what someone wants


@dataclass(frozen=True, slots=True)
class Draw(events.Action):
    """The next card, of the whole deck (where piles can be picked too: *by lot*) or of the cluster that lags."""


@dataclass(frozen=True, slots=True)
class DrawFrom(events.Action):
    """The next card of one pile; None for the pile of other kinds of card, which have no cluster."""

    cluster: Cluster | None


@dataclass(frozen=True, slots=True)
class DrawCounterweight(events.Action):
    """A card from a cluster that came up least, hung opposite the one on the table."""


@dataclass(frozen=True, slots=True)
class BringUp(events.Action):
    """The card with this number, as drawn from the paper cards."""

    card: int


@dataclass(frozen=True, slots=True)
class TakeBack(events.Action):
    """A card that was put aside."""

    card: int


@dataclass(frozen=True, slots=True)
class PutAside(events.Action):
    """The card that was drawn last goes aside; it does not count and can come back."""


@dataclass(frozen=True, slots=True)
class Pass(events.Action):
    """The turn is over without a card discussed. Never asked why."""


@dataclass(frozen=True, slots=True)
class FinishTurn(events.Action):
    """The card was discussed; the next one's turn."""


@dataclass(frozen=True, slots=True)
class Mention(events.Action):
    """The cluster came up in the talk of this turn."""

    cluster: Cluster


@dataclass(frozen=True, slots=True)
class TakeBackMention(events.Action):
    """It did not come up after all."""

    cluster: Cluster


@dataclass(frozen=True, slots=True)
class Weigh(events.Action):
    """How many gave weight 1, 2, 3 and 4: each 0 to 99, at least one in all.

    card: which of the two that hang opposite each other; None for the one drawn last.
    """

    counts: tuple[int, int, int, int]
    card: int | None = None


@dataclass(frozen=True, slots=True)
class WriteNote(events.Action):
    """A note with a card, up to 2000 characters; empty takes it away.

    card: which of the two that hang opposite each other; None for the one drawn last.
    """

    text: str
    card: int | None = None


@dataclass(frozen=True, slots=True)
class GiveTurnTo(events.Action):
    """Someone who still waits goes first; the one whose turn it was comes right after."""

    participant: int


@dataclass(frozen=True, slots=True)
class BeginRound(events.Action):
    """``counterweight``: clusters that lag come up sooner in this round."""

    counterweight: bool = False


@dataclass(frozen=True, slots=True)
class GuessRound(events.Action):
    """After a round, before looking: which cluster was *named* most, and which never (None: all were)."""

    most: Cluster
    absent: Cluster | None


@dataclass(frozen=True, slots=True)
class PlayJoker(events.Action):
    """A joker that lies at someone's seat, on the card on the table.

    cluster: of the pile, for *ruil* (None: that of other kinds). slip: 1 to 3, for *vraag door*.
    """

    participant: int
    card: int
    cluster: Cluster | None = None
    slip: int | None = None


@dataclass(frozen=True, slots=True)
class PlayOwnJoker(events.Action):
    """A blank joker. ``text``: what it does, up to 200 characters; empty when it is only said."""

    participant: int
    card: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class Reshuffle(events.Action):
    """The piles are empty: the cards discussed and put aside are shuffled anew, without those on the table."""


# -- what happened


class Way(StrEnum):
    """How a card came to the table."""

    WHOLE = "whole"  # the next of the whole shuffled order; in an open drawing: by lot
    PILE = "pile"
    LIGHTEST = "lightest"  # of the cluster that came up least, in a round that draws so
    COUNTERWEIGHT = "counterweight"  # hung opposite another; in old sessions also what is LIGHTEST now
    NUMBER = "number"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class CardDrawn(events.Event):
    """``card``: its number. ``opposite``: of the card it is the counterweight of, if it is one.

    Old sessions do not say which; then it is the turn's other card, if there is one.
    """

    card: int
    way: Way
    opposite: int | None = None


@dataclass(frozen=True, slots=True)
class JokerKept(events.Event):
    """A joker was drawn; it lies at the seat of whose turn it is, who draws again."""

    card: int
    way: Way


@dataclass(frozen=True, slots=True)
class JokerPlayed(events.Event):
    """A joker was played. cluster, drawn: with *ruil*, the pile and the card that came; slip: with *vraag door*."""

    participant: int
    card: int
    cluster: Cluster | None = None
    drawn: int | None = None
    slip: int | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class CardPutAside(events.Event):
    """``card``: the number of the one drawn last."""

    card: int


@dataclass(frozen=True, slots=True)
class TurnPassed(events.Event):
    """The turn ended without a card discussed."""


@dataclass(frozen=True, slots=True)
class TurnFinished(events.Event):
    """The turn ended; its cards were discussed."""


@dataclass(frozen=True, slots=True)
class ClusterMentioned(events.Event):
    """A cluster came up in the talk."""

    cluster: Cluster


@dataclass(frozen=True, slots=True)
class MentionTakenBack(events.Event):
    """It did not come up after all."""

    cluster: Cluster


@dataclass(frozen=True, slots=True)
class CardWeighed(events.Event):
    """How many gave weight 1, 2, 3 and 4. ``card``: None for the card drawn last."""

    counts: tuple[int, int, int, int]
    card: int | None = None


@dataclass(frozen=True, slots=True)
class NoteWritten(events.Event):
    """``text``: empty when it was taken away. ``card``: None for the card drawn last."""

    text: str
    card: int | None = None


@dataclass(frozen=True, slots=True)
class TurnGivenTo(events.Event):
    """Someone who waited goes first."""

    participant: int


@dataclass(frozen=True, slots=True)
class RoundBegun(events.Event):
    """``counterweight``: clusters that lag come up sooner in it."""

    counterweight: bool


@dataclass(frozen=True, slots=True)
class RoundGuessed(events.Event):
    """What the group thought of the round that is done: named most, and never (None: "alles is genoemd")."""

    most: Cluster
    absent: Cluster | None


@dataclass(frozen=True, slots=True)
class CardsReshuffled(events.Event):
    """``order``: the numbers of the cards in the piles."""

    order: tuple[int, ...]


EVENTS: tuple[type[events.Event], ...] = (
    CardDrawn, CardPutAside, TurnPassed, TurnFinished, ClusterMentioned, MentionTakenBack, CardWeighed,
    NoteWritten, TurnGivenTo, RoundBegun, RoundGuessed, CardsReshuffled,
    JokerKept, JokerPlayed, StoneLaid, StoneTaken, StonesSettled, StonesLeft,
)  # fmt: skip
