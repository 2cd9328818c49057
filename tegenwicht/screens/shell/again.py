"""What one key says again, part by part: at the table the card, the turn, the time, the tally and what can be done.

Elsewhere it is what stands on the screen. So what was missed is heard after all, and text that cannot have
the focus is read too.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tegenwicht.kit.nodes import Node, Role, walk
from tegenwicht.screens.shell.frame import PLACE
from tegenwicht.screens.shell.modes import screens_of
from tegenwicht.screens.shell.scenes import Scene
from tegenwicht.screens.shell.view import View

LONGEST = 320
"""About so many characters are said at once; more is a piece of its own."""
_READ = {Role.TEXT, Role.LIST_ITEM, Role.IMAGE, Role.LIST, Role.TABLE}
_BEGINS = {Role.HEADING, Role.TIMER}
"""With what a piece begins."""
_USED = {
    Role.ARTICLE,
    Role.BUTTON,
    Role.TOGGLE,
    Role.CHECK_BOX,
    Role.RADIO,
    Role.SPIN,
    Role.TEXT_FIELD,
    Role.ROW,
    Role.STATUS,
}
"""What Tab or arrows reach, or is said by itself."""


class _Text(NamedTuple):
    """Words on a screen. begins: a new piece. place: tells where one is. asks: is the heading of what is asked."""

    words: str
    begins: bool
    place: bool
    asks: bool


def pieces(v: View, tree: Node) -> tuple[str, ...]:
    """The parts, in the order in which they are said; at least one."""
    return _of_the_mode(v, tree) or on_screen(tree)


def _of_the_mode(v: View, tree: Node) -> tuple[str, ...]:
    """What the mode says of its table, where nothing lies over it."""
    playing = v.model.playing
    if playing is None or v.model.scene != Scene.PLAY or any(one.role is Role.DIALOG for one in walk(tree)):
        return ()
    heard = getattr(screens_of(playing.timeline.session.setup.mode), "heard", None)
    parts: tuple[str, ...] = heard(v) if heard is not None else ()
    return tuple(filter(None, parts))


def on_screen(tree: Node) -> tuple[str, ...]:
    """The cards on a screen, or on the panel over it, and its text: a piece for each heading with what is under it.

    What is asked comes first, then what stands below it and above it; on which screen and at which step one is, last.
    """
    dialog = next((one for one in walk(tree) if one.role is Role.DIALOG), None)
    if dialog is not None:
        found = _joined_pieces([dialog.label], _texts(dialog))
    else:
        texts = list(_texts(tree))
        asks = next((at for at, one in enumerate(texts) if one.asks), 0)
        asked, before = texts[asks:], texts[:asks]
        found = _joined_pieces([], [one for one in (*asked, *before) if not one.place])
        place = _joined_pieces(
            [tree.label.removesuffix(" – Tegenwicht")], [one for one in texts if one.place]
        )
        found += [one for one in place if not _stands_in(one, found)]
    cards = [_joined_parts(one) for one in walk(dialog or tree) if one.role is Role.ARTICLE]
    others = [one for at, one in enumerate(found) if not _stands_in(one, found[at + 1 :])]
    return tuple(filter(None, (*cards, *others)))


def _joined_pieces(found: list[str], texts: Iterable[_Text]) -> list[str]:
    """The words in pieces, after those that were there already."""
    for one in texts:
        if found and (one.words.startswith(found[-1]) or one.words in found[-1]):
            found[-1] = max(one.words, found[-1], key=len)
        elif not found or one.begins or len(found[-1]) + len(one.words) > LONGEST:
            found.append(one.words)
        else:
            found[-1] = _joined(found[-1], one.words)
    return found


def _stands_in(words: str, others: list[str]) -> bool:
    """Whether a later piece says it too."""
    return any(words in one for one in others)


def _joined(before: str, words: str) -> str:
    return f"{before} {words}" if before.endswith((".", "?", "!", ":")) else f"{before}. {words}"


def _texts(node: Node, place: bool = False) -> Iterator[_Text]:
    """The words in reading order. place: that they are inside of what tells where one is."""
    if node.inert or node.role in _USED:
        return
    place = place or node.key in PLACE
    words = _joined_parts(node)
    if words and node.role in _READ | _BEGINS:
        asks = node.role is Role.HEADING and node.level > 1 and not place
        yield _Text(words, node.role in _BEGINS, place, asks)
    for child in node.children:
        yield from _texts(child, place)


def _joined_parts(node: Node) -> str:
    """Its name, what it holds and what is said about it, each once."""
    said = node.label
    for part in (node.value, node.description):
        if part and part not in said:
            said = _joined(said, part) if said else part
    return said
