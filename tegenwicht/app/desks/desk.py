"""What every desk has: the commands it knows, and one way to answer them."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from tegenwicht.app.answer import Answer
from tegenwicht.kit.command import Command
from tegenwicht.screens.shell.model import Model

Handlers = Mapping[type[Command], Callable[[Model, Any], Answer]]


class Desk:
    """Carries out the commands of its ``handlers``, by their type. Wiring only: the work is done elsewhere."""

    handlers: Handlers


def by_command(desks: Iterable[Desk]) -> Handlers:
    """The handlers of all desks. ValueError when two desks know the same command."""
    found: dict[type[Command], Callable[[Model, Any], Answer]] = {}
    for desk in desks:
        twice = found.keys() & desk.handlers.keys()
        if twice:
            raise ValueError(f"two desks carry out {twice}")
        found |= desk.handlers
    return found
