"""The window and all that shows what is on it: the stage, the live text field, a screen reader.

It is given a model and its tree; it knows nothing of sessions or files, and changes neither.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pygame

from tegenwicht import paths
from tegenwicht.app.first_window import open_window
from tegenwicht.game.text import clean
from tegenwicht.kit import window
from tegenwicht.kit.entry.live_field import LiveField
from tegenwicht.kit.nodes import Node, walk
from tegenwicht.kit.rect import Rect
from tegenwicht.preferences import Settings
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.shell.model import Model
from tegenwicht.screens.shell.stage import Stage
from tegenwicht.screens.shell.view import View

if TYPE_CHECKING:
    from tegenwicht.kit.motion.moves import Move
    from tegenwicht.kit.pointer import Gesture

DRAWING_SECONDS = 0.009
"""What drawing a frame of a movement takes, at the most but for a few."""
Place = tuple[int, int, int, int]
"""Left, top, width and height, in pixels."""


class Screen:
    """One window. ``clock``: seconds that only go forward; motion, held keys and pacing all go by it."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self.clock = clock
        self.stage = Stage(paths.assets())
        self.field = LiveField(self.stage.painter, clean, clock)
        self.surface = pygame.Surface((1, 1))
        self.wait: window.Wait = window.short_wait
        self._access: Any = None
        self._next_frame = 0.0
        self._held = self._has_things = False

    # -- opening and closing

    def open(self, settings: Settings, size: tuple[int, int] | None, opened: pygame.Surface | None) -> None:
        """Make the window, still empty, where it was the last time; or take the one that is open already.

        NoScreenError where there is no screen.
        """
        self.surface = open_window(settings, size) if opened is None else opened

    def first_shown(self, connect: Callable[[], Any]) -> None:
        """After the first frame: what nobody misses in the first tenth of a second.

        connect: gives the connection with screen readers. On Windows and macOS it must be there before the
        window is to be seen.
        """
        hidden = window.must_hide()
        if hidden:
            self._connect(connect)
            window.unhide()
        self.stage.present()
        self.wait = window.waiter()
        if not hidden:
            self._connect(connect)

    def _connect(self, connect: Callable[[], Any]) -> None:
        if window.is_real():
            self._access = connect()

    def close(self) -> None:
        """Let go of the window and of the screen reader."""
        if self._access is not None:
            self._access.close()
        self.field.close()
        self.stage.type.close()
        pygame.display.quit()

    def place(self, otherwise: Place | None) -> Place | None:
        """Where the window is, to open it there again; ``otherwise`` when that says nothing."""
        if not window.is_real():
            return otherwise
        return (*pygame.display.get_window_position(), *self.surface.get_size())

    def fill(self, full: bool) -> None:
        """The whole screen, or the window as it was."""
        self.surface = window.fill_screen(full)

    def resized(self) -> bool:
        """Whether the window has another size; when it has not, all that is on it is handed over again."""
        self.surface = pygame.display.get_surface() or self.surface
        whole = Rect(0, 0, *self.size)
        if whole != self.stage.tree.rect:
            return True
        self.stage.due(whole)
        return False

    # -- showing

    @property
    def size(self) -> tuple[int, int]:
        """Of the window, in pixels."""
        return self.surface.get_size()

    def view(self, model: Model) -> View:
        """What a scene is given for this model."""
        return self.stage.view(model, self.size)

    def show(self, model: Model, tree: Node, everything: bool, move: Move | None) -> None:
        """Bring the window, the text field and the screen reader up to the model and its tree.

        everything: draw also what looks the same. move: a movement from what is shown now, or none.
        """
        was = self.stage.shown(self.surface) if move is not None else None
        self.field.fit(
            tree, model.focus, self.stage.theme, lambda form, otherwise: model.form(Entry(form), otherwise)
        )
        drawn = self.stage.draw(self.surface, tree, model.focus, everything, model.pointed)
        if drawn or self.field.changed:
            seen = self.field.draw(self.surface, tree)
            if seen is not None:
                self.stage.due(seen)
        if pygame.display.get_caption()[0] != tree.label:
            pygame.display.set_caption(tree.label)
        if move is not None and was is not None:
            self.stage.move(self.surface, move, was, self.clock, model.settings.reduced_motion)
            self._next_frame = self.clock()
        self.stage.forget_held()
        self.stage.hand_still = model.settings.reduced_motion
        self._has_things = any(node.drag is not None for node in walk(tree))
        self.follow_pointer(self._held)
        self.tell_access(model.focus)

    def tell_access(self, focus: str) -> None:
        """A screen reader gets what is shown, and where the window is."""
        if self._access is not None:
            position = pygame.display.get_window_position()
            self._access.window_at(Rect(*position, *self.size))
            self._access.update(self.stage.tree, focus, self.field.caret)

    @property
    def speaks_at(self) -> float | None:
        """When there is something more to tell a screen reader, by the clock."""
        due: float | None = self._access.due if self._access is not None else None
        return due

    def speak(self) -> None:
        """Hand a screen reader what is due to be told; nothing where none listens."""
        if self._access is not None:
            self._access.tick()

    def window_focused(self, focused: bool) -> None:
        """A screen reader is told whether the keyboard is ours."""
        if self._access is not None:
            self._access.window_focused(focused)

    # -- movement

    @property
    def moving(self) -> bool:
        """Whether something moves."""
        return self.stage.moving is not None

    @property
    def restless(self) -> bool:
        """Whether there is another frame to draw: of a movement, or of what the pointer lifts."""
        return self.moving or self.stage.hand_restless(self.clock())

    def step_motion(self) -> list[str]:
        """The next moment of all that moves; the names of the sounds that are due."""
        now = self.clock()
        if self.stage.hand_restless(now):
            self.stage.step_hand(self.surface, now)
        return self.stage.step_motion(now)

    def stop_motion(self) -> bool:
        """Show at once what the movement was to end in; whether there was one with something to show."""
        return self.stage.stop_moving()

    # -- the pointer

    def follow_pointer(self, held: bool) -> None:
        """Hear where the pointer goes as long as that is to be seen. held: a button or finger is down."""
        self._held = held
        window.listen_to_pointer(held or self._has_things or bool(self.field.key))

    def follow(self, gesture: Gesture) -> None:
        """Lift, carry and let go what the pointer does."""
        from tegenwicht.kit.pointer import Carried, Dropped, Over, PickedUp

        now, stage = self.clock(), self.stage
        if self.moving and not isinstance(gesture, Dropped):
            return
        match gesture:
            case Over(key):
                stage.hand.over(stage.tree, key, now)
            case PickedUp(key, grip):
                stage.hand.pick_up(stage.tree, key, grip, now)
            case Carried(x, y, place):
                stage.hand.carry(x, y, place)
            case Dropped(_, place) if place is None:
                stage.hand.go_home(now)
            case Dropped():
                stage.give(self.surface)
            case _:
                return
        self._next_frame = max(self._next_frame, now - window.FRAME_SECONDS)
        stage.step_hand(self.surface, now)

    def wait_for_frame(self) -> float | None:
        """Sixty frames a second: wait in SDL until shortly before, then sleep the rest. When this one is to be handed
        over, by the clock: so late that most are drawn by then, and one that takes longer comes no later than another.
        """
        now = self.clock()
        self._next_frame = max(self._next_frame + window.FRAME_SECONDS, now)
        self.wait(max(0.0, self._next_frame - now - 0.002))
        window.sleep_until(self._next_frame, self.clock)
        return self._next_frame + DRAWING_SECONDS
