"""What may be done now, and the one event that an action leads to. Changes nothing."""

from collections.abc import Iterator

from tegenwicht.game import drawing, events
from tegenwicht.game.cards import CLUSTERS
from tegenwicht.game.drawing import Drawing
from tegenwicht.game.editions import HUNG_OPPOSITE, holds
from tegenwicht.game.refusals import Refusal
from tegenwicht.game.state import Session
from tegenwicht.game.stones import actions as stone_actions
from tegenwicht.game.stones import laying
from tegenwicht.game.tegenwicht import allowed, jokers
from tegenwicht.game.tegenwicht.actions import (
    BeginRound,
    BringUp,
    CardDrawn,
    CardPutAside,
    CardsReshuffled,
    CardWeighed,
    ClusterMentioned,
    Draw,
    DrawCounterweight,
    DrawFrom,
    FinishTurn,
    GiveTurnTo,
    GuessRound,
    JokerKept,
    Mention,
    MentionTakenBack,
    NoteWritten,
    Pass,
    PlayJoker,
    PlayOwnJoker,
    PutAside,
    Reshuffle,
    RoundBegun,
    RoundGuessed,
    TakeBack,
    TakeBackMention,
    TurnFinished,
    TurnGivenTo,
    TurnPassed,
    Way,
    Weigh,
    WriteNote,
)
from tegenwicht.game.tegenwicht.state import (
    Table,
    Turn,
    drawing_now,
    pile,
    table,
    to_shuffle,
)
from tegenwicht.game.text import clean


def candidates(session: Session) -> Iterator[events.Action]:
    """Every action of this mode without free text or numbers."""
    play = table(session)
    yield from (Draw(), DrawCounterweight(), PutAside(), Pass(), FinishTurn(), Reshuffle())
    yield from (BeginRound(False), BeginRound(True))
    if play.stones is not None and play.stones.is_laying:
        yield from laying.candidates()
    yield DrawFrom(None)
    yield from jokers.candidates(session)
    for cluster in CLUSTERS:
        yield from (DrawFrom(cluster), Mention(cluster), TakeBackMention(cluster))
    if play.turn is None and play.rounds:
        yield from (GuessRound(most, absent) for most in CLUSTERS for absent in (*CLUSTERS, None))
    yield from (TakeBack(one.card) for one in play.aside)
    yield from (GiveTurnTo(participant) for participant in dict.fromkeys(play.waiting))


def open_actions(session: Session) -> Iterator[type[events.Action]]:
    """The actions with free text or numbers that fit now."""
    play = table(session)
    yield from jokers.open_actions(session)
    if play.turn and play.turn.cards:
        yield WriteNote
        if not all(allowed.is_task(session, one.card) for one in play.turn.cards):
            yield Weigh
    elif play.turn and allowed.anything(play) is None:
        yield BringUp


def decide(session: Session, action: events.Action) -> events.Event | Refusal:
    """What happens when someone wants ``action``, in a session that is going on."""
    play = table(session)
    if isinstance(action, events.Finish):
        counts = bool(play.turn and play.turn.cards)
        return (
            Refusal.NO_CARD_ON_TABLE
            if action.count_card and not counts
            else events.SessionFinished(action.count_card)
        )
    if type(action) in stone_actions.ACTIONS:
        return _decide_stones(play, action)
    refusal = allowed.anything(play)
    if refusal is not None:
        return refusal
    if isinstance(action, BeginRound):
        return Refusal.ROUND_IS_NOT_DONE if play.turn else RoundBegun(action.counterweight)
    if isinstance(action, GuessRound):
        return allowed.guess(play, action.most, action.absent) or RoundGuessed(action.most, action.absent)
    if isinstance(action, PlayJoker | PlayOwnJoker):
        played = jokers.event_of(session, action)
        return jokers.refusal(session, played) or played
    if play.turn is None:
        return Refusal.ROUND_IS_DONE
    match action:
        case Draw() | DrawFrom() | DrawCounterweight() | BringUp() | TakeBack() | Reshuffle():
            return _decide_draw(session, play, play.turn, action)
        case Mention(cluster):
            return allowed.mark(session, play.turn, cluster) or ClusterMentioned(cluster)
        case TakeBackMention(cluster):
            return allowed.unmark(session, play.turn, cluster) or MentionTakenBack(cluster)
        case Pass():
            return TurnPassed()
        case GiveTurnTo(participant):
            return _decide_jump(session, play, play.turn, participant)
    return _decide_on_card(session, play.turn, action)


def _decide_stones(play: Table, action: events.Action) -> events.Event | Refusal:
    """Laid before the talk and, when one finishes, again; the second time begins by itself."""
    if play.stones is None or isinstance(action, stone_actions.LayAgain):
        return Refusal.NOT_NOW
    return laying.decide(play.stones, action)


def _decide_draw(session: Session, play: Table, turn: Turn, action: events.Action) -> events.Event | Refusal:
    if isinstance(action, DrawCounterweight):
        return _decide_counterweight(session, turn)
    if isinstance(action, BringUp) and any(one.card == action.card for one in turn.cards):
        return Refusal.ALREADY_ON_TABLE
    if isinstance(action, Reshuffle):
        return _decide_reshuffle(session, play)
    if turn.cards:
        return Refusal.CARD_ON_TABLE
    match action:
        case BringUp(number):
            return _decide_number(session, play, number)
        case TakeBack(number):
            aside = any(one.card == number for one in play.aside)
            return CardDrawn(number, Way.ASIDE) if aside else Refusal.NOT_ASIDE
    if not play.left:
        return Refusal.NO_CARDS_LEFT
    way = drawing_now(session)
    if isinstance(action, DrawFrom):
        cards = pile(session, action.cluster)
        if way not in (Drawing.OPEN, Drawing.PILE):
            return Refusal.NOT_BY_PILE
        return _card_or_joker(session, cards[0], Way.PILE) if cards else Refusal.PILE_IS_EMPTY
    if way is Drawing.PILE:
        return Refusal.CHOOSE_A_PILE
    if way is Drawing.COUNTERWEIGHT:
        way_now = Way.LIGHTEST if holds(HUNG_OPPOSITE, session) else Way.COUNTERWEIGHT
        return _card_or_joker(session, allowed.lagging_card(session), way_now)
    return _card_or_joker(session, play.left[0], Way.WHOLE)


def _card_or_joker(session: Session, number: int, way: Way) -> events.Event:
    """A card comes on the table; a joker stays at the seat of whoever drew it."""
    return JokerKept(number, way) if jokers.is_joker(session, number) else CardDrawn(number, way)


def _decide_counterweight(session: Session, turn: Turn) -> events.Event | Refusal:
    opposite = turn.cards[0].card if turn.cards and holds(HUNG_OPPOSITE, session) else None
    refusal = allowed.hang(session, turn)
    return refusal or CardDrawn(allowed.counterweight_card(session), Way.COUNTERWEIGHT, opposite)


def _decide_number(session: Session, play: Table, number: int) -> events.Event | Refusal:
    if number not in session.cards:
        return Refusal.NO_SUCH_CARD
    gone = (*play.used, *(one.card for one in play.jokers), *(one.card for one in play.played))
    return Refusal.ALREADY_DISCUSSED if number in gone else _card_or_joker(session, number, Way.NUMBER)


def _decide_reshuffle(session: Session, play: Table) -> events.Event | Refusal:
    """The cards that were used and put aside come back; those on the table stay there."""
    if play.left:
        return Refusal.CARDS_LEFT
    back = to_shuffle(session)
    order = drawing.shuffled_deck(session.deck, session.setup.shuffle_number, play.reshuffles + 1)
    again = tuple(number for number in order if number in back)
    return CardsReshuffled(again) if again else Refusal.NOTHING_TO_SHUFFLE


def _decide_jump(session: Session, play: Table, turn: Turn, participant: int) -> events.Event | Refusal:
    if turn.cards:
        return Refusal.CARD_ON_TABLE
    if all(one.id != participant for one in session.present):
        return Refusal.NO_SUCH_PARTICIPANT
    waits = participant in play.waiting and participant != turn.participant
    return TurnGivenTo(participant) if waits else Refusal.HAS_HAD_A_TURN


def _decide_on_card(session: Session, turn: Turn, action: events.Action) -> events.Event | Refusal:
    if not turn.cards:
        return Refusal.NO_CARD_ON_TABLE
    match action:
        case FinishTurn():
            return TurnFinished()
        case PutAside():
            return CardPutAside(turn.cards[-1].card)
        case WriteNote(text, card):
            text = clean(text, lines=True)
            return allowed.note(turn, text, card) or NoteWritten(text, card)
        case Weigh(counts, card):
            return allowed.weigh(session, turn, counts, card) or CardWeighed(counts, card)
    return Refusal.NOT_NOW
