"""What a screen reader says by itself: sent a moment after whatever else changed.

Sent in one update with something else (another focus, another name), the words are cut off by the name of what
has the focus: seven of ten, with Orca 48. Sent 80 ms later, all are heard. So the rest goes first, with the
words as they were, and the new words follow by a deadline of the loop; when nothing else changed, at once.
"""

from collections.abc import Iterator

from tegenwicht.kit.access_tree import EVERYWHERE, Caret
from tegenwicht.kit.nodes import Node, Role, walk

LATER_SECONDS = 0.08
LATEST_SECONDS = 0.4
"""After so long they are said anyway, however much else goes on changing."""

Words = tuple[str, str]
Shown = tuple[Node, str, Caret]
"""A tree, the key of what has the focus, and the caret."""


class Announcing:
    """Keeps words back until the rest of an update has been sent. Times are of one clock, in seconds."""

    def __init__(self) -> None:
        self.due: float | None = None
        self._sent: Shown | None = None
        self._since = 0.0

    def sent_all(self, shown: Shown) -> None:
        """All of this was sent, its words too."""
        self._sent, self.due = shown, None

    def next(self, shown: Shown, now: float) -> Shown | None:
        """What is to be sent of this at this moment; None when that is nothing (new)."""
        if self._sent is None or not any(True for _ in _news(shown[0], self._sent[0])):
            new = shown if shown != self._sent else None
            self.sent_all(shown)
            return new
        rest = _with_words_of(self._sent[0], shown[0]), *shown[1:]
        if rest == self._sent and (self.due is None or now >= self.due):
            self.sent_all(shown)
            return shown
        if rest != self._sent:
            self._since = now if self.due is None else self._since
            self.due = min(now + LATER_SECONDS, self._since + LATEST_SECONDS)
            if now >= self.due:
                self.sent_all(shown)
                return shown
            self._sent = rest
            return rest
        return None


def speaks(node: Node) -> bool:
    """Whether a screen reader says it by itself when its words change."""
    return node.live or node.role is Role.STATUS


def _heard(tree: Node, previous: Node) -> dict[str, Words]:
    """The words that were sent, of what is still the same thing in ``tree``."""
    here = tree.label == previous.label
    return {
        node.key: (node.label, node.value)
        for node in walk(previous)
        if speaks(node) and (here or node.key == EVERYWHERE)
    }


def _news(tree: Node, previous: Node) -> Iterator[Node]:
    """What speaks, and has other words than were sent."""
    heard = _heard(tree, previous)
    for node in walk(tree):
        words = (node.label, node.value)
        if speaks(node) and words != heard.get(node.key, ("", "")) and any(words):
            yield node


def _with_words_of(previous: Node, tree: Node) -> Node:
    """The tree in which what speaks has the words that were sent before; none when it was not there."""
    heard, silent = _heard(tree, previous), {node.key for node in _news(tree, previous)}

    def held(node: Node) -> Node:
        if node.key in silent and speaks(node):
            label, value = heard.get(node.key, ("", ""))
            node = node._replace(label=label, value=value)
        children = tuple(map(held, node.children))
        if all(one is other for one, other in zip(children, node.children, strict=True)):
            return node
        return node._replace(children=children)

    return held(tree)
