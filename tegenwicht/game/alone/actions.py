"""What someone can want in the mode Alleen, and what can happen. Frozen data, no behaviour."""

from dataclasses import dataclass

from tegenwicht.game import events
from tegenwicht.game.cards import Cluster

# -- what someone wants


@dataclass(frozen=True, slots=True)
class Choose(events.Action):
    """A card from the hand comes on the table."""

    card: int


@dataclass(frozen=True, slots=True)
class PutBack(events.Action):
    """The card on the table goes back to the hand, with what was left on it; it does not count."""


@dataclass(frozen=True, slots=True)
class DealAnew(events.Action):
    """Another hand from the cards that are left; what was in the hand goes under them."""


@dataclass(frozen=True, slots=True)
class Mention(events.Action):
    """The cluster came up in the thinking about this card."""

    cluster: Cluster


@dataclass(frozen=True, slots=True)
class TakeBackMention(events.Action):
    """It did not come up after all."""

    cluster: Cluster


@dataclass(frozen=True, slots=True)
class Weigh(events.Action):
    """How much influence the factor has, 1 to 4."""

    weight: int


@dataclass(frozen=True, slots=True)
class WriteNote(events.Action):
    """A note with the card, up to 2000 characters; empty takes it away. ``turned``: about its other side."""

    text: str
    turned: bool = False


@dataclass(frozen=True, slots=True)
class TurnCard(events.Action):
    """Show the card's other side, its counterweight, or its face again."""

    turned: bool


@dataclass(frozen=True, slots=True)
class LayDown(events.Action):
    """Done with the card."""


@dataclass(frozen=True, slots=True)
class LookUp(events.Action):
    """A card that is not in the hand comes on the table: one under it, or one that was laid down."""

    card: int


@dataclass(frozen=True, slots=True)
class WriteOnPair(events.Action):
    """A line with two cards of different clusters side by side; empty takes it away."""

    first: int
    second: int
    text: str


# -- what happened


@dataclass(frozen=True, slots=True)
class CardChosen(events.Event):
    """``card``: its number."""

    card: int


@dataclass(frozen=True, slots=True)
class CardPutBack(events.Event):
    """``card``: the one that was on the table."""

    card: int


@dataclass(frozen=True, slots=True)
class HandDealt(events.Event):
    """``cards``: the numbers of the new hand, in order."""

    cards: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ClusterMentioned(events.Event):
    """A cluster came up."""

    cluster: Cluster


@dataclass(frozen=True, slots=True)
class MentionTakenBack(events.Event):
    """It did not come up after all."""

    cluster: Cluster


@dataclass(frozen=True, slots=True)
class CardWeighed(events.Event):
    """``weight``: 1 to 4."""

    weight: int


@dataclass(frozen=True, slots=True)
class NoteWritten(events.Event):
    """``text``: empty when it was taken away. ``turned``: about the card's other side."""

    text: str
    turned: bool


@dataclass(frozen=True, slots=True)
class CardTurned(events.Event):
    """``turned``: the counterweight is to be seen, or the face again."""

    turned: bool


@dataclass(frozen=True, slots=True)
class CardLaidDown(events.Event):
    """``card``: the one that was discussed."""

    card: int


@dataclass(frozen=True, slots=True)
class CardLookedUp(events.Event):
    """``card``: its number."""

    card: int


@dataclass(frozen=True, slots=True)
class PairNoted(events.Event):
    """``text``: what the one card says about the other; empty when it was taken away."""

    first: int
    second: int
    text: str


EVENTS: tuple[type[events.Event], ...] = (
    CardChosen, CardPutBack, HandDealt, ClusterMentioned, MentionTakenBack, CardWeighed, NoteWritten, CardTurned,
    CardLaidDown, CardLookedUp, PairNoted,
)  # fmt: skip
