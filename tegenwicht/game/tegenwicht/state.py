"""The table: the state of the mode Tegenwicht, what can be asked of it, and its tally."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from tegenwicht.game import tally
from tegenwicht.game.cards import CLUSTERS, Card, Cluster
from tegenwicht.game.drawing import Drawing, shuffled
from tegenwicht.game.editions import FAIR_TURNS, MARKS_STAY, holds
from tegenwicht.game.state import Phase, Session
from tegenwicht.game.stones.laying import Framed, Stones
from tegenwicht.game.tally import Counts, Tally
from tegenwicht.game.tegenwicht.actions import Way


@dataclass(frozen=True, slots=True)
class CardInPlay:
    """A card with what the group left on it. ``weights``: how many gave 1, 2, 3, 4.

    opposite: the card that it is the counterweight of, if it is one (and the session says so).
    """

    card: int
    way: Way
    weights: tuple[int, int, int, int] | None = None
    note: str = ""
    opposite: int | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """One participant's turn: no card yet, one, or one with its counterweight (drawn last).

    mentions: what was marked, oldest first.
    """

    participant: int
    cards: tuple[CardInPlay, ...] = ()
    mentions: tuple[Cluster, ...] = ()
    discussed: bool = False


@dataclass(frozen=True, slots=True)
class Guess:
    """Which cluster was named most in a round, and which never (None: all were). Kept, never scored."""

    most: Cluster
    absent: Cluster | None


@dataclass(frozen=True, slots=True)
class Round:
    """A finished round with its counts, reckoned once. ``guess``: what the group guessed before looking."""

    turns: tuple[Turn, ...]
    counts: Counts
    guess: Guess | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """A joker at someone's seat."""

    participant: int
    card: int


@dataclass(frozen=True, slots=True)
class Played:
    """A joker that was played: by whom, on which card (None: on none), and what was chosen."""

    participant: int
    card: int
    on: int | None
    cluster: Cluster | None = None
    drawn: int | None = None
    slip: int | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Table(Framed):
    """The state of the mode.

    left: card numbers still in the piles, in order. aside: put aside, latest last. used: discussed
    since the last shuffle. turns: the ended turns of this round. turn: None when the round is done.
    waiting: who still get a turn in this round, in order. kept: cards with notes from before a reshuffle.
    stones: before and after, when that was chosen at the setup. jokers: at the seats; played: in order.
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
    stones: Stones | None = None
    jokers: tuple[Held, ...] = ()
    played: tuple[Played, ...] = ()


def table(session: Session) -> Table:
    """The mode's own state of a session of this mode."""
    if not isinstance(session.play, Table):
        raise TypeError(f"not a session of Tegenwicht: {type(session.play).__name__}")
    return session.play


def card_on_table(session: Session) -> Card | None:
    """The card that stands large: the one drawn last in this turn."""
    turn = table(session).turn
    return session.cards[turn.cards[-1].card] if turn and turn.cards else None


def pile(session: Session, cluster: Cluster | None) -> tuple[int, ...]:
    """The numbers left in one pile, in order; None for the pile of what has no cluster."""
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
    """What came up in one turn. A mark is a mention until the card of that cluster was discussed (*Klaar*).

    (In earlier editions of the rules it was none as soon as the card lay on the table.)
    """
    own = clusters_on_table(session, turn)
    if turn.discussed:
        return tally.of_turn(own, turn.mentions)
    marked = set(turn.mentions) if holds(MARKS_STAY, session) else set(turn.mentions) - own
    return tally.of_turn((), marked)


def clusters_on_table(session: Session, turn: Turn) -> set[Cluster]:
    """The clusters of the turn's cards: they count by card, at *Klaar*. A card may have none."""
    return {cluster for one in turn.cards if (cluster := session.cards[one.card].cluster)}


def tally_of(session: Session) -> Tally:
    """Counts per round, the round that is going on last, and in all."""
    play = table(session)
    rounds = tuple(one.counts for one in play.rounds)
    going_on = counts_now(session)
    if play.turn is None:
        return Tally(rounds, play.came_up)
    return Tally((*rounds, going_on), play.came_up + going_on)


def counts_now(session: Session) -> Counts:
    """What came up in the round that is going on; nothing when none is."""
    play = table(session)
    turns = (*play.turns, play.turn) if play.turn else play.turns
    return sum((counts_of(session, turn) for turn in turns), Counts())


def laid_down(session: Session, turns: Iterable[Turn]) -> tuple[tuple[Cluster, ...], tuple[Cluster, ...]]:
    """What lies on the scale after these turns, oldest first: (by card, by mention), as ``counts_of`` has them."""
    cards: list[Cluster] = []
    mentions: list[Cluster] = []
    for turn in turns:
        counts, own = counts_of(session, turn), [session.cards[one.card].cluster for one in turn.cards]
        cards += [one for one in dict.fromkeys(own) if one is not None and counts.by_card(one)]
        mentions += [one for one in turn.mentions if counts.by_mention(one)]
    return tuple(cards), tuple(mentions)


def last_came_up(session: Session) -> dict[Cluster, int]:
    """In which turn, counted from 0 over all rounds, each cluster came up last; without those that never did."""
    play = table(session)
    turns = [*(turn for one in play.rounds for turn in one.turns), *play.turns]
    last: dict[Cluster, int] = {}
    for place, turn in reversed(list(enumerate([*turns, play.turn] if play.turn else turns))):
        came_up = clusters_on_table(session, turn) if turn.discussed else set()
        last = dict.fromkeys(came_up.union(turn.mentions), place) | last
        if len(last) == len(CLUSTERS):
            break
    return last


def to_shuffle(session: Session) -> set[int]:
    """The numbers of the cards that a reshuffle brings back: used and put aside, of those of this session.

    A card from outside its hand or clusters, brought up by number, comes into no pile; it can be brought up
    again. (In the first edition of the rules it came into a pile.)
    """
    play = table(session)
    back = {*play.used, *(one.card for one in play.aside)}
    return back.intersection(session.order) if holds(FAIR_TURNS, session) else back


# -- the beginning, the clock and the close


def begin(session: Session) -> Table:
    """The table when everyone has sat down: the first round, the first turn."""
    first, *others = turns_of_a_round(session, 0)
    stones = Stones() if session.setup.option("stones") == "yes" else None
    return Table(left=session.order, waiting=tuple(others), turn=Turn(first), stones=stones)


def turns_of_a_round(session: Session, before: int) -> tuple[int, ...]:
    """Who get a turn in a round, in order; who plays alone gets one for each card.

    As they sit, or (option *turns*) by lot for each round: by the shuffle number, the same on every machine.
    before: how many rounds there were.
    """
    here = tuple(one.id for one in session.present)
    if len(here) == 1:
        return here * session.setup.cards_per_round
    if session.setup.option("turns") == "lot":
        return shuffled(here, f"turns:{session.setup.shuffle_number}:{before}")
    return here


def clock_of(session: Session) -> object:
    """The clock runs for a turn with a card on the table."""
    play = table(session)
    if session.phase is not Phase.PLAYING or not play.turn or not play.turn.cards:
        return None
    return (len(play.rounds), len(play.turns), play.turn.cards[0].card)


def discussed(session: Session) -> Iterable[tuple[int, Turn, CardInPlay]]:
    """(round from 1, turn, card) of every card discussed, in order; also of the round that is going on."""
    play = table(session)
    for number, turns in enumerate((*(one.turns for one in play.rounds), play.turns), 1):
        for turn in turns:
            if turn.discussed:
                yield from ((number, turn, card) for card in turn.cards)
