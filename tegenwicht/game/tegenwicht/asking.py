"""The action behind an event: a journal is held to what play would have answered.

In sessions of the third edition of the rules every event of this mode must be the one that ``decide`` gives; in older
ones only those events that came later, for their rules were mended since.
"""

from tegenwicht.game import events as e
from tegenwicht.game.cards import Card
from tegenwicht.game.editions import REPLAYED_AS_PLAYED, holds
from tegenwicht.game.refusals import DoesNotFit
from tegenwicht.game.state import Session
from tegenwicht.game.stones import actions as s
from tegenwicht.game.tegenwicht import actions as a
from tegenwicht.game.tegenwicht.deciding import decide
from tegenwicht.game.tegenwicht.jokers import Joker, joker_of

_SINCE = (a.RoundGuessed, a.JokerKept, a.JokerPlayed, *s.EVENTS)
"""Events that no earlier edition had."""


def check(session: Session, event: e.Event) -> None:
    """DoesNotFit for an event of this mode that play would not have given."""
    if not (holds(REPLAYED_AS_PLAYED, session) or isinstance(event, _SINCE)):
        return
    action = action_behind(session, event)
    found = decide(session, action)
    if found != event:
        raise DoesNotFit(f"play answers {action!r} with {found!r}")


def action_behind(session: Session, event: e.Event) -> e.Action:
    """What someone wanted. DoesNotFit for a card that is not there, and for stones that nobody lays again by hand."""
    match event:
        case a.CardDrawn(card, way) | a.JokerKept(card, way):
            return _draw_behind(session, card, way)
        case a.JokerPlayed():
            return _joker_behind(session, event)
        case a.CardWeighed(counts, card):
            return a.Weigh(counts, card)
        case a.NoteWritten(text, card):
            return a.WriteNote(text, card)
        case a.ClusterMentioned(cluster):
            return a.Mention(cluster)
        case a.MentionTakenBack(cluster):
            return a.TakeBackMention(cluster)
        case a.TurnGivenTo(participant):
            return a.GiveTurnTo(participant)
        case a.RoundBegun(counterweight):
            return a.BeginRound(counterweight)
        case a.RoundGuessed(most, absent):
            return a.GuessRound(most, absent)
        case e.SessionFinished(count_card):
            return e.Finish(count_card)
        case s.StoneLaid(cluster):
            return s.LayStone(cluster)
        case s.StoneTaken(cluster):
            return s.TakeStone(cluster)
    if isinstance(event, s.LayingBegun):
        raise DoesNotFit("in a Kaartgesprek that begins by itself")
    return _PLAIN[type(event)]


_PLAIN: dict[type[e.Event], e.Action] = {
    a.CardPutAside: a.PutAside(), a.TurnPassed: a.Pass(), a.TurnFinished: a.FinishTurn(),
    a.CardsReshuffled: a.Reshuffle(), s.StonesSettled: s.SettleStones(), s.StonesLeft: s.LeaveStones(),
}  # fmt: skip
"""Events that say nothing an action could: what they hold is reckoned."""


def _draw_behind(session: Session, card: int, way: a.Way) -> e.Action:
    match way:
        case a.Way.PILE:
            return a.DrawFrom(_card(session, card).cluster)
        case a.Way.COUNTERWEIGHT:
            return a.DrawCounterweight()
        case a.Way.NUMBER:
            return a.BringUp(card)
        case a.Way.ASIDE:
            return a.TakeBack(card)
    return a.Draw()


def _joker_behind(session: Session, event: a.JokerPlayed) -> e.Action:
    if joker_of(_card(session, event.card)) is Joker.OWN:
        return a.PlayOwnJoker(event.participant, event.card, event.text)
    return a.PlayJoker(event.participant, event.card, event.cluster, event.slip)


def _card(session: Session, number: int) -> Card:
    if number not in session.cards:
        raise DoesNotFit(f"there is no card {number}")
    return session.cards[number]
