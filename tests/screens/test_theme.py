"""Contrast, reckoned from what is really drawn on all screens: no pair of colours is missed.

WCAG 2.2: text 4.5:1 (1.4.3); edges of controls, the focus and what carries meaning 3:1 (1.4.11). Controls
that cannot be used now need not, but here they do too.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

import pytest

from tegenwicht.gallery import geometry as g
from tegenwicht.gallery import states as screens
from tegenwicht.game.cards import CLUSTERS
from tegenwicht.kit.nodes import FOCUSABLE, Node
from tegenwicht.kit.ops import Balance, Colour, Drawing, Fill, Icon, Loop, Picture, Ring, Still, Turned, Words
from tegenwicht.kit.ops import Laid as Flat
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.shell.theme import theme_named

TEXT, SHAPES = 4.5, 3.0
THEMES = ("light", "dark", "contrast")
WINDOWS = (((1920, 1080), 100), ((1024, 640), 200))


def luminance(colour: Colour) -> float:
    """Relative luminance as WCAG 2.2 reckons it, 0.0 to 1.0."""
    parts = [c / 255 / 12.92 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: Colour, other: Colour) -> float:
    """From 1.0 for the same colour to 21.0 for black on white."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


class Laid(NamedTuple):
    """A fill, the scrolling view it moves with ("" for none), and the part of the window it may draw in."""

    fill: Fill
    view: str
    clip: Rect

    def covers(self, x: int, y: int, view: str) -> bool:
        return self.fill.rect.holds(x, y) and (self.view == view or self.clip.holds(x, y))

    def at(self, x: int, y: int) -> Colour:
        fill = self.fill
        inside = fill.rect.inset(fill.border)
        return fill.colour if not fill.border or inside.holds(x, y) else fill.border_colour


class Drawn(NamedTuple):
    """An op of a node, and the fills that were drawn before it; the first covers the window."""

    op: object
    by: g.Placed
    below: list[Laid]

    @property
    def node(self) -> Node:
        return self.by.node

    def ground(self, x: int, y: int) -> Colour:
        """The colour that was at a pixel before this was drawn."""
        over = (laid for laid in reversed(self.below) if laid.covers(x, y, self.by.view))
        return next(over, self.below[0]).at(x, y)

    @property
    def under(self) -> Colour:
        rect: Rect = self.op[0]  # type: ignore[index]
        seen = rect.shared(self.by.clip)  # of a line that is half out of sight, the half that is seen
        return self.ground(*(seen if seen.w and seen.h else rect).centre)

    @property
    def in_sight(self) -> bool:
        """Whether the whole node is; of what is scrolled away nothing can be told."""
        return self.node.rect.shared(self.by.clip) == self.node.rect

    @property
    def beside(self) -> Colour:
        """What is just left of the whole node."""
        x, y, _, h = self.node.rect
        return self.ground(x - 2, y + h // 2)


def drawn(tree: Node) -> Iterator[Drawn]:
    """All ops in reach, in the order in which they are drawn."""
    below: list[Laid] = []
    for one in g.placed(tree):
        for op in one.node.ops:
            yield Drawn(op, one, below)
            if isinstance(op, Fill) and op.veil == 1:
                below.append(Laid(op, one.view, one.clip))
            elif isinstance(op, Drawing) and op.ground is not None:
                below.append(Laid(Fill(op.rect, op.ground), one.view, one.clip))


class Pair(NamedTuple):
    """Two colours that must differ enough: ``rule`` says for what."""

    rule: str
    fore: Colour
    ground: Colour

    @property
    def least(self) -> float:
        return TEXT if self.rule == "text" else SHAPES


def pairs(one: Drawn, focus: tuple[Colour, Colour]) -> Iterator[Pair]:
    """Every pair of colours that an op makes with what is behind and beside it."""
    op, node = one.op, one.node
    if isinstance(op, Words):
        yield Pair("text", op.colour, one.under)
    elif isinstance(op, Icon):
        yield Pair("icon", op.colour, one.under)
    elif isinstance(op, Ring):
        yield from (Pair("ring", op.colour, one.under), Pair("ring", op.colour, op.track))
    elif isinstance(op, Loop):
        yield Pair("ring", op.colour, one.under)
    elif isinstance(op, Balance):
        yield from (Pair("balance", colour, one.under) for colour in {op.colour, *op.left, *op.right})
    elif isinstance(op, Fill) and _tells(op, node):
        yield Pair("chip", op.border_colour if op.border else op.colour, one.under)
    if node.role in FOCUSABLE and op is node.ops[0] and one.in_sight:
        yield Pair("focus", *_clearest(focus, one.beside))
        if node.enabled:
            yield Pair("edge", *_clearest(_faces(node), one.beside))


def _tells(fill: Fill, node: Node) -> bool:
    """Whether a fill says something by itself: a chip of the tally, a bar of the spread."""
    chip = node.key.startswith("tally:") and fill.border > 0
    return chip or (node.key.startswith(("spread:", "dot:")) and fill.rect.w > 0)


def _faces(node: Node) -> list[Colour]:
    """What a control shows to the outside: its ground or its edge; of cards that lie, those on top too."""
    if isinstance(node.ops[0], Fill):
        whole = [op for op in node.ops if isinstance(op, Fill) and op.rect.w == node.ops[0].rect.w]
        return [colour for op in whole for colour in _face(op)]
    return [colour for op in node.ops for colour in _face(op)]


def _face(op: object) -> list[Colour]:
    """The colours with which a thing that is drawn stands out from what is around it."""
    match op:
        case Fill():
            return [op.colour, *([op.border_colour] if op.border else [])]
        case Drawing(ground=ground) if ground is not None:
            return [ground]
        case Drawing(body=body):  # its lines and fills
            return [_hex(one) for one in re.findall(r'"#([0-9a-fA-F]{6})"', body)]
        case Still(ops=ops) | Turned(ops=ops):
            return _face(ops[0])
        case Icon(colour=colour) | Picture(colour=colour):
            return [colour]
        case Flat(ops=ops):
            return _face(ops[0])
        case Words(colour=colour):  # nothing but its words, on the paper they stand on
            return [colour]
    return []


def _hex(digits: str) -> Colour:
    """A colour as SVG writes it."""
    return (int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16))


def _clearest(colours: Iterable[Colour], ground: Colour) -> tuple[Colour, Colour]:
    return max(colours, key=lambda colour: contrast(colour, ground)), ground


Seen = dict[Pair, str]


@pytest.fixture(scope="module", params=THEMES)
def seen(request: pytest.FixtureRequest) -> Seen:
    """Every pair of colours of a theme, and a place where it is seen."""
    theme = theme_named(request.param)
    found: Seen = {}
    for size, text in WINDOWS:
        for name, model in screens.all_screens().items():
            for one in drawn(screens.built(model, size, text, request.param)[1]):
                for pair in pairs(one, (theme.focus, theme.halo)):
                    found.setdefault(pair, f"{name}, {one.node.key}")
    return found


@pytest.mark.parametrize("rule", ["text", "icon", "ring", "balance", "chip", "edge", "focus"])
def test_everything_that_is_drawn_can_be_told_from_what_is_around_it(seen: Seen, rule: str) -> None:
    chosen = {pair: where for pair, where in seen.items() if pair.rule == rule}
    assert chosen
    faint = {
        f"{where}: {pair.fore} on {pair.ground} is {contrast(pair.fore, pair.ground):.2f}"
        for pair, where in chosen.items()
        if contrast(pair.fore, pair.ground) < pair.least
    }
    assert not faint


@pytest.mark.parametrize("name", THEMES)
def test_the_two_rings_of_the_focus_can_be_told_apart(name: str) -> None:
    theme = theme_named(name)
    assert contrast(theme.focus, theme.halo) >= SHAPES


@pytest.mark.parametrize("name", ["light", "dark"])
def test_no_two_clusters_have_the_same_colour(name: str) -> None:
    """In high contrast they do: icon and word tell them apart there, as they do everywhere."""
    fills = [theme_named(name).clusters[cluster].fill for cluster in CLUSTERS]
    assert all(one != other for one, other in combinations(fills, 2))


def test_contrast_is_reckoned_as_wcag_does() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)
