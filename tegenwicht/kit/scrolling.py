"""Views that scroll: where the bar's thumb is, and where dragging, wheel and keys bring them. Pure arithmetic."""

from collections.abc import Iterable, Mapping

from tegenwicht.kit.nodes import Node, Role, Scrolled, walk
from tegenwicht.kit.rect import Rect

LEAST_BAR = 24
"""Pixels: how wide the strip at the right is, in which the bar can be taken."""


def thumb_top(rect: Rect, scrolled: Scrolled) -> int:
    """Where the thumb of a view begins, from the top of the window."""
    room = max(1, scrolled.content - rect.h)
    return rect.y + (rect.h - scrolled.thumb) * scrolled.offset // room


def within(node: Node, offset: float) -> int:
    """The offset, no further than the view goes."""
    assert node.scrolled is not None
    return max(0, min(round(offset), node.scrolled.content - node.rect.h))


def offset_for_thumb(node: Node, top: float) -> int:
    """The offset at which the view's thumb begins at ``top``."""
    assert node.scrolled is not None
    way = max(1, node.rect.h - node.scrolled.thumb)
    return within(node, (top - node.rect.y) * (node.scrolled.content - node.rect.h) / way)


def on_bar(node: Node, x: int, y: int) -> bool:
    """Whether a pixel is on the view's bar, or so near that a finger means it."""
    if node.scrolled is None or not node.scrolled.bar or not node.rect.holds(x, y):
        return False
    return x >= node.rect.right - max(LEAST_BAR, node.scrolled.bar)


def view_at(tree: Node, x: int, y: int) -> Node | None:
    """The innermost view that scrolls under a pixel."""
    views = [node for node in walk(tree) if node.role is Role.SCROLL and node.rect.holds(x, y)]
    return next((node for node in reversed(views) if node.scrolled is not None), None)


def parts_gone(nodes: Iterable[Node]) -> dict[str, float]:
    """How far the views were scrolled, by key, from 0.0 to 1.0; of the first one also by ""."""
    found = {
        view.key: view.scrolled.offset / max(1, view.scrolled.content - view.rect.h)
        for one in nodes
        for view in walk(one)
        if view.scrolled is not None
    }
    return {"": next(iter(found.values())), **found} if found else {}


def offsets_at(tree: Node, parts: Mapping[str, float]) -> dict[str, int]:
    """The offsets at which the views of another window are as far; those that only it has follow the first one."""
    return {
        view.key: round(parts.get(view.key, parts.get("", 0.0)) * (view.scrolled.content - view.rect.h))
        for view in walk(tree)
        if view.scrolled is not None
    }
