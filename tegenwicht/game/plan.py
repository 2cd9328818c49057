"""The plan of a session over the time there is: check-in, rounds, weighing, harvest. It tells, it never forces.

Knows no clock: how many seconds are spent comes in. The shares are ours, made so that five people with the usual
times have one round in 30 minutes, two and a weighing in 60, three and a weighing in 90.
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from tegenwicht.game.start import LEAST_MINUTES, MOST_MINUTES, MOST_ROUNDS

USUAL_MINUTES = (30, 60, 90)
"""What the setup offers; any number of minutes can be typed."""

USUAL_TURN = 210
"""Seconds to reckon for a turn when thinking and talking time are off."""

LATE = 5
"""From so many minutes it is worth saying that one runs late."""

_CHECK_IN, _HARVEST, _WEIGHING = Fraction(1, 12), Fraction(3, 20), Fraction(2, 15)
_WEIGHING_FROM = 45  # minutes: in less there is no time to weigh


class Step(StrEnum):
    """What a part of the time is for."""

    CHECK_IN = "check-in"
    ROUND = "round"
    WEIGHING = "weighing"
    HARVEST = "harvest"


@dataclass(frozen=True, slots=True)
class Part:
    """``seconds`` for a step; ``round``: which one, from 1, and 0 for what is no round."""

    step: Step
    seconds: int
    round: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """The parts in their order. ``turn`` and ``round``: seconds that one of these takes with these people."""

    minutes: int
    parts: tuple[Part, ...]
    turn: int
    round: int

    @property
    def rounds(self) -> int:
        """How many rounds fit."""
        return sum(part.step is Step.ROUND for part in self.parts)

    @property
    def weighs(self) -> bool:
        """Whether there is time to weigh once."""
        return any(part.step is Step.WEIGHING for part in self.parts)

    @property
    def seconds(self) -> int:
        """What all parts take; more than there is when not even one round fits."""
        return sum(part.seconds for part in self.parts)

    def after(self, step: Step, round_number: int = 0) -> int:
        """Seconds of the parts that follow a step; of a round beyond the plan, of what follows the rounds."""
        at = [n for n, one in enumerate(self.parts) if one.step is step and one.round <= round_number]
        return sum(part.seconds for part in self.parts[at[-1] + 1 :]) if at else 0

    @property
    def ends(self) -> tuple[float, ...]:
        """Where each part ends on a line from 0.0 to 1.0."""
        done, ends = 0, []
        for part in self.parts:
            done += part.seconds
            ends.append(done / self.seconds)
        return tuple(ends)


@dataclass(frozen=True, slots=True)
class Outlook:
    """How it goes. end: seconds from the beginning to the end, if all goes on as planned.

    over: whole minutes by which that is later than was planned, or (below zero) earlier.
    another_round: whether one more round fits before weighing and harvest.
    """

    end: int
    over: int
    another_round: bool

    @property
    def late(self) -> bool:
        """Whether it is worth saying "jullie lopen 5 minuten uit"."""
        return self.over >= LATE


def planned(minutes: int, people: int, thinking_seconds: int, talking_seconds: int) -> Plan:
    """The plan for so many people with these times. minutes: 10 to 240. people: 1 or more.

    At least one round, even where none fits: then the parts take longer than there is. ValueError for minutes
    out of range.
    """
    if not LEAST_MINUTES <= minutes <= MOST_MINUTES:
        raise ValueError(f"minutes must be {LEAST_MINUTES} to {MOST_MINUTES}, not {minutes}")
    turn = thinking_seconds + talking_seconds or USUAL_TURN
    each = max(1, people) * turn
    weighing = _share(minutes, _WEIGHING) if minutes >= _WEIGHING_FROM else 0
    check_in, harvest = _share(minutes, _CHECK_IN), _share(minutes, _HARVEST)
    room = minutes * 60 - check_in - harvest
    if room - weighing < each:
        weighing = 0  # talking goes before weighing
    count = min(MOST_ROUNDS, max(1, (room - weighing) // each))
    rounds = _rounds(count, max(each * count, room - weighing))
    last = (*((Part(Step.WEIGHING, weighing),) if weighing else ()), Part(Step.HARVEST, harvest))
    return Plan(minutes, (Part(Step.CHECK_IN, check_in), *rounds, *last), turn, each)


def _share(minutes: int, part: Fraction) -> int:
    return int(minutes * 60 * part)


def _rounds(count: int, seconds: int) -> tuple[Part, ...]:
    """The rounds, as long as one another, and the first ones a second longer where that does not come out."""
    each, longer = divmod(seconds, count)
    return tuple(Part(Step.ROUND, each + (number <= longer), number) for number in range(1, count + 1))


def outlook(plan: Plan, spent: float, step: Step, left: float, round_number: int = 0) -> Outlook:
    """How it goes after ``spent`` seconds in all, when this step takes ``left`` seconds more.

    For a round, left is ``plan.turn`` for each turn that is not done; 0 when the round is done.
    """
    rest = plan.after(step, round_number)
    end = int(spent + left) + rest
    there_is = plan.minutes * 60
    over = round((end - there_is) / 60)
    after_rounds = plan.after(Step.ROUND, MOST_ROUNDS)
    another = int(spent + left) + plan.round + after_rounds <= there_is
    return Outlook(end, over, another and step in (Step.CHECK_IN, Step.ROUND))
