"""The mode Tegenwicht: in turns a participant draws a card, the group talks, clusters are tallied.

This module is the whole of the mode's rules: its actions and events, its state, what may happen and
what follows. What every mode shares (participants, undo, the clock, finishing) is in ``rules``.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from tegenwicht.game import drawing, tally
from tegenwicht.game import events as e
from tegenwicht.game.cards import CLUSTERS, Card, Cluster
from tegenwicht.game.drawing import Drawing
from tegenwicht.game.refusals import Refusal
from tegenwicht.game.state import Phase, Session
from tegenwicht.game.tally import Counts, Tally
from tegenwicht.game.text import clean

LONGEST_NOTE = 2000
MOST_HANDS = 99

# -- what someone wants


@dataclass(frozen=True, slots=True)
class Draw(e.Action):
    """The next card, of the whole deck or of the cluster that lags, as this round draws."""


@dataclass(frozen=True, slots=True)
class DrawFrom(e.Action):
    """The next card of one pile."""

    cluster: Cluster


@dataclass(frozen=True, slots=True)
class DrawCounterweight(e.Action):
    """A card from a cluster that came up least: as the turn's card, or beside the one on the table."""


@dataclass(frozen=True, slots=True)
class BringUp(e.Action):
    """The card with this number, as drawn from the paper cards."""

    card: int


@dataclass(frozen=True, slots=True)
class TakeBack(e.Action):
    """A card that was put aside."""

    card: int


@dataclass(frozen=True, slots=True)
class PutAside(e.Action):
    """The card that was drawn last goes aside; it does not count and can come back."""


@dataclass(frozen=True, slots=True)
class Pass(e.Action):
    """The turn is over without a card discussed. Never asked why."""


@dataclass(frozen=True, slots=True)
class FinishTurn(e.Action):
    """The card was discussed; the next one's turn."""


@dataclass(frozen=True, slots=True)
class Mention(e.Action):
    """The cluster came up in the talk of this turn."""

    cluster: Cluster


@dataclass(frozen=True, slots=True)
class TakeBackMention(e.Action):
    """It did not come up after all."""

    cluster: Cluster


@dataclass(frozen=True, slots=True)
class Weigh(e.Action):
    """How many gave weight 1, 2, 3 and 4 to the card drawn last: each 0 to 99, at least one in all."""

    counts: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class WriteNote(e.Action):
    """A note with the card drawn last, up to 2000 characters; empty takes it away."""

    text: str


@dataclass(frozen=True, slots=True)
class GiveTurnTo(e.Action):
    """Someone who still waits goes first; the one whose turn it was comes right after."""

    participant: int


@dataclass(frozen=True, slots=True)
class BeginRound(e.Action):
    """``counterweight``: clusters that lag come up sooner in this round."""

    counterweight: bool = False


@dataclass(frozen=True, slots=True)
class Reshuffle(e.Action):
    """All cards are gone: those discussed and put aside are shuffled anew."""


# -- what happened


class Way(StrEnum):
    """How a card came to the table."""

    WHOLE = "whole"
    PILE = "pile"
    COUNTERWEIGHT = "counterweight"
    NUMBER = "number"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class CardDrawn(e.Event):
    """``card``: its number."""

    card: int
    way: Way


@dataclass(frozen=True, slots=True)
class CardPutAside(e.Event):
    """``card``: the number of the one drawn last."""

    card: int


@dataclass(frozen=True, slots=True)
class TurnPassed(e.Event):
    """The turn ended without a card discussed."""


@dataclass(frozen=True, slots=True)
class TurnFinished(e.Event):
    """The turn ended; its cards were discussed."""


@dataclass(frozen=True, slots=True)
class ClusterMentioned(e.Event):
    """A cluster came up in the talk."""

    cluster: Cluster


@dataclass(frozen=True, slots=True)
class MentionTakenBack(e.Event):
    """It did not come up after all."""

    cluster: Cluster


@dataclass(frozen=True, slots=True)
class CardWeighed(e.Event):
    """How many gave weight 1, 2, 3 and 4 to the card drawn last."""

    counts: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class NoteWritten(e.Event):
    """``text``: with the card drawn last; empty when it was taken away."""

    text: str


@dataclass(frozen=True, slots=True)
class TurnGivenTo(e.Event):
    """Someone who waited goes first."""

    participant: int


@dataclass(frozen=True, slots=True)
class RoundBegun(e.Event):
    """``counterweight``: clusters that lag come up sooner in it."""

    counterweight: bool


@dataclass(frozen=True, slots=True)
class CardsReshuffled(e.Event):
    """``order``: the numbers of the cards in the piles."""

    order: tuple[int, ...]


EVENTS: tuple[type[e.Event], ...] = (
    CardDrawn, CardPutAside, TurnPassed, TurnFinished, ClusterMentioned, MentionTakenBack, CardWeighed,
    NoteWritten, TurnGivenTo, RoundBegun, CardsReshuffled,
)  # fmt: skip

# -- state


@dataclass(frozen=True, slots=True)
class CardInPlay:
    """A card with what the group left on it. ``weights``: how many gave 1, 2, 3, 4."""

    card: int
    way: Way
    weights: tuple[int, int, int, int] | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """One participant's turn: no card yet, one, or one with its counterweight (drawn last)."""

    participant: int
    cards: tuple[CardInPlay, ...] = ()
    mentions: tuple[Cluster, ...] = ()
    discussed: bool = False


@dataclass(frozen=True, slots=True)
class Round:
    """A finished round with its counts, reckoned once."""

    turns: tuple[Turn, ...]
    counts: Counts


@dataclass(frozen=True, slots=True)
class Table:
    """The state of the mode.

    left: card numbers still in the piles, in order. aside: put aside, latest last. used: discussed
    since the last shuffle. turns: the ended turns of this round. turn: None when the round is done.
    waiting: who still get a turn in this round, in order. kept: cards with notes from before a reshuffle.
    """

    left: tuple[int, ...]
    waiting: tuple[int, ...]
    turn: Turn | None
    aside: tuple[CardInPlay, ...] = ()
    kept: tuple[CardInPlay, ...] = ()
    used: tuple[int, ...] = ()
    turns: tuple[Turn, ...] = ()
    rounds: tuple[Round, ...] = ()
    came_up: Counts = field(default_factory=Counts)
    met_counterweight: bool = False
    reshuffles: int = 0


def table(session: Session) -> Table:
    """The mode's own state of a session of this mode."""
    if not isinstance(session.play, Table):
        raise TypeError(f"not a session of Tegenwicht: {type(session.play).__name__}")
    return session.play


def card_on_table(session: Session) -> Card | None:
    """The card that stands large: the one drawn last in this turn."""
    turn = table(session).turn
    return session.cards[turn.cards[-1].card] if turn and turn.cards else None


def pile(session: Session, cluster: Cluster) -> tuple[int, ...]:
    """The numbers left in one pile, in order."""
    return tuple(n for n in table(session).left if session.cards[n].cluster is cluster)


def drawing_now(session: Session) -> Drawing:
    """How this round draws: as set up, or from what lags when the round was begun so."""
    return Drawing.COUNTERWEIGHT if table(session).met_counterweight else session.setup.drawing


def round_number(session: Session) -> int:
    """The round that is going on or was just done, from 1."""
    play = table(session)
    return max(1, len(play.rounds) + (play.turn is not None))


def is_last_round(session: Session) -> bool:
    """Whether the round that is going on, or was just done, is the last that was planned."""
    rounds = session.setup.rounds
    return rounds is not None and round_number(session) >= rounds


# -- the tally


def counts_of(session: Session, turn: Turn) -> Counts:
    """What came up in one turn. While a card is on the table its own cluster is no mention."""
    own = {session.cards[one.card].cluster for one in turn.cards}
    counts = tally.of_turn(own, turn.mentions)
    return counts if turn.discussed else Counts(mentions=counts.mentions)


def tally_of(session: Session) -> Tally:
    """Counts per round, the round that is going on last, and in all."""
    play = table(session)
    rounds = tuple(one.counts for one in play.rounds)
    going_on = _counts_now(session)
    if play.turn is None:
        return Tally(rounds, play.came_up)
    return Tally((*rounds, going_on), play.came_up + going_on)


def _counts_now(session: Session) -> Counts:
    """What came up in the round that is going on; nothing when none is."""
    play = table(session)
    turns = (*play.turns, play.turn) if play.turn else play.turns
    return sum((counts_of(session, turn) for turn in turns), Counts())


# -- the beginning, and what may happen


def begin(session: Session) -> Table:
    """The table when everyone has sat down: the first round, the first turn."""
    first, *others = _turns_of_a_round(session)
    return Table(left=session.order, waiting=tuple(others), turn=Turn(first))


def _turns_of_a_round(session: Session) -> tuple[int, ...]:
    here = tuple(one.id for one in session.present)
    return here * session.setup.cards_per_round if len(here) == 1 else here


def clock_of(session: Session) -> object:
    """The clock runs for a turn with a card on the table."""
    play = table(session)
    if session.phase is not Phase.PLAYING or not play.turn or not play.turn.cards:
        return None
    return (len(play.rounds), len(play.turns), play.turn.cards[0].card)


def candidates(session: Session) -> Iterator[e.Action]:
    """Every action of this mode without free text or numbers."""
    play = table(session)
    yield from (Draw(), DrawCounterweight(), PutAside(), Pass(), FinishTurn(), Reshuffle())
    yield from (BeginRound(False), BeginRound(True))
    for cluster in CLUSTERS:
        yield from (DrawFrom(cluster), Mention(cluster), TakeBackMention(cluster))
    yield from (TakeBack(one.card) for one in play.aside)
    yield from (GiveTurnTo(participant) for participant in dict.fromkeys(play.waiting))


def open_actions(session: Session) -> Iterator[type[e.Action]]:
    """The actions with free text or numbers that fit now."""
    turn = table(session).turn
    if turn and turn.cards:
        yield from (Weigh, WriteNote)
    elif turn:
        yield BringUp


def decide(session: Session, action: e.Action) -> e.Event | Refusal:
    """What happens when someone wants ``action``, in a session that is going on."""
    play = table(session)
    if isinstance(action, e.Finish):
        counts = bool(play.turn and play.turn.cards)
        return (
            Refusal.NO_CARD_ON_TABLE
            if action.count_card and not counts
            else e.SessionFinished(action.count_card)
        )
    if isinstance(action, BeginRound):
        return Refusal.ROUND_IS_NOT_DONE if play.turn else RoundBegun(action.counterweight)
    if play.turn is None:
        return Refusal.ROUND_IS_DONE
    match action:
        case Draw() | DrawFrom() | DrawCounterweight() | BringUp() | TakeBack() | Reshuffle():
            return _decide_draw(session, play, play.turn, action)
        case Mention(cluster):
            return Refusal.ALREADY_MENTIONED if cluster in play.turn.mentions else ClusterMentioned(cluster)
        case TakeBackMention(cluster):
            return MentionTakenBack(cluster) if cluster in play.turn.mentions else Refusal.NOT_MENTIONED
        case Pass():
            return TurnPassed()
        case GiveTurnTo(participant):
            return _decide_jump(session, play, play.turn, participant)
    return _decide_on_card(play.turn, action)


def _decide_draw(session: Session, play: Table, turn: Turn, action: e.Action) -> e.Event | Refusal:
    if isinstance(action, DrawCounterweight):
        return _decide_counterweight(session, play, turn)
    if isinstance(action, BringUp) and any(one.card == action.card for one in turn.cards):
        return Refusal.ALREADY_ON_TABLE
    if turn.cards:
        return Refusal.CARD_ON_TABLE
    match action:
        case BringUp(number):
            return _decide_number(session, play, number)
        case TakeBack(number):
            aside = any(one.card == number for one in play.aside)
            return CardDrawn(number, Way.ASIDE) if aside else Refusal.NOT_ASIDE
        case Reshuffle():
            return _decide_reshuffle(session, play)
    if not play.left:
        return Refusal.NO_CARDS_LEFT
    by_pile = drawing_now(session) is Drawing.PILE
    if isinstance(action, DrawFrom):
        cards = pile(session, action.cluster)
        if not by_pile:
            return Refusal.NOT_BY_PILE
        return CardDrawn(cards[0], Way.PILE) if cards else Refusal.PILE_IS_EMPTY
    if by_pile:
        return Refusal.CHOOSE_A_PILE
    if drawing_now(session) is Drawing.COUNTERWEIGHT:
        return CardDrawn(lagging_card(session), Way.COUNTERWEIGHT)
    return CardDrawn(play.left[0], Way.WHOLE)


def _decide_counterweight(session: Session, play: Table, turn: Turn) -> e.Event | Refusal:
    if len(turn.cards) > 1:
        return Refusal.COUNTERWEIGHT_ON_TABLE
    if not play.left:
        return Refusal.NO_CARDS_LEFT
    return CardDrawn(lagging_card(session), Way.COUNTERWEIGHT)


def lagging_card(session: Session) -> int:
    """The next card of the cluster that has come up least so far, ties by shuffle order.

    The cluster of the card on the table is passed over while another pile has cards.
    """
    play = table(session)
    counts = play.came_up + _counts_now(session)
    on_table = {session.cards[one.card].cluster for one in play.turn.cards} if play.turn else set()
    firsts = {session.cards[number].cluster: number for number in reversed(play.left)}
    others = [number for cluster, number in firsts.items() if cluster not in on_table]
    order = {number: place for place, number in enumerate(play.left)}
    tops = sorted(others or firsts.values(), key=order.__getitem__)
    return drawing.first_of_least(tops, [counts.came_up(session.cards[n].cluster) for n in tops])


def _decide_number(session: Session, play: Table, number: int) -> e.Event | Refusal:
    if number not in session.cards:
        return Refusal.NO_SUCH_CARD
    return Refusal.ALREADY_DISCUSSED if number in play.used else CardDrawn(number, Way.NUMBER)


def _decide_reshuffle(session: Session, play: Table) -> e.Event | Refusal:
    if play.left:
        return Refusal.CARDS_LEFT
    back = _to_shuffle(play)
    order = drawing.shuffled_deck(session.deck, session.setup.shuffle_number, play.reshuffles + 1)
    again = tuple(number for number in order if number in back)
    return CardsReshuffled(again) if again else Refusal.NOTHING_TO_SHUFFLE


def _to_shuffle(play: Table) -> set[int]:
    return {*play.used, *(one.card for one in play.aside)}


def _decide_jump(session: Session, play: Table, turn: Turn, participant: int) -> e.Event | Refusal:
    if turn.cards:
        return Refusal.CARD_ON_TABLE
    if all(one.id != participant for one in session.present):
        return Refusal.NO_SUCH_PARTICIPANT
    waits = participant in play.waiting and participant != turn.participant
    return TurnGivenTo(participant) if waits else Refusal.HAS_HAD_A_TURN


def _decide_on_card(turn: Turn, action: e.Action) -> e.Event | Refusal:
    if not turn.cards:
        return Refusal.NO_CARD_ON_TABLE
    match action:
        case FinishTurn():
            return TurnFinished()
        case PutAside():
            return CardPutAside(turn.cards[-1].card)
        case WriteNote(text):
            text = clean(text, lines=True)
            return Refusal.TEXT_TOO_LONG if len(text) > LONGEST_NOTE else NoteWritten(text)
        case Weigh(counts):
            fits = len(counts) == 4 and all(0 <= n <= MOST_HANDS for n in counts) and any(counts)
            return CardWeighed(counts) if fits else Refusal.WEIGHTS_OUT_OF_RANGE
    return Refusal.NOT_NOW


# -- what happened


def apply(session: Session, event: e.Event) -> Table:
    """The table after ``event``; the shared part of the session has changed already."""
    play = table(session)
    match event:
        case e.SessionFinished(count_card):
            return _finished(session, play, count_card)
        case e.ParticipantAdded(participant):
            return replace(play, waiting=(*play.waiting, participant)) if play.turn else play
        case e.ParticipantRemoved(participant):
            return _left_the_table(session, play, participant)
        case e.ParticipantMoved(participant, places):
            return replace(play, waiting=_reordered(session, play.waiting, participant, places))
        case RoundBegun(counterweight):
            if play.turn:
                raise ValueError("the round is going on")
            first, *others = _turns_of_a_round(session)
            return replace(play, turn=Turn(first), waiting=tuple(others), met_counterweight=counterweight)
        case CardsReshuffled(order):
            if play.left or sorted(order) != sorted(_to_shuffle(play)):
                raise ValueError("not the cards that were used and put aside")
            kept = tuple(one for one in play.aside if one.note or one.weights)
            return replace(play, left=order, aside=(), used=(), kept=play.kept + kept,
                           reshuffles=play.reshuffles + 1)  # fmt: skip
    if event.__class__ not in EVENTS:
        return play
    if play.turn is None:
        raise ValueError("the round is done")
    return _turn_changed(session, play, play.turn, event)


def _turn_changed(session: Session, play: Table, turn: Turn, event: e.Event) -> Table:
    match event:
        case CardDrawn(card, way):
            return _drawn(session, play, turn, card, way)
        case CardPutAside(card):
            if turn.cards[-1].card != card:
                raise ValueError(f"card {card} was not drawn last")
            return _put_aside(play, turn, turn.cards[-1:])
        case TurnPassed():
            return _ended(session, _put_aside(play, turn, turn.cards))
        case TurnFinished():
            if not turn.cards:
                raise ValueError("there is no card on the table")
            used = tuple(one.card for one in turn.cards)
            done = replace(turn, discussed=True)
            return _ended(session, replace(play, turn=done, used=play.used + used))
        case ClusterMentioned(cluster):
            marked = tuple(one for one in CLUSTERS if one is cluster or one in turn.mentions)
            return replace(play, turn=replace(turn, mentions=marked))
        case MentionTakenBack(cluster):
            marked = tuple(one for one in turn.mentions if one is not cluster)
            return replace(play, turn=replace(turn, mentions=marked))
        case TurnGivenTo(participant):
            return _jumped(play, turn, participant)
        case CardWeighed(counts):
            return _on_card(play, turn, replace(turn.cards[-1], weights=counts))
        case NoteWritten(text):
            return _on_card(play, turn, replace(turn.cards[-1], note=text))
    raise ValueError(f"not an event of a turn: {event}")


def _on_card(play: Table, turn: Turn, card: CardInPlay) -> Table:
    return replace(play, turn=replace(turn, cards=(*turn.cards[:-1], card)))


def _drawn(session: Session, play: Table, turn: Turn, number: int, way: Way) -> Table:
    session.cards[number]  # KeyError when the deck has no such card
    on_table = tuple(one.card for one in turn.cards)
    if number in play.used or number in on_table or len(on_table) > 1:
        raise ValueError(f"card {number} cannot be drawn")
    back = next((one for one in play.aside if one.card == number), CardInPlay(number, way))
    left = tuple(one for one in play.left if one != number)
    aside = tuple(one for one in play.aside if one.card != number)
    cards = (*turn.cards, replace(back, way=way))
    return replace(play, left=left, aside=aside, turn=replace(turn, cards=cards))


def _put_aside(play: Table, turn: Turn, cards: tuple[CardInPlay, ...]) -> Table:
    rest = tuple(one for one in turn.cards if one not in cards)
    return replace(play, aside=play.aside + cards, turn=replace(turn, cards=rest))


def _jumped(play: Table, turn: Turn, participant: int) -> Table:
    others = list(play.waiting)
    others.remove(participant)
    return replace(play, turn=replace(turn, participant=participant), waiting=(turn.participant, *others))


def _ended(session: Session, play: Table) -> Table:
    """The open turn joins the round; the next one begins, or the round is done."""
    if play.turn is None:
        raise ValueError("there is no turn to end")
    turns = (*play.turns, play.turn)
    if play.waiting:
        first, *others = play.waiting
        return replace(play, turns=turns, turn=Turn(first), waiting=tuple(others))
    return _round_done(session, replace(play, turns=turns, turn=None))


def _round_done(session: Session, play: Table) -> Table:
    counts = sum((counts_of(session, turn) for turn in play.turns), Counts())
    rounds = (*play.rounds, Round(play.turns, counts))
    return replace(play, turns=(), turn=None, waiting=(), rounds=rounds, came_up=play.came_up + counts)


def _finished(session: Session, play: Table, count_card: bool) -> Table:
    """Finishing in the middle of a round closes it; the open turn counts only when asked to."""
    turn = play.turn
    if turn and turn.cards and count_card:
        used = tuple(one.card for one in turn.cards)
        ended = replace(play, turn=replace(turn, discussed=True), waiting=(), used=play.used + used)
        return _ended(session, ended)
    if turn and (turn.cards or turn.mentions):
        return _ended(session, replace(_put_aside(play, turn, turn.cards), waiting=()))
    return _round_done(session, play) if play.turns else replace(play, turn=None, waiting=())


def _left_the_table(session: Session, play: Table, participant: int) -> Table:
    """Who leaves gets no more turns; in the middle of their own turn it is as if they passed."""
    rest = replace(play, waiting=tuple(one for one in play.waiting if one != participant))
    if not play.turn or play.turn.participant != participant:
        return rest
    if play.turn.cards or play.turn.mentions:
        return _ended(session, _put_aside(rest, play.turn, play.turn.cards))
    if rest.waiting:
        return replace(rest, turn=Turn(rest.waiting[0]), waiting=rest.waiting[1:])
    return _round_done(session, replace(rest, turn=None))


def _reordered(session: Session, waiting: tuple[int, ...], participant: int, places: int) -> tuple[int, ...]:
    """Who waits, after two neighbours changed places; nothing changes when one of them does not wait."""
    here = [one.id for one in session.present]
    other = here[here.index(participant) - places]
    if participant not in waiting or other not in waiting:
        return waiting
    swapped = list(waiting)  # who plays alone waits more than once; whoever joins changes places once
    swapped[waiting.index(participant)], swapped[waiting.index(other)] = other, participant
    return tuple(swapped)


# -- for the close


def discussed(session: Session) -> Iterable[tuple[int, Turn, CardInPlay]]:
    """(round from 1, turn, card) of every card discussed, in order."""
    play = table(session)
    for number, one in enumerate(play.rounds, 1):
        for turn in one.turns:
            if turn.discussed:
                yield from ((number, turn, card) for card in turn.cards)
