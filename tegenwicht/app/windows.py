"""The main window and the second one, when that is open: shown, moved and handed over together."""

from collections.abc import Callable

from tegenwicht.app.beamer import Beamer
from tegenwicht.app.readers import Readers
from tegenwicht.app.screen import Screen
from tegenwicht.kit import window
from tegenwicht.kit.motion.moves import Move
from tegenwicht.kit.nodes import Node
from tegenwicht.screens.shell.model import Model
from tegenwicht.screens.shell.scenes import Scene
from tegenwicht.screens.shell.view import View


class Windows:
    """Both, and their connections with screen readers. What moves, moves on the second window when there is one.

    screen: the main window, open already or not. clock: seconds that only go forward. running: whether there is
    still a loop that takes what a screen reader asks.
    """

    def __init__(self, screen: Screen, clock: Callable[[], float], running: Callable[[], bool]) -> None:
        self.screen, self.readers = screen, Readers(clock, running)
        self.beamer = Beamer(clock, self.readers.second)
        self._clock = clock
        self._due: float | None = None

    def first_shown(self, focus: Callable[[], str]) -> None:
        """After the first frame: what could wait for it. focus: the key of what has it, whenever that is asked."""
        self.screen.first_shown(
            lambda: self.readers.main(window.handle, lambda: (self.screen.stage.tree, focus(), None))
        )

    def close(self) -> None:
        """Let go of both."""
        self.beamer.close()
        self.screen.close()

    def table_view(self, model: Model) -> View:
        """What a screen is given for the window on which the table is."""
        return self.beamer.view(model) if self.beamer.is_open else self.screen.view(model)

    def show(self, model: Model, tree: Node, move: Move | None, everything: bool) -> None:
        """Bring both up to the model; who pressed sees it first.

        tree: of the main window. move: a movement from what is shown now. everything: draw what looks the same too.
        """
        apart = self.beamer.is_open
        self.screen.show(model, tree, everything, None if model.panel or apart else move)
        if apart:
            self.screen.stage.present()
            if model.scene is Scene.PLAY:  # whoever reads the help leaves the group where it was
                self.beamer.follow(self.screen.stage.tree)
            self.beamer.show(model, move)
            self.beamer.pictured = self.screen.stage.place_of("beamer") is not None

    def show_small_picture(self) -> None:
        """What is on the second window, small in the regie."""
        stage = self.screen.stage
        place = stage.place_of("beamer")
        if place is not None and self.beamer.is_open:
            stage.painter.live["beamer"] = self.beamer.picture(place[2:])
            stage.draw_again(self.screen.surface, "beamer")

    def present(self) -> None:
        """Hand over what was drawn; of a movement, when it is time."""
        due, self._due = self._due, None
        if due is not None:
            window.sleep_until(due, self._clock)
        self.beamer.present()
        self.screen.stage.present()

    def wait(self, seconds: float) -> None:
        """Until something comes in or the seconds are over; no longer than one frame where something moves."""
        if self.screen.restless or self.beamer.moving:
            self.screen.stage.prepare_motion()
            self.beamer.prepare_motion()
            due = self.screen.wait_for_frame()
            self._due = due if self.moving else None  # what the pointer carries keeps up with it
        else:
            self.screen.wait(seconds)

    @property
    def moving(self) -> bool:
        """Whether something moves on either."""
        return self.screen.moving or self.beamer.moving

    def step_motion(self) -> list[str]:
        """The next moment of all that moves; the names of the sounds that are due."""
        return [*self.screen.step_motion(), *self.beamer.step_motion()]

    def stop_motion(self) -> bool:
        """Show at once what a movement was to end in; whether there was one with something to show."""
        showed = self.screen.stop_motion()
        return self.beamer.stop_motion() or showed
