"""What is said on request: again what there is, part by part, and a number that was made more or less."""

from collections.abc import Callable

from tegenwicht.app.answer import Answer, Say, ShowFirst
from tegenwicht.app.desks.desk import Desk
from tegenwicht.kit.nodes import Node, find
from tegenwicht.screens.shell import commands
from tegenwicht.screens.shell.model import Model
from tegenwicht.screens.shell.view import View

SILENT = "\u00a0"
"""What makes the same words another announcement."""


class AloudDesk(Desk):
    """view: of a model on the window. tree: what is shown."""

    def __init__(self, view: Callable[[Model], View], tree: Callable[[], Node]) -> None:
        self._view, self._tree = view, tree
        self._at = 0
        self._where: tuple[str, ...] = ()
        self.handlers = {commands.SayAgain: self._again, commands.SayNumber: self._number}

    def _again(self, model: Model, _command: commands.SayAgain) -> Answer:
        """The first part; the next one when that was the last thing said, and the focus is where it was."""
        from tegenwicht.screens.shell.again import pieces

        tree = self._tree()
        parts = pieces(self._view(model), tree)
        where = (tree.label, model.focus, model.panel)
        goes_on = self._where == (*where, model.announcement.strip(SILENT))
        self._at = (self._at + 1) % len(parts) if goes_on else 0
        self._where = (*where, parts[self._at])
        return Answer(model, (Say(parts[self._at]),))

    def _number(self, model: Model, command: commands.SayNumber) -> Answer:
        """What the number is now that it was changed by a button beside it."""
        return Answer(model, (ShowFirst(lambda after: self._number_of(after, command.key)),))

    def _number_of(self, model: Model, key: str) -> Answer:
        node = find(self._tree(), key)
        words = "" if node is None else f"{node.label}: {node.value}"
        return Answer(model, (Say(words),) if words else ())
