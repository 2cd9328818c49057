"""What a scene is given: the kit's view of the window, with the model and Tegenwicht's own theme."""

from tegenwicht.kit import view
from tegenwicht.kit.text import Type
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.model import Model
from tegenwicht.screens.shell.own_keys import follow
from tegenwicht.screens.shell.theme import Theme


class View(view.View):
    """One moment of a model on one window.

    hasty: this is for the very first frame; what nobody presses or reads first comes a moment later.
    """

    theme: Theme
    hasty = False

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

    def of(self, model: Model) -> "View":
        """The same moment of another model."""
        return View(model, (self.width, self.height), self.theme, self.type)


def view_of(model: Model, width: int, height: int, theme: Theme, type_: Type) -> View:
    """The view of a model on a window of that size, in pixels."""
    return View(model, (width, height), theme, type_)
