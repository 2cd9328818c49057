"""What a presenter's clicker goes along while next is held: the clusters to mark, to guess or to draw from."""

from tegenwicht.kit.nodes import Node, walk
from tegenwicht.screens.shell.commands import Do
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.shell.model import Model

FORM = Entry("clicker")
"""The form entry with the key of what it is at; "" for nothing."""
KINDS = ("guess:", "pile:", "counter:")
"""How the keys begin of what it goes along; the first kind of which there is something to choose."""


class Pointed(str):
    """The key of a control; everyone at the table may see which."""

    __slots__ = ()

    @property
    def for_all(self) -> bool:
        """Everyone at the table may see it."""
        return True


def choices(tree: Node, model: Model) -> tuple[Node, ...]:
    """What can be chosen on a screen, in the order of the keys; what would be refused is left out."""
    for kind in KINDS:
        found = [one for one in walk(tree) if one.key.startswith(kind) and _can(one, model)]
        if len(found) > 1:
            return tuple(sorted(found, key=_order))
    return ()


def _can(node: Node, model: Model) -> bool:
    if not node.enabled or node.action is None or node.primary:
        return False
    legal = model.playing.legal if model.playing is not None else frozenset()
    return not isinstance(node.action, Do) or node.action.action in legal


def _order(node: Node) -> str:
    """Its figure; what has none comes after it all, as it is on the screen."""
    return next((name for name in node.shortcuts if name.isdigit()), "~")


def pointed(model: Model) -> str:
    """The key of what it is at; "" for nothing."""
    return str(model.form(FORM, ""))
