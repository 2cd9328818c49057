"""A key that is held down in a text field, and repeats."""

from tegenwicht.app.answer import Answer, Typed
from tegenwicht.app.timed.due import NEVER, When
from tegenwicht.kit.entry.live_field import LiveField
from tegenwicht.screens.shell.model import Model


class HeldKey:
    """``field``: the one that is in use, or none."""

    when = When.ALWAYS

    def __init__(self, field: LiveField) -> None:
        self._field = field

    def due(self, _model: Model) -> float:
        """When the key repeats."""
        return NEVER if self._field.due is None else self._field.due

    def act(self, model: Model) -> Answer:
        """Type it once more."""
        return Answer(model, (Typed(),) if self._field.tick() else ())
