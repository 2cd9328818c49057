"""What a layout must hold: nothing cut off, covered, unnamed, too small or out of reach. For tests and the gallery."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from tegenwicht.gallery import geometry
from tegenwicht.kit.input import first_focus
from tegenwicht.kit.nodes import Node, Role, find, scrolls_around, walk

LEAST_TARGET_PX = 24


class Shown(NamedTuple):
    """A tree, and what is in it."""

    tree: Node
    placed: list[geometry.Placed]
    controls: list[geometry.Placed]
    lines: list[geometry.Line]


def shown(tree: Node) -> Shown:
    """A tree as the looks below take it."""
    return Shown(tree, geometry.placed(tree), geometry.controls(tree), geometry.lines(tree))


def text_outside(shown: Shown) -> Iterator[str]:
    """Text that sticks out of what shows it."""
    for op, by in shown.lines:
        above = [by.node, *reversed(by.around)]
        moved = False
        for node in above:
            moved = moved or node.role is Role.SCROLL
            if geometry.sticks_out(op.rect, node.rect, sideways_only=moved):
                yield f"{op.text!r} {tuple(op.rect)} sticks out of {node.key} {tuple(node.rect)}"
                break


def text_over_text(shown: Shown) -> Iterator[str]:
    """Text over other text."""
    yield from geometry.overlaps(
        geometry.Area(op.rect, by.clip, by.view, repr(op.text), by.node.key) for op, by in shown.lines
    )


KEYS = {"return": "enter", "space": "spatie", "escape": "esc"}
"""How the signs of some keys are written."""


def control_over_control(shown: Shown) -> Iterator[str]:
    """Controls over each other; one that is a part of another may lie on it."""
    yield from geometry.overlaps(
        geometry.Area(one.node.rect, one.clip, one.view, one.node.key, one.node.key)
        for one in _outermost(shown)
    )


def _outermost(shown: Shown) -> list[geometry.Placed]:
    """The controls that are not a part of another one, as the minus on a number is."""
    parts = {id(node) for one in shown.controls for node in walk(one.node) if node is not one.node}
    return [one for one in shown.controls if id(one.node) not in parts]


def text_over_control(shown: Shown) -> Iterator[str]:
    """Text of others over a control."""
    pressed = shown.controls
    inside = {id(node) for one in pressed for node in walk(one.node)}
    loose = [(op, by) for op, by in shown.lines if id(by.node) not in inside]
    areas = [geometry.Area(op.rect, by.clip, by.view, repr(op.text), "") for op, by in loose]
    areas += [geometry.Area(one.node.rect, one.clip, one.view, one.node.key, "") for one in _outermost(shown)]
    yield from geometry.overlaps(areas)


def out_of_reach(shown: Shown) -> Iterator[str]:
    """Controls that cannot be brought into the window."""
    for one in shown.controls:
        why = geometry.out_of_reach(one)
        if why:
            yield f"{one.node.key} is {why}"


def outside_the_window(shown: Shown) -> Iterator[str]:
    """What stands still and is not wholly in the window."""
    for one in shown.placed:
        if not one.view and geometry.sticks_out(one.node.rect, shown.tree.rect):
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
        said = said.replace("nog niet", "nog niet (0)")  # the same, as one says it
        strong = [op for op, _ in geometry.lines(one.node) if op.weight in ("semibold", "bold")]
        words = [piece.casefold() for op in strong for piece in op.text.removesuffix("-").split()]
        keys = " ".join(KEYS.get(part, part) for key in one.node.shortcuts for part in key.split("+"))
        missing = [
            piece
            for piece in words
            if piece.rstrip(".…") not in said and piece not in "−+" and piece not in keys
        ]
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
        beginning = max(1, min(first.rect.h, view.bottom - first.rect.y))
        seen = first.rect._replace(
            h=beginning if first.rect.h > view.h else first.rect.h
        )  # of what is higher
        if geometry.sticks_out(seen, view):
            yield f"{first.key} {tuple(first.rect)} in {tuple(view)}"


LOOKS: tuple[Callable[[Shown], Iterator[str]], ...] = (
    text_outside, text_over_text, control_over_control, text_over_control, out_of_reach, outside_the_window,
    too_small, without_own_name, word_not_in_name, primaries, first_focus_unseen,
)  # fmt: skip
"""All of them; each yields a sentence for what falls short."""


def shortcomings(tree: Node) -> list[str]:
    """What falls short in one tree."""
    seen = shown(tree)
    return [f"{(look.__doc__ or '').rstrip('.')}: {found}" for look in LOOKS for found in look(seen)]
