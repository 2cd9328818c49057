"""The mode Alleen: Tegenwicht for one, as light as a game of patience.

Six cards in the hand, among them the card of the day; one at a time lies large, is weighed, turned round
and laid down. What nobody needs alone is not there: no rounds, no turns, no hurry.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tegenwicht.game import events as e
from tegenwicht.game import tally
from tegenwicht.game.cards import CLUSTERS, Cluster
from tegenwicht.game.refusals import Refusal
from tegenwicht.game.state import Phase, Session
from tegenwicht.game.tally import Counts, Tally
from tegenwicht.game.text import clean

PEOPLE = range(1, 2)
OPTIONS: dict[str, tuple[str, ...]] = {}
HAND = 6
WEIGHTS = (1, 2, 3, 4)
"""From no influence to much influence: the survey's scale."""
LONGEST_NOTE = 2000


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


# -- the state


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


# -- what may happen


def candidates(session: Session) -> Iterator[e.Action]:
    """Every action of this mode without free text."""
    play = alone(session)
    yield from (PutBack(), DealAnew(), LayDown(), TurnCard(True), TurnCard(False))
    yield from map(Choose, play.hand)
    yield from map(Weigh, WEIGHTS)
    for cluster in CLUSTERS:
        yield from (Mention(cluster), TakeBackMention(cluster))


def open_actions(session: Session) -> Iterator[type[e.Action]]:
    """A note when a card lies on the table, or else a card that is not in the hand; a line with two cards."""
    yield WriteNote if alone(session).on_table else LookUp
    yield WriteOnPair


def decide(session: Session, action: e.Action) -> e.Event | Refusal:
    """What happens when someone wants ``action``, in a session that is going on."""
    play = alone(session)
    match action:
        case e.Finish(count_card):
            able = play.on_table or not count_card
            return e.SessionFinished(count_card) if able else Refusal.NO_CARD_ON_TABLE
        case Choose(card):
            if play.on_table:
                return Refusal.CARD_ON_TABLE
            return CardChosen(card) if card in play.hand else Refusal.NOT_IN_HAND
        case LookUp(card):
            return _looked_up(play, card)
        case WriteOnPair():
            return _on_pair(session, action)
        case DealAnew():
            if play.on_table:
                return Refusal.CARD_ON_TABLE
            return HandDealt((*play.left, *play.hand)[:HAND]) if play.left else Refusal.NO_CARDS_LEFT
    if play.on_table is None:
        return Refusal.NO_CARD_ON_TABLE
    return _decide_on_card(play, play.on_table, action)


def _looked_up(play: Alone, card: int) -> e.Event | Refusal:
    if play.on_table:
        return Refusal.CARD_ON_TABLE
    there = card in play.left or any(one.card == card for one in play.done)
    return CardLookedUp(card) if there else Refusal.NO_SUCH_CARD


def _on_pair(session: Session, wanted: WriteOnPair) -> e.Event | Refusal:
    cards = [session.cards.get(number) for number in (wanted.first, wanted.second)]
    clusters = {card.cluster for card in cards if card is not None}
    if None in cards or None in clusters or len(clusters) < 2:
        return Refusal.NO_SUCH_CARD
    text = clean(wanted.text, lines=True)
    return Refusal.TEXT_TOO_LONG if len(text) > LONGEST_NOTE else PairNoted(wanted.first, wanted.second, text)


def _decide_on_card(play: Alone, one: CardInPlay, action: e.Action) -> e.Event | Refusal:
    match action:
        case PutBack():
            return CardPutBack(one.card)
        case LayDown():
            return CardLaidDown(one.card)
        case TurnCard(turned):
            return CardTurned(turned) if turned is not play.turned else Refusal.NOT_NOW
        case Mention(cluster):
            return Refusal.ALREADY_MENTIONED if cluster in one.mentions else ClusterMentioned(cluster)
        case TakeBackMention(cluster):
            return MentionTakenBack(cluster) if cluster in one.mentions else Refusal.NOT_MENTIONED
        case Weigh(weight):
            fits = weight in WEIGHTS and weight != one.weight
            return CardWeighed(weight) if fits else Refusal.WEIGHT_OUT_OF_RANGE
        case WriteNote(text, turned):
            text = clean(text, lines=True)
            return Refusal.TEXT_TOO_LONG if len(text) > LONGEST_NOTE else NoteWritten(text, turned)
    return Refusal.NOT_NOW


# -- what happened


def apply(session: Session, event: e.Event) -> Alone:
    """The state after ``event``. ValueError for one that no action leads to now."""
    play = alone(session)
    if isinstance(event, e.SessionFinished):
        return _finished(play, event.count_card)
    if event.__class__ not in EVENTS:
        return play
    if decide(session, _wanted(event)) != event:
        raise ValueError(f"cannot happen now: {event}")
    match event:
        case CardChosen(card):
            one = next((one for one in play.kept if one.card == card), CardInPlay(card))
            rest = tuple(number for number in play.hand if number != card)
            kept = tuple(one for one in play.kept if one.card != card)
            return replace(play, hand=rest, on_table=one, kept=kept)
        case HandDealt(cards):
            under = tuple(n for n in (*play.left, *play.hand) if n not in cards)
            return replace(play, hand=cards, left=under)
        case CardLookedUp(card):
            return _with_looked_up(play, card)
        case PairNoted(first, second, text):
            others = tuple(one for one in play.pairs if {one.first, one.second} != {first, second})
            return replace(play, pairs=(*others, Pair(first, second, text)) if text else others)
    if play.on_table is None:
        raise ValueError("there is no card on the table")
    return _on_card(play, play.on_table, event)


def _with_looked_up(play: Alone, card: int) -> Alone:
    """The card on the table, with what was left on it; it is nowhere else."""
    known = next((one for one in (*play.kept, *play.done) if one.card == card), CardInPlay(card))
    return replace(
        play,
        left=tuple(n for n in play.left if n != card),
        on_table=known,
        done=tuple(one for one in play.done if one.card != card),
        kept=tuple(one for one in play.kept if one.card != card),
    )


def _wanted(event: e.Event) -> e.Action:
    """The action that leads to an event of this mode."""
    match event:
        case CardChosen(card):
            return Choose(card)
        case CardPutBack():
            return PutBack()
        case HandDealt():
            return DealAnew()
        case ClusterMentioned(cluster):
            return Mention(cluster)
        case MentionTakenBack(cluster):
            return TakeBackMention(cluster)
        case CardWeighed(weight):
            return Weigh(weight)
        case NoteWritten(text, turned):
            return WriteNote(text, turned)
        case CardTurned(turned):
            return TurnCard(turned)
        case CardLaidDown():
            return LayDown()
        case CardLookedUp(card):
            return LookUp(card)
        case PairNoted(first, second, text):
            return WriteOnPair(first, second, text)
    raise ValueError(f"not an event of this mode: {event}")


def _on_card(play: Alone, one: CardInPlay, event: e.Event) -> Alone:
    match event:
        case CardPutBack():
            return _put_back(play, one)
        case CardLaidDown():
            return replace(play, done=(*play.done, one), on_table=None, turned=False)
        case CardTurned(turned):
            return replace(play, on_table=replace(one, seen=True), turned=turned)
        case ClusterMentioned(cluster):
            marked = tuple(c for c in CLUSTERS if c is cluster or c in one.mentions)
            return replace(play, on_table=replace(one, mentions=marked))
        case MentionTakenBack(cluster):
            marked = tuple(c for c in one.mentions if c is not cluster)
            return replace(play, on_table=replace(one, mentions=marked))
        case CardWeighed(weight):
            return replace(play, on_table=replace(one, weight=weight))
        case NoteWritten(text, turned):
            changed = replace(one, other_note=text) if turned else replace(one, note=text)
            return replace(play, on_table=changed)
    raise ValueError(f"not about a card: {event}")


def _put_back(play: Alone, one: CardInPlay) -> Alone:
    """The card in the hand again, in front, or under it when that is full; what was left on it is kept."""
    back = replace(play, on_table=None, turned=False, kept=(*play.kept, one))
    if len(play.hand) < HAND:
        return replace(back, hand=(one.card, *play.hand))
    return replace(back, left=(*play.left, one.card))


def _finished(play: Alone, count_card: bool) -> Alone:
    if play.on_table is None:
        if count_card:
            raise ValueError("there is no card on the table to count")
        return play
    if not count_card:
        return _put_back(play, play.on_table)
    return replace(play, done=(*play.done, play.on_table), on_table=None, turned=False)


# -- what every mode is asked


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
