"""Above the table: the line of time, where the session is, help and menu, who is telling, and the clock."""

from tegenwicht.game import tegenwicht
from tegenwicht.game.clock import Reading, Stage
from tegenwicht.game.plan import planned
from tegenwicht.i18n import tr
from tegenwicht.kit.nodes import OVER, Node, Role
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.table import rim
from tegenwicht.screens.parts.table.corners import corner_buttons as corner_buttons
from tegenwicht.screens.tegenwicht.now import Now
from tegenwicht.screens.tegenwicht.pieces import jokers, kinds
from tegenwicht.screens.tegenwicht.words import round_line

ROUNDS = (0.12, 0.70)
"""Which part of the line of time the rounds have."""


def parts_of_the_time(now: Now) -> tuple[float, ...]:
    """Where check-in, rounds and weighing end on the line of time: as planned, or as usual where nothing was."""
    setup = now.session.setup
    if setup.minutes is None:
        return (*ROUNDS, 0.88)
    plan = planned(setup.minutes, len(setup.participants), setup.thinking_seconds, setup.talking_seconds)
    ends = plan.ends
    return (ends[0], *ends[plan.rounds : -1])


def gone(now: Now) -> float:
    """How much of the session has gone by, 0.0 to 1.0, by its turns."""
    number = tegenwicht.round_number(now.session)
    rounds = max(now.session.setup.rounds or 3, number)
    turns = len(now.play.turns) + 1
    part = (number - 1 + turns / (turns + len(now.play.waiting))) / rounds
    first, last = parts_of_the_time(now)[:2]
    return first + (last - first) * part


def corners(now: Now) -> list[Node]:
    """The line of time and where the session is."""
    g = now.g
    line = rim.time_line(g, gone(now), parts_of_the_time(now))
    where = round_line(now.session)
    words = rim.place_words(g, where)
    session = tr("Sessie: rondes, {where}").format(where=where.lower())
    return [
        Node("session:line", Role.IMAGE, Rect(0, 0, now.v.width, g.px(8)), session, ops=line),
        Node("bar:title", Role.HEADING, words.rect, where, level=1, ops=(words,)),
    ]


def top_line(now: Now) -> list[Node]:
    """Who, and what they are doing; empty while a card is still to be drawn."""
    left, right = doing(now)
    if not right:
        return []
    ops = rim.top_words(now.g, left, right)
    rect = ops[0].rect.around(ops[-1].rect)
    return [Node("top:words", Role.TEXT, rect, f"{left} {right}".strip(), ops=ops)]


def may_begin_talking(now: Now) -> bool:
    """Whether there is time to think that can be ended: the clock runs, and there is time to talk after it."""
    thinks = now.playing.reading.stage is Stage.THINKING and bool(now.cards)
    return thinks and bool(now.session.talking_seconds) and not now.playing.standing_still


def doing(now: Now) -> tuple[str, str]:
    """The two words beside the clock."""
    if not now.cards:
        return "", ""
    who = "" if now.session.alone else now.who
    reading: Reading = now.playing.reading
    if now.playing.standing_still and reading.stage in (Stage.THINKING, Stage.TALKING):
        return who, tr("pauze, nog {time}").format(time=minutes(reading.left))
    if reading.stage is Stage.OVER:
        return who, tr("tijd is om")
    if len(now.cards) > 1:
        return who, tr("legt tegenwicht")
    if jokers.everyone_answers(now):
        return tr("Iedereen"), tr("kort, in één zin")
    if kinds.doing_together(now.cards[-1]) and not now.session.alone:
        return tr("Iedereen"), tr("doet mee")
    return who, tr("denkt na") if reading.stage is Stage.THINKING else tr("vertelt")


def minutes(seconds: float) -> str:
    """Minutes and seconds: "1:24"."""
    whole = max(0, int(-(-seconds // 1)))
    return f"{whole // 60}:{whole % 60:02d}"


def clock(now: Now) -> list[Node]:
    """The head of the scale: the time of this turn, or a scale where there is none."""
    reading: Reading = now.playing.reading
    if not now.cards or reading.stage is Stage.OFF:
        at = rim.clock_rect(now.g, False)
        return [Node("clock", Role.GROUP, at, layer=OVER, ops=rim.clock_ops(now.g, at, 0.0, glyph="scale"))]
    at = rim.clock_rect(now.g)
    still = now.playing.standing_still and reading.stage is not Stage.OVER
    figures = f"+{minutes(reading.past)}" if reading.stage is Stage.OVER else minutes(reading.left)
    ops = rim.clock_ops(
        now.g, at, 1.0 - reading.gone, figures, "pause" if still else "", reading.stage is Stage.THINKING
    )  # fmt: skip
    label, value = aloud(now, reading, figures)
    number = (round(reading.gone * 100), 0, 100)
    return [Node("clock", Role.TIMER, at, label, value, number=number, layer=OVER, ops=ops)]


def aloud(now: Now, reading: Reading, figures: str) -> tuple[str, str]:
    """The time in words: what it is for, and what is left of it."""
    thinking = reading.stage is Stage.THINKING
    label = tr("Denktijd") if thinking else tr("Gesprekstijd")
    words = tr("denken") if thinking else tr("gesprek")
    if reading.stage is Stage.OVER:
        words = tr("tijd is om")
    elif now.playing.standing_still:
        words = tr("stilgezet")
    return label, f"{figures} {words}"
