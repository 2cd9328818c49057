"""The scales after an event. What no action leads to is a damaged journal, and raises DoesNotFit."""

from dataclasses import replace

from tegenwicht.game import events
from tegenwicht.game.refusals import DoesNotFit
from tegenwicht.game.state import Session
from tegenwicht.game.weighing import actions
from tegenwicht.game.weighing.deciding import decide
from tegenwicht.game.weighing.state import Own, Scales, Stage, Talk, next_open, own_of, scales


def apply(session: Session, event: events.Event) -> Scales:
    """The scales after ``event``; the shared part has changed already. DoesNotFit when it cannot follow."""
    play = scales(session)
    match event:
        case events.ParticipantRemoved(participant) if participant == play.at_keys:
            return replace(play, at_keys=None, now=None)
        case events.SessionFinished(count_card):
            if count_card:
                raise DoesNotFit("there is no card that could be left out")
            return replace(_shown(session, play), talk=None)
    if type(event) not in actions.EVENTS:
        return play
    if decide(session, _wanted(event)) != event:
        raise DoesNotFit(f"this cannot happen now: {event}")
    return _changed(session, play, event)


def _wanted(event: events.Event) -> events.Action:
    """The action that leads to an event of this mode."""
    match event:
        case actions.HandsCounted(_, counts):
            return actions.CountHands(counts)
        case actions.WeightGiven(_, _, weight):
            return actions.Give(weight)
        case actions.FactorTurnedTo(card):
            return actions.TurnTo(card)
        case actions.KeysTaken(participant):
            return actions.TakeKeys(participant)
        case actions.TalkBegun(card):
            return actions.TalkAbout(card)
        case actions.NoteWritten(text):
            return actions.WriteNote(text)
    plain = {
        actions.WeightsCovered: actions.CoverUp(),
        actions.ResultShown: actions.ShowResult(),
        actions.TalkEnded: actions.EndTalk(),
    }
    return plain[type(event)]


def _changed(session: Session, play: Scales, event: events.Event) -> Scales:
    match event:
        case actions.HandsCounted(card, counts):
            others = tuple(one for one in play.hands if one[0] != card)
            return _onward(replace(play, hands=(*others, (card, counts))), card)
        case actions.WeightGiven(participant, card, weight):
            return _onward(_with_weight(play, participant, card, weight), card)
        case actions.FactorTurnedTo(card):
            return replace(play, stage=Stage.WEIGHING, now=card)
        case actions.KeysTaken(participant):
            return _seated(play, participant)
        case actions.WeightsCovered(participant):
            return replace(_counted(play, participant), at_keys=None, now=None)
        case actions.ResultShown():
            return _shown(session, play)
        case actions.TalkBegun(card):
            talked = any(one.card == card for one in play.talks)
            talks = play.talks if talked else (*play.talks, Talk(card))
            return replace(play, stage=Stage.TALK, talk=card, talks=talks)
        case actions.TalkEnded():
            return replace(play, stage=Stage.RESULT, talk=None)
        case actions.NoteWritten(text):
            talks = tuple(replace(one, note=text) if one.card == play.talk else one for one in play.talks)
            return replace(play, talks=talks)
    raise ValueError(f"not an event of this mode: {event}")


def _onward(play: Scales, card: int) -> Scales:
    """The next factor without a weight comes in front; none when all have one."""
    return replace(play, now=next_open(play, card))


def _with_weight(play: Scales, participant: int, card: int, weight: int) -> Scales:
    before = tuple(pair for pair in own_of(play, participant).weights if pair[0] != card)
    others = tuple(one for one in play.own if one.participant != participant)
    return replace(play, own=(*others, Own(participant, (*before, (card, weight)))))


def _seated(play: Scales, participant: int) -> Scales:
    """Someone sits down, perhaps again: as long as they do, what they gave does not count."""
    done = tuple(one for one in play.done if one != participant)
    seated = replace(play, stage=Stage.WEIGHING, at_keys=participant, done=done)
    return replace(seated, now=next_open(seated))


def _counted(play: Scales, participant: int) -> Scales:
    """From now on their weights count, if they gave any."""
    return replace(play, done=(*play.done, participant)) if own_of(play, participant).weights else play


def _shown(session: Session, play: Scales) -> Scales:
    """The result; who plays alone need not say that they are done."""
    if play.at_keys is not None and session.alone:
        play = _counted(play, play.at_keys)
    return replace(play, stage=Stage.RESULT, at_keys=None, now=None)
