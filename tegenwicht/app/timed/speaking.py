"""What a screen reader is told a moment later, so that it is heard to its end."""

from tegenwicht.app.answer import Answer
from tegenwicht.app.screen import Screen
from tegenwicht.app.timed.due import NEVER, When
from tegenwicht.screens.shell.model import Model


class Speaking:
    """``screen``: with the connection that has something to say, or none."""

    when = When.ALWAYS

    def __init__(self, screen: Screen) -> None:
        self._screen = screen

    def due(self, _model: Model) -> float:
        """When there is something to say."""
        due = self._screen.speaks_at
        return NEVER if due is None else due

    def act(self, model: Model) -> Answer:
        """Have it told; the model stays as it is."""
        self._screen.speak()
        return Answer(model)
