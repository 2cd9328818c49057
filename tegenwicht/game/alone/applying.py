"""The state after an event of the mode Alleen. What no action leads to is a damaged journal: DoesNotFit."""

from dataclasses import replace

from tegenwicht.game import events as e
from tegenwicht.game.alone import actions as a
from tegenwicht.game.alone.deciding import decide
from tegenwicht.game.alone.state import HAND, Alone, CardInPlay, Pair, alone
from tegenwicht.game.cards import CLUSTERS
from tegenwicht.game.refusals import DoesNotFit
from tegenwicht.game.state import Session


def apply(session: Session, event: e.Event) -> Alone:
    """The state after ``event``. DoesNotFit for one that no action leads to now."""
    play = alone(session)
    if isinstance(event, e.SessionFinished):
        return _finished(play, event.count_card)
    if event.__class__ not in a.EVENTS:
        return play
    if decide(session, _wanted(event)) != event:
        raise DoesNotFit(f"cannot happen now: {event}")
    match event:
        case a.CardChosen(card):
            one = next((one for one in play.kept if one.card == card), CardInPlay(card))
            rest = tuple(number for number in play.hand if number != card)
            kept = tuple(one for one in play.kept if one.card != card)
            return replace(play, hand=rest, on_table=one, kept=kept)
        case a.HandDealt(cards):
            under = tuple(n for n in (*play.left, *play.hand) if n not in cards)
            return replace(play, hand=cards, left=under)
        case a.CardLookedUp(card):
            return _with_looked_up(play, card)
        case a.PairNoted(first, second, text):
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


def _wanted(event: e.Event) -> e.Action:
    """The action that leads to an event of this mode."""
    match event:
        case a.CardChosen(card):
            return a.Choose(card)
        case a.CardPutBack():
            return a.PutBack()
        case a.HandDealt():
            return a.DealAnew()
        case a.ClusterMentioned(cluster):
            return a.Mention(cluster)
        case a.MentionTakenBack(cluster):
            return a.TakeBackMention(cluster)
        case a.CardWeighed(weight):
            return a.Weigh(weight)
        case a.NoteWritten(text, turned):
            return a.WriteNote(text, turned)
        case a.CardTurned(turned):
            return a.TurnCard(turned)
        case a.CardLaidDown():
            return a.LayDown()
        case a.CardLookedUp(card):
            return a.LookUp(card)
        case a.PairNoted(first, second, text):
            return a.WriteOnPair(first, second, text)
    raise ValueError(f"not an event of this mode: {event}")


def _on_card(play: Alone, one: CardInPlay, event: e.Event) -> Alone:
    match event:
        case a.CardPutBack():
            return _put_back(play, one)
        case a.CardLaidDown():
            return replace(play, done=(*play.done, one), on_table=None, turned=False)
        case a.CardTurned(turned):
            return replace(play, on_table=replace(one, seen=True), turned=turned)
        case a.ClusterMentioned(cluster):
            marked = tuple(c for c in CLUSTERS if c is cluster or c in one.mentions)
            return replace(play, on_table=replace(one, mentions=marked))
        case a.MentionTakenBack(cluster):
            marked = tuple(c for c in one.mentions if c is not cluster)
            return replace(play, on_table=replace(one, mentions=marked))
        case a.CardWeighed(weight):
            return replace(play, on_table=replace(one, weight=weight))
        case a.NoteWritten(text, turned):
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
