"""The harvest: what each takes along at the end (the card that stayed, one sentence, one action with a date).

All of it is optional, and passing is one key. It is spoken first; who writes, writes for somebody. Shared by every
mode; from when the session is finished (``Phase.CLOSING``) until it is closed for good.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tegenwicht.game import events
from tegenwicht.game.day import is_day
from tegenwicht.game.refusals import Refusal
from tegenwicht.game.state import Phase, Session
from tegenwicht.game.taken import Taken
from tegenwicht.game.text import clean

LONGEST_TAKEN = 200


# -- what someone wants


@dataclass(frozen=True, slots=True)
class KeepCard(events.Action):
    """The card that stayed with someone, by its number; None takes the choice back."""

    participant: int
    card: int | None


@dataclass(frozen=True, slots=True)
class WriteSentence(events.Action):
    """What someone takes along: up to 200 characters; empty takes it away."""

    participant: int
    text: str


@dataclass(frozen=True, slots=True)
class WriteIntention(events.Action):
    """What someone is going to do: up to 200 characters, and the day, "2027-01-08" or empty; without text no day."""

    participant: int
    text: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class PassHarvest(events.Action):
    """Someone says nothing, or what they say is not written. ``passes``: False takes it back."""

    participant: int
    passes: bool = True


ACTIONS = (KeepCard, WriteSentence, WriteIntention, PassHarvest)


# -- what happened


@dataclass(frozen=True, slots=True)
class CardKept(events.Event):
    """``card``: the number of the one that stayed with someone; None when the choice was taken back."""

    participant: int
    card: int | None


@dataclass(frozen=True, slots=True)
class SentenceWritten(events.Event):
    """``text``: empty when it was taken away."""

    participant: int
    text: str


@dataclass(frozen=True, slots=True)
class IntentionWritten(events.Event):
    """``text``: empty when it was taken away; ``by`` goes with it."""

    participant: int
    text: str
    by: str


@dataclass(frozen=True, slots=True)
class HarvestPassed(events.Event):
    """Someone passed, or (``passes`` False) did not after all."""

    participant: int
    passes: bool


EVENTS: tuple[type[events.Event], ...] = (CardKept, SentenceWritten, IntentionWritten, HarvestPassed)


# -- the rules


def open_actions(session: Session) -> Iterator[type[events.Action]]:
    """What fits now: all of it while one looks back."""
    if session.phase is Phase.CLOSING:
        yield from ACTIONS


def decide(session: Session, action: events.Action) -> events.Event | Refusal:
    """What happens when someone wants one of ``ACTIONS``."""
    event = _event(action)
    return refusal(session, event) or event


def _event(action: events.Action) -> events.Event:
    match action:
        case KeepCard(participant, card):
            return CardKept(participant, card)
        case WriteSentence(participant, text):
            return SentenceWritten(participant, clean(text))
        case WriteIntention(participant, text, by):
            text = clean(text)
            return IntentionWritten(participant, text, by if text else "")
        case PassHarvest(participant, passes):
            return HarvestPassed(participant, passes)
    raise ValueError(f"not of the harvest: {action}")


def refusal(session: Session, event: events.Event) -> Refusal | None:
    """Why one of ``EVENTS`` cannot happen now; asked in play and when a journal is replayed."""
    if session.phase is not Phase.CLOSING:
        return Refusal.NOT_NOW
    match event:
        case CardKept(participant, card):
            text, by = "", ""
        case SentenceWritten(participant, text):
            card, by = None, ""
        case IntentionWritten(participant, text, by):
            card = None
        case HarvestPassed(participant):
            card, text, by = None, "", ""
        case _:
            raise ValueError(f"not of the harvest: {event}")
    if all(one.id != participant for one in session.participants):
        return Refusal.NO_SUCH_PARTICIPANT
    if len(text) > LONGEST_TAKEN:
        return Refusal.TEXT_TOO_LONG
    if by and not (text and is_day(by)):
        return Refusal.NOT_A_DAY
    return None if card is None or card in session.cards else Refusal.NO_SUCH_CARD


def text_of(event: events.Event) -> str:
    """The words in one of ``EVENTS``; empty for none."""
    return event.text if isinstance(event, SentenceWritten | IntentionWritten) else ""


def apply(session: Session, event: events.Event) -> Session:
    """The session after one of ``EVENTS``."""
    match event:
        case CardKept(participant, card):
            return _with(session, replace(taken_by(session, participant), card=card))
        case SentenceWritten(participant, text):
            return _with(session, replace(taken_by(session, participant), sentence=text))
        case IntentionWritten(participant, text, by):
            return _with(session, replace(taken_by(session, participant), intention=text, by=by))
        case HarvestPassed(participant, passes):
            return _with(session, replace(taken_by(session, participant), passed=passes))
    raise ValueError(f"not of the harvest: {event}")


def _with(session: Session, taken: Taken) -> Session:
    others = tuple(one for one in session.harvest if one.participant != taken.participant)
    return replace(session, harvest=others if taken == Taken(taken.participant) else (*others, taken))


# -- what can be asked


def taken_by(session: Session, participant: int) -> Taken:
    """What one takes along; nothing at all when they said nothing yet."""
    found = (one for one in session.harvest if one.participant == participant)
    return next(found, Taken(participant))


def had_their_say(session: Session, participant: int) -> bool:
    """Whether someone took something along, or passed."""
    return taken_by(session, participant) != Taken(participant)


def next_to_tell(session: Session) -> int | None:
    """The first, in the order of the seats, who neither took something along nor passed; None when all did."""
    return next((one.id for one in session.present if not had_their_say(session, one.id)), None)


def for_the_next(session: Session) -> tuple[events.Brought, ...]:
    """What a next session of this group checks in with: what was not done yet, then what is taken along now.

    Old sessions have learning points instead of a harvest; they come along too.
    """
    kept = (one for one, how in zip(session.setup.brought, session.reviewed, strict=True) if how in _STILL)
    return (*kept, *_taken_along(session))[: events.MOST_BROUGHT]


_STILL = (None, events.Reviewed.NOT_YET)


def _taken_along(session: Session) -> Iterator[events.Brought]:
    for one in session.participants:
        taken = taken_by(session, one.id)
        points = (text for number, text in session.learning_points if number == one.id)
        for text, by in ((taken.intention, taken.by), *((point, "") for point in points)):
            if text:
                yield events.Brought(one.name, text, by)
