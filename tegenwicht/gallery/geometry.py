"""Looks at a tree the way the layout tests need it: every node with what is around it."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from tegenwicht.kit.nodes import FOCUSABLE, Node, Role
from tegenwicht.kit.ops import Words
from tegenwicht.kit.rect import Rect


class Placed(NamedTuple):
    """A node in reach, the nodes around it (outermost first) and the part of the window it may use."""

    node: Node
    around: tuple[Node, ...]
    clip: Rect

    @property
    def scrolls(self) -> tuple[Node, ...]:
        """The scrolling views it is in, outermost first."""
        return tuple(one for one in self.around if one.role is Role.SCROLL)

    @property
    def view(self) -> str:
        """The scrolling view it moves with; "" for what stands still."""
        return self.scrolls[-1].key if self.scrolls else ""


def placed(tree: Node) -> list[Placed]:
    """Every node in reach, in reading order."""
    return list(_placed(tree, (), tree.rect))


def _placed(node: Node, around: tuple[Node, ...], clip: Rect) -> Iterator[Placed]:
    if node.inert:
        return
    yield Placed(node, around, clip)
    inside = clip.shared(node.rect) if node.role is Role.SCROLL else clip
    for child in node.children:
        yield from _placed(child, (*around, node), inside)


def controls(tree: Node) -> list[Placed]:
    """What the pointer can press, enabled or not. A card has the focus to be read, and nothing to press."""
    pressed = FOCUSABLE - {Role.ARTICLE}
    return [one for one in placed(tree) if one.node.role in pressed]


class Line(NamedTuple):
    """A line of text with the node that shows it."""

    op: Words
    by: Placed


def lines(tree: Node) -> list[Line]:
    """Every line of text in reach."""
    return [Line(op, one) for one in placed(tree) for op in one.node.ops if isinstance(op, Words) and op.text]


def sticks_out(inner: Rect, outer: Rect, sideways_only: bool = False) -> bool:
    """Whether some of ``inner`` is outside ``outer``."""
    sideways = inner.x < outer.x or inner.right > outer.right
    return sideways or (not sideways_only and (inner.y < outer.y or inner.bottom > outer.bottom))


class Area(NamedTuple):
    """A rectangle that others should leave alone, and whose it is."""

    rect: Rect
    clip: Rect
    view: str
    name: str
    key: str


def overlaps(areas: Iterable[Area]) -> list[str]:
    """Which areas share pixels: those that scroll together anywhere, others where they can be seen."""
    found = []
    ordered = sorted(areas, key=lambda area: area.rect.y)
    for at, one in enumerate(ordered):
        for other in ordered[at + 1 :]:
            if other.rect.y >= one.rect.bottom:
                break
            if one.rect.meets(other.rect) and _both_seen(one, other):
                found.append(f"{one.name} over {other.name}: {tuple(one.rect)} {tuple(other.rect)}")
    return found


def _both_seen(one: Area, other: Area) -> bool:
    if one.view == other.view:
        return True
    shared = one.rect.shared(one.clip).shared(other.rect.shared(other.clip))
    return bool(shared.w and shared.h)


def out_of_reach(one: Placed) -> str:
    """Why a node cannot be brought into the window as a whole; empty when it can."""
    chain = [*one.scrolls, one.node]
    if sticks_out(chain[0].rect, one.around[0].rect):
        return "outside the window"
    for view, inside in pairwise(chain):
        assert view.scrolled is not None
        top = inside.rect.y - view.rect.y + view.scrolled.offset
        if inside.rect.h > view.rect.h:
            return f"higher ({inside.rect.h}) than its view ({view.rect.h})"
        if top < 0 or top + inside.rect.h > view.scrolled.content:
            return "outside what can be scrolled to"
        if sticks_out(inside.rect, view.rect, sideways_only=True):
            return "beside its view"
    return ""
