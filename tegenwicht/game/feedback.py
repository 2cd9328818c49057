"""The mode Triple feedback: four questions about one consideration, answered now and anew another day.

The questions follow the article's figure 2 (Context – Denken – Doen – Resultaat): number 0 looks at the
result, 1, 2 and 3 loop back to doing, thinking and context. One time that they are answered is a *walk*; it
has a date, and begins empty, so that the answers of an earlier walk need not be seen. Dates come in with
the actions: nothing here knows what day it is.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from tegenwicht.game import events, tally
from tegenwicht.game.cards import CLUSTERS, Cluster, Kind
from tegenwicht.game.day import is_day
from tegenwicht.game.refusals import DoesNotFit, Refusal, hold, without_cards
from tegenwicht.game.rules import LONGEST_LINE
from tegenwicht.game.state import Session
from tegenwicht.game.tally import Counts, Tally
from tegenwicht.game.text import clean

PEOPLE = range(1, 13)
OPTIONS: dict[str, tuple[str, ...]] = {}
KINDS: tuple[Kind, ...] = ()
ONE_OF_EACH = False
QUESTIONS = (0, 1, 2, 3)
FACTORS, LOOKING_BACK = 3, 4
"""The question at which factors are laid in two lists, and the place after the last question."""
LONGEST_ANSWER = 1000
_Placed = TypeVar("_Placed")


class Side(StrEnum):
    """The two lists of the last question."""

    WEIGHED = "weighed"
    LEFT_OUT = "left out"


# -- what someone wants


@dataclass(frozen=True, slots=True)
class NameConsideration(events.Action):
    """What it is about: one line, 1 to 200 characters, without client data."""

    text: str


@dataclass(frozen=True, slots=True)
class BeginAnew(events.Action):
    """Answer the questions, for the first time or anew. ``day``: the date here, "2026-11-21"."""

    day: str


@dataclass(frozen=True, slots=True)
class OpenQuestion(events.Action):
    """``question``: 0 to 3, or 4 to look back; no further than one after the last that was open."""

    question: int


@dataclass(frozen=True, slots=True)
class WriteAnswer(events.Action):
    """The answer to the open question, up to 1000 characters; empty takes it away."""

    text: str


@dataclass(frozen=True, slots=True)
class PlaceCluster(events.Action):
    """In one of the lists; it leaves the other."""

    cluster: Cluster
    side: Side


@dataclass(frozen=True, slots=True)
class TakeCluster(events.Action):
    """Out of the lists again."""

    cluster: Cluster


@dataclass(frozen=True, slots=True)
class PlaceCard(events.Action):
    """The factor on a card in one of the lists; it leaves the other."""

    card: int
    side: Side


@dataclass(frozen=True, slots=True)
class TakeCard(events.Action):
    """Out of the lists again."""

    card: int


# -- what happened


@dataclass(frozen=True, slots=True)
class ConsiderationNamed(events.Event):
    """What it is about."""

    text: str


@dataclass(frozen=True, slots=True)
class BegunAnew(events.Event):
    """``day``: the date there and then."""

    day: str


@dataclass(frozen=True, slots=True)
class QuestionOpened(events.Event):
    """``question``: 0 to 3, or 4 for looking back."""

    question: int


@dataclass(frozen=True, slots=True)
class AnswerWritten(events.Event):
    """``text``: of the open question; empty when it was taken away."""

    text: str


@dataclass(frozen=True, slots=True)
class ClusterPlaced(events.Event):
    """In one of the lists, and in no other."""

    cluster: Cluster
    side: Side


@dataclass(frozen=True, slots=True)
class ClusterTaken(events.Event):
    """Out of the lists."""

    cluster: Cluster


@dataclass(frozen=True, slots=True)
class CardPlaced(events.Event):
    """In one of the lists, and in no other."""

    card: int
    side: Side


@dataclass(frozen=True, slots=True)
class CardTaken(events.Event):
    """Out of the lists."""

    card: int


EVENTS: tuple[type[events.Event], ...] = (
    ConsiderationNamed, BegunAnew, QuestionOpened, AnswerWritten, ClusterPlaced, ClusterTaken, CardPlaced, CardTaken,
)  # fmt: skip


# -- the state


@dataclass(frozen=True, slots=True)
class Walk:
    """One time that the questions are answered. ``furthest``: the last place that was open, 0 to 4.

    clusters, cards: with the list they lie in, in the order in which they were placed.
    """

    day: str
    answers: tuple[str, str, str, str] = ("", "", "", "")
    clusters: tuple[tuple[Cluster, Side], ...] = ()
    cards: tuple[tuple[int, Side], ...] = ()
    furthest: int = 0

    def clusters_in(self, side: Side) -> tuple[Cluster, ...]:
        """The clusters in a list, in the order of ``CLUSTERS``."""
        placed = dict(self.clusters)
        return tuple(cluster for cluster in CLUSTERS if placed.get(cluster) is side)

    def cards_in(self, side: Side) -> tuple[int, ...]:
        """The numbers of the cards in a list, in the order in which they were placed."""
        return tuple(number for number, where in self.cards if where is side)


@dataclass(frozen=True, slots=True)
class Feedback:
    """The state of the mode. ``at``: the open question of the last walk, 4 when looking back."""

    subject: str
    walks: tuple[Walk, ...] = ()
    at: int = LOOKING_BACK

    @property
    def answering(self) -> Walk | None:
        """The walk with a question open; None before the first, and when looking back."""
        return self.walks[-1] if self.walks and self.at != LOOKING_BACK else None


def feedback(session: Session) -> Feedback:
    """The mode's own state of a session of this mode."""
    if not isinstance(session.play, Feedback):
        raise TypeError(f"not a session of Triple feedback: {type(session.play).__name__}")
    return session.play


def begin(session: Session) -> Feedback:
    """Nothing is answered yet."""
    return Feedback(session.setup.subject)


# -- what may happen


def candidates(session: Session) -> Iterator[events.Action]:
    """Every action of this mode without free text or a date."""
    yield from (OpenQuestion(question) for question in (*QUESTIONS, LOOKING_BACK))
    if feedback(session).at != FACTORS:
        return
    for cluster in CLUSTERS:
        yield from (PlaceCluster(cluster, Side.WEIGHED), PlaceCluster(cluster, Side.LEFT_OUT))
        yield TakeCluster(cluster)
    for number in session.cards:
        yield from (PlaceCard(number, Side.WEIGHED), PlaceCard(number, Side.LEFT_OUT), TakeCard(number))


def open_actions(session: Session) -> Iterator[type[events.Action]]:
    """The actions with free text or a date that fit now."""
    play = feedback(session)
    yield NameConsideration
    if play.answering:
        yield WriteAnswer
    elif play.subject:
        yield BeginAnew


def decide(session: Session, action: events.Action) -> events.Event | Refusal:
    """What happens when someone wants ``action``, in a session that is going on."""
    play = feedback(session)
    match action:
        case events.Finish(count_card):
            return without_cards(count_card) or events.SessionFinished(False)
        case NameConsideration(text):
            return _decide_name(clean(text))
        case BeginAnew(day):
            return _decide_begin(play, day)
    if not play.walks:
        return Refusal.NOT_NOW
    if isinstance(action, OpenQuestion):
        fits = 0 <= action.question <= play.walks[-1].furthest + 1 and action.question != play.at
        return (
            QuestionOpened(action.question) if fits and action.question <= LOOKING_BACK else Refusal.NOT_NOW
        )
    return _decide_answer(session, play, action)


def _decide_name(text: str) -> events.Event | Refusal:
    if not text:
        return Refusal.NO_CONSIDERATION
    return Refusal.TEXT_TOO_LONG if len(text) > LONGEST_LINE else ConsiderationNamed(text)


def _decide_begin(play: Feedback, day: str) -> events.Event | Refusal:
    if not play.subject:
        return Refusal.NO_CONSIDERATION
    return BegunAnew(day) if is_day(day) and not play.answering else Refusal.NOT_NOW


def _decide_answer(session: Session, play: Feedback, action: events.Action) -> events.Event | Refusal:
    walk = play.answering
    if walk is None:
        return Refusal.NOT_NOW
    if isinstance(action, WriteAnswer):
        text = clean(action.text, lines=True)
        return Refusal.TEXT_TOO_LONG if len(text) > LONGEST_ANSWER else AnswerWritten(text)
    if play.at != FACTORS:
        return Refusal.NOT_NOW
    clusters, cards = dict(walk.clusters), dict(walk.cards)
    match action:
        case PlaceCluster(cluster, side):
            there = clusters.get(cluster) is side
            return Refusal.ALREADY_IN_LIST if there else ClusterPlaced(cluster, side)
        case TakeCluster(cluster):
            return ClusterTaken(cluster) if cluster in clusters else Refusal.NOT_IN_LIST
        case PlaceCard(number, _) if number not in session.cards:
            return Refusal.NO_SUCH_CARD
        case PlaceCard(number, side):
            return Refusal.ALREADY_IN_LIST if cards.get(number) is side else CardPlaced(number, side)
        case TakeCard(number):
            return CardTaken(number) if number in cards else Refusal.NOT_IN_LIST
    return Refusal.NOT_NOW


# -- what happened


def apply(session: Session, event: events.Event) -> Feedback:
    """The state after ``event``. DoesNotFit for one that no action leads to now."""
    play = feedback(session)
    if isinstance(event, events.SessionFinished):
        hold(without_cards(event.count_card))
    if event.__class__ not in EVENTS:
        return play
    if decide(session, _wanted(event)) != event:
        raise DoesNotFit(f"cannot happen now: {event}")
    match event:
        case ConsiderationNamed(text):
            return replace(play, subject=text)
        case BegunAnew(day):
            return replace(play, walks=(*play.walks, Walk(day)), at=QUESTIONS[0])
        case QuestionOpened(question):
            walk = replace(play.walks[-1], furthest=max(question, play.walks[-1].furthest))
            return replace(play, walks=(*play.walks[:-1], walk), at=question)
    return replace(play, walks=(*play.walks[:-1], _changed(play.walks[-1], play.at, event)))


def _wanted(event: events.Event) -> events.Action:
    """The action that leads to an event of this mode."""
    match event:
        case ConsiderationNamed(text):
            return NameConsideration(text)
        case BegunAnew(day):
            return BeginAnew(day)
        case QuestionOpened(question):
            return OpenQuestion(question)
        case AnswerWritten(text):
            return WriteAnswer(text)
        case ClusterPlaced(cluster, side):
            return PlaceCluster(cluster, side)
        case ClusterTaken(cluster):
            return TakeCluster(cluster)
        case CardPlaced(card, placed):
            return PlaceCard(card, placed)
        case CardTaken(card):
            return TakeCard(card)
    raise ValueError(f"not an event of this mode: {event}")


def _changed(walk: Walk, at: int, event: events.Event) -> Walk:
    match event:
        case AnswerWritten(text):
            zero, one, two, three = (text if n == at else old for n, old in enumerate(walk.answers))
            return replace(walk, answers=(zero, one, two, three))
        case ClusterPlaced(cluster, side):
            return replace(walk, clusters=(*_without(walk.clusters, cluster), (cluster, side)))
        case ClusterTaken(cluster):
            return replace(walk, clusters=_without(walk.clusters, cluster))
        case CardPlaced(card, side):
            return replace(walk, cards=(*_without(walk.cards, card), (card, side)))
        case CardTaken(card):
            return replace(walk, cards=_without(walk.cards, card))
    raise ValueError(f"not an event of a walk: {event}")


def _without(placed: tuple[tuple[_Placed, Side], ...], one: _Placed) -> tuple[tuple[_Placed, Side], ...]:
    return tuple(pair for pair in placed if pair[0] != one)


# -- what every mode is asked


def counts_of(session: Session, walk: Walk) -> Counts:
    """What came up in one walk: by card a cluster of which a card lies in a list, by mention one that lies
    there itself. Either list: what was left out was thought of too."""
    own = {session.cards[number].cluster for number, _ in walk.cards}
    return tally.of_turn(own, (cluster for cluster, _ in walk.clusters))


def tally_of(session: Session) -> Tally:
    """Counts per walk, and in all."""
    counts = tuple(counts_of(session, walk) for walk in feedback(session).walks)
    return Tally(counts, sum(counts, Counts()))


def clock_of(session: Session) -> object:  # noqa: ARG001
    """There is no time to show."""
    return None
