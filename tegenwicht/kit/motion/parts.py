"""Parts of a window: what some nodes cover, and rectangles apart from each other. Pure lookups."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from tegenwicht.kit.nodes import Node, walk
from tegenwicht.kit.ops import Drawing, Focus, Laid
from tegenwicht.kit.paint import Drawn, flatten
from tegenwicht.kit.rect import Rect


class Unseen:
    """What is left out of a window: whole nodes, and of some only what lies on top of them, by their keys.

    rings: those of the focus, around one of them.
    """

    def __init__(self) -> None:
        self.nodes: set[str] = set()
        self.tops: set[str] = set()
        self.rings: list[Drawn] = []

    def places(self, tree: Node, whole: Rect) -> list[Rect]:
        """What all that covers, with its shadows."""
        return apart([one.seen.shared(whole) for one in (*self._drawn(tree, whole), *self.rings)])

    def without(self, tree: Node) -> Node:
        """The tree without it, and without what is below it."""
        kept = tuple(self.without(child) for child in tree.children if child.key not in self.nodes)
        if tree.key in self.tops:
            top = _with_shadow(tree)
            tree = tree._replace(ops=tuple(op for op in tree.ops if not any(op is one for one in top)))
        return tree._replace(children=kept)

    def hidden(self, tree: Node) -> Counter[Drawn]:
        """What of the tree is not drawn."""
        hidden = Counter(flatten(tree))
        hidden.subtract(flatten(self.without(tree)))
        hidden.update(self.rings)
        return hidden

    def _drawn(self, tree: Node, whole: Rect) -> Iterator[Drawn]:
        for node in walk(tree):
            if node.key in self.nodes:
                yield from flatten(_alone(node, whole))
            elif node.key in self.tops:
                yield from flatten(_alone(node._replace(ops=_with_shadow(node), children=()), whole))


def over(tree: Node, drawn: list[Drawn], hidden: Counter[Drawn], key: str) -> list[Drawn]:
    """What is drawn over a node, but for what is hidden."""
    below = {one for node in walk(tree) if node.key == key for one in flatten(_alone(node, tree.rect))}
    last = max((number for number, one in enumerate(drawn) if one in below), default=len(drawn))
    return [one for one in drawn[last + 1 :] if hidden[one] <= 0]


def is_ring_of(node: Node, drawn: Drawn) -> bool:
    """Whether it is the ring of the focus around a node."""
    return isinstance(drawn.op, Focus) and drawn.op.rect.around(node.rect) == drawn.op.rect


def all_ops(node: Node) -> list[Any]:
    """What a node and all below it show."""
    return [*node.ops, *(op for child in node.children for op in all_ops(child))]


def _alone(node: Node, whole: Rect) -> Node:
    return Node("", node.role, whole, children=(node,))


def top_of(node: Node) -> Laid | None:
    """The last thing that lies on a node, as the top card of a pile."""
    return next((op for op in reversed(node.ops) if isinstance(op, Laid)), None)


def _with_shadow(node: Node) -> tuple[Any, ...]:
    """What lies on top of a node, and the drawing around it just below: its shadow."""
    top = top_of(node)
    if top is None:
        return ()
    at = next(number for number, op in enumerate(node.ops) if op is top)
    below: Any = node.ops[at - 1] if at else None
    shadow = isinstance(below, Drawing) and below.rect.around(top.rect) == below.rect
    return (below, top) if shadow else (top,)


def lying_on(node: Node) -> Node:
    """What lies on top of a node, alone; the node itself when nothing does."""
    top = top_of(node)
    return node if top is None else node._replace(rect=top.rect, ops=(top,), children=())


def new_on(now: Node, was: Node) -> Node | None:
    """What was laid on a node: the ops of the one thing that it has more of than it had; None for nothing.

    An op and those after it that are inside its rectangle are one thing: a stone and the sign on it. The first op is
    the node itself, be it a pixel larger where it hangs now.
    """
    more = Counter(map(_look, now.ops))
    more.subtract(map(_look, was.ops))
    dx, dy = now.rect.x - was.rect.x, now.rect.y - was.rect.y
    stayed = {(_look(op), op.rect.x + dx, op.rect.y + dy) for op in map(_any, was.ops)}
    itself = int(_as_large(now, was))
    found = [n for n, op in enumerate(map(_any, now.ops)) if n >= itself and more[_look(op)] > 0]
    moved = [n for n in found if not _stayed(now.ops[n], stayed)] or found
    if not moved:
        return None
    first: Any = now.ops[moved[-1]]
    for number in reversed(moved):  # the sign is inside of what it stands on
        op: Any = now.ops[number]
        if op.rect.around(first.rect) == op.rect:
            first = op
    at = now.ops.index(first)
    parts = [first]
    for op in map(_any, now.ops[at + 1 :]):
        if op.rect.around(first.rect) != first.rect:
            break
        parts.append(op)
    return now._replace(rect=first.rect, ops=tuple(parts), children=())


def _as_large(now: Node, was: Node) -> bool:
    """Whether the first op of both is the same thing, but for how its edges fall on pixels."""
    if not now.ops or not was.ops or type(now.ops[0]) is not type(was.ops[0]):
        return False
    one, other = now.ops[0].rect, was.ops[0].rect
    return max(abs(one.w - other.w), abs(one.h - other.h)) <= 1


def things_on(node: Node) -> list[Node]:
    """What lies on a node, from below up: all its ops but the first, which it is itself, a thing and its sign together."""
    things: list[Node] = []
    for op in map(_any, node.ops[1:]):
        if things and op.rect.around(things[-1].rect) == things[-1].rect:
            things[-1] = things[-1]._replace(ops=(*things[-1].ops, op))
        else:
            things.append(node._replace(rect=op.rect, ops=(op,), children=()))
    return things


def settled(now: Node, was: Node) -> list[tuple[Node, Rect]]:
    """What lies on a node otherwise than it did: each thing, and its rectangle before, if the node had hung as now.

    Things that look the same are the same, the first of them the first.
    """
    dx, dy = now.rect.x - was.rect.x, now.rect.y - was.rect.y
    before: dict[Any, list[Rect]] = {}
    for thing in things_on(was):
        rect = thing.rect._replace(x=thing.rect.x + dx, y=thing.rect.y + dy)
        before.setdefault(_without_place(thing), []).append(rect)
    found = []
    for thing in things_on(now):
        places = before.get(_without_place(thing), [])
        rect = places.pop(0) if places else thing.rect
        if max(abs(a - b) for a, b in zip(rect, thing.rect, strict=True)) > 1:
            found.append((thing, rect))
    return found


def _without_place(thing: Node) -> Any:
    """What a thing shows, wherever it is and however large."""
    return tuple((type(op), *op[1:]) for op in map(_any, thing.ops))


def _any(op: object) -> Any:
    return op


def _stayed(op: Any, stayed: set[tuple[Any, int, int]]) -> bool:
    return any(
        (_look(op), op.rect.x + dx, op.rect.y + dy) in stayed for dx in (-1, 0, 1) for dy in (-1, 0, 1)
    )


def _look(op: Any) -> Any:
    """What an op shows, wherever it is."""
    return (type(op), op.rect.w, op.rect.h, *op[1:])


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


def outside_all(parts: list[Rect], holes: list[Rect]) -> list[Rect]:
    """What of the parts is in none of the holes."""
    for hole in holes:
        parts = [left for part in parts for left in outside(part, hole)]
    return parts


def apart(parts: Iterable[Rect]) -> list[Rect]:
    """Rectangles that cover the same, and nothing twice: of what meets, what the larger covers already is cut off."""
    found: list[Rect] = []
    for part in sorted(parts, key=lambda rect: -rect.w * rect.h):
        pieces = [part] if part.w and part.h else []
        for other in found:
            pieces = [left for piece in pieces for left in outside(piece, other)]
        found += pieces
    return found
