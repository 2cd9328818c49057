"""What comes in, from the window, the keyboard, the pointer or a screen reader, and the commands that it means."""

from collections.abc import Sequence
from typing import Any, Protocol

import pygame

from tegenwicht.app.history_desk import opening
from tegenwicht.kit.command import Command
from tegenwicht.kit.input import key_name
from tegenwicht.kit.live_field import LiveField
from tegenwicht.kit.nodes import Node, Role, find
from tegenwicht.screens.shell import commands as c
from tegenwicht.screens.shell import intent, keys
from tegenwicht.screens.shell.model import Model
from tegenwicht.screens.shell.stage import Stage

MOST_STEPS = 300
"""Of a number, when a screen reader asks for a value at once."""
POINTER = (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP)
RESIZES = (pygame.WINDOWSIZECHANGED, pygame.WINDOWEXPOSED, pygame.WINDOWRESTORED)
FOCUSES = (pygame.WINDOWFOCUSGAINED, pygame.WINDOWFOCUSLOST)


class Host(Protocol):
    """Who carries it out: the app. request_type: of the events that a screen reader's requests come in."""

    model: Model
    stage: Stage
    field: LiveField
    surface: pygame.Surface
    request_type: int

    def carry_out(self, commands: Sequence[Command]) -> None:
        """Carry out commands and show what came of them."""

    def show(self) -> None:
        """Bring the window up to the model."""

    def typed(self) -> None:
        """The live text field changed."""

    def resized(self) -> None:
        """The window has another size, or must be drawn anew."""

    def tell_access(self) -> None:
        """A screen reader gets what is shown."""

    def window_focused(self, focused: bool) -> None:
        """A screen reader is told whether the keyboard is ours."""


class Incoming:
    """Takes events for an app, and has it carry out what they mean."""

    def __init__(self, app: Host) -> None:
        self.app = app
        self._down = ""

    @property
    def _tree(self) -> Node:
        return self.app.stage.tree

    def handle(self, event: pygame.event.Event) -> None:
        """One event of the window, the keyboard, the pointer or a screen reader."""
        if event.type == pygame.QUIT:
            self.app.carry_out([c.Quit()])
        elif event.type in RESIZES:
            self.app.resized()
        elif event.type == self.app.request_type:
            self._requested(event.request)
        elif event.type == pygame.DROPFILE:
            self.app.carry_out([opening(event.file)])
        elif self.app.field.handle(event):
            self.app.typed()
        elif event.type == pygame.WINDOWMOVED:
            self.app.tell_access()
        elif event.type in FOCUSES:
            self.app.window_focused(event.type == pygame.WINDOWFOCUSGAINED)
        elif event.type == pygame.KEYDOWN:
            self._pressed_key(event)
        elif event.type in POINTER and event.button == 1:
            self._pointed(event)
        elif event.type == pygame.MOUSEWHEEL:
            clicks = getattr(event, "precise_y", event.y)
            self.app.carry_out(intent.for_wheel(self._tree, pygame.mouse.get_pos(), clicks))

    def _pressed_key(self, event: pygame.event.Event) -> None:
        """A key during a movement ends it; the main one does no more than that, so that nothing is done unseen."""
        moved = self.app.stage.stop_moving()
        if moved and key_name(event) in (*keys.PRIMARY.names, "ctrl+return"):
            return
        self.app.carry_out(intent.for_key(event, self._tree, self.app.model))

    def _requested(self, request: Any) -> None:
        """What a screen reader asks for."""
        if request.kind == "awake":
            self.app.tell_access()
        elif request.kind == "select" and request.key == self.app.field.key:
            anchor, focus = map(int, request.value.split(","))
            self.app.field.select(anchor, focus)
            self.app.show()
        elif request.kind == "set_value" and self._is_spin(request.key):
            self._spin_to(request.key, request.value)
        else:
            self.app.stage.stop_moving()
            self.app.carry_out(intent.for_request(request.kind, request.key, request.value, self._tree))

    def _is_spin(self, key: str) -> bool:
        node = find(self._tree, key)
        return node is not None and node.role is Role.SPIN and node.enabled

    def _spin_to(self, key: str, wanted: str) -> None:
        """Step a spin to a number, as near as its steps come; AT-SPI asks for numbers, not for steps."""
        try:
            target = float(wanted)
        except ValueError:
            return  # not a number: a spin has no other values
        if target != target:
            return  # "nan" is none either
        for _ in range(MOST_STEPS):
            node = find(self._tree, key)
            if node is None or node.number is None:
                return
            now = node.number[0]
            command = node.increase if now < target else node.decrease
            if now == target or command is None:
                return
            self.app.carry_out([command])
            after = find(self._tree, key)
            if after is None or after.number is None or (after.number[0] - target) * (now - target) < 0:
                return

    def _pointed(self, event: pygame.event.Event) -> None:
        """A control acts when the button goes up on the one where it went down."""
        node = intent.under(event, self._tree)
        key = node.key if node else ""
        if event.type == pygame.MOUSEBUTTONDOWN:
            self._down = key
            if node is not None and node.role is Role.TEXT_FIELD:
                self.app.carry_out([c.FocusOn(key)])
                self.app.field.handle(event)
            return
        down, self._down = self._down, ""
        if node is not None and key == down and node.role is not Role.TEXT_FIELD:
            self.app.stage.stop_moving()
            self.app.carry_out(intent.press(node))
