"""The mode Gewogen in gesprek: one tells, another notes the considerations, together they peel one of them.

From the article (note 8): in pairs, one tells about the last conversation with a client and the other notes
which considerations were made; then they go deeper into one by walking the six steps (``game.path``). A third
observes. Then they change roles; several pairs can follow each other. There is time for each part, which
never forces.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from tegenwicht.game import events
from tegenwicht.game import path as game_path
from tegenwicht.game.cards import Cluster, Kind
from tegenwicht.game.path import Path
from tegenwicht.game.refusals import DoesNotFit, Refusal, hold, without_cards
from tegenwicht.game.state import Phase, Session
from tegenwicht.game.tally import Counts, Tally, of_turn
from tegenwicht.game.text import clean

PEOPLE = range(2, 13)
OPTIONS: dict[str, tuple[str, ...]] = {}
KINDS: tuple[Kind, ...] = ()
ONE_OF_EACH = False
MOST_NOTED = 20
LONGEST_LINE = game_path.LONGEST_CONSIDERATION


class Part(StrEnum):
    """What a talk is at."""

    TELLING = "telling"
    CHOOSING = "choosing"
    PEELING = "peeling"


@dataclass(frozen=True, slots=True)
class Noted:
    """A consideration that was heard: a line, with a cluster or a card. ``card``: its number, 0 for none."""

    text: str
    cluster: Cluster | None = None
    card: int = 0


@dataclass(frozen=True, slots=True)
class Roles:
    """Who does what, by id. ``observer``: 0 when there are only two."""

    teller: int
    noter: int
    observer: int = 0


@dataclass(frozen=True, slots=True)
class Talk:
    """One talk. ``chosen``: which of ``noted`` is peeled, from 0; None before one is chosen."""

    roles: Roles
    part: Part = Part.TELLING
    noted: tuple[Noted, ...] = ()
    chosen: int | None = None
    path: Path | None = None


@dataclass(frozen=True, slots=True)
class Conversation:
    """The state of the mode. ``talk``: the one that is going on, None in between."""

    talks: tuple[Talk, ...] = ()
    talk: Talk | None = None


# -- what someone wants


@dataclass(frozen=True, slots=True)
class BeginTalk(events.Action):
    """``roles``: three different people at the table, or two."""

    roles: Roles


@dataclass(frozen=True, slots=True)
class Note(events.Action):
    """A consideration that was heard. text: up to 200 characters; empty only with a card."""

    text: str
    cluster: Cluster | None = None
    card: int = 0


@dataclass(frozen=True, slots=True)
class TakeBackNote(events.Action):
    """``number``: which, from 0."""

    number: int


@dataclass(frozen=True, slots=True)
class FinishTelling(events.Action):
    """Everything was told; now choose."""


@dataclass(frozen=True, slots=True)
class Choose(events.Action):
    """``number``: the noted consideration to peel, from 0."""

    number: int


@dataclass(frozen=True, slots=True)
class FinishTalk(events.Action):
    """This talk is done; the roles change."""


# -- what happened


@dataclass(frozen=True, slots=True)
class TalkBegun(events.Event):
    """The roles were divided, and whoever tells may begin."""

    roles: Roles


@dataclass(frozen=True, slots=True)
class ConsiderationNoted(events.Event):
    """``card``: its number, 0 for none."""

    text: str
    cluster: Cluster | None
    card: int


@dataclass(frozen=True, slots=True)
class NoteTakenBack(events.Event):
    """``number``: which, from 0."""

    number: int


@dataclass(frozen=True, slots=True)
class TellingFinished(events.Event):
    """Everything was told."""


@dataclass(frozen=True, slots=True)
class ConsiderationChosen(events.Event):
    """``number``: which, from 0."""

    number: int


@dataclass(frozen=True, slots=True)
class TalkFinished(events.Event):
    """The roles change."""


EVENTS: tuple[type[events.Event], ...] = (
    TalkBegun, ConsiderationNoted, NoteTakenBack, TellingFinished, ConsiderationChosen, TalkFinished, *game_path.EVENTS,
)  # fmt: skip


# -- what can be asked of it


def conversation(session: Session) -> Conversation:
    """The state of a session of this mode."""
    if not isinstance(session.play, Conversation):
        raise TypeError(f"not a session of Gewogen in gesprek: {type(session.play).__name__}")
    return session.play


def begin(_session: Session) -> Conversation:
    """Before the first talk."""
    return Conversation()


def schedule(session: Session) -> Iterator[Roles]:
    """Every talk that there should be: in pairs, in the order of the table, each telling once.

    The last pair has a third who observes when there is an odd one out; then each of three tells once.
    """
    here = [one.id for one in session.present]
    at = 0
    while at < len(here):
        size = 3 if len(here) - at == 3 else 2
        group = here[at : at + size]
        at += size
        if len(group) == 2:
            yield from (Roles(*group), Roles(*reversed(group)))
        elif len(group) == 3:
            yield from (Roles(*group[n:], *group[:n]) for n in range(3))


def suggested(session: Session) -> Roles | None:
    """The next talk: the first of the schedule whose teller has not told yet; None when all have."""
    told = {talk.roles.teller for talk in conversation(session).talks}
    return next((roles for roles in schedule(session) if roles.teller not in told), None)


def chosen_text(session: Session, talk: Talk) -> str:
    """The consideration to peel, in words: its line, or the title of its card."""
    if talk.chosen is None:
        return ""
    noted = talk.noted[talk.chosen]
    return noted.text or session.cards[noted.card].title


def counts_of(session: Session, talk: Talk) -> Counts:
    """What came up in one talk: cards noted or laid, and the clusters of lines beside them."""
    numbers = {one.card for one in talk.noted if one.card}
    numbers |= {one.card for one in talk.path.laid} if talk.path else set()
    own = {session.cards[number].cluster for number in numbers}
    return of_turn(own, {one.cluster for one in talk.noted if one.cluster})


def tally_of(session: Session) -> Tally:
    """Counts per talk, the one that is going on last, and in all."""
    play = conversation(session)
    talks = (*play.talks, play.talk) if play.talk else play.talks
    rounds = tuple(counts_of(session, talk) for talk in talks)
    return Tally(rounds, sum(rounds, Counts()))


def clock_of(session: Session) -> object:
    """There is time for each part of a talk."""
    play = conversation(session)
    if session.phase is not Phase.PLAYING or play.talk is None:
        return None
    return (len(play.talks), play.talk.part)


# -- what may be done


def candidates(session: Session) -> Iterator[events.Action]:
    """Every action of this mode without free text, and the talks of the schedule."""
    talk = conversation(session).talk
    if talk is None:
        yield from map(BeginTalk, schedule(session))
        return
    yield from (FinishTelling(), FinishTalk())
    yield from (action(number) for number in range(len(talk.noted)) for action in (TakeBackNote, Choose))
    if talk.path is not None:
        yield from game_path.candidates(talk.path)


def open_actions(session: Session) -> Iterator[type[events.Action]]:
    """The actions with free text or numbers that fit now."""
    talk = conversation(session).talk
    if talk is None:
        yield BeginTalk
    elif talk.path is not None:
        yield from game_path.open_actions(talk.path)
    elif len(talk.noted) < MOST_NOTED:
        yield Note


def decide(session: Session, action: events.Action) -> events.Event | Refusal:
    """What happens when someone wants ``action``."""
    if isinstance(action, events.Finish):
        return without_cards(action.count_card) or events.SessionFinished(False)
    talk = conversation(session).talk
    if isinstance(action, BeginTalk):
        if talk is not None:
            return Refusal.NOT_NOW
        return TalkBegun(action.roles) if _fit(session, action.roles) else Refusal.NO_SUCH_PARTICIPANT
    if talk is None:
        return Refusal.NOT_NOW
    if talk.path is not None and not isinstance(action, FinishTalk):
        return game_path.decide(talk.path, action, session.order)
    return _decide_in(session, talk, action)


def _fit(session: Session, roles: Roles) -> bool:
    ids = [roles.teller, roles.noter, *([roles.observer] if roles.observer else [])]
    here = {one.id for one in session.present}
    return len(set(ids)) == len(ids) and here.issuperset(ids)


def _decide_in(session: Session, talk: Talk, action: events.Action) -> events.Event | Refusal:
    match action:
        case Note(text, cluster, card):
            return _decide_note(session, talk, clean(text), cluster, card)
        case TakeBackNote(number):
            return NoteTakenBack(number) if _is_noted(talk, number) else Refusal.NOT_NOW
        case FinishTelling() if talk.part is Part.TELLING:
            return TellingFinished() if talk.noted else Refusal.NOTHING_WRITTEN
        case Choose(number) if talk.part is Part.CHOOSING and _is_noted(talk, number):
            return ConsiderationChosen(number)
        case FinishTalk():
            return TalkFinished()
    return Refusal.NOT_NOW


def _decide_note(
    session: Session, talk: Talk, text: str, cluster: Cluster | None, card: int
) -> events.Event | Refusal:
    if talk.path is not None or len(talk.noted) >= MOST_NOTED:
        return Refusal.NOT_NOW
    if card and card not in session.order:
        return Refusal.NO_SUCH_CARD
    if not text and not card:
        return Refusal.NOTHING_WRITTEN
    if len(text) > LONGEST_LINE:
        return Refusal.TEXT_TOO_LONG
    return ConsiderationNoted(text, None if card else cluster, card)


def _is_noted(talk: Talk, number: int) -> bool:
    return 0 <= number < len(talk.noted)


# -- what follows


def apply(session: Session, event: events.Event) -> Conversation:
    """The mode's state after ``event``. DoesNotFit for one that play would not have given."""
    play = conversation(session)
    if isinstance(event, events.SessionFinished):
        hold(without_cards(event.count_card))
        return _ended(play)
    if type(event) not in EVENTS:
        return play
    if play.talk is not None and play.talk.path is not None and type(event) in game_path.EVENTS:
        path = game_path.apply(play.talk.path, event, session.order)
        return replace(play, talk=replace(play.talk, path=path))
    if type(event) in game_path.EVENTS or decide(session, _wanted(event)) != event:
        raise DoesNotFit(f"cannot happen in this talk: {event}")
    match event:
        case TalkBegun(roles):
            return replace(play, talk=Talk(roles))
        case TalkFinished():
            return _ended(play)
    assert play.talk is not None
    return replace(play, talk=_talk_after(session, play.talk, event))


def _wanted(event: events.Event) -> events.Action:
    """The action that leads to an event of this mode."""
    match event:
        case TalkBegun(roles):
            return BeginTalk(roles)
        case ConsiderationNoted(text, cluster, card):
            return Note(text, cluster, card)
        case NoteTakenBack(number):
            return TakeBackNote(number)
        case TellingFinished():
            return FinishTelling()
        case ConsiderationChosen(number):
            return Choose(number)
        case TalkFinished():
            return FinishTalk()
    raise ValueError(f"not an event of this mode: {event}")


def _ended(play: Conversation) -> Conversation:
    """The talk that is going on joins the others, unless nothing was noted in it."""
    talk = play.talk
    kept = (*play.talks, talk) if talk and (talk.noted or talk.part is not Part.TELLING) else play.talks
    return Conversation(kept)


def _talk_after(session: Session, talk: Talk, event: events.Event) -> Talk:
    match event:
        case ConsiderationNoted(text, cluster, card):
            return replace(talk, noted=(*talk.noted, Noted(text, cluster, card)))
        case NoteTakenBack(number):
            left = tuple(one for n, one in enumerate(talk.noted) if n != number)
            return replace(talk, noted=left)
        case TellingFinished():
            return replace(talk, part=Part.CHOOSING)
        case ConsiderationChosen(number):
            return _peeled(session, replace(talk, part=Part.PEELING, chosen=number))
    raise ValueError(f"not an event of a talk: {event}")


def _peeled(session: Session, talk: Talk) -> Talk:
    """The path of the chosen consideration; its card lies at the first step."""
    assert talk.chosen is not None
    card = talk.noted[talk.chosen].card
    laid = (game_path.Laid(game_path.STEPS[0], card),) if card else ()
    return replace(talk, path=Path(chosen_text(session, talk), laid=laid))
