"""The four weights, large: to count hands on, or to choose one's own."""

from tegenwicht.game import weighing as g
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets as w
from tegenwicht.kit.command import Command
from tegenwicht.kit.flow import Grid
from tegenwicht.kit.layout import Box, Column, Leaf, Nodes, Padded, Row
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import Do, Put
from tegenwicht.screens.shell.view import View
from tegenwicht.screens.weighing.words import weight_name, weight_word

DIGIT, LARGE_DIGIT, WORD, COUNT, NUDGE = 76, 104, 26, 46, 64


def _four(v: View, boxes: list[Box], label: str, role: Role) -> Box:
    def wrap(rect: Rect, nodes: Nodes) -> Node:
        return Node("weights", role, rect, label, children=tuple(nodes))

    least = 2 * v.t(NUDGE) + v.type.width("99", "bold", v.t(COUNT)) + v.u(60)
    return Padded(Grid(boxes, 4, v.u(18), least), 0, 0, wrap)


# -- one's own weight


def own_weights(v: View, kept: int, large: bool) -> Box:
    """Four buttons; pressing one gives that weight and goes on. ``kept``: what was given before, or 0."""
    return _four(v, [_own(v, weight, kept, large) for weight in g.WEIGHTS], tr("Jouw gewicht"), Role.GROUP)


def _own(v: View, weight: int, kept: int, large: bool) -> Box:
    on, px, small = weight == kept, v.t(LARGE_DIGIT if large else DIGIT), v.t(WORD)
    ground, ink = (v.theme.strong, v.theme.on_strong) if on else (v.theme.paper, v.theme.ink)
    word, high = weight_word(weight), v.type.line_height(px)
    shortcut = keys.MENTION[weight - 1]
    node = Node(
        f"weight:{weight}", Role.TOGGLE, w.NOWHERE, weight_name(weight), action=Do(g.Give(weight)), pressed=on,
        shortcuts=shortcut.names, first=weight == (kept or 1),
    )  # fmt: skip

    def lines(width: int) -> tuple[str, ...]:
        return v.type.lines(word or " ", "medium", small, max(1, width - v.u(16)))

    def height(width: int) -> int:
        return high + v.type.line_height(small) * len(lines(width)) + 2 * v.u(14)

    def place(rect: Rect) -> Nodes:
        top = rect.y + v.u(12)
        digit = Rect(rect.x, top, rect.w, high)
        under = Rect(rect.x + v.u(8), top + high, rect.w - v.u(16), rect.bottom - top - high)
        ops = [
            Fill(rect, ground, v.u(20), max(2, v.u(3)), v.theme.strong if on else v.theme.edge),
            w.middle_line(v, digit, str(weight), "bold", px, ink),
            *(w.line_ops(v, under, lines(rect.w), "medium", small, ink, 0.5) if word else ()),
        ]
        return [node._replace(rect=rect, ops=tuple(ops))]

    return Leaf(height, place)


# -- hands


def hand_counts(v: View, form: str, counts: g.Hands, waits: bool, large: bool) -> Box:
    """A number for each weight, of how many held up that many fingers; the key of the digit counts one more.

    form: where the counts go. waits: nothing was counted yet, so the focus begins here.
    """
    boxes = [_count(v, form, counts, weight, (waits, large)) for weight in g.WEIGHTS]
    return _four(v, boxes, tr("Hoeveel mensen gaven welk gewicht?"), Role.GROUP)


def _count(v: View, form: str, counts: g.Hands, weight: int, look: tuple[bool, bool]) -> Box:
    waits, large = look
    now, label = counts[weight - 1], weight_name(weight)

    def to(value: int) -> Put:
        value = max(0, min(g.MOST_HANDS, value))
        return Put(form, tuple(value if n == weight - 1 else old for n, old in enumerate(counts)))

    word = weight_word(weight)
    head: list[Box] = [
        _seen(v, str(weight), LARGE_DIGIT if large else DIGIT, "bold"),
        _seen(v, word or " ", WORD, "medium"),
    ]
    high = v.t(NUDGE)
    line = Row(
        [
            _nudge(v, f"hands:{weight}:fewer", "−", f"{label}: minder", to(now - 1), now > 0, high),
            _spin(v, weight, now, (to(now - 1), to(now + 1)), high, waits and weight == 1),
            _nudge(v, f"hands:{weight}:more", "+", f"{label}: meer", to(now + 1), now < g.MOST_HANDS, high,
                   keys.MENTION[weight - 1].names),
        ],
        v.u(6),
    )  # fmt: skip

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        edge = v.theme.strong if now else v.theme.edge
        ground = Fill(rect, v.theme.paper, v.u(20), max(2, v.u(3)), edge)
        return Node(f"tile:{weight}", Role.GROUP, rect, ops=(ground,), children=tuple(nodes))

    return Padded(Column([*head, line], v.u(4)), v.u(12), v.u(12), wrap)


def _seen(v: View, words: str, size: float, weight: str) -> Box:
    return w.text(v, words, size, weight, role=Role.GROUP, align=0.5, key=f"seen:{words}", label="")


def _spin(v: View, weight: int, now: int, to: tuple[Put, Put], high: int, first: bool) -> Box:
    node = Node(
        f"hands:{weight}", Role.SPIN, w.NOWHERE, weight_name(weight), str(now), number=(now, 0, g.MOST_HANDS),
        decrease=to[0] if now else None, increase=to[1] if now < g.MOST_HANDS else None, first=first,
    )  # fmt: skip

    def place(rect: Rect) -> Nodes:
        ground = Fill(rect, v.theme.quiet if now else v.theme.paper, v.u(10), max(1, v.u(2)), v.theme.edge)
        ink = v.theme.ink if now else v.theme.muted
        return [
            node._replace(rect=rect, ops=(ground, w.middle_line(v, rect, str(now), "bold", v.t(COUNT), ink)))
        ]

    return Leaf(high, place)


def _nudge(
    v: View, key: str, sign: str, label: str, action: Command | None, able: bool, high: int,
    shortcuts: tuple[str, ...] = (),
) -> Box:  # fmt: skip
    def place(rect: Rect) -> Nodes:
        colour, edge = (v.theme.ink, v.theme.edge) if able else (v.theme.off, v.theme.quiet)
        ops = (
            Fill(rect, v.theme.paper, v.u(10), max(1, v.u(2)), edge),
            w.middle_line(v, rect, sign, "bold", v.t(38), colour),
        )
        return [Node(key, Role.BUTTON, rect, label, action=action, enabled=able, untabbed=True,
                     shortcuts=shortcuts, ops=ops)]  # fmt: skip

    return Leaf(high, place, high)
