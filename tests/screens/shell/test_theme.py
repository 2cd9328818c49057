"""Contrast, reckoned from what is really drawn on all screens: no pair of colours is missed.

WCAG 2.2: text 4.5:1 (1.4.3); edges of controls, the focus and what carries meaning 3:1 (1.4.11). Controls
that cannot be used now need not, but here they do too.
"""

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

import pytest

from tegenwicht.gallery import geometry
from tegenwicht.gallery import states as screens
from tegenwicht.game.cards import CLUSTERS
from tegenwicht.kit.nodes import FOCUSABLE, Node
from tegenwicht.kit.ops import Colour, Fill, Icon, Loop, Ring, Words
from tegenwicht.screens.shell.theme import theme_named
from tests.screens.colours import Painting, contrast

TEXT, SHAPES = 4.5, 3.0
THEMES = ("light", "dark", "contrast")
WINDOWS = (((1920, 1080), 100), ((1024, 640), 200), ((1024, 2400), 200))
"""The last is so high that next to nothing has to be scrolled into sight."""


class Pair(NamedTuple):
    """Two colours that must differ enough: ``rule`` says for what."""

    rule: str
    fore: Colour
    ground: Colour

    @property
    def least(self) -> float:
        return TEXT if self.rule == "text" else SHAPES


def pairs(op: object, node: Node, under: list[Colour]) -> Iterator[Pair]:
    """Every pair of colours that an op makes with what is behind it."""
    for ground in under:
        if isinstance(op, Words):
            yield Pair("text", op.colour, ground)
        elif isinstance(op, Icon):
            yield Pair("icon", op.colour, ground)
        elif isinstance(op, Ring):
            yield from (Pair("ring", op.colour, ground), Pair("ring", op.colour, op.track))
        elif isinstance(op, Loop):
            yield Pair("ring", op.colour, ground)
        elif isinstance(op, Fill) and _tells(op, node):
            yield Pair("chip", op.border_colour if op.border else op.colour, ground)


def _tells(fill: Fill, node: Node) -> bool:
    """Whether a fill says something by itself: a chip of the tally, a bar of the spread."""
    chip = node.key.startswith("tally:") and fill.border > 0
    return chip or (node.key.startswith(("spread:", "dot:")) and fill.rect.w > 0)


def edges(painting: Painting, one: geometry.Placed, focus: tuple[Colour, Colour]) -> Iterator[Pair]:
    """A control and the focus, each with what is around it; of what is scrolled away nothing can be told."""
    node = one.node
    if node.role not in FOCUSABLE or node.rect.shared(one.clip).shared(painting.whole) != node.rect:
        return
    for ground in painting.around(node.rect):
        yield Pair("focus", max(focus, key=lambda colour: contrast(colour, ground)), ground)
    edge = painting.edge(node.rect)
    if node.enabled and edge is not None:
        yield Pair("edge", *edge)


def all_pairs(tree: Node, focus: tuple[Colour, Colour]) -> Iterator[tuple[Pair, Node]]:
    """Every pair of colours on a screen, and the node where it is."""
    painting, number = Painting(tree), -1
    for number, (drawn, one) in enumerate(painting.steps()):
        yield from (
            (pair, by.node) for by in painting.last_of[number - 1] for pair in edges(painting, by, focus)
        )
        if one is not None:
            found = pairs(drawn.op, one.node, painting.behind_op(drawn.op, drawn.clip))
            yield from ((pair, one.node) for pair in found)
    yield from ((pair, by.node) for by in painting.last_of[number] for pair in edges(painting, by, focus))


Seen = dict[Pair, str]


@pytest.fixture(scope="module", params=THEMES)
def seen(request: pytest.FixtureRequest) -> Seen:
    """Every pair of colours of a theme, and a place where it is seen."""
    theme = theme_named(request.param)
    found: Seen = {}
    for size, text in WINDOWS:
        for name, model in screens.all_screens().items():
            tree = screens.built(model, size, text, request.param)[1]
            for pair, node in all_pairs(tree, (theme.focus, theme.halo)):
                found.setdefault(pair, f"{name} at {size[0]}x{size[1]}, {node.key}")
    return found


@pytest.mark.parametrize("rule", ["text", "icon", "ring", "chip", "edge", "focus"])
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
