"""One consideration walked through the six steps of the process of weighing (article, figure 1).

Pure data and functions, for the modes in which a consideration is peeled (*afpellen*): Afpellen itself, and
Gewogen in gesprek. What was noticed and what was made of it are different steps, so they stay apart.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from tegenwicht.game import events as e
from tegenwicht.game.cards import Card, Cluster
from tegenwicht.game.refusals import DoesNotFit, Refusal
from tegenwicht.game.tally import Counts, of_turn
from tegenwicht.game.text import clean

LONGEST_CONSIDERATION = 200
LONGEST_ANSWER = 1000
QUESTIONS = 2
"""How many questions each step has."""


class PathStep(StrEnum):
    """The six steps, in order."""

    BEFORE = "before"  # Vooraf
    NOTICING = "noticing"  # Waarnemen
    INTERPRETING = "interpreting"  # Interpreteren
    OPTIONS = "options"  # Opties vormen
    PRIORITISING = "prioritising"  # Prioriteren
    RESPONDING = "responding"  # Reageren


STEPS: tuple[PathStep, ...] = tuple(PathStep)
ACROSS = {PathStep.NOTICING: PathStep.INTERPRETING, PathStep.INTERPRETING: PathStep.NOTICING}
"""What was seen and what was made of it: the two between which a line can move."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was written at a question (0 or 1) of a step."""

    step: PathStep
    question: int
    text: str


@dataclass(frozen=True, slots=True)
class Laid:
    """A card, by its number, at a step."""

    step: PathStep
    card: int


@dataclass(frozen=True, slots=True)
class Path:
    """A walk that is going on. ``at``: where it is; None when the whole path is looked at.

    consideration: one line; empty until it is named. same, otherwise: what one would do again, or not.
    """

    consideration: str = ""
    at: PathStep | None = PathStep.BEFORE
    answers: tuple[Answer, ...] = ()
    laid: tuple[Laid, ...] = ()
    same: str = ""
    otherwise: str = ""

    def answer(self, step: PathStep, question: int) -> str:
        """What was written there; empty when nothing was."""
        return next((one.text for one in self.answers if (one.step, one.question) == (step, question)), "")

    def cards_at(self, step: PathStep) -> tuple[int, ...]:
        """The numbers of the cards at a step, in the order in which they were laid."""
        return tuple(one.card for one in self.laid if one.step is step)

    def is_empty(self, step: PathStep) -> bool:
        """Whether nothing was written or laid there yet."""
        return not self.cards_at(step) and not any(one.step is step for one in self.answers)


# -- what someone wants


@dataclass(frozen=True, slots=True)
class NameConsideration(e.Action):
    """``text``: one line, 1 to 200 characters."""

    text: str


@dataclass(frozen=True, slots=True)
class GoToStep(e.Action):
    """On, or back: nothing that was written is lost."""

    step: PathStep


@dataclass(frozen=True, slots=True)
class ViewPath(e.Action):
    """The whole path at once."""


@dataclass(frozen=True, slots=True)
class LayCard(e.Action):
    """``card``: the number of a card of the session, at the step where the walk is."""

    card: int


@dataclass(frozen=True, slots=True)
class TakeUpCard(e.Action):
    """Away from the step where the walk is."""

    card: int


@dataclass(frozen=True, slots=True)
class WriteAnswer(e.Action):
    """At question 0 or 1 of the step where the walk is; up to 1000 characters, empty takes it away."""

    question: int
    text: str


@dataclass(frozen=True, slots=True)
class MoveLine(e.Action):
    """One line of what was written goes from Waarnemen to Interpreteren, or from there to Waarnemen.

    step, question: where it stands; line: which of the lines there, from 0.
    """

    step: PathStep
    question: int
    line: int


@dataclass(frozen=True, slots=True)
class WriteHindsight(e.Action):
    """What one would do the same, or ``otherwise``; up to 1000 characters, empty takes it away."""

    otherwise: bool
    text: str


# -- what happened


@dataclass(frozen=True, slots=True)
class ConsiderationNamed(e.Event):
    """``text``: one line."""

    text: str


@dataclass(frozen=True, slots=True)
class StepGoneTo(e.Event):
    """The walk is at another step."""

    step: PathStep


@dataclass(frozen=True, slots=True)
class PathViewed(e.Event):
    """The whole path is on the screen."""


@dataclass(frozen=True, slots=True)
class CardLaid(e.Event):
    """``card``: its number."""

    step: PathStep
    card: int


@dataclass(frozen=True, slots=True)
class CardTakenUp(e.Event):
    """``card``: its number."""

    step: PathStep
    card: int


@dataclass(frozen=True, slots=True)
class AnswerWritten(e.Event):
    """``text``: empty when it was taken away."""

    step: PathStep
    question: int
    text: str


@dataclass(frozen=True, slots=True)
class LineMoved(e.Event):
    """``answers``: what stands at both questions from now on, first where the line was, then where it is."""

    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class HindsightWritten(e.Event):
    """``text``: empty when it was taken away."""

    otherwise: bool
    text: str


EVENTS: tuple[type[e.Event], ...] = (
    ConsiderationNamed, StepGoneTo, PathViewed, CardLaid, CardTakenUp, AnswerWritten, HindsightWritten, LineMoved,
)  # fmt: skip


# -- what may be done


def candidates(path: Path) -> Iterator[e.Action]:
    """Every action on a path without free text or numbers."""
    if path.consideration:
        yield from map(GoToStep, STEPS)
        yield ViewPath()
    if path.at is not None:
        yield from map(TakeUpCard, path.cards_at(path.at))


def open_actions(path: Path) -> Iterator[type[e.Action]]:
    """The actions with free text or numbers that fit now."""
    yield NameConsideration
    if path.consideration and path.at is not None:
        yield from (LayCard, WriteAnswer)
        if path.at in ACROSS:
            yield MoveLine
    elif path.consideration:
        yield WriteHindsight


def decide(path: Path, action: e.Action, cards: Collection[int]) -> e.Event | Refusal:
    """What happens on the path. ``cards``: the numbers that may be laid."""
    if isinstance(action, NameConsideration):
        text = clean(action.text)
        if not text:
            return Refusal.NOTHING_WRITTEN
        return Refusal.TEXT_TOO_LONG if len(text) > LONGEST_CONSIDERATION else ConsiderationNamed(text)
    if not path.consideration:
        return Refusal.NO_CONSIDERATION
    match action:
        case GoToStep(step):
            return Refusal.NOT_NOW if step is path.at else StepGoneTo(step)
        case ViewPath():
            return Refusal.NOT_NOW if path.at is None else PathViewed()
        case MoveLine(step, number, line):
            return _moved(path, step, number, line)
        case WriteHindsight(otherwise, text):
            return _written(path.at is None, text, lambda words: HindsightWritten(otherwise, words))
    return Refusal.NOT_NOW if path.at is None else _decide_at(path, path.at, action, cards)


def _decide_at(path: Path, at: PathStep, action: e.Action, cards: Collection[int]) -> e.Event | Refusal:
    here = path.cards_at(at)
    match action:
        case LayCard(card):
            if card not in cards:
                return Refusal.NO_SUCH_CARD
            return Refusal.ALREADY_ON_TABLE if card in here else CardLaid(at, card)
        case TakeUpCard(card):
            return CardTakenUp(at, card) if card in here else Refusal.NO_CARD_ON_TABLE
        case WriteAnswer(question, text):
            fits = 0 <= question < QUESTIONS
            return _written(fits, text, lambda words: AnswerWritten(at, question, words))
    return Refusal.NOT_NOW


def _written(fits: bool, text: str, event: Callable[[str], e.Event]) -> e.Event | Refusal:
    words = clean(text, lines=True)
    if len(words) > LONGEST_ANSWER:
        return Refusal.TEXT_TOO_LONG
    return event(words) if fits else Refusal.NOT_NOW


def _moved(path: Path, step: PathStep, question: int, line: int) -> e.Event | Refusal:
    lines = path.answer(step, question).splitlines()
    if step not in ACROSS or path.at not in ACROSS or not 0 <= line < len(lines):
        return Refusal.NOT_NOW
    there = path.answer(ACROSS[step], 0)
    text = "\n".join(filter(None, (there, lines[line])))
    if len(text) > LONGEST_ANSWER:
        return Refusal.TEXT_TOO_LONG
    left = "\n".join(words for n, words in enumerate(lines) if n != line)
    return LineMoved((Answer(step, question, left), Answer(ACROSS[step], 0, text)))


# -- what follows


def apply(path: Path, event: e.Event, cards: Collection[int]) -> Path:
    """The path after one of ``EVENTS``; DoesNotFit when play would not have given it."""
    if not any(decide(path, action, cards) == event for action in _wanted(path, event)):
        raise DoesNotFit(f"cannot happen on this path: {event}")
    match event:
        case ConsiderationNamed(text):
            return replace(path, consideration=text)
        case StepGoneTo(step):
            return replace(path, at=step)
        case PathViewed():
            return replace(path, at=None)
        case CardLaid(step, card):
            return replace(path, laid=(*path.laid, Laid(step, card)))
        case CardTakenUp(step, card):
            return replace(path, laid=tuple(one for one in path.laid if one != Laid(step, card)))
        case AnswerWritten(step, question, text):
            return replace(path, answers=_with(path.answers, Answer(step, question, text)))
        case LineMoved(answers):
            kept = path.answers
            for one in answers:
                kept = _with(kept, one)
            return replace(path, answers=kept)
        case HindsightWritten(otherwise, text):
            return replace(path, otherwise=text) if otherwise else replace(path, same=text)
    raise ValueError(f"not an event of a path: {event}")


def _wanted(path: Path, event: e.Event) -> Iterator[e.Action]:
    """The action that leads to an event of a path; of a line that moved, it may be any line there."""
    match event:
        case ConsiderationNamed(text):
            yield NameConsideration(text)
        case StepGoneTo(step):
            yield GoToStep(step)
        case PathViewed():
            yield ViewPath()
        case CardLaid(_, card):
            yield LayCard(card)
        case CardTakenUp(_, card):
            yield TakeUpCard(card)
        case AnswerWritten(_, question, text):
            yield WriteAnswer(question, text)
        case LineMoved((Answer(step, question), *_)):
            lines = len(path.answer(step, question).splitlines())
            yield from (MoveLine(step, question, line) for line in range(lines))
        case HindsightWritten(otherwise, text):
            yield WriteHindsight(otherwise, text)


def _with(answers: Iterable[Answer], new: Answer) -> tuple[Answer, ...]:
    """The answers in the order of the steps, with one changed, added, or taken away when it is empty."""
    kept = {(one.step, one.question): one for one in answers} | {(new.step, new.question): new}
    order = sorted(kept.values(), key=lambda one: (STEPS.index(one.step), one.question))
    return tuple(one for one in order if one.text)


def counts_at(path: Path, step: PathStep, cards: Mapping[int, Card]) -> Counts:
    """Which clusters came up at a step, by card: each once, however many cards of it lie there."""
    return of_turn(clusters_at(path, step, cards), ())


def clusters_at(path: Path, step: PathStep, cards: Mapping[int, Card]) -> tuple[Cluster, ...]:
    """The clusters of the cards at a step, each once, in the order in which they were laid."""
    return tuple(dict.fromkeys(found for number in path.cards_at(step) if (found := cards[number].cluster)))
