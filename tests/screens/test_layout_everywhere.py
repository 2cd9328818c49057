"""Every screen and panel on every size of window and of text: nothing cut off, covered or out of reach."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest

from tegenwicht.gallery import states as screens
from tegenwicht.kit.input import first_focus
from tegenwicht.kit.nodes import FOCUSABLE, Node, Role, find, focusable, scrolls_around, walk
from tests.screens import geometry as g

LEAST_TARGET_PX = 24
COMBINATIONS = [
    *((size, text) for size in screens.SIZES for text in screens.TEXT_SIZES),
    ((1366, 768), 120), ((1280, 1024), 110), ((800, 1280), 130),
]  # fmt: skip
MOVED_THROUGH = (
    "start with sessions", "setup of twelve", "cards, the longest", "settings", "table with the longest card",
    "table drawing from piles", "table with news", "weigh, shown", "people, eleven", "aside", "round",
    "close of the longest",
)  # fmt: skip


class Shown(NamedTuple):
    """A tree, and what is in it."""

    tree: Node
    placed: list[g.Placed]
    controls: list[g.Placed]
    lines: list[g.Line]


Screens = dict[str, Shown]


def shown(tree: Node) -> Shown:
    """A tree as the looks below take it."""
    return Shown(tree, g.placed(tree), g.controls(tree), g.lines(tree))


@pytest.fixture(scope="module", params=COMBINATIONS, ids=lambda c: f"{c[0][0]}x{c[0][1]} at {c[1]} %")
def trees(request: pytest.FixtureRequest) -> Screens:
    size, text = request.param
    built = {name: screens.built(model, size, text)[1] for name, model in screens.all_screens().items()}
    return {name: shown(tree) for name, tree in built.items()}


def problems(trees: Screens, look: Callable[[Shown], Iterator[str]]) -> str:
    return "\n".join(f"{name}: {found}" for name, shown in trees.items() for found in look(shown))


def text_outside(shown: Shown) -> Iterator[str]:
    """Text that sticks out of what shows it."""
    for op, by in shown.lines:
        above = [by.node, *reversed(by.around)]
        moved = False
        for node in above:
            moved = moved or node.role is Role.SCROLL
            if g.sticks_out(op.rect, node.rect, sideways_only=moved):
                yield f"{op.text!r} {tuple(op.rect)} sticks out of {node.key} {tuple(node.rect)}"
                break


def text_over_text(shown: Shown) -> Iterator[str]:
    """Text over other text."""
    yield from g.overlaps(
        g.Area(op.rect, by.clip, by.view, repr(op.text), by.node.key) for op, by in shown.lines
    )


def control_over_control(shown: Shown) -> Iterator[str]:
    """Controls over each other."""
    yield from g.overlaps(
        g.Area(one.node.rect, one.clip, one.view, one.node.key, one.node.key) for one in shown.controls
    )


def text_over_control(shown: Shown) -> Iterator[str]:
    """Text of others over a control."""
    pressed = shown.controls
    inside = {id(node) for one in pressed for node in walk(one.node)}
    loose = [(op, by) for op, by in shown.lines if id(by.node) not in inside]
    areas = [g.Area(op.rect, by.clip, by.view, repr(op.text), "") for op, by in loose]
    areas += [g.Area(one.node.rect, one.clip, one.view, one.node.key, "") for one in pressed]
    yield from g.overlaps(areas)


def out_of_reach(shown: Shown) -> Iterator[str]:
    """Controls that cannot be brought into the window."""
    for one in shown.controls:
        why = g.out_of_reach(one)
        if why:
            yield f"{one.node.key} is {why}"


def outside_the_window(shown: Shown) -> Iterator[str]:
    """What stands still and is not wholly in the window."""
    for one in shown.placed:
        if not one.view and g.sticks_out(one.node.rect, shown.tree.rect):
            yield f"{one.node.key} {tuple(one.node.rect)}"


def too_small(shown: Shown) -> Iterator[str]:
    """Controls that are too small to hit."""
    for one in shown.controls:
        if min(one.node.rect.w, one.node.rect.h) < LEAST_TARGET_PX:
            yield f"{one.node.key} is {one.node.rect.w} by {one.node.rect.h}"


def without_own_name(shown: Shown) -> Iterator[str]:
    """Names that are empty, or of more than one control."""
    names = Counter((one.node.label, one.node.role) for one in shown.controls)
    yield from (f"{count} × {name}" for name, count in names.items() if count > 1 or not name[0].strip())


def word_not_in_name(shown: Shown) -> Iterator[str]:
    """Controls whose words are not in their name."""
    for one in shown.controls:
        said = f"{one.node.label} {one.node.value} {one.node.description}".casefold()
        strong = [op for op, _ in g.lines(one.node) if op.weight in ("semibold", "bold")]
        words = [piece.casefold() for op in strong for piece in op.text.removesuffix("-").split()]
        missing = [piece for piece in words if piece not in said and piece not in "−+"]
        if missing and one.node.role is not Role.TEXT_FIELD:
            yield f"{one.node.key} shows {missing}, is called {said!r}"


def primaries(shown: Shown) -> Iterator[str]:
    """More than one primary button."""
    primary = [one.node.key for one in shown.placed if one.node.primary]
    if len(primary) > 1:
        yield f"{primary}"


def first_focus_unseen(shown: Shown) -> Iterator[str]:
    """A first focus that is not in the window."""
    tree = shown.tree
    first = find(tree, first_focus(tree))
    if first is not None:
        view = tree.rect
        for scroll in scrolls_around(tree, first.key):
            view = view.shared(scroll.rect)
        if g.sticks_out(first.rect, view):
            yield f"{first.key} {tuple(first.rect)} in {tuple(view)}"


# -- the same, held for all screens


def test_text_stays_inside_what_shows_it(trees: Screens) -> None:
    assert not problems(trees, text_outside)


def test_no_text_over_other_text(trees: Screens) -> None:
    assert not problems(trees, text_over_text)


def test_no_control_over_another(trees: Screens) -> None:
    assert not problems(trees, control_over_control)


def test_no_text_of_others_over_a_control(trees: Screens) -> None:
    assert not problems(trees, text_over_control)


def test_every_control_can_be_brought_into_the_window(trees: Screens) -> None:
    assert not problems(trees, out_of_reach)


def test_what_does_not_scroll_is_inside_the_window(trees: Screens) -> None:
    assert not problems(trees, outside_the_window)


def test_every_target_is_large_enough_to_hit(trees: Screens) -> None:
    assert not problems(trees, too_small)


def test_every_control_has_a_name_of_its_own(trees: Screens) -> None:
    assert not problems(trees, without_own_name)


def test_the_word_on_a_control_is_in_its_name(trees: Screens) -> None:
    """So that who speaks to the computer can say what is to be read."""
    assert not problems(trees, word_not_in_name)


def test_one_primary_button_at_the_most(trees: Screens) -> None:
    assert not problems(trees, primaries)


def test_the_focus_begins_on_something_that_can_be_seen(trees: Screens) -> None:
    """Without any scrolling by hand the first focus, mostly the primary button, is in the window."""
    assert not problems(trees, first_focus_unseen)


@pytest.mark.parametrize("name", MOVED_THROUGH)
def test_the_focus_scrolls_into_sight_wherever_it_goes(name: str) -> None:
    """On the smallest window with the largest text, by really moving it."""
    model, tree = screens.built(screens.all_screens()[name], (1024, 640), 200)
    for node in focusable(tree)[::2]:
        _, moved = screens.built(screens.focused(model, node.key), (1024, 640), 200)
        now = find(moved, node.key)
        assert now is not None
        for view in scrolls_around(moved, node.key):
            assert not g.sticks_out(now.rect, view.rect), node.key


def test_a_beamer_in_a_room_is_readable() -> None:
    for name, model in screens.all_screens().items():
        _, tree = screens.built(model, (1920, 1080))
        for op, by in g.lines(tree):
            on_a_card = any(node.label.startswith("Kaart ") for node in by.around)
            least = {"card:title": 56, "card:question": 38}.get(by.node.key, 20) if on_a_card else 20
            assert op.px >= least, (name, op)


def test_every_kind_of_control_is_among_the_screens() -> None:
    """The other tests look at all there is."""
    seen = set()
    for model in screens.all_screens().values():
        seen |= {node.role for node in walk(screens.built(model, (1920, 1080))[1])}
    assert seen >= FOCUSABLE
