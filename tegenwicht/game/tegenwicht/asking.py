"""The action behind an event: a journal is held to what play would have answered.

In sessions of the third edition of the rules every event of this mode must be the one that ``decide`` gives; in older
ones only those events that came later, for their rules were mended since.
"""

from tegenwicht.game import events
from tegenwicht.game.cards import Card
from tegenwicht.game.editions import REPLAYED_AS_PLAYED, holds
from tegenwicht.game.refusals import DoesNotFit
from tegenwicht.game.state import Session
from tegenwicht.game.stones import actions as stones
from tegenwicht.game.tegenwicht import actions
from tegenwicht.game.tegenwicht.deciding import decide
from tegenwicht.game.tegenwicht.jokers import Joker, joker_of

_SINCE = (actions.RoundGuessed, actions.JokerKept, actions.JokerPlayed, *stones.EVENTS)
"""Events that no earlier edition had."""


def check(session: Session, event: events.Event) -> None:
    """DoesNotFit for an event of this mode that play would not have given."""
    if not (holds(REPLAYED_AS_PLAYED, session) or isinstance(event, _SINCE)):
        return
    action = action_behind(session, event)
    found = decide(session, action)
    if found != event:
        raise DoesNotFit(f"play answers {action!r} with {found!r}")


def action_behind(session: Session, event: events.Event) -> events.Action:
    """What someone wanted. DoesNotFit for a card that is not there, and for stones that nobody lays again by hand."""
    match event:
        case actions.CardDrawn(card, way) | actions.JokerKept(card, way):
            return _draw_behind(session, card, way)
        case actions.JokerPlayed():
            return _joker_behind(session, event)
        case actions.CardWeighed(counts, card):
            return actions.Weigh(counts, card)
        case actions.NoteWritten(text, card):
            return actions.WriteNote(text, card)
        case actions.ClusterMentioned(cluster):
            return actions.Mention(cluster)
        case actions.MentionTakenBack(cluster):
            return actions.TakeBackMention(cluster)
        case actions.TurnGivenTo(participant):
            return actions.GiveTurnTo(participant)
        case actions.RoundBegun(counterweight):
            return actions.BeginRound(counterweight)
        case actions.RoundGuessed(most, absent):
            return actions.GuessRound(most, absent)
        case events.SessionFinished(count_card):
            return events.Finish(count_card)
        case stones.StoneLaid(cluster):
            return stones.LayStone(cluster)
        case stones.StoneTaken(cluster):
            return stones.TakeStone(cluster)
    if isinstance(event, stones.LayingBegun):
        raise DoesNotFit("in a Kaartgesprek that begins by itself")
    return _PLAIN[type(event)]


_PLAIN: dict[type[events.Event], events.Action] = {
    actions.CardPutAside: actions.PutAside(), actions.TurnPassed: actions.Pass(), actions.TurnFinished: actions.FinishTurn(),
    actions.CardsReshuffled: actions.Reshuffle(), stones.StonesSettled: stones.SettleStones(),
    stones.StonesLeft: stones.LeaveStones(),
}  # fmt: skip
"""Events that say nothing an action could: what they hold is reckoned."""


def _draw_behind(session: Session, card: int, way: actions.Way) -> events.Action:
    match way:
        case actions.Way.PILE:
            return actions.DrawFrom(_card(session, card).cluster)
        case actions.Way.COUNTERWEIGHT:
            return actions.DrawCounterweight()
        case actions.Way.NUMBER:
            return actions.BringUp(card)
        case actions.Way.ASIDE:
            return actions.TakeBack(card)
    return actions.Draw()


def _joker_behind(session: Session, event: actions.JokerPlayed) -> events.Action:
    if joker_of(_card(session, event.card)) is Joker.OWN:
        return actions.PlayOwnJoker(event.participant, event.card, event.text)
    return actions.PlayJoker(event.participant, event.card, event.cluster, event.slip)


def _card(session: Session, number: int) -> Card:
    if number not in session.cards:
        raise DoesNotFit(f"there is no card {number}")
    return session.cards[number]
