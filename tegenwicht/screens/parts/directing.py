"""What a mode tells the regie: who is busy with what, what can be done, and where the session is in its time."""

from collections.abc import Sequence
from typing import NamedTuple

from tegenwicht.game.cards import Cluster
from tegenwicht.game.plan import LATE, Plan, Step, outlook, planned
from tegenwicht.game.state import Session
from tegenwicht.i18n import several, tr
from tegenwicht.kit.command import Command
from tegenwicht.kit.nodes import Node
from tegenwicht.screens.parts.act import Act
from tegenwicht.screens.parts.table.tents import Person


class Counted(NamedTuple):
    """A counter. node: what it is called, does and says, without a place. on: mentioned with this card."""

    node: Node
    cluster: Cluster
    total: int
    on: bool
    sign: str


class Side(NamedTuple):
    """The counters of one pan, with the name and the total of it."""

    name: str
    total: int
    counters: tuple[Counted, ...]


class Time(NamedTuple):
    """The clock of the turn. figures: "1:24", "" where it shows a sign. acts: stop it, a minute more."""

    label: str
    value: str
    figures: str
    glyph: str
    gone: float
    dashed: bool
    of: str
    acts: tuple[Act, ...]


class Line(NamedTuple):
    """The line of time. parts: (word, where it ends from 0.0 to 1.0, whether it is now). gone: how far it is.

    left: minutes left, None without a plan. fits, state: how it goes, in words; late: whether that is a warning.
    """

    parts: tuple[tuple[str, float, bool], ...]
    gone: float
    left: int | None = None
    fits: str = ""
    state: str = ""
    late: bool = False


class Directed(NamedTuple):
    """One moment for who leads. where: "Ronde 1 van 3". doing: "Samira vertelt". about: what lies on the table.

    card: its node's description, read aloud where it has the focus. step: which help belongs to it. following: who
    comes next, with a word. notes: how many there are.
    """

    where: str
    doing: str
    step: str
    line: Line
    person: Person | None = None
    family: str = ""
    about: str = ""
    question: str = ""
    acts: tuple[Act, ...] = ()
    main: Act | None = None
    sides: tuple[Side, ...] = ()
    time: Time | None = None
    following: tuple[tuple[Person, str], ...] = ()
    undo: Act | None = None
    finish: Act | None = None
    notes: int = 0
    bindings: tuple[tuple[str, Command], ...] = ()
    dialog: Node | None = None


def plan_of(session: Session) -> Plan | None:
    """The plan of the time there is; None where none was chosen."""
    setup = session.setup
    if setup.minutes is None:
        return None
    return planned(
        setup.minutes, max(1, len(session.present)), session.thinking_seconds, session.talking_seconds
    )


def line_of(session: Session, round_number: int, part: float, turns_left: int, spent: int) -> Line:
    """Where the session is. part: how much of the round is done. spent: whole minutes since it began."""
    plan = plan_of(session)
    if plan is None:
        rounds = max(session.setup.rounds or round_number, round_number)
        parts = [(_round(number), number / rounds, number == round_number) for number in range(1, rounds + 1)]
        return Line(tuple(parts), (round_number - 1 + part) / rounds)
    ends = plan.ends
    now = _now(plan, round_number)
    named = tuple(
        (_word(one.step, one.round), end, number == now)
        for number, (one, end) in enumerate(zip(plan.parts, ends, strict=True))
    )
    start = ends[now - 1] if now else 0.0
    how = outlook(plan, spent * 60, Step.ROUND, turns_left * plan.turn, round_number)
    state = tr("loopt {n} min uit").format(n=how.over) if how.over >= LATE else tr("op schema")
    left = plan.minutes - spent
    return Line(named, start + (ends[now] - start) * part, left, _fits(plan, spent), state, how.over >= LATE)


def _now(plan: Plan, round_number: int) -> int:
    rounds = [number for number, one in enumerate(plan.parts) if one.step is Step.ROUND]
    return rounds[min(round_number, len(rounds)) - 1]


def _fits(plan: Plan, spent: int) -> str:
    """How many whole rounds fit in what is left."""
    after = sum(one.seconds for one in plan.parts if one.step in (Step.WEIGHING, Step.HARVEST))
    rounds = max(0, (plan.minutes - spent) * 60 - after) // max(1, plan.round)
    if not rounds:
        return tr("geen hele ronde meer")
    return several("{n} ronde past nog", "{n} rondes passen", rounds)


def _round(number: int) -> str:
    return tr("ronde {n}").format(n=number)


def _word(step: Step, number: int) -> str:
    names = {Step.CHECK_IN: tr("inchecken"), Step.WEIGHING: tr("wegen"), Step.HARVEST: tr("oogsten")}
    return _round(number) if step is Step.ROUND else names[step]


def first_act(acts: Sequence[Act], key: str) -> Act | None:
    """The act with that key."""
    return next((one for one in acts if one.key == key), None)
