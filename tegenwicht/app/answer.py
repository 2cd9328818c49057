"""How every desk answers a command: with the next model, and what is to be done beside it."""

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from tegenwicht.kit.command import Command
from tegenwicht.kit.motion.moves import Move
from tegenwicht.screens.shell.model import Model


class Say(NamedTuple):
    """Words for a screen reader. too: after what was said just now, and not instead of it."""

    words: str
    too: bool = False


class Refuse(NamedTuple):
    """It was not done: why, in Dutch, on the screen and aloud. Nothing of the same series is done any more."""

    why: str


class Ring(NamedTuple):
    """The soft bell, where sound is on."""


class Animate(NamedTuple):
    """A movement from what is shown now to what is shown next."""

    move: Move


class Unread(NamedTuple):
    """There is something new to read: what goes on is not pressed by accident in the first moments."""


class ShowFirst(NamedTuple):
    """Show the model now, and then do what takes a moment.

    over: the model without what is only to be shown as long as that lasts; it is so too when the work fails."""

    then: "Callable[[Model], Answer]"
    over: "Callable[[Model], Model]" = lambda model: model


class Carry(NamedTuple):
    """A command that is carried out now, as if a control had asked for it."""

    command: Command


class FillScreen(NamedTuple):
    """The whole screen, or the window again."""

    on: bool


class Typed(NamedTuple):
    """The live text field holds something else."""


class Close(NamedTuple):
    """Close the program."""


Effect = Say | Refuse | Ring | Animate | Unread | Carry | ShowFirst | FillScreen | Typed | Close


class Answer(NamedTuple):
    """The model from now on, and the effects in the order in which they happen."""

    model: Model
    effects: tuple[Effect, ...] = ()


def saying(model: Model, words: str) -> Answer:
    """The model, with words for a screen reader where there are any."""
    return Answer(model, (Say(words),) if words else ())


def telling(model: Model, words: str) -> Answer:
    """The model with words that stay on the screen until the next action, and are for a screen reader too."""
    return Answer(replace(model, message=words), (Say(words),))


def refusing(model: Model, why: str) -> Answer:
    """It was not done, where there is a reason why."""
    return Answer(model, (Refuse(why),) if why else ())
