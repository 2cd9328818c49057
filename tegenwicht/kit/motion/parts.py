"""Parts of a window: what some nodes cover, and rectangles apart from each other. Pure lookups."""

from functools import reduce

from tegenwicht.kit.nodes import Node
from tegenwicht.kit.paint import flatten
from tegenwicht.kit.rect import Rect


def places(tree: Node, keys: set[str], whole: Rect) -> list[Rect]:
    """What the nodes cover, with their shadows."""
    found: list[Rect] = []

    def look(node: Node) -> None:
        if node.key in keys:
            found.extend(drawn.seen for drawn in flatten(Node("", node.role, whole, children=(node,))))
            return
        for child in node.children:
            look(child)

    look(tree)
    return apart([rect.shared(whole) for rect in found])


def without(tree: Node, keys: set[str]) -> Node:
    """The tree without those nodes and what is below them."""
    kept = tuple(without(child, keys) for child in tree.children if child.key not in keys)
    return tree._replace(children=kept)


def outside(part: Rect, hole: Rect) -> list[Rect]:
    """What of a part is not in the hole, as rectangles apart from each other."""
    both = part.shared(hole)
    if not both.w or not both.h:
        return [part]
    sides = (
        Rect(part.x, part.y, part.w, both.y - part.y),
        Rect(part.x, both.bottom, part.w, part.bottom - both.bottom),
        Rect(part.x, both.y, both.x - part.x, both.h),
        Rect(both.right, both.y, part.right - both.right, both.h),
    )
    return [side for side in sides if side.w and side.h]


def apart(parts: list[Rect]) -> list[Rect]:
    """Rectangles that cover the same, apart from each other."""
    found: list[Rect] = []
    for part in parts:
        joined = part
        while meeting := [other for other in found if other.meets(joined)]:
            found = [other for other in found if other not in meeting]
            joined = reduce(Rect.around, meeting, joined)
        if joined.w and joined.h:
            found.append(joined)
    return found
