"""What a screen reader says by itself: sent a moment after whatever else changed.

Sent in one update with something else (another focus, another name), the words are cut off by the name of what
has the focus: seven of ten, with Orca 48. Sent 80 ms later, all are heard. So the rest goes first, with the
words as they were, and the new words follow by a deadline of the loop; when nothing else changed, at once.

While someone types, what only follows from that, as how many are found, waits until no more letters come: it is said
once, and not at every letter.

Of several announcements in one update Orca says the first alone. So what speaks at the same moment as the status is
said with that, in one.

A screen reader also says what gets the focus. What that says is left out of the words of the same moment: a card that
comes up and gets the focus is said once.
"""

import re
from collections.abc import Iterable, Iterator
from functools import reduce
from typing import NamedTuple

from tegenwicht.kit.nodes import Node, Role, find, path_to, walk
from tegenwicht.kit.screen_reader.access_tree import EVERYWHERE, Caret

LATER_SECONDS = 0.08
LATEST_SECONDS = 0.4
"""After so long they are said anyway, however much else goes on changing."""
RESTS_SECONDS = 0.8
"""After the last letter in a field, what follows from what was typed is said."""
_TOLD_BEFORE = {Role.RADIO_GROUP, Role.LIST, Role.TABLE}
"""Of these a reader says the name when the focus comes into one."""
LEAST_SIGNS = 16
"""Letters and digits of a part that is left out; a shorter one may stand in a sentence by chance."""

Words = tuple[str, str]


class Focused(NamedTuple):
    """What has the focus: its key, its name, what is said about it, and by key the names of what it is in."""

    key: str = ""
    name: str = ""
    about: str = ""
    inside: tuple[Words, ...] = ()


Shown = tuple[Node, str, Caret]
"""A tree, the key of what has the focus, and the caret."""


class Announcing:
    """Keeps words back until the rest of an update has been sent. Times are of one clock, in seconds."""

    def __init__(self) -> None:
        self.due: float | None = None
        self._sent: Shown | None = None
        self._since = 0.0
        self._focused = Focused()
        self._shorter: dict[str, tuple[str, str]] = {}
        self._status = ("", "")
        self._quiet: dict[str, str] = {}

    def sent_all(self, shown: Shown) -> None:
        """All of this was sent, its words too."""
        self._sent, self.due = shown, None

    def next(self, shown: Shown, now: float) -> Shown | None:
        """What is to be sent of this at this moment; None when that is nothing (new)."""
        shown = self._as_one(self._without_what_the_focus_says(shown))
        if self._sent is None or not any(True for _ in _news(shown[0], self._sent[0])):
            new = shown if shown != self._sent else None
            self.sent_all(shown)
            return new
        rest = _with_words_of(self._sent[0], shown[0]), *shown[1:]
        if rest == self._sent and (self.due is None or now >= self.due):
            self.sent_all(shown)
            return shown
        if rest != self._sent:
            types = _only_follows_typing(shown, self._sent)
            self._since = now if self.due is None or types else self._since
            self.due = (
                now + RESTS_SECONDS if types else min(now + LATER_SECONDS, self._since + LATEST_SECONDS)
            )
            if now >= self.due:
                self.sent_all(shown)
                return shown
            self._sent = rest
            return rest
        return None

    def _without_what_the_focus_says(self, shown: Shown) -> Shown:
        """With shorter words, for as long as they stand there, where all of them or some came with the focus."""
        tree, focus, caret = shown
        before, self._focused = self._focused, _focused(tree, focus)
        new = _said_with_focus(before, self._focused)
        known, self._shorter = self._shorter, {}

        def shortened(node: Node) -> Node:
            if speaks(node) and node.label:
                words, shorter = known.get(node.key, ("", ""))
                if words != node.label:
                    shorter = reduce(_left_out, new, node.label)
                self._shorter[node.key] = node.label, shorter
                node = node._replace(label=shorter)
            return _with_children(node, tuple(map(shortened, node.children)))

        return shortened(tree), focus, caret

    def _as_one(self, shown: Shown) -> Shown:
        """With all that is new in the words of the status, where that is new too; the rest then does not speak."""
        tree = shown[0]
        status = next((node for node in walk(tree) if node.role is Role.STATUS), None)
        if status is None or self._sent is None:
            return shown
        if status.label != self._status[0]:
            news = {node.key: node.label for node in _news(tree, self._sent[0]) if node.label}
            more = news if news.pop(status.key, "") else {}
            self._status = status.label, _joined(status.label, more.values())
            there = {node.key: node.label for node in walk(tree) if self._quiet.get(node.key) == node.label}
            self._quiet = there | more
        whole = self._status[1]

        def joined(node: Node) -> Node:
            if node.role is Role.STATUS:
                node = node._replace(label=whole)
            elif node.live and self._quiet.get(node.key) == node.label:
                node = node._replace(live=False)
            return _with_children(node, tuple(map(joined, node.children)))

        return joined(tree), *shown[1:]


def _joined(words: str, more: Iterable[str]) -> str:
    """The words with what is more than they say themselves."""
    said = "".join(_signs(words))
    others = [one for one in more if "".join(_signs(one)) not in said]
    return " ".join((words if words[-1:] in _ENDS or not others else f"{words}.", *others))


def _focused(tree: Node, focus: str) -> Focused:
    path = path_to(tree, focus) if focus else []
    if not path:
        return Focused()
    node, around = path[-1], path[1:-1]
    inside = tuple((one.key, one.label) for one in around if one.role in _TOLD_BEFORE and one.label)
    return Focused(node.key, node.label, node.description, inside)


def _said_with_focus(before: Focused, now: Focused) -> tuple[str, ...]:
    """What a screen reader says of what has the focus, without role and state.

    When that is another: all, and what it is in where the focus was not in that before, whatever it is called now. Else
    what changed: Orca says a new name, and then not what else is said about it.
    """
    if now.key != before.key:
        were = {key for key, _ in before.inside}
        entered = (name for key, name in now.inside if key not in were)
        return (" ".join(filter(None, (now.name, now.about))), *filter(None, (now.name, now.about)), *entered)
    pairs = ((now.name, before.name), (now.about, before.about))
    return tuple(part for part, was in pairs if part != was)[:1]


_ENDS = ".?!:…\u00a0"
_LOOSE_BEFORE, _LOOSE_AFTER = " :", " .,:?!”\u00a0"
_SENTENCES = re.compile(r"(?<=[.?!:]) ")
_QUOTE_ENDS = re.compile(r"^[’'](?!\w)")
"""A quotation mark; no apostrophe that begins a word."""


def _left_out(words: str, said: str) -> str:
    """The words without those that were said; what is left has no loose signs at its ends."""
    plain, whole = "".join(_signs(said)), "".join(_signs(words))
    if len(whole) >= LEAST_SIGNS and whole in plain:
        return ""
    at = whole.find(plain) if len(plain) >= LEAST_SIGNS or plain == whole else -1
    if at < 0 or not plain:
        return " ".join(one for one in _SENTENCES.split(words) if not _is_in(one, plain))
    places = [place for place, sign in enumerate(words) if sign.isalnum()]
    before, after = words[: places[at]], words[places[at + len(plain) - 1] + 1 :]
    after = _QUOTE_ENDS.sub("", after).lstrip(_LOOSE_AFTER)
    return " ".join(filter(None, (before.strip(_LOOSE_BEFORE), after))).rstrip(" ")


def _is_in(sentence: str, plain: str) -> bool:
    """Whether a sentence, or what it begins with up to a colon, was said; a short one may be so by chance."""
    signs = "".join(_signs(sentence))
    return len(signs) >= LEAST_SIGNS and signs in plain


def _signs(words: str) -> Iterator[str]:
    return (sign for sign in words if sign.isalnum())


def silent(tree: Node) -> Node:
    """The tree in which nothing speaks by itself: of two windows that show the same, one says it."""
    children = tuple(map(silent, tree.children))
    if tree.role is Role.STATUS and tree.label:
        tree = tree._replace(label="", value="")
    return _with_children(tree._replace(live=False) if tree.live else tree, children)


def speaks(node: Node) -> bool:
    """Whether a screen reader says it by itself when its words change."""
    return node.live or node.role is Role.STATUS


def _heard(tree: Node, previous: Node) -> dict[str, Words]:
    """The words that were sent, of what is still the same thing in ``tree``; what did not speak then was there too."""
    here = tree.label == previous.label
    return {node.key: (node.label, node.value) for node in walk(previous) if here or node.key == EVERYWHERE}


def _news(tree: Node, previous: Node) -> Iterator[Node]:
    """What speaks, and has other words than were sent."""
    heard = _heard(tree, previous)
    for node in walk(tree):
        words = (node.label, node.value)
        if speaks(node) and words != heard.get(node.key, ("", "")) and any(words):
            yield node


def _only_follows_typing(shown: Shown, sent: Shown) -> bool:
    """Whether the field with the focus holds another text than was sent, and the status says nothing new."""
    if shown[1] != sent[1] or any(node.role is Role.STATUS for node in _news(shown[0], sent[0])):
        return False
    field, before = find(shown[0], shown[1]), find(sent[0], sent[1])
    if field is None or before is None or field.role is not Role.TEXT_FIELD:
        return False
    return field.value != before.value


def _with_words_of(previous: Node, tree: Node) -> Node:
    """The tree in which what speaks has the words that were sent before; none when it was not there."""
    heard, silent = _heard(tree, previous), {node.key for node in _news(tree, previous)}

    def held(node: Node) -> Node:
        if node.key in silent and speaks(node):
            label, value = heard.get(node.key, ("", ""))
            node = node._replace(label=label, value=value)
        return _with_children(node, tuple(map(held, node.children)))

    return held(tree)


def _with_children(node: Node, children: tuple[Node, ...]) -> Node:
    """The node with these children; itself when they are the same."""
    if all(one is other for one, other in zip(children, node.children, strict=True)):
        return node
    return node._replace(children=children)
