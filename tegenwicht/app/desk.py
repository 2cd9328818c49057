"""What every desk has: the commands it knows, and what becomes of one."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from tegenwicht.kit.command import Command
from tegenwicht.screens.shell.model import Model


class Done(NamedTuple):
    """What came of a command. said: for a screen reader; problem: why not, in Dutch."""

    model: Model
    said: str = ""
    problem: str = ""


class Desk:
    """Carries out the commands of its ``handlers``, by their type. Wiring only: the work is done elsewhere."""

    handlers: Mapping[type, Callable[[Model, Any], Done]]

    def knows(self, command: Command) -> bool:
        """Whether it is a command of this desk."""
        return type(command) in self.handlers

    def carry_out(self, model: Model, command: Command) -> Done:
        """A command that this desk knows."""
        return self.handlers[type(command)](model, command)
