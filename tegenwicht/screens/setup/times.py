"""How much time there is: 30, 60 or 90 minutes as bars to one scale, and what fits in it."""

from tegenwicht.game.plan import USUAL_MINUTES, Plan, Step
from tegenwicht.i18n import several, tr
from tegenwicht.kit import widgets
from tegenwicht.kit.command import Command
from tegenwicht.kit.layout import Box, Column, Leaf, Nodes, Padded
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Colour, Fill, Icon, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.setup.choices import MINUTES, minutes, plan_for
from tegenwicht.screens.shell import entries
from tegenwicht.screens.shell.commands import Put
from tegenwicht.screens.shell.view import View

LOW, HIGH, BAR = 131, 211, 22
AIR, LEAST = 28, 20
"""Beside the words of a card, and their least size, in design pixels."""
LESS = 9
"""How much lower a card may be, and how much nearer the next one, where all of it just does not fit."""


def chosen_key(v: View) -> str:
    """The key of the time that is chosen."""
    return f"{MINUTES}:{minutes(v)}"


def box(v: View, begin: Command, folded: bool, first: bool, tight: bool = False) -> Box:
    """The question and its cards. begin: what Enter on the chosen one does. folded: the others as one line each. tight:
    with less air.
    """
    now = minutes(v)
    offered = sorted({*USUAL_MINUTES, now})
    less = LESS if tight and not folded else 0
    cards: list[Box] = [_card(v, one, max(offered), begin, folded, first, less) for one in offered]

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        return Node(MINUTES, Role.RADIO_GROUP, rect, tr("Tijd"), children=tuple(nodes))

    return Padded(Column(cards, v.px(14 if folded else 23 - less)), 0, 0, wrap)


def _card(
    v: View, there_is: int, longest: int, begin: Command, folded: bool, first: bool, less: int = 0
) -> Box:
    plan, chosen = plan_for(v, there_is), there_is == minutes(v)
    low = folded and not chosen

    def lines_in(width: int) -> list[str]:
        return _lines(v, plan, width) if chosen else []

    def high(width: int) -> int:
        more = max(0, len(lines_in(width)) - 2) * _line(v)
        return v.text_px(64 if low else (HIGH if chosen else LOW) - less) + more

    def place(rect: Rect) -> Nodes:
        lines = lines_in(rect.w)
        ops: list[Op] = [*_paper(v, rect, chosen), *_head(v, rect, plan, chosen, low)]
        if not low:
            ops += bar_ops(
                v,
                Rect(
                    rect.x + v.text_px(28), rect.y + v.text_px(89), rect.w - 2 * v.text_px(28), v.text_px(BAR)
                ),
                plan,
                longest,
            )
        y = rect.y + v.text_px(127)
        for n, words in enumerate(one for one in lines if one):
            colour = v.theme.table.faint if n else v.theme.ink
            room = Rect(rect.x + v.text_px(AIR), y, rect.w - 2 * v.text_px(AIR), v.text_px(32))
            ops.append(widgets.middle_line(v, room, words, "medium", _fit(v, words, 24, room.w), colour, 0.0))
            y += _line(v)
        said = " ".join([*([f"{rounds_words(plan)}."]), *(f"{one.rstrip('.')}." for one in lines if one)])
        return [Node(
            f"{MINUTES}:{there_is}", Role.RADIO, rect, tr("{n} minuten").format(n=there_is), description=said,
            action=None if chosen else Put(MINUTES, there_is), pressed=chosen, first=first and chosen,
            bindings=(("return", begin),) if chosen else (), corner=v.px(18), ops=tuple(ops),
        )]  # fmt: skip

    return Leaf(high, place)


def _lines(v: View, plan: Plan, width: int) -> list[str]:
    """The parts; when one is done and what one begins oneself, on lines of their own where one is too short.

    width: of the card, in pixels.
    """
    last = [words for words in (end_words(v, plan), own_words(plan)) if words]
    together = " ".join(last)
    if v.type.width(together, "medium", v.text_px(LEAST)) > width - v.text_px(2 * AIR):
        return [parts_words(plan), *last]
    return [parts_words(plan), together]


def _line(v: View) -> int:
    return v.text_px(32) + 2


def _fit(v: View, words: str, size: float, room: int, weight: str = "medium") -> int:
    px = v.text_px(size)
    least = min(px, v.text_px(LEAST))
    while px > least and v.type.width(words, weight, px) > room:
        px -= 1
    return px


def _paper(v: View, rect: Rect, chosen: bool) -> list[Op]:
    m, radius = v.theme.table, v.px(18)
    lip = rect._replace(y=rect.y + v.px(6))
    line = max(2, v.px(5 if chosen else 2.6 if m.rich else 3))
    edge = v.theme.ink if chosen else m.line
    under = [Fill(lip, m.lip, radius)] if m.rich else []
    return [*under, Fill(rect, m.paper, radius, line, edge)]


def _head(v: View, rect: Rect, plan: Plan, chosen: bool, low: bool) -> list[Op]:
    """The figure, what fits in it, and a check."""
    theme = v.theme
    y, high = rect.y + v.text_px(0 if low else 12), v.text_px(64 if low else 72)
    figures = widgets.middle_line(
        v,
        Rect(rect.x + v.text_px(28), y, 0, high),
        str(plan.minutes),
        "bold",
        v.text_px(36 if low else 60),
        theme.ink,
        0.0,
    )
    x = figures.rect.right + v.text_px(6)
    unit = widgets.middle_line(
        v,
        Rect(x, y + v.text_px(0 if low else 9), 0, high),
        tr("min"),
        "regular",
        v.text_px(26),
        theme.table.faint,
        0.0,
    )
    start = max(unit.rect.right + v.text_px(30), rect.x + v.text_px(190))
    end = rect.right - v.text_px(76 if chosen else 24)
    words = rounds_words(plan)
    px = _fit(v, words, 28, end - start, "semibold")
    said = widgets.middle_line(v, Rect(start, y, 0, high), words, "semibold", px, theme.ink, 0.0)
    ops: list[Op] = [figures, unit, said]
    if chosen:
        side = v.text_px(42)
        at = Rect(rect.right - v.text_px(24) - side, rect.y + v.text_px(20), side, side)
        ops += [
            Fill(at, theme.strong, side // 2),
            Icon(at.inset(round(side * 0.24)), "check", theme.on_strong),
        ]
    return ops


def colour_of(v: View, step: Step) -> Colour:
    """A part of the time: warm, paper, sand or green."""
    m = v.theme.table
    if not m.rich:
        return m.paper
    return {
        Step.CHECK_IN: m.persons[0], Step.ROUND: v.theme.paper, Step.WEIGHING: m.wood, Step.HARVEST: m.persons[2],
    }[step]  # fmt: skip


def bar_ops(v: View, rect: Rect, plan: Plan, longest: int) -> list[Op]:
    """The parts of the time side by side; ``longest``: the minutes that fill the rectangle."""
    gap = v.px(4)
    line = v.theme.table.line if v.theme.table.rich else v.theme.ink
    ops: list[Op] = []
    whole = rect.w * min(1.0, plan.minutes / longest)
    start = 0.0
    for number, (part, end) in enumerate(zip(plan.parts, plan.ends, strict=True)):
        left, right = rect.x + round(start * whole), rect.x + round(end * whole)
        at = Rect(left, rect.y, max(2, right - left - gap), rect.h)
        ends = number in (0, len(plan.parts) - 1)
        radius = rect.h // 2 if ends and at.w > rect.h else v.px(5)
        ops.append(Fill(at, colour_of(v, part.step), radius, max(1, v.px(2.4)), line))
        start = end
    return ops


# -- in words


def rounds_words(plan: Plan) -> str:
    """What fits: "3 rondes en één keer wegen"."""
    rounds = several("{n} ronde", "{n} rondes", plan.rounds)
    return tr("{rounds} en één keer wegen").format(rounds=rounds) if plan.weighs else rounds


def parts_words(plan: Plan) -> str:
    """The parts in their order: "inchecken · ronde 1, 2 en 3 · wegen · oogsten"."""
    numbers = [str(n) for n in range(1, plan.rounds + 1)]
    counted = tr(" en ").join([", ".join(numbers[:-1]), numbers[-1]] if len(numbers) > 1 else numbers)
    if len(numbers) > 4:
        counted = tr("{first} tot en met {last}").format(first=numbers[0], last=numbers[-1])
    words = [tr("inchecken"), tr("ronde {n}").format(n=counted)]
    return " · ".join([*words, *([tr("wegen")] if plan.weighs else []), tr("oogsten")])


def end_words(v: View, plan: Plan) -> str:
    """When one is done, rounded to five minutes; nothing where the time of day is not known."""
    now = v.model.form(entries.SETUP_NOW, None)
    if not isinstance(now, int):
        return ""
    end = round((now + plan.seconds / 60) / 5) * 5 % (24 * 60)
    return tr("Klaar rond {hour}.{minute:02d} uur.").format(hour=end // 60, minute=end % 60)


def own_words(plan: Plan) -> str:
    """What the plan has room for and never begins by itself."""
    if plan.weighs:
        return tr("Inchecken: hardop. Wegen kies je zelf.")
    return tr("Inchecken doe je hardop.")
