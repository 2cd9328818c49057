"""One consideration walked through the six steps of the process of weighing (article, figure 1).

Pure data and functions, for the modes in which a consideration is peeled (*afpellen*): Afpellen itself, and
Gewogen in gesprek. What was noticed and what was made of it are different steps, so they stay apart.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from tegenwicht.game import events
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
class NameConsideration(events.Action):
    """``text``: one line, 1 to 200 characters."""

    text: str


@dataclass(frozen=True, slots=True)
class GoToStep(events.Action):
    """On, or back: nothing that was written is lost."""

    step: PathStep


@dataclass(frozen=True, slots=True)
class ViewPath(events.Action):
    """The whole path at once."""


@dataclass(frozen=True, slots=True)
class LayCard(events.Action):
    """``card``: the number of a card of the session, at the step where the walk is."""

    card: int


@dataclass(frozen=True, slots=True)
class TakeUpCard(events.Action):
    """Away from the step where the walk is."""

    card: int


@dataclass(frozen=True, slots=True)
class WriteAnswer(events.Action):
    """At question 0 or 1 of the step where the walk is; up to 1000 characters, empty takes it away."""

    question: int
    text: str


@dataclass(frozen=True, slots=True)
class MoveLine(events.Action):
    """One line of what was written goes from Waarnemen to Interpreteren, or from there to Waarnemen.

    step, question: where it stands; line: which of the lines there, from 0.
    """

    step: PathStep
    question: int
    line: int


@dataclass(frozen=True, slots=True)
class WriteHindsight(events.Action):
    """What one would do the same, or ``otherwise``; up to 1000 characters, empty takes it away."""

    otherwise: bool
    text: str


# -- what happened


@dataclass(frozen=True, slots=True)
class ConsiderationNamed(events.Event):
    """``text``: one line."""

    text: str


@dataclass(frozen=True, slots=True)
class StepGoneTo(events.Event):
    """The walk is at another step."""

    step: PathStep


@dataclass(frozen=True, slots=True)
class PathViewed(events.Event):
    """The whole path is on the screen."""


@dataclass(frozen=True, slots=True)
class CardLaid(events.Event):
    """``card``: its number."""

    step: PathStep
    card: int


@dataclass(frozen=True, slots=True)
class CardTakenUp(events.Event):
    """``card``: its number."""

    step: PathStep
    card: int


@dataclass(frozen=True, slots=True)
class AnswerWritten(events.Event):
    """``text``: empty when it was taken away."""

    step: PathStep
    question: int
    text: str


@dataclass(frozen=True, slots=True)
class LineMoved(events.Event):
    """``answers``: what stands at both questions from now on, first where the line was, then where it is."""

    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class HindsightWritten(events.Event):
    """``text``: empty when it was taken away."""

    otherwise: bool
    text: str


EVENTS: tuple[type[events.Event], ...] = (
    ConsiderationNamed, StepGoneTo, PathViewed, CardLaid, CardTakenUp, AnswerWritten, HindsightWritten, LineMoved,
)  # fmt: skip


# -- what may be done


def candidates(path: Path) -> Iterator[events.Action]:
    """Every action on a path without free text or numbers."""
    if path.consideration:
        yield from map(GoToStep, STEPS)
        yield ViewPath()
    if path.at is not None:
        yield from map(TakeUpCard, path.cards_at(path.at))


def open_actions(path: Path) -> Iterator[type[events.Action]]:
    """The actions with free text or numbers that fit now."""
    yield NameConsideration
    if path.consideration and path.at is not None:
        yield from (LayCard, WriteAnswer)
        if path.at in ACROSS:
            yield MoveLine
    elif path.consideration:
        yield WriteHindsight


def decide(path: Path, action: events.Action, cards: Collection[int]) -> events.Event | Refusal:
    """What happens on the path. ``cards``: the numbers that may be laid."""
    if isinstance(action, NameConsideration):
        text = clean(action.text)
        return _why_not_named(text) or ConsiderationNamed(text)
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
            words = clean(text, lines=True)
            return _why_not_written(words, path.at is None) or HindsightWritten(otherwise, words)
    return Refusal.NOT_NOW if path.at is None else _decide_at(path, path.at, action, cards)


def _decide_at(
    path: Path, at: PathStep, action: events.Action, cards: Collection[int]
) -> events.Event | Refusal:
    match action:
        case LayCard(card):
            return _why_not_laid(path, at, card, cards) or CardLaid(at, card)
        case TakeUpCard(card):
            return _why_not_taken_up(path, at, card) or CardTakenUp(at, card)
        case WriteAnswer(question, text):
            words = clean(text, lines=True)
            return _why_not_written(words, _is_question(question)) or AnswerWritten(at, question, words)
    return Refusal.NOT_NOW


# What may happen, one function for each rule: play asks it, and so does a journal that is replayed.


def _why_not_named(text: str) -> Refusal | None:
    if not text:
        return Refusal.NOTHING_WRITTEN
    return Refusal.TEXT_TOO_LONG if len(text) > LONGEST_CONSIDERATION else None


def _why_not_laid(path: Path, step: PathStep, card: int, cards: Collection[int]) -> Refusal | None:
    if card not in cards:
        return Refusal.NO_SUCH_CARD
    return Refusal.ALREADY_ON_TABLE if card in path.cards_at(step) else None


def _why_not_taken_up(path: Path, step: PathStep, card: int) -> Refusal | None:
    return None if card in path.cards_at(step) else Refusal.NO_CARD_ON_TABLE


def _why_not_written(text: str, fits: bool = True) -> Refusal | None:
    if len(text) > LONGEST_ANSWER:
        return Refusal.TEXT_TOO_LONG
    return None if fits else Refusal.NOT_NOW


def _is_question(number: int) -> bool:
    return 0 <= number < QUESTIONS


def _moved(path: Path, step: PathStep, question: int, line: int) -> events.Event | Refusal:
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


def apply(path: Path, event: events.Event, cards: Collection[int]) -> Path:
    """The path after one of ``EVENTS``; DoesNotFit when it cannot follow.

    What was said may have been left out, as in a session that was given away without names: then a step is
    walked before anything has a name.
    """
    match event:
        case ConsiderationNamed(text) if _why_not_named(text) is None:
            return replace(path, consideration=text)
        case StepGoneTo(step):
            return replace(path, at=step)
        case PathViewed():
            return replace(path, at=None)
        case CardLaid(step, card) if _why_not_laid(path, step, card, cards) is None:
            return replace(path, laid=(*path.laid, Laid(step, card)))
        case CardTakenUp(step, card) if _why_not_taken_up(path, step, card) is None:
            return replace(path, laid=tuple(one for one in path.laid if one != Laid(step, card)))
        case AnswerWritten(step, question, text) if _why_not_written(text, _is_question(question)) is None:
            return replace(path, answers=_with(path.answers, Answer(step, question, text)))
        case LineMoved(answers) if _fit(answers):
            kept = path.answers
            for one in answers:
                kept = _with(kept, one)
            return replace(path, answers=kept)
        case HindsightWritten(otherwise, text) if _why_not_written(text) is None:
            return replace(path, otherwise=text) if otherwise else replace(path, same=text)
    raise DoesNotFit(f"cannot happen on this path: {event}")


def _fit(answers: tuple[Answer, ...]) -> bool:
    """Whether a line can have moved between them."""
    if len(answers) != 2 or answers[0].step not in ACROSS or answers[1].step is not ACROSS[answers[0].step]:
        return False
    return all(_why_not_written(one.text, _is_question(one.question)) is None for one in answers)


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
