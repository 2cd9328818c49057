"""Jokers: a joker that is drawn stays at that one's seat and is played once, at any time of the game."""

from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum

from tegenwicht.game import events
from tegenwicht.game.cards import CLUSTERS, Card, Cluster, Kind
from tegenwicht.game.refusals import DoesNotFit, Refusal, hold
from tegenwicht.game.start import LONGEST_LINE
from tegenwicht.game.state import Session
from tegenwicht.game.tegenwicht.actions import JokerPlayed, PlayJoker, PlayOwnJoker, Way
from tegenwicht.game.tegenwicht.state import CardInPlay, Held, Played, Table, pile, table
from tegenwicht.game.text import clean


class Joker(StrEnum):
    """What a joker does."""

    SWAP = "ruil"  # the card goes back, another comes from a pile one chooses
    ASK_ON = "vraag-door"  # one chooses the slip for whoever tells
    TURN_ROUND = "draai-om"  # from now on the other side counts
    ALL_SHORT = "iedereen-kort"  # everyone answers, in one sentence
    OWN = "eigen"  # whatever one thinks of


def joker_of(card: Card) -> Joker:
    """What a joker does, by its id; one that is not known does whatever one thinks of."""
    return next((one for one in Joker if one == card.id), Joker.OWN)


def is_joker(session: Session, number: int) -> bool:
    """Whether the card with this number is a joker."""
    return number in session.cards and session.cards[number].kind is Kind.JOKER


def candidates(session: Session) -> Iterator[events.Action]:
    """Every way to play the jokers that lie at the seats, but for those one thinks of oneself."""
    for held in table(session).jokers:
        match joker_of(session.cards[held.card]):
            case Joker.SWAP:
                yield from (PlayJoker(held.participant, held.card, cluster=one) for one in (*CLUSTERS, None))
            case Joker.ASK_ON:
                yield from (PlayJoker(held.participant, held.card, slip=one) for one in (1, 2, 3))
            case Joker.TURN_ROUND | Joker.ALL_SHORT:
                yield PlayJoker(held.participant, held.card)


def open_actions(session: Session) -> Iterator[type[events.Action]]:
    """A joker that one thinks of oneself carries free text."""
    held = (one for one in table(session).jokers if joker_of(session.cards[one.card]) is Joker.OWN)
    if any(is_at_the_table(session, one.participant) for one in held):
        yield PlayOwnJoker


def is_at_the_table(session: Session, participant: int) -> bool:
    """Whether the participant is present: who left has nothing to play."""
    return any(one.id == participant for one in session.present)


def event_of(session: Session, action: PlayJoker | PlayOwnJoker) -> JokerPlayed:
    """What playing a joker leads to, if it may be."""
    if isinstance(action, PlayOwnJoker):
        return JokerPlayed(action.participant, action.card, text=clean(action.text))
    swaps = action.card in session.cards and joker_of(session.cards[action.card]) is Joker.SWAP
    drawn = next(_to_swap(session, action.cluster), None) if swaps else None
    return JokerPlayed(action.participant, action.card, action.cluster, drawn, action.slip)


def _to_swap(session: Session, cluster: Cluster | None) -> Iterator[int]:
    return (number for number in pile(session, cluster) if not is_joker(session, number))


def refusal(session: Session, event: JokerPlayed) -> Refusal | None:
    """Why a joker cannot be played so now; asked in play and when a journal is replayed."""
    play = table(session)
    if Held(event.participant, event.card) not in play.jokers:
        return Refusal.NO_JOKER
    if not is_at_the_table(session, event.participant):
        return Refusal.NO_SUCH_PARTICIPANT
    joker = joker_of(session.cards[event.card])
    if not _has_only_what_it_needs(joker, event):
        return Refusal.NOT_NOW
    if joker is Joker.OWN:
        return Refusal.TEXT_TOO_LONG if len(event.text) > LONGEST_LINE else None
    if play.turn is None or not play.turn.cards:
        return Refusal.NO_CARD_ON_TABLE
    return _on_card(session, play, joker, event)


def _has_only_what_it_needs(joker: Joker, event: JokerPlayed) -> bool:
    """Whether no choice was made that belongs to another joker."""
    choices = {
        Joker.SWAP: event.cluster is not None or event.drawn is not None,
        Joker.ASK_ON: event.slip is not None,
        Joker.OWN: bool(event.text),
    }
    return not any(made for whose, made in choices.items() if whose is not joker)


def _on_card(session: Session, play: Table, joker: Joker, event: JokerPlayed) -> Refusal | None:
    """About the card that stands large."""
    assert play.turn is not None
    card = session.cards[play.turn.cards[-1].card]
    match joker:
        case Joker.SWAP if len(play.turn.cards) > 1:
            return Refusal.COUNTERWEIGHT_ON_TABLE
        case Joker.SWAP:
            first = next(_to_swap(session, event.cluster), None)
            return None if event.drawn == first and first is not None else Refusal.PILE_IS_EMPTY
        case Joker.ASK_ON:
            return None if event.slip in range(1, len(card.deeper) + 1) else Refusal.NO_SUCH_SLIP
        case Joker.TURN_ROUND:
            return None if card.other_side else Refusal.NO_OTHER_SIDE
    return None


def kept(session: Session, play: Table, number: int) -> Table:
    """A joker lies at the seat of whose turn it is; the turn goes on without a card. DoesNotFit when it cannot."""
    turn = play.turn
    gone = (*(one.card for one in play.jokers), *(one.card for one in play.played))
    if turn is None or turn.cards or number in gone or not is_joker(session, number):
        raise DoesNotFit(f"joker {number} cannot be kept")
    left = tuple(one for one in play.left if one != number)
    return replace(play, left=left, jokers=(*play.jokers, Held(turn.participant, number)))


def played(session: Session, play: Table, event: JokerPlayed) -> Table:
    """The table after a joker; DoesNotFit for what play would have refused."""
    hold(refusal(session, event))
    on = play.turn.cards[-1].card if play.turn and play.turn.cards else None
    done = Played(event.participant, event.card, on, event.cluster, event.drawn, event.slip, event.text)
    rest = tuple(one for one in play.jokers if one.card != event.card)
    play = replace(play, jokers=rest, played=(*play.played, done))
    return play if event.drawn is None else _swapped(play, event.drawn)


def _swapped(play: Table, drawn: int) -> Table:
    """The card goes under its pile, with what was left on it kept; another lies in its place."""
    assert play.turn is not None
    back = play.turn.cards[-1]
    left = (*(number for number in play.left if number != drawn), back.card)
    noted = (back,) if back.note or back.weights else ()
    turn = replace(play.turn, cards=(CardInPlay(drawn, Way.PILE),))
    return replace(play, left=left, turn=turn, kept=(*play.kept, *noted))
