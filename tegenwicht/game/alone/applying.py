"""The state after an event of the mode Alleen. What no action leads to is a damaged journal: DoesNotFit."""

from dataclasses import replace

from tegenwicht.game import events
from tegenwicht.game.alone import actions
from tegenwicht.game.alone.deciding import decide
from tegenwicht.game.alone.state import HAND, Alone, CardInPlay, Pair, alone
from tegenwicht.game.cards import CLUSTERS
from tegenwicht.game.refusals import DoesNotFit
from tegenwicht.game.state import Session


def apply(session: Session, event: events.Event) -> Alone:
    """The state after ``event``. DoesNotFit for one that no action leads to now."""
    play = alone(session)
    if isinstance(event, events.SessionFinished):
        return _finished(play, event.count_card)
    if event.__class__ not in actions.EVENTS:
        return play
    if decide(session, _wanted(event)) != event:
        raise DoesNotFit(f"cannot happen now: {event}")
    match event:
        case actions.CardChosen(card):
            one = next((one for one in play.kept if one.card == card), CardInPlay(card))
            rest = tuple(number for number in play.hand if number != card)
            kept = tuple(one for one in play.kept if one.card != card)
            return replace(play, hand=rest, on_table=one, kept=kept)
        case actions.HandDealt(cards):
            under = tuple(n for n in (*play.left, *play.hand) if n not in cards)
            return replace(play, hand=cards, left=under)
        case actions.CardLookedUp(card):
            return _with_looked_up(play, card)
        case actions.PairNoted(first, second, text):
            others = tuple(one for one in play.pairs if {one.first, one.second} != {first, second})
            return replace(play, pairs=(*others, Pair(first, second, text)) if text else others)
    if play.on_table is None:
        raise DoesNotFit("there is no card on the table")
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


def _wanted(event: events.Event) -> events.Action:
    """The action that leads to an event of this mode."""
    match event:
        case actions.CardChosen(card):
            return actions.Choose(card)
        case actions.CardPutBack():
            return actions.PutBack()
        case actions.HandDealt():
            return actions.DealAnew()
        case actions.ClusterMentioned(cluster):
            return actions.Mention(cluster)
        case actions.MentionTakenBack(cluster):
            return actions.TakeBackMention(cluster)
        case actions.CardWeighed(weight):
            return actions.Weigh(weight)
        case actions.NoteWritten(text, turned):
            return actions.WriteNote(text, turned)
        case actions.CardTurned(turned):
            return actions.TurnCard(turned)
        case actions.CardLaidDown():
            return actions.LayDown()
        case actions.CardLookedUp(card):
            return actions.LookUp(card)
        case actions.PairNoted(first, second, text):
            return actions.WriteOnPair(first, second, text)
    raise ValueError(f"not an event of this mode: {event}")


def _on_card(play: Alone, one: CardInPlay, event: events.Event) -> Alone:
    match event:
        case actions.CardPutBack():
            return _put_back(play, one)
        case actions.CardLaidDown():
            return replace(play, done=(*play.done, one), on_table=None, turned=False)
        case actions.CardTurned(turned):
            return replace(play, on_table=replace(one, seen=True), turned=turned)
        case actions.ClusterMentioned(cluster):
            marked = tuple(c for c in CLUSTERS if c is cluster or c in one.mentions)
            return replace(play, on_table=replace(one, mentions=marked))
        case actions.MentionTakenBack(cluster):
            marked = tuple(c for c in one.mentions if c is not cluster)
            return replace(play, on_table=replace(one, mentions=marked))
        case actions.CardWeighed(weight):
            return replace(play, on_table=replace(one, weight=weight))
        case actions.NoteWritten(text, turned):
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
            raise DoesNotFit("there is no card on the table to count")
        return play
    if not count_card:
        return _put_back(play, play.on_table)
    return replace(play, done=(*play.done, play.on_table), on_table=None, turned=False)
