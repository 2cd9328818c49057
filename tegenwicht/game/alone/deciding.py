"""What may be done now in the mode Alleen, and the one event that an action leads to. Changes nothing."""

from collections.abc import Iterator

from tegenwicht.game import events
from tegenwicht.game.alone import actions
from tegenwicht.game.alone.state import HAND, Alone, CardInPlay, alone
from tegenwicht.game.cards import CLUSTERS
from tegenwicht.game.refusals import Refusal
from tegenwicht.game.state import Session
from tegenwicht.game.text import clean

WEIGHTS = (1, 2, 3, 4)
"""From no influence to much influence: the survey's scale."""
LONGEST_NOTE = 2000


def candidates(session: Session) -> Iterator[events.Action]:
    """Every action of this mode without free text."""
    play = alone(session)
    yield from (
        actions.PutBack(),
        actions.DealAnew(),
        actions.LayDown(),
        actions.TurnCard(True),
        actions.TurnCard(False),
    )
    yield from map(actions.Choose, play.hand)
    yield from map(actions.Weigh, WEIGHTS)
    for cluster in CLUSTERS:
        yield from (actions.Mention(cluster), actions.TakeBackMention(cluster))


def open_actions(session: Session) -> Iterator[type[events.Action]]:
    """A note when a card lies on the table, or else a card that is not in the hand; a line with two cards."""
    yield actions.WriteNote if alone(session).on_table else actions.LookUp
    yield actions.WriteOnPair


def decide(session: Session, action: events.Action) -> events.Event | Refusal:
    """What happens when someone wants ``action``, in a session that is going on."""
    play = alone(session)
    match action:
        case events.Finish(count_card):
            able = play.on_table or not count_card
            return events.SessionFinished(count_card) if able else Refusal.NO_CARD_ON_TABLE
        case actions.Choose(card):
            if play.on_table:
                return Refusal.CARD_ON_TABLE
            return actions.CardChosen(card) if card in play.hand else Refusal.NOT_IN_HAND
        case actions.LookUp(card):
            return _looked_up(play, card)
        case actions.WriteOnPair():
            return _on_pair(session, action)
        case actions.DealAnew():
            if play.on_table:
                return Refusal.CARD_ON_TABLE
            return actions.HandDealt((*play.left, *play.hand)[:HAND]) if play.left else Refusal.NO_CARDS_LEFT
    if play.on_table is None:
        return Refusal.NO_CARD_ON_TABLE
    return _decide_on_card(play, play.on_table, action)


def _looked_up(play: Alone, card: int) -> events.Event | Refusal:
    if play.on_table:
        return Refusal.CARD_ON_TABLE
    there = card in play.left or any(one.card == card for one in play.done)
    return actions.CardLookedUp(card) if there else Refusal.NO_SUCH_CARD


def _on_pair(session: Session, wanted: actions.WriteOnPair) -> events.Event | Refusal:
    cards = [session.cards.get(number) for number in (wanted.first, wanted.second)]
    clusters = {card.cluster for card in cards if card is not None}
    if None in cards or None in clusters or len(clusters) < 2:
        return Refusal.NO_SUCH_CARD
    text = clean(wanted.text, lines=True)
    return (
        Refusal.TEXT_TOO_LONG
        if len(text) > LONGEST_NOTE
        else actions.PairNoted(wanted.first, wanted.second, text)
    )


def _decide_on_card(play: Alone, one: CardInPlay, action: events.Action) -> events.Event | Refusal:
    match action:
        case actions.PutBack():
            return actions.CardPutBack(one.card)
        case actions.LayDown():
            return actions.CardLaidDown(one.card)
        case actions.TurnCard(turned):
            return actions.CardTurned(turned) if turned is not play.turned else Refusal.NOT_NOW
        case actions.Mention(cluster):
            return Refusal.ALREADY_MENTIONED if cluster in one.mentions else actions.ClusterMentioned(cluster)
        case actions.TakeBackMention(cluster):
            return actions.MentionTakenBack(cluster) if cluster in one.mentions else Refusal.NOT_MENTIONED
        case actions.Weigh(weight):
            fits = weight in WEIGHTS and weight != one.weight
            return actions.CardWeighed(weight) if fits else Refusal.WEIGHT_OUT_OF_RANGE
        case actions.WriteNote(text, turned):
            text = clean(text, lines=True)
            return Refusal.TEXT_TOO_LONG if len(text) > LONGEST_NOTE else actions.NoteWritten(text, turned)
    return Refusal.NOT_NOW
