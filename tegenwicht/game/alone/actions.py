"""What someone can want in the mode Alleen, and what can happen. Frozen data, no behaviour."""

from dataclasses import dataclass

from tegenwicht.game import events as e
from tegenwicht.game.cards import Cluster

# -- what someone wants


@dataclass(frozen=True, slots=True)
class Choose(e.Action):
    """A card from the hand comes on the table."""

    card: int


@dataclass(frozen=True, slots=True)
class PutBack(e.Action):
    """The card on the table goes back to the hand, with what was left on it; it does not count."""


@dataclass(frozen=True, slots=True)
class DealAnew(e.Action):
    """Another hand from the cards that are left; what was in the hand goes under them."""


@dataclass(frozen=True, slots=True)
class Mention(e.Action):
    """The cluster came up in the thinking about this card."""

    cluster: Cluster


@dataclass(frozen=True, slots=True)
class TakeBackMention(e.Action):
    """It did not come up after all."""

    cluster: Cluster


@dataclass(frozen=True, slots=True)
class Weigh(e.Action):
    """How much influence the factor has, 1 to 4."""

    weight: int


@dataclass(frozen=True, slots=True)
class WriteNote(e.Action):
    """A note with the card, up to 2000 characters; empty takes it away. ``turned``: about its other side."""

    text: str
    turned: bool = False


@dataclass(frozen=True, slots=True)
class TurnCard(e.Action):
    """Show the card's other side, its counterweight, or its face again."""

    turned: bool


@dataclass(frozen=True, slots=True)
class LayDown(e.Action):
    """Done with the card."""


@dataclass(frozen=True, slots=True)
class LookUp(e.Action):
    """A card that is not in the hand comes on the table: one under it, or one that was laid down."""

    card: int


@dataclass(frozen=True, slots=True)
class WriteOnPair(e.Action):
    """A line with two cards of different clusters side by side; empty takes it away."""

    first: int
    second: int
    text: str


# -- what happened


@dataclass(frozen=True, slots=True)
class CardChosen(e.Event):
    """``card``: its number."""

    card: int


@dataclass(frozen=True, slots=True)
class CardPutBack(e.Event):
    """``card``: the one that was on the table."""

    card: int


@dataclass(frozen=True, slots=True)
class HandDealt(e.Event):
    """``cards``: the numbers of the new hand, in order."""

    cards: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ClusterMentioned(e.Event):
    """A cluster came up."""

    cluster: Cluster


@dataclass(frozen=True, slots=True)
class MentionTakenBack(e.Event):
    """It did not come up after all."""

    cluster: Cluster


@dataclass(frozen=True, slots=True)
class CardWeighed(e.Event):
    """``weight``: 1 to 4."""

    weight: int


@dataclass(frozen=True, slots=True)
class NoteWritten(e.Event):
    """``text``: empty when it was taken away. ``turned``: about the card's other side."""

    text: str
    turned: bool


@dataclass(frozen=True, slots=True)
class CardTurned(e.Event):
    """``turned``: the counterweight is to be seen, or the face again."""

    turned: bool


@dataclass(frozen=True, slots=True)
class CardLaidDown(e.Event):
    """``card``: the one that was discussed."""

    card: int


@dataclass(frozen=True, slots=True)
class CardLookedUp(e.Event):
    """``card``: its number."""

    card: int


@dataclass(frozen=True, slots=True)
class PairNoted(e.Event):
    """``text``: what the one card says about the other; empty when it was taken away."""

    first: int
    second: int
    text: str


EVENTS: tuple[type[e.Event], ...] = (
    CardChosen, CardPutBack, HandDealt, ClusterMentioned, MentionTakenBack, CardWeighed, NoteWritten, CardTurned,
    CardLaidDown, CardLookedUp, PairNoted,
)  # fmt: skip
