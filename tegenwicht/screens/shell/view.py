"""What a scene is given: the kit's view of the window, with the model and Tegenwicht's own theme."""

from collections.abc import Callable
from typing import Any, TypeVar

from tegenwicht.kit import view
from tegenwicht.kit.parts import Parts
from tegenwicht.kit.text import Type
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.model import Model
from tegenwicht.screens.shell.own_keys import follow
from tegenwicht.screens.shell.theme import Theme

R = TypeVar("R")


class View(view.View):
    """One moment of a model on one window.

    hasty: this is for the very first frame; what nobody presses or reads first comes a moment later. parts: those of
    the screen that was shown last, where the model is watched; else everything is built. near: its sizes are those of
    a small window, where letters are larger than on a large one.
    """

    theme: Theme
    hasty = False
    near = False
    parts: Parts | None = None

    def __init__(self, model: Model, size: tuple[int, int], theme: Theme, type_: Type) -> None:
        settings = model.settings
        follow(settings.keys, keys.CHANGEABLE)
        super().__init__(
            size,
            theme,
            type_,
            settings.text_size / 100,
            model.scroll,
            settings.letter_keys,
            settings.spacing / 100,
        )
        self.model = model

    def part(self, build: Callable[..., R], *given: Any) -> R:
        """A part of the screen, as ``Parts.of`` says: built again only when something it looked at is another now."""
        return build(*given) if self.parts is None else self.parts.of(build, *given)

    def of(self, model: Model) -> "View":
        """The same moment of another model."""
        return View(model, (self.width, self.height), self.theme, self.type)


def view_of(model: Model, width: int, height: int, theme: Theme, type_: Type) -> View:
    """The view of a model on a window of that size, in pixels."""
    return View(model, (width, height), theme, type_)
