"""The six piles: how many cards each has left, and drawing from one where that is the way to draw."""

from collections import Counter
from typing import NamedTuple

from tegenwicht.game import tegenwicht as t
from tegenwicht.game.cards import CLUSTERS, Cluster, Family
from tegenwicht.game.drawing import Drawing
from tegenwicht.game.state import Session
from tegenwicht.i18n import several, tr
from tegenwicht.kit import widgets as w
from tegenwicht.kit.buttons import button
from tegenwicht.kit.flow import Grid
from tegenwicht.kit.layout import Box, Column, Leaf, Nodes
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill, Words
from tegenwicht.kit.rect import Rect
from tegenwicht.kit.theme import mixed
from tegenwicht.screens.parts.clusters import disc_ops
from tegenwicht.screens.parts.names import cluster_name
from tegenwicht.screens.shell.commands import Do
from tegenwicht.screens.shell.model import Playing
from tegenwicht.screens.shell.view import View

GAP, NAME, MARK, DEEP, SIDE, ABOVE, BETWEEN = 16, 22, 48, 7, 12, 10, 6


def least_width(v: View, whole_names: bool = True) -> int:
    """How wide a pile is, in pixels, when every name is on one line, or else every word of it."""
    names = [cluster_name(one) for one in CLUSTERS]
    parts = names if whole_names else [word for name in names for word in name.split()]
    longest = max(v.type.width(part, "semibold", v.t(NAME)) for part in parts)
    return longest + 2 * v.u(SIDE) + v.u(DEEP) + 2


def piles(v: View, playing: Playing, across: int, room: int = 0) -> Box:
    """All piles, at most ``across`` on a row; when that is one, together at least ``room`` pixels high."""
    label = w.text(v, tr("Stapels"), w.SMALL, "semibold", v.theme.muted)
    again, wide = _again(v, playing), max(v.t(222 if v.roomy else 200), least_width(v))
    taken = sum(box.height(wide) + v.u(10) for box in (label, *again))
    high = (room - taken - 5 * v.u(GAP)) // 6 if room else 0
    counts: Counter[Family] = Counter()
    session: Session = playing.timeline.session
    for number in t.table(session).left:
        counts[session.cards[number].family] += 1
    boxes = [_pile(v, playing, cluster, counts[cluster], high) for cluster in CLUSTERS]
    grid = Grid(boxes, across, v.u(GAP if across == 1 else 10), least_width(v, False))
    return Column([label, *again, grid], v.u(10))


def _again(v: View, playing: Playing) -> list[Box]:
    """Shuffling again beside the last card; without a card on the table that is the main button."""
    if t.Reshuffle() not in playing.legal or not t.card_on_table(playing.timeline.session):
        return []
    return [button(v, "piles:again", tr("Opnieuw schudden"), Do(t.Reshuffle()), size=22, pad=14, fill=True)]


def _pile(v: View, playing: Playing, cluster: Cluster, left: int, at_least: int) -> Box:
    session: Session = playing.timeline.session
    name, action = cluster_name(cluster), t.DrawFrom(cluster)
    plays = any(session.cards[number].cluster is cluster for number in session.order)
    none = tr("leeg") if plays else tr("doet niet mee")
    able = action in playing.legal
    by_pile = t.drawing_now(session) is Drawing.PILE
    node = Node(
        f"pile:{cluster}", Role.BUTTON if by_pile else Role.GROUP, w.NOWHERE,
        tr("Stapel {cluster}").format(cluster=name),
        several("{n} kaart", "{n} kaarten", left) if left else none,
        action=Do(action) if able else None, enabled=able or not by_pile,
    )  # fmt: skip
    face, deep = _Face(v, cluster, str(left) if left else none, left > 0), v.u(DEEP)

    def place(rect: Rect) -> Nodes:
        top = Rect(rect.x, rect.y, rect.w - deep, rect.h - deep)
        return [node._replace(rect=rect, ops=face.ops(top))]

    return Leaf(lambda width: max(at_least, face.height(width - deep) + deep), place)


class _Face(NamedTuple):
    """What is on a pile: its icon, how many cards (or why there are none) and its name."""

    v: View
    cluster: Cluster
    words: str
    full: bool

    def _lines(self, width: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """(why there are none, the name) in lines, on a pile ``width`` pixels wide."""
        v, room = self.v, max(1, width - 2 * self.v.u(SIDE))
        beside = max(1, room - v.t(MARK) - v.u(8))
        why = () if self.full else v.type.lines(self.words, "regular", v.t(w.LEAST), beside)
        return why, v.type.lines(cluster_name(self.cluster), "semibold", v.t(NAME), room)

    def _heights(self, width: int) -> tuple[int, int]:
        """Of the upper line with the icon, and of the name."""
        v = self.v
        why, name = self._lines(width)
        upper = max(v.t(MARK), v.type.line_height(v.t(w.LEAST)) * len(why))
        return upper, v.type.line_height(v.t(NAME)) * len(name)

    def height(self, width: int) -> int:
        return sum(self._heights(width)) + 2 * self.v.u(ABOVE) + self.v.u(BETWEEN)

    def ops(self, top: Rect) -> tuple[object, ...]:
        """All of it halfway down the pile."""
        v, mark = self.v, self.v.t(MARK)
        (high, low), (why, name) = self._heights(top.w), self._lines(top.w)
        side, gap = v.u(SIDE), v.u(BETWEEN)
        line = Rect(top.x + side, top.y + (top.h - high - low - gap) // 2, top.w - 2 * side, high)
        icon = Rect(line.x, line.y + (high - mark) // 2, mark, mark)
        beside = Rect(icon.right + v.u(8), line.y, line.right - icon.right - v.u(8), high)
        ink = v.theme.clusters[self.cluster].on_fill if self.full else v.theme.muted
        named = Rect(line.x, line.bottom + gap, line.w, low)
        return (
            *self._ground(top),
            *disc_ops(v, self.cluster, icon, self.full),
            *(self._count(beside) if self.full else self._why(beside, why)),
            *w.line_ops(v, named, name, "semibold", v.t(NAME), ink),
        )

    def _ground(self, top: Rect) -> tuple[Fill, ...]:
        """A card on top and the edge of those below it; or only an outline."""
        v, deep = self.v, self.v.u(DEEP)
        if not self.full:
            return (Fill(top, v.theme.ground, v.u(16), max(1, v.u(2)), v.theme.edge),)
        colour = v.theme.clusters[self.cluster].fill
        under = Rect(top.x + deep, top.y + deep, top.w, top.h)
        return (
            Fill(under, mixed(colour, v.theme.ground, 0.45), v.u(16)),
            Fill(top, colour, v.u(16), max(1, v.u(2)), v.theme.ground),
        )

    def _count(self, beside: Rect) -> tuple[Words, ...]:
        v = self.v
        return (
            w.middle_line(
                v, beside, self.words, "bold", v.t(34), v.theme.clusters[self.cluster].on_fill, 1.0
            ),
        )

    def _why(self, beside: Rect, lines: tuple[str, ...]) -> list[Words]:
        v, px = self.v, self.v.t(w.LEAST)
        block = v.type.line_height(px) * len(lines)
        at = beside._replace(y=beside.y + (beside.h - block) // 2, h=block)
        return w.line_ops(v, at, lines, "regular", px, v.theme.muted)
