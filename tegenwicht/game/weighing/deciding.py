"""What may be done now in the mode Wegen, and the one event that an action leads to. Changes nothing."""

from collections.abc import Iterator

from tegenwicht.game import events
from tegenwicht.game.refusals import Refusal
from tegenwicht.game.state import Session
from tegenwicht.game.text import clean
from tegenwicht.game.weighing import actions
from tegenwicht.game.weighing.outcome import WEIGHTS, weighed
from tegenwicht.game.weighing.state import Hands, Scales, Stage, own_of, scales, waiting

LONGEST_NOTE = 2000
MOST_HANDS = 99
LEAST_SHOWN = 2
"""So many have weighed before something is shown while others still have to: nobody's weights stand alone."""


def candidates(session: Session) -> Iterator[events.Action]:
    """Every action of this mode without free text or counts."""
    play = scales(session)
    yield from (actions.CoverUp(), actions.ShowResult(), actions.EndTalk(), *map(actions.Give, WEIGHTS))
    for card in play.factors:
        yield from (actions.TurnTo(card), actions.TalkAbout(card))
    yield from (actions.TakeKeys(one.id) for one in session.present)


def open_actions(session: Session) -> Iterator[type[events.Action]]:
    """The actions with free text or counts that fit now."""
    play = scales(session)
    if play.stage is Stage.WEIGHING and not play.covered and play.now is not None:
        yield actions.CountHands
    if play.stage is Stage.TALK:
        yield actions.WriteNote


def decide(session: Session, action: events.Action) -> events.Event | Refusal:
    """What happens when someone wants ``action``, in a session that is going on."""
    play = scales(session)
    match action:
        case events.Finish(count_card):
            return Refusal.NOT_NOW if count_card else events.SessionFinished(False)
        case actions.TalkAbout(card):
            return _decide_talk(session, play, card)
        case actions.EndTalk() | actions.WriteNote():
            return _decide_in_talk(play, action)
        case actions.TakeKeys(participant):
            return _decide_keys(session, play, participant)
        case actions.TurnTo(card):
            return _decide_turn(play, card)
    if play.stage is not Stage.WEIGHING:
        return Refusal.NOT_NOW
    return _decide_weighing(session, play, action)


def _decide_weighing(session: Session, play: Scales, action: events.Action) -> events.Event | Refusal:
    match action:
        case actions.CountHands(counts):
            return _decide_hands(play, counts)
        case actions.Give(weight):
            if play.at_keys is None or play.now is None:
                return Refusal.NOT_NOW
            fits = weight in WEIGHTS
            given = actions.WeightGiven(play.at_keys, play.now, weight)
            return given if fits else Refusal.WEIGHTS_OUT_OF_RANGE
        case actions.CoverUp():
            if play.at_keys is None or session.alone:
                return Refusal.NOT_NOW
            return actions.WeightsCovered(play.at_keys)
        case actions.ShowResult():
            return actions.ResultShown() if can_show(session) else Refusal.TOO_FEW_WEIGHED
    return Refusal.NOT_NOW


def _decide_hands(play: Scales, counts: Hands) -> events.Event | Refusal:
    if play.covered or play.now is None:
        return Refusal.NOT_NOW
    return actions.HandsCounted(play.now, counts) if are_hands(counts) else Refusal.WEIGHTS_OUT_OF_RANGE


def are_hands(counts: Hands) -> bool:
    """Whether these can be counts of hands: four of 0 to 99, not all of them 0."""
    return len(counts) == len(WEIGHTS) and all(0 <= n <= MOST_HANDS for n in counts) and any(counts)


def can_show(session: Session) -> bool:
    """Whether there is something to turn over that shows nobody's weights while others still weigh."""
    play = scales(session)
    if not play.covered:
        return bool(play.hands)
    if play.at_keys is not None:
        return session.alone and bool(own_of(play, play.at_keys).weights)
    return len(play.done) >= (LEAST_SHOWN if waiting(session) else 1)


def _decide_turn(play: Scales, card: int) -> events.Event | Refusal:
    if not may_turn(play):
        return Refusal.NOT_NOW
    if card not in play.factors:
        return Refusal.NO_SUCH_CARD
    in_front = play.stage is Stage.WEIGHING and card == play.now
    return Refusal.ALREADY_ON_TABLE if in_front else actions.FactorTurnedTo(card)


def may_turn(play: Scales) -> bool:
    """Whether a factor can be put in front: from the result too, where hands are counted."""
    if play.covered:
        return play.stage is Stage.WEIGHING and play.at_keys is not None
    return play.stage is not Stage.TALK


def _decide_keys(session: Session, play: Scales, participant: int) -> events.Event | Refusal:
    if not play.covered or play.stage is Stage.TALK or play.at_keys is not None:
        return Refusal.NOT_NOW
    here = any(one.id == participant for one in session.present)
    return actions.KeysTaken(participant) if here else Refusal.NO_SUCH_PARTICIPANT


def _decide_talk(session: Session, play: Scales, card: int) -> events.Event | Refusal:
    if play.stage is Stage.WEIGHING:
        return Refusal.NOT_NOW
    if card == play.talk:
        return Refusal.ALREADY_ON_TABLE
    known = any(one.card == card for one in weighed(session))
    return actions.TalkBegun(card) if known else Refusal.NO_SUCH_CARD


def _decide_in_talk(play: Scales, action: events.Action) -> events.Event | Refusal:
    if play.stage is not Stage.TALK:
        return Refusal.NOT_NOW
    if isinstance(action, actions.WriteNote):
        text = clean(action.text, lines=True)
        return Refusal.TEXT_TOO_LONG if len(text) > LONGEST_NOTE else actions.NoteWritten(text)
    return actions.TalkEnded()
