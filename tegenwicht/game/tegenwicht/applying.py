"""The table after an event. DoesNotFit for what cannot follow in a session of its edition of the rules."""

from dataclasses import replace
from typing import Any

from tegenwicht.game import events
from tegenwicht.game.editions import FAIR_TURNS, holds
from tegenwicht.game.refusals import DoesNotFit, hold
from tegenwicht.game.state import Session
from tegenwicht.game.stones import laying
from tegenwicht.game.stones.actions import EVENTS as STONE_EVENTS
from tegenwicht.game.tally import Counts
from tegenwicht.game.tegenwicht import allowed, asking, jokers
from tegenwicht.game.tegenwicht.actions import (
    EVENTS,
    CardDrawn,
    CardPutAside,
    CardsReshuffled,
    CardWeighed,
    ClusterMentioned,
    JokerKept,
    JokerPlayed,
    MentionTakenBack,
    NoteWritten,
    RoundBegun,
    RoundGuessed,
    TurnFinished,
    TurnGivenTo,
    TurnPassed,
)
from tegenwicht.game.tegenwicht.state import (
    CardInPlay,
    Guess,
    Round,
    Table,
    Turn,
    counts_of,
    table,
    to_shuffle,
    turns_of_a_round,
)


def apply(session: Session, event: events.Event) -> Table:
    """The table after ``event``; the shared part has changed already. DoesNotFit when it cannot follow."""
    play = table(session)
    if type(event) in (events.SessionFinished, *EVENTS):
        asking.check(session, event)
    if type(event) in STONE_EVENTS and play.stones:
        return replace(play, stones=laying.apply(play.stones, event))
    match event:
        case events.SessionFinished(count_card):
            stones = laying.laid_again(play.stones) if play.stones else None
            return replace(_finished(session, play, count_card), stones=stones)
        case events.ParticipantAdded(participant, next_round=later):
            return play if later else replace(play, waiting=_joined(session, play, participant))
        case events.ParticipantRemoved(participant):
            return _left_the_table(session, play, participant)
        case events.ParticipantMoved(participant, places):
            return replace(play, waiting=_reordered(session, play.waiting, participant, places))
        case RoundBegun(counterweight):
            if play.turn:
                raise DoesNotFit("the round is going on")
            first, *others = turns_of_a_round(session, len(play.rounds))
            return replace(play, turn=Turn(first), waiting=tuple(others), met_counterweight=counterweight)
        case RoundGuessed(most, absent):
            guessed = replace(play.rounds[-1], guess=Guess(most, absent))
            return replace(play, rounds=(*play.rounds[:-1], guessed))
        case JokerPlayed():
            return jokers.played(session, play, event)
        case CardsReshuffled(order):
            if play.left or not order or sorted(order) != sorted(to_shuffle(session)):
                raise DoesNotFit("not the cards that were used and put aside")
            kept = tuple(one for one in play.aside if one.note or one.weights)
            return replace(play, left=order, aside=(), used=(), kept=play.kept + kept,
                           reshuffles=play.reshuffles + 1)  # fmt: skip
    if event.__class__ not in EVENTS:
        return play
    if play.turn is None:
        raise DoesNotFit("the round is done")
    return _turn_changed(session, play, play.turn, event)


def _turn_changed(session: Session, play: Table, turn: Turn, event: events.Event) -> Table:
    match event:
        case JokerKept(card):
            return jokers.kept(session, play, card)
        case CardDrawn():
            return _drawn(session, play, turn, event)
        case CardPutAside(card):
            if not turn.cards or turn.cards[-1].card != card:
                raise DoesNotFit(f"card {card} was not drawn last")
            return _put_aside(play, turn, turn.cards[-1:])
        case TurnPassed():
            return _ended(session, _put_aside(play, turn, turn.cards))
        case TurnFinished():
            if not turn.cards:
                raise DoesNotFit("there is no card on the table")
            used = tuple(one.card for one in turn.cards)
            done = replace(turn, discussed=True)
            return _ended(session, replace(play, turn=done, used=play.used + used))
        case ClusterMentioned(cluster):
            marked = (*(one for one in turn.mentions if one is not cluster), cluster)
            return replace(play, turn=replace(turn, mentions=marked))
        case MentionTakenBack(cluster):
            marked = tuple(one for one in turn.mentions if one is not cluster)
            return replace(play, turn=replace(turn, mentions=marked))
        case TurnGivenTo(participant):
            return _jumped(play, turn, participant)
        case CardWeighed(counts, card):
            hold(allowed.weigh(session, turn, counts, card))
            return _on_card(play, turn, card, weights=counts)
        case NoteWritten(text, card):
            hold(allowed.note(turn, text, card))
            return _on_card(play, turn, card, note=text)
    raise DoesNotFit(f"not an event of a turn: {event}")


def _on_card(play: Table, turn: Turn, card: int | None, **left: Any) -> Table:
    """With something left on one of the turn's cards; None for the one drawn last."""
    number = turn.cards[-1].card if card is None else card
    cards = (replace(one, **left) if one.card == number else one for one in turn.cards)
    return replace(play, turn=replace(turn, cards=tuple(cards)))


def _drawn(session: Session, play: Table, turn: Turn, event: CardDrawn) -> Table:
    number, way, opposite = event.card, event.way, event.opposite
    on_table = tuple(one.card for one in turn.cards)
    if number not in session.cards or number in play.used or number in on_table or len(on_table) > 1:
        raise DoesNotFit(f"card {number} cannot be drawn")
    back = next((one for one in play.aside if one.card == number), CardInPlay(number, way))
    left = tuple(one for one in play.left if one != number)
    aside = tuple(one for one in play.aside if one.card != number)
    cards = (*turn.cards, replace(back, way=way, opposite=opposite))
    return replace(play, left=left, aside=aside, turn=replace(turn, cards=cards))


def _put_aside(play: Table, turn: Turn, cards: tuple[CardInPlay, ...]) -> Table:
    rest = tuple(one for one in turn.cards if one not in cards)
    return replace(play, aside=play.aside + cards, turn=replace(turn, cards=rest))


def _jumped(play: Table, turn: Turn, participant: int) -> Table:
    if participant not in play.waiting:
        raise DoesNotFit(f"participant {participant} does not wait for a turn")
    others = list(play.waiting)
    others.remove(participant)
    return replace(play, turn=replace(turn, participant=participant), waiting=(turn.participant, *others))


def _ended(session: Session, play: Table) -> Table:
    """The open turn joins the round; the next one begins, or the round is done."""
    if play.turn is None:
        raise DoesNotFit("there is no turn to end")
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


def _joined(session: Session, play: Table, participant: int) -> tuple[int, ...]:
    """Who wait when someone joins: all those who waited, then the new one; nobody between two rounds.

    Who played alone waited once for each card. From now on a round is one turn for everyone: the turn that
    is going on, and then the new one's. (In the first edition of the rules the others kept all their turns.)
    """
    if play.turn is None:
        return play.waiting
    if not holds(FAIR_TURNS, session):
        return (*play.waiting, participant)
    others = dict.fromkeys(one for one in play.waiting if one != play.turn.participant)
    return (*others, participant)


def _reordered(session: Session, waiting: tuple[int, ...], participant: int, places: int) -> tuple[int, ...]:
    """Who wait, after two neighbours changed places; nothing changes when one of them does not wait.

    After turns were given away, neighbours at the table need not be neighbours in what is left of this round:
    then the change holds from the next round on, so that nobody is moved the wrong way or past a third.
    (In the first edition of the rules they changed places all the same.)
    """
    here = [one.id for one in session.present]
    other = here[here.index(participant) - places]
    if participant not in waiting or other not in waiting:
        return waiting
    at, to = waiting.index(participant), waiting.index(other)
    if holds(FAIR_TURNS, session) and to - at != places:
        return waiting
    swapped = list(waiting)  # in the first edition who played alone could wait more than once
    swapped[at], swapped[to] = other, participant
    return tuple(swapped)
